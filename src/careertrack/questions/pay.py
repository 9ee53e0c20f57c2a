"""Pay by the year, month, day or hour, each as any other; never from one currency to another."""

from __future__ import annotations

import re
from collections.abc import Mapping
from fractions import Fraction
from typing import Final, NamedTuple, cast

from careertrack.naming import folded
from careertrack.values import Money
from careertrack.vocabulary import PayPeriod

MONTHS: Final = 12
WORKING_DAYS: Final = 220  # house: five days a week, less holidays, leave and some days of illness
HOURS_A_DAY: Final = 8  # house: a full working day
A_YEAR: Final[Mapping[PayPeriod, int]] = {
    "year": 1,
    "month": MONTHS,
    "day": WORKING_DAYS,
    "hour": WORKING_DAYS * HOURS_A_DAY,
}
_UNIT: Final = re.compile("([a-z]{3})(?: ?(?:a|an|each|per|/) ?(hour|day|month|year))?")


class PayUnit(NamedTuple):
    """What a need for pay is stated in."""

    currency: str
    per: PayPeriod


def pay_unit(text: str | None) -> PayUnit | None:
    """The currency and period that a unit names; a year where it names a currency alone, as pay does.

    >>> pay_unit("EUR a month"), pay_unit("gbp/hour"), pay_unit("points")
    (PayUnit(currency='EUR', per='month'), PayUnit(currency='GBP', per='hour'), None)
    """
    found = _UNIT.fullmatch(folded(text or ""))
    return found and PayUnit(found[1].upper(), cast("PayPeriod", found[2] or "year"))


def converted(pay: Money, per: PayPeriod, to: PayPeriod) -> Fraction:
    """What a pay is for another period, exactly, at so many months, days and hours a year.

    >>> converted(Money("6000", "EUR"), "month", "year")
    Fraction(72000, 1)
    """
    return Fraction(pay.amount) * A_YEAR[per] / A_YEAR[to]


def said(pay: Money, per: PayPeriod) -> str:
    """A pay and its period in words.

    >>> said(Money("30", "EUR"), "hour")
    '30 EUR an hour'
    """
    return f"{pay} {'an' if per == 'hour' else 'a'} {per}"
