"""Time zones: resolved where a calendar is written, and only known by name where one is read."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from types import ModuleType
from typing import TYPE_CHECKING, Final, NamedTuple

from careertrack.days import DAY
from careertrack.shapes import Zone

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from icalendar import Component, Timezone

SECOND: Final = timedelta(seconds=1)
YEAR: Final = timedelta(days=366)
# Every zone can tell its time at these moments; a day further, and the calendar of Python ends.
EARLIEST: Final = datetime(1, 1, 2, tzinfo=UTC)
LATEST: Final = datetime(9999, 12, 30, tzinfo=UTC)

# --- Where a calendar is written ------------------------------------------------------------------


def known_zone(key: str) -> ZoneInfo | None:
    """The zone of a key; ``None`` where the database of zones has none.

    >>> known_zone("Europe/Berlin"), known_zone("Mars/Olympus"), known_zone("Europe")
    (zoneinfo.ZoneInfo(key='Europe/Berlin'), None, None)
    """
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    if key == "localtime":  # a file beside the zones: the machine's own
        return None
    try:
        return ZoneInfo(key)
    except (ZoneInfoNotFoundError, OSError, ValueError):  # not there, a folder, another file
        return None


def on_the_clock(local: datetime, zone: ZoneInfo) -> datetime:
    """A local time as clocks show it: one that they skip is as much later as they skip.

    Of a time that they show twice, the first is meant.  RFC 5545 (3.3.5) says the same of both.

    >>> from zoneinfo import ZoneInfo
    >>> on_the_clock(datetime(2026, 3, 29, 2, 30), ZoneInfo("Europe/Berlin"))
    datetime.datetime(2026, 3, 29, 3, 30)
    >>> on_the_clock(datetime(2026, 10, 25, 2, 30), ZoneInfo("Europe/Berlin"))
    datetime.datetime(2026, 10, 25, 2, 30)
    """
    before, after = (local.replace(tzinfo=zone, fold=fold).utcoffset() or timedelta() for fold in (0, 1))
    return local + max(after - before, timedelta())


class _Time(NamedTuple):
    """How a zone tells the time."""

    offset: timedelta
    is_summer: bool
    name: str


def timezone(library: ModuleType, zone: ZoneInfo, first: datetime, last: datetime) -> Timezone:
    """A zone as a calendar defines it, from the year before one local time to a year after another.

    Each of its parts begins with a change of the clocks, at the local time until then (RFC 5545, 3.6.5).

    Args:
        library: The library `icalendar`.
        zone: The zone.
        first: The earliest local time that is written in it.
        last: The latest.
    """
    begin = max(datetime(max(first.year - 1, 1), 1, 1, tzinfo=UTC), EARLIEST)
    end = min(last.replace(tzinfo=UTC), LATEST - YEAR) + YEAR
    told = _told(zone, begin)
    component: Timezone = library.Timezone()
    component.add("TZID", zone.key)
    component.add_component(_part(library, begin.replace(tzinfo=None) - DAY, told, told))
    for onset, before, after in _changes(zone, begin, end):
        local = onset.replace(tzinfo=None) + before.offset
        component.add_component(_part(library, local, before, after))
    return component


def _told(zone: ZoneInfo, moment: datetime) -> _Time:
    local = moment.astimezone(zone)
    return _Time(local.utcoffset() or timedelta(), bool(local.dst()), local.tzname() or zone.key)


def _changes(zone: ZoneInfo, begin: datetime, end: datetime) -> Iterator[tuple[datetime, _Time, _Time]]:
    """Every change of the clocks, to the second, found day by day."""
    at, before = begin, _told(zone, begin)
    while at < end:
        if _told(zone, at + DAY) == before:
            at += DAY
            continue
        at += _seconds_until(zone, at, before) * SECOND
        after = _told(zone, at)
        yield at, before, after
        before = after


def _seconds_until(zone: ZoneInfo, at: datetime, before: _Time) -> int:
    """How long, of a day at most, until a zone tells the time in another way."""
    return bisect_left(range(86_400), True, key=lambda later: _told(zone, at + later * SECOND) != before)


def _part(library: ModuleType, onset: datetime, before: _Time, after: _Time) -> Component:
    part: Component = library.TimezoneDaylight() if after.is_summer else library.TimezoneStandard()
    part.add("DTSTART", onset)
    part.add("TZOFFSETFROM", before.offset)
    part.add("TZOFFSETTO", after.offset)
    part.add("TZNAME", after.name)
    return part


# --- Where a calendar is read ---------------------------------------------------------------------

_KEY: Final = Zone()
# The areas of the database of zones, which tell where a key begins in "/example.org/2026_1/Europe/Berlin".
_AREAS: Final = frozenset(
    {"Africa", "America", "Antarctica", "Arctic", "Asia", "Atlantic", "Australia", "Etc", "Europe"}
    | {"Indian", "Pacific"}
)


def zone_key(name: str, places: Mapping[str, str], windows: Mapping[str, str]) -> str | None:
    """The key of the IANA zone that a name in a calendar means; ``None`` where it is not known.

    Nothing is looked up in a database of zones: a key of good syntax is kept as it is.

    Args:
        name: The name, a ``TZID``.
        places: The key that the calendar itself says a name stands for (``X-LIC-LOCATION``).
        windows: The key of each zone that Windows has a name for.

    >>> zone_key("W. Europe Standard Time", {}, {"W. Europe Standard Time": "Europe/Berlin"})
    'Europe/Berlin'
    >>> zone_key("/example.org/2026_1/Europe/Berlin", {}, {}), zone_key("my zone", {}, {})
    ('Europe/Berlin', None)
    """
    parts = name.strip("/").split("/")
    after_area = ("/".join(parts[at:]) for at, part in enumerate(parts) if part in _AREAS)
    for key in (places.get(name), windows.get(name), name, next(after_area, None)):
        if key is not None and not _KEY.faults(key, ""):
            return key
    return None
