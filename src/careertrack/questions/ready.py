"""What to be ready for in a talk, should it get hard: obstacles foreseen, and what setbacks taught."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from typing import Any

import attrs

from careertrack.moment import Moment
from careertrack.page.words import plain
from careertrack.questions.lately import Sight
from careertrack.records.setbacks import Setback

__all__ = ["Hard"]


@attrs.frozen(kw_only=True)
class Hard:
    """Something to be ready for: an obstacle of an open goal, or what a setback taught.

    Args:
        id: Of the goal or the setback.
        what: What may get in the way, or what went wrong.
        answers: What to do then; or the lesson, and what to do differently.
        on: The day of the setback; ``None`` of an obstacle.
    """

    id: str
    what: str = attrs.field(repr=False)
    answers: tuple[str, ...] = attrs.field(repr=False)
    on: date | None = None

    def __str__(self) -> str:
        when = "" if self.on is None else f"{self.on}, "
        return (
            f"{when}{plain(self.what)}: {'; '.join(map(plain, self.answers)) or 'no answer written down yet'}"
        )

    def to_dict(self) -> dict[str, Any]:
        """Plain data."""
        on = None if self.on is None else self.on.isoformat()
        return {"id": self.id, "what": self.what, "answers": list(self.answers), "on": on}


def hard(now: Moment, talks: Collection[str], seen: Sight) -> tuple[Hard, ...]:
    """The obstacles of the open goals, then what setbacks taught, the latest first.

    Args:
        now: The day.
        talks: The ids of the conversations with whom the talk will be.
        seen: What may be shown.
    """
    lessons = sorted(
        _lessons(now, talks, seen), key=lambda each: (each.on or date.min, each.id), reverse=True
    )
    return (*_obstacles(now, seen), *lessons)


def _obstacles(now: Moment, seen: Sight) -> Iterator[Hard]:
    for id, state in now.goals.items():
        if id in seen.goals and state.status == "open":
            for each in state.goal.obstacles:
                yield Hard(id=id, what=each.what, answers=() if each.then is None else (each.then,))


def _lessons(now: Moment, talks: Collection[str], seen: Sight) -> Iterator[Hard]:
    for id, state in now.setbacks.items():
        setback = state.setback
        answers = tuple(each for each in (setback.lesson, setback.change) if each is not None)
        if answers and _may_be_told(setback, talks, seen):
            yield Hard(id=id, what=setback.what, answers=answers, on=state.first.on)


def _may_be_told(setback: Setback, talks: Collection[str], seen: Sight) -> bool:
    """Whether a setback is fit for the page; where one is discreet, it has to be known to belong there."""
    if not seen.is_discreet:
        return True
    return setback.transition in seen.moves or setback.goal in seen.goals or setback.conversation in talks
