"""Contacts, from the connections and from the recommendations that people wrote."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Final, NamedTuple
from urllib.parse import unquote

import attrs

from careertrack.formats.ids import made_id, short_hash
from careertrack.formats.linkedin._desk import Desk
from careertrack.formats.tables import Row
from careertrack.records.people import Contact, Conversation

if TYPE_CHECKING:
    from datetime import date

_LINKEDIN: Final = re.compile(r"(?:https?:)?(?://)?(?:[a-z]{2,3}\.)?(linkedin\.[^?#]*)", re.IGNORECASE)
_SCHEME: Final = re.compile(r"https?://(?:www\.)?", re.IGNORECASE)
_VISIBLE: Final = frozenset({"", "visible"})  # older archives have no status
HASH_DIGITS: Final = 16  # two of a billion people share an id once in forty such networks


def plain_url(url: str) -> str:
    """A profile's or posting's address as one text, however it was copied.

    >>> plain_url("https://de.linkedin.com/in/Grace-Hopper/?trk=x")
    'linkedin.com/in/grace-hopper'
    """
    text = unquote(url).strip()
    match = _LINKEDIN.match(text)
    if match:  # what follows a question mark says where it was copied from
        return match[1].casefold().rstrip("/")
    return _SCHEME.sub("", text, count=1).rstrip("/")


def person_id(url: str, name: str, met: date | None, email: str) -> str:
    """The opaque id of a person: hexadecimal digits of a hash over the address of their profile.

    Without an address it is made of the name and, to tell namesakes apart, of the day of
    connecting, or else of the e-mail address: that day never changes, and who shows which
    address does.

    The hash is not salted, so that every import gives the same id.  Whoever knows the address
    of a profile can find its id: this is a pseudonym, not anonymity.

    >>> person_id("https://www.linkedin.com/in/ada", "Ada", None, "")
    'p-f37cf6b716362f92'
    """
    if url:
        return f"p-{short_hash(plain_url(url), HASH_DIGITS)}"
    mark = met.isoformat() if met else email.casefold()
    return f"p-{short_hash(folded(name) + chr(10) + mark, HASH_DIGITS)}"


def folded(text: str) -> str:
    """A name as it is compared."""
    return " ".join(text.casefold().split())


class _Person(NamedTuple):
    """What a row says of a person."""

    name: str
    url: str
    email: str
    met: date | None


@attrs.define
class People:
    """Who is known, from a plan and from the connections, and by what.

    Args:
        desk: Where contacts are kept.
        held: Contacts of the plan that is imported into: whoever is among them keeps their id.
    """

    desk: Desk
    held: Iterable[Contact] = ()
    _marks: dict[str, str] = attrs.field(factory=dict, init=False)
    _names: dict[str, dict[str, Contact]] = attrs.field(factory=dict, init=False)
    _held_names: dict[str, dict[str, Contact]] = attrs.field(factory=dict, init=False)

    def __attrs_post_init__(self) -> None:
        for contact in self.held:
            marks = [f"url {plain_url(link)}" for link in contact.links]
            marks += [f"email {email.casefold()}" for email in contact.emails]
            for mark in marks:
                self._marks.setdefault(mark, contact.id)
            self._held_names.setdefault(folded(contact.name), {})[contact.id] = contact

    def connected(self, row: Row) -> None:
        """Make a contact of a connection."""
        met = self.desk.day(row, "connected on")
        name, url, email = _name(row), row["url"], row["email address"]
        if not name:
            row.report(self.desk.report, "no-name", "names nobody: the person is hidden, or has left")
            return
        contact = self.desk.make(
            row,
            Contact,
            _COLUMNS,
            id=self._id(_Person(name, url, email, met)),
            name=name,
            organization=row["company"],
            title=row["position"],
            emails=(email,) if email else (),
            links=(url,) if url else (),
            met=met,
        )
        self._know(row, contact)

    def _id(self, person: _Person) -> str:
        url, email = f"url {plain_url(person.url)}", f"email {person.email.casefold()}"
        held = self._marks.get(url) if person.url else None
        if held is None and person.email:
            held = self._marks.get(email)
        return held or person_id(person.url, person.name, person.met, person.email)

    def _know(self, row: Row, contact: Contact | None) -> Contact | None:
        kept = self.desk.keep(row, contact)
        if isinstance(kept, Contact):
            self._names.setdefault(folded(kept.name), {})[kept.id] = kept
            return kept
        return None

    def recommended(self, row: Row, *, by_them: bool) -> None:
        """Make a conversation of a recommendation; whoever wrote a visible one vouches for the owner."""
        desk = self.desk
        if row["status"].casefold() not in _VISIBLE:
            desk.left["Recommendations that are not visible"] = "drafts, requests, and what was hidden"
            return
        day = desk.day_of(row, "creation date")
        contact = self._named(row) if day is not None else None
        if day is None or contact is None:
            return
        helped = "me" if by_them else "them"
        conversation = desk.make(
            row,
            Conversation,
            {"note": "Text"},
            # Not from the contact's id, which the plan's owner may have changed.
            id=made_id("recommendation", helped, person_id("", _name(row), day, ""), day.isoformat()),
            on=day,
            contacts=[contact.id],
            type="recommendation",
            helped=helped,
            note=row["text"],
        )
        desk.keep(row, conversation)
        if by_them and not contact.vouches and desk.has(contact):
            vouching = contact.evolve(vouches=True)
            desk.replace(vouching)
            self._names[folded(contact.name)][contact.id] = vouching

    def _named(self, row: Row) -> Contact | None:
        """The one contact that a row means by name, and by company and title where namesakes are known."""
        name = _name(row)
        if not name:
            row.report(self.desk.report, "no-name", "names nobody")
            return None
        known = list((self._names.get(folded(name)) or self._held_names.get(folded(name), {})).values())
        for column, field in (("company", "organization"), ("job title", "title")):
            if len(known) > 1:
                said = folded(row[column])
                known = [one for one in known if folded(getattr(one, field) or "") == said] or known
        if len(known) > 1:
            row.report(self.desk.report, "namesakes", f"names one of {len(known)} people of one name")
            return None
        if known:
            return known[0]
        contact = self.desk.make(
            row,
            Contact,
            _COLUMNS,
            id=person_id("", name, None, ""),
            name=name,
            organization=row["company"],
            title=row["job title"],
        )
        return self._know(row, contact)


_COLUMNS: Final = {
    "name": "First Name",
    "organization": "Company",
    "title": "Position",
    "emails": "Email Address",
    "links": "URL",
}


def _name(row: Row) -> str:
    """A name from its parts; without any, from the address of the profile or of the mailbox."""
    name = f"{row['first name']} {row['last name']}".strip()
    if name:
        return name
    _, _, slug = plain_url(row["url"]).rpartition("/in/")
    mailbox, _, _ = row["email address"].partition("@")
    # What follows the name in an address tells namesakes apart: digits among its letters.
    for parts in (slug.split("-"), mailbox.split(".")):
        words = [part.capitalize() for part in parts if part.isalpha()]
        if words:
            return " ".join(words)
    return ""
