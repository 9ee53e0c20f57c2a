"""Appointments that cannot both be kept, and those of which that cannot be told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from typing import Any, Final

import attrs

from careertrack.records.people import Event

__all__ = ["Collision"]

# From UTC-12 to UTC+14: so far apart may two zones' clocks be on one moment.
ZONES_APART: Final = timedelta(hours=26)
MINUTE: Final = timedelta(minutes=1)


@attrs.frozen(kw_only=True)
class Collision:
    """Two appointments at once, or two of which it cannot be told whether they are.

    Args:
        first: Id of the one that begins first by what is written down.
        second: Id of the other.
        on: The day of the second.
        minutes: How many minutes they share; ``None`` where that cannot be told.
        is_certain: Whether they do collide.
        reason: What is known, or what is missing.
    """

    first: str
    second: str
    on: date
    minutes: int | None
    is_certain: bool
    reason: str

    def __str__(self) -> str:
        verb = "collide" if self.is_certain else "may collide"
        return f"{self.first} and {self.second} {verb} on {self.on}: {self.reason}"

    def to_dict(self) -> dict[str, Any]:
        """Plain data."""
        return {**attrs.asdict(self), "on": self.on.isoformat()}


def collisions(events: Sequence[Event]) -> tuple[Collision, ...]:
    """Each pair of appointments that collide or may do so, in order of their beginning.

    Times are compared by the clock on the wall of their zone, which is never resolved: of two
    zones it cannot be told how far apart they are, and of a day alone not at what hour.

    Args:
        events: Appointments, each with the day or time that it starts.
    """
    known = sorted(events, key=lambda each: (_begin(each), each.id))
    return tuple(_pairs(known))


def _pairs(events: Sequence[Event]) -> Iterator[Collision]:
    longest = max((_end(each) - _begin(each) for each in events), default=timedelta())
    for place, first in enumerate(events):
        for second in events[place + 1 :]:
            if _begin(second) - _begin(first) > longest + ZONES_APART:
                break
            found = _between(first, second)
            if found is not None:
                yield found


def _begin(event: Event) -> datetime:
    starts = event.starts or date.min
    return starts if isinstance(starts, datetime) else datetime(starts.year, starts.month, starts.day)


def _end(event: Event) -> datetime:
    """When an appointment is over at the latest: by midnight where it is not written down."""
    begin = _begin(event)
    if isinstance(event.starts, datetime) and event.minutes is not None:
        lasts = event.minutes * MINUTE
    else:
        lasts = timedelta(1) - (begin - begin.replace(hour=0, minute=0))
    return begin + min(lasts, datetime.max - begin)


def _between(first: Event, second: Event) -> Collision | None:
    """What is known of two appointments, the first of which begins no later."""
    begin, until = _begin(second), _end(first)

    def told(reason: str, *, minutes: int | None = None, is_certain: bool = False) -> Collision:
        return Collision(
            first=first.id,
            second=second.id,
            on=begin.date(),
            minutes=minutes,
            is_certain=is_certain,
            reason=reason,
        )

    without_time = [each.id for each in (first, second) if not isinstance(each.starts, datetime)]
    if without_time:
        if begin >= until:
            return None
        return told(f"of {' and '.join(without_time)} only the day is written down")
    if first.zone != second.zone:
        if begin - until >= ZONES_APART:
            return None
        return told(f"one is in {first.zone}, the other in {second.zone}")
    if begin == _begin(first) or (first.minutes is not None and begin < until):
        if first.minutes is None or second.minutes is None:
            return told("they overlap, for how long is not written down", is_certain=True)
        shared = (min(until, _end(second)) - begin) // MINUTE
        return told(f"they share {shared} minutes", minutes=shared, is_certain=True)
    if begin < until:
        return told(f"how long {first.id} takes is not written down")
    return None
