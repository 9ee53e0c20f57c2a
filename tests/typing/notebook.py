"""A session in a notebook, as type checkers see it."""

from collections.abc import Mapping
from datetime import date
from typing import assert_type

import careertrack as ct


def session() -> None:
    """A plan of ten readable lines, and what it answers."""
    plan = ct.Plan(owner="Ada")
    plan += ct.Skill(name="SQL", top=7)
    plan += ct.Role(
        title="Data lead",
        requires=[ct.Requirement(skill="sql", level=5, importance=4.5, must_have=True)],
    )
    plan += ct.TargetRole(on="2026-01-05", roles=["data-lead"])
    plan += ct.Contact(id="grace", name="Grace Hopper", relations=["manager"])
    plan += ct.Cadence(id="one-to-one", on="2026-01-05", contact="grace", every="2 weeks")
    plan += ct.Assessment(on="2026-01-09", skill="sql", level=3)
    assert_type(plan, ct.Plan)

    now = plan.as_of("2026-03-01")
    assert_type(now, ct.Snapshot)
    assert_type(now.day, date)
    assert_type(now.skills["sql"].level, float | None)
    assert_type(now.skills["sql"].skill, ct.Skill)
    assert_type(now.contacts["grace"].contact, ct.Contact)
    assert_type(now.target_roles, tuple[str, ...])
    assert_type(now.capacity, ct.Capacity | None)
    assert_type(now.facts(ct.Assessment), tuple[ct.Assessment, ...])
    assert_type(now.latest(ct.Runway), ct.Runway | None)
    assert_type(now.findings(), tuple[ct.Finding, ...])

    review = now.review()
    assert_type(review, ct.Review)
    assert_type(review.progress, ct.Score)
    assert_type(review.progress.value, float | None)
    assert_type(review.progress["goals"], ct.Score)
    assert_type(review.readiness, Mapping[str, ct.Readiness])
    assert_type(review.readiness["data-lead"].must_haves, tuple[ct.MustHave, ...])
    assert_type(review.explain(), str)
    assert_type(review.practice["manager"].explain(), str)
    assert_type((review.practice.value, review.outlook.value), tuple[float | None, float | None])

    plan = plan.revise(ct.Cadence, "one-to-one", on="2026-03-02", every="3 weeks")
    assert_type(plan, ct.Plan)
    assert_type(repr(plan), str)
