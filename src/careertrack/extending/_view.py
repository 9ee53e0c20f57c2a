"""A day as an extension sees it: no later day, and of a measure nothing that it does not declare."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Final, TypeVar, TypeVarTuple

from careertrack.catalogue import KINDS
from careertrack.errors import InvalidValue, Issue
from careertrack.ledger import Dossier, Ledger
from careertrack.moment import Memory, Moment, Room, begins
from careertrack.record import Definition, Fact
from careertrack.state.base import State

S = TypeVar("S", bound=State)
F = TypeVar("F", bound=Fact)
D = TypeVar("D", bound=Definition)
W = TypeVar("W")
Given = TypeVarTuple("Given")

ALL: Final = frozenset(KINDS)
_PROMISES: Final = frozenset({"commitment", "resolution", "pause"})
_FINISHED: Final[Mapping[str, frozenset[str]]] = {
    "contact": _PROMISES,
    "commitment": frozenset({"pause"}),
    "cadence": _PROMISES | {"contact", "conversation"},
}
"""What a state of a kind is finished with, beside what it is folded from."""


class View(Moment):
    """A day as an extension sees it: the mappings of states that a `careertrack.Snapshot` has, and the facts.

    It looks at no later day, so that no later record can change what an extension says of it.
    The view of a measure also refuses kinds of record that the measure does not declare.

    Args:
        now: The day.
        reads: The kinds of record that may be looked at.
        name: Of the extension, for errors.
    """

    def __init__(self, now: Moment, reads: frozenset[str] = ALL, name: str = "extension") -> None:
        super().__init__(now._ledger, now._day, now._memory)
        self._reads, self._name = reads, name

    def _look(self, kinds: Iterable[str], at: str) -> None:
        """Nothing, or `InvalidValue` for kinds that are not declared."""
        wanted = frozenset(kinds)
        if not wanted <= self._reads:
            every = ", ".join(sorted(wanted))
            got = ", ".join(sorted(self._reads)) or "none"
            raise _told(f"{self._name}.reads", f"all that {at} is made of: {every}", got)

    def _room(self, kind: str, state: type[S], finish: Callable[[str, S], S] | None = None) -> Room[S]:
        self._look(state.reads | _FINISHED.get(kind, frozenset()), f"the state of a {kind}")
        return super()._room(kind, state, finish)

    def ids(self, kind: str) -> Sequence[str]:
        """The ids of a kind that have a record by the day, in the order of their first."""
        self._look([kind], f"what is known of a {kind}")
        today = self._day.toordinal()
        return [id for id, first in begins(self._ledger, kind, self._memory).items() if first <= today]

    def about(self, kind: str, id: str) -> Dossier:
        """What was said about one id up to the day, in order, by records of the kinds that it may look at."""
        return tuple(each for each in super().about(kind, id) if each.kind in self._reads)

    def own(self, cls: type[D], id: str) -> tuple[D, ...]:
        """A definition and its revisions up to the day, in order."""
        self._look([cls.kind], f"what is known of a {cls.kind}")
        return super().own(cls, id)

    def facts(self, cls: type[F]) -> tuple[F, ...]:
        """All facts of a kind up to the day, in order."""
        self._look([cls.kind], f"each {cls.kind}")
        return super().facts(cls)

    def between(self, cls: type[F], first: date, last: date) -> tuple[F, ...]:
        """The facts of a kind from one day to another, both included, as far as the day."""
        self._look([cls.kind], f"each {cls.kind}")
        return super().between(cls, first, last)

    def latest(self, cls: type[F]) -> F | None:
        """The latest fact of a kind."""
        self._look([cls.kind], f"the latest {cls.kind}")
        return super().latest(cls)

    @property
    def last_day(self) -> date | None:
        """The latest day, up to this one, on which anything is recorded."""
        self._look(ALL, "the last day")
        return super().last_day

    def at(self, day: date) -> View:
        """The same as of an earlier day."""
        if day > self._day:
            raise _told(f"{self._name}.at", f"no later than the day asked about, {self._day}", str(day))
        return View(Moment(self._ledger, day, self._memory), self._reads, self._name)

    # --- What would show later days -----------------------------------------------------------

    @property
    def ledger(self) -> Ledger:
        """Refused: it holds later days as well."""
        raise self._later("ledger")

    @property
    def memory(self) -> Memory:
        """Refused: it holds what was made of later days as well."""
        raise self._later("memory")

    def ever(self, work: Callable[[Moment, *Given], W], *given: *Given) -> W:
        """Refused: it asks about all days."""
        raise self._later("ever")

    def _later(self, what: str) -> InvalidValue:
        return _told(self._name, "made of the day asked about and of earlier ones alone", what)

    def __repr__(self) -> str:
        return f"<View on {self._day}>"


def _told(path: str, rule: str, got: str) -> InvalidValue:
    return InvalidValue([Issue(path, "value", {"rule": rule, "got": got})])
