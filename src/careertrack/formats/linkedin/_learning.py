"""Skills, courses, events, and what was accomplished."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final, NamedTuple

from careertrack.formats.days import Stamp, Unclear, is_blank
from careertrack.formats.desk import Desk
from careertrack.formats.ids import made_id
from careertrack.formats.linkedin._extra import extra
from careertrack.formats.tables import Row
from careertrack.records.people import Event
from careertrack.records.setbacks import Resolution
from careertrack.records.skills import Course, Evidence, Skill

_PROVIDER: Final = "LinkedIn Learning"
_GONE: Final = "content metadata no longer exists"  # what a course is called that was taken down


def _said(text: str) -> str:
    """A text, or nothing where the archive writes that there is none."""
    return "" if is_blank(text) else text


def skill(desk: Desk, row: Row) -> None:
    """Make a skill of a name; how good its owner is, nobody has said."""
    name = row["name"]
    desk.keep(row, desk.make(row, Skill, {"name": "Name"}, id=made_id(name), name=name))


# --- Courses -------------------------------------------------------------------------------------


def courses(desk: Desk, rows: Iterable[Row]) -> None:
    """Make a course of each title, and where it was completed a resolution on the first such day."""
    by_id: dict[str, list[Row]] = {}
    for row in rows:
        title = _said(row["content title"])
        if not title or title.casefold().startswith(_GONE):
            row.report(desk.report, "no-name", "names no course", "content title")
        else:
            by_id.setdefault(made_id(title), []).append(row)
    for id, group in by_id.items():
        _course(desk, id, group)


def _course(desk: Desk, id: str, group: list[Row]) -> None:
    first = group[0]
    watched = [stamp for row in group if (stamp := desk.stamp(row, "content last watched date (if viewed)"))]
    completed = [day for row in group if (day := desk.day(row, "content completed at (if completed)"))]
    course = desk.make(
        first,
        Course,
        {"title": "Content Title", "note": "Notes taken on videos (if taken)"},
        id=id,
        title=first["content title"],
        provider=_PROVIDER,
        note=_said(first["notes taken on videos (if taken)"]),
        extra=extra(
            type=first["content type"].casefold(),
            watched=max((stamp.text for stamp in watched), default=""),
            saved=any(row["content saved"].casefold() == "true" for row in group),
        ),
    )
    if desk.keep(first, course) is not None and completed:
        on = min(completed)
        desk.keep(first, desk.make(first, Resolution, {}, id=made_id(id, "completed"), on=on, course=id))


# --- Events --------------------------------------------------------------------------------------


def event(desk: Desk, row: Row) -> None:
    """Make an event; that somebody meant to attend is kept as that, and says nothing of having been there."""
    title = row["event name"]
    if not title:
        row.report(desk.report, "no-name", "names no event", "event name")
        return
    starts, ends = _times(desk, row)
    timed = starts is not None and starts.moment is not None and starts.utc
    made = desk.make(
        row,
        Event,
        {"title": "Event Name", "starts": "Event Time", "link": "External Url"},
        id=made_id(title, starts.text if starts else ""),
        title=title,
        # A time without a zone could be any of 26; its day is nearly always right.
        starts=None if starts is None else starts.moment if timed else starts.day,
        zone="UTC" if timed else None,
        minutes=_minutes(starts, ends),
        link=row["external url"],
        extra=extra(status=row["status"].casefold()),
    )
    desk.keep(row, made)


def _times(desk: Desk, row: Row) -> tuple[Stamp | None, Stamp | None]:
    begin, _, end = row["event time"].partition(" - ")
    try:
        return desk.order.stamp(begin), desk.order.stamp(end)
    except Unclear as unclear:
        row.report(desk.report, unclear.rule, unclear.reason, "event time")
        return None, None


def _minutes(starts: Stamp | None, ends: Stamp | None) -> int | None:
    begun, over = (stamp.moment if stamp is not None else None for stamp in (starts, ends))
    if begun is None or over is None or over <= begun:
        return None
    return int((over - begun).total_seconds()) // 60


# --- What was accomplished -------------------------------------------------------------------------


class Shown(NamedTuple):
    """The columns of a file of accomplishments.

    The days are looked at in this order: when it was finished, or else begun.
    """

    title: str
    days: tuple[str, ...]
    more: tuple[str, ...] = ()


SHOWN: Final = {
    "Projects": Shown("title", ("finished on", "started on")),
    "Publications": Shown("name", ("published on",), ("publisher",)),
    # A certificate is won on the day it starts to hold; when it ends is kept beside it.
    "Certifications": Shown("name", ("started on",), ("authority", "finished on")),
    "Honors": Shown("title", ("issued on",)),
}


def accomplishment(desk: Desk, row: Row, shown: Shown) -> None:
    """Make evidence of a project, a publication, a certificate or an honour.

    What is known to the month counts from the month's last day: by then it was done.  The
    text of the archive is kept beside it.
    """
    title = row[shown.title]
    if not title:
        row.report(desk.report, "no-name", "has no title", shown.title)
        return
    stamp = next((stamp for column in shown.days if (stamp := desk.stamp(row, column))), None)
    if stamp is None:
        if all(is_blank(row[column]) for column in shown.days):
            row.report(desk.report, "no-day", "names no day", shown.days[0])
        return
    more: dict[str, Any] = {column.replace(" ", "-"): row[column] for column in shown.more}
    if stamp.day is None:
        more["on"] = stamp.text
    evidence = desk.make(
        row,
        Evidence,
        {"title": shown.title, "impact": "Description", "link": "Url"},
        id=made_id(title, stamp.text),
        on=stamp.last_day,
        title=title,
        impact=row["description"],
        link=row["url"],
        extra=extra(**more),
    )
    desk.keep(row, evidence)
