"""How far a goal is, how it keeps to its schedule, and how well chances were stated."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from math import fsum, inf, isfinite, sqrt
from typing import Final

import attrs

from careertrack.errors import InvalidValue, Issue
from careertrack.methods.checks import flags, number, numbers, refuse, same_length, scaled, share_of_way

SHARE_BEFORE_FORECAST: Final = 0.2  # house: what the first fifth of the time foretells is mostly chance


def key_result(current: float, baseline: float, target: float) -> float:
    """The share of the way from a baseline to a target, cut at 0 and 1.

    Works for measures that should fall: the target then lies below the baseline.

    Args:
        current: The value now, in the unit of the others.
        baseline: The value at the start.
        target: The value to reach.

    Returns:
        0 to 1.

    Raises:
        InvalidValue: If one is not finite, or the target is the baseline.

    Source:
        Practice of objectives and key results (OKR).  Basis: borrowed.

    >>> key_result(3, 0, 6), key_result(40, 60, 20)
    (0.5, 0.5)
    """
    current, baseline, target = (
        number("current", current),
        number("baseline", baseline),
        number("target", target),
    )
    if baseline == target:
        raise InvalidValue(
            [Issue("target", "value", {"rule": "other than the baseline", "got": f"{target:g}"})]
        )
    return min(max(share_of_way(current, baseline, target), 0.0), 1.0)


def gas_t_score(
    levels: Sequence[float], weights: Sequence[float] | None = None, rho: float = 0.3
) -> float | None:
    """How a person's goals came out together, on a scale where 50 is just as expected.

    Not comparable between people with different numbers of goals: the more goals there are, the
    further from 50 the same levels lie.

    Args:
        levels: Of each goal, -2 (much less than expected) over 0 (as expected) to 2.
        weights: Of each goal, importance x difficulty, not negative; all alike when left out.
        rho: The correlation assumed between the levels of two goals, 0 to 1.

    Returns:
        T, 50 where every level is 0; ``None`` where there are no goals or no weight.

    Raises:
        InvalidValue: If a level, a weight or rho is out of bounds, or there is not one weight a level.

    Source:
        Kiresuk and Sherman 1968; formula as in the erratum to Turner-Stokes 2009, published for
        rehabilitation.  Basis: borrowed.

    >>> gas_t_score([0, 0, 0]), round(gas_t_score([-2, 0, -1, 2, 0, 1], [3, 5, 1, 4, 2, 6]), 1)
    (50.0, 55.0)
    """
    found = numbers("levels", levels, -2, 2)
    given = (1.0,) * len(found) if weights is None else numbers("weights", weights, 0)
    same_length("weights", given, "levels", found)
    rho = number("rho", rho, 0, 1)
    shares = scaled(given)
    total = fsum(shares)
    if not total > 0:
        return None
    spread = (1 - rho) * fsum(share * share for share in shares) + rho * total * total
    return 50 + 10 * fsum(share * level for share, level in zip(shares, found, strict=True)) / sqrt(spread)


@attrs.frozen
class EarnedSchedule:
    """How far along its schedule something is, in time and not in work.

    Args:
        es: Earned schedule: the time by which as much was planned as is done now.
        spi_t: Schedule performance, es over the actual time: 1 on time, below 1 behind;
            ``None`` before a fifth of the planned duration.
        sv_t: Schedule variance, es less the actual time: how far ahead, or behind if negative.
        ieac_t: When it will be done at this pace, from the start; ``None`` where nothing is
            earned yet, and before a fifth of the planned duration.
    """

    es: float
    spi_t: float | None
    sv_t: float
    ieac_t: float | None


def earned_schedule(
    planned: Sequence[float], earned: float, actual_time: float, times: Sequence[float] | None = None
) -> EarnedSchedule:
    """Where on its schedule the work stands, and when it will be done at this pace.

    Work counts as earned at the time it was planned for.  Unlike an index of cost, this one does
    not go back to 1 when late work is done at last.  Where the plan stands still, the whole
    stretch is earned with the work before it.

    Args:
        planned: The planned value at the end of each period, summed up from 0; it never falls.
        earned: The value of what is done, not negative; what is beyond the plan counts as all of it.
        actual_time: The time since the start, in the unit of ``times``.
        times: The end of each period, rising from 0: 0, 1, 2, ... when left out.

    Returns:
        All in the unit of ``times``.  There is no forecast before a fifth of the planned
        duration (house), nor while nothing is earned.

    Raises:
        InvalidValue: If the plan does not start at 0, falls, or plans nothing; if the times do
            not start at 0 and rise, one a period; if something is negative or not finite.

    Source:
        Lipke 2003, from project control: with C the last period whose planned value PV is earned,
        ES = C + (EV - PV_C) / (PV_C+1 - PV_C), SPI(t) = ES / AT, IEAC(t) = PD / SPI(t).
        Basis: borrowed.

    >>> found = earned_schedule([0, 10, 25, 45, 70, 100], earned=30, actual_time=3)
    >>> found.es, found.spi_t, found.sv_t, round(found.ieac_t, 3)
    (2.25, 0.75, -0.75, 6.667)
    """
    values, ends = _curve(planned, times)
    earned, actual_time = number("earned", earned, 0), number("actual_time", actual_time, 0)
    last = bisect_right(values, earned) - 1
    es = ends[last]
    if last + 1 < len(values):
        way = share_of_way(earned, values[last], values[last + 1])
        es = min(es + way * (ends[last + 1] - es), ends[last + 1])
    if actual_time == 0 or actual_time < SHARE_BEFORE_FORECAST * ends[-1]:
        return EarnedSchedule(es, None, es - actual_time, None)
    spi = es / actual_time
    # At a pace next to nothing the end is beyond any number as well.
    forecast = ends[-1] / spi if spi > 0 else inf
    return EarnedSchedule(es, spi, es - actual_time, forecast if isfinite(forecast) else None)


def _curve(
    planned: Sequence[float], times: Sequence[float] | None
) -> tuple[tuple[float, ...], tuple[float, ...]]:
    values = numbers("planned", planned, 0)
    if len(values) < 2:
        raise refuse("planned", "two values or more", planned)
    ends = tuple(map(float, range(len(values)))) if times is None else numbers("times", times, 0)
    same_length("times", ends, "planned", values)
    for name, points in (("planned", values), ("times", ends)):
        if points[0] != 0:
            raise refuse(f"{name}[0]", "0", points[0])
    for i in range(1, len(values)):
        if values[i] < values[i - 1]:
            raise refuse(
                f"planned[{i}]", f"{values[i - 1]:g} or more, as what was planned before it", values[i]
            )
        if not ends[i] > ends[i - 1]:
            raise refuse(f"times[{i}]", f"after {ends[i - 1]:g}", ends[i])
    if not values[-1] > 0:
        raise refuse("planned", "more than 0 in the end", values[-1])
    return values, ends


def brier_score(stated: Sequence[float], happened: Sequence[bool]) -> float | None:
    """How far stated chances were from what came of them: 0 is best.

    Who says one half each time gets 0.25.

    Args:
        stated: The chances, 0 to 1.
        happened: Whether each came true, ``True`` or ``False``.

    Returns:
        The mean of (chance - outcome) squared, 0 to 1; ``None`` where nothing was stated.

    Raises:
        InvalidValue: If a chance is out of bounds, or there is not one outcome for each.

    Source:
        Brier 1950.  Basis: published.

    >>> round(brier_score([0.1, 0.9, 0.8, 0.3], [False, True, True, False]), 4)
    0.0375
    """
    chances, outcomes = numbers("stated", stated, 0, 1), flags("happened", happened)
    same_length("happened", outcomes, "stated", chances)
    if not chances:
        return None
    return fsum((chance - came) ** 2 for chance, came in zip(chances, outcomes, strict=True)) / len(chances)
