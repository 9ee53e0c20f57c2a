"""One declaration is the constructor, the JSON both ways, the schema and the references."""

from collections.abc import Sequence
from typing import Annotated, Any, ClassVar, Literal

import attrs
import jsonschema
import pytest

from careertrack import InvalidValue, Issue, JsonObject
from careertrack.fields import Base, faults_of, path_to, schema_of, shape_of, unwritable, with_newer
from careertrack.fields import Part as PartShape
from careertrack.record import Definition, Part
from careertrack.references import named_in, references, renamed
from careertrack.shapes import Choice, Flag, Many, Number, Ref, Slug, Text
from careertrack.values import EMPTY
from tests.records.samples import SAMPLES, refused_by, sample_with

WHOLE = [(cls, sample) for cls, samples in SAMPLES.items() for sample in samples]


@attrs.frozen(kw_only=True, repr=False)
class Step(Part):
    """One step of a walk.

    More of it.
    """

    to: Annotated[str, Ref("town")]
    miles: Annotated[float, Number(0, 100)] = 1.0


@attrs.frozen(kw_only=True, repr=False)
class Walk(Part):
    """A walk."""

    any_of: ClassVar = ("first", "via", "mood")

    name: Annotated[str, Text(10, personal=True)]
    steps: Sequence[Step] = ()
    first: Step | None = None
    via: Annotated[str, Ref("town")] | None = None
    past: Annotated[tuple[str, ...], Many(Ref("town"))] = ()
    mood: Literal["sunny", "grim"] | None = None
    done: bool = False

    def rules(self) -> Any:
        if self.done and not self.steps:
            yield "steps", "given, since {at}.done is true"
        if self.name == "nowhere":
            yield "name", "a place"


HOME = Walk(
    name="home",
    steps=[Step(to="york"), Step(to="leeds")],
    first=Step(to="bath"),
    via="york",
    past=["hull", "york"],
)


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
    expected = ["name", "steps", "first", "via", "past", "mood", "done", "newer_fields"]

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


@pytest.mark.parametrize(
    ("given", "issues"),
    [
        ({"name": "home"}, [("first", "must be given, or via, or mood, got None")]),
        ({"name": "x", "via": "y", "done": True}, [("steps", "must be given, since Walk.done is true, got a tuple of 0")]),
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

    assert [(f"Walk.{name}", said) for name, said in issues] == [(i.path, i.message) for i in caught.value.issues]


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


@pytest.mark.parametrize("cls", SAMPLES)
def test_twins_agree(cls: type[Base]) -> None:
    """Whatever the constructor refuses has an issue: nothing is refused without a word."""
    for field in cls.spec.fields:
        given = SAMPLES[cls][0] if field.name == "newer_fields" else sample_with(cls, field.name)
        for value in [*(value for value, _ in refused_by(field.shape)), None, object(), [], {}, "", 0]:
            try:
                cls(**given | {field.name: value})
            except InvalidValue as refused:
                assert refused.issues
                assert faults_of(cls, given | {field.name: value}, cls.__name__) == list(refused.issues)
            else:
                assert [] == faults_of(cls, given | {field.name: value}, cls.__name__)


# --- Newer fields -------------------------------------------------------------------------------


def test_put_aside_at_every_level() -> None:
    """What a class does not know is put aside at its own level, and written back there."""
    given = {
        "name": "home",
        "weather": {"sky": "blue"},
        "steps": [{"to": "york", "by": "foot"}, {"to": "hull"}],
        "first": {"to": "bath", "at": 9},
    }
    found: list[Issue] = []
    made = Walk(**with_newer(Walk, given, "$", found))

    assert [] == found
    assert given == made.fields_to_dict()
    assert JsonObject({"weather": {"sky": "blue"}}) == made.newer_fields
    assert [JsonObject({"by": "foot"}), EMPTY] == [step.newer_fields for step in made.steps]


def test_known_names_are_not_newer() -> None:
    """What is given under the name of the keeper itself is kept like any other."""
    found: list[Issue] = []
    made = Walk(**with_newer(Walk, {"name": "home", "via": "york", "newer_fields": 1}, "$", found))

    assert {"name": "home", "via": "york", "newer_fields": 1} == made.fields_to_dict()


def test_broken_shapes_are_left_to_the_gate() -> None:
    """What is in no shape to be looked into is handed on as it is."""
    given = {"name": "home", "steps": [7], "first": "x"}

    assert given == with_newer(Walk, given, "$", [])
    assert {"steps": 7} == with_newer(Walk, {"steps": 7}, "$", [])


def test_what_could_not_be_written_back() -> None:
    """Newer fields that no reader of JSON would keep are told, each at its path, and shown to nobody."""
    found: list[Issue] = []
    known = with_newer(Walk, {"name": "home", "steps": [{"to": "york", "at": float("nan")}]}, "$", found)
    expected = Issue("$.steps[0].at", "value", {"rule": "a finite number", "got": "a personal value"})

    assert [expected] == found
    assert {"name": "home", "steps": [{"to": "york"}]} == known
    assert ["$.b", "$.c"] == [issue.path for issue in unwritable({"a": 1, "b": 2**99, "c": {1}}, "$")]


# --- The schema -----------------------------------------------------------------------------------


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
            needed = "missing" in {issue.code for issue in faults_of(cls, less, "$")}
            optional_id = issubclass(cls, Definition) and name in {"id", cls.id_from}

            assert valid(less) != (needed or is_only_choice(cls, less)) or optional_id


def is_only_choice(cls: type[Base], given: dict[str, Any]) -> bool:
    """Whether none is left of the fields of which one is given."""
    return any(names and not given.keys() & set(names) for names in (cls.one_of, cls.any_of))


@pytest.mark.parametrize("cls", [cls for cls in SAMPLES if cls.one_of])
def test_schemas_refuse_two_of_one(cls: type[Base]) -> None:
    """Where exactly one is to be given, the schema refuses two."""
    one, other = cls.one_of[:2]
    both = sample_with(cls, one) | {other: sample_with(cls, other)[other]}

    assert not jsonschema.Draft202012Validator(schema_of(cls)).is_valid(both)


# --- References -----------------------------------------------------------------------------------


def test_references() -> None:
    """Every reference is found with its path, its kind and the id."""
    expected = [
        (".steps[0].to", "town", "york"),
        (".steps[1].to", "town", "leeds"),
        (".first.to", "town", "bath"),
        (".via", "town", "york"),
        (".past[0]", "town", "hull"),
        (".past[1]", "town", "york"),
    ]

    assert expected == list(references(HOME))
    assert expected == list(named_in(Walk, HOME.fields_to_dict(), ""))
    assert [f"$.walk{path}" for path, _, _ in expected] == [path for path, _, _ in references(HOME, "$.walk")]


@pytest.mark.parametrize(("cls", "sample"), WHOLE)
def test_names_in_short(cls: type[Base], sample: dict[str, Any]) -> None:
    """The short way to what a record names finds the same as the long one, in the same order."""
    made = cls(**sample)

    assert [(kind, id) for _, kind, id in references(made)] == list(made.named())
    assert list(references(made)) == list(named_in(cls, sample, ""))


def test_references_of_what_is_broken() -> None:
    """Of what is broken those references are found that can be read."""
    given = {"steps": [{"to": "york"}, {"to": 7}, 7], "first": 7, "via": "Y O", "past": "hull"}

    assert [(".steps[0].to", "town", "york")] == list(named_in(Walk, given, ""))


def test_renamed() -> None:
    """What names an id can be told to name another, wherever it does, once where that is a list of ids."""
    changed = attrs.evolve(HOME, **renamed(HOME, "town", "york", "hull"))

    assert ["hull", "leeds"] == [step.to for step in changed.steps]
    assert ("bath", "hull", ("hull",)) == (changed.first and changed.first.to, changed.via, changed.past)
    assert {"first"} == renamed(HOME, "town", "bath", "ely").keys()
    assert {} == renamed(HOME, "river", "york", "hull") == renamed(HOME, "town", "ely", "hull")
