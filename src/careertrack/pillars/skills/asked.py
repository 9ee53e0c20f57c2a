"""What target roles ask for: not written down, not known, grown old, not reached, not proven."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final, NamedTuple

from careertrack.moment import Moment
from careertrack.pillars.finding import Rule, Said, listed, rule
from careertrack.pillars.spans import MONTH_DAYS, SETTLING_DAYS, ago, waited
from careertrack.records.rhythm import Effort
from careertrack.records.roles import Requirement, Role, TargetRole
from careertrack.records.skills import Assessment, Evidence
from careertrack.state.skills import SkillState


class Asked(NamedTuple):
    """A skill that a role asks for, as it stands."""

    need: Requirement
    state: SkillState


class Rated(NamedTuple):
    """A must-have that somebody rated."""

    need: Requirement
    state: SkillState
    by: Assessment

    @property
    def is_met(self) -> bool:
        """Whether it is at the level asked for."""
        return self.by.level >= self.need.level


def roles_aimed_at(now: Moment) -> tuple[Role, ...]:
    """The target roles, the main one first; what only a newer version reads is left out."""
    states = [now.roles.get(id) for id in now.target_roles]
    return tuple(state.role for state in states if state is not None)


def asked_for(now: Moment) -> tuple[tuple[Role, tuple[Asked, ...]], ...]:
    """The target roles with the skills that each asks for, a skill under the first role that does."""
    seen = set[str]()
    said = []
    for role in roles_aimed_at(now):
        needs = [need for need in role.requires if need.level > 0 and need.skill not in seen]
        states = [(need, now.skills.get(need.skill)) for need in needs]
        said.append((role, tuple(Asked(need, state) for need, state in states if state is not None)))
        seen.update(need.skill for need in needs)
    return tuple(said)


def must_haves(now: Moment) -> tuple[tuple[Role, tuple[Rated, ...]], ...]:
    """The target roles with those must-haves of each that somebody rated."""
    return tuple(
        (
            role,
            tuple(
                Rated(need, state, state.assessment)
                for need, state in asked
                if need.must_have and state.assessment is not None
            ),
        )
        for role, asked in now.once(asked_for)
    )


def _params(role: Role, states: Sequence[SkillState]) -> dict[str, Any]:
    return {"role": role.id, "count": len(states), "skills": listed([state.skill.id for state in states])}


def _of_rated(role: Role, rated: Sequence[Rated]) -> Iterator[Said]:
    """What is said of some must-haves of a role, if there are any."""
    if rated:
        yield Said(_params(role, [each.state for each in rated]), (role, *(each.by for each in rated)))


@rule("role-without-requirements", "hint", "skills")
def without_requirements(now: Moment) -> Iterator[Said]:
    """A role that has been aimed at for a week, and of which it is not written down what it asks for."""
    aims = now.facts(TargetRole)
    for role in roles_aimed_at(now):
        if role.requires:
            continue
        since = aims[-1].on
        for aim in reversed(aims):
            if role.id not in aim.roles:
                break
            since = aim.on
        if waited(now, since) >= SETTLING_DAYS:
            yield Said({"role": role.id}, (role,))


@rule("skill-never-assessed", "hint", "skills")
def never_assessed(now: Moment) -> Iterator[Said]:
    """Skills of a target role that nobody ever rated."""
    for role, asked in now.once(asked_for):
        states = [each.state for each in asked if each.state.assessment is None]
        if states:
            yield Said(_params(role, states), (role, *(state.skill for state in states)))


@rule("assessment-stale", "notice", "skills")
def assessments_stale(now: Moment) -> Iterator[Said]:
    """Skills of a target role whose newest assessments are over a year old."""
    for role, asked in now.once(asked_for):
        states = [each.state for each in asked if each.state.is_stale]
        if states:
            records = tuple(state.assessment for state in states if state.assessment is not None)
            yield Said(_params(role, states), records)


@rule("must-have-without-course", "hint", "skills")
def nothing_under_way(now: Moment) -> Iterator[Said]:
    """Must-haves of a target role, rated below its level a week ago or earlier, with nothing under way.

    Under way is an open course that teaches more than the level, or effort on the skill within 28 days.
    """
    worked_on = {effort.skill for effort in now.between(Effort, ago(now, MONTH_DAYS - 1), now.day)}
    taught: dict[str, float] = {}
    for course in now.courses.values():
        for lesson in course.course.teaches if course.status == "open" else ():
            taught[lesson.skill] = max(lesson.level, taught.get(lesson.skill, 0.0))
    for role, rated in now.once(must_haves):
        yield from _of_rated(
            role,
            [
                each
                for each in rated
                if not each.is_met
                and waited(now, each.by.on) >= SETTLING_DAYS
                and each.need.skill not in worked_on
                and taught.get(each.need.skill, 0.0) <= each.by.level
            ],
        )


@rule("must-have-claimed", "hint", "skills")
def claimed(now: Moment) -> Iterator[Said]:
    """Must-haves of a target role that four weeks ago or earlier the owner alone rated as met."""
    for role, rated in now.once(must_haves):
        yield from _of_rated(
            role,
            [
                each
                for each in rated
                if each.is_met and each.state.proven is None and waited(now, each.by.on) >= MONTH_DAYS
            ],
        )


@rule("must-have-without-evidence", "hint", "skills")
def without_evidence(now: Moment) -> Iterator[Said]:
    """Must-haves of a target role, rated as met four weeks ago or earlier, that no accomplishment shows."""
    shown = {skill for evidence in now.standing(Evidence) for skill in evidence.skills}
    for role, rated in now.once(must_haves):
        yield from _of_rated(
            role,
            [
                each
                for each in rated
                if each.is_met and each.need.skill not in shown and waited(now, each.by.on) >= MONTH_DAYS
            ],
        )


RULES: Final[tuple[Rule, ...]] = (
    without_requirements,
    never_assessed,
    assessments_stale,
    nothing_under_way,
    claimed,
    without_evidence,
)
