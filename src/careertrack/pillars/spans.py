"""Days as the rules count them: a pause takes none, and what has just begun is left alone."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from careertrack.days import DAY
from careertrack.moment import Moment
from careertrack.records.roles import TargetRole

SETTLING_DAYS: Final = 7  # house: nobody is asked about a thing in the week in which it was written down
MONTH_DAYS: Final = 28  # house: four weeks, as the windows of practice
QUARTER_DAYS: Final = 91  # house: thirteen weeks
YEAR_DAYS: Final = 365


def ago(now: Moment, days: int) -> date:
    """The day so many days before, or the calendar's first."""
    return date.fromordinal(max(now.day.toordinal() - days, 1))


def waited(now: Moment, since: date) -> int:
    """How many days have passed since one, paused days left out; 0 where it is still to come."""
    if since >= now.day:
        return 0
    return (now.day - since).days - now.rest.days(since + DAY, now.day)


def is_within(now: Moment, day: date, days: int) -> bool:
    """Whether a day is today or at most so many days ahead."""
    return timedelta() <= day - now.day <= timedelta(days)


def is_past(now: Moment, due: date) -> bool:
    """Whether a due day is past: one that was paused falls on the first day that was not."""
    return now.rest.resumed(due) < now.day


def first_ask(now: Moment) -> date | None:
    """The day on which the person first asked something of themselves; ``None`` if they never did."""
    # Each in the order of the first records, so the first one will do.
    goal = next(iter(now.goals.values()), None)
    routine = next(iter(now.routines.values()), None)
    cadence = next(iter(now.cadences.values()), None)
    promise = next((each for each in now.commitments.values() if each.is_mine), None)
    days = [state.first.on for state in (goal, cadence, promise) if state is not None]
    days += [] if routine is None else [routine.revisions[0].on]
    days += [aim.on for aim in now.facts(TargetRole)[:1]]
    return min(days, default=None)


def has_settled(now: Moment, days: int = MONTH_DAYS) -> bool:
    """Whether the first ask is so many days old: a plan grows piece by piece, and nobody is hurried."""
    asked = now.once(first_ask)
    return asked is not None and waited(now, asked) >= days
