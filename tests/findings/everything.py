"""A plan in which every finding there is can be found, with private words wherever there is room for them."""

from __future__ import annotations

from datetime import date, timedelta

import careertrack as ct
from careertrack.record import Record

PRIVATE = "a private matter"
DAY = "2026-06-01"


def before(days: int) -> date:
    """The day so many days before."""
    return date(2026, 6, 1) - timedelta(days)


def after(days: int) -> date:
    """The day so many days later."""
    return before(-days)


def person(id: str, **fields: object) -> ct.Contact:
    """Somebody of whom more is known than a finding may say."""
    return ct.Contact(id=id, name="Grace Hopper", title="Wizard", organization="Navy", note=PRIVATE, **fields)  # type: ignore[arg-type]


def applied(id: str, days: int, **fields: object) -> tuple[Record, Record]:
    """An application some days before."""
    return (
        ct.Transition(id=id, on=before(days), note=PRIVATE, **fields),  # type: ignore[arg-type]
        ct.Step(on=before(days), transition=id, stage="applied"),
    )


NEED = [ct.Requirement(skill=id, level=4) for id in ("sql", "python")]
GATES = [ct.Requirement(skill=id, level=4, must_have=True) for id in ("rust", "go")]

FULL: tuple[Record, ...] = (
    ct.Skill(name="SQL", note=PRIVATE),
    ct.Skill(name="Python"),
    ct.Skill(name="Rust"),
    ct.Skill(name="Go"),
    ct.Skill(name="Spark", prerequisites=["python"]),
    ct.Role(title="Data lead", requires=NEED),
    ct.Role(title="Engineer", requires=GATES),
    ct.Role(title="Host", note=PRIVATE),
    ct.TargetRole(on=before(100), roles=["data-lead", "engineer", "host"], note=PRIVATE),
    ct.Assessment(on=before(400), skill="sql", level=3),
    ct.Assessment(on=before(40), skill="rust", level=3, note=PRIVATE),
    ct.Assessment(on=before(40), skill="go", level=4),
    ct.Course(title="Statistics", due=before(10), cost="900 EUR", note=PRIVATE),
    ct.Course(title="Clusters", due=after(10), teaches=[ct.Lesson(skill="spark", level=3)]),
    ct.Course(title="First aid"),
    ct.Course(title="Fire safety"),
    ct.Capacity(on=before(90), minutes=10, training_budget="500 EUR", note=PRIVATE),
    ct.Resolution(on=before(60), course="first-aid", credential="First aid", expires=after(30)),
    ct.Resolution(on=before(60), course="fire-safety", credential="Fire safety", expires=before(9)),
    ct.Effort(on=before(50), minutes=30, course="first-aid", note=PRIVATE),
    ct.Goal(
        on=before(100), title="Apply", pillar="change", target=10, due=before(10), chance=0.9, note=PRIVATE
    ),
    ct.Goal(on=before(100), title="Be happier", pillar="direction", importance=0.5),
    ct.Goal(on=before(50), title="Ask", pillar="network", target=10, due=after(50), difficulty=3),
    ct.CheckIn(on=before(29), goal="ask", value=1, note=PRIVATE),
    ct.Goal(on=before(50), title="Read", pillar="skills", target=3, due=after(5)),
    ct.CheckIn(on=before(5), goal="read", value=3),
    ct.Goal(on=before(50), title="Read on", pillar="skills", parent="read", due=after(6)),
    ct.Goal(on=before(50), title="Tidy up", pillar="direction"),
    ct.Goal(on=before(50), title="Tidy the desk", pillar="direction", parent="tidy-up"),
    ct.Resolution(on=before(5), goal="tidy-the-desk"),
    ct.Reflection(on=before(40), decision=PRIVATE, look_back=before(5), activity=PRIVATE),
    ct.Priorities(on=before(400), motivators=[PRIVATE]),
    person("boss", relations=["manager"]),
    person("c1"),
    person("c2", relations=["reference"]),
    person("c3", vouches=True, met=before(900)),
    person("c4", met_at="evening"),
    *(ct.Conversation(on=before(days), contacts=["boss"], note=PRIVATE) for days in (400, 30, 20, 10)),
    ct.Conversation(on=before(400), contacts=["c3"]),
    *(ct.Conversation(on=before(days), contacts=["c1"], helped="me", shown=["won"]) for days in (80, 70)),
    ct.Conversation(on=before(60), contacts=["c1"], helped="me", advice=PRIVATE),
    ct.Evidence(on=before(90), id="won", title="Cut the load", impact=PRIVATE),
    ct.Cadence(id="talk", on=before(100), contact="c1", every="2 weeks", note=PRIVATE),
    ct.Commitment(id="p1", on=before(90), what=PRIVATE, to="c2", due=before(60)),
    ct.Commitment(id="p1", on=before(80), what=PRIVATE, to="c2", due=before(50)),
    ct.Commitment(id="p1", on=before(70), what=PRIVATE, to="c2", due=before(40)),
    ct.Event(title="Evening", starts=before(30)),
    ct.Event(title="Interview", type="interview", starts=after(3), note=PRIVATE),
    ct.Transition(id="t1", on=before(60), note=PRIVATE),
    ct.Step(on=before(60), transition="t1", stage="applied", tracked=False, sent=PRIVATE),
    ct.Transition(id="t2", on=before(60)),
    ct.Step(on=before(60), transition="t2", stage="rejected"),
    ct.Step(on=before(55), transition="t2", stage="interviewing", label=PRIVATE),
    ct.Offer(on=before(50), transition="t2", answer_by=before(20)),
    ct.Transition(id="t3", on=before(60), closes=after(2), organization="Navy"),
    ct.Transition(id="t4", on=before(60), closes=before(2)),
    ct.Transition(id="t5", on=before(200)),
    ct.Step(on=before(200), transition="t5", stage="accepted"),
    ct.Setback(id="s1", on=before(60), what=PRIVATE, obstacle=PRIVATE, retry=before(20)),
    ct.Routine(id="read", on=before(100), pillar="skills", minutes=14, note=PRIVATE),
    ct.Reflection(on=before(28), hope=2, energy=1, note=PRIVATE),
    ct.Reflection(on=before(21), hope=1),
    ct.Reflection(on=before(14), hope=0),
    ct.Position(title="Analyst", ended=before(300), why_ended=PRIVATE),
    ct.Runway(on=before(200), savings="27000 EUR", spending="3000 EUR", note=PRIVATE),
)
"""Somebody with much on their plate."""

SEARCH: tuple[Record, ...] = (
    *(each for days in range(1, 6) for each in applied(f"a{days}", days + 30, channel="cold")),
    *(
        ct.Step(on=before(days + 20), transition=f"a{days}", stage="rejected", label=PRIVATE)
        for days in range(1, 6)
    ),
    *applied("b1", 45, organization="Navy", channel="job-board"),
    *(
        each
        for days in (1, 2, 3)
        for each in applied(f"b{days + 1}", days, organization="Navy", channel="cold")
    ),
    ct.Offer(on=before(2), transition="b3"),
    ct.Effort(on=before(9), minutes=300, skill="sql", note=PRIVATE),
    ct.Skill(name="SQL"),
    ct.Runway(on=before(9), savings="10 EUR", spending="3000 EUR", note=PRIVATE),
)
"""A search alone."""

REST: tuple[Record, ...] = (
    ct.Goal(on=before(90), title="Rest", pillar="direction", note=PRIVATE),
    ct.Pause(on=before(20), until=after(2), why="illness", note=PRIVATE),
    ct.Position(title="Analyst", started=before(400), note=PRIVATE),
    ct.Routine(id="read", on=before(90), pillar="skills", minutes=60, cue=PRIVATE),
)
"""A pause that is about to end."""

MEANS: tuple[Record, ...] = (
    *(each for days in range(1, 6) for each in applied(f"a{days}", days + 50)),
    *(ct.Step(on=before(9), transition=f"a{days}", stage="rejected") for days in range(1, 5)),
    ct.Step(on=before(9), transition="a5", stage="offer"),
    ct.Step(on=before(8), transition="a5", stage="declined"),
    ct.Runway(on=before(9), savings="3000 EUR", spending="3000 EUR", note=PRIVATE),
    *(ct.Goal(on=before(9), title=title, pillar="change", importance=0.5) for title in ("Sort", "Sift")),
)
"""Money that does not last."""

BETWEEN: tuple[Record, ...] = (ct.Position(title="Analyst", ended=before(30), why_ended=PRIVATE),)
"""A position that has just ended."""

PLANS = tuple(ct.Plan("Ada", records) for records in (FULL, SEARCH, REST, MEANS, BETWEEN))
SAID = tuple(finding for plan in (*PLANS, ct.Plan()) for finding in plan.findings(DAY)) + PLANS[2].findings(
    "2026-07-01"
)
