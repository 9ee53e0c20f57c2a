"""The laws of rates and of forecasts from them."""

from math import isclose

from hypothesis import assume, given
from hypothesis import strategies as st

from careertrack.methods import attempts_needed, chance_within, wilson_interval

TRIALS = st.integers(0, 60) | st.integers(0, 10**6) | st.integers(0, 10**15)
ATTEMPTS = st.integers(0, 60) | st.integers(0, 10**9)
CHANCES = st.floats(0.01, 0.999)
SLACK = 1e-12


@st.composite
def counts(draw: st.DrawFn, least: int = 0) -> tuple[int, int]:
    """Successes, and of how many trials."""
    trials = draw(TRIALS) + least
    return draw(st.integers(least, trials)), trials


@given(counts=counts(), confidence=st.floats(0.01, 0.999))
def test_wilson_holds_the_share(counts: tuple[int, int], confidence: float) -> None:
    """The interval holds the plain share, lies within 0 and 1, and is that of the failures turned about."""
    successes, trials = counts
    lower, upper = wilson_interval(successes, trials, confidence)
    other_lower, other_upper = wilson_interval(trials - successes, trials, confidence)

    assert 0 <= lower <= upper <= 1
    assert trials == 0 or lower - SLACK <= successes / trials <= upper + SLACK
    assert isclose(lower, 1 - other_upper, abs_tol=SLACK)
    assert isclose(upper, 1 - other_lower, abs_tol=SLACK)
    assert (lower == 0) == (successes == 0)
    assert (upper == 1) == (successes == trials) or trials > 10**9


@given(counts=counts())
def test_more_successes_raise_the_interval(counts: tuple[int, int]) -> None:
    """One success more, of as many, never lowers either end."""
    successes, trials = counts
    assume(successes < trials)
    lower, upper = wilson_interval(successes, trials)
    more_lower, more_upper = wilson_interval(successes + 1, trials)

    assert more_lower >= lower - SLACK
    assert more_upper >= upper - SLACK


@given(successes=st.integers(0, 50), failures=st.integers(0, 50))
def test_more_of_the_same_narrows_the_interval(successes: int, failures: int) -> None:
    """Four times as many cases of the same share say more."""
    assume(successes + failures > 0)
    lower, upper = wilson_interval(successes, successes + failures)
    more_lower, more_upper = wilson_interval(4 * successes, 4 * (successes + failures))

    assert more_upper - more_lower < upper - lower


@given(counts=counts(least=1), attempts=ATTEMPTS)
def test_more_attempts_never_lower_the_chance(counts: tuple[int, int], attempts: int) -> None:
    """A chance is a share; one attempt more, or one success more among as many trials, never lowers it."""
    successes, trials = counts
    found = chance_within(successes, trials, attempts)
    again = chance_within(successes, trials, attempts + 1)
    better = chance_within(min(successes + 1, trials), trials, attempts)

    assert found is not None
    assert again is not None
    assert better is not None
    assert 0 <= found <= 1
    assert again >= found - SLACK
    assert better >= found - SLACK


@given(counts=counts(least=1))
def test_one_attempt_has_the_mean_rate(counts: tuple[int, int]) -> None:
    """The chance of the next attempt is the mean of the rate: half a success and half a failure are added."""
    successes, trials = counts

    assert isclose(
        chance_within(successes, trials, 1) or 0.0,
        (successes + 0.5) / (trials + 1),
        rel_tol=1e-6,
        abs_tol=SLACK,
    )


@given(successes=st.integers(1, 40), failures=st.integers(0, 4000), chance=CHANCES)
def test_attempts_needed_are_just_enough(successes: int, failures: int, chance: float) -> None:
    """With so many attempts the chance is there, with one fewer it is not."""
    trials = successes + failures
    found = attempts_needed(successes, trials, chance)
    assert found is not None
    enough, fewer = chance_within(successes, trials, found), chance_within(successes, trials, found - 1)

    assert enough is not None
    assert fewer is not None
    assert fewer < chance <= enough


@given(counts=counts(least=1), chance=CHANCES, other=CHANCES)
def test_better_odds_take_longer(counts: tuple[int, int], chance: float, other: float) -> None:
    """A greater chance never takes fewer attempts."""
    less, more = sorted((chance, other))

    assert (attempts_needed(*counts, less) or 0) <= (attempts_needed(*counts, more) or 0)


@given(trials=TRIALS, attempts=ATTEMPTS, chance=CHANCES)
def test_no_success_no_number(trials: int, attempts: int, chance: float) -> None:
    """Without a success nothing is foretold, however many trials there were."""
    assert chance_within(0, trials, attempts) is None
    assert attempts_needed(0, trials, chance) is None
