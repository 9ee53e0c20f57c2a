"""Progress as one number: goals and the main target role."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

import attrs

from careertrack.moment import Moment
from careertrack.progress.goals import goals_score
from careertrack.progress.readiness import Readiness, readiness
from careertrack.score import Score

READS: Final = frozenset({"goal", "check-in", "resolution", "target-role", "role", "skill", "assessment"})
"""The kinds of record that progress is worked out from, and no others."""


def progress(now: Moment) -> Score:
    """How far the goals are, and how ready the person is for the main target role."""
    return progress_score(now.once(goals_score), list(now.once(target_readiness).values()))


def target_readiness(now: Moment) -> Mapping[str, Readiness]:
    """Readiness for each role aimed at, the main one first."""
    return {id: readiness(now, id) for id in now.target_roles}


def progress_score(goals: Score, ready: Sequence[Readiness]) -> Score:
    """Goals and readiness for the main target role, one each; what is not set out has no weight.

    Args:
        goals: The goals' score.
        ready: Readiness for each target role, the main one first; the others are shown.
    """
    scores = {"goals": goals}
    weights = {"goals": 1.0}
    for place, each in enumerate(ready):
        name = f"readiness for {each.role}"
        scores[name], weights[name] = each.score, 0.0 if place else 1.0
    if not ready:
        scores["readiness"] = Score.not_asked("no role is aimed at")
        weights["readiness"] = 1.0
    score = Score.combine(scores, weights, method="mean of goals and main target role")
    if score.coverage is not None:
        return score
    return attrs.evolve(score, reason="no goal and no role is set out")
