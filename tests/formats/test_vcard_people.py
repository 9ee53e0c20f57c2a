"""Cards of one person are one contact, under an id that names nobody and stays."""

from itertools import permutations
from pathlib import Path

import pytest
from tests.formats.cards import card, contacts, read, told
from tests.formats.conftest import Write

import careertrack as ct
from careertrack.formats import linkedin, vcard

LINKEDIN = "https://www.linkedin.com/in/grace"


def the_one(tmp_path: Path, *lines: str, into: ct.Plan | None = None) -> ct.Contact:
    """The contact that one card gives."""
    (contact,) = contacts(read(tmp_path, card(*lines), into=into))
    return contact


# --- Ids ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "two"),
    [
        pytest.param(["UID:6F1A-B"], ["UID:urn:uuid:6f1a-b", "TEL:1"], id="UID"),
        pytest.param([f"URL:{LINKEDIN}", "TEL:1"], ["URL:http://linkedin.com/in/Grace/?x=1"], id="profile"),
        pytest.param(["EMAIL:g@x.example", "TEL:1"], ["EMAIL:G@X.example", "URL:www.x.example"], id="e-mail"),
        pytest.param(["TEL:(905) 555-1234"], ["TEL:905 5551234"], id="phone"),
        pytest.param([], ["TITLE:Admiral"], id="name"),
    ],
)
def test_what_an_id_is_made_of(one: list[str], two: list[str], tmp_path: Path) -> None:
    """An id stays the same as long as what tells its person apart does."""
    first, second = (the_one(tmp_path, "FN:Grace", *lines) for lines in (one, two))

    assert first.id == second.id


def test_ids_tell_people_apart(tmp_path: Path) -> None:
    """Namesakes, people of one mailbox or number, and people of one firm's page are different people."""
    imported = read(
        tmp_path,
        card("FN:Grace", "TEL:1"),
        card("FN:Grace", "TEL:2"),
        card("FN:Ada", "TEL:1"),
        card("FN:Ada", "EMAIL:office@navy.example", "URL:https://navy.example"),
        card("FN:Grace", "EMAIL:office@navy.example", "URL:https://navy.example"),
        card("FN:Grace", "UID:1"),
        card("FN:Grace", "UID:2", "TITLE:Admiral"),
    )

    assert 7 == len({contact.id for contact in contacts(imported)})


def test_an_id_names_nobody(tmp_path: Path) -> None:
    """Nothing of a person can be read from an id, whatever the UID holds."""
    contact = the_one(tmp_path, "FN:Grace", "UID:grace", "EMAIL:grace@x.example")

    assert ("p-", 18) == (contact.id[:2], len(contact.id))
    assert f"Contact(id='{contact.id}')" == repr(contact)


def test_our_own_uid(tmp_path: Path) -> None:
    """A card that was written here gives the id back; what only looks like one does not."""
    ids = [
        the_one(tmp_path, "FN:Grace", f"UID:contact.{text}@careertrack").id
        for text in ("grace-2", "Grace", "a" * 64, "a" * 65)
    ]

    assert ("grace-2", "a" * 64) == (ids[0], ids[2])
    assert ids[1].startswith("p-")
    assert ids[3].startswith("p-")


def test_our_own_relations(tmp_path: Path) -> None:
    """In a card that was written here any word is a relation, in others those that are suggested."""
    own = the_one(tmp_path, "FN:x", "UID:contact.x@careertrack", "CATEGORIES:dive-buddy,Mentor,Yale")
    other = the_one(tmp_path, "FN:x", "CATEGORIES:dive-buddy,Mentor,Yale")

    assert (("dive-buddy", "mentor"), ("mentor",)) == (own.relations, other.relations)


# --- One person, several cards ---------------------------------------------------------------------

ONE = card("FN:Grace Hopper", "UID:1", "EMAIL:g@navy.example", "ORG:Navy", "REV:2020-01-01T00:00:00Z")
NEWER = card("FN:Grace Hopper", "UID:1", "EMAIL:g@home.example", "TITLE:Admiral", "ORG:Yale", "REV:20240101")
THIRD = card("FN:G. Hopper", "UID:1", "TEL:1", "NOTE:Compilers")


@pytest.mark.parametrize("order", [*permutations([ONE, NEWER, THIRD])])
def test_cards_of_one_uid(order: tuple[str, ...], tmp_path: Path) -> None:
    """Cards of one UID are one contact; where they differ the newest is right, and that is told."""
    imported = read(tmp_path, *order)
    (contact,) = contacts(imported)

    assert ("Grace Hopper", "Yale", "Admiral", ("1",), "Compilers") == (
        contact.name,
        contact.organization,
        contact.title,
        contact.phones,
        contact.note,
    )
    assert ("g@home.example", "g@navy.example") == contact.emails
    assert {
        f"property {name}: says something else of contact {contact.id}: not taken" for name in ("ORG", "FN")
    } == {issue.partition(", ")[2] for issue in told(imported)}


def test_cards_that_are_the_same(tmp_path: Path) -> None:
    """Cards that are the same but for their UID are one contact, always under the same id."""
    one, two = (card("FN:Grace", "TITLE:Admiral", f"UID:{uid}") for uid in (1, 2))
    there, back, again = read(tmp_path, one, two), read(tmp_path, two, one), read(tmp_path, one, one)

    assert there.records == back.records
    assert (1, (), 1, ()) == (len(there.records), there.issues, len(again.records), again.issues)


def test_cards_that_are_the_same_keep_the_id_of_the_plan(tmp_path: Path) -> None:
    """Of cards that are the same the one counts that the plan knows."""
    cards = [card("FN:Grace", "TITLE:Admiral", f"UID:{uid}") for uid in range(3)]
    for each in cards:
        plan = ct.Plan(records=read(tmp_path, each).records)
        imported = read(tmp_path, *cards, into=plan)

        assert ((), 1, ()) == (imported.records, imported.held, imported.differing)


def test_our_own_namesakes_stay_apart(tmp_path: Path) -> None:
    """Two contacts of whom only the same name was written are still two."""
    plan = ct.Plan(records=[ct.Contact(id=id, name="John Smith") for id in ("a", "b")])

    assert list(plan) == contacts(read(tmp_path, vcard.write(plan).content))


# --- People whom the plan knows ---------------------------------------------------------------------

KNOWN = ct.Contact(
    id="boss", name="Grace Hopper", emails=["g@x.example"], links=[LINKEDIN, "https://grace.example"], trust=5
)


@pytest.mark.parametrize(
    ("lines", "is_known"),
    [
        pytest.param(["FN:G. H.", "EMAIL:a@x.example", "EMAIL:G@X.EXAMPLE"], True, id="e-mail"),
        pytest.param(["FN:G. H.", "URL:linkedin.com/in/grace/"], True, id="profile"),
        pytest.param(["FN:grace  hopper", "URL:http://www.grace.example/"], True, id="page and name"),
        pytest.param(["FN:Ada", "URL:https://grace.example"], False, id="page alone"),
        pytest.param(["FN:Grace Hopper"], False, id="name alone"),
        pytest.param(["FN:Ada", "EMAIL:ada@x.example"], False, id="nothing"),
    ],
)
def test_who_is_in_the_plan_keeps_their_id(lines: list[str], is_known: bool, tmp_path: Path) -> None:
    """Somebody whom the plan knows by mailbox, profile, or page and name is that contact."""
    plan = ct.Plan(records=[KNOWN])
    imported = read(tmp_path, card(*lines, "UID:1"), into=plan)

    assert ((0, 1) if is_known else (1, 0)) == (len(imported.records), imported.held)
    assert (KNOWN,) == plan.add(imported.records).of(ct.Contact)[:1]


def test_a_mailbox_that_people_share(tmp_path: Path) -> None:
    """Of people who share a mailbox the plan's is who has the name, and nobody is lost."""
    plan = ct.Plan(records=[KNOWN])
    imported = read(
        tmp_path,
        card("FN:Grace Hopper", "EMAIL:g@x.example"),
        card("FN:Vincent Hopper", "EMAIL:g@x.example"),
        into=plan,
    )

    assert (["Vincent Hopper"], 1, ()) == (
        [one.name for one in contacts(imported)],
        imported.held,
        imported.issues,
    )


def test_cards_that_the_plan_knows_as_one(tmp_path: Path) -> None:
    """Cards of different UIDs are one contact where the plan knows them as one."""
    plan = ct.Plan(records=[KNOWN])
    cards = [
        card("FN:Grace Hopper", "EMAIL:g@x.example", "UID:1"),
        card("FN:Grace Hopper", f"URL:{LINKEDIN}", "UID:2"),
    ]
    imported = read(tmp_path, *cards, into=plan)

    assert ((), 1, (), ()) == (imported.records, imported.held, imported.differing, imported.issues)


def test_an_edit_stays(tmp_path: Path) -> None:
    """What the person has changed since is never overwritten; what a card says else is reported."""
    book = card("FN:Grace Hopper", "TITLE:Captain", "EMAIL:g@x.example", "UID:1")
    (contact,) = contacts(read(tmp_path, book))
    plan = ct.Plan(records=[contact]).replace(contact, contact.evolve(title="Admiral", trust=4))
    plan = plan.revise(ct.Contact, contact.id, on="2026-01-05", organization="Navy")
    again = read(tmp_path, book, into=plan)

    assert ((), 1, [contact]) == (again.records, again.held, list(again.differing))
    assert [f"book.vcf: line 1: contact {contact.id} has another title in the plan, which stays"] == told(
        again
    )


def test_linkedin_and_the_address_book_agree(folder: Write, tmp_path: Path) -> None:
    """Who is on LinkedIn has one id in both, with or without a plan between them."""
    head = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
    place = folder({"Connections.csv": f"{head}Grace,Hopper,{LINKEDIN},,Navy,Admiral,05 Jun 2024\n"})
    (connection,) = linkedin.read(place).records
    contact = the_one(tmp_path, "FN:Grace Hopper", f"URL:{LINKEDIN}")

    assert connection.id == contact.id
