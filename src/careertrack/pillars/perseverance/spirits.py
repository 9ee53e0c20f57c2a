"""Spirits: what reflections say of the weeks."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from careertrack.moment import Moment
from careertrack.pillars.finding import Rule, Said, rule
from careertrack.pillars.spans import MONTH_DAYS, QUARTER_DAYS, ago
from careertrack.records.self import Reflection

TIMES: Final = 3  # house: two may be a bad week
SOME_REFLECTIONS: Final = 4  # house: a month of weekly ones


def recent(now: Moment) -> tuple[Reflection, ...]:
    """The reflections of the last 91 days."""
    return now.between(Reflection, ago(now, QUARTER_DAYS), now.day)


@rule("spirits-falling", "notice", "perseverance")
def falling(now: Moment) -> Iterator[Said]:
    """Hope or energy of the week fell each time over the last three that say it within 91 days.

    Said from the day after the last of them, for four weeks.  What is said of one activity is left out: it
    compares with nothing else.
    """
    weeks = [each for each in now.once(recent) if each.activity is None]
    for what in ("hope", "energy"):
        told = [each for each in weeks if getattr(each, what) is not None][-TIMES:]
        marks = [getattr(each, what) for each in told]
        is_falling = len(told) == TIMES and all(before > after for before, after in pairwise(marks))
        if is_falling and ago(now, MONTH_DAYS) <= told[-1].on < now.day:
            yield Said({"what": what}, tuple(told))


@rule("wins-not-noted", "hint", "perseverance")
def wins_not_noted(now: Moment) -> Iterator[Said]:
    """Four or more reflections in the 91 days before, and none, today's included, says what went well."""
    told = tuple(each for each in now.once(recent) if each.on < now.day)
    if len(told) >= SOME_REFLECTIONS and all(each.went_well is None for each in now.once(recent)):
        yield Said({"count": len(told)}, told)


RULES: Final[tuple[Rule, ...]] = (falling, wins_not_noted)
