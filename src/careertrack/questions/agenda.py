"""What is coming up: all that falls due in the days ahead, and what was due and is still open."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any, Final

import attrs

from careertrack.days import plus_days
from careertrack.errors import InvalidValue
from careertrack.moment import Moment
from careertrack.page import Items, Line, Page, Section, Shown, Word
from careertrack.page.words import plain
from careertrack.questions.coming import ORDER, Coming, Found, coming
from careertrack.record import Record
from careertrack.records.people import Event
from careertrack.shapes import Whole

__all__ = ["Agenda", "AgendaEntry"]

MOST_DAYS: Final = 3_660  # house: ten years; nobody reads further ahead
LONGEST_TITLE: Final = 60  # house: a promise may have 20,000 characters, a line has room for this
WEEKDAYS: Final = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_DAYS: Final = Whole(1, MOST_DAYS)


@attrs.frozen(kw_only=True)
class AgendaEntry:
    """Something that falls due on a day, takes place or ends on it.

    Args:
        day: The day; where a pause put it off, the day that it was put off to.
        type: What sort of thing it is: ``appointment``, ``answer``, ``commitment``, ``cadence``,
            ``goal``, ``milestone``, ``course``, ``closing``, ``retry``, ``look-back``,
            ``credential``, ``pause-ends``, ``routine-ends`` or ``cadence-ends``.
        id: Its id, or that of what it is about; an empty text where there is none.
        title: What it is called; may be the person's own words, or the name of a contact.
        reason: Why it stands on that day.
        record: The record behind it.
        moved_from: The day that it would be due on but for a pause.
        time: The local time of an appointment, as it was written.
        zone: The zone of that time.

    >>> import careertrack as ct
    >>> goal = ct.Goal(on="2026-01-05", title="Apply", pillar="change", due="2026-03-06")
    >>> print(AgendaEntry(day=goal.due, type="goal", id="apply", title="Apply", reason="due", record=goal))
    Fri 2026-03-06  goal apply: Apply; due
    """

    day: date
    type: Coming
    id: str
    title: str = attrs.field(repr=False)
    reason: str
    record: Record = attrs.field(repr=False)
    moved_from: date | None = None
    time: str | None = None
    zone: str | None = None

    def __str__(self) -> str:
        at = "" if self.time is None else f" {self.time} {self.zone}"
        moved = "" if self.moved_from is None else f"put off from {self.moved_from} by a pause"
        said = "; ".join(filter(None, [plain(self.title, LONGEST_TITLE), self.reason, moved]))
        name = f"{self.type} {self.id}".rstrip()
        return f"{WEEKDAYS[self.day.weekday()]} {self.day}{at}  {name}: {said}"

    def to_dict(self) -> dict[str, Any]:
        """Plain data."""
        return {
            "day": self.day.isoformat(),
            "type": self.type,
            "id": self.id,
            "title": self.title,
            "reason": self.reason,
            "moved_from": None if self.moved_from is None else self.moved_from.isoformat(),
            "time": self.time,
            "zone": self.zone,
        }


@attrs.frozen(kw_only=True, repr=False)
class Agenda(Shown):
    """What falls due from a day to another, in order of the days.

    On a day appointments come first, by their local time, then what others wait for, what one
    asked of oneself, and what ends; among those of a kind, by id.  Going through an agenda gives
    the entries of its days; what is overdue stands apart.

    Args:
        day: The first day.
        until: The last day.
        overdue: What was due before the first day and is still open, the oldest first.
        entries: What falls due on the days themselves.

    >>> import careertrack as ct
    >>> plan = ct.Plan() + ct.Contact(id="ben", name="Ben")
    >>> plan += ct.Cadence(id="ben", on="2026-01-05", contact="ben", every="2 weeks")
    >>> plan += ct.Commitment(id="send-cv", on="2026-01-06", what="Send the CV", to="ben", due="2026-01-09")
    >>> print(agenda(plan.as_of("2026-01-12"), 21))
    from 2026-01-12 to 2026-02-01
    <BLANKLINE>
    overdue:
    - Fri 2026-01-09 commitment send-cv: Send the CV; you promised it to ben on 2026-01-06
    <BLANKLINE>
    coming up:
    - Mon 2026-01-19 cadence ben: Ben; every 2 weeks, counted from the day it was promised, 2026-01-05
    """

    day: date
    until: date
    overdue: tuple[AgendaEntry, ...]
    entries: tuple[AgendaEntry, ...]

    def __iter__(self) -> Iterator[AgendaEntry]:
        return iter(self.entries)

    def on(self, day: date) -> tuple[AgendaEntry, ...]:
        """What falls due on one of the days."""
        return tuple(each for each in self.entries if each.day == day)

    def page(self) -> Page:
        """What is overdue, then what is coming up, a line each."""
        found = ((Word("overdue"), self.overdue), (Word("coming up"), self.entries))
        told = [Section(heading, [Items([*map(str, entries)])]) for heading, entries in found if entries]
        nothing = Line(Word("nothing is due that is written down"))
        title = (Word("from"), f" {self.day} ", Word("to"), f" {self.until}")
        return Page(title, told or [nothing])

    def __repr__(self) -> str:
        count = f"{len(self.entries)} coming up, {len(self.overdue)} overdue"
        return f"<Agenda from {self.day} to {self.until}: {count}>"

    def to_dict(self) -> dict[str, Any]:
        """Plain data."""
        return {
            "day": self.day.isoformat(),
            "until": self.until.isoformat(),
            "overdue": [each.to_dict() for each in self.overdue],
            "entries": [each.to_dict() for each in self.entries],
        }


def agenda(now: Moment, days: int) -> Agenda:
    """What falls due within some days, the day itself being the first of them.

    A rhythm with a person is followed as if nothing more happened: the next touch due, then each
    further one.  Pauses that are on record by the day put off what one asked of oneself, and
    neither appointments nor what others have set a day for.

    Args:
        now: The day.
        days: How many days, 1 to 3,660.

    Raises:
        InvalidValue: If that is no such number.
    """
    broken = _DAYS.faults(days, "days")
    if broken:
        raise InvalidValue(broken)
    until = plus_days(now.day, int(days) - 1)
    found = sorted(map(_entry, coming(now, until)), key=_place)
    return Agenda(
        day=now.day,
        until=until,
        overdue=tuple(each for each in found if each.day < now.day),
        entries=tuple(each for each in found if now.day <= each.day <= until),
    )


def _entry(found: Found) -> AgendaEntry:
    event = found.record
    if isinstance(event, Event) and isinstance(event.starts, datetime):
        time = event.starts.isoformat(timespec="minutes").partition("T")[2]
        return AgendaEntry(**found._asdict(), time=time, zone=event.zone)
    return AgendaEntry(**found._asdict())


def _place(entry: AgendaEntry) -> tuple[date, int, str, str]:
    return entry.day, ORDER.index(entry.type), entry.time or "", entry.id
