"""Every record class, made from text, lists and other records, as people write them."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import assert_type

import careertrack as ct

DAY = "2026-01-05"


def definitions() -> list[ct.Skill | ct.Contact | ct.Event]:
    """What has an id, made from words, and what refers to it by the record itself."""
    algebra = ct.Skill(name="Relational algebra")
    sql = ct.Skill(
        name="SQL", top=7, prerequisites=[algebra, "sets"], source="2.B.3.e", extra={"acme": {"id": 7}}
    )
    assert_type(sql.id, str)
    assert_type(sql.on, date | None)
    assert_type(sql.top, float)
    assert_type(sql.prerequisites, tuple[str, ...])
    assert_type(sql.note, str | None)
    assert_type(sql.extra, ct.JsonObject)
    assert_type(sql.evolve(top=5), ct.Skill)
    ct.Skill(id="sql", on="2026-02-01", name="SQL", note="revised")

    evening = ct.Event(
        title="PyData evening", type="evening", starts="2026-03-12T18:30", zone="Europe/Berlin"
    )
    ct.Event(title="Fair", starts=date(2026, 3, 12), contacts=["grace"], cost="25 EUR", minutes=90)
    ct.Event(title="Interview", starts=datetime(2026, 3, 12, 9), zone="Europe/Berlin", transition="data-lead")
    assert_type(evening.starts, date | datetime | None)

    grace = ct.Contact(
        id="grace",
        name="Grace Hopper",
        relations=["manager", "mentor"],
        emails=["grace@example.org"],
        phones=("+1 555 0100",),
        links=[],
        trust=5,
        introduced_by="ada",
        met="2020-02-29",
        met_at=evening,
        vouches=True,
    )
    assert_type(grace.met, date | None)
    assert_type(grace.met_at, str | None)
    assert_type(grace.emails, tuple[str, ...])

    firm = ct.Organization(
        name="Initech", aliases=["Initech Inc."], motivation=4, posting="related", link="x"
    )
    assert_type(firm.aliases, tuple[str, ...])

    role = ct.Role(
        title="Data lead",
        requires=[ct.Requirement(skill=sql, level=5), ct.Requirement(skill="r", level=2.5, importance=2)],
        interests=interests(),
        preparation=4,
    )
    assert_type(role.requires, Sequence[ct.Requirement])
    assert_type(role.interests, ct.Interests | None)

    course = ct.Course(
        title="SQL", teaches=(ct.Lesson(skill=sql, level=4),), cost=ct.Money(99, "EUR"), due=DAY
    )
    assert_type(course.cost, ct.Money | None)

    position = ct.Position(
        type="self-employment",
        title="Analyst",
        manager=grace,
        started="2020",
        ended=date(2021, 5, 1),
        liking=-1,
    )
    assert_type(position.ended, str | None)
    return [algebra, sql, grace, evening]


def interests() -> ct.Interests:
    """The six RIASEC interests."""
    made = ct.Interests(realistic=2, investigative=6, artistic=4, social=3, enterprising=3.5, conventional=5)
    assert_type(made.letters, str)
    assert_type(made.scores, dict[str, float])
    return made


def dated() -> None:
    """What begins on a day."""
    work = ct.Goal(on=DAY, title="Work", pillar="change")
    goal = ct.Goal(
        on=date(2026, 1, 5),
        title="Apply",
        pillar="change",
        due="2026-04-01",
        parent=work,
        target=10,
        milestones=[ct.Milestone(due="2026-02-01", value=4)],
        anchors=["none", "two", "five", "ten", "an offer"],
        obstacles=[ct.Obstacle(what="no time", then="Saturday")],
    )
    assert_type(goal.on, date)
    assert_type(goal.due, date | None)
    assert_type(goal.anchors, Sequence[str])
    assert_type(goal.milestones, Sequence[ct.Milestone])

    move = ct.Transition(
        on=DAY,
        title="Data lead",
        role="data-lead",
        pay_from="60000 EUR",
        pay_to=ct.Money(70_000, "EUR"),
        closes=DAY,
    )
    assert_type(move.pay_to, ct.Money | None)
    proof = ct.Evidence(on=DAY, title="Nightly load", skills=["sql"], goals=[goal])
    assert_type(proof.goals, tuple[str, ...])
    routine = ct.Routine(id="apply", on=DAY, pillar="change", times=3, of="applications", until="2026-06-30")
    cadence = ct.Cadence(
        id="weekly", on=DAY, contact="grace", every=ct.Every(2, "week"), counted_from="schedule"
    )
    assert_type(cadence.every, ct.Every)
    talk = ct.Conversation(id="talk", on=DAY, contacts=["grace"], raised=["aspirations"], shown=[proof])
    promise = ct.Commitment(
        id="send", on=DAY, what="send it", to="grace", due="2026-02-01", conversation=talk
    )
    setback = ct.Setback(id="no", on=DAY, what="no answer", retry="2026-03-20", transition=move)
    facts(routine, promise, setback, talk, move, goal)


def facts(
    routine: ct.Routine,
    promise: ct.Commitment,
    setback: ct.Setback,
    talk: ct.Conversation,
    move: ct.Transition,
    goal: ct.Goal,
) -> None:
    """What happened or held on a day."""
    assert_type(talk.id, str | None)
    assert_type(talk.contacts, tuple[str, ...])
    assert_type(promise.due, date | None)
    ct.InterestProfile(on=DAY, interests=interests())
    ct.Priorities(
        on=DAY, motivators=["learning"], needs=[ct.Need(criterion="remote", force="must", at_least=1)]
    )
    ct.Reflection(on=DAY, energy=2, decision="go on", look_back="2026-07-01")
    target = ct.TargetRole(on=DAY, roles=[ct.Role(title="Data lead"), "analyst"])
    assert_type(target.roles, tuple[str, ...])
    ct.Capacity(on=DAY, minutes=300, training_budget="500 EUR")
    runway = ct.Runway(
        on=DAY, savings="40000 EUR", spending="4100 EUR", income="2400 EUR", income_until="2026-06-30"
    )
    assert_type(runway.savings, ct.Money)
    pause = ct.Pause(on=DAY, until="2026-01-12", why="family")
    assert_type(pause.until, date)
    ct.Effort(on=DAY, minutes=45, routine=routine)
    rated = ct.Assessment(
        on=DAY, skill=ct.Skill(name="SQL"), level=3, by="peer", confidence=0.8, evidence="load"
    )
    assert_type(rated.skill, str)
    check = ct.CheckIn(on=DAY, goal=goal, value=4, level=1)
    assert_type(check.level, int | None)
    step = ct.Step(on=DAY, transition=move, stage="applied", sent="CV 4", tracked=False)
    assert_type(step.tracked, bool)
    offer = ct.Offer(on=DAY, transition=move, pay="72000 EUR", ratings=[ct.Rating(criterion="pay", value=8)])
    assert_type(offer.ratings, Sequence[ct.Rating])
    ct.Resolution(on=DAY, commitment=promise)
    ct.Resolution(on=DAY, setback=setback, outcome="dropped")
    ct.Resolution(on=DAY, course="sql", credential="certificate", expires=date(2028, 2, 29))
