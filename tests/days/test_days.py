"""The days of a rhythm, counted from its anchor; spans in months; days known in part."""

from datetime import date, timedelta
from itertools import islice, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careertrack import Every
from careertrack.days import is_begun, is_past, months_between, next_after, nth, plus_months, rhythm
from careertrack.values import UNITS

DAYS = st.dates(date(1, 1, 1), date(9999, 12, 31))
NEAR = st.dates(date(1900, 1, 1), date(2200, 12, 31))
INTERVALS = st.builds(Every, st.integers(1, 60), st.sampled_from(UNITS))


def days(*texts: str) -> list[date]:
    """Days from their texts."""
    return [date.fromisoformat(text) for text in texts]


@pytest.mark.parametrize(
    ("anchor", "every", "expected"),
    [
        ("2026-01-05", "3 days", ["2026-01-08", "2026-01-11", "2026-01-14"]),
        ("2026-01-05", "2 weeks", ["2026-01-19", "2026-02-02", "2026-02-16"]),
        ("2026-01-31", "month", ["2026-02-28", "2026-03-31", "2026-04-30", "2026-05-31"]),
        ("2028-01-30", "month", ["2028-02-29", "2028-03-30", "2028-04-30"]),
        ("2025-08-31", "6 months", ["2026-02-28", "2026-08-31", "2027-02-28"]),
        ("2024-02-29", "year", ["2025-02-28", "2026-02-28", "2027-02-28", "2028-02-29", "2029-02-28"]),
        ("2024-02-29", "4 years", ["2028-02-29", "2032-02-29"]),
        ("2096-02-29", "4 years", ["2100-02-28", "2104-02-29"]),
    ],
)
def test_rhythm(anchor: str, every: str, expected: list[str]) -> None:
    """A rhythm ends short months on their last day and comes back to its own day, counted from its anchor."""
    found = rhythm(date.fromisoformat(anchor), Every.from_text(every))

    assert days(*expected) == list(islice(found, len(expected)))


@pytest.mark.parametrize(
    ("anchor", "every", "left"),
    [
        ("9999-12-31", "day", 0),
        ("9999-12-29", "day", 2),
        ("9999-12-31", "9999 years", 0),
        ("9999-11-30", "month", 1),
        ("9998-12-31", "year", 1),
        ("0001-01-01", "9999 weeks", 52),
        ("0001-01-01", "9999 years", 0),
    ],
)
def test_end_of_the_calendar(anchor: str, every: str, left: int) -> None:
    """A rhythm ends where the calendar does."""
    assert left == len(list(rhythm(date.fromisoformat(anchor), Every.from_text(every))))


@given(DAYS, INTERVALS, st.integers(0, 10**12))
def test_nth_or_nothing(anchor: date, every: Every, n: int) -> None:
    """However far away, there is a day or none, never an error; the 0th is the anchor."""
    found = nth(anchor, every, n)

    assert found is None or found >= anchor
    assert anchor == nth(anchor, every, 0)


@given(NEAR, INTERVALS)
def test_days_rise(anchor: date, every: Every) -> None:
    """The days of a rhythm rise strictly, from the anchor on."""
    found = [anchor, *islice(rhythm(anchor, every), 30)]

    assert all(before < after for before, after in pairwise(found))


@given(NEAR, INTERVALS, NEAR)
def test_next_is_the_first_after(anchor: date, every: Every, day: date) -> None:
    """The next day of a rhythm is the first that comes after: the one that walking finds."""
    far = next((each for each in islice(rhythm(anchor, every), 120_000) if each > day), None)

    assert far == next_after(anchor, every, day)


@pytest.mark.parametrize(
    ("anchor", "every", "day", "expected"),
    [
        ("2026-01-31", "month", "2026-02-27", "2026-02-28"),
        ("2026-01-31", "month", "2026-02-28", "2026-03-31"),
        ("2026-01-31", "month", "2026-03-30", "2026-03-31"),
        ("2026-01-05", "2 weeks", "2026-01-05", "2026-01-19"),
        ("2026-01-05", "2 weeks", "2026-01-19", "2026-02-02"),
        ("2026-01-05", "2 weeks", "2025-01-01", "2026-01-19"),  # the anchor is not one of its days
        ("2026-01-05", "month", "2025-01-01", "2026-02-05"),
        ("2024-02-29", "year", "2025-02-28", "2026-02-28"),
        ("0001-01-01", "day", "9999-12-30", "9999-12-31"),
        ("0001-01-31", "month", "9999-11-30", "9999-12-31"),
        ("0001-01-01", "day", "9999-12-31", None),
        ("0001-01-01", "month", "9999-12-31", None),
        ("2026-01-01", "9999 years", "2026-01-01", None),
    ],
)
def test_next_after(anchor: str, every: str, day: str, expected: str | None) -> None:
    """The next day comes strictly after, and is found without walking there."""
    found = next_after(date.fromisoformat(anchor), Every.from_text(every), date.fromisoformat(day))

    assert expected == (found and found.isoformat())


@pytest.mark.parametrize(
    ("start", "end", "months"),
    [
        ("2026-01-05", "2026-01-05", 0),
        ("2026-01-15", "2026-03-01", 1.5),
        ("2026-01-31", "2026-02-28", 1.0),
        ("2026-01-01", "2027-01-01", 12),
        ("2026-01-01", "2026-01-16", 15 / 31),
        ("2024-02-29", "2025-02-28", 12.0),
        ("9999-12-01", "9999-12-31", 30 / 31),
        ("9999-11-30", "9999-12-31", 1 + 1 / 31),
        ("2026-01-05", "9999-12-31", 95_687 + 26 / 31),
    ],
)
def test_months_between(start: str, end: str, months: float) -> None:
    """Whole months by the calendar, the rest as a share of the next one, also of the calendar's last."""
    assert pytest.approx(months, abs=1e-12) == months_between(
        date.fromisoformat(start), date.fromisoformat(end)
    )


@pytest.mark.parametrize(
    ("start", "months", "expected"),
    [
        ("2026-01-01", 0, "2026-01-01"),
        ("2026-01-01", 1.5, "2026-02-15"),
        ("2026-01-31", 1, "2026-02-28"),
        ("2026-01-01", 9.76, "2026-10-24"),  # 40,000 at 4,100 a month
        ("2026-01-01", 0.99, "2026-01-31"),
        ("9999-11-30", 0.5, "9999-12-15"),
        ("9999-12-01", 0.5, None),
        ("2026-01-01", 1e9, None),
        ("2026-01-01", float("inf"), None),
    ],
)
def test_plus_months(start: str, months: float, expected: str | None) -> None:
    """A broken month is taken by its days, rounded down; past the calendar's end there is no day."""
    found = plus_months(date.fromisoformat(start), months)

    assert expected == (found and found.isoformat())


@given(NEAR, st.integers(0, 40_000))
def test_there_and_back(start: date, length: int) -> None:
    """A span in months leads back to its end, to a day less for what is rounded."""
    end = start + timedelta(length)
    back = plus_months(start, months_between(start, end))

    assert back in {end, end - timedelta(1)}


@pytest.mark.parametrize(
    ("part", "past", "begun"),
    [
        ("2025", True, True),
        ("2026", False, True),
        ("2027", False, False),
        ("2026-02", True, True),
        ("2026-03", False, True),
        ("2026-04", False, False),
        ("2026-03-14", True, True),
        ("2026-03-15", False, True),
        ("2026-03-16", False, False),
    ],
)
def test_parts_of_dates(part: str, past: bool, begun: bool) -> None:
    """A day known in part is past when all of it is, and begun when some of it is."""
    day = date(2026, 3, 15)

    assert (past, begun) == (is_past(part, day), is_begun(part, day))
