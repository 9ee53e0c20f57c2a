"""How counts and shares are said."""

from __future__ import annotations


def counted(n: int, one: str, many: str | None = None) -> str:
    """A number with its noun.

    >>> counted(1, "move"), counted(2000, "week"), counted(0, "reply", "replies")
    ('1 move', '2,000 weeks', '0 replies')
    """
    return f"{n:,} {one if n == 1 else many or f'{one}s'}"


def percent(share: float) -> str:
    """A share in whole percent.

    >>> percent(0.1332)
    '13 %'
    """
    return f"{100 * share:.0f} %"
