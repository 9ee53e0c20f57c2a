"""Transitions: every step, and the furthest stage ever reached."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Final, Self

import attrs

from careertrack.record import Record
from careertrack.records.moves import STAGES, Offer, Step, Transition
from careertrack.records.people import Conversation
from careertrack.records.rhythm import Effort
from careertrack.state.base import State
from careertrack.vocabulary import Stage

ENDS: Final[tuple[Stage, ...]] = ("accepted", "declined", "rejected", "withdrawn")
ANSWERS_TO_AN_OFFER: Final[tuple[Stage, ...]] = ("accepted", "declined")


@attrs.frozen(kw_only=True)
class TransitionState(State):
    """A transition, its steps, offers and talks.

    Args:
        transition: The revision in force.
        steps: Every step, in order.
        offers: Every offer, in order.
        talks: Every conversation about it, in order.
        minutes: Effort spent on it.
    """

    reads: ClassVar = frozenset({"transition", "step", "offer", "conversation", "effort"})

    transition: Transition
    steps: tuple[Step, ...] = ()
    offers: tuple[Offer, ...] = ()
    talks: tuple[Conversation, ...] = ()
    minutes: int = 0

    @classmethod
    def begin(cls, record: Transition) -> Self:
        return cls(transition=record)

    def fold(self, records: Sequence[Record]) -> Self:
        transition, minutes = self.transition, self.minutes
        steps, offers, talks = list(self.steps), list(self.offers), list(self.talks)
        for record in records:
            if isinstance(record, Step):
                steps.append(record)
            elif isinstance(record, Offer):
                offers.append(record)
            elif isinstance(record, Conversation):
                talks.append(record)
            elif isinstance(record, Effort):
                minutes += record.minutes
            elif isinstance(record, Transition):
                transition = record
        return attrs.evolve(
            self,
            transition=transition,
            steps=tuple(steps),
            offers=tuple(offers),
            talks=tuple(talks),
            minutes=minutes,
        )

    @property
    def stage(self) -> Stage | None:
        """The stage of the latest step."""
        return self.steps[-1].stage if self.steps else None

    @property
    def furthest(self) -> Stage | None:
        """The furthest stage ever reached, ends aside; an end never erases it.

        An offer on record, or an answer to one, says that an offer was reached.
        """
        reached: list[Stage] = [
            "offer" if each.stage in ANSWERS_TO_AN_OFFER else each.stage for each in self.steps
        ]
        reached += ["offer" for _ in self.offers]
        return max((stage for stage in reached if stage not in ENDS), key=STAGES.index, default=None)

    @property
    def has_ended(self) -> bool:
        """Whether the latest step is an end."""
        return self.stage in ENDS

    @property
    def is_tracked(self) -> bool:
        """Whether what came after its latest step is on record; false until a later step is tracked."""
        return not self.steps or self.steps[-1].tracked
