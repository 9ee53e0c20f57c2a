"""Stated chances against what happened."""

import json
import pickle

import pytest

import careertrack as ct
from careertrack.progress import Chances, chances

DAY = "2026-06-01"


def goal(id: str, chance: float | None, on: str = "2026-01-05", **fields: object) -> ct.Goal:
    """A goal of 5 January with a stated chance."""
    return ct.Goal(id=id, on=on, title=id, pillar="change", chance=chance, **fields)  # type: ignore[arg-type]


def ended(id: str, happened: bool) -> ct.Resolution:
    """How a goal ended on 10 February."""
    return ct.Resolution(on="2026-02-10", goal=id, outcome="done" if happened else "dropped")


def found(*records: ct.Record, day: str = DAY) -> Chances:
    """The chances of a plan."""
    return chances(ct.Plan(records=records).as_of(day))


FIVE = [goal(id, chance) for id, chance in zip("abcde", (0.1, 0.9, 0.8, 0.3, 0.5), strict=True)]
FATES = [ended(id, fate) for id, fate in zip("abcde", (False, True, True, False, True), strict=True)]


def test_the_brier_score() -> None:
    """(.1^2 + .1^2 + .2^2 + .3^2 + .5^2) / 5 = .4 / 5 = .08; stated 2.6 / 5, happened 3 / 5."""
    result = found(*FIVE, *FATES)

    assert (5, 0.52, 0.6, 0.08) == pytest.approx((result.n, result.stated, result.happened, result.brier))
    assert (tuple(FIVE), "", "published") == (result.records, result.reason, result.basis)


def test_too_few_for_a_score() -> None:
    """Four are shown; a fifth makes a score."""
    result = found(*FIVE, *FATES[:4])

    assert (4, 0.525, 0.5, None) == pytest.approx((result.n, result.stated, result.happened, result.brier))
    assert "fewer than 5 goals tell too little" == result.reason


def test_none_decided() -> None:
    """No number at all, and why."""
    result = found(*FIVE)

    assert (0, None, None, None) == (result.n, result.stated, result.happened, result.brier)
    assert "stated chances: no goal that stated one is decided yet" == str(result)


def test_the_first_chance_counts() -> None:
    """What a later revision says, when more is known, is no forecast; nor is one stated only then."""
    again = goal("a", 0.9, on="2026-02-01"), goal("b", 0.9, on="2026-02-01")
    result = found(goal("a", 0.2), goal("b", None), *again, ended("a", True), ended("b", True))

    assert (1, 0.2, 1.0) == (result.n, result.stated, result.happened)


@pytest.mark.parametrize(
    ("records", "day", "happened"),
    [
        ([], "2026-03-01", None),
        ([], "2026-03-02", 0.0),
        ([ct.CheckIn(on="2026-02-01", goal="a", value=9)], "2026-03-02", 0.0),
        ([ct.CheckIn(on="2026-02-01", goal="a", value=10)], "2026-03-01", None),
        ([ct.CheckIn(on="2026-02-01", goal="a", value=10)], "2026-03-02", 1.0),
        ([ct.CheckIn(on="2026-02-01", goal="a", level=0)], "2026-03-02", 1.0),
        ([ct.Pause(on="2026-02-25", until="2026-03-04")], "2026-03-05", None),
        ([ct.Pause(on="2026-02-25", until="2026-03-04")], "2026-03-06", 0.0),
    ],
)
def test_open_past_its_day(records: list[ct.Record], day: str, happened: float | None) -> None:
    """Decided once the due day, or the first day after the pause it lies in, is over: reached or not."""
    assert happened == found(goal("a", 0.5, due="2026-03-01", target=10), *records, day=day).happened


def test_open_without_a_day_is_not_decided() -> None:
    """Nothing can be said of it before its end."""
    assert None is found(goal("a", 0.5), day="2036-01-01").happened


def test_it_explains_itself() -> None:
    """The counts first, how to read the score, its source; or why there is none."""
    assert (
        "stated chances: 52% on average, 60% of 5 goals reached; 0.08, where 0 is best, one half each time"
        " gives 0.25; Brier score of the chances stated at first [published: Brier 1950]"
        == found(*FIVE, *FATES).explain()
    )
    assert (
        "stated chances: 10% on average, 0% of 1 goal reached; fewer than 5 goals tell too little"
        == found(*FIVE, FATES[0]).explain()
    )


def test_it_is_plain_data() -> None:
    """Everything it says, as JSON has it; equal ones of one day, pickled or not."""
    one, other = found(*FIVE, *FATES), found(*FATES, *FIVE)

    assert {
        "n": 5,
        "stated": one.stated,
        "happened": 0.6,
        "brier": one.brier,
        "reason": "",
        "method": one.method,
        "basis": "published",
        "source": "Brier 1950",
    } == json.loads(json.dumps(one.to_dict()))
    assert one == other == pickle.loads(pickle.dumps(one))
    assert hash(one) == hash(other)
