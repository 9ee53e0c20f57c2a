"""Strategies for single records."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DataObject, SearchStrategy

import careertrack as ct
import careertrack.strategies as cs
from careertrack.catalogue import KINDS
from careertrack.record import Record, Timeless
from careertrack.records import CLASSES

PLURALS: dict[str, Callable[..., SearchStrategy[Record]]] = {
    "skill": cs.skills,
    "organization": cs.organizations,
    "contact": cs.contacts,
    "event": cs.events,
    "role": cs.roles,
    "course": cs.courses,
    "position": cs.positions,
    "goal": cs.goals,
    "transition": cs.transitions,
    "evidence": cs.evidence,
    "routine": cs.routines,
    "cadence": cs.cadences,
    "conversation": cs.conversations,
    "commitment": cs.commitments,
    "setback": cs.setbacks,
    "interest-profile": cs.interest_profiles,
    "priorities": cs.priorities,
    "reflection": cs.reflections,
    "target-role": cs.target_roles,
    "capacity": cs.capacities,
    "runway": cs.runways,
    "pause": cs.pauses,
    "effort": cs.efforts,
    "assessment": cs.assessments,
    "check-in": cs.check_ins,
    "step": cs.steps,
    "offer": cs.offers,
    "resolution": cs.resolutions,
}
KIND = pytest.mark.parametrize("kind", KINDS)


def drawn(strategy: SearchStrategy[Any], count: int) -> list[Any]:
    """So many examples of a strategy."""
    seen: list[Any] = []

    @settings(max_examples=count, phases=[Phase.generate])
    @given(strategy)
    def draw(example: Any) -> None:
        seen.append(example)

    draw()
    return seen


def test_one_plural_a_kind() -> None:
    """There is a strategy for each kind of record, and nothing else but records and plans."""
    assert list(KINDS) == list(PLURALS)
    assert sorted([*(each.__name__ for each in PLURALS.values()), "plans", "records"]) == sorted(cs.__all__)


@KIND
@settings(max_examples=20)
@given(data=st.data())
def test_each_gives_its_kind(kind: str, data: DataObject) -> None:
    """A kind's strategy gives records of that kind, which its JSON gives again."""
    record = data.draw(PLURALS[kind]())

    assert CLASSES[kind] is type(record)
    assert record == ct.from_dict(ct.to_dict(record))


@KIND
@settings(max_examples=5)
@given(data=st.data())
def test_any_field_can_be_given(kind: str, data: DataObject) -> None:
    """Any one field can be given, with any value that some record has; the others are drawn to fit it."""
    cls = CLASSES[kind]
    example = data.draw(PLURALS[kind]())
    for field in cls.spec.fields:
        value = getattr(example, field.name)

        assert value == getattr(data.draw(PLURALS[kind](**{field.name: value})), field.name)


@KIND
@settings(max_examples=5)
@given(data=st.data())
def test_any_field_can_be_left_out(kind: str, data: DataObject) -> None:
    """Any field that need not be there can be given as left out, where another takes its place if need be."""
    for field in CLASSES[kind].spec.fields:
        if field.optional:
            assert getattr(data.draw(PLURALS[kind](**{field.name: None})), field.name) is None


@KIND
def test_each_field_is_used(kind: str) -> None:
    """No field is always left out, but for what only later records and newer versions have."""
    seen = drawn(PLURALS[kind](), 150)
    used = {f.name for f in CLASSES[kind].spec.fields if any(getattr(r, f.name) != f.default for r in seen)}
    first = {"on"} if issubclass(CLASSES[kind], Timeless) else set()

    assert set(CLASSES[kind].spec.by_name) - {"newer_fields"} - first == used


def test_a_field_may_be_a_strategy() -> None:
    """A field can be given as a strategy, and as anything that the constructor takes."""
    parent = ct.Goal(on="2026-01-01", title="All", pillar="change")
    goals = drawn(cs.goals(on="2026-01-05", target=st.sampled_from([3, 4]), parent=parent), 10)

    assert {date(2026, 1, 5)} == {goal.on for goal in goals}
    assert {3.0, 4.0} == {goal.target for goal in goals}
    assert {"all"} == {goal.parent for goal in goals}


def test_the_id_may_be_left_to_the_name() -> None:
    """An id given as none is made from the name, as in the constructor."""
    assert {"sql"} == {skill.id for skill in drawn(cs.skills(id=None, name="SQL"), 3)}


@pytest.mark.parametrize(
    ("fields", "issue"),
    [
        ({"titel": "x"}, 'Goal.titel: is not a field of Goal; did you mean "title"?'),
        ({"importance": 7}, "Goal.importance: must be a number from 0 to 3, got 7"),
        ({"title": None}, "Goal.title: must be text of 1 to 500 whole characters, got None"),
    ],
)
def test_a_wrong_field_is_refused(fields: dict[str, Any], issue: str) -> None:
    """A name that is no field, or a value that the field cannot hold, is refused where it is given."""
    with pytest.raises(ct.InvalidValue) as caught:
        cs.goals(**fields)

    assert issue == str(caught.value)


def test_a_wrong_value_from_a_strategy_is_refused() -> None:
    """A strategy that gives what the field cannot hold fails, naming the field."""
    with pytest.raises(ct.InvalidValue) as caught:
        drawn(cs.goals(importance=st.just(7)), 1)

    assert "Goal.importance: must be a number from 0 to 3, got 7" == str(caught.value)


@pytest.mark.parametrize("kind", KINDS)
def test_records_are_of_every_kind(kind: str) -> None:
    """The strategy for records gives every kind."""
    unshrunk = settings(phases=[Phase.generate], max_examples=5_000)

    assert find(cs.records(), lambda record: record.kind == kind, settings=unshrunk).kind == kind
