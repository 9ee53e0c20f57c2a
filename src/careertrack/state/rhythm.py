"""Routines, and cadences with their next due day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import ClassVar, Self

import attrs

from careertrack.days import next_after, nth
from careertrack.record import Record
from careertrack.records.people import Conversation
from careertrack.records.rhythm import Cadence, Effort, Routine
from careertrack.records.setbacks import Resolution
from careertrack.state.base import State, resolved


@attrs.frozen(kw_only=True)
class RoutineState(State):
    """A promised pace, every revision of it, and the effort recorded on it by name."""

    reads: ClassVar = frozenset({"routine", "effort", "resolution"})

    routine: Routine
    revisions: tuple[Routine, ...] = ()
    efforts: tuple[Effort, ...] = ()
    resolution: Resolution | None = None

    @classmethod
    def begin(cls, record: Routine) -> Self:
        return cls(routine=record)

    def fold(self, records: Sequence[Record]) -> Self:
        revisions, efforts, resolution = list(self.revisions), list(self.efforts), self.resolution
        for record in records:
            resolution = resolved(resolution, record, Routine)
            if isinstance(record, Routine):
                revisions.append(record)
            elif isinstance(record, Effort):
                efforts.append(record)
        return attrs.evolve(
            self,
            routine=revisions[-1] if revisions else self.routine,
            revisions=tuple(revisions),
            efforts=tuple(efforts),
            resolution=resolution,
        )

    @property
    def is_in_force(self) -> bool:
        """Whether it is promised on the day."""
        return self.resolution is None and (self.routine.until is None or self.as_of <= self.routine.until)


@attrs.frozen(kw_only=True)
class CadenceState(State):
    """A promised rhythm with a person, and the touches that count for it.

    Args:
        cadence: The revision in force.
        first: The first record of it.
        touches: Conversations with the person of the kind it means, since its first day.
        resolution: How it ended.
    """

    reads: ClassVar = frozenset({"cadence", "resolution"})

    cadence: Cadence
    first: Cadence
    touches: tuple[Conversation, ...] = ()
    resolution: Resolution | None = None

    @classmethod
    def begin(cls, record: Cadence) -> Self:
        return cls(cadence=record, first=record)

    def fold(self, records: Sequence[Record]) -> Self:
        cadence, resolution = self.cadence, self.resolution
        for record in records:
            resolution = resolved(resolution, record, Cadence)
            if isinstance(record, Cadence):
                cadence = record
        return attrs.evolve(self, cadence=cadence, resolution=resolution)

    def with_talks(self, talks: Sequence[Conversation]) -> Self:
        """The same state with the touches among a contact's conversations."""
        kind, start = self.cadence.type, self.first.on
        touches = tuple(talk for talk in talks if talk.on >= start and kind in (None, talk.type))
        return attrs.evolve(self, touches=touches)

    @property
    def is_in_force(self) -> bool:
        """Whether it is promised on the day."""
        return self.resolution is None and (self.cadence.until is None or self.as_of <= self.cadence.until)

    @property
    def next_due(self) -> date | None:
        """The day to have been in touch by next, which may be past; ``None`` when it has ended.

        An interval after the last touch, or after its first day if there was none.  Counted from
        the schedule, it is the next scheduled day after the last touch, if that is later.
        """
        if not self.is_in_force:
            return None
        last = self.touches[-1].on if self.touches else self.first.on
        due = nth(last, self.cadence.every, 1)
        if self.cadence.counted_from == "schedule" and due is not None:
            scheduled = next_after(self.first.on, self.cadence.every, last)
            due = max(due, scheduled) if scheduled is not None else due
        if due is not None and self.cadence.until is not None and due > self.cadence.until:
            return None
        return due
