"""Learning: the course that closes most of the gap to the target roles, an hour, and those that are due."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Final, NamedTuple

from careertrack.days import plus_days
from careertrack.moment import Moment
from careertrack.questions.actions.action import Action
from careertrack.questions.actions.new import once_more
from careertrack.questions.actions.owed import Owed, owed
from careertrack.questions.actions.people import ahead, told
from careertrack.record import Record
from careertrack.records.rhythm import Effort
from careertrack.records.setbacks import Resolution
from careertrack.state.skills import CourseState

SIZES: Final = (60, 120)  # minutes: one hour, or two, of one promise
SOON_DAYS: Final = 28  # house: a course takes weeks
UNKNOWN_MINUTES: Final = 120  # house: what is left of a course of unknown length, when it falls due
CLOSING_MINUTES: Final = 5  # house: to write down that something is over


class Gap(NamedTuple):
    """A skill that a target role asks for above the level it stands at."""

    level: float
    needed: float
    importance: float


def gaps(now: Moment) -> Mapping[str, Gap]:
    """The skills that the target roles ask for above their level, by the first role that does."""
    found: dict[str, Gap] = {}
    for id in now.target_roles:
        for need in now.roles[id].role.requires if id in now.roles else ():
            state = now.skills.get(need.skill)
            if state is not None and (state.level or 0.0) < need.level:
                found.setdefault(need.skill, Gap(state.level or 0.0, need.level, need.importance))
    return found


class Open(NamedTuple):
    """An open course: the minutes left of it and whether they are a guess, its due day, its worth an hour."""

    state: CourseState
    left: int | None
    is_guess: bool
    due: date | None
    worth: float


def open_courses(now: Moment) -> Mapping[str, Open]:
    """The courses that are not over; a due day that is past was judged, and is none any more."""
    found = {}
    for id, state in now.courses.items():
        if state.status == "open":
            due = None if state.course.due is None else now.rest.resumed(state.course.due)
            due = None if due is None or due < now.day else due
            left = None if state.course.minutes is None else max(state.course.minutes - state.minutes, 0)
            is_guess = left is None and due is not None and due <= ahead(now)
            left = UNKNOWN_MINUTES if is_guess else left
            found[id] = Open(state, left, is_guess, due, _an_hour(state, left, now.once(gaps)))
    return found


def _an_hour(state: CourseState, left: int | None, missing: Mapping[str, Gap]) -> float:
    """How many levels that are missing, weighted by importance, the rest of a course adds an hour."""
    added = 0.0
    for each in state.course.teaches:
        gap = missing.get(each.skill)
        if gap is not None:
            added += gap.importance * max(min(each.level, gap.needed) - gap.level, 0.0)
    return added * 60 / max(UNKNOWN_MINUTES if left is None else left, SIZES[0])


def focus(now: Moment) -> str | None:
    """The course to go on with: the one due first within four weeks, else the one worth most an hour."""
    some = {id: each for id, each in now.once(open_courses).items() if each.left != 0}
    due = {id: each.due for id, each in some.items() if each.due is not None and _is_soon(now, each)}
    if due:
        return min(due, key=lambda id: (due[id], id))
    worth = {id: each.worth for id, each in some.items() if each.worth > 0}
    return min(worth, key=lambda id: (-worth[id], id), default=None)


def _is_soon(now: Moment, each: Open) -> bool:
    return each.due is not None and each.due <= plus_days(now.day, SOON_DAYS)


def study(now: Moment) -> Owed | None:
    """What the one routine of minutes for skills still owes: work on a course or a skill counts for it."""
    paces = [
        id
        for id, state in now.routines.items()
        if state.is_in_force and state.routine.minutes is not None and state.routine.pillar == "skills"
    ]
    return now.once(owed).get(paces[0]) if len(paces) == 1 else None


def courses(now: Moment) -> Iterator[Action]:
    """Work on the course to go on with, for the routine if there is one, and on those due in four weeks."""
    for id, each in now.once(open_courses).items():
        pace = now.once(study) if id == now.once(focus) else None
        if each.left == 0:
            yield _work(now, id, each, 0, None)
        elif id == now.once(focus) or _is_soon(now, each):
            for minutes in sorted(_sizes(now, each, pace)):
                yield _work(now, id, each, minutes, pace)


def _sizes(now: Moment, each: Open, pace: Owed | None) -> set[int]:
    """One hour, two, what the routine owes, and all that is left of a course that falls due."""
    most = [most for most in (each.left, None if pace is None else pace.rest) if most is not None]
    sizes = {min([size, *most]) for size in SIZES}
    if pace is not None:
        sizes.add(min(pace.rest, *most))
    if each.left is not None and _is_soon(now, each):
        sizes.add(each.left)
    return sizes


def _work(now: Moment, id: str, each: Open, minutes: int, pace: Owed | None) -> Action:
    finished = each.left is not None and minutes >= each.left
    records: list[Record] = (
        [once_more(now, Effort(on=now.day, minutes=minutes, course=id))] if minutes else []
    )
    records += [Resolution(on=now.day, course=id)] if finished else []
    missing = now.once(gaps)
    reasons = [] if each.due is None else [f"it {told(now, each.due)}"]
    reasons += [] if pace is None else [pace.reason]
    return Action(
        code="finish-course" if finished else "learn",
        id=f"course {id} {minutes}",
        group=f"course {id}" if pace is None else f"routine {pace.routine.id}",
        pillar="skills",
        params={"id": id, "minutes": minutes},
        minutes=minutes or CLOSING_MINUTES,
        is_guess=not minutes or (finished and each.is_guess),
        reason=", ".join(reasons) or _why(minutes),
        due=min(filter(None, [each.due, None if pace is None else pace.last]), default=None),
        unblocks=", ".join(lesson.skill for lesson in each.state.course.teaches if lesson.skill in missing),
        cue=None if pace is None else pace.routine.cue,
        records=tuple(records),
    )


def _why(minutes: int) -> str:
    return "it closes most of what is missing, an hour" if minutes else "all its minutes are spent"


def practice(now: Moment) -> Iterator[Action]:
    """An hour on the skill that is missing most, where there is no course to go on with, and no routine."""
    missing = now.once(gaps)
    if not missing or now.once(focus) is not None or now.once(study) is not None:
        return
    id = min(missing, key=lambda id: (-missing[id].importance * (missing[id].needed - missing[id].level), id))
    gap = missing[id]
    yield Action(
        code="practise",
        id=f"practise {id}",
        group=f"skill {id}",
        pillar="skills",
        params={"id": id, "minutes": SIZES[0]},
        minutes=SIZES[0],
        is_guess=True,
        reason=f"a role asks for level {gap.needed:g}, and no course for it is open",
        unblocks="a level nearer to what the role asks for",
        records=(once_more(now, Effort(on=now.day, minutes=SIZES[0], skill=id)),),
    )


FINDERS: Final[tuple[Callable[[Moment], Iterator[Action]], ...]] = (courses, practice)
