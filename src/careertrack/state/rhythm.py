"""Routines, and cadences with their next due day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import ClassVar, Self

import attrs

from careertrack.days import Rest, covered_until
from careertrack.record import Record
from careertrack.records.people import Conversation
from careertrack.records.rhythm import Cadence, Effort, Routine
from careertrack.records.setbacks import Resolution
from careertrack.state.base import State, resolved
from careertrack.state.deadlines import NO_REST


@attrs.frozen(kw_only=True)
class RoutineState(State):
    """A promised pace, every revision of it, and the effort recorded on it by name.

    Args:
        routine: The revision in force.
        revisions: Every record of it, the first one included, in order.
        efforts: Effort recorded on it by name, in order.
        resolution: How it ended; a later revision reopens it.
    """

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
        began: The day it was promised; or promised anew, after it had ended or with another person
            or kind of talk in mind.  Its schedule is counted from here.
        touches: Conversations with the person of the kind it means, since that day.
        resolution: How it ended.
        rest: The paused days: a touch lasts for as many days that are not paused.
    """

    reads: ClassVar = frozenset({"cadence", "resolution"})

    cadence: Cadence
    first: Cadence
    began: date
    touches: tuple[Conversation, ...] = ()
    resolution: Resolution | None = None
    rest: Rest = attrs.field(default=NO_REST, repr=False)

    @classmethod
    def begin(cls, record: Cadence) -> Self:
        return cls(cadence=record, first=record, began=record.on)

    def fold(self, records: Sequence[Record]) -> Self:
        cadence, began, resolution = self.cadence, self.began, self.resolution
        for record in records:
            ended = resolution is not None
            resolution = resolved(resolution, record, Cadence)
            if isinstance(record, Cadence):
                ended = ended or (cadence.until is not None and cadence.until < record.on)
                if ended or (record.contact, record.type) != (cadence.contact, cadence.type):
                    began = record.on
                cadence = record
        return attrs.evolve(self, cadence=cadence, began=began, resolution=resolution)

    def with_talks(self, talks: Sequence[Conversation]) -> Self:
        """The same state with the touches among a contact's conversations."""
        kind = self.cadence.type
        touches = tuple(talk for talk in talks if talk.on >= self.began and kind in (None, talk.type))
        return attrs.evolve(self, touches=touches)

    @property
    def is_in_force(self) -> bool:
        """Whether it is promised on the day."""
        return self.resolution is None and (self.cadence.until is None or self.as_of <= self.cadence.until)

    @property
    def next_due(self) -> date | None:
        """The day to have been in touch by next, which may be past; ``None`` when it has ended.

        An interval after the last touch, or after the day it began if there was none.  Counted
        from the schedule, it is the next scheduled day after the last touch, if that is later:
        monthly from the 31st, a touch on 28 February is good until 31 March.  A pause puts it off:
        a touch lasts for as many days that are not paused, and nothing falls due on a paused one.
        """
        if not self.is_in_force:
            return None
        last = self.touches[-1].on if self.touches else self.began
        anchor = self.began if self.cadence.counted_from == "schedule" else None
        due = covered_until(last, self.cadence.every, anchor)
        if due is not None and self.rest:
            due = self.rest.resumed(self.rest.after(last, (due - last).days) if self.touches else due)
        if due is not None and self.cadence.until is not None and due > self.cadence.until:
            return None
        return due
