"""From plain JSON data to records: each item of a document, whole or broken, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Any, Final

import attrs

from careertrack.errors import MOST_ISSUES, InvalidValue, Issue, Refused, nearest, shown
from careertrack.fields import faults_of, unwritable, with_newer
from careertrack.ledger import Ledger, Meant, of_the_later, told
from careertrack.naming import derived_id
from careertrack.parsing import repeated
from careertrack.record import Fact, Record, Unreadable
from careertrack.records import CLASSES
from careertrack.references import named_in
from careertrack.rules import Fault
from careertrack.shapes import Slug
from careertrack.values import JsonObject, json_fault

# --- One record --------------------------------------------------------------------------------


def read_record(given: Any, at: str, *, is_newer: bool = False) -> Record | list[Issue]:
    """A record from its JSON, or everything that is wrong with it.

    Args:
        given: The object, its kind among its fields.
        at: Its path.
        is_newer: Whether it comes from a newer minor version, whose unknown fields, kinds and
            words are kept.
    """
    if not isinstance(given, Mapping):
        return [Issue(at, "value", {"rule": "an object", "got": shown(given)})]
    kind = given.get("kind")
    cls = CLASSES.get(kind) if isinstance(kind, str) else None
    if cls is None:
        if is_newer and isinstance(kind, str):
            return _kept_whole(given, at)
        if "kind" not in given:
            return [Issue(f"{at}.kind", "missing", {"rule": "a kind of record, such as 'goal'"})]
        near = nearest(kind, CLASSES) if isinstance(kind, str) else ""
        return [Issue(f"{at}.kind", "unknown-kind", {"got": shown(kind), "near": near})]
    fields = {name: value for name, value in given.items() if name != "kind"}
    found: list[Issue] = []
    if is_newer:
        fields = with_newer(cls, fields, at, found)
    found += faults_of(cls, fields, at)
    if not found:
        return cls(**fields)
    if is_newer and all(issue.code == "word" for issue in found):
        id = _id_of(given, cls)
        return _kept_whole(given if id is None else {**given, "id": id}, at)
    return found


def _kept_whole(given: Mapping[str, Any], at: str) -> Record | list[Issue]:
    return unwritable(given, at) or Unreadable(content=JsonObject(dict(given)))


# --- All records, and the broken ones among them ---------------------------------------------------


@attrs.define(eq=False)
class Items:
    """The items of a document: a record for each, and what is wrong with those that are none.

    A broken one leaves a stand-in of its kind, id and day: it is there to be found by what
    refers to it, not to be judged.
    """

    records: list[Record] = attrs.field(factory=list)
    found: list[Issue] = attrs.field(factory=list)
    broken: dict[int, Any] = attrs.field(factory=dict)  # by place

    def read(self, items: list[Any], *, is_newer: bool) -> None:
        """Read each item, until there are as many faults as are ever told."""
        for place, item in enumerate(items):
            record: Record | None = None
            if item.__class__ is dict:
                kind = item.get("kind")
                cls = CLASSES.get(kind) if kind.__class__ is str else None
                if cls is not None:
                    del item["kind"]
                    try:
                        record = cls(**item)
                    except (InvalidValue, TypeError):
                        item["kind"] = kind
            if record is None:  # it is not plainly a record: look closer, and say what is wrong
                record = self._closer(place, item, is_newer)
                if len(self.found) >= MOST_ISSUES:
                    return
            self.records.append(record)

    def _closer(self, place: int, item: Any, is_newer: bool) -> Record:
        at = f"$.records[{place}]"
        record = list(repeated(item, at)) or read_record(item, at, is_newer=is_newer)
        if isinstance(record, Record):
            return record
        self.found += record
        self.broken[place] = item
        return _stand_in(item)

    def told(self, ledger: Ledger, faults: Iterable[Fault]) -> list[Issue]:
        """Everything that is wrong, where it stands."""
        places = {id(record): place for place, record in enumerate(self.records)}
        if self.broken:
            unsure = {kind for item in self.broken.values() for kind in _unsure(item)}
            faults = list(self._judged(faults, unsure))
            self.found += islice(self._vain(ledger, unsure), MOST_ISSUES)
        faults = [of_the_later(places, fault) for fault in faults]
        return self.found + told(faults, lambda record: f"$.records[{places[id(record)]}]")

    def _judged(self, faults: Iterable[Fault], unsure: set[str]) -> Iterator[Fault]:
        """Those faults that would be there if what is broken were whole."""
        stand_ins = [self.records[place] for place in self.broken]
        themselves = set(map(id, stand_ins))
        dossiers = {(record.kind, record.id) for record in stand_ins}
        for fault in faults:
            is_about_one = not themselves.isdisjoint((id(fault.record), id(fault.other)))
            lacks_the_first = fault.code in _BY_FIRST and (fault.record.kind, fault.record.id) in dossiers
            lacks_an_id = fault.code in _BY_ID and fault.params["kind"] in unsure
            if not (is_about_one or lacks_the_first or lacks_an_id):
                yield fault

    def _vain(self, ledger: Ledger, unsure: set[str]) -> Iterator[Issue]:
        """References of broken items to what is not there."""
        meant = Meant(ledger)
        for place, item in self.broken.items():
            cls = _class_of(item)
            named = named_in(cls, item, f"$.records[{place}]") if cls is not None else ()
            for path, kind, id in named:
                if kind not in unsure and not ledger.own(kind, id):
                    yield Issue(path, *meant.instead(kind, id, ""))


# Faults that a look at the first record of an id decides, and such that a look at all ids does.
_BY_FIRST: Final = frozenset({"not-after", "top-revised"})
_BY_ID: Final = frozenset({"unknown-reference", "wrong-kind", "later", "dated-first"})


def _class_of(item: Any) -> type[Record] | None:
    kind = item.get("kind") if isinstance(item, dict) else None
    return CLASSES.get(kind) if isinstance(kind, str) else None


def _id_of(item: Mapping[str, Any], cls: type[Record]) -> str | None:
    """The id that a broken item has or would be given; ``None`` if nobody can tell."""
    given = item.get("id")
    if given is None and cls.id_from is not None:
        try:
            return derived_id(item.get(cls.id_from))
        except Refused:
            return None
    return given if isinstance(given, str) and not Slug().faults(given, "") else None


def _unsure(item: Any) -> Iterable[str]:
    """The kinds that a broken item may be of without anybody knowing its id."""
    cls = _class_of(item)
    if cls is None:
        return CLASSES
    is_nameless = issubclass(cls, Fact) and item.get("id") is None
    return () if is_nameless or _id_of(item, cls) else (cls.kind,)


def _stand_in(item: Any) -> Record:
    cls = _class_of(item)
    if cls is None:
        return Unreadable()
    named = {"kind": cls.kind, "id": _id_of(item, cls), "on": item.get("on")}
    kept = {name: value for name, value in named.items() if isinstance(value, str) and not json_fault(value)}
    return Unreadable(content=JsonObject(kept))
