"""Positions, and the moves that were looked at or applied for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Final, Literal, NamedTuple

from careertrack.formats.desk import Desk
from careertrack.formats.ids import made_id, short_hash
from careertrack.formats.linkedin._extra import extra
from careertrack.formats.people import plain_url
from careertrack.formats.postings import postings
from careertrack.formats.tables import Row
from careertrack.naming import folded
from careertrack.records.moves import Step, Transition
from careertrack.records.people import Organization
from careertrack.records.self import Position
from careertrack.vocabulary import Occupation

_OWN_BOSS: Final = frozenset({"self-employed", "self employed", "freelance", "freelancer"})
_NO_DAY: Final = "-01"


# --- Positions -----------------------------------------------------------------------------------


def job(desk: Desk, row: Row) -> None:
    """Make a position of a job; what it is described by is the story told about it."""
    own = folded(row["company name"]) in _OWN_BOSS
    _position(
        desk,
        row,
        "self-employment" if own else "job",
        _Columns("Company Name", "Title", "Started On", "Finished On", "Description"),
        location=row["location"],
    )


def volunteering(desk: Desk, row: Row) -> None:
    """Make a position of a time as a volunteer."""
    columns = _Columns("Company Name", "Role", "Started On", "Finished On", "Description")
    _position(desk, row, "volunteering", columns, cause=row["cause"])


def studies(desk: Desk, row: Row) -> None:
    """Make a position of a time at a school."""
    columns = _Columns("School Name", "Degree Name", "Start Date", "End Date", "Notes")
    _position(desk, row, "study", columns, activities=row["activities"])


class _Columns(NamedTuple):
    """Which column holds which field of a position."""

    organization: str
    title: str
    started: str
    ended: str
    story: str


def _position(desk: Desk, row: Row, what: Occupation, columns: _Columns, **more: str) -> None:
    said = {field: row[column.casefold()] for field, column in columns._asdict().items()}
    if not said["organization"] and not said["title"]:
        row.report(desk.report, "no-name", "names neither a place nor a title", columns.title)
        return
    started, ended = (_month(desk, row, column.casefold()) for column in (columns.started, columns.ended))
    fields = {**said, "started": started, "ended": ended}
    position = desk.make(
        row,
        Position,
        columns._asdict(),
        id=made_id(said["title"], said["organization"], started or ""),
        type=what,
        extra=extra(**more),
        **fields,
    )
    desk.keep(row, position)


def _month(desk: Desk, row: Row, column: str) -> str | None:
    """A day as far as it was given.

    LinkedIn asks for the month that a position began and ended, never for the day.  Where an
    archive says ``01 Oct 2022`` the first stands for the whole month, so ``2022-10`` is kept;
    any other day was written by somebody who knew it.
    """
    stamp = desk.stamp(row, column)
    if stamp is None:
        return None
    return stamp.text.removesuffix(_NO_DAY) if len(stamp.text) == 10 else stamp.text


# --- Moves ---------------------------------------------------------------------------------------


class _Seen(NamedTuple):
    """A posting as one row has it: saved, or applied for."""

    row: Row
    stage: Literal["lead", "applied"]
    on: date
    organization: str
    title: str
    url: str


def moves(
    desk: Desk, applications: Iterable[Row], saved: Iterable[Row], held: Iterable[Transition] = ()
) -> None:
    """Make one transition of each posting, and a step of each time that it was saved or applied for.

    Rows with the address of one posting are one; a row without address joins the only posting
    of its company and title.  Nothing is known of what came later, so no step is tracked.

    Args:
        desk: Where they are kept.
        applications: Rows of postings applied for.
        saved: Rows of postings saved.
        held: Transitions of the plan that is imported into: one with the same link keeps its id.
    """
    links = {plain_url(each.link): each.id for each in held if each.link is not None}
    seen = [
        *(_seen(desk, row, "applied", "application date") for row in applications),
        *(_seen(desk, row, "lead", "saved date") for row in saved),
    ]
    for group in postings([each for each in seen if each is not None]):
        _transition(desk, group, links)


def _seen(desk: Desk, row: Row, stage: Literal["lead", "applied"], column: str) -> _Seen | None:
    organization, title, url = row["company name"], row["job title"], row["job url"]
    if not organization and not title:
        row.report(desk.report, "no-name", "names neither a company nor a title", "job title")
        return None
    on = desk.day_of(row, column)
    return None if on is None else _Seen(row, stage, on, organization, title, url)


def _transition(desk: Desk, group: Sequence[_Seen], links: Mapping[str, str]) -> None:
    first, begun = group[0], min(each.on for each in group)
    url = plain_url(first.url)
    own_id = made_id(first.title, first.organization, short_hash(url) if url else begun.isoformat())
    id = links.get(url, own_id)
    transition = desk.make(
        first.row,
        Transition,
        {"title": "Job Title", "organization": "Company Name", "link": "Job Url"},
        id=id,
        on=begun,
        title=first.title,
        organization=first.organization,
        channel="linkedin",
        link=first.url,
    )
    desk.keep(first.row, transition)
    for each in group:
        step = desk.make(
            each.row,
            Step,
            {"sent": "Resume Name"},
            id=made_id(each.stage, short_hash(own_id), each.on.isoformat()),
            on=each.on,
            transition=id,
            stage=each.stage,
            sent=each.row["resume name"],
            tracked=False,
        )
        desk.keep(each.row, step)


# --- Organizations -------------------------------------------------------------------------------


def follows(desk: Desk, rows: Iterable[Row]) -> None:
    """Make an organization of each company followed, however often; how much it matters is not known."""
    by_id: dict[str, list[tuple[str, str, Row]]] = {}
    for row in rows:
        name = row["organization"]
        if not name:
            row.report(desk.report, "no-name", "names no organization", "organization")
            continue
        day = desk.day(row, "followed on")
        by_id.setdefault(made_id(name), []).append((name, day.isoformat() if day else "", row))
    for id, said in by_id.items():
        names = sorted({name for name, _, _ in said})
        days = sorted(day for _, day, _ in said if day)
        organization = desk.make(
            said[0][2],
            Organization,
            {"name": "Organization", "aliases": "Organization"},
            id=id,
            name=names[0],
            aliases=names[1:],
            extra=extra(followed=days[0] if days else ""),
        )
        desk.keep(said[0][2], organization)
