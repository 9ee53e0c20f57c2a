"""How far the goals are, and how ready the person is for the roles aimed at.

Progress is open-world: what nobody recorded is not known, and bounded.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final, Literal

import attrs

from careertrack.methods import attainment, key_result
from careertrack.moment import Moment
from careertrack.records.roles import Requirement
from careertrack.records.skills import Assessment
from careertrack.score import Score
from careertrack.state.goals import GoalState

__all__ = ["MustHave", "Readiness"]

FORGOTTEN_AFTER_DAYS: Final = 365  # house: a goal reached over a year ago no longer speaks of today
EXPECTED_LEVEL: Final = 2  # levels run from -2; at 0, as expected, a goal counts as reached

# --- Goals ------------------------------------------------------------------------------------


def goals_score(now: Moment) -> Score:
    """All goals that count on the day, rolled up by importance over their tree."""
    method = "mean of the goals, weighted by importance"
    counted = {id: state for id, state in now.goals.items() if _counts(state)}
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
        scores[id] = _goal_score(counted[id], {child: scores[child] for child in children[id]}, counted)
    score = Score.combine(
        {id: scores[id] for id in roots}, {id: counted[id].goal.importance for id in roots}, method=method
    )
    return attrs.evolve(score, reason="; ".join(filter(None, [score.reason, *left_out])))


def _counts(state: GoalState) -> bool:
    """Whether a goal is part of progress on the day: not dropped, nor reached over a year ago."""
    if state.resolution is None:
        return True
    age = (state.as_of - state.resolution.on).days
    return state.resolution.outcome == "done" and age <= FORGOTTEN_AFTER_DAYS


def _left_out(states: Iterable[GoalState]) -> list[str]:
    """What stands beside the score: the goals that left it, counted."""
    gone = [state.status for state in states if not _counts(state)]
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


def _goal_score(state: GoalState, below: Mapping[str, Score], counted: Mapping[str, GoalState]) -> Score:
    """How far one goal is: done, else measured, else rated, else its parts, else unknown."""
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
    if below:
        rolled = Score.combine(
            below, {id: counted[id].goal.importance for id in below}, method="its parts by importance"
        )
        if rolled.coverage is not None:
            return rolled
        return attrs.evolve(Score.unknown("its parts have no importance"), parts=rolled.parts)
    return Score.unknown(
        "no check-in yet" if goal.target is not None else "nothing to measure it by, and no level"
    )


# --- Readiness ----------------------------------------------------------------------------------


@attrs.frozen(kw_only=True)
class MustHave:
    """A skill without which there is no getting into a role.

    Args:
        skill: Its id.
        required: The level asked for.
        level: The level now; ``None`` if not known.
    """

    skill: str
    required: float
    level: float | None

    @property
    def met(self) -> bool | None:
        """Whether the level is there; ``None`` if not known."""
        return None if self.level is None else self.level >= self.required


@attrs.frozen(kw_only=True)
class Readiness:
    """How ready the person is for a role.

    Args:
        role: Id of the role.
        title: Its title.
        score: Attainment by the newest level of each skill, whoever rated it.
        proven: Attainment by what a certificate, a test, a manager or a peer says alone.
        must_haves: The gate beside the score.
        claimed: Skills that only the owner has rated.
        stale: Skills whose newest level is over a year old.
        unknown: Skills nobody has rated.
    """

    role: str
    title: str
    score: Score
    proven: Score
    must_haves: tuple[MustHave, ...] = ()
    claimed: tuple[str, ...] = ()
    stale: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()

    @property
    def gate(self) -> Literal["open", "closed", "unknown", "none"]:
        """Whether every must-have is met: closed if one is known not to be, none if there are none."""
        met = [each.met for each in self.must_haves]
        if not met:
            return "none"
        if False in met:
            return "closed"
        return "unknown" if None in met else "open"

    def explain(self, depth: int = 9) -> str:
        """The arithmetic as a tree, then what stands beside it.

        Args:
            depth: How many levels of parts to go down.
        """
        return "\n".join([self.score.explain(f"readiness for {self.title}", depth), *self.beside()])

    def beside(self) -> list[str]:
        """What stands beside the score, a line each: proof, the gate, and skills by what is known of them."""
        lines = [self.proven.explain("proven by others alone", 0)]
        if self.must_haves:
            lines.append(f"must-haves, gate {self.gate}:")
            lines += [f"  {_gate_line(each)}" for each in self.must_haves]
        for label, skills in (
            ("claimed by the owner alone", self.claimed),
            ("not assessed for over a year", self.stale),
            ("never assessed", self.unknown),
        ):
            if skills:
                lines.append(f"{label}: {', '.join(skills)}")
        return lines

    def __str__(self) -> str:
        return self.explain()

    def to_dict(self) -> dict[str, Any]:
        """Plain data."""
        return {
            "role": self.role,
            "title": self.title,
            "score": self.score.to_dict(),
            "proven": self.proven.to_dict(),
            "gate": self.gate,
            "must_haves": [
                {"skill": each.skill, "required": each.required, "level": each.level, "met": each.met}
                for each in self.must_haves
            ],
            "claimed": list(self.claimed),
            "stale": list(self.stale),
            "unknown": list(self.unknown),
        }


def _gate_line(each: MustHave) -> str:
    if each.level is None:
        return f"{each.skill}: not known, {each.required:g} required"
    verdict = "met" if each.met else "not met"
    return f"{each.skill}: {verdict}, level {each.level:g} of {each.required:g} required"


def readiness(now: Moment, id: str) -> Readiness:
    """How ready the person is for a role on the day."""
    role = now.roles[id].role
    needs = [need for need in role.requires if need.level > 0]
    states = {need.skill: now.skills[need.skill] for need in needs}
    newest = {skill: state.assessment for skill, state in states.items()}
    proven = {skill: state.proven for skill, state in states.items()}
    levels = {skill: None if each is None else each.level for skill, each in newest.items()}
    return Readiness(
        role=id,
        title=role.title,
        score=_attained(needs, newest),
        proven=_attained(needs, proven),
        must_haves=tuple(
            MustHave(skill=need.skill, required=need.level, level=levels[need.skill])
            for need in needs
            if need.must_have
        ),
        claimed=tuple(skill for skill in states if levels[skill] is not None and proven[skill] is None),
        stale=tuple(skill for skill, state in states.items() if state.is_stale),
        unknown=tuple(skill for skill in states if levels[skill] is None),
    )


def _attained(needs: Sequence[Requirement], behind: Mapping[str, Assessment | None]) -> Score:
    """Attainment by some assessments, each part with the assessment behind it."""
    score = attainment(
        {skill: None if each is None else each.level for skill, each in behind.items()},
        {need.skill: need.level for need in needs},
        {need.skill: need.importance for need in needs},
    )
    asked = {need.skill: need for need in needs}
    parts = tuple(
        part._replace(score=_told(part.score, asked[part.name], behind[part.name])) for part in score.parts
    )
    reason = score.reason if score.coverage is not None else "the role asks for no skill that has weight"
    return attrs.evolve(score, parts=parts, reason=reason)


def _told(score: Score, need: Requirement, assessment: Assessment | None) -> Score:
    """A part of attainment that says why it weighs what it does, who rated it and when."""
    reason = f"{score.reason}, importance {need.importance:g}"
    if assessment is None:
        return attrs.evolve(score, reason=reason)
    return attrs.evolve(
        score, reason=f"{reason}, by {assessment.by} on {assessment.on}", records=(assessment,)
    )


# --- Together -----------------------------------------------------------------------------------


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
    return Score.combine(scores, weights, method="mean of goals and main target role")
