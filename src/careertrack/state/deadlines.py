"""Deadlines: what is due on a day is judged once, at the end of that day.

The due day in force may be moved once in time; a second move puts nothing off.  What is unkept
on a paused day falls due on the first day after the pause.  What was settled then stays; only a
revision after an end begins it anew.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final, Literal, NamedTuple

import attrs

from careertrack.days import Rest
from careertrack.vocabulary import Outcome

Settled = Literal["kept", "missed", "dropped", "moved"]
NO_REST: Final = Rest()
_ENDED_AS: Final[dict[Outcome, Settled]] = {"done": "kept", "dropped": "dropped"}


class Asked(NamedTuple):
    """It was promised, or its promise revised, with a due day or without one."""

    on: date
    due: date | None


class Ended(NamedTuple):
    """It was done, or dropped on purpose."""

    on: date
    outcome: Outcome


class Left(NamedTuple):
    """A due day that a promise left, and the day on which it was moved."""

    due: date
    on: date


class Verdict(NamedTuple):
    """What it was judged to be, by which deadline, and the day from whose end that stands.

    That day is later than the deadline where it lies in a pause; moved after it, and still in the
    pause, it was judged to be neither kept nor missed.  ``run`` counts how often it was begun anew.
    """

    run: int
    due: date
    settled: Settled
    on: date


@attrs.frozen(kw_only=True)
class Term:
    """Where something with a due day stands.

    Args:
        due: The due day in force.
        deadline: The due day by which it is judged; the second and later moves do not put it off.
        run: How often it was taken up again after it had ended.
        moves: The due days that it left in time, in order.
        outcome: How it ended.
        ended: The day that it ended.
        settled: What it was judged to be, once its deadline is past.
        verdicts: What it was judged to be at each deadline, also before it was taken up again.
    """

    due: date | None
    deadline: date | None
    run: int = 0
    moves: tuple[Left, ...] = ()
    outcome: Outcome | None = None
    ended: date | None = None
    settled: Settled | None = None
    verdicts: tuple[Verdict, ...] = ()

    @property
    def status(self) -> Literal["open", "moved", "kept", "missed", "dropped"]:
        """What became of it: settled, ended, put off once, or open."""
        if self.settled is not None:
            return self.settled
        if self.outcome is not None:
            return _ENDED_AS[self.outcome]
        return "moved" if self.moves else "open"

    def judged(self, day: date, rest: Rest) -> Term:
        """The same on a day, judged if its deadline is past then."""
        due = self.deadline
        if self.settled is not None or due is None or due >= day:
            return self
        settled: Settled = "missed" if self.outcome is None else _ENDED_AS[self.outcome]
        on = rest.resumed(due) if self.ended is None else max(due, self.ended)
        if on >= day:
            return self
        verdict = Verdict(self.run, due, settled, on)
        return attrs.evolve(self, settled=settled, verdicts=(*self.verdicts, verdict))

    def over(self, end: Ended) -> Term:
        """The same after it was done or dropped; the latest word counts until it is judged."""
        return attrs.evolve(self, outcome=end.outcome, ended=end.on)

    def revised(self, asked: Asked) -> Term:
        """The same after its promise was revised."""
        if self.outcome is not None:
            # Taken up again: within a day an end comes last.  What is due by then has no deadline.
            ahead = asked.due if asked.due is not None and asked.due > asked.on else None
            return Term(due=asked.due, deadline=ahead, run=self.run + 1, verdicts=self.verdicts)
        if asked.due == self.due or self.settled is not None:
            return attrs.evolve(self, due=asked.due)
        moves = self.moves if self.due is None else (*self.moves, Left(self.due, asked.on))
        if len(moves) > 1:
            return attrs.evolve(self, due=asked.due, moves=moves)
        # Moved into the past it is due on the day it was moved: nothing costs on the day it is recorded.
        deadline = None if asked.due is None else max(asked.due, asked.on)
        verdicts = self.verdicts
        if self.deadline is not None and self.deadline < asked.on:
            verdicts = (*verdicts, Verdict(self.run, self.deadline, "moved", asked.on))
        return attrs.evolve(self, due=asked.due, moves=moves, deadline=deadline, verdicts=verdicts)


def term(first: Asked, events: Sequence[Asked | Ended], day: date, rest: Rest = NO_REST) -> Term:
    """What became of something by a day, from what was asked and how it ended, in order.

    Args:
        first: Its promise.
        events: Revisions and ends up to the day.
        day: The day it is seen on.
        rest: The paused days.
    """
    now = Term(due=first.due, deadline=first.due)
    for event in events:
        now = now.judged(event.on, rest)
        now = now.revised(event) if isinstance(event, Asked) else now.over(event)
    return now.judged(day, rest)
