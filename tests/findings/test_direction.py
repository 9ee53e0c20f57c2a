"""Findings of direction and skills."""

import pytest
from tests.findings.asking import codes, found

import careertrack as ct

GOAL = ct.Goal(on="2026-01-05", title="Apply", pillar="change", due="2026-03-01", target=10)
ROLE = ct.Role(title="Data lead", requires=[ct.Requirement(skill="sql", level=5)])
SQL = ct.Skill(name="SQL")


def test_no_goal() -> None:
    """A hint while no goal was ever set out; one set out later is not there yet."""
    plan = ct.Plan(records=[GOAL])

    assert [("hint", "direction", {}, ())] == found(plan, "no-goal", "2026-01-04")
    assert [] == found(plan, "no-goal", "2026-01-05")
    assert [] == found(
        plan + ct.Resolution(on="2026-01-06", goal="apply", outcome="dropped"), "no-goal", "2026-02-01"
    )


def test_no_target_role() -> None:
    """A hint until a role is aimed at, and again when that is cleared."""
    plan = ct.Plan(records=[SQL, ROLE, ct.TargetRole(on="2026-01-05", roles=["data-lead"])])
    plan += ct.TargetRole(on="2026-02-05", roles=[])

    assert [("hint", "direction", {}, ())] == found(plan, "no-target-role", "2026-01-04")
    assert [] == found(plan, "no-target-role", "2026-02-04")
    assert 1 == len(found(plan, "no-target-role", "2026-02-05"))


BARE = ct.Goal(on="2026-01-05", title="Be happier", pillar="direction", due="2026-06-01")
PART = ct.Goal(on="2026-01-06", title="Sleep", pillar="perseverance", parent="be-happier", target=8)


def test_not_measurable() -> None:
    """A hint for an open goal that nothing can show progress on."""
    expected = [("hint", "direction", {"id": "be-happier"}, (BARE,))]

    assert expected == found(ct.Plan(records=[BARE]), "goal-not-measurable", "2026-01-05")


@pytest.mark.parametrize(
    "records",
    [
        [BARE.evolve(target=3)],
        [BARE.evolve(anchors=["much worse", "worse", "as now", "better", "much better"])],
        [BARE, PART],
        [BARE, ct.CheckIn(on="2026-01-09", goal="be-happier", level=-1)],
        [BARE, ct.Resolution(on="2026-01-09", goal="be-happier")],
        [BARE, ct.Resolution(on="2026-01-09", goal="be-happier", outcome="dropped")],
    ],
)
def test_measurable(records: list[ct.Goal]) -> None:
    """A target, anchors, a level or a part will do; what is done or dropped is left alone."""
    assert [] == found(ct.Plan(records=records), "goal-not-measurable", "2026-02-01")


def test_a_part_that_was_dropped_measures_nothing() -> None:
    """The goal has no part any more from that day."""
    plan = ct.Plan(records=[BARE, PART, ct.Resolution(on="2026-02-01", goal="sleep", outcome="dropped")])

    assert [0, 1] == [len(found(plan, "goal-not-measurable", day)) for day in ("2026-01-31", "2026-02-01")]


def test_not_dated() -> None:
    """A hint for an open goal without a day."""
    undated = GOAL.evolve(due=None)
    plan = ct.Plan(records=[undated])

    assert [("hint", "direction", {"id": "apply"}, (undated,))] == found(plan, "goal-not-dated", "2026-01-05")
    assert [] == found(
        plan.revise(ct.Goal, "apply", on="2026-01-06", due="2026-02-01"), "goal-not-dated", "2026-01-06"
    )
    assert [] == found(plan + ct.Resolution(on="2026-01-06", goal="apply"), "goal-not-dated", "2026-01-06")


def test_past_due() -> None:
    """A warning from the day after an open goal's due day."""
    plan = ct.Plan(records=[GOAL])

    assert [] == found(plan, "goal-past-due", "2026-03-01")
    assert [("warning", "direction", {"id": "apply", "due": "2026-03-01"}, (GOAL,))] == found(
        plan, "goal-past-due", "2026-03-02"
    )
    assert [] == found(plan + ct.Resolution(on="2026-03-02", goal="apply"), "goal-past-due", "2026-03-02")
    assert [] == found(
        plan.revise(ct.Goal, "apply", on="2026-03-02", due="2026-04-01"), "goal-past-due", "2026-03-02"
    )


@pytest.mark.parametrize(
    ("chance", "said"), [(0.29, "29 %"), (0.295, "29.5 %"), (0.71, "71 %"), (0.0, "0 %"), (1.0, "100 %")]
)
def test_a_chance_outside(chance: float, said: str) -> None:
    """A notice where a stated chance is outside .3 to .7."""
    goal = GOAL.evolve(chance=chance)

    assert [("notice", "direction", {"id": "apply", "chance": said}, (goal,))] == found(
        ct.Plan(records=[goal]), "chance-outside", "2026-02-01"
    )


@pytest.mark.parametrize("chance", [None, 0.3, 0.5, 0.7])
def test_a_chance_within(chance: float | None) -> None:
    """The bounds themselves are within; a chance that nobody stated is not asked for."""
    assert [] == found(ct.Plan(records=[GOAL.evolve(chance=chance)]), "chance-outside", "2026-02-01")


def test_a_chance_of_what_has_ended_is_left_alone() -> None:
    """Only open goals are looked at."""
    plan = ct.Plan(records=[GOAL.evolve(chance=0.1), ct.Resolution(on="2026-01-09", goal="apply")])

    assert ["chance-outside"] == codes(plan, "2026-01-08", "chance-outside")
    assert [] == codes(plan, "2026-01-09", "chance-outside")
