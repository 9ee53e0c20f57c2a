"""Goals: the next step of one that will be behind its plan in a week."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from itertools import pairwise
from math import ceil, floor
from typing import Final

from careertrack.days import DAY, plus_days
from careertrack.moment import Moment
from careertrack.progress import schedules
from careertrack.questions.actions.action import Action
from careertrack.questions.actions.counted import counted
from careertrack.questions.actions.new import once_more
from careertrack.questions.actions.owed import owed
from careertrack.questions.actions.people import AHEAD_DAYS
from careertrack.records.goals import CheckIn
from careertrack.records.rhythm import Effort
from careertrack.state.goals import GoalState

STEP_MINUTES: Final = 60  # house: an hour for what a plan asks for in a week, where no effort tells
COUNTS: Final = (1, 2)  # of steps, beside all that are missing
MOST_MINUTES: Final = 1_000_000  # as much as an effort can hold


def steps(now: Moment) -> Iterator[Action]:
    """One step of each goal that its plan will be ahead of in a week, two, or all that is missing then.

    Where a routine goes at the pace of the goal, what it still owes is the step.
    """
    for id in now.once(schedules):
        state, same = now.goals[id], now.once(counted).get(id)
        if same is not None and same.routine in now.once(owed):
            continue
        # Not what was set today, and one check-in a day.
        if state.goal.on < now.day and all(check.on < now.day for check in state.check_ins):
            yield from _steps(now, state)


def _steps(now: Moment, state: GoalState) -> Iterator[Action]:
    goal, due = state.goal, plus_days(now.day, AHEAD_DAYS)
    start, target = goal.baseline or 0.0, goal.target or 0.0
    up = 1.0 if target > start else -1.0
    current = start if state.value is None else state.value
    in_wholes = all(
        each.is_integer() for each in (start, target, *(stone.value for stone in goal.milestones))
    )
    planned, step = _planned(now, state, due), abs(target - start) * 7 / _days(now, state)
    if in_wholes:
        planned = float(ceil(planned) if up > 0 else floor(planned))
        step = max(float(round(step)), 1.0)
    missing = (planned - current) * up
    if missing <= 0:
        return
    count = ceil(missing / step)
    for size in sorted({min(each, count) for each in (*COUNTS, count)}):
        value = planned if size == count else current + size * step * up
        minutes = _minutes(state, abs(value - current), size)
        yield Action(
            code="reach-step",
            id=f"step {goal.id} {size}",
            group=f"goal {goal.id}",
            pillar=goal.pillar,
            params={"id": goal.id, "value": value, "unit": f" {goal.unit}" if goal.unit else ""},
            minutes=minutes,
            is_guess=not _is_known(state),
            reason=f"its plan has {planned:.12g} by {due}, and it is at {current:.12g}",
            due=due,
            unblocks=f"goal {goal.id} on its schedule",
            records=(
                once_more(now, Effort(on=now.day, minutes=minutes, goal=goal.id)),
                CheckIn(on=now.day, goal=goal.id, value=value),
            ),
        )


def _planned(now: Moment, state: GoalState, day: date) -> float:
    """The value that the plan in force has for a day, on a straight line between two milestones."""
    goal, target = state.goal, state.goal.target or 0.0
    curve = [(state.first.on, goal.baseline or 0.0), *((each.due, each.value) for each in goal.milestones)]
    for (since, low), (until, high) in pairwise([*curve, (goal.due or day, target)]):
        if since <= day < until:
            return low + (high - low) * _gone(now, since, day) / max(_gone(now, since, until), 1)
    return target


def _days(now: Moment, state: GoalState) -> int:
    return max(_gone(now, state.first.on, state.goal.due or now.day), 1)


def _gone(now: Moment, since: date, day: date) -> int:
    """The days after one as far as another that are not paused."""
    return (day - since).days - now.rest.days(since + DAY, day) if since < day else 0


def _is_known(state: GoalState) -> bool:
    """Whether efforts on the goal, and what came of them, tell how long a step takes."""
    return state.minutes > 0 and state.value is not None and state.value != (state.goal.baseline or 0.0)


def _minutes(state: GoalState, way: float, size: int) -> int:
    if not _is_known(state):
        return min(STEP_MINUTES * size, MOST_MINUTES)
    moved = abs((state.value or 0.0) - (state.goal.baseline or 0.0))
    return int(min(max(ceil(state.minutes * way / moved), 1), MOST_MINUTES))


FINDERS: Final[tuple[Callable[[Moment], Iterator[Action]], ...]] = (steps,)
