"""Every record kind once: its name and its place within a day.

Names only, no classes, so that every floor may read it; `careertrack.records` has the classes.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

# Same-day order.  What is named comes before what names it, and a fact after what it is about;
# a resolution comes last, since what is resolved on a day was in force on that day.
KINDS: Final = (
    "skill",
    "organization",
    "contact",
    "event",
    "role",
    "course",
    "position",
    "goal",
    "transition",
    "evidence",
    "routine",
    "cadence",
    "conversation",
    "commitment",
    "setback",
    "interest-profile",
    "priorities",
    "reflection",
    "target-role",
    "capacity",
    "runway",
    "pause",
    "effort",
    "assessment",
    "check-in",
    "step",
    "offer",
    "resolution",
)
RANK: Final[Mapping[str, int]] = {kind: rank for rank, kind in enumerate(KINDS)}

# Definitions whose first record has no day and holds from the start.
TIMELESS: Final = frozenset({"skill", "organization", "contact", "event", "role", "course", "position"})

# Definitions that begin on the day of their first record.
DATED: Final = frozenset({"goal", "transition", "evidence", "routine", "cadence", "commitment", "setback"})

FACTS: Final = tuple(kind for kind in KINDS if kind not in TIMELESS | DATED)
