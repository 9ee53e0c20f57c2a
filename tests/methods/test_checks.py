"""What holds for the arguments of every method."""

from collections.abc import Callable
from typing import Any

import pytest

from careertrack.methods import (
    brier_score,
    differentiation,
    earned_schedule,
    habit_strength,
    kaplan_meier,
    key_result,
    onet_standardize,
    profile_correlation,
    revealed_advantage,
    runway_months,
    weighted_sum,
)


@pytest.mark.parametrize(
    "computed",
    [
        lambda nought: key_result(nought, 0, 6),
        lambda nought: onet_standardize(nought, 0, 7),
        lambda nought: runway_months(nought, 1),
        lambda nought: earned_schedule([nought, 1], nought, nought, [nought, 1]),
        lambda nought: brier_score([nought], [False]),
        lambda nought: kaplan_meier([nought], [True]),
        lambda nought: revealed_advantage([[nought, 1], [1, 1]]),
        lambda nought: differentiation([nought] * 6),
        lambda nought: profile_correlation([nought, 1, 0, 0, 0, 0], [0, 0, 1, 0, 0, 0]),
        lambda nought: habit_strength([False], 1, nought),
        lambda nought: weighted_sum({"pay": nought}, {"pay": 1}).value,
    ],
)
def test_equal_input_gives_equal_bits(computed: Callable[[float], Any]) -> None:
    """Nought is nought, as a whole number, as a float and with a minus before it."""
    assert repr(computed(0)) == repr(computed(0.0)) == repr(computed(-0.0))


def test_any_ordered_source_is_a_list() -> None:
    """Tuples, ranges and generators are as good as lists."""
    cases = ([3, 5, 6], (3, 5, 6), iter([3, 5, 6]))

    assert 1 == len({kaplan_meier(durations, [True] * 3) for durations in cases})
    assert 0 == brier_score(range(2), [False, True])
