"""Talks, beside applications and courses: whether there are any."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from careertrack.moment import Moment
from careertrack.pillars.finding import Rule, Said, rule
from careertrack.pillars.search import applied_within
from careertrack.pillars.spans import MONTH_DAYS, ago
from careertrack.records.people import Conversation
from careertrack.records.rhythm import Effort
from careertrack.vocabulary import Pillar

SOME_APPLICATIONS: Final = 3  # house: one or two may have been on their way before there was anybody to ask
SOME_MINUTES: Final = 240  # house: an hour a week


@rule("searching-alone", "notice", "network")
def searching_alone(now: Moment) -> Iterator[Said]:
    """Three or more applications in the 28 days before, and no talk with anybody in them or today."""
    sent = applied_within(now, MONTH_DAYS)
    if len(sent) >= SOME_APPLICATIONS and not now.between(Conversation, ago(now, MONTH_DAYS), now.day):
        yield Said({"count": len(sent)}, tuple(each.step for each in sent))


def _pillar_of(now: Moment, effort: Effort) -> Pillar | None:
    """The part of the way that effort went to; none where only a newer version can tell."""
    if effort.routine is not None:
        routine = now.routines.get(effort.routine)
        return None if routine is None else routine.routine.pillar
    if effort.goal is not None:
        goal = now.goals.get(effort.goal)
        return None if goal is None else goal.goal.pillar
    if effort.course is not None or effort.skill is not None:
        return "skills"
    if effort.transition is not None:
        return "change"
    return effort.pillar or "network"


@rule("skills-only", "notice", "network")
def skills_only(now: Moment) -> Iterator[Said]:
    """Four hours or more in the 28 days before went to skills, and none, today's included, elsewhere.

    Nor was there a talk with anybody.
    """
    first = ago(now, MONTH_DAYS)
    efforts = now.between(Effort, first, now.day)
    before = tuple(effort for effort in efforts if effort.on < now.day)
    minutes = sum(effort.minutes for effort in before)
    if minutes < SOME_MINUTES or now.between(Conversation, first, now.day):
        return
    if all(_pillar_of(now, effort) == "skills" for effort in efforts):
        yield Said({"minutes": minutes}, before)


RULES: Final[tuple[Rule, ...]] = (searching_alone, skills_only)
