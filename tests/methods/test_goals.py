"""How far a goal is."""

from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from careertrack import InvalidValue
from careertrack.methods import key_result

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
