"""What there is between the owner and a contact: promises, advice and what followed it, a rhythm."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, Literal

import attrs

from careertrack.moment import Moment
from careertrack.page.words import plain
from careertrack.pillars.spans import is_past
from careertrack.records.people import Commitment, Conversation
from careertrack.state.people import CommitmentState

__all__ = ["Advice", "Followed", "Promise", "Rhythm"]


@attrs.frozen(kw_only=True)
class Promise:
    """An open promise between the owner and a contact.

    Args:
        id: Its id.
        what: What was promised.
        mine: Whether the owner promised.
        on: The day it was made.
        days: Its age in days.
        due: The day to keep it by, if there is one.
        is_overdue: Whether that day is past; one that was paused falls on the first that was not.
    """

    id: str
    what: str = attrs.field(repr=False)
    mine: bool
    on: date
    days: int
    due: date | None
    is_overdue: bool

    def __str__(self) -> str:
        due = "" if self.due is None else f", {'was due' if self.is_overdue else 'due'} on {self.due}"
        return f"{plain(self.what)} (promised {self.days} days ago{due})"

    def to_dict(self) -> dict[str, Any]:
        """Plain data."""
        due = None if self.due is None else self.due.isoformat()
        return {**attrs.asdict(self), "on": self.on.isoformat(), "due": due}


@attrs.frozen(kw_only=True)
class Followed:
    """Something on record after advice was given: what it was, not what it was owed to.

    Args:
        what: A later talk with them, a promise made in that talk, or a step or offer of the move that it
            was about.
        on: The day; of a promise, the one on which it was made.
        id: Of the promise or the move.
        status: What became of the promise, or the stage of the move.
    """

    what: Literal["talk", "promise", "step", "offer"]
    on: date
    id: str | None = None
    status: str | None = None

    def __str__(self) -> str:
        if self.what == "promise":
            return f"promise {self.id} of {self.on} {self.status}"
        return " ".join(filter(None, [self.what, self.id, self.status, f"on {self.on}"]))

    def to_dict(self) -> dict[str, Any]:
        """Plain data."""
        return {**attrs.asdict(self), "on": self.on.isoformat()}


@attrs.frozen(kw_only=True)
class Advice:
    """What a contact advised, and what is on record after it.

    Args:
        on: The day.
        advice: What they said.
        transition: The move that it was about.
        followed: The promises made in that talk, the next talk with them, and the later steps and offers
            of the move, in order of their days.
    """

    on: date
    advice: str = attrs.field(repr=False)
    transition: str | None
    followed: tuple[Followed, ...]

    def __str__(self) -> str:
        after = "; ".join(map(str, self.followed)) or "nothing on record that names it"
        return f"{self.on}: {plain(self.advice)} (since then: {after})"

    def to_dict(self) -> dict[str, Any]:
        """Plain data."""
        return {
            "on": self.on.isoformat(),
            "advice": self.advice,
            "transition": self.transition,
            "followed": [each.to_dict() for each in self.followed],
        }


@attrs.frozen(kw_only=True)
class Rhythm:
    """A cadence in force with a contact.

    Args:
        cadence: Its id.
        every: How often.
        type: The kind of talk that it means; any if ``None``.
        due: The day to have been in touch by next, paused days left out; ``None`` past its end.
    """

    cadence: str
    every: str
    type: str | None
    due: date | None

    def __str__(self) -> str:
        kind = "" if self.type is None else f", {self.type}"
        return f"every {self.every}{kind}" + ("" if self.due is None else f": next by {self.due}")

    def to_dict(self) -> dict[str, Any]:
        """Plain data."""
        return {**attrs.asdict(self), "due": None if self.due is None else self.due.isoformat()}


def talks_with(now: Moment, id: str) -> tuple[Conversation, ...]:
    """Every conversation with a contact up to the day, in order."""
    return tuple(each for each in now.about("contact", id) if isinstance(each, Conversation))


def promises_with(now: Moment, id: str) -> tuple[Promise, ...]:
    """The open promises between the owner and a contact, in the order they were made."""
    named = dict.fromkeys(each.id for each in now.about("contact", id) if isinstance(each, Commitment))
    states = [now.commitments[each] for each in named]
    return tuple(_promise(now, each) for each in states if each.resolution is None and _is_with(id, each))


def _is_with(id: str, state: CommitmentState) -> bool:
    return {state.commitment.by, state.commitment.to} == {None, id}


def _promise(now: Moment, state: CommitmentState) -> Promise:
    return Promise(
        id=state.commitment.id,
        what=state.commitment.what,
        mine=state.is_mine,
        on=state.first.on,
        days=(now.day - state.first.on).days,
        due=state.due,
        is_overdue=state.due is not None and is_past(now, state.due),
    )


def advice_of(now: Moment, talks: Sequence[Conversation]) -> tuple[Advice, ...]:
    """What was advised in some talks, the latest first, each with what is on record after it."""
    return tuple(
        Advice(
            on=talk.on,
            advice=talk.advice,
            transition=talk.transition,
            followed=tuple(sorted(_followed(now, talk, talks[at + 1 :]), key=lambda each: each.on)),
        )
        for at, talk in reversed(list(enumerate(talks)))
        if talk.advice is not None
    )


def _followed(now: Moment, talk: Conversation, later: Sequence[Conversation]) -> Iterator[Followed]:
    following = next((each for each in later if each.on > talk.on), None)
    if following is not None:
        yield Followed(what="talk", on=following.on)
    promised = () if talk.id is None else now.about("conversation", talk.id)
    for id in dict.fromkeys(each.id for each in promised if isinstance(each, Commitment)):
        state = now.commitments[id]
        yield Followed(what="promise", on=state.first.on, id=id, status=state.status)
    move = None if talk.transition is None else now.transitions.get(talk.transition)
    if move is not None:
        steps = (each for each in move.steps if each.on > talk.on)
        yield from (
            Followed(what="step", on=each.on, id=talk.transition, status=each.stage) for each in steps
        )
        offers = (each for each in move.offers if each.on > talk.on)
        yield from (Followed(what="offer", on=each.on, id=talk.transition) for each in offers)


def rhythms_with(now: Moment, id: str) -> tuple[Rhythm, ...]:
    """The cadences in force with a contact."""
    return tuple(
        Rhythm(
            cadence=each,
            every=str(state.cadence.every),
            type=state.cadence.type,
            due=state.next_due,
        )
        for each, state in now.cadences.items()
        if state.cadence.contact == id and state.is_in_force
    )
