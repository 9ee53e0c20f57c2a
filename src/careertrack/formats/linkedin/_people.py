"""Contacts, from the connections and from the recommendations that people wrote."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import attrs

from careertrack.formats.desk import Desk
from careertrack.formats.ids import made_id
from careertrack.formats.people import Known, mailbox_name, person_id, plain_url, spelled
from careertrack.formats.tables import Row
from careertrack.naming import folded
from careertrack.records.people import Contact, Conversation

if TYPE_CHECKING:
    from datetime import date

_VISIBLE: Final = frozenset({"", "visible"})  # older archives have no status


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
    held: Known
    _names: dict[str, dict[str, Contact]] = attrs.field(factory=dict, init=False)

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
        held = self.held.by_link(person.url) or self.held.by_email(person.email)
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
        known = list((self._names.get(folded(name)) or self.held.by_name(name)).values())
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
    return spelled(slug.split("-")) or mailbox_name(row["email address"])
