"""The smallest next step: one sentence, from what is owed and what is not known yet."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

from careertrack.days import DAY
from careertrack.moment import Moment
from careertrack.practice.spans import first_ask, is_among, managed
from careertrack.progress import schedules
from careertrack.score import Score

NO_STEPS: Final[Mapping[str, str]] = MappingProxyType({})


def next_step(now: Moment, practice: Score, more: Mapping[str, str] = NO_STEPS) -> str:
    """What would help most for the least: a promise, a touch, a check-in, a pace, or a first goal.

    Args:
        now: The day.
        practice: Practice on the day.
        more: What to say of each measure beside the library's own, by its name; of others nothing is said.
    """
    return next(_steps(now, practice, more), "go on as you do")


def _steps(now: Moment, practice: Score, more: Mapping[str, str]) -> Iterator[str]:
    if first_ask(now) is None and practice.value is None:
        yield "set out one small goal with a day, or one talk a month: there is nothing to keep up with yet"
    if now.day in now.rest:
        yield f"rest: the pause lasts until {now.rest.resumed(now.day) - DAY}, and nothing falls due before"
    due = [
        (now.rest.resumed(state.due), id)
        for id, state in now.commitments.items()
        if state.is_mine and state.resolution is None and state.due is not None
    ]
    if due and min(due)[0] <= now.day:
        yield f"keep promise {min(due)[1]}, drop it, or agree on another day"
    touches = [(state.next_due, id) for id, state in now.cadences.items() if state.next_due is not None]
    if touches and min(touches)[0] <= now.day:
        yield f"get in touch for cadence {min(touches)[1]}: a short message counts"
    for id, schedule in now.once(schedules).items():
        if schedule.actual is None:
            yield f"check in on goal {id}: one number tells how far it is"
    low = _lowest(now, practice, more)
    if low in more:
        yield more[low]
    elif low:
        yield _STEPS[low].said if low in _STEPS else f"do a little for {low}: it counts from the first time"


# --- What is said of a measure, and whether anything is left to do for it ------------------------


def _owes_a_promise(now: Moment) -> bool:
    open_ones = (each for each in now.commitments.values() if each.is_mine and each.resolution is None)
    return any(each.due is not None for each in open_ones)


def _has_a_course(now: Moment) -> bool:
    return any(each.resolution is None and each.course.due is not None for each in now.courses.values())


def _has_a_lesson_to_draw(now: Moment) -> bool:
    told = (each.setback for each in now.setbacks.values())
    return any(each.lesson is None and each.change is None for each in told)


def _has_a_wish(now: Moment) -> bool:
    open_ones = (each for each in now.goals.values() if each.status == "open")
    return any(each.goal.due is None or not each.is_measurable for each in open_ones)


def _aims_at_a_role(now: Moment) -> bool:
    return bool(now.target_roles)


def _meets_a_manager(now: Moment) -> bool:
    promised = (each.cadence.contact for each in now.cadences.values() if each.is_in_force)
    return any(is_among(now.ever(managed, contact), now.day) for contact in promised)


def _always(now: Moment) -> bool:
    return True


class _Step(NamedTuple):
    """What helps where a measure is low; what was judged stays low for a while after it was made good."""

    said: str
    is_left: Callable[[Moment], bool]


_STEPS: Final[Mapping[str, _Step]] = {
    "my commitments": _Step("keep the next promise by its day, however small it is", _owes_a_promise),
    "courses": _Step("take up the course that was due next, or let it go", _has_a_course),
    "setbacks": _Step("write down what one setback taught you", _has_a_lesson_to_draw),
    "weeks in motion": _Step(
        "do one small thing this week: any effort, talk or check-in sets it in motion", _always
    ),
    "goals made workable": _Step("give a goal a measure and a day", _has_a_wish),
    "required skills": _Step("rate one of the skills that the role asks for", _aims_at_a_role),
    "evidence shown": _Step("show your manager one thing that you did", _meets_a_manager),
}


def _lowest(now: Moment, practice: Score, more: Mapping[str, str]) -> str:
    """The part of practice that is kept least, if any that is still asked is not kept in full."""
    parts = [part for pillar in practice.parts for part in pillar.score.parts]
    known = [
        (part.score.value, part.name)
        for part in parts
        if part.score.value is not None and (part.name in more or _is_still_asked(now, part.name))
    ]
    value, name = min(known, default=(1.0, ""))
    return name if value < 1 else ""


def _is_still_asked(now: Moment, name: str) -> bool:
    """Whether something is left to do for a part of practice: it has not ended, nor been made good."""
    if name in _STEPS:
        return _STEPS[name].is_left(now)
    kind, _, id = name.partition(" ")
    if kind == "routine":
        return now.routines[id].is_in_force
    return kind == "cadence" and now.cadences[id.partition(" ")[0]].is_in_force
