"""Why a number is another one: what time did, and what each record did."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from math import fsum
from typing import Any, Final

import attrs

from careertrack.ledger import Ledger
from careertrack.moment import upto
from careertrack.page import Item, Items, Line, Page, Said, Section, Shown, Table, Word
from careertrack.practice.marks import Measuring
from careertrack.questions.numbers import Numbers
from careertrack.record import Record

__all__ = ["Change", "Changes", "Effect"]

MOST_NAMED: Final = 3  # records in a line; a stretch of unknown may hold many
MOST_SHOWN: Final = 60  # house: effects in a notebook; `to_dict` has all of them


@attrs.frozen(kw_only=True)
class Effect:
    """The difference that something made to a number.

    Args:
        records: The record that made it; none where it is time alone; several where the number
            was unknown in between, so that no single one can be told.
        difference: The value with it less the value without; ``None`` where either is unknown.
    """

    records: tuple[Record, ...] = attrs.field(repr=False)
    difference: float | None

    @property
    def label(self) -> str:
        """What it was: time alone, or each record by its kind, id and day."""
        if not self.records:
            return "time alone"
        return ", ".join(_named(record) for record in self.records[:MOST_NAMED]) + (
            f" and {len(self.records) - MOST_NAMED} more" if len(self.records) > MOST_NAMED else ""
        )

    def __str__(self) -> str:
        return f"{_signed(self.difference)} {self.label}"

    def to_dict(self) -> dict[str, Any]:
        """Plain data."""
        return {"label": self.label, "difference": self.difference}


@attrs.frozen(kw_only=True, repr=False)
class Change(Shown):
    """How one number came to be another one.

    Args:
        name: Which number.
        before: Its value on the first day; ``None`` if unknown.
        after: Its value on the last day.
        effects: What made the difference: time alone first, then the records in their order.
            They add up to the difference, where both ends are known.
    """

    name: str
    before: float | None
    after: float | None
    effects: tuple[Effect, ...]

    @property
    def difference(self) -> float | None:
        """The value after less the value before; ``None`` where either is unknown."""
        return None if self.before is None or self.after is None else self.after - self.before

    @property
    def explained(self) -> float | None:
        """The sum of the effects; ``None`` where no sum is claimed since either end is unknown."""
        if self.difference is None:
            return None
        return fsum(each.difference or 0.0 for each in self.effects)

    def page(self) -> Page:
        """Where the number stood and stands, then what moved it, a line each."""
        return Page(self.ends(), [Line(str(each)) for each in self.moving()])

    def full_page(self) -> Page:
        """The same, in columns."""
        head = (Word("what"), Word("difference"))
        rows = [(each.label, _signed(each.difference)) for each in self.moving()]
        return Page(self.ends(), [Table(head, rows, most=MOST_SHOWN)] if rows else ())

    def item(self) -> Item:
        """The number in a list of several, and below it what moved it."""
        return Item(self.ends(), [*map(str, self.moving())])

    def ends(self) -> Said:
        """Where the number stood and stands."""
        before, after = told(self.before), told(self.after)
        return Word(self.name), f": {before} ", Word("to"), f" {after}"

    def moving(self) -> tuple[Effect, ...]:
        """The effects that made a difference."""
        nothing = (0.0, None if self.before is self.after is None else 0.0)
        return tuple(each for each in self.effects if each.difference not in nothing)

    def __repr__(self) -> str:
        return f"<Change of {self.name}: {told(self.before)} to {told(self.after)}>"

    def to_dict(self) -> dict[str, Any]:
        """Plain data."""
        return {
            "name": self.name,
            "before": self.before,
            "after": self.after,
            "effects": [each.to_dict() for each in self.effects],
        }


@attrs.frozen(kw_only=True, repr=False)
class Changes(Shown):
    """How practice, progress and outlook changed from one day to another.

    Args:
        since: The first day.
        until: The last day.
        practice: Did I do what I set out to do?
        progress: How far are my goals and my readiness?
        outlook: What do the odds say?
    """

    since: date
    until: date
    practice: Change
    progress: Change
    outlook: Change

    def page(self) -> Page:
        """Each number, and below it what moved it."""
        return Page(self._title(), [Items([each.item() for each in self._all()])])

    def full_page(self) -> Page:
        """The same, with what moved each number in columns."""
        pages = (each.full_page() for each in self._all())
        return Page(self._title(), [Section(each.title, each.blocks) for each in pages])

    def _all(self) -> Sequence[Change]:
        return self.practice, self.progress, self.outlook

    def _title(self) -> Said:
        return Word("from"), f" {self.since} ", Word("to"), f" {self.until}"

    def __repr__(self) -> str:
        return f"<Changes from {self.since} to {self.until}>"

    def to_dict(self) -> dict[str, Any]:
        """Plain data."""
        return {
            "since": self.since.isoformat(),
            "until": self.until.isoformat(),
            **{each.name: each.to_dict() for each in self._all()},
        }


def changes(
    ledger: Ledger,
    since: date,
    until: date,
    weights: Mapping[str, float],
    more: Sequence[Measuring] = (),
) -> Changes:
    """How the numbers came to change, everything evaluated on the last day but the value before.

    Args:
        ledger: All records.
        since: The first day.
        until: The last day, not before the first.
        weights: Of the pillars in practice.
        more: Measures beside the library's own.
    """
    before = upto(ledger.records, since)
    added = upto(ledger.records, until)[len(before) :]
    base = Ledger().grown(before)
    start, numbers = (Numbers.of(base, day, weights, more) for day in (since, until))
    values = [_values(numbers)]
    for record in added:
        numbers = numbers.grown([record])
        values.append(_values(numbers))
        numbers.settle()
    made = [
        _change(name, _values(start)[at], [each[at] for each in values], added)
        for at, name in enumerate(("practice", "progress", "outlook"))
    ]
    return Changes(since=since, until=until, practice=made[0], progress=made[1], outlook=made[2])


def _values(numbers: Numbers) -> tuple[float | None, float | None, float | None]:
    return numbers.practice.value, numbers.progress.value, numbers.outlook.value


def _change(
    name: str, before: float | None, values: Sequence[float | None], added: Sequence[Record]
) -> Change:
    """The effects of time and of each record; a stretch in which the value is unknown is one."""
    made: list[tuple[Record, ...]] = [(), *((record,) for record in added)]  # time alone comes first
    effects = [
        Effect(records=tuple(record for some in made[part] for record in some), difference=by)
        for part, by in stretches(before, values)
    ]
    return Change(name=name, before=before, after=values[-1], effects=tuple(effects))


def stretches(before: float | None, values: Sequence[float | None]) -> Iterator[tuple[slice, float | None]]:
    """Each value, or several that are unknown up to the one that is known again, and the difference made.

    Args:
        before: The value before all of them.
        values: The values, one after another.

    >>> [(part.start, part.stop, by) for part, by in stretches(1.0, [1.5, None, 2.0])]
    [(0, 1, 0.5), (1, 3, 0.5)]
    """
    start = 0
    for stop, value in enumerate(values, 1):
        if value is not None or stop == len(values):
            yield slice(start, stop), None if value is None or before is None else value - before
            start, before = stop, value


def told(value: float | None) -> str:
    """A number to three digits, or that it is unknown."""
    return "unknown" if value is None else f"{value:.3f}"


def _signed(value: float | None) -> str:
    return "unknown" if value is None else f"{value:+.3f}"


def _named(record: Record) -> str:
    name = record.kind + (f" {record.id}" if record.id else "")
    about = ", ".join(f"{kind} {id}" for kind, id in record.named())
    return f"{name}{f' ({about})' if about else ''} of {record.on}"
