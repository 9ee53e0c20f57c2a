"""Which of some options, by what matters to the person."""

from typing import Any

import pytest

from careertrack import InvalidValue
from careertrack.methods import best_within, flip_weight, rank_order_weights, weighted_sum

NEAR = {"pay": 0.2, "commute": 0.9}
FAR = {"pay": 0.8, "commute": 0.1}
EVEN = {"pay": 1, "commute": 1}


@pytest.mark.parametrize(
    ("n", "expected"),
    [
        (1, (1.0,)),
        (2, (0.75, 0.25)),
        (3, (0.6111, 0.2778, 0.1111)),  # Barron and Barrett 1996
        (4, (0.5208, 0.2708, 0.1458, 0.0625)),  # likewise
    ],
)
def test_rank_order_golden(n: int, expected: tuple[float, ...]) -> None:
    """The centroid of all weights with that order."""
    assert expected == tuple(round(weight, 4) for weight in rank_order_weights(n))


@pytest.mark.parametrize("n", [0, -1, 1001, 2.0, True, None])
def test_rank_order_nonsense(n: Any) -> None:
    """No criteria, and more than anybody ranks, are refused."""
    with pytest.raises(InvalidValue) as caught:
        rank_order_weights(n)

    assert ["n"] == [issue.path for issue in caught.value.issues]


def test_weighted_sum_golden() -> None:
    """Pay is 0.6 of its way and the commute 2/3: (3 x 0.6 + 2/3) / 4, by hand."""
    posts = {"pay": (60, 80), "commute": (60, 0)}
    score = weighted_sum({"pay": 72, "commute": 20}, {"pay": 3, "commute": 1}, posts)

    assert score.value == pytest.approx(0.6166667, abs=1e-7)
    assert "published" == score.basis
    assert [("pay", 3), ("commute", 1)] == [(part.name, part.weight) for part in score.parts]


@pytest.mark.parametrize(
    ("ratings", "posts", "expected"),
    [
        ({"pay": 90}, {"pay": (60, 80)}, 1),  # beyond the goalpost counts as there
        ({"pay": 50}, {"pay": (60, 80)}, 0),
        ({"pay": 90}, {"pay": (80, 60)}, 0),
        ({"pay": 0.25}, {}, 0.25),
        ({"pay": 0.25}, None, 0.25),
        ({"pay": 0}, {"pay": (-1.7e308, 1.7e308)}, 0.5),
    ],
)
def test_goalposts(ratings: dict[str, float], posts: Any, expected: float) -> None:
    """A rating is cut at the goalposts; without them it is a share already."""
    assert expected == weighted_sum(ratings, {"pay": 2}, posts).value


def test_an_unknown_rating() -> None:
    """What is not known is bounded, and no entry is not known."""
    score = weighted_sum({"pay": None}, EVEN)

    assert weighted_sum({}, EVEN) == score
    assert (None, 0, 1) == (score.value, score.lower, score.upper)
    assert (0.5, 0.25, 0.75) == (
        (half := weighted_sum({"pay": 0.5}, EVEN)).value,
        half.lower,
        half.upper,
    )
    assert "not rated" == half["commute"].reason


def test_weights_of_nought() -> None:
    """Where nothing matters there is nothing to judge."""
    assert weighted_sum({"pay": 1}, {"pay": 0}).value is None


@pytest.mark.parametrize(
    ("given_", "said"),
    [
        (({"pay": 7}, {"pay": 1}), "ratings['pay']: must be a finite number from 0 up to 1, got 7"),
        (
            ({"pay": float("nan")}, {"pay": 1}, {"pay": (0, 9)}),
            "ratings['pay']: must be a finite number, got nan",
        ),
        (({"pay": 1}, {"pay": -1}), "weights['pay']: must be a finite number, not negative, got -1"),
        (
            ({"pay": 1}, {"pay": 1}, {"pay": (3, 3)}),
            "goalposts['pay']: must be two different numbers, got a tuple of 2",
        ),
        (
            ({"pay": 1}, {"pay": 1}, {"pay": (3,)}),
            "goalposts['pay']: must be two different numbers, got a tuple of 1",
        ),
        (
            ({"pay": 1}, {"pay": 1}, {"pay": (0, float("inf"))}),
            "goalposts['pay'][1]: must be a finite number, got inf",
        ),
    ],
)
def test_weighted_sum_nonsense(given_: tuple[Any, ...], said: str) -> None:
    """A rating, a weight or a goalpost that is none is refused by its criterion."""
    with pytest.raises(InvalidValue) as caught:
        weighted_sum(*given_)

    assert said == str(caught.value)


@pytest.mark.parametrize(
    ("options", "weights", "expected"),
    [
        ({"near": NEAR, "far": FAR}, EVEN, 4 / 3),  # 0.2 w + 0.9 = 0.8 w + 0.1
        ({"near": NEAR, "far": FAR}, {"pay": 3, "commute": 1}, 4 / 3),  # the other way
        ({"near": NEAR, "far": FAR}, {"pay": 0, "commute": 1}, 4 / 3),
        ({"near": NEAR, "far": FAR}, {"pay": 1, "commute": 0}, None),  # only pay counts, whatever its weight
        ({"best": {"pay": 1, "commute": 1}, "far": FAR}, EVEN, None),  # the best in everything
        ({"one": {"pay": 0.5, "commute": 0.9}, "two": {"pay": 0.5, "commute": 0.1}}, EVEN, None),
        ({"one": {"pay": 0.75, "commute": 0.25}, "two": {"pay": 0.25, "commute": 0.75}}, EVEN, 1),  # level
        ({"one": NEAR, "two": NEAR}, EVEN, None),  # level, and they stay so
        ({"one": NEAR, "two": NEAR, "far": FAR}, EVEN, 4 / 3),
        ({"near": NEAR, "far": FAR}, {"pay": 0, "commute": 0}, 0),  # the least weight decides
        ({"near": NEAR}, EVEN, None),
        ({}, EVEN, None),
        # a between b and c: 0.5 + w / 2 = w from above at 1, and 0.75 from below at 0.5.
        (
            {
                "a": {"pay": 0.5, "commute": 0.5},
                "b": {"pay": 1, "commute": 0},
                "c": {"pay": 0, "commute": 0.75},
            },
            {"pay": 0.75, "commute": 1},
            0.5,  # equally near: the lower
        ),
        # A pay so like the other's that no number is weight enough.
        (
            {"one": {"pay": 0, "commute": 1}, "two": {"pay": 5e-324, "commute": 0}},
            {"pay": 1, "commute": 1e300},
            None,
        ),
    ],
)
def test_flip_golden(options: Any, weights: dict[str, float], expected: float | None) -> None:
    """Where the lines of two options cross, nearest to the present weight."""
    found = flip_weight(options, weights, "pay")

    assert expected == (None if found is None else pytest.approx(found, rel=1e-12))


def test_flip_on_goalposts() -> None:
    """Goalposts count here as in the sum."""
    options = {"near": {"pay": 64, "commute": 6}, "far": {"pay": 76, "commute": 54}}
    posts = {"pay": (60, 80), "commute": (60, 0)}

    assert flip_weight(options, EVEN, "pay", posts) == pytest.approx(4 / 3, rel=1e-12)


@pytest.mark.parametrize(
    ("given_", "said"),
    [
        (
            ({"a": {"pay": 1}}, EVEN, "pay"),
            "options['a']['commute']: must be a finite number from 0 up to 1, got None",
        ),
        (({"a": NEAR}, EVEN, "fun"), "criterion: must be one of the criteria with a weight, got 'fun'"),
        (({"a": NEAR}, {"pay": -1}, "pay"), "weights['pay']: must be a finite number from 0, got -1"),
    ],
)
def test_flip_nonsense(given_: tuple[Any, ...], said: str) -> None:
    """A rating that is missing, and a criterion without a weight, are refused."""
    with pytest.raises(InvalidValue) as caught:
        flip_weight(*given_)

    assert said == str(caught.value)


@pytest.mark.parametrize(
    ("budget", "costs", "gains", "expected"),
    [
        (50, [10, 20, 30], [60, 100, 120], (1, 2)),  # 220, where the greedy choice gets 160
        (0, [10], [1], ()),
        (10, [], [], ()),
        (0, [0, 0, 5], [1, 0, 1], (0,)),  # free, and free but of no use
        (10, [10, 10, 10], [1, 1, 1], (0,)),  # ties by position
        (20, [20, 10, 10], [2, 1, 1], (0,)),
        (20, [10, 20, 10], [1, 2, 1], (0, 2)),
        (10, [5, 5], [-1, 1], (1,)),  # a loss is never chosen
        (60, [20, 20, 20, 60], [0.1, 0.1, 0.1, 0.3], (0, 1, 2)),  # three tenths are above 0.3 as floats
        (60, [60, 20, 20, 20], [0.75, 0.25, 0.25, 0.25], (0,)),
        (2, [1, 1, 2], [1e308, 1e308, 1.7e308], (0, 1)),  # no sum overflows
        (1, [1, 1], [1e-300, 1e300], (1,)),
        (10**100, [10**99, 10**100], [1, 2], (1,)),
    ],
)
def test_best_within_golden(
    budget: int, costs: list[int], gains: list[float], expected: tuple[int, ...]
) -> None:
    """The most that can be gained, exactly; of equals the earlier positions."""
    assert expected == best_within(budget, costs, gains)


@pytest.mark.parametrize(
    ("given_", "said"),
    [
        ((1.5, [], []), "budget: must be a whole number from 0, got 1.5"),
        ((-1, [], []), "budget: must be a whole number from 0, got -1"),
        ((1, [1, -1], [1, 1]), "costs[1]: must be a whole number from 0, got -1"),
        ((1, 3, [1]), "costs: must be a list, got 3"),
        ((1, [1], [float("nan")]), "gains[0]: must be a finite number, got nan"),
        ((1, [1], [1, 2]), "gains: must be as long as costs, 1, got 2"),
    ],
)
def test_best_within_nonsense(given_: tuple[Any, ...], said: str) -> None:
    """Parts of a minute, a negative cost and a gain that is none are refused."""
    with pytest.raises(InvalidValue) as caught:
        best_within(*given_)

    assert said == str(caught.value)
