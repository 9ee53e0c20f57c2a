"""The mappings of a day: what is in them, in which order, and what is not there."""

from datetime import date

import pytest

import careertrack as ct

PLAN = ct.Plan(
    records=[
        ct.Goal(on="2026-02-01", title="Zest", pillar="change"),
        ct.Goal(on="2026-01-01", title="Move", pillar="change"),
        ct.Goal(on="2026-03-01", title="Aim", pillar="change"),
        ct.Goal(id="move", on="2026-03-05", title="Move on", pillar="change"),
        ct.Skill(name="SQL"),
        ct.Skill(id="sql", on="2026-03-05", name="SQL and databases"),
        ct.Skill(name="Excel"),
    ]
)


def test_what_has_begun_in_the_order_of_its_first_record() -> None:
    """Dated definitions by their first day; what begins later is not there."""
    goals = PLAN.as_of("2026-02-28").goals

    assert ["move", "zest"] == list(goals)
    assert ["move", "zest", "aim"] == list(PLAN.as_of("2026-12-31").goals)
    assert [0, 1, 2, 3] == [
        len(PLAN.as_of(day).goals) for day in ("2025-12-31", "2026-01-01", "2026-02-01", "2026-03-01")
    ]


def test_the_undated_hold_from_the_start() -> None:
    """A catalogue definition is there on any day, in the order of ids, as it was first described."""
    skills = PLAN.as_of(date.min).skills

    assert ["excel", "sql"] == list(skills)
    assert "SQL" == skills["sql"].skill.name


def test_a_day_is_included() -> None:
    """A revision of the day itself holds on it."""
    assert ["Move", "Move on"] == [
        PLAN.as_of(day).goals["move"].goal.title for day in ("2026-03-04", "2026-03-05")
    ]


def test_what_is_not_there_is_a_key_error() -> None:
    """Unknown ids, ids that begin later and ids of other kinds are refused alike, and `get` gives nothing."""
    goals = PLAN.as_of("2026-02-28").goals

    for id in ("aim", "sql", "nowhere", ""):
        assert id not in goals
        assert None is goals.get(id)
        with pytest.raises(KeyError, match=f"^\"no goal '{id}' by 2026-02-28\"$"):
            goals[id]


def test_what_is_no_id_is_not_in_it() -> None:
    """Only texts are ids."""
    assert None not in PLAN.as_of("2026-12-31").goals
    assert 1 not in PLAN.as_of("2026-12-31").goals


def test_a_state_is_folded_once() -> None:
    """The same state is given each time, and it is in the mapping before and after."""
    goals = PLAN.as_of("2026-12-31").goals

    assert "aim" in goals
    assert goals["aim"] is goals["aim"]
    assert "aim" in goals


def test_mappings_compare_and_list_as_mappings_do() -> None:
    """Keys, values and items agree, and two snapshots of a day have equal ones."""
    one, other = (PLAN.as_of("2026-12-31").goals for _ in range(2))

    assert dict(one) == dict(other)
    assert list(zip(one.keys(), one.values(), strict=True)) == list(one.items())
    assert [date(2026, 12, 31)] * 3 == [state.as_of for state in one.values()]


def test_the_repr_counts() -> None:
    """It says how many of what, on which day."""
    assert "<2 goal states on 2026-02-28>" == repr(PLAN.as_of("2026-02-28").goals)


def test_a_definition_named_by_an_undated_one_is_hidden_until_it_begins() -> None:
    """An event without a day may name a move that begins later; until then the move is not there."""
    plan = ct.Plan(
        records=[
            ct.Event(id="lead", title="Second round", starts="2026-03-09", transition="lead"),
            ct.Transition(id="lead", on="2026-03-01"),
        ]
    )
    before, after = plan.as_of("2026-02-28"), plan.as_of("2026-03-01")

    assert ([], ["lead"]) == (list(before.transitions), list(after.transitions))
    assert "lead" not in before.transitions
    assert ["lead"] == list(before.events)


NEWER = """{"careertrack": "1.9", "owner": "Ada", "records": [
    {"kind": "skill", "id": "sql", "name": "SQL", "mood": "new"},
    {"kind": "goal", "id": "fly", "on": "2026-01-01", "title": "Fly", "pillar": "sky"},
    {"kind": "goal", "id": "walk", "on": "2026-01-01", "title": "Walk", "pillar": "change", "parent": "fly"},
    {"kind": "goal", "id": "walk", "on": "2026-02-01", "title": "Walk", "pillar": "earth"},
    {"kind": "goal", "id": "rest", "on": "2026-01-01", "title": "Rest", "pillar": "earth"},
    {"kind": "goal", "id": "rest", "on": "2026-02-01", "title": "Rest", "pillar": "change"},
    {"kind": "dance", "id": "waltz", "on": "2026-02-09"},
    {"kind": "effort", "on": "2026-01-02", "minutes": 30, "goal": "fly"}
]}"""


def unreadable() -> ct.Plan:
    """A plan of a newer version, with words that this one does not know."""
    return ct.loads(NEWER)


def test_what_no_fold_can_read_is_not_there() -> None:
    """A definition in words of a newer version is in no mapping, though others may name it."""
    now = unreadable().as_of("2026-01-31")

    assert ["walk"] == list(now.goals)
    assert ("fly" not in now.goals, "fly") == (True, now.goals["walk"].goal.parent)
    assert 30 == now.facts(ct.Effort)[0].minutes


def test_a_revision_that_no_fold_can_read_changes_nothing() -> None:
    """The last revision that can be read stands; one that can be read begins what could not be before."""
    goals = unreadable().as_of("2026-02-28").goals

    assert {"walk": "change", "rest": "change"} == {id: state.goal.pillar for id, state in goals.items()}
    assert date(2026, 2, 1) == goals["rest"].first.on


def test_a_newer_field_hides_nothing() -> None:
    """A definition with fields of a newer version is read by those that are known."""
    assert ["sql"] == list(unreadable().as_of("2026-01-01").skills)


def test_the_last_day_counts_what_cannot_be_read() -> None:
    """Something was written down, whatever it says."""
    assert date(2026, 2, 9) == unreadable().as_of("2026-12-31").last_day
