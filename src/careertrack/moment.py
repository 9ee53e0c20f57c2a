"""A ledger as of a day: mappings that fold a dossier when somebody asks for it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import Final, Generic, TypeVar

import attrs

from careertrack.ledger import Dossier, Ledger
from careertrack.record import Definition, Fact, Record, Unreadable
from careertrack.records.people import Commitment
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


def _ordinal(record: Record) -> int:
    return 0 if record.on is None else record.on.toordinal()


class Room(Mapping[str, S], Generic[S]):
    """The states of one kind by id, in the order of their first records, each folded when asked for.

    What begins only after the day is not there; nor is what no version of this library can read.
    """

    __slots__ = ("_day", "_finish", "_kind", "_known", "_ledger", "_open", "_state")

    def __init__(
        self,
        ledger: Ledger,
        day: date,
        kind: str,
        state: type[S],
        finish: Callable[[str, S], S] | None = None,
    ) -> None:
        self._ledger, self._day, self._kind, self._state = ledger, day, kind, state
        self._finish = finish
        self._known: dict[str, S] = {}
        self._open: tuple[str, ...] | None = None

    def own(self, id: str) -> Dossier:
        """The definition itself and its revisions up to the day; none before it begins."""
        about = upto(self._ledger.about(self._kind, id), self._day)
        return tuple(
            r for r in about if r.kind == self._kind and r.id == id and not isinstance(r, Unreadable)
        )

    def __getitem__(self, id: str) -> S:
        known = self._known.get(id)
        if known is None:
            own = self.own(id)
            if not own:
                raise KeyError(f"no {self._kind} {shown_id(self._kind, id)!r} by {self._day}")
            known = self._state.begin(own[0]).fold(upto(self._ledger.about(self._kind, id), self._day))
            known = known.seen(self._day)
            if self._finish is not None:
                known = self._finish(id, known)
            self._known[id] = known
        return known

    def __iter__(self) -> Iterator[str]:
        if self._open is None:  # a day's ids do not change, and many rules ask for them
            self._open = tuple(id for id in self._ledger.ids(self._kind) if id in self)
        return iter(self._open)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def __contains__(self, id: object) -> bool:
        return isinstance(id, str) and (id in self._known or bool(self.own(id)))

    def __repr__(self) -> str:
        return f"<{len(self)} {self._kind} states on {self._day}>"


class Moment:
    """What a ledger says as of the end of a day."""

    def __init__(self, ledger: Ledger, day: date) -> None:
        self._ledger, self._day = ledger, day

    @property
    def day(self) -> date:
        """The day."""
        return self._day

    def _room(self, kind: str, state: type[S], finish: Callable[[str, S], S] | None = None) -> Room[S]:
        return Room(self._ledger, self._day, kind, state, finish)

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
        return self._room("commitment", CommitmentState)

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

    def facts(self, cls: type[F]) -> tuple[F, ...]:
        """All facts of a kind up to the day, in order."""
        return tuple(fact for fact in upto(self._ledger.about(cls.kind), self._day) if isinstance(fact, cls))

    def latest(self, cls: type[F]) -> F | None:
        """The latest fact of a kind."""
        known = upto(self._ledger.about(cls.kind), self._day)
        return next((fact for fact in reversed(known) if isinstance(fact, cls)), None)

    def standing(self, cls: type[D]) -> Iterator[D]:
        """Each definition of a kind as it stands on the day, by their first records; nothing is folded."""
        for id in self._ledger.ids(cls.kind):
            own = [each for each in upto(self._ledger.own(cls.kind, id), self._day) if isinstance(each, cls)]
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

    def _with_touches(self, id: str, state: CadenceState) -> CadenceState:
        """A cadence's state with the talks that count for it."""
        return state.with_talks(self.contacts[state.cadence.contact].talks)
