"""Touches and promises that fell due."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from careertrack.moment import Moment
from careertrack.pillars.finding import Rule, Said, rule
from careertrack.pillars.people import pillar_of
from careertrack.pillars.spans import is_past

MOVED_OFTEN: Final = 2  # house: once is planning; twice says that something is in the way


@rule("cadence-overdue", "warning", "network")
def cadence_overdue(now: Moment) -> Iterator[Said]:
    """A cadence in force whose next day is past; a touch is good for as many days that are not paused."""
    for id, state in now.cadences.items():
        due, contact = state.next_due, now.contacts.get(state.cadence.contact)
        if due is not None and due < now.day:
            is_manager = contact is not None and contact.is_manager
            yield Said({"id": id, "due": str(due)}, (state.cadence,), "manager" if is_manager else "network")


@rule("promise-overdue", "warning", "network")
def promise_overdue(now: Moment) -> Iterator[Said]:
    """An open promise, mine or theirs, whose day is past; a paused day falls on the first that was not."""
    for id, state in now.commitments.items():
        if state.resolution is None and state.due is not None and is_past(now, state.due):
            params = {"id": id, "due": str(now.rest.resumed(state.due))}
            yield Said(params, (state.commitment,), pillar_of(now, state))


@rule("promise-moved-twice", "notice", "network")
def moved_twice(now: Moment) -> Iterator[Said]:
    """An open promise of the owner's that was moved in time twice or more, the last time on a day before."""
    for id, state in now.commitments.items():
        is_open = state.resolution is None and state.is_mine
        if is_open and len(state.moves) >= MOVED_OFTEN and state.moves[-1].on < now.day:
            yield Said({"id": id, "times": len(state.moves)}, (state.commitment,), pillar_of(now, state))


RULES: Final[tuple[Rule, ...]] = (cadence_overdue, promise_overdue, moved_twice)
