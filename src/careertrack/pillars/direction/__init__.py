"""Direction: goals both attainable and challenging, a role to aim at, what matters, and time set aside."""

from typing import Final

from careertrack.pillars.direction import compass, goals, parts, time
from careertrack.pillars.finding import Rule

RULES: Final[tuple[Rule, ...]] = (*goals.RULES, *parts.RULES, *compass.RULES, *time.RULES)
