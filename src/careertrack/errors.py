"""Faults as data: where, by which rule, what came, and what was likely meant.

An `Issue` stores facts; its sentence is made from them when somebody reads it.  Codes are
API, wording is not.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

import attrs

__all__ = [
    "CareertrackError",
    "InvalidDocument",
    "InvalidPlan",
    "InvalidValue",
    "Issue",
    "MissingExtra",
]

MOST_ISSUES: Final = 100  # a reader fixes the first few; a million faults must not fill the memory
LONGEST_SHOWN: Final = 80
MOST_COMPARED: Final = 500  # names on either side of one that is not known

_SENTENCES: Final[Mapping[str, str]] = {
    # one value
    "value": "must be {rule}, got {got}",
    "word": "must be {rule}, got {got}",
    "repeated": "must be {rule}; given twice: {got}",
    "missing": "must be given: {rule}",
    "no-id": "no id can be made from {got}",
    "unknown-field": "is not a field of {owner}",
    "positional": "takes its fields by name, such as {owner}({example}=...)",
    # records together
    "unknown-reference": 'no {kind} "{id}"{by}',
    "wrong-kind": '"{id}" is a {found}, not a {kind}',
    "later": '{kind} "{id}" is recorded only on {since}',
    "conflict": "the same {what} says something else at {other}",
    "cycle": "{kind} ids lead back to themselves: {ids}",
    "above-top": "level {level} is above {top}, the top of skill {id}",
    "top-revised": "the top of a skill's scale never changes: it was {top}, got {got}",
    "dated-first": "the first record of a {kind} has no day, got {got}",
    "not-after": "must be after {first}, the day of the first record, got {got}",
    "in-use": "{kind} {id} is named by {users}",
    "not-there": "is not in the plan: {what}",
    "newer": "has fields of a newer version of the document than {version}",
    "unreadable": '{kind} "{id}" is kept as a newer version wrote it, and cannot be changed by this one',
    "owner": "plans of two owners cannot be merged",
    # documents
    "json": "is not JSON: {reason} at line {line}, column {column}",
    "encoding": "is not UTF-8: byte {offset} cannot be read",
    "too-large": "is {size} bytes, more than the {most} a document may have",
    "depth": "is nested more than {most} deep",
    "duplicate-key": "the key {key} is given twice",
    "version": "version {got} cannot be read: this library reads {reads}",
    "migration": "version {version} could not be brought up to this one: {reason}",
    "no-version": "must be given: the version of the document, such as {reads}",
    "unknown-kind": "{got} is not a kind of record",
    "changed": "the stored content has another digest: {found}, expected {expected}",
    # imports
    "row": "{reason}",
}

_HINTS: Final[Mapping[str, str]] = {
    "no-id": "give one, such as id='my-own'",
    "later": "record the {kind} earlier, or this later",
    "dated-first": "leave `on` out of the first record; later ones, with a day, revise it",
    "conflict": "remove one, or give one of them another id or day",
    "cycle": "leave one of the links out",
    "in-use": "remove those first, or pass cascade=True to remove them too",
    "owner": "if both are one person's, make one of them anew: Plan(owner, plan.records)",
    "newer": "merge the plan it comes from, or load that document",
    "changed": "load it again, merge, and save the result",
    "top-revised": "make it a new skill with an id of its own",
}


def shown(value: object, *, personal: bool = False) -> str:
    """A value as an error may show it: escaped, cut, masked where personal, never recursive."""
    if personal:
        return "a personal value"
    if value is None or isinstance(value, bool | float):
        return repr(value)
    if isinstance(value, str):
        text = ascii(value[: LONGEST_SHOWN + 1])
        return text if len(text) <= LONGEST_SHOWN else text[: LONGEST_SHOWN - 3] + "..."
    if isinstance(value, int):
        return str(value) if value.bit_length() <= 200 else f"a whole number of {value.bit_length()} bits"
    name = type(value).__name__
    if isinstance(value, list | tuple | dict | set | frozenset):
        return f"a {name} of {len(value)}"
    return f"{'an' if name[:1] in 'AEIOUaeiou' else 'a'} {name}"


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word nearest to one that is not known, or an empty text."""
    from difflib import get_close_matches

    word, names = word[:LONGEST_SHOWN], sorted(known)
    place = bisect_left(names, word)  # comparing is slow: of very many, those that begin alike
    found = get_close_matches(word, names[max(place - MOST_COMPARED, 0) : place + MOST_COMPARED], 1)
    return found[0] if found else ""


@attrs.frozen
class Issue:
    """One fault: where it is, which rule it breaks, and the facts that its sentence is made of.

    Args:
        path: Where: ``Goal.importance``, or a JSON path such as ``$.records[7].skill``, or a
            file, row and column.
        code: Stable name of the rule.
        params: The facts, plain values by name.

    >>> str(Issue("Goal.importance", "value", {"rule": "a number from 0 to 3", "got": "7"}))
    'Goal.importance: must be a number from 0 to 3, got 7'
    """

    path: str
    code: str
    params: Mapping[str, Any] = attrs.field(factory=dict, hash=False)

    @property
    def message(self) -> str:
        """The rule that was broken and what came, as a sentence without its path."""
        return _SENTENCES[self.code].format_map(self.params)

    @property
    def hint(self) -> str:
        """What was likely meant or what to do, or an empty text."""
        near = self.params.get("near", "")
        if near:
            return f'did you mean "{near}"?'
        return str(self.params.get("hint", "")) or _HINTS.get(self.code, "").format_map(self.params)

    def __str__(self) -> str:
        hint = self.hint
        return f"{self.path}: {self.message}" + (f"; {hint}" if hint else "")

    def to_dict(self) -> dict[str, Any]:
        """Plain data, for a form or a log.

        >>> Issue("Goal.title", "missing", {"rule": "text"}).to_dict()["code"]
        'missing'
        """
        return {
            "path": self.path,
            "code": self.code,
            "params": dict(self.params),
            "message": self.message,
            "hint": self.hint,
        }


class CareertrackError(Exception):
    """Anything this library refuses.

    >>> issubclass(InvalidValue, CareertrackError)
    True
    """


class _Refusal(CareertrackError):
    """What carries issues.  ``args`` match the signature, so it pickles."""

    def __init__(self, issues: Sequence[Issue]) -> None:
        self.issues: tuple[Issue, ...] = tuple(issues[:MOST_ISSUES])
        super().__init__(self.issues)

    def __str__(self) -> str:
        return "\n".join(map(str, self.issues))


class InvalidValue(_Refusal, ValueError):
    """A value broke its rule; every broken field is in ``issues``.

    >>> import careertrack as ct
    >>> ct.Skill(name="SQL", top="7")
    Traceback (most recent call last):
    ...
    careertrack.errors.InvalidValue: Skill.top: must be a number from 1 to 1000, got '7'
    """


class InvalidPlan(_Refusal):
    """Records that do not fit together; every fault is in ``issues``.

    >>> import careertrack as ct
    >>> ct.Plan().add(ct.Assessment(on="2026-03-01", skill="sql", level=3))
    Traceback (most recent call last):
    ...
    careertrack.errors.InvalidPlan: $.added[0].skill: no skill "sql" by 2026-03-01
    """


class InvalidDocument(_Refusal):
    """Text that is not a plan, or a file that cannot be taken; every fault is in ``issues``.

    >>> import careertrack as ct
    >>> ct.loads("")
    Traceback (most recent call last):
    ...
    careertrack.errors.InvalidDocument: $: is not JSON: Expecting value at line 1, column 1
    """


class MissingExtra(CareertrackError, ImportError):
    """An optional library is not installed; the message names the extra that brings it.

    >>> print(MissingExtra("vcard", "vobject"))
    vobject is needed here: pip install 'careertrack[vcard]'
    """

    def __init__(self, extra: str, library: str) -> None:
        self.extra, self.library = extra, library
        super().__init__(extra, library)

    def __str__(self) -> str:
        return f"{self.library} is needed here: pip install 'careertrack[{self.extra}]'"


class Refused(Exception):
    """A gate's no.  ``code`` and ``params`` say more than the shape's rule, where there is more."""

    def __init__(self, code: str = "value", **params: Any) -> None:
        super().__init__(code)
        self.code, self.params = code, params
