"""What a few tries say about the next ones."""

from fractions import Fraction
from typing import Any

import pytest

from careertrack import InvalidValue
from careertrack.methods import attempts_needed, chance_within, wilson_interval

NONE_IN_25 = 0.13319  # z^2 / (25 + z^2) with z = 1.959964


@pytest.mark.parametrize(
    ("given_", "expected"),
    [
        ((4, 20), (0.08066, 0.41602)),  # statsmodels: proportion_confint(4, 20, method="wilson")
        ((16, 20), (0.58398, 0.91934)),
        ((0, 0), (0.0, 1.0)),
        ((0, 25), (0.0, NONE_IN_25)),
        ((25, 25), (1 - NONE_IN_25, 1.0)),
        ((4, 20, 0.5), (0.14665, 0.2667)),
        ((10**200, 10**200), (1.0, 1.0)),
    ],
)
def test_wilson_golden(given_: tuple[Any, ...], expected: tuple[float, float]) -> None:
    """The interval for few trials, for none, and for none or all that came out well."""
    assert expected == tuple(round(end, 5) for end in wilson_interval(*given_))


def test_more_certainty_is_a_wider_interval() -> None:
    """The surer one wants to be, the less the interval says, up to a confidence next to 1."""
    intervals = [wilson_interval(4, 20, confidence) for confidence in (1e-300, 0.5, 0.95, 1 - 2**-53)]
    widths = [upper - lower for lower, upper in intervals]

    assert sorted(widths) == widths
    assert len(set(widths)) == 4
    assert 0 <= widths[0] < 1e-9


@pytest.mark.parametrize(
    ("given_", "said"),
    [
        ((5, 4), "successes: must be a whole number from 0 up to 4, got 5"),
        ((-1, 4), "successes: must be a whole number from 0 up to 4, got -1"),
        ((1.0, 4), "successes: must be a whole number from 0 up to 4, got 1.0"),
        ((1, True), "trials: must be a whole number from 0, got True"),
        ((1, 10**201), "trials: must be a whole number from 0, got a whole number of 668 bits"),
        ((1, 4, 0), "confidence: must be above 0 and below 1, got 0"),
        ((1, 4, 1.0), "confidence: must be above 0 and below 1, got 1.0"),
        ((1, 4, 95), "confidence: must be a finite number from 0 up to 1, got 95"),
    ],
)
def test_wilson_nonsense(given_: tuple[Any, ...], said: str) -> None:
    """More successes than trials, parts of a trial and a confidence out of bounds are refused."""
    with pytest.raises(InvalidValue) as caught:
        wilson_interval(*given_)

    assert said == str(caught.value)


def test_chance_golden() -> None:
    """Three offers in 25 applications: about seven in ten to get one or more within ten."""
    found = chance_within(3, 25, 10)

    assert found is not None
    assert 0.7081 == round(found, 4)


@pytest.mark.parametrize(("chance", "expected"), [(0.5, 6), (0.8, 14), (0.9, 23)])
def test_attempts_golden(chance: float, expected: int) -> None:
    """Three offers in 25 applications: how many more for even, good and very good odds."""
    assert expected == attempts_needed(3, 25, chance)


@pytest.mark.parametrize(
    ("successes", "trials", "attempts"),
    [(1, 1, 1), (1, 40, 7), (3, 25, 10), (40, 40, 2), (7, 300, 40), (1, 5000, 400), (250, 5000, 400)],
)
def test_exact_arithmetic_agrees(successes: int, trials: int, attempts: int) -> None:
    """The chance is that of the product of its factors, computed exactly."""
    a, b = Fraction(2 * successes + 1, 2), Fraction(2 * (trials - successes) + 1, 2)
    none = Fraction(1)
    for i in range(attempts):
        none *= (b + i) / (a + b + i)

    assert float(1 - none) == pytest.approx(chance_within(successes, trials, attempts), abs=1e-14)


def test_without_success_there_is_no_number() -> None:
    """No success yet: how long it takes would be a guess."""
    assert (None, None) == (chance_within(0, 25, 10), attempts_needed(0, 25, 0.5))
    assert (None, None) == (chance_within(0, 0, 10), attempts_needed(0, 0, 0.5))


def test_no_attempt_no_chance() -> None:
    """Who does not try does not succeed."""
    assert 0 == chance_within(3, 25, 0)


@pytest.mark.parametrize(
    ("successes", "trials", "chance", "about"),
    [
        (1, 10**9, 0.5, 587_401_052),  # (10^9 - 1/2) (2^(2/3) - 1)
        (1, 10**9, 0.999999, 9_999_000_000_000),
        (1, 1, 5e-324, 1),
        (1, 10**200, 0.5, 0.5874010519682 * 10**200),
    ],
)
def test_tiny_rates(successes: int, trials: int, chance: float, about: float) -> None:
    """A rate next to nothing is answered at once, and still exactly: one attempt fewer is too few."""
    found = attempts_needed(successes, trials, chance)

    assert found == pytest.approx(about, rel=1e-6)
    if found is not None and found < 10**15:
        enough, fewer = chance_within(successes, trials, found), chance_within(successes, trials, found - 1)

        assert enough is not None
        assert fewer is not None
        assert fewer < chance <= enough


@pytest.mark.parametrize(
    ("function", "given_", "said"),
    [
        (chance_within, (5, 4, 1), "successes: must be a whole number from 0 up to 4, got 5"),
        (chance_within, (1, 4, -1), "attempts: must be a whole number from 0, got -1"),
        (chance_within, (1, 4, 1.5), "attempts: must be a whole number from 0, got 1.5"),
        (attempts_needed, (5, 4, 0.5), "successes: must be a whole number from 0 up to 4, got 5"),
        (attempts_needed, (1, 4, 0), "chance: must be above 0 and below 1, got 0"),
        (attempts_needed, (0, 4, 1), "chance: must be above 0 and below 1, got 1"),
        (attempts_needed, (1, 4, float("nan")), "chance: must be a finite number from 0 up to 1, got nan"),
    ],
)
def test_forecast_nonsense(function: Any, given_: tuple[Any, ...], said: str) -> None:
    """Counts that are none, and a chance that nobody can be promised, are refused."""
    with pytest.raises(InvalidValue) as caught:
        function(*given_)

    assert said == str(caught.value)
