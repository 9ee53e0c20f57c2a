"""Change: the search, what comes of the moves, offers, and what there is to live on meanwhile."""

from typing import Final

from careertrack.pillars.change import means, moves, offers, positions, search
from careertrack.pillars.finding import Rule

RULES: Final[tuple[Rule, ...]] = (
    *moves.RULES,
    *offers.RULES,
    *search.RULES,
    *means.RULES,
    *positions.RULES,
)
