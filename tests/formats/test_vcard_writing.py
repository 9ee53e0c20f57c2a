"""What is written is an address book that others can read, and comes back as it was."""

import re
import unicodedata
from pathlib import Path
from typing import Any

import pytest
import vobject
from hypothesis import given
from hypothesis import strategies as st
from tests.formats.cards import contacts, read

import careertrack as ct
from careertrack.formats import Exported, vcard
from careertrack.strategies import contacts as any_contacts

GRACE = ct.Contact(
    id="grace",
    name="Grace Hopper",
    relations=["mentor", "dive-buddy"],
    organization="Navy; Research",
    title="Admiral, retired",
    emails=["grace@navy.example", "grace@home.example"],
    phones=["+1 555"],
    links=["https://navy.example/a,b;c"],
    trust=5,
    met="2024-06-05",
    vouches=True,
    note="Secret.",
    extra={"acme": {"a": 1}},
)


def cards(exported: Exported) -> list[list[str]]:
    """The lines of each card, unfolded; each physical line keeps to RFC 2426."""
    *lines, rest = exported.content.split("\r\n")
    assert "" == rest
    assert [] == [line for line in lines if len(line.encode()) > 75 or set(line) & set("\r\n")]
    unfolded = re.sub("\r\n ", "", exported.content)
    found = list[list[str]]()
    for line in unfolded.split("\r\n")[:-1]:
        assert re.fullmatch(r"[A-Z]+(;TYPE=[A-Z]+(,[A-Z]+)*)?:.*", line, re.DOTALL), line
        if line == "BEGIN:VCARD":
            found.append([])
        found[-1].append(line)
    assert [] == [
        card for card in found if card[1] != "VERSION:3.0" or card.index("END:VCARD") != len(card) - 1
    ]
    return found


def independent(exported: Exported) -> list[vobject.base.Component]:
    """The cards as vobject reads and checks them by itself."""
    return list(vobject.readComponents(exported.content, validate=True))


def test_a_card_without_details() -> None:
    """Names, organization, title and relations are written always, how to reach somebody only if asked."""
    exported = vcard.write([GRACE])

    assert [
        [
            "BEGIN:VCARD",
            "VERSION:3.0",
            "UID:contact.grace@careertrack",
            "FN:Grace Hopper",
            "N:Grace Hopper;;;;",
            "ORG:Navy\\; Research",
            "TITLE:Admiral\\, retired",
            "CATEGORIES:mentor,dive-buddy",
            "END:VCARD",
        ]
    ] == cards(exported)
    assert ({"VCARD": 1}, ()) == (exported.written, exported.issues)
    assert {
        "trust": "1 left out: private",
        "met": "1 left out: no property for it",
        "vouches": "1 left out: private",
        "note": "1 left out: private",
        "extra": "1 left out: other programs' data",
        "emails": "1 left out: only where details are asked for",
        "phones": "1 left out: only where details are asked for",
        "links": "1 left out: only where details are asked for",
    } == exported.left


def test_a_card_with_details() -> None:
    """Where details are asked for, addresses follow in their order, the main one marked."""
    exported = vcard.write([GRACE], details=True)

    assert [
        "EMAIL;TYPE=INTERNET,PREF:grace@navy.example",
        "EMAIL;TYPE=INTERNET:grace@home.example",
        "TEL;TYPE=VOICE,PREF:+1 555",
        "URL;TYPE=PREF:https://navy.example/a\\,b\\;c",
    ] == cards(exported)[0][-5:-1]
    assert {"trust", "met", "vouches", "note", "extra"} == exported.left.keys()
    assert "Secret" not in exported.content
    assert "Grace" not in repr(exported)


def test_the_latest_revision_of_each_contact() -> None:
    """Of a contact with revisions the latest is written, in the order of ids, whatever comes first."""
    plan = ct.Plan(records=[GRACE, ct.Contact(id="ada", name="Ada King"), ct.Skill(name="SQL")])
    plan = plan.revise(ct.Contact, "grace", on="2026-01-05", title="Professor")
    plan = plan.revise(ct.Contact, "grace", on="2026-03-05", name="Grace B. Hopper")
    exported = vcard.write(plan)

    assert [("Ada King", None), ("Grace B. Hopper", "Professor")] == [
        (card.fn.value, card.title.value if "title" in card.contents else None)
        for card in independent(exported)
    ]
    assert "2 left out: a card has one state" == exported.left["earlier revisions"]
    assert exported == vcard.write(reversed(plan.of(ct.Contact)))


def test_the_contacts_of_a_snapshot() -> None:
    """States of a day are written as they were that day, from a mapping or one by one."""
    plan = ct.Plan(records=[GRACE]).revise(ct.Contact, "grace", on="2026-03-05", title="Professor")
    before = plan.as_of("2026-02-01").contacts

    assert vcard.write([GRACE]) == vcard.write(before) == vcard.write(before.values())


@pytest.mark.parametrize(
    ("contacts", "issue"),
    [
        ([GRACE, "Secret"], "contacts[1]: must be a contact, or its state, got a personal value"),
        ("x", "contacts[0]: must be a contact, or its state, got a personal value"),
        ([{"name": "Secret"}], "contacts[0]: must be a contact, or its state, got a dict of 1"),
        (GRACE, "contacts: must be contacts, one after another, got a Contact"),
        (None, "contacts: must be contacts, one after another, got None"),
    ],
)
def test_what_are_no_contacts(contacts: Any, issue: str) -> None:
    """Ids, rows of a table, a single contact: refused, and not taken for nobody."""
    with pytest.raises(ct.InvalidValue) as refused:
        vcard.write(contacts)

    assert issue == str(refused.value)


def test_nobody() -> None:
    """No contact, no card."""
    assert Exported("", written={"VCARD": 0}) == vcard.write([]) == vcard.write(ct.Plan())


@pytest.mark.parametrize(
    ("changes", "issue", "count"),
    [
        ({"name": "Grace\x07"}, "contact grace, name: has control characters, and its card is left out", 0),
        (
            {"organization": "Na\x85vy"},
            "contact grace, organization: has control characters, and is left out",
            1,
        ),
        ({"title": "\x7f"}, "contact grace, title: has control characters, and is left out", 1),
        ({"emails": ["a@x\r\nBCC:b"]}, "contact grace, emails: has a line break, and is left out", 1),
        ({"phones": ["1\n2"]}, "contact grace, phones: has a line break, and is left out", 1),
        ({"links": ["https://x\r"]}, "contact grace, links: has a line break, and is left out", 1),
        ({"links": ["https://x\x1b"]}, "contact grace, links: has control characters, and is left out", 1),
    ],
)
def test_a_value_that_no_card_can_hold(changes: dict[str, object], issue: str, count: int) -> None:
    """Such a value is left out and reported, by contact and field; a card needs its name."""
    exported = vcard.write([GRACE.evolve(**changes)], details=True)
    (field,) = changes
    without = [GRACE.evolve(**{field: None if field in {"organization", "title"} else ()})] if count else []

    assert [issue] == [*map(str, exported.issues)]
    assert vcard.write(without, details=True).content == exported.content
    assert {"VCARD": count} == exported.written


def test_lines_within_texts() -> None:
    """Line breaks of all sorts become the escape for one, and stay in their property."""
    (card,) = independent(vcard.write([GRACE.evolve(name="a\nb\r\nc\rd", title="\tx")]))

    assert ("a\nb\nc\nd", "\tx") == (card.fn.value, card.title.value)


def test_saved(tmp_path: Path) -> None:
    """What is saved is what was written, byte for byte, and is read from there."""
    path = tmp_path / "book.vcf"
    exported = vcard.write([GRACE.evolve(name="Zoë\u2028")])
    exported.save(path)

    assert exported.content.encode() == path.read_bytes()
    assert ["Zoë\u2028"] == [contact.name for contact in contacts(vcard.read(path))]


# --- Laws ---------------------------------------------------------------------------------------------

ODD = [
    "END:VCARD",
    "\r\nEND:VCARD\r\nBEGIN:VCARD\r\nFN:x",
    "\nX:",
    "\\",
    "\\n",
    ";",
    ",",
    '"',
    ":",
    "=",
    "\t",
]
WIDE = [" " * 80, "é" * 40, "\u202e", "\u2066", "\u2028"]
PRINTABLE = st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), min_size=1, max_size=5)
HOSTILE = st.lists(st.sampled_from(ODD + WIDE) | PRINTABLE, min_size=1, max_size=6).map("".join)


def lines(text: str) -> str:
    """A text with one sort of line break."""
    return re.sub("\r\n?", "\n", text)


@given(HOSTILE, HOSTILE, HOSTILE)
def test_hostile_text_stays_text(name: str, organization: str, title: str) -> None:
    """Whatever a text holds, the cards are as many and have the same properties."""
    exported = vcard.write([ct.Contact(id="x", name=name, organization=organization, title=title), GRACE])
    _, card = cards(exported)
    one, two = independent(exported)

    assert ["BEGIN", "VERSION", "UID", "FN", "N", "ORG", "TITLE", "END"] == [
        line.partition(":")[0] for line in card
    ]
    assert (lines(name), [lines(organization)], lines(title)) == (
        two.fn.value,
        two.org.value,
        two.title.value,
    )
    assert (GRACE.name, lines(name)) == (one.fn.value, two.n.value.family)


def writable(contact: ct.Contact) -> ct.Contact | None:
    """What of a contact a card can hold, with one sort of line break."""

    def clean(text: str | None) -> str | None:
        bad = any(unicodedata.category(each) == "Cc" and each not in "\t\r\n" for each in text or "")
        return None if text is None or bad else lines(text)

    def flat(texts: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(text for text in texts if clean(text) is not None and not set(text) & set("\r\n"))

    name = clean(contact.name)
    return name and ct.Contact(
        id=contact.id,
        name=name,
        relations=contact.relations,
        organization=clean(contact.organization),
        title=clean(contact.title),
        emails=flat(contact.emails),
        phones=flat(contact.phones),
        links=flat(contact.links),
    )


@given(st.lists(any_contacts(), max_size=4, unique_by=lambda contact: contact.id))
def test_there_and_back(tmp_path_factory: pytest.TempPathFactory, some: list[ct.Contact]) -> None:
    """What is written is read as it was, under the same ids, to the last blank."""
    expected = sorted(filter(None, map(writable, some)), key=lambda contact: contact.id)
    exported = vcard.write(some, details=True)
    imported = read(tmp_path_factory.mktemp("book"), exported.content)

    assert expected == contacts(imported)
    assert [contact.name for contact in expected] == [card.fn.value for card in independent(exported)]
    assert len(expected) == len(cards(exported)) == exported.written["VCARD"]
    if expected:
        again = read(tmp_path_factory.mktemp("book"), exported.content, into=ct.Plan(records=expected))
        assert ((), len(expected), ()) == (again.records, again.held, again.differing)


def test_what_looks_like_another_program_is_kept(tmp_path: Path) -> None:
    """Blanks at the ends, and what a link would begin with, come back: the contact had them."""
    odd = ct.Contact(
        id="x", name=" ", organization=" ;", title="\t", emails=["mailto:x"], phones=["tel:1", "tel:1 "]
    )

    assert [odd] == contacts(read(tmp_path, vcard.write([odd], details=True).content))


@given(st.lists(any_contacts(name=HOSTILE), max_size=4, unique_by=lambda contact: contact.id))
def test_without_details_nothing_of_them_is_written(some: list[ct.Contact]) -> None:
    """Without details no card has an address, a number or a link."""
    names = {line.partition(":")[0] for card in cards(vcard.write(some)) for line in card}

    assert set() == {name for name in names if name.startswith(("EMAIL", "TEL", "URL", "NOTE"))}
