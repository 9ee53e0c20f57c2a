"""Credit: the moves that came through a contact, an event or a channel, from lead to outcome."""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter
from typing import Any

import attrs

from careertrack.moment import Moment
from careertrack.pillars.people import contacts
from careertrack.records.moves import STAGES, Transition
from careertrack.records.people import Contact
from careertrack.state.moves import TransitionState
from careertrack.vocabulary import Stage

__all__ = ["Credit"]


@attrs.frozen(kw_only=True)
class Credit:
    """What came through a contact, an event or a channel.

    Args:
        id: Of the contact or event; the word for the channel.
        moves: The ids of the moves, in order of their first records.
        furthest: The furthest stage that any of them ever reached; ``None`` if none has a step.
        applied: How many were applied for, or went further.
        interviewing: How many came to interviews, or further.
        offers: How many came to an offer.
        accepted: How many were accepted.
        people: The contacts whom this contact introduced, or who were met at this event.
    """

    id: str
    moves: tuple[str, ...] = ()
    furthest: Stage | None = None
    applied: int = 0
    interviewing: int = 0
    offers: int = 0
    accepted: int = 0
    people: tuple[str, ...] = ()

    def told(self) -> str:
        """The counts in a line, those that are 0 left out."""
        counts = (
            (len(self.moves), "move" if len(self.moves) == 1 else "moves"),
            (self.applied, "applied for"),
            (self.interviewing, "to interviews"),
            (self.offers, "to an offer"),
            (self.accepted, "accepted"),
            (len(self.people), "met that way"),
        )
        return ", ".join(f"{count} {what}" for count, what in counts if count)

    def to_dict(self) -> dict[str, Any]:
        """Plain data."""
        return {**attrs.asdict(self), "moves": list(self.moves), "people": list(self.people)}


def by_contact(now: Moment) -> tuple[Credit, ...]:
    """What came through each contact: moves, and the people they introduced."""
    return _credits(now, attrgetter("contact"), attrgetter("introduced_by"))


def by_event(now: Moment) -> tuple[Credit, ...]:
    """What came through each event: moves, and the people met there."""
    return _credits(now, attrgetter("event"), attrgetter("met_at"))


def by_channel(now: Moment) -> tuple[Credit, ...]:
    """What came through each channel."""
    return _credits(now, attrgetter("channel"), lambda contact: None)


def _credits(
    now: Moment, through: Callable[[Transition], str | None], met: Callable[[Contact], str | None]
) -> tuple[Credit, ...]:
    """What came through each: by acceptances, then offers, then the furthest stage, then moves, then id."""
    moves: dict[str, dict[str, TransitionState]] = {}
    for id, state in now.transitions.items():
        source = through(state.transition)
        if source is not None:
            moves.setdefault(source, {})[id] = state
    people: dict[str, list[str]] = {}
    for contact in now.once(contacts):
        source = met(contact)
        if source is not None:
            people.setdefault(source, []).append(contact.id)
    made = [_credit(id, moves.get(id, {}), people.get(id, [])) for id in {**moves, **people}]
    return tuple(sorted(made, key=_order))


def _credit(id: str, moves: dict[str, TransitionState], people: list[str]) -> Credit:
    reached = [state.furthest for state in moves.values()]
    places = [STAGES.index(stage) for stage in reached if stage is not None]
    return Credit(
        id=id,
        moves=tuple(moves),
        furthest=STAGES[max(places)] if places else None,
        applied=sum(place >= STAGES.index("applied") for place in places),
        interviewing=sum(place >= STAGES.index("interviewing") for place in places),
        offers=sum(place >= STAGES.index("offer") for place in places),
        accepted=sum(state.was_accepted for state in moves.values()),
        people=tuple(people),
    )


def _order(each: Credit) -> tuple[int, int, int, int, str]:
    stage = -1 if each.furthest is None else STAGES.index(each.furthest)
    return -each.accepted, -each.offers, -stage, -len(each.moves), each.id
