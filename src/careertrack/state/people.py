"""People, organizations, events and promises."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import ClassVar, Literal, NamedTuple, Self

import attrs

from careertrack.days import Rest
from careertrack.record import Record
from careertrack.records.people import Commitment, Contact, Conversation, Event, Organization
from careertrack.records.rhythm import Effort
from careertrack.records.setbacks import Resolution
from careertrack.state.base import State, resolved
from careertrack.state.deadlines import NO_REST, Asked, Ended, Left, Term, term


class Employment(NamedTuple):
    """Where a contact worked, as what, since when that is known and when it was known no more."""

    organization: str | None
    title: str | None
    since: date | None
    until: date | None = None


@attrs.frozen(kw_only=True)
class ContactState(State):
    """A contact, where they worked before, the talks, and who owes whom.

    Args:
        contact: The revision in force.
        revisions: Every revision of the contact.
        employments: Every organization and title on record, in order; the present one has no ``until``.
        talks: Every conversation, in order.
        i_owe: Open promises of the owner to them.
        owe_me: Open promises of theirs to the owner.
    """

    reads: ClassVar = frozenset({"contact", "conversation"})

    contact: Contact = attrs.field(repr=False)
    revisions: tuple[Contact, ...] = attrs.field(default=(), repr=False)
    employments: tuple[Employment, ...] = attrs.field(default=(), repr=False)
    talks: tuple[Conversation, ...] = ()
    i_owe: tuple[CommitmentState, ...] = ()
    owe_me: tuple[CommitmentState, ...] = ()

    @classmethod
    def begin(cls, record: Contact) -> Self:
        return cls(contact=record)

    def fold(self, records: Sequence[Record]) -> Self:
        revisions, employments, talks = list(self.revisions), list(self.employments), list(self.talks)
        for record in records:
            if isinstance(record, Conversation):
                talks.append(record)
            elif isinstance(record, Contact) and record.id == self.contact.id:
                revisions.append(record)
                _employed(employments, record)
        return attrs.evolve(
            self,
            contact=revisions[-1] if revisions else self.contact,
            revisions=tuple(revisions),
            employments=tuple(employments),
            talks=tuple(talks),
        )

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

    def was_manager(self, day: date) -> bool:
        """Whether the owner reported to them on a day before, by the revision in force then."""
        then = [each for each in self.revisions if each.on is None or each.on <= day]
        return any("manager" in each.relations for each in then[-1:])


def _employed(employments: list[Employment], contact: Contact) -> None:
    """Goes on with a contact's employments by a revision: the present one ends where it says otherwise."""
    here = (contact.organization, contact.title)
    present = employments[-1] if employments and employments[-1].until is None else None
    if present is not None and present[:2] != here:
        employments[-1] = present._replace(until=contact.on)
    if here not in {(None, None), present and present[:2]}:
        employments.append(Employment(*here, contact.on))


@attrs.frozen(kw_only=True)
class OrganizationState(State):
    """An organization, as it is known on the day.

    Args:
        organization: The revision in force.
    """

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
    """An event, and whether it was attended.

    Args:
        event: The revision in force.
        minutes: Effort recorded on it.
        resolution: How it ended; a later revision reopens it.
    """

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

    It is judged once, at the end of its deadline: the due day in force, which may be moved once
    in time.  What was settled then stays; only a revision after a resolution begins it anew.

    Args:
        commitment: The revision in force.
        first: The first record of it.
        resolution: How it ended; a later revision reopens it.
        history: Each promise and each end, in order.
        rest: The paused days: what is unkept on one falls due on the first day after.
    """

    reads: ClassVar = frozenset({"commitment", "resolution"})

    commitment: Commitment
    first: Commitment
    resolution: Resolution | None = None
    history: tuple[Asked | Ended, ...] = attrs.field(default=(), repr=False)
    rest: Rest = attrs.field(default=NO_REST, repr=False)

    @classmethod
    def begin(cls, record: Commitment) -> Self:
        return cls(commitment=record, first=record)

    def fold(self, records: Sequence[Record]) -> Self:
        commitment, resolution, history = self.commitment, self.resolution, list(self.history)
        for record in records:
            resolution = resolved(resolution, record, Commitment)
            if isinstance(record, Resolution):
                history.append(Ended(record.on, record.outcome))
            elif isinstance(record, Commitment):
                commitment = record
                history.append(Asked(record.on, record.due))
        return attrs.evolve(self, commitment=commitment, resolution=resolution, history=tuple(history))

    @property
    def term(self) -> Term:
        """Where it stands: deadline, moves, and what it was judged to be."""
        return term(Asked(self.first.on, self.first.due), self.history, self.as_of, self.rest)

    @property
    def due(self) -> date | None:
        """The due day in force."""
        return self.commitment.due

    @property
    def deadline(self) -> date | None:
        """The day at whose end it is judged: the second and later moves do not put it off."""
        return self.term.deadline

    @property
    def moves(self) -> tuple[Left, ...]:
        """The due days that it left in time, in order, each with the day on which it left it."""
        return self.term.moves

    @property
    def misses(self) -> tuple[date, ...]:
        """The deadlines at whose end it stood unkept, also those from before it was reopened."""
        return tuple(verdict.due for verdict in self.term.verdicts if verdict.settled == "missed")

    @property
    def status(self) -> Literal["open", "moved", "kept", "missed", "dropped"]:
        """What became of it by the day.

        ``kept`` if done by its deadline; ``missed`` from the day after a deadline at whose end it
        stood unkept, however it ended later; ``moved`` while open with a due day put off in time,
        which may happen once: a second move is a miss from the day after the due day it left;
        ``dropped`` if dropped in time.
        """
        return self.term.status

    @property
    def is_mine(self) -> bool:
        """Whether the owner promised."""
        return self.commitment.by is None
