"""The kinds, their classes and the catalogue agree, and each class says what it is."""

import ast
import inspect
import re
from pathlib import Path

import pytest

from careertrack import catalogue, record, records
from careertrack.fields import Base
from careertrack.record import Dated, Definition, Fact, Record, Timeless
from careertrack.records import CLASSES
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
from tests.records.samples import SAMPLES, fields_of

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


def test_catalogue_and_classes() -> None:
    """The catalogue's kinds are those of the classes, in the same order, each with its rank."""
    assert list(catalogue.KINDS) == list(CLASSES)
    assert catalogue.KINDS == tuple(sorted(catalogue.RANK, key=lambda kind: catalogue.RANK[kind]))
    assert len(CLASSES) == len(set(CLASSES.values()))


@pytest.mark.parametrize(
    ("kinds", "base"),
    [(catalogue.TIMELESS, Timeless), (catalogue.DATED, Dated), (catalogue.FACTS, Fact)],
)
def test_sorts_and_bases(kinds: frozenset[str], base: type[Record]) -> None:
    """What the catalogue calls timeless, dated or a fact has the base class of that."""
    assert set(kinds) == {kind for kind, cls in CLASSES.items() if issubclass(cls, base)}


def test_what_is_named_comes_first() -> None:
    """Within a day a definition stands before the facts that may name it, and a resolution last."""
    definitions = [kind for kind, cls in CLASSES.items() if issubclass(cls, Definition) and kind != "setback"]

    assert "resolution" == catalogue.KINDS[-1]
    late = {
        (kind, shape.kind)
        for kind, cls in CLASSES.items()
        for field in cls.spec.fields
        for shape in [field.shape.of if isinstance(field.shape, Many) else field.shape]
        if isinstance(shape, Ref) and catalogue.RANK[shape.kind] > catalogue.RANK[kind]
    }
    expected = {("contact", "event"), ("event", "transition"), ("position", "contact")} - {
        ("position", "contact")
    }

    assert expected == late
    assert definitions


@pytest.mark.parametrize("cls", CLASSES.values())
def test_names_of_fields(cls: type[Record]) -> None:
    """A class's subject, its one of, any of and the source of its id name fields that it has."""
    named = {*(cls.subject or ()), *cls.one_of, *cls.any_of, *([cls.id_from] if cls.id_from else [])}

    assert set() == named - cls.spec.by_name.keys()


@pytest.mark.parametrize("cls", [cls for cls in CLASSES.values() if cls.subject])
def test_subjects_are_always_given(cls: type[Record]) -> None:
    """The fields that say what a value is the value of are texts that are never left open."""
    assert [] == [name for name in cls.subject or () if cls.spec.by_name[name].optional]


def test_one_value_a_subject_and_day() -> None:
    """The facts that set a value, and of what."""
    expected = {
        "interest-profile": (),
        "priorities": (),
        "target-role": (),
        "capacity": (),
        "runway": (),
        "assessment": ("skill", "by"),
        "check-in": ("goal",),
    }

    assert expected == {kind: cls.subject for kind, cls in CLASSES.items() if cls.subject is not None}


@pytest.mark.parametrize(("cls", "name"), list(fields_of(*CLASSES.values())))
def test_references_are_to_kinds(cls: type[Record], name: str) -> None:
    """What a field refers to is a kind of the catalogue."""
    shape = cls.spec.by_name[name].shape
    inner = shape.of if isinstance(shape, Many) else shape

    assert not isinstance(inner, Ref) or inner.kind in catalogue.KINDS


@pytest.mark.parametrize("cls", CLASSES.values())
def test_common_fields(cls: type[Record]) -> None:
    """Every record has an id and a day in front, and a note and the JSON of others behind."""
    names = list(cls.spec.by_name)

    assert ["id", "on"] == names[:2]
    assert ["note", "extra", "newer_fields"] == names[-3:]


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
