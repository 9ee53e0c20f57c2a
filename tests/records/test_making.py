"""What a constructor takes, and what a record then keeps."""

from collections import deque
from datetime import date, datetime
from fractions import Fraction
from typing import Any

import pytest
from tests.records.samples import SAMPLES, WHOLE, sample_with

import careertrack as ct
from careertrack.fields import Base
from careertrack.record import Record
from careertrack.records import CLASSES
from careertrack.shapes import Cash, Date, Interval, LocalTime, Many, PartialDate, Ref, Shape


def fields_like(*shapes: type[Shape]) -> list[tuple[type[Base], str]]:
    """The fields of the shapes."""
    return [
        (cls, field.name) for cls in SAMPLES for field in cls.spec.fields if isinstance(field.shape, shapes)
    ]


def named(kind: str, id: str) -> Record:
    """A record of a kind with an id."""
    cls = CLASSES[kind]
    return cls(**{name: value for name, value in SAMPLES[cls][0].items() if value != id} | {"id": id})


def test_samples_are_whole() -> None:
    """The samples give every field of every kind and part but the one that only readers fill."""
    left = {
        cls.__name__: missing
        for cls, samples in SAMPLES.items()
        if (
            missing := cls.spec.by_name.keys()
            - {"newer_fields"}
            - {name for each in samples for name in each}
        )
    }

    assert {} == left
    assert set(CLASSES.values()) <= SAMPLES.keys()


@pytest.mark.parametrize(("cls", "sample"), WHOLE)
def test_from_text(cls: type[Base], sample: dict[str, Any]) -> None:
    """A record made from text is written as what was given."""
    assert sample == cls(**sample).fields_to_dict()


@pytest.mark.parametrize(("cls", "name"), fields_like(Date, PartialDate, LocalTime))
def test_from_days(cls: type[Base], name: str) -> None:
    """A day may be given as a date, a time as a datetime: the record equals the one made from text."""
    sample = sample_with(cls, name)
    form = date if len(sample[name]) == 10 else datetime

    assert cls(**sample) == cls(**sample | {name: form.fromisoformat(sample[name])})


@pytest.mark.parametrize(("cls", "name"), fields_like(Cash))
def test_from_money(cls: type[Base], name: str) -> None:
    """Money may be given as such."""
    sample = sample_with(cls, name)

    assert cls(**sample) == cls(**sample | {name: ct.Money.from_text(sample[name])})


@pytest.mark.parametrize(("cls", "name"), fields_like(Interval))
def test_from_an_interval(cls: type[Base], name: str) -> None:
    """An interval may be given as such."""
    sample = sample_with(cls, name)

    assert cls(**sample) == cls(**sample | {name: ct.Every.from_text(sample[name])})


@pytest.mark.parametrize(("cls", "name"), fields_like(Ref))
def test_from_a_record(cls: type[Base], name: str) -> None:
    """A record may be given where its id is kept."""
    sample, shape = sample_with(cls, name), cls.spec.by_name[name].shape
    assert isinstance(shape, Ref)

    assert cls(**sample) == cls(**sample | {name: named(shape.kind, sample[name])})


@pytest.mark.parametrize(("cls", "name"), fields_like(Many))
def test_from_lists(cls: type[Base], name: str) -> None:
    """Where a tuple is kept, a list, a tuple or a deque comes in, of records where ids are kept."""
    sample, shape = sample_with(cls, name), cls.spec.by_name[name].shape
    assert isinstance(shape, Many)
    made = cls(**sample)
    forms = [tuple, deque]
    items = [named(shape.of.kind, id) for id in sample[name]] if isinstance(shape.of, Ref) else sample[name]

    assert tuple is type(getattr(made, name))
    assert [made] * 2 == [cls(**sample | {name: form(items)}) for form in forms]


@pytest.mark.parametrize(("cls", "sample"), WHOLE)
def test_from_parts(cls: type[Base], sample: dict[str, Any]) -> None:
    """What is kept is given again: a record is made from its own values."""
    made = cls(**sample)

    assert made == cls(**{name: getattr(made, name) for name in cls.spec.by_name})


def test_numbers_of_other_kinds() -> None:
    """A number of any kind will do, and is kept as Python's own."""
    made = ct.Goal(on="2026-01-05", title="Apply", pillar="change", target=Fraction(5, 2), difficulty=-0.0)

    assert (2.5, "0.0") == (made.target, str(made.difficulty))


def test_a_record_of_another_kind() -> None:
    """A record of another kind is refused where a reference stands."""
    with pytest.raises(ct.InvalidValue) as caught:
        ct.Assessment(on="2026-01-05", skill=ct.Role(title="SQL"), level=3)

    expected = ct.Issue(
        "Assessment.skill", "value", {"rule": "the id of a skill, or the skill itself", "got": "a Role"}
    )
    assert (expected,) == caught.value.issues


def test_a_fact_without_id() -> None:
    """A fact that has no id of its own cannot be named."""
    talk = ct.Conversation(on="2026-01-05", contacts=["grace"])
    with pytest.raises(ct.InvalidValue) as caught:
        ct.Setback(id="hm", on="2026-01-06", what="hm", conversation=talk)

    assert ["Setback.conversation"] == [issue.path for issue in caught.value.issues]


def test_a_generator_is_refused() -> None:
    """What can be read only once is refused, since nobody could say afterwards what was wrong with it."""
    with pytest.raises(ct.InvalidValue) as caught:
        ct.TargetRole(on="2026-01-05", roles=(role for role in ["data-lead"]))  # type: ignore[arg-type]

    assert ["a generator"] == [issue.params["got"] for issue in caught.value.issues]


def test_defaults_are_left_out() -> None:
    """What is a field's default is not written, given or not."""
    given = ct.Goal(
        on="2026-01-05", title="Apply", pillar="change", importance=1, extra={}, milestones=[], due=None
    )

    assert {"id": "apply", "on": "2026-01-05", "title": "Apply", "pillar": "change"} == given.fields_to_dict()
    assert ct.Goal(on="2026-01-05", title="Apply", pillar="change") == given


def test_none_where_a_default_stands() -> None:
    """None for a field that has another default and may not be None is refused."""
    with pytest.raises(ct.InvalidValue) as caught:
        ct.Goal(on="2026-01-05", title="Apply", pillar="change", importance=None)  # type: ignore[arg-type]

    assert ["Goal.importance"] == [issue.path for issue in caught.value.issues]
