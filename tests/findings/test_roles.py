"""Findings of roles aimed at, must-haves, and courses."""

from collections.abc import Sequence

import pytest
from tests.findings.asking import counts, found, params

import careertrack as ct
from careertrack.record import Record

SKILLS = [ct.Skill(name=name) for name in ("SQL", "Go", "Rust")]
NEED = [
    ct.Requirement(skill="sql", level=4, must_have=True),
    ct.Requirement(skill="go", level=4),
]
LEAD = ct.Role(title="Lead", requires=NEED)
AIM = ct.TargetRole(on="2026-01-05", roles=["lead"])
PLAN = ct.Plan(records=[*SKILLS, LEAD, AIM])


def rated(level: float, on: str = "2026-01-05", skill: str = "sql", by: str = "self") -> ct.Assessment:
    """A skill is rated."""
    return ct.Assessment(on=on, skill=skill, level=level, by=by)  # type: ignore[arg-type]


def test_role_without_requirements() -> None:
    """A hint from the seventh day on which a role has been aimed at, without a break."""
    host = ct.Role(title="Host")
    aims = [
        ct.TargetRole(on="2025-01-05", roles=["host"]),
        ct.TargetRole(on="2025-02-05", roles=[]),
        ct.TargetRole(on="2026-01-05", roles=["host"]),
        ct.TargetRole(on="2026-01-10", roles=["host", "lead"]),
    ]
    plan = ct.Plan(records=[*SKILLS, LEAD, host, *aims])

    assert [0, 1] == counts(plan, "role-without-requirements", "2026-01-11", "2026-01-12")
    assert [("hint", "skills", {"role": "host"}, (host,))] == found(
        plan, "role-without-requirements", "2026-01-12"
    )
    assert [0] == counts(PLAN, "role-without-requirements", "2026-02-12")


WITHOUT = "must-have-without-course"


def test_a_must_have_with_nothing_under_way() -> None:
    """A hint a week after it was rated below its level; what is no must-have, or unknown, is left out."""
    low = rated(3)
    plan = PLAN.add(low, rated(3, skill="go"))
    facts = {"role": "lead", "count": 1, "skills": "sql"}

    assert [0, 1] == counts(plan, WITHOUT, "2026-01-11", "2026-01-12")
    assert [("hint", "skills", facts, (LEAD, low))] == found(plan, WITHOUT, "2026-01-12")
    assert [0] == counts(PLAN, WITHOUT, "2026-01-12")
    assert [0] == counts(PLAN + rated(4), WITHOUT, "2026-01-12")


@pytest.mark.parametrize(
    ("records", "count"),
    [
        ([ct.Course(title="C", teaches=[ct.Lesson(skill="sql", level=3.5)])], 0),
        ([ct.Course(title="C", teaches=[ct.Lesson(skill="sql", level=3)])], 1),
        (
            [
                ct.Course(title="C", teaches=[ct.Lesson(skill="sql", level=5)]),
                ct.Resolution(on="2026-01-06", course="c"),
            ],
            1,
        ),
        ([ct.Effort(on="2026-01-06", minutes=30, skill="sql")], 0),
        ([ct.Effort(on="2026-01-06", minutes=30, skill="go")], 1),
    ],
    ids=["a course", "one that teaches no more", "one that is done", "effort", "on another"],
)
def test_what_is_under_way(records: list[Record], count: int) -> None:
    """An open course that teaches more than the level, or effort on the skill."""
    assert [count] == counts(PLAN.add(rated(3), *records), WITHOUT, "2026-02-02")


def test_effort_is_under_way_for_four_weeks() -> None:
    """The day of it is the first of 28."""
    plan = PLAN.add(rated(3), ct.Effort(on="2026-01-06", minutes=30, skill="sql"))

    assert [0, 1] == counts(plan, WITHOUT, "2026-02-02", "2026-02-03")


def test_a_must_have_that_only_the_owner_rated() -> None:
    """A hint four weeks later; anybody else's rating will do."""
    own = rated(4)
    plan = PLAN + own
    facts = {"role": "lead", "count": 1, "skills": "sql"}

    assert [0, 1] == counts(plan, "must-have-claimed", "2026-02-01", "2026-02-02")
    assert [("hint", "skills", facts, (LEAD, own))] == found(plan, "must-have-claimed", "2026-02-02")
    assert [0] == counts(plan + rated(2, by="peer"), "must-have-claimed", "2026-02-02")
    assert [0] == counts(PLAN + rated(3.9), "must-have-claimed", "2026-02-02")


def test_a_must_have_without_evidence() -> None:
    """A hint four weeks after it was rated as met, whoever rated it, until an accomplishment names it."""
    met = rated(4, by="test")
    plan = PLAN + met
    shown = ct.Evidence(on="2026-02-03", title="Cut the load", skills=["sql"])

    assert [0, 1] == counts(plan, "must-have-without-evidence", "2026-02-01", "2026-02-02")
    assert [("hint", "skills", {"role": "lead", "count": 1, "skills": "sql"}, (LEAD, met))] == found(
        plan, "must-have-without-evidence", "2026-02-02"
    )
    assert [1, 0] == counts(plan + shown, "must-have-without-evidence", "2026-02-02", "2026-02-03")
    assert [1] == counts(plan + shown.evolve(skills=["go"]), "must-have-without-evidence", "2026-02-03")
    assert [0] == counts(PLAN + rated(3.9), "must-have-without-evidence", "2026-02-02")


# --- Courses -----------------------------------------------------------------------------------


def test_a_course_without_minutes() -> None:
    """A hint for an open course with a day ahead."""
    course = ct.Course(title="SQL", due="2026-03-01")
    plan = ct.Plan(records=[course])

    assert [("hint", "skills", {"id": "sql", "due": "2026-03-01"}, (course,))] == found(
        plan, "course-without-minutes", "2026-03-01"
    )
    assert [0] == counts(plan, "course-without-minutes", "2026-03-02")
    for other in (course.evolve(minutes=600), course.evolve(due=None)):
        assert [0] == counts(ct.Plan(records=[other]), "course-without-minutes", "2026-02-01")
    assert [0] == counts(
        plan + ct.Resolution(on="2026-02-01", course="sql"), "course-without-minutes", "2026-02-01"
    )


SPARK = ct.Skill(name="Spark", prerequisites=["sql", "go", "sql-2"])
CLUSTERS = ct.Course(title="Clusters", teaches=[ct.Lesson(skill="spark", level=3)])
BUILDING = [*SKILLS, ct.Skill(name="SQL 2"), SPARK, CLUSTERS]


@pytest.mark.parametrize(
    ("records", "skills"),
    [
        ([], ["sql", "go", "sql-2"]),
        ([rated(0), rated(1, skill="go")], ["sql", "sql-2"]),
        ([ct.Course(title="SQL", teaches=[ct.Lesson(skill="sql", level=3)])], ["go", "sql-2"]),
        ([rated(1, skill=id) for id in ("sql", "go", "sql-2")], []),
        ([ct.Resolution(on="2026-01-05", course="clusters")], []),
    ],
    ids=["none known", "one at 0", "one taught", "all there", "done"],
)
def test_a_course_before_what_it_builds_on(records: Sequence[Record], skills: list[str]) -> None:
    """A notice with the prerequisites at level 0 or none that no open course teaches."""
    plan = ct.Plan(records=[*BUILDING, *records])
    behind_it = tuple(each for each in BUILDING if each is CLUSTERS or each.id in skills)
    facts = {"id": "clusters", "count": len(skills), "skills": ", ".join(skills)}
    said = found(plan, "course-before-prerequisites", "2026-01-05")

    assert ([("notice", "skills", facts)] if skills else []) == [each[:3] for each in said]
    assert all(set(behind_it) == set(each[3]) for each in said)


@pytest.mark.parametrize(("cost", "said"), [("200.5", "500.50"), ("201", "501"), ("200", None)])
def test_training_over_budget(cost: str, said: str | None) -> None:
    """A notice where open courses cost more than the budget, in its currency."""
    priced = [
        ct.Course(title="A", cost="300 EUR"),
        ct.Course(title="B", cost=f"{cost} EUR"),
    ]
    others = [ct.Course(title="C", cost="900 USD"), ct.Course(title="D"), ct.Course(title="E", cost="9 EUR")]
    budget = ct.Capacity(on="2026-01-05", training_budget="500 EUR")
    plan = ct.Plan(records=[budget, *priced, *others, ct.Resolution(on="2026-01-05", course="e")])
    expected = [("notice", "skills", {"cost": f"{said} EUR", "budget": "500 EUR"}, (budget, *priced))]

    assert ([] if said is None else expected) == found(plan, "training-over-budget", "2026-01-05")


@pytest.mark.parametrize("records", [[], [ct.Capacity(on="2026-01-05", minutes=300)]])
def test_without_a_budget_nothing_is_over_it(records: list[Record]) -> None:
    """No capacity, or one without money."""
    plan = ct.Plan(records=[ct.Course(title="A", cost="300 EUR"), *records])

    assert [] == params(plan, "training-over-budget", "2026-01-05")
