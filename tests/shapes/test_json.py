"""The JSON form of each shape, both ways, and its schema."""

import json
from datetime import date
from typing import Any

import jsonschema
import pytest
from tests.records.broken import refused_by
from tests.shapes.test_gates import KEPT, SHAPES

import careertrack as ct
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
from careertrack.values import JsonObject

SLUG = "^[a-z0-9]+(?:-[a-z0-9]+)*$"
MONTH, OF_MONTH = "(?:0[1-9]|1[0-2])", "(?:0[1-9]|[12][0-9]|3[01])"
YEAR = "(?:000[1-9]|00[1-9][0-9]|0[1-9][0-9]{2}|[1-9][0-9]{3})"
DAY = f"{YEAR}-{MONTH}-{OF_MONTH}"

FORMS: list[tuple[Shape, Any, Any]] = [
    # a shape, what is kept, how it is written
    (Text(3), "a", "a"),
    (Number(0, 10), 5.0, 5),
    (Number(0, 10), 2.5, 2.5),
    (Number(-1e15, 1e15), -1e15, -(10**15)),
    (Whole(0, 10), 5, 5),
    (Flag(), True, True),
    (Date(), date(2026, 3, 1), "2026-03-01"),
    (Date(), date.min, "0001-01-01"),
    (LocalTime(), LocalTime().gate()("2026-03-01T08:05"), "2026-03-01T08:05"),
    (LocalTime(), date(2026, 3, 1), "2026-03-01"),
    (Interval(), ct.Every(1, "week"), "1 week"),
    (Cash(), ct.Money("40000.50", "EUR"), "40000.5 EUR"),
    (Extra(), JsonObject({"b": [1], "a": None}), {"a": None, "b": [1]}),
    (Many(Text(3)), ("a", "b"), ["a", "b"]),
    (Many(Date()), (date(2026, 3, 1),), ["2026-03-01"]),
]

SCHEMAS: list[tuple[Shape, dict[str, Any]]] = [
    (Text(10), {"type": "string", "minLength": 1, "maxLength": 10, "pattern": "^[^\\u0000]*$"}),
    (Slug(), {"type": "string", "maxLength": 64, "pattern": SLUG}),
    (Ref("skill"), {"type": "string", "maxLength": 64, "pattern": SLUG}),
    (Word("a", "b"), {"type": "string", "maxLength": 64, "pattern": SLUG, "examples": ["a", "b"]}),
    (Choice(("red", "green")), {"enum": ["red", "green"]}),
    (Number(0, 10), {"type": "number", "minimum": 0, "maximum": 10}),
    (Whole(-2, 2), {"type": "integer", "minimum": -2, "maximum": 2}),
    (Flag(), {"type": "boolean"}),
    (Date(), {"type": "string", "format": "date", "pattern": f"^{DAY}$"}),
    (
        PartialDate(),
        {
            "type": "string",
            "pattern": f"^{YEAR}(?:-{MONTH}(?:-{OF_MONTH})?)?$",
        },
    ),
    (LocalTime(), {"type": "string", "pattern": f"^{DAY}(?:T(?:[01][0-9]|2[0-3]):[0-5][0-9])?$"}),
    (Interval(), {"type": "string", "pattern": "^([1-9][0-9]{0,3} )?(day|week|month|year)s?$"}),
    (Cash(), {"type": "string", "pattern": "^[0-9]{1,13}(\\.[0-9]{1,4})? [A-Z]{3}$"}),
    (Cash(debt=True), {"type": "string", "pattern": "^-?[0-9]{1,13}(\\.[0-9]{1,4})? [A-Z]{3}$"}),
    (Newer(), {"type": "object"}),
    (Many(Flag()), {"type": "array", "items": {"type": "boolean"}, "maxItems": 1000}),
    (
        Many(Flag(), least=1, most=2, unique=True),
        {"type": "array", "items": {"type": "boolean"}, "maxItems": 2, "minItems": 1, "uniqueItems": True},
    ),
]

# Values of JSON that a gate refuses and a schema cannot: the calendar and the scalars of Unicode; and a
# line's end, which this validator's regular expressions, unlike the standard's, let stand before `$`.
BEYOND_A_SCHEMA = [
    "2026-02-29",
    "10000-01-01",
    "0000-01-01",
    "0000",
    "2026-13",
    "2026-03-01T25:00",
    "\ud800",
    "a\n",
]


def written(shape: Shape, kept: Any) -> Any:
    """A kept value as JSON has it."""
    dump = shape.dumper()
    return kept if dump is None else dump(kept)


def is_valid(shape: Shape, value: Any) -> bool:
    """Whether the schema of a shape lets a value through."""
    kind = jsonschema.Draft202012Validator
    return kind(shape.schema(), format_checker=kind.FORMAT_CHECKER).is_valid(value)


def is_json(value: Any) -> bool:
    """Whether a value is what a reader of JSON may hand on."""
    try:
        return value == json.loads(json.dumps(value, allow_nan=False))
    except (TypeError, ValueError):
        return False


@pytest.mark.parametrize(("shape", "kept", "form"), FORMS)
def test_written(shape: Shape, kept: Any, form: Any) -> None:
    """A kept value is written in its one form."""
    found = written(shape, kept)

    assert (form, type(form)) == (found, type(found))


@pytest.mark.parametrize(
    ("shape", "given", "kept"), [each for each in KEPT if not isinstance(each[0], Newer)]
)
def test_there_and_back(shape: Shape, given: Any, kept: Any) -> None:
    """What is written is JSON, valid by the schema, and read back as what was kept."""
    form = written(shape, kept)

    assert is_json(form)
    assert is_valid(shape, form)
    assert kept == shape.gate()(form)


@pytest.mark.parametrize(("shape", "schema"), SCHEMAS)
def test_schema(shape: Shape, schema: dict[str, Any]) -> None:
    """The schema says what the gate does."""
    assert schema == shape.schema()


@pytest.mark.parametrize("shape", SHAPES)
def test_sound_schemas(shape: Shape) -> None:
    """Every schema is one, and is JSON."""
    jsonschema.Draft202012Validator.check_schema(shape.schema())

    assert is_json(shape.schema())


@pytest.mark.parametrize("shape", [shape for shape in SHAPES if not isinstance(shape, Newer)])
def test_refused_alike(shape: Shape) -> None:
    """What the gate refuses of JSON the schema refuses as well, wherever a schema can."""
    let_through = [
        value
        for value, _ in refused_by(shape)
        if is_json(value) and value not in BEYOND_A_SCHEMA and is_valid(shape, value)
    ]

    assert [] == let_through


def test_schema_of_extra() -> None:
    """The JSON of other programs is an object whose names are namespaces."""
    assert [True, False, False, False] == [
        is_valid(Extra(), value)
        for value in ({"org.example:crm": {"A b": 1}}, {"A b": 1}, {"a" * 65: 1}, [1])
    ]


def test_schema_of_zone() -> None:
    """A zone's schema checks the syntax of its key."""
    assert [True, False] == [is_valid(Zone(), zone) for zone in ("Europe/Berlin", "../etc/passwd")]
