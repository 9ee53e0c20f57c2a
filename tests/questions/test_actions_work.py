"""Steps of goals, and the courses that lead to a role."""

import pytest
from tests.practice.keeping import day, pause
from tests.questions.test_actions_choosing import QUIET, ids

import careertrack as ct
from careertrack.questions.actions import Action
from careertrack.questions.actions.counted import counted
from careertrack.questions.actions.courses import FINDERS as COURSES
from careertrack.questions.actions.courses import focus
from careertrack.questions.actions.knowing import check_ins
from careertrack.questions.actions.work import steps
from careertrack.record import Record

GOAL = ct.Goal(id="talks", on=day(0), title="Talks", pillar="direction", target=10, due=day(70), unit="talks")
STUDY = ct.Routine(id="study", on=day(0), pillar="skills", minutes=150, cue="Wednesday")


def went(*records: Record, on: int) -> list[Action]:
    """The steps of goals on a day."""
    return list(steps(ct.Plan(records=records).as_of(day(on))))


def at(value: float, on: int) -> ct.CheckIn:
    """Where the goal stood."""
    return ct.CheckIn(on=day(on), goal="talks", value=value)


def values(*records: Record, on: int) -> list[float | None]:
    """The values that the steps lead to."""
    return [record.value for each in went(*records, on=on) for record in each.records[1:]]  # type: ignore[attr-defined]


# --- Steps -----------------------------------------------------------------------------------------------


def test_a_goal_that_will_be_behind_in_a_week() -> None:
    """What its plan has by then, from where it was last: a week of the plan an hour, where nothing tells."""
    (action,) = went(GOAL, at(1, 6), on=7)
    assert ("bring goal talks to 2 talks", 60, True) == (action.message, action.minutes, action.is_guess)
    assert ("its plan has 2 by 2026-01-19, and it is at 1", day(14)) == (action.reason, action.due)
    assert (ct.Effort(on=day(7), minutes=60, goal="talks"), at(2, 7)) == action.records


def test_one_step_two_or_all_of_them() -> None:
    """An hour for each week of the plan that is missing."""
    actions = went(GOAL, on=28)

    assert [1.0, 2.0, 5.0] == values(GOAL, on=28)
    assert [60, 120, 300] == [action.minutes for action in actions]
    assert {"goal talks"} == {action.group for action in actions}


def test_no_step_where_none_is_missing() -> None:
    """Nor on the day that the goal was set, nor after a look at it on the same day."""
    assert [] == values(GOAL, at(3, 13), on=14)
    assert [] == values(GOAL, on=0)
    assert [] == values(GOAL, at(0, 14), on=14)
    assert [] == values(GOAL, ct.Resolution(on=day(1), goal="talks"), on=14)


def test_efforts_tell_how_long_a_step_takes() -> None:
    """Minutes spent on the goal, for as far as it came."""
    spent = [ct.Effort(on=day(3), minutes=50, goal="talks"), at(2, 5)]

    assert [(25, False), (50, False)] == [
        (action.minutes, action.is_guess) for action in went(GOAL, *spent, on=21)
    ]


def test_a_goal_goes_down_and_in_parts() -> None:
    """From its baseline to a lower target; a step is whole where the plan is."""
    down = GOAL.evolve(baseline=20, target=10)
    parts = GOAL.evolve(target=2.5)

    assert [18.0, 17.0] == values(down, at(19, 7), on=8)
    assert [0.25, 0.5] == [pytest.approx(each) for each in values(parts, on=7)]
    assert [19.0, 18.0] == values(down, on=7)


def test_milestones_and_pauses() -> None:
    """A straight line between two of them; paused days are left out of it."""
    stones = GOAL.evolve(milestones=[ct.Milestone(due=day(40), value=2)])

    assert [1.0] == values(stones, on=10)
    assert [1.0, 2.0, 7.0] == values(stones, at(0, 1), on=50)
    assert [1.0, 2.0] == values(GOAL, on=7)
    assert [1.0, 2.0, 4.0] == values(GOAL, on=21)
    assert [1.0, 2.0, 3.0] == values(GOAL, pause(7, 20), on=21)


def test_a_goal_past_its_day() -> None:
    """All that is missing of its target."""
    assert [6.0, 7.0, 10.0] == values(GOAL, at(5, 60), on=90)


# --- What a routine counts ---------------------------------------------------------------------------------


TIMES = ct.Routine(id="look", on=day(0), pillar="direction", times=1, of="reflections")
LOOKED = [ct.Reflection(on=day(n), energy=1) for n in (-1, 0, 8)]


def told(*records: Record, on: int) -> dict[str, float]:
    """What the records count for each goal."""
    now = ct.Plan(records=records).as_of(day(on))
    return {id: each.value for id, each in counted(now).items()}


def test_the_records_count_a_goal_at_the_pace_of_a_routine() -> None:
    """Of its pillar, as much a week, since the goal was set."""
    assert [{"talks": 1.0}, {"talks": 2.0}] == [told(GOAL, TIMES, *LOOKED, on=n) for n in (7, 8)]
    assert {"talks": 7.0} == told(GOAL.evolve(baseline=5, target=15), TIMES, *LOOKED, on=8)
    monthly = TIMES.evolve(times=4, per="month")
    assert {"talks": 2.0} == told(GOAL, monthly, *LOOKED, on=8)


def test_hours_are_counted_in_minutes() -> None:
    """Where the goal says that its unit is that."""
    pace = TIMES.evolve(times=None, of=None, minutes=60)
    spent = ct.Effort(on=day(1), minutes=90, routine="look")

    assert {"talks": 1.5} == told(GOAL.evolve(unit="hours"), pace, spent, on=8)
    assert {} == told(GOAL, pace, spent, on=8)


def test_another_pace_or_pillar_counts_something_else() -> None:
    """So do two routines, one that has ended, and a goal that goes down."""
    assert {} == told(GOAL, TIMES.evolve(times=2), on=8)
    assert {} == told(GOAL, TIMES.evolve(pillar="change"), on=8)
    assert {} == told(GOAL, TIMES, TIMES.evolve(id="other"), on=8)
    assert {} == told(GOAL, TIMES.evolve(until=day(7)), on=8)
    assert {} == told(GOAL.evolve(baseline=20), TIMES, on=8)


def test_then_the_step_is_what_the_routine_owes() -> None:
    """And a check-in says what the records count, once they say more; then steps to catch up."""
    plan = [GOAL, TIMES, *LOOKED[:2]]
    now = ct.Plan(records=plan).as_of(day(8))
    (check,) = check_ins(now)

    assert [] == went(*plan, on=8)
    assert "the records count 1 since 2026-01-05" == check.reason
    assert (at(1, 8),) == check.records
    assert [] == list(check_ins(ct.Plan(records=[*plan, at(1, 8)]).as_of(day(9))))
    assert [3.0] == values(*plan, at(2, 6), ct.Reflection(on=day(8), energy=1), on=9)


# --- Courses ---------------------------------------------------------------------------------------

SQL, R = ct.Skill(name="SQL"), ct.Skill(name="R")
ROLE = ct.Role(
    title="Lead",
    requires=[ct.Requirement(skill="sql", level=4, importance=5), ct.Requirement(skill="r", level=3)],
)
AIM = (SQL, R, ROLE, ct.TargetRole(on=day(0), roles=["lead"]))
BASICS = ct.Course(title="Basics", teaches=[ct.Lesson(skill="sql", level=2)], minutes=600)
DEPTH = ct.Course(title="Depth", teaches=[ct.Lesson(skill="sql", level=4)], minutes=900)


def learned(*records: Record, on: int = 1) -> list[Action]:
    """What there is to learn on a day."""
    now = ct.Plan(records=records).as_of(day(on))
    return [action for find in COURSES for action in find(now)]


def test_the_course_that_pays_most_an_hour() -> None:
    """By what is missing for the role, weighted by importance; what is known already pays nothing."""
    actions = learned(*AIM, BASICS, DEPTH)

    assert ["course depth 60", "course depth 120"] == ids(actions)
    assert ("work on course depth for 60 minutes", "sql") == (actions[0].message, actions[0].unblocks)
    assert "it closes most of what is missing, an hour" == actions[0].reason
    assert (ct.Effort(on=day(1), minutes=60, course="depth"),) == actions[0].records
    known = ct.Assessment(on=day(1), skill="sql", level=4)
    assert ["practise r"] == ids(learned(*AIM, BASICS, DEPTH, known))
    assert ["course basics 60", "course basics 100"] == ids(
        learned(*AIM, BASICS, DEPTH, ct.Effort(on=day(1), minutes=500, course="basics"))
    )


def test_a_course_that_falls_due_comes_first() -> None:
    """Within four weeks; with the size that finishes it."""
    due = BASICS.evolve(due=day(20))
    actions = learned(*AIM, due, DEPTH)

    assert ["course basics 60", "course basics 120", "course basics 600"] == ids(actions)
    assert ("finish course basics", "it is due on 2026-01-25") == (actions[2].message, actions[2].reason)
    effort = ct.Effort(on=day(1), minutes=600, course="basics")
    assert (effort, ct.Resolution(on=day(1), course="basics")) == actions[2].records
    both = ids(learned(SQL, due, DEPTH.evolve(due=day(9))))
    assert ["course basics 600", "course depth 60"] == both[2:4]


def test_a_course_that_was_due_is_not_any_more() -> None:
    """It was judged; it goes on if it is worth it."""
    was = BASICS.evolve(due=day(3))

    assert [] == learned(SQL, was, on=5)
    assert "it closes most of what is missing, an hour" == learned(*AIM, was, on=5)[0].reason
    assert ["finish-course", "learn"] == sorted({each.code for each in learned(SQL, was, on=3)})


def test_a_course_whose_minutes_are_spent() -> None:
    """It is called finished."""
    spent = ct.Effort(on=day(1), minutes=600, course="basics")
    (action,) = learned(SQL, BASICS, spent)

    assert ("finish course basics", 5, "all its minutes are spent") == (
        action.message, action.minutes, action.reason
    )  # fmt: skip
    assert (ct.Resolution(on=day(1), course="basics"),) == action.records
    assert [] == learned(SQL, BASICS, spent, *action.records)


def test_a_course_of_unknown_length() -> None:
    """An hour, or two; in the last week two hours are taken to finish it."""
    unknown = BASICS.evolve(minutes=None, due=day(20))

    assert [False, False] == [each.code == "finish-course" for each in learned(SQL, unknown, on=12)]
    hour, two = learned(SQL, unknown, on=13)
    assert ("learn", "finish-course", True) == (hour.code, two.code, two.is_guess)


def test_the_routine_of_study_is_spent_on_the_course() -> None:
    """In the sizes that it owes, in its group, at its time: one effort counts for both."""
    actions = learned(*AIM, DEPTH, STUDY)

    assert [60, 120, 150] == [each.minutes for each in actions]
    assert {("routine study", "Wednesday")} == {(each.group, each.cue) for each in actions}
    assert {day(6)} == {each.due for each in actions}
    assert "routine study has 150 minutes to go by 2026-01-11" == actions[0].reason
    plan = ct.Plan(records=[*QUIET, *AIM, DEPTH, STUDY])
    assert ["course depth 150", "rate 2"] == ids(plan.review(day(1)).actions())
    short = ct.Effort(on=day(1), minutes=820, course="depth")
    assert [60, 80] == [each.minutes for each in learned(*AIM, DEPTH, STUDY.evolve(on=day(-7)), short, on=8)]


def test_without_a_course_there_is_practice() -> None:
    """On the skill that is missing most; a routine of study says it better."""
    (action,) = learned(*AIM)

    assert ("practise sql for 60 minutes", "a role asks for level 4, and no course for it is open") == (
        action.message, action.reason
    )  # fmt: skip
    assert (ct.Effort(on=day(1), minutes=60, skill="sql"),) == action.records
    assert [] == learned(*AIM, STUDY)
    two = [STUDY, STUDY.evolve(id="other")]
    assert ["practise sql"] == ids(learned(*AIM, *two))


def test_a_role_or_skill_that_is_not_there_by_the_day() -> None:
    """Nothing is missing that nobody knows of."""
    assert None is focus(ct.Plan(records=[BASICS.evolve(teaches=[])]).as_of(day(0)))
    assert [] == learned(ct.Course(title="Other", teaches=[ct.Lesson(skill="r", level=2)]), R)
