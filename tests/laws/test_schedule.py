"""Schedules keep their bounds, are not moved by easier plans, pauses or what comes later."""

import json
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import DataObject, DrawFn

import careertrack as ct
from careertrack.progress import Schedule, attainment_t, chances, schedules
from careertrack.progress.schedule import EASED_DAYS
from careertrack.strategies import goals, plans

START = date(2026, 1, 1)
KINDS = ["goal", "goal", "check-in", "check-in", "resolution", "pause"]
ENDS = st.dates(date.min, date(2, 1, 1)) | st.dates(date(9998, 1, 1), date(9999, 6, 1))


def after(days: int) -> date:
    """So many days after the start."""
    return START + timedelta(days)


@st.composite
def checked(draw: DrawFn) -> list[ct.Record]:
    """A goal from 0 to 10 within a year or so, perhaps by milestones, its check-ins, perhaps pauses."""
    due = draw(st.integers(2, 400))
    values = sorted(draw(st.sets(st.integers(1, 9), max_size=min(3, due - 1))))
    dues = draw(
        st.sets(st.integers(1, due - 1), min_size=len(values), max_size=len(values)).map(sorted)
        if values
        else st.just([])
    )
    stones = [ct.Milestone(due=after(n), value=value) for n, value in zip(dues, values, strict=True)]
    goal = ct.Goal(id="a", on=START, title="a", pillar="change", target=10, due=after(due), milestones=stones)
    days = draw(st.sets(st.integers(0, 400), min_size=1, max_size=6))
    checks = [ct.CheckIn(on=after(n), goal="a", value=draw(st.integers(-1, 11))) for n in sorted(days)]
    return [goal, *checks]


@st.composite
def rests(draw: DrawFn) -> list[ct.Record]:
    """Up to three pauses."""
    spans = draw(st.lists(st.tuples(st.integers(0, 400), st.integers(0, 60)), max_size=3, unique=True))
    return [ct.Pause(on=after(first), until=after(first + more)) for first, more in spans]


def found(records: list[ct.Record], day: date) -> Schedule:
    """The goal's schedule."""
    return schedules(ct.Plan(records=records).as_of(day))["a"]


def told(now: ct.Snapshot) -> dict[str, Any]:
    """All that is said of goals on a day beside their score."""
    by_id: Mapping[str, Schedule] = schedules(now)
    return {
        "schedules": [each.to_dict() for each in by_id.values()],
        "words": [str(each) for each in by_id.values()],
        "t": attainment_t(now).to_dict(),
        "chances": chances(now).to_dict(),
    }


def is_bounded(each: Schedule, day: date) -> bool:
    """Whether its figures are within their bounds, and its records are of its day or before."""
    return (
        (each.s is None or 0 <= each.s <= 1)
        and (each.spi is None or each.spi >= 0)
        and (each.earned is None or 0 <= each.earned <= each.planned)
        and each.planned >= 1
        and all(record.on is not None and record.on <= day for record in each.records)
    )


@given(plan=plans(min_size=6, kinds=KINDS), day=st.dates(date(2026, 1, 1), date(2028, 6, 1)))
def test_within_bounds(plan: ct.Plan, day: date) -> None:
    """s is a share, earned days are planned days; all of it is plain data."""
    now = plan.as_of(day)

    assert all(is_bounded(each, day) for each in schedules(now).values())
    assert told(now) == json.loads(json.dumps(told(now)))


@given(records=checked(), pauses=rests(), n=st.integers(0, 500))
def test_within_bounds_where_there_is_a_schedule(
    records: list[ct.Record], pauses: list[ct.Record], n: int
) -> None:
    """The same of goals that have a curve; unknown exactly where no value is."""
    each = found([*records, *pauses], after(n))
    values = [record for record in records[1:] if record.on is not None and record.on <= after(n)]

    assert is_bounded(each, after(n))
    assert (not values) == (each.earned is None)
    assert not (values and each.past_due and each.s is None)


@given(plan=plans(min_size=6, kinds=KINDS, days=ENDS))
def test_any_day_of_the_calendar(plan: ct.Plan) -> None:
    """There is an answer at both ends of the calendar."""
    for day in (date.min, date(9999, 11, 30), date.max):
        assert all(is_bounded(each, day) for each in schedules(plan.as_of(day)).values())


@given(records=checked(), pauses=rests(), on=st.integers(1, 400), more=st.integers(1, 400), data=st.data())
def test_more_time_does_not_help_at_once(
    records: list[ct.Record], pauses: list[ct.Record], on: int, more: int, data: DataObject
) -> None:
    """A revision that only moves the due day later never raises s within 28 days of it."""
    goal = records[0]
    assert isinstance(goal, ct.Goal)
    assert goal.due is not None
    eased = goal.evolve(on=after(on), due=goal.due + timedelta(more))
    day = after(on + data.draw(st.integers(0, EASED_DAYS - 1)))
    before = found([*records, *pauses], day).s
    now = found([*records, *pauses, eased], day).s

    assert before is None or (now is not None and now <= before)


@given(records=checked(), n=st.integers(0, 400), more=st.integers(1, 60))
def test_a_pause_moves_a_plan_as_a_whole(records: list[ct.Record], n: int, more: int) -> None:
    """Put a rest in after any day: what is later comes as much later, and every figure stays."""

    def moved(day: date) -> date:
        return day + timedelta(more) if day > after(n) else day

    def later(record: ct.Record) -> ct.Record:
        assert record.on is not None
        if not isinstance(record, ct.Goal):
            return record.evolve(on=moved(record.on))
        assert record.due is not None
        stones = [ct.Milestone(due=moved(each.due), value=each.value) for each in record.milestones]
        return record.evolve(due=moved(record.due), milestones=stones)

    rest = ct.Pause(on=after(n + 1), until=after(n + more))
    day = records[-1].on or START
    one, other = found(records, day), found([*map(later, records), rest], moved(day))

    # A rest that begins later is not known yet.
    if after(n) < day:
        assert (one.planned, one.actual, one.earned) == (other.planned, other.actual, other.earned)
        assert (one.spi, one.s, one.past_due) == (other.spi, other.s, other.past_due)


@given(plan=plans(min_size=6, kinds=KINDS), data=st.data())
def test_what_is_recorded_later_changes_nothing(plan: ct.Plan, data: DataObject) -> None:
    """A record dated after a day leaves all that is said of the day."""
    day = data.draw(st.dates(date(2026, 1, 1), date(2028, 1, 1)))
    upto = ct.Plan(records=[record for record in plan if record.on is None or record.on <= day])

    assert told(upto.as_of(day)) == told(plan.as_of(day))


@given(records=checked(), n=st.integers(0, 399), data=st.data())
def test_a_later_record_of_the_goal_changes_nothing(
    records: list[ct.Record], n: int, data: DataObject
) -> None:
    """Neither a check-in, nor a revision, a pause or an end, once the day is over."""
    later = after(n + data.draw(st.integers(1, 60)))
    more = data.draw(
        st.sampled_from(
            [
                ct.Resolution(on=later, goal="a", outcome="done"),
                ct.Pause(on=later, until=later + timedelta(9)),
                ct.Goal(id="a", on=later, title="b", pillar="skills", target=20, due=later + timedelta(9)),
                ct.CheckIn(on=later, goal="a", value=7),
            ]
        )
    )
    known = [record for record in records if record.on is not None and record.on <= after(n)]

    assert found(known, after(n)) == found([*known, more], after(n))


@given(records=checked(), n=st.integers(0, 400), data=st.data())
def test_more_done_is_never_later(records: list[ct.Record], n: int, data: DataObject) -> None:
    """A higher value in the last check-in never lowers s, nor puts off the finish."""
    *before, last = records
    assert isinstance(last, ct.CheckIn)
    assert last.value is not None
    better = last.evolve(value=last.value + data.draw(st.integers(1, 5)))
    one, other = (found([*before, each], last.on + timedelta(n)) for each in (last, better))

    assert one.s is None or (other.s is not None and one.s <= other.s)
    assert one.finish is None or (other.finish is not None and other.finish <= one.finish)


@given(goal=goals(id="a", due=st.dates(), target=st.floats(-1e15, 1e15)), value=st.floats(-1e15, 1e15))
def test_any_values(goal: ct.Goal, value: float) -> None:
    """Whatever its values and its day, a goal with a check-in of its first day is told."""
    plan, _ = ct.Plan.collect([goal.evolve(parent=None), ct.CheckIn(on=goal.on, goal="a", value=value)])

    assert all(is_bounded(each, goal.on) for each in schedules(plan.as_of(goal.on)).values())
