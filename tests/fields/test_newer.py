"""Fields of a newer version are kept at their own level, and written back."""

from tests.fields.walk import Walk

from careertrack import Issue, JsonObject
from careertrack.fields import unwritable, with_newer
from careertrack.values import EMPTY


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
