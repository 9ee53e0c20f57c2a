"""The search: by which ways, at how many places, with which papers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from careertrack.moment import Moment
from careertrack.naming import folded
from careertrack.pillars.finding import Rule, Said, rule
from careertrack.pillars.search import SEARCHED, applied_within, under_way
from careertrack.pillars.spans import MONTH_DAYS, QUARTER_DAYS, waited
from careertrack.records.people import Organization
from careertrack.state.moves import TransitionState

COLD: Final = frozenset({"cold", "job-board", "company-site", "linkedin"})  # nobody in between
SOME_APPLICATIONS: Final = 5  # house: fewer show no way of going about it


def _is_warm(state: TransitionState) -> bool:
    """Whether somebody stood in between: a contact, an event, or a talk about it."""
    move = state.transition
    return move.contact is not None or move.event is not None or bool(state.talks)


@rule("cold-only", "notice", "change")
def cold_only(now: Moment) -> Iterator[Said]:
    """Five or more applications of the last 91 days, all by a cold channel and with nobody in between.

    An application of which no channel is written down may have been either, and is left out.
    """
    sent = applied_within(now, QUARTER_DAYS)
    known = [each for each in sent if each.state.transition.channel is not None or _is_warm(each.state)]
    are_cold = all(each.state.transition.channel in COLD and not _is_warm(each.state) for each in known)
    if are_cold and len(known) >= SOME_APPLICATIONS:
        yield Said({"count": len(known)}, tuple(each.step for each in known))


@rule("cv-not-named", "hint", "change")
def cv_not_named(now: Moment) -> Iterator[Said]:
    """Five or more applications of the last 91 days, and of none it is written down what was sent."""
    sent = applied_within(now, QUARTER_DAYS)
    if len(sent) >= SOME_APPLICATIONS and all(each.step.sent is None for each in sent):
        yield Said({"count": len(sent)}, tuple(each.step for each in sent))


@rule("one-organization", "notice", "change")
def one_organization(now: Moment) -> Iterator[Said]:
    """All moves to elsewhere that are under way are at one organization, the first for 28 days or more.

    Organizations are told apart by name or alias; where one is not named, nothing is said.
    """
    states = [state for state in now.once(under_way) if state.transition.type in SEARCHED]
    named = [state.transition.organization for state in states]
    names = {folded(name) for name in named if name is not None}
    if None in named:
        return
    known = {
        folded(name): each.id for each in now.standing(Organization) for name in (each.name, *each.aliases)
    }
    places = {(known.get(name), None if name in known else name) for name in names}
    firsts = [step.on for state in states for step in state.steps[:1]]  # an offer may come without a step
    if len(places) == 1 and any(waited(now, day) >= MONTH_DAYS for day in firsts):
        yield Said({"count": len(states)}, tuple(state.transition for state in states))


RULES: Final[tuple[Rule, ...]] = (cold_only, cv_not_named, one_organization)
