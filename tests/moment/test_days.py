"""What is so on a day: facts, the latest of a kind, and nothing of a later day."""

from datetime import date

import attrs
import pytest

import careertrack as ct
from careertrack.record import Fact

INTERESTS = ct.Interests(realistic=2, investigative=6, artistic=4, social=3, enterprising=3, conventional=5)
BASE = ct.Plan(records=[ct.Role(title="Data lead"), ct.Role(title="Analyst")])
FIRST: tuple[Fact, ...] = (
    ct.Capacity(on="2026-01-05", minutes=300),
    ct.Priorities(on="2026-01-05", motivators=["learning", "pay"]),
    ct.InterestProfile(on="2026-01-05", interests=INTERESTS),
    ct.Runway(on="2026-01-05", savings="40000 EUR", spending="4000 EUR"),
    ct.TargetRole(on="2026-01-05", roles=["data-lead", "analyst"]),
)
SECOND: tuple[Fact, ...] = (
    ct.Capacity(on="2026-02-05", minutes=60),
    ct.Priorities(on="2026-02-05", motivators=["rest"]),
    ct.InterestProfile(on="2026-02-05", interests=attrs.evolve(INTERESTS, social=7)),
    ct.Runway(on="2026-02-05", savings="36000 EUR", spending="3000 EUR"),
    ct.TargetRole(on="2026-02-05", roles=["analyst"]),
)
PLAN = BASE.add(FIRST, SECOND)


def stated(day: str) -> tuple[object, ...]:
    """What is stated as of a day, in the order of the facts above."""
    now = PLAN.as_of(day)
    runway = None if now.runway is None else now.runway.runway
    return now.capacity, now.priorities, now.interests, runway, now.latest(ct.TargetRole)


def test_the_latest_statement_holds() -> None:
    """Each from its own day until the next one; before the first there is none."""
    assert (None,) * 5 == stated("2026-01-04")
    assert FIRST == stated("2026-01-05") == stated("2026-02-04")
    assert SECOND == stated("2026-02-05") == stated("2036-01-01")


def test_target_roles_can_be_cleared() -> None:
    """The main one first; an empty statement clears them, from its day."""
    plan = PLAN + ct.TargetRole(on="2026-03-05", roles=[])

    days = ("2026-01-04", "2026-01-05", "2026-02-05", "2026-03-05")
    assert [(), ("data-lead", "analyst"), ("analyst",), ()] == [plan.as_of(day).target_roles for day in days]


def test_facts_up_to_the_day_in_order() -> None:
    """All facts of a kind, none of a later day, whatever the order they were added in."""
    last, first = ct.Reflection(on="2026-02-02", hope=1), ct.Reflection(on="2026-02-01", hope=-1)
    plan = PLAN.add(last, first)

    assert [(), (first,), (first, last)] == [
        plan.as_of(day).facts(ct.Reflection) for day in ("2026-01-31", "2026-02-01", "2026-02-02")
    ]
    assert None is PLAN.as_of("2026-12-31").latest(ct.Reflection)


@pytest.mark.parametrize(
    ("plan", "day", "expected"),
    [
        (ct.Plan(), "2026-01-01", None),
        (BASE, "2026-01-01", None),  # what has no day was not written down on one
        (PLAN, "2026-01-04", None),
        (PLAN, "2026-01-05", date(2026, 1, 5)),
        (PLAN, "2026-02-04", date(2026, 1, 5)),
        (PLAN, "2036-01-01", date(2026, 2, 5)),
    ],
)
def test_the_last_day_on_which_anything_is_recorded(plan: ct.Plan, day: str, expected: date | None) -> None:
    """The latest day of a record by then; none before there is one."""
    assert expected == plan.as_of(day).last_day


def test_definitions_as_they_stand() -> None:
    """Each definition that has begun, as revised by the day, in the order of the first records."""
    goal = ct.Goal(on="2026-01-02", title="Zest", pillar="change")
    aim = ct.Goal(on="2026-01-09", title="Aim", pillar="skills")
    plan = ct.Plan(records=[goal, aim]).revise(ct.Goal, "zest", on="2026-02-01", target=3)

    assert [[], [goal], [goal, aim]] == [
        list(plan.as_of(day).standing(ct.Goal)) for day in ("2026-01-01", "2026-01-02", "2026-01-31")
    ]
    assert [3, None] == [each.target for each in plan.as_of("2026-02-01").standing(ct.Goal)]


def test_a_snapshot_shows_its_day_and_nothing_else() -> None:
    """Neither the owner nor anybody else is in its repr."""
    now = PLAN.add(ct.Contact(id="grace", name="Grace Hopper")).as_of("2026-02-03")

    assert "<Snapshot on 2026-02-03>" == repr(now) == str(now)
    assert date(2026, 2, 3) == now.day


def test_a_snapshot_has_its_review_and_findings() -> None:
    """What the plan says of a day is what the snapshot of the day says."""
    now = PLAN.as_of("2026-02-03")

    assert PLAN.review("2026-02-03") == now.review()
    assert PLAN.findings("2026-02-03") == now.findings() == now.review().findings


@pytest.mark.parametrize("day", [date.min, date.max])
def test_any_day_of_the_calendar_can_be_asked_for(day: date) -> None:
    """The first and the last one too."""
    plan = PLAN.add(
        ct.Contact(id="grace", name="Grace Hopper", relations=["manager"]),
        ct.Cadence(id="talk", on="2026-01-05", contact="grace", every="9999 years"),
        ct.Transition(id="lead", on="2026-01-05"),
        ct.Offer(on="2026-01-06", transition="lead", answer_by="2026-01-09"),
        ct.Course(title="Statistics", due="2026-03-01"),
        ct.Resolution(on="2026-01-07", course="statistics", credential="Statistics I", expires="9999-12-31"),
    )

    assert day == plan.review(day).day
    assert len(plan.as_of(day).transitions) == (day == date.max)
