"""Break any field of a valid document, and its path is what is told; break many, and all are."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.faults.documents import Path, all_fields, everything, json_path, leaves, put, refused

import careertrack as ct
from careertrack.catalogue import KINDS

WAYS = sorted(leaves(everything()), key=str)
INSIDE = [way for way in WAYS if len(way) > 1 and way[-1] != "kind"]
WRONG: dict[str, Any] = {"an object": {"x": 1}, "U+0000": "\0"}


def broken(*ways: Path, value: Any) -> str:
    """The text of the whole document, with a value put where some ways lead."""
    data = everything()
    for way in ways:
        put(data, way, value)
    return json.dumps(data)


def test_the_document_has_everything() -> None:
    """The document that is broken here is valid, and has each kind and each field."""
    records = everything()["records"]
    inside = {
        (record["kind"], *(step for step in way if isinstance(step, str)))
        for record in records
        for way in leaves(record)
    }
    extras = {(record["kind"], "extra") for record in records if "extra" in record}

    assert set(KINDS) == {record["kind"] for record in records}
    assert set() == all_fields() - inside - extras
    assert len(records) == len(ct.loads(json.dumps(everything())))


@pytest.mark.parametrize("way", WAYS, ids=json_path)
def test_any_one_field(way: Path) -> None:
    """The path that is told is the broken field's, and no other."""
    for wrong in WRONG.values():
        assert [json_path(way)] == [path for path, _ in refused(broken(way, value=wrong))]


@pytest.mark.parametrize("wrong", WRONG)
@given(ways=st.sets(st.sampled_from(INSIDE), min_size=2, max_size=100))
def test_many_at_once(wrong: str, ways: set[Path]) -> None:
    """All broken fields are told at once, and nothing else."""
    assert {json_path(way) for way in ways} == {
        path for path, _ in refused(broken(*ways, value=WRONG[wrong]))
    }


def test_an_unknown_field_in_every_object() -> None:
    """A field that there is not is told in every record and every part."""
    data = everything()
    expected = []
    for way in {way[:-1] for way in leaves(data) if isinstance(way[-1], str)}:
        put(data, (*way, "bogus"), 1)
        expected.append(f"{json_path(way)}.bogus")

    assert sorted(expected) == sorted(path for path, _ in refused(json.dumps(data)))


@pytest.mark.parametrize("place", range(len(everything()["records"])))
def test_every_required_field(place: int) -> None:
    """A record without a field that it cannot be made without says which, for each of them."""
    record = everything()["records"][place]
    needed = [field.name for field in type(ct.from_dict(record)).spec.fields if field.required]
    for name in needed:
        data = everything()
        del data["records"][place][name]
        found = ct.issues({key: value for key, value in record.items() if key != name})

        assert [(f"$.records[{place}].{name}", "missing")] == refused(json.dumps(data))
        assert [(f"$.{name}", "missing")] == [(issue.path, issue.code) for issue in found]
