"""How far a goal is, how it keeps to its schedule, and how well chances were stated."""

from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from careertrack import InvalidValue
from careertrack.methods import EarnedSchedule, brier_score, earned_schedule, gas_t_score, key_result

FINITE = st.floats(allow_nan=False, allow_infinity=False)


@pytest.mark.parametrize(
    ("current", "baseline", "target", "expected"),
    [
        (3, 0, 6, 0.5),
        (40, 60, 20, 0.5),  # a measure that should fall
        (-5, 0, 6, 0.0),
        (9, 0, 6, 1.0),
        (70, 60, 20, 0.0),
        (0, 60, 20, 1.0),
        (-1.5, -2, -1, 0.5),
        (0, -1e308, 1e308, 0.5),
        (1.7e308, -1.7e308, 1.7e308, 1.0),
        (1e308, -1e308, -1e308 + 1e300, 1.0),
        (0, 0, 5e-324, 0.0),
        (5e-324, 0, 5e-324, 1.0),
        (10**300, 0, 2 * 10**300, 0.5),
    ],
)
def test_golden(current: float, baseline: float, target: float, expected: float) -> None:
    """The share of the way, cut at 0 and 1, rising or falling, of any size."""
    assert expected == key_result(current, baseline, target)


@pytest.mark.parametrize(
    ("given_", "path"),
    [
        ((float("nan"), 0, 1), "current"),
        ((None, 0, 1), "current"),
        ((0, float("inf"), 1), "baseline"),
        ((0, 0, "1"), "target"),
        ((0, 0, 10**400), "target"),
        ((0, 0, True), "target"),
        ((0, 1, 1), "target"),
        ((0, 0.0, -0.0), "target"),
    ],
)
def test_nonsense(given_: tuple[Any, ...], path: str) -> None:
    """What is not finite is refused by name; so is a target that is the baseline."""
    with pytest.raises(InvalidValue) as caught:
        key_result(*given_)

    assert [path] == [issue.path for issue in caught.value.issues]


@given(FINITE, FINITE, FINITE, FINITE)
def test_laws(current: float, other: float, baseline: float, target: float) -> None:
    """From 0 to 1, 0 at the baseline, 1 at the target, and never less for being nearer to the target."""
    assume(baseline != target)
    low, high = sorted((current, other), reverse=target < baseline)

    assert 0 <= key_result(low, baseline, target) <= key_result(high, baseline, target) <= 1
    assert (0, 1) == (key_result(baseline, baseline, target), key_result(target, baseline, target))


# --- Goal attainment scaling -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("given_", "expected"),
    [
        (([-2, 0, -1, 2, 0, 1], [3, 5, 1, 4, 2, 6]), 55.0),  # the example of the R package gasr
        (([0, 0, 0],), 50.0),
        (([1],), 60.0),
        (([-2, -2], [1, 1]), 25.19),  # 50 - 40 / sqrt(0.7 x 2 + 0.3 x 4)
        (([2, 1], [0, 1]), 60.0),
        (([1, 1], None, 1), 60.0),
        (([1, 1], None, 0), 64.14),  # 50 + 20 / sqrt(2)
        (([1, 1], [1e308, 1e308], 1), 60.0),
        (([1, 1], [5e-324, 5e-324], 1), 60.0),
    ],
)
def test_gas_golden(given_: tuple[Any, ...], expected: float) -> None:
    """Goals are put together as Kiresuk and Sherman did, whatever the size of their weights."""
    found = gas_t_score(*given_)

    assert found is not None
    assert expected == round(found, 2)


@pytest.mark.parametrize("given_", [([],), ([1, 2], [0, 0]), ([], [])])
def test_gas_without_weight(given_: tuple[Any, ...]) -> None:
    """Without goals, or without weight, there is no score."""
    assert gas_t_score(*given_) is None


@pytest.mark.parametrize(
    ("given_", "said"),
    [
        (([0, 2.5],), "levels[1]: must be a finite number from -2 up to 2, got 2.5"),
        (([float("nan")],), "levels[0]: must be a finite number from -2 up to 2, got nan"),
        (("12",), "levels: must be a list, got '12'"),
        ((3,), "levels: must be a list, got 3"),
        (({1, 2},), "levels: must be a list, got a set of 2"),
        (([1], [-1]), "weights[0]: must be a finite number from 0, got -1"),
        (([1], [1, 2]), "weights: must be as long as levels, 1, got 2"),
        (([1], None, 1.5), "rho: must be a finite number from 0 up to 1, got 1.5"),
    ],
)
def test_gas_nonsense(given_: tuple[Any, ...], said: str) -> None:
    """A level, a weight or a correlation out of bounds is refused by its place."""
    with pytest.raises(InvalidValue) as caught:
        gas_t_score(*given_)

    assert said == str(caught.value)


# --- Earned schedule -------------------------------------------------------------------------------------

PLANNED = [0, 10, 25, 45, 70, 100]


def test_earned_schedule_golden() -> None:
    """Lipke's index: 2.25 of three periods earned, so that five will take 6.667."""
    found = earned_schedule(PLANNED, earned=30, actual_time=3)

    assert (2.25, 0.75, -0.75) == (found.es, found.spi_t, found.sv_t)
    assert found.ieac_t == pytest.approx(6.667, abs=5e-4)


def test_late_work_stays_late() -> None:
    """Work done two periods late is done late, where an index of cost would say 1."""
    found = earned_schedule(PLANNED, earned=100, actual_time=7)

    assert (5, -2, 7) == (found.es, found.sv_t, found.ieac_t)
    assert found.spi_t == pytest.approx(0.714, abs=5e-4)


def test_uneven_days() -> None:
    """Milestones at uneven days are read between in days."""
    found = earned_schedule([0, 5, 10], earned=7.5, actual_time=50, times=[0, 30, 90])

    assert EarnedSchedule(60, 1.2, 10, 75) == found


@pytest.mark.parametrize(
    ("earned", "actual_time", "expected"),
    [
        (30, 0, EarnedSchedule(2.25, None, 2.25, None)),  # not begun
        (30, 0.999, EarnedSchedule(2.25, None, 1.251, None)),  # before a fifth of five periods
        (10, 1, EarnedSchedule(1, 1, 0, 5)),
        (0, 3, EarnedSchedule(0, 0, -3, None)),  # nothing earned: known to be behind, no forecast
        (1e-320, 1e300, EarnedSchedule(1e-321, 0, -1e300, None)),
        (5e-324, 3, EarnedSchedule(0, 0, -3, None)),
        (1e-310, 1, EarnedSchedule(1e-311, 1e-311, -1, None)),  # an end beyond any number
        (250, 4, EarnedSchedule(5, 1.25, 1, 4)),  # beyond the plan is all of it
    ],
)
def test_no_forecast(earned: float, actual_time: float, expected: EarnedSchedule) -> None:
    """Nothing is foretold before a fifth of the time, nor while nothing is earned."""
    assert expected == earned_schedule(PLANNED, earned, actual_time)


def test_no_time_at_all() -> None:
    """No time has no forecast, even where the plan takes next to none."""
    found = earned_schedule([0, 1], earned=1, actual_time=0, times=[0, 5e-324])

    assert EarnedSchedule(5e-324, None, 5e-324, None) == found


def test_where_the_plan_stands_still() -> None:
    """A stretch for which nothing is planned is earned with the work before it."""
    assert 2 == earned_schedule([0, 10, 10, 20], earned=10, actual_time=1).es
    assert 1 == earned_schedule([0, 0, 20], earned=0, actual_time=1).es


@pytest.mark.parametrize(
    ("given_", "said"),
    [
        (([0], 0, 1), "planned: must be two values or more, got a list of 1"),
        (([1, 2], 0, 1), "planned[0]: must be 0, got 1.0"),
        (
            ([0, 3, 2], 0, 1),
            "planned[2]: must be 3 or more, as what was planned before it, got 2.0",
        ),
        (([0, 0], 0, 1), "planned: must be more than 0 in the end, got 0.0"),
        (([0, -1], 0, 1), "planned[1]: must be a finite number from 0, got -1"),
        (([0, 1], -1, 1), "earned: must be a finite number from 0, got -1"),
        (([0, 1], 1, float("inf")), "actual_time: must be a finite number from 0, got inf"),
        (([0, 1], 1, 1, [0]), "times: must be as long as planned, 2, got 1"),
        (([0, 1], 1, 1, [1, 2]), "times[0]: must be 0, got 1.0"),
        (([0, 1, 2], 1, 1, [0, 2, 2]), "times[2]: must be after 2, got 2.0"),
    ],
)
def test_earned_schedule_nonsense(given_: tuple[Any, ...], said: str) -> None:
    """A plan that does not rise from 0, or times that do not, are refused."""
    with pytest.raises(InvalidValue) as caught:
        earned_schedule(*given_)

    assert said == str(caught.value)


# --- Stated chances --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("stated", "happened", "expected"),
    [
        ([0.1, 0.9, 0.8, 0.3], [0, 1, 1, 0], 0.0375),  # the example of scikit-learn
        ([0.1, 0.9, 0.8, 0.3], [False, True, True, False], 0.0375),
        ([0.5, 0.5], [True, False], 0.25),
        ([1, 0], [True, False], 0),
        ([1, 0], [False, True], 1),
    ],
)
def test_brier_golden(stated: list[float], happened: list[Any], expected: float) -> None:
    """The mean of squared differences between chance and outcome."""
    assert expected == pytest.approx(brier_score(stated, happened), abs=1e-15)


def test_nothing_stated() -> None:
    """Where no chance was stated there is nothing to judge."""
    assert brier_score([], []) is None


@pytest.mark.parametrize(
    ("given_", "said"),
    [
        (([1.1], [True]), "stated[0]: must be a finite number from 0 up to 1, got 1.1"),
        (([1], [True, False]), "happened: must be as long as stated, 1, got 2"),
        (([0.5, 1], [True, 2]), "happened[1]: must be True or False, got 2"),
        (([0.5], ["yes"]), "happened[0]: must be True or False, got 'yes'"),
        (([0.5], [None]), "happened[0]: must be True or False, got None"),
        (([0.5], {0: True}), "happened: must be a list, got a dict of 1"),
    ],
)
def test_brier_nonsense(given_: tuple[Any, Any], said: str) -> None:
    """A chance out of bounds, or an outcome that is neither yes nor no, is refused by its place."""
    with pytest.raises(InvalidValue) as caught:
        brier_score(*given_)

    assert said == str(caught.value)
