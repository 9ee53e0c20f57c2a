"""Names as they are compared."""

from __future__ import annotations


def folded(text: str) -> str:
    """A name without regard to case, or to blanks around it and between its words.

    >>> folded("  Analytical  ENGINES")
    'analytical engines'
    """
    return " ".join(text.casefold().split())
