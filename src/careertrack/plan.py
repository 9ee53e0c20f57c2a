"""The plan: what a person holds.  An immutable set of records that always fit together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, NamedTuple, Self, TypeVar, overload

import attrs

from careertrack.answering import Answering
from careertrack.document import OWNER, VERSION, Document, joined, write
from careertrack.edits import by_class, day_of, fitting, flattened, meant, remaining, told_of, with_other_id
from careertrack.errors import InvalidPlan, InvalidValue, Issue, nearest, shown
from careertrack.ledger import Ledger, newer_than
from careertrack.parsing import sized
from careertrack.privacy import Protecting
from careertrack.record import Definition, Record
from careertrack.rules import Fault
from careertrack.shapes.text import shown_id

__all__ = ["Plan", "Rejected"]

R = TypeVar("R", bound=Record)
D = TypeVar("D", bound=Definition)


class Rejected(NamedTuple):
    """A record that did not fit, and why."""

    record: Record
    issues: tuple[Issue, ...]


class Plan(Answering, Protecting):
    """A ledger of dated records about a way back into a career that works.

    A plan is a set: adding what it holds already changes nothing.  It is always valid, and it
    never changes: every method that would change it returns another plan.

    Args:
        owner: Whose plan it is; plans of two owners cannot be merged.
        records: Records, in any order.

    Raises:
        InvalidPlan: If the records do not fit together; every fault is in ``issues``.

    >>> import careertrack as ct
    >>> plan = ct.Plan(owner="Ada")
    >>> plan += ct.Skill(name="SQL", top=7)
    >>> plan += ct.Assessment(on="2026-01-09", skill="sql", level=3)
    >>> plan
    <Plan of 2 records from 2026-01-09 to 2026-01-09>
    >>> plan.as_of("2026-03-01").skills["sql"].level
    3.0
    """

    __slots__ = ("_document",)

    _document: Document

    def __init__(self, owner: str = "", records: Iterable[Record] = ()) -> None:
        broken = OWNER.faults(owner, "Plan.owner") if owner != "" else []
        if broken:
            raise InvalidValue(broken)
        object.__setattr__(self, "_document", Document(Ledger(), owner))
        object.__setattr__(self, "_document", self._added(records, "records")._document)

    @classmethod
    def _of(cls, document: Document) -> Self:
        self = cls.__new__(cls)
        object.__setattr__(self, "_document", document)
        return self

    def _with(self, ledger: Ledger) -> Self:
        return self._of(attrs.evolve(self._document, ledger=ledger))

    @property
    def _ledger(self) -> Ledger:
        return self._document.ledger

    # --- What it is --------------------------------------------------------------------------

    @property
    def owner(self) -> str:
        """Whose plan it is."""
        return self._document.owner

    @property
    def version(self) -> str:
        """The version of the document that it was loaded from, or would be saved as."""
        return self._document.version

    @property
    def records(self) -> tuple[Record, ...]:
        """All records, in the ledger's order."""
        return self._ledger.records

    @property
    def digest(self) -> str:
        """SHA-256 of its document, in hexadecimal; what `careertrack.save` can expect."""
        from hashlib import sha256

        return sha256(write(self._document).encode()).hexdigest()

    def __len__(self) -> int:
        return len(self.records)

    def __iter__(self) -> Iterator[Record]:
        return iter(self.records)

    def __contains__(self, record: object) -> bool:
        return isinstance(record, Record) and self.held(record) == record

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Plan):
            return NotImplemented
        return self._identity() == other._identity()

    def __hash__(self) -> int:
        return hash(self._identity())

    def _identity(self) -> tuple[object, ...]:
        document = self._document
        return document.owner, document.version, document.newer_fields, self.records

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"a plan never changes; plan.add and the like return another (setting {name!r})")

    def __reduce__(self) -> tuple[Any, ...]:
        return _restored, (type(self), self._document)

    def __repr__(self) -> str:
        days = [record.on for record in self.records if record.on is not None]
        span = f" from {days[0]} to {days[-1]}" if days else ""
        return f"<Plan of {len(self)} record{'s' if len(self) != 1 else ''}{span}>"

    # --- Change returns ------------------------------------------------------------------------

    def add(self, *records: Record | Iterable[Record]) -> Self:
        """A plan with more records; those it holds already change nothing.

        Args:
            records: Records, or iterables of records.

        Raises:
            InvalidPlan: If they do not fit; every fault is in ``issues``, at ``$.added[i]`` for
                a record given here and at ``$.records[i]`` for one of the plan.
        """
        return self._added(records, "added")

    def _added(self, records: Iterable[Record | Iterable[Record]], at: str) -> Self:
        fresh = flattened(records, at)
        bigger, faults = self._faults(fresh)
        if faults:
            raise InvalidPlan(told_of(faults, self.records, fresh, at))
        return self._with(bigger)

    def __add__(self, records: Record | Iterable[Record]) -> Self:
        return self.add(records)

    def check(self, *records: Record | Iterable[Record]) -> tuple[Issue, ...]:
        """The issues that adding records would raise; none if they fit.

        >>> import careertrack as ct
        >>> plan = ct.Plan() + ct.Skill(name="Python")
        >>> print(plan.check(ct.Assessment(on="2026-01-09", skill="pyhton", level=3))[0])
        $.added[0].skill: no skill "pyhton" by 2026-01-09; did you mean "python"?
        """
        fresh = flattened(records)
        return tuple(told_of(self._faults(fresh)[1], self.records, fresh))

    def _faults(self, fresh: list[Record]) -> tuple[Ledger, list[Fault]]:
        """The ledger with more records, and everything that is wrong with it then."""
        bigger, faults = self._ledger.extended(fresh)
        if self.version == VERSION:
            faults += newer_than(VERSION, fresh)
        return bigger, faults

    @classmethod
    def collect(cls, records: Iterable[Record], owner: str = "") -> tuple[Self, tuple[Rejected, ...]]:
        """A plan of those records that fit together, and the others with what is wrong with each.

        Of two records that contradict each other, the one that comes first is kept.

        Args:
            records: Records of whatever quality.
            owner: Whose plan it will be.

        >>> import careertrack as ct
        >>> plan, rejected = ct.Plan.collect([ct.Skill(name="SQL"),
        ...                                   ct.Assessment(on="2026-01-09", skill="r", level=3)])
        >>> len(plan), str(rejected[0].issues[0])
        (1, '$.records[1].skill: no skill "r" by 2026-01-09')
        """
        empty = cls(owner)
        given = flattened(records, "records")
        kept, refused = fitting(given, lambda some: empty._faults(some)[1])
        rejected = [
            Rejected(record, tuple(told_of(faults, (), given, "records"))) for record, faults in refused
        ]
        return empty.add(kept), tuple(rejected)

    @overload
    def without(self, first: type[Record], id: str, /, *, cascade: bool = False) -> Self: ...
    @overload
    def without(self, first: Record, /, *more: Record, cascade: bool = False) -> Self: ...

    def without(self, first: Any, /, *more: Any, cascade: bool = False) -> Self:
        """A plan without some records, or without all that is recorded under an id.

        Args:
            first: A record; or a class, with an id after it.
            more: More records; or the id.
            cascade: Whether what refers to them goes as well, and what refers to that.

        Raises:
            InvalidPlan: If the plan does not hold them, or others refer to them.

        >>> import careertrack as ct
        >>> plan = ct.Plan() + [ct.Skill(name="SQL"), ct.Assessment(on="2026-01-09", skill="sql", level=3)]
        >>> len(plan.without(ct.Skill, "sql", cascade=True))
        0
        """
        left = remaining(self._ledger, meant(self._ledger, first, *more), cascade=cascade)
        if cascade:  # what is left of an id may not stand without the first that was said about it
            left, _ = fitting(left, lambda records: Ledger().extended(records)[1])
        return self._rebuilt(left)

    def _rebuilt(self, records: Iterable[Record]) -> Self:
        """A plan of these records alone, checked in full."""
        fresh = list(records)
        empty = self._with(Ledger())
        ledger, faults = empty._faults(fresh)
        if faults:
            raise InvalidPlan(told_of(faults, (), fresh, "records"))
        return self._with(ledger)

    def replace(self, old: Record, new: Record) -> Self:
        """A correction: the plan as if one record had always been another.  The past changes.

        Raises:
            InvalidPlan: If the plan does not hold the old one, or the new one does not fit.
        """
        flattened((old, new), "replaced")
        if old not in self:
            raise InvalidPlan([Issue("$", "not-there", {"what": f"that {old.kind}"})])
        return self._rebuilt(new if record == old else record for record in self.records)

    def revise(self, cls: type[D], id: str, /, *, on: date | str, **changes: Any) -> Self:
        """A revision from a day on: the past stays, and what is not named carries over.

        Args:
            cls: The kind of definition.
            id: Its id.
            on: The first day that the changes hold.
            changes: The fields that change.

        Raises:
            InvalidPlan: If there is no such definition by that day, or the revision does not fit.
            InvalidValue: If a changed field breaks its rule.

        >>> import careertrack as ct
        >>> plan = ct.Plan() + ct.Goal(on="2026-01-05", title="Apply", pillar="change", target=10)
        >>> plan = plan.revise(ct.Goal, "apply", on="2026-02-01", target=20)
        >>> [plan.as_of(day).goals["apply"].goal.target for day in ("2026-01-31", "2026-02-01")]
        [10.0, 20.0]
        """
        day = day_of(on, "on")
        if changes.get("id", id) != id:
            facts = {"rule": "left out: a revision keeps the id; rename changes it"}
            got = cls.spec.by_name["id"].shape.got(changes["id"])
            raise InvalidValue([Issue(f"{cls.__name__}.id", "value", {**facts, "got": got})])
        before = [r for r in self._own(cls, id) if r.on is None or r.on <= day]
        if not before:
            since = self._own(cls, id)[0].on
            raise InvalidPlan([Issue("$", "later", {"kind": cls.kind, "id": id, "since": str(since)})])
        revised = before[-1].evolve(**{**changes, "on": day})
        return self.replace(before[-1], revised) if before[-1].on == day else self.add(revised)

    def rename(self, cls: type[Record], old: str, new: str, /) -> Self:
        """A plan in which an id is another everywhere it is named.

        Onto an id that another contact has, the two become one: what the other says is kept, what
        it leaves open is filled in, lists are joined, on every day that either was revised.

        Args:
            cls: The kind of definition.
            old: The id it has.
            new: The id it gets.

        Raises:
            InvalidPlan: If there is no such definition, or the new id is another's and they are no contacts.
        """
        self._own(cls, old)
        if old == new:
            return self
        return self._rebuilt(with_other_id(self._ledger, cls.kind, old, new))

    def merge(self, other: Plan) -> Self:
        """The union of two plans of one owner; the newer version of the document is kept.

        Raises:
            InvalidPlan: If the owners differ, or the records contradict each other.
        """
        a_plan(other)
        if self.owner != other.owner:
            raise InvalidPlan([Issue("$.owner", "owner")])
        return self._of(joined(self._document, other._document)).add(other.records)

    # --- What it holds -------------------------------------------------------------------------

    def get(self, cls: type[R], id: str, /, day: date | str | None = None) -> R:
        """A record by its id: of a definition the revision in force on a day, or the last one.

        Raises:
            KeyError: If there is none by that day; the message names the nearest id.

        >>> import careertrack as ct
        >>> (ct.Plan() + ct.Skill(name="SQL")).get(ct.Skill, "sql").name
        'SQL'
        """
        by_class(cls)
        own = [r for r in self._ledger.own(cls.kind, id) if isinstance(r, cls)]
        if day is not None:
            until = day_of(day)
            own = [record for record in own if record.on is None or record.on <= until]
        if not own:
            near = nearest(str(id), self._ledger.ids(cls.kind))
            asked = shown_id(cls.kind, id)
            raise KeyError(f"no {cls.kind} {asked!r}" + (f"; did you mean {near!r}?" if near else ""))
        return own[-1]

    def of(self, cls: type[R], /) -> tuple[R, ...]:
        """All records of a kind, or of a base class of kinds, in order."""
        by_class(cls, of_one_kind=False)
        return tuple(record for record in self.records if isinstance(record, cls))

    def held(self, record: Record) -> Record | None:
        """The record of the plan that has the same key as another: the one it could contradict.

        For a record without a key it is that record itself, if the plan holds it.
        """
        return self._ledger.like(record)

    def _own(self, cls: type[R], id: str) -> tuple[R, ...]:
        by_class(cls)
        held = self._ledger.own(cls.kind, id)
        own = tuple(record for record in held if isinstance(record, cls))
        if len(own) < len(held):
            raise InvalidPlan([Issue("$", "unreadable", {"kind": cls.kind, "id": id})])
        if not own:
            near, asked = nearest(str(id), self._ledger.ids(cls.kind)), shown_id(cls.kind, id)
            raise InvalidPlan(
                [Issue("$", "unknown-reference", {"kind": cls.kind, "id": asked, "by": "", "near": near})]
            )
        return own

    def _bytes(self) -> bytes:
        return sized(write(self._document))


def a_plan(given: object, name: str = "plan") -> None:
    """`InvalidValue`, by the argument's name, for what is given as a plan and is none."""
    if not isinstance(given, Plan):
        raise InvalidValue([Issue(name, "value", {"rule": "a plan", "got": shown(given)})])


def _restored(cls: type[Plan], document: Document) -> Plan:
    """A plan from what a pickle has."""
    return cls._of(document)
