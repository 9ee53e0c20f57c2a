"""References that lead nowhere, to the wrong thing, too early, or back to where they start."""

import sys
from collections.abc import Iterable
from typing import Any

import pytest
from tests.faults.documents import document, everything, issues_of, refused

import careertrack as ct
from careertrack import ledger
from careertrack.catalogue import KINDS
from careertrack.errors import nearest

SQL = {"kind": "skill", "name": "SQL"}
GOAL = {"kind": "goal", "on": "2026-01-05", "pillar": "change"}


def goal(id: str, **fields: Any) -> dict[str, Any]:
    """A goal as plain data."""
    return {**GOAL, "id": id, "title": id, **fields}


def skill(id: str, *prerequisites: str, **fields: Any) -> dict[str, Any]:
    """A skill as plain data."""
    return {"kind": "skill", "id": id, "name": id, "prerequisites": list(prerequisites), **fields}


def contact(id: str, by: str | None, **fields: Any) -> dict[str, Any]:
    """A contact as plain data."""
    return {"kind": "contact", "id": id, "name": id, "introduced_by": by, **fields}


def told(*records: Any) -> list[str]:
    """The sentences that a document is refused with."""
    return [str(issue) for issue in issues_of(document(*records))]


# --- Nowhere -----------------------------------------------------------------------------------------


def test_nowhere() -> None:
    """An id that nothing has is refused with the nearest one of its kind."""
    rated = {"kind": "assessment", "on": "2026-03-01", "skill": "pyhton", "level": 3}

    assert ['$.records[1].skill: no skill "pyhton" by 2026-03-01; did you mean "python"?'] == told(
        {"kind": "skill", "name": "Python"}, rated
    )
    assert ['$.records[0].skill: no skill "pyhton" by 2026-03-01'] == told(rated)


def test_nowhere_out_of_what_has_no_day() -> None:
    """A reference without a day names no day."""
    assert ['$.records[0].prerequisites[0]: no skill "b"'] == told(skill("a", "b"))


def test_every_reference_there_is() -> None:
    """Every reference of every kind, inside lists and parts as well, is looked up."""
    data = everything()
    whole = ct.loads(document(*data["records"]))
    paths = {
        (record.kind, path)
        for record in whole
        for kind in KINDS
        for id in whole._ledger.cabinet.get(kind, {})
        for path, _ in record.paths_to(kind, id)
    }
    alone = {
        (record["kind"], issue.path.removeprefix("$.records[0]"))
        for record in data["records"]
        for issue in (issues_of(document(record)) if names_any(record) else ())
        if issue.code != "dated-first"
    }

    assert len(paths) > 40
    assert paths == alone


def names_any(record: dict[str, Any]) -> bool:
    """Whether a record refers to another, or begins in the middle."""
    try:
        ct.loads(document(record))
    except ct.InvalidDocument:
        return True
    return False


def test_only_what_is_told_is_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    """However many references lead nowhere, nearest ids are looked for a hundred times at most."""
    asked: list[str] = []
    real = ledger.nearest

    def counted(word: str, known: Iterable[str]) -> str:
        asked.append(word)
        return real(word, known)

    monkeypatch.setattr(ledger, "nearest", counted)
    rated = [
        {"kind": "assessment", "on": f"{2000 + i}-01-05", "skill": f"skil-{i % 150}", "level": 1}
        for i in range(300)
    ]
    issues = issues_of(document(*(skill(f"skill-{i}") for i in range(150)), *rated))

    assert [f"skill-{i}" for i in range(100)] == [issue.params["near"] for issue in issues]
    assert [f"skil-{i}" for i in range(100)] == asked


def test_the_nearest_of_very_many() -> None:
    """Among very many ids, a near one that begins alike is found still."""
    known = [f"{letter}{i}" for letter in "abcdefghij" for i in range(1_000)]

    assert "python" == nearest("pythn", [*known, "python", *(f"q{i}" for i in range(2_000))])


# --- The wrong thing, too early --------------------------------------------------------------------------


def test_the_wrong_kind() -> None:
    """The id of another kind is refused, saying which kind it is of."""
    course = {"kind": "course", "id": "sql", "title": "SQL"}
    rated = {"kind": "assessment", "on": "2026-03-01", "skill": "sql", "level": 3}
    (issue,) = issues_of(document(course, rated))

    assert (
        ct.Issue("$.records[1].skill", "wrong-kind", {"id": "sql", "found": "course", "kind": "skill"})
        == issue
    )
    assert '$.records[1].skill: "sql" is a course, not a skill' == str(issue)


@pytest.mark.parametrize("wrong", ["course", "record"])
def test_a_record_of_the_wrong_kind(wrong: str) -> None:
    """A record itself, given where another kind is due, is refused by the constructor."""
    course = ct.Course(title="SQL") if wrong == "course" else ct.Contact(id="sql", name="SQL")
    with pytest.raises(ct.InvalidValue) as caught:
        ct.Assessment(on="2026-03-01", skill=course, level=3)

    assert [("Assessment.skill", "value")] == [(i.path, i.code) for i in caught.value.issues]


def test_recorded_only_later() -> None:
    """A reference to what begins only later is refused, saying since when it is there and what to do."""
    check = {"kind": "check-in", "on": "2026-01-04", "goal": "apply", "value": 3}

    assert [
        '$.records[0].goal: goal "apply" is recorded only on 2026-01-05; '
        "record the goal earlier, or this later"
    ] == told(check, goal("apply"))
    assert 2 == len(ct.loads(document({**check, "on": "2026-01-05"}, goal("apply"))))


def test_a_fact_recorded_only_later() -> None:
    """A fact that others refer to by its id begins on its day as well."""
    talk = {"kind": "conversation", "id": "talk", "on": "2026-01-06", "contacts": ["a"]}
    promise = {
        "kind": "commitment",
        "id": "x",
        "on": "2026-01-05",
        "what": "x",
        "by": "a",
        "conversation": "talk",
    }

    assert [("$.records[2].conversation", "later")] == refused(
        document({"kind": "contact", "id": "a", "name": "A"}, talk, promise)
    )


def test_a_catalogue_entry_is_there_from_the_start() -> None:
    """A definition of the catalogue can be referred to on any day, whatever days revise it."""
    revised = {**SQL, "id": "sql", "on": "2026-06-01", "name": "SQL:2023"}
    rated = {"kind": "assessment", "on": "0001-01-01", "skill": "sql", "level": 3}

    assert 3 == len(ct.loads(document(SQL, revised, rated)))


def test_one_fault_for_what_begins_in_the_middle() -> None:
    """Where the first record of a catalogue definition has a day, that is told, not all that refers to it."""
    revised = {**SQL, "id": "sql", "on": "2026-06-01"}
    rated = [{"kind": "assessment", "on": f"2026-01-0{i}", "skill": "sql", "level": 3} for i in range(1, 9)]

    assert [("$.records[0].on", "dated-first")] == refused(document(revised, *rated))


# --- Round in a circle ----------------------------------------------------------------------------------


def test_its_own_parent() -> None:
    """A goal is no part of itself, whether its id is given or made from its title."""
    assert ["$.records[0].parent: must be another goal, got 'a'"] == told(goal("a", parent="a"))
    assert ["$.records[0].parent: must be another goal, got 'a'"] == told(
        {**GOAL, "title": "A", "parent": "a"}
    )
    with pytest.raises(ct.InvalidValue, match=r"Goal\.parent: must be another goal, got 'apply'"):
        ct.Goal(on="2026-01-05", title="Apply", pillar="change", parent="apply")


def test_introduced_by_themselves() -> None:
    """Nobody introduces themselves."""
    assert [("$.records[0].introduced_by", "value")] == refused(document(contact("a", "a")))


def test_its_own_prerequisite() -> None:
    """A skill is not needed to have itself."""
    assert [("$.records[0].prerequisites[0]", "cycle")] == refused(document(skill("a", "a")))


@pytest.mark.parametrize(
    ("records", "path", "kind"),
    [
        ([goal("a", parent="b"), goal("b", parent="c"), goal("c", parent="a")], ".parent", "goal"),
        ([contact("a", "b"), contact("b", "c"), contact("c", "a")], ".introduced_by", "contact"),
        ([skill("a", "b"), skill("b", "c"), skill("c", "a")], ".prerequisites[0]", "skill"),
    ],
    ids=["goal", "contact", "skill"],
)
def test_a_cycle(records: list[Any], path: str, kind: str) -> None:
    """Links that lead back are told once, at the first, naming the ids in their order."""
    (issue,) = issues_of(document(*records))

    assert ct.Issue(f"$.records[0]{path}", "cycle", {"kind": kind, "ids": "a -> b -> c -> a"}) == issue
    assert f"$.records[0]{path}: {kind} ids lead back to themselves: a -> b -> c -> a" in str(issue)


def test_two_cycles() -> None:
    """Each of several cycles is told."""
    records = [skill("a", "b"), skill("b", "a"), skill("c", "d"), skill("d", "c"), skill("e", "a")]

    assert {"a -> b -> a", "c -> d -> c"} == {i.params["ids"] for i in issues_of(document(*records))}


def test_a_cycle_of_a_day() -> None:
    """Links make a cycle only if they are in force on one day."""
    early = [goal("a"), goal("b", parent="a")]
    later = {"on": "2026-02-01"}

    assert 4 == len(ct.loads(document(*early, goal("b", **later), goal("a", parent="b", **later))))
    assert ["cycle"] == [code for _, code in refused(document(*early, goal("a", parent="b", **later)))]


def test_a_cycle_made_by_adding() -> None:
    """The link that closes a cycle is refused when it is added, however few records are."""
    plan = ct.loads(document(goal("a"), goal("b", parent="a")))
    with pytest.raises(ct.InvalidPlan) as caught:
        plan.revise(ct.Goal, "a", on="2026-02-01", parent="b")

    assert ["cycle"] == [issue.code for issue in caught.value.issues]


LONG = 5_000


@pytest.mark.parametrize(
    "records",
    [
        [goal(f"g{i}", **({"parent": f"g{i + 1}"} if i < LONG - 1 else {})) for i in range(LONG)],
        [skill(f"g{i}", *([f"g{i + 1}"] if i < LONG - 1 else [])) for i in range(LONG)],
        [*(contact(f"g{i}", f"g{i + 1}") for i in range(LONG - 1)), contact(f"g{LONG - 1}", None)],
    ],
    ids=["goals", "skills", "contacts"],
)
def test_a_long_chain(records: list[Any]) -> None:
    """A chain of 5,000 is no cycle and no burden; closed, it is one cycle of them all."""
    assert sys.getrecursionlimit() < LONG
    assert LONG == len(ct.loads(document(*records)))

    last = records[-1]
    field = {"goal": "parent", "skill": "prerequisites", "contact": "introduced_by"}[last["kind"]]
    closed = [*records[:-1], {**last, field: ["g0"] if field == "prerequisites" else "g0"}]
    (issue,) = issues_of(document(*closed))

    assert ("cycle", LONG + 1) == (issue.code, len(issue.params["ids"].split(" -> ")))


# --- Twice, and not the same -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other", "what"),
    [
        (SQL, {**SQL, "source": "O*NET"}, "skill sql"),
        (
            skill("a", on="2026-01-05") | {"name": "b"},
            skill("a", on="2026-01-05") | {"name": "c"},
            "skill a of 2026-01-05",
        ),
        (goal("a"), goal("a", target=1), "goal a of 2026-01-05"),
        (
            {"kind": "assessment", "on": "2026-01-05", "skill": "a", "level": 1},
            {"kind": "assessment", "on": "2026-01-05", "skill": "a", "level": 2},
            "assessment of 2026-01-05",
        ),
        (
            {"kind": "capacity", "on": "2026-01-05", "minutes": 1},
            {"kind": "capacity", "on": "2026-01-05", "minutes": 2, "id": "x"},
            "capacity of 2026-01-05",
        ),
        (
            {"kind": "pause", "id": "x", "on": "2026-01-05", "until": "2026-01-06"},
            {"kind": "pause", "id": "x", "on": "2026-01-05", "until": "2026-01-07"},
            "pause of 2026-01-05",
        ),
    ],
    ids=["catalogue", "revision", "dated", "one a subject and day", "an id lifts nothing", "identified"],
)
def test_a_conflict(one: dict[str, Any], other: dict[str, Any], what: str) -> None:
    """Two records of one key that say different things are refused, with the paths of both."""
    (issue,) = issues_of(document(skill("a"), one, other))

    assert ("conflict", what) == (issue.code, issue.params["what"])
    assert ("$.records[2]", "$.records[1]") == (issue.path, issue.params["other"])


def test_an_identified_fact_on_two_days() -> None:
    """A fact that has an id is recorded once, not once a day."""
    pause = {"kind": "pause", "id": "x", "until": "2026-02-01"}
    (issue,) = issues_of(document({**pause, "on": "2026-01-05"}, {**pause, "on": "2026-01-06"}))

    assert ("$.records[1]", "conflict", "$.records[0]") == (issue.path, issue.code, issue.params["other"])


def test_the_same_twice() -> None:
    """What is said twice in the same words is said once."""
    assert 1 == len(ct.loads(document(SQL, {**SQL, "id": "sql"}, {**SQL, "top": 7.0})))


# --- Ids outside their grammar, and references that say nothing --------------------------------------------


@pytest.mark.parametrize(
    "id",
    [
        "",
        "SQL",
        "s q l",
        "sql-",
        "-sql",
        "s--q",
        "s_q",
        "sql\n",
        "s.q",
        "größe",
        "\u0661",
        "x" * 65,
        5,
        [],
        {},
        True,
        "../x",
        "a\u200bb",
    ],
    ids=repr,
)
def test_no_id(id: Any) -> None:
    """An id outside its grammar is refused, as one's own and as another's."""
    assert [("$.id", "value")] == [(i.path, i.code) for i in ct.issues({**SQL, "id": id})]
    assert [("$.prerequisites[0]", "value")] == [
        (i.path, i.code) for i in ct.issues({**SQL, "prerequisites": [id]})
    ]
    assert [("$.id", "value")] == [
        (i.path, i.code)
        for i in ct.issues({"kind": "pause", "on": "2026-01-05", "until": "2026-01-05", "id": id})
    ]


@pytest.mark.parametrize("name", ["!!!", "数据", "\u200b"])
def test_no_id_can_be_made(name: str) -> None:
    """A name of which nothing is left for an id is refused at the id, saying to give one."""
    (issue,) = ct.issues({"kind": "skill", "name": name})

    assert ("$.id", "no-id") == (issue.path, issue.code)
    assert "give one, such as id='my-own'" == issue.hint
    assert () == ct.issues({"kind": "skill", "id": "x", "name": name})


@pytest.mark.parametrize(("kind", "others"), [("resolution", {}), ("effort", {"minutes": 5})])
def test_one_of(kind: str, others: dict[str, Any]) -> None:
    """A resolution, and effort, is of exactly one thing."""
    fact = {"kind": kind, "on": "2026-01-05", **others}
    (none,) = ct.issues(fact)
    (two,) = ct.issues({**fact, "goal": "a", "course": "b"})

    assert ("value", f"$.{'routine' if kind == 'effort' else 'goal'}") == (none.code, none.path)
    assert "must be given, or" in str(none)
    assert "$.course: must be left out, since it is about $.goal, got 'b'" == str(two)


def test_about_one_thing() -> None:
    """A setback is about one thing at most."""
    (two,) = ct.issues(
        {"kind": "setback", "id": "x", "on": "2026-01-05", "what": "x", "goal": "a", "transition": "b"}
    )

    assert "$.goal: must be left out, since it is about $.transition, got 'a'" == str(two)


def test_nobody_to_talk_to() -> None:
    """A conversation is with somebody."""
    assert [("$.contacts", "value")] == [
        (i.path, i.code) for i in ct.issues({"kind": "conversation", "on": "2026-01-05", "contacts": []})
    ]


def test_one_thing_twice_in_a_list() -> None:
    """A list of references names each once."""
    (issue,) = ct.issues({**SQL, "prerequisites": ["a", "b", "a"]})

    assert ("$.prerequisites", "repeated", "'a'") == (issue.path, issue.code, issue.params["got"])


def test_the_top_of_a_scale_is_never_revised() -> None:
    """A revision of a skill keeps its top, or is refused with both."""
    (issue,) = issues_of(document(skill("a", top=5), skill("a", on="2026-01-05", top=6)))

    assert ct.Issue("$.records[1].top", "top-revised", {"top": "5", "got": "6"}) == issue


# --- Removing what others refer to -----------------------------------------------------------------------


def test_removing_what_is_referred_to() -> None:
    """What others refer to stays, unless they may go as well; the refusal says who they are."""
    plan = ct.loads(document(*everything()["records"]))
    with pytest.raises(ct.InvalidPlan) as caught:
        plan.without(ct.Skill, "sql")

    (issue,) = caught.value.issues
    users = [i for i, r in enumerate(plan) if r.kind != "skill" and any(r.paths_to("skill", "sql"))]
    assert ("in-use", "skill", "sql") == (issue.code, issue.params["kind"], issue.params["id"])
    assert [f"$.records[{i}]" for i in users] == [
        each.split(" ")[0] for each in issue.params["users"].split(", ")
    ]

    smaller = plan.without(ct.Skill, "sql", cascade=True)
    assert [] == [record for record in smaller if any(record.paths_to("skill", "sql"))]
    assert smaller == ct.loads(ct.dumps(smaller))


def test_removing_goes_on() -> None:
    """What refers to what is removed goes as well, and what refers to that."""
    plan = ct.loads(document(goal("a"), goal("b", parent="a"), goal("c", parent="b"), goal("d")))

    assert ["d"] == [each.id for each in plan.without(ct.Goal, "a", cascade=True)]


def test_removing_what_is_built_upon() -> None:
    """A revision that cannot stand without the record before it goes with that one."""
    records = [
        goal("a"),
        goal("b", parent="a", due="2026-02-01"),
        goal("b", on="2026-03-01", due="2026-02-01"),
        skill("c"),
    ]

    assert ["c"] == [each.id for each in ct.loads(document(*records)).without(ct.Goal, "a", cascade=True)]


def test_removing_what_is_not_there() -> None:
    """What a plan does not hold cannot be removed from it."""
    for removed in (
        lambda: ct.Plan().without(ct.Skill, "sql"),
        lambda: ct.Plan().without(ct.Skill(name="x")),
    ):
        with pytest.raises(ct.InvalidPlan) as caught:
            removed()

        assert [("$", "not-there")] == [(issue.path, issue.code) for issue in caught.value.issues]
