"""What the routines still owe of the week or month that a day lies in."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from datetime import date, timedelta
from math import ceil
from typing import Final, NamedTuple

from careertrack.days import week_end
from careertrack.moment import Moment
from careertrack.practice.marks import owed_of
from careertrack.practice.routines import COUNTS, efforts_for, promised_pace
from careertrack.practice.spans import in_force_throughout
from careertrack.records.rhythm import Routine
from careertrack.vocabulary import Period

PERIODS: Final[tuple[Period, ...]] = ("week", "month")


class Owed(NamedTuple):
    """What a routine still owes: so many minutes or times, to the last day of its period."""

    routine: Routine
    first: date
    last: date
    rest: int

    @property
    def what(self) -> str:
        """What it counts."""
        return self.routine.of or "minutes"

    @property
    def reason(self) -> str:
        """How much of it is to go."""
        what = self.what.replace("-", " ").removesuffix("s" if self.rest == 1 else "")
        return f"routine {self.routine.id} has {self.rest} {what} to go by {self.last}"


def owed(now: Moment) -> Mapping[str, Owed]:
    """The routines that owe something of a whole period, less for its paused days."""
    found = {}
    for id in now.routines:
        for per in PERIODS:
            each = _owed(now, id, *_period(now.day, per))
            if each is not None and each.routine.per == per and each.rest > 0:
                found[id] = each
    return found


def _owed(now: Moment, id: str, first: date, last: date) -> Owed | None:
    span = in_force_throughout(promised_pace(now, id), first, last)
    if span is None:
        return None
    promise = span.record
    if promise.of is None:
        done = sum(effort.minutes for effort in efforts_for(now, promise, first, last))
    else:
        done = len(COUNTS[promise.of](now, first, last))
    owes = owed_of(
        promise.minutes or promise.times or 0,
        done,
        now.rest.days(first, last),
        (last - first).days + 1,
        counted=promise.of is not None,
    )
    return Owed(promise, first, last, ceil(owes - done))


def _period(day: date, per: Period) -> tuple[date, date]:
    """The first and the last day of the week or month that a day lies in."""
    if per == "week":
        return day - timedelta(day.weekday()), week_end(day)
    return day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1])
