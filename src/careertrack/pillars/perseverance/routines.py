"""Routines as habits: large enough to matter, with a time and place of their own."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil
from typing import Final

from careertrack.moment import Moment
from careertrack.pillars.direction.time import minutes_a_week, promises_of_minutes
from careertrack.pillars.finding import Rule, Said, rule
from careertrack.pillars.spans import MONTH_DAYS, SETTLING_DAYS, waited

TINY_MINUTES: Final = 15  # house: a good way to begin, and too little to carry a pillar on its own


@rule("routine-tiny", "hint", "perseverance")
def tiny(now: Moment) -> Iterator[Said]:
    """A routine in force promises less than fifteen minutes a week, as it has for four weeks."""
    for promise in now.once(promises_of_minutes):
        minutes = minutes_a_week(promise)
        if minutes < TINY_MINUTES and waited(now, promise.on) >= MONTH_DAYS:
            yield Said({"id": promise.id, "minutes": ceil(minutes)}, (promise,))


@rule("routine-without-cue", "hint", "perseverance")
def without_cue(now: Moment) -> Iterator[Said]:
    """A routine in force, a week old, without a cue."""
    for id, state in now.routines.items():
        is_settled = waited(now, state.revisions[0].on) >= SETTLING_DAYS
        if state.is_in_force and state.routine.cue is None and is_settled:
            yield Said({"id": id}, (state.routine,))


RULES: Final[tuple[Rule, ...]] = (tiny, without_cue)
