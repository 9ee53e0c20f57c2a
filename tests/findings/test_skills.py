"""Findings of skills and of the manager."""

import pytest
from tests.findings.asking import found

import careertrack as ct

SKILLS = [ct.Skill(name=f"S{place}") for place in range(8)]
LEAD = ct.Role(title="Data lead", requires=[ct.Requirement(skill=f"s{place}", level=4) for place in range(7)])
ANALYST = ct.Role(title="Analyst", requires=[ct.Requirement(skill=f"s{place}", level=4) for place in (6, 7)])
PLAN = ct.Plan(records=[*SKILLS, LEAD, ANALYST, ct.TargetRole(on="2026-01-05", roles=["data-lead"])])


def rated(*places: int, on: str = "2026-01-09") -> list[ct.Assessment]:
    """Some skills rated on a day."""
    return [ct.Assessment(on=on, skill=f"s{place}", level=3) for place in places]


def test_never_assessed() -> None:
    """One hint a role, that counts its skills and names the first five."""
    params = {"role": "data-lead", "count": 7, "skills": "s0, s1, s2, s3, s4, 2 more"}

    assert [("hint", "skills", params, (LEAD, *SKILLS[:7]))] == found(
        PLAN, "skill-never-assessed", "2026-01-05"
    )
    assert [] == found(PLAN, "skill-never-assessed", "2026-01-04")  # nothing is aimed at yet


def test_assessed() -> None:
    """A skill leaves it on the day it is rated; all rated, nothing is found."""
    params = {"role": "data-lead", "count": 5, "skills": "s2, s3, s4, s5, s6"}

    assert [("hint", "skills", params, (LEAD, *SKILLS[2:7]))] == found(
        PLAN + rated(0, 1), "skill-never-assessed", "2026-01-09"
    )
    assert [] == found(PLAN + rated(*range(7)), "skill-never-assessed", "2026-01-09")


def test_a_skill_that_two_roles_ask_for_is_named_once() -> None:
    """Under the role that comes first."""
    plan = PLAN.add(rated(*range(6)), ct.TargetRole(on="2026-01-06", roles=["data-lead", "analyst"]))

    assert [
        {"role": "data-lead", "count": 1, "skills": "s6"},
        {"role": "analyst", "count": 1, "skills": "s7"},
    ] == [params for _, _, params, _ in found(plan, "skill-never-assessed", "2026-01-09")]


def test_a_skill_required_at_nought_is_not_asked_for() -> None:
    """Level 0 asks nothing, and half a level something."""
    needs = [ct.Requirement(skill="s0", level=0), ct.Requirement(skill="s1", level=0.5)]
    plan = PLAN.revise(ct.Role, "data-lead", on="2026-01-06", requires=needs)

    assert ["s1"] == [
        params["skills"] for _, _, params, _ in found(plan, "skill-never-assessed", "2026-01-06")
    ]


def test_of_two_that_run_out_on_one_day_the_later_stands_behind() -> None:
    """The newest record of a credential is the one to look at."""
    later = earned("2026-11-30", on="2026-01-12")
    plan = ct.Plan(records=[COURSE, earned("2026-11-30"), later])

    assert [(later,)] == [records for _, _, _, records in found(plan, "credential-expires", "2026-11-01")]


def test_stale() -> None:
    """A notice from the day after a year, with the ratings that are old; a new one renews."""
    old, new = rated(0, 1), rated(1, on="2026-06-01")
    plan = PLAN + old + new
    params = {"role": "data-lead", "count": 1, "skills": "s0"}

    assert [] == found(plan, "assessment-stale", "2027-01-09")
    assert [("notice", "skills", params, (old[0],))] == found(plan, "assessment-stale", "2027-01-10")


COURSE = ct.Course(title="Statistics", due="2026-03-01")


def earned(expires: str | None, on: str = "2026-01-10", outcome: str = "done") -> ct.Resolution:
    """A certificate earned by the course."""
    return ct.Resolution(
        on=on,
        course="statistics",
        credential="Statistics I",
        expires=expires,
        outcome=outcome,  # type: ignore[arg-type]
    )


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2026-08-31", None),  # 91 days before
        ("2026-09-01", ("warning", "credential-expires")),
        ("2026-11-30", ("warning", "credential-expires")),  # its last day
        ("2026-12-01", ("notice", "credential-expired")),
    ],
)
def test_a_credential_that_runs_out(day: str, expected: tuple[str, str] | None) -> None:
    """A warning in the ninety days before it expires, a notice afterwards."""
    resolution = earned("2026-11-30")
    plan = ct.Plan(records=[COURSE, resolution])
    both = [
        (code, *said)
        for code in ("credential-expires", "credential-expired")
        for said in found(plan, code, day)
    ]
    params = {"credential": "Statistics I", "expires": "2026-11-30"}

    assert ([] if expected is None else [(expected[1], expected[0], "skills", params, (resolution,))]) == both


@pytest.mark.parametrize(
    "later",
    [
        earned("2028-01-01", on="2026-10-01"),
        earned(None, on="2026-10-01"),
    ],
)
def test_a_credential_earned_again_is_good_for_longer(later: ct.Resolution) -> None:
    """The one that lasts longest counts, from the day it was earned; one without an end lasts."""
    plan = ct.Plan(records=[COURSE, earned("2026-11-30"), later])

    assert [1, 0] == [len(found(plan, "credential-expires", day)) for day in ("2026-09-30", "2026-10-01")]
    assert [] == found(plan, "credential-expired", "2027-01-01")


def test_a_shorter_credential_takes_nothing_away() -> None:
    """One without an end stays, though another of the same name runs out."""
    plan = ct.Plan(records=[COURSE, earned(None, on="2025-01-01"), earned("2026-11-30")])

    assert [] == found(plan, "credential-expires", "2026-11-01")


def test_what_is_no_credential_does_not_run_out() -> None:
    """A resolution without one, or of what was dropped, is not looked at."""
    dropped = ct.Plan(records=[COURSE, earned("2026-11-30", outcome="dropped")])
    plain = ct.Plan(records=[COURSE, ct.Resolution(on="2026-01-10", course="statistics")])

    assert [] == found(dropped, "credential-expires", "2026-11-01")
    assert [] == found(plain, "credential-expires", "2026-11-01")


def test_a_course_past_due() -> None:
    """A warning from the day after an open course's due day."""
    plan = ct.Plan(records=[COURSE])
    params = {"id": "statistics", "due": "2026-03-01"}

    assert [] == found(plan, "course-past-due", "2026-03-01")
    assert [("warning", "skills", params, (COURSE,))] == found(plan, "course-past-due", "2026-03-02")
    assert [] == found(plan + earned(None, on="2026-03-02"), "course-past-due", "2026-03-02")
    assert [] == found(ct.Plan(records=[ct.Course(title="Any time")]), "course-past-due", "2026-03-02")


GRACE = ct.Contact(id="grace", name="Grace Hopper", relations=["manager"])
BOB = ct.Contact(id="bob", name="Bob Bemer", relations=["mentor"])
TALK = ct.Cadence(id="talk", on="2026-01-05", contact="grace", every="2 weeks", until="2026-03-01")


def test_no_manager_cadence() -> None:
    """A hint where no rhythm with a manager is in force."""
    plan = ct.Plan(records=[GRACE, BOB, TALK])
    expected = [("hint", "manager", {}, (GRACE,))]

    assert expected == found(plan, "no-manager-cadence", "2026-01-04")
    assert [[], []] == [found(plan, "no-manager-cadence", day) for day in ("2026-01-05", "2026-03-01")]
    assert expected == found(plan, "no-manager-cadence", "2026-03-02")


def test_a_rhythm_with_somebody_else_is_none_with_the_manager() -> None:
    """Nor is one needed without a manager."""
    plan = ct.Plan(records=[GRACE, BOB]) + TALK.evolve(contact="bob")
    moved_on = plan.revise(ct.Contact, "grace", on="2026-02-01", relations=["friend"])

    assert 1 == len(found(plan, "no-manager-cadence", "2026-02-01"))
    assert [] == found(moved_on, "no-manager-cadence", "2026-02-01")
    assert [] == found(ct.Plan(records=[BOB]), "no-manager-cadence", "2026-02-01")


def test_a_rhythm_with_one_of_two_managers_will_do() -> None:
    """One of them is enough."""
    plan = ct.Plan(records=[GRACE, BOB.evolve(relations=["manager"]), TALK])

    assert [] == found(plan, "no-manager-cadence", "2026-02-01")
