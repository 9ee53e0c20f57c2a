"""Telling people apart: opaque ids, and who of a plan is meant."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

import attrs

from careertrack.formats.ids import short_hash
from careertrack.naming import folded

if TYPE_CHECKING:
    from datetime import date

    from careertrack.records.people import Contact

_LINKEDIN: Final = re.compile(r"(?:https?:)?(?://)?(?:[a-z]{2,3}\.)?(linkedin\.[^?#]*)", re.IGNORECASE)
_PROFILE: Final = "linkedin.com/in/"
_SCHEME: Final = re.compile(r"(?:https?://)?(?:www\.)?", re.IGNORECASE)
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


def is_profile(link: str) -> bool:
    """Whether a link is somebody's own: of most pages nobody can say whether they are a person's or a firm's.

    >>> is_profile("https://www.linkedin.com/in/grace"), is_profile("https://navy.example")
    (True, False)
    """
    return plain_url(link).startswith(_PROFILE)


def spelled(words: Iterable[str]) -> str:
    """The name that an address tells, or an empty text.

    What follows a name in an address tells namesakes apart: digits among its letters.

    >>> spelled("grace-hopper-7a1b".split("-"))
    'Grace Hopper'
    """
    return " ".join(word.capitalize() for word in words if word.isalpha())


def mailbox_name(email: str) -> str:
    """The name that an e-mail address tells, or an empty text.

    >>> mailbox_name("grace.hopper@navy.example"), mailbox_name("7@navy.example")
    ('Grace Hopper', '')
    """
    return spelled(email.partition("@")[0].split("."))


def shared_mailboxes(people: Iterable[tuple[str, Iterable[str]]]) -> frozenset[str]:
    """The e-mail addresses of people with different names, which tell nobody apart.

    Args:
        people: Each one's name and addresses.
    """
    names: dict[str, set[str]] = {}
    for name, emails in people:
        for email in emails:
            names.setdefault(email.casefold(), set()).add(folded(name))
    return frozenset(email for email, those in names.items() if len(those) > 1)


def _page(url: str) -> str:
    return f"url {plain_url(url)}"


def _mailbox(email: str) -> str:
    return f"email {email.casefold()}"


@attrs.define
class Known:
    """The contacts of a plan, by what tells people apart.

    Args:
        contacts: Of the plan, every revision of them.
    """

    contacts: Iterable[Contact] = ()
    ids: set[str] = attrs.field(factory=set, init=False)
    _marks: dict[str, dict[str, None]] = attrs.field(factory=dict, init=False)
    _names: dict[str, dict[str, Contact]] = attrs.field(factory=dict, init=False)

    def __attrs_post_init__(self) -> None:
        for contact in self.contacts:
            self.ids.add(contact.id)
            for mark in [*map(_page, contact.links), *map(_mailbox, contact.emails)]:
                self._marks.setdefault(mark, {})[contact.id] = None
            self._names.setdefault(folded(contact.name), {})[contact.id] = contact

    def same(
        self, name: str, links: Iterable[str], emails: Iterable[str], shared: Collection[str] = ()
    ) -> str | None:
        """The id of who is the same person: by a profile or mailbox, or by a page together with the name.

        Of several who share one, it is who has the name, and nobody where that is no one or more.

        Args:
            name: Of the person.
            links: Their profiles and pages.
            emails: Their addresses.
            shared: Addresses that need the name as well, see `shared_mailboxes`.
        """
        marks = [(_page(link), is_profile(link)) for link in links]
        marks += [(_mailbox(email), email.casefold() not in shared) for email in emails]
        for mark, tells in marks:
            ids = self._marks.get(mark, {})
            named = self.by_name(name).keys() & ids
            if len(named) == 1:
                return named.pop()
            if len(ids) == 1 and tells:
                return next(iter(ids))
        return None

    def by_link(self, url: str) -> str | None:
        """The id of the first who has a profile or page, however its address is written."""
        return next(iter(self._marks.get(_page(url), {})), None) if url else None

    def by_email(self, email: str) -> str | None:
        """The id of the first who has an e-mail address."""
        return next(iter(self._marks.get(_mailbox(email), {})), None) if email else None

    def by_name(self, name: str) -> Mapping[str, Contact]:
        """Everybody of a name, by id."""
        return self._names.get(folded(name), {})
