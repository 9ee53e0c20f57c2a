"""What changes a ledger other than adding: taking away, another id, two people who are one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any, Final

from careertrack.errors import InvalidPlan, InvalidValue, Issue, shown
from careertrack.ledger import Ledger, of_the_later, order, told
from careertrack.record import Record, Unreadable
from careertrack.records import CLASSES
from careertrack.records.people import Contact
from careertrack.references import named_in, renamed
from careertrack.rules import Fault
from careertrack.shapes import Date
from careertrack.shapes.text import shown_id
from careertrack.values import EMPTY, JsonObject

_DAY: Final = Date()

# --- Gathering -----------------------------------------------------------------------------------


def flattened(given: Iterable[Record | Iterable[Record]], at: str = "added") -> list[Record]:
    """Records and iterables of records as one list; `InvalidValue` for anything else, by its place."""
    flat: list[Record] = []
    alone: object = given
    for i, each in enumerate(given if isinstance(alone, Iterable) else [given]):
        items: object = [each] if isinstance(each, Record) else each
        if isinstance(items, str | bytes | Mapping) or not isinstance(items, Iterable):
            items = [items]
        for item in items:
            if not isinstance(item, Record):
                params = {
                    "rule": "a record, or an iterable of records",
                    "got": "text" if isinstance(item, str) else shown(item),
                }
                raise InvalidValue([Issue(f"$.{at}[{i}]", "value", params)])
            flat.append(item)
    return flat


def by_class(given: object, *, of_one_kind: bool = True) -> None:
    """`InvalidValue` for a kind of record that is not given by its class."""
    is_one = isinstance(given, type) and issubclass(given, Record)
    if not is_one or (of_one_kind and not isinstance(getattr(given, "kind", None), str)):
        params = {"rule": "a kind of record by its class, such as Goal", "got": shown(given)}
        raise InvalidValue([Issue("cls", "value", params)])


def day_of(value: date | str, name: str = "day") -> date:
    """A day to ask about: a `date` or strict text; `InvalidValue`, by the argument's name, for all else."""
    broken = _DAY.faults(value, name)
    if broken:
        raise InvalidValue(broken)
    day: date = _DAY.gate()(value)
    return day


def told_of(
    faults: Iterable[Fault], held: Sequence[Record], fresh: Sequence[Record], at: str = "added"
) -> list[Issue]:
    """Faults of records held and given, each at its own path; of two, the one that came later is told."""
    paths: dict[int, str] = {}
    for name, records in (("records", held), (at, fresh)):
        for i, record in enumerate(records):
            paths.setdefault(id(record), f"$.{name}[{i}]")
    places = {key: place for place, key in enumerate(paths)}
    return told((of_the_later(places, fault) for fault in faults), lambda record: paths[id(record)])


def fitting(
    given: Sequence[Record], faults_of: Callable[[list[Record]], list[Fault]]
) -> tuple[list[Record], list[tuple[Record, list[Fault]]]]:
    """Those of some records that fit together, and the others, each with what is wrong with it."""
    places = {id(record): place for place, record in reversed(list(enumerate(given)))}
    kept, refused = list(given), dict[int, list[Fault]]()
    while faults := faults_of(kept):
        # Who contradicts whom comes first: other faults may follow from the one that goes.
        contradictions = [fault for fault in faults if fault.other is not None]
        for fault in (of_the_later(places, each) for each in contradictions or faults):
            refused.setdefault(id(fault.record), []).append(fault)
        kept = [record for record in kept if id(record) not in refused]
    # Who lost to a record that was itself refused later has nothing against them any more.
    there = set(map(id, kept))
    for record in given:
        others = [fault.other for fault in refused.get(id(record), ())]
        lost_in_vain = others and not any(each is None or id(each) in there for each in others)
        if lost_in_vain and not faults_of([*kept, record]):
            kept.append(record)
            there.add(id(record))
            del refused[id(record)]
    return kept, [(record, refused[id(record)]) for record in given if id(record) in refused]


# --- Taking away -----------------------------------------------------------------------------


def meant(ledger: Ledger, first: Any, *more: Any) -> list[Record]:
    """The records of a ledger that are given themselves, or by their class and id.

    Raises:
        InvalidValue: If they are given in no such way.
        InvalidPlan: If the ledger does not hold them.
    """
    if isinstance(first, type) and issubclass(first, Record):
        by_class(first)
        if len(more) != 1:
            raise InvalidValue(
                [Issue("id", "missing", {"rule": f"the id of one {first.kind}, after its class"})]
            )
        found = list(ledger.own(first.kind, more[0]))
        absent = [] if found else [f"{first.kind} {shown_id(first.kind, more[0])!r}"]
    else:
        given = flattened((first, *more), "removed")
        held = [ledger.like(record) for record in given]
        found = [record for record in held if record is not None]
        absent = [
            f"record {i} of those given, a {record.kind}"
            for i, record in enumerate(given)
            if held[i] != record
        ]
    if absent:
        raise InvalidPlan([Issue("$", "not-there", {"what": ", ".join(absent)})])
    return found


def remaining(ledger: Ledger, gone: Sequence[Record], *, cascade: bool) -> list[Record]:
    """The records of a ledger without some of its own.

    Raises:
        InvalidPlan: If others refer to them, unless those are to go as well.
    """
    leaving = {id(record) for record in gone}
    todo = list(gone)
    while todo:
        users = _users(ledger, todo.pop(), leaving)
        if users and not cascade:
            raise InvalidPlan([_in_use(ledger, gone[0], users)])
        leaving |= {id(user) for user in users}
        todo += users
    return [record for record in ledger.records if id(record) not in leaving]


def _users(ledger: Ledger, record: Record, leaving: set[int]) -> list[Record]:
    """What would name an id in vain, or too early, if a record and those leaving left."""
    if record.id is None:
        return []
    dossier = [each for each in ledger.about(record.kind, record.id) if id(each) not in leaving]
    own = [each for each in dossier if (each.kind, each.id) == (record.kind, record.id)]
    others = [each for each in dossier if each not in own]
    if not own:
        return others + [
            each for each in _unreadable(ledger, record.kind, record.id) if id(each) not in leaving
        ]
    return [each for each in others if each.on is not None and order(each)[0] < order(own[0])[0]]


def _unreadable(ledger: Ledger, kind: str, id: str) -> list[Unreadable]:
    """The records that only a newer version reads and that name an id, as far as one can tell."""
    return [
        record
        for record in ledger.records
        if isinstance(record, Unreadable)
        and record.kind in CLASSES
        and any(
            (of, named) == (kind, id) for _, of, named in named_in(CLASSES[record.kind], record.content, "")
        )
    ]


def _in_use(ledger: Ledger, record: Record, users: Iterable[Record]) -> Issue:
    places = {id(each): i for i, each in enumerate(ledger.records)}
    named = [f"$.records[{places[id(user)]}] ({user.kind})" for user in users]
    more = f" and {len(named) - 5} more" if len(named) > 5 else ""
    params = {"kind": record.kind, "id": record.id or "", "users": ", ".join(named[:5]) + more}
    return Issue(f"$.records[{places[id(record)]}]", "in-use", params)


# --- Another id ------------------------------------------------------------------------------


def with_other_id(ledger: Ledger, kind: str, old: str, new: str) -> list[Record]:
    """The records of a ledger in which an id is another everywhere it is named.

    Onto the id of another contact, the two become one.

    Raises:
        InvalidPlan: If the new id is another record's, and not a contact's; or if a record that only
            a newer version reads names the old one.
    """
    own, other = ledger.own(kind, old), ledger.own(kind, new)
    if other and not isinstance(other[0], Contact):
        raise InvalidPlan([Issue("$", "conflict", {"what": f"{kind} {new}", "other": f"{kind} {old}"})])
    if _unreadable(ledger, kind, old):
        raise InvalidPlan([Issue("$", "unreadable", {"kind": kind, "id": old})])
    moved = _joined(own, other, new) if other else [record.evolve(id=new) for record in own]
    leaving = {id(record) for record in (*own, *other)}
    rest = [record for record in ledger.records if id(record) not in leaving]
    return [_renamed(record, kind, old, new) for record in (*rest, *moved)]


def _renamed(record: Record, kind: str, old: str, new: str) -> Record:
    changes = renamed(record, kind, old, new)
    return record.evolve(**changes) if changes else record


def _joined(lost: Sequence[Any], kept: Sequence[Any], id: str) -> list[Contact]:
    """Two contacts as one: a record for each day that either was first told of or revised on."""
    days = {record.on for record in (*lost, *kept)}
    return [
        _filled(_in_force(kept, day), _in_force(lost, day), id, day)
        for day in sorted(days, key=lambda day: 0 if day is None else day.toordinal())
    ]


def _in_force(records: Iterable[Contact], day: date | None) -> Contact:
    """The revision in force on a day; a contact's first record holds from the start."""
    *_, last = (each for each in records if each.on is None or (day is not None and each.on <= day))
    return last


_LEFT_OPEN: Final = (None, False)


def _filled(ours: Contact, theirs: Contact, id: str, day: date | None) -> Contact:
    """One contact from two: the first's values, the second's where the first has none, lists joined."""
    values: dict[str, Any] = {"id": id, "on": day}
    for name in (field.name for field in Contact.spec.fields if field.name not in values):
        mine, other = getattr(ours, name), getattr(theirs, name)
        if isinstance(mine, tuple):
            values[name] = tuple(dict.fromkeys((*mine, *other)))
        elif name == "note" and mine and other and mine != other:
            values[name] = f"{mine}\n\n{other}"
        elif isinstance(mine, JsonObject):
            values[name] = JsonObject({**other, **mine}) if mine or other else EMPTY
        else:
            values[name] = other if mine in _LEFT_OPEN else mine
    if values["introduced_by"] in (ours.id, theirs.id):
        values["introduced_by"] = None
    return Contact(**values)
