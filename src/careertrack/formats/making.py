"""Making records of what somebody else wrote: a bad value costs itself alone."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Set
from typing import Any, Final, TypeVar

from careertrack.errors import InvalidValue, Issue
from careertrack.record import Record

R = TypeVar("R", bound=Record)
_BLANK: Final = (None, "", ())


def made_of(cls: type[R], fields: Mapping[str, Any], told: Callable[[str, Issue], object]) -> R | None:
    """A record without the values that its fields do not take; ``None`` where it cannot be without one.

    Of a list with bad items the good ones stay.

    Args:
        cls: The kind of record.
        fields: Of the record; blank ones are left out.
        told: Gets each field with a value that was left out, and the issue of that value.

    >>> import careertrack as ct
    >>> print(made_of(ct.Skill, {"name": "SQL", "top": -1, "note": ""}, lambda field, issue: None))
    Skill(id='sql', name='SQL')
    """
    given = dict(fields)
    while True:
        given = {name: value for name, value in given.items() if value not in _BLANK}
        try:
            return cls(**given)
        except InvalidValue as error:
            issues = error.issues
        bad: dict[str, set[str]] = {}
        for issue in issues:
            name, _, item = issue.path.partition(".")[2].partition("[")
            told(name, issue)
            bad.setdefault(name, set()).add(item.partition("]")[0])
        if not bad.keys() <= given.keys() or any(cls.spec.by_name[name].required for name in bad):
            return None
        given = {name: _good(value, bad.get(name, set())) for name, value in given.items()}


def _good(value: Any, bad: Set[str]) -> Any:
    """What is left of a value without the items of these numbers; nothing where all of it is bad."""
    if not bad:
        return value
    return None if "" in bad else tuple(item for i, item in enumerate(value) if str(i) not in bad)
