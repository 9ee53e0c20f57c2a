"""The manager: a rhythm of talks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from careertrack.moment import Moment
from careertrack.pillars.finding import Finding, Rule
from careertrack.records.people import Contact


def no_manager_cadence(now: Moment) -> Iterator[Finding]:
    """A contact is the manager, and no cadence with them is in force."""
    managers = tuple(contact for contact in now.standing(Contact) if "manager" in contact.relations)
    promised = {state.cadence.contact for state in now.cadences.values() if state.is_in_force}
    if managers and promised.isdisjoint(contact.id for contact in managers):
        yield Finding(code="no-manager-cadence", severity="hint", pillar="manager", records=managers)


RULES: Final[tuple[Rule, ...]] = (no_manager_cadence,)
