"""How long the means last."""

from __future__ import annotations

from careertrack.methods.checks import number


def runway_months(
    savings: float, spending: float, income: float = 0.0, income_months: float | None = None
) -> float | None:
    """How many months savings last.

    Args:
        savings: What there is, in any one currency.
        spending: A month.
        income: A month.
        income_months: How long the income lasts; for good when left out.

    Returns:
        Months, 0 where there are no savings; ``None`` where they are never used up.

    Raises:
        InvalidValue: If one is not finite, or spending, income or their months are negative.

    Source:
        Arithmetic: what is left after the income ends, over what is spent.  Basis: house.

    >>> round(runway_months(40_000, 4_100), 2), round(runway_months(40_000, 4_100, 2_400, 6), 2)
    (9.76, 13.27)
    """
    savings, spending = number("savings", savings), number("spending", spending, 0)
    income = number("income", income, 0)
    if savings < 0:
        return 0.0
    burn = spending - income
    if income_months is None:
        return savings / burn if burn > 0 else None
    months = number("income_months", income_months, 0)
    if burn > 0 and savings <= burn * months:
        return savings / burn
    if spending == 0:
        return None
    return months + (savings - burn * months) / spending
