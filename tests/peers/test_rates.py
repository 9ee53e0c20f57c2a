"""Rates and forecasts, as scipy and statsmodels compute them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careertrack.methods import attempts_needed, chance_within, wilson_interval

stats = pytest.importorskip("scipy.stats", reason="the peers group is not installed")
proportion = pytest.importorskip("statsmodels.stats.proportion", reason="the peers group is not installed")

PRIOR = 0.5


@st.composite
def counts(draw: st.DrawFn, least: int = 0) -> tuple[int, int]:
    """Successes, and of how many trials."""
    trials = draw(st.integers(1, 30) | st.integers(1, 5000))
    return draw(st.integers(least, trials)), trials


@given(counts=counts(), confidence=st.sampled_from([0.5, 0.8, 0.9, 0.95, 0.99]))
def test_wilson(counts: tuple[int, int], confidence: float) -> None:
    """The interval is that of statsmodels."""
    successes, trials = counts
    theirs = proportion.proportion_confint(successes, trials, alpha=1 - confidence, method="wilson")

    assert theirs == pytest.approx(wilson_interval(successes, trials, confidence), abs=1e-9)


@given(counts=counts(least=1), attempts=st.integers(0, 500))
def test_chance(counts: tuple[int, int], attempts: int) -> None:
    """The chance is that of scipy's beta-binomial distribution to draw one or more."""
    successes, trials = counts
    a, b = successes + PRIOR, trials - successes + PRIOR

    assert stats.betabinom(attempts, a, b).sf(0) == pytest.approx(
        chance_within(successes, trials, attempts), abs=1e-9
    )


@given(counts=counts(least=1), chance=st.floats(0.05, 0.99))
def test_attempts(counts: tuple[int, int], chance: float) -> None:
    """With so many attempts scipy's chance is there too, and with one fewer it is not."""
    successes, trials = counts
    a, b = successes + PRIOR, trials - successes + PRIOR
    found = attempts_needed(successes, trials, chance)

    assert found is not None
    assert stats.betabinom(found - 1, a, b).sf(0) < chance + 1e-9
    assert stats.betabinom(found, a, b).sf(0) > chance - 1e-9
