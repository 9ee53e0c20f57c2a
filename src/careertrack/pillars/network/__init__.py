"""The network: rhythms and promises, people met and asked, help both ways, and events."""

from typing import Final

from careertrack.pillars.finding import Rule
from careertrack.pillars.network import contacts, events, help, promises, talks

RULES: Final[tuple[Rule, ...]] = (
    *promises.RULES,
    *contacts.RULES,
    *talks.RULES,
    *help.RULES,
    *events.RULES,
)
