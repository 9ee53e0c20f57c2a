"""Numbers that are none, too many, too large, or nothing at all."""

import json
import math
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from tests.faults.documents import document, issues_of, refused

import careertrack as ct
from careertrack.methods.goals import key_result
from careertrack.methods.skills import onet_standardize

NAN = float("nan")
INF = float("inf")
NO_NUMBERS = [
    NAN,
    INF,
    -INF,
    -0.001,
    1000.5,
    10**400,
    True,
    "3",
    "",
    None,
    [3],
    {"a": 3},
    3j,
    Decimal("3"),
    b"3",
]


@pytest.mark.parametrize("value", [*NO_NUMBERS, Fraction(10**400)], ids=lambda value: repr(value)[:20])
def test_no_level(value: Any) -> None:
    """What is no number within its bounds is refused by the constructor, at its field."""
    with pytest.raises(ct.InvalidValue) as caught:
        ct.Assessment(on="2026-01-09", skill="sql", level=value)

    (issue,) = caught.value.issues
    assert ("Assessment.level", "value") == (issue.path, issue.code)
    assert "must be a number from 0 to 1000" == issue.message.partition(",")[0]


@pytest.mark.parametrize(
    "value", [NAN, INF, 0, -1, 1.5, "60", True, 10**400, Fraction(1, 2)], ids=lambda v: repr(v)[:20]
)
def test_no_minutes(value: Any) -> None:
    """What is no whole number within its bounds is refused by the constructor, at its field."""
    with pytest.raises(ct.InvalidValue) as caught:
        ct.Effort(on="2026-01-09", skill="sql", minutes=value)

    assert [("Effort.minutes", "value")] == [(issue.path, issue.code) for issue in caught.value.issues]


@pytest.mark.parametrize(("level", "kept"), [(-0.0, 0.0), (0, 0.0), (3, 3.0), (Fraction(7, 2), 3.5)])
def test_numbers_are_kept_as_one_sort(level: Any, kept: float) -> None:
    """Numbers are floats, and nothing is negative nothing."""
    made = ct.Assessment(on="2026-01-09", skill="sql", level=level).level

    assert (kept, float, 1.0) == (made, type(made), math.copysign(1, made))


def test_negative_nothing_in_a_document() -> None:
    """-0.0 is read as 0, and so written."""
    goal = {
        "kind": "goal",
        "on": "2026-01-05",
        "title": "x",
        "pillar": "skills",
        "target": 1,
        "baseline": -0.0,
    }
    text = document(goal)
    (made,) = ct.loads(text)

    assert '"baseline": -0.0' in text
    assert 1.0 == math.copysign(1, made.baseline)  # type: ignore[attr-defined]
    assert '"baseline": 0' in ct.dumps(ct.Plan() + made)


def test_a_whole_number_is_written_whole() -> None:
    """5 and 5.0 are one number, and one text."""
    assert ct.Skill(name="x", top=5) == ct.Skill(name="x", top=5.0)
    assert '"top": 5}' in ct.dumps(ct.Plan() + ct.Skill(name="x", top=5.0))


def test_every_float_comes_back() -> None:
    """A float is written so that it is read as the very same."""
    for value in (0.1, 1 / 3, 1e-300, 5e-324, 999.9999999999999):
        plan = (
            ct.Plan()
            + ct.Skill(name="x", extra={"acme": value})
            + ct.Goal(on="2026-01-05", title="x", pillar="skills", target=value)
        )

        assert plan == ct.loads(ct.dumps(plan))


# --- Levels and their scale ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("record", "path"),
    [
        ({"kind": "assessment", "on": "2026-01-09", "skill": "sql", "level": 5.5}, ".level"),
        (
            {
                "kind": "role",
                "title": "x",
                "requires": [{"skill": "r", "level": 7}, {"skill": "sql", "level": 5.5}],
            },
            ".requires[1].level",
        ),
        ({"kind": "course", "title": "x", "teaches": [{"skill": "sql", "level": 5.5}]}, ".teaches[0].level"),
    ],
    ids=["assessment", "role", "course"],
)
def test_above_the_top(record: dict[str, Any], path: str) -> None:
    """A level above the top of the skill's own scale is refused, with both."""
    skills = [{"kind": "skill", "name": "SQL", "top": 5}, {"kind": "skill", "name": "R"}]
    (issue,) = issues_of(document(*skills, record))

    assert ct.Issue(f"$.records[2]{path}", "above-top", {"level": "5.5", "top": "5", "id": "sql"}) == issue


def test_a_level_before_its_skill() -> None:
    """A level is held to its scale wherever in the document the skill stands."""
    rated = {"kind": "assessment", "on": "2026-01-09", "skill": "sql", "level": 8}

    assert [("$.records[0].level", "above-top")] == refused(document(rated, {"kind": "skill", "name": "SQL"}))


# --- Weights ---------------------------------------------------------------------------------------------

HALF = ct.Score.of(0.5, n=1, method="a half")
WHOLE = ct.Score.of(1, n=1, method="a whole")


@pytest.mark.parametrize(
    "weight", [NAN, INF, -INF, -1, -1e-300, "1", None, True, 10**400], ids=lambda v: repr(v)[:20]
)
def test_no_weight(weight: Any) -> None:
    """What is no finite number of 0 or more weighs nothing: it is refused by its name."""
    with pytest.raises(ct.InvalidValue) as caught:
        ct.Score.combine({"a": HALF, "b": WHOLE}, {"a": 1, "b": weight})

    assert [("weights['b']", "value")] == [(issue.path, issue.code) for issue in caught.value.issues]


def test_a_missing_weight() -> None:
    """A part without a weight is refused by its name, all such at once."""
    with pytest.raises(ct.InvalidValue) as caught:
        ct.Score.combine({"a": HALF, "b": WHOLE}, {})

    assert ["weights['a']", "weights['b']"] == [issue.path for issue in caught.value.issues]


def test_all_weights_nothing() -> None:
    """If no part has weight there is no value, and the reason says so."""
    none = ct.Score.combine({"a": HALF, "b": WHOLE}, {"a": 0, "b": 0.0})

    assert (None, None, None, "no part has weight") == (none.value, none.lower, none.upper, none.reason)


def test_huge_weights() -> None:
    """Weights whose sum is beyond any float are scaled first."""
    both = ct.Score.combine({"a": HALF, "b": WHOLE}, {"a": 1e308, "b": 1e308})

    assert (0.75, 0.75, 0.75, 1.0) == (both.value, both.lower, both.upper, both.coverage)


def test_tiny_weights() -> None:
    """The smallest weights are weights."""
    both = ct.Score.combine({"a": HALF, "b": WHOLE}, {"a": 5e-324, "b": 5e-324})

    assert 0.75 == both.value


def test_huge_values() -> None:
    """The way from one huge number to another is no infinity."""
    assert 0.5 == key_result(0, -1.7e308, 1.7e308)
    assert 50.0 == onet_standardize(0, -1.7e308, 1.7e308)


@pytest.mark.parametrize("value", [NAN, INF, 1.1, -0.1, 10**400, None, "1"], ids=lambda v: repr(v)[:20])
def test_no_share(value: Any) -> None:
    """A score is a share from 0 to 1."""
    with pytest.raises(ct.InvalidValue) as caught:
        ct.Score.of(value, n=1, method="x")

    assert [("Score.value", "value")] == [(issue.path, issue.code) for issue in caught.value.issues]


# --- Money --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "money",
    [
        "",
        "5",
        "EUR",
        "EUR 5",
        "5EUR",
        "5 eur",
        "5 EURO",
        "5  EUR",
        "5,00 EUR",
        "5.00000 EUR",
        "1e3 EUR",
        "NaN EUR",
        "Infinity EUR",
        "-5 EUR",
        "99999999999999 EUR",
        "\u0665 EUR",
        "5 EUR\n",
        5,
        5.0,
        True,
        ["5 EUR"],
        "9" * 400,
    ],
    ids=lambda money: repr(money)[:20],
)
def test_no_money(money: Any) -> None:
    """Money is an exact amount and a code of three capitals; what is paid is not negative."""
    found = ct.issues({"kind": "runway", "on": "2026-01-05", "savings": "1 EUR", "spending": money})

    assert [("$.spending", "value")] == [(issue.path, issue.code) for issue in found]


def test_debt() -> None:
    """Savings may be a debt."""
    runway = {"kind": "runway", "on": "2026-01-05", "savings": "-5 EUR", "spending": "0 EUR"}

    assert runway == ct.to_dict(ct.from_dict(runway))


def test_one_form_of_one_amount() -> None:
    """Amounts that are equal are written alike."""
    texts = ["40000 EUR", "40000.0 EUR", "40000.0000 EUR", "040000 EUR"]

    assert {"40000 EUR"} == {
        json.loads(ct.dumps(ct.Plan() + ct.Runway(on="2026-01-05", savings=text, spending="0 EUR")))[
            "records"
        ][0]["savings"]
        for text in texts
    }
