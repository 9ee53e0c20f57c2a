"""Goal attainment scaling over the goals of a plan."""

import json
import pickle

import pytest

import careertrack as ct
from careertrack.progress import AttainmentT, attainment_t

# The example of the R package gasr: levels, and weights as importance x difficulty.
LEVELS = (-2, 0, -1, 2, 0, 1)
GRADES = ((3, 1), (2.5, 2), (1, 1), (2, 2), (1, 2), (2, 3))


def goal(id: str, importance: float = 1, difficulty: float = 1) -> ct.Goal:
    """A goal of 5 January."""
    return ct.Goal(
        id=id, on="2026-01-05", title=id, pillar="change", importance=importance, difficulty=difficulty
    )


def rated(id: str, level: int | None, on: str = "2026-02-01", value: float | None = None) -> ct.CheckIn:
    """A level of 1 February."""
    return ct.CheckIn(on=on, goal=id, level=level, value=value)


def ended(id: str, outcome: str, on: str = "2026-02-10") -> ct.Resolution:
    """How a goal ended on 10 February."""
    return ct.Resolution(on=on, goal=id, outcome=outcome)  # type: ignore[arg-type]


def found(*records: ct.Record, day: str = "2026-03-01") -> AttainmentT:
    """The T-score of a plan."""
    return attainment_t(ct.Plan(records=records).as_of(day))


SIX = [goal(id, *grades) for id, grades in zip("abcdef", GRADES, strict=True)]
RATED = [rated(id, level) for id, level in zip("abcdef", LEVELS, strict=True)]


def test_the_golden_value() -> None:
    """x = (-2, 0, -1, 2, 0, 1), w = (3, 5, 1, 4, 2, 6).

    sum w x = -6 - 1 + 8 + 6 = 7; sum w^2 = 91; (sum w)^2 = 441;
    T = 50 + 70 / sqrt(.7 x 91 + .3 x 441) = 55.0.
    """
    result = found(*SIX, *RATED)

    assert (50 + 70 / 196**0.5, 6) == (pytest.approx(result.t), result.n)
    assert ("borrowed", tuple(RATED)) == (result.basis, result.records)


def test_the_latest_level_of_each_goal_counts() -> None:
    """As expected is 50; a goal that has only a value says nothing here."""
    records = [
        goal("a"),
        rated("a", -2),
        rated("a", 0, on="2026-02-20"),
        goal("b"),
        rated("b", None, value=3),
    ]

    assert (50.0, 1) == (found(*records).t, found(*records).n)


@pytest.mark.parametrize(
    ("outcome", "day", "n"),
    [("dropped", "2026-02-10", 1), ("done", "2027-02-10", 2), ("done", "2027-02-11", 1)],
)
def test_goals_that_count(outcome: str, day: str, n: int) -> None:
    """Those of progress: not the dropped, nor those done over a year ago."""
    assert n == found(goal("a"), goal("b"), rated("a", 1), rated("b", 0), ended("a", outcome), day=day).n


@pytest.mark.parametrize(
    ("records", "n", "reason"),
    [
        ([], 0, "no goal has a level"),
        ([goal("a")], 0, "no goal has a level"),
        ([goal("a", importance=0), rated("a", 1)], 1, "no goal with a level has importance and difficulty"),
        ([goal("a", difficulty=0), rated("a", 1)], 1, "no goal with a level has importance and difficulty"),
    ],
)
def test_where_it_is_not_defined(records: list[ct.Record], n: int, reason: str) -> None:
    """No number, and why."""
    result = found(*records)

    assert (None, n, reason) == (result.t, result.n, result.reason)
    assert f"no T-score: {reason}" == str(result)


def test_it_explains_itself() -> None:
    """The number, how to read it and what not to do with it, its source."""
    assert (
        "T 55.0 from 6; 50 is just as expected; not comparable between people with different numbers of"
        " goals; goal attainment scaling, weighted by importance x difficulty"
        " [borrowed: Kiresuk and Sherman 1968, from rehabilitation]" == found(*SIX, *RATED).explain()
    )


def test_it_is_plain_data() -> None:
    """Everything it says, as JSON has it; equal ones of one day, pickled or not."""
    one, other = found(*SIX, *RATED), found(*RATED, *SIX)

    assert {
        "t": one.t,
        "n": 6,
        "reason": one.reason,
        "method": one.method,
        "basis": "borrowed",
        "source": one.source,
    } == json.loads(json.dumps(one.to_dict()))
    assert one == other == pickle.loads(pickle.dumps(one))
    assert hash(one) == hash(other)
