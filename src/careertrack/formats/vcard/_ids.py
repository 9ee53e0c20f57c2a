"""UIDs of cards, and the ids of contacts that are made from them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from careertrack.formats.ids import short_hash
from careertrack.formats.people import HASH_DIGITS, is_profile, person_id
from careertrack.shapes.text import LONGEST_ID, SLUG_PATTERN

_OWN: Final = re.compile(rf"contact\.({SLUG_PATTERN})@careertrack")
_NO_DIGIT: Final = re.compile(r"\D")


def uid_of(id: str) -> str:
    """The UID under which a contact is written.

    >>> uid_of("grace")
    'contact.grace@careertrack'
    """
    return f"contact.{id}@careertrack"


def own_id(uid: str) -> str | None:
    """The id in a UID that was written here, or ``None`` of any other.

    >>> own_id("contact.grace@careertrack")
    'grace'
    """
    match = _OWN.fullmatch(uid)
    return match[1] if match and len(match[1]) <= LONGEST_ID else None


def contact_id(
    uid: str, name: str, links: Sequence[str], emails: Sequence[str], phones: Sequence[str]
) -> str:
    """The id of a contact: the one in our own UID, else hexadecimal digits of a hash.

    A program's UID stays the same whatever else changes.  A card without one is told apart by
    the profile on LinkedIn, as an archive from there tells people apart, or else by the name and
    the main e-mail address or phone number.

    >>> contact_id("urn:uuid:6F1A", "Ada", [], [], []) == contact_id("6f1a", "Ada King", [], [], [])
    True
    """
    if uid:
        plain = uid.casefold().removeprefix("urn:uuid:")
        return own_id(uid) or f"p-{short_hash(plain, HASH_DIGITS)}"
    profile = next(filter(is_profile, links), "")
    return person_id(profile, name, None, next(iter([*emails, *map(_digits, phones)]), ""))


def _digits(phone: str) -> str:
    return _NO_DIGIT.sub("", phone)
