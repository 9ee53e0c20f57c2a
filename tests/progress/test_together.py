"""Progress as a whole: goals and the main target role, one each."""

import pytest

import careertrack as ct
from careertrack.progress import goals_score, progress, progress_score, target_readiness

DAY = "2026-03-01"
SKILL = ct.Skill(name="SQL")
ROLES = [
    ct.Role(title="Data lead", requires=[ct.Requirement(skill="sql", level=5)]),
    ct.Role(title="Analyst", requires=[ct.Requirement(skill="sql", level=4)]),
    ct.Role(title="Host"),
]
RATED = ct.Assessment(on="2026-01-09", skill="sql", level=4)
GOAL = ct.Goal(on="2026-01-05", title="Apply", pillar="change", target=10)
CHECK = ct.CheckIn(on="2026-02-01", goal="apply", value=4)
PLAN = ct.Plan(records=[SKILL, *ROLES, RATED])


def aimed(*roles: str) -> ct.TargetRole:
    """The roles aimed at from 5 January."""
    return ct.TargetRole(on="2026-01-05", roles=roles)


def weights(score: ct.Score) -> dict[str, float]:
    """The weight of each part."""
    return {part.name: part.weight for part in score.parts}


def test_goals_and_the_main_role_weigh_one_each() -> None:
    """The mean of .4 and .8."""
    progress = PLAN.add(GOAL, CHECK, aimed("data-lead")).review(DAY).progress

    assert (0.4 + 0.8) / 2 == pytest.approx(progress.value, abs=1e-15)
    assert {"goals": 1, "readiness for data-lead": 1} == weights(progress)
    assert 2 == progress.n


def test_other_target_roles_are_shown_and_have_no_weight() -> None:
    """Aiming at another role as well changes neither the value nor the bounds, coverage or n."""
    one, both = (
        PLAN.add(GOAL, CHECK, aimed(*roles)).review(DAY).progress
        for roles in (["data-lead"], ["data-lead", "analyst"])
    )

    assert {"goals": 1, "readiness for data-lead": 1, "readiness for analyst": 0} == weights(both)
    assert 1.0 == both["readiness for analyst"].value
    assert (one.value, one.lower, one.upper, one.coverage, one.n) == (
        both.value,
        both.lower,
        both.upper,
        both.coverage,
        both.n,
    )


def test_the_first_role_is_the_main_one() -> None:
    """Their order decides."""
    progress = PLAN.add(aimed("analyst", "data-lead")).review(DAY).progress

    assert {"goals": 1, "readiness for analyst": 1, "readiness for data-lead": 0} == weights(progress)
    assert 1.0 == progress.value


@pytest.mark.parametrize(
    ("records", "expected", "left_out", "reason"),
    [
        ([GOAL, CHECK], 0.4, "readiness", "no role is aimed at"),
        ([aimed("data-lead")], 0.8, "goals", "no goal is set out"),
        (
            [GOAL, CHECK, aimed("host")],
            0.4,
            "readiness for host",
            "the role asks for no skill that has weight",
        ),
    ],
)
def test_what_is_not_set_out_has_no_weight(
    records: list[ct.Goal], expected: float, left_out: str, reason: str
) -> None:
    """The other half stands alone, fully covered; what is missing is shown, with the reason."""
    progress = PLAN.add(records).review(DAY).progress

    assert (expected, expected, expected, 1.0) == (
        progress.value,
        progress.lower,
        progress.upper,
        progress.coverage,
    )
    assert {1.0} == set(weights(progress).values())
    assert (None, None, reason) == (
        progress[left_out].value,
        progress[left_out].coverage,
        progress[left_out].reason,
    )


def test_nothing_set_out() -> None:
    """Neither goals nor a role: nothing is asked, so there is nothing to be far with."""
    progress = PLAN.review(DAY).progress

    assert (None, None, None, None, 0) == (
        progress.value,
        progress.lower,
        progress.upper,
        progress.coverage,
        progress.n,
    )


def test_what_is_unknown_widens_the_bounds() -> None:
    """A goal that nobody checked and a role half known: nested coverage and bounds."""
    plan = PLAN.add(GOAL, aimed("data-lead"))

    progress = plan.review(DAY).progress

    assert (0.8, 0.4, 0.9, 0.5) == pytest.approx(
        (progress.value, progress.lower, progress.upper, progress.coverage)
    )
    assert progress.is_thin


def test_what_others_decide_changes_nothing() -> None:
    """A rejection, a silence and an offer leave progress as it was, to the bit."""
    plan = PLAN.add(GOAL, CHECK, aimed("data-lead"), ct.Transition(id="lead", on="2026-01-10"))
    plan += ct.Step(on="2026-01-11", transition="lead", stage="applied")
    before = plan.review(DAY).progress

    for stage in ("rejected", "offer", "interviewing"):
        step = ct.Step(on="2026-02-11", transition="lead", stage=stage)  # type: ignore[arg-type]
        assert before == plan.add(step).review(DAY).progress


def test_a_day_can_be_asked_for_it_alone() -> None:
    """Progress of a moment: its goals and the roles aimed at, in their order."""
    now = PLAN.add(GOAL, CHECK, aimed("analyst", "data-lead")).as_of(DAY)
    ready = target_readiness(now)

    assert ["analyst", "data-lead"] == list(ready)
    assert progress_score(goals_score(now), list(ready.values())) == progress(now)
