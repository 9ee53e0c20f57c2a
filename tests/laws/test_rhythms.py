"""Rhythms: counted from their anchor, found at once, and what that means for a cadence."""

from datetime import date, timedelta
from itertools import islice
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import careertrack as ct
from careertrack import days
from careertrack.strategies import cadences, conversations
from careertrack.values import UNITS

DAY = timedelta(1)
DATES = st.dates(date(2000, 1, 1), date(2040, 12, 31))
EVERY = st.builds(ct.Every, st.integers(1, 40), st.sampled_from(UNITS))
FEW_DAYS = st.dates(date(2026, 1, 1), date(2026, 12, 31))
TALKS = conversations(on=FEW_DAYS, contacts=["grace"], event=None, transition=None, shown=[], acknowledged=[])


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """Every asking for the n-th day of a rhythm, as it is asked."""
    calls: list[Any] = []
    real = days.nth

    def counted(*args: Any) -> date | None:
        calls.append(args)
        return real(*args)

    monkeypatch.setattr(days, "nth", counted)
    return calls


@given(anchor=DATES, every=EVERY, n=st.integers(0, 200))
def test_days_are_counted_from_the_anchor(anchor: date, every: ct.Every, n: int) -> None:
    """The n-th day lies n whole intervals after the anchor, on its day of the month where there is one."""
    found = days.nth(anchor, every, n)

    assert found is not None
    if every.unit in {"day", "week"}:
        assert anchor + n * every.count * (7 if every.unit == "week" else 1) * DAY == found
    else:
        months = n * every.count * (12 if every.unit == "year" else 1)
        assert months == (found.year - anchor.year) * 12 + found.month - anchor.month
        assert found.day == anchor.day or (found.day < anchor.day and (found + DAY).day == 1)


@given(anchor=DATES, every=EVERY, day=DATES)
def test_the_next_day_is_the_one_that_walking_finds(anchor: date, every: ct.Every, day: date) -> None:
    """The next day of a rhythm after any day is the first on the way that comes after it."""
    walked = next(each for each in days.rhythm(anchor, every) if each > day)

    assert walked == days.next_after(anchor, every, day)


@pytest.mark.parametrize("unit", UNITS)
def test_ten_thousand_days_are_asked_for_once_each(unit: Any, asked: list[Any]) -> None:
    """A rhythm asked for ten thousand days looks at each once, or ends with the calendar."""
    found = list(islice(days.rhythm(date(1, 1, 31), ct.Every(1, unit)), 10_000))

    assert len(asked) == len(found) + (unit == "year")
    assert len(found) == (9998 if unit == "year" else 10_000)
    assert len(set(found)) == len(found)


@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize("count", [1, 2, 7])
def test_the_next_day_of_an_old_rhythm_is_found_at_once(unit: Any, count: int, asked: list[Any]) -> None:
    """However old a rhythm is, its next day is found by looking at three days at most."""
    for year in (2, 20, 200, 2000, 9000):
        asked.clear()
        found = days.next_after(date(1, 1, 31), ct.Every(count, unit), date(year, 2, 28))

        assert found is not None
        assert found > date(year, 2, 28)
        assert len(asked) <= 3


def test_the_next_touch_of_an_old_cadence_is_found_at_once(asked: list[Any]) -> None:
    """A cadence that has been in force for ten thousand intervals says its next day at once."""
    plan = ct.Plan() + ct.Contact(id="grace", name="Grace")
    plan += ct.Cadence(id="talk", on=date(1, 1, 1), contact="grace", every="day", counted_from="schedule")
    plan += ct.Conversation(on=date(30, 1, 1), contacts=["grace"])

    assert date(30, 1, 2) == plan.as_of("9999-01-01").cadences["talk"].next_due
    assert len(asked) <= 3


@given(
    cadence=cadences(id="talk", on=FEW_DAYS, contact="grace", type=None, until=None),
    talks=st.lists(TALKS, max_size=5),
    day=FEW_DAYS,
)
def test_a_cadence_is_due_an_interval_after_the_last_touch(
    cadence: ct.Cadence, talks: list[ct.Conversation], day: date
) -> None:
    """A cadence is due an interval after its last touch or its beginning; by its schedule, no earlier."""
    plan = ct.Plan.collect([ct.Contact(id="grace", name="Grace"), cadence, *talks])[0]
    if day < cadence.on:
        assert "talk" not in plan.as_of(day).cadences
        return
    state = plan.as_of(day).cadences["talk"]
    touches = [talk.on for talk in plan.of(ct.Conversation) if cadence.on <= talk.on <= day]
    last = max(touches, default=cadence.on)
    due = days.nth(last, cadence.every, 1)

    assert sorted(touches) == [touch.on for touch in state.touches]
    if due is None:
        assert state.next_due is None
    elif cadence.counted_from == "last-touch":
        assert due == state.next_due
    else:
        assert state.next_due in {due, next(d for d in days.rhythm(cadence.on, cadence.every) if d > last)}
        assert state.next_due is not None
        assert state.next_due >= due
