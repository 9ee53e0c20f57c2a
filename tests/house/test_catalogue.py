"""The catalogue of kinds and their classes agree."""

import pytest

from careertrack import catalogue
from careertrack.record import Dated, Fact, Record, Timeless
from careertrack.records import CLASSES
from careertrack.shapes import Many, Ref, Shape


def inner(shape: Shape) -> Shape:
    """The shape of a list's items, or the shape itself."""
    return shape.of if isinstance(shape, Many) else shape


def test_catalogue_and_classes() -> None:
    """The catalogue's kinds are those of the classes, in the same order, each with its rank."""
    assert list(catalogue.KINDS) == list(CLASSES)
    assert [cls.kind for cls in CLASSES.values()] == list(CLASSES)
    assert {kind: rank for rank, kind in enumerate(catalogue.KINDS)} == catalogue.RANK


@pytest.mark.parametrize(
    ("kinds", "base"),
    [(catalogue.TIMELESS, Timeless), (catalogue.DATED, Dated), (catalogue.FACTS, Fact)],
)
def test_sorts_and_bases(kinds: frozenset[str], base: type[Record]) -> None:
    """What the catalogue calls timeless, dated or a fact has the base class of that."""
    assert set(kinds) == {kind for kind, cls in CLASSES.items() if issubclass(cls, base)}


def test_what_is_named_comes_first() -> None:
    """On one day a record stands after what it may name, but for two that were there before."""
    late = {
        (kind, shape.kind)
        for kind, cls in CLASSES.items()
        for shape in (inner(field.shape) for field in cls.spec.fields)
        if isinstance(shape, Ref) and catalogue.RANK[shape.kind] > catalogue.RANK[kind]
    }

    assert {("contact", "event"), ("event", "transition")} == late
    assert "resolution" == catalogue.KINDS[-1]


@pytest.mark.parametrize("cls", CLASSES.values())
def test_names_of_fields(cls: type[Record]) -> None:
    """A class's subject, its one of, any of and the source of its id name fields that it has."""
    named = {*(cls.subject or ()), *cls.one_of, *cls.any_of, *([cls.id_from] if cls.id_from else [])}

    assert set() == named - cls.spec.by_name.keys()
    assert [] == [name for name in (*cls.one_of, *cls.any_of) if not cls.spec.by_name[name].optional]
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


@pytest.mark.parametrize("cls", CLASSES.values())
def test_references_are_to_kinds(cls: type[Record]) -> None:
    """What the fields of a class refer to are kinds of the catalogue."""
    shapes = [inner(field.shape) for field in cls.spec.fields]

    assert set() == {shape.kind for shape in shapes if isinstance(shape, Ref)} - set(catalogue.KINDS)


@pytest.mark.parametrize("cls", CLASSES.values())
def test_common_fields(cls: type[Record]) -> None:
    """Every record has an id and a day in front, and a note and the JSON of others behind."""
    names = list(cls.spec.by_name)

    assert ["id", "on"] == names[:2]
    assert ["note", "extra", "newer_fields"] == names[-3:]
