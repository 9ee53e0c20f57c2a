"""Which of some options, by what matters to the person; never by how the others happen to look."""

from __future__ import annotations

import sys
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from heapq import merge
from itertools import accumulate
from typing import Final, NamedTuple

from careertrack.errors import shown
from careertrack.methods.checks import listed, number, numbers, refuse, same_length, share_of_way, whole
from careertrack.score import Score

MOST_CRITERIA: Final = 1000  # house: nobody ranks more, and every one of them gets a weight
LARGEST: Final = sys.float_info.max


def rank_order_weights(n: int) -> tuple[float, ...]:
    """The weights of criteria that were only ranked: the mean of all weights with that order.

    Args:
        n: How many criteria, 1 to 1,000.

    Returns:
        The weight of the first, the second and so on; they fall, and add up to 1.

    Raises:
        InvalidValue: If it is no whole number from 1 to 1,000.

    Source:
        Rank-order centroid (Barron and Barrett 1996): w_i = (1/n) sum of 1/k for k from i to n.
        Basis: published.

    >>> [round(weight, 4) for weight in rank_order_weights(3)]
    [0.6111, 0.2778, 0.1111]
    """
    n = whole("n", n, 1, MOST_CRITERIA)
    sums = accumulate(Fraction(1, k) for k in range(n, 0, -1))
    return tuple(reversed([float(each / n) for each in sums]))


def weighted_sum(
    ratings: Mapping[str, float | None],
    weights: Mapping[str, float],
    goalposts: Mapping[str, tuple[float, float]] | None = None,
) -> Score:
    """How good one option is by the criteria that matter to a person.

    Each rating becomes its share of the way between two goalposts that the person set, not between
    the worst and the best of the options at hand: so adding an option never reorders the others.

    Args:
        ratings: By criterion; ``None``, or no entry, where it is not known.
        weights: How much each criterion matters, not negative.
        goalposts: By criterion: what counts as 0, and what counts as 1 or better.  They may fall, as for
            a way to work.  A criterion that has none is rated from 0 to 1.

    Returns:
        The weighted mean of the shares, with the criteria as its parts; what is not known
        widens the bounds.

    Raises:
        InvalidValue: If a rating, a weight or a goalpost is not finite, a weight is negative, the two
            goalposts are one, or a criterion is rated beyond 0 to 1 without goalposts.

    Source:
        Simple additive weighting (Keeney and Raiffa 1976).  Basis: published.

    >>> score = weighted_sum({"pay": 72, "commute": 20}, {"pay": 3, "commute": 1},
    ...                      {"pay": (60, 80), "commute": (60, 0)})
    >>> round(score.value, 4)
    0.6167
    """
    scores = {
        name: Score.unknown("not rated")
        if ratings.get(name) is None
        else Score.of(_share("ratings", name, ratings, goalposts), n=1, method="rating between the goalposts")
        for name in weights
    }
    source = "simple additive weighting (Keeney and Raiffa 1976)"
    return Score.combine(
        scores, weights, method="weighted sum on the person's goalposts", basis="published", source=source
    )


def flip_weight(
    options: Mapping[str, Mapping[str, float | None]],
    weights: Mapping[str, float],
    criterion: str,
    goalposts: Mapping[str, tuple[float, float]] | None = None,
) -> float | None:
    """The weight of one criterion at which another option becomes the best, the others kept as they are.

    Far from the present weight, the choice does not hang on it; near, think about that weight again.

    Args:
        options: By name, the ratings of each by criterion; none may be missing.
        weights: The present weights, not negative.
        criterion: Whose weight to change.
        goalposts: As for `weighted_sum`.

    Returns:
        The nearest such weight, the lower of two; the present one where the best are level already;
        ``None`` where the best stays the best whatever the weight.

    Raises:
        InvalidValue: If a rating is missing, the criterion has no weight, or for the reasons of
            `weighted_sum`.

    Source:
        One-way sensitivity analysis of the additive model.  Basis: published.

    >>> flip_weight({"near": {"pay": 0.2, "commute": 0.9}, "far": {"pay": 0.8, "commute": 0.1}},
    ...             {"pay": 1, "commute": 1}, "pay")
    1.3333333333333333
    """
    exact = {name: Fraction(number(f"weights[{shown(name)}]", weight, 0)) for name, weight in weights.items()}
    if criterion not in exact:
        raise refuse("criterion", "one of the criteria with a weight", criterion)
    now = exact.pop(criterion)
    # Each option is a line over the weight: what it has without the criterion, and what it rises by.
    lines = set()
    for name, ratings in options.items():
        shares = {
            each: Fraction(_share(f"options[{shown(name)}]", each, ratings, goalposts)) for each in weights
        }
        base = sum((weight * shares[each] for each, weight in exact.items()), Fraction())
        lines.add((base, shares[criterion]))
    highest = max((base + now * rise for base, rise in lines), default=Fraction())
    best = {(base, rise) for base, rise in lines if base + now * rise == highest}
    if len(best) != 1:
        return float(now) if best else None
    ((base, rise),) = best
    crossings = [(base - other) / (steeper - rise) for other, steeper in lines if steeper != rise]
    reachable = [weight for weight in crossings if 0 < weight <= LARGEST]
    nearest = min(reachable, key=lambda weight: (abs(weight - now), weight), default=None)
    return None if nearest is None else float(nearest)


def best_within(
    budget: int, costs: Sequence[int], gains: Sequence[float], groups: Sequence[str] | None = None
) -> tuple[int, ...]:
    """Which things to do with the time there is, so that they gain the most together.

    Not the greedy choice: the best for its time may leave a gap that nothing fits into.  Exact, whatever
    the sizes; it takes longer the more things there are and the more sums of their costs differ.

    Args:
        budget: Whole minutes there are.
        costs: Whole minutes that each takes.
        gains: What each gains, in any one unit; one that gains nothing is never chosen.
        groups: The group of each: of the things in one group, sizes of one promise, at most one is chosen.

    Returns:
        Their positions, ascending.  Of choices that gain the same, the one with the earlier positions.

    Raises:
        InvalidValue: If the budget or a cost is not whole or negative, a gain is not finite, or there is
            not one gain, and one group where there are groups, for each cost.

    Source:
        0/1 and multiple-choice knapsack by the undominated sums (Nemhauser and Ullmann 1969; Sinha and
        Zoltners 1979).  Basis: published.

    >>> best_within(50, costs=[10, 20, 30], gains=[60, 100, 120])
    (1, 2)
    >>> best_within(50, costs=[10, 20, 30], gains=[60, 100, 120], groups=["a", "b", "b"])
    (0, 2)
    """
    left = whole("budget", budget)
    minutes = [whole(f"costs[{i}]", cost) for i, cost in enumerate(listed("costs", costs))]
    worth = _in_whole_parts(numbers("gains", gains))
    same_length("gains", worth, "costs", minutes)
    names = list(range(len(minutes))) if groups is None else listed("groups", groups)
    same_length("groups", names, "costs", minutes)
    choices: dict[object, list[_Thing]] = {}
    for i, (cost, gain, name) in enumerate(zip(minutes, worth, names, strict=True)):
        if gain > 0:
            choices.setdefault(name, []).append(_Thing(i, cost, gain))
    # From the last group to the first: the undominated sums of those after it.
    after = [_Sums([0], [0])]
    for things in reversed(choices.values()):
        after.append(after[-1].with_one_of(things, left))
    chosen = []
    for things, others in zip(choices.values(), reversed(after[:-1]), strict=True):
        fitting = [thing for thing in things if thing.cost <= left]
        best = max(fitting, key=lambda thing: thing.gain + others.most(left - thing.cost), default=None)
        if best is not None and best.gain + others.most(left - best.cost) >= others.most(left):
            chosen.append(best.position)
            left -= best.cost
    return tuple(sorted(chosen))


class _Thing(NamedTuple):
    """Something that can be chosen: where it stands, what it costs, what it gains."""

    position: int
    cost: int
    gain: int


def _in_whole_parts(values: Sequence[float]) -> list[int]:
    """Numbers in the one unit that makes all of them whole, so that equal sums compare equal."""
    ratios = [value.as_integer_ratio() for value in values]
    unit = max((below for _, below in ratios), default=1)  # each is a power of two
    return [above * (unit // below) for above, below in ratios]


class _Sums(NamedTuple):
    """Costs, rising, each with the most that can be gained for no more; it rises with them."""

    costs: list[int]
    gains: list[int]

    def most(self, budget: int) -> int:
        """The most that can be gained within a budget."""
        return self.gains[bisect_right(self.costs, budget) - 1]

    def with_one_of(self, things: Sequence[_Thing], budget: int) -> _Sums:
        """The sums when one more of some things can be chosen."""
        kept = _Sums([], [])
        # At one cost the larger gain comes first; what is no better than one before it is left out.
        for total, most in merge(*self._each(things, budget), key=lambda each: (each[0], -each[1])):
            if not kept.gains or most > kept.gains[-1]:
                kept.costs.append(total)
                kept.gains.append(most)
        return kept

    def _each(self, things: Sequence[_Thing], budget: int) -> Iterator[Iterable[tuple[int, int]]]:
        """The sums without any of some things, and with each."""
        yield zip(self.costs, self.gains, strict=True)
        for thing in things:
            within = self.costs[: bisect_right(self.costs, budget - thing.cost)]
            yield [(thing.cost + c, thing.gain + g) for c, g in zip(within, self.gains, strict=False)]


def _share(
    path: str,
    criterion: str,
    ratings: Mapping[str, float | None],
    goalposts: Mapping[str, tuple[float, float]] | None,
) -> float:
    """A rating as its share of the way between its goalposts."""
    rating, posts = ratings.get(criterion), (goalposts or {}).get(criterion)
    path = f"{path}[{shown(criterion)}]"
    if posts is None:
        return number(path, rating, 0, 1)
    where = f"goalposts[{shown(criterion)}]"
    ends = numbers(where, posts)
    if len(ends) != 2 or ends[0] == ends[1]:
        raise refuse(where, "two different numbers", posts)
    return min(max(share_of_way(number(path, rating), *ends), 0.0), 1.0)
