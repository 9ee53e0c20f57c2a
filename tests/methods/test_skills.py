"""How well skills meet what is asked."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careertrack import InvalidValue
from careertrack.methods import attainment, onet_standardize, revealed_advantage

REQUIRED = {"a": 5, "b": 4, "c": 3, "d": 2}
IMPORTANCE = {"a": 4.5, "b": 4, "c": 3, "d": 2}
CURRENT = {"a": 4, "b": 5, "c": 1.5, "d": None}


@pytest.mark.parametrize(
    ("value", "low", "high", "expected"),
    [
        (3, 1, 5, 50.0),
        (5, 0, 7, 71.43),
        (1, 1, 5, 0.0),
        (5, 1, 5, 100.0),
        (0, -1.7e308, 1.7e308, 50.0),
        (1.7e308, -1.7e308, 1.7e308, 100.0),
    ],
)
def test_onet_standardize(value: float, low: float, high: float, expected: float) -> None:
    """A rating on any scale becomes 0 to 100."""
    assert expected == round(onet_standardize(value, low, high), 2)


@pytest.mark.parametrize(
    ("given_", "said"),
    [
        ((0, 1, 5), "value: must be a finite number from 1 up to 5, got 0"),
        ((6, 1, 5), "value: must be a finite number from 1 up to 5, got 6"),
        ((float("nan"), 1, 5), "value: must be a finite number from 1 up to 5, got nan"),
        ((3, float("-inf"), 5), "low: must be a finite number, got -inf"),
        ((3, 1, "5"), "high: must be a finite number, got '5'"),
        ((3, 5, 5), "high: must be above low, 5, got 5"),
        ((3, 5, 1), "high: must be above low, 5, got 1"),
    ],
)
def test_onet_nonsense(given_: tuple[Any, ...], said: str) -> None:
    """A rating outside of its scale, or an empty scale, is refused."""
    with pytest.raises(InvalidValue) as caught:
        onet_standardize(*given_)

    assert said == str(caught.value)


def test_attainment_golden() -> None:
    """The published example: capped at what is asked, weighed by importance, the unknown bounded."""
    score = attainment(CURRENT, REQUIRED, IMPORTANCE)
    assert score.value is not None
    assert score.coverage is not None
    assert score.lower is not None
    assert score.upper is not None

    assert (0.8, 0.8947, 0.7158, 0.8211) == (
        round(score.value, 4),
        round(score.coverage, 4),
        round(score.lower, 4),
        round(score.upper, 4),
    )
    assert [("a", 0.875), ("b", 0.75), ("c", 0.5), ("d", 0.25)] == [(p.name, p.weight) for p in score.parts]
    assert [0.8, 1.0, 0.5, None] == [part.score.value for part in score.parts]
    assert ("level 1.5 of 3 required", "level not known, 2 required") == (
        score["c"].reason,
        score["d"].reason,
    )


def test_no_entry_is_unknown() -> None:
    """A skill without an entry is unknown, not nought."""
    left_out = attainment({"a": 4, "b": 5, "c": 1.5}, REQUIRED, IMPORTANCE)

    assert attainment(CURRENT, REQUIRED, IMPORTANCE) == left_out


def test_required_at_nought_is_left_out() -> None:
    """A skill asked for at level 0 asks nothing, and needs no importance."""
    assert ["a"] == [part.name for part in attainment({}, {"a": 1, "b": 0}, {"a": 3}).parts]


def test_nothing_asked() -> None:
    """A role that asks for nothing has no attainment."""
    assert (None, None) == (attainment({}, {}, {}).value, attainment({}, {}, {}).coverage)


def test_least_importance_weighs_nothing() -> None:
    """The least importance weighs nothing: what only has that is no number."""
    score = attainment({"a": 1}, {"a": 1}, {"a": 1})

    assert (None, "no part has weight") == (score.value, score.reason)


@pytest.mark.parametrize(
    ("given_", "path"),
    [
        (({"a": -1}, {"a": 1}, {"a": 3}), "current['a']"),
        (({"a": "1"}, {"a": 1}, {"a": 3}), "current['a']"),
        (({}, {"a": -1}, {"a": 3}), "required['a']"),
        (({}, {"a": float("inf")}, {"a": 3}), "required['a']"),
        (({}, {"a": 1}, {}), "weights['a']"),
        (({}, {"a": 1}, {"a": 0.5}), "weights['a']"),
        (({}, {"a": 1}, {"a": 5.5}), "weights['a']"),
    ],
)
def test_attainment_nonsense(given_: tuple[Any, Any, Any], path: str) -> None:
    """A level below nought or not finite, or an importance off its scale, is refused by its skill."""
    with pytest.raises(InvalidValue) as caught:
        attainment(*given_)

    assert [path] == [issue.path for issue in caught.value.issues]


@given(st.floats(0, 1e300), st.floats(5e-324, 1e300))
def test_one_strong_skill_hides_no_gap(level: float, required: float) -> None:
    """However strong one skill is, another's gap stays."""
    score = attainment({"a": level, "b": 0}, {"a": required, "b": 1}, {"a": 3, "b": 3})

    assert score.value is not None
    assert 0 <= score.value <= 0.5


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        # The golden values are those of r[0][0] and r[1][2]; the rest follows from the formula.
        (
            [[4, 2, 0], [1, 3, 4], [2, 2, 2]],
            [[1.9048, 0.9524, 0.0], [0.3571, 1.0714, 1.6667], [0.9524, 0.9524, 1.1111]],
        ),
        ([[1e308, 1e308], [1e308, 1e308]], [[1.0, 1.0], [1.0, 1.0]]),
        ([[5e-324, 5e-324], [1e308, 1e308]], [[1.0, 1.0], [1.0, 1.0]]),
        ([[0, 0], [1, 3]], [[None, None], [1.0, 1.0]]),  # a row of nothing
        ([[0, 2], [0, 3]], [[None, 1.0], [None, 1.0]]),  # a column of nothing
        ([[0, 0]], [[None, None]]),
        ([[1e-308, 0], [0, 1e308]], [[None, 0.0], [None, 1.0]]),  # a column that is nothing beside the other
        ([[1e-300, 0], [0, 1e5]], [[1e305, 0.0], [0.0, 1.0]]),
        ([[1e-300, 0], [0, 1e10]], [[None, 0.0], [0.0, 1.0]]),  # beyond any number
        ([], []),
        ([[], []], [[], []]),
    ],
)
def test_revealed_advantage(table: list[list[float]], expected: list[list[float | None]]) -> None:
    """The share of its row over the share of the table; none where there is nothing to share."""
    found = revealed_advantage(table)

    assert expected == [[x if x is None or x > 1e9 else round(x, 4) for x in row] for row in found]


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ([[1, 2], [1]], "table[1]: must be as long as table[0], 2, got 1"),
        ([[1, -2]], "table[0][1]: must be a finite number from 0, got -2"),
        ([[1, float("inf")]], "table[0][1]: must be a finite number from 0, got inf"),
        ([1, 2], "table[0]: must be a list, got 1"),
        ("12", "table: must be a list, got '12'"),
    ],
)
def test_revealed_advantage_nonsense(table: Any, said: str) -> None:
    """A ragged table, or a negative value, is refused by its place."""
    with pytest.raises(InvalidValue) as caught:
        revealed_advantage(table)

    assert said == str(caught.value)
