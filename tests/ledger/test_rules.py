"""Records that do not fit together, each rule by its code and path."""

import json
from datetime import date, timedelta

import pytest

import careertrack as ct
from careertrack.record import Record

SQL = ct.Skill(name="SQL")
APPLY = ct.Goal(on="2026-01-05", title="Apply", pillar="change", target=10)


def faults(*records: Record) -> list[tuple[str, str]]:
    """The path and code of each fault of some records together."""
    return [(issue.path, issue.code) for issue in ct.Plan().check(records)]


def goal(id: str, on: str = "2026-01-05", parent: str | None = None) -> ct.Goal:
    """A goal with a parent."""
    return ct.Goal(id=id, on=on, title=id, pillar="change", parent=parent)


# --- References ------------------------------------------------------------------------------


def test_an_unknown_id_names_the_nearest() -> None:
    """A reference to nothing is told with the nearest id of the kind."""
    (issue,) = ct.Plan(records=[ct.Skill(name="Python")]).check(
        ct.Assessment(on="2026-03-01", skill="pyhton", level=3)
    )

    assert str(issue) == '$.added[0].skill: no skill "pyhton" by 2026-03-01; did you mean "python"?'


def test_an_undated_reference_names_no_day() -> None:
    """A record without a day that names nothing is told without a day."""
    (issue,) = ct.Plan().check(ct.Role(title="Data lead", requires=[{"skill": "sql", "level": 5}]))

    assert str(issue) == '$.added[0].requires[0].skill: no skill "sql"'


def test_a_reference_to_another_kind() -> None:
    """An id of another kind is told as such."""
    (issue,) = ct.Plan().check(SQL, ct.CheckIn(on="2026-02-01", goal="sql", value=1))

    assert str(issue) == '$.added[1].goal: "sql" is a skill, not a goal'


def test_a_reference_to_something_later() -> None:
    """What is recorded only later cannot be named yet."""
    (issue,) = ct.Plan().check(APPLY, ct.CheckIn(on="2026-01-04", goal="apply", value=1))

    assert str(issue) == (
        '$.added[1].goal: goal "apply" is recorded only on 2026-01-05; record the goal earlier, or this later'
    )


def test_an_undated_record_may_name_what_begins_later() -> None:
    """An undated record's reference resolves to what begins on any day."""
    assert faults(ct.Event(title="Fair", transition="move"), ct.Transition(on="2026-02-02", id="move")) == []


def test_an_identified_fact_can_be_named_from_its_day() -> None:
    """A talk with an id resolves, and not before it took place."""
    grace = ct.Contact(id="grace", name="Grace")
    talk = ct.Conversation(id="coffee", on="2026-01-09", contacts=["grace"])
    promise = ct.Commitment(id="send", on="2026-01-09", what="Send", to="grace", conversation=talk)

    assert faults(grace, talk, promise) == []
    assert faults(grace, talk, promise.evolve(on="2026-01-08")) == [("$.added[2].conversation", "later")]


def test_every_path_to_an_id_is_told() -> None:
    """A record that names one id twice is told twice."""
    promise = ct.Commitment(id="call", on="2026-01-09", what="Call", by="ada", to="grace")
    talk = ct.Conversation(on="2026-01-09", contacts=["grace", "ada"])

    assert sorted(faults(promise, talk)) == [
        ("$.added[0].by", "unknown-reference"),
        ("$.added[0].to", "unknown-reference"),
        ("$.added[1].contacts[0]", "unknown-reference"),
        ("$.added[1].contacts[1]", "unknown-reference"),
    ]


# --- Keys ------------------------------------------------------------------------------------


def test_two_records_of_one_key_contradict() -> None:
    """One record a definition and day, a subject and day, and an identified fact."""
    rated = ct.Assessment(on="2026-01-09", skill="sql", level=3)
    talk = ct.Conversation(id="coffee", on="2026-01-09", contacts=["grace"])
    grace = ct.Contact(id="grace", name="Grace")

    assert faults(SQL, SQL.evolve(name="Structured")) == [("$.added[1]", "conflict")]
    assert faults(APPLY, APPLY.evolve(target=5)) == [("$.added[1]", "conflict")]
    assert faults(SQL, rated, rated.evolve(id="mine", level=4)) == [("$.added[2]", "conflict")]
    assert faults(SQL, rated, rated.evolve(by="peer")) == []
    assert faults(grace, talk, talk.evolve(minutes=30)) == [("$.added[2]", "conflict")]
    assert faults(grace, talk, talk.evolve(on="2026-02-01")) == [("$.added[2]", "conflict")]


def test_each_contradiction_is_told_once() -> None:
    """Three records of one key are two contradictions."""
    rated = [ct.Assessment(on="2026-01-09", skill="sql", level=level) for level in (1, 2, 3)]

    assert [code for _, code in faults(SQL, *rated)] == ["conflict", "conflict"]


def test_a_keyless_fact_beside_an_identified_one() -> None:
    """A fact without an id never contradicts one whose id is what it names."""
    end = ct.Resolution(on="2026-02-01", goal="apply")
    other = ct.Resolution(on="2026-02-01", id="apply", commitment="send")
    promise = ct.Commitment(id="send", on="2026-01-09", what="Send", pillar="change")

    assert faults(APPLY, promise, end, other) == []


# --- Days -------------------------------------------------------------------------------------


def test_the_first_record_of_a_catalogue_definition_has_no_day() -> None:
    """A skill, contact, role or the like holds from the start; only revisions have a day."""
    dated = SQL.evolve(on="2026-01-01")

    assert faults(dated) == [("$.added[0].on", "dated-first")]
    assert faults(SQL, dated.evolve(name="Structured")) == []
    undated_user = ct.Role(title="Lead", requires=[{"skill": "sql", "level": 1}])
    assert faults(dated, undated_user) == [("$.added[0].on", "dated-first")]


@pytest.mark.parametrize(
    ("record", "path"),
    [
        (APPLY.evolve(due="2026-01-05"), ".due"),
        (APPLY.evolve(milestones=[ct.Milestone(due="2026-01-05", value=3)]), ".milestones[0].due"),
        (ct.Commitment(id="a", on="2026-01-05", what="x", pillar="change", due="2026-01-04"), ".due"),
        (ct.Setback(id="a", on="2026-01-05", what="x", retry="2026-01-05"), ".retry"),
    ],
)
def test_a_first_due_day_comes_after_the_record(record: Record, path: str) -> None:
    """What is due on the day it is first recorded, or before, is refused."""
    assert faults(record) == [(f"$.added[0]{path}", "not-after")]


def test_what_is_not_due_is_not_compared() -> None:
    """A setback without a day to try again is as good as one with."""
    assert faults(ct.Setback(id="a", on="2026-01-05", what="x")) == []


def test_a_revision_may_carry_a_past_due_day() -> None:
    """A due day is compared with the first record's day, not with the revision's."""
    first = APPLY.evolve(due="2026-02-01")

    assert faults(first, first.evolve(on="2026-03-01", importance=3)) == []
    assert faults(first, first.evolve(on="2026-03-01", due="2026-01-05")) == [("$.added[1].due", "not-after")]


def test_the_first_record_may_be_of_a_newer_version() -> None:
    """A due day is compared with the first record's day even if this version cannot read that record."""
    first = {"kind": "goal", "id": "run", "on": "2026-01-05", "title": "Run", "pillar": "health"}
    later = {**first, "on": "2026-03-01", "pillar": "skills"}

    def loaded(due: str) -> ct.Plan:
        return ct.loads(json.dumps({"careertrack": "1.1", "records": [first, {**later, "due": due}]}))

    assert 2 == len(loaded("2026-02-01"))
    with pytest.raises(ct.InvalidDocument, match=r"must be after 2026-01-05"):
        loaded("2026-01-05")


def test_two_kinds_may_share_an_id() -> None:
    """A setback with the id of its goal is compared with its own first day, and told once."""
    setback = ct.Setback(id="apply", on="2026-02-01", what="x", goal="apply", retry="2026-02-01")

    assert faults(APPLY, setback) == [("$.added[1].retry", "not-after")]
    assert faults(APPLY.evolve(on="2026-02-01"), setback) == [("$.added[1].retry", "not-after")]


# --- Scales -----------------------------------------------------------------------------------


def test_no_level_is_above_the_top() -> None:
    """Assessments, requirements and lessons stay within the skill's scale."""
    five = SQL.evolve(top=5)
    found = faults(
        five,
        ct.Assessment(on="2026-01-09", skill="sql", level=5.5),
        ct.Role(title="Lead", requires=[{"skill": "sql", "level": 6}]),
        ct.Course(title="In depth", teaches=[{"skill": "sql", "level": 7}]),
        ct.Evidence(on="2026-01-09", title="Cut", skills=["sql"]),
    )

    assert sorted(found) == [
        ("$.added[1].level", "above-top"),
        ("$.added[2].requires[0].level", "above-top"),
        ("$.added[3].teaches[0].level", "above-top"),
    ]


def test_only_the_skill_s_own_level_is_compared() -> None:
    """In a role or course of several skills, each level is held to its own scale."""
    low = ct.Skill(name="R", top=2)
    needs = [{"skill": "sql", "level": 6}, {"skill": "r", "level": 2}]

    assert (
        faults(SQL, low, ct.Role(title="Lead", requires=needs), ct.Course(title="Both", teaches=needs)) == []
    )


def test_the_top_is_never_revised() -> None:
    """A revision of a skill keeps the top of its scale."""
    assert faults(SQL, SQL.evolve(on="2026-02-01", top=5)) == [("$.added[1].top", "top-revised")]


@pytest.mark.parametrize("top", [5, 9])
def test_another_top_of_the_same_day_is_no_revision(top: float) -> None:
    """Two skills of one id and day contradict each other, and are told of that alone."""
    assert faults(SQL, SQL.evolve(top=top)) == [("$.added[1]", "conflict")]


# --- Cycles -----------------------------------------------------------------------------------


def cycle(*records: Record) -> str:
    """The ids of the one cycle among some records."""
    (issue,) = ct.Plan().check(records)
    assert issue.code == "cycle"
    return str(issue.params["ids"])


def test_goals_that_are_parts_of_each_other() -> None:
    """A goal is no part of its own part; the ids are named in order."""
    assert cycle(goal("a", parent="c"), goal("b", parent="a"), goal("c", parent="b")) in (
        "a -> c -> b -> a",
        "b -> a -> c -> b",
        "c -> b -> a -> c",
    )


def test_contacts_and_skills_have_no_cycles() -> None:
    """Introductions and prerequisites lead nowhere back."""
    people = [
        ct.Contact(id="a", name="A", introduced_by="b"),
        ct.Contact(id="b", name="B", introduced_by="a"),
    ]
    skills = [
        ct.Skill(id="a", name="A", prerequisites=["c", "b"]),
        ct.Skill(id="b", name="B", prerequisites=["a"]),
        ct.Skill(id="c", name="C"),
    ]

    assert cycle(*people) in ("a -> b -> a", "b -> a -> b")
    assert cycle(*skills) in ("a -> b -> a", "b -> a -> b")


def test_a_skill_that_needs_itself() -> None:
    """A skill that is its own prerequisite is a cycle of one."""
    assert cycle(ct.Skill(id="a", name="A", prerequisites=["a"])) == "a -> a"


def test_links_of_different_days_are_no_cycle() -> None:
    """Two goals may change places: what counts is what holds on one day."""
    swapped = [
        goal("a"),
        goal("b", parent="a"),
        goal("b", on="2026-02-01"),
        goal("a", on="2026-02-01", parent="b"),
    ]

    assert faults(*swapped) == []


def test_a_cycle_that_lasts_a_while() -> None:
    """A link that is revised away later is still a cycle on the days between."""
    found = [
        goal("a", parent=None),
        goal("b", on="2026-01-05", parent=None),
        goal("b", on="2026-01-10", parent="a"),
        goal("a", on="2026-01-07", parent="b"),
        goal("a", on="2026-01-20", parent=None),
    ]

    assert cycle(*found) in ("a -> b -> a", "b -> a -> b")


def test_an_earlier_link_can_close_a_cycle() -> None:
    """Adding a link dated before one that is there already is held against the days both hold."""
    plan = ct.Plan(records=[goal("a"), goal("b"), goal("b", on="2026-01-10", parent="a")])
    (issue,) = plan.check(goal("a", on="2026-01-07", parent="b"))

    assert issue.code == "cycle"


def test_one_of_two_ways_back() -> None:
    """Where one way back is never in force and another is, the other is found."""
    records = [
        goal("a", parent="b"),
        goal("b", parent=None),
        goal("c", parent="b"),
        goal("b", on="2026-02-01", parent="a"),
        goal("a", on="2026-02-01", parent="c"),
    ]

    assert cycle(*records) in ("a -> c -> b -> a", "b -> a -> c -> b", "c -> b -> a -> c")


def test_many_ways_that_never_lead_back_on_one_day() -> None:
    """Prerequisites that meet again and lead back only later, when the first link is gone, are no cycle."""
    skills = [
        ct.Skill(id="a", name="A", prerequisites=["b", "c"]),
        ct.Skill(id="b", name="B", prerequisites=["d"]),
        ct.Skill(id="c", name="C", prerequisites=["d"]),
        ct.Skill(id="d", name="D"),
        ct.Skill(id="a", name="A", on="2026-02-01"),
        ct.Skill(id="d", name="D", on="2026-02-01", prerequisites=["a"]),
    ]

    assert faults(*skills) == []


def test_a_chain_of_five_thousand_is_no_cycle() -> None:
    """A long chain of goals is checked without recursion, and a cycle of that length found."""
    day = date(2026, 1, 5)
    chain = [ct.Goal(id="g-0", on=day, title="g", pillar="change")]
    chain += [
        ct.Goal(id=f"g-{i}", on=day, title="g", pillar="change", parent=f"g-{i - 1}") for i in range(1, 5000)
    ]
    plan = ct.Plan(records=chain)
    (issue,) = plan.check(chain[0].evolve(on=day + timedelta(1), parent="g-4999"))

    assert len(plan) == 5000
    assert issue.code == "cycle"
    assert str(issue.params["ids"]).startswith("g-")
