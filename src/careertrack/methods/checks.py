"""What every method refuses."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping, Sequence, Set
from math import frexp, inf, isfinite, ldexp
from typing import Final

from careertrack.errors import InvalidValue, Issue, shown

LARGEST_COUNT: Final = 10**200  # house: beyond anything counted, and far below the largest float


def refuse(name: str, rule: str, got: object) -> InvalidValue:
    """The error for one argument that breaks its rule."""
    return InvalidValue([Issue(name, "value", {"rule": rule, "got": shown(got)})])


def number(name: str, value: object, low: float = -inf, high: float = inf) -> float:
    """A finite number within bounds as a float; `InvalidValue` for anything else."""
    # Compared with the largest float, since `isfinite` cannot take a whole number beyond it.
    least, most = max(low, -sys.float_info.max), min(high, sys.float_info.max)
    if isinstance(value, int | float) and not isinstance(value, bool) and least <= value <= most:
        return float(value) + 0.0  # which makes -0.0 a plain 0, so that equal input gives equal bits
    bounds = f" from {low:g}" * isfinite(low) + f" up to {high:g}" * isfinite(high)
    raise refuse(name, f"a finite number{bounds}", value)


def numbers(name: str, values: object, low: float = -inf, high: float = inf) -> tuple[float, ...]:
    """Finite numbers within bounds, in their order."""
    return tuple(number(f"{name}[{i}]", value, low, high) for i, value in enumerate(listed(name, values)))


def whole(name: str, value: object, low: int = 0, high: int = LARGEST_COUNT) -> int:
    """A whole number within bounds."""
    if isinstance(value, int) and not isinstance(value, bool) and low <= value <= high:
        return value
    most = f" up to {high}" if high < LARGEST_COUNT else ""
    raise refuse(name, f"a whole number from {low}{most}", value)


def flags(name: str, values: object) -> tuple[bool, ...]:
    """Yes or no, as a truth value or as 1 or 0, in their order."""
    found = listed(name, values)
    for i, value in enumerate(found):
        if not (isinstance(value, int | float) and value in {0, 1}):
            raise refuse(f"{name}[{i}]", "True or False", value)
    return tuple(map(bool, found))


def listed(name: str, values: object) -> tuple[object, ...]:
    """What stands in a list.  A set has no order, and iterating over a text is hardly ever meant."""
    if isinstance(values, Iterable) and not isinstance(values, str | bytes | Mapping | Set):
        return tuple(values)
    raise refuse(name, "a list", values)


def same_length(name: str, values: Sequence[object], other: str, others: Sequence[object]) -> None:
    """Refuse two lists that do not belong together."""
    if len(values) != len(others):
        raise refuse(name, f"as long as {other}, {len(others)}", len(values))


def scaled(values: Iterable[float]) -> list[float]:
    """Numbers over one power of two, none beyond 1, so that no sum of them overflows and no bit is lost.

    What vanishes is too small, beside the largest, to count.
    """
    found = list(values)
    exponent = frexp(max(map(abs, found), default=0.0))[1]
    return [ldexp(value, -exponent) for value in found]


def share_of_way(value: float, start: float, end: float) -> float:
    """Where a value lies on the way from one number to another: 0 at its start, 1 at its end."""
    if isfinite(end - start):
        return (value - start) / (end - start)
    # Halved first, since the way between two huge numbers overflows.
    return (value / 2 - start / 2) / (end / 2 - start / 2)
