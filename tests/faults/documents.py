"""Documents to break: one with every kind of record and every field, and small ones."""

import json
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

import pytest

import careertrack as ct
from careertrack.fields import Part, Spec
from careertrack.records import CLASSES
from careertrack.shapes import Many, Newer

Path = tuple[str | int, ...]


def document(*records: Any, version: Any = "1.0", **more: Any) -> str:
    """The text of a document with these records."""
    return json.dumps({"careertrack": version, **more, "records": list(records)})


def refused(text: str | bytes) -> list[tuple[str, str]]:
    """The path and the code of each issue that a document is refused with."""
    return [(issue.path, issue.code) for issue in issues_of(text)]


def issues_of(text: str | bytes) -> tuple[ct.Issue, ...]:
    """The issues that a document is refused with."""
    with pytest.raises(ct.InvalidDocument) as caught:
        ct.loads(text)
    return caught.value.issues


NOTED = {"note": "a word", "extra": {"org.example:crm": {"seen": [1, 2.5, True, None, "x"]}}}

# Each kind once, each field given and other than its default, all referring to one another.
EVERYTHING: list[dict[str, Any]] = [
    {"kind": "skill", "id": "python", "name": "Python", **NOTED},
    {
        "kind": "skill",
        "id": "sql",
        "name": "SQL",
        "top": 5,
        "prerequisites": ["python"],
        "source": "O*NET 2.B.3.e",
        **NOTED,
    },
    {"kind": "skill", "id": "python", "on": "2026-01-07", "name": "Python 3"},
    {
        "kind": "organization",
        "id": "initech",
        "name": "Initech",
        "aliases": ["Initech Ltd"],
        "motivation": 4,
        "posting": "fitting",
        "link": "https://initech.example",
        **NOTED,
    },
    {"kind": "contact", "id": "ada", "name": "Ada Lovelace"},
    {
        "kind": "contact",
        "id": "grace",
        "name": "Grace Hopper",
        "relations": ["manager", "mentor"],
        "organization": "Initech",
        "title": "Rear admiral",
        "emails": ["grace@example.org"],
        "phones": ["+1 555 0100"],
        "links": ["https://people.example/grace"],
        "trust": 5,
        "introduced_by": "ada",
        "met": "2020-02-01",
        "met_at": "evening",
        "vouches": True,
        **NOTED,
    },
    {
        "kind": "event",
        "id": "evening",
        "title": "PyData evening",
        "type": "evening",
        "starts": "2026-03-12T18:30",
        "zone": "Europe/Berlin",
        "minutes": 120,
        "contacts": ["grace"],
        "cost": "15.5 EUR",
        "transition": "move",
        "link": "https://pydata.example",
        **NOTED,
    },
    {
        "kind": "role",
        "id": "data-lead",
        "title": "Data lead",
        "requires": [{"skill": "sql", "level": 4.5, "importance": 4, "must_have": True}],
        "interests": {
            "realistic": 2,
            "investigative": 3,
            "artistic": 2,
            "social": 3,
            "enterprising": 4,
            "conventional": 5,
            "low": 2,
            "high": 6,
        },
        "preparation": 4,
        "source": "15-2051.00",
        **NOTED,
    },
    {
        "kind": "course",
        "id": "sql-in-depth",
        "title": "SQL in depth",
        "provider": "A school",
        "teaches": [{"skill": "sql", "level": 4}],
        "minutes": 600,
        "cost": "300 EUR",
        "due": "2026-05-01",
        "link": "https://school.example",
        **NOTED,
    },
    {
        "kind": "position",
        "id": "analyst",
        "type": "study",
        "title": "Analyst",
        "organization": "Initech",
        "manager": "grace",
        "started": "2021-04",
        "ended": "2025",
        "why_ended": "laid off",
        "story": "The team was closed.",
        "pay": "50000 EUR",
        "pay_per": "month",
        "liking": -1,
        **NOTED,
    },
    {"kind": "goal", "id": "work", "on": "2026-01-05", "title": "Work", "pillar": "change"},
    {
        "kind": "goal",
        "id": "apply",
        "on": "2026-01-05",
        "title": "Apply",
        "pillar": "change",
        "due": "2026-06-01",
        "parent": "work",
        "importance": 2,
        "difficulty": 2.5,
        "chance": 0.7,
        "baseline": 1,
        "target": 20,
        "unit": "applications",
        "milestones": [{"due": "2026-03-01", "value": 8}],
        "anchors": ["none", "five", "ten", "fifteen", "twenty"],
        "obstacles": [{"what": "no time", "then": "Saturday"}],
        **NOTED,
    },
    {
        "kind": "transition",
        "id": "move",
        "on": "2026-01-06",
        "type": "internal",
        "title": "Data lead at Initech",
        "role": "data-lead",
        "organization": "Initech",
        "channel": "referral",
        "contact": "grace",
        "event": "evening",
        "link": "https://initech.example/1",
        "location": "Berlin",
        "pay_from": "60000 EUR",
        "pay_to": "70000 EUR",
        "pay_per": "month",
        "closes": "2026-02-01",
        **NOTED,
    },
    {
        "kind": "evidence",
        "id": "nightly",
        "on": "2026-01-06",
        "title": "Cut the nightly load",
        "impact": "9 minutes",
        "skills": ["sql"],
        "goals": ["work"],
        "link": "https://proof.example",
        **NOTED,
    },
    {
        "kind": "routine",
        "id": "pace",
        "on": "2026-01-06",
        "pillar": "change",
        "times": 3,
        "of": "applications",
        "per": "month",
        "cue": "Tuesday",
        "until": "2026-12-31",
        **NOTED,
    },
    {"kind": "routine", "id": "study", "on": "2026-01-06", "pillar": "skills", "minutes": 90},
    {
        "kind": "cadence",
        "id": "one-to-one",
        "on": "2026-01-06",
        "contact": "grace",
        "every": "2 weeks",
        "type": "review",
        "counted_from": "schedule",
        "until": "2026-12-31",
        **NOTED,
    },
    {
        "kind": "conversation",
        "id": "talk",
        "on": "2026-01-07",
        "contacts": ["grace"],
        "type": "one-to-one",
        "minutes": 30,
        "answered": "waiting",
        "asked_by": "me",
        "raised": ["aspirations"],
        "advice": "Ask twice.",
        "helped": "me",
        "shown": ["nightly"],
        "acknowledged": ["nightly"],
        "transition": "move",
        "event": "evening",
        **NOTED,
    },
    {
        "kind": "commitment",
        "id": "send-cv",
        "on": "2026-01-07",
        "what": "Send the CV",
        "by": "ada",
        "to": "grace",
        "due": "2026-01-10",
        "cue": "Friday",
        "conversation": "talk",
        **NOTED,
    },
    {"kind": "commitment", "id": "read", "on": "2026-01-07", "what": "Read", "pillar": "skills"},
    {
        "kind": "setback",
        "id": "no-answer",
        "on": "2026-01-08",
        "what": "No answer",
        "obstacle": "holidays",
        "lesson": "ask earlier",
        "change": "call",
        "retry": "2026-02-08",
        "transition": "move",
        **NOTED,
    },
    {"kind": "setback", "id": "late", "on": "2026-01-08", "what": "Late", "goal": "apply"},
    {"kind": "setback", "id": "harsh", "on": "2026-01-08", "what": "Harsh", "conversation": "talk"},
    {
        "kind": "interest-profile",
        "id": "interests",
        "on": "2026-01-08",
        "interests": {
            "realistic": 2,
            "investigative": 6,
            "artistic": 4,
            "social": 3,
            "enterprising": 3,
            "conventional": 5,
            "low": 0,
            "high": 6.5,
        },
        **NOTED,
    },
    {
        "kind": "priorities",
        "id": "mine",
        "on": "2026-01-08",
        "motivators": ["learning", "pay"],
        "needs": [{"criterion": "remote", "force": "must", "at_least": 2, "at_most": 4, "unit": "days"}],
        **NOTED,
    },
    {
        "kind": "reflection",
        "id": "week-2",
        "on": "2026-01-09",
        "activity": "workshop",
        "energy": 2,
        "engagement": 1,
        "confidence": -1,
        "hope": -2,
        "went_well": "the talk",
        "decision": "apply",
        "look_back": "2026-04-01",
        **NOTED,
    },
    {"kind": "target-role", "id": "aim", "on": "2026-01-09", "roles": ["data-lead"], **NOTED},
    {
        "kind": "capacity",
        "id": "hours",
        "on": "2026-01-09",
        "minutes": 300,
        "training_budget": "500 EUR",
        **NOTED,
    },
    {
        "kind": "runway",
        "id": "means",
        "on": "2026-01-09",
        "savings": "-100 EUR",
        "spending": "2000 EUR",
        "income": "1500 EUR",
        "income_until": "2026-06-30",
        **NOTED,
    },
    {"kind": "pause", "id": "rest", "on": "2026-01-10", "until": "2026-01-11", "why": "illness", **NOTED},
    {"kind": "effort", "id": "an-hour", "on": "2026-01-12", "minutes": 60, "skill": "sql", **NOTED},
    *(
        {"kind": "effort", "on": "2026-01-12", "minutes": 30, what: id}
        for what, id in [
            ("routine", "study"),
            ("goal", "apply"),
            ("course", "sql-in-depth"),
            ("transition", "move"),
            ("event", "evening"),
            ("pillar", "change"),
        ]
    ),
    {
        "kind": "assessment",
        "id": "rated",
        "on": "2026-01-12",
        "skill": "sql",
        "level": 3.5,
        "by": "manager",
        "confidence": 0.8,
        "evidence": "nightly",
        **NOTED,
    },
    {
        "kind": "check-in",
        "id": "so-far",
        "on": "2026-01-12",
        "goal": "apply",
        "value": 3,
        "level": -1,
        **NOTED,
    },
    {
        "kind": "step",
        "id": "applied",
        "on": "2026-01-12",
        "transition": "move",
        "stage": "applied",
        "label": "sent",
        "sent": "CV 4",
        "tracked": False,
        **NOTED,
    },
    {
        "kind": "offer",
        "id": "first",
        "on": "2026-01-20",
        "transition": "move",
        "pay": "65000 EUR",
        "pay_per": "month",
        "ratings": [{"criterion": "learning", "value": 8}],
        "answer_by": "2026-01-30",
        **NOTED,
    },
    {"kind": "organization", "id": "initech", "on": "2026-01-20", "name": "Initech", "motivation": 2},
    {"kind": "contact", "id": "grace", "on": "2026-01-20", "name": "Grace Hopper", "trust": 4},
    {"kind": "event", "id": "evening", "on": "2026-01-20", "title": "Evening", "starts": "2026-03-13"},
    {"kind": "role", "id": "data-lead", "on": "2026-01-20", "title": "Data lead"},
    {"kind": "course", "id": "sql-in-depth", "on": "2026-01-20", "title": "SQL in depth"},
    {"kind": "position", "id": "analyst", "on": "2026-01-20", "title": "Analyst"},
    {
        "kind": "resolution",
        "id": "passed",
        "on": "2026-01-21",
        "course": "sql-in-depth",
        "outcome": "dropped",
        "credential": "a certificate",
        "expires": "2028-01-01",
        **NOTED,
    },
    *(
        {"kind": "resolution", "on": "2026-01-21", what: id}
        for what, id in [
            ("goal", "apply"),
            ("commitment", "send-cv"),
            ("routine", "study"),
            ("cadence", "one-to-one"),
            ("event", "evening"),
            ("setback", "no-answer"),
        ]
    ),
]


def everything() -> dict[str, Any]:
    """A fresh valid document with every kind of record and every field."""
    return {"careertrack": "1.0", "owner": "Mary", "records": deepcopy(EVERYTHING)}


def leaves(value: Any, at: Path = ()) -> Iterator[Path]:
    """The way to each value in a document that is no list and no object; what is in ``extra`` left out."""
    if isinstance(value, dict):
        for name, inner in value.items():
            if name != "extra":
                yield from leaves(inner, (*at, name))
    elif isinstance(value, list):
        for i, inner in enumerate(value):
            yield from leaves(inner, (*at, i))
    else:
        yield at


def json_path(way: Path) -> str:
    """A way as a JSON path."""
    return "$" + "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in way)


def put(data: Any, way: Path, value: Any) -> None:
    """Put a value where a way leads."""
    for step in way[:-1]:
        data = data[step]
    data[way[-1]] = value


def names_of(spec: Spec) -> Iterator[tuple[str, ...]]:
    """Each field below a class, its parts' fields included."""
    for field in spec.fields:
        if isinstance(field.shape, Newer):
            continue
        shape = field.shape.of if isinstance(field.shape, Many) else field.shape
        if isinstance(shape, Part):
            yield from ((field.name, *inner) for inner in names_of(shape.of.spec))
        else:
            yield (field.name,)


def all_fields() -> set[tuple[str, ...]]:
    """Each field of each kind, by the kind and the names that lead to it; newer fields left out."""
    return {(kind, *names) for kind, cls in CLASSES.items() for names in names_of(cls.spec)}
