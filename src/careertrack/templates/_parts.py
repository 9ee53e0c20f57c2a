"""What the templates share: their first day, five hours a week, a person to talk to, goals in small steps."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from careertrack.errors import InvalidValue, Issue, shown
from careertrack.record import Record
from careertrack.records.goals import Goal, Milestone, Obstacle
from careertrack.records.people import Contact
from careertrack.records.rhythm import Cadence
from careertrack.records.self import Capacity, Runway
from careertrack.shapes import Date
from careertrack.values import Money
from careertrack.vocabulary import Pillar

MINUTES_A_WEEK: Final = 300  # house: five hours, what most can find beside a job, a search or a family
WEEK: Final = timedelta(weeks=1)
WEEKS: Final = 12  # house: a season is far enough to get somewhere, near enough to see
LAST: Final = date.max - WEEKS * WEEK
FORTNIGHT: Final = "2 weeks"  # house: often enough to stay in touch, seldom enough to be kept
MOTIVATORS: Final = ("learning", "people", "pay", "time for the rest of life")

_DATE: Final = Date()


def first_day(on: date | str) -> date:
    """The day that a template begins on.

    Raises:
        InvalidValue: If it is no day, or so late that the calendar has no room for its goals.
    """
    broken = _DATE.faults(on, "on")
    if not broken:
        day: date = _DATE.gate()(on)
        if day <= LAST:
            return day
        broken = [Issue("on", "value", {"rule": f"no later than {LAST}", "got": shown(str(day))})]
    raise InvalidValue(broken)


def capacity(on: date) -> Capacity:
    """Five hours a week: what actions are chosen to fit, and promises are held against."""
    return Capacity(on=on, minutes=MINUTES_A_WEEK)


def trusted_person(on: date) -> tuple[Contact, Cadence]:
    """Somebody to talk to every two weeks, and the place where their name belongs."""
    person = Contact(id="trusted-person", name="Somebody you trust (write the name here)")
    return person, Cadence(id="talk-it-over", on=on, contact=person, every=FORTNIGHT)


def weekly_goal(
    id: str, on: date, title: str, pillar: Pillar, *, a_week: float, unit: str, weeks: int = WEEKS
) -> Goal:
    """A goal reached by the same small step each week: two milestones on the way, a plan for bad weeks."""
    steps = (weeks // 3, 2 * weeks // 3)
    return Goal(
        id=id,
        on=on,
        title=title,
        pillar=pillar,
        due=on + weeks * WEEK,
        target=weeks * a_week,
        unit=unit,
        milestones=[Milestone(due=on + n * WEEK, value=n * a_week) for n in steps],
        obstacles=[
            Obstacle(what="A week with no strength for it", then="Do half of it, and write that down")
        ],
    )


def runway(
    on: date,
    savings: Money | str | None,
    spending: Money | str | None,
    income: Money | str | None,
    income_until: date | str | None,
) -> tuple[Record, ...]:
    """How long the means last, where figures are given; nothing where none are.

    Raises:
        InvalidValue: If savings or spending is missing while another figure is given.
    """
    if savings is not None and spending is not None:
        return (Runway(on=on, savings=savings, spending=spending, income=income, income_until=income_until),)
    given = {"savings": savings, "spending": spending, "income": income, "income_until": income_until}
    if any(each is not None for each in given.values()):
        rule = "given, since another figure of the means is"
        missing = [name for name in ("savings", "spending") if given[name] is None]
        raise InvalidValue([Issue(name, "missing", {"rule": rule}) for name in missing])
    return ()
