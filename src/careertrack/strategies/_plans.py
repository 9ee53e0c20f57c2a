"""Whole plans, grown record by record: each names only what has begun by its day, in a place still free."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import count
from typing import Any, Final

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from careertrack.catalogue import DATED, KINDS, TIMELESS
from careertrack.errors import InvalidValue, Issue, nearest, shown
from careertrack.fields import Base
from careertrack.plan import Plan
from careertrack.record import Record
from careertrack.records import CLASSES
from careertrack.records.skills import Skill
from careertrack.shapes import Many, Ref
from careertrack.strategies._fitting import made

_DAYS: Final = st.dates(date(2026, 1, 1), date(2027, 12, 31))
_SIZE: Final = 12  # records that a plan may have beyond the fewest, where nothing else is said
_LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"


def _needs(kind: str) -> Iterator[list[str]]:
    """What a record of a kind cannot do without: of each list, something has to be there to be named."""
    cls = CLASSES[kind]
    for field in cls.spec.fields:
        shape = field.shape.of if isinstance(field.shape, Many) and field.shape.least else field.shape
        if field.required and isinstance(shape, Ref):
            yield [shape.kind]
    one_of = [cls.spec.by_name[name].shape for name in cls.one_of]
    if one_of and all(isinstance(shape, Ref) for shape in one_of):
        yield [shape.kind for shape in one_of if isinstance(shape, Ref)]


_NEEDS: Final = {kind: tuple(_needs(kind)) for kind in KINDS}


# What has to name others is what holds a plan together, so it is twice as likely.
_LIKELY: Final = (*KINDS, *(kind for kind in KINDS if _NEEDS[kind]))


class _Grown:
    """The records so far, and what there is to be named on a day."""

    def __init__(self) -> None:
        self.records: list[Record] = []
        self.first: dict[str, dict[str, Record]] = {kind: {} for kind in KINDS}
        self._taken = set[tuple[Any, ...]]()

    def begun(self, kind: str, day: date | None) -> list[str]:
        """The ids of a kind that have begun by a day; what has no day itself may name any."""
        return [
            id for id, first in self.first[kind].items() if day is None or first.on is None or first.on <= day
        ]

    def fresh(self, kind: str) -> str:
        """An id that no record of a kind has."""
        return next(id for id in map(_spelled, count()) if id not in self.first[kind])

    def lacking(self, kind: str, day: date, kinds: Collection[str]) -> str | None:
        """A kind of which something has to begin by a day before there can be a record of another kind."""
        for some in _NEEDS[kind]:
            if not any(self.begun(each, day) for each in some):
                return next((each for each in some if each in kinds), some[0])
        return None

    def is_taken(self, kind: str, on: date, id: str) -> bool:
        """Whether a definition has a record on a day."""
        return (kind, on, id) in self._taken

    def add(self, record: Record) -> None:
        """One more record, moved to a place of its own where it stands in another's."""
        while (place := _place(record)) in self._taken:
            if record.subject is not None and record.on is not None:
                record = record.evolve(on=record.on + timedelta(1))
            else:
                record = record.evolve(id=self.fresh(record.kind))
        self._taken.add(place)
        self.records.append(record)
        if record.id is not None:
            self.first[record.kind].setdefault(record.id, record)


def _place(record: Record) -> tuple[Any, ...]:
    """What no two records of a plan share."""
    return (record,) if record.key() is None else (record.kind, record.on, record.key())


def _spelled(number: int) -> str:
    """The numbers from 0 in letters: a, b, ... z, ba, bb, ..."""
    rest, last = divmod(number, len(_LETTERS))
    return (_spelled(rest) if rest else "") + _LETTERS[last]


@attrs.frozen
class _Day:
    """What a record of a day may name: what has begun; and of its own kind, what was made before it."""

    grown: _Grown
    day: date | None
    revises: Record | None = None

    def names(self, kind: str, but: Collection[str] = ()) -> SearchStrategy[str]:
        ids = self.grown.begun(kind, self.day)
        if self.revises is not None and kind == self.revises.kind:
            # Only back in the order of their making, so that no chain of links leads round in a circle.
            ids = ids[: ids.index(self.revises.id or "")]
        left = [id for id in ids if id not in but]
        return st.sampled_from(left) if left else st.nothing()

    def top(self, skill: str) -> float:
        first = self.grown.first[Skill.kind][skill]
        assert isinstance(first, Skill)
        return first.top

    def since(self, on: date) -> date:
        return on if self.revises is None or self.revises.on is None else self.revises.on

    def part(self, cls: type[Base], given: Mapping[str, SearchStrategy[Any]]) -> SearchStrategy[Any]:
        return made(cls, self, given)


@st.composite
def _next(draw: DrawFn, grown: _Grown, days: SearchStrategy[date], kinds: Sequence[str]) -> Record:
    """A record that fits those so far."""
    # Always the same draws in the same order, so that leaving one record out leaves the others as they were.
    day, kind, is_revision = draw(st.tuples(days, st.sampled_from(kinds), st.booleans()))
    while (lacking := grown.lacking(kind, day, kinds)) is not None:
        kind = lacking
    if kind not in TIMELESS | DATED:
        own = {"id": st.none() | st.just(grown.fresh(kind)), "on": st.just(day)}
        return draw(made(CLASSES[kind], _Day(grown, day), own))
    begun = grown.begun(kind, day)
    if begun and is_revision:
        return draw(_revision(grown, grown.first[kind][draw(st.sampled_from(begun))], day))
    on = None if kind in TIMELESS else day
    return draw(made(CLASSES[kind], _Day(grown, on), {"id": st.just(grown.fresh(kind)), "on": st.just(on)}))


def _revision(grown: _Grown, first: Record, day: date) -> SearchStrategy[Record]:
    """A later record of the same id, on the first day from one on that is free."""
    id = first.id or ""
    while grown.is_taken(first.kind, day, id):
        day += timedelta(1)
    given: dict[str, SearchStrategy[Any]] = {"id": st.just(id), "on": st.just(day)}
    if isinstance(first, Skill):
        given["top"] = st.just(first.top)  # a scale never changes
    return made(type(first), _Day(grown, day, first), given)


def plans(
    *,
    size: int | None = None,
    min_size: int = 0,
    max_size: int | None = None,
    owner: str | SearchStrategy[str] = "",
    kinds: Collection[str] = _LIKELY,
    days: SearchStrategy[date] = _DAYS,
) -> SearchStrategy[Plan]:
    """Whole plans: records that fit together, with revisions, references and resolutions.

    Args:
        size: How many records, exactly; or
        min_size: the fewest, and
        max_size: the most; 12 more than the fewest when left out.
        owner: Whose plan it is, a value or a strategy.
        kinds: The kinds of record in it, as their JSON names them; what they cannot do without
            is added.  A kind given twice is twice as likely.
        days: The days of dated records.  Where a day is taken the next free one is used, so leave
            some room before the end of the calendar.

    Raises:
        InvalidValue: If there can be no such plan.

    >>> from hypothesis import find
    >>> find(plans(kinds=["check-in"]), lambda plan: len(plan) > 1).records
    (Goal(id='a', ...), CheckIn(on=datetime.date(2026, 1, 1), goal='a', level=0))
    """
    fewest = min_size if size is None else size
    most = fewest + _SIZE if max_size is None else max_size
    if size is not None:
        most = size
    _check(fewest, most, kinds)
    return _grown(
        fewest, most, owner if isinstance(owner, SearchStrategy) else st.just(owner), tuple(kinds), days
    )


def _check(fewest: int, most: int, kinds: Collection[str]) -> None:
    found = []
    if not 0 <= fewest <= most:
        sizes = {"rule": "sizes from 0 up, the fewest no more than the most", "got": f"{fewest} to {most}"}
        found.append(Issue("plans.size", "value", sizes))
    unknown = [kind for kind in kinds if kind not in KINDS]
    found += [
        Issue("plans.kinds", "unknown-kind", {"got": shown(each), "near": nearest(each, KINDS)})
        for each in unknown
    ]
    if most and not kinds:
        found.append(Issue("plans.kinds", "value", {"rule": "at least one kind of record", "got": "none"}))
    if found:
        raise InvalidValue(found)


@st.composite
def _grown(
    draw: DrawFn,
    fewest: int,
    most: int,
    owner: SearchStrategy[str],
    kinds: tuple[str, ...],
    days: SearchStrategy[date],
) -> Plan:
    grown = _Grown()
    count = draw(st.integers(fewest, most))
    for at in range(count):
        # One in eight is left out where it may be: so shrinking can leave any record out, however many
        # draws it and the last one took, before it lowers the count.
        can_do_without = len(grown.records) + count - at > fewest
        if not can_do_without or draw(st.integers(0, 7)):
            grown.add(draw(_next(grown, days, kinds)))
    return Plan(draw(owner), grown.records)
