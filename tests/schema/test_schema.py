"""The JSON Schema takes what is written, and refuses what is refused, as far as a schema can say it."""

import json
from copy import deepcopy
from typing import Any

import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator, FormatChecker
from tests.faults.documents import EVERYTHING, Path, everything, leaves, put, refused

import careertrack as ct
from careertrack.catalogue import KINDS
from careertrack.strategies import plans

WHOLE = Draft202012Validator(ct.json_schema(), format_checker=FormatChecker(["date"]))
ONE = {
    kind: Draft202012Validator(ct.json_schema(kind), format_checker=FormatChecker(["date"])) for kind in KINDS
}
FIRST = {record["kind"]: record for record in reversed(EVERYTHING)}
FULL = {kind: max((r for r in EVERYTHING if r["kind"] == kind), key=len) for kind in KINDS}
INSIDE = [(kind, way) for kind in KINDS for way in sorted(leaves(FULL[kind]), key=str)]


def full(kind: str, /, **fields: Any) -> dict[str, Any]:
    """A valid record of a kind with every field, and some others; `...` leaves a field out."""
    record = deepcopy(FULL[kind]) | fields
    return {name: value for name, value in record.items() if value is not ...}


def whole(**fields: Any) -> dict[str, Any]:
    """A small valid document, some of its fields changed; `...` leaves one out."""
    data = {"careertrack": "1.0", "owner": "Ada", "records": [{"kind": "skill", "id": "x", "name": "x"}]}
    return {name: value for name, value in (data | fields).items() if value is not ...}


# --- What it takes -----------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", [None, *KINDS])
def test_the_schema_is_one(kind: str | None) -> None:
    """Each schema is a valid JSON Schema of the draft it names, and plain JSON."""
    schema = ct.json_schema(kind)

    assert "https://json-schema.org/draft/2020-12/schema" == schema["$schema"]
    Draft202012Validator.check_schema(schema)
    assert schema == json.loads(json.dumps(schema))


def test_no_schema_of_what_is_no_kind() -> None:
    """A kind that there is not is refused with the nearest one."""
    with pytest.raises(ct.InvalidValue) as caught:
        ct.json_schema("skil")

    assert [ct.Issue("kind", "unknown-kind", {"got": "'skil'", "near": "skill"})] == list(caught.value.issues)


def test_everything_is_taken() -> None:
    """A document with every kind and every field is taken, as it came and as it is written."""
    WHOLE.validate(everything())
    WHOLE.validate(json.loads(ct.dumps(ct.loads(json.dumps(everything())))))


@settings(max_examples=25)
@given(plan=plans())
def test_what_is_written_is_taken(plan: ct.Plan) -> None:
    """Whatever plan is written, the schema takes."""
    data = json.loads(ct.dumps(plan))

    assert [] == [error.message for error in WHOLE.iter_errors(data)]
    for record in data["records"]:
        assert [] == [error.message for error in ONE[record["kind"]].iter_errors(record)]


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_is_taken_by_its_own_schema_alone(kind: str) -> None:
    """A record is taken by the schema of its kind, and by no other."""
    assert [kind] == [other for other in KINDS if ONE[other].is_valid(full(kind))]


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_has_a_schema(kind: str) -> None:
    """A schema names every field that there is, and says in a sentence what the kind is."""
    schema = ct.json_schema(kind)

    assert schema["description"].endswith(".")
    assert set(type(ct.from_dict(full(kind))).spec.by_name) - {"newer_fields"} | {"kind"} == set(
        schema["properties"]
    )


# --- What it refuses -----------------------------------------------------------------------------------


@pytest.mark.parametrize("wrong", [{"x": 1}, "\0", "é", [[1]], True, 1e99, ""], ids=repr)
def test_wrong_fields(wrong: Any) -> None:
    """A field that a record is refused for, the schema of its kind refuses as well."""
    for kind, way in INSIDE:
        record = full(kind)
        put(record, way, wrong)

        assert ONE[kind].is_valid(record) == (ct.issues(record) == ()), (kind, way)


@pytest.mark.parametrize("kind", KINDS)
def test_missing_fields(kind: str) -> None:
    """A record without a field is taken by the schema if and only if it is one."""
    for name in full(kind):
        record = full(kind, **{name: ...})

        assert ONE[kind].is_valid(record) == (ct.issues(record) == ()), name


@pytest.mark.parametrize("kind", KINDS)
def test_unknown_fields(kind: str) -> None:
    """An unknown field is refused in a record and in every part of it."""
    for way in {way[:-1] for way in leaves(full(kind)) if isinstance(way[-1], str)}:
        record = full(kind)
        put(record, (*way, "bogus"), 1)

        assert not ONE[kind].is_valid(record)


GOAL = {"kind": "goal", "id": "x", "on": "2026-01-05", "title": "x", "pillar": "skills"}
EFFORT = {"kind": "effort", "on": "2026-01-05", "minutes": 5}
RESOLUTION = {"kind": "resolution", "on": "2026-01-05"}
ROUTINE = {"kind": "routine", "id": "x", "on": "2026-01-05", "pillar": "skills"}
PROMISE = {"kind": "commitment", "id": "x", "on": "2026-01-05", "what": "x"}
SETBACK = {"kind": "setback", "id": "x", "on": "2026-01-05", "what": "x"}
EVENT = {"kind": "event", "id": "x", "title": "x"}

SAID: list[dict[str, Any]] = [
    *(
        {"kind": kind, **{n: v for n, v in full(kind).items() if n not in ("kind", "id")}}
        for kind in ("contact",)
    ),
    *(full(kind, id=...) for kind in ("commitment", "setback", "routine", "cadence")),
    {"kind": "position", "organization": "x"},
    {"kind": "transition", "on": "2026-01-05", "organization": "x"},
    EFFORT,
    EFFORT | {"goal": "a", "course": "b"},
    RESOLUTION,
    RESOLUTION | {"goal": "a", "setback": "b"},
    RESOLUTION | {"goal": "a", "expires": "2027-01-01"},
    {"kind": "check-in", "on": "2026-01-05", "goal": "a"},
    {"kind": "reflection", "on": "2026-01-05", "activity": "x"},
    {"kind": "reflection", "on": "2026-01-05", "hope": 1, "look_back": "2026-02-01"},
    {"kind": "capacity", "on": "2026-01-05"},
    full("runway", income=...),
    ROUTINE,
    ROUTINE | {"minutes": 5, "times": 5, "of": "events"},
    ROUTINE | {"times": 5},
    ROUTINE | {"minutes": 5, "of": "events"},
    PROMISE,
    PROMISE | {"pillar": "skills", "to": "a"},
    SETBACK | {"goal": "a", "transition": "b"},
    SETBACK | {"goal": "a", "conversation": "b"},
    SETBACK | {"conversation": "a", "transition": "b"},
    EVENT | {"starts": "2026-01-05T10:00"},
    EVENT | {"starts": "2026-01-05", "zone": "UTC"},
    EVENT | {"zone": "UTC"},
    *(GOAL | {"anchors": ["a"] * n} for n in (1, 4, 6)),
    GOAL | {"baseline": 1},
    GOAL | {"milestones": [{"due": "2026-02-01", "value": 1}]},
    GOAL | {"on": "2026-02-29"},
    GOAL | {"on": "2026-13-01"},
    GOAL | {"on": "20260101"},
    GOAL | {"importance": 3.5},
    {"kind": "position", "title": "x", "started": "2024-13"},
    {"kind": "position", "title": "x", "started": "0000"},
    EVENT | {"starts": "2026-01-05T24:00", "zone": "UTC"},
    {"kind": "conversation", "on": "2026-01-05", "contacts": []},
    {"kind": "conversation", "on": "2026-01-05", "contacts": ["a", "a"]},
    {"kind": "skill", "id": "x", "name": "x", "extra": {"No Namespace": 1}},
    {"kind": "skill", "id": "x" * 65, "name": "x"},
    {"kind": "skill", "id": "x", "name": "x" * 501},
]


@pytest.mark.parametrize("record", SAID, ids=lambda record: json.dumps(record)[9:60])
def test_rules_that_a_schema_can_say(record: dict[str, Any]) -> None:
    """What breaks a rule between fields that a schema can say, the schema refuses."""
    assert ct.issues(record)
    assert not ONE[record["kind"]].is_valid(record)
    assert not WHOLE.is_valid(whole(records=[record]))


INTERESTS = {
    "realistic": 2,
    "investigative": 6,
    "artistic": 4,
    "social": 3,
    "enterprising": 3,
    "conventional": 5,
}

# What JSON Schema has no words for: each with the reason.
UNSAID: dict[str, list[dict[str, Any]]] = {
    "it compares no two fields": [
        {"kind": "pause", "on": "2026-01-05", "until": "2026-01-04"},
        full("cadence", until="2025-01-01"),
        full("routine", until="2025-01-01"),
        full("offer", answer_by="2025-01-01"),
        full("reflection", look_back="2025-01-01"),
        full("position", started="2024", ended="2023"),
        full("priorities", needs=[{"criterion": "x", "at_least": 2, "at_most": 1}]),
        full("transition", pay_from="2 EUR", pay_to="1 EUR"),
        full("transition", pay_from="1 EUR", pay_to="2 USD"),
        full("runway", spending="1 USD"),
        {"kind": "interest-profile", "on": "2026-01-05", "interests": INTERESTS | {"social": 9}},
        {"kind": "interest-profile", "on": "2026-01-05", "interests": INTERESTS | {"low": 7}},
        GOAL | {"baseline": 5, "target": 5},
        GOAL | {"target": 0},
        GOAL | {"target": 5, "milestones": [{"due": "2026-02-01", "value": 9}]},
        GOAL | {"parent": "x"},
        full("contact", introduced_by="grace"),
        PROMISE | {"by": "a", "to": "a"},
    ],
    "it tells no two objects apart by one field": [
        full("role", requires=[{"skill": "a", "level": 1}, {"skill": "a", "level": 2}]),
        full("course", teaches=[{"skill": "a", "level": 1}, {"skill": "a", "level": 2}]),
        full("offer", ratings=[{"criterion": "a", "value": 1}, {"criterion": "a", "value": 2}]),
    ],
    "its dates are whole ones": [
        {"kind": "position", "title": "x", "started": "2023-02-29"},
        EVENT | {"starts": "2023-02-29"},
    ],
    "it makes no id from a name": [{"kind": "skill", "name": "!!!"}, {"kind": "position", "title": "!!!"}],
    "it tells 1e16 from no whole number, which JSON does not": [
        {"kind": "skill", "id": "x", "name": "x", "extra": {"acme": 2**53}},
    ],
    "what other programs keep is theirs": [
        {"kind": "skill", "id": "x", "name": "x", "extra": {"acme": "\0"}},
        {"kind": "skill", "id": "x", "name": "x", "extra": {"acme": json.loads("[" * 70 + "]" * 70)}},
    ],
}


@pytest.mark.parametrize(
    "record",
    [
        pytest.param(record, id=f"{why}: {record['kind']}")
        for why, records in UNSAID.items()
        for record in records
    ],
)
def test_rules_that_no_schema_can_say(record: dict[str, Any]) -> None:
    """What breaks a rule that JSON Schema has no words for is left to the library."""
    assert ct.issues(record)
    assert ONE[record["kind"]].is_valid(record)


@pytest.mark.parametrize(
    "broken",
    [
        whole(careertrack=...),
        whole(careertrack="2.0"),
        whole(careertrack="1"),
        whole(careertrack=1.0),
        whole(owner=5),
        whole(owner="x" * 501),
        whole(owner="\0"),
        whole(records=...),
        whole(records={}),
        whole(records=[5]),
        whole(records=[{"name": "x"}]),
        whole(records=[{"kind": "mood"}]),
        whole(records=[{"kind": 5}]),
        whole(bogus=1),
        [],
        None,
        "x",
    ],
    ids=lambda broken: json.dumps(broken)[:60],
)
def test_broken_documents(broken: Any) -> None:
    """A document that is broken in itself, the schema refuses as the library does."""
    assert refused(json.dumps(broken))
    assert not WHOLE.is_valid(broken)


@pytest.mark.parametrize("good", [whole(), whole(owner=...), whole(owner=""), whole(records=[])])
def test_good_documents(good: Any) -> None:
    """What stands for itself in a document may be left out."""
    assert ct.loads(json.dumps(good)) is not None
    WHOLE.validate(good)


def test_the_whole_refuses_what_its_parts_refuse() -> None:
    """A record that is broken anywhere is refused in a document as well."""
    data = everything()
    ways: list[Path] = [way for way in sorted(leaves(data), key=str) if way[0] == "records"][::40]
    for way in ways:
        broken = deepcopy(data)
        put(broken, way, {"x": 1})

        assert not WHOLE.is_valid(broken)
