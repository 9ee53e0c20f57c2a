"""Change: what came of the moves, answers that are due, and oddities."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from careertrack.moment import Moment
from careertrack.pillars.finding import Finding, Rule
from careertrack.state.moves import ENDS

ANSWER_NOTICE_DAYS: Final = 7  # house: a week to think it over


def outcomes_unknown(now: Moment) -> Iterator[Finding]:
    """Transitions of which nobody recorded what came later."""
    states = now.transitions.values()
    unknown = [state.transition for state in states if not state.is_tracked and not state.has_ended]
    if unknown:
        yield Finding(
            code="outcomes-unknown",
            severity="notice",
            pillar="change",
            params={"count": len(unknown)},
            records=tuple(unknown),
        )


def answer_due(now: Moment) -> Iterator[Finding]:
    """An offer to answer within a week, or before today, on a transition that has not ended."""
    for id, state in now.transitions.items():
        offer = state.offers[-1] if state.offers else None
        if offer is None or offer.answer_by is None or state.has_ended:
            continue
        if (offer.answer_by - now.day).days <= ANSWER_NOTICE_DAYS:
            params = {"id": id, "due": str(offer.answer_by)}
            yield Finding(
                code="answer-due", severity="warning", pillar="change", params=params, records=(offer,)
            )


def step_after_end(now: Moment) -> Iterator[Finding]:
    """A step that follows an end: kept, since it happens, and worth a look."""
    for id, state in now.transitions.items():
        for before, after in pairwise(state.steps):
            if before.stage in ENDS:
                params = {"id": id, "stage": after.stage, "end": before.stage}
                yield Finding(
                    code="step-after-end",
                    severity="notice",
                    pillar="change",
                    params=params,
                    records=(before, after),
                )


RULES: Final[tuple[Rule, ...]] = (outcomes_unknown, answer_due, step_after_end)
