"""A year on the way back: one invented person, from being laid off to a new role.

Nora loses her job on 5 January 2026, a Monday, and reviews her plan every four weeks.  The page
``docs/explanation/story.md`` tells the year and does the arithmetic of each review by hand.

    python examples/story.py               # all thirteen reviews, a line each
    python examples/story.py 2026-04-27    # one day in full
"""

import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta

import careertrack as ct

BEGIN = date(2026, 1, 5)
WEEK = timedelta(weeks=1)
REVIEWS = tuple(BEGIN + n * 4 * WEEK for n in range(1, 14))

# Each application, by its place in the year; see `searching`.
LAST_ROUND, SECOND_TRY, FIRST_OFFER, NEW_ROLE = 8, 16, 30, 34
SILENT = (13, 14, 15)
ACCEPTED_ON = date(2026, 9, 9)


def story() -> ct.Plan:
    """The plan of the whole year.  Ask it about any day: what comes later does not show."""
    plan = ct.Plan(owner="Nora Example")
    for chapter in CHAPTERS:
        plan += chapter()
    return plan


# --- January: told to go ----------------------------------------------------------------------


def laid_off() -> Iterator[ct.Record]:
    """The first four weeks: what there is, two goals, and a manager who still is one."""
    yield ct.Position(
        title="Logistics planner",
        organization="Old Mill Logistics",
        started="2019-04",
        ended="2026-01-31",
        why_ended="The site was closed.",
        story="The site was closed; I planned its last year and handed it over in good order.",
    )
    yield ct.Runway(on=BEGIN, savings="24000 EUR", spending="2000 EUR")
    yield ct.Priorities(on="2026-01-12", motivators=["finding things out", "people", "security"])

    # Direction: one goal that can be counted, and one that has a day and no measure.
    yield ct.Goal(
        on=BEGIN,
        id="twelve-talks",
        title="Talk with twelve people about their work",
        pillar="direction",
        target=12,
        unit="talks",
        due="2026-03-30",
        chance=0.6,
    )
    yield ct.Goal(on=BEGIN, id="new-role", title="A new role", pillar="change", due="2027-01-04")
    yield ct.CheckIn(on="2026-01-09", goal="twelve-talks", value=1)
    yield ct.CheckIn(on="2026-02-02", goal="twelve-talks", value=4)

    # Manager: Hana is her manager to the end of January, and a reference from then on.
    yield ct.Contact(id="hana", name="Hana Example", relations=["manager"])
    yield ct.Cadence(id="hana", on=BEGIN, contact="hana", every="2 weeks", until="2026-02-01")
    yield ct.Conversation(on="2026-01-12", contacts=["hana"], type="one-to-one")
    yield ct.Conversation(on="2026-01-26", contacts=["hana"], type="one-to-one")
    yield ct.Commitment(
        id="notes", on=BEGIN, what="Notes for the reference letter", to="hana", due="2026-01-16"
    )
    yield ct.Resolution(on="2026-01-15", commitment="notes")
    yield ct.Contact(id="hana", on="2026-02-02", name="Hana Example", relations=["reference"], vouches=True)

    # Network: an old friend, every four weeks.
    yield ct.Contact(id="ben", name="Ben Example", relations=["mentor"])
    yield ct.Cadence(id="ben", on=BEGIN, contact="ben", every="4 weeks")
    yield ct.Conversation(on="2026-01-19", contacts=["ben"], type="advice", helped="me")


# --- February and March: searching ------------------------------------------------------------


def searching() -> Iterator[ct.Record]:
    """Two applications a week, two new people a month; a course, a role to aim at."""
    yield ct.Routine(id="apply", on="2026-02-02", pillar="change", times=2, of="applications")
    yield ct.Routine(id="meet", on="2026-01-26", pillar="network", times=2, of="new-contacts", per="month")
    yield from met("2026-02-10", "2026-02-24", "2026-03-12")
    yield from applied("2026-02-02", [2, 2, 1, 2])
    yield from applied("2026-03-02", [2, 2, 0, 1], first=LAST_ROUND)

    yield ct.Conversation(on="2026-02-16", contacts=["ben"], type="advice", helped="me")
    yield ct.Commitment(id="draft-cv", on="2026-02-09", what="Send the CV", to="ben", due="2026-02-16")
    yield ct.Resolution(on="2026-02-18", commitment="draft-cv")  # two days late
    yield ct.CheckIn(on="2026-03-02", goal="twelve-talks", value=7)

    # Skills: what an analyst needs, where she is, and how to get there.
    yield ct.Skill(name="SQL", top=5)
    yield ct.Skill(name="Statistics", top=5)
    yield ct.Role(
        title="Data analyst",
        requires=[
            ct.Requirement(skill="sql", level=4, importance=5, must_have=True),
            ct.Requirement(skill="statistics", level=4, importance=3),
        ],
    )
    yield ct.TargetRole(on="2026-03-02", roles=["data-analyst"])
    yield ct.Assessment(on="2026-03-02", skill="sql", level=2)
    yield ct.Course(
        title="SQL in depth", teaches=[ct.Lesson(skill="sql", level=3)], minutes=900, due="2026-04-26"
    )
    yield ct.Routine(id="study", on="2026-03-02", pillar="skills", minutes=120)
    yield from studied("2026-03-02", [120, 60, 120, 120])
    yield ct.Goal(
        on="2026-03-02",
        id="portfolio",
        title="Publish four case studies",
        pillar="skills",
        target=4,
        unit="case studies",
        due="2026-06-22",
    )
    yield ct.CheckIn(on="2026-03-30", goal="portfolio", value=1)

    yield ct.Commitment(
        id="ask-lena", on="2026-03-09", what="Call Lena, as Ben advised", to="ben", due="2026-03-20"
    )
    yield ct.Resolution(on="2026-03-19", commitment="ask-lena")
    yield ct.Conversation(on="2026-03-23", contacts=["ben"], type="catch-up")
    yield ct.CheckIn(on="2026-03-29", goal="twelve-talks", value=12)
    yield ct.Resolution(on="2026-03-29", goal="twelve-talks")


# --- April: the hard weeks --------------------------------------------------------------------


def hard_weeks() -> Iterator[ct.Record]:
    """The last round is lost, a fortnight hardly anything goes, then she asks why and begins again."""
    yield reached(LAST_ROUND, "2026-03-10", "screening")
    yield reached(LAST_ROUND, "2026-03-17", "interviewing")
    yield reached(LAST_ROUND, "2026-03-27", "rejected")
    yield ct.Setback(
        id="last-round",
        on="2026-03-27",
        what="Out in the last round, after four weeks of hoping",
        retry="2026-04-17",
        transition=move(LAST_ROUND),
    )
    yield ct.Reflection(on="2026-03-28", hope=-2, energy=-2)

    yield ct.Setback(
        id="last-round",
        on="2026-04-10",
        what="Out in the last round, after four weeks of hoping",
        lesson="They wanted to see work, and I only told them about it.",
        change="Bring a case study to the first talk.",
        retry="2026-04-17",
        transition=move(LAST_ROUND),
    )
    yield ct.Resolution(on="2026-04-16", setback="last-round")  # called them and asked

    yield from applied("2026-04-13", [1, 2], first=SILENT[0])
    yield from studied("2026-04-13", [60, 120])
    yield ct.Assessment(on="2026-04-13", skill="statistics", level=2)
    yield ct.Conversation(on="2026-04-20", contacts=["ben"], type="advice", helped="me")
    yield from met("2026-04-14", "2026-04-22")
    yield ct.Resolution(on="2026-04-24", course="sql-in-depth", credential="SQL in depth")
    yield ct.Assessment(on="2026-04-24", skill="sql", level=3, by="certificate")

    yield ct.CheckIn(on="2026-04-27", goal="portfolio", value=1)
    yield ct.Goal(
        on="2026-04-27",
        id="portfolio",
        title="Publish four case studies",
        pillar="skills",
        target=4,
        unit="case studies",
        due="2026-07-20",
    )


# --- May and June: back on the way ------------------------------------------------------------


def on_the_way() -> Iterator[ct.Record]:
    """The pace is back; another rejection costs less than the first one."""
    yield from applied("2026-04-27", [2, 1, 2, 2], first=SECOND_TRY)
    yield from studied("2026-04-27", [120, 120, 120, 120])
    yield from met("2026-05-06", "2026-05-20")
    yield ct.Conversation(on="2026-05-18", contacts=["ben"], type="catch-up")
    yield ct.CheckIn(on="2026-05-25", goal="portfolio", value=2)

    yield reached(SECOND_TRY, "2026-05-12", "interviewing")
    yield reached(SECOND_TRY, "2026-05-29", "rejected")
    yield ct.Setback(
        id="second-try",
        on="2026-05-29",
        what="Rejected after two talks",
        retry="2026-06-12",
        transition=move(SECOND_TRY),
    )
    yield ct.Resolution(on="2026-06-11", setback="second-try")  # she went on, and drew no lesson

    yield from applied("2026-05-25", [2, 2, 2, 1], first=23)
    yield from studied("2026-05-25", [120, 120, 120, 120])
    yield from met("2026-06-03", "2026-06-17")
    yield ct.Conversation(on="2026-06-15", contacts=["ben"], type="catch-up")
    yield ct.Assessment(on="2026-06-15", skill="sql", level=4, by="test")
    yield ct.CheckIn(on="2026-06-19", goal="portfolio", value=4)
    yield ct.Evidence(
        on="2026-06-19", id="case-studies", title="Four case studies", skills=["sql"], goals=["portfolio"]
    )
    yield ct.Resolution(on="2026-06-19", goal="portfolio")


# --- July: two weeks' rest --------------------------------------------------------------------


def rest() -> Iterator[ct.Record]:
    """Two weeks of work, two weeks by the sea."""
    yield from applied("2026-06-22", [2, 2], first=FIRST_OFFER)
    yield from studied("2026-06-22", [120, 120])
    yield ct.Assessment(on="2026-06-29", skill="statistics", level=3)
    yield reached(FIRST_OFFER, "2026-07-02", "interviewing")
    yield ct.Pause(on="2026-07-06", until="2026-07-19")


# --- August and September: two offers ---------------------------------------------------------


def two_offers() -> Iterator[ct.Record]:
    """The first offer is declined, the second one is accepted."""
    yield from met("2026-07-29", "2026-08-12", "2026-08-26")
    yield from applied("2026-07-20", [2, 2, 1, 1], first=NEW_ROLE)
    yield from studied("2026-07-20", [120, 120, 60, 120])
    yield ct.Conversation(on="2026-07-27", contacts=["ben"], type="catch-up")
    yield reached(FIRST_OFFER, "2026-07-31", "offer")
    yield ct.Offer(on="2026-07-31", transition=move(FIRST_OFFER), pay="38000 EUR", answer_by="2026-08-07")
    yield reached(FIRST_OFFER, "2026-08-05", "declined")

    yield from applied("2026-08-17", [2, 2, 2], first=40)
    yield from studied("2026-08-17", [120, 120, 120, 120])
    yield ct.Conversation(on="2026-08-24", contacts=["ben"], type="advice", helped="me")
    yield reached(NEW_ROLE, "2026-08-10", "interviewing")
    yield reached(NEW_ROLE, "2026-09-04", "offer")
    yield ct.Offer(on="2026-09-04", transition=move(NEW_ROLE), pay="46000 EUR", answer_by="2026-09-11")
    yield reached(NEW_ROLE, ACCEPTED_ON, "accepted")
    for place in (*SILENT, 43, 44, 45):
        yield reached(place, ACCEPTED_ON, "withdrawn")
    yield ct.Resolution(on=ACCEPTED_ON, goal="new-role")
    yield ct.Reflection(on=ACCEPTED_ON, hope=2, went_well="I asked, showed my work, and waited.")
    yield ct.Resolution(on="2026-09-13", routine="apply")
    yield ct.Resolution(on="2026-09-13", routine="meet")


# --- October to January: the new role ---------------------------------------------------------


def new_role() -> Iterator[ct.Record]:
    """Four weeks until it begins, then a manager to talk with every other week."""
    yield from studied("2026-09-14", [120, 120, 60, 60])
    yield ct.Resolution(on="2026-10-11", routine="study")
    for day in ("2026-09-21", "2026-10-19", "2026-11-16", "2026-12-14"):
        yield ct.Conversation(on=day, contacts=["ben"], type="catch-up")

    yield ct.Position(title="Data analyst", organization="Lantern", manager="iris", started="2026-10-12")
    yield ct.Runway(on="2026-10-12", savings="6000 EUR", spending="2000 EUR", income="3000 EUR")
    yield ct.Contact(id="iris", name="Iris Example", relations=["manager"], met="2026-10-12")
    yield ct.Cadence(id="iris", on="2026-10-12", contact="iris", every="2 weeks")
    yield ct.Conversation(on="2026-10-12", contacts=["iris"], type="one-to-one", shown=["case-studies"])
    for day in ("2026-10-26", "2026-11-09", "2026-11-30"):
        yield ct.Conversation(on=day, contacts=["iris"], type="one-to-one")
    yield ct.Commitment(
        id="first-report", on="2026-10-26", what="A first report", to="iris", due="2026-11-06"
    )
    yield ct.Effort(on="2026-11-04", minutes=60, pillar="manager")
    yield ct.Resolution(on="2026-11-05", commitment="first-report")

    yield ct.Goal(
        on="2026-11-09",
        id="first-quarter",
        title="Three reports that are used",
        pillar="manager",
        target=3,
        unit="reports",
        due="2027-02-01",
    )
    yield ct.Effort(on="2026-11-25", minutes=60, goal="first-quarter")
    yield ct.CheckIn(on="2026-12-07", goal="first-quarter", value=1)
    yield ct.Conversation(
        on="2026-12-14", contacts=["iris"], type="one-to-one", acknowledged=["case-studies"]
    )
    yield ct.Conversation(on="2026-12-28", contacts=["iris"], type="review", raised=["aspirations"])
    yield ct.Assessment(on="2026-12-28", skill="statistics", level=4, by="manager")
    yield ct.CheckIn(on="2027-01-04", goal="first-quarter", value=2)


CHAPTERS: tuple[Callable[[], Iterator[ct.Record]], ...] = (
    laid_off,
    searching,
    hard_weeks,
    on_the_way,
    rest,
    two_offers,
    new_role,
)


# --- What repeats -----------------------------------------------------------------------------


def move(place: int) -> str:
    """The id of an application by its place in the year."""
    return f"move-{place:02}"


def reached(place: int, on: date | str, stage: str) -> ct.Record:
    """An application reaches a stage."""
    return ct.from_dict({"kind": "step", "on": str(on), "transition": move(place), "stage": stage})


def applied(monday: str, counts: Sequence[int], first: int = 1) -> Iterator[ct.Record]:
    """So many applications a week: the first on a Tuesday, the second on a Thursday.

    All but a few are rejected after two weeks; those few have chapters of their own.
    """
    place = first
    for week, count in enumerate(counts):
        for day in (1, 3)[:count]:
            on = date.fromisoformat(monday) + week * WEEK + timedelta(days=day)
            yield ct.Transition(id=move(place), on=on)
            yield reached(place, on, "applied")
            answer = on + 2 * WEEK
            if place not in (LAST_ROUND, SECOND_TRY, FIRST_OFFER, NEW_ROLE, *SILENT) and answer < ACCEPTED_ON:
                yield reached(place, answer, "rejected")
            place += 1


def studied(monday: str, minutes: Sequence[int]) -> Iterator[ct.Record]:
    """So many minutes of study each week, on its Wednesday."""
    for week, spent in enumerate(minutes):
        on = date.fromisoformat(monday) + week * WEEK + timedelta(days=2)
        yield ct.Effort(on=on, minutes=spent, routine="study")


def met(*days: str) -> Iterator[ct.Record]:
    """New people, one a day."""
    for day in days:
        yield ct.Contact(id=f"met-{day[5:]}", name="Somebody new", met=day)


def main(arguments: Sequence[str]) -> None:
    """Print the reviews of the year, or one day in full."""
    plan = story()
    for day in arguments:
        print(plan.review(day))
    if not arguments:
        for review in (plan.review(day) for day in REVIEWS):
            practice, progress = review.practice.value or 0, review.progress.value or 0
            print(f"{review.day}  {review.status:9}  practice {practice:.2f}  progress {progress:.2f}")


if __name__ == "__main__":
    main(sys.argv[1:])
