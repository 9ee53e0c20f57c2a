"""The laws of choosing."""

from fractions import Fraction
from itertools import chain, combinations, pairwise
from math import fsum, isclose
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from careertrack.methods import best_within, flip_weight, rank_order_weights, weighted_sum

SHARES = st.sampled_from([0.0, 0.25, 0.5, 1.0]) | st.floats(0, 1)
WEIGHTS = st.integers(0, 4).map(float) | st.floats(1e-9, 1e6)
CRITERIA = ("pay", "commute", "people")
RATINGS = st.fixed_dictionaries(dict.fromkeys(CRITERIA, SHARES))
WEIGHED = st.fixed_dictionaries(dict.fromkeys(CRITERIA, WEIGHTS))
OPTIONS = st.dictionaries(st.sampled_from("abcde"), RATINGS, max_size=5)
MINUTES = st.integers(0, 8)
GAINS = st.integers(-1, 3).map(float) | st.floats(-1e300, 1e300) | st.sampled_from([0.1, 0.2, 0.3])
THINGS = st.lists(st.tuples(MINUTES, GAINS), max_size=9)
SHUFFLES = st.randoms(use_true_random=False)
Ratings = dict[str, float]


def exact(ratings: Ratings, weights: Ratings) -> Fraction:
    """What an option has by all criteria, in exact arithmetic."""
    return sum((Fraction(weights[each]) * Fraction(ratings[each]) for each in weights), Fraction())


@given(n=st.integers(1, 60))
def test_rank_order_weights(n: int) -> None:
    """They fall, none is nothing, and they add up to 1."""
    weights = rank_order_weights(n)

    assert n == len(weights)
    assert all(one > other for one, other in pairwise([*weights, 0.0]))
    assert isclose(1, fsum(weights), rel_tol=1e-12)


@given(options=OPTIONS, more=RATINGS, weights=WEIGHED)
def test_adding_an_option_never_reorders_the_others(
    options: dict[str, Ratings], more: Ratings, weights: Ratings
) -> None:
    """What an option is worth does not depend on what else there is: each keeps its value to the last bit."""
    before = {name: weighted_sum(ratings, weights) for name, ratings in options.items()}
    after = {name: weighted_sum(ratings, weights) for name, ratings in {**options, "more": more}.items()}

    assert before == {name: score for name, score in after.items() if name != "more"}


@given(ratings=RATINGS, weights=WEIGHED, better=SHARES, scale=st.sampled_from([0.25, 4.0]))
def test_weighted_sum(ratings: Ratings, weights: Ratings, better: float, scale: float) -> None:
    """Between the worst and the best rating, free of order and of the weights' size, never less for more."""
    score = weighted_sum(ratings, weights)
    turned = {each: weights[each] for each in reversed(CRITERIA)}

    assert score.value == weighted_sum(ratings, turned).value
    assert (
        score.value == weighted_sum(ratings, {each: scale * weight for each, weight in weights.items()}).value
    )
    assert (score.value is None) == (not any(weights.values()))
    if score.value is not None:
        counted = [ratings[each] for each in CRITERIA if weights[each] > 0]

        assert min(counted) - 1e-12 <= score.value <= max(counted) + 1e-12
        for each in CRITERIA:
            raised = weighted_sum({**ratings, each: max(ratings[each], better)}, weights).value

            assert raised is not None
            assert raised >= score.value - 1e-12


@given(options=OPTIONS, weights=WEIGHED, criterion=st.sampled_from(CRITERIA), shuffle=SHUFFLES)
def test_up_to_the_flip_the_best_stays_the_best(
    options: dict[str, Ratings], weights: Ratings, criterion: str, shuffle: Random
) -> None:
    """Between the present weight and the flip the best stays the best; just beyond it, it is not."""
    found = flip_weight(options, weights, criterion)
    again = dict(shuffle.sample(sorted(options.items()), len(options)))
    assert found == flip_weight(again, weights, criterion)

    def best_at(weight: float) -> set[str]:
        worth = {name: exact(each, {**weights, criterion: weight}) for name, each in options.items()}
        return {name for name, each in worth.items() if each == max(worth.values())}

    now, best = weights[criterion], best_at(weights[criterion])
    if found is None:
        assert best_at(0.0) >= best
        assert best_at(1e9) >= best or now > 1e9
    else:
        assert found >= 0
        assert best <= best_at((now + found) / 2) or isclose(now, found, rel_tol=1e-9)
        if found != now and 1e-6 < found < 1e12:
            assert not best <= best_at(found + (found - now) * 1e-6)


def worth(chosen: tuple[int, ...], things: list[tuple[int, float]]) -> Fraction:
    """What some things gain together, in exact arithmetic."""
    return sum((Fraction(things[i][1]) for i in chosen), Fraction())


@given(things=THINGS, budget=st.integers(0, 30))
def test_best_within_is_the_best_of_all(things: list[tuple[int, float]], budget: int) -> None:
    """Of all sets of things that gain, the best that fits; of equals, the one of the earlier positions."""
    useful = [i for i, (_, gain) in enumerate(things) if gain > 0]
    every = chain.from_iterable(combinations(useful, size) for size in range(len(useful) + 1))
    fitting = [chosen for chosen in every if sum(things[i][0] for i in chosen) <= budget]
    most = max(worth(chosen, things) for chosen in fitting)
    expected = min(chosen for chosen in fitting if worth(chosen, things) == most)

    assert expected == best_within(budget, [cost for cost, _ in things], [gain for _, gain in things])


@given(
    things=st.lists(st.tuples(MINUTES, GAINS, st.sampled_from("abcd")), max_size=9),
    budget=st.integers(0, 30),
)
def test_at_most_one_of_each_group(things: list[tuple[int, float, str]], budget: int) -> None:
    """Of all sets with one of each group at most, none that fits gains more than the chosen one."""
    costs, gains, groups = ([each[at] for each in things] for at in range(3))
    plain = [(cost, gain) for cost, gain, _ in things]

    def is_admissible(chosen: tuple[int, ...]) -> bool:
        named = [groups[i] for i in chosen]
        return sum(costs[i] for i in chosen) <= budget and len(set(named)) == len(named)

    every = chain.from_iterable(combinations(range(len(things)), size) for size in range(len(things) + 1))
    chosen = best_within(budget, costs, gains, groups)  # type: ignore[arg-type]

    assert is_admissible(chosen)
    assert worth(chosen, plain) == max(worth(other, plain) for other in every if is_admissible(other))


@given(things=THINGS, budget=st.integers(0, 30), shuffle=SHUFFLES)
def test_more_time_never_gains_less(things: list[tuple[int, float]], budget: int, shuffle: Random) -> None:
    """One minute more never gains less, and the order of the things changes no gain."""

    def most(minutes: int, listed: list[tuple[int, float]]) -> Fraction:
        return worth(best_within(minutes, [cost for cost, _ in listed], [gain for _, gain in listed]), listed)

    assert most(budget, things) <= most(budget + 1, things)
    assert most(budget, things) == most(budget, shuffle.sample(things, len(things)))
