"""What there is to say for me in a role, and what proof is missing."""

import json
import pickle
from datetime import date

import pytest

import careertrack as ct
from careertrack.questions.case import Asked, Case, Proof, Seen, case
from careertrack.record import Record, Unreadable
from careertrack.values import JsonObject

DAY = "2026-03-01"
NEED = ct.Requirement
GRACE = ct.Contact(id="grace", name="Grace Hopper", relations=["manager"])
BEN = ct.Contact(id="ben", name="Ben Example")
SQL = ct.Skill(name="SQL")
LEAD = ct.Role(title="Data lead", requires=[NEED(skill="sql", level=5, importance=4.5, must_have=True)])
LOAD = ct.Evidence(id="load", on="2026-02-01", title="Nightly load", impact="9 minutes", skills=["sql"])


def made(*records: Record) -> Case:
    """The case for the data lead, on the day."""
    return case(ct.Plan(records=[GRACE, BEN, SQL, LEAD, *records]).as_of(DAY), "data-lead")


def rated(level: float, by: str = "manager", on: str = "2026-01-09") -> Record:
    """A rating of SQL."""
    return ct.from_dict({"kind": "assessment", "on": on, "skill": "sql", "level": level, "by": by})


def test_level_proof_and_where_it_was_acknowledged() -> None:
    """By whom the level is, what proves the skill, to whom it was shown, by whom acknowledged, and when."""
    found = made(
        rated(5),
        LOAD,
        ct.Conversation(on="2026-02-03", contacts=["ben"], shown=["load"]),
        ct.Conversation(on="2026-02-10", contacts=["ben", "grace"], acknowledged=["load"]),
    )

    assert (
        Asked(
            skill="sql",
            name="SQL",
            required=5,
            importance=4.5,
            must_have=True,
            level=5,
            by="manager",
            rated_on=date(2026, 1, 9),
            proofs=(
                Proof(
                    evidence="load",
                    title="Nightly load",
                    impact="9 minutes",
                    on=LOAD.on,
                    shown=(Seen(on=date(2026, 2, 3), contacts=("ben",), with_manager=False),),
                    acknowledged=(Seen(on=date(2026, 2, 10), contacts=("ben", "grace"), with_manager=True),),
                ),
            ),
            missing=(),
        ),
    ) == found.needs
    assert {"ben": "Ben Example", "grace": "Grace Hopper"} == found.names
    assert (True, "Data lead") == (found.needs[0].is_met, found.title)


@pytest.mark.parametrize(
    ("records", "missing"),
    [
        ([], ("never-assessed", "no-evidence")),
        ([rated(5)], ("no-evidence",)),
        ([rated(4)], ("below", "no-evidence")),
        ([rated(5, "self")], ("own-word-only", "no-evidence")),
        ([rated(5, on="2025-03-01")], ("no-evidence",)),
        ([rated(5, on="2025-02-28")], ("stale", "no-evidence")),
        ([rated(5), LOAD], ("not-shown",)),
        (
            [rated(5), LOAD, ct.Conversation(on="2026-02-03", contacts=["ben"], shown=["load"])],
            ("not-acknowledged",),
        ),
        ([rated(5), LOAD, ct.Conversation(on="2026-02-03", contacts=["ben"], acknowledged=["load"])], ()),
    ],
)
def test_what_is_missing(records: list[Record], missing: tuple[str, ...]) -> None:
    """Each thing that is missing is named, and nothing that is there."""
    assert missing == made(*records).needs[0].missing


def test_must_haves_come_first() -> None:
    """Then what matters most, then as the role has it; what asks for level 0 asks for nothing."""
    skills = [ct.Skill(id=id, name=id.upper()) for id in "abcde"]
    role = ct.Role(
        title="Host",
        requires=[
            NEED(skill="a", level=3, importance=2),
            NEED(skill="b", level=3, importance=5),
            NEED(skill="c", level=3, importance=1, must_have=True),
            NEED(skill="d", level=3, importance=5),
            NEED(skill="e", level=0, importance=5, must_have=True),
        ],
    )
    found = case(ct.Plan(records=[*skills, role]).as_of(DAY), "host")

    assert ["c", "b", "d", "a"] == [each.skill for each in found.needs]
    assert [None] * 4 == [each.is_met for each in found.needs]


def test_what_a_rating_rests_on_proves_the_skill() -> None:
    """Evidence that a rating names stands beside what says so itself, each once, the newest first."""
    talk = ct.Evidence(id="talk", on="2026-02-02", title="Talk", skills=[])
    rating = ct.Assessment(on="2026-02-03", skill="sql", level=4, by="peer", evidence="talk")
    more = ct.Assessment(on="2026-02-04", skill="sql", level=4, by="peer", evidence="load")
    found = made(LOAD, talk, rating, more, LOAD.evolve(on="2026-02-20", impact="8 minutes"))

    assert [("talk", "2026-02-02", None), ("load", "2026-02-01", "8 minutes")] == [
        (each.evidence, str(each.on), each.impact) for each in found.needs[0].proofs
    ]


def test_who_is_manager_on_the_day_counts() -> None:
    """A talk with somebody who became the manager later was none with a manager."""
    talk = ct.Conversation(on="2026-02-03", contacts=["ben"], shown=["load"])
    later = ct.Contact(id="ben", on="2026-02-04", name="Ben Example", relations=["manager"])
    seen = made(LOAD, talk, talk.evolve(on="2026-02-05"), later).needs[0].proofs[0].shown

    assert [False, True] == [each.with_manager for each in seen]


def test_what_comes_later_does_not_count() -> None:
    """A rating, evidence and an acknowledgement of the next day are not there yet."""
    found = made(
        rated(5, on="2026-03-02"),
        LOAD.evolve(on="2026-03-02"),
        ct.Conversation(on="2026-03-02", contacts=["ben"], acknowledged=["load"]),
    )

    assert made() == found


def test_the_page() -> None:
    """It names the level, what is missing and the proof, and says plainly that it promises nothing."""
    page = """the case for Data lead on 2026-03-01

SQL, must-have:
- level 3 of 5 asked, by manager on 2026-01-09
- missing: the level is below what is asked
- proof of 2026-02-01: Nightly load (9 minutes); shown to Ben Example on 2026-02-03; \
acknowledged by Grace Hopper (manager) on 2026-02-10

This informs a talk. It promises nothing: others decide, and for reasons of their own too."""
    found = made(
        rated(3),
        LOAD,
        ct.Conversation(on="2026-02-03", contacts=["ben"], shown=["load"]),
        ct.Conversation(on="2026-02-10", contacts=["grace"], acknowledged=["load"]),
    )

    assert page == str(found)


def test_a_role_that_asks_for_nothing() -> None:
    """The page says so."""
    found = case(ct.Plan(records=[ct.Role(title="Host")]).as_of(DAY), "host")

    assert (
        "the case for Host on 2026-03-01: no skill is on record that it asks for"
        == str(found).partition("\n")[0]
    )


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ("data-led", "no role 'data-led' by 2026-03-01; did you mean 'data-lead'?"),
        ("x", "no role 'x' by 2026-03-01"),
    ],
)
def test_an_unknown_role(asked: str, message: str) -> None:
    """It is an error with the nearest id."""
    with pytest.raises(KeyError) as raised:
        case(ct.Plan(records=[SQL, LEAD]).as_of(DAY), asked)

    assert (message,) == raised.value.args


def unread(kind: str, **more: str) -> Unreadable:
    """A record in words that only a newer version can read."""
    return Unreadable(content=JsonObject({"kind": kind, "id": "new", **more}))


def test_what_only_a_newer_version_reads() -> None:
    """A role asks for nothing that is known; a skill and a contact go by their ids; evidence is left out."""
    plan = ct.loads('{"careertrack": "1.9", "records": []}').add(
        *(unread(kind) for kind in ("role", "skill", "contact")),
        unread("evidence", on="2026-01-01"),
        SQL,
        LOAD,
        ct.Role(title="Host", requires=[NEED(skill="sql", level=1), NEED(skill="new", level=2)]),
        ct.Assessment(on="2026-02-01", skill="sql", level=3, by="test", evidence="new"),
        ct.Conversation(on="2026-02-01", contacts=["new"], shown=["load", "new"]),
    )
    found = case(plan.as_of(DAY), "host")

    assert ("new", ()) == (case(plan.as_of(DAY), "new").title, case(plan.as_of(DAY), "new").needs)
    assert [("SQL", ("not-acknowledged",)), ("new", ("unreadable", "no-evidence"))] == [
        (each.name, each.missing) for each in found.needs
    ]
    assert ["load"] == [each.evidence for each in found.needs[0].proofs]
    assert {"new": "new"} == found.names


def test_plain_data_equality_and_copies() -> None:
    """It becomes JSON, equals one made again, and comes back from a pickle."""
    talk = ct.Conversation(on="2026-02-03", contacts=["ben"], shown=["load"])
    found, again = (made(rated(4), LOAD, talk) for _ in range(2))

    assert found == again == pickle.loads(pickle.dumps(found))
    assert hash(found) == hash(again)
    data = json.loads(json.dumps(found.to_dict()))
    assert [("2026-01-09", False, ["below", "not-acknowledged"])] == [
        (each["rated_on"], each["is_met"], each["missing"]) for each in data["needs"]
    ]
    assert [{"on": "2026-02-03", "contacts": ["ben"], "with_manager": False}] == data["needs"][0]["proofs"][
        0
    ]["shown"]
    assert [None] == [each["rated_on"] for each in made().to_dict()["needs"]]


def test_no_personal_words_in_repr() -> None:
    """Names of people and what came of the evidence stay out of `repr`."""
    found = made(LOAD, ct.Conversation(on="2026-02-03", contacts=["ben"], shown=["load"]))
    shown = repr(found) + repr(found.needs)

    assert "<Case for data-lead on 2026-03-01: 1 asked>" == repr(found)
    assert [] == [word for word in ("Ben Example", "9 minutes") if word in shown]


def test_hostile_words_stay_words() -> None:
    """A title that would break out of its line does not; the data has it as it is."""
    found = made(LOAD.evolve(title="Load\nmissing: nothing", impact="\x1b[31m"))

    assert "- proof of 2026-02-01: Load missing: nothing (\\u001b[31m)" in str(found).splitlines()
    assert "Load\nmissing: nothing" == found.to_dict()["needs"][0]["proofs"][0]["title"]
