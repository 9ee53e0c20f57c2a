"""The unknowns worth answering first, and the records of their answers."""

import json

import pytest
from tests.practice.keeping import day
from tests.questions.test_actions_choosing import QUIET

import careertrack as ct
from careertrack.questions.unknowns import CODES, Question
from careertrack.record import Record

SQL = ct.Skill(name="SQL", top=6)
ROLE = ct.Role(title="Lead", requires=[ct.Requirement(skill="sql", level=4)])
AIM = ct.TargetRole(on=day(0), roles=["lead"])
GOAL = ct.Goal(id="talks", on=day(0), title="Talks", pillar="direction", target=10, baseline=2)
JOB = ct.Position(title="Planner", started="2019")
RUNWAY = ct.Runway(on=day(0), savings="100 EUR", spending="10 EUR")
SAID: tuple[Record, ...] = (*QUIET, RUNWAY, GOAL, SQL, ROLE, AIM, ct.Capacity(on=day(0), minutes=300))
"""So that only levels and values are asked for."""


def asked(*records: Record, n: int = 99, on: int = 1) -> tuple[Question, ...]:
    """The questions of a day."""
    return ct.Plan(records=records).review(day(on)).questions(n)


def codes(*records: Record, on: int = 1) -> list[str]:
    """What they ask about, in order."""
    return [question.code for question in asked(*records, on=on)]


def test_an_empty_plan_asks_for_what_opens_a_number() -> None:
    """A goal, a role, the means, and what the person wants; and no more than were asked for."""
    assert ["goal", "target-role", "runway", "priorities", "interests"] == codes()
    assert [5, 3, 0] == [len(ct.Plan().review(day(0)).questions(n)) for n in (9, 3, 0)]
    assert 3 == len(ct.Plan().review(day(0)).questions())


def test_a_number_of_questions_is_whole() -> None:
    """And none less than none."""
    for wrong in (-1, 1.5, True):
        with pytest.raises(ct.InvalidValue, match="n: must be a whole number from 0"):
            asked(n=wrong)  # type: ignore[arg-type]


def test_what_narrows_most_comes_first() -> None:
    """Each by its share of progress: half for the goals, half for the role."""
    part = GOAL.evolve(id="other", title="Other")
    questions = asked(*SAID, part)

    assert [("level", 0.5), ("value", 0.25), ("value", 0.25)] == [(q.code, q.narrows) for q in questions]
    assert "how good are you at sql, from 0 to 6? (narrows progress by 0.50)" == str(questions[0])
    assert "how far is goal talks? (narrows progress by 0.25)" == str(questions[2])


def test_answers_claim_nothing() -> None:
    """A value as it was at the beginning, the lowest level, the middle of a scale: to be replaced."""
    value, level = asked(*SAID)

    assert ct.Assessment(on=day(1), skill="sql", level=3) == level.record
    assert ct.CheckIn(on=day(1), goal="talks", value=2) == value.record
    wish = GOAL.evolve(target=None, baseline=None)
    assert ct.CheckIn(on=day(1), goal="talks", level=-2) == asked(wish, SQL, ROLE, AIM)[0].record


def test_an_answer_is_asked_no_more() -> None:
    """What is known is no question."""
    assert [] == codes(*SAID, *(q.record for q in asked(*SAID) if q.record is not None))


def test_what_was_said_today_is_not_said_otherwise() -> None:
    """Where a record of the same day stands, there is none to add."""
    wish = GOAL.evolve(target=None, baseline=None)
    assert None is asked(wish, ct.CheckIn(on=day(1), goal="talks", value=3))[0].record
    none = asked(*QUIET, ROLE, SQL, AIM.evolve(on=day(1), roles=[]))
    assert [None] == [question.record for question in none if question.code == "target-role"]
    money = ct.Capacity(on=day(1), training_budget="9 EUR")
    assert [None] == [question.record for question in asked(GOAL, money) if question.code == "capacity"]


def test_a_role_to_aim_at() -> None:
    """One that is there, if any is."""
    (question,) = (each for each in asked(ROLE, SQL) if each.code == "target-role")

    assert ct.TargetRole(on=day(1), roles=["lead"]) == question.record
    assert [None] == [each.record for each in asked() if each.code == "target-role"]


def test_the_means_of_who_has_no_job() -> None:
    """Not asked of who has one, nor again."""
    assert "runway" not in codes(JOB)
    assert "runway" in codes(JOB.evolve(ended="2025"))
    assert "runway" in codes(JOB.evolve(type="caring"))
    assert "runway" not in codes(RUNWAY)


def test_the_time_there_is_once_something_is_asked() -> None:
    """A sum of money does not say it."""
    assert ["capacity" in codes(), "capacity" in codes(GOAL)] == [False, True]
    assert "capacity" in codes(GOAL, ct.Capacity(on=day(0), training_budget="9 EUR"))
    assert "capacity" not in codes(GOAL, ct.Capacity(on=day(0), minutes=9))


def test_what_became_of_a_move() -> None:
    """Of one that nobody kept track of."""
    step = ct.Step(on=day(0), transition="m", stage="applied", tracked=False)
    plan = [*SAID, ct.Transition(id="m", on=day(0)), step]
    (question,) = (each for each in asked(*plan) if each.code == "outcome")

    assert "what became of m? (tells of outlook)" == str(question)
    assert ct.Step(on=day(1), transition="m", stage="rejected") == question.record
    assert "outcome" not in codes(*plan, question.record)


def test_a_first_goal_has_an_id_of_its_own() -> None:
    """In the calendar's last quarter its day is the last; on that day there is none to set."""
    (question,) = (each for each in asked() if each.code == "goal")
    assert question.record is not None
    assert ("first-goal", day(92)) == (question.record.id, question.record.due)  # type: ignore[attr-defined]
    assert "goal" not in [each.code for each in ct.Plan().review("9999-12-31").questions(9)]


def test_it_is_plain_data() -> None:
    """JSON of all of it."""
    for question in (*asked(*SAID), *asked()):
        data = question.to_dict()

        assert data == json.loads(json.dumps(data, allow_nan=False))
        assert data["message"] == question.message
        assert (None if question.record is None else question.record.to_dict()) == data["record"]


def test_each_code_is_asked() -> None:
    """No sentence stands there for nothing."""
    step = ct.Step(on=day(0), transition="m", stage="applied", tracked=False)
    all_of_them = {*codes(), *codes(GOAL, SQL, ROLE, AIM, ct.Transition(id="m", on=day(0)), step)}

    assert set(CODES) == all_of_them


def test_a_goal_whose_parts_weigh_nothing() -> None:
    """It is asked about itself; its parts tell nothing of it."""
    part = GOAL.evolve(id="part", title="Part", parent="talks", importance=0)

    assert [{"goal": "talks"}] == [q.params for q in asked(*SAID, part) if q.code == "value"]
