"""A plan is an immutable set with one order."""

import pickle
from copy import copy, deepcopy
from datetime import date

import pytest

import careertrack as ct

SQL = ct.Skill(name="SQL")
RATED = ct.Assessment(on="2026-01-09", skill="sql", level=3)


def test_adding_returns_another_plan() -> None:
    """Adding leaves the plan as it was and returns one with the record."""
    plan = ct.Plan("Ada")
    bigger = plan + SQL

    assert (len(plan), len(bigger)) == (0, 1)
    assert bigger.records == (SQL,)
    assert bigger.owner == "Ada"


def test_adding_what_is_held_changes_nothing() -> None:
    """A record that a plan holds already is the same record."""
    plan = ct.Plan() + [SQL, RATED]

    assert plan + [RATED, ct.Skill(name="SQL")] == plan
    assert len(plan.add(SQL, [RATED, RATED])) == 2


def test_equal_facts_are_two_with_a_note() -> None:
    """Two facts alike in every field are one; a note or an id makes them two."""
    talk = ct.Effort(on="2026-01-09", minutes=30, pillar="skills")

    assert len(ct.Plan(records=[talk, talk])) == 1
    assert len(ct.Plan(records=[talk, talk.evolve(note="again")])) == 2
    assert len(ct.Plan(records=[talk, talk.evolve(id="second")])) == 2


def test_order_follows_from_content() -> None:
    """Undated first, then by day, kind and key, however the records arrived."""
    later = ct.Assessment(on="2026-02-01", skill="sql", level=4)
    effort = ct.Effort(on="2026-01-09", minutes=30, skill="sql")
    course = ct.Course(title="SQL in depth")
    expected = (SQL, course, effort, RATED, later)

    for arrived in ([later, effort, course, RATED, SQL], [SQL, RATED, later, course, effort]):
        assert ct.Plan(records=arrived).records == expected


def test_steps_of_a_day_follow_the_stages() -> None:
    """Steps of one transition on one day stand in the order of the stages, ends last."""
    move = ct.Transition(on="2026-02-02", title="Data lead at Initech")
    stages = ["lead", "applied", "screening", "interviewing", "offer", "accepted", "rejected"]
    steps = [ct.Step(on="2026-02-03", transition=move, stage=stage) for stage in reversed(stages)]
    plan = ct.Plan(records=[*steps, move])

    assert [step.stage for step in plan.of(ct.Step)] == stages


def test_records_of_one_place_are_ordered_by_content() -> None:
    """Where day, kind and key are equal, the content decides."""
    efforts = [ct.Effort(on="2026-01-09", minutes=minutes, pillar="skills") for minutes in (20, 10, 30)]
    first, second = ct.Plan(records=efforts), ct.Plan(records=reversed(efforts))

    assert first.records == second.records
    assert hash(first) == hash(second)
    assert first.digest == second.digest


def test_membership_is_by_content() -> None:
    """A record is in a plan if one equal to it is."""
    plan = ct.Plan(records=[SQL, RATED])

    assert ct.Assessment(on="2026-01-09", skill="sql", level=3) in plan
    assert RATED.evolve(level=4) not in plan
    assert "sql" not in plan
    assert list(plan) == [SQL, RATED]


def test_held_finds_what_a_record_could_contradict() -> None:
    """The record of the same key is found, whatever else it says; a keyless one only as it is."""
    talk = ct.Conversation(on="2026-01-10", id="coffee", contacts=["grace"])
    effort = ct.Effort(on="2026-01-09", minutes=30, skill="sql")
    plan = ct.Plan(records=[SQL, RATED, talk, effort, ct.Contact(id="grace", name="Grace")])

    assert plan.held(RATED.evolve(level=5)) == RATED
    assert plan.held(SQL.evolve(name="sequel")) == SQL
    assert plan.held(talk.evolve(on="2026-02-01", minutes=5)) == talk
    assert plan.held(effort) == effort
    assert plan.held(effort.evolve(minutes=31)) is None
    assert plan.held(RATED.evolve(on="2026-01-10")) is None


def test_a_plan_never_changes() -> None:
    """Setting anything on a plan is refused."""
    plan = ct.Plan("Ada")
    with pytest.raises(AttributeError, match="never changes"):
        plan.owner = "Bob"  # type: ignore[misc]


def test_equality_is_of_content() -> None:
    """Two plans are equal when owner and records are; anything else is no plan."""
    assert ct.Plan("Ada") == ct.Plan("Ada")
    assert ct.Plan("Ada") != ct.Plan("Bob")
    assert ct.Plan("Ada") != ct.Plan("Ada", [SQL])
    assert ct.Plan("Ada") != "Ada"


@pytest.mark.parametrize("again", [copy, deepcopy, lambda plan: pickle.loads(pickle.dumps(plan))])
def test_copies_are_equal(again: object) -> None:
    """A copy, a deep copy and a pickle of a plan are equal to it and answer alike."""
    plan = ct.Plan("Ada", [SQL, RATED])
    other = again(plan)  # type: ignore[operator]

    assert other == plan
    assert other.as_of("2026-03-01").skills["sql"].level == 3


def test_repr_tells_size_and_span() -> None:
    """The repr names no owner and no record."""
    plan = ct.Plan("Ada", [SQL, RATED])

    assert repr(plan) == "<Plan of 2 records from 2026-01-09 to 2026-01-09>"
    assert repr(ct.Plan("Ada", [SQL])) == "<Plan of 1 record>"
    assert repr(ct.Plan()) == "<Plan of 0 records>"


def test_owner_is_text() -> None:
    """An owner that is no text is refused, and not shown."""
    with pytest.raises(ct.InvalidValue) as caught:
        ct.Plan(7)  # type: ignore[arg-type]

    assert [issue.path for issue in caught.value.issues] == ["Plan.owner"]
    assert "personal" in str(caught.value)


@pytest.mark.parametrize("wrong", [7, "sql", {"kind": "skill"}, ["sql"], [7]])
def test_only_records_are_added(wrong: object) -> None:
    """What is no record, nor an iterable of records, is refused by its place."""
    with pytest.raises(ct.InvalidValue) as caught:
        ct.Plan().add(SQL, wrong)  # type: ignore[arg-type]

    assert caught.value.issues[0].path == "$.added[1]"


@pytest.mark.parametrize(
    ("wrong", "path"), [(7, "$.records[0]"), ([SQL, 7], "$.records[1]"), ("sql", "$.records[0]")]
)
def test_a_plan_is_made_of_records(wrong: object, path: str) -> None:
    """What is given to make or collect a plan of is told by its place as well."""
    with pytest.raises(ct.InvalidValue) as made:
        ct.Plan(records=wrong)  # type: ignore[arg-type]
    with pytest.raises(ct.InvalidValue) as collected:
        ct.Plan.collect(wrong)  # type: ignore[arg-type]

    assert [error.value.issues[0].path for error in (made, collected)] == [path, path]
    assert ct.Plan(records=SQL) == ct.Plan(records=[SQL])  # type: ignore[arg-type]


def test_get_returns_what_is_in_force() -> None:
    """A definition is given as last revised, or as it stood on a day."""
    plan = ct.Plan(records=[ct.Goal(on="2026-01-05", title="Apply", pillar="change", target=10)])
    plan = plan.revise(ct.Goal, "apply", on="2026-02-01", target=20)

    assert plan.get(ct.Goal, "apply").target == 20
    assert plan.get(ct.Goal, "apply", date(2026, 1, 31)).target == 10


def test_get_names_the_nearest() -> None:
    """An id that is not there is a KeyError that names the nearest one, where there is one."""
    plan = ct.Plan(records=[ct.Skill(name="Python")])
    with pytest.raises(KeyError, match="did you mean 'python'"):
        plan.get(ct.Skill, "pyhton")
    with pytest.raises(KeyError, match=r'no goal .apply."$'):
        plan.get(ct.Goal, "apply")


@pytest.mark.parametrize("day", ["2026-3-1", 20260301, "01/03/2026", None])
def test_a_day_is_strict(day: object) -> None:
    """A day to ask about is a date or strict text, as in a record."""
    with pytest.raises(ct.InvalidValue, match="day: must be a day"):
        ct.Plan().as_of(day)  # type: ignore[arg-type]


def test_a_day_is_told_by_its_argument() -> None:
    """What is no day is told by the name that the caller gave it under."""
    plan = ct.Plan() + ct.Goal(on="2026-01-05", title="Apply", pillar="change")
    with pytest.raises(ct.InvalidValue, match=r"^until: must be a day"):
        plan.changes("2026-01-05", "soon")
    with pytest.raises(ct.InvalidValue, match=r"^on: must be a day"):
        plan.revise(ct.Goal, "apply", on="soon", title="Apply twice")
