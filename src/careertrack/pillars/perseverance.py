"""Perseverance: lessons, silence, and work on what had ended."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final, NamedTuple

from careertrack.moment import Moment
from careertrack.pillars.finding import Finding, Rule
from careertrack.record import Record
from careertrack.records.goals import CheckIn
from careertrack.records.rhythm import Effort, Pause
from careertrack.vocabulary import Pillar

SILENT_DAYS: Final = 14  # house: a fortnight is longer than most forget, shorter than most despair
SETTLING_DAYS: Final = 7  # house: a lesson comes when the sting is gone; nobody is asked for it on the day


def without_lesson(now: Moment) -> Iterator[Finding]:
    """An open setback that names neither a lesson nor a change a week later."""
    for id, state in now.setbacks.items():
        setback = state.setback
        is_settled = (now.day - state.first.on).days >= SETTLING_DAYS
        if is_settled and state.status == "open" and setback.lesson is None and setback.change is None:
            yield Finding(
                code="setback-without-lesson",
                severity="hint",
                pillar="perseverance",
                params={"id": id},
                records=(setback,),
            )


def nothing_logged(now: Moment) -> Iterator[Finding]:
    """A fortnight or more without a record, outside of every pause."""
    latest = now.last_day
    if latest is None:
        return
    silent_since = max([latest, *(pause.until for pause in now.facts(Pause))])
    days = (now.day - silent_since).days
    if days >= SILENT_DAYS:
        yield Finding(code="nothing-logged", severity="notice", pillar="perseverance", params={"days": days})


class _End(NamedTuple):
    """When something ended, by what record, and where it belongs."""

    day: date
    record: Record
    pillar: Pillar


def on_what_ended(now: Moment) -> Iterator[Finding]:
    """Effort, a check-in or a part set on what had ended before and was not taken up again."""
    ends = dict(_ends(now))
    for record, kind, id in _uses(now):
        end = ends.get((kind, id))
        if end is not None and record.on is not None and record.on > end.day:
            yield Finding(
                code="on-what-ended",
                severity="notice",
                pillar=end.pillar,
                params={"on": str(record.on), "kind": kind, "id": id, "ended": str(end.day)},
                records=(record, end.record),
            )


def _ends(now: Moment) -> Iterator[tuple[tuple[str, str], _End]]:
    """All that has ended, by kind and id."""
    for id, goal in now.goals.items():
        if goal.resolution is not None:
            yield ("goal", id), _End(goal.resolution.on, goal.resolution, goal.goal.pillar)
    for id, course in now.courses.items():
        if course.resolution is not None:
            yield ("course", id), _End(course.resolution.on, course.resolution, "skills")
    for id, routine in now.routines.items():
        promised = routine.routine
        if routine.resolution is not None:
            yield ("routine", id), _End(routine.resolution.on, routine.resolution, promised.pillar)
        elif promised.until is not None:
            yield ("routine", id), _End(promised.until, promised, promised.pillar)
    for id, move in now.transitions.items():
        if move.has_ended:
            yield ("transition", id), _End(move.steps[-1].on, move.steps[-1], "change")


def _uses(now: Moment) -> Iterator[tuple[Record, str, str]]:
    """Work on things, each with the kind and id of what it is on."""
    for effort in now.facts(Effort):
        for kind in ("goal", "course", "routine", "transition"):
            id = getattr(effort, kind)
            if id is not None:
                yield effort, kind, id
    for check_in in now.facts(CheckIn):
        yield check_in, "goal", check_in.goal
    for state in now.goals.values():
        if state.status == "open" and state.goal.parent is not None:
            yield state.goal, "goal", state.goal.parent


RULES: Final[tuple[Rule, ...]] = (without_lesson, nothing_logged, on_what_ended)
