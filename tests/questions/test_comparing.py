"""The door to comparisons takes plans by their names, and nothing else."""

from typing import Any

import pytest

import careertrack as ct


@pytest.mark.parametrize(
    ("plans", "said"),
    [
        (5, "plans: must be plans by their names, got 5"),
        ([ct.Plan()], "plans: must be plans by their names, got a list of 1"),
        ({"now": ct.Plan(), "then": 5}, "plans['then']: must be a plan, got 5"),
    ],
)
def test_what_is_no_plan_is_refused(plans: Any, said: str) -> None:
    """By its place."""
    with pytest.raises(ct.InvalidValue) as caught:
        ct.compare(plans, "2026-01-05")

    assert said == str(caught.value)


def test_plans_stand_in_the_order_given() -> None:
    """The first is the one that the others are compared with."""
    found = ct.compare({"now": ct.Plan(), "then": ct.Plan()}, "2026-01-05")

    assert ["now", "then"] == [branch.name for branch in found.branches]
