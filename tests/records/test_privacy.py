"""What people wrote, and who they are, stays out of what is shown and logged."""

import pickle
import traceback
from typing import Any

import pytest
from tests.records.samples import SAMPLES, fields_of, sample_with

import careertrack as ct
from careertrack.fields import Base
from careertrack.shapes import Many, Text

SECRET = "grace@example.org"

# The one list of what is personal; a field that joins or leaves it changes what logs may hold.
PERSONAL = {
    "Contact": {"name", "organization", "title", "emails", "phones", "links"},
    "Position": {"why_ended", "story"},
    "Reflection": {"activity", "went_well", "decision"},
    "Goal": {"anchors"},
    "Obstacle": {"what", "then"},
    "Routine": {"cue"},
    "Conversation": {"advice"},
    "Commitment": {"what", "cue"},
    "Setback": {"what", "obstacle", "lesson", "change"},
    "Evidence": {"impact"},
    "Step": {"label", "sent"},
}
EVERYWHERE = {"note", "extra", "newer_fields"}
SECRETS = [(cls, name) for cls, name in fields_of(*SAMPLES) if cls.spec.by_name[name].shape.personal]


def said_by(error: BaseException) -> str:
    """All that an error says, in every way that it may end up in a log."""
    chain = "".join(traceback.format_exception(error))
    return f"{error}{error!r}{error.args!r}{vars(error)!r}{chain}"


def given_as(cls: type[Base], name: str) -> Any:
    """The secret in the form of a field."""
    shape = cls.spec.by_name[name].shape
    if isinstance(shape, Text):
        return SECRET
    if isinstance(shape, Many):
        return [SECRET, *"bcde"][: 5 if name == "anchors" else 1]
    return {"acme": {"mail": SECRET}}


def test_what_is_personal() -> None:
    """The personal fields are those of the list, and in every class the note and what others wrote."""
    found = {
        cls.__name__: names
        for cls in SAMPLES
        if (names := {f.name for f in cls.spec.fields if f.shape.personal} - EVERYWHERE)
    }

    assert PERSONAL == found
    assert all(
        cls.spec.by_name[name].shape.personal for cls, name in fields_of(*SAMPLES) if name in EVERYWHERE
    )


@pytest.mark.parametrize(("cls", "name"), [(c, n) for c, n in SECRETS if n != "newer_fields"])
def test_not_in_repr(cls: type[Base], name: str) -> None:
    """A personal field is not in ``repr``, nor in that of a state around the record."""
    made = cls(**sample_with(cls, name) | {name: given_as(cls, name)})

    assert SECRET not in repr(made) + str(made) + f"{made}" + repr([made])
    assert SECRET in str(made.fields_to_dict())


@pytest.mark.parametrize(("cls", "name"), SECRETS)
def test_not_in_errors(cls: type[Base], name: str) -> None:
    """A personal field that is refused is not in the error, its arguments or its context."""
    sample = dict(SAMPLES[cls][0]) if name == "newer_fields" else sample_with(cls, name)
    broken = [SECRET + "\0", [SECRET + "\0"], {SECRET: SECRET}, SECRET * 4_000]
    for value in broken:
        with pytest.raises(ct.InvalidValue) as caught:
            cls(**sample | {name: value})

        assert [True] == [issue.path.startswith(f"{cls.__name__}.{name}") for issue in caught.value.issues]
        assert SECRET not in said_by(caught.value)


def test_not_when_given_twice() -> None:
    """An address that is given twice is not in the error."""
    with pytest.raises(ct.InvalidValue) as caught:
        ct.Contact(id="grace", name="Grace", emails=[SECRET, SECRET])

    assert ["repeated"] == [issue.code for issue in caught.value.issues]
    assert SECRET not in said_by(caught.value)


def test_not_when_another_field_is_at_fault() -> None:
    """A personal field is not told when another field of the record is at fault."""
    with pytest.raises(ct.InvalidValue) as caught:
        ct.Contact(id="grace", name=SECRET, emails=[SECRET], note=SECRET, introduced_by="grace", trust=1)
    with pytest.raises(ct.InvalidValue) as other:
        ct.Contact(id="grace", name=SECRET, emails=[SECRET], note=SECRET, trust=7)

    assert SECRET not in said_by(caught.value) + said_by(other.value)


@pytest.mark.parametrize("cls", SAMPLES)
def test_no_context(cls: type[Base]) -> None:
    """An error holds no refused value by way of its cause or context."""
    required = next(field.name for field in cls.spec.fields if field.required or field.name == "title")
    with pytest.raises(ct.InvalidValue) as caught:
        cls(**SAMPLES[cls][0] | {required: object()})

    assert (None, None) == (caught.value.__cause__, caught.value.__context__)
    assert [(caught.value.issues,)] == [caught.value.args]


def test_no_context_within_a_part() -> None:
    """Nor does an error about a part of a record."""
    with pytest.raises(ct.InvalidValue) as caught:
        ct.Role(title="Data lead", requires=[{"skill": "sql", "level": "x"}])  # type: ignore[list-item]

    assert (None, None) == (caught.value.__cause__, caught.value.__context__)


def test_errors_pickle() -> None:
    """An error comes out of a pickle as it went in."""
    with pytest.raises(ct.InvalidValue) as caught:
        ct.Skill(name="", top="7")  # type: ignore[arg-type]
    back = pickle.loads(pickle.dumps(caught.value))

    assert caught.value.issues == back.issues
    assert str(caught.value) == str(back)
