"""From contacts to cards of version 3.0 (RFC 2426)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, Final

import attrs

from careertrack.errors import InvalidValue, Issue, shown
from careertrack.formats.vcard._ids import uid_of
from careertrack.formats.writing import CONTROLS, Exported, record_issue
from careertrack.record import Record
from careertrack.records.people import Contact
from careertrack.state.people import ContactState

LONGEST_LINE: Final = 75  # octets
_ESCAPED: Final = re.compile(r"[\\;,]|\r\n?|\n")
_BREAK: Final = re.compile(r"[\r\n]")

_DETAILS: Final[Mapping[str, str]] = {"emails": "EMAIL", "phones": "TEL", "links": "URL"}
_TYPES: Final[Mapping[str, tuple[str, ...]]] = {"EMAIL": ("INTERNET",), "TEL": ("VOICE",)}
_ON_REQUEST: Final = "only where details are asked for"
# What has no property of its own.  What is private would be read by whoever gets the file.
_LEFT: Final[Mapping[str, str]] = {
    "trust": "private",
    "introduced_by": "no property for it",
    "met": "no property for it",
    "met_at": "no property for it",
    "vouches": "private",
    "note": "private",
    "extra": "other programs' data",
}


def written(contacts: Any, *, details: bool) -> Exported:
    """The cards of contacts, by id, each as its latest revision has it."""
    revisions: dict[str, list[Contact]] = {}
    for each in _each(contacts):
        contact = each.contact if isinstance(each, ContactState) else each
        if isinstance(contact, Contact):
            revisions.setdefault(contact.id, []).append(contact)
    writer = _Writer(details)
    cards = list[str]()
    for _, own in sorted(revisions.items()):
        writer.left["earlier revisions"] += len(own) - 1
        cards += writer.card(max(own, key=lambda contact: contact.on or date.min))
    return Exported(
        "".join(cards), tuple(writer.issues), written={"VCARD": len(cards)}, left=_told(writer.left)
    )


def _each(contacts: Any) -> Iterator[Record | ContactState]:
    """Contacts one by one; what is neither a record nor a state is refused, and no name is shown."""
    some = contacts.values() if isinstance(contacts, Mapping) else contacts
    if not isinstance(some, Iterable):
        rule = "contacts, one after another"
        raise InvalidValue([Issue("contacts", "value", {"rule": rule, "got": shown(some)})])
    for i, each in enumerate(some):
        if not isinstance(each, Record | ContactState):
            got = shown(each, personal=isinstance(each, str))
            facts = {"rule": "a contact, or its state", "got": got}
            raise InvalidValue([Issue(f"contacts[{i}]", "value", facts)])
        yield each


@attrs.define(repr=False)
class _Writer:
    """Writes cards, and keeps what it could not write."""

    details: bool
    issues: list[Issue] = attrs.field(factory=list, init=False)
    left: Counter[str] = attrs.field(factory=Counter, init=False)

    def card(self, contact: Contact) -> Iterator[str]:
        """One card; none of a contact whose name cannot be written, since a card needs one."""
        self.left.update(field for field in _LEFT if getattr(contact, field))
        if not self.details:
            self.left.update(field for field in _DETAILS if getattr(contact, field))
        name = self._value(contact, "name", contact.name, then="its card is left out")
        if name is not None:
            # Nobody can tell from a name which part of it is the family's.
            lines = ["BEGIN:VCARD", "VERSION:3.0", f"UID:{uid_of(contact.id)}", f"FN:{name}", f"N:{name};;;;"]
            lines += [*self._texts(contact), *self._addresses(contact), "END:VCARD"]
            yield "".join(folded(line) + "\r\n" for line in lines)

    def _texts(self, contact: Contact) -> Iterator[str]:
        for field, name in (("organization", "ORG"), ("title", "TITLE")):
            value = self._value(contact, field, getattr(contact, field))
            if value is not None:
                yield f"{name}:{value}"
        if contact.relations:
            yield f"CATEGORIES:{','.join(contact.relations)}"

    def _addresses(self, contact: Contact) -> Iterator[str]:
        """Addresses in their order, and the main one, which is the first, marked."""
        for field, name in _DETAILS.items() if self.details else ():
            for place, text in enumerate(getattr(contact, field)):
                types = [*_TYPES.get(name, ()), *(() if place else ("PREF",))]
                value = self._value(contact, field, text, one_line=True)
                if value is not None:
                    yield f"{name}{';TYPE=' if types else ''}{','.join(types)}:{value}"

    def _value(
        self,
        contact: Contact,
        field: str,
        text: str | None,
        *,
        one_line: bool = False,
        then: str = "is left out",
    ) -> str | None:
        """A value, escaped; nothing where there is none, or none that can be written, which is reported."""
        if text is None:
            return None
        if one_line and _BREAK.search(text):
            self.issues.append(record_issue(contact, field, "line-break", f"has a line break, and {then}"))
            return None
        if CONTROLS.search(text):
            self.issues.append(record_issue(contact, field, "control", f"has control characters, and {then}"))
            return None
        # An address too: a comma that is not escaped ends it for many a reader.
        return _ESCAPED.sub(_escaped, text)


def _escaped(match: re.Match[str]) -> str:
    return "\\n" if match[0][0] in "\r\n" else "\\" + match[0]


def folded(line: str) -> str:
    r"""A line in pieces of at most 75 octets; no character is split.

    >>> [len(piece.encode()) for piece in folded("FN:" + 60 * "é").split("\r\n")]
    [75, 49]
    """
    pieces, width = list[str](), 0
    for character in line:
        size = len(character.encode())
        if width + size > LONGEST_LINE:
            pieces.append("\r\n ")
            width = 1
        pieces.append(character)
        width += size
    return "".join(pieces)


def _told(counts: Counter[str]) -> dict[str, str]:
    why = {**_LEFT, **dict.fromkeys(_DETAILS, _ON_REQUEST), "earlier revisions": "a card has one state"}
    return {name: f"{counts[name]} left out: {reason}" for name, reason in why.items() if counts[name]}
