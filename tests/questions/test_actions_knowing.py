"""Finding out: levels, where goals stand, how they are measured, what setbacks taught."""

from collections.abc import Callable, Iterator

from tests.practice.keeping import day, pause
from tests.questions.test_actions_choosing import QUIET, ids

import careertrack as ct
from careertrack.moment import Moment
from careertrack.questions.actions import Action
from careertrack.questions.actions.knowing import (
    answers,
    check_ins,
    evidence,
    goals,
    levels,
    reached,
    setbacks,
)
from careertrack.record import Record

GOAL = ct.Goal(id="talks", on=day(0), title="Talks", pillar="direction", target=10)
SETBACK = ct.Setback(id="no", on=day(0), what="-", retry=day(20))


def found(find: Callable[[Moment], Iterator[Action]], *records: Record, on: int) -> list[Action]:
    """What one rule finds on a day."""
    return list(find(ct.Plan(records=records).as_of(day(on))))


def names(find: Callable[[Moment], Iterator[Action]], *records: Record, on: int) -> list[str]:
    """The names of it."""
    return ids(found(find, *records, on=on))


# --- Levels ----------------------------------------------------------------------------------------------


def test_required_skills_that_nobody_rated() -> None:
    """The most important one, or a handful; as they were, or in the middle: a rating to be replaced."""
    skills = [ct.Skill(name=name, top=6) for name in "abcdefg"]
    needs = [ct.Requirement(skill=each, level=n % 6, importance=1 + n / 2) for n, each in enumerate(skills)]
    role = ct.Role(title="Lead", requires=needs)
    aim = ct.TargetRole(on=day(0), roles=["lead"])
    rated = ct.Assessment(on=day(0), skill="f", level=2)
    one, some = found(levels, *skills, role, aim, rated, on=1)

    assert ["rate 1", "rate 4"] == [one.id, some.id]
    assert "rate your level in e, d, c, b" == some.message  # `a` and `g` are asked for at level 0
    assert ("a role asks for 4 skills that nobody rated within a year", 40) == (some.reason, some.minutes)
    assert (ct.Assessment(on=day(1), skill="e", level=3),) == one.records
    (stale, _) = found(levels, *skills, role, aim, rated, on=366)
    assert (ct.Assessment(on=day(366), skill="f", level=2),) == stale.records
    only = ct.Role(title="Lead", requires=needs[1:2])
    assert "a role asks for a skill that nobody rated within a year" == (
        found(levels, *skills, only, aim, on=1)[0].reason
    )


def test_no_level_is_asked_for_without_a_role() -> None:
    """Nor for a role that is aimed at no more."""
    assert [] == found(levels, ct.Skill(name="SQL"), on=1)


def test_an_assessment_claims_no_progress() -> None:
    """What it finds out is not known yet."""
    role = ct.Role(title="Lead", requires=[ct.Requirement(skill="sql", level=5)])
    plan = ct.Plan(records=[*QUIET, ct.Skill(name="SQL"), role, ct.TargetRole(on=day(0), roles=["lead"])])
    actions = plan.review(day(1)).actions()

    assert None is actions["rate 1"].progress
    assert actions["rate 1"] in actions


# --- Goals --------------------------------------------------------------------------------------------------


def test_a_goal_that_was_not_looked_at_for_four_weeks() -> None:
    """As far as it was, or at its beginning: what it claims is nothing."""
    (action,) = found(check_ins, GOAL, on=1)

    assert ("check in on goal talks", "no check-in yet") == (action.message, action.reason)
    assert (ct.CheckIn(on=day(1), goal="talks", value=0),) == action.records
    seen = ct.CheckIn(on=day(2), goal="talks", value=4)
    assert [[], ["check talks"]] == [names(check_ins, GOAL, seen, on=n) for n in (29, 30)]
    (again,) = found(check_ins, GOAL, seen, on=30)
    assert ("last looked at on 2026-01-07", (seen.evolve(on=day(30)),)) == (again.reason, again.records)
    assert [] == found(check_ins, GOAL, on=0)
    assert [] == found(check_ins, GOAL, ct.CheckIn(on=day(5), goal="talks", level=1), on=5)
    assert [] == found(check_ins, GOAL, ct.Resolution(on=day(3), goal="talks"), on=5)


def test_a_goal_with_levels() -> None:
    """The lowest, until one is known; without any measure there is nothing to look at."""
    levels = GOAL.evolve(target=None, anchors=list("abcde"))
    (first,) = found(check_ins, levels, on=1)
    (again,) = found(check_ins, levels, ct.CheckIn(on=day(1), goal="talks", level=1), on=30)

    assert (ct.CheckIn(on=day(1), goal="talks", level=-2),) == first.records
    assert (ct.CheckIn(on=day(30), goal="talks", level=1),) == again.records
    assert [] == found(check_ins, GOAL.evolve(target=None), on=1)


def test_a_goal_that_is_reached_is_called_done() -> None:
    """At its target or beyond, as long as it is open; it is looked at no more."""
    there = ct.CheckIn(on=day(3), goal="talks", value=10)
    (action,) = found(reached, GOAL, there, on=5)

    assert ("call goal talks done", "it is at 10, and its target was 10") == (action.message, action.reason)
    assert (ct.Resolution(on=day(5), goal="talks"),) == action.records
    assert [] == found(reached, GOAL, there, *action.records, on=5)
    assert [] == found(reached, GOAL, there.evolve(value=9.9), on=5)
    assert [] == found(reached, GOAL, on=5)
    assert [] == found(reached, GOAL.evolve(target=None), there, on=5)
    assert [] == found(check_ins, GOAL, there, on=50)


def test_a_goal_to_make_workable() -> None:
    """What it lacks, in the words of a draft; not in its first day, nor where its parts are goals."""
    wish = ct.Goal(id="role", on=day(0), title="A role", pillar="change")
    (action,) = found(goals, wish, on=1)

    assert ("say how goal role is measured, and by when", "nothing shows how far it is") == (
        action.message, action.reason
    )  # fmt: skip
    (revised,) = action.records
    assert (day(1), day(92), 5) == (revised.on, revised.due, len(revised.anchors))  # type: ignore[attr-defined]
    assert "it has no day" == found(goals, GOAL, on=1)[0].reason
    dated = wish.evolve(due=day(50))
    assert day(50) == found(goals, dated, on=1)[0].records[0].due  # type: ignore[attr-defined]
    assert [] == found(goals, wish, on=0)
    assert [] == found(goals, GOAL.evolve(due=day(9)), on=1)
    part = GOAL.evolve(due=day(9), parent="role")
    assert [] == found(goals, wish, part, on=1)
    dropped = ct.Resolution(on=day(1), goal="talks", outcome="dropped")
    assert ["measure role"] == names(goals, wish, part, dropped, on=1)


# --- Setbacks -----------------------------------------------------------------------------------------------


def test_what_a_setback_taught() -> None:
    """From its second day, as long as it is open and nothing was drawn from it."""
    (action,) = found(setbacks, SETBACK, on=1)

    assert "write down what setback no taught you" == action.message
    assert (SETBACK.evolve(on=day(1), lesson="(to fill in)"),) == action.records
    assert [] == found(setbacks, SETBACK, on=0)
    assert [[], []] == [
        found(setbacks, SETBACK.evolve(**{field: "call first"}), on=1) for field in ("lesson", "change")
    ]
    assert [] == found(setbacks, SETBACK, ct.Resolution(on=day(1), setback="no", outcome="dropped"), on=1)


def test_trying_again() -> None:
    """From a week before its day on; a pause puts it off."""
    learned = SETBACK.evolve(lesson="call first")

    assert [[], ["retry no"], ["retry no"]] == [names(setbacks, learned, on=n) for n in (12, 13, 60)]
    (action,) = found(setbacks, learned, on=13)
    assert ("try again after setback no", "another try is due on 2026-01-25") == (
        action.message, action.reason
    )  # fmt: skip
    assert (ct.Resolution(on=day(13), setback="no"),) == action.records
    assert [] == found(setbacks, learned, pause(13, 30), on=13)
    assert [] == found(setbacks, learned.evolve(retry=None), on=13)


def test_both_on_one_day_fit() -> None:
    """The lesson and the other try, taken together."""
    plan = ct.Plan(records=[*QUIET, SETBACK])
    actions = plan.review(day(20)).actions()
    plan += [record for action in actions for record in action.done(on=day(20))]

    assert ["lesson no", "retry no"] == sorted(ids(actions))
    assert 1.0 == plan.review(day(21)).practice["perseverance"]["setbacks"].value


# --- Writing down ---------------------------------------------------------------------------------


def test_an_accomplishment_a_year() -> None:
    """Where none is written down; its words are to be filled in."""
    done = ct.Evidence(on=day(0), title="Faster load")
    (action,) = found(evidence, on=0)

    assert (ct.Evidence(on=day(0), id="done-2026-01-05-1", title="(to fill in)"),) == action.records
    assert [[], ["write evidence"]] == [names(evidence, done, on=n) for n in (364, 365)]


def test_what_the_person_wants() -> None:
    """Likings and priorities, once each."""
    first, second = found(answers, on=0)

    assert ["write down what matters most to you in a position", "write down what you like to do"] == [
        first.message, second.message
    ]  # fmt: skip
    assert ["priorities", "interest-profile"] == [first.records[0].kind, second.records[0].kind]
    assert [] == found(answers, *QUIET, on=0)
