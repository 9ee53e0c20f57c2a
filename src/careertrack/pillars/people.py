"""What the rules ask about people: who they are on the day, who was the manager, where a promise belongs."""

from __future__ import annotations

from careertrack.moment import Moment
from careertrack.records.people import Contact, Conversation
from careertrack.state.people import CommitmentState
from careertrack.vocabulary import Pillar


def contacts(now: Moment) -> tuple[Contact, ...]:
    """Every contact as they stand on the day."""
    return tuple(now.standing(Contact))


def managers(now: Moment) -> tuple[Contact, ...]:
    """The contacts whom the owner reports to on the day."""
    return tuple(contact for contact in now.once(contacts) if "manager" in contact.relations)


def manager_talks(now: Moment) -> tuple[Conversation, ...]:
    """The talks with those who are the manager on the day, since they were, in order of their days."""
    states = [now.contacts[contact.id] for contact in now.once(managers)]
    talks = {id(talk): talk for state in states for talk in state.talks if state.was_manager(talk.on)}
    return tuple(sorted(talks.values(), key=lambda talk: talk.on))


def has_job(now: Moment) -> bool:
    """Whether a job is held on the day."""
    return any(state.is_current and state.position.type == "job" for state in now.positions.values())


def has_manager(now: Moment) -> bool:
    """Whether there is, or could be, somebody whom the owner reports to."""
    return bool(now.once(managers)) or now.once(has_job)


def is_with_manager(now: Moment, talk: Conversation) -> bool:
    """Whether the owner reported to somebody in a talk on the day of it."""
    states = [now.contacts.get(id) for id in talk.contacts]
    return any(state is not None and state.was_manager(talk.on) for state in states)


def pillar_of(now: Moment, state: CommitmentState) -> Pillar:
    """Where a promise belongs: by what the other was on the day it was made, or as the person said."""
    promise = state.commitment
    other = now.contacts.get(promise.to or promise.by or "")
    if other is not None and other.was_manager(state.first.on):
        return "manager"
    return promise.pillar or "network"
