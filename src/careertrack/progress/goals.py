"""How far the goals are.

Progress is open-world: what nobody recorded is not known, and bounded.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

import attrs

from careertrack.methods import key_result
from careertrack.moment import Moment
from careertrack.score import Score
from careertrack.state.goals import GoalState

FORGOTTEN_AFTER_DAYS: Final = 365  # house: a goal reached over a year ago no longer speaks of today
EXPECTED_LEVEL: Final = 2  # levels run from -2; at 0, as expected, a goal counts as reached


def goals_score(now: Moment) -> Score:
    """All goals that count on the day, rolled up by importance over their tree."""
    method = "mean of the goals, weighted by importance"
    counted = {id: state for id, state in now.goals.items() if is_counted(state)}
    left_out = _left_out(now.goals.values())
    if not counted:
        return Score.not_asked("; ".join(["no goal is set out", *left_out]), method=method)
    children: dict[str, list[str]] = {id: [] for id in counted}
    roots: list[str] = []
    for id, state in counted.items():
        children.get(state.goal.parent or "", roots).append(id)
    scores: dict[str, Score] = {}
    # Children first, without recursion: trees may be deep.
    for id in reversed(_parents_first(roots, children)):
        scores[id] = own = goal_score(counted[id])
        if own.value is None and children[id]:
            scores[id] = _rolled_up(
                {child: scores[child] for child in children[id]},
                {child: counted[child].goal.importance for child in children[id]},
            )
    score = Score.combine(
        {id: scores[id] for id in roots}, {id: counted[id].goal.importance for id in roots}, method=method
    )
    return attrs.evolve(score, reason="; ".join(filter(None, [score.reason, *left_out])))


def is_counted(state: GoalState) -> bool:
    """Whether a goal is part of progress on the day: not dropped, nor reached over a year ago."""
    if state.resolution is None:
        return True
    age = (state.as_of - state.resolution.on).days
    return state.resolution.outcome == "done" and age <= FORGOTTEN_AFTER_DAYS


def _left_out(states: Iterable[GoalState]) -> list[str]:
    """What stands beside the score: the goals that left it, counted."""
    gone = [state.status for state in states if not is_counted(state)]
    said = {"dropped": "dropped", "done": "done over a year ago"}
    counts = [f"{gone.count(status)} {words}" for status, words in said.items() if status in gone]
    return [f"left out: {', '.join(counts)}"] if counts else []


def _parents_first(roots: Sequence[str], children: Mapping[str, Sequence[str]]) -> list[str]:
    order: list[str] = []
    todo = list(reversed(roots))
    while todo:
        id = todo.pop()
        order.append(id)
        todo += reversed(children[id])
    return order


def goal_score(state: GoalState) -> Score:
    """How far one goal is by itself: done, else measured, else rated, else unknown."""
    goal = state.goal
    if state.resolution is not None:
        reason = f"done on {state.resolution.on}"
        return Score.of(1.0, n=1, method="done is 1", reason=reason, records=[state.resolution])
    if goal.target is not None and state.measured is not None and state.value is not None:
        share = key_result(state.value, goal.baseline or 0.0, goal.target)
        way = f"{state.value:.12g} on the way from {goal.baseline or 0:.12g} to {goal.target:.12g}"
        unit = f" {goal.unit}" if goal.unit else ""
        return Score.of(
            share,
            n=1,
            method="key result",
            basis="borrowed",
            source="objectives and key results",
            reason=f"{way}{unit}, on {state.measured.on}",
            records=[state.measured],
        )
    if state.rated is not None and state.level is not None:
        share = min(1.0, (state.level + EXPECTED_LEVEL) / EXPECTED_LEVEL)
        return Score.of(
            share,
            n=1,
            method="min(1, (level + 2) / 2)",
            reason=f"level {state.level:+d}, on {state.rated.on}",
            records=[state.rated],
        )
    return Score.unknown(
        "no check-in yet" if goal.target is not None else "nothing to measure it by, and no level"
    )


def _rolled_up(below: Mapping[str, Score], importance: Mapping[str, float]) -> Score:
    """How far a goal is by its parts."""
    rolled = Score.combine(below, importance, method="its parts by importance")
    if rolled.coverage is not None:
        return rolled
    return attrs.evolve(Score.unknown("its parts have no importance"), parts=rolled.parts)
