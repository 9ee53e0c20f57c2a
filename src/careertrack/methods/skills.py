"""How well skills meet what is asked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import fsum, isfinite

from careertrack.errors import InvalidValue, Issue, shown
from careertrack.methods.checks import listed, number, numbers, same_length, scaled, share_of_way
from careertrack.score import Score


def onet_standardize(value: float, low: float, high: float) -> float:
    """A rating on any scale as 0 to 100.

    Args:
        value: The rating.
        low: The lowest value of its scale.
        high: The highest.

    Returns:
        0 at the lowest, 100 at the highest.

    Raises:
        InvalidValue: If one is not finite, the scale is empty or the rating lies outside of it.

    Source:
        O*NET Resource Center, "Standardized scores": (O - L) / (H - L) x 100.  Basis: published.

    >>> onet_standardize(3, 1, 5), round(onet_standardize(5, 0, 7), 2)
    (50.0, 71.43)
    """
    low, high = number("low", low), number("high", high)
    if not low < high:
        raise InvalidValue([Issue("high", "value", {"rule": f"above low, {low:g}", "got": f"{high:g}"})])
    return share_of_way(number("value", value, low, high), low, high) * 100


def attainment(
    current: Mapping[str, float | None], required: Mapping[str, float], weights: Mapping[str, float]
) -> Score:
    """How much of what is required is there, each skill capped at what is asked.

    Capping keeps one strong skill from hiding a gap.  A skill whose level is not known widens
    the bounds; a skill required at level 0 asks nothing and is left out.

    Args:
        current: Level by skill; ``None``, or no entry, where it is not known.
        required: Level asked for, by skill, on the same scale.
        weights: Importance of each required skill, 1 to 5 as O*NET has it; it weighs (IM - 1) / 4.

    Returns:
        The weighted mean of min(1, current / required), with the skills as its parts.

    Raises:
        InvalidValue: If a level is negative or not finite, or an importance is not from 1 to 5.

    Source:
        After demands-abilities fit (Edwards 1991).  Basis: house.

    >>> score = attainment({"a": 4, "b": 5, "c": 1.5, "d": None}, {"a": 5, "b": 4, "c": 3, "d": 2},
    ...                    {"a": 4.5, "b": 4, "c": 3, "d": 2})
    >>> round(score.value, 2), round(score.coverage, 4), round(score.lower, 4), round(score.upper, 4)
    (0.8, 0.8947, 0.7158, 0.8211)
    """
    scores: dict[str, Score] = {}
    shares: dict[str, float] = {}
    for skill, level in required.items():
        if number(f"required[{shown(skill)}]", level, 0) > 0:
            scores[skill] = _met(skill, current.get(skill), level)
            shares[skill] = (number(f"weights[{shown(skill)}]", weights.get(skill), 1, 5) - 1) / 4
    return Score.combine(
        scores, shares, method="min(1, level / required), weighted by (importance - 1) / 4", basis="house"
    )


def revealed_advantage(table: Sequence[Sequence[float]]) -> tuple[tuple[float | None, ...], ...]:
    """Which skills set an occupation, or a person, apart from the others in a table.

    A skill that everybody has much of sets nobody apart.  Every figure depends on the whole
    table: compare within one, never across two.

    Args:
        table: A row for each occupation, a column for each skill: how much of it, not negative,
            all in one unit, such as O*NET's importance.

    Returns:
        For each value of the table, its share of its row over its column's share of the whole table.
        Above 1 it sets the row apart.  ``None`` in a row or a column that is all 0, and where the
        quotient is beyond any number.

    Raises:
        InvalidValue: If a value is negative or not finite, or the rows differ in length.

    Source:
        Alabdulkareem and others 2018, after Balassa 1965: (x_js / sum_s x_js) / (sum_j x_js / sum x).
        Basis: published.

    >>> found = revealed_advantage([[4, 2, 0], [1, 3, 4], [2, 2, 2]])
    >>> round(found[0][0], 4), round(found[1][2], 4)
    (1.9048, 1.6667)
    """
    rows = [numbers(f"table[{i}]", row, 0) for i, row in enumerate(listed("table", table))]
    for i, row in enumerate(rows):
        same_length(f"table[{i}]", row, "table[0]", rows[0])
    together = _shares([fsum(column) for column in _columns(rows)])
    return tuple(
        tuple(_over(share, whole) for share, whole in zip(_shares(row), together, strict=True))
        for row in rows
    )


def _columns(rows: Sequence[Sequence[float]]) -> list[list[float]]:
    """The columns of a table, over the power of two that keeps every sum of them finite."""
    flat = scaled(value for row in rows for value in row)
    width = len(rows[0]) if rows else 0
    return [flat[i::width] for i in range(width)]


def _shares(values: Sequence[float]) -> list[float | None]:
    """What share of their sum each has; ``None`` where there is nothing to share."""
    parts = scaled(values)
    total = fsum(parts)
    return [part / total if total > 0 else None for part in parts]


def _over(share: float | None, whole: float | None) -> float | None:
    """A share over another, where both are there and the quotient is a number."""
    if share is None or not whole:
        return None
    found = share / whole
    return found if isfinite(found) else None


def _met(skill: str, level: float | None, required: float) -> Score:
    if level is None:
        return Score.unknown(f"level not known, {required:g} required", method="level / required")
    level = number(f"current[{shown(skill)}]", level, 0)
    return Score.of(
        min(1.0, level / required),
        n=1,
        method="level / required",
        reason=f"level {level:g} of {required:g} required",
    )
