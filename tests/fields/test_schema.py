"""The schema of a class says what its constructor does."""

from typing import Any

import jsonschema
import pytest
from tests.fields.walk import Step, Walk
from tests.records.samples import SAMPLES, sample_with

from careertrack.fields import Base, faults_of, schema_of
from careertrack.record import Definition
from careertrack.shapes import Number, Ref


def test_schema() -> None:
    """A class's schema has its first line, its fields, what is required and what goes together."""
    step = {
        "type": "object",
        "description": "One step of a walk.",
        "properties": {"to": Ref("town").schema(), "miles": Number(0, 100).schema()},
        "additionalProperties": False,
        "required": ["to"],
    }
    walk = schema_of(Walk)

    assert step == schema_of(Step) == walk["properties"]["first"] == walk["properties"]["steps"]["items"]
    assert ["name"] == walk["required"]
    assert [{"required": ["first"]}, {"required": ["via"]}, {"required": ["mood"]}] == walk["anyOf"]
    assert "newer_fields" not in walk["properties"]


@pytest.mark.parametrize("cls", SAMPLES)
def test_schemas_take_what_constructors_take(cls: type[Base]) -> None:
    """The schema of a class takes its samples, whole and alone."""
    schema = schema_of(cls)
    jsonschema.Draft202012Validator.check_schema(schema)
    for sample in SAMPLES[cls]:
        jsonschema.validate(cls(**sample).fields_to_dict(), schema)


@pytest.mark.parametrize("cls", SAMPLES)
def test_schemas_refuse_what_is_missing_or_unknown(cls: type[Base]) -> None:
    """The schema of a class requires what the constructor requires, and takes nothing unknown."""
    valid = jsonschema.Draft202012Validator(schema_of(cls)).is_valid
    for sample in SAMPLES[cls]:
        assert not valid(sample | {"unknown": 1})
        for name in sample:
            less = {key: value for key, value in sample.items() if key != name}
            codes = {issue.code for issue in faults_of(cls, less, "$")}
            if "missing" in codes or is_only_choice(cls, less):
                assert not valid(less)
            elif not codes:
                assert valid(less) or (issubclass(cls, Definition) and name == cls.id_from)


def is_only_choice(cls: type[Base], given: dict[str, Any]) -> bool:
    """Whether none is left of the fields of which one is given."""
    return any(names and not given.keys() & set(names) for names in (cls.one_of, cls.any_of))


@pytest.mark.parametrize("cls", [cls for cls in SAMPLES if cls.one_of])
def test_schemas_refuse_two_of_one(cls: type[Base]) -> None:
    """Where exactly one is to be given, the schema refuses two."""
    one, other = cls.one_of[:2]
    both = sample_with(cls, one) | {other: sample_with(cls, other)[other]}

    assert not jsonschema.Draft202012Validator(schema_of(cls)).is_valid(both)
