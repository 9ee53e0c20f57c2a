"""What each shape takes, what it keeps of it, and what it refuses."""

from collections import OrderedDict, deque
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from enum import IntEnum, StrEnum
from fractions import Fraction
from numbers import Integral, Real
from types import SimpleNamespace
from typing import Any

import pytest
from tests.records.broken import refused_by

import careertrack as ct
from careertrack.errors import Refused
from careertrack.shapes import (
    Cash,
    Choice,
    Date,
    Extra,
    Flag,
    Interval,
    LocalTime,
    Many,
    Newer,
    Number,
    PartialDate,
    Ref,
    Shape,
    Slug,
    Text,
    Whole,
    Word,
    Zone,
)
from careertrack.values import EMPTY, JsonObject

DAY = date(2026, 3, 1)
SKILL = ct.Skill(name="SQL")


@Real.register
class Foreign:
    """A number of another library: it is no subclass of Python's, and turns into a float."""

    def __init__(self, value: float) -> None:
        self.value = value

    def __float__(self) -> float:
        return float(self.value)


@Integral.register
class ForeignWhole(Foreign):
    """A whole number of another library."""


class Grade(IntEnum):
    """A number that has a name."""

    GOOD = 2


class Colour(StrEnum):
    """A text that has a name."""

    RED = "red"


class Longer(str):
    """A text of another class, whose behaviour nobody knows."""


SHAPES: list[Shape] = [
    Text(10),
    Slug(),
    Word("manager", "peer"),
    Ref("skill"),
    Choice(("red", "green")),
    Number(0, 10),
    Number(-1e15, 1e15),
    Whole(0, 10),
    Flag(),
    Date(),
    PartialDate(),
    LocalTime(),
    Zone(),
    Interval(),
    Cash(),
    Cash(debt=True),
    Extra(),
    Newer(),
    Many(Text(10)),
    Many(Slug(), least=1, most=3, unique=True),
]

KEPT: list[tuple[Shape, Any, Any]] = [
    # a shape, what comes in, what is kept
    (Text(3), "a", "a"),
    (Text(3), "äöü", "äöü"),
    (Text(3), " \n\t", " \n\t"),
    (Text(9), "a\u202eb", "a\u202eb"),  # a bidirectional override is kept
    (Text(3), "\u007f", "\u007f"),
    (Slug(), "a", "a"),
    (Slug(), "data-lead-2", "data-lead-2"),
    (Slug(), "a" * 64, "a" * 64),
    (Word("peer"), "former-peer", "former-peer"),
    (Ref("skill"), "sql", "sql"),
    (Ref("skill"), SKILL, "sql"),
    (Ref("conversation"), ct.Conversation(id="talk", on=DAY, contacts=["a"]), "talk"),
    (Choice(("red", "green")), "red", "red"),
    (Number(0, 10), 0, 0.0),
    (Number(0, 10), 10, 10.0),
    (Number(0, 10), 2.5, 2.5),
    (Number(0, 10), Fraction(5, 2), 2.5),
    (Number(0, 10), Grade.GOOD, 2.0),
    (Number(0, 10), Foreign(2.5), 2.5),
    (Number(0, 10), ForeignWhole(2), 2.0),
    (Number(0, 10), 5e-324, 5e-324),
    (Number(-1, 1), -0.0, 0.0),
    (Number(-1, 1), Foreign(-0.0), 0.0),
    (Whole(0, 10), 0, 0),
    (Whole(0, 10), 10, 10),
    (Whole(0, 10), 3.0, 3),
    (Whole(0, 10), -0.0, 0),
    (Whole(0, 10), Fraction(6, 2), 3),
    (Whole(0, 10), Grade.GOOD, 2),
    (Whole(0, 10), ForeignWhole(7), 7),
    (Flag(), True, True),
    (Flag(), False, False),
    (Date(), DAY, DAY),
    (Date(), "2026-03-01", DAY),
    (Date(), "0001-01-01", date.min),
    (Date(), "9999-12-31", date.max),
    (Date(), "2024-02-29", date(2024, 2, 29)),
    (PartialDate(), "2026", "2026"),
    (PartialDate(), "2026-03", "2026-03"),
    (PartialDate(), "2026-03-01", "2026-03-01"),
    (PartialDate(), DAY, "2026-03-01"),
    (LocalTime(), DAY, DAY),
    (LocalTime(), "2026-03-01", DAY),
    (LocalTime(), "2026-03-01T00:00", datetime(2026, 3, 1)),
    (LocalTime(), datetime(2026, 3, 1, 18, 30), datetime(2026, 3, 1, 18, 30)),
    (LocalTime(), datetime(2026, 10, 25, 2, 30, fold=1), datetime(2026, 10, 25, 2, 30)),
    (Zone(), "UTC", "UTC"),
    (Zone(), "America/Argentina/Buenos_Aires", "America/Argentina/Buenos_Aires"),
    (Zone(), "Etc/GMT+1", "Etc/GMT+1"),
    (Zone(), "Nowhere/No_such_town", "Nowhere/No_such_town"),  # resolved where a calendar is written
    (Zone(), "a" * 64, "a" * 64),
    (Interval(), "2 weeks", ct.Every(2, "week")),
    (Interval(), "month", ct.Every(1, "month")),
    (Interval(), ct.Every(3, "day"), ct.Every(3, "day")),
    (Cash(), "40000 EUR", ct.Money(40_000, "EUR")),
    (Cash(), "-0 EUR", ct.Money(0, "EUR")),
    (Cash(), ct.Money("0.01", "EUR"), ct.Money("0.01", "EUR")),
    (Cash(debt=True), "-1.50 EUR", ct.Money("-1.5", "EUR")),
    (Extra(), {"acme": {"Any name": 1}}, JsonObject({"acme": {"Any name": 1}})),
    (Extra(), {"org.example:crm_2-b": None}, JsonObject({"org.example:crm_2-b": None})),
    (Extra(), JsonObject({"acme": 1}), JsonObject({"acme": 1})),
    (Extra(), {}, EMPTY),
    (Newer(), JsonObject({"Any name": 1}), JsonObject({"Any name": 1})),
    (Many(Text(3)), [], ()),
    (Many(Text(3)), ("a", "a"), ("a", "a")),
    (Many(Text(3)), deque(["a", "b"]), ("a", "b")),
    (Many(Text(3)), {"a": "b"}.values(), ("b",)),
    (Many(Whole(0, 10)), range(3), (0, 1, 2)),
    (Many(Ref("skill"), least=1, most=2, unique=True), [SKILL, "r"], ("sql", "r")),
    (Many(Date()), ["2026-03-01"], (DAY,)),
]

REFUSED: list[tuple[Shape, Any]] = [
    # beside what `refused_by` has for each
    (Text(3), "abcd"),
    (Text(3), Longer("abc")),
    (Slug(), Longer("abc")),
    (Ref("skill"), ct.Role(title="SQL")),
    (Ref("skill"), SimpleNamespace(kind="skill", id="No Slug")),
    (Ref("skill"), SimpleNamespace(kind="skill", id=None)),
    (Ref("skill"), SimpleNamespace(kind="skill")),
    (Ref("skill"), ct.Skill),
    (Ref("conversation"), ct.Conversation(on=DAY, contacts=["a"])),
    (Choice(("red",)), Colour.RED),
    (Number(0, 10), "5"),
    (Number(0, 10), -5e-324),
    (Number(0, 10), Foreign(float("nan"))),
    (Number(0, 10), Foreign(11)),
    (Number(0, 10), Fraction(10**400)),
    (Number(0, 10), Decimal(5)),
    (Number(0, 10), True),
    (Whole(0, 10), Foreign(2.5)),
    (Whole(0, 10), ForeignWhole(11)),
    (Whole(0, 10), Fraction(10**400)),
    (Whole(0, 10), Decimal(5)),
    (Date(), datetime(2026, 3, 1)),
    (Date(), 5),
    (LocalTime(), datetime(2026, 3, 1, tzinfo=UTC)),
    (LocalTime(), datetime(2026, 3, 1, tzinfo=timezone(timedelta(0)))),
    (LocalTime(), datetime(2026, 3, 1, microsecond=1)),
    (LocalTime(), "2026-02-30T10:00"),
    (LocalTime(), "2026-03-01T10-00"),
    (LocalTime(), "2026-03-01T1000"),
    (LocalTime(), 5),
    (PartialDate(), datetime(2026, 3, 1)),
    (Cash(), Decimal(1)),
    (Cash(), ("1", "EUR")),
    (Cash(), ct.Money(-1, "EUR")),
    (Extra(), OrderedDict(acme=1)),
    (Extra(), JsonObject({"Bad Name": 1})),
    (Extra(), {"acme": "\ud800"}),
    (Many(Text(3)), frozenset("a")),
    (Many(Text(3)), {"a": 1}.keys()),
    (Many(Text(3)), map(str, [1])),
    (Many(Text(3)), None),
    (Many(Text(3), most=1), ["a", "b"]),
    (Many(Text(3), least=2), ["a"]),
]


@pytest.mark.parametrize(("shape", "given", "kept"), KEPT)
def test_kept(shape: Shape, given: Any, kept: Any) -> None:
    """What is in shape is kept, in the one form that a record has it in."""
    found = shape.gate()(given)

    assert (kept, type(kept), repr(kept)) == (found, type(found), repr(found))
    assert [] == shape.faults(given, "$")


@pytest.mark.parametrize(("shape", "given", "kept"), KEPT)
def test_kept_as_it_is(shape: Shape, given: Any, kept: Any) -> None:
    """What is kept is let through again, so that copies are equal."""
    assert kept == shape.gate()(kept)


@pytest.mark.parametrize(("shape", "given"), REFUSED)
def test_refused(shape: Shape, given: Any) -> None:
    """What is out of shape is refused by the gate, and its slow twin says so too."""
    with pytest.raises(Refused):
        shape.gate()(given)

    assert [("$", shape.rule)] == [
        (issue.path, issue.params["rule"]) for issue in shape.faults(given, "$")
    ] or isinstance(shape, Extra)


@pytest.mark.parametrize("shape", SHAPES)
def test_refused_of_each_sort(shape: Shape) -> None:
    """Nor does any shape let through what cannot be of its sort; a fault has the code of its rule."""
    for value, code in refused_by(shape):
        with pytest.raises(Refused) as caught:
            shape.gate()(value)

        assert code == caught.value.code
        assert [("$", code)] == [(issue.path, issue.code) for issue in shape.faults(value, "$")]


def test_every_shape_is_tried() -> None:
    """Each shape is tried above."""
    public = {cls for cls in vars(__import__("careertrack.shapes", fromlist=["x"])).values() if is_shape(cls)}

    assert public == {type(shape) for shape in SHAPES}


def is_shape(cls: object) -> bool:
    """Whether it is a class of shapes that says what it takes."""
    return isinstance(cls, type) and issubclass(cls, Shape) and cls is not Shape


@pytest.mark.parametrize(
    ("shape", "given", "said"),
    [
        (Text(3), "", "$: must be text of 1 to 3 whole characters, got ''"),
        (
            Text(3, personal=True),
            "secret",
            "$: must be text of 1 to 3 whole characters, got a personal value",
        ),
        (Number(0, 3), 7, "$: must be a number from 0 to 3, got 7"),
        (Number(-1e15, 1e15), 1e16, "$: must be a number from -1e+15 to 1e+15, got 1e+16"),
        (Number(0, 0.5), "x", "$: must be a number from 0 to 0.5, got 'x'"),
        (Whole(1, 5), 2.5, "$: must be a whole number from 1 to 5, got 2.5"),
        (Flag(), 1, "$: must be true or false, got 1"),
        (
            Choice(("red", "green")),
            "gren",
            "$: must be one of red, green, got 'gren'; did you mean \"green\"?",
        ),
        (Choice(("red", "green")), "xyz", "$: must be one of red, green, got 'xyz'"),
        (Word("a", "b", "c", "d", "e"), "A", "$: must be a lower-case word, such as a, b, c, d, got 'A'"),
        (Ref("skill"), "S", "$: must be the id of a skill, or the skill itself, got 'S'"),
        (Date(), "1.3.", "$: must be a day, such as date(2026, 3, 1) or '2026-03-01', got '1.3.'"),
        (
            Cash(),
            "-1 EUR",
            "$: must be an amount and an ISO 4217 code, such as '40000 EUR', not negative, got '-1 EUR'",
        ),
        (
            Many(Slug("x"), least=1, most=3, unique=True),
            "abc",
            "$: must be a list of 1 to 3, all different, each x, got 'abc'",
        ),
        (Many(Slug("x")), None, "$: must be a list of at most 1000, each x, got None"),
        (
            Many(Whole(0, 9), unique=True),
            [1, 2, 1, 2, 1],
            "$: must be a list of at most 1000, all different, each a whole number from 0 to 9; "
            "given twice: 1, 2",
        ),
        (
            Extra(),
            {"A B": 1},
            "$: must be an object of JSON values, each name a namespace such as "
            "'org.example:crm', got a personal value",
        ),
        (Extra(), {"a": float("nan")}, "$: must be a finite number, got a personal value"),
    ],
)
def test_what_is_said(shape: Shape, given: Any, said: str) -> None:
    """A fault is a sentence: where, the rule, what came, and what was likely meant."""
    assert [said] == [str(issue) for issue in shape.faults(given, "$")]


def test_items_at_their_own_places() -> None:
    """Each broken item of a list is told at its own place."""
    found = Many(Many(Whole(0, 9))).faults([[1], [2, 10], "x", [-1, True]], "$")

    assert ["$[1][1]", "$[2]", "$[3][0]", "$[3][1]"] == [issue.path for issue in found]
