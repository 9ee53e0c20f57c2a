"""Faults as data, and the errors that carry them."""

import pickle
import re
from pathlib import Path
from typing import Any

import attrs
import pytest

import careertrack
from careertrack import (
    CareertrackError,
    InvalidDocument,
    InvalidPlan,
    InvalidValue,
    Issue,
    MissingExtra,
    Money,
)
from careertrack.errors import _HINTS, _SENTENCES, LONGEST_SHOWN, MOST_ISSUES, nearest, shown

SOURCE = "\n".join(
    path.read_text(encoding="utf-8")
    for path in Path(careertrack.__file__).parent.rglob("*.py")
    if path.stem != "errors"
)
ISSUE = Issue("Goal.pillar", "word", {"rule": "one of change, skills", "got": "'skill'", "near": "skills"})
CARRIERS = [InvalidValue, InvalidPlan, InvalidDocument]


class Ours:
    """A class whose ``repr`` tells more than it should."""

    def __repr__(self) -> str:
        return "a secret"


class Item(Ours):
    """One that begins with a vowel."""


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, "None"),
        (True, "True"),
        (7, "7"),
        (2.50, "2.5"),
        (float("nan"), "nan"),
        ("text", "'text'"),
        ("it's", '"it\'s"'),
        ("a\nb\x1b\u202e\ud800é", "'a\\nb\\x1b\\u202e\\ud800\\xe9'"),
        ("x" * 78, f"'{'x' * 78}'"),
        ("x" * 79, f"'{'x' * 76}..."),
        ("x" * 10**7, f"'{'x' * 76}..."),
        ("é" * 100, ("'" + "\\xe9" * 20)[:77] + "..."),
        (2**200 - 1, str(2**200 - 1)),
        (-(10**1000), "a whole number of 3322 bits"),
        ([1] * 9, "a list of 9"),
        ((), "a tuple of 0"),
        ({"a": 1}, "a dict of 1"),
        ({1}, "a set of 1"),
        (frozenset(), "a frozenset of 0"),
        (b"bytes", "a bytes"),
        (Money(1, "EUR"), "a Money"),
        (Ours(), "an Ours"),
        (Item(), "an Item"),
    ],
)
def test_shown(value: object, expected: str) -> None:
    """A value is shown escaped and cut, never with what it holds or says of itself."""
    assert expected == shown(value)
    assert LONGEST_SHOWN >= len(expected)
    assert "a personal value" == shown(value, personal=True)


@pytest.mark.parametrize(
    ("word", "known", "expected"),
    [
        ("pyhton", ["python", "ruby"], "python"),
        ("xyz", ["python"], ""),
        ("sql", [], ""),
        ("a" * 10_000, ["a" * 80], "a" * 80),
        ("ab", ["abd", "abc"], "abd"),  # of two as near the last, whatever the order they come in
        ("ab", ["abc", "abd"], "abd"),
    ],
)
def test_nearest(word: str, known: list[str], expected: str) -> None:
    """The nearest known word, if any is near."""
    assert expected == nearest(word, known)


def test_the_sentence() -> None:
    """An issue reads: where, the rule, what came, what was likely meant."""
    expected = "Goal.pillar: must be one of change, skills, got 'skill'; did you mean \"skills\"?"

    assert expected == str(ISSUE)
    assert expected == f"{ISSUE.path}: {ISSUE.message}; {ISSUE.hint}"


def test_hints() -> None:
    """A hint is the nearest word, else what the fault advises, else what its code does, else nothing."""
    texts = [
        Issue("$", "no-id", {"got": "x", "near": "sql", "hint": "own"}).hint,
        Issue("$", "no-id", {"got": "x", "hint": "own"}).hint,
        Issue("$", "later", {"kind": "skill", "id": "sql", "since": "2026-01-01"}).hint,
        Issue("$", "missing", {"rule": "text"}).hint,
    ]

    assert ['did you mean "sql"?', "own", "record the skill earlier, or this later", ""] == texts
    assert "$: must be given: text" == str(Issue("$", "missing", {"rule": "text"}))


def test_braces_are_left_alone() -> None:
    """What came is never read as a pattern."""
    issue = Issue("$", "value", {"rule": "text", "got": "'{rule} {0} {'", "near": "{near}"})

    assert "$: must be text, got '{rule} {0} {'; did you mean \"{near}\"?" == str(issue)


def test_plain_data() -> None:
    """As plain data it holds the facts and both sentences."""
    expected: dict[str, Any] = {
        "path": "Goal.pillar",
        "code": "word",
        "params": {"rule": "one of change, skills", "got": "'skill'", "near": "skills"},
        "message": "must be one of change, skills, got 'skill'",
        "hint": 'did you mean "skills"?',
    }

    assert expected == ISSUE.to_dict()
    assert ISSUE.params is not ISSUE.to_dict()["params"]


def test_an_issue_is_a_value() -> None:
    """Equal by what it says, hashable, frozen, and as it was out of a pickle."""
    assert ISSUE == pickle.loads(pickle.dumps(ISSUE))
    assert {ISSUE} == {attrs.evolve(ISSUE)}
    assert ISSUE != attrs.evolve(ISSUE, params={})
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        ISSUE.path = "$"  # type: ignore[misc]


@pytest.mark.parametrize("code", _SENTENCES)
def test_every_sentence_is_of_use(code: str) -> None:
    """No code has a sentence that nothing gives."""
    assert re.search(rf'[("]{code}"', SOURCE)


def test_every_code_has_a_sentence() -> None:
    """Every code that is given has a sentence, every hint is of such a code."""
    given_codes = set(re.findall(r'Issue\(\s*[^,()]+(?:\([^()]*\))?[^,()]*,\s*"([a-z-]+)"', SOURCE))

    assert "value" in given_codes
    assert set() == given_codes - _SENTENCES.keys()
    assert set() == _HINTS.keys() - _SENTENCES.keys()


@pytest.mark.parametrize("cls", CARRIERS)
def test_carriers(cls: type[InvalidValue]) -> None:
    """What is refused carries its issues, says each on a line of its own, and pickles."""
    error = cls([ISSUE, Issue("Goal.title", "missing", {"rule": "text"})])
    back = pickle.loads(pickle.dumps(error))

    assert [str(issue) for issue in error.issues] == str(error).splitlines()
    assert (error.issues,) == error.args
    assert (type(error), error.issues, str(error)) == (type(back), back.issues, str(back))


@pytest.mark.parametrize("cls", CARRIERS)
def test_at_most_a_hundred(cls: type[InvalidValue]) -> None:
    """A million faults do not fill the memory."""
    issues = cls([Issue(str(i), "missing", {"rule": "text"}) for i in range(1_000)]).issues

    assert [str(i) for i in range(MOST_ISSUES)] == [issue.path for issue in issues]


def test_kinds_of_errors() -> None:
    """All are errors of this library; a bad value is a ValueError, a missing extra an ImportError."""
    assert [True] * 4 == [issubclass(cls, CareertrackError) for cls in (*CARRIERS, MissingExtra)]
    assert [True, False, False] == [issubclass(cls, ValueError) for cls in CARRIERS]
    assert issubclass(MissingExtra, ImportError)
    assert not hasattr(MissingExtra, "issues")


def test_missing_extra() -> None:
    """It says which library is missing and what brings it, also out of a pickle."""
    error = MissingExtra("vcard", "vobject")
    back = pickle.loads(pickle.dumps(error))

    assert "vobject is needed here: pip install 'careertrack[vcard]'" == str(error) == str(back)
    assert ("vcard", "vobject") == (back.extra, back.library) == error.args
