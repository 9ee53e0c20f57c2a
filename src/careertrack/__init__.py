"""careertrack: a person's way back into a career that works, as a plan of dated records."""

from careertrack.errors import (
    CareertrackError,
    InvalidDocument,
    InvalidPlan,
    InvalidValue,
    Issue,
    MissingExtra,
)
from careertrack.pillars.finding import Finding
from careertrack.plan import Plan, Rejected
from careertrack.progress import MustHave, Readiness
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
from careertrack.review import Review
from careertrack.score import Score
from careertrack.snapshot import Snapshot
from careertrack.store import dumps, from_dict, issues, json_schema, load, loads, save, to_dict
from careertrack.values import Every, JsonObject, Money

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
