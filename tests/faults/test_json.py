"""What is no JSON, or JSON that not every reader keeps, is refused where it stands."""

import json
import os
import subprocess
from pathlib import Path
from typing import Any

import attrs
import dateutil
import pytest
from tests.faults.documents import document, issues_of, refused

import careertrack as ct
from careertrack import parsing, reading
from careertrack.values import MOST_DEEP

ROOT = Path(__file__).resolve().parents[2]
SKILL = '{"kind": "skill", "name": "SQL"}'


def text(*records: str, more: str = "") -> str:
    """The text of a document with these records, each as text."""
    return f'{{"careertrack": "1.0", {more}"records": [{", ".join(records)}]}}'


def nested(depth: int, inner: str = "1") -> str:
    """A list in a list, so many of them."""
    return "[" * depth + inner + "]" * depth


# --- No JSON at all ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("broken", "reason", "line", "column"),
    [
        pytest.param("", "Expecting value", 1, 1, id="empty"),
        pytest.param(b"", "Expecting value", 1, 1, id="empty bytes"),
        pytest.param(" \n\n  ", "Expecting value", 3, 3, id="blank"),
        pytest.param(
            '{"careertrack": "1.0",\n "rec', "Unterminated string starting at", 2, 2, id="cut short"
        ),
        pytest.param('{\n"careertrack": "1.0",\n\n', None, 4, 1, id="cut short between"),
        pytest.param(f"{text()} x", "Extra data", 1, 39, id="text after the end"),
        pytest.param(f"{text()}\n{text()}", "Extra data", 2, 1, id="two documents"),
        pytest.param("{'careertrack': '1.0'}", None, 1, 2, id="other quotes"),
        pytest.param('{"careertrack": "1.0"\n"records": []}', None, 2, 1, id="no comma"),
        pytest.param("{}\0", "Extra data", 1, 3, id="U+0000 after the end"),
        pytest.param(
            '{"owner": "a\nb"}', "Invalid control character at", 1, 13, id="a raw line feed in a text"
        ),
        pytest.param('{"owner": "\\x"}', None, 1, 12, id="an unknown escape"),
        pytest.param('{"owner": 01}', None, 1, 12, id="a leading zero"),
    ],
)
def test_no_json(broken: str | bytes, reason: str | None, line: int, column: int) -> None:
    """Text that is no JSON is refused with the line and column where it stops being any."""
    (issue,) = issues_of(broken)

    assert ("$", "json") == (issue.path, issue.code)
    assert (line, column) == (issue.params["line"], issue.params["column"])
    assert reason in (None, issue.params["reason"])
    assert f"line {line}, column {column}" in str(issue)


@pytest.mark.parametrize(
    ("content", "offset"),
    [
        (b'{"careertrack": "1.0", "owner": "\xff", "records": []}', 33),
        (b'{"owner": "Zo\xc3"}', 13),
        (b'{"owner": "\xed\xa0\x80"}', 11),
        (text().encode() + b"\x80", 37),
    ],
    ids=["no byte of UTF-8", "a character cut in two", "half a surrogate pair", "after the end"],
)
def test_no_utf8(content: bytes, offset: int) -> None:
    """Bytes that are not UTF-8 are refused with the offset of the first that cannot be read."""
    (issue,) = issues_of(content)

    assert ("$", "encoding", offset) == (issue.path, issue.code, issue.params["offset"])
    assert f"$: is not UTF-8: byte {offset} cannot be read; write it as UTF-8" == str(issue)


@pytest.mark.parametrize("name", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_utf16_is_recognized(name: str) -> None:
    """A document in UTF-16 or UTF-32 is refused; by its byte order mark it is known."""
    content = text(SKILL).encode(name)
    (issue,) = issues_of(content)

    assert issue.code == ("encoding" if name in ("utf-16", "utf-32") else "json")
    assert ("UTF-16" in issue.hint) == (name in ("utf-16", "utf-32"))


@pytest.mark.parametrize("content", ["\ufeff" + text(SKILL), b"\xef\xbb\xbf" + text(SKILL).encode()])
def test_a_byte_order_mark_is_dropped(content: str | bytes) -> None:
    """One byte order mark at the start is accepted, and not written back."""
    plan = ct.loads(content)

    assert ct.loads(text(SKILL)) == plan
    assert not ct.dumps(plan).startswith("\ufeff")


def test_a_second_byte_order_mark() -> None:
    """A second byte order mark is text like any other, and no JSON."""
    assert [("$", "json")] == refused("\ufeff\ufeff" + text())


# --- Size and depth ------------------------------------------------------------------------------


class Counted:
    """A parser that says how often it was asked."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.texts: list[str] = []
        real = parsing.decode

        def decode(text: str) -> Any:
            self.texts.append(text)
            return real(text)

        monkeypatch.setattr(parsing, "decode", decode)


@pytest.mark.parametrize(
    "content",
    [
        b" " * 2**24 + b" ",
        " " * 2**24 + " ",
        "é" * 2**23 + " ",
        b"\xff" * (2**24 + 1),
    ],
    ids=["bytes", "text", "text of two bytes a character", "bytes of no text"],
)
def test_too_large(content: str | bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    """More than 16 MiB is refused before anything is decoded or parsed."""
    parser = Counted(monkeypatch)

    assert [ct.Issue("$", "too-large", {"size": 2**24 + 1, "most": 2**24})] == list(issues_of(content))
    assert [] == parser.texts


def test_just_not_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    """16 MiB are read."""
    parser = Counted(monkeypatch)
    content = text(SKILL).encode().ljust(2**24)

    assert 1 == len(ct.loads(content))
    assert 1 == len(parser.texts)


DEEP = {
    "at the root": lambda depth: nested(depth - 1, text(SKILL)) if depth else "",
    "as an unknown field of the document": lambda depth: text(more=f'"x": {nested(depth - 1)}, '),
    "as a record": lambda depth: text(nested(depth - 2)),
    "as an unknown field": lambda depth: text(
        f'{{"kind": "skill", "name": "SQL", "x": {nested(depth - 3)}}}'
    ),
    "as a field": lambda depth: text(f'{{"kind": "skill", "name": {nested(depth - 3)}}}'),
    "as an id": lambda depth: text(f'{{"kind": "skill", "name": "SQL", "id": {nested(depth - 3)}}}'),
    "as the kind": lambda depth: text(f'{{"kind": {nested(depth - 3)}}}'),
    "in a part": lambda depth: text(
        f'{{"kind": "role", "title": "x", "requires": [{{"skill": {nested(depth - 5)}}}]}}'
    ),
    "in extra": lambda depth: text(
        f'{{"kind": "skill", "name": "SQL", "extra": {{"acme": {nested(depth - 4)}}}}}'
    ),
    "as objects": lambda depth: text(
        '{"kind": "skill", "name": "SQL", "extra": {"acme": '
        + '{"a":' * (depth - 4)
        + "1"
        + "}" * (depth - 4)
        + "}}"
    ),
    "as the version": lambda depth: f'{{"careertrack": {nested(depth - 1)}, "records": []}}',
    "as the owner": lambda depth: text(more=f'"owner": {nested(depth - 1)}, '),
    "in a newer document": lambda depth: text(
        f'{{"kind": "skill", "name": "SQL", "x": {nested(depth - 3)}}}'
    ).replace('"1.0"', '"1.9"'),
    "in a newer document's own field": lambda depth: text(more=f'"x": {nested(depth - 1)}, ').replace(
        '"1.0"', '"1.9"'
    ),
    "in a newer kind": lambda depth: text(f'{{"kind": "mood", "x": {nested(depth - 3)}}}').replace(
        '"1.0"', '"1.9"'
    ),
}


@pytest.mark.parametrize("where", DEEP)
@pytest.mark.parametrize("depth", [65, 1_000, 100_000])
def test_too_deep(where: str, depth: int) -> None:
    """What is nested more than 64 deep is refused, wherever it stands; Python's stack holds."""
    assert [ct.Issue("$", "depth", {"most": 64})] == list(issues_of(DEEP[where](depth)))


@pytest.mark.parametrize("where", ["in extra", "as objects", "in a newer document", "in a newer kind"])
def test_just_not_too_deep(where: str) -> None:
    """64 deep is read where any JSON may stand, and written back."""
    plan = ct.loads(DEEP[where](64))

    assert plan == ct.loads(ct.dumps(plan))


def test_as_deep_as_a_constructor_takes_can_be_loaded() -> None:
    """What a constructor takes in `extra` is never too deep to be loaded again."""

    def skill(depth: int) -> ct.Skill:
        return ct.Skill(name="SQL", extra={"acme": json.loads(nested(depth))})

    deepest = max(depth for depth in range(1, 100) if is_made(skill, depth))

    assert MOST_DEEP - 4 == deepest
    assert skill(deepest) == next(iter(ct.loads(ct.dumps(ct.Plan() + skill(deepest)))))


def is_made(make: Any, depth: int) -> bool:
    """Whether a constructor takes it."""
    try:
        make(depth)
    except ct.InvalidValue:
        return False
    return True


DEEP_ELSEWHERE = """
import json, sys
import careertrack as ct
for text in json.load(sys.stdin):
    try:
        ct.loads(text)
    except ct.InvalidDocument as error:
        print(*[(issue.path, issue.code) for issue in error.issues])
"""


def test_too_deep_in_other_pythons() -> None:
    """Later Pythons, whose stacks are of other sizes, refuse what is too deep as this one does."""
    others = [
        python
        for version in ("3.12", "3.13", "3.14")
        for python in sorted(Path.home().glob(f".pyenv/versions/{version}.*/bin/python"))[-1:]
    ]
    if not others:
        pytest.skip("no later Python at hand")
    texts = json.dumps([make(depth) for make in DEEP.values() for depth in (65, 1_000, 100_000)])
    places = [str(ROOT / "src"), *{str(Path(module.__file__).parents[1]) for module in (attrs, dateutil)}]
    for python in others:
        said = subprocess.run(
            [python, "-c", DEEP_ELSEWHERE],
            env={**os.environ, "PYTHONPATH": os.pathsep.join(places)},
            input=texts,
            stdout=subprocess.PIPE,
            text=True,
            check=True,
        ).stdout

        assert ["('$', 'depth')"] * 3 * len(DEEP) == said.splitlines()


# --- Repeated names --------------------------------------------------------------------------------

TWICE = {
    "$.owner": text(more='"owner": "Ada", "owner": "Eve", '),
    "$.careertrack": text(more='"careertrack": "1.0", '),
    "$.records": text(more='"records": [], '),
    "$['a b']": text(more='"a b": 1, "a b": 2, ').replace("1.0", "1.9"),
    "$.x.y": text(more='"x": {"y": 1, "y": 1}, ').replace("1.0", "1.9"),
    "$.records[0].name": text('{"kind": "skill", "name": "SQL", "name": "SQL"}'),
    "$.records[0].kind": text('{"kind": "skill", "kind": "skill", "name": "SQL"}'),
    "$.records[1].requires[0].level": text(
        SKILL, '{"kind": "role", "title": "x", "requires": [{"skill": "sql", "level": 1, "level": 2}]}'
    ),
    "$.records[0].extra.acme": text('{"kind": "skill", "name": "SQL", "extra": {"acme": 1, "acme": 1}}'),
    "$.records[0].extra.acme[1].b": text(
        '{"kind": "skill", "name": "SQL", "extra": {"acme": [0, {"b": 1, "c": 1, "b": 1}]}}'
    ),
    "$.records[0].x.y": text('{"kind": "mood", "x": {"y": 1, "y": 1}}').replace("1.0", "1.9"),
}


@pytest.mark.parametrize("path", TWICE)
def test_a_name_twice_in_one_object(path: str) -> None:
    """A name that stands twice in one object is refused where it stands, at any level."""
    issues = issues_of(TWICE[path])

    assert [(path, "duplicate-key")] == [(issue.path, issue.code) for issue in issues]
    assert path.endswith(issues[0].params["key"].strip("'") if "b'" not in path else "['a b']")


def test_names_twice_in_several_objects() -> None:
    """Each repeated name is told once, however often it stands there."""
    broken = text(
        '{"kind": "skill", "name": "a", "name": "b", "name": "c", "top": 1, "top": 2}',
        '{"kind": "skill", "name": "d", "name": "e"}',
        more='"owner": "Ada", "owner": "Eve", ',
    )

    assert [
        ("$.owner", "duplicate-key"),
        ("$.records[0].name", "duplicate-key"),
        ("$.records[0].top", "duplicate-key"),
        ("$.records[1].name", "duplicate-key"),
    ] == refused(broken)


# --- Numbers and texts that not every reader keeps --------------------------------------------------


LIKES = (
    '{"kind": "role", "title": "x", "interests": {"realistic": 1, "investigative": 1, "artistic": 1, '
    '"social": 1, "enterprising": 1, "conventional": 1,'
)


def at(where: str, value: str, version: str = "1.0") -> str:
    """A document with a value, as text, in one of several places."""
    places = {
        "$.records[0].top": f'{{"kind": "skill", "name": "SQL", "top": {value}}}',
        "$.records[0].name": f'{{"kind": "skill", "id": "sql", "name": {value}}}',
        "$.records[0].extra": f'{{"kind": "skill", "name": "SQL", "extra": {{"acme": [{value}]}}}}',
        "$.records[0].minutes": f'{{"kind": "capacity", "on": "2026-01-05", "minutes": {value}}}',
        "$.records[0].interests.low": f'{LIKES} "low": {value}}}}}',
        "$.records[0].new": f'{{"kind": "skill", "name": "SQL", "new": {value}}}',
        "$.records[0].interests.new": f'{LIKES} "new": {value}}}}}',
        "$.records[0].newest": f'{{"kind": "mood", "newest": {value}}}',
    }
    return text(places[where]).replace("1.0", version)


NUMBERS = ["NaN", "Infinity", "-Infinity", "1e400", "-1e400", "9" * 5_000, f"-{'9' * 5_000}", "1" + "0" * 400]
NUMBER_PLACES = [
    "$.records[0].top",
    "$.records[0].minutes",
    "$.records[0].interests.low",
    "$.records[0].extra",
]
NEW_PLACES = ["$.records[0].new", "$.records[0].interests.new", "$.records[0].newest"]


@pytest.mark.parametrize("number", NUMBERS, ids=lambda number: number[:9])
@pytest.mark.parametrize("where", [*NUMBER_PLACES, "$.records[0].name"])
def test_no_number(where: str, number: str) -> None:
    """NaN, infinities and numbers beyond any float are refused at their field."""
    assert [(where, "value")] == refused(at(where, number))


@pytest.mark.parametrize("number", [*NUMBERS, str(2**53), str(-(2**53))], ids=lambda number: number[:9])
@pytest.mark.parametrize("where", NEW_PLACES)
def test_no_number_of_a_newer_version(where: str, number: str) -> None:
    """Fields of a newer version that could not be written back are refused as well."""
    assert [(where, "value")] == refused(at(where, number, "1.9"))


@pytest.mark.parametrize("number", [2**53, -(2**53), 2**53 + 1, 10**30])
def test_beyond_what_every_reader_keeps(number: int) -> None:
    """A whole number beyond 2^53 - 1 is refused, in other programs' JSON as in a field."""
    for where in NUMBER_PLACES:
        assert [(where, "value")] == refused(at(where, str(number)))


@pytest.mark.parametrize("number", [2**53 - 1, -(2**53) + 1])
def test_just_what_every_reader_keeps(number: int) -> None:
    """Whole numbers up to 2^53 - 1 are kept in other programs' JSON."""
    (skill,) = ct.loads(at("$.records[0].extra", str(number)))

    assert {"acme": [number]} == dict(skill.extra)


@pytest.mark.parametrize("where", ["$.records[0].top", "$.records[0].minutes"])
@pytest.mark.parametrize("value", ["true", "false", '"5"', "[5]", "{}", "null"])
def test_no_number_at_all(where: str, value: str) -> None:
    """True is no number, nor is a text of digits; null stands for nothing only where nothing will do."""
    expected = [] if (value, where) == ("null", "$.records[0].minutes") else [(where, "value")]
    expected = expected or [("$.records[0].minutes", "value")]  # a capacity has to say something

    assert expected == refused(at(where, value))


def test_one_is_not_true() -> None:
    """A number is no yes or no."""
    broken = {"kind": "contact", "id": "a", "name": "A", "vouches": 1}

    assert [("$.records[0].vouches", "value")] == refused(document(broken))


TEXTS = {
    "an escaped lone surrogate": '"a\\ud800"',
    "an escaped lone low surrogate": '"\\udc00a"',
    "a pair the wrong way round": '"\\udc00\\ud800"',
    "a raw lone surrogate": '"a\ud800"',
    "an escaped U+0000": '"a\\u0000b"',
}


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize("where", ["$.records[0].name", "$.records[0].extra", "$.records[0].top"])
def test_no_whole_text(where: str, name: str) -> None:
    """Lone surrogates, escaped or raw, and U+0000 are refused at their field."""
    assert [(where, "value")] == refused(at(where, TEXTS[name]))


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize("where", NEW_PLACES)
def test_no_whole_text_of_a_newer_version(where: str, name: str) -> None:
    """Texts of a newer version that could not be written back are refused as well."""
    assert [(where, "value")] == refused(at(where, TEXTS[name], "1.9"))


@pytest.mark.parametrize("name", TEXTS)
def test_no_whole_name(name: str) -> None:
    """The name of a field is a text as well: one that is not whole is told, escaped."""
    path = f"$.records[0][{json.loads(TEXTS[name])!a}]"
    broken = f'{{"kind": "skill", "name": "SQL", {TEXTS[name]}: 1}}'

    assert [(path, "unknown-field")] == refused(text(broken))
    assert [(path, "value")] == refused(text(broken).replace("1.0", "1.9"))
    assert [("$.records[0].extra", "value")] == refused(
        text(f'{{"kind": "skill", "name": "SQL", "extra": {{"acme": {{{TEXTS[name]}: 1}}}}}}')
    )


@pytest.mark.parametrize("name", TEXTS)
def test_no_whole_text_at_the_root(name: str) -> None:
    """The owner, the version and fields of a newer version are held to the same."""
    assert [("$.owner", "value")] == refused(text(more=f'"owner": {TEXTS[name]}, '))
    assert [("$.careertrack", "version")] == refused(text().replace('"1.0"', TEXTS[name]))
    assert [("$.x", "value")] == refused(text(more=f'"x": {TEXTS[name]}, ').replace("1.0", "1.9"))


def test_a_surrogate_pair_is_a_character() -> None:
    """A pair of surrogates is one character, and is kept."""
    (skill,) = ct.loads(text('{"kind": "skill", "id": "x", "name": "\\ud83d\\ude00"}'))

    assert {"kind": "skill", "id": "x", "name": "\U0001f600"} == ct.to_dict(skill)


# --- The shape of a document --------------------------------------------------------------------------


@pytest.mark.parametrize("root", ["[]", "null", '"x"', "1", "true", "NaN", "[{}]"])
def test_the_root_is_an_object(root: str) -> None:
    """A document is an object."""
    assert [("$", "value")] == refused(root)


@pytest.mark.parametrize("records", ["null", "{}", '"x"', "1", "true"])
def test_records_are_a_list(records: str) -> None:
    """The records of a document are a list."""
    assert [("$.records", "value")] == refused(f'{{"careertrack": "1.0", "records": {records}}}')


def test_records_are_needed() -> None:
    """A document without records says so."""
    assert [("$.records", "value")] == refused('{"careertrack": "1.0"}')


@pytest.mark.parametrize("record", ["null", "[]", '"x"', "1", "true", "NaN"])
def test_a_record_is_an_object(record: str) -> None:
    """Each record is an object."""
    assert [("$.records[1]", "value")] == refused(text(SKILL, record))


@pytest.mark.parametrize("owner", ["null", "1", "{}", f'"{"x" * 501}"', "[]"])
def test_the_owner_is_a_text(owner: str) -> None:
    """The owner is a text of at most 500 characters, and never shown."""
    (issue,) = issues_of(text(more=f'"owner": {owner}, '))

    assert ("$.owner", "value", "a personal value") == (issue.path, issue.code, issue.params["got"])


@pytest.mark.parametrize(
    ("kind", "near"),
    [('"skil"', "skill"), ('"Skill"', "skill"), ('"x"', ""), ("1", ""), ("null", ""), ("[]", "")],
)
def test_the_kind_is_one(kind: str, near: str) -> None:
    """A kind that there is not is refused with the nearest one."""
    (issue,) = issues_of(text(f'{{"kind": {kind}, "name": "SQL"}}'))

    assert ("$.records[0].kind", "unknown-kind", near) == (issue.path, issue.code, issue.params["near"])


def test_a_kind_is_needed() -> None:
    """A record without a kind says so."""
    assert [("$.records[0].kind", "missing")] == refused(text('{"name": "SQL"}'))


def test_unknown_fields() -> None:
    """A field that there is not is refused with the nearest one, at every level."""
    issues = issues_of(
        document(
            {"kind": "skill", "nmae": "x", "name": "SQL"},
            {"kind": "role", "title": "x", "requires": [{"skill": "sql", "levl": 1, "level": 1}]},
            ownr="Ada",
        )
    )

    assert [
        ("$.ownr", "unknown-field", "owner"),
        ("$.records[0].nmae", "unknown-field", "name"),
        ("$.records[1].requires[0].levl", "unknown-field", "level"),
    ] == [(issue.path, issue.code, issue.params["near"]) for issue in issues]


@pytest.mark.parametrize("name", ["self", "positional", "unknown", "newer_fields", "spec", "cls", "__init__"])
def test_names_that_mean_something_to_python(name: str) -> None:
    """A field called as something inside the library is a field like any other."""
    broken = document({"kind": "skill", "name": "SQL", name: 1})

    assert [(f"$.records[0].{name}", "value" if name == "newer_fields" else "unknown-field")] == refused(
        broken
    )
    assert ct.to_dict(next(iter(ct.loads(broken.replace("1.0", "1.9")))))[name] == 1


# --- All at once ------------------------------------------------------------------------------------------


def test_all_faults_at_once() -> None:
    """Faults of the document, of single records and between records come in one refusal."""
    broken = document(
        {"kind": "skill", "name": "SQL", "top": 0},
        {"kind": "assessment", "on": "2026-01-09", "skill": "sql", "level": 3},
        {"kind": "assessment", "on": "2026-13-09", "skill": "pyhton", "level": -1, "by": "me"},
        {"kind": "skill", "name": "Python"},
        {"kind": "assessment", "on": "2026-01-10", "skill": "pyhton", "level": 3},
        {"kind": "assessment", "on": "2026-01-11", "skill": "python", "level": 8},
        {"kind": "goal", "id": "a", "on": "2026-01-05", "title": "A", "pillar": "change", "parent": "b"},
        {"kind": "goal", "id": "b", "on": "2026-01-05", "title": "B", "pillar": "change", "parent": "a"},
        owner=7,
        more=1,
    )

    assert {
        ("$.owner", "value"),
        ("$.more", "unknown-field"),
        ("$.records[0].top", "value"),
        ("$.records[2].on", "value"),
        ("$.records[2].level", "value"),
        ("$.records[2].by", "word"),
        ("$.records[2].skill", "unknown-reference"),
        ("$.records[4].skill", "unknown-reference"),
        ("$.records[5].level", "above-top"),
        ("$.records[6].parent", "cycle"),
    } == set(refused(broken))


def test_a_hundred_faults_at_most() -> None:
    """Of more than a hundred faults the first hundred are told."""
    broken = document(*({"kind": "skill", "id": f"s{i}", "name": 1} for i in range(150)))

    assert [(f"$.records[{i}].name", "value") for i in range(100)] == refused(broken)
    assert [(f"$.x{i}", "unknown-field") for i in range(100)] == refused(
        document(**{f"x{i}": 1 for i in range(150)})
    )


def test_a_hundred_faults_are_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is read on when a hundred faults are known already."""
    read: list[str] = []
    real = reading.read_record

    def read_record(given: Any, at: str, *, is_newer: bool = False) -> Any:
        read.append(at)
        return real(given, at, is_newer=is_newer)

    monkeypatch.setattr(reading, "read_record", read_record)

    assert 100 == len(refused(text(*["0"] * 10_000)))
    assert 100 == len(read)


def test_a_broken_record_is_no_unknown_reference() -> None:
    """What a broken record would have been is not called unknown where it is referred to."""
    broken = document(
        {"kind": "skill", "name": "C++", "top": 0},
        {"kind": "skill", "id": "sql", "name": ""},
        {"kind": "contact", "id": "grace", "name": "Grace", "trust": 9},
        {"kind": "goal", "id": "apply", "on": 1, "title": "Apply", "pillar": "change"},
        {"kind": "conversation", "id": "talk", "on": "2026-01-05", "contacts": []},
        {"kind": "assessment", "on": "2026-01-09", "skill": "c-plus-plus", "level": 3},
        {"kind": "assessment", "on": "2026-01-09", "skill": "sql", "level": 3},
        {"kind": "cadence", "id": "x", "on": "2026-01-09", "contact": "grace", "every": "week"},
        {"kind": "check-in", "on": "2026-01-09", "goal": "apply", "value": 3},
        {
            "kind": "commitment",
            "id": "y",
            "on": "2026-01-09",
            "what": "x",
            "by": "grace",
            "conversation": "talk",
        },
    )

    assert [
        ("$.records[0].top", "value"),
        ("$.records[1].name", "value"),
        ("$.records[2].trust", "value"),
        ("$.records[3].on", "value"),
        ("$.records[4].contacts", "value"),
    ] == refused(broken)


def test_a_broken_record_is_no_conflict() -> None:
    """A broken record is not said to contradict another of the same id and day as well."""
    broken = document(
        {"kind": "skill", "name": "SQL", "top": 0},
        {"kind": "skill", "name": "SQL"},
        {"kind": "skill", "name": "SQL", "top": 5000},
    )

    assert [("$.records[0].top", "value"), ("$.records[2].top", "value")] == refused(broken)


def test_a_broken_record_hides_nothing_else() -> None:
    """A broken fact without an id could not be what is referred to, and a broken goal still has its day."""
    broken = document(
        {"kind": "conversation", "on": "2026-01-05", "contacts": []},
        {
            "kind": "commitment",
            "id": "y",
            "on": "2026-01-09",
            "what": "x",
            "pillar": "skills",
            "conversation": "talk",
        },
        {"kind": "goal", "id": "apply", "on": "2026-03-01", "title": 1, "pillar": "change"},
        {"kind": "check-in", "on": "2026-01-09", "goal": "apply", "value": 3},
    )

    assert {
        ("$.records[0].contacts", "value"),
        ("$.records[1].conversation", "unknown-reference"),
        ("$.records[2].title", "value"),
        ("$.records[3].goal", "later"),
    } == set(refused(broken))


def test_a_broken_record_is_still_the_first() -> None:
    """A revision is not judged as if it were the first record of its id, where that one is broken."""
    first = {"kind": "goal", "id": "apply", "on": "2026-01-05", "title": "Apply", "pillar": "change"}
    revised = {**first, "on": "2026-03-01", "due": "2026-02-01"}

    assert [("$.records[0].title", "value")] == refused(document({**first, "title": 1}, revised))
    assert [("$.records[0].on", "value")] == refused(document({**first, "on": 20260105}, revised))


def test_references_of_a_broken_record_are_judged() -> None:
    """What a broken record refers to in vain is told along with what else is broken in it."""
    broken = document(
        {"kind": "skill", "name": "SQL"},
        {
            "kind": "role",
            "title": 1,
            "requires": [{"skill": "slq", "level": 1}, {"skill": "sql", "level": 1}, 7],
        },
        {"kind": "conversation", "on": "2026-01-05", "contacts": ["grace", 1], "minutes": -1, "event": None},
    )

    assert [
        ("$.records[1].requires[0].skill", "unknown-reference"),
        ("$.records[1].requires[2]", "value"),
        ("$.records[1].title", "value"),
        ("$.records[2].contacts[0]", "unknown-reference"),
        ("$.records[2].contacts[1]", "value"),
        ("$.records[2].minutes", "value"),
    ] == sorted(refused(broken))
