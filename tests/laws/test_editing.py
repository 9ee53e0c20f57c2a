"""What is taken away can be put back, and what is renamed be itself again."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import DataObject

import careertrack as ct
from careertrack.record import Definition
from careertrack.strategies import plans


def some_definition(plan: ct.Plan, data: DataObject) -> tuple[ct.Plan, Definition]:
    """A definition of a plan, which has one at least."""
    plan = plan.add(ct.Skill(id="sql", name="SQL"))
    return plan, data.draw(st.sampled_from([record for record in plan if isinstance(record, Definition)]))


@given(plan=plans(min_size=3), data=st.data())
def test_without_and_back(plan: ct.Plan, data: DataObject) -> None:
    """A definition goes with all that refers to it, and with it they come back."""
    plan, definition = some_definition(plan, data)
    smaller = plan.without(type(definition), definition.id, cascade=True)
    gone = [record for record in plan if record not in smaller]

    assert definition in gone
    assert {definition.kind} | {record.kind for record in smaller} >= {record.kind for record in smaller}
    assert f'"{definition.id}"' not in named(smaller, definition)
    assert plan == smaller.add(gone)
    assert ct.dumps(plan) == ct.dumps(smaller.add(reversed(gone)))


def named(plan: ct.Plan, definition: Definition) -> str:
    """The ids of a kind that a plan names, its own among them."""
    ids = [named for record in plan for _, named in paths(record, definition)]
    return json.dumps(ids + [record.id for record in plan.of(type(definition))])


def paths(record: ct.Record, definition: Definition) -> list[tuple[str, str]]:
    """Where a record names a definition."""
    return list(record.paths_to(definition.kind, definition.id))


@given(plan=plans(min_size=3), data=st.data())
def test_without_refuses_what_others_name(plan: ct.Plan, data: DataObject) -> None:
    """Without cascading, a definition goes alone or not at all."""
    plan, definition = some_definition(plan, data)
    own = [r for r in plan if (r.kind, r.id) == (definition.kind, definition.id)]
    users = [r for r in plan if r not in own and paths(r, definition)]
    if users:
        with pytest.raises(ct.InvalidPlan) as caught:
            plan.without(type(definition), definition.id)

        assert {"in-use"} == {issue.code for issue in caught.value.issues}
    else:
        assert set(own) == set(plan) - set(plan.without(type(definition), definition.id))


@given(plan=plans(min_size=3), data=st.data())
def test_facts_go_one_by_one(plan: ct.Plan, data: DataObject) -> None:
    """A fact without an id can always go alone, and come back."""
    plan = plan.add(ct.Reflection(on="2026-01-01", energy=0))
    fact = data.draw(st.sampled_from([record for record in plan if record.id is None]))

    assert {fact} == set(plan) - set(plan.without(fact))
    assert plan == plan.without(fact).add(fact)


@given(plan=plans(min_size=3), data=st.data())
def test_rename_there_and_back(plan: ct.Plan, data: DataObject) -> None:
    """An id can be another and be itself again; as many records stay, and none names the old id."""
    plan, definition = some_definition(plan, data)
    cls, id = type(definition), definition.id
    other = plan.rename(cls, id, "quite-another")

    assert len(plan) == len(other)
    assert [] == [record for record in other if (record.kind, record.id) == (definition.kind, id)]
    assert [] == [record for record in other if paths(record, definition)]
    assert plan == other.rename(cls, "quite-another", id)


@given(plan=plans(min_size=2), data=st.data())
def test_replace_there_and_back(plan: ct.Plan, data: DataObject) -> None:
    """A correction can be taken back."""
    record: Any = data.draw(st.sampled_from(plan.records))
    other = record.evolve(note="corrected")

    assert other in plan.replace(record, other)
    assert plan == plan.replace(record, other).replace(other, record)
