"""Perseverance: setbacks and their lessons, silence and rest, spirits, habits, and work on what had ended."""

from typing import Final

from careertrack.pillars.finding import Rule
from careertrack.pillars.perseverance import ended, rest, routines, setbacks, spirits

RULES: Final[tuple[Rule, ...]] = (
    *setbacks.RULES,
    *rest.RULES,
    *spirits.RULES,
    *routines.RULES,
    *ended.RULES,
)
