"""Other programs' JSON: kept as it is, out of reach, of one form."""

import copy
import json
import pickle
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careertrack import InvalidValue, JsonObject
from careertrack.values import EMPTY, MOST_DEEP, sound

LARGEST = 2**53 - 1
TOO_DEEP = f"JSON nested less deep: a document may be {MOST_DEEP} deep"
TEXTS = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=8)
SCALARS = (
    st.none()
    | st.booleans()
    | st.integers(-LARGEST, LARGEST)
    | st.floats(allow_nan=False, allow_infinity=False)
    | TEXTS
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=8,
)
OBJECTS = st.dictionaries(TEXTS, VALUES, max_size=4)


def nested(depth: int) -> dict[str, Any]:
    """An object so deep."""
    value: dict[str, Any] = {}
    for _ in range(depth - 1):
        value = {"a": value}
    return value


@given(OBJECTS)
def test_read_as_it_was(value: dict[str, Any]) -> None:
    """What is read is what was given."""
    kept = JsonObject(value)

    assert value == dict(kept)
    assert len(value) == len(kept)
    assert {name: kept[name] for name in value} == value
    assert kept == JsonObject(kept) == JsonObject(json.loads(kept.text))


@given(OBJECTS)
def test_there_and_back(value: dict[str, Any]) -> None:
    """It comes back from a pickle and a copy, equal and hashed alike."""
    kept = JsonObject(value)
    for back in (pickle.loads(pickle.dumps(kept)), copy.deepcopy(kept), copy.copy(kept)):
        assert kept == back
        assert hash(kept) == hash(back)
        assert kept.text == back.text


def test_one_form() -> None:
    """Its text is canonical: names in order, nothing to spare, characters as they are."""
    assert '{"a":[1,2.5,null],"é":{"b":true}}' == JsonObject({"é": {"b": True}, "a": (1, 2.5, None)}).text


def test_the_order_of_names_says_nothing() -> None:
    """Two of the same JSON are equal, whatever the order; a number is no truth value."""
    assert JsonObject({"a": 1, "b": 2}) == JsonObject({"b": 2, "a": 1})
    assert JsonObject({"a": 1}) != JsonObject({"a": True})
    assert JsonObject({"a": 1}) != JsonObject({"a": 1.0})
    assert {"a": 1} != JsonObject({"a": 1})


def test_out_of_reach() -> None:
    """Neither what was given nor what is read leads into it."""
    given_one: dict[str, Any] = {"a": [1]}
    kept = JsonObject(given_one)
    given_one["a"].append(2)
    kept["a"].append(3)

    assert {"a": [1]} == dict(kept)
    with pytest.raises(AttributeError, match="a JsonObject cannot change"):
        kept.text = "{}"
    with pytest.raises(TypeError):
        kept["a"] = 2  # type: ignore[index]


def test_shows_nothing() -> None:
    """Other programs may keep what is private: only the size is shown."""
    assert "JsonObject(of 1)" == repr(JsonObject({"mail": "grace@example.org"}))


def test_empty() -> None:
    """The empty one is one, also out of a pickle or a copy."""
    assert EMPTY == JsonObject() == JsonObject({})
    assert [True] * 3 == [
        each is EMPTY for each in (pickle.loads(pickle.dumps(EMPTY)), copy.copy(EMPTY), copy.deepcopy(EMPTY))
    ]


@pytest.mark.parametrize(
    ("value", "rule"),
    [
        ({1: 1}, "JSON whose names are texts"),
        ({"a": {"\ud800": 1}}, "JSON whose names are texts"),
        ({"a": "\ud800"}, "text of whole characters"),
        ({"a": "a\0é"}, "text of whole characters"),
        ({"a": "\0"}, "text of whole characters"),
        ({"a": 2**53}, "a whole number within 2^53 - 1"),
        ({"a": [-(2**53)]}, "a whole number within 2^53 - 1"),
        ({"a": 10**5_000}, "a whole number within 2^53 - 1"),
        ({"a": float("nan")}, "a finite number"),
        ({"a": [0, float("-inf")]}, "a finite number"),
        ({"a": {1, 2}}, "JSON: text, numbers, true, false, null, lists and objects"),
        ({"a": b"a"}, "JSON: text, numbers, true, false, null, lists and objects"),
        ({"a": JsonObject()}, "JSON: text, numbers, true, false, null, lists and objects"),
        (nested(MOST_DEEP + 1), TOO_DEEP),
        ([1], "a JSON object"),
        ("text", "a JSON object"),
        (None, "a JSON object"),
    ],
)
def test_what_is_none(value: Any, rule: str) -> None:
    """What not every reader of JSON keeps is refused, with the rule, wherever it stands."""
    with pytest.raises(InvalidValue) as caught:
        JsonObject(value)

    assert [("JsonObject", rule)] == [(issue.path, issue.params["rule"]) for issue in caught.value.issues]


def test_a_circle() -> None:
    """A list that holds itself is too deep, which is found at once."""
    circle: list[Any] = []
    circle += [circle, circle]
    with pytest.raises(InvalidValue) as caught:
        JsonObject({"a": circle})

    assert [TOO_DEEP] == [issue.params["rule"] for issue in caught.value.issues]


@pytest.mark.parametrize(
    "value", [nested(MOST_DEEP), {"a": LARGEST}, {"a": -LARGEST}, {"": ""}, {"a": 1e308}]
)
def test_what_just_fits(value: dict[str, Any]) -> None:
    """What just fits is kept."""
    assert value == dict(JsonObject(value))


@pytest.mark.parametrize(
    ("text", "expected"),
    [("", True), ("abc", True), ("é😀", True), ("\0", False), ("é\0", False), ("\udfff", False)],
)
def test_sound_texts(text: str, expected: bool) -> None:
    """A text can be kept everywhere if it has no lone surrogate and no U+0000."""
    assert expected == sound(text)
