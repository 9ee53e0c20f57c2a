"""What every method refuses."""

from __future__ import annotations

from math import inf, isfinite

from careertrack.errors import InvalidValue, Issue, shown


def number(name: str, value: object, low: float = -inf, high: float = inf) -> float:
    """A finite number within bounds as a float; `InvalidValue` for anything else."""
    if (
        isinstance(value, int | float)
        and not isinstance(value, bool)
        and isfinite(value)
        and low <= value <= high
    ):
        return float(value)
    bounds = f" from {low:g}" * isfinite(low) + f" up to {high:g}" * isfinite(high)
    raise InvalidValue([Issue(name, "value", {"rule": f"a finite number{bounds}", "got": shown(value)})])
