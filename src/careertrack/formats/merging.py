"""Importing again: what a plan holds already stays as the person left it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from careertrack.formats.reading import Imported, Report, in_order
from careertrack.plan import a_plan
from careertrack.record import Record
from careertrack.values import JsonObject

if TYPE_CHECKING:
    from careertrack.plan import Plan

R = TypeVar("R", bound=Record)
_Index = Mapping[tuple[str, str], Sequence[Record]]


class Settled(NamedTuple):
    """What is new to a plan, and what it holds."""

    records: tuple[Record, ...]
    held: int
    differing: tuple[Record, ...]


class Made(NamedTuple):
    """A record, and the file and row it came from."""

    record: Record
    file: str
    row: int = 0


def held(into: Plan | None, cls: type[R]) -> tuple[R, ...]:
    """The records of a class that a plan has; none where there is no plan.

    Raises:
        InvalidValue: If it is no plan.
    """
    if into is None:
        return ()
    a_plan(into, "into")
    return into.of(cls)


def imported(
    made: Iterable[Made],
    into: Plan | None,
    report: Report,
    *,
    found: Mapping[str, int],
    left: Mapping[str, str],
    owner: str | None = None,
) -> Imported:
    """The result of an import, without what the plan holds.

    Args:
        made: Records with an id.
        into: The plan that they are for.
        report: What is wrong so far.
        found: How many of each thing were found.
        left: What was not taken, and why.
        owner: The name that the files give their owner.
    """
    new = settled(made, into, report)
    return Imported(new.records, report.issues(), new.held, new.differing, found, left, owner)


def settled(made: Iterable[Made], into: Plan | None, report: Report) -> Settled:
    """What of some records is new to a plan.

    A record is held when the plan has one of its kind and id, whatever its day: what a person
    has corrected, revised or moved to another day is theirs.  It differs when it says something
    that none of the plan's records of that id says; what only the plan says is no difference.

    Args:
        made: Records with an id.
        into: The plan; without one all is new.
        report: Where it is said what differs.
    """
    index: dict[tuple[str, str], list[Record]] = {}
    for record in into or ():
        if record.id:
            index.setdefault((record.kind, record.id), []).append(record)
    fresh, differing, held = list[Record](), list[Record](), 0
    for record, file, row in made:
        own = index.get((record.kind, record.id or ""), [])
        name = f"{record.kind} {record.id}"
        if own:
            held += 1
            others = list(_unsaid(record, own))
            if others:
                differing.append(record)
                reason = f"{name} has another {', '.join(others)} in the plan, which stays"
                report.add("held", reason, file, row)
        elif since := _begins_later(record, index):
            report.add("earlier", f"is about {since} in the plan: not taken", file, row)
        else:
            fresh.append(record)
    return Settled(in_order(fresh), held, in_order(differing))


def _unsaid(record: Record, own: Sequence[Record]) -> Iterator[str]:
    """The fields of a record that say what none of the plan's says."""
    for field in record.spec.fields:
        value = getattr(record, field.name)
        if value != field.default and not any(_says(getattr(each, field.name, value), value) for each in own):
            yield field.name


def _says(there: object, value: object) -> bool:
    if isinstance(value, tuple) and isinstance(there, tuple):
        return set(there).issuperset(value)
    if isinstance(value, JsonObject) and isinstance(there, JsonObject):
        return all(there.get(name) == inner for name, inner in value.items())
    return there == value


def _begins_later(record: Record, index: _Index) -> str:
    """What a record names that begins, in the plan, only after the record's own day; or an empty text."""
    for kind, id in record.named():
        own = index.get((kind, id), ())
        since = own[0].on if own else None
        if since is not None and record.on is not None and record.on < since:
            return f"{kind} {own[0].id}, which begins on {since}"
    return ""
