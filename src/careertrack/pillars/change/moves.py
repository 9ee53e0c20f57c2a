"""Moves: what became of them, postings that close, applications gone quiet, interviews ahead."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from careertrack.moment import Moment
from careertrack.pillars.finding import Rule, Said, listed, rule
from careertrack.pillars.network.events import ahead
from careertrack.pillars.search import leads, under_way
from careertrack.pillars.spans import MONTH_DAYS, QUARTER_DAYS, ago, is_within, waited
from careertrack.records.rhythm import Effort
from careertrack.state.moves import ENDS

CLOSING_DAYS: Final = 7  # house: an application takes an evening or two


@rule("outcomes-unknown", "notice", "change")
def outcomes_unknown(now: Moment) -> Iterator[Said]:
    """Transitions of which nobody recorded what came later."""
    states = now.transitions.values()
    unknown = [state.transition for state in states if not state.is_tracked and not state.has_ended]
    if unknown:
        yield Said({"count": len(unknown)}, tuple(unknown))


@rule("step-after-end", "notice", "change")
def step_after_end(now: Moment) -> Iterator[Said]:
    """A step that follows an end: kept, since it happens, and worth a look."""
    for id, state in now.transitions.items():
        for before, after in pairwise(state.steps):
            if before.stage in ENDS:
                yield Said({"id": id, "stage": after.stage, "end": before.stage}, (before, after))


@rule("posting-closes", "warning", "change")
def posting_closes(now: Moment) -> Iterator[Said]:
    """A posting that was not applied for closes today or within a week."""
    for id, state in leads(now):
        closes = state.transition.closes
        if closes is not None and is_within(now, closes, CLOSING_DAYS):
            yield Said({"id": id, "closes": str(closes)}, (state.transition,))


@rule("posting-closed", "notice", "change")
def posting_closed(now: Moment) -> Iterator[Said]:
    """A posting closed within the last 28 days, and no application is on record."""
    for id, state in leads(now):
        closes = state.transition.closes
        if closes is not None and ago(now, MONTH_DAYS) <= closes < now.day:
            yield Said({"id": id, "closes": str(closes)}, (state.transition,))


@rule("application-silent", "notice", "change")
def application_silent(now: Moment) -> Iterator[Said]:
    """Applications 28 to 91 days ago that no later step and no talk about them followed."""
    silent = [
        state
        for state in now.once(under_way)
        if state.stage == "applied"
        and waited(now, state.steps[-1].on) >= MONTH_DAYS
        and state.steps[-1].on >= ago(now, QUARTER_DAYS)
        and not (state.talks and state.talks[-1].on >= state.steps[-1].on)
    ]
    if silent:
        params = {"count": len(silent), "ids": listed([state.transition.id for state in silent])}
        yield Said(params, tuple(state.steps[-1] for state in silent))


@rule("interview-unprepared", "warning", "change")
def interview_unprepared(now: Moment) -> Iterator[Said]:
    """An interview is today or within a week, with no effort on it, nor on its move within 28 days."""
    efforts = now.between(Effort, ago(now, MONTH_DAYS - 1), now.day)
    prepared = {effort.transition for effort in efforts} - {None}
    for event, day in now.once(ahead):
        is_prepared = now.events[event.id].minutes > 0 or event.transition in prepared
        if event.type == "interview" and not is_prepared:
            yield Said({"id": event.id, "on": str(day)}, (event,))


RULES: Final[tuple[Rule, ...]] = (
    outcomes_unknown,
    step_after_end,
    posting_closes,
    posting_closed,
    application_silent,
    interview_unprepared,
)
