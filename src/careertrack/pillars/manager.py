"""The manager: a rhythm of talks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from careertrack.moment import Moment
from careertrack.pillars.finding import Finding, Rule


def no_manager_cadence(now: Moment) -> Iterator[Finding]:
    """A contact is the manager, and no cadence with them is in force."""
    managers = [id for id, state in now.contacts.items() if state.is_manager]
    promised = {state.cadence.contact for state in now.cadences.values() if state.is_in_force}
    if managers and promised.isdisjoint(managers):
        records = tuple(now.contacts[id].contact for id in managers)
        yield Finding(code="no-manager-cadence", severity="hint", pillar="manager", records=records)


RULES: Final[tuple[Rule, ...]] = (no_manager_cadence,)
