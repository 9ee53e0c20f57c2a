"""What rows are asked of: a state by its name on a snapshot, or a kind of record by its own or its class."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from careertrack.errors import InvalidValue, Issue, nearest, shown
from careertrack.record import Record
from careertrack.records import CLASSES

# The name of each state on a snapshot, and the kind of record that it is folded from.
STATES_BY_NAME: Final[Mapping[str, str]] = {
    "skills": "skill",
    "courses": "course",
    "evidence": "evidence",
    "roles": "role",
    "goals": "goal",
    "contacts": "contact",
    "organizations": "organization",
    "events": "event",
    "commitments": "commitment",
    "transitions": "transition",
    "routines": "routine",
    "cadences": "cadence",
    "positions": "position",
    "setbacks": "setback",
    "runway": "runway",
}


def kind_of(given: Any) -> type[Record]:
    """The class of a kind, given by its name or as that class.

    Raises:
        InvalidValue: If it is none; the nearest name is in the hint.
    """
    if isinstance(given, type) and issubclass(given, Record):
        given = getattr(given, "kind", None)
    if isinstance(given, str) and given in CLASSES:
        return CLASSES[given]
    raise unknown(given, CLASSES, "kind", "a kind of record, such as 'check-in', or its class")


def unknown(given: object, known: Mapping[str, Any], name: str, rule: str) -> InvalidValue:
    """A name that nothing has."""
    near = nearest(given, known) if isinstance(given, str) else ""
    return InvalidValue([Issue(name, "value", {"rule": rule, "got": shown(given), "near": near})])
