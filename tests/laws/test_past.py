"""The past does not move, and any day can be asked about."""

from collections.abc import Mapping
from datetime import date, timedelta
from functools import cached_property
from typing import Any

import pytest
from hypothesis import given, reject
from hypothesis import strategies as st
from hypothesis.strategies import DataObject

import careertrack as ct
from careertrack.moment import STATES
from careertrack.record import Definition
from careertrack.strategies import plans

DAY = timedelta(1)
ENDS = st.dates(date.min, date(2, 1, 1)) | st.dates(date(9998, 1, 1), date(9999, 6, 1))
INSIDE = {"ledger", "memory"}  # what a day is worked out from, and no answer
ANSWERS = [
    name
    for name in dir(ct.Snapshot)
    if name not in INSIDE
    and not name.startswith("_")
    and isinstance(getattr(ct.Snapshot, name), property | cached_property)
]


def told(now: ct.Snapshot) -> dict[str, Any]:
    """Everything that a snapshot says of its day: each of its mappings in full, each of its values."""
    answers = {name: getattr(now, name) for name in ANSWERS}
    said = {
        name: list(value.items()) if isinstance(value, Mapping) else value for name, value in answers.items()
    }
    return {**said, "review": now.review(), "data": now.review().to_dict(), "findings": now.findings()}


def days_of(plan: ct.Plan) -> list[date]:
    """The days on which a plan has records."""
    return sorted({record.on for record in plan if record.on is not None})


def test_a_snapshot_is_asked_for_everything() -> None:
    """These tests look at every state that a snapshot has."""
    now = ct.Plan().as_of("2026-01-01")

    assert len(STATES) == sum(isinstance(getattr(now, name), Mapping) for name in ANSWERS)
    assert {"runway", "capacity", "priorities", "interests", "target_roles", "last_day"} <= set(ANSWERS)


@given(plan=plans(min_size=5, max_size=15), data=st.data())
def test_later_records_change_no_earlier_day(plan: ct.Plan, data: DataObject) -> None:
    """A plan says of a day what it said before anything later was added."""
    day = data.draw(st.sampled_from([date(2026, 1, 1), *days_of(plan)]))
    # An undated record that names what begins later can only be there when that is.
    before, _ = ct.Plan.collect(record for record in plan if record.on is None or record.on <= day)
    later = [record for record in plan if record.on is not None and record.on > day]
    after, _ = ct.Plan.collect([*before, *later])

    assert set(before) <= set(after)
    for asked in {day, day - 30 * DAY, data.draw(st.dates(max_value=day))}:
        assert told(before.as_of(asked)) == told(after.as_of(asked))


@given(plan=plans(min_size=5))
def test_before_the_first_day_there_is_only_the_catalogue(plan: ct.Plan) -> None:
    """Nothing dated is there before its day."""
    now = plan.as_of(date(2025, 12, 31))

    assert [] == [id for room in (now.goals, now.transitions, now.evidence, now.routines) for id in room]
    assert [] == [id for room in (now.cadences, now.commitments, now.setbacks) for id in room]
    assert (None, None, ()) == (now.last_day, now.runway, now.target_roles)


@given(plan=plans(min_size=3), data=st.data())
def test_a_revision_leaves_earlier_days(plan: ct.Plan, data: DataObject) -> None:
    """Revising any definition from a day on changes no day before it, and says so from that day."""
    plan = plan.add(ct.Skill(id="sql", name="SQL"))
    first = data.draw(st.sampled_from([record for record in plan if isinstance(record, Definition)]))
    day = data.draw(st.dates(first.on or date(2026, 1, 1), date(2028, 1, 1)))
    try:
        revised = plan.revise(type(first), first.id, on=day, note="revised")
    except (ct.InvalidValue, ct.InvalidPlan):
        reject()  # it had ended by then, or names what begins only later

    assert told(plan.as_of(day - DAY)) == told(revised.as_of(day - DAY))
    assert "revised" == revised.get(type(first), first.id, day).note


@pytest.mark.parametrize("day", [date.min, date(1, 1, 31), date(9999, 11, 30), date.max])
@given(plan=plans(min_size=5, max_size=10))
def test_any_day_of_the_calendar_can_be_asked_about(day: date, plan: ct.Plan) -> None:
    """There is an answer on the first day of the calendar, and on its last."""
    assert day == told(plan.as_of(day))["review"].day


@given(plan=plans(min_size=5, max_size=10, days=ENDS))
def test_records_may_be_of_any_day(plan: ct.Plan) -> None:
    """Records at either end of the calendar are answered for on every day of the plan, and after it."""
    for day in [*days_of(plan), date.min, date.max]:
        assert day == told(plan.as_of(day))["day"]
