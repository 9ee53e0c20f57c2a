"""Transitions: every step, and the furthest stage ever reached."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import ClassVar, Final, NamedTuple, Self

import attrs

from careertrack.record import Record
from careertrack.records.moves import STAGES, Offer, Step, Transition
from careertrack.records.people import Conversation
from careertrack.records.rhythm import Effort
from careertrack.state.base import State
from careertrack.vocabulary import Stage

ENDS: Final[tuple[Stage, ...]] = ("accepted", "declined", "rejected", "withdrawn")
ANSWERS_TO_AN_OFFER: Final[tuple[Stage, ...]] = ("accepted", "declined")
# Where the next word is theirs; at an offer it is the owner's.
AWAITING_THEM: Final[tuple[Stage, ...]] = ("applied", "screening", "interviewing")
# Said by the owner alone: they are no answer to an application.
OWN_STEPS: Final[tuple[Stage, ...]] = ("lead", "applied", "withdrawn")
QUIET_DAYS: Final = 28  # house: four weeks, after which a follow-up is seldom too early


class Answer(NamedTuple):
    """The first word that came back on an application: when, and whether it goes on."""

    on: date
    goes_on: bool


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

    @property
    def is_fate_known(self) -> bool:
        """Whether what came of it is on record as far as the day.

        What was imported without its later fate is known again once it has an end, an offer since,
        or a later step that is tracked.
        """
        if self.is_tracked or self.has_ended:
            return True
        return any(offer.on >= self.steps[-1].on for offer in self.offers)

    @property
    def was_accepted(self) -> bool:
        """Whether an offer was ever accepted, whatever came later."""
        return any(step.stage == "accepted" for step in self.steps)

    @property
    def sent(self) -> str | None:
        """What was first sent, such as which CV; the person's own words."""
        return next((step.sent for step in self.steps if step.sent is not None), None)

    @property
    def applied_on(self) -> date | None:
        """The day of the first step to ``applied``."""
        return next((step.on for step in self.steps if step.stage == "applied"), None)

    @property
    def answer(self) -> Answer | None:
        """The first answer to the application: a stage further, an offer, or a rejection.

        ``None`` while there is none, and where there was no step to ``applied``.  On one day, going
        on comes before a rejection.
        """
        return min(self._answers(), key=lambda each: (each.on, not each.goes_on), default=None)

    def _answers(self) -> Iterator[Answer]:
        applied = next((at for at, step in enumerate(self.steps) if step.stage == "applied"), None)
        if applied is None:
            return
        for step in self.steps[applied + 1 :]:
            if step.stage not in OWN_STEPS:
                yield Answer(step.on, step.stage != "rejected")
        for offer in self.offers:
            if offer.on >= self.steps[applied].on:
                yield Answer(offer.on, True)

    @property
    def last_word(self) -> date | None:
        """The latest day of a step, an offer, or a talk about it that took place."""
        talks = [talk.on for talk in self.talks if talk.answered == "yes"]
        return max(
            [step.on for step in self.steps] + [offer.on for offer in self.offers] + talks, default=None
        )

    @property
    def is_quiet(self) -> bool:
        """Whether it is applied for, open, and has had no word for four weeks.

        Derived from days, never recorded: the next word ends it.  A move whose later fate is
        unknown is not quiet, and one with an offer waits for its owner.
        """
        if self.has_ended or not self.is_fate_known or self.furthest not in AWAITING_THEM:
            return False
        return self.last_word is not None and (self.as_of - self.last_word).days >= QUIET_DAYS
