"""The network: touches and promises that fell due."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from careertrack.moment import Moment
from careertrack.pillars.finding import Finding, Rule
from careertrack.state.people import CommitmentState
from careertrack.vocabulary import Pillar


def cadence_overdue(now: Moment) -> Iterator[Finding]:
    """A cadence in force whose next day is past."""
    for id, state in now.cadences.items():
        due = state.next_due
        if due is not None and due < now.day:
            contact = now.contacts[state.cadence.contact]
            params = {"id": id, "due": str(due)}
            yield Finding(
                code="cadence-overdue",
                severity="warning",
                pillar="manager" if contact.is_manager else "network",
                params=params,
                records=(state.cadence,),
            )


def promise_overdue(now: Moment) -> Iterator[Finding]:
    """An open promise, mine or theirs, whose day is past."""
    for id, state in now.commitments.items():
        if state.resolution is None and state.due is not None and state.due < now.day:
            yield Finding(
                code="promise-overdue",
                severity="warning",
                pillar=_pillar_of(now, state),
                params={"id": id, "due": str(state.due)},
                records=(state.commitment,),
            )


def _pillar_of(now: Moment, state: CommitmentState) -> Pillar:
    """Where a promise belongs: by what the other was on the day it was made, or as the person said."""
    promise = state.commitment
    other = now.contacts.get(promise.to or promise.by or "")
    if other is not None and other.was_manager(state.first.on):
        return "manager"
    return promise.pillar or "network"


def no_way_to_reach(now: Moment) -> Iterator[Finding]:
    """A cadence in force with a contact who has no address of any sort."""
    for id, state in now.cadences.items():
        person = now.contacts[state.cadence.contact].contact
        if state.is_in_force and not (person.emails or person.phones or person.links):
            yield Finding(
                code="no-way-to-reach",
                severity="hint",
                pillar="network",
                params={"id": id},
                records=(state.cadence,),
            )


RULES: Final[tuple[Rule, ...]] = (cadence_overdue, promise_overdue, no_way_to_reach)
