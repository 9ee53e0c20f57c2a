"""Paused days, whole weeks, and how far a touch lasts."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careertrack import Every
from careertrack.days import Rest, covered_until, next_after, nth, plus_days, week_end

START = date(2026, 1, 5)  # a Monday
SPANS = st.lists(
    st.builds(
        lambda first, length: (START + timedelta(first), START + timedelta(first + length)),
        st.integers(0, 60),
        st.integers(0, 20),
    ),
    max_size=5,
)
DAYS = st.integers(-5, 100).map(lambda n: START + timedelta(n))


def day(n: int) -> date:
    """The n-th day."""
    return START + timedelta(n)


def paused(spans: list[tuple[date, date]], on: date) -> bool:
    """Whether a day lies in one of some spans."""
    return any(first <= on <= last for first, last in spans)


@given(spans=SPANS, on=DAYS)
def test_a_day_is_paused_if_a_span_has_it(spans: list[tuple[date, date]], on: date) -> None:
    """Both ends included, however the spans overlap, touch and come."""
    assert paused(spans, on) == (on in Rest(spans)) == (on in Rest(reversed(spans)))


@given(spans=SPANS, first=DAYS, length=st.integers(0, 60))
def test_days_are_counted_once(spans: list[tuple[date, date]], first: date, length: int) -> None:
    """As many as one by one."""
    days = [first + timedelta(n) for n in range(length)]

    assert sum(paused(spans, on) for on in days) == Rest(spans).days(first, first + timedelta(length - 1))


@given(spans=SPANS, on=DAYS)
def test_resumed_is_the_first_day_that_is_not_paused(spans: list[tuple[date, date]], on: date) -> None:
    """The day itself where it is none."""
    found = on
    while paused(spans, found):
        found += timedelta(1)

    assert found == Rest(spans).resumed(on)


@given(spans=SPANS, start=DAYS, length=st.integers(0, 40))
def test_after_so_many_days_that_are_not_paused(
    spans: list[tuple[date, date]], start: date, length: int
) -> None:
    """As walking finds it, day by day; a pause that begins right there is not walked through."""
    found, left = start, length
    while left:
        left -= not paused(spans, found)
        found += timedelta(1)

    assert found == Rest(spans).after(start, length)


@given(spans=SPANS)
def test_equal_by_their_days(spans: list[tuple[date, date]]) -> None:
    """However they are cut and ordered."""
    cut = [
        (on, on)
        for first, last in spans
        for on in (first + timedelta(n) for n in range((last - first).days + 1))
    ]

    assert (Rest(spans), hash(Rest(spans))) == (Rest(cut), hash(Rest(cut)))
    assert bool(spans) == bool(Rest(spans))


def test_other_things_are_not_equal() -> None:
    """Neither other days nor what is no rest."""
    rest = Rest([(day(0), day(3))])

    assert rest != Rest([(day(0), day(4))])
    assert rest != Rest()
    assert rest != [(day(0), day(3))]


def test_rest_to_the_end_of_the_calendar() -> None:
    """It is over on the last day there is."""
    rest = Rest([(day(0), date.max)])

    assert (date.max, date.max, date.max) == (
        rest.resumed(day(3)),
        rest.after(day(3), 1),
        Rest().after(date.max, 9),
    )
    assert 3 == Rest([(date.min, date.max)]).days(date.min, date(1, 1, 3))


def test_a_week_ends_on_sunday() -> None:
    """From Monday on; the calendar's last week on its last day, a Friday."""
    assert [day(6)] * 7 == [week_end(day(n)) for n in range(7)]
    assert day(13) == week_end(day(7))
    assert date.max == week_end(date.max) == week_end(date(9999, 12, 27))
    assert date(9999, 12, 26) == week_end(date(9999, 12, 26))


def test_plus_days_stays_within_the_calendar() -> None:
    """The last day at most."""
    assert (day(9), date.max, date.max) == (
        plus_days(day(0), 9),
        plus_days(date.max, 1),
        plus_days(date(9999, 12, 30), 1),
    )


@pytest.mark.parametrize(
    ("touch", "every", "anchor", "expected"),
    [
        ("2026-01-05", "2 weeks", None, "2026-01-19"),
        ("2026-01-31", "1 month", None, "2026-02-28"),
        ("2026-02-28", "1 month", None, "2026-03-28"),
        ("2026-02-28", "1 month", "2026-01-31", "2026-03-31"),
        ("2026-02-27", "1 month", "2026-01-31", "2026-03-27"),  # the next scheduled day comes earlier
        ("2026-01-20", "2 weeks", "2026-01-05", "2026-02-03"),
        ("2024-02-29", "1 year", None, "2025-02-28"),
        ("2026-01-05", "9999 years", None, None),
        ("2026-01-05", "9999 years", "2026-01-05", None),
    ],
)
def test_how_far_a_touch_lasts(touch: str, every: str, anchor: str | None, expected: str | None) -> None:
    """An interval, or to the next scheduled day if that is later; past the calendar's end there is none."""
    start = None if anchor is None else date.fromisoformat(anchor)
    found = covered_until(date.fromisoformat(touch), Every.from_text(every), start)

    assert expected == (found and found.isoformat())


def test_where_the_schedule_ends_with_the_calendar_the_interval_counts() -> None:
    """Every 5,000 years from the year 5000: no scheduled day is left, and an interval from 4000 is."""
    every = Every(5000, "year")

    assert None is next_after(date(5000, 1, 1), every, date(4000, 1, 1))
    assert date(9000, 1, 1) == nth(date(4000, 1, 1), every, 1)
    assert date(9000, 1, 1) == covered_until(date(4000, 1, 1), every, date(5000, 1, 1))
