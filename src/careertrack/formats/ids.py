"""Ids made of text that somebody else wrote: the same from the same text, always."""

from __future__ import annotations

from hashlib import sha256
from unicodedata import normalize

from careertrack.errors import Refused
from careertrack.naming import derived_id
from careertrack.shapes.text import LONGEST_ID


def short_hash(text: str, digits: int = 8) -> str:
    """The first hexadecimal digits of a text's SHA-256."""
    return sha256(text.encode()).hexdigest()[:digits]


def made_id(*parts: str) -> str:
    """An id from texts.

    What an id cannot hold (too long, or letters outside ASCII) is told apart by a few digits
    of its hash.

    >>> made_id("Staff Engineer", "Cyberdyne Systems", "2022-10")
    'staff-engineer-cyberdyne-systems-2022-10'
    >>> made_id("工程师", "2022")
    '2022-bd97ab4c'
    """
    text = " ".join(filter(None, parts))
    plain = normalize("NFKD", text.lower())
    lost = any(letter.isalnum() and not letter.isascii() for letter in plain)
    # "+" and "#" are spelled out, at most seven letters each.
    longest = len(plain) + 6 * (plain.count("+") + plain.count("#"))
    try:
        slug = derived_id(text)
    except Refused:
        return f"x-{short_hash(text)}"
    if not lost and longest <= LONGEST_ID:
        return slug
    room = LONGEST_ID - 9  # a hyphen and eight digits
    if len(slug) > room:
        slug = slug[: room + 1].rpartition("-")[0] or slug[:room]
    return f"{slug}-{short_hash(text)}"
