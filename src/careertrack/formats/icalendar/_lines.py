"""From a text to its components, so that one that is broken costs no other.

The zones that a calendar defines are never handed to the library: it would keep them for the
calendars that come after.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

import attrs

from careertrack.formats.reading import Report

MOST_PARTS: Final = 20_000  # house: ten a day, weekends too, for five years
_LINE_ENDS: Final = re.compile("\r\n|\r|\n")
_NAME_END: Final = re.compile("[^A-Za-z0-9-]")
# Where a fold was put into the middle of a character: what is left of that goes to its beginning.
_SPLIT: Final = re.compile(rb"(?<=[\x80-\xff])(\r?\n[ \t])([\x80-\xbf]+)")
_CALENDAR: Final = "VCALENDAR"
# Components that do not stand within another one, which must have ended where one of them begins.
KNOWN: Final = frozenset(
    {_CALENDAR, "VEVENT", "VTODO", "VJOURNAL", "VFREEBUSY", "VTIMEZONE", "VAVAILABILITY"}
)


def mended(content: bytes) -> bytes:
    r"""Bytes whose folds do not split a character.

    Some programs fold lines at 75 bytes, wherever that is; RFC 5545 (3.1) has readers put up with it.

    >>> mended(b"SUMMARY:Caf\xc3\r\n \xa9 noir").decode()
    'SUMMARY:Café\r\n  noir'
    """
    return _SPLIT.sub(rb"\2\1", content)


class Line(NamedTuple):
    """A line as it was before it was folded, and the name of its property."""

    name: str
    text: str

    @property
    def value(self) -> str:
        """What follows the colon, of a line without parameters."""
        return self.text.partition(":")[2].strip()


@attrs.define
class Calendar:
    """What a calendar says of zones: for its own components, and for no other's.

    Args:
        zone: The zone that it says its times are in.
        places: The keys of the zones that it defines, where it says what those are.
    """

    zone: str = ""
    places: dict[str, str] = attrs.field(factory=dict)


class Part(NamedTuple):
    """A component of a calendar: its name, the line that it begins on, and its own lines."""

    name: str
    number: int
    lines: list[Line]
    calendar: Calendar


@attrs.define
class Parts:
    """What the calendars of a file hold.

    Args:
        file: The file, for issues.
        report: Where what is wrong is reported.
        calendars: How many there are.
        parts: Their components, each whole.
    """

    file: str
    report: Report
    calendars: int = 0
    parts: list[Part] = attrs.field(factory=list)
    _calendar: Calendar = attrs.field(factory=Calendar)
    _open: Part | None = None
    _within: int = 0  # components that the open one has begun and not ended

    @classmethod
    def of(cls, text: str, file: str, report: Report) -> Parts:
        """The parts of a text."""
        found = cls(file, report)
        for number, line in _unfolded(text):
            if line.name == "BEGIN":
                if len(found.parts) == MOST_PARTS:
                    reason = f"has more than {MOST_PARTS:,} components: the rest is not read"
                    report.add("too-many", reason, file, number)
                    return found
                found._begin(line.value.upper(), number)
            elif line.name == "END":
                found._end(line.value.upper())
            elif found._open is not None and not found._within:
                found._open.lines.append(line)
            elif line.name == "X-WR-TIMEZONE" and found._open is None:
                found._calendar.zone = found._calendar.zone or line.value
        found._give_up()
        return found

    def _begin(self, name: str, number: int) -> None:
        if self._open is not None and name not in KNOWN:
            self._within += 1
            return
        self._give_up()
        if name == _CALENDAR:
            self.calendars += 1
            self._calendar = Calendar()
        else:
            self._open, self._within = Part(name, number, [], self._calendar), 0

    def _end(self, name: str) -> None:
        if self._open is not None and name == self._open.name:
            self.parts.append(self._open)
            if name == "VTIMEZONE":
                said = {line.name: line.value for line in self._open.lines}
                self._open.calendar.places[said.get("TZID", "")] = said.get("X-LIC-LOCATION", "")
            self._open = None
        elif name == _CALENDAR:
            self._give_up()
        else:
            self._within = max(self._within - 1, 0)

    def _give_up(self) -> None:
        """Report the open component, if there is one: what should have ended it did not come."""
        if self._open is not None:
            self.report.add("unclosed", "is a component that never ends", self.file, self._open.number)
            self._open = None


def _unfolded(text: str) -> Iterator[tuple[int, Line]]:
    """The lines of a text, numbered; one that begins with a blank goes on with the one before."""
    begun, pieces = 1, list[str]()
    for number, piece in enumerate(_LINE_ENDS.split(text), 1):
        if piece[:1] in {" ", "\t"}:
            pieces.append(piece[1:])
            continue
        yield from _joined(begun, pieces)
        begun, pieces = number, [piece]
    yield from _joined(begun, pieces)


def _joined(number: int, pieces: list[str]) -> Iterator[tuple[int, Line]]:
    text = "".join(pieces)
    if text:
        yield number, Line(_NAME_END.split(text, maxsplit=1)[0].upper(), text)
