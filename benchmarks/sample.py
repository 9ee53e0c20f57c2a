"""A believable plan of any length, the same each time: somebody's weeks between two jobs, and after."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import count, islice
from random import Random

import careertrack as ct
from careertrack.record import Record
from careertrack.vocabulary import Pillar

START = date(2026, 1, 5)
YEAR = 52  # weeks; a year of the sample is a document of about 200 KB
SKILLS = ("SQL", "Python", "Statistics", "Writing", "Data modelling", "Facilitation", "Negotiation", "German")
PILLARS: tuple[Pillar, ...] = ("direction", "skills", "manager", "network", "change", "perseverance")
CITIES = ("Lisbon", "Lyon", "Łódź", "Leipzig", "Leeds", "Ljubljana")
NOTE = "Short talk after lunch; she sees two openings next quarter and would pass the CV on, café on Friday."


def records(weeks: int = YEAR) -> Iterator[Record]:
    """The records of so many weeks: about 24 a week after the beginnings."""
    yield from _beginnings()
    for week in range(weeks):
        yield from _week(week)


def plan(weeks: int = YEAR) -> ct.Plan:
    """A plan of so many weeks."""
    return ct.Plan("Ada Example", records(weeks))


def plan_of(size: int) -> ct.Plan:
    """A plan of exactly so many records: the first of a life that never ends."""
    endless = (record for week in count() for record in _week(week))
    beginnings = list(_beginnings())
    return ct.Plan("Ada Example", [*beginnings, *islice(endless, size - len(beginnings))])


def _beginnings() -> Iterator[Record]:
    for name in SKILLS:
        yield ct.Skill(name=name, top=7)
    needs = [
        ct.Requirement(skill=skill, level=5, importance=3.5 + i % 3 / 2, must_have=i < 2)
        for i, skill in enumerate(("sql", "python", "statistics", "data-modelling", "facilitation"))
    ]
    yield ct.Role(title="Data lead", requires=needs, preparation=4, source="15-2051.00")
    yield ct.Role(title="Analytics engineer", requires=needs[:3], preparation=4)
    yield ct.Course(
        title="SQL in depth", teaches=[ct.Lesson(skill="sql", level=6)], minutes=900, cost="340 EUR"
    )
    yield ct.TargetRole(on=START, roles=["data-lead", "analytics-engineer"])
    yield ct.Position(title="Data analyst", organization="Initech", started="2021-04", ended="2025-12")
    yield ct.Capacity(on=START, minutes=600, training_budget="1200 EUR")
    yield ct.Runway(
        on=START, savings="18000 EUR", spending="2100 EUR", income="1400 EUR", income_until="2026-12-31"
    )
    yield ct.Priorities(
        on=START, motivators=["learning", "colleagues", "pay"], needs=[ct.Need(criterion="remote")]
    )
    yield ct.Routine(
        id="apply", on=START, pillar="change", times=3, of="applications", cue="Tuesday 9:00, library"
    )
    yield ct.Routine(id="study", on=START, pillar="skills", minutes=180)
    for pillar in PILLARS:
        yield ct.Goal(
            on=START,
            id=f"{pillar}-first",
            title=f"Find my feet: {pillar}",
            pillar=pillar,
            target=12,
            due=START + timedelta(182),
            milestones=[ct.Milestone(due=START + timedelta(91), value=5)],
        )


def _week(week: int) -> Iterator[Record]:
    """One week; it names only what this week or the beginnings brought."""
    dice, monday = Random(week), START + timedelta(7 * week)
    days = [monday + timedelta(n) for n in range(7)]
    company, city = f"Company {week % 97}", dice.choice(CITIES)
    person, move, talk, promise = f"person-{week}", f"move-{week}", f"talk-{week}", f"promise-{week}"
    if week < 97:
        yield ct.Organization(name=company, motivation=dice.randint(1, 5), posting="related")
    yield ct.Contact(
        id=person,
        name=f"Maria Example {week}",
        relations=[dice.choice(["peer", "recruiter", "mentor", "manager"])],
        organization=company,
        title="Head of data",
        emails=[f"maria{week}@example.org"],
        trust=dice.randint(1, 5),
        met=monday,
    )
    yield ct.Transition(
        id=move,
        on=monday,
        title=f"Data lead at {company}",
        role="data-lead",
        organization=company,
        channel="referral",
        contact=person,
        link=f"https://example.org/jobs/{week}",
        location=city,
        pay_from="58000 EUR",
        pay_to="66000 EUR",
    )
    yield ct.Step(on=days[1], transition=move, stage="applied", sent=f"CV {week % 5}", tracked=True)
    if week % 2 == 0:
        yield ct.Step(
            on=days[4], transition=move, stage=dice.choice(["screening", "rejected"]), label="first call"
        )
    if week % 4 == 0:
        until = monday + timedelta(182)
        yield ct.Cadence(
            id=f"touch-{week}", on=days[0], contact=person, every="3 weeks", type="catch-up", until=until
        )
        yield ct.Goal(on=days[0], id=f"goal-{week}", title=f"Finish sprint {week}", pillar="skills", target=5)
        if week:
            yield ct.Resolution(on=days[0], goal=f"goal-{week - 4}")
        yield ct.Evidence(
            on=days[4], id=f"proof-{week}", title="Cut the nightly load", impact=NOTE, skills=["sql"]
        )
        yield ct.Event(
            title=f"Data evening {week}", type="evening", starts=f"{days[3]}T18:30", zone="Europe/Paris"
        )
        yield ct.Offer(
            on=days[6], transition=move, pay="62000 EUR", ratings=[ct.Rating(criterion="pay", value=6)]
        )
        yield ct.Setback(
            id=f"setback-{week}", on=days[5], what="No answer", lesson="Ask sooner", transition=move
        )
    yield ct.Conversation(
        on=days[2],
        id=talk,
        contacts=[person],
        type="advice",
        minutes=30,
        raised=["aspirations"],
        advice=NOTE,
        helped="me",
        transition=move,
    )
    yield ct.Conversation(on=days[4], contacts=[person], type="thanks", answered="waiting", asked_by="me")
    yield ct.Conversation(
        on=days[6], contacts=[person], type="catch-up", minutes=20, advice=NOTE, helped="both"
    )
    yield ct.Commitment(
        id=promise, on=days[2], what="Send the CV and two names", to=person, due=days[6], conversation=talk
    )
    yield ct.Resolution(on=days[5], commitment=promise)
    for day in days[:5]:
        yield ct.Effort(
            on=day, minutes=dice.randint(2, 9) * 15, routine="study", note="chapter and exercises"
        )
        yield ct.Effort(on=day, minutes=dice.randint(1, 4) * 15, transition=move)
    yield ct.Effort(
        on=days[5], minutes=90, course="sql-in-depth", note="two chapters, and notes on window functions"
    )
    yield ct.Reflection(on=days[4], activity="the week", energy=dice.randint(-2, 2), hope=1, went_well=NOTE)
    yield from _looked_at(week, days)
    for skill in ("sql", "python"):
        yield ct.Assessment(on=days[6], skill=skill, level=dice.randint(4, 12) / 2, confidence=0.7)


def _looked_at(week: int, days: list[date]) -> Iterator[Record]:
    """Where the goals of the year stand; each is reached after 48 weeks."""
    year, week_of_year = divmod(week, YEAR)
    for pillar in PILLARS[:3]:
        goal = f"{pillar}-{year or 'first'}"
        if year and not week_of_year:
            due = days[0] + timedelta(350)
            yield ct.Goal(
                on=days[0], id=goal, title=f"Year {year}: {pillar}", pillar=pillar, target=12, due=due
            )
        if week_of_year <= 48:
            yield ct.CheckIn(on=days[6], goal=goal, value=week_of_year / 4)
        if week_of_year == 48:
            yield ct.Resolution(on=days[6], goal=goal)
