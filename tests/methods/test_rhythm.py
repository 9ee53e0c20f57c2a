"""How well a rhythm is kept."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest

from careertrack import InvalidValue
from careertrack.methods import cadence_coverage, habit_strength, kept_on_time

START = date(2026, 1, 1)
NOON = datetime(2026, 1, 1, 12)


def day(n: int) -> date:
    """The nth day of the window."""
    return START + timedelta(days=n)


@pytest.mark.parametrize(
    ("touches", "days", "every", "expected"),
    [
        ((0, 27, 59), 90, 30, 87 / 90),
        ((0, 45), 90, 30, 60 / 90),  # met each 45 days
        ((59, 0, 27, 0), 90, 30, 87 / 90),  # in any order, and one twice
        ((), 90, 30, 0),
        ((-10,), 90, 30, 20 / 90),  # before the window, reaching into it
        ((-30,), 90, 30, 0),  # its last day is the one before the window
        ((89,), 90, 30, 1 / 90),  # both ends belong to it
        ((90,), 90, 30, 0),
        ((0,), 1, 1, 1),
        ((0, 1, 2), 90, 30, 32 / 90),  # an early touch banks nothing
        ((0,), 90, 10**200, 1),
    ],
)
def test_coverage_golden(touches: tuple[int, ...], days: int, every: int, expected: float) -> None:
    """The share of days on which the last touch was recent enough."""
    assert expected == cadence_coverage(map(day, touches), START, day(days - 1), every)


def test_a_set_of_days() -> None:
    """Touches have no order, so they may come as a set."""
    assert (
        0.5
        == cadence_coverage({START}, START, day(1), 1)
        == cadence_coverage(frozenset([START]), START, day(1), 1)
    )


@pytest.mark.parametrize(
    ("given_", "said"),
    [
        (
            ([], START, date(2025, 12, 31), 1),
            "end: must be no earlier than start, 2026-01-01, got '2025-12-31'",
        ),
        (([], "2026-01-01", START, 1), "start: must be a date, got '2026-01-01'"),
        (([], START, NOON, 1), "end: must be a date, got a datetime"),
        (([START, NOON], START, START, 1), "touches[1]: must be a date, got a datetime"),
        (("ab", START, START, 1), "touches: must be a list, got 'ab'"),
        ((None, START, START, 1), "touches: must be a list, got None"),
        (([], START, START, 0), "every: must be a whole number from 1, got 0"),
        (([], START, START, 7.0), "every: must be a whole number from 1, got 7.0"),
    ],
)
def test_coverage_nonsense(given_: tuple[Any, ...], said: str) -> None:
    """A moment for a day, a window that ends before it starts and no interval are refused."""
    with pytest.raises(InvalidValue) as caught:
        cadence_coverage(*given_)

    assert said == str(caught.value)


def test_kept_golden() -> None:
    """Percent plan complete, with its interval, and with how many were due beside it."""
    score = kept_on_time(16, 20)

    assert score.interval is not None
    assert (0.8, 20, "borrowed", 1) == (score.value, score.n, score.basis, score.coverage)
    assert (0.584, 0.919) == tuple(round(end, 3) for end in score.interval)
    assert "16 of 20 kept on time" == score.reason


def test_nothing_due() -> None:
    """Where nothing fell due there is nothing to judge."""
    score = kept_on_time(0, 0)

    assert (None, None, None) == (score.value, score.coverage, score.interval)
    assert "nothing fell due" == score.reason


@pytest.mark.parametrize(
    ("given_", "said"),
    [
        ((3, 2), "kept: must be a whole number from 0 up to 2, got 3"),
        ((-1, 2), "kept: must be a whole number from 0 up to 2, got -1"),
        ((0, -1), "due: must be a whole number from 0, got -1"),
        ((0.5, 1), "kept: must be a whole number from 0 up to 1, got 0.5"),
    ],
)
def test_kept_nonsense(given_: tuple[Any, Any], said: str) -> None:
    """More kept than due is refused."""
    with pytest.raises(InvalidValue) as caught:
        kept_on_time(*given_)

    assert said == str(caught.value)


@pytest.mark.parametrize(
    ("given_", "expected"),
    [
        (([True], 1), 0.051922),
        (([False], 1, 0.75), 0.711058),
        (([None], 1, 0.75), 0.75),  # a pause leaves it as it is
        (([], 1, 0.75), 0.75),
        (([True] * 4, 1), 0.192067),
        (([True] * 13, 1), 0.5),  # as far as half the way in 13
        (([1, 0, None], 1), 0.049227),
        (([True], 1e308), 1),
        (([True], 1e-300), 0),
    ],
)
def test_habit_golden(given_: tuple[Any, ...], expected: float) -> None:
    """Loop's formula: lifted by each time kept, lowered by each miss."""
    assert expected == round(habit_strength(*given_), 6)


@pytest.mark.parametrize(
    ("given_", "said"),
    [
        (([True, 0.5], 1), "checks[1]: must be True, False, or None for a pause, got 0.5"),
        (([2], 1), "checks[0]: must be True, False, or None for a pause, got 2"),
        (("1", 1), "checks: must be a list, got '1'"),
        (([], 0), "frequency: must be above 0, got 0"),
        (([], float("inf")), "frequency: must be a finite number from 0, got inf"),
        (([], 1, 1.5), "start: must be a finite number from 0 up to 1, got 1.5"),
    ],
)
def test_habit_nonsense(given_: tuple[Any, ...], said: str) -> None:
    """A check that is neither kept, missed nor skipped, and no frequency, are refused."""
    with pytest.raises(InvalidValue) as caught:
        habit_strength(*given_)

    assert said == str(caught.value)
