"""Each class of the records with every field given."""

from collections.abc import Iterator
from typing import Any

from careertrack.fields import Base
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

INTERESTS = {
    "realistic": 2,
    "investigative": 9,
    "artistic": 4,
    "social": 3,
    "enterprising": 3,
    "conventional": 5,
    "low": 0,
    "high": 10,
}

# As JSON has them: days, money and intervals as text, lists, parts as objects.  Where two fields
# exclude each other, a second sample gives the other.
_OWN: dict[type[Base], tuple[dict[str, Any], ...]] = {
    Milestone: ({"due": "2026-03-01", "value": 3},),
    Obstacle: ({"what": "no time", "then": "Saturday morning"},),
    Rating: ({"criterion": "learning", "value": 8.5},),
    Requirement: ({"skill": "sql", "level": 5, "importance": 4.5, "must_have": True},),
    Interests: (INTERESTS,),
    Need: ({"criterion": "remote", "force": "must", "at_least": 1, "at_most": 3, "unit": "days a week"},),
    Lesson: ({"skill": "sql", "level": 4},),
    Skill: ({"name": "SQL", "top": 5, "prerequisites": ["sets"], "source": "2.B.3.e"},),
    Organization: (
        {
            "name": "Initech",
            "aliases": ["Initech Inc."],
            "motivation": 4,
            "posting": "related",
            "link": "https://initech.example",
        },
    ),
    Contact: (
        {
            "id": "grace",
            "name": "Grace Hopper",
            "relations": ["manager", "mentor"],
            "organization": "Navy",
            "title": "Rear admiral",
            "emails": ["grace@example.org"],
            "phones": ["+1 555 0100"],
            "links": ["https://grace.example"],
            "trust": 5,
            "introduced_by": "ada",
            "met": "2020-02-29",
            "met_at": "pydata",
            "vouches": True,
        },
    ),
    Event: (
        {
            "title": "PyData",
            "type": "conference",
            "starts": "2026-03-12T18:30",
            "zone": "Europe/Berlin",
            "minutes": 90,
            "contacts": ["grace"],
            "cost": "25 EUR",
            "transition": "data-lead",
            "link": "https://pydata.example",
        },
    ),
    Role: (
        {
            "title": "Data lead",
            "requires": [{"skill": "sql", "level": 5}],
            "interests": INTERESTS,
            "preparation": 4,
            "source": "15-2051.00",
        },
    ),
    Course: (
        {
            "title": "SQL in depth",
            "provider": "Initech",
            "teaches": [{"skill": "sql", "level": 4}],
            "minutes": 600,
            "cost": "99.5 EUR",
            "due": "2026-05-01",
            "link": "https://course.example",
        },
    ),
    Position: (
        {
            "type": "self-employment",
            "title": "Analyst",
            "organization": "Initech",
            "manager": "grace",
            "started": "2020-04-01",
            "ended": "2021-05-31",
            "why_ended": "laid off",
            "story": "a good time",
            "pay": "50000 EUR",
            "pay_per": "month",
            "liking": -1,
        },
    ),
    Goal: (
        {
            "title": "Apply",
            "pillar": "change",
            "due": "2026-04-01",
            "parent": "work",
            "importance": 2.5,
            "difficulty": 3,
            "chance": 0.5,
            "baseline": 2,
            "target": 10,
            "unit": "applications",
            "milestones": [{"due": "2026-02-01", "value": 4}, {"due": "2026-03-01", "value": 8}],
            "anchors": ["none", "two", "five", "ten", "an offer"],
            "obstacles": [{"what": "no time"}],
        },
    ),
    Transition: (
        {
            "type": "internal",
            "title": "Data lead",
            "role": "data-lead",
            "organization": "Initech",
            "channel": "referral",
            "contact": "grace",
            "event": "pydata",
            "link": "https://job.example",
            "location": "Berlin",
            "pay_from": "60000 EUR",
            "pay_to": "70000 EUR",
            "pay_per": "month",
            "closes": "2026-03-31",
        },
    ),
    Evidence: (
        {
            "title": "Nightly load",
            "impact": "9 minutes",
            "skills": ["sql"],
            "goals": ["apply"],
            "link": "https://load.example",
        },
    ),
    Routine: (
        {
            "id": "apply",
            "pillar": "change",
            "times": 3,
            "of": "applications",
            "per": "month",
            "cue": "Tuesday 9:00",
            "until": "2026-06-30",
        },
        {"id": "apply", "pillar": "change", "minutes": 120},
    ),
    Cadence: (
        {
            "id": "weekly",
            "contact": "grace",
            "every": "2 weeks",
            "type": "one-to-one",
            "counted_from": "schedule",
            "until": "2026-12-31",
        },
    ),
    Conversation: (
        {
            "contacts": ["grace"],
            "type": "review",
            "minutes": 30,
            "answered": "waiting",
            "asked_by": "me",
            "raised": ["aspirations", "obstacles"],
            "advice": "write it down",
            "helped": "both",
            "shown": ["nightly-load"],
            "acknowledged": ["nightly-load"],
            "transition": "data-lead",
            "event": "pydata",
        },
    ),
    Commitment: (
        {
            "id": "send-cv",
            "what": "send the CV",
            "by": "ada",
            "to": "grace",
            "due": "2026-02-06",
            "cue": "after lunch",
            "conversation": "talk",
        },
        {"id": "send-cv", "what": "send the CV", "pillar": "change"},
    ),
    Setback: (
        {
            "id": "no-answer",
            "what": "no answer",
            "obstacle": "silence",
            "lesson": "call",
            "change": "call first",
            "retry": "2026-03-20",
            "transition": "data-lead",
        },
        {"id": "no-answer", "what": "no answer", "goal": "apply"},
        {"id": "no-answer", "what": "no answer", "conversation": "talk"},
    ),
    InterestProfile: ({"interests": INTERESTS},),
    Priorities: (
        {
            "motivators": ["learning", "pay"],
            "needs": [{"criterion": "pay", "at_least": 60000, "unit": "EUR"}],
        },
    ),
    Reflection: (
        {
            "activity": "workshop",
            "energy": 2,
            "engagement": 1,
            "confidence": 0,
            "hope": -2,
            "went_well": "the talk",
            "decision": "go on",
            "look_back": "2026-07-01",
        },
    ),
    TargetRole: ({"roles": ["data-lead", "analyst"]},),
    Capacity: ({"minutes": 300, "training_budget": "500 EUR"},),
    Runway: (
        {"savings": "-40000 EUR", "spending": "4100 EUR", "income": "2400 EUR", "income_until": "2026-06-30"},
    ),
    Pause: ({"until": "2026-01-12", "why": "family"},),
    Effort: tuple(
        {"minutes": 45, name: value}
        for name, value in {
            "routine": "apply",
            "goal": "apply",
            "course": "sql-in-depth",
            "skill": "sql",
            "transition": "data-lead",
            "event": "pydata",
            "pillar": "skills",
        }.items()
    ),
    Assessment: (
        {"skill": "sql", "level": 3.5, "by": "certificate", "confidence": 0.8, "evidence": "nightly-load"},
    ),
    CheckIn: ({"goal": "apply", "value": 4, "level": 1},),
    Step: (
        {"transition": "data-lead", "stage": "applied", "label": "sent", "sent": "CV 4", "tracked": False},
    ),
    Offer: (
        {
            "transition": "data-lead",
            "pay": "72000 EUR",
            "pay_per": "month",
            "ratings": [{"criterion": "learning", "value": 8}],
            "answer_by": "2026-03-09",
        },
    ),
    Resolution: (
        {"goal": "apply", "outcome": "dropped"},
        {"course": "sql-in-depth", "credential": "certificate", "expires": "2028-02-29"},
        *({name: "it"} for name in ("commitment", "routine", "cadence", "event", "setback")),
    ),
}

_COMMON = {"id": "an-id", "on": "2026-01-05", "note": "my own words", "extra": {"acme": {"id": 7}}}


def _whole(cls: type[Base], own: dict[str, Any]) -> dict[str, Any]:
    common = _COMMON if issubclass(cls, Record) else {}
    return {name: {**common, **own}[name] for name in cls.spec.by_name if name in {**common, **own}}


SAMPLES: dict[type[Base], list[dict[str, Any]]] = {
    cls: [_whole(cls, own) for own in samples] for cls, samples in _OWN.items()
}
WHOLE = [(cls, sample) for cls, samples in SAMPLES.items() for sample in samples]


def sample_with(cls: type[Base], name: str) -> dict[str, Any]:
    """A sample of a class that gives a field, a fresh copy."""
    return dict(next(sample for sample in SAMPLES[cls] if name in sample))


def fields_of(*classes: type[Base]) -> Iterator[tuple[type[Base], str]]:
    """Each class with the name of each of its fields."""
    for cls in classes:
        for field in cls.spec.fields:
            yield cls, field.name
