"""Skills, courses, evidence and roles, as of a day."""

from datetime import date
from itertools import pairwise

import pytest

import careertrack as ct
from careertrack.vocabulary import Rater

SQL = ct.Plan() + ct.Skill(name="SQL", top=7)


def rated(*ratings: tuple[str, float, Rater]) -> ct.Plan:
    """SQL as some people rated it."""
    return SQL + [ct.Assessment(on=on, skill="sql", level=level, by=by) for on, level, by in ratings]


def test_every_source_is_kept_apart() -> None:
    """The latest level by each source is kept beside the others, never averaged."""
    plan = rated(("2026-01-01", 5, "self"), ("2026-02-01", 4, "self"), ("2026-01-20", 2, "peer"))

    skill = plan.as_of("2026-03-01").skills["sql"]

    assert {"self": 4.0, "peer": 2.0} == {by: each.level for by, each in skill.by_source.items()}


def test_the_newest_level_counts_whoever_rated_it() -> None:
    """A newer level by oneself stands over an older certificate."""
    plan = rated(("2026-01-01", 6, "certificate"), ("2026-01-02", 3, "self"))

    assert 6 == plan.as_of("2026-01-01").skills["sql"].level
    assert 3 == plan.as_of("2026-01-02").skills["sql"].level


@pytest.mark.parametrize(
    ("stronger", "weaker"), list(pairwise(("certificate", "test", "manager", "peer", "self")))
)
def test_on_one_day_the_stronger_proof_counts(stronger: Rater, weaker: Rater) -> None:
    """On one day: certificate, test, manager, peer, self."""
    skill = rated(("2026-01-01", 1, weaker), ("2026-01-01", 2, stronger)).as_of("2026-01-01").skills["sql"]

    assert (2, stronger) == (skill.level, skill.assessment and skill.assessment.by)


def test_what_is_claimed_and_what_is_proven_are_two() -> None:
    """Proven is the newest by anybody else than oneself, claimed the newest of one's own."""
    skill = (
        rated(("2026-01-01", 2, "test"), ("2026-01-02", 3, "peer"), ("2026-01-03", 6, "self"))
        .as_of("2026-02-01")
        .skills["sql"]
    )

    assert skill.proven is not None
    assert skill.claimed is not None
    assert (3, "peer", 6) == (skill.proven.level, skill.proven.by, skill.claimed.level)


def test_what_nobody_rated_is_not_known() -> None:
    """Without an assessment there is no level, nothing proven or claimed, and nothing stale."""
    skill = SQL.as_of("2026-02-01").skills["sql"]

    assert (None, None, None, None, False) == (
        skill.assessment,
        skill.level,
        skill.proven,
        skill.claimed,
        skill.is_stale,
    )


@pytest.mark.parametrize(("day", "is_stale"), [("2027-01-01", False), ("2027-01-02", True)])
def test_a_level_is_stale_after_a_year(day: str, is_stale: bool) -> None:
    """On its anniversary a level is fresh, the day after it is stale; it is not a lower one for that."""
    skill = rated(("2026-01-01", 5, "self")).as_of(day).skills["sql"]

    assert (is_stale, 5) == (skill.is_stale, skill.level)


def test_one_fresh_source_keeps_a_skill_fresh() -> None:
    """Only the newest assessment grows old."""
    skill = (
        rated(("2020-01-01", 5, "certificate"), ("2026-01-01", 4, "self")).as_of("2026-06-01").skills["sql"]
    )

    assert not skill.is_stale


def test_a_skill_is_as_last_revised_and_counts_its_minutes() -> None:
    """The revision in force on the day stands, and effort on the skill adds up."""
    plan = SQL + ct.Skill(id="pandas", name="pandas", prerequisites=["sql"])
    plan += [
        ct.Effort(on="2026-01-02", minutes=30, skill="sql"),
        ct.Effort(on="2026-01-03", minutes=45, skill="sql"),
    ]
    plan = plan.revise(ct.Skill, "sql", on="2026-02-01", name="SQL and databases")

    before, after = plan.as_of("2026-01-31").skills["sql"], plan.as_of("2026-02-01").skills["sql"]

    assert ("SQL", 75) == (before.skill.name, before.minutes)
    assert "SQL and databases" == after.skill.name


def test_what_names_a_skill_or_shares_its_id_is_not_mistaken_for_a_revision() -> None:
    """Neither a skill that builds on it nor a role of the same id, in whatever order they stand."""
    plan = SQL + ct.Skill(id="warehouses", name="Warehouses", prerequisites=["sql"])
    plan += ct.Role(id="sql", title="SQL person", requires=[ct.Requirement(skill="sql", level=4)])

    assert ct.Skill(name="SQL", top=7) == plan.as_of("2026-02-01").skills["sql"].skill


COURSE = ct.Plan() + ct.Course(title="Statistics", due="2026-03-01")


def test_a_course_is_open_until_it_is_resolved() -> None:
    """Open, then done or dropped; a later revision reopens it, and the minutes add up."""
    plan = COURSE + ct.Effort(on="2026-01-02", minutes=60, course="statistics")
    plan += ct.Resolution(on="2026-02-01", course="statistics", outcome="dropped")
    plan = plan.revise(ct.Course, "statistics", on="2026-02-10", due="2026-05-01")
    plan += ct.Resolution(on="2026-04-01", course="statistics")

    days = ("2026-01-31", "2026-02-01", "2026-02-10", "2026-04-01")
    states = [plan.as_of(day).courses["statistics"] for day in days]

    assert ["open", "dropped", "open", "done"] == [state.status for state in states]
    assert [date(2026, 3, 1), date(2026, 5, 1)] == [states[0].course.due, states[-1].course.due]
    assert [60] * 4 == [state.minutes for state in states]


def test_evidence_knows_where_it_was_shown_and_acknowledged() -> None:
    """A talk in which it was shown is not one in which it was acknowledged."""
    plan = ct.Plan() + ct.Contact(id="grace", name="Grace Hopper")
    plan += [ct.Evidence(on="2026-01-02", title=title) for title in ("Faster load", "Fewer faults")]
    shown = ct.Conversation(on="2026-01-05", contacts=["grace"], shown=["faster-load", "fewer-faults"])
    said = ct.Conversation(on="2026-01-09", contacts=["grace"], acknowledged=["faster-load"])
    plan += [shown, said]
    plan = plan.revise(ct.Evidence, "faster-load", on="2026-01-07", impact="from 40 minutes to 9")

    early, late = (plan.as_of(day).evidence["faster-load"] for day in ("2026-01-06", "2026-01-09"))

    assert ((shown,), ()) == (early.shown_in, early.acknowledged_in)
    assert ((shown,), (said,)) == (late.shown_in, late.acknowledged_in)
    assert [None, "from 40 minutes to 9"] == [early.evidence.impact, late.evidence.impact]
    assert () == plan.as_of("2026-01-09").evidence["fewer-faults"].acknowledged_in


def test_a_role_is_as_described_on_the_day() -> None:
    """The description in force stands, also when a target names the role."""
    plan = SQL + ct.Role(title="Data lead") + ct.TargetRole(on="2026-01-01", roles=["data-lead"])
    plan = plan.revise(ct.Role, "data-lead", on="2026-02-01", requires=[ct.Requirement(skill="sql", level=4)])

    assert [0, 1] == [
        len(plan.as_of(day).roles["data-lead"].role.requires) for day in ("2026-01-31", "2026-02-01")
    ]
