"""One declaration is the constructor, the JSON both ways, the schema and the references."""

from collections.abc import Sequence
from typing import Annotated, Any, Literal

import attrs
import pytest
from tests.fields.walk import HOME, Step, Walk
from tests.records.broken import refused_by
from tests.records.samples import SAMPLES, WHOLE, sample_with

from careertrack import InvalidValue, Issue
from careertrack.fields import Base, faults_of, path_to, shape_of
from careertrack.fields import Part as PartShape
from careertrack.record import Part
from careertrack.shapes import Choice, Flag, Many, Ref, Slug
from careertrack.values import EMPTY


@pytest.mark.parametrize(
    ("hint", "shape", "optional"),
    [
        (Annotated[str, Slug()], Slug, False),
        (Annotated[str, Slug()] | None, Slug, True),
        (Literal["a", "b"], Choice, False),
        (Literal["a", "b"] | None, Choice, True),
        (bool, Flag, False),
        (Step, PartShape, False),
        (Step | None, PartShape, True),
        (Sequence[Step], Many, False),
        (tuple[Annotated[str, Slug()], ...], Many, False),
        (Sequence[Literal["a"]], Many, False),
    ],
)
def test_shapes(hint: Any, shape: type, optional: bool) -> None:
    """An annotation states a shape, and whether a field may be left open."""
    found, is_optional = shape_of(hint)

    assert (shape, optional) == (type(found), is_optional)


def test_words_of_a_literal() -> None:
    """The words of a vocabulary are those of its type."""
    found, _ = shape_of(Literal["a", "b"])
    assert isinstance(found, Choice)

    assert ("a", "b") == found.words


def test_order_of_fields() -> None:
    """Fields come in the order of their declaration, the common ones around them."""
    expected = ["name", "steps", "first", "via", "past", "mood", "pace", "done", "newer_fields"]

    assert expected == [field.name for field in Walk.spec.fields] == list(Walk.spec.by_name)
    assert ["name"] == [field.name for field in Walk.spec.fields if field.required]


def test_written_and_read() -> None:
    """What is written is plain JSON, and makes an equal value."""
    expected = {
        "name": "home",
        "steps": [{"to": "york"}, {"to": "leeds"}],
        "first": {"to": "bath"},
        "via": "york",
        "past": ["hull", "york"],
    }

    assert expected == HOME.fields_to_dict()
    assert HOME == Walk(**HOME.fields_to_dict())


def test_open_where_a_default_stands() -> None:
    """Where a field may be left open and has a default, open is said, and not the default."""
    still = Walk(name="home", via="york", pace=None)

    assert (None, "fast") == (still.pace, HOME.pace)
    assert {"name": "home", "via": "york", "pace": None} == still.fields_to_dict()
    assert still == Walk(**still.fields_to_dict())


@pytest.mark.parametrize("method", ["fields_to_dict", "named", "__repr__"])
def test_before_any_is_made(method: str) -> None:
    """What comes out of a pickle is read by a program that has made none of its class."""

    @attrs.frozen(kw_only=True, repr=False)
    class Town(Part):
        """Somewhere to go."""

        after: Annotated[str, Ref("town")] | None = None

    back = Town.__new__(Town)
    for name, value in (("after", "york"), ("newer_fields", EMPTY)):
        object.__setattr__(back, name, value)
    found = getattr(back, method)()

    expected = {
        "fields_to_dict": {"after": "york"},
        "named": [("town", "york")],
        "__repr__": "Town(after='york')",
    }
    assert expected[method] == (list(found) if method == "named" else found)


@pytest.mark.parametrize(
    ("given", "issues"),
    [
        ({"name": "home"}, [("first", "must be given, or via, or mood, got None")]),
        (
            {"name": "x", "via": "y", "done": True},
            [("steps", "must be given, since Walk.done is true, got a tuple of 0")],
        ),
        ({"name": "nowhere", "via": "y"}, [("name", "must be a place, got a personal value")]),
        (
            {"name": "nowhere", "done": True},
            [
                ("first", "must be given, or via, or mood, got None"),
                ("steps", "must be given, since Walk.done is true, got a tuple of 0"),
                ("name", "must be a place, got a personal value"),
            ],
        ),
    ],
)
def test_rules(given: dict[str, Any], issues: list[tuple[str, str]]) -> None:
    """All broken rules between fields are told, what was declared first."""
    with pytest.raises(InvalidValue) as caught:
        Walk(**given)

    assert [(f"Walk.{name}", said) for name, said in issues] == [
        (i.path, i.message) for i in caught.value.issues
    ]


def test_a_subclass_need_not_have_required_fields() -> None:
    """An example of how to give a field is one that makes sense, even where none is required."""

    @attrs.frozen(kw_only=True, repr=False)
    class Free(Part):
        """Nothing is required."""

        mood: Literal["sunny"] | None = None

    with pytest.raises(InvalidValue) as caught:
        Free("sunny")  # type: ignore[misc]

    assert ["positional"] == [issue.code for issue in caught.value.issues]


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("skill", "$.skill"),
        ("été", "$.été"),
        ("two words", "$['two words']"),
        ("", "$['']"),
        ("a\nb", "$['a\\nb']"),
        ("a" * 65, f"$['{'a' * 65}']"),
        (7, "$[7]"),
    ],
)
def test_paths(name: object, path: str) -> None:
    """A path is readable, and escaped where it could not be."""
    assert path == path_to("$", name)


@pytest.mark.parametrize("given", [None, 7, "text", [("name", "x")]])
def test_what_is_no_object(given: Any) -> None:
    """What is no object of fields is told as that."""
    (issue,) = faults_of(Walk, given, "$")

    assert ("$", "an object of Walk's fields") == (issue.path, issue.params["rule"])


@pytest.mark.parametrize(("cls", "sample"), WHOLE)
def test_no_faults_where_none_are(cls: type[Base], sample: dict[str, Any]) -> None:
    """The slow twin of the constructor finds nothing wrong with what it takes."""
    assert [] == faults_of(cls, sample, "$")


def refused_for(cls: type[Base], given: dict[str, Any]) -> tuple[Issue, ...]:
    """What a constructor refuses its fields for; nothing if it takes them."""
    try:
        cls(**given)
    except InvalidValue as refused:
        return refused.issues or (Issue("$", "refused without a word"),)
    return ()


@pytest.mark.parametrize("cls", SAMPLES)
def test_twins_agree(cls: type[Base]) -> None:
    """The constructor and its slow twin refuse the same, and nothing without a word."""
    for field in cls.spec.fields:
        given = SAMPLES[cls][0] if field.name == "newer_fields" else sample_with(cls, field.name)
        for value in [*(value for value, _ in refused_by(field.shape)), None, object(), [], {}, "", 0]:
            found = faults_of(cls, given | {field.name: value}, cls.__name__)

            assert tuple(found) == refused_for(cls, given | {field.name: value})
