"""A ledger as of a day: mappings that fold a dossier when somebody asks for it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import Any, Final, Generic, TypeVar, TypeVarTuple

import attrs

from careertrack.days import DAY, Rest
from careertrack.ledger import Dossier, Ledger, keys
from careertrack.record import Definition, Fact, Record, Unreadable
from careertrack.records.people import Commitment
from careertrack.records.rhythm import Pause
from careertrack.records.roles import TargetRole
from careertrack.records.self import Capacity, InterestProfile, Priorities, Runway
from careertrack.shapes.text import shown_id
from careertrack.state.base import State
from careertrack.state.goals import GoalState
from careertrack.state.moves import TransitionState
from careertrack.state.people import CommitmentState, ContactState, EventState, OrganizationState
from careertrack.state.rhythm import CadenceState, RoutineState
from careertrack.state.self import PositionState, RunwayState
from careertrack.state.setbacks import SetbackState
from careertrack.state.skills import CourseState, EvidenceState, RoleState, SkillState

S = TypeVar("S", bound=State)
F = TypeVar("F", bound=Fact)
D = TypeVar("D", bound=Definition)
W = TypeVar("W")
Given = TypeVarTuple("Given")

AFTER_ALL: Final = date.max.toordinal() + 1
STATES: Final[Mapping[str, type[State]]] = {
    "skill": SkillState,
    "organization": OrganizationState,
    "contact": ContactState,
    "event": EventState,
    "role": RoleState,
    "course": CourseState,
    "position": PositionState,
    "goal": GoalState,
    "transition": TransitionState,
    "evidence": EvidenceState,
    "routine": RoutineState,
    "cadence": CadenceState,
    "commitment": CommitmentState,
    "setback": SetbackState,
}


def upto(dossier: Dossier, day: date) -> Dossier:
    """The records of a dossier up to and including a day; the undated hold from the start."""
    if not dossier or _ordinal(dossier[-1]) <= day.toordinal():
        return dossier
    return dossier[: bisect_right(dossier, day.toordinal(), key=_ordinal)]


def since(dossier: Dossier, day: date) -> Dossier:
    """The records of a dossier from a day on; the undated are earlier than any."""
    return dossier[bisect_left(dossier, day.toordinal(), key=_ordinal) :]


def _ordinal(record: Record) -> int:
    return 0 if record.on is None else record.on.toordinal()


Memory = dict[tuple[Any, ...], Any]
"""What was made of a ledger, by the function that made it and what it was given."""


class Room(Mapping[str, S], Generic[S]):
    """The states of one kind by id, in the order of their first records, each folded when asked for.

    What begins only after the day is not there; nor is what no version of this library can read.
    A state that an earlier day of the same memory folded is gone on with.
    """

    __slots__ = ("_day", "_finish", "_kind", "_known", "_ledger", "_memory", "_open", "_state")

    def __init__(
        self,
        ledger: Ledger,
        day: date,
        kind: str,
        state: type[S],
        memory: Memory,
        finish: Callable[[str, S], S] | None = None,
    ) -> None:
        self._ledger, self._day, self._kind, self._state = ledger, day, kind, state
        self._memory, self._finish = memory, finish
        self._known: dict[str, S] = {}
        self._open: tuple[str, ...] | None = None

    def __getitem__(self, id: str) -> S:
        known = self._known.get(id)
        if known is None:
            known = self._folded(id).seen(self._day)
            if self._finish is not None:
                known = self._finish(id, known)
            self._known[id] = known
        return known

    def _folded(self, id: str) -> S:
        """The state up to the day, gone on with from the last one that the memory has."""
        about = upto(self._ledger.about(self._kind, id), self._day)
        last, state = self._memory.get((Room, self._kind, id), (None, None))
        if last is None or last > self._day:
            own = next((each for each in about if _is_own(each, self._kind, id)), None)
            if own is None:
                raise KeyError(f"no {self._kind} {shown_id(self._kind, id)!r} by {self._day}")
            state = self._state.begin(own).fold(about)
        elif last < self._day and (later := since(about, last + DAY)):
            state = state.fold(later)
        self._memory[Room, self._kind, id] = self._day, state
        folded: S = state
        return folded

    def __iter__(self) -> Iterator[str]:
        if self._open is None:  # a day's ids do not change, and many rules ask for them
            begun = begins(self._ledger, self._kind, self._memory)
            self._open = tuple(id for id, day in begun.items() if day <= self._day.toordinal())
        return iter(self._open)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def __contains__(self, id: object) -> bool:
        begun = begins(self._ledger, self._kind, self._memory)
        return isinstance(id, str) and begun.get(id, AFTER_ALL) <= self._day.toordinal()

    def __repr__(self) -> str:
        return f"<{len(self)} {self._kind} states on {self._day}>"


def _is_own(record: Record, kind: str, id: str) -> bool:
    return record.kind == kind and record.id == id and not isinstance(record, Unreadable)


def begins(ledger: Ledger, kind: str, memory: Memory) -> Mapping[str, int]:
    """The day, as an ordinal, of the first record of each id that this version can read, in order."""
    known: dict[str, int] | None = memory.get((begins, kind))
    if known is None:
        own = (
            (id, (_ordinal(r) for r in ledger.own(kind, id) if _is_own(r, kind, id)))
            for id in ledger.ids(kind)
        )
        known = {id: first for id, days in own if (first := next(days, None)) is not None}
        memory[begins, kind] = known
    return known


def carried(memory: Memory, added: Record) -> Memory:
    """What a memory still holds true when its ledger has one record more."""
    touched = set(keys(added))
    return {
        made: value
        for made, value in memory.items()
        if (made[0] is Room and made[1:] not in touched)
        or (made[0] in (begins, _ids) and made[1] != added.kind)
    }


def _ids(now: Moment, kind: str) -> Sequence[str]:
    return now.ledger.ids(kind)


class Moment:
    """What a ledger says as of the end of a day."""

    def __init__(self, ledger: Ledger, day: date, memory: Memory | None = None) -> None:
        self._ledger, self._day = ledger, day
        self._made: dict[Callable[[Moment], Any], Any] = {}
        self._memory: Memory = {} if memory is None else memory

    @property
    def day(self) -> date:
        """The day."""
        return self._day

    @property
    def ledger(self) -> Ledger:
        """The ledger, with what is recorded of later days as well."""
        return self._ledger

    def _room(self, kind: str, state: type[S], finish: Callable[[str, S], S] | None = None) -> Room[S]:
        return Room(self._ledger, self._day, kind, state, self._memory, finish)

    @cached_property
    def skills(self) -> Mapping[str, SkillState]:
        """Skills, with their levels by every source."""
        return self._room("skill", SkillState)

    @cached_property
    def courses(self) -> Mapping[str, CourseState]:
        """Courses."""
        return self._room("course", CourseState)

    @cached_property
    def evidence(self) -> Mapping[str, EvidenceState]:
        """Accomplishments, and where they were shown and acknowledged."""
        return self._room("evidence", EvidenceState)

    @cached_property
    def roles(self) -> Mapping[str, RoleState]:
        """Roles."""
        return self._room("role", RoleState)

    @cached_property
    def goals(self) -> Mapping[str, GoalState]:
        """Goals, with their check-ins."""
        return self._room("goal", GoalState)

    @cached_property
    def contacts(self) -> Mapping[str, ContactState]:
        """People, with their talks and who owes whom."""
        return self._room("contact", ContactState, self._with_debts)

    @cached_property
    def organizations(self) -> Mapping[str, OrganizationState]:
        """Organizations."""
        return self._room("organization", OrganizationState)

    @cached_property
    def events(self) -> Mapping[str, EventState]:
        """Events, and whether they were attended."""
        return self._room("event", EventState)

    @cached_property
    def commitments(self) -> Mapping[str, CommitmentState]:
        """Promises, and what became of them."""
        return self._room("commitment", CommitmentState, self._with_rest)

    @cached_property
    def transitions(self) -> Mapping[str, TransitionState]:
        """Possible moves, with every step."""
        return self._room("transition", TransitionState)

    @cached_property
    def routines(self) -> Mapping[str, RoutineState]:
        """Promised paces."""
        return self._room("routine", RoutineState)

    @cached_property
    def cadences(self) -> Mapping[str, CadenceState]:
        """Promised rhythms with people, and when the next touch is due."""
        return self._room("cadence", CadenceState, self._with_touches)

    @cached_property
    def positions(self) -> Mapping[str, PositionState]:
        """The owner's own jobs, studies and breaks."""
        return self._room("position", PositionState)

    @cached_property
    def setbacks(self) -> Mapping[str, SetbackState]:
        """What went wrong, and whether the person came back from it."""
        return self._room("setback", SetbackState)

    @property
    def runway(self) -> RunwayState | None:
        """How long the means last, as last stated; ``None`` if nothing was."""
        stated = self.latest(Runway)
        return None if stated is None else RunwayState(runway=stated)

    @property
    def capacity(self) -> Capacity | None:
        """The time and money given, as last stated."""
        return self.latest(Capacity)

    @property
    def priorities(self) -> Priorities | None:
        """Motivators and needs, as last stated."""
        return self.latest(Priorities)

    @property
    def interests(self) -> InterestProfile | None:
        """The RIASEC profile, as last found."""
        return self.latest(InterestProfile)

    @property
    def target_roles(self) -> tuple[str, ...]:
        """The roles aimed at, the main one first."""
        stated = self.latest(TargetRole)
        return () if stated is None else stated.roles

    @property
    def last_day(self) -> date | None:
        """The latest day, up to this one, on which anything is recorded."""
        records = upto(self._ledger.records, self._day)
        return records[-1].on if records else None

    def ids(self, kind: str) -> Sequence[str]:
        """All ids of a kind that have a record on any day, in the order of their first."""
        return self.ever(_ids, kind)

    def about(self, kind: str, id: str) -> Dossier:
        """All that was said about one id up to the day, in order."""
        return upto(self._ledger.about(kind, id), self._day)

    def own(self, cls: type[D], id: str) -> tuple[D, ...]:
        """A definition and its revisions up to the day, in order."""
        return tuple(each for each in self.about(cls.kind, id) if isinstance(each, cls) and each.id == id)

    def facts(self, cls: type[F]) -> tuple[F, ...]:
        """All facts of a kind up to the day, in order."""
        return tuple(fact for fact in upto(self._ledger.about(cls.kind), self._day) if isinstance(fact, cls))

    def between(self, cls: type[F], first: date, last: date) -> tuple[F, ...]:
        """The facts of a kind from one day to another, both included, as far as the day."""
        known = since(upto(self._ledger.about(cls.kind), min(last, self._day)), first)
        return tuple(fact for fact in known if isinstance(fact, cls))

    @cached_property
    def rest(self) -> Rest:
        """The days that pauses recorded by the day take out of what is owed."""
        return Rest((pause.on, pause.until) for pause in self.facts(Pause))

    def once(self, work: Callable[[Moment], W]) -> W:
        """What a function makes of the moment, made when it is first asked for."""
        if work not in self._made:
            self._made[work] = work(self)
        made: W = self._made[work]
        return made

    def ever(self, work: Callable[[Moment, *Given], W], *given: *Given) -> W:
        """What a function makes of the whole ledger, made once for all days that share a memory.

        It is for what no later record changes: what it says of a day rests on the records up to
        that day alone, so that each day may read its own part of it.
        """
        if (work, *given) not in self._memory:
            whole = self if self._day == date.max else Moment(self._ledger, date.max, self._memory)
            self._memory[work, *given] = work(whole, *given)
        made: W = self._memory[work, *given]
        return made

    @property
    def memory(self) -> Memory:
        """What was made of the ledger so far."""
        return self._memory

    def at(self, day: date) -> Moment:
        """The same ledger as of another day; what holds for all days is shared."""
        return Moment(self._ledger, day, self._memory)

    def latest(self, cls: type[F]) -> F | None:
        """The latest fact of a kind."""
        known = upto(self._ledger.about(cls.kind), self._day)
        return next((fact for fact in reversed(known) if isinstance(fact, cls)), None)

    def standing(self, cls: type[D]) -> Iterator[D]:
        """Each definition of a kind as it stands on the day, by their first records; nothing is folded."""
        for id in self.ids(cls.kind):
            own = self.own(cls, id)
            if own:
                yield own[-1]

    def _with_debts(self, id: str, state: ContactState) -> ContactState:
        """A contact's state with the open promises both ways."""
        named = dict.fromkeys(r.id for r in self._ledger.about("contact", id) if isinstance(r, Commitment))
        if not named:
            return state
        open_ones = [
            promise
            for promise in (self.commitments[name] for name in named if name in self.commitments)
            if promise.resolution is None
        ]
        return attrs.evolve(
            state,
            i_owe=tuple(each for each in open_ones if (each.commitment.by, each.commitment.to) == (None, id)),
            owe_me=tuple(
                each for each in open_ones if (each.commitment.by, each.commitment.to) == (id, None)
            ),
        )

    def _with_rest(self, id: str, state: CommitmentState) -> CommitmentState:
        """A promise's state with the days on which nothing falls due."""
        return attrs.evolve(state, rest=self.rest) if self.rest else state

    def _with_touches(self, id: str, state: CadenceState) -> CadenceState:
        """A cadence's state with the talks that count for it, and the days on which none is due."""
        contact = self.contacts.get(state.cadence.contact)
        talked = state if contact is None else state.with_talks(contact.talks)
        return attrs.evolve(talked, rest=self.rest) if self.rest else talked
