"""What the rules ask about the search: what was applied for, and what is under way."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from careertrack.moment import Moment
from careertrack.pillars.spans import ago
from careertrack.records.moves import Step
from careertrack.state.moves import TransitionState

SEARCHED: Final = ("external", "career-change")  # moves to somewhere else, by somebody's leave


class Application(NamedTuple):
    """A step to ``applied``, and the move it belongs to."""

    step: Step
    state: TransitionState


def applications(now: Moment) -> tuple[Application, ...]:
    """Every application, in order of their days."""
    found = []
    for step in now.facts(Step):
        state = now.transitions.get(step.transition) if step.stage == "applied" else None
        if state is not None:
            found.append(Application(step, state))
    return tuple(found)


def applied_within(now: Moment, days: int) -> tuple[Application, ...]:
    """The applications of the last so many days before the day."""
    return tuple(each for each in now.once(applications) if ago(now, days) <= each.step.on < now.day)


def is_under_way(state: TransitionState) -> bool:
    """Whether a move was applied for or went further, has not ended, and is known to be where it is."""
    return not state.has_ended and state.is_tracked and state.furthest not in {None, "lead"}


def under_way(now: Moment) -> tuple[TransitionState, ...]:
    """The moves that are under way."""
    return tuple(state for state in now.transitions.values() if is_under_way(state))


def is_searching(now: Moment) -> bool:
    """Whether a move to somewhere else is under way."""
    return any(state.transition.type in SEARCHED for state in now.once(under_way))


def leads(now: Moment) -> Iterator[tuple[str, TransitionState]]:
    """The moves of which nothing is known to have been applied for, and that have not ended."""
    return (
        (id, state)
        for id, state in now.transitions.items()
        if not state.has_ended and state.is_tracked and state.furthest in {None, "lead"}
    )
