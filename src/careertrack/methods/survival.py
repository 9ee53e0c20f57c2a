"""How long it takes until something happens, with those still waiting counted for what they know."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

import attrs

from careertrack.methods.checks import flags, listed, numbers, refuse, same_length

HALF: Final = 0.5 + 1e-12  # what rounding may leave above one half of a product that is one half


@attrs.frozen
class SurvivalCurve:
    """What share still waits after how long: 1 at first, one step down at each time.

    Args:
        times: When something happened, rising, in the unit of the durations.
        survival: The share that waits longer than each of them, 0 to 1, falling.
        median: The first time at which at most half still wait; ``None`` if it was never reached.
    """

    times: tuple[float, ...]
    survival: tuple[float, ...]
    median: float | None


def kaplan_meier(durations: Sequence[float], observed: Sequence[bool]) -> SurvivalCurve:
    """How long it takes until an answer, whichever it is.

    Cases that still wait are not left out, which would make waiting look short: each counts
    until the day up to which it is known.  One that was seen up to a time at which another
    was answered counts as waiting at that time.

    Args:
        durations: How long each case took, or has waited so far; one unit, not negative.
        observed: Whether it was answered, ``True``, or still waits, ``False``.

    Returns:
        The curve; without steps, and without a median, where nothing was answered.

    Raises:
        InvalidValue: If a duration is negative or not finite, or there is not one flag for each.

    Source:
        Kaplan and Meier 1958, from the study of lifetimes.  Basis: borrowed.

    >>> curve = kaplan_meier([3, 5, 6, 8, 10], [True, True, False, True, True])
    >>> curve.times, [round(share, 2) for share in curve.survival], curve.median
    ((3.0, 5.0, 8.0, 10.0), [0.8, 0.6, 0.3, 0.0], 8.0)
    """
    lasted, seen = numbers("durations", durations, 0), flags("observed", observed)
    same_length("observed", seen, "durations", lasted)
    steps = list(_steps(lasted, ["answered" if each else None for each in seen]))
    median = next((step.time for step in steps if step.after <= HALF), None)
    return SurvivalCurve(tuple(step.time for step in steps), tuple(step.after for step in steps), median)


def cumulative_incidence(
    durations: Sequence[float], causes: Sequence[str | None]
) -> Mapping[str, tuple[tuple[float, float], ...]]:
    """How likely each outcome has come by when, where one outcome rules out the others.

    Who was rejected will not advance any more.  Counting them as still waiting for it, as one
    less a Kaplan-Meier curve does, makes each outcome look more likely than it is.

    Args:
        durations: How long each case took, or has waited so far; one unit, not negative.
        causes: The outcome of each, as text; ``None`` while it waits.

    Returns:
        For each outcome that occurred, by name, its curve as pairs of a time at which it
        occurred and the probability that it has come by then; 0 before the first.

    Raises:
        InvalidValue: If a duration is negative or not finite, an outcome is no text, or there is
            not one for each.

    Source:
        Aalen and Johansen 1978, from the study of lifetimes.  Basis: borrowed.

    >>> came = ["rejected", "advanced", None, "rejected", "advanced"]
    >>> curves = cumulative_incidence([3, 5, 6, 8, 10], came)
    >>> [(time, round(chance, 2)) for time, chance in curves["advanced"]]
    [(5.0, 0.2), (10.0, 0.5)]
    """
    lasted, ended = numbers("durations", durations, 0), listed("causes", causes)
    same_length("causes", ended, "durations", lasted)
    names: list[str | None] = []
    for i, cause in enumerate(ended):
        if cause is not None and not isinstance(cause, str):
            raise refuse(f"causes[{i}]", "text, or None while it waits", cause)
        names.append(cause)
    curves: dict[str, list[tuple[float, float]]] = {
        name: [] for name in sorted({each for each in names if each is not None})
    }
    for step in _steps(lasted, names):
        for name, count in step.counts.items():
            so_far = curves[name][-1][1] if curves[name] else 0.0
            curves[name].append((step.time, min(so_far + step.before * count / step.at_risk, 1.0)))
    return {name: tuple(curve) for name, curve in curves.items()}


class _Step(NamedTuple):
    """A time at which something happened: to how many of each, and who waited before and after."""

    time: float
    counts: Counter[str]
    at_risk: int
    before: float
    after: float


def _steps(durations: Sequence[float], causes: Sequence[str | None]) -> Iterator[_Step]:
    ends: dict[float, list[str | None]] = {}
    for time, cause in sorted(zip(durations, causes, strict=True), key=lambda each: each[0]):
        ends.setdefault(time, []).append(cause)
    at_risk, before = len(durations), 1.0
    # Between two censorings the factors cancel: so the shares are as exact as a quotient of two counts.
    first, base = at_risk, before
    for time, found in ends.items():
        counts = Counter(cause for cause in found if cause is not None)
        left = at_risk - counts.total()
        if counts:
            after = base * left / first
            yield _Step(time, counts, at_risk, before, after)
            before = after
        at_risk -= len(found)
        if left > at_risk:
            first, base = at_risk, before
