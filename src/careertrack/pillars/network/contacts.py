"""Contacts: how to reach them, who was not asked, who fell silent, who is new."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from careertrack.moment import Moment
from careertrack.pillars.finding import Rule, Said, listed, rule
from careertrack.pillars.people import contacts
from careertrack.pillars.search import is_searching
from careertrack.pillars.spans import QUARTER_DAYS, YEAR_DAYS, has_settled, waited


@rule("no-way-to-reach", "hint", "network")
def no_way_to_reach(now: Moment) -> Iterator[Said]:
    """A cadence in force with a contact who has no address of any sort."""
    for id, state in now.cadences.items():
        other = now.contacts.get(state.cadence.contact)
        if other is not None and state.is_in_force:
            person = other.contact
            if not (person.emails or person.phones or person.links):
                yield Said({"id": id}, (state.cadence,))


@rule("reference-not-asked", "hint", "network")
def reference_not_asked(now: Moment) -> Iterator[Said]:
    """An application is out, and a reference neither vouches for the owner nor was ever talked to."""
    if not now.once(is_searching):
        return
    silent = [
        contact
        for contact in now.once(contacts)
        if "reference" in contact.relations and not contact.vouches and not now.contacts[contact.id].talks
    ]
    if silent:
        yield Said({"count": len(silent), "contacts": listed([each.id for each in silent])}, tuple(silent))


@rule("tie-dormant", "hint", "network")
def tie_dormant(now: Moment) -> Iterator[Said]:
    """A contact vouches for the owner, and the last talk with them was over a year ago."""
    lasts = [(each, now.contacts[each.id].last_talk) for each in now.once(contacts) if each.vouches]
    dormant = [(each, talk) for each, talk in lasts if talk is not None and waited(now, talk.on) > YEAR_DAYS]
    if dormant:
        params = {"count": len(dormant), "contacts": listed([each.id for each, _ in dormant])}
        yield Said(params, tuple(talk for _, talk in dormant))


@rule("nobody-new", "hint", "network")
def nobody_new(now: Moment) -> Iterator[Said]:
    """The newest contact was met more than 91 days ago, and so old is the first ask.

    Where of no contact it is written down when they were met, nothing is said.
    """
    met = [(each.met, each) for each in now.once(contacts) if each.met is not None and each.met <= now.day]
    latest = max((day for day, _ in met), default=None)
    if latest is not None and waited(now, latest) > QUARTER_DAYS and has_settled(now, QUARTER_DAYS):
        yield Said({"met": str(latest)}, tuple(each for day, each in met if day == latest))


RULES: Final[tuple[Rule, ...]] = (no_way_to_reach, reference_not_asked, tie_dormant, nobody_new)
