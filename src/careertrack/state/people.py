"""People, organizations, events and promises."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import ClassVar, Literal, NamedTuple, Self

import attrs

from careertrack.record import Record
from careertrack.records.people import Commitment, Contact, Conversation, Event, Organization
from careertrack.records.rhythm import Effort
from careertrack.records.setbacks import Resolution
from careertrack.state.base import State, resolved


class Employment(NamedTuple):
    """Where a contact worked, as what, and since when that is known."""

    organization: str | None
    title: str | None
    since: date | None


@attrs.frozen(kw_only=True)
class ContactState(State):
    """A contact, where they worked before, the talks, and who owes whom.

    Args:
        contact: The revision in force.
        employments: Every organization and title on record, in order; the last is the present one.
        talks: Every conversation, in order.
        i_owe: Open promises of the owner to them.
        owe_me: Open promises of theirs to the owner.
    """

    reads: ClassVar = frozenset({"contact", "conversation"})

    contact: Contact = attrs.field(repr=False)
    employments: tuple[Employment, ...] = attrs.field(default=(), repr=False)
    talks: tuple[Conversation, ...] = ()
    i_owe: tuple[CommitmentState, ...] = ()
    owe_me: tuple[CommitmentState, ...] = ()

    @classmethod
    def begin(cls, record: Contact) -> Self:
        return cls(contact=record)

    def fold(self, records: Sequence[Record]) -> Self:
        contact, employments, talks = self.contact, list(self.employments), list(self.talks)
        for record in records:
            if isinstance(record, Conversation):
                talks.append(record)
            elif isinstance(record, Contact) and record.id == contact.id:
                contact = record
                here = (contact.organization, contact.title)
                if here != (None, None) and (not employments or employments[-1][:2] != here):
                    employments.append(Employment(*here, record.on))
        return attrs.evolve(self, contact=contact, employments=tuple(employments), talks=tuple(talks))

    @property
    def last_talk(self) -> Conversation | None:
        """The latest conversation, answered or not."""
        return self.talks[-1] if self.talks else None

    @property
    def past_organizations(self) -> tuple[str, ...]:
        """Where they worked and work no more, in order."""
        now = self.contact.organization
        names = (each.organization for each in self.employments)
        return tuple(dict.fromkeys(name for name in names if name is not None and name != now))

    @property
    def is_manager(self) -> bool:
        """Whether the owner reports to them on the day."""
        return "manager" in self.contact.relations


@attrs.frozen(kw_only=True)
class OrganizationState(State):
    """An organization, as it is known on the day."""

    reads: ClassVar = frozenset({"organization"})

    organization: Organization

    @classmethod
    def begin(cls, record: Organization) -> Self:
        return cls(organization=record)

    def fold(self, records: Sequence[Record]) -> Self:
        own = [record for record in records if isinstance(record, Organization)]
        return attrs.evolve(self, organization=own[-1]) if own else self

    @property
    def names(self) -> tuple[str, ...]:
        """Every name that records may know it by."""
        return (self.organization.name, *self.organization.aliases)


@attrs.frozen(kw_only=True)
class EventState(State):
    """An event, and whether it was attended."""

    reads: ClassVar = frozenset({"event", "effort", "resolution"})

    event: Event
    minutes: int = 0
    resolution: Resolution | None = None

    @classmethod
    def begin(cls, record: Event) -> Self:
        return cls(event=record)

    def fold(self, records: Sequence[Record]) -> Self:
        event, minutes, resolution = self.event, self.minutes, self.resolution
        for record in records:
            resolution = resolved(resolution, record, Event)
            if isinstance(record, Effort):
                minutes += record.minutes
            elif isinstance(record, Event):
                event = record
        return attrs.evolve(self, event=event, minutes=minutes, resolution=resolution)

    @property
    def was_attended(self) -> bool:
        """Whether effort was recorded on it or it was resolved as done."""
        return self.minutes > 0 or (self.resolution is not None and self.resolution.outcome == "done")


@attrs.frozen(kw_only=True)
class CommitmentState(State):
    """A promise, when it is due now and was due at first, and what became of it.

    Args:
        commitment: The revision in force.
        first: The first record of it.
        moves: The due days that it left, in order, each with the day on which it left it.
        missed_on: The due day at whose end it stood unkept, if there was one.
        resolution: How it ended.
    """

    reads: ClassVar = frozenset({"commitment", "resolution"})

    commitment: Commitment
    first: Commitment
    moves: tuple[tuple[date | None, date], ...] = ()
    missed_on: date | None = None
    resolution: Resolution | None = None

    @classmethod
    def begin(cls, record: Commitment) -> Self:
        return cls(commitment=record, first=record)

    def fold(self, records: Sequence[Record]) -> Self:
        state = self
        for record in records:
            if isinstance(record, Resolution):
                state = attrs.evolve(state, missed_on=state._missed_before(record.on), resolution=record)
            elif isinstance(record, Commitment) and record != state.commitment:
                state = state._revised(record)
        return state

    def _revised(self, record: Commitment) -> Self:
        resolution = resolved(self.resolution, record, Commitment)
        reopened = self.resolution is not None and resolution is None
        moves, missed = self.moves, None if reopened else self._missed_before(record.on)
        if record.due != self.commitment.due and not reopened:
            moves = (*moves, (self.commitment.due, record.on))
        return attrs.evolve(self, commitment=record, moves=moves, missed_on=missed, resolution=resolution)

    def _missed_before(self, day: date) -> date | None:
        """The due day that passed unkept before a day, if one did."""
        due = self.commitment.due
        if self.missed_on is None and self.resolution is None and due is not None and due < day:
            return due
        return self.missed_on

    @property
    def due(self) -> date | None:
        """The due day in force."""
        return self.commitment.due

    @property
    def status(self) -> Literal["open", "moved", "kept", "missed", "dropped"]:
        """What became of it by the day.

        ``kept`` if done by the day it was due; ``missed`` from the day after a due day at whose
        end it stood unkept, however it ended later; ``moved`` while open with a due day put off
        in time, which may happen once: a second move is a miss from the day after the due day
        it left; ``dropped`` if dropped in time.
        """
        if self._missed_before(self.as_of) is not None or self._second_move_is_due:
            return "missed"
        if self.resolution is not None:
            return "kept" if self.resolution.outcome == "done" else "dropped"
        return "moved" if self.moves else "open"

    @property
    def _second_move_is_due(self) -> bool:
        left = self.moves[1][0] if len(self.moves) > 1 else None
        return left is not None and left < self.as_of

    @property
    def is_mine(self) -> bool:
        """Whether the owner promised."""
        return self.commitment.by is None
