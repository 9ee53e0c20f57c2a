"""Shall I take the offer: needs as gates, what matters weighed, and staying put among the options."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from math import isclose
from typing import Any

import attrs

from careertrack.moment import Moment
from careertrack.naming import folded
from careertrack.outlook.words import counted
from careertrack.page import Block, Cell, Items, Line, Page, Said, Section, Shown, Table, Word
from careertrack.page.scores import meter
from careertrack.page.words import LONGEST_CELL, plain
from careertrack.questions.needs import MOST_POINTS
from careertrack.questions.options import Asked, Option, offer_option, stay_option
from careertrack.questions.weighing import Flip, by_name, flips_of, is_above, pay_posts, weights_of
from careertrack.records.moves import Offer
from careertrack.score import SLACK, Score
from careertrack.values import Money

__all__ = ["Flip", "Offers", "Option"]


@attrs.frozen(kw_only=True, repr=False)
class Offers(Shown):
    """The offers on a day beside staying put, weighed by what matters to the person.

    Args:
        day: The day.
        weights: How much each criterion matters.
        weighed_by: Where the weights come from, or why there are none.
        options: Those that may be chosen first, the best of them on top; what is hardly known after the rest.
        best: Those with the highest total that may be chosen: several where they are level.
        is_sure: Whether the best stays the best whatever the unknown ratings are.
        flips: For each criterion the weight at which the choice turns; none where that cannot be told.
        flips_note: Which options had to be left out there, or be rated first.
        unweighed: Criteria that something is rated by, and that have no weight.

    >>> import careertrack as ct
    >>> plan = ct.Plan() + ct.Priorities(on="2026-01-05", motivators=["learning", "commute"])
    >>> plan += ct.Transition(on="2026-02-02", title="Data lead")
    >>> rated = [ct.Rating(criterion="learning", value=8), ct.Rating(criterion="commute", value=4)]
    >>> plan += ct.Offer(on="2026-03-02", transition="data-lead", ratings=rated)
    >>> found = offers(plan.as_of("2026-03-04"), stay={"learning": 3, "commute": 9})
    >>> [(each.id, round(each.score.value, 3)) for each in found.options]
    [('data-lead', 0.7), ('stay put', 0.45)]
    >>> [(flip.criterion, round(flip.at, 2)) for flip in found.flips]
    [('learning', 0.25), ('commute', 0.75)]
    """

    day: date
    weights: Mapping[str, float] = attrs.field(hash=False)
    weighed_by: str
    options: tuple[Option, ...]
    best: tuple[str, ...] = ()
    is_sure: bool = False
    flips: tuple[Flip, ...] = ()
    flips_note: str = ""
    unweighed: tuple[str, ...] = ()

    def __getitem__(self, id: str) -> Option:
        """An option by the id of its transition, or ``stay put``."""
        for option in self.options:
            if option.id == id:
                return option
        raise KeyError(id)

    def page(self) -> Page:
        """The options side by side, what stands beside each, and where the choice turns."""
        count = counted(len(self.options) - 1, "offer")
        blocks: list[Block] = [Line((Word("weighed by"), f": {self.weighed_by}"))]
        if self.weights:
            each = (f"{name} {weight:.3g}" for name, weight in self.weights.items())
            blocks.append(Line((Word("weights"), f": {', '.join(each)}")))
        needs = len(self.weights) + 2
        blocks.append(Table(self._head(), [*map(self._row, self.options)], left=(0, 1, needs, needs + 1)))
        for option in self.options:
            if option.verdicts or option.answer_by:
                blocks.append(Section(option.title, [Items([*option.beside()])]))
        blocks.append(Section(Word("the choice"), [Items([*self._choice()])]))
        return Page(f"{self.day}: {count}, and to stay put", blocks)

    def _head(self) -> tuple[Said, ...]:
        criteria = (plain(name, LONGEST_CELL) for name in self.weights)
        return (Word("option"), Word("total"), *criteria, Word("needs"), Word("pay"))

    def _row(self, option: Option) -> tuple[Cell, ...]:
        rated = ("?" if each is None else f"{each:.3g}" for each in option.ratings.values())
        title, pay = plain(option.title, LONGEST_CELL), str(option.pay) or "?"
        return title, metered(option.score), *rated, Word(option.gate), pay

    def _choice(self) -> Iterator[str]:
        titles = {option.id: option.title for option in self.options}
        if self.best:
            sure = "whatever is not known" if self.is_sure else "by what is known; the rest could change it"
            level = "level" if len(self.best) > 1 else "best"
            yield f"{level} by these weights: {', '.join(titles[id] for id in self.best)}, {sure}"
        for option in self.options:
            if option.beaten_by:
                better = ", ".join(titles[id] for id in option.beaten_by)
                yield f"as good as {titles[option.id]} in all that matters, and better in something: {better}"
        for flip in self.flips:
            name = f"{flip.criterion} (weight {flip.weight:.3g})"
            if flip.at is None or flip.to is None:
                yield f"whatever the weight of {name}, the best stays the best"
            elif isclose(flip.at, flip.weight, rel_tol=SLACK):
                yield f"at the weight of {name}, {titles[flip.to]} is as good"
            else:
                side = "below" if flip.at < flip.weight else "above"
                yield f"{side} {flip.at:.3g} for {name}, {titles[flip.to]} is better"
        if self.flips_note:
            yield f"where the choice turns: {self.flips_note}"
        if self.unweighed:
            yield f"rated, and given no weight: {', '.join(self.unweighed)}"
        yield "ratings and weights are yours, and so is the choice"

    def __repr__(self) -> str:
        return f"<Offers of {len(self.options) - 1} on {self.day}>"

    def to_dict(self) -> dict[str, Any]:
        """Plain data."""
        return {
            "day": self.day.isoformat(),
            "weights": dict(self.weights),
            "weighed_by": self.weighed_by,
            "options": [each.to_dict() for each in self.options],
            "best": list(self.best),
            "is_sure": self.is_sure,
            "flips": [each.to_dict() for each in self.flips],
            "flips_note": self.flips_note,
            "unweighed": list(self.unweighed),
        }


def metered(score: Score) -> Cell:
    """A score in a table: its value, with its bounds where they are wider; those alone where it is thin."""
    if score.lower is None or score.upper is None:
        return "-"
    said = f"{score.lower:.2f} to {score.upper:.2f}"
    if score.value is None or score.is_thin:
        return meter(score, said)
    bounds = f" ({said})" if score.upper - score.lower > SLACK else ""
    return meter(score, f"{score.value:.2f}{bounds}")


def offers(
    now: Moment,
    *,
    weights: Mapping[str, float] | None = None,
    stay: Mapping[str, float] | None = None,
    pay: Sequence[Money | str] | None = None,
    ended: bool = False,
) -> Offers:
    """The open offers on a day beside staying put, weighed by what matters to the person.

    The latest offer of each transition is weighed, by the weights that the ranked motivators make
    (rank-order centroid) or by those given.  What the needs say stands beside, as a gate: a must that
    is known not to be met is not made up for by anything.

    Args:
        now: The day.
        weights: By criterion, not negative; those of the ranked motivators when left out.
        stay: How the present position does, 0 to 10 by criterion.
        pay: Two amounts of a year in one currency, that which counts as 0 and that which counts as 10:
            they rate ``pay`` where it has no rating.  Pay in another currency stays unknown.
        ended: Whether to show offers of transitions that have ended as well.

    Raises:
        InvalidValue: If a weight is negative or not finite, a rating is not from 0 to 10, a criterion is
            given twice, or ``pay`` is not two different amounts of one currency.
    """
    by, weighed_by = weights_of(now, weights)
    rated = by_name("stay", {} if stay is None else stay, MOST_POINTS)
    stated = now.priorities
    needs = () if stated is None else tuple(stated.needs)
    asked = Asked(day=now.day, weights=by, posts=pay_posts(pay), needs=needs)
    options = [
        stay_option(now, asked, rated),
        *(
            offer_option(asked, id, state, state.offers[-1])
            for id, state in now.transitions.items()
            if state.offers and (ended or not state.has_ended)
        ),
    ]
    options = list(_beside_the_others(sorted(options, key=lambda each: each.place), by))
    best = _best(options)
    flips, note = _flips(best, options, by)
    return Offers(
        day=now.day,
        weights=by,
        weighed_by=weighed_by,
        options=tuple(options),
        best=tuple(each.id for each in best),
        is_sure=_is_sure(best, options),
        flips=flips,
        flips_note=note,
        unweighed=_unweighed(options, by, rated),
    )


def _best(options: Sequence[Option]) -> list[Option]:
    """Those on top that may be chosen and of which something is known; several where they are level.

    Not one that another is above: where a weight is next to nothing, their totals may round to one.
    """
    known = [each for each in options if each.may_be_chosen and each.score.value is not None]
    on_top = [each for each in known if each.place[:-1] == known[0].place[:-1]]
    return [each for each in on_top if not each.beaten_by]


def _is_sure(best: Sequence[Option], options: Sequence[Option]) -> bool:
    """Whether no other option can come above the best, whatever is not known."""
    pairs = [(one, other) for one in best for other in options if other.may_be_chosen and other is not one]
    return bool(best) and all((one.score.lower or 0.0) >= (other.score.upper or 0.0) for one, other in pairs)


def _flips(
    best: Sequence[Option], options: Sequence[Option], weights: Mapping[str, float]
) -> tuple[tuple[Flip, ...], str]:
    """Where the choice turns, among the options rated in all that matters; and what to know about that."""
    free = [each for each in options if each.may_be_chosen]
    left_out = [each.id for each in free if None in each.ratings.values()]
    rated = {each.id: each.ratings for each in free if each.id not in left_out}
    if not best or len(free) < 2:
        return (), ""
    if best[0].id not in rated or len(rated) < 2:
        return (), f"not told before these are rated in all that matters: {', '.join(left_out)}"
    note = f"without {', '.join(left_out)}, not rated in all that matters" if left_out else ""
    return flips_of(best[0].id, rated, weights), note


def _beside_the_others(options: Sequence[Option], weights: Mapping[str, float]) -> Iterator[Option]:
    """Each option with those that are above it, whatever the weights."""
    free = [each for each in options if each.may_be_chosen]
    for each in options:
        above = tuple(one.id for one in free if is_above(one.ratings, each.ratings, weights))
        yield attrs.evolve(each, beaten_by=above)


def _unweighed(
    options: Sequence[Option], weights: Mapping[str, float], stay: Mapping[str, float]
) -> tuple[str, ...]:
    """The criteria that something is rated by and that have no weight, by name."""
    given = [record.ratings for option in options for record in option.records if isinstance(record, Offer)]
    names = sorted([*stay, *(each.criterion for ratings in given for each in ratings)])
    weighed = {folded(name) for name in weights}
    return tuple({folded(name): name for name in names if folded(name) not in weighed}.values())
