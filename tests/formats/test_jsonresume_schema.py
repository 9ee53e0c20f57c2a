"""The schema of a resume, beside the real one."""

import json
import sys
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator
from tests.formats.resumes import JUNK, WORDS, nodes, put, valid

import careertrack as ct
from careertrack.formats import jsonresume

OURS = Draft7Validator(jsonresume.schema(), format_checker=Draft7Validator.FORMAT_CHECKER)
PROSE = {"description", "title", "$id"}


@pytest.fixture(scope="module")
def real(shared_data: Path) -> Any:
    """The schema that JSON Resume publishes."""
    return json.loads((shared_data / "jsonresume" / "schema.json").read_text(encoding="utf-8"))


def bare(schema: Any, named: bool = False) -> Any:
    """A schema without its prose; what is called like a part of speech is a field where it is named."""
    if not isinstance(schema, dict):
        return schema
    return {
        name: bare(inner, name in {"properties", "definitions"} and not named)
        for name, inner in schema.items()
        if named or name not in PROSE
    }


def test_it_is_a_schema() -> None:
    """It keeps to draft 7, and each call gives one of its own."""
    Draft7Validator.check_schema(jsonresume.schema())
    jsonresume.schema()["properties"]["work"]["items"]["properties"]["summary"]["type"] = "number"

    assert OURS.schema == jsonresume.schema()


def test_it_states_the_same_constraints(real: Any) -> None:
    """Without its prose the real schema is ours."""
    assert bare(real) == jsonresume.schema()


@given(data=st.data(), resume=valid(jsonresume.schema(), WORDS))
def test_it_judges_as_the_real_one_does(real: Any, data: st.DataObject, resume: Any) -> None:
    """Whatever is put in whatever place, both schemas have the same to say, and of what is valid nothing."""
    theirs = Draft7Validator(real, format_checker=Draft7Validator.FORMAT_CHECKER)
    assert OURS.is_valid(resume)

    places = [path for path, _ in nodes(resume)]
    if places:
        put(resume, data.draw(st.sampled_from(places)), data.draw(JUNK))

    assert faults(theirs, resume) == faults(OURS, resume)


def faults(validator: Any, resume: Any) -> list[tuple[str, str]]:
    """Where a validator finds a fault, and by which rule."""
    return sorted((error.json_path, error.validator) for error in validator.iter_errors(resume))


@given(data=st.data(), resume=valid(jsonresume.schema(), WORDS))
def test_what_breaks_it_is_reported_and_left_out(data: st.DataObject, resume: Any) -> None:
    """Each fault is an issue at its path, its value is not shown, and the resume is left as it was."""
    places = [path for path, _ in nodes(resume)]
    if places:
        put(resume, data.draw(st.sampled_from(places)), data.draw(JUNK))
    before = deepcopy(resume)
    found = {path for path, _ in faults(OURS, resume)}
    told = [
        issue for issue in jsonresume.read(resume, on="2026-01-01").issues if issue.params["rule"] == "schema"
    ]

    assert before == resume
    assert found <= {issue.path for issue in told}
    assert not any("'no'" in str(issue) for issue in told)


@pytest.mark.parametrize(
    ("resume", "expected"),
    [
        ({"work": {}}, "$.work: must be a list, got a dict of 0"),
        ({"work": ["x"]}, "$.work[0]: must be an object, got a personal value"),
        ({"work": [{"name": 7}]}, "$.work[0].name: must be text, got a personal value"),
        ({"work": [{"name": True}]}, "$.work[0].name: must be text, got a personal value"),
        (
            {"work": [{"highlights": ["a", None]}]},
            "$.work[0].highlights[1]: must be text, got None; "
            "leave it out where there is none, or while it lasts",
        ),
        (
            {"work": [{"endDate": "Present"}]},
            "$.work[0].endDate: must be a year, month or day, such as 2014, 2014-04 or 2014-04-01, "
            "got a personal value; leave it out where there is none, or while it lasts",
        ),
        (
            {"basics": {"url": ""}},
            "$.basics.url: must be an address with its scheme, such as https://example.org, got ''; "
            "leave it out where there is none, or while it lasts",
        ),
        (
            {"basics": {"profiles": [{"url": "example.org"}]}},
            "$.basics.profiles[0].url: must be an address with its scheme, such as https://example.org, "
            "got a personal value",
        ),
        ({"basics": {"email": "ada"}}, "$.basics.email: must be an e-mail address, got a personal value"),
        (
            {"projects": [{"url": "https://example.org\n"}]},
            "$.projects[0].url: must be an address with its scheme, such as https://example.org, "
            "got a personal value",
        ),
        (
            {"awards": [{"date": "2014\n"}]},
            "$.awards[0].date: must be a year, month or day, such as 2014, 2014-04 or 2014-04-01, "
            "got a personal value; leave it out where there is none, or while it lasts",
        ),
    ],
)
def test_a_fault_says_its_rule(resume: dict[str, object], expected: str) -> None:
    """A fault is told by its path and by the rule it breaks; what was written there is personal."""
    told = [str(issue) for issue in jsonresume.read(resume).issues if issue.params["rule"] == "schema"]

    assert [expected] == told


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://example.org/a?b=c#d", True),
        ("https://[2001:db8::1]:8080/", True),
        ("mailto:ada@example.org", True),
        ("urn:isbn:0451450523", True),
        ("https://example.org/a%20b", True),
        ("https://example.org/a b", False),
        ("https://example.org/%zz", False),
        ("https://exämple.org", False),
        ("https://[::g]/", False),
        ("//example.org", False),
        ("https://example.org\n", False),
        (" https://example.org", False),
        ("https://example.org/" + "a" * 100_000, True),
        ("https://" + "a:" * 50_000 + " ", False),
    ],
)
def test_what_is_an_address(url: str, expected: bool) -> None:
    """An address is a URI of RFC 3986 with its scheme, however long, whichever library judges it."""
    assert expected is not bool(jsonresume.read({"basics": {"url": url}}).issues)


def test_without_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the library, reading and writing name the extra that brings it; the schema needs none."""
    monkeypatch.setitem(sys.modules, "jsonschema", None)

    with pytest.raises(ct.MissingExtra, match=r"careertrack\[jsonresume\]"):
        jsonresume.read({})
    with pytest.raises(ct.MissingExtra, match=r"careertrack\[jsonresume\]"):
        jsonresume.write(ct.Plan(), "2026-01-01")
    assert jsonresume.schema()


def test_without_what_checks_formats(monkeypatch: pytest.MonkeyPatch) -> None:
    """A library that would let any text pass for an address is not taken for one that checks it."""
    monkeypatch.delitem(Draft7Validator.FORMAT_CHECKER.checkers, "uri")

    with pytest.raises(ct.MissingExtra, match=r"rfc3986-validator is needed"):
        jsonresume.read({})
