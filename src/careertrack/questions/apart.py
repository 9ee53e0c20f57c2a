"""What tells two plans apart: the records that only one of them has, and what each makes of a number."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Final, NamedTuple

import attrs

from careertrack.edits import fitting
from careertrack.ledger import Ledger
from careertrack.moment import upto
from careertrack.outlook.words import counted
from careertrack.page import Items, Page, Shown, Word
from careertrack.practice.marks import Measuring
from careertrack.questions.changes import Change, Effect, stretches
from careertrack.questions.numbers import Numbers
from careertrack.record import Record

__all__ = ["Apart", "ApartEffect"]

NAMES: Final = ("practice", "progress", "outlook")


@attrs.frozen(kw_only=True)
class ApartEffect(Effect):
    """The difference that a record makes which only one of two plans has.

    Args:
        only_in: Names of the plans that have it; both where a stretch of unknown takes in records
            of each, none where both have it and it speaks of something that differs.
    """

    only_in: tuple[str, ...]

    @property
    def label(self) -> str:
        """The records, each by its kind, id and day, and which plan has them."""
        where = f"only in {' or '.join(self.only_in)}" if self.only_in else "in both, about what differs"
        return f"{super().label}, {where}"

    def to_dict(self) -> dict[str, Any]:
        """Plain data."""
        return {**super().to_dict(), "only_in": list(self.only_in)}


@attrs.frozen(kw_only=True, repr=False)
class Apart(Shown):
    """How one plan differs from another: its records, and what they make of the numbers.

    Each effect is the difference that a record makes, beginning with what the first plan alone
    has, which is taken away, the last first; then what the other alone has is added in order.
    So the effects add up to the difference of the two.

    Args:
        base: Name of the plan it is compared with.
        name: Name of the other.
        only_base: Records that the first alone has, in order.
        only_other: Records that the other alone has, in order.
        changes: From the first plan's practice, progress and outlook to the other's.
    """

    base: str
    name: str
    only_base: tuple[Record, ...]
    only_other: tuple[Record, ...]
    changes: tuple[Change, ...]

    def __getitem__(self, name: str) -> Change:
        """How ``practice``, ``progress`` or ``outlook`` differs."""
        for change in self.changes:
            if change.name == name:
                return change
        raise KeyError(name)

    def page(self) -> Page:
        """How many records tell them apart, and what those make of each number."""
        title = (Word("from"), f" {self.base} ", Word("to"), f" {self.name}: ", self._counts())
        return Page(title, [Items([change.item() for change in self.changes])])

    def _counts(self) -> str:
        return f"{counted(len(self.only_base), 'record')} less, {len(self.only_other)} more"

    def __repr__(self) -> str:
        return f"<Apart: {self._counts()}>"

    def to_dict(self) -> dict[str, Any]:
        """Plain data."""
        return {
            "base": self.base,
            "name": self.name,
            "only_base": [_named(record) for record in self.only_base],
            "only_other": [_named(record) for record in self.only_other],
            **{change.name: change.to_dict() for change in self.changes},
        }


def _named(record: Record) -> dict[str, str | None]:
    """Which record it is; its words and addresses are the plan's to tell."""
    return {"kind": record.kind, "id": record.id, "on": None if record.on is None else record.on.isoformat()}


class Side(NamedTuple):
    """A plan by its name."""

    name: str
    ledger: Ledger


class _Step(NamedTuple):
    """The numbers after a record was taken away or added, and which plan alone has it."""

    values: Sequence[float | None]
    record: Record
    only_in: str


def apart(
    base: Side, other: Side, day: date, weights: Mapping[str, float], more: Sequence[Measuring] = ()
) -> Apart:
    """What tells two ledgers apart on a day.

    Args:
        base: The one to begin with.
        other: The one to end with.
        day: The day; what is recorded later is left out.
        weights: Of the pillars in practice.
        more: Measures beside the library's own.
    """
    shared = frozenset(base.ledger.records) & frozenset(other.ledger.records)
    # What both have may rest on what only one has; it comes back with that, and is then read anew.
    foundation = frozenset(_fitting([each for each in base.ledger.records if each in shared]))
    mine, theirs = (upto(side.ledger.records, day) for side in (base, other))
    kept = [each for each in mine if each in foundation]
    start = Numbers.of(Ledger().grown(kept), day, weights, more)
    down = list(_grown(start, [each for each in mine if each not in foundation], base.name, shared))
    up = list(_grown(start, [each for each in theirs if each not in foundation], other.name, shared))
    # Taking away is adding backwards: once a record is gone, the numbers are those before it was added.
    before = [_values(start), *(step.values for step in down)]
    taken = [step._replace(values=values) for step, values in zip(down, before, strict=False)]
    begin, path = before[-1], [*reversed(taken), *up]
    return Apart(
        base=base.name,
        name=other.name,
        only_base=tuple(each for each in mine if each not in shared),
        only_other=tuple(each for each in theirs if each not in shared),
        changes=tuple(_change(name, begin[at], path, at) for at, name in enumerate(NAMES)),
    )


def _fitting(records: Sequence[Record]) -> Sequence[Record]:
    """Those of some records that fit together by themselves."""
    return fitting(records, lambda some: Ledger().extended(some)[1])[0]


def _grown(
    start: Numbers, records: Iterable[Record], name: str, shared: frozenset[Record]
) -> Iterator[_Step]:
    numbers = start
    for record in records:
        numbers = numbers.grown([record])
        yield _Step(_values(numbers), record, "" if record in shared else name)
        numbers.settle()


def _values(numbers: Numbers) -> Sequence[float | None]:
    return numbers.practice.value, numbers.progress.value, numbers.outlook.value


def _change(name: str, begin: float | None, path: Sequence[_Step], at: int) -> Change:
    """The effect of each record; a stretch in which the value is unknown is one."""
    values = [step.values[at] for step in path]
    effects = [
        ApartEffect(
            records=tuple(each.record for each in path[part]),
            difference=by,
            only_in=tuple(dict.fromkeys(each.only_in for each in path[part] if each.only_in)),
        )
        for part, by in stretches(begin, values)
    ]
    return Change(name=name, before=begin, after=[begin, *values][-1], effects=tuple(effects))
