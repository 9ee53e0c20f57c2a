"""One record from keyword arguments, days as text, against other classes of the same fields."""

from __future__ import annotations

from typing import Any

import careertrack as ct
from benchmarks import peers
from benchmarks.measure import Line, Sizes, compared, timed
from careertrack.record import Record

GOAL = {
    "on": "2026-01-05",
    "id": "ten",
    "title": "Ten applications",
    "pillar": "change",
    "due": "2026-04-01",
    "importance": 2.0,
    "target": 10.0,
    "unit": "applications",
}
CASES: dict[str, tuple[type[Record], dict[str, Any]]] = {
    "Assessment": (
        ct.Assessment,
        {"on": "2026-01-09", "skill": "sql", "level": 3.0, "by": "peer", "confidence": 0.7},
    ),
    "Contact": (
        ct.Contact,
        {
            "id": "grace",
            "name": "Grace Example",
            "relations": ["manager"],
            "organization": "Navy",
            "title": "Admiral",
            "emails": ["grace@example.org"],
            "trust": 5,
            "met": "2026-01-05",
        },
    ),
    "Effort": (ct.Effort, {"on": "2026-02-03", "minutes": 45, "skill": "sql", "note": "two chapters"}),
    "Goal": (ct.Goal, GOAL),
    "Goal with a milestone": (ct.Goal, {**GOAL, "milestones": [{"due": "2026-02-01", "value": 5.0}]}),
}


def against_unchecked(sizes: Sizes) -> list[Line]:
    """Against classes that check nothing."""
    lines = []
    for name, (cls, fields) in CASES.items():
        for against, make in (("frozen dataclass", peers.make_dataclass), ("frozen attrs", peers.make_attrs)):
            plain = make(cls.kind, peers.fields_of(cls.kind, make))
            lines.append(_compared(name, cls, against, plain, fields, sizes))
    return lines


def against_pydantic(sizes: Sizes) -> list[Line]:
    """Against classes that check each field alone."""
    lines = []
    for name, (cls, fields) in CASES.items():
        model = peers.make_pydantic(
            cls.kind, peers.fields_of(cls.kind, peers.make_pydantic, peers.bound_pydantic)
        )
        lines.append(_compared(name, cls, "frozen pydantic model", model, fields, sizes, budget=1.2))
    return lines


def _compared(
    name: str,
    cls: Any,
    against: str,
    other: Any,
    fields: dict[str, Any],
    sizes: Sizes,
    *,
    budget: float | None = None,
) -> Line:
    ours, theirs = timed(lambda: cls(**fields), sizes.inner), timed(lambda: other(**fields), sizes.inner)
    return compared(f"construct: {name}", ours, against, theirs, sizes.repeats, budget=budget)
