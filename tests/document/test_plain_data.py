"""Records as plain data: for forms, which never fail, and there and back."""

import json
from types import MappingProxyType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.faults.documents import EVERYTHING, everything

import careertrack as ct
from careertrack.catalogue import KINDS
from careertrack.records import CLASSES
from careertrack.values import json_fault

JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text()
    | st.sampled_from(["2026-01-05", "sql"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)
PYTHON = (
    st.binary(max_size=3)
    | st.dates()
    | st.datetimes()
    | st.complex_numbers()
    | st.decimals()
    | st.fractions()
    | st.sets(st.integers(), max_size=3)
    | st.tuples(st.integers(), st.text())
    | st.builds(object)
    | st.sampled_from(
        [ct.Skill, ct.Skill(name="SQL"), ct.Money("5", "EUR"), ct.Every(1, "day"), Ellipsis, KINDS]
    )
    | st.builds(lambda: iter([1]))
    | st.functions()
)
NAMES = sorted({name for cls in CLASSES.values() for name in cls.spec.by_name})


@st.composite
def almost_records(draw: st.DrawFn) -> dict[Any, Any]:
    """A record of `everything` with some of its fields replaced by anything."""
    record: dict[Any, Any] = json.loads(json.dumps(draw(st.sampled_from(EVERYTHING))))
    names = st.sampled_from([*record, *NAMES]) | st.text(max_size=5) | st.integers()
    return record | draw(st.dictionaries(names, JSON | PYTHON, max_size=4))


def is_told(found: tuple[ct.Issue, ...]) -> bool:
    """Whether each issue can be told in words and in plain data."""
    return all(str(issue) and issue.to_dict() and issue.path.startswith("$") for issue in found)


@given(mapping=almost_records())
def test_issues_never_raises(mapping: dict[Any, Any]) -> None:
    """Whatever a form sends, what is wrong with it is said; where nothing is, it is a record."""
    found = ct.issues(mapping)

    assert is_told(found)
    if found:
        with pytest.raises(ct.InvalidValue) as caught:
            ct.from_dict(mapping)
        assert found[:100] == caught.value.issues
    else:
        assert mapping["kind"] == ct.from_dict(mapping).kind


@given(mapping=JSON | PYTHON | st.dictionaries(st.sampled_from(["kind", *NAMES]), JSON | PYTHON))
def test_issues_never_raises_on_anything(mapping: Any) -> None:
    """What is no record at all has issues, never an error."""
    assert is_told(ct.issues(mapping))


def test_issues_of_what_holds_itself() -> None:
    """Data that holds itself is refused like data that is too deep."""
    loop: dict[str, Any] = {}
    loop["acme"] = [loop]

    assert [("$.extra", "value")] == [
        (issue.path, issue.code) for issue in ct.issues({"kind": "skill", "name": "x", "extra": loop})
    ]
    assert [("$.name", "value")] == [
        (issue.path, issue.code) for issue in ct.issues({"kind": "skill", "name": loop, "id": "x"})
    ]


def test_any_mapping_will_do() -> None:
    """A form may send any mapping, not only a `dict`."""
    mapping = MappingProxyType({"kind": "skill", "name": "SQL"})

    assert () == ct.issues(mapping)
    assert ct.Skill(name="SQL") == ct.from_dict(mapping)


@pytest.mark.parametrize("record", EVERYTHING, ids=lambda record: f"{record['kind']} {record.get('id', '')}")
def test_there_and_back(record: dict[str, Any]) -> None:
    """A record as plain data is that record, and comes back as the same data, in the same order."""
    made = ct.from_dict(record)

    assert record == ct.to_dict(made)
    assert made == ct.from_dict(ct.to_dict(made))
    assert json.dumps(ct.to_dict(made)) == json.dumps(ct.to_dict(ct.from_dict(ct.to_dict(made))))
    assert () == ct.issues(record)
    assert json_fault(ct.to_dict(made)) == ""


@pytest.mark.parametrize("record", EVERYTHING, ids=lambda record: f"{record['kind']} {record.get('id', '')}")
def test_fields_stand_in_a_fixed_order(record: dict[str, Any]) -> None:
    """The kind comes first, then the id and the day; the note and what others keep come last."""
    reversed_record = dict(reversed(record.items()))
    names = list(ct.to_dict(ct.from_dict(reversed_record)))
    declared = ["kind", *ct.from_dict(record).spec.by_name]

    assert [name for name in declared if name in record] == names


def test_from_dict_raises_with_every_fault() -> None:
    """Every broken field of plain data is told at once."""
    with pytest.raises(ct.InvalidValue) as caught:
        ct.from_dict({"kind": "skill", "name": "", "top": 0, "x": 1})

    assert [("$.x", "unknown-field"), ("$.name", "value"), ("$.top", "value")] == [
        (issue.path, issue.code) for issue in caught.value.issues
    ]


def test_writing_is_a_fixed_point() -> None:
    """The canonical text does not depend on the order of records or fields, and is read as the same plan."""
    data = everything()
    mixed = {
        **data,
        "records": [dict(reversed(record.items())) for record in reversed(data["records"])],
    }
    text = ct.dumps(ct.loads(json.dumps(data)))

    assert text == ct.dumps(ct.loads(json.dumps(mixed)))
    assert text == ct.dumps(ct.loads(text))
    assert len(data["records"]) + 2 == text.count("\n")


def test_defaults_are_left_out() -> None:
    """A field that has its default is not written."""
    given = {"kind": "contact", "id": "a", "name": "A"}
    defaults = {
        "relations": [],
        "organization": None,
        "trust": None,
        "vouches": False,
        "extra": {},
        "note": None,
    }

    assert given == ct.to_dict(ct.from_dict(given | defaults))


def test_an_empty_plan() -> None:
    """A plan of nothing is a document of nothing."""
    assert '{"careertrack": "1.0", "owner": "", "records": []}\n' == ct.dumps(ct.Plan())
    assert ct.Plan() == ct.loads(ct.dumps(ct.Plan())) == ct.loads('{"careertrack": "1.0", "records": []}')


def test_bytes_of_any_sort() -> None:
    """Bytes may be a `bytearray`."""
    assert ct.Plan() == ct.loads(bytearray(ct.dumps(ct.Plan()).encode()))  # type: ignore[arg-type]
