"""Events: ahead, and followed up."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import Final

from careertrack.moment import Moment
from careertrack.pillars.finding import Rule, Said, listed, rule
from careertrack.pillars.people import contacts
from careertrack.pillars.spans import QUARTER_DAYS, SETTLING_DAYS, ago, is_within, waited
from careertrack.records.people import Contact, Event

AHEAD_DAYS: Final = 7  # house: a week is time to prepare, to ask for an evening off, to say no


def day_of(event: Event) -> date | None:
    """The day that an event starts on, in its own zone; ``None`` where it is not known."""
    return event.starts.date() if isinstance(event.starts, datetime) else event.starts


def ahead(now: Moment) -> tuple[tuple[Event, date], ...]:
    """The events of today and the week ahead that were not resolved, each with its day."""
    dated = [(event, day_of(event)) for event in now.standing(Event)]
    return tuple(
        (event, day)
        for event, day in dated
        if day is not None and is_within(now, day, AHEAD_DAYS) and now.events[event.id].resolution is None
    )


@rule("event-ahead", "warning", "network")
def event_ahead(now: Moment) -> Iterator[Said]:
    """An event is today or within a week, and was neither called off nor attended."""
    for event, day in now.once(ahead):
        yield Said({"id": event.id, "on": str(day)}, (event,))


@rule("event-without-follow-up", "hint", "network")
def no_follow_up(now: Moment) -> Iterator[Said]:
    """Contacts were met at an event a week to 91 days ago, with no talk since the day of it."""
    met: dict[str, list[Contact]] = {}
    for contact in now.once(contacts):
        if contact.met_at is not None:
            met.setdefault(contact.met_at, []).append(contact)
    for id, people in met.items():
        state = now.events.get(id)
        day = None if state is None else day_of(state.event)
        if day is None or waited(now, day) < SETTLING_DAYS or day < ago(now, QUARTER_DAYS):
            continue
        lasts = [(each, now.contacts[each.id].last_talk) for each in people]
        silent = [each for each, talk in lasts if talk is None or talk.on <= day]
        if silent:
            params = {"id": id, "count": len(silent), "contacts": listed([each.id for each in silent])}
            yield Said(params, tuple(silent))


RULES: Final[tuple[Rule, ...]] = (event_ahead, no_follow_up)
