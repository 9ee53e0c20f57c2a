"""How long it takes until something happens, the waiting counted."""

from typing import Any

import pytest

from careertrack import InvalidValue
from careertrack.methods import SurvivalCurve, cumulative_incidence, kaplan_meier

REJECTED, ADVANCED = "rejected", "advanced"
DURATIONS = [3, 5, 6, 8, 10]
CAUSES = [REJECTED, ADVANCED, None, REJECTED, ADVANCED]


@pytest.mark.parametrize(
    ("durations", "observed", "times", "survival", "median"),
    [
        # 4/5, 3/5, then 3/5 x 1/2, then 0: by hand.
        ([3, 5, 6, 8, 10], [1, 1, 0, 1, 1], (3, 5, 8, 10), (0.8, 0.6, 0.3, 0), 8),
        # Freireich's 6-MP arm (1963), as every textbook of survival has it: .857 at 6, .807 at 7, ...
        (
            [6, 6, 6, 6, 7, 9, 10, 10, 11, 13, 16, 17, 19, 20, 22, 23, 25, 32, 32, 34, 35],
            [1, 1, 1, 0, 1, 0, 1, 0, 0, 1, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0],
            (6, 7, 10, 13, 16, 22, 23),
            (0.8571, 0.8067, 0.7529, 0.6902, 0.6275, 0.5378, 0.4482),
            23,
        ),
        ([1, 1], [1, 0], (1,), (0.5,), 1),  # events before censorings at ties
        ([2, 1, 3], [0, 0, 0], (), (), None),  # all still wait
        ([5, 1, 2], [0, 1, 0], (1,), (0.6667,), None),  # half was never reached
        ([0, 0], [1, 1], (0,), (0,), 0),
        ([], [], (), (), None),
    ],
)
def test_kaplan_meier_golden(
    durations: list[float],
    observed: list[Any],
    times: tuple[float, ...],
    survival: tuple[float, ...],
    median: float | None,
) -> None:
    """A step down at each answer, by its share of those who waited until then."""
    found = kaplan_meier(durations, observed)

    assert (times, median) == (found.times, found.median)
    assert survival == tuple(round(share, 4) for share in found.survival)


@pytest.mark.parametrize("n", range(2, 200, 2))
def test_half_is_half(n: int) -> None:
    """The median is the time of the middle answer, however many factors its one half is made of."""
    assert n / 2 == kaplan_meier(range(1, n + 1), [True] * n).median
    assert n / 2 + 2 == kaplan_meier([1, 1, *range(3, n + 3)], [False, False, *[True] * n]).median


def test_one_half_of_rounded_factors() -> None:
    """A half that rounding leaves a little above one half is one half."""
    observed = [bool(each) for each in (1, 0, 0, 1, 1, 1, 0, 0, 1, 1, 1, 1, 1, 1, 1)]
    found = kaplan_meier(range(1, 16), observed)  # 14/15 x 9/12 x 5/7

    assert 0.5 == pytest.approx(found.survival[5], rel=1e-15)
    assert found.survival[5] > 0.5
    assert (10, 10) == (found.times[5], found.median)


def test_cumulative_incidence_golden() -> None:
    """Who was rejected does not advance: one half do, where a naive curve says all."""
    found = cumulative_incidence(DURATIONS, CAUSES)
    naive = kaplan_meier(DURATIONS, [cause == ADVANCED for cause in CAUSES])

    assert [ADVANCED, REJECTED] == list(found)
    assert [(5, 0.2), (10, 0.5)] == [(time, round(chance, 12)) for time, chance in found[ADVANCED]]
    assert [(3, 0.2), (8, 0.5)] == [(time, round(chance, 12)) for time, chance in found[REJECTED]]
    assert 0 == naive.survival[-1]


@pytest.mark.parametrize(
    ("durations", "causes", "expected"),
    [
        ([], [], {}),
        ([1, 2], [None, None], {}),
        ([1, 1], ["a", "b"], {"a": ((1.0, 0.5),), "b": ((1.0, 0.5),)}),
        ([1, 1], ["a", None], {"a": ((1.0, 0.5),)}),
        ([2, 1], ["a", "a"], {"a": ((1.0, 0.5), (2.0, 1.0))}),
    ],
)
def test_few_cases(durations: list[float], causes: list[str | None], expected: dict[str, Any]) -> None:
    """No outcome has no curve; several at one time share what waited until then."""
    assert expected == cumulative_incidence(durations, causes)


def test_curves_are_values() -> None:
    """Two curves that say the same are equal."""
    assert SurvivalCurve((1.0,), (0.5,), 1.0) == kaplan_meier([1, 2], [True, False])


@pytest.mark.parametrize(
    ("function", "given_", "said"),
    [
        (kaplan_meier, ([-1], [True]), "durations[0]: must be a finite number from 0, got -1"),
        (kaplan_meier, ([1], [2]), "observed[0]: must be True or False, got 2"),
        (kaplan_meier, ([1], []), "observed: must be as long as durations, 1, got 0"),
        (
            cumulative_incidence,
            ([1, float("inf")], [None, None]),
            "durations[1]: must be a finite number from 0, got inf",
        ),
        (cumulative_incidence, ([1], [3]), "causes[0]: must be text, or None while it waits, got 3"),
        (cumulative_incidence, ([1], ["a", "b"]), "causes: must be as long as durations, 1, got 2"),
        (cumulative_incidence, ([1], "a"), "causes: must be a list, got 'a'"),
    ],
)
def test_nonsense(function: Any, given_: tuple[Any, Any], said: str) -> None:
    """A negative time, an outcome that is none and lists that do not belong together are refused."""
    with pytest.raises(InvalidValue) as caught:
        function(*given_)

    assert said == str(caught.value)
