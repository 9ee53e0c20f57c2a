"""A score: what is known, what it could be, and why."""

import copy
import pickle
from typing import Any

import attrs
import pytest

import careertrack as ct
from careertrack import InvalidValue, Score
from careertrack.score import Part


def known(value: float, n: int = 1, **more: Any) -> Score:
    """A score that was observed."""
    return Score.of(value, n=n, method="seen", **more)


UNKNOWN = Score.unknown("never asked")
UNASKED = Score.not_asked("nothing set out")


def test_observed() -> None:
    """What was observed in full has no doubt of the unknown."""
    score = Score.of(
        0.8, n=20, method="done of promised", basis="borrowed", source="Last Planner", interval=(0.584, 0.919)
    )

    assert (0.8, 0.8, 0.8, 1.0) == (score.value, score.lower, score.upper, score.coverage)
    assert (20, (0.584, 0.919), ()) == (score.n, score.interval, score.parts)
    assert "0.800, interval 0.584 to 0.919; done of promised [borrowed]" == score.explain("kept")[6:]


def test_unknown() -> None:
    """What was asked and not observed is anything from 0 to 1."""
    assert (None, 0.0, 1.0, 0.0) == (UNKNOWN.value, UNKNOWN.lower, UNKNOWN.upper, UNKNOWN.coverage)
    assert (0, "never asked", True) == (UNKNOWN.n, UNKNOWN.reason, UNKNOWN.is_thin)


def test_not_asked() -> None:
    """What was never asked has no bounds and no coverage."""
    assert (None, None, None, None) == (UNASKED.value, UNASKED.lower, UNASKED.upper, UNASKED.coverage)
    assert not UNASKED.is_thin


@pytest.mark.parametrize("value", [-0.1, 1.1, float("nan"), float("inf"), "1", None, True, 10**400])
def test_no_share(value: Any) -> None:
    """What is no share from 0 to 1 is refused."""
    with pytest.raises(InvalidValue) as caught:
        known(value)

    assert ["Score.value"] == [issue.path for issue in caught.value.issues]


def test_golden() -> None:
    """The published example of a role: what is unknown widens the bounds and lowers the coverage."""
    scores = {"a": known(0.8), "b": known(1.0), "c": known(0.5), "d": UNKNOWN}
    score = Score.combine(scores, {"a": 0.875, "b": 0.75, "c": 0.5, "d": 0.25})
    rounded = [round(number or 0, 4) for number in (score.value, score.coverage, score.lower, score.upper)]

    assert [0.8, 0.8947, 0.7158, 0.8211] == rounded
    assert (3, "") == (score.n, score.reason)
    assert pytest.approx(0.8) == sum(score.contributions().values())
    assert ["a", "b", "c"] == list(score.contributions())


def test_unknown_is_not_nought() -> None:
    """A part that is unknown changes the bounds and not the value; a nought changes the value."""
    half = Score.combine({"a": known(1), "b": UNKNOWN}, {"a": 1, "b": 1})
    nought = Score.combine({"a": known(1), "b": known(0)}, {"a": 1, "b": 1})

    assert (1.0, 0.5, 1.0, 0.5) == (half.value, half.lower, half.upper, half.coverage)
    assert (0.5, 0.5, 0.5, 1.0) == (nought.value, nought.lower, nought.upper, nought.coverage)


def test_what_was_not_asked_counts_for_nothing() -> None:
    """A part that was not asked is shown, and changes no number."""
    alone = Score.combine({"a": known(0.5)}, {"a": 1})
    beside = Score.combine({"a": known(0.5), "b": UNASKED}, {"a": 1, "b": 9})

    assert ["a", "b"] == [part.name for part in beside.parts]
    assert alone == attrs.evolve(beside, parts=alone.parts)


def test_weight_of_nought_counts_for_nothing() -> None:
    """A part of no weight is shown, and changes no number."""
    score = Score.combine({"a": known(0.5), "b": known(1.0)}, {"a": 1, "b": 0})

    assert (0.5, 0.5, 0.5, 1.0) == (score.value, score.lower, score.upper, score.coverage)
    assert {"a": 0.5} == score.contributions()


@pytest.mark.parametrize(
    ("scores", "weights", "reason"),
    [
        ({}, {}, "there is nothing to combine"),
        ({"a": known(1)}, {"a": 0}, "no part has weight"),
        ({"a": known(1), "b": UNKNOWN}, {"a": 0, "b": 0.0}, "no part has weight"),
        ({"a": UNASKED}, {"a": 1}, "no part has weight"),
    ],
)
def test_nothing_to_weigh(scores: dict[str, Score], weights: dict[str, float], reason: str) -> None:
    """Where nothing has weight there is no number, and the reason is told."""
    score = Score.combine(scores, weights, method="mean", basis="published", source="here")

    assert (None, None, None, None) == (score.value, score.lower, score.upper, score.coverage)
    assert (reason, "mean", "published", "here") == (score.reason, score.method, score.basis, score.source)
    assert list(scores) == [part.name for part in score.parts]


def test_nothing_known() -> None:
    """Where all is unknown the bounds are 0 and 1, and the reason is told."""
    score = Score.combine({"a": UNKNOWN, "b": UNKNOWN}, {"a": 1, "b": 2})

    assert (None, 0.0, 1.0, 0.0) == (score.value, score.lower, score.upper, score.coverage)
    assert "no part is known" == score.reason


@pytest.mark.parametrize("weight", [-1, float("nan"), float("inf"), "1", None, True, 10**400])
def test_no_weight(weight: Any) -> None:
    """What is no weight is refused by its part, all at once."""
    with pytest.raises(InvalidValue) as caught:
        Score.combine({"a": UNKNOWN, "b": UNKNOWN, "c": UNKNOWN}, {"a": weight, "c": 1})

    assert ["weights['a']", "weights['b']"] == [issue.path for issue in caught.value.issues]


@pytest.mark.parametrize("scale", [5e-324, 1e-300, 1, 1e300, 8e307, 10**300])
def test_any_scale(scale: float) -> None:
    """Weights of any size do not overflow; only their proportion counts."""
    score = Score.combine({"a": known(1), "b": known(0), "c": UNKNOWN}, dict.fromkeys("abc", scale))

    assert (0.5, 2 / 3) == (score.value, score.coverage)
    assert (pytest.approx(1 / 3), pytest.approx(2 / 3)) == (score.lower, score.upper)


def test_nested() -> None:
    """Coverage and bounds of a whole come from those of its parts."""
    inner = Score.combine({"x": known(0.5), "y": UNKNOWN}, {"x": 3, "y": 1})
    outer = Score.combine({"a": inner, "b": known(1)}, {"a": 1, "b": 1})

    assert (0.75, 0.6875, 0.8125, 0.875) == (outer.value, outer.lower, outer.upper, outer.coverage)
    assert (2, 0.5) == (outer.n, outer["a"]["x"].value)


def test_part_by_name() -> None:
    """A part is found by its name."""
    score = Score.combine({"a": known(1)}, {"a": 2})

    assert Part("a", 2.0, known(1)) == score.parts[0]
    assert score["a"] == known(1)
    with pytest.raises(KeyError, match="'b'"):
        score["b"]


@pytest.mark.parametrize(("weight", "is_thin"), [(2, False), (1.5, False), (1.4, True)])
def test_thin(weight: float, is_thin: bool) -> None:
    """Below a coverage of .6 a value is no headline."""
    score = Score.combine({"a": known(1), "b": UNKNOWN}, {"a": weight, "b": 1})

    assert is_thin == score.is_thin


def test_explained() -> None:
    """The arithmetic is a tree: each part's value, what it adds, and why the rest is unknown."""
    skills = Score.combine({"sql": known(0.5, reason="level 2 of 4"), "r": UNKNOWN}, {"sql": 3, "r": 1})
    all_unknown = Score.combine({"x": UNKNOWN}, {"x": 1})
    score = Score.combine(
        {"skills": skills, "goals": all_unknown, "none": UNASKED},
        {"skills": 1, "goals": 1, "none": 1},
        method="mean",
    )
    expected = [
        "progress: 0.500, between 0.188 and 0.812 with 38% known; mean [house]",
        "├─ skills (weight 1 of 1): 0.500, between 0.375 and 0.625 with 75% known, adds 0.500; "
        "weighted mean of what is known [house]",
        "│  ├─ sql (weight 3 of 3): 0.500, adds 0.500; level 2 of 4; seen [house]",
        "│  └─ r (weight 1): unknown; never asked",
        "├─ goals (weight 1): unknown, between 0.000 and 1.000; no part is known",
        "│  └─ x (weight 1): unknown; never asked",
        "└─ none (weight 1): nothing set out",
    ]

    assert expected == score.explain("progress").splitlines()
    assert expected[0] == score.explain("progress", depth=0)
    assert 4 == len(score.explain(depth=1).splitlines())


def test_shown() -> None:
    """In short it shows the value, how many observations and how many parts."""
    score = Score.combine({"a": known(0.5, n=3), "b": UNKNOWN}, {"a": 1, "b": 1})

    assert [
        "Score(0.500, n=3, parts=2)",
        "Score(unknown, n=0, parts=0)",
        "Score(not set out, n=0, parts=0)",
    ] == [repr(each) for each in (score, UNKNOWN, UNASKED)]


def test_plain_data() -> None:
    """As plain data it holds all but the records, so many levels deep."""
    inner = Score.combine({"x": known(1, interval=(0.5, 1))}, {"x": 1})
    score = Score.combine({"a": inner}, {"a": 2}, source="here")
    leaf = {
        "value": 1,
        "lower": 1,
        "upper": 1,
        "coverage": 1.0,
        "interval": [0.5, 1],
        "n": 1,
        "method": "seen",
        "basis": "house",
        "source": "",
        "reason": "",
        "parts": [],
    }
    branch = leaf | {"interval": None, "method": "weighted mean of what is known"}
    whole = branch | {
        "source": "here",
        "parts": [
            {
                "name": "a",
                "weight": 2.0,
                "score": branch | {"parts": [{"name": "x", "weight": 1.0, "score": leaf}]},
            }
        ],
    }

    assert whole == score.to_dict()
    assert [] == score.to_dict(depth=0)["parts"]
    assert [] == score.to_dict(depth=1)["parts"][0]["score"]["parts"]


def test_a_value() -> None:
    """A score is a value: hashable, frozen, equal out of a pickle or a copy, with the records behind it."""
    record = ct.CheckIn(on="2026-01-05", goal="apply", value=1)
    score = Score.combine({"a": known(0.5, records=[record])}, {"a": 1})

    assert (record,) == score["a"].records
    assert {score} == {pickle.loads(pickle.dumps(score)), copy.deepcopy(score)}
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        score.value = 1.0  # type: ignore[misc]


def test_other_things() -> None:
    """A score equals no number."""
    assert known(1) != 1
    assert known(1) != known(1, n=2)


def test_thousands_deep() -> None:
    """Scores in scores, thousands deep, are compared, hashed, pickled and explained like others."""

    def deep(levels: int) -> Score:
        score = known(0.5)
        for _ in range(levels):
            score = Score.combine({"part": score}, {"part": 1})
        return score

    score = deep(5_000)

    assert {deep(5_000)} == {score, pickle.loads(pickle.dumps(score))}
    assert score != deep(4_999)
    assert 5_001 == len(score.explain(depth=9_999).splitlines())


@pytest.mark.parametrize(
    ("score", "shown"),
    [
        (Score.unknown("no check-in"), "unknown: no check-in"),
        (Score.unknown(""), "unknown"),
        (Score.not_asked("no goals"), "no goals"),
        (Score.not_asked(""), "not set out"),
        (Score.of(0.25, n=1, method=""), "0.25"),
    ],
)
def test_a_headline(score: Score, shown: str) -> None:
    """The value, or why there is none."""
    assert shown == score.headline()


def test_a_headline_of_what_is_partly_known() -> None:
    """Below 60 % known the bounds stand alone; above, beside the value."""
    known, unknown = Score.of(0.5, n=1, method=""), Score.unknown("")
    thin, rich = (Score.combine({"a": known, "b": unknown}, {"a": n, "b": 1}) for n in (1, 3))

    assert "between 0.25 and 0.75, 50% known" == thin.headline()
    assert "0.50, between 0.38 and 0.62, 75% known" == rich.headline()
