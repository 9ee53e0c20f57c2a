"""Which files of an archive are which, and what is in them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

import attrs

from careertrack.formats.days import DayOrder
from careertrack.formats.reading import Report, safe_name
from careertrack.formats.sources import Files, Source, Unreadable, opened, refuse
from careertrack.formats.tables import Layout, NotText, Table, decoded, table

_NAMES: Final = ("first name", "last name")
_SPAN: Final = ("started on", "finished on")
_LETTER: Final = ("company", "job title", "text", "creation date", "status")

# In the order they are told of.  What a layout needs is what no other file of its name has.
LAYOUTS: Final = (
    Layout(
        "Connections",
        (*_NAMES, "connected on"),
        ("url", "email address", "company", "position"),
        ("connected on",),
        {
            "profile url": "url",
            "e-mail address": "email address",
            "current company": "company",
            "current position": "position",
        },
    ),
    Layout("Recommendations Received", (*_NAMES, "text"), _LETTER, ("creation date",)),
    Layout("Recommendations Given", (*_NAMES, "text"), _LETTER, ("creation date",)),
    Layout("Positions", ("company name", "title"), ("description", "location", *_SPAN), _SPAN),
    Layout("Volunteering", ("company name", "role"), ("cause", "description", *_SPAN), _SPAN),
    Layout(
        "Education",
        ("school name",),
        ("start date", "end date", "notes", "degree name", "activities"),
        ("start date", "end date"),
    ),
    Layout("Skills", ("name",)),
    Layout(
        "Learning",
        ("content title",),
        (
            "content description",
            "content type",
            "content last watched date (if viewed)",
            "content completed at (if completed)",
            "content saved",
            "notes taken on videos (if taken)",
        ),
        ("content last watched date (if viewed)", "content completed at (if completed)"),
    ),
    Layout("Events", ("event name",), ("event time", "status", "external url")),
    Layout(
        "Job Applications",
        ("application date", "company name", "job title"),
        ("contact email", "contact phone number", "job url", "resume name", "question and answers"),
        ("application date",),
    ),
    Layout("Saved Jobs", ("saved date", "company name", "job title"), ("job url",), ("saved date",)),
    Layout("Company Follows", ("organization",), ("followed on",), ("followed on",)),
    Layout("Projects", ("title",), ("description", "url", *_SPAN), _SPAN),
    Layout("Publications", ("name",), ("published on", "description", "publisher", "url"), ("published on",)),
    Layout("Certifications", ("name",), ("url", "authority", "license number", *_SPAN), _SPAN),
    Layout("Honors", ("title",), ("description", "issued on"), ("issued on",)),
    Layout("Endorsement Received Info", ("endorsement date", "skill name"), days=("endorsement date",)),
    Layout("Profile", _NAMES, ("headline", "summary")),
)
OTHER_NAMES: Final = {"volunteerexperiences": "Volunteering"}

# Files and columns that hold more than is taken, and why it is not.
LEFT: Final[Mapping[str, str]] = {
    "Endorsement Received Info": "counted; an endorsement says that there is a skill, not how much of it",
    "Profile": "only the owner's name is read, and no record made of it",
    "Job Applications: Contact Email, Contact Phone Number": "the owner's own, as the company got them",
    "Job Applications: Question And Answers": "answers given to a company stay where they are",
    "Learning: Content Description": "the provider's words",
}
_ELSEWHERE: Final = "nothing in it that a plan has a record for"


def _key(title: str) -> str:
    return title.replace(" ", "").casefold()


_BY_KEY: Final = {_key(layout.title): layout for layout in LAYOUTS}
_BY_KEY.update({key: _BY_KEY[_key(title)] for key, title in OTHER_NAMES.items()})


def layout_of(name: str) -> Layout | None:
    """The layout that a file's name promises, in whatever folder, letters or copy, under whatever prefix.

    >>> layout_of("export/jobs/SAVED_JOBS (1).CSV").title
    'Saved Jobs'
    """
    path = Path(name.replace("\\", "/"))
    if path.suffix.casefold() != ".csv" or path.name.startswith("."):
        return None
    words = re.findall(r"[^\W_]+", re.sub(r"[\W_]*[0-9]+\)?$", "", path.stem.casefold()))
    for start in range(len(words)):
        layout = _BY_KEY.get("".join(words[start:]))
        if layout is not None:
            return layout
    return None


@attrs.frozen(eq=False, repr=False)
class Archive:
    """The tables of an archive, its order of days, and what was not taken of it."""

    tables: tuple[Table, ...]
    order: DayOrder
    left: Mapping[str, str]


def archive(source: Source, encoding: str | None, day_first: bool | None, report: Report) -> Archive:
    """Read the files of an archive that are known."""
    with opened(source) as files:
        known = {name: layout for name in files.readers if (layout := layout_of(name)) is not None}
        if not known:
            refuse(
                Path(source), "not-linkedin", "holds no file of a LinkedIn archive, such as Connections.csv"
            )
        tables = tuple(_tables(files, known, encoding, report))
        others = [name for name in files.readers if name not in known and name.casefold().endswith(".csv")]
    order = DayOrder.of(_days(tables), halves_tell=True) if day_first is None else DayOrder(day_first)
    return Archive(tables, order, dict(_left(tables, others)))


def _tables(
    files: Files, known: Mapping[str, Layout], encoding: str | None, report: Report
) -> Iterator[Table]:
    for name, layout in known.items():
        shown = safe_name(name)
        try:
            text = decoded(files.read(name), encoding)
        except Unreadable as error:
            report.add(error.rule, error.reason, shown)
        except NotText as error:
            report.add("encoding", error.reason, shown, hint=error.hint)
        else:
            yield table(shown, text, layout, report)


def _days(tables: tuple[Table, ...]) -> Iterator[str]:
    return (row[column] for table in tables for column in table.layout.days for row in table.rows)


def _left(tables: tuple[Table, ...], others: list[str]) -> Iterator[tuple[str, str]]:
    """What was not taken: files that are only counted, columns that hold something, other files."""
    for what, why in LEFT.items():
        title, _, columns = what.partition(": ")
        rows = [row for table in tables if table.layout.title == title for row in table.rows]
        wanted = [column.casefold() for column in columns.split(", ") if column]
        if rows and (not wanted or any(row[column] for row in rows for column in wanted)):
            yield what, why
    for name in others:
        yield safe_name(name), _ELSEWHERE
