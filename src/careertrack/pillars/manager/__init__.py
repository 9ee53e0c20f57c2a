"""The manager: a rhythm of talks, what is said in them, and what is shown."""

from typing import Final

from careertrack.pillars.finding import Rule
from careertrack.pillars.manager import proof, talks

RULES: Final[tuple[Rule, ...]] = (*talks.RULES, *proof.RULES)
