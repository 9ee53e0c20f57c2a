"""Names: the ids that they give, and how they are compared."""

from __future__ import annotations

import re
from typing import Any, Final

from careertrack.errors import Refused
from careertrack.shapes.text import LONGEST_ID

_GAPS: Final = re.compile("[^a-z0-9]+")


def derived_id(text: Any) -> str:
    """The id that a name gives: ``C++`` is ``c-plus-plus``; refused where nothing is left of it.

    >>> derived_id("Data lead (EMEA)"), derived_id("C#")
    ('data-lead-emea', 'c-sharp')
    """
    if text.__class__ is not str:
        raise Refused
    plain = text.lower()
    if not plain.isascii():
        from unicodedata import normalize

        plain = normalize("NFKD", plain).encode("ascii", "ignore").decode()
    slug = _GAPS.sub("-", plain.replace("+", "-plus-").replace("#", "-sharp-")).strip("-")
    if len(slug) > LONGEST_ID:
        slug = slug[: LONGEST_ID + 1].rpartition("-")[0] or slug[:LONGEST_ID]
        slug = slug[:LONGEST_ID].strip("-")
    if not slug:
        raise Refused
    return slug


def folded(text: str) -> str:
    """A name as it is compared: without regard to case, or to blanks around it and between its words.

    >>> folded("  Analytical  ENGINES")
    'analytical engines'
    """
    return " ".join(text.casefold().split())
