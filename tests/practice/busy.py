"""Plans in which every kind that a measure of practice reads makes a difference to it."""

from tests.practice.keeping import BOSS, PEER, day, pause, talk

import careertrack as ct
from careertrack.record import Record

DAYS = tuple(day(n) for n in (0, 34, 47, 63, 95, 120, 150))

RECORDS: tuple[Record, ...] = (
    BOSS,
    BOSS.evolve(on=day(70), relations=[]),
    PEER.evolve(met=day(31)),
    ct.Skill(name="SQL", top=7),
    ct.Role(title="Data lead", requires=[ct.Requirement(skill="sql", level=5)]),
    ct.Course(title="Statistics", due=day(40)),
    ct.Course(title="R", due=day(46)),
    ct.Event(title="Evening"),
    ct.Transition(id="lead", on=day(0)),
    ct.Evidence(on=day(0), title="Faster load"),
    ct.TargetRole(on=day(0), roles=["data-lead"]),
    ct.Assessment(on=day(50), skill="sql", level=3),
    ct.Goal(id="aim", on=day(0), title="Aim", pillar="direction", due=day(90)),
    ct.Goal(id="part", on=day(40), title="Part", pillar="change", parent="aim"),
    ct.CheckIn(on=day(20), goal="aim", level=1),
    ct.Routine(id="read", on=day(0), pillar="direction", minutes=60),
    *(
        ct.Routine(id=of, on=day(0), pillar="network", times=2, of=of)
        for of in ("conversations", "new-contacts", "applications", "follow-ups", "events", "reflections")
    ),
    ct.Routine(id="monthly", on=day(0), pillar="change", times=3, of="applications", per="month"),
    ct.Cadence(id="talk", on=day(0), contact="grace", every="2 weeks"),
    ct.Cadence(
        id="lunch", on=day(0), contact="bob", every="1 week", type="catch-up", counted_from="schedule"
    ),
    ct.Commitment(id="cv", on=day(0), what="-", to="grace", due=day(30)),
    ct.Commitment(id="book", on=day(0), what="-", pillar="skills", due=day(33)),
    ct.Setback(id="no-answer", on=day(20), what="-", retry=day(45)),
    ct.Setback(id="no-answer", on=day(44), what="-", retry=day(45), lesson="-"),
    ct.Setback(id="late", on=day(20), what="-", retry=day(46)),
    ct.Reflection(on=day(30), energy=1),
    ct.Effort(on=day(30), minutes=20, goal="aim"),
    ct.Effort(on=day(36), minutes=20, pillar="direction"),
    ct.Effort(on=day(31), minutes=20, event="evening"),
    ct.Effort(on=day(32), minutes=20, course="statistics"),
    ct.Step(on=day(29), transition="lead", stage="applied"),
    ct.Step(on=day(50), transition="lead", stage="rejected"),
    ct.Step(on=day(52), transition="lead", stage="withdrawn"),
    ct.CheckIn(on=day(73), goal="aim", level=1),
    talk(31, "bob", transition="lead", type="catch-up"),
    talk(33, shown=["faster-load"], answered="no"),
    talk(92, "bob", answered="waiting"),
    ct.Resolution(on=day(29), commitment="cv"),
    ct.Resolution(on=day(36), course="statistics"),
    ct.Resolution(on=day(45), setback="no-answer"),
    ct.Resolution(on=day(60), event="evening"),
    ct.Resolution(on=day(100), goal="aim"),
    ct.Resolution(on=day(75), cadence="talk"),
    ct.Resolution(on=day(80), routine="read"),
    pause(27, 28),
    pause(33, 33),
    pause(46, 47),
    pause(110, 112),
)
PLAN = ct.Plan(records=RECORDS)

IN_TURN = ct.Plan(
    records=[
        BOSS,
        PEER,
        ct.Role(title="Data lead"),
        ct.Transition(id="lead", on=day(0)),
        # A week each, with nothing else asked for in it.
        ct.Routine(id="read", on=day(0), pillar="skills", minutes=60, until=day(6)),
        ct.Cadence(id="lunch", on=day(7), contact="bob", every="1 week", until=day(13)),
        ct.Goal(id="aim", on=day(14), title="Aim", pillar="direction"),
        ct.Resolution(on=day(20), goal="aim", outcome="dropped"),
        ct.TargetRole(on=day(21), roles=["data-lead"]),
        ct.TargetRole(on=day(28), roles=[]),
        ct.Commitment(id="cv", on=day(28), what="-", pillar="change", due=day(34)),
        ct.Setback(id="no-answer", on=day(35), what="-", retry=day(41)),
        ct.Effort(on=day(0), minutes=20, pillar="change"),
        talk(7, "bob"),
        ct.CheckIn(on=day(14), goal="aim", level=1),
        ct.Step(on=day(21), transition="lead", stage="applied"),
        ct.Commitment(id="book", on=day(42), what="-", pillar="change", due=day(48)),
        pause(45, 45),
        # A goal whose 28th day is paused.
        ct.Goal(id="late", on=day(60), title="Late", pillar="direction"),
        ct.Goal(id="late", on=day(88), title="Late", pillar="direction", target=5),
        pause(87, 88),
        # A manager to show something to.
        ct.Evidence(on=day(50), title="Faster load"),
        ct.Cadence(id="talk", on=day(50), contact="grace", every="1 month"),
        talk(55, shown=["faster-load"]),
        pause(143, 144),
        ct.Resolution(on=day(160), cadence="talk"),
    ]
)
LATER = tuple(day(n) for n in (49, 100, 150, 170))
