"""The ledger and its filing cabinet: records in one total order, and dossiers.

Every record is filed under its own id, if it has one, and under each id it names.  What is
filed under one id is a *dossier*: all that was ever said about it, in order.  Rules check
dossiers and states are folded from dossiers, so a full check and an incremental one are the
same code, over all dossiers or over those that changed.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import takewhile
from typing import Any, Final, NamedTuple

import attrs

from careertrack.catalogue import RANK
from careertrack.errors import MOST_ISSUES, Issue, nearest
from careertrack.record import Definition, Fact, Record, Timeless
from careertrack.rules import CYCLES, RULES, Fault, cycles
from careertrack.values import canonical

Dossier = tuple[Record, ...]
Drawer = dict[str, Dossier]
Cabinet = dict[str, Drawer]
Touched = dict[tuple[str, str], None]  # a set that keeps its order

LANE: Final = ""  # the id that all facts of a kind are filed under
FEW: Final = 32  # records; beyond, sorting once costs less than inserting one by one


# --- Order ---------------------------------------------------------------------------------


def order(record: Record) -> tuple[int, int, str]:
    """By day, the undated first; then by rank of the kind; then by key.  See `canonical_text`."""
    on = record.on
    return (0 if on is None else on.toordinal(), RANK.get(record.kind, len(RANK)), record.place())


def canonical_text(record: Record) -> str:
    """What decides between records of one day, kind and key: content, never arrival."""
    return canonical(record.to_dict())


def are_one(before: Record, after: Record) -> bool:
    """Whether two records in one place have the same key, so that only one of them can stand."""
    return before.is_keyed() and before.kind == after.kind


class Ordered(NamedTuple):
    """Records in order, each once, and the pairs among them that contradict each other."""

    records: Dossier
    conflicts: tuple[tuple[Record, Record], ...]


def ordered(records: Iterable[Record]) -> Ordered:
    """All records in their total order."""
    keyed = sorted(((order(record), record) for record in records), key=_first)
    out: list[Record] = []
    conflicts: list[tuple[Record, Record]] = []
    at = 0
    while at < len(keyed):
        end = at + 1
        while end < len(keyed) and keyed[end][0] == keyed[at][0]:
            end += 1
        if end == at + 1:
            out.append(keyed[at][1])
        else:
            different = {canonical_text(record): record for _, record in keyed[at:end]}
            kept = [different[text] for text in sorted(different)]
            conflicts += [(kept[0], other) for other in kept[1:] if are_one(kept[0], other)]
            out += kept
        at = end
    return Ordered(tuple(out), tuple(conflicts))


def _first(pair: tuple[Any, Any]) -> Any:
    return pair[0]


def inserted(records: Dossier, record: Record) -> Ordered:
    """Ordered records with one more; the same records where it is among them already."""
    place = order(record)
    start = bisect_left(records, place, key=order)
    end = start
    while end < len(records) and order(records[end]) == place:
        end += 1
    alike = records[start:end]
    if record in alike:
        return Ordered(records, ())
    if not alike:
        return Ordered((*records[:start], record, *records[start:]), ())
    here = ordered((*alike, record))
    return Ordered((*records[:start], *here.records, *records[end:]), here.conflicts)


# --- Filing --------------------------------------------------------------------------------


def keys(record: Record) -> Iterator[tuple[str, str]]:
    """The kinds and ids that a record is filed under: its own first, then each it names."""
    if record.id:
        yield record.kind, record.id
    if isinstance(record, Fact):
        yield record.kind, LANE
    spec = record.spec
    for kind, get in spec.names_one:
        named = get(record)
        if named is not None:
            yield kind, named
    for kind, get_all in spec.names_many:
        for named in get_all(record):
            yield kind, named


def filed(records: Iterable[Record]) -> Cabinet:
    """All dossiers of ordered records."""
    drawers: dict[str, dict[str, list[Record]]] = {}
    for record in records:
        for kind, id in keys(record):
            drawer = drawers.get(kind)
            if drawer is None:
                drawer = drawers[kind] = {}
            dossier = drawer.get(id)
            if dossier is None:
                drawer[id] = [record]
            elif dossier[-1] is not record:
                dossier.append(record)
    return {kind: {id: tuple(dossier) for id, dossier in drawer.items()} for kind, drawer in drawers.items()}


# --- The ledger ------------------------------------------------------------------------------


@attrs.frozen(eq=False, repr=False)
class Ledger:
    """Records that fit together, each once, in one order; and the cabinet they are filed in."""

    records: Dossier = ()
    cabinet: Cabinet = attrs.field(factory=dict)

    def about(self, kind: str, id: str = LANE) -> Dossier:
        """All that was ever said about one id; without an id, all facts of a kind."""
        return self.cabinet.get(kind, {}).get(id, ())

    def own(self, kind: str, id: str) -> Dossier:
        """The records of one id themselves: the definition and its revisions."""
        return tuple(record for record in self.about(kind, id) if record.kind == kind and record.id == id)

    def ids(self, kind: str) -> list[str]:
        """The ids of a kind that have a record, in the order of their first."""
        drawer = self.cabinet.get(kind, {})
        opened = [(order(own[0]), id) for id in drawer if id and (own := self.own(kind, id))]
        return [id for _, id in sorted(opened)]

    def extended(self, new: Iterable[Record]) -> tuple[Ledger, list[Fault]]:
        """The ledger with more records, and everything that is wrong with it then."""
        fresh = list(new)
        if len(fresh) > FEW or not self.records:
            records, conflicts = ordered((*self.records, *fresh))
            bigger = Ledger(records, filed(records))
        else:
            bigger, conflicts = self._with_few(fresh)
        touched: Touched = dict.fromkeys(key for record in fresh for key in keys(record))
        faults = [_conflict(*pair) for pair in conflicts]
        return bigger, faults + list(faults_in(bigger, touched))

    def _with_few(self, fresh: list[Record]) -> tuple[Ledger, tuple[tuple[Record, Record], ...]]:
        records, cabinet, opened = self.records, dict(self.cabinet), set[str]()
        conflicts: list[tuple[Record, Record]] = []
        for record in fresh:
            bigger, found = inserted(records, record)
            conflicts += found
            if bigger is records:
                continue
            records = bigger
            for kind, id in keys(record):
                if kind not in opened:
                    opened.add(kind)
                    cabinet[kind] = dict(cabinet.get(kind, {}))
                cabinet[kind][id] = inserted(cabinet[kind].get(id, ()), record).records
        return Ledger(records, cabinet), tuple(conflicts)

    def like(self, record: Record) -> Record | None:
        """The record that has the same key as another: for one without a key, its equal."""
        place = order(record)
        start = bisect_left(self.records, place, key=order)
        alike = list(takewhile(lambda held: order(held) == place, self.records[start:]))
        if record.id is not None and isinstance(record, Fact):
            alike += [held for held in self.own(record.kind, record.id) if held not in alike]
        return next((held for held in alike if held == record or are_one(held, record)), None)


def told(faults: Iterable[Fault], where: Callable[[Record], str]) -> list[Issue]:
    """Faults as issues, in the order of their paths' records, the first hundred."""
    issues = []
    for fault in sorted(faults, key=lambda fault: order(fault.record))[:MOST_ISSUES]:
        params = dict(fault.params)
        if fault.other is not None:
            params["other"] = where(fault.other)
        issues.append(Issue(where(fault.record) + fault.field, fault.code, params))
    return issues


# --- What is checked -------------------------------------------------------------------------


def faults_in(ledger: Ledger, touched: Touched) -> Iterator[Fault]:
    """Everything wrong with some dossiers, and with the links that start in them."""
    linked: dict[str, list[str]] = {}
    for kind, id in touched:
        if id == LANE:
            continue
        dossier = ledger.cabinet[kind][id]
        first = dossier[0]
        if first.kind != kind or first.id != id:
            yield from _unresolved(ledger, kind, id, dossier)
        elif first.on is not None and isinstance(first, Timeless):
            yield Fault(first, ".on", "dated-first", {"kind": kind, "got": f"'{first.on}'"})
        for rule in RULES.get(kind, ()):
            yield from rule(id, dossier)
        if kind in CYCLES:
            linked.setdefault(kind, []).append(id)
    for kind, ids in linked.items():
        yield from cycles(kind, ids, lambda id, kind=kind: ledger.own(kind, id))  # type: ignore[misc]


def _conflict(one: Record, other: Record) -> Fault:
    what = f"{one.kind} {one.id}" if isinstance(one, Definition) else one.kind
    if one.on is not None:
        what += f" of {one.on}"
    return Fault(other, "", "conflict", {"what": what}, one)


def _unresolved(ledger: Ledger, kind: str, id: str, dossier: Dossier) -> Iterator[Fault]:
    """References to an id that has no record, or none yet."""
    own = ledger.own(kind, id)
    if own and isinstance(own[0], Timeless) and own[0].on is not None:
        yield Fault(own[0], ".on", "dated-first", {"kind": kind, "got": f"'{own[0].on}'"})
        return
    since = own[0].on if own else None
    for record in dossier:
        if own and (record.on is None or since is None or record.on >= since):
            continue
        for path, named in record.paths_to(kind, id):
            by = "" if record.on is None else f" by {record.on}"
            if own:
                yield Fault(record, path, "later", {"kind": kind, "id": named, "since": str(since)})
            else:
                yield Fault(record, path, *_unknown(ledger, kind, id, by))


def _unknown(ledger: Ledger, kind: str, id: str, by: str) -> tuple[str, Mapping[str, str]]:
    for found in ledger.cabinet:
        if found != kind and ledger.own(found, id):
            return "wrong-kind", {"id": id, "found": found, "kind": kind}
    return "unknown-reference", {"kind": kind, "id": id, "by": by, "near": nearest(id, ledger.ids(kind))}


def newer_than(version: str, records: Iterable[Record]) -> Iterator[Fault]:
    """Records that say more than a document of a version can hold."""
    for record in records:
        if record.says_newer():
            yield Fault(record, "", "newer", {"version": version})
