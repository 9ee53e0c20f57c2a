"""Talks with the manager: a rhythm of them, what came up, and a review."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from careertrack.moment import Moment
from careertrack.pillars.finding import Rule, Said, rule
from careertrack.pillars.people import manager_talks, managers
from careertrack.pillars.spans import QUARTER_DAYS, YEAR_DAYS, ago, has_settled, waited

FEW_TALKS: Final = 3  # house: where one sees oneself need not come up in the first talk or the second


@rule("no-manager-cadence", "hint", "manager")
def no_cadence(now: Moment) -> Iterator[Said]:
    """A contact is the manager, and no cadence with them is in force."""
    bosses = now.once(managers)
    promised = {state.cadence.contact for state in now.cadences.values() if state.is_in_force}
    if bosses and promised.isdisjoint(contact.id for contact in bosses):
        yield Said({}, bosses)


@rule("manager-not-recorded", "hint", "manager")
def not_recorded(now: Moment) -> Iterator[Said]:
    """Four weeks after the first ask a job is held that names no manager, and no contact is one."""
    if now.once(managers) or not has_settled(now):
        return
    for id, state in now.positions.items():
        position = state.position
        if state.is_current and position.type == "job" and position.manager is None:
            yield Said({"id": id}, (position,))


@rule("aspirations-not-raised", "hint", "manager")
def aspirations_not_raised(now: Moment) -> Iterator[Said]:
    """Three or more talks with the manager in the 91 days before; none, nor today's, raised aspirations."""
    recent = [talk for talk in now.once(manager_talks) if talk.on >= ago(now, QUARTER_DAYS)]
    talks = tuple(talk for talk in recent if talk.on < now.day)
    if len(talks) >= FEW_TALKS and not any("aspirations" in talk.raised for talk in recent):
        yield Said({"count": len(talks)}, talks)


@rule("no-review", "notice", "manager")
def no_review(now: Moment) -> Iterator[Said]:
    """The first talk with the manager was over a year ago, and there was no review within a year."""
    talks = now.once(manager_talks)
    reviews = [talk for talk in talks if talk.type == "review"]
    since = reviews[-1:] or list(talks[:1])
    if since and waited(now, since[0].on) > YEAR_DAYS:
        yield Said({}, tuple(since))


RULES: Final[tuple[Rule, ...]] = (no_cadence, not_recorded, aspirations_not_raised, no_review)
