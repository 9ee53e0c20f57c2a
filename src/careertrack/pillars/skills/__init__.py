"""Skills: what the roles aimed at ask for, the courses that raise them, and what expires."""

from typing import Final

from careertrack.pillars.finding import Rule
from careertrack.pillars.skills import asked, courses, credentials

RULES: Final[tuple[Rule, ...]] = (*asked.RULES, *credentials.RULES, *courses.RULES)
