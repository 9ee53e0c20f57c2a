"""The laws of an agenda: every due day in its days and no other, and nothing recorded later matters."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any, Final

from dateutil.relativedelta import relativedelta
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy
from tests.laws.practising import DAYS, after, practising

import careertrack as ct
from careertrack.questions.agenda import agenda
from careertrack.questions.coming import ORDER
from careertrack.record import Record
from careertrack.snapshot import Snapshot
from careertrack.strategies import plans
from careertrack.vocabulary import PILLARS

DAY: Final = timedelta(1)
LATER: Final = st.none() | DAYS.map(after)
ANY: Final[SearchStrategy[ct.Plan]] = practising(cadence=1, commitment=1) | plans(min_size=5, max_size=20)
AHEAD: Final = st.integers(1, 60)
Due = tuple[date, str, str]
MULTIPLES: Final = {"day": "days", "week": "weeks", "month": "months", "year": "years"}


@st.composite
def dated(draw: st.DrawFn) -> ct.Plan:
    """A plan with more that has a day: events, offers, postings, credentials, decisions, milestones."""
    plan = draw(practising(cadence=1))
    records: list[Record] = [ct.Course(id="aid", title="aid")]
    for n, (on, day) in enumerate(draw(st.lists(st.tuples(DAYS, LATER), min_size=1, max_size=8))):
        due = day if day is not None and day > after(on) else None
        kind = draw(st.sampled_from(("event", "offer", "posting", "credential", "decision", "climb")))
        if kind == "event":
            records.append(ct.Event(id=f"event-{n}", title="it", starts=day))
        elif kind == "offer":
            records.append(ct.Transition(id=f"offered-{n}", on=after(on)))
            records.append(ct.Offer(on=after(on), transition=f"offered-{n}", answer_by=due))
        elif kind == "posting":
            records.append(ct.Transition(id=f"posting-{n}", on=after(on), closes=day))
        elif kind == "credential":
            name = draw(st.sampled_from("ab"))
            records.append(
                ct.Resolution(id=f"r-{n}", on=after(on), course="aid", credential=name, expires=day)
            )
        elif kind == "decision":
            records.append(ct.Reflection(id=f"decided-{n}", on=after(on), decision="it", look_back=due))
        else:
            stones = [ct.Milestone(due=after(on + 5 * m), value=m) for m in (1, 2, 3)]
            pillar = draw(st.sampled_from(PILLARS))
            records.append(
                ct.Goal(
                    id=f"climb-{n}",
                    on=after(on),
                    title="it",
                    pillar=pillar,
                    due=after(on + 20),
                    target=4,
                    milestones=stones,
                )
            )
            records += [
                ct.CheckIn(on=after(on + more), goal=f"climb-{n}", value=draw(st.integers(0, 4)))
                for more in draw(st.lists(st.integers(1, 30), max_size=2, unique=True))
            ]
    return plan.add(records)


# --- By hand, day by day ------------------------------------------------------------------------------


def first_unpaused(now: Snapshot, day: date) -> date:
    """The day, or the first one after it that no pause holds, found by walking."""
    pauses = now.facts(ct.Pause)
    while any(pause.on <= day <= pause.until for pause in pauses):
        day += DAY
    return day


def unpaused_days_after(now: Snapshot, touch: date, days: int) -> date:
    """The day on which so many days have passed that were not paused, the touch's own being the first."""
    day = touch
    while days:
        days -= first_unpaused(now, day) == day
        day += DAY
    return day


def intervals(since: date, every: ct.Every) -> Iterator[date]:
    """The days that lie whole intervals after another, each counted from it."""
    for n in range(1, 1_000):
        more: Any = {MULTIPLES[every.unit]: n * every.count}
        yield since + relativedelta(**more)


def touches(now: Snapshot, id: str, until: date) -> Iterator[date]:
    """The days on which a touch falls due, walked from the last one."""
    state = now.cadences[id]
    cadence, last = state.cadence, state.touches[-1].on if state.touches else None
    since = last or state.began
    planned = intervals(since, cadence.every)
    if cadence.counted_from == "schedule":
        due = next(intervals(since, cadence.every))
        ahead = (day for day in intervals(state.began, cadence.every) if day > since)
        scheduled = next(ahead)
        if scheduled >= due:
            planned = (day for day in intervals(state.began, cadence.every) if day > since)
    end = min(until, cadence.until or until)
    for place, plain in enumerate(planned):
        stretched = plain if last is None else unpaused_days_after(now, last, (plain - last).days)
        day = first_unpaused(now, stretched)
        if day > end:
            return
        if place == 0 or day >= now.day:
            yield day


def asked_of_oneself(now: Snapshot) -> Iterator[Due]:
    """All that a pause puts off: its plain due day, what it is, and its id."""
    for id, promise in now.commitments.items():
        if promise.resolution is None and promise.commitment.due is not None:
            yield promise.commitment.due, "commitment", id
    for id, goal in now.goals.items():
        if goal.resolution is None:
            if goal.goal.due is not None:
                yield goal.goal.due, "goal", id
            yield from ((due, "milestone", id) for due in milestones(now, id))
    for id, course in now.courses.items():
        if course.resolution is None and course.course.due is not None:
            yield course.course.due, "course", id
    for id, setback in now.setbacks.items():
        if setback.resolution is None and setback.setback.retry is not None:
            yield setback.setback.retry, "retry", id
    written = now.facts(ct.Reflection)
    for each in written:
        if each.look_back is not None and not any(other.on >= each.look_back for other in written):
            yield each.look_back, "look-back", each.id or ""


def milestones(now: Snapshot, id: str) -> list[date]:
    """The milestones of a goal that its last value falls short of, the last alone of those that are past."""
    goal, value = now.goals[id].goal, now.goals[id].value
    sign = 1 if (goal.target or 0) > (goal.baseline or 0) else -1
    left = [each.due for each in goal.milestones if value is None or sign * value < sign * each.value]
    past = [due for due in left if first_unpaused(now, due) < now.day]
    if goal.due is not None and first_unpaused(now, goal.due) < now.day:
        return [due for due in left if due not in past]
    return [due for due in left if due not in past[:-1]]


def set_by_others(now: Snapshot) -> Iterator[Due]:
    """All that no pause puts off, with whether it stays owed when its day is past."""
    for id, event in now.events.items():
        starts = event.event.starts
        if starts is not None and event.resolution is None:
            yield starts.date() if isinstance(starts, datetime) else starts, "appointment", id
    for id, move in now.transitions.items():
        if move.offers and not move.has_ended and move.offers[-1].answer_by is not None:
            yield move.offers[-1].answer_by, "answer", id
        is_lead = move.is_tracked and not move.offers and {step.stage for step in move.steps} <= {"lead"}
        if is_lead and move.transition.closes is not None:
            yield move.transition.closes, "closing", id
    earned = [each for each in now.facts(ct.Resolution) if each.credential and each.outcome == "done"]
    for name in {each.credential for each in earned}:
        furthest = max(each.expires or date.max for each in earned if each.credential == name)
        if any(each.expires == furthest for each in earned if each.credential == name):
            latest = [each for each in earned if each.credential == name and each.expires == furthest][-1]
            yield furthest, "credential", next(latest.named())[1]
    ends = [(pause.until, pause.id or "") for pause in now.facts(ct.Pause)]
    if ends:
        yield max(end for end, _ in ends), "pause-ends", [id for end, id in ends if end == max(ends)[0]][-1]
    for id, routine in now.routines.items():
        if routine.resolution is None and routine.routine.until is not None:
            yield routine.routine.until, "routine-ends", id
    for id, cadence in now.cadences.items():
        if cadence.resolution is None and cadence.cadence.until is not None:
            yield cadence.cadence.until, "cadence-ends", id


def by_hand(now: Snapshot, until: date) -> tuple[Counter[Due], Counter[Due]]:
    """What is overdue and what is due, day by day."""
    own = [(first_unpaused(now, due), *rest) for due, *rest in asked_of_oneself(now)]
    for id, cadence in now.cadences.items():
        if cadence.is_in_force:
            # Two that a pause puts off to one day are one touch.
            own += [(due, "cadence", id) for due in dict.fromkeys(touches(now, id, until))]
    found: list[Any] = [*own, *set_by_others(now)]
    days = [now.day + n * DAY for n in range((until - now.day).days + 1)]
    late = [each for each in found if each[0] < now.day and (each in own or each[1] == "answer")]
    return Counter(late), Counter(each for day in days for each in found if each[0] == day)


@given(plan=ANY | dated(), day=DAYS.map(after), days=AHEAD)
def test_every_due_day_and_no_other(plan: ct.Plan, day: date, days: int) -> None:
    """An agenda holds what is due on each of its days, looked for day by day, and what is overdue."""
    now = plan.as_of(day)
    found = agenda(now, days)
    overdue, due = by_hand(now, found.until)

    assert due == Counter((each.day, each.type, each.id) for each in found)
    assert overdue == Counter((each.day, each.type, each.id) for each in found.overdue)


@given(plan=ANY | dated(), day=DAYS.map(after), days=AHEAD)
def test_an_agenda_is_in_order(plan: ct.Plan, day: date, days: int) -> None:
    """Entries stand by day, kind, time and id; each says what it was put off from exactly when it was."""
    found = agenda(plan.as_of(day), days)

    for entries in (found.overdue, found.entries):
        places = [(each.day, ORDER.index(each.type), each.time or "", each.id) for each in entries]
        assert sorted(places) == places
    assert [] == [
        each for each in (*found.overdue, *found) if each.moved_from and each.moved_from >= each.day
    ]


@given(plan=ANY | dated(), day=DAYS.map(after), days=AHEAD)
def test_nothing_recorded_later_matters(plan: ct.Plan, day: date, days: int) -> None:
    """The agenda of a day is the same for the records up to that day alone."""
    known = ct.Plan.collect(record for record in plan if record.on is None or record.on <= day)[0]

    assert agenda(known.as_of(day), days).to_dict() == agenda(plan.as_of(day), days).to_dict()


@given(plan=dated(), day=DAYS.map(after), days=st.tuples(AHEAD, AHEAD))
def test_a_longer_agenda_only_has_more(plan: ct.Plan, day: date, days: tuple[int, int]) -> None:
    """Looking further ahead adds days at the end, and changes neither what is overdue nor the days before."""
    short, long = (agenda(plan.as_of(day), each) for each in sorted(days))

    assert short.overdue == long.overdue
    assert list(short) == [each for each in long if each.day <= short.until]


@given(plan=practising(cadence=1), day=DAYS.map(after))
def test_the_next_touch_is_the_one_that_the_rhythm_says(plan: ct.Plan, day: date) -> None:
    """The first day of each rhythm in an agenda is the next due day of its state, pauses included."""
    now = plan.as_of(day)
    found = agenda(now, 400)
    first: dict[str, date] = {}
    for each in (*found.overdue, *found):
        if each.type == "cadence":
            first.setdefault(each.id, each.day)

    assert {id: state.next_due for id, state in now.cadences.items() if state.next_due} == first
