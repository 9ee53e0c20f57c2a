"""How far the goals are, how they keep to their days, and how ready the person is for the roles aimed at."""

from careertrack.progress.chances import Chances, chances
from careertrack.progress.expected import AttainmentT, attainment_t
from careertrack.progress.goals import goals_score
from careertrack.progress.readiness import MustHave, Readiness, readiness
from careertrack.progress.schedule import Figures, Schedule, lowest_s, schedules
from careertrack.progress.together import progress, progress_score, target_readiness

__all__ = [
    "AttainmentT",
    "Chances",
    "Figures",
    "MustHave",
    "Readiness",
    "Schedule",
    "attainment_t",
    "chances",
    "goals_score",
    "lowest_s",
    "progress",
    "progress_score",
    "readiness",
    "schedules",
    "target_readiness",
]
