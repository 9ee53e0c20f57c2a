"""Each class says in its source what it is: that it is final, what its fields mean, what they take."""

import ast
import inspect
import re
from pathlib import Path

import pytest
from tests.records.samples import SAMPLES, fields_of

from careertrack import record, records
from careertrack.fields import Base
from careertrack.shapes import (
    Cash,
    Choice,
    Date,
    Extra,
    Interval,
    LocalTime,
    Many,
    PartialDate,
    Ref,
    Text,
    Word,
)

SOURCES = [Path(inspect.getfile(record)), *sorted(Path(inspect.getfile(records)).parent.glob("*.py"))]
BODIES = {
    node.name: node
    for path in SOURCES
    for node in ast.parse(path.read_text(encoding="utf-8")).body
    if isinstance(node, ast.ClassDef)
}


def declarations(cls: type[Base]) -> dict[str, ast.AnnAssign]:
    """The fields that a class declares itself, by name."""
    return {
        node.target.id: node
        for node in BODIES[cls.__name__].body
        if isinstance(node, ast.AnnAssign)
        and isinstance(node.target, ast.Name)
        and not ast.unparse(node.annotation).startswith("ClassVar")
    }


def described(cls: type[Base]) -> list[str]:
    """The fields that a class's docstring speaks of under Args, in order."""
    _, _, args = inspect.getdoc(cls).partition("Args:\n")  # type: ignore[union-attr]
    return re.findall(r"^    (\w+): ", re.split(r"^\S", args, flags=re.MULTILINE)[0], flags=re.MULTILINE)


def converter_in_source(cls: type[Base], name: str) -> str | None:
    """The converter that the source names for a field of a class, or of the nearest base that declares it."""
    declared = next(fields[name] for base in cls.__mro__ if (fields := declarations(base)) and name in fields)
    keywords = declared.value.keywords if isinstance(declared.value, ast.Call) else []
    return next((ast.unparse(each.value) for each in keywords if each.arg == "converter"), None)


def converter_needed(cls: type[Base], name: str) -> str | None:
    """The function of the vocabulary by which a type checker lets through what the field's gate does."""
    field = cls.spec.by_name[name]
    maybe = "maybe_" if field.optional else ""
    match field.shape:
        case Date():
            return f"{maybe}day"
        case PartialDate():
            return f"{maybe}part_day"
        case LocalTime():
            return f"{maybe}moment"
        case Cash():
            return f"{maybe}money"
        case Interval():
            return f"{maybe}rhythm"
        case Ref():
            return f"{maybe}ref"
        case Many(of=Ref()):
            return "refs"
        case Many(of=Text() | Word()):
            return "texts"
        case Many(of=Choice()):
            return "topics"
        case Extra():
            return "json_object"
        case _:
            return "own_id" if name == "id" and not field.optional else None


@pytest.mark.parametrize("cls", SAMPLES)
def test_final(cls: type[Base]) -> None:
    """Nothing is derived from a kind: type checkers are told so."""
    assert "final" in [ast.unparse(decorator) for decorator in BODIES[cls.__name__].decorator_list]


@pytest.mark.parametrize("cls", SAMPLES)
def test_docstrings(cls: type[Base]) -> None:
    """A class's docstring speaks of every field that it declares, in order, and gives an example."""
    own = list(declarations(cls))

    assert own == [name for name in described(cls) if name in own]
    assert set(own) | {"id"} >= set(described(cls))
    assert re.search(rf"^\s*>>> .*\b{cls.__name__}\(", inspect.getdoc(cls) or "", flags=re.MULTILINE)
    assert re.match(r"[A-Z].*\.(\n\n|  )", f"{inspect.getdoc(cls)}\n\n")


@pytest.mark.parametrize(("cls", "name"), list(fields_of(*SAMPLES)))
def test_converters(cls: type[Base], name: str) -> None:
    """A field names the converter that lets type checkers allow what its gate allows, and no other."""
    assert converter_needed(cls, name) == converter_in_source(cls, name)
