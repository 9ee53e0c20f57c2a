"""Goals that count what a routine counts: the records tell how far they are."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from math import isclose
from typing import Final, NamedTuple

from careertrack.moment import Moment
from careertrack.practice.routines import COUNTS, efforts_for
from careertrack.progress import schedules
from careertrack.records.rhythm import Routine
from careertrack.state.goals import GoalState

CLOSE: Final = 0.1  # house: paces that differ by a tenth are one, since months are no whole weeks
DAYS_OF: Final[Mapping[str, float]] = {"week": 7, "month": 365.25 / 12}
UNITS: Final[Mapping[str, float]] = {"hours": 60, "minutes": 1}  # of a goal, in minutes


class Counted(NamedTuple):
    """A goal's value as the records have it, and the routine that goes at its pace."""

    routine: str
    value: float


def counted(now: Moment) -> Mapping[str, Counted]:
    """The open goals that ask for as much a week as the one such routine of their pillar."""
    found = {}
    for id in now.once(schedules):
        state = now.goals[id]
        alike = [
            each.routine
            for each in now.routines.values()
            if each.is_in_force
            and each.routine.pillar == state.goal.pillar
            and _is_alike(state, each.routine)
        ]
        if len(alike) == 1:
            done = _done(now, state, alike[0])
            found[id] = Counted(alike[0].id, (state.goal.baseline or 0.0) + done)
    return found


def _is_alike(state: GoalState, routine: Routine) -> bool:
    goal = state.goal
    days = ((goal.due or date.max) - state.first.on).days  # a goal is due after its first day
    way = (goal.target or 0.0) - (goal.baseline or 0.0)
    each = 1.0 if routine.of is not None else UNITS.get(goal.unit or "", 0.0)
    promised = (routine.times or routine.minutes or 0) / DAYS_OF[routine.per]
    return each > 0 and isclose(way * each / days, promised, rel_tol=CLOSE)


def _done(now: Moment, state: GoalState, routine: Routine) -> float:
    """What was done since the goal was set."""
    since = state.first.on
    if routine.of is not None:
        return float(len(COUNTS[routine.of](now, since, now.day)))
    minutes = sum(effort.minutes for effort in efforts_for(now, routine, since, now.day))
    return minutes / UNITS[state.goal.unit or "minutes"]
