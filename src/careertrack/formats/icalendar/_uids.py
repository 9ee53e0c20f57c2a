"""UIDs: the same for the same thing on each export, so that a calendar program updates what it has."""

from __future__ import annotations

import re
from typing import Final, NamedTuple, get_args

from careertrack.formats.ids import short_hash
from careertrack.questions.coming import Coming
from careertrack.shapes.text import SLUG_PATTERN

APPOINTMENT: Final = "appointment"
HOST: Final = "careertrack"
HASH_DIGITS: Final = 16
# A touch that is overdue is a task, and not the rhythm's next day.
_TYPES: Final = "|".join([*get_args(Coming), "touch"])
_OWN: Final = re.compile(rf"({_TYPES})\.({SLUG_PATTERN})(?:\.[0-9.-]+)?@(?:{SLUG_PATTERN}\.)?{HOST}")


def uid(type: str, id: str, more: str, whose: str | None) -> str:
    """The UID of something that falls due.

    Args:
        type: What sort of thing it is.
        id: Its id; may be empty.
        more: What tells it from others of that id; may be empty.
        whose: The name that tells one person's calendar from another's.

    >>> uid("milestone", "apply", "2026-03-01", "ada")
    'milestone.apply.2026-03-01@ada.careertrack'
    """
    return f"{'.'.join(filter(None, [type, id, more]))}@{f'{whose}.' if whose else ''}{HOST}"


class Own(NamedTuple):
    """What a UID of this library says."""

    type: str
    id: str


def own(text: str) -> Own | None:
    """What a UID says that this library wrote, or ``None`` of any other.

    >>> own("appointment.pydata-evening@careertrack").id
    'pydata-evening'
    """
    match = _OWN.fullmatch(text)
    return Own(match[1], match[2]) if match else None


def foreign_id(text: str, recurrence: str = "") -> str:
    """The opaque id of an event that another program made: UIDs can hold addresses and names.

    >>> foreign_id("7f3a@example.org")
    'e-4400770ed5c9bf43'
    """
    return f"e-{short_hash(f'{text}{chr(10)}{recurrence}' if recurrence else text, HASH_DIGITS)}"
