"""What every method refuses."""

from __future__ import annotations

import sys
from math import inf, isfinite

from careertrack.errors import InvalidValue, Issue, shown


def number(name: str, value: object, low: float = -inf, high: float = inf) -> float:
    """A finite number within bounds as a float; `InvalidValue` for anything else."""
    # Compared with the largest float, since `isfinite` cannot take a whole number beyond it.
    least, most = max(low, -sys.float_info.max), min(high, sys.float_info.max)
    if isinstance(value, int | float) and not isinstance(value, bool) and least <= value <= most:
        return float(value)
    bounds = f" from {low:g}" * isfinite(low) + f" up to {high:g}" * isfinite(high)
    raise InvalidValue([Issue(name, "value", {"rule": f"a finite number{bounds}", "got": shown(value)})])


def share_of_way(value: float, start: float, end: float) -> float:
    """Where a value lies on the way from one number to another: 0 at its start, 1 at its end."""
    if isfinite(end - start):
        return (value - start) / (end - start)
    # Halved first, since the way between two huge numbers overflows.
    return (value / 2 - start / 2) / (end / 2 - start / 2)
