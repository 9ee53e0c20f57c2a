"""Whom should I look at: motivation, advocates and posting, with the facts; and a real archive."""

import csv
import io
import json
import pickle
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import careertrack as ct
from careertrack.formats import linkedin
from careertrack.questions.prospects import Prospect, Prospects, prospects
from careertrack.record import Unreadable
from careertrack.values import JsonObject
from careertrack.vocabulary import Posting

DAY = "2026-03-01"
HOSTILE = "Lead\n\x1b[2J<img src=x>\u202e"


def asked(*records: Any, day: str = DAY) -> Prospects:
    """The organizations to look at on a day."""
    return prospects((ct.Plan() + list(records)).as_of(day))


def contact(id: str, organization: str | None = None, **fields: Any) -> ct.Contact:
    """A contact whose name is nobody's id."""
    return ct.Contact(id=id, name=f"Name {id.upper()}", organization=organization, **fields)


def only(*records: Any, day: str = DAY) -> Prospect:
    """The one organization there is."""
    (found,) = asked(*records, day=day).organizations
    return found


ENGINES = ct.Organization(name="Analytical Engines", aliases=["AE", "Engines Ltd"], motivation=5)


# --- Order ----------------------------------------------------------------------------------------


def test_motivation_then_advocates_then_posting() -> None:
    """Each decides only where the one before is level; what is not known comes last; then the name."""
    postings: dict[str, Posting] = {"g": "none", "f": "related", "e": "fitting"}
    organizations = [
        ct.Organization(name="a", motivation=2),
        ct.Organization(name="b", motivation=5),
        *(ct.Organization(name=name, motivation=3, posting=posting) for name, posting in postings.items()),
        ct.Organization(name="h", motivation=3),
        ct.Organization(name="D", motivation=3),
        ct.Organization(name="z"),
        ct.Organization(name="Y"),
    ]
    people = [contact("p1", "d"), contact("p2", "z"), contact("p3", "z"), contact("p4", "a")]

    assert list("bDefghazY") == [each.name for each in asked(*organizations, *people).organizations]


def test_the_page() -> None:
    """A row for each organization, as many as fit, and how to read it."""
    found = asked(ENGINES, ct.Organization(name="Initech", posting="related"), contact("p1", "AE"))

    assert """\
2026-03-01: 2 organizations, by motivation, then advocates, then posting

organization        motivation  there now  before  posting  moves
Analytical Engines           5          1       0  ?            0
and 1 more

? is not known, and sorts last; the LAMP method [borrowed: Dalton 2012]""" == found.text(most=1)
    assert "Initech                      ?          0       0  related      0" in str(found)


def test_an_empty_plan() -> None:
    """Nothing to look at yet is no error."""
    assert """\
2026-03-01: 0 organizations, by motivation, then advocates, then posting
? is not known, and sorts last; the LAMP method [borrowed: Dalton 2012]""" == str(asked())


# --- Who is there ---------------------------------------------------------------------------------


def test_names_and_aliases_are_one() -> None:
    """Whatever the case and the blanks, and by any alias; a part of a name is no name."""
    people = [
        contact("p1", " analytical  ENGINES"),
        contact("p2", "ae"),
        contact("p3", "Engines"),
        contact("p4"),
    ]

    assert ["p1", "p2"] == [each.contact for each in only(ENGINES, *people).advocates]


def test_who_was_there_before() -> None:
    """They come after those who are there; who is there again, by another name, is there once."""
    plan = ct.Plan() + [
        ENGINES,
        contact("p1", "AE"),
        contact("p2", "AE"),
        contact("p3", "Engines Ltd", vouches=True),
    ]
    plan = plan.revise(ct.Contact, "p1", on="2026-02-01", organization="Initech")
    plan = plan.revise(ct.Contact, "p2", on="2026-02-01", organization="Analytical Engines")
    then, now = (prospects(plan.as_of(day)).organizations[0] for day in ("2026-01-31", "2026-02-01"))

    assert [("p1", True), ("p2", True), ("p3", True)] == [
        (each.contact, each.is_there) for each in then.advocates
    ]
    assert [("p2", True), ("p3", True), ("p1", False)] == [
        (each.contact, each.is_there) for each in now.advocates
    ]
    assert """\
Analytical Engines

- motivation: 5 of 5
- there now: 2 (p2, p3)
- there before: 1 (p1)
- would recommend you: 1 (p3)
- posting: not known""" == str(now)


def test_trust_is_nothing_to_it() -> None:
    """No person's closeness is scored: whoever is there counts as one, whatever they are to the owner."""
    close = [contact("p1", "AE", trust=5, relations=["friend"], vouches=True)]

    assert only(ENGINES, *close).place == only(ENGINES, contact("p1", "AE", trust=1)).place


def test_a_name_before_an_alias() -> None:
    """Of two organizations a text means the one of that name, else the first with that alias."""
    two = [
        ct.Organization(name="Alpha", aliases=["Beta", "Both"]),
        ct.Organization(name="Beta", aliases=["both"]),
    ]
    found = asked(*two, contact("p1", "beta"), contact("p2", "BOTH"))

    assert {"alpha": ["p2"], "beta": ["p1"]} == {
        each.id: [one.contact for one in each.advocates] for each in found.organizations
    }


def test_many_people_are_counted() -> None:
    """Three are named, by their ids unless their names are asked for."""
    found = only(ENGINES, *(contact(f"p{n}", "AE") for n in range(5)))

    assert "there now: 5 (p0, p1, p2, 2 more)" in str(found)
    assert "there now: 5 (Name P0, Name P1, Name P2, 2 more)" in found.text(names=True)


def test_a_name_of_blanks_is_nobodys() -> None:
    """It joins nobody to anything."""
    found = asked(
        ct.Organization(id="x", name=" "),
        contact("p1", "  "),
        ct.Transition(id="t", on="2026-02-01", organization=" "),
    )

    assert [("x", (), ())] == [(each.id, each.advocates, each.moves) for each in found.organizations]


# --- Moves ----------------------------------------------------------------------------------------


def step(transition: str, stage: str, on: str = "2026-02-02", *, tracked: bool = True) -> ct.Step:
    """A step of 2 February."""
    return ct.Step(on=on, transition=transition, stage=stage, tracked=tracked)  # type: ignore[arg-type]


def test_moves_make_a_prospect() -> None:
    """What was saved or applied for is one without a record of its own, by the first name used."""
    moves = [
        ct.Transition(id="one", on="2026-02-01", organization="Initech"),
        ct.Transition(id="two", on="2026-02-03", organization="INITECH "),
        ct.Transition(id="three", on="2026-02-03"),
    ]
    found = only(*moves)

    assert (None, "Initech", None, None) == (found.id, found.name, found.motivation, found.posting)
    assert (("one", "two"), tuple(moves[:2])) == (
        tuple(each.transition for each in found.moves),
        found.records,
    )
    assert "move one: noted on 2026-02-01, open" in str(found)
    assert "no contact on record is there or was" in str(found)


@pytest.mark.parametrize(
    ("steps", "said"),
    [
        ([step("one", "applied")], "one: applied on 2026-02-02, open"),
        (
            [step("one", "interviewing"), step("one", "rejected", "2026-02-09")],
            "one: rejected on 2026-02-09, ended",
        ),
        (
            [step("one", "applied", tracked=False)],
            "one: applied on 2026-02-02, what came of it is not known",
        ),
        (
            [step("one", "applied"), ct.Offer(on="2026-02-20", transition="one")],
            "one: offer on 2026-02-20, open",
        ),
    ],
)
def test_where_a_move_stands(steps: list[Any], said: str) -> None:
    """The furthest stage of what is open, the end of what has ended, and what is not known."""
    move = ct.Transition(id="one", on="2026-02-01", organization="AE")

    assert [said] == [str(each) for each in only(ENGINES, move, *steps).moves]


def test_own_positions_are_named() -> None:
    """So that nobody is sent where they are; a position elsewhere makes no prospect."""
    held = [ct.Position(title="Clerk", organization="ae"), ct.Position(title="Cook", organization="Initech")]

    assert ("clerk",) == only(ENGINES, *held).held
    assert "your own positions there: clerk" in str(only(ENGINES, *held))


# --- What importers keep --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("extra", "followed"),
    [
        ({"linkedin": {"followed": "2021-01-22"}}, date(2021, 1, 22)),
        ({"a": {"followed": "2022-01-01"}, "b": {"followed": "2021-01-22"}}, date(2021, 1, 22)),
        ({"a": {"followed": "soon"}, "b": {"followed": 7}, "c": [], "followed": "2021-01-22"}, None),
        ({}, None),
    ],
)
def test_followed(extra: dict[str, Any], followed: date | None) -> None:
    """The earliest day that any importer kept under its own name; anything else there is left alone."""
    found = only(ct.Organization(name="AE", extra=extra))

    assert followed == found.followed
    assert ("followed since 2021-01-22" in str(found)) == (followed is not None)


def test_a_revision_keeps_the_day_of_following() -> None:
    """What was learned later, a motivation or a posting, counts from its day on, and loses nothing."""
    plan = ct.Plan() + ct.Organization(name="AE", extra={"linkedin": {"followed": "2021-01-22"}})
    plan = plan.revise(ct.Organization, "ae", on="2026-02-01", motivation=4, posting="fitting", extra={})
    then, now = (prospects(plan.as_of(day)).organizations[0] for day in ("2026-01-31", DAY))

    assert (None, None, date(2021, 1, 22)) == (then.motivation, then.posting, then.followed)
    assert (4, "fitting", date(2021, 1, 22)) == (now.motivation, now.posting, now.followed)


# --- What it looks like ---------------------------------------------------------------------------


def test_hostile_text_stays_text() -> None:
    """A name cannot leave its line; in data it is as it was written."""
    found = asked(
        ct.Organization(id="x", name=HOSTILE), ct.Contact(id="p1", name=HOSTILE, organization=HOSTILE)
    )
    text = "\n".join([str(found), found["x"].text(names=True)])

    assert "Lead \\u001b[2J<img src=x>\\u202e" in text
    assert not set("\x1b\u202e") & set(text)
    assert HOSTILE == found["x"].to_dict()["name"]


def test_no_name_where_none_was_asked_for() -> None:
    """Names of people and where they work are in no `repr`; names in text and data only where asked for."""
    found = asked(
        ENGINES, contact("p1", "Engines Ltd"), ct.Transition(on="2026-02-01", id="t", organization="Initech")
    )
    said = [repr(found), str(found), str(found["analytical-engines"])]

    assert not [text for text in said if "Name P1" in text or "Engines Ltd" in text]
    assert "Name P1" not in json.dumps(found.to_dict())
    assert "Name P1" in json.dumps(found.to_dict(names=True))
    assert "Initech" not in repr(found)


def test_it_is_data() -> None:
    """It is JSON, with everything that decided."""
    move = ct.Transition(id="one", on="2026-02-01", organization="AE")
    data = json.loads(json.dumps(asked(ENGINES, contact("p1", "AE"), move).to_dict()))

    assert {
        "id": "analytical-engines",
        "name": "Analytical Engines",
        "motivation": 5,
        "posting": None,
        "advocates": [{"contact": "p1", "is_there": True, "vouches": False}],
        "moves": [{"transition": "one", "stage": None, "on": "2026-02-01", "fate": "open"}],
        "held": [],
        "followed": None,
    } == data["organizations"][0]
    assert ("borrowed", "Dalton 2012") == (data["basis"], data["source"])


def test_an_organization_by_id_or_name() -> None:
    """Whatever the case; one that is not there is a `KeyError`."""
    found = asked(ENGINES, ct.Transition(id="one", on="2026-02-01", organization="Initech"))

    assert found["analytical-engines"] is found["ANALYTICAL engines"]
    assert "Initech" == found["initech"].name
    with pytest.raises(KeyError, match="nowhere"):
        found["nowhere"]


def test_it_can_be_compared_hashed_and_pickled() -> None:
    """Two of the same day are equal, and another is another."""
    one, other = asked(ENGINES, contact("p1", "AE")), asked(contact("p1", "AE"), ENGINES)

    assert one == other == pickle.loads(pickle.dumps(one))
    assert hash(one) == hash(other)
    assert one != asked(ENGINES)


def test_what_only_a_newer_version_reads() -> None:
    """Organizations, people, moves and positions in words of a newer version are passed over."""
    unread: list[dict[str, Any]] = [
        {"kind": "organization", "id": "x", "posting": "many"},
        {"kind": "contact", "id": "y", "trust": "deep", "organization": "AE"},
        {"kind": "transition", "id": "z", "on": "2026-02-01", "type": "sabbatical", "organization": "AE"},
        {"kind": "position", "id": "w", "type": "sabbatical", "organization": "AE"},
    ]
    plan = ct.loads('{"careertrack": "1.1", "records": []}')
    plan = plan.add([Unreadable(content=JsonObject(each)) for each in unread], ENGINES, step("z", "applied"))
    (found,) = prospects(plan.as_of(DAY)).organizations

    assert ((), (), ()) == (found.advocates, found.moves, found.held)


# --- A real archive -------------------------------------------------------------------------------


def rows(path: Path, skip: int = 0) -> list[dict[str, str]]:
    """The rows of a file, as Python's csv module reads them below so many lines."""
    text = "\n".join(path.read_text(encoding="utf-8").split("\n")[skip:])
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_a_real_archive(shared_data: Path) -> None:
    """All that is followed, with as many people as the connections say, and as many moves."""
    export = shared_data / "linkedin" / "export"
    people = Counter(row["Company"] for row in rows(export / "Connections.csv", skip=3))
    jobs = rows(export / "Jobs" / "Job Applications.csv") + rows(export / "Jobs" / "Saved Jobs.csv")
    moves = Counter(row["Company Name"] for row in jobs)
    follows = rows(export / "Company Follows.csv")
    found = prospects(ct.Plan(records=linkedin.read(export).records).as_of(DAY)).organizations

    assert {row["Organization"] for row in follows} | set(moves) == {each.name for each in found}
    assert [people[each.name] for each in found] == [len(each.there) for each in found]
    assert [moves[each.name] for each in found] == [len(each.moves) for each in found]
    assert sorted((len(each.there) for each in found), reverse=True) == [len(each.there) for each in found]
    assert ("Trinity College, Cambridge", 98) == (found[0].name, len(found[0].there))
    royal = next(each for each in found if each.name == "Royal Society")
    assert date(2019, 8, 16) == royal.followed
    assert all(each.motivation is None and each.followed is not None for each in found)
    assert {"not known"} == {move.fate for each in found for move in each.moves}
