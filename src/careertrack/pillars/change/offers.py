"""Offers: to be answered, to be weighed, and what follows when one was accepted."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from careertrack.moment import Moment
from careertrack.pillars.finding import Rule, Said, rule
from careertrack.pillars.spans import QUARTER_DAYS, YEAR_DAYS
from careertrack.records.moves import Offer
from careertrack.records.self import Position

ANSWER_NOTICE_DAYS: Final = 7  # house: a week to think it over
ELSEWHERE: Final = ("external", "career-change", "self-employment")  # moves that begin a new position


def open_offers(now: Moment) -> tuple[tuple[str, Offer], ...]:
    """The latest offer of each move that has not ended."""
    states = now.transitions.items()
    return tuple((id, state.offers[-1]) for id, state in states if state.offers and not state.has_ended)


@rule("answer-due", "warning", "change")
def answer_due(now: Moment) -> Iterator[Said]:
    """An offer to answer within a week, or before today, on a transition that has not ended."""
    for id, offer in now.once(open_offers):
        if offer.answer_by is not None and (offer.answer_by - now.day).days <= ANSWER_NOTICE_DAYS:
            yield Said({"id": id, "due": str(offer.answer_by)}, (offer,))


@rule("offer-without-priorities", "hint", "change")
def without_priorities(now: Moment) -> Iterator[Said]:
    """There is an offer, and neither motivators nor needs are stated to weigh it by."""
    stated = now.priorities
    if stated is None or not (stated.motivators or stated.needs):
        for id, offer in now.once(open_offers):
            yield Said({"id": id}, (offer,))


@rule("accepted-without-position", "hint", "change")
def without_position(now: Moment) -> Iterator[Said]:
    """A move elsewhere was accepted 91 days to a year ago, and no position began since.

    A beginning known to the month or year counts where it may have been later.
    """
    starts = [position.started for position in now.standing(Position) if position.started is not None]
    for id, state in now.transitions.items():
        if state.stage != "accepted" or state.transition.type not in ELSEWHERE:
            continue
        accepted = state.steps[-1].on
        has_begun = any(start >= accepted.isoformat()[: len(start)] for start in starts)
        if QUARTER_DAYS <= (now.day - accepted).days <= YEAR_DAYS and not has_begun:
            yield Said({"id": id, "on": str(accepted)}, (state.steps[-1],))


RULES: Final[tuple[Rule, ...]] = (answer_due, without_priorities, without_position)
