"""Direction: goals both attainable and challenging, and a role to aim at."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from careertrack.moment import Moment
from careertrack.pillars.finding import Finding, Rule

# House, after Atkinson (1957): what is neither safe nor hopeless moves people most.
CHALLENGING: Final = (0.3, 0.7)


def no_goal(now: Moment) -> Iterator[Finding]:
    """No goal was ever set out."""
    if not now.goals:
        yield Finding(code="no-goal", severity="hint", pillar="direction")


def no_target_role(now: Moment) -> Iterator[Finding]:
    """No role is aimed at."""
    if not now.target_roles:
        yield Finding(code="no-target-role", severity="hint", pillar="direction")


def not_measurable(now: Moment) -> Iterator[Finding]:
    """An open goal without target, anchors, levels or parts that count."""
    parents = {state.goal.parent for state in now.goals.values() if state.status != "dropped"}
    for id, state in now.goals.items():
        goal = state.goal
        is_measured = goal.target is not None or goal.anchors or state.level is not None or id in parents
        if state.status == "open" and not is_measured:
            yield Finding(
                code="goal-not-measurable",
                severity="hint",
                pillar="direction",
                params={"id": id},
                records=(goal,),
            )


def not_dated(now: Moment) -> Iterator[Finding]:
    """An open goal without a day."""
    for id, state in now.goals.items():
        if state.status == "open" and state.goal.due is None:
            yield Finding(
                code="goal-not-dated",
                severity="hint",
                pillar="direction",
                params={"id": id},
                records=(state.goal,),
            )


def past_due(now: Moment) -> Iterator[Finding]:
    """An open goal whose day is past."""
    for id, state in now.goals.items():
        due = state.goal.due
        if state.status == "open" and due is not None and due < now.day:
            params = {"id": id, "due": str(due)}
            yield Finding(
                code="goal-past-due",
                severity="warning",
                pillar="direction",
                params=params,
                records=(state.goal,),
            )


def chance_outside(now: Moment) -> Iterator[Finding]:
    """An open goal whose stated chance is outside .3 to .7."""
    low, high = CHALLENGING
    for id, state in now.goals.items():
        chance = state.goal.chance
        if state.status == "open" and chance is not None and not low <= chance <= high:
            params = {"id": id, "chance": f"{100 * chance:.3g} %"}
            yield Finding(
                code="chance-outside",
                severity="notice",
                pillar="direction",
                params=params,
                records=(state.goal,),
            )


RULES: Final[tuple[Rule, ...]] = (
    no_goal,
    no_target_role,
    not_measurable,
    not_dated,
    past_due,
    chance_outside,
)
