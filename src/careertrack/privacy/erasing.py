"""What becomes of a ledger's records when somebody is forgotten."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import chain, count
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import attrs

from careertrack.edits import fitting
from careertrack.ledger import Ledger
from careertrack.outlook.words import counted
from careertrack.record import Record, Unreadable
from careertrack.records.people import RELATION, Commitment, Contact, Conversation
from careertrack.records.rhythm import Cadence
from careertrack.references import renamed
from careertrack.shapes import Many, Ref, Text
from careertrack.values import EMPTY

if TYPE_CHECKING:
    from careertrack.plan import Plan

__all__ = ["Erased"]

NOBODY: Final = "nobody"
NO_WORD: Final = "?"  # where a field has to say something
MOST_OF_NOTE: Final = 19_900  # leaves room for a number


@attrs.frozen(kw_only=True, repr=False)
class Erased:
    """What became of a plan when a contact was erased.

    Args:
        plan: The plan without them.
        removed: What went: records of the plan as it was, in its order.
        changed: What had to change: records as they are now.
        mentions: Where the plan still names them, by JSON path: their name, a part of it, an address
            or the id, in free text, in ids, in the data of other programs and of newer versions.
    """

    plan: Plan
    removed: tuple[Record, ...]
    changed: tuple[Record, ...]
    mentions: tuple[str, ...]

    def __repr__(self) -> str:
        changes = f"{counted(len(self.removed), 'record')} removed, {len(self.changed):,} changed"
        return f"<Erased: {changes}, {counted(len(self.mentions), 'place')} left to edit>"


class Fate(NamedTuple):
    """A record, and what becomes of it: itself, another in its place, or nothing."""

    record: Record
    then: Record | None


# --- Without a person --------------------------------------------------------------------------


def without(ledger: Ledger, contact: str) -> list[Fate]:
    """What becomes of each record of a ledger without a contact, in order."""
    fates: dict[int, Record | None] = {}
    todo = [(Contact.kind, contact)]
    while todo:
        gone = todo.pop()
        thinned = dict[tuple[str, str], None]()  # the ids that records went of
        for record in ledger.about(*gone):
            fate = fates.get(id(record), record)
            if fate is None:
                continue
            then = fates[id(record)] = _without(fate, *gone)
            if then is None and record.id is not None:
                thinned[record.kind, record.id] = None
        for each in thinned:
            if all(fates.get(id(own), own) is None for own in ledger.own(*each)):
                todo.append(each)
    found = [Fate(record, fates.get(id(record), record)) for record in ledger.records]
    # What is left of an id may not stand without the first that was said about it.
    left = [fate.then for fate in found if fate.then is not None]
    refused = {id(each) for each, _ in fitting(left, lambda some: Ledger().extended(some)[1])[1]}
    return apart(fate._replace(then=None) if id(fate.then) in refused else fate for fate in found)


def _without(record: Record, kind: str, gone: str) -> Record | None:
    """A record without the id of what is gone, if it still says something then."""
    if record.kind == kind and record.id == gone:
        return None
    if isinstance(record, Commitment) and kind == Contact.kind:
        return None  # with one side left out it would be a promise of, or to, the owner
    changes: dict[str, Any] = {}
    for field in record.spec.fields:
        shape, kept = field.shape, getattr(record, field.name)
        if isinstance(shape, Ref) and shape.kind == kind and kept == gone:
            if not field.optional or field.name in record.one_of:
                return None
            changes[field.name] = None
        elif isinstance(shape, Many) and isinstance(shape.of, Ref) and shape.of.kind == kind:
            changes[field.name] = tuple(each for each in kept if each != gone)
            if len(changes[field.name]) < shape.least:
                return None
    return record.evolve(**changes)


# --- Somebody nameless in their place --------------------------------------------------------------


def nameless(ledger: Ledger, contact: str) -> list[Fate]:
    """What becomes of each record of a ledger in which a contact is nobody in particular, in order."""
    taken = set(ledger.ids(Contact.kind))
    names = chain([NOBODY], (f"{NOBODY}-{n}" for n in count(2)))
    nobody = next(each for each in names if each not in taken)
    about = set(map(id, ledger.about(Contact.kind, contact)))
    return apart(
        Fate(each, _nameless(each, contact, nobody) if id(each) in about else each) for each in ledger.records
    )


def _nameless(record: Record, contact: str, nobody: str) -> Record:
    if record.kind == Contact.kind and record.id == contact:
        return _counted_alone(record, nobody)
    changes = renamed(record, Contact.kind, contact, nobody)
    named = {id for kind, id in record.named() if kind == Contact.kind}
    if named == {contact} and isinstance(record, Conversation | Commitment | Cadence):
        changes |= _wordless(record)
    return record.evolve(**changes)


def _counted_alone(record: Record, nobody: str) -> Contact:
    """A contact's record of which nothing is left but what counts."""
    known: dict[str, Any] = {}
    if isinstance(record, Contact):
        known = {name: getattr(record, name) for name in ("trust", "met", "vouches")}
        known["relations"] = tuple(each for each in record.relations if each in RELATION.suggested)
    return Contact(id=nobody, on=record.on, name=NO_WORD, **known)


def _wordless(record: Record) -> dict[str, Any]:
    """The fields of a record that hold words, as they are without."""
    texts = (field for field in record.spec.fields if isinstance(field.shape, Text))
    words = {field.name: None if field.optional else NO_WORD for field in texts}
    return {**words, "extra": EMPTY, "newer_fields": EMPTY}


# --- Two that became alike -------------------------------------------------------------------------


def apart(fates: Iterable[Fate]) -> list[Fate]:
    """The same fates; what became like another record, or like one that stayed as it was, gets a number.

    A plan is a set: without the number, in its note, two talks on one day would become one, and what
    counts them would tell.
    """
    found = list(fates)
    seen = Counter(record for record, then in found if then is record)
    return [
        fate if fate.then is fate.record else Fate(fate.record, _told_apart(fate.then, seen))
        for fate in found
    ]


def _told_apart(then: Record | None, seen: Counter[Record]) -> Record | None:
    if then is None or isinstance(then, Unreadable):
        return then
    seen[then] += 1
    if seen[then] == 1:
        return then
    return then.evolve(note=f"{(then.note or '')[:MOST_OF_NOTE]} ({seen[then]})".strip())
