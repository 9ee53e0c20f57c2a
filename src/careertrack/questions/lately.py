"""What happened since a day, as far as it is fit for a page about a talk with somebody."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Final

import attrs

from careertrack.moment import Moment
from careertrack.page.words import plain
from careertrack.records.goals import CheckIn
from careertrack.records.people import Conversation
from careertrack.records.skills import Assessment, Evidence
from careertrack.state.goals import GoalState
from careertrack.state.skills import STRENGTH
from careertrack.vocabulary import Pillar

__all__ = ["Happening"]

# house: what one speaks of with a manager; the search, and the people who help with it, are the owner's own.
FOR_MANAGERS: Final[frozenset[Pillar]] = frozenset({"direction", "skills", "manager"})

_SENTENCES: Final[Mapping[str, str]] = {
    "goal-moved": "{title}: {before:g} to {after:g} {unit}",
    "goal-stands": "{title}: at {after:g} {unit}",
    "goal-level": "{title}: level {before:+d} to {after:+d}",
    "goal-rated": "{title}: at level {after:+d}",
    "goal-done": "{title}: done",
    "goal-dropped": "{title}: let go",
    "evidence": "{title}",
    "course-done": "{title}: finished",
    "level-moved": "{title}: level {before:g} to {after:g}, by {by}",
    "level-rated": "{title}: level {after:g}, by {by}",
    "step": "{title}: {stage}",
}


@attrs.frozen(kw_only=True)
class Happening:
    """Something that happened, with the facts that its line is made of.

    Args:
        code: Stable name of what happened.
        on: The day.
        id: Of the goal, the evidence, the course, the skill or the move.
        params: The facts, plain values by name.
    """

    code: str
    on: date
    id: str
    params: Mapping[str, Any] = attrs.field(repr=False, hash=False)

    def __str__(self) -> str:
        facts = {
            name: plain(value) if isinstance(value, str) else value for name, value in self.params.items()
        }
        return f"{self.on}, {self.code.partition('-')[0]}: {_SENTENCES[self.code].format_map(facts)}".rstrip()

    def to_dict(self) -> dict[str, Any]:
        """Plain data."""
        return {"code": self.code, "on": self.on.isoformat(), "id": self.id, "params": dict(self.params)}


@attrs.frozen(kw_only=True)
class Sight:
    """What a page for a talk with somebody may show.

    Args:
        is_discreet: Whether anything is left out.
        goals: The ids of the goals.
        moves: The ids of the moves.
    """

    is_discreet: bool
    goals: frozenset[str]
    moves: frozenset[str]

    def evidence(self, evidence: Evidence) -> bool:
        """Whether evidence may be shown: it may unless all goals that it proves may not."""
        return not evidence.goals or not self.goals.isdisjoint(evidence.goals)


def sight(now: Moment, id: str, talks: Sequence[Conversation], is_discreet: bool) -> Sight:
    """What a page for a talk with a contact may show.

    Where it is to be discreet, as with a manager, of the moves only those that the contact knows of, as
    they came through them or were talked about with them; and of the goals only those of pillars that one
    speaks of with a manager, and that are no part of any other.

    Args:
        now: The day.
        id: The contact.
        talks: All conversations with them.
        is_discreet: Whether the contact is not to see the search.
    """
    if not is_discreet:
        return Sight(is_discreet=False, goals=frozenset(now.goals), moves=frozenset(now.transitions))
    talked = {talk.transition for talk in talks}
    return Sight(
        is_discreet=True,
        goals=_told_to_managers(now),
        moves=frozenset(
            each
            for each, state in now.transitions.items()
            if each in talked or state.transition.contact == id
        ),
    )


def _told_to_managers(now: Moment) -> frozenset[str]:
    told: dict[str, bool] = {}
    for id in now.goals:
        way = [id]
        while way[-1] not in told:
            state = now.goals.get(way[-1])
            if state is None or state.goal.pillar not in FOR_MANAGERS:
                told[way[-1]] = False
            elif state.goal.parent is None:
                told[way[-1]] = True
            else:
                way.append(state.goal.parent)
        told.update(dict.fromkeys(way, told[way[-1]]))
    return frozenset(id for id, is_told in told.items() if is_told)


def happened(now: Moment, since: date, seen: Sight) -> tuple[Happening, ...]:
    """What happened after a day, in order of the days.

    Goals that moved or ended, evidence written down, courses finished, levels rated anew, steps of moves.

    Args:
        now: The day.
        since: What happened on this day, or before, is left out.
        seen: What may be shown.
    """
    found = [each for look in LOOKS for each in look(now, since, seen)]
    return tuple(sorted(found, key=lambda each: each.on))


def _goals(now: Moment, since: date, seen: Sight) -> Iterator[Happening]:
    for id, state in now.goals.items():
        if id not in seen.goals:
            continue
        yield from _moved(id, state, since)
        end = state.resolution
        if end is not None and end.on > since:
            code = f"goal-{end.outcome}"
            yield Happening(code=code, on=end.on, id=id, params={"title": state.goal.title})


def _moved(id: str, state: GoalState, since: date) -> Iterator[Happening]:
    """How far a goal moved: by its latest value after the day, and by its latest level."""
    goal, valued, rated = state.goal, state.measured, state.rated
    start = None if goal.target is None else goal.baseline or 0.0
    unit = goal.unit or ""
    if valued is not None and valued.on > since:
        before = _last(state.check_ins, "value", since, start)
        if before is None:
            params = {"title": goal.title, "after": valued.value, "unit": unit}
            yield Happening(code="goal-stands", on=valued.on, id=id, params=params)
        elif before != valued.value:
            params = {"title": goal.title, "before": before, "after": valued.value, "unit": unit}
            yield Happening(code="goal-moved", on=valued.on, id=id, params=params)
    if rated is not None and rated.on > since:
        before = _last(state.check_ins, "level", since, None)
        if before is None:
            params = {"title": goal.title, "after": rated.level}
            yield Happening(code="goal-rated", on=rated.on, id=id, params=params)
        elif before != rated.level:
            params = {"title": goal.title, "before": before, "after": rated.level}
            yield Happening(code="goal-level", on=rated.on, id=id, params=params)


def _last(check_ins: Sequence[CheckIn], field: str, until: date, start: float | None) -> Any:
    """The last value or level up to a day, or what it started from."""
    known = (getattr(each, field) for each in reversed(check_ins) if each.on <= until)
    return next((each for each in known if each is not None), start)


def written_down(now: Moment, since: date, seen: Sight) -> Iterator[Happening]:
    """Evidence that was first written down after a day."""
    for id, state in now.evidence.items():
        begun = now.own(Evidence, id)[0].on
        if begun > since and seen.evidence(state.evidence):
            yield Happening(code="evidence", on=begun, id=id, params={"title": state.evidence.title})


def _courses(now: Moment, since: date, seen: Sight) -> Iterator[Happening]:
    for id, state in now.courses.items():
        end = state.resolution
        if end is not None and end.outcome == "done" and end.on > since:
            yield Happening(code="course-done", on=end.on, id=id, params={"title": state.course.title})


def _levels(now: Moment, since: date, seen: Sight) -> Iterator[Happening]:
    """Levels that stand elsewhere than they stood on the day."""
    for id, state in now.skills.items():
        newest = state.assessment
        if newest is None or newest.on <= since:
            continue
        rated = [each for each in now.about("skill", id) if isinstance(each, Assessment) and each.on <= since]
        before = max(rated, key=lambda each: (each.on, STRENGTH.index(each.by)), default=None)
        params: dict[str, Any] = {"title": state.skill.name, "after": newest.level, "by": newest.by}
        if before is None:
            yield Happening(code="level-rated", on=newest.on, id=id, params=params)
        elif before.level != newest.level:
            params["before"] = before.level
            yield Happening(code="level-moved", on=newest.on, id=id, params=params)


def _steps(now: Moment, since: date, seen: Sight) -> Iterator[Happening]:
    for id, state in now.transitions.items():
        title = state.transition.title or state.transition.organization or id
        for step in state.steps if id in seen.moves else ():
            if step.on > since:
                yield Happening(code="step", on=step.on, id=id, params={"title": title, "stage": step.stage})


LOOKS: Final[tuple[Callable[[Moment, date, Sight], Iterator[Happening]], ...]] = (
    _goals,
    written_down,
    _courses,
    _levels,
    _steps,
)
