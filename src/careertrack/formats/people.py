"""Telling people apart: opaque ids, and who of a plan is meant."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

import attrs

from careertrack.formats.ids import short_hash

if TYPE_CHECKING:
    from datetime import date

    from careertrack.records.people import Contact

_LINKEDIN: Final = re.compile(r"(?:https?:)?(?://)?(?:[a-z]{2,3}\.)?(linkedin\.[^?#]*)", re.IGNORECASE)
_SCHEME: Final = re.compile(r"https?://(?:www\.)?", re.IGNORECASE)
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


def spelled(words: Iterable[str]) -> str:
    """The name that an address tells, or an empty text.

    What follows a name in an address tells namesakes apart: digits among its letters.

    >>> spelled("grace-hopper-7a1b".split("-"))
    'Grace Hopper'
    """
    return " ".join(word.capitalize() for word in words if word.isalpha())


@attrs.define
class Known:
    """The contacts of a plan, by what tells people apart.

    Args:
        contacts: Of the plan, every revision of them.
    """

    contacts: Iterable[Contact] = ()
    ids: set[str] = attrs.field(factory=set, init=False)
    _marks: dict[str, str] = attrs.field(factory=dict, init=False)
    _names: dict[str, dict[str, Contact]] = attrs.field(factory=dict, init=False)

    def __attrs_post_init__(self) -> None:
        for contact in self.contacts:
            self.ids.add(contact.id)
            marks = [f"url {plain_url(link)}" for link in contact.links]
            marks += [f"email {email.casefold()}" for email in contact.emails]
            for mark in marks:
                self._marks.setdefault(mark, contact.id)
            self._names.setdefault(folded(contact.name), {})[contact.id] = contact

    def by_link(self, url: str) -> str | None:
        """The id of who has a profile or page, however its address is written."""
        return self._marks.get(f"url {plain_url(url)}") if url else None

    def by_email(self, email: str) -> str | None:
        """The id of who has an e-mail address."""
        return self._marks.get(f"email {email.casefold()}") if email else None

    def by_name(self, name: str) -> Mapping[str, Contact]:
        """Everybody of a name, by id."""
        return self._names.get(folded(name), {})
