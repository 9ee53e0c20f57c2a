"""Goals: as set at first and as set now, what was checked, how they ended."""

import careertrack as ct
from careertrack.state.goals import GoalState

GOAL = ct.Goal(on="2026-01-05", title="Apply", pillar="change", target=10)
PLAN = ct.Plan() + GOAL


def state(plan: ct.Plan, day: str = "2026-12-31") -> GoalState:
    """The goal as of a day."""
    return plan.as_of(day).goals["apply"]


def test_the_first_plan_stands_beside_the_one_in_force() -> None:
    """A revision holds from its day, and the first record stays."""
    plan = PLAN.revise(ct.Goal, "apply", on="2026-02-01", target=20)

    assert [10, 20] == [state(plan, day).goal.target for day in ("2026-01-31", "2026-02-01")]
    assert GOAL == state(plan).first


def test_the_latest_value_and_the_latest_level_are_two() -> None:
    """A check-in that says one does not take away what an earlier one said of the other."""
    first = ct.CheckIn(on="2026-02-01", goal="apply", value=4, level=-1)
    second = ct.CheckIn(on="2026-03-01", goal="apply", level=1)
    third = ct.CheckIn(on="2026-04-01", goal="apply", value=3)
    now = state(PLAN.add(first, second, third))
    between = state(PLAN.add(first, second, third), "2026-03-01")

    assert (3, third, 1, second) == (now.value, now.measured, now.level, now.rated)
    assert (4, first, 1, second) == (between.value, between.measured, between.level, between.rated)
    assert (first, second, third) == now.check_ins


def test_never_checked() -> None:
    """Without a check-in there is neither value nor level."""
    assert (None, None, None, None) == (
        state(PLAN).value,
        state(PLAN).level,
        state(PLAN).measured,
        state(PLAN).rated,
    )


def test_nought_is_a_value_and_a_level() -> None:
    """Zero is something that was measured."""
    now = state(PLAN + ct.CheckIn(on="2026-02-01", goal="apply", value=0, level=0))

    assert (0, 0) == (now.value, now.level)


def test_done_dropped_and_reopened() -> None:
    """Open until it is resolved; a later revision reopens it; the latest resolution counts."""
    plan = PLAN + ct.Resolution(on="2026-02-01", goal="apply", outcome="dropped")
    plan = plan.revise(ct.Goal, "apply", on="2026-03-01", target=5)
    plan += ct.Resolution(on="2026-04-01", goal="apply")

    days = ("2026-01-31", "2026-02-01", "2026-03-01", "2026-04-01")
    assert ["open", "dropped", "open", "done"] == [state(plan, day).status for day in days]


def test_its_parts_change_nothing_about_it() -> None:
    """Goals below it, and their revisions, neither replace nor reopen it."""
    plan = PLAN + ct.Goal(on="2026-01-06", title="Write a CV", pillar="change", parent="apply")
    plan += ct.Resolution(on="2026-02-01", goal="apply")
    plan = plan.revise(ct.Goal, "write-a-cv", on="2026-03-01", due="2026-04-01")

    assert (GOAL, "done") == (state(plan).goal, state(plan).status)


def test_effort_adds_up() -> None:
    """The minutes spent on it up to the day."""
    plan = PLAN + [ct.Effort(on=f"2026-02-0{day}", minutes=45, goal="apply") for day in (1, 2, 3)]

    assert [90, 135] == [state(plan, day).minutes for day in ("2026-02-02", "2026-02-03")]
