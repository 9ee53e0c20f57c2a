"""What a few tries say about the next ones."""

from __future__ import annotations

from math import expm1, fsum, log, log1p, sqrt
from statistics import NormalDist
from typing import Final

from careertrack.methods.checks import number, refuse, whole

PRIOR: Final = 0.5  # published: Jeffreys' prior, a Beta of one half and one half
LARGE: Final = 32  # from here on four terms of Stirling's series leave out less than the last digit


def wilson_interval(successes: int, trials: int, confidence: float = 0.95) -> tuple[float, float]:
    """What the true rate may be, given so many successes in so many trials.

    Holds for few trials, and for none or all of them, where the plain interval does not.

    Args:
        successes: How many came out well.
        trials: Of how many that are settled.
        confidence: How often such an interval holds the true rate, above 0 and below 1.

    Returns:
        The lower and the upper end, each 0 to 1; (0, 1) without trials.

    Raises:
        InvalidValue: If a count is not whole or negative, there are more successes than trials,
            or the confidence is out of bounds.

    Source:
        Wilson 1927.  Basis: published.

    >>> [round(end, 5) for end in wilson_interval(4, 20)]
    [0.08066, 0.41602]
    """
    successes, trials = _counts(successes, trials)
    confidence = _between("confidence", confidence)
    if trials == 0:
        return 0.0, 1.0
    # From the small tail, which is exact where the confidence is next to 1.
    z = -NormalDist().inv_cdf((1 - confidence) / 2)
    middle = successes + z * z / 2
    half = z * sqrt(successes * (trials - successes) / trials + z * z / 4)
    scale = trials + z * z
    lower = 0.0 if successes == 0 else max((middle - half) / scale, 0.0)
    upper = 1.0 if successes == trials else min((middle + half) / scale, 1.0)
    return lower, upper


def chance_within(successes: int, trials: int, attempts: int) -> float | None:
    """The chance of one success or more in the next attempts, given how it went so far.

    Takes into account that the rate is known only roughly, and assumes that it stays as it was.

    Args:
        successes: How many came out well so far.
        trials: Of how many that are settled.
        attempts: How many more.

    Returns:
        0 to 1; ``None`` where there is no success yet, since then the rate is a guess.

    Raises:
        InvalidValue: If a count is not whole or negative, or there are more successes than trials.

    Source:
        Beta-binomial distribution with the prior of Jeffreys 1946: with a = successes + 1/2 and
        b = failures + 1/2, 1 - B(a, b + attempts) / B(a, b).  Basis: published.

    >>> round(chance_within(3, 25, 10), 4)
    0.7081
    """
    successes, trials = _counts(successes, trials)
    attempts = whole("attempts", attempts)
    return None if successes == 0 else _chance(successes, trials, attempts)


def attempts_needed(successes: int, trials: int, chance: float) -> int | None:
    """How many more attempts it takes until one success or more is as likely as asked for.

    A quantile, not a mean: with few successes the mean is far longer than most people need.

    Args:
        successes: How many came out well so far.
        trials: Of how many that are settled.
        chance: How likely the success should be, above 0 and below 1.

    Returns:
        The least number of attempts; ``None`` where there is no success yet.

    Raises:
        InvalidValue: If a count is not whole or negative, there are more successes than trials,
            or the chance is out of bounds.

    Source:
        The quantile that belongs to `chance_within`.  Basis: published.

    >>> [attempts_needed(3, 25, chance) for chance in (0.5, 0.8, 0.9)]
    [6, 14, 23]
    """
    successes, trials = _counts(successes, trials)
    chance = _between("chance", chance)
    if successes == 0:
        return None
    most = 1
    while _chance(successes, trials, most) < chance:
        most *= 2
    # The chance is too low at the first, if that is an attempt at all, and enough at the second.
    low, high = most // 2, most
    while high - low > 1:
        middle = (low + high) // 2
        if _chance(successes, trials, middle) < chance:
            low = middle
        else:
            high = middle
    return high


def _counts(successes: int, trials: int) -> tuple[int, int]:
    trials = whole("trials", trials)
    return whole("successes", successes, 0, trials), trials


def _between(name: str, value: float) -> float:
    """A share that is neither 0 nor 1."""
    share = number(name, value, 0, 1)
    if not 0 < share < 1:
        raise refuse(name, "above 0 and below 1", value)
    return share


def _chance(successes: int, trials: int, attempts: int) -> float:
    if attempts == 0:
        return 0.0
    return -expm1(_log_beta_ratio(successes + PRIOR, trials - successes + PRIOR, float(attempts)))


def _log_beta_ratio(a: float, b: float, more: float) -> float:
    """The logarithm of B(a, b + more) / B(a, b).

    Four log-gammas of large numbers would leave no digit of their difference.  It is the same with a
    and more changed about, so the small one of them can be the step that Stirling's series is taken over.
    """
    step, far = min(a, more), max(a, more)
    terms = []
    while b < LARGE:
        terms += [log(b / (b + far)), log1p(far / (b + step))]
        b += 1
    terms += [
        (b - 0.5) * log1p(step / b),
        -(b + far - 0.5) * log1p(step / (b + far)),
        -step * log1p(far / (b + step)),
        _rest(b + far) - _rest(b + far + step),
        _rest(b + step) - _rest(b),
    ]
    return min(fsum(terms), 0.0)


def _rest(x: float) -> float:
    """The rest of Stirling's series for log-gamma, from 32 on."""
    square = x * x
    return (1 / 12 - (1 / 360 - (1 / 1260 - 1 / (1680 * square)) / square) / square) / x
