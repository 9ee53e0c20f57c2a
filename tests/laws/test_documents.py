"""What is loaded can be saved again without losing anything."""

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

import careertrack as ct
from careertrack.strategies import plans, records

NAMES = st.text("abcdefghijklmnopqrstuvwxyz_", min_size=1, max_size=8).map(lambda name: f"newer_{name}_x")
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-1000, 1000) | st.text("abc ", max_size=5),
    lambda inner: (
        st.lists(inner, max_size=2) | st.dictionaries(st.text("abc", max_size=3), inner, max_size=2)
    ),
    max_leaves=4,
)


def newer(plan: ct.Plan, data: st.DataObject) -> dict[str, Any]:
    """The document of a plan as a newer minor version may have written it."""
    document: dict[str, Any] = json.loads(ct.dumps(plan))
    document["careertrack"] = "1.7"
    objects = [document, *document["records"]]
    for record in document["records"]:
        objects += [
            part
            for value in record.values()
            if isinstance(value, list)
            for part in value
            if isinstance(part, dict)
        ]
    for each in data.draw(st.lists(st.sampled_from(range(len(objects))), max_size=5)):
        objects[each][data.draw(NAMES)] = data.draw(VALUES)
    for _ in range(data.draw(st.integers(0, 2))):
        document["records"].append(
            {"kind": "newer-kind", "id": data.draw(st.sampled_from("abc")), "about": 1}
        )
    words = [r for r in document["records"] if "pillar" in r]
    for record in data.draw(st.lists(st.sampled_from(words), max_size=2)) if words else ():
        record["pillar"] = "spirit"
    return document


@given(plans())
def test_loading_what_was_dumped(plan: ct.Plan) -> None:
    """A plan's document says what the plan says, and is its own canonical form."""
    text = ct.dumps(plan)

    assert ct.loads(text) == plan
    assert ct.dumps(ct.loads(text)) == text
    assert ct.loads(text.encode()) == plan


@given(plans(), st.data())
def test_the_order_of_a_document_does_not_matter(plan: ct.Plan, data: st.DataObject) -> None:
    """Records in any order, fields in any order: the same plan."""
    document = json.loads(ct.dumps(plan))
    shuffled = [
        dict(data.draw(st.permutations(list(record.items()))))
        for record in data.draw(st.permutations(document["records"]))
    ]

    assert ct.loads(json.dumps({**document, "records": shuffled})) == plan


@given(records())
def test_a_record_as_plain_data(record: ct.Record) -> None:
    """A record made of its own plain data is that record."""
    plain = json.loads(json.dumps(record.to_dict()))

    assert ct.from_dict(plain) == record
    assert ct.issues(plain) == ()
    assert hash(ct.from_dict(plain)) == hash(record)


@given(plans(), st.data())
def test_a_newer_version_survives(plan: ct.Plan, data: st.DataObject) -> None:
    """Unknown fields, kinds and words of a newer minor version survive loading, editing and saving."""
    document = newer(plan, data)
    loaded = ct.loads(json.dumps(document))
    edited = loaded + ct.Reflection(on="2026-01-01", energy=1, note="added here")
    saved = json.loads(ct.dumps(edited))

    assert ct.loads(ct.dumps(loaded)) == loaded
    assert saved["careertrack"] == "1.7"
    assert {name: value for name, value in saved.items() if name.startswith("newer_")} == {
        name: value for name, value in document.items() if name.startswith("newer_")
    }
    kept = [json.dumps(record, sort_keys=True) for record in saved["records"]]
    assert [] == [each for each in document["records"] if json.dumps(each, sort_keys=True) not in kept]
    assert (
        len(saved["records"]) == len({json.dumps(each, sort_keys=True) for each in document["records"]}) + 1
    )
