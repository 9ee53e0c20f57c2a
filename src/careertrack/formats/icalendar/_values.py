"""Properties of one event, each read by the library on its own: a broken one costs no other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from types import ModuleType
from typing import Any, Final, NamedTuple

import attrs

from careertrack.errors import Issue
from careertrack.formats.icalendar._lines import Calendar, Line, Part, Parts
from careertrack.formats.tables import LONGEST_CELL

_READ: Final = re.compile(
    "UID|RECURRENCE-ID|SEQUENCE|STATUS|SUMMARY|DTSTART|DTEND|DURATION|RRULE|RDATE|EXDATE|CATEGORIES"
    "|DESCRIPTION|LOCATION|URL|ATTENDEE|ORGANIZER"
)
_HEAD: Final = re.compile('(?>(?:[^":]|"[^"]*")*):')
_ZONE: Final = re.compile(r";\s*TZID\s*=", re.IGNORECASE)
# What the fields of an event are made of.
_PROPERTIES: Final = {
    "title": "SUMMARY",
    "type": "CATEGORIES",
    "link": "URL",
    "note": "DESCRIPTION",
    "extra": "LOCATION",
}


class Time(NamedTuple):
    """A day, or a local time with the name of its zone; ``None`` where it has none."""

    local: date
    zone: str | None = None

    def __str__(self) -> str:
        return f"{self.local.isoformat()} {self.zone or ''}".rstrip()


@attrs.frozen(eq=False)
class Values:
    """What an event says, property by property.

    Args:
        within: The file.
        calendar: What its calendar says of zones.
        number: The line that it begins on.
        values: What each property says, as the library reads it.
        text: Its lines, to put two of one event in an order.
    """

    within: Parts
    calendar: Calendar
    number: int
    values: dict[str, list[Any]]
    text: list[Line]

    def report(self, rule: str, reason: str, name: str = "", **more: str) -> None:
        """Say what is wrong with the event, or with one of its properties."""
        self.within.report.add(rule, reason, self.within.file, self.number, name, **more)

    def told(self, field: str, issue: Issue) -> None:
        """Say that a field does not take what the event has for it; not what that is, it may be personal."""
        name = self.end if field == "minutes" else _PROPERTIES.get(field, "")
        self.report("value", f"must be {issue.params['rule']}", name)

    @property
    def end(self) -> str:
        """The name of the property that says when the event ends."""
        return "DTEND" if "DTEND" in self.values else "DURATION"

    def texts(self, name: str) -> list[str]:
        """The texts of a property."""
        return [str(value) for value in self.values.get(name, ()) if isinstance(value, str)]

    def text_of(self, name: str) -> str:
        """The first text of a property; empty where there is none."""
        return next(iter(self.texts(name)), "")

    def words(self, name: str) -> list[str]:
        """The words of a property that lists some."""
        return [str(word) for value in self.values.get(name, ()) for word in getattr(value, "cats", ())]

    def whole(self, name: str) -> int:
        """The number of a property; 0 where there is none."""
        return next((value for value in self.values.get(name, ()) if isinstance(value, int)), 0)

    def time(self, name: str) -> Time | None:
        """The day or time of a property."""
        return next(iter(self.times(name)), None)

    def times(self, name: str) -> list[Time]:
        """The days or times of a property, which may list some."""
        found = self.values.get(name, ())
        return [
            time for value in found for each in getattr(value, "dts", [value]) for time in _times(each, value)
        ]

    def length(self, name: str) -> timedelta | None:
        """The duration of a property."""
        found = [getattr(value, "dt", None) for value in self.values.get(name, ())]
        return next((each for each in found if isinstance(each, timedelta)), None)


def _times(value: Any, of: Any) -> Iterator[Time]:
    when = getattr(value, "dt", None)
    if isinstance(when, datetime):
        zone = of.params.get("X-TZID")
        local = when.replace(tzinfo=None)
        yield Time(local, "UTC" if when.tzinfo else None if zone is None else str(zone))
    elif isinstance(when, date):
        yield Time(when)


def values_of(library: ModuleType, part: Part, within: Parts) -> Values:
    """What an event says; a property that cannot be read is reported."""
    found = Values(within, part.calendar, part.number, {}, sorted(part.lines))
    for line in part.lines:
        if not _READ.fullmatch(line.name):
            continue
        if len(line.text) > LONGEST_CELL:
            found.report("too-long", f"has a value of more than {LONGEST_CELL:,} characters", line.name)
        elif (value := _value(library, line)) is None:
            found.report("value", "cannot be read", line.name)
        else:
            found.values.setdefault(line.name, []).append(value)
    return found


def _value(library: ModuleType, line: Line) -> Any:
    """What the library makes of one line; ``None`` where that is nothing.

    The zone is taken by its name.  The library would look it up, in the machine's database and in
    all calendars that it has read before.
    """
    head = _HEAD.match(line.text)
    if head is None:
        return None
    text = _ZONE.sub(";X-TZID=", head[0]) + line.text[head.end() :]
    try:
        event = library.Event.from_ical(f"BEGIN:VEVENT\r\n{text}\r\nEND:VEVENT\r\n")
    except Exception:  # whatever it trips over is this line's fault
        return None
    return None if event.errors else event.get(line.name)
