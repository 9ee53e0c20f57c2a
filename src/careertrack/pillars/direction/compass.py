"""What the way is found by: a role to aim at, what matters, interests, decisions, and all six parts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, get_args

from careertrack.moment import Moment
from careertrack.pillars.finding import Rule, Said, rule
from careertrack.pillars.people import has_manager, pillar_of
from careertrack.pillars.spans import YEAR_DAYS, has_settled, is_past, waited
from careertrack.records.self import Reflection
from careertrack.vocabulary import Pillar


@rule("no-target-role", "hint", "direction")
def no_target_role(now: Moment) -> Iterator[Said]:
    """No role is aimed at."""
    if not now.target_roles:
        yield Said({})


@rule("priorities-not-stated", "hint", "direction")
def priorities_not_stated(now: Moment) -> Iterator[Said]:
    """Four weeks after the first ask, neither motivators nor needs were ever stated."""
    if now.priorities is None and has_settled(now):
        yield Said({})


@rule("priorities-old", "notice", "direction")
def priorities_old(now: Moment) -> Iterator[Said]:
    """Motivators and needs were last stated over a year ago."""
    stated = now.priorities
    if stated is not None and waited(now, stated.on) > YEAR_DAYS:
        yield Said({"on": str(stated.on)}, (stated,))


@rule("interests-not-stated", "hint", "direction")
def interests_not_stated(now: Moment) -> Iterator[Said]:
    """Four weeks after the first ask no role is aimed at, and there is no profile of interests."""
    if now.interests is None and not now.target_roles and has_settled(now):
        yield Said({})


@rule("look-back-due", "notice", "direction")
def look_back_due(now: Moment) -> Iterator[Said]:
    """The day to look back on a decision is past, and no reflection was written on it or since."""
    reflections = now.facts(Reflection)
    for decided in reflections:
        due = decided.look_back
        if due is not None and is_past(now, due) and reflections[-1].on < due:
            yield Said({"on": str(decided.on), "due": str(now.rest.resumed(due))}, (decided,))


@rule("pillars-not-set-out", "hint", "direction")
def pillars_not_set_out(now: Moment) -> Iterator[Said]:
    """Four weeks after the first ask, parts of the way for which nothing is asked.

    What asks is a routine, a rhythm or a promise in force, a dated course (skills), a goal (direction), a
    target role (skills) and the first ask itself (perseverance).  Without a manager and a job, nothing is
    missed there.
    """
    if not has_settled(now):
        return
    asked = {"perseverance", *(state.routine.pillar for state in now.routines.values() if state.is_in_force)}
    asked |= {"direction"} if now.goals else set()
    asked |= {"skills"} if now.target_roles else set()
    asked |= {"skills" for each in now.courses.values() if each.status == "open" and each.course.due}
    for promise in now.commitments.values():
        if promise.resolution is None and promise.is_mine:
            asked.add(pillar_of(now, promise))
    for rhythm in now.cadences.values():
        if rhythm.is_in_force:
            person = now.contacts.get(rhythm.cadence.contact)
            asked.add("manager" if person is not None and person.is_manager else "network")
    asked |= set() if has_manager(now) else {"manager"}
    missing = [pillar for pillar in get_args(Pillar) if pillar not in asked]
    if missing:
        yield Said({"pillars": ", ".join(missing)})


RULES: Final[tuple[Rule, ...]] = (
    no_target_role,
    priorities_not_stated,
    priorities_old,
    interests_not_stated,
    look_back_due,
    pillars_not_set_out,
)
