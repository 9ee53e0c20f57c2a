"""How far a goal is."""

from __future__ import annotations

from careertrack.errors import InvalidValue, Issue
from careertrack.methods.checks import number, share_of_way


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
