"""The means: how long they last, whether anybody knows, and whether an offer is likely before."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from careertrack.moment import Moment
from careertrack.outlook import outlook
from careertrack.pillars.finding import Rule, Said, rule
from careertrack.pillars.spans import QUARTER_DAYS, is_within

LIKELY: Final = 0.5  # house: more likely than not
EARNING: Final = ("job", "self-employment")


def is_between_positions(now: Moment) -> bool:
    """Whether positions are on record and none that earns is held."""
    states = list(now.positions.values())
    return bool(states) and not any(state.is_current and state.position.type in EARNING for state in states)


@rule("runway-not-stated", "hint", "change")
def not_stated(now: Moment) -> Iterator[Said]:
    """Between positions, and how long the means last was never stated."""
    if now.runway is None and now.once(is_between_positions):
        yield Said({})


@rule("runway-short", "warning", "change")
def short(now: Moment) -> Iterator[Said]:
    """The means last until a day within 91 days, by what was last stated."""
    runway = now.runway
    if runway is not None and runway.until is not None and is_within(now, runway.until, QUARTER_DAYS):
        params = {"stated": str(runway.runway.on), "until": str(runway.until)}
        yield Said(params, (runway.runway,))


@rule("runway-old", "notice", "change")
def old(now: Moment) -> Iterator[Said]:
    """Between positions, and how long the means last was stated more than 91 days ago."""
    runway = now.runway
    if runway is None or not now.once(is_between_positions):
        return
    if (now.day - runway.runway.on).days > QUARTER_DAYS:
        yield Said({"stated": str(runway.runway.on)}, (runway.runway,))


@rule("runway-before-offer", "warning", "change")
def before_offer(now: Moment) -> Iterator[Said]:
    """The chance of an offer before the means end, at the rate and pace so far, is known and below half."""
    runway, chance = now.runway, now.once(outlook).chance.value
    if runway is not None and chance is not None and chance < LIKELY:
        yield Said({"until": str(runway.until), "chance": f"{100 * chance:.0f} %"}, (runway.runway,))


RULES: Final[tuple[Rule, ...]] = (not_stated, short, old, before_offer)
