"""From what a card says to the fields of a contact, and the count of what has no field."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, Final

import attrs

from careertrack.formats.people import mailbox_name
from careertrack.records.people import RELATION
from careertrack.shapes.text import SLUG_PATTERN

Said = Mapping[str, Sequence[Any]]

_NAME: Final = ("prefix", "given", "additional", "family", "suffix")
_SCHEME: Final = re.compile("(?:tel|mailto):", re.IGNORECASE)
_WORD: Final = re.compile(SLUG_PATTERN)
_SUGGESTED: Final = frozenset(RELATION.suggested)


def fields_of(said: Said, left: Counter[str], *, own: bool) -> dict[str, Any]:
    """The fields of a contact; an empty name where there is none.

    Args:
        said: The values of each property, as vobject understands them.
        left: Where it is counted what has no field, or no room in it.
        own: Whether the card was written here: then it is kept to the blank at the end.
    """
    card = _Card(said, left, own)
    organization = card.organization()
    emails = card.addresses("EMAIL")
    return {
        "name": card.name(organization, emails),
        "relations": card.relations(),
        "organization": organization,
        "title": card.main("TITLE", "ROLE"),
        "emails": emails,
        "phones": card.addresses("TEL"),
        "links": tuple(card.texts("URL")),
        "note": "\n\n".join(card.texts("NOTE")),
    }


@attrs.frozen(repr=False)
class _Card:
    """What a card says, and the count of what is not taken of it."""

    said: Said
    left: Counter[str]
    own: bool

    def texts(self, name: str) -> list[str]:
        """All that is not blank, each once, of lists the items."""
        parts = (part for value in self.said.get(name, ()) for part in _listed(value))
        return list(dict.fromkeys(kept for part in parts if (kept := part if self.own else part.strip())))

    def main(self, *names: str) -> str:
        """The first value of the first property that has one; the others are counted."""
        values = [(name, value) for name in names for value in self.texts(name)]
        self.left.update(name for name, _ in values[1:])
        return values[0][1] if values else ""

    def name(self, organization: str, emails: Sequence[str]) -> str:
        """How the person is called, from whatever tells it first."""
        name = self.main("FN") or next(filter(None, map(_full, self.said.get("N", ()))), "")
        nicknames = self.texts("NICKNAME")
        self.left["NICKNAME"] += len(nicknames[0 if name else 1 :])
        return name or next(filter(None, [*nicknames, organization, *map(mailbox_name, emails)]), "")

    def organization(self) -> str:
        """The first organization; departments and further ones are counted."""
        units = self.texts("ORG")
        self.left["ORG"] += len(units[1:])
        return units[0] if units else ""

    def addresses(self, name: str) -> tuple[str, ...]:
        """E-mail addresses or numbers, however often they are given; version 4.0 has them as links."""
        values = self.texts(name)
        return tuple(dict.fromkeys(values if self.own else (_SCHEME.sub("", each, 1) for each in values)))

    def relations(self) -> tuple[str, ...]:
        """The categories that say what somebody is to the owner; any word where they were written here."""
        found = dict[str, None]()
        for category in self.texts("CATEGORIES"):
            word = "-".join(category.casefold().split())
            if word in _SUGGESTED or (self.own and _WORD.fullmatch(category)):
                found[word] = None
            else:
                self.left["CATEGORIES"] += 1
        return tuple(found)


def _listed(value: str | Sequence[str]) -> Sequence[str]:
    return [value] if isinstance(value, str) else value


def _full(name: Any) -> str:
    """A name from its parts."""
    words = (word for part in _NAME for word in _listed(getattr(name, part)))
    return " ".join(filter(None, map(str.strip, words)))
