"""Forgetting somebody: what goes, what stays without them, and what is left to edit."""

import json
import re
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import careertrack as ct
from careertrack.record import Unreadable
from careertrack.strategies import plans

NEWER: dict[str, Any] = {"careertrack": "1.7", "owner": "Ada"}


def everybody() -> ct.Plan:
    """Grace in every place that can name a person, and Ben beside her."""
    return ct.Plan(owner="Ada") + [
        ct.Contact(id="grace", name="Grace Hopper", relations=["manager"], vouches=True, trust=5),
        ct.Contact(id="grace", on="2026-02-01", name="Grace Hopper", organization="Initech"),
        ct.Contact(id="ben", name="Ben Example", introduced_by="grace"),
        ct.Position(title="Analyst", manager="grace", started="2024"),
        ct.Event(title="Summer party", starts="2026-02-10", contacts=["grace", "ben"]),
        ct.Transition(id="lead", on="2026-01-05", title="Data lead", contact="grace"),
        ct.Cadence(id="weekly", on="2026-01-05", contact="grace", every="week"),
        ct.Cadence(id="monthly", on="2026-01-05", contact="ben", every="month"),
        ct.Conversation(on="2026-01-06", id="alone", contacts=["grace"], advice="Wait"),
        ct.Conversation(on="2026-01-07", id="both", contacts=["grace", "ben"], advice="Go"),
        ct.Commitment(id="mine", on="2026-01-06", what="Send it", to="grace", conversation="alone"),
        ct.Commitment(id="hers", on="2026-01-06", what="Ask Ben", by="grace", to="ben"),
        ct.Commitment(id="to-ben", on="2026-01-06", what="Call", to="ben", conversation="alone"),
        ct.Setback(id="no", on="2026-01-08", what="No", conversation="alone"),
        ct.Resolution(on="2026-01-09", commitment="mine"),
        ct.Resolution(on="2026-01-09", cadence="weekly", outcome="dropped"),
        ct.Resolution(on="2026-01-09", commitment="to-ben"),
    ]


def loaded(*records: dict[str, Any], **root: Any) -> ct.Plan:
    """A plan as a newer version wrote it."""
    return ct.loads(json.dumps({**NEWER, **root, "records": list(records)}))


# --- What goes and what stays ------------------------------------------------------------------


def test_what_goes() -> None:
    """Her records, talks, promises and rhythms go, and how those ended; what is about others stays."""
    erased = everybody().erase_contact("grace")
    gone = [(record.kind, record.id) for record in erased.removed]
    stays = {(record.kind, record.id) for record in erased.plan}

    assert [
        ("contact", "grace"),
        ("cadence", "weekly"),
        ("conversation", "alone"),
        ("commitment", "hers"),
        ("commitment", "mine"),
        ("resolution", None),
        ("resolution", None),
        ("contact", "grace"),
    ] == gone
    assert {
        ("contact", "ben"),
        ("position", "analyst"),
        ("event", "summer-party"),
        ("transition", "lead"),
        ("cadence", "monthly"),
        ("conversation", "both"),
        ("commitment", "to-ben"),
        ("setback", "no"),
        ("resolution", None),
    } == stays


def test_what_changes() -> None:
    """In what is about others as well the id is left out, and nothing else."""
    erased = everybody().erase_contact("grace")
    changed = {record.id: record.to_dict() for record in erased.changed}

    assert {
        "ben": {"kind": "contact", "id": "ben", "name": "Ben Example"},
        "analyst": {"kind": "position", "id": "analyst", "title": "Analyst", "started": "2024"},
        "summer-party": {
            "kind": "event",
            "id": "summer-party",
            "title": "Summer party",
            "starts": "2026-02-10",
            "contacts": ["ben"],
        },
        "lead": {"kind": "transition", "id": "lead", "on": "2026-01-05", "title": "Data lead"},
        "both": {
            "kind": "conversation",
            "id": "both",
            "on": "2026-01-07",
            "contacts": ["ben"],
            "advice": "Go",
        },
        "to-ben": {"kind": "commitment", "id": "to-ben", "on": "2026-01-06", "what": "Call", "to": "ben"},
        "no": {"kind": "setback", "id": "no", "on": "2026-01-08", "what": "No"},
    } == changed
    assert () == erased.mentions


def test_a_rhythm_that_went_over_to_another() -> None:
    """Of a rhythm that was with her at first, what was promised to another stays, from its own day on."""
    plan = everybody().revise(ct.Cadence, "weekly", on="2026-01-20", contact="ben")
    left = plan.erase_contact("grace").plan

    assert ["ben"] == [each.contact for each in left.of(ct.Cadence) if each.id == "weekly"]
    assert [] == [each for each in left.of(ct.Resolution) if each.cadence == "weekly"]


def test_two_talks_that_become_alike() -> None:
    """Two talks on one day stay two when nothing tells them apart any more; the other is left as it was."""
    alone = ct.Conversation(on="2026-01-07", contacts=["ben"])
    both = ct.Conversation(on="2026-01-07", contacts=["ben", "grace"])
    erased = (everybody().without(ct.Conversation, "both") + [alone, both]).erase_contact("grace")

    assert {alone, alone.evolve(note="(2)")} == set(erased.plan.of(ct.Conversation))
    assert alone not in erased.changed


def test_a_long_note_of_two_that_become_alike() -> None:
    """The number has room behind the longest note."""
    note = "x" * 20_000
    plan = everybody() + [
        ct.Conversation(on="2026-03-07", contacts=contacts, note=note)
        for contacts in (["grace", "ben"], ["ben", "grace"])
    ]
    talks = [each for each in plan.erase_contact("grace").plan.of(ct.Conversation) if each.note]

    assert sorted([note, note[:19_900] + " (2)"]) == sorted(each.note or "" for each in talks)


def test_again() -> None:
    """Who is not in a plan cannot be erased from it, nor exported; a name given by mistake is masked."""
    plan = everybody().erase_contact("grace").plan + ct.Contact(id="gracie", name="Gracie")

    with pytest.raises(KeyError, match="no contact 'grace'; did you mean 'gracie'"):
        plan.erase_contact("grace")
    with pytest.raises(KeyError, match="no contact 'a personal value'"):
        plan.export_contact("Grace Hopper")


def test_the_plan_is_of_its_own_class() -> None:
    """A plan of somebody's own class stays one, and the owner and the version stay."""

    class Diary(ct.Plan):
        pass

    plan = Diary("Ada", everybody().records)
    erased = plan.erase_contact("grace").plan

    assert (Diary, "Ada", plan.version) == (type(erased), erased.owner, erased.version)


def test_nothing_personal_is_shown() -> None:
    """The reprs of both results say how much there is and nothing of what it says."""
    plan = everybody() + ct.Setback(id="late", on="2026-03-01", what="Grace was cross")

    assert "<Erased: 8 records removed, 7 changed, 1 place left to edit>" == repr(plan.erase_contact("grace"))
    assert "<Disclosed: 15 records about grace, named in 1 more place>" == repr(plan.export_contact("grace"))


# --- For the sake of the counts ------------------------------------------------------------------


def test_somebody_nameless() -> None:
    """What counts stays, with somebody nameless in her place, and says no word of hers."""
    plan = everybody() + ct.Contact(id="nobody", name="Nobody Else")
    erased = plan.erase_contact("grace", keep_counts=True)
    now = {(record.kind, record.id, record.on): record.to_dict() for record in erased.changed}
    day = date(2026, 1, 6)
    nameless = {"kind": "contact", "id": "nobody-2", "name": "?"}

    assert () == erased.removed
    assert len(plan) == len(erased.plan)
    assert {**nameless, "relations": ["manager"], "trust": 5, "vouches": True} == now[
        "contact", "nobody-2", None
    ]
    assert [{**nameless, "on": "2026-02-01"}] == [
        each for key, each in now.items() if key[:2] == ("contact", "nobody-2") and key[2]
    ]
    assert {"kind": "conversation", "id": "alone", "on": "2026-01-06", "contacts": ["nobody-2"]} == now[
        "conversation", "alone", day
    ]
    assert {"kind": "commitment", "id": "mine", "on": "2026-01-06", "what": "?", "to": "nobody-2"} == {
        name: value for name, value in now["commitment", "mine", day].items() if name != "conversation"
    }
    assert "Ask Ben" == now["commitment", "hers", day]["what"]  # it is Ben's as well
    assert "nobody-2" == now["contact", "ben", None]["introduced_by"]


def test_nameless_by_a_newer_version() -> None:
    """A record of hers that only a newer version reads becomes nameless as well; unusual relations go."""
    plan = loaded(
        {"kind": "contact", "id": "grace", "name": "Grace", "relations": ["my-idol", "peer"]},
        {"kind": "contact", "id": "grace", "on": "2026-02-01", "name": "Grace", "vouches": True, "mood": 7},
    )
    left = plan.erase_contact("grace", keep_counts=True).plan

    assert [
        {"kind": "contact", "id": "nobody", "name": "?", "relations": ["peer"]},
        {"kind": "contact", "id": "nobody", "on": "2026-02-01", "name": "?", "vouches": True},
    ] == [record.to_dict() for record in left]


# --- What is left to edit --------------------------------------------------------------------------

GRACE = ct.Contact(
    id="c-7f3a",
    name="Grâce Brewster Hopper-O'Neill",
    emails=["admiral@navy.example"],
    phones=["+49 (0)30 123 4567", "010"],
    links=["https://www.people.example/in/gbh/"],
)
NAMING = [
    "Grâce said no",
    "GRACE, again",
    "grace\u0301 is the same spelled apart",
    "for Hopper's sake",
    "o'neill knows",
    "gracebrewsterhopperoneill2 on the other site",
    "1admiral@navy.example",
    "write to Admiral@Navy.Example",
    "call 030 / 1234567",
    "call +49 30-123-45-67 soon",
    "call ٠٣٠١٢٣٤٥٦٧",
    "extension 010",
    "see people.example/in/gbh for more",
    "c-7f3a was there",
    "Grâce  Brewster\nHopper-O'Neill",
]
SILENT = [
    "gracefully",
    "hoppers",
    "030 123 456 was engaged",
    "45 671 234",
    "extension 01001",
    "c-7f3ab",
    "an oath, by no saint",
]


@pytest.mark.parametrize("text", NAMING)
def test_texts_that_name_somebody(text: str) -> None:
    """A name, a part of it, an address or the id is found, however it is written."""
    plan = ct.Plan() + GRACE + ct.Setback(id="no", on="2026-01-08", what=text)

    assert ("$.records[0].what",) == plan.erase_contact("c-7f3a").mentions
    assert {"$.records[1].what": text} == plan.export_contact("c-7f3a").mentions


@pytest.mark.parametrize("text", SILENT)
def test_texts_that_do_not(text: str) -> None:
    """A part of a name within another word is nobody's name, nor is any number a phone's."""
    plan = ct.Plan() + GRACE + ct.Setback(id="no", on="2026-01-08", what=text)

    assert () == plan.erase_contact("c-7f3a").mentions


@pytest.mark.parametrize(
    ("name", "text", "is_found"),
    [
        ("李雷", "昨天见了李雷。", True),
        ("李", "昨天见了李雷。", True),
        ("王小明", "王 来了", False),
        ("محمد", "ومحمد قال", True),
        ("Bo", "Bo said", True),
        ("Bo", "Bob said", False),
        ("?", "who?", False),
        ("von", "die Mail von gestern", True),
        ("STRAßE", "strasse", True),
    ],
)
def test_names_of_all_sorts(name: str, text: str, is_found: bool) -> None:
    """Short names count as words of their own; scripts without blanks have no words to tell apart."""
    plan = ct.Plan() + ct.Contact(id="c-7f3a", name=name) + ct.Setback(id="no", on="2026-01-08", what=text)

    assert is_found == bool(plan.erase_contact("c-7f3a").mentions)


def test_every_place() -> None:
    """Every sort of field is looked through, the owner's name and what is not understood as well."""
    goal = {"kind": "goal", "on": "2026-01-05", "pillar": "skills"}
    people = {"people": ["x", "Grace"], "tel": 301234567, "no": [None, True]}
    plan = loaded(
        GRACE.to_dict(),
        {"kind": "organization", "name": "Hopper Ltd", "aliases": ["x", "Hopper"], "extra": {"acme": people}},
        {"kind": "contact", "id": "ben", "name": "Ben Hopper", "relations": ["peer", "hopper-fan"]},
        {**goal, "title": "Learn", "obstacles": [{"what": "x", "then": "ask Grace", "who": "Grace"}]},
        {**goal, "on": "2026-01-06", "id": "y", "title": "Grace", "pillar": "grace"},
        {"kind": "event", "title": "x", "link": "https://hopper.example/", "mood": {"with": "c-7f3a"}},
        {"kind": "commitment", "id": "ask-hopper", "on": "2026-01-05", "what": "x", "pillar": "skills"},
        {"kind": "grace", "who": {"Grace": "Hopper", "at": "c-7f3a"}},
        owner="Hopper's friend",
        made={"by": "Grace"},
    )

    assert [
        "$.owner",
        "$.made.by",
        "$.records[0].id",
        "$.records[0].name",
        "$.records[0].aliases[1]",
        "$.records[0].extra.acme.people[1]",
        "$.records[0].extra.acme.tel",
        "$.records[1].name",
        "$.records[1].relations[1]",
        "$.records[2].link",
        "$.records[2].mood.with",
        "$.records[3].kind",
        "$.records[3].who",
        "$.records[3].who.at",
        "$.records[4].obstacles[0].then",
        "$.records[4].obstacles[0].who",
        "$.records[5].id",
        "$.records[6].pillar",
        "$.records[6].title",
    ] == list(plan.erase_contact("c-7f3a").mentions)


def test_what_the_library_says_is_no_mention() -> None:
    """Words of the document, days and amounts name nobody, whatever a contact is called."""
    plan = ct.Plan() + [
        ct.Contact(id="manager", name="Contact 2026", phones=["2026-01-05"]),
        ct.Contact(id="ben", name="Ben", relations=["manager"], met="2026-01-05"),
        ct.Goal(id="go", on="2026-01-05", title="Go", pillar="manager", target=20260105),
        ct.Event(id="go", title="Go", starts="2026-01-05T10:00", zone="Manager/Contact"),
    ]

    assert () == plan.erase_contact("manager").mentions


def test_a_kind_is_no_mention() -> None:
    """Nor does the kind of a record that only a newer version reads."""
    plan = loaded(
        {"kind": "contact", "id": "goal", "name": "?"},
        {"kind": "goal", "id": "go", "on": "2026-01-05", "title": "Go", "pillar": "health"},
    )

    assert () == plan.erase_contact("goal").mentions


def test_every_name_somebody_ever_had() -> None:
    """A name from before is looked for as well."""
    plan = ct.Plan() + [
        ct.Contact(id="c-7f3a", name="Grace Murray"),
        ct.Contact(id="c-7f3a", on="2026-02-01", name="Grace Hopper"),
        ct.Setback(id="one", on="2026-01-08", what="Murray"),
    ]

    assert ("$.records[0].what",) == plan.erase_contact("c-7f3a").mentions


def test_what_cannot_be_read() -> None:
    """A record of theirs that this version cannot read goes with the others; alone it is nobody's."""
    unread = Unreadable(content=ct.JsonObject({"kind": "contact", "id": "grace", "on": "2026-02-01"}))
    plan = loaded({"kind": "contact", "id": "grace", "name": "Grace"}) + unread

    assert [] == list(plan.erase_contact("grace").plan)
    assert [None, "2026-02-01"] == [
        each.on and str(each.on) for each in plan.erase_contact("grace", keep_counts=True).plan
    ]
    with pytest.raises(KeyError, match="no contact 'grace'"):
        (loaded() + unread).erase_contact("grace")


# --- What is exported ----------------------------------------------------------------------------


def test_what_is_exported() -> None:
    """All that would go or change, as it is, in the plan's order, as plain data."""
    plan = everybody()
    held = plan.export_contact("grace")
    erased = plan.erase_contact("grace")
    data = held.to_dict()

    assert set(erased.removed) <= set(held.records)
    assert [record for record in plan if record not in erased.plan] == list(held.records)
    assert ["contact", "records", "mentions"] == list(data)
    assert [record.to_dict() for record in held.records] == data["records"]
    assert data == json.loads(json.dumps(data))


def test_what_is_said_elsewhere_is_exported() -> None:
    """What other records say comes with the place; what her own records say is there already."""
    plan = everybody() + ct.Setback(id="late", on="2026-03-01", what="Grace was cross")
    path = f"$.records[{len(plan) - 1}].what"

    assert [{"path": path, "text": "Grace was cross"}] == plan.export_contact("grace").to_dict()["mentions"]


# --- Laws ------------------------------------------------------------------------------------------

PEOPLE = ("contact", "contact", "conversation", "cadence", "commitment", "event", "setback", "resolution")
STEP = re.compile(r'\.([A-Za-z_]\w*)|\[(\d+)\]|\["((?:[^"\\]|\\.)*)"\]|\[\'((?:[^\'\\]|\\.)*)\'\]')


@given(plans(kinds=PEOPLE, max_size=24), st.data())
def test_nobody_else_changes(plan: ct.Plan, data: st.DataObject) -> None:
    """What is left is valid, names them nowhere, and says of everybody else what it said."""
    people = sorted({each.id for each in plan.of(ct.Contact)})
    id = data.draw(st.sampled_from(people)) if people else ""
    if not people:
        return
    erased = plan.erase_contact(id)

    assert erased.plan == ct.loads(ct.dumps(erased.plan))
    assert [] == [
        each
        for each in erased.plan
        if ("contact", id) in each.named() or (each.kind, each.id) == ("contact", id)
    ]
    assert len(plan) == len(erased.plan) + len(erased.removed)
    assert set(erased.plan) - set(erased.changed) <= set(plan)
    for other in people:
        talks = [set(each.contacts) - {id} for each in plan.of(ct.Conversation) if other in each.contacts]
        if other != id:
            assert sorted(map(sorted, talks)) == sorted(
                sorted(each.contacts) for each in erased.plan.of(ct.Conversation) if other in each.contacts
            )


@given(plans(kinds=PEOPLE, max_size=24), st.data())
def test_practice_with_somebody_nameless(plan: ct.Plan, data: st.DataObject) -> None:
    """With the counts kept, what was practised stays to the digit, and no record is lost."""
    people = plan.of(ct.Contact)
    if not people:
        return
    id = data.draw(st.sampled_from(people)).id
    day = data.draw(st.dates(date(2026, 1, 1), date(2028, 1, 1)))
    left = plan.erase_contact(id, keep_counts=True).plan

    assert len(plan) == len(left)
    assert [part.score.value for part in plan.review(day).practice.parts] == pytest.approx(
        [part.score.value for part in left.review(day).practice.parts]
    )


def edited(document: Any, path: str) -> None:
    """Puts something else in the place of a JSON path."""
    steps = [
        name or quoted or single if not at else int(at) for name, at, quoted, single in STEP.findall(path[1:])
    ]
    *way, last = steps
    for step in way:
        document = document[step]
    document[last] = "-"


EMAIL, PHONE = "g.hopper@navy.example", "+1 555 010 0999"
WORDS = st.lists(
    st.sampled_from(
        [
            "we",
            "met",
            "Grace",
            "Hopper",
            "Grace Hopper",
            "c-7f3a",
            EMAIL,
            PHONE,
            "today",
        ]
    ),
    min_size=1,
    max_size=4,
).map(" ".join)
JSON = st.recursive(
    WORDS, lambda inner: st.lists(inner, max_size=2) | st.dictionaries(WORDS, inner, max_size=2), max_leaves=4
)


@given(st.lists(WORDS, min_size=9, max_size=9), JSON)
def test_nothing_is_left_once_all_places_are_edited(texts: list[str], json_value: Any) -> None:
    """Who edits every place that is told is left with a document that names them nowhere."""
    words = iter(texts)
    plan = ct.Plan(owner=next(words)) + [
        ct.Contact(id="c-7f3a", name="Grace Hopper", emails=[EMAIL], phones=[PHONE]),
        ct.Contact(id="ben", name=next(words), introduced_by="c-7f3a", note=next(words)),
        ct.Goal(on="2026-01-05", title=next(words), pillar="network", obstacles=[{"what": next(words)}]),
        ct.Organization(name=next(words), extra={"acme": json_value}),
        ct.Conversation(on="2026-01-06", contacts=["c-7f3a", "ben"], advice=next(words)),
        ct.Step(on="2026-01-06", transition="x", stage="lead", label=next(words)),
        ct.Transition(id="x", on="2026-01-05", link=next(words), contact="c-7f3a"),
    ]
    erased = plan.erase_contact("c-7f3a")
    document = json.loads(ct.dumps(erased.plan))
    for path in reversed(erased.mentions):  # what is within something before that itself
        edited(document, path)
    left = json.dumps(document).casefold()

    assert [] == [each for each in ("grace", "hopper", "c-7f3a", "@navy", "555 010 0999") if each in left]
