"""What a failing test shows in the end is short."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import Phase, find, settings
from hypothesis.strategies import SearchStrategy

import careertrack as ct
import careertrack.strategies as cs

SETTINGS = settings(
    max_examples=2000, phases=[Phase.generate, Phase.shrink], derandomize=True, database=None, deadline=None
)


@pytest.mark.parametrize(
    ("strategy", "condition", "expected"),
    [
        (cs.skills(), lambda _: True, {"kind": "skill", "id": "a", "name": "0"}),
        (
            cs.goals(),
            lambda goal: goal.milestones,
            {
                "kind": "goal",
                "id": "a",
                "on": "2000-01-01",
                "title": "0",
                "pillar": "direction",
                "target": 1,
                "milestones": [{"due": "2000-01-02", "value": 0.1}],
            },
        ),
        (
            cs.conversations(),
            lambda talk: len(talk.contacts) > 1,
            {"kind": "conversation", "on": "2000-01-01", "contacts": ["a", "b"]},
        ),
        (
            cs.transitions(),
            lambda move: move.pay_to,
            {"kind": "transition", "id": "a", "on": "2000-01-01", "pay_to": "0 EUR"},
        ),
        (
            cs.efforts(),
            lambda effort: effort.skill,
            {"kind": "effort", "on": "2000-01-01", "minutes": 1, "skill": "a"},
        ),
        (
            cs.commitments(),
            lambda promise: promise.due,
            {
                "kind": "commitment",
                "id": "a",
                "on": "2000-01-01",
                "what": "0",
                "pillar": "direction",
                "due": "2000-01-02",
            },
        ),
    ],
)
def test_a_record_is_short(
    strategy: SearchStrategy[Any], condition: Callable[[Any], Any], expected: dict[str, Any]
) -> None:
    """A record shrinks to an id of one letter, an early day, and the fields that matter."""
    assert expected == ct.to_dict(find(strategy, lambda record: bool(condition(record)), settings=SETTINGS))


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        (lambda _: True, []),
        (
            lambda plan: plan.of(ct.CheckIn),
            [
                {"kind": "goal", "id": "a", "on": "2026-01-01", "title": "0", "pillar": "direction"},
                {"kind": "check-in", "on": "2026-01-01", "goal": "a", "level": 0},
            ],
        ),
        (
            lambda plan: any(len(plan.as_of(date).skills) > 2 for date in ["2026-01-01"]),
            [{"kind": "skill", "id": id, "name": "0"} for id in "abc"],
        ),
    ],
)
def test_a_plan_is_short(condition: Callable[[ct.Plan], Any], expected: list[dict[str, Any]]) -> None:
    """A plan shrinks to the records that matter, begun on one early day."""
    found = find(cs.plans(), lambda plan: bool(condition(plan)), settings=SETTINGS)

    assert expected == [ct.to_dict(record) for record in found]
