"""careertrack: a person's way back into a career that works, as a plan of dated records."""

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

from careertrack.errors import (
    CareertrackError,
    InvalidDocument,
    InvalidPlan,
    InvalidValue,
    Issue,
    MissingExtra,
)
from careertrack.plan import Plan, Rejected
from careertrack.record import Record
from careertrack.records.goals import CheckIn, Goal, Milestone, Obstacle
from careertrack.records.moves import Offer, Rating, Step, Transition
from careertrack.records.people import Commitment, Contact, Conversation, Event, Organization
from careertrack.records.rhythm import Cadence, Effort, Pause, Routine
from careertrack.records.roles import Requirement, Role, TargetRole
from careertrack.records.self import (
    Capacity,
    InterestProfile,
    Interests,
    Need,
    Position,
    Priorities,
    Reflection,
    Runway,
)
from careertrack.records.setbacks import Resolution, Setback
from careertrack.records.skills import Assessment, Course, Evidence, Lesson, Skill
from careertrack.store import dumps, from_dict, issues, json_schema, load, loads, save, to_dict
from careertrack.values import Every, JsonObject, Money

if TYPE_CHECKING:
    from careertrack.comparing import compare
    from careertrack.judge import Standing
    from careertrack.outlook import Funnel, Needed, Outlook, Pace, Rate, Waiting
    from careertrack.pillars.finding import Finding
    from careertrack.privacy.disclosing import Disclosed
    from careertrack.privacy.erasing import Erased
    from careertrack.progress import AttainmentT, Chances, Figures, MustHave, Readiness, Schedule
    from careertrack.questions.actions import Action, Actions
    from careertrack.questions.agenda import Agenda
    from careertrack.questions.brief import Brief
    from careertrack.questions.case import Case
    from careertrack.questions.changes import Change, Changes, Effect
    from careertrack.questions.compare import Comparison
    from careertrack.questions.difference import Difference, Moved
    from careertrack.questions.explore import Exploration
    from careertrack.questions.history import History
    from careertrack.questions.network import Network
    from careertrack.questions.offers import Offers
    from careertrack.questions.paths import Paths
    from careertrack.questions.prospects import Prospects
    from careertrack.questions.unknowns import Question
    from careertrack.review import Review
    from careertrack.rows import Rows, from_rows
    from careertrack.score import Score
    from careertrack.snapshot import Snapshot
    from careertrack.wins import Win

__all__ = [
    "Action",
    "Actions",
    "Agenda",
    "Assessment",
    "AttainmentT",
    "Brief",
    "Cadence",
    "Capacity",
    "CareertrackError",
    "Case",
    "Chances",
    "Change",
    "Changes",
    "CheckIn",
    "Commitment",
    "Comparison",
    "Contact",
    "Conversation",
    "Course",
    "Difference",
    "Disclosed",
    "Effect",
    "Effort",
    "Erased",
    "Event",
    "Every",
    "Evidence",
    "Exploration",
    "Figures",
    "Finding",
    "Funnel",
    "Goal",
    "History",
    "InterestProfile",
    "Interests",
    "InvalidDocument",
    "InvalidPlan",
    "InvalidValue",
    "Issue",
    "JsonObject",
    "Lesson",
    "Milestone",
    "MissingExtra",
    "Money",
    "Moved",
    "MustHave",
    "Need",
    "Needed",
    "Network",
    "Obstacle",
    "Offer",
    "Offers",
    "Organization",
    "Outlook",
    "Pace",
    "Paths",
    "Pause",
    "Plan",
    "Position",
    "Priorities",
    "Prospects",
    "Question",
    "Rate",
    "Rating",
    "Readiness",
    "Record",
    "Reflection",
    "Rejected",
    "Requirement",
    "Resolution",
    "Review",
    "Role",
    "Routine",
    "Rows",
    "Runway",
    "Schedule",
    "Score",
    "Setback",
    "Skill",
    "Snapshot",
    "Standing",
    "Step",
    "TargetRole",
    "Transition",
    "Waiting",
    "Win",
    "compare",
    "dumps",
    "from_dict",
    "from_rows",
    "issues",
    "json_schema",
    "load",
    "loads",
    "save",
    "to_dict",
]

# What a plan answers with is imported when it is first asked, or named: a program that only
# writes records down does not pay for the states and scores.  Tests hold this to the list above.
_LATE: Final = {
    "Action": "questions.actions",
    "Actions": "questions.actions",
    "Agenda": "questions.agenda",
    "AttainmentT": "progress",
    "Brief": "questions.brief",
    "Case": "questions.case",
    "Chances": "progress",
    "Change": "questions.changes",
    "Changes": "questions.changes",
    "Comparison": "questions.compare",
    "Difference": "questions.difference",
    "Disclosed": "privacy.disclosing",
    "Effect": "questions.changes",
    "Erased": "privacy.erasing",
    "Exploration": "questions.explore",
    "Figures": "progress",
    "Finding": "pillars.finding",
    "Funnel": "outlook",
    "History": "questions.history",
    "Moved": "questions.difference",
    "MustHave": "progress",
    "Needed": "outlook",
    "Network": "questions.network",
    "Offers": "questions.offers",
    "Outlook": "outlook",
    "Pace": "outlook",
    "Paths": "questions.paths",
    "Prospects": "questions.prospects",
    "Question": "questions.unknowns",
    "Rate": "outlook",
    "Readiness": "progress",
    "Review": "review",
    "Rows": "rows",
    "Schedule": "progress",
    "Score": "score",
    "Snapshot": "snapshot",
    "Standing": "judge",
    "Waiting": "outlook",
    "Win": "wins",
    "compare": "comparing",
    "from_rows": "rows",
}


def __getattr__(name: str) -> Any:
    if name not in _LATE:
        raise AttributeError(f"module 'careertrack' has no attribute {name!r}")
    return getattr(import_module(f"careertrack.{_LATE[name]}"), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *_LATE})
