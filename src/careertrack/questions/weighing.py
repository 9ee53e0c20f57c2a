"""The arithmetic behind a choice: weights, which option stands above which, and where the choice turns."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any, Final, NamedTuple

import attrs

from careertrack.errors import Refused, shown
from careertrack.methods import flip_weight, rank_order_weights
from careertrack.methods.checks import number, refuse
from careertrack.moment import Moment
from careertrack.naming import folded
from careertrack.questions.needs import MOST_POINTS, Offered
from careertrack.questions.pay import converted
from careertrack.values import Money, money

__all__ = ["Flip"]

POSTS: Final = (0.0, MOST_POINTS)  # what a rating of nothing and one of everything is


class Weights(NamedTuple):
    """How much each criterion matters, and who says so."""

    by: Mapping[str, float]
    told: str


def weights_of(now: Moment, given: Mapping[str, float] | None) -> Weights:
    """The weights that were given, or those that the ranked motivators make.

    Of motivators that differ in case or blanks alone the first counts, as nobody means both.

    Raises:
        InvalidValue: If a weight is negative or not finite, or one criterion is given twice.
    """
    if given is not None:
        return Weights(by_name("weights", given), "as given")
    stated = now.priorities
    ranked = dict[str, str]()
    for name in stated.motivators if stated else ():
        ranked.setdefault(folded(name), name)
    if stated is None or not ranked:
        return Weights({}, "nothing is stated to weigh them by: rank your motivators, or give weights")
    weights = dict(zip(ranked.values(), rank_order_weights(len(ranked)), strict=True))
    return Weights(weights, f"motivators as ranked on {stated.on}, rank-order centroid [published]")


def by_name(argument: str, given: object, most: float = float("inf")) -> dict[str, float]:
    """Numbers by criterion, each 0 or more; each criterion once.

    Raises:
        InvalidValue: If it is no such mapping.
    """
    if not isinstance(given, Mapping) or not all(isinstance(name, str) for name in given):
        raise refuse(argument, "numbers by criterion", given)
    if len({folded(name) for name in given}) < len(given):
        raise refuse(argument, "numbers by criterion, each given once whatever its case", given)
    return {name: number(f"{argument}[{shown(name)}]", value, 0, most) for name, value in given.items()}


class PayPosts(NamedTuple):
    """The pay of a year that counts as 0, and the one that counts as 10."""

    worst: Money
    best: Money

    def rating(self, pay: Offered) -> tuple[float | None, str]:
        """What a pay counts as, 0 to 10, and why; ``None`` in another currency, and for a range."""
        if pay.money is None:
            return None, f"{pay}: no one amount" if pay.currency else "no pay is on record"
        if pay.currency != self.worst.currency:
            return None, f"{pay}, and the goalposts are in {self.worst.currency}"
        yearly = converted(pay.money, pay.per, "year")
        worst, best = Fraction(self.worst.amount), Fraction(self.best.amount)
        share = min(max((yearly - worst) / (best - worst), Fraction()), Fraction(1))
        return float(share * Fraction(MOST_POINTS)), f"{pay}, between {self.worst} and {self.best} a year"


def pay_posts(given: object) -> PayPosts | None:
    """The two goalposts of pay, as the person set them.

    Raises:
        InvalidValue: If they are not two different amounts of one currency.
    """
    if given is None:
        return None
    rule = "two different amounts of a year in one currency: what counts as 0, and what counts as 10"
    try:
        worst, best = [money(each) for each in given] if isinstance(given, list | tuple) else []
    except (Refused, ValueError):
        raise refuse("pay", rule, given) from None
    if worst.currency != best.currency or worst == best:
        raise refuse("pay", rule, given)
    return PayPosts(worst, best)


Ratings = Mapping[str, Mapping[str, float | None]]
"""The ratings by criterion of each option, by its id."""


def is_above(
    one: Mapping[str, float | None], other: Mapping[str, float | None], weights: Mapping[str, float]
) -> bool:
    """Whether one option is at least as good in all that matters, and better in something.

    Where a rating is missing that cannot be told.
    """
    pairs = [(one[name], other[name]) for name, weight in weights.items() if weight > 0]
    known = [(mine, theirs) for mine, theirs in pairs if mine is not None and theirs is not None]
    at_least = len(known) == len(pairs) and all(mine >= theirs for mine, theirs in known)
    return at_least and any(mine > theirs for mine, theirs in known)


@attrs.frozen(kw_only=True)
class Flip:
    """The weight of a criterion at which another option becomes the best, all other weights kept.

    Args:
        criterion: Which.
        weight: Its weight now.
        at: The weight at which the best changes; ``None`` where it stays the best whatever the weight.
        to: The option that is as good then, and better beyond.
    """

    criterion: str = attrs.field(repr=False)
    weight: float
    at: float | None
    to: str | None

    def to_dict(self) -> dict[str, Any]:
        """Plain data."""
        return {"criterion": self.criterion, "weight": self.weight, "at": self.at, "to": self.to}


def flips_of(best: str, ratings: Ratings, weights: Mapping[str, float]) -> tuple[Flip, ...]:
    """Where the choice turns, by criterion.

    Args:
        best: The best option now.
        ratings: Of the options that may be chosen; none may be missing.
        weights: The present ones.
    """
    posts = dict.fromkeys(weights, POSTS)
    found = []
    for criterion, weight in weights.items():
        at = flip_weight(ratings, weights, criterion, posts)
        to = None if at is None else _next_best(best, ratings, {**weights, criterion: at})
        found.append(Flip(criterion=criterion, weight=weight, at=at, to=to))
    return tuple(found)


def _next_best(best: str, ratings: Ratings, weights: Mapping[str, float]) -> str:
    """The best of the others."""
    totals = {
        id: sum(Fraction(weights[name]) * Fraction(each[name] or 0) for name in weights)
        for id, each in ratings.items()
        if id != best
    }
    return max(totals, key=lambda id: totals[id])
