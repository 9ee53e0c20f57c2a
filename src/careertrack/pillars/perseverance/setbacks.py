"""Setbacks: the lesson, the next try, and what rejections may teach."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from careertrack.moment import Moment
from careertrack.pillars.finding import Rule, Said, rule
from careertrack.pillars.spans import QUARTER_DAYS, SETTLING_DAYS, ago, is_past
from careertrack.records.moves import Step
from careertrack.records.setbacks import Setback

MANY_REJECTIONS: Final = 5  # house: a pattern takes a few; one rejection has a hundred reasons


def _has_lesson(setback: Setback) -> bool:
    return setback.lesson is not None or setback.change is not None


@rule("setback-without-lesson", "hint", "perseverance")
def without_lesson(now: Moment) -> Iterator[Said]:
    """An open setback that names neither a lesson nor a change a week later."""
    for id, state in now.setbacks.items():
        is_settled = (now.day - state.first.on).days >= SETTLING_DAYS
        if is_settled and state.status == "open" and not _has_lesson(state.setback):
            yield Said({"id": id}, (state.setback,))


@rule("retry-past", "warning", "perseverance")
def retry_past(now: Moment) -> Iterator[Said]:
    """An open setback whose day to try again is past; a paused day falls on the first one that was not."""
    for id, state in now.setbacks.items():
        retry = state.setback.retry
        if state.status == "open" and retry is not None and is_past(now, retry):
            yield Said({"id": id, "retry": str(now.rest.resumed(retry))}, (state.setback,))


@rule("rejections-without-lesson", "hint", "perseverance")
def rejections_without_lesson(now: Moment) -> Iterator[Said]:
    """Five or more rejections a week to 91 days ago, and no setback since then holds a lesson or a change."""
    since = ago(now, QUARTER_DAYS)
    steps = now.between(Step, since, ago(now, SETTLING_DAYS))
    rejections = tuple(step for step in steps if step.stage == "rejected")
    if len(rejections) < MANY_REJECTIONS:
        return
    if not any(setback.on >= since and _has_lesson(setback) for setback in now.standing(Setback)):
        yield Said({"count": len(rejections)}, rejections)


RULES: Final[tuple[Rule, ...]] = (without_lesson, retry_past, rejections_without_lesson)
