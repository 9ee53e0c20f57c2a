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
from typing import Final, NamedTuple

import attrs

from careertrack.catalogue import RANK
from careertrack.errors import MOST_ISSUES, Issue, nearest
from careertrack.record import Definition, Fact, Record, Timeless
from careertrack.rules import CYCLES, RULES, Fault, cycles

Dossier = tuple[Record, ...]
Drawer = dict[str, Dossier]
Cabinet = dict[str, Drawer]

LANE: Final = ""  # the id that all facts of a kind are filed under
FEW: Final = 25  # inserting one record costs about as much as filing this many anew


# --- Order ---------------------------------------------------------------------------------


def order(record: Record) -> tuple[int, int, str]:
    """By day, the undated first; then by rank of the kind; then by key.  See `canonical_text`."""
    on = record.on
    return (0 if on is None else on.toordinal(), RANK.get(record.kind, len(RANK)), record.place())


def canonical_text(record: Record) -> str:
    """What decides between records of one day, kind and key: content, never arrival.

    Plain data as ASCII, which no version of Python and no locale writes otherwise.
    """
    return ascii(record.to_dict())


class Ordered(NamedTuple):
    """Records in order, each once, and the pairs among them that contradict each other."""

    records: Dossier
    conflicts: tuple[tuple[Record, Record], ...]


def ordered(records: Iterable[Record]) -> Ordered:
    """All records in their total order."""
    # The place among those given keeps two records of one key from being compared themselves.
    unknown = len(RANK)
    keyed = sorted(
        [
            (
                0 if (on := record.on) is None else on.toordinal(),
                RANK.get(record.kind, unknown),
                record.place(),
                at,
                record,
            )
            for at, record in enumerate(records)
        ]
    )
    out: list[Record] = []
    conflicts: list[tuple[Record, Record]] = []
    last_day, last_rank, last_place, ties = -1, -1, "", 0
    for day, rank, place, _, record in keyed:
        if place == last_place and day == last_day and rank == last_rank:
            ties += 1
        elif ties:
            conflicts += _settled(out, ties + 1)
            ties = 0
        last_day, last_rank, last_place = day, rank, place
        out.append(record)
    if ties:
        conflicts += _settled(out, ties + 1)
    return Ordered(tuple(out), tuple(conflicts))


def _settled(out: list[Record], count: int) -> list[tuple[Record, Record]]:
    """Orders the last few records, which have one key, by content, each once; returns the contradictions."""
    different = {canonical_text(record): record for record in out[-count:]}
    kept = [different[text] for text in sorted(different)]
    out[-count:] = kept
    conflicts, known = [], dict[tuple[str, str], Record]()
    for record in kept:
        key = record.key()
        if key is not None:
            first = known.setdefault((record.kind, key), record)
            conflicts += [(first, record)] if first is not record else []
    return conflicts


def inserted(records: Dossier, record: Record) -> tuple[Dossier, bool]:
    """Ordered records with one more, or the same where it is among them; whether others share its place."""
    place = order(record)
    at = _span(records, place)
    alike = records[at]
    if record in alike:
        return records, len(alike) > 1
    out = list(records)
    out[at] = ordered((*alike, record)).records if alike else (record,)
    return tuple(out), bool(alike)


def _span(records: Dossier, place: tuple[int, int, str]) -> slice:
    """Where the records of a place stand among ordered ones."""
    start = end = bisect_left(records, place, key=order)
    while end < len(records) and order(records[end]) == place:
        end += 1
    return slice(start, end)


# --- Filing --------------------------------------------------------------------------------


def keys(record: Record) -> Iterator[tuple[str, str]]:
    """The kinds and ids that a record is filed under: its own first, then each it names."""
    if record.id:
        yield record.kind, record.id
    if isinstance(record, Fact):
        yield record.kind, LANE
    yield from record.named()


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

    def keys(self) -> Iterator[tuple[str, str]]:
        """The kind and id of every dossier."""
        return ((kind, id) for kind, drawer in self.cabinet.items() for id in drawer)

    def extended(self, new: Iterable[Record]) -> tuple[Ledger, list[Fault]]:
        """The ledger with more records, and everything that is wrong with it then."""
        fresh = list(new)
        touched: Iterable[tuple[str, str]]
        if not self.records:
            records, conflicts = ordered(fresh)
            bigger = Ledger(records, filed(records))
            touched = bigger.keys()
        elif len(fresh) * FEW > len(self.records):
            records, conflicts = ordered((*self.records, *fresh))
            bigger = Ledger(records, filed(records))
            touched = dict.fromkeys(key for record in fresh for key in keys(record))
        else:
            bigger, conflicts = self._with_few(fresh)
            touched = dict.fromkeys(key for record in fresh for key in keys(record))
        pairs = {(id(one), id(other)): (one, other) for one, other in conflicts}
        faults = [_conflict(*pair) for pair in pairs.values()]
        return bigger, faults + list(faults_in(bigger, touched))

    def grown(self, new: Iterable[Record]) -> Ledger:
        """The ledger with more records of which it is known that they fit."""
        fresh = list(new)
        if not self.records:
            records = ordered(fresh).records
            return Ledger(records, filed(records))
        return self._with_few(fresh)[0]

    def _with_few(self, fresh: list[Record]) -> tuple[Ledger, tuple[tuple[Record, Record], ...]]:
        records, cabinet, opened = self.records, dict(self.cabinet), set[str]()
        shared = list[Record]()
        for record in fresh:
            bigger, has_others = inserted(records, record)
            shared += [record] if has_others else []
            if bigger is records:
                continue
            records = bigger
            for kind, id in keys(record):
                if kind not in opened:
                    opened.add(kind)
                    cabinet[kind] = dict(cabinet.get(kind, {}))
                cabinet[kind][id] = inserted(cabinet[kind].get(id, ()), record)[0]
        # Only in the end is it known which of several that contradict each other comes first.
        spans = [_span(records, place) for place in dict.fromkeys(map(order, shared))]
        return Ledger(records, cabinet), ordered(each for span in spans for each in records[span]).conflicts

    def like(self, record: Record) -> Record | None:
        """The record that has the same key as another: for one without a key, its equal."""
        place = order(record)
        start = bisect_left(self.records, place, key=order)
        alike = list(takewhile(lambda held: order(held) == place, self.records[start:]))
        if record.id is not None and isinstance(record, Fact):
            alike += [held for held in self.own(record.kind, record.id) if held not in alike]
        key = record.key()
        return next(
            (held for held in alike if held == record or (key is not None and held.key() == key)), None
        )


def told(faults: Iterable[Fault], where: Callable[[Record], str]) -> list[Issue]:
    """Faults as issues, in the order of their paths' records, the first hundred."""
    issues = []
    for fault in sorted(faults, key=lambda fault: order(fault.record))[:MOST_ISSUES]:
        params = dict(fault.params)
        if fault.other is not None:
            params["other"] = where(fault.other)
        issues.append(Issue(where(fault.record) + fault.field, fault.code, params))
    return issues


def of_the_later(places: Mapping[int, int], fault: Fault) -> Fault:
    """The same fault, told of that one of two records which came later."""
    if fault.other is None or places[id(fault.record)] >= places[id(fault.other)]:
        return fault
    return fault._replace(record=fault.other, other=fault.record)


# --- What is checked -------------------------------------------------------------------------


def faults_in(ledger: Ledger, touched: Iterable[tuple[str, str]]) -> Iterator[Fault]:
    """Everything wrong with some dossiers, and with the links that start in them."""
    linked: dict[str, list[str]] = {}
    meant = Meant(ledger)
    for kind, id in touched:
        if id == LANE:
            continue
        dossier = ledger.cabinet[kind][id]
        first = dossier[0]
        if first.kind != kind or first.id != id:
            yield from _unresolved(ledger, kind, id, dossier, meant)
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


def _unresolved(ledger: Ledger, kind: str, id: str, dossier: Dossier, meant: Meant) -> Iterator[Fault]:
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
                yield Fault(record, path, *meant.instead(kind, id, by))


class Meant:
    """What may have been meant by references to what is not there; looked for as often as it is ever told."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._kinds = sorted(ledger.cabinet, key=lambda kind: (RANK.get(kind, len(RANK)), kind))
        self._ids: dict[str, list[str]] = {}
        self._near: dict[tuple[str, str], str] = {}

    def instead(self, kind: str, id: str, by: str) -> tuple[str, Mapping[str, str]]:
        """The code and the facts of a reference in vain."""
        for found in self._kinds:
            if found != kind and self._ledger.own(found, id):
                return "wrong-kind", {"id": id, "found": found, "kind": kind}
        if (kind, id) not in self._near and len(self._near) < MOST_ISSUES:
            if kind not in self._ids:
                self._ids[kind] = self._ledger.ids(kind)
            self._near[kind, id] = nearest(id, self._ids[kind])
        near = self._near.get((kind, id), "")
        return "unknown-reference", {"kind": kind, "id": id, "by": by, "near": near}


def newer_than(version: str, records: Iterable[Record]) -> Iterator[Fault]:
    """Records that say more than a document of a version can hold."""
    for record in records:
        if record.says_newer():
            yield Fault(record, "", "newer", {"version": version})
