"""Goals: set out, measurable, dated, challenging, looked at, on time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from careertrack.methods import key_result
from careertrack.moment import Moment
from careertrack.pillars.finding import Rule, Said, rule
from careertrack.pillars.spans import MONTH_DAYS, SETTLING_DAYS, is_past, waited
from careertrack.progress.schedule import schedules
from careertrack.state.goals import GoalState

# House, after Atkinson (1957): what is neither safe nor hopeless moves people most.
CHALLENGING: Final = (0.3, 0.7)
DIFFICULT: Final = 2.0  # house: above what difficulty is when nobody says anything, 1 of 3
ON_TIME: Final = 0.9  # house: as status has it, below this a plan drifts
USUAL: Final = 1.0  # the importance of a goal of which nobody says anything


def open_goals(now: Moment) -> Iterator[tuple[str, GoalState]]:
    """The goals that are neither done nor dropped."""
    return ((id, state) for id, state in now.goals.items() if state.status == "open")


def is_overdue(now: Moment, state: GoalState) -> bool:
    """Whether a goal's day is past."""
    return state.goal.due is not None and is_past(now, state.goal.due)


def has_reached(state: GoalState) -> bool:
    """Whether the latest value is the target or beyond it."""
    goal = state.goal
    if goal.target is None or state.value is None:
        return False
    return key_result(state.value, goal.baseline or 0.0, goal.target) == 1


@rule("no-goal", "hint", "direction")
def no_goal(now: Moment) -> Iterator[Said]:
    """No goal was ever set out."""
    if not now.goals:
        yield Said({})


@rule("goal-not-measurable", "hint", "direction")
def not_measurable(now: Moment) -> Iterator[Said]:
    """An open goal without target, anchors, levels or parts that count."""
    parents = {state.goal.parent for state in now.goals.values() if state.status != "dropped"}
    for id, state in open_goals(now):
        goal = state.goal
        if goal.target is None and not goal.anchors and state.level is None and id not in parents:
            yield Said({"id": id}, (goal,))


@rule("goal-not-dated", "hint", "direction")
def not_dated(now: Moment) -> Iterator[Said]:
    """An open goal without a day."""
    for id, state in open_goals(now):
        if state.goal.due is None:
            yield Said({"id": id}, (state.goal,))


@rule("goal-past-due", "warning", "direction")
def past_due(now: Moment) -> Iterator[Said]:
    """An open goal whose day is past; a paused day falls on the first one that was not."""
    for id, state in open_goals(now):
        if state.goal.due is not None and is_overdue(now, state):
            yield Said({"id": id, "due": str(now.rest.resumed(state.goal.due))}, (state.goal,))


@rule("goal-behind", "notice", "direction")
def behind(now: Moment) -> Iterator[Said]:
    """An open goal, not past its day, a day or more behind its schedule, with an SPI below .9."""
    for id, schedule in now.once(schedules).items():
        days = round(schedule.behind or 0.0)
        is_slow = schedule.spi is not None and schedule.spi < ON_TIME
        if is_slow and days >= 1 and not schedule.past_due:
            yield Said({"id": id, "days": days}, schedule.records)


@rule("goal-not-checked", "notice", "direction")
def not_checked(now: Moment) -> Iterator[Said]:
    """An open goal with a target or anchors that nobody looked at for 28 days, paused ones left out.

    Setting, revising and checking it are looking at it; one reached or past its day is another rule's.
    """
    for id, state in open_goals(now):
        goal = state.goal
        is_measured = goal.target is not None or goal.anchors
        if not is_measured or is_overdue(now, state) or has_reached(state):
            continue
        days = waited(now, max([goal.on, *(each.on for each in state.check_ins[-1:])]))
        if days >= MONTH_DAYS:
            yield Said({"id": id, "days": days}, (*state.check_ins[-1:], goal))


@rule("goal-reached", "notice", "direction")
def reached(now: Moment) -> Iterator[Said]:
    """An open goal whose latest value, of a day before, is its target or beyond it."""
    for id, state in open_goals(now):
        measured = state.measured
        if measured is not None and measured.on < now.day and has_reached(state):
            yield Said({"id": id, "on": str(measured.on)}, (measured, state.goal))


@rule("chance-outside", "notice", "direction")
def chance_outside(now: Moment) -> Iterator[Said]:
    """An open goal whose stated chance is outside .3 to .7."""
    low, high = CHALLENGING
    for id, state in open_goals(now):
        chance = state.goal.chance
        if chance is not None and not low <= chance <= high:
            yield Said({"id": id, "chance": f"{100 * chance:.3g} %"}, (state.goal,))


@rule("obstacles-not-planned", "hint", "direction")
def obstacles_not_planned(now: Moment) -> Iterator[Said]:
    """An open goal of difficulty 2 or more, a week old, that says of no obstacle what to do then."""
    for id, state in open_goals(now):
        goal = state.goal
        is_difficult = goal.difficulty >= DIFFICULT and waited(now, state.first.on) >= SETTLING_DAYS
        if is_difficult and all(each.then is None for each in goal.obstacles):
            yield Said({"id": id}, (goal,))


@rule("goals-unimportant", "hint", "direction")
def unimportant(now: Moment) -> Iterator[Said]:
    """For a week two or more open goals, each less important than one of which nobody says anything."""
    goals = tuple(state.goal for _, state in open_goals(now))
    is_settled = all(waited(now, goal.on) >= SETTLING_DAYS for goal in goals)
    if len(goals) > 1 and is_settled and all(goal.importance < USUAL for goal in goals):
        yield Said({"count": len(goals)}, goals)


RULES: Final[tuple[Rule, ...]] = (
    no_goal,
    not_measurable,
    not_dated,
    past_due,
    behind,
    not_checked,
    reached,
    chance_outside,
    obstacles_not_planned,
    unimportant,
)
