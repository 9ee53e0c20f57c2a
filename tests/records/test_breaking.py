"""Break any field, and its path is told; break all, and all are."""

import re
from typing import Any

import attrs
import pytest
from tests.records.broken import refused_by
from tests.records.samples import SAMPLES, fields_of, sample_with

import careertrack as ct
from careertrack.fields import Base
from careertrack.record import Definition

REQUIRED = [(cls, name) for cls, name in fields_of(*SAMPLES) if cls.spec.by_name[name].required]


def faults(cls: type[Base], /, *args: Any, **given: Any) -> tuple[ct.Issue, ...]:
    """The issues of a value that cannot be made."""
    with pytest.raises(ct.InvalidValue) as caught:
        cls(*args, **given)
    return caught.value.issues


def told(issues: tuple[ct.Issue, ...]) -> list[tuple[str, str]]:
    """Where and by which rule."""
    return [(issue.path, issue.code) for issue in issues]


def whole(cls: type[Base], name: str) -> dict[str, Any]:
    """A sample of a class that has a field, as far as one can be given."""
    return dict(SAMPLES[cls][0]) if name == "newer_fields" else sample_with(cls, name)


@pytest.mark.parametrize(("cls", "name"), list(fields_of(*SAMPLES)))
def test_any_one_field(cls: type[Base], name: str) -> None:
    """A value that its shape refuses is told at its field's path, with its rule's code and words, alone."""
    field, given = cls.spec.by_name[name], whole(cls, name)
    for value, code in refused_by(field.shape):
        if value is None and field.optional:
            continue
        found = faults(cls, **given | {name: value})

        assert [(f"{cls.__name__}.{name}", code)] == told(found), value
        assert field.shape.rule == found[0].params["rule"] or name == "extra"
        assert re.match(rf"{cls.__name__}\.{name}: must be .+, got .+", str(found[0]), re.DOTALL)


@pytest.mark.parametrize("cls", SAMPLES)
def test_all_at_once(cls: type[Base]) -> None:
    """All broken fields of a record are told, in the order of its fields."""
    broken = {name: refused_by(field.shape)[0][0] for name, field in cls.spec.by_name.items()}

    assert [f"{cls.__name__}.{name}" for name in broken] == [issue.path for issue in faults(cls, **broken)]


@pytest.mark.parametrize(("cls", "name"), REQUIRED)
def test_any_one_missing(cls: type[Base], name: str) -> None:
    """A required field that is not given is told as missing, with the rule of what to give."""
    given = whole(cls, name)
    del given[name]
    expected = ct.Issue(f"{cls.__name__}.{name}", "missing", {"rule": cls.spec.by_name[name].shape.rule})

    assert (expected,) == faults(cls, **given)


@pytest.mark.parametrize("cls", [cls for cls in SAMPLES if any(f.required for f in cls.spec.fields)])
def test_all_missing(cls: type[Base]) -> None:
    """Nothing given: every required field is told, and the id where it cannot be made."""
    required = [field.name for field in cls.spec.fields if field.required]
    if issubclass(cls, Definition) and (cls.id_from is None or cls.id_from not in required):
        required = ["id", *required]

    assert [f"{cls.__name__}.{name}" for name in required] == [issue.path for issue in faults(cls)]


@pytest.mark.parametrize("cls", SAMPLES)
def test_an_unknown_field(cls: type[Base]) -> None:
    """A field that a class does not have is told with the nearest that it has, beside what else is wrong."""
    name = next(field.name for field in cls.spec.fields if field.required or field.name == "organization")
    given = whole(cls, name)
    found = faults(cls, **given | {f"{name}x": 1, name: object()})

    assert [(f"{cls.__name__}.{name}x", "unknown-field"), (f"{cls.__name__}.{name}", "value")] == told(found)
    assert f'is not a field of {cls.__name__}; did you mean "{name}"?' in str(found[0])


def test_an_unknown_field_like_none() -> None:
    """A field that is like none is told with the fields there are; the readers' own is never one."""
    known = "its fields are id, on, name, top, prerequisites, source, note, extra"

    assert f"Skill.zzz: is not a field of Skill; {known}" == str(faults(ct.Skill, name="SQL", zzz=1)[0])
    assert known == faults(ct.Skill, name="SQL", newer_field=1)[0].hint


def test_a_field_of_the_constructors_own_names() -> None:
    """The names that the constructor uses itself are unknown fields like any other."""
    found = faults(ct.Skill, name="SQL", self=1, positional=2, unknown=3)

    assert ["Skill.positional", "Skill.self", "Skill.unknown"] == sorted(issue.path for issue in found)


@pytest.mark.parametrize("cls", SAMPLES)
def test_positional(cls: type[Base]) -> None:
    """A value without its field's name is refused, with an example of how to give it."""
    (found,) = faults(cls, "SQL")

    assert (cls.__name__, "positional") == (found.path, found.code)
    assert re.fullmatch(rf"\w+: takes its fields by name, such as {cls.__name__}\((\w+)=\.\.\.\)", str(found))
    assert found.params["example"] in cls.spec.by_name


@pytest.mark.parametrize(
    ("given", "path", "code"),
    [
        ({"requires": [{"skill": "sql"}]}, "Role.requires[0].level", "missing"),
        ({"requires": [{"skill": "sql", "level": "5"}]}, "Role.requires[0].level", "value"),
        ({"requires": [{"skill": "sql", "level": 5, "lvl": 5}]}, "Role.requires[0].lvl", "unknown-field"),
        ({"requires": [{"skill": "sql", "level": 5, "a b": 5}]}, "Role.requires[0]['a b']", "unknown-field"),
        ({"requires": [{"skill": "sql", "level": 5, 7: 5}]}, "Role.requires[0][7]", "unknown-field"),
        ({"requires": [7]}, "Role.requires[0]", "value"),
        ({"interests": {}}, "Role.interests.realistic", "missing"),
        ({"interests": 7}, "Role.interests", "value"),
    ],
)
def test_within_a_part(given: dict[str, Any], path: str, code: str) -> None:
    """A fault within a part is told at its own path below the record."""
    assert (path, code) == told(faults(ct.Role, title="Data lead", **given))[0]


def test_within_lists() -> None:
    """Every broken item of a list is told at its own place."""
    found = faults(ct.Evidence, on="2026-01-05", title="Load", skills=["sql", "S Q L", "r", 7])

    assert [("Evidence.skills[1]", "value"), ("Evidence.skills[3]", "value")] == told(found)


def test_given_twice() -> None:
    """What a list may hold only once is told, and what was given twice."""
    found = faults(ct.Evidence, on="2026-01-05", title="Load", skills=["sql", "r", "sql", "sql"])

    assert [("Evidence.skills", "repeated")] == told(found)
    assert "given twice: 'sql'" == str(found[0]).rpartition("; ")[2]


def test_a_list_too_long() -> None:
    """A list that is too long is told as one fault, however many of its items are broken."""
    assert [("Priorities.motivators", "value")] == told(
        faults(ct.Priorities, on="2026-01-05", motivators=[""] * 100_000)
    )


@pytest.mark.parametrize("cls", SAMPLES)
def test_evolve_is_checked(cls: type[Base]) -> None:
    """A copy with a change is checked as any value is."""
    name = next(field.name for field in cls.spec.fields if field.required or field.name == "organization")
    made = cls(**whole(cls, name))
    with pytest.raises(ct.InvalidValue) as caught:
        attrs.evolve(made, **{name: object()})

    assert [f"{cls.__name__}.{name}"] == [issue.path for issue in caught.value.issues]
