"""The record kinds, one module a subject; `careertrack.catalogue` has their order within a day."""

from collections.abc import Mapping
from typing import Final

from careertrack.record import Record
from careertrack.records.goals import CheckIn, Goal
from careertrack.records.moves import Offer, Step, Transition
from careertrack.records.people import Commitment, Contact, Conversation, Event, Organization
from careertrack.records.rhythm import Cadence, Effort, Pause, Routine
from careertrack.records.roles import Role, TargetRole
from careertrack.records.self import Capacity, InterestProfile, Position, Priorities, Reflection, Runway
from careertrack.records.setbacks import Resolution, Setback
from careertrack.records.skills import Assessment, Course, Evidence, Skill

CLASSES: Final[Mapping[str, type[Record]]] = {
    cls.kind: cls
    for cls in (
        Skill,
        Organization,
        Contact,
        Event,
        Role,
        Course,
        Position,
        Goal,
        Transition,
        Evidence,
        Routine,
        Cadence,
        Conversation,
        Commitment,
        Setback,
        InterestProfile,
        Priorities,
        Reflection,
        TargetRole,
        Capacity,
        Runway,
        Pause,
        Effort,
        Assessment,
        CheckIn,
        Step,
        Offer,
        Resolution,
    )
}
