"""Strategies for whole plans."""

from collections.abc import Callable
from datetime import date
from string import ascii_lowercase
from typing import Any

import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

import careertrack as ct
import careertrack.strategies as cs
from careertrack.catalogue import KINDS


def drawn(strategy: SearchStrategy[ct.Plan], count: int) -> list[ct.Plan]:
    """So many examples of a strategy."""
    seen: list[ct.Plan] = []

    @settings(max_examples=count, phases=[Phase.generate])
    @given(strategy)
    def draw(example: ct.Plan) -> None:
        seen.append(example)

    draw()
    return seen


@given(cs.plans())
def test_plans_are_whole(plan: ct.Plan) -> None:
    """Any plan is valid as it stands: its records, read again from its text, fit together."""
    assert plan == ct.loads(ct.dumps(plan))
    assert len(plan) <= 12


@pytest.mark.parametrize("size", [0, 1, 2, 7, 30])
@settings(max_examples=10)
@given(data=st.data())
def test_size(size: int, data: Any) -> None:
    """A plan of a size has exactly so many records."""
    assert size == len(data.draw(cs.plans(size=size)))


@given(cs.plans(min_size=2, max_size=4))
def test_sizes(plan: ct.Plan) -> None:
    """A plan has no fewer and no more records than asked for."""
    assert 2 <= len(plan) <= 4


@given(cs.plans(min_size=20))
@settings(max_examples=5)
def test_the_most_follows_from_the_fewest(plan: ct.Plan) -> None:
    """With the fewest alone, the most are a dozen more."""
    assert 20 <= len(plan) <= 32


def test_each_kind_is_drawn() -> None:
    """Plans have records of every kind."""
    assert set(KINDS) == {record.kind for plan in drawn(cs.plans(min_size=12), 60) for record in plan}


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_alone(kind: str) -> None:
    """A plan of one kind has records of that kind, and those that they cannot do without."""
    plans = drawn(cs.plans(size=6, kinds=[kind]), 5)

    assert all(any(record.kind == kind for record in plan) for plan in plans)


@given(cs.plans(kinds=["goal", "check-in", "resolution"], min_size=3))
def test_kinds(plan: ct.Plan) -> None:
    """What can be about several kinds is about those that were asked for."""
    assert {"goal", "check-in", "resolution"} >= {record.kind for record in plan}


@pytest.mark.parametrize(
    ("kinds", "condition"),
    [
        pytest.param(["goal"], lambda p: any(each.parent for each in p.of(ct.Goal)), id="parents"),
        pytest.param(["goal"], lambda p: len(p) > len(p.as_of("2030-01-01").goals), id="revisions"),
        pytest.param(
            ["goal"],
            lambda p: any(r.due and r.due < r.on for r in p.of(ct.Goal)),
            id="revisions with a past day",
        ),
        pytest.param(
            ["commitment", "resolution"],
            lambda p: any(each.resolution for each in p.as_of("2030-01-01").commitments.values()),
            id="resolutions",
        ),
        pytest.param(
            ["course", "skill"], lambda p: any(r.teaches for r in p.of(ct.Course)), id="parts that name"
        ),
        pytest.param(
            ["skill"], lambda p: any(r.on for r in p.of(ct.Skill)), id="revisions of what has no day"
        ),
        pytest.param(
            ["commitment", "conversation"],
            lambda p: any(r.conversation for r in p.of(ct.Commitment)),
            id="facts that are named",
        ),
        pytest.param(["check-in"], lambda p: any(r.id for r in p.of(ct.CheckIn)), id="facts with an id"),
        pytest.param(
            ["event", "transition"],
            lambda p: any(r.transition for r in p.of(ct.Event) if r.on is None),
            id="named before it begins",
        ),
    ],
)
def test_plans_are_rich(kinds: list[str], condition: Callable[[ct.Plan], bool]) -> None:
    """Plans have what real ones have."""
    assert any(map(condition, drawn(cs.plans(min_size=6, kinds=kinds), 40)))


@given(cs.plans(owner="Ada", days=st.just(date(2020, 2, 29)), min_size=8))
def test_days_and_owner(plan: ct.Plan) -> None:
    """Owner and days are as given; a day that is taken gives way to the next free one."""
    days = {record.on for record in plan if record.on is not None}

    assert "Ada" == plan.owner
    assert all(date(2020, 2, 29) <= day < date(2020, 4, 1) for day in days)


@given(cs.plans(owner=st.sampled_from(["Ada", "Grace"])))
def test_owner_may_be_a_strategy(plan: ct.Plan) -> None:
    """The owner can be given as a strategy."""
    assert plan.owner in {"Ada", "Grace"}


def test_ids_go_on_after_z() -> None:
    """Ids are single letters first, then two, in the order that they were made."""
    ids = [record.id for record in drawn(cs.plans(size=80, kinds=["position"]), 1)[0] if record.on is None]

    assert [*ascii_lowercase, "ba", "bb"] == sorted(ids, key=lambda id: (len(id), id))[:28]


@pytest.mark.parametrize(
    ("options", "issue"),
    [
        ({"size": -1}, "plans.size: must be sizes from 0 up, the fewest no more than the most, got -1 to -1"),
        (
            {"min_size": 3, "max_size": 2},
            "plans.size: must be sizes from 0 up, the fewest no more than the most, got 3 to 2",
        ),
        ({"kinds": ["gaol"]}, "plans.kinds: 'gaol' is not a kind of record; did you mean \"goal\"?"),
        ({"kinds": []}, "plans.kinds: must be at least one kind of record, got none"),
    ],
)
def test_no_such_plan(options: dict[str, Any], issue: str) -> None:
    """What no plan can be is refused where it is asked for."""
    with pytest.raises(ct.InvalidValue) as caught:
        cs.plans(**options)

    assert issue == str(caught.value)


def test_no_kinds_for_no_records() -> None:
    """A plan without records needs no kinds."""
    assert ct.Plan() == find(cs.plans(size=0, kinds=[]), lambda _: True)
