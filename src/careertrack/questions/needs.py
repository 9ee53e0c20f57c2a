"""What the facts decide of a person's needs; what they leave open is not known, and never refused for it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from math import inf
from typing import Any, Final, Literal, NamedTuple

import attrs

from careertrack.naming import folded
from careertrack.page.words import plain
from careertrack.questions.pay import converted, pay_unit, said
from careertrack.records.self import Need
from careertrack.values import Money
from careertrack.vocabulary import PayPeriod

__all__ = ["Gate", "Verdict"]

Gate = Literal["open", "closed", "unknown", "none"]
PAY: Final = "pay"
POINTS: Final = "points"  # the unit in which a need may name a rating; it may as well be left out
MOST_POINTS: Final = 10.0


@attrs.frozen(kw_only=True)
class Verdict:
    """Whether an option brings what a need asks for.

    Args:
        need: The need.
        met: ``None`` where the facts do not decide it.
        fact: What decided, or why nothing does.
    """

    need: Need = attrs.field(repr=False)
    met: bool | None
    fact: str = attrs.field(repr=False)

    @property
    def closes(self) -> bool:
        """Whether it rules an option out: a must known not to be met, or a must-not known to be there."""
        return self.met is False and self.need.force != "want"

    def __str__(self) -> str:
        verdict = {True: "met", False: "not met", None: "not known"}[self.met]
        return f"{self.need.force} {_asked(self.need)}: {verdict}; {self.fact}"

    def to_dict(self) -> dict[str, Any]:
        """Plain data."""
        return {"need": self.need.fields_to_dict(), "met": self.met, "fact": self.fact}


def _asked(need: Need) -> str:
    bounds = [
        f"{label} {bound:.15g}"
        for label, bound in (("at least", need.at_least), ("at most", need.at_most))
        if bound is not None
    ]
    unit = f" {plain(need.unit)}" if need.unit is not None and bounds else ""
    return ", ".join([plain(need.criterion), *bounds]) + unit


def gate_of(met: Iterable[bool | None]) -> Gate:
    """What has to be met, as a gate: closed by one that is known not to be, none if there are none."""
    known = list(met)
    if not known:
        return "none"
    if False in known:
        return "closed"
    return "unknown" if None in known else "open"


class Known(NamedTuple):
    """What is known of a criterion, in the unit of the need: the least and the most that it may be."""

    least: float | Fraction
    most: float | Fraction
    fact: str


def judged(need: Need, known: Known | str) -> Verdict:
    """The verdict on a need, from what is known or from why nothing is.

    A must-not with bounds forbids what lies within them.  Without bounds nothing measured decides a need.
    """
    if isinstance(known, str):
        return Verdict(need=need, met=None, fact=known)
    low, high = need.at_least, need.at_most
    if low is None and high is None:
        fact = f"{known.fact}; the need names neither the least nor the most"
        return Verdict(need=need, met=None, fact=fact)
    low, high = -inf if low is None else low, inf if high is None else high
    inside = None
    if known.least >= low and known.most <= high:
        inside = True
    elif known.most < low or known.least > high:
        inside = False
    met = not inside if need.force == "must-not" and inside is not None else inside
    return Verdict(need=need, met=met, fact=known.fact)


def on_scale(need: Need, value: float, low: float, high: float, unit: str = "") -> Known | str:
    """What a value on a scale says of a need: nothing, if that is in another unit or on another scale."""
    bounds = [bound for bound in (need.at_least, need.at_most) if bound is not None]
    fact = f"{value:g} on a scale of {low:g} to {high:g}"
    if need.unit is not None and folded(need.unit) != unit:
        return f"{fact}, and the need is in {plain(need.unit)}"
    if not all(low <= bound <= high for bound in bounds):
        return f"{fact}, and the need is beyond it"
    return Known(value, value, fact)


@attrs.frozen(kw_only=True)
class Offered:
    """The pay of an option: what was offered or, before that, the range that was named.

    Args:
        least: The lowest it may be.
        most: The highest; the same as ``least`` for one that was offered.
        per: The period of both.
        is_named: Whether it was only named before the offer, as in a posting.
    """

    least: Money | None = None
    most: Money | None = None
    per: PayPeriod = "year"
    is_named: bool = False

    @property
    def money(self) -> Money | None:
        """The pay, where it is one amount."""
        return self.least if self.least == self.most else None

    @property
    def currency(self) -> str | None:
        """The currency of it; ``None`` where nothing is known."""
        ends = [each.currency for each in (self.least, self.most) if each is not None]
        return ends[0] if ends else None

    def in_period(self, per: PayPeriod) -> tuple[float | Fraction, float | Fraction]:
        """The least and the most for another period."""
        return (
            -inf if self.least is None else converted(self.least, self.per, per),
            inf if self.most is None else converted(self.most, self.per, per),
        )

    def __str__(self) -> str:
        if self.money is not None:
            words = [said(self.money, self.per)]
        else:
            ends = (("from", self.least), ("up to", self.most))
            words = [f"{label} {said(end, self.per)}" for label, end in ends if end is not None]
        return " ".join(words) + (" (named)" if words and self.is_named else "")

    def to_dict(self) -> dict[str, Any]:
        """Plain data."""
        ends = (("least", self.least), ("most", self.most))
        amounts = {name: None if end is None else str(end) for name, end in ends}
        return {**amounts, "per": self.per, "is_named": self.is_named}


def decided(need: Need, ratings: Mapping[str, float], pay: Offered) -> Verdict:
    """The verdict on a need from an offer's pay and ratings.

    A need for pay is decided by pay in its own currency.  Any other need, and one for pay in points,
    is decided by the rating of the same name; a rating of 8 says nothing about 2 days a week.

    Args:
        need: The need.
        ratings: 0 to 10, by folded name of the criterion.
        pay: The option's.
    """
    criterion = folded(need.criterion)
    if criterion == PAY and (pay_unit(need.unit) or criterion not in ratings):
        return judged(need, _paid(need, pay))
    if criterion not in ratings:
        return judged(need, "nothing on record says")
    return judged(need, on_scale(need, ratings[criterion], 0.0, MOST_POINTS, POINTS))


def _paid(need: Need, pay: Offered) -> Known | str:
    """What the pay says of a need for pay."""
    if pay.currency is None:
        return "no pay is on record"
    unit = pay_unit(need.unit)
    if unit is None:
        return f"{pay}, and the need names no currency and period, such as EUR a year"
    if unit.currency != pay.currency:
        return f"{pay}, and the need is in {unit.currency}"
    least, most = pay.in_period(unit.per)
    if unit.per == pay.per:
        return Known(least, most, str(pay))
    ends = " to ".join(f"{float(end):,.2f}" for end in dict.fromkeys((least, most)) if end not in (-inf, inf))
    return Known(least, most, f"{pay}, taken as {ends} a{'n' if unit.per == 'hour' else ''} {unit.per}")
