"""Work on what had ended."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final, NamedTuple

from careertrack.moment import Moment
from careertrack.pillars.finding import Rule, Said, rule
from careertrack.record import Record
from careertrack.records.goals import CheckIn
from careertrack.records.rhythm import Effort
from careertrack.vocabulary import Pillar


class _End(NamedTuple):
    """When something ended, by what record, and where it belongs."""

    day: date
    record: Record
    pillar: Pillar


@rule("on-what-ended", "notice", "perseverance")
def on_what_ended(now: Moment) -> Iterator[Said]:
    """Effort, a check-in or a part set on what had ended before and was not taken up again."""
    ends = dict(_ends(now))
    for record, kind, id in _uses(now):
        end = ends.get((kind, id))
        if end is not None and record.on is not None and record.on > end.day:
            params = {"on": str(record.on), "kind": kind, "id": id, "ended": str(end.day)}
            yield Said(params, (record, end.record), end.pillar)


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


RULES: Final[tuple[Rule, ...]] = (on_what_ended,)
