"""Time: how much of it there is, and how much is promised."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from math import ceil
from typing import Final

from careertrack.moment import Moment
from careertrack.pillars.finding import Rule, Said, rule
from careertrack.pillars.spans import SETTLING_DAYS, waited
from careertrack.records.rhythm import Routine
from careertrack.records.self import Capacity

WEEKS_A_MONTH: Final = Fraction("4.35")  # 365.25 days in twelve months of weeks, exact so that sums are


def minutes_a_week(routine: Routine) -> Fraction:
    """What a routine of minutes comes to in a week; 0 for one that is counted otherwise."""
    minutes = Fraction(routine.minutes or 0)
    return minutes if routine.per == "week" else minutes / WEEKS_A_MONTH


def promises_of_minutes(now: Moment) -> tuple[Routine, ...]:
    """The routines in force that promise minutes."""
    return tuple(
        state.routine
        for state in now.routines.values()
        if state.is_in_force and state.routine.minutes is not None
    )


@rule("capacity-not-stated", "hint", "direction")
def capacity_not_stated(now: Moment) -> Iterator[Said]:
    """Minutes have been promised for a week, and how many there are in a week was never stated."""
    promises = now.once(promises_of_minutes)
    is_stated = any(fact.minutes is not None for fact in now.facts(Capacity))
    if not is_stated and any(waited(now, each.on) >= SETTLING_DAYS for each in promises):
        yield Said({}, promises)


@rule("promised-beyond-capacity", "notice", "direction")
def promised_beyond_capacity(now: Moment) -> Iterator[Said]:
    """Routines in force promise more minutes a week than there are; a month has 4.35 weeks."""
    promises, stated = now.once(promises_of_minutes), now.capacity
    if stated is None or stated.minutes is None:
        return
    promised = sum(map(minutes_a_week, promises))
    if promised > stated.minutes:
        yield Said({"promised": ceil(promised), "capacity": stated.minutes}, (stated, *promises))


RULES: Final[tuple[Rule, ...]] = (capacity_not_stated, promised_beyond_capacity)
