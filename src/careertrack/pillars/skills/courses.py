"""Courses: past their day, without their length, before what they build on, beyond the budget."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from careertrack.moment import Moment
from careertrack.pillars.finding import Rule, Said, listed, rule
from careertrack.pillars.spans import is_past
from careertrack.records.skills import Course


def open_courses(now: Moment) -> tuple[Course, ...]:
    """The courses that are neither done nor dropped."""
    return tuple(state.course for state in now.courses.values() if state.status == "open")


@rule("course-past-due", "warning", "skills")
def past_due(now: Moment) -> Iterator[Said]:
    """An open course whose day is past; a paused day falls on the first one that was not."""
    for course in now.once(open_courses):
        if course.due is not None and is_past(now, course.due):
            yield Said({"id": course.id, "due": str(now.rest.resumed(course.due))}, (course,))


@rule("course-without-minutes", "hint", "skills")
def without_minutes(now: Moment) -> Iterator[Said]:
    """An open course with a day still ahead, of which it is not written down how long it takes."""
    for course in now.once(open_courses):
        if course.due is not None and course.minutes is None and not is_past(now, course.due):
            yield Said({"id": course.id, "due": str(course.due)}, (course,))


@rule("course-before-prerequisites", "notice", "skills")
def before_prerequisites(now: Moment) -> Iterator[Said]:
    """An open course whose skills build on others at level 0 or none, which no open course teaches."""
    taught = {lesson.skill for course in now.once(open_courses) for lesson in course.teaches}
    for course in now.once(open_courses):
        skills = [now.skills.get(lesson.skill) for lesson in course.teaches]
        named = dict.fromkeys(id for state in skills if state for id in state.skill.prerequisites)
        first = [now.skills.get(id) for id in named if id not in taught]
        missing = [state.skill for state in first if state is not None and not state.level]
        if missing:
            params = {"id": course.id, "count": len(missing), "skills": listed([each.id for each in missing])}
            yield Said(params, (course, *missing))


@rule("training-over-budget", "notice", "skills")
def over_budget(now: Moment) -> Iterator[Said]:
    """Open courses cost more together than the training budget, those in its own currency."""
    budget = None if now.capacity is None else now.capacity.training_budget
    if now.capacity is None or budget is None:
        return
    priced = [
        (course, course.cost)
        for course in now.once(open_courses)
        if course.cost is not None and course.cost.currency == budget.currency
    ]
    total = sum(
        (Fraction(cost.amount) for _, cost in priced), Fraction()
    )  # exact whatever decimals are set to
    if total > Fraction(budget.amount):
        cost = str(total) if total.denominator == 1 else f"{float(total):.2f}"
        params = {"cost": f"{cost} {budget.currency}", "budget": str(budget)}
        yield Said(params, (now.capacity, *(course for course, _ in priced)))


RULES: Final[tuple[Rule, ...]] = (past_due, without_minutes, before_prerequisites, over_budget)
