"""Days as the rules count them: a pause takes none, and what has just begun is left alone."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from careertrack.days import DAY
from careertrack.moment import Moment
from careertrack.practice.spans import first_ask

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


def has_settled(now: Moment, days: int = MONTH_DAYS) -> bool:
    """Whether the first ask is so many days old: a plan grows piece by piece, and nobody is hurried."""
    asked = first_ask(now)
    return asked is not None and waited(now, asked) >= days
