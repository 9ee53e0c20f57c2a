"""What falls due, kind by kind: each with its day, the reason for it and the record behind it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Final, Literal, NamedTuple, get_args

from careertrack.days import DAY, covered_until, next_after
from careertrack.moment import Moment
from careertrack.page.words import plain
from careertrack.pillars.change.offers import open_offers
from careertrack.pillars.network.events import day_of
from careertrack.pillars.search import leads
from careertrack.pillars.skills.credentials import in_force_longest
from careertrack.record import Record
from careertrack.records.goals import Milestone
from careertrack.records.rhythm import Pause
from careertrack.records.self import Reflection
from careertrack.state.goals import GoalState
from careertrack.state.people import CommitmentState
from careertrack.state.rhythm import CadenceState

# In the order they stand on a day: what has a time, what others wait for, what is one's own, what ends.
Coming = Literal[
    "appointment",
    "answer",
    "commitment",
    "cadence",
    "goal",
    "milestone",
    "course",
    "closing",
    "retry",
    "look-back",
    "credential",
    "pause-ends",
    "routine-ends",
    "cadence-ends",
]
ORDER: Final[tuple[Coming, ...]] = get_args(Coming)
LONGEST_UNIT: Final = 40


class Found(NamedTuple):
    """Something with a day.

    Args:
        type: What sort of thing it is.
        id: Its id, or that of what it is about; an empty text where there is none.
        day: The day; where a pause put it off, the day that it was put off to.
        title: What it is called; may be the person's own words.
        reason: Why it stands on that day.
        record: The record behind it.
        moved_from: The day that it would be due on but for a pause.
    """

    type: Coming
    id: str
    day: date
    title: str
    reason: str
    record: Record
    moved_from: date | None = None


def coming(now: Moment, until: date) -> Iterator[Found]:
    """All that is on record for the days to come, and what was due before and is still open.

    Args:
        now: The day.
        until: The last day that matters; a rhythm is followed no further.
    """
    for fixed in _FIXED:
        yield from fixed(now)
    for asked in _PUT_OFF:
        for each in asked(now):
            day = now.rest.resumed(each.day)
            yield each if day == each.day else each._replace(day=day, moved_from=each.day)
    yield from _touches(now, until)


# --- What a pause does not put off: what others have set a day for, and what ends -----------------


def _appointments(now: Moment) -> Iterator[Found]:
    for id, state in now.events.items():
        event, day = state.event, day_of(state.event)
        if day is not None and day >= now.day and state.resolution is None:
            lasts = "" if event.minutes is None else f", {event.minutes} minutes"
            yield Found("appointment", id, day, event.title, f"it takes place then{lasts}", event)


def _answers(now: Moment) -> Iterator[Found]:
    for id, offer in now.once(open_offers):
        if offer.answer_by is not None:
            title, reason = _title(now, id), f"the offer of {offer.on} is to be answered by then"
            yield Found("answer", id, offer.answer_by, title, reason, offer)


def _closings(now: Moment) -> Iterator[Found]:
    for id, state in leads(now):
        closes = state.transition.closes
        if closes is not None and closes >= now.day:
            reason = "the last day to apply, and no application is on record"
            yield Found("closing", id, closes, _title(now, id), reason, state.transition)


def _title(now: Moment, id: str) -> str:
    return now.transitions[id].transition.title or ""


def _credentials(now: Moment) -> Iterator[Found]:
    for name, last, record in now.once(in_force_longest):
        if last >= now.day:
            yield Found("credential", next(record.named())[1], last, name, "it expires then", record)


def _ends(now: Moment) -> Iterator[Found]:
    running = [pause for pause in now.facts(Pause) if pause.until >= now.day]
    for pause in sorted(running, key=lambda each: each.until)[-1:]:
        yield Found("pause-ends", pause.id or "", pause.until, "", "the last day of the pause", pause)
    reason = "the last day that it is promised for"
    for id, pace in now.routines.items():
        if pace.is_in_force and pace.routine.until is not None:
            yield Found("routine-ends", id, pace.routine.until, "", reason, pace.routine)
    for id, state in now.cadences.items():
        if state.is_in_force and state.cadence.until is not None:
            yield Found("cadence-ends", id, state.cadence.until, _name(now, state), reason, state.cadence)


# --- What a pause puts off: what one asked of oneself ---------------------------------------------


def _commitments(now: Moment) -> Iterator[Found]:
    for id, state in now.commitments.items():
        if state.resolution is None and state.due is not None:
            yield Found(
                "commitment", id, state.due, state.commitment.what, _promised(state), state.commitment
            )


def _promised(state: CommitmentState) -> str:
    promise, on = state.commitment, state.first.on
    if promise.by is None:
        return f"you promised it to {promise.to or 'yourself'} on {on}"
    return f"{promise.by} promised it on {on}"


def _goals(now: Moment) -> Iterator[Found]:
    for id, state in now.goals.items():
        goal = state.goal
        if state.status == "open" and goal.due is not None:
            asked = "" if goal.target is None else f": {_amount(goal.target, goal.unit)}"
            yield Found("goal", id, goal.due, goal.title, f"to be reached by then{asked}", goal)


def _milestones(now: Moment) -> Iterator[Found]:
    """The values still to reach; of those that are past the last alone, since it takes in the others."""
    for id, state in now.goals.items():
        goal = state.goal
        left = [each for each in goal.milestones if state.status == "open" and not _is_reached(state, each)]
        past = [each for each in left if _is_over(now, each.due)]
        # A goal that is overdue itself says it all.
        told = [] if goal.due is not None and _is_over(now, goal.due) else past[-1:]
        stood = "not looked at yet" if state.value is None else f"it stood at {_amount(state.value)}"
        for each in [*told, *left[len(past) :]]:
            reason = f"{_amount(each.value, goal.unit)} by then; {stood}"
            yield Found("milestone", id, each.due, goal.title, reason, goal)


def _is_over(now: Moment, due: date) -> bool:
    return now.rest.resumed(due) < now.day


def _is_reached(state: GoalState, milestone: Milestone) -> bool:
    """Whether the latest value is a milestone's or beyond it, whichever way the goal goes."""
    if state.value is None:
        return False
    rises = (state.goal.target or 0.0) > (state.goal.baseline or 0.0)
    return state.value >= milestone.value if rises else state.value <= milestone.value


def _amount(value: float, unit: str | None = None) -> str:
    return f"{value:g}" if unit is None else f"{value:g} {plain(unit, LONGEST_UNIT)}"


def _courses(now: Moment) -> Iterator[Found]:
    for id, state in now.courses.items():
        if state.status == "open" and state.course.due is not None:
            yield Found(
                "course", id, state.course.due, state.course.title, "to be finished by then", state.course
            )


def _retries(now: Moment) -> Iterator[Found]:
    for id, state in now.setbacks.items():
        if state.status == "open" and state.setback.retry is not None:
            yield Found(
                "retry", id, state.setback.retry, state.setback.what, "the day to try again", state.setback
            )


def _look_backs(now: Moment) -> Iterator[Found]:
    """Decisions with a day to look back, on which or since which no reflection was written."""
    reflections = now.facts(Reflection)
    for decided in reflections:
        if decided.look_back is not None and reflections[-1].on < decided.look_back:
            reason = f"to look back on what was decided on {decided.on}"
            yield Found(
                "look-back", decided.id or "", decided.look_back, decided.decision or "", reason, decided
            )


Subject = Callable[[Moment], Iterator[Found]]
_FIXED: Final[tuple[Subject, ...]] = (_appointments, _answers, _closings, _credentials, _ends)
_PUT_OFF: Final[tuple[Subject, ...]] = (
    _commitments,
    _goals,
    _milestones,
    _courses,
    _retries,
    _look_backs,
)

# --- Rhythms ----------------------------------------------------------------------------------------


def _name(now: Moment, state: CadenceState) -> str:
    return now.contacts[state.cadence.contact].contact.name


def _touches(now: Moment, until: date) -> Iterator[Found]:
    for id, state in now.cadences.items():
        promise = state.cadence
        if promise.counted_from == "schedule":
            since = f"the schedule begun on {state.began}"
        elif state.touches:
            since = f"the last touch, on {state.touches[-1].on}"
        else:
            since = f"the day it was promised, {state.began}"
        reason = f"every {str(promise.every).removeprefix('1 ')}, counted from {since}"
        for day, planned in touches_due(now, state, until):
            moved_from = None if planned == day else planned
            yield Found("cadence", id, day, _name(now, state), reason, promise, moved_from)


def touches_due(now: Moment, state: CadenceState, until: date) -> Iterator[tuple[date, date]]:
    """The days on which touches fall due if there are no more of them, each with its day but for pauses.

    The first one due, which may be past; then each further day of the same rhythm, from the day
    on, as far as a last day.  A touch is good for as many days that are not paused as it would
    have been good for without a pause; what falls due on a paused day does so on the first after.
    """
    every, rest = state.cadence.every, now.rest
    touch = state.touches[-1].on if state.touches else None
    since = state.began if touch is None else touch
    by_schedule = state.cadence.counted_from == "schedule"
    first = covered_until(since, every, state.began if by_schedule else None)
    if first is None or not state.is_in_force:
        return
    is_scheduled = by_schedule and first == next_after(state.began, every, since)
    anchor = state.began if is_scheduled else since

    def put_off(planned: date) -> date:
        return rest.resumed(planned if touch is None else rest.after(touch, (planned - touch).days))

    last = min(until, state.cadence.until or until)
    if put_off(first) < now.day:
        yield put_off(first), first
    # However long it is overdue: a day earlier than the day less all pauses is not put off as far as the day.
    earliest = max(now.day.toordinal() - rest.days(since, now.day), since.toordinal())
    planned: date | None = first
    if earliest > first.toordinal():
        planned = next_after(anchor, every, date.fromordinal(earliest) - DAY)
    before: date | None = None
    while planned is not None and (day := put_off(planned)) <= last:
        if day >= now.day and day != before:
            yield day, planned
        planned, before = next_after(anchor, every, planned), day
