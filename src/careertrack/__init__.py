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
    from careertrack.pillars.finding import Finding
    from careertrack.progress import MustHave, Readiness
    from careertrack.review import Review
    from careertrack.score import Score
    from careertrack.snapshot import Snapshot

__all__ = [
    "Assessment",
    "Cadence",
    "Capacity",
    "CareertrackError",
    "CheckIn",
    "Commitment",
    "Contact",
    "Conversation",
    "Course",
    "Effort",
    "Event",
    "Every",
    "Evidence",
    "Finding",
    "Goal",
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
    "MustHave",
    "Need",
    "Obstacle",
    "Offer",
    "Organization",
    "Pause",
    "Plan",
    "Position",
    "Priorities",
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
    "Runway",
    "Score",
    "Setback",
    "Skill",
    "Snapshot",
    "Step",
    "TargetRole",
    "Transition",
    "dumps",
    "from_dict",
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
    "Finding": "pillars.finding",
    "MustHave": "progress",
    "Readiness": "progress",
    "Review": "review",
    "Score": "score",
    "Snapshot": "snapshot",
}


def __getattr__(name: str) -> Any:
    if name not in _LATE:
        raise AttributeError(f"module 'careertrack' has no attribute {name!r}")
    return getattr(import_module(f"careertrack.{_LATE[name]}"), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *_LATE})
