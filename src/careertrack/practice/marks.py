"""The marks that practice is made of, and the three shapes that make a score of them.

A mark is settled once, by what was recorded up to its own day, and no later record changes it.
A measure of a day is what the marks in its window say; every window ends the day before.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from math import ceil, fsum
from typing import Final, Literal, NamedTuple, Protocol

import attrs

from careertrack.days import Rest
from careertrack.moment import Moment
from careertrack.record import Record
from careertrack.score import Score
from careertrack.vocabulary import Pillar

WINDOW_DAYS: Final = 28  # house: four weeks, long enough for one bad week not to decide
HALF: Final = 0.5  # of an item that is made of two
ITEM_DAYS: Final = 91  # house: a quarter; promises are few, and four weeks would often hold none

Shape = Literal["periods kept", "days covered", "items"]


class Rated(NamedTuple):
    """A part of a pillar's practice on a day: where it belongs, what it is called, how it was kept."""

    pillar: Pillar
    name: str
    score: Score


class Measuring(Protocol):
    """What practice asks of a measure, the library's own or another's."""

    @property
    def name(self) -> str: ...

    @property
    def weight(self) -> float: ...

    @property
    def reads(self) -> frozenset[str]: ...

    def parts(self, now: Moment, /) -> Iterator[Rated]: ...


@attrs.frozen(kw_only=True)
class Measure:
    """One line of what practice is measured by.

    Args:
        name: What it is called.
        shape: How marks become its score: periods kept, days covered, or items.
        weight: Of each of its parts beside the others in a pillar.
        reads: The kinds of record that it is worked out from, and no others.
        parts: Its parts on a day.
    """

    name: str
    shape: Shape
    weight: float
    reads: frozenset[str]
    parts: Callable[[Moment], Iterator[Rated]]


# --- Periods kept ----------------------------------------------------------------------------


class Kept(NamedTuple):
    """What became of one whole period: what was owed, and what of it was done."""

    last: date
    owed: float
    done: float
    pillar: Pillar
    unit: str
    records: tuple[Record, ...]

    @property
    def share(self) -> float:
        """The share of what was owed that was done."""
        return min(1.0, self.done / self.owed)


def periods_kept(periods: Sequence[Kept], method: str) -> Score:
    """The mean share of some whole periods."""
    told = [f"{kept.done:g} of {kept.owed:.4g}{kept.unit} to {kept.last}" for kept in periods]
    return Score.of(
        fsum(kept.share for kept in periods) / len(periods),
        n=len(periods),
        method=method,
        reason=", ".join(told),
        records=distinct(record for kept in periods for record in kept.records),
    )


def distinct(records: Iterable[Record]) -> tuple[Record, ...]:
    """Records, each once, in the order they come."""
    return tuple({id(record): record for record in records}.values())


def owed_of(promise: float, done: float, paused: int, days: int, *, counted: bool) -> float:
    """What a period owes of a promise: its unpaused share, though never less than was done of it."""
    if not paused:
        return promise
    owed = promise * (days - paused) / days
    return max(float(int(owed)) if counted else owed, min(done, promise))


# --- Days covered ----------------------------------------------------------------------------


class Cover(NamedTuple):
    """The days, as ordinals, from one up to but without another."""

    start: int
    end: int


class Tally(NamedTuple):
    """How many days were owed, and on how many of them something was current."""

    covered: int = 0
    owed: int = 0

    def plus(self, other: Tally) -> Tally:
        """Both together."""
        return Tally(self.covered + other.covered, self.owed + other.owed)


def joined(covers: Sequence[Cover]) -> list[Cover]:
    """Covers in order, those that touch or overlap as one."""
    made: list[Cover] = []
    for cover in sorted(covers):
        if made and cover.start <= made[-1].end:
            made[-1] = Cover(made[-1].start, max(made[-1].end, cover.end))
        else:
            made.append(cover)
    return made


def days_covered(owed: Cover, covers: Sequence[Cover], rest: Rest) -> Tally:
    """The days of a span on which something was current, of all but the paused ones that were not.

    Args:
        owed: The span.
        covers: What was current when: in order, none touching another.
        rest: The paused days.
    """
    covered, idle, at = 0, 0, owed.start
    for cover in covers:
        start, end = max(cover.start, at), min(cover.end, owed.end)
        if start < end:
            idle += _unpaused(at, start, rest)
            covered += end - start
            at = end
    idle += _unpaused(at, owed.end, rest)
    return Tally(covered, covered + idle)


def _unpaused(start: int, end: int, rest: Rest) -> int:
    if start >= end:
        return 0
    return end - start - rest.days(date.fromordinal(start), date.fromordinal(end - 1))


def covering(tally: Tally, method: str, reason: str, records: Sequence[Record]) -> Score:
    """The share of some owed days on which something was current."""
    return Score.of(
        tally.covered / tally.owed,
        n=tally.owed,
        method=method,
        reason=f"{tally.covered} of {tally.owed} days{reason}",
        records=records,
    )


# --- Items -----------------------------------------------------------------------------------


class Item(NamedTuple):
    """Something judged once: from which day on it counts, up to which day, and whether it was kept.

    What is made of halves is two items of half the weight, each with its own day.
    """

    enters: date
    leaves: date
    is_kept: bool
    weight: float
    pillar: Pillar
    told: str
    records: tuple[Record, ...]


def window(items: Sequence[Item], day: date, days: int) -> list[Item]:
    """The items, given by the day on which they enter, that count on a day, and never for longer than so."""
    earliest = date.fromordinal(max(day.toordinal() - days, 1))
    first, last = bisect_left(items, earliest, key=_enters), bisect_right(items, day, key=_enters)
    return [item for item in items[first:last] if item.leaves >= day]


def _enters(item: Item) -> date:
    return item.enters


def mean_of_items(items: Sequence[Item], method: str) -> Score:
    """The mean of some items."""
    total = fsum(item.weight for item in items)
    return Score.of(
        fsum(item.weight for item in items if item.is_kept) / total,
        n=ceil(total),
        method=method,
        reason=", ".join(item.told for item in items),
        records=distinct(record for item in items for record in item.records),
    )
