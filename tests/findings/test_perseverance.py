"""Findings of perseverance: lessons, silence, and work on what had ended."""

import pytest
from tests.findings.asking import found

import careertrack as ct
from careertrack.record import Record

SETBACK = ct.Setback(id="no-answer", on="2026-02-20", what="Rejected")


def test_a_setback_without_a_lesson() -> None:
    """A hint a week later, never on the days it hurts most."""
    plan = ct.Plan(records=[SETBACK])

    assert [] == found(plan, "setback-without-lesson", "2026-02-26")
    assert [("hint", "perseverance", {"id": "no-answer"}, (SETBACK,))] == found(
        plan, "setback-without-lesson", "2026-02-27"
    )


@pytest.mark.parametrize("field", ["lesson", "change"])
def test_a_setback_with_one(field: str) -> None:
    """A lesson or something to change will do, from the day it is recorded."""
    plan = ct.Plan(records=[SETBACK]).revise(ct.Setback, "no-answer", on="2026-03-05", **{field: "Ask first"})

    assert [1, 0] == [len(found(plan, "setback-without-lesson", day)) for day in ("2026-03-04", "2026-03-05")]


@pytest.mark.parametrize("outcome", ["done", "dropped"])
def test_a_setback_that_is_over(outcome: str) -> None:
    """Come back from or let go, it needs no lesson."""
    over = ct.Resolution(on="2026-02-22", setback="no-answer", outcome=outcome)  # type: ignore[arg-type]

    assert [] == found(ct.Plan(records=[SETBACK, over]), "setback-without-lesson", "2026-03-05")


GOAL = ct.Goal(on="2026-01-05", title="Apply", pillar="change", target=10)


def test_nothing_logged() -> None:
    """A notice from the fourteenth day without a record."""
    plan = ct.Plan(records=[GOAL])

    assert [] == found(plan, "nothing-logged", "2026-01-18")
    assert [("notice", "perseverance", {"days": 14}, ())] == found(plan, "nothing-logged", "2026-01-19")
    assert [] == found(plan + ct.Reflection(on="2026-01-19", hope=0), "nothing-logged", "2026-01-19")


def test_a_pause_is_no_silence() -> None:
    """During it, and for a fortnight after its last day, nothing is found."""
    plan = ct.Plan(records=[GOAL, ct.Pause(on="2026-01-10", until="2026-03-31")])

    assert [[], [], []] == [
        found(plan, "nothing-logged", day) for day in ("2026-02-15", "2026-03-31", "2026-04-13")
    ]
    assert [{"days": 14}] == [params for _, _, params, _ in found(plan, "nothing-logged", "2026-04-14")]


def test_the_longest_pause_counts() -> None:
    """A short one within a long one does not end it."""
    plan = ct.Plan(
        records=[
            GOAL,
            ct.Pause(on="2026-01-10", until="2026-03-31"),
            ct.Pause(on="2026-01-20", until="2026-01-22"),
        ]
    )

    assert [] == found(plan, "nothing-logged", "2026-04-13")


@pytest.mark.parametrize(
    "records",
    [
        [],
        [ct.Skill(name="SQL"), ct.Role(title="Data lead")],
        [ct.Skill(name="SQL"), ct.Reflection(on="2026-05-01", hope=1)],
    ],
)
def test_a_plan_that_has_not_begun_is_not_silent(records: list[Record]) -> None:
    """Nothing, only what has no day, or only what comes later: there is no silence to speak of."""
    assert [] == found(ct.Plan(records=records), "nothing-logged", "2026-04-30")


def test_what_comes_later_does_not_break_a_silence() -> None:
    """A record of a later day was not there yet."""
    plan = ct.Plan(records=[GOAL, ct.CheckIn(on="2026-02-01", goal="apply", value=1)])

    assert [{"days": 26}] == [params for _, _, params, _ in found(plan, "nothing-logged", "2026-01-31")]


END = "2026-02-10"
COURSE = ct.Course(title="Statistics")
ROUTINE = ct.Routine(id="read", on="2026-01-05", pillar="network", minutes=60)
MOVE = ct.Transition(id="lead", on="2026-01-05")
PART = ct.Goal(on="2026-02-11", title="Write a CV", pillar="skills", parent="apply")
PLAN = ct.Plan(records=[GOAL, COURSE, ROUTINE, MOVE])
ENDS: dict[str, Record] = {
    "goal": ct.Resolution(on=END, goal="apply", outcome="dropped"),
    "course": ct.Resolution(on=END, course="statistics"),
    "routine": ct.Resolution(on=END, routine="read"),
    "transition": ct.Step(on=END, transition="lead", stage="rejected"),
}
IDS = {"goal": "apply", "course": "statistics", "routine": "read", "transition": "lead"}
PILLARS = {"goal": "change", "course": "skills", "routine": "network", "transition": "change"}


def effort(kind: str, on: str) -> ct.Effort:
    """Half an hour on something."""
    return ct.Effort(on=on, minutes=30, **{kind: IDS[kind]})  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", IDS)
def test_effort_on_what_had_ended(kind: str) -> None:
    """A notice under the pillar of the thing, for effort of a day after its end."""
    plan = PLAN + ENDS[kind] + [effort(kind, day) for day in ("2026-02-09", END)]
    late = effort(kind, "2026-02-11")
    params = {"on": "2026-02-11", "kind": kind, "id": IDS[kind], "ended": END}

    assert [] == found(plan, "on-what-ended", "2026-03-01")
    assert [("notice", PILLARS[kind], params, (late, ENDS[kind]))] == found(
        plan + late, "on-what-ended", "2026-02-11"
    )
    assert [] == found(PLAN + late, "on-what-ended", "2026-03-01")


@pytest.mark.parametrize("record", [ct.CheckIn(on="2026-02-11", goal="apply", value=1), PART])
def test_a_check_in_or_a_part_of_what_had_ended(record: Record) -> None:
    """Both mean that the goal goes on."""
    params = {"on": "2026-02-11", "kind": "goal", "id": "apply", "ended": END}

    assert [("notice", "change", params, (record, ENDS["goal"]))] == found(
        PLAN.add(ENDS["goal"], record), "on-what-ended", "2026-02-11"
    )


def test_a_part_that_is_over_is_left_alone() -> None:
    """Only open parts are looked at, and only those set after the end."""
    over = ct.Resolution(on="2026-02-12", goal="write-a-cv")
    before = ct.Goal(on="2026-01-09", title="Read adverts", pillar="change", parent="apply")

    assert [] == found(PLAN.add(ENDS["goal"], before, PART, over), "on-what-ended", "2026-02-12")


def test_effort_past_the_last_day_of_a_routine() -> None:
    """Its last day ends it as a resolution does."""
    last = ROUTINE.evolve(until=END)
    plan = ct.Plan(records=[last, effort("routine", END)])
    late = effort("routine", "2026-02-11")
    params = {"on": "2026-02-11", "kind": "routine", "id": "read", "ended": END}

    assert [] == found(plan, "on-what-ended", "2026-02-11")
    assert [("notice", "network", params, (late, last))] == found(plan + late, "on-what-ended", "2026-02-11")


def test_what_was_taken_up_again_has_not_ended() -> None:
    """A later revision reopens a goal, a later step a move."""
    goal = PLAN.add(ENDS["goal"], effort("goal", "2026-02-20")).revise(
        ct.Goal, "apply", on="2026-02-15", target=5
    )
    move = PLAN.add(
        ENDS["transition"],
        ct.Step(on="2026-02-15", transition="lead", stage="interviewing"),
        effort("transition", "2026-02-20"),
    )

    assert [] == found(goal, "on-what-ended", "2026-03-01")
    assert [] == found(move, "on-what-ended", "2026-03-01")


def test_other_effort_is_left_alone() -> None:
    """On a skill, an event or just a pillar: these do not end."""
    plan = ct.Plan(records=[ct.Skill(name="SQL"), ct.Event(title="Evening", starts="2026-01-09")]).add(
        ct.Resolution(on="2026-01-09", event="evening"),
        ct.Effort(on="2026-02-11", minutes=30, skill="sql"),
        ct.Effort(on="2026-02-11", minutes=30, event="evening"),
        ct.Effort(on="2026-02-11", minutes=30, pillar="skills"),
    )

    assert [] == found(plan, "on-what-ended", "2026-03-01")
