"""What is loaded can be saved again without losing anything."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DataObject

import careertrack as ct
from careertrack.records import CLASSES
from careertrack.shapes import Choice
from careertrack.strategies import plans, records

NAMES = st.text("abcxyz_", min_size=1, max_size=8).map(lambda name: f"newer_{name}")
LEAVES = (
    st.none()
    | st.booleans()
    | st.integers(-1000, 1000)
    | st.floats(-1, 1)
    | st.text("ab é\u2028", max_size=5)
)
VALUES = (
    LEAVES | st.lists(LEAVES, max_size=2) | st.dictionaries(st.text("ab", max_size=3), LEAVES, max_size=2)
)


def objects(document: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Every object of a document in which a newer version may say more: itself, records, their parts."""
    yield document
    for record in document["records"]:
        yield record
        for name, value in record.items():
            parts = value if isinstance(value, list) else [value]
            yield from (part for part in parts if isinstance(part, dict) and name != "extra")


def words(document: dict[str, Any]) -> Iterator[tuple[dict[str, Any], str]]:
    """Every word of a closed vocabulary in a document: the record and the field."""
    for record in document["records"]:
        for name in record:
            field = CLASSES[record["kind"]].spec.by_name.get(name)
            if field is not None and isinstance(field.shape, Choice):
                yield record, name


def as_sets(items: list[dict[str, Any]]) -> set[str]:
    """Records as texts that do not depend on the order of fields."""
    return {json.dumps(item, sort_keys=True) for item in items}


def others(document: dict[str, Any]) -> dict[str, Any]:
    """What a document says beside its records."""
    return {name: value for name, value in document.items() if name != "records"}


@st.composite
def newer_documents(draw: st.DrawFn) -> dict[str, Any]:
    """Documents as a newer minor version may have written them: with more fields, kinds and words."""
    document: dict[str, Any] = json.loads(ct.dumps(draw(plans(min_size=3))))
    document["careertrack"] = draw(st.sampled_from(["1.1", "1.10", "1.9999"]))
    told, said = list(objects(document)), list(words(document))
    if said:
        for record, name in draw(st.lists(st.sampled_from(said), max_size=2)):
            record[name] = "a-newer-word"
    for place in draw(st.lists(st.integers(0, len(told) - 1), max_size=5)):
        told[place][draw(NAMES)] = draw(VALUES)
    for id in draw(st.lists(st.sampled_from("abc"), max_size=2, unique=True)):
        document["records"].append({"kind": "newer-kind", "id": id, "about": draw(VALUES)})
    return document


@given(plan=plans(min_size=2, owner=st.text('Aé\u2028\\"', max_size=3)))
def test_loading_what_was_dumped(plan: ct.Plan) -> None:
    """A plan's document says what the plan says, and is its own canonical form, as text and as bytes."""
    text = ct.dumps(plan)

    assert plan == ct.loads(text) == ct.loads(text.encode())
    assert text == ct.dumps(ct.loads(text))
    assert hash(plan) == hash(ct.loads(text))


@given(plan=plans(min_size=2), data=st.data())
def test_any_document_has_one_canonical_form(plan: ct.Plan, data: DataObject) -> None:
    """Records and fields in any order, with any spaces and escapes, and given twice: the same bytes."""
    document = json.loads(ct.dumps(plan))
    given = data.draw(st.permutations(document["records"])) + document["records"][:1]
    document["records"] = [dict(data.draw(st.permutations(list(record.items())))) for record in given]
    indent, escaped = data.draw(st.sampled_from([None, 0, 3])), data.draw(st.booleans())
    text = json.dumps(
        dict(data.draw(st.permutations(list(document.items())))), indent=indent, ensure_ascii=escaped
    )

    assert ct.dumps(plan) == ct.dumps(ct.loads(text))


@given(record=records())
def test_a_record_as_plain_data(record: ct.Record) -> None:
    """A record made of its own plain data, which is JSON, is that record."""
    plain = json.loads(json.dumps(record.to_dict()))

    assert record == ct.from_dict(plain)
    assert hash(record) == hash(ct.from_dict(plain))
    assert () == ct.issues(plain)


@given(document=newer_documents())
def test_what_a_newer_version_wrote_survives(document: dict[str, Any]) -> None:
    """Unknown fields, kinds and words of a newer minor version survive loading, editing and dumping."""
    loaded = ct.loads(json.dumps(document))
    edited = loaded.add(ct.Reflection(on="2026-01-01", energy=1, note="added here"))
    edited = edited.merge(loaded).replace(edited.of(ct.Reflection)[0], edited.of(ct.Reflection)[0])
    saved = json.loads(ct.dumps(edited))
    added = {"kind": "reflection", "on": "2026-01-01", "energy": 1, "note": "added here"}

    assert as_sets([*document["records"], added]) == as_sets(saved["records"])
    assert others(document) == others(saved)
    assert loaded == ct.loads(ct.dumps(loaded)) == edited.without(ct.from_dict(added))


@settings(max_examples=10)
@given(document=newer_documents())
def test_what_a_newer_version_wrote_survives_a_file(tmp_path_factory: Any, document: dict[str, Any]) -> None:
    """What a file of a newer minor version holds is still there after it was loaded and saved."""
    path: Path = tmp_path_factory.mktemp("saved") / "plan.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    ct.save(ct.load(path), path)
    saved = json.loads(path.read_text(encoding="utf-8"))

    assert as_sets(document["records"]) == as_sets(saved["records"])
    assert others(document) == others(saved)


@given(document=newer_documents(), day=st.dates())
def test_a_newer_plan_can_be_asked(document: dict[str, Any], day: date) -> None:
    """A plan with records that this version cannot read answers for any day, from those that it can."""
    plan = ct.loads(json.dumps(document))
    now = plan.as_of(day)

    assert day == now.review().day
    assert [] == [goal for goal in now.goals.values() if type(goal.goal) is not ct.Goal]
    assert {goal.id for goal in plan.of(ct.Goal)} >= set(now.goals)
