"""Goals: what was set, what was checked, how they ended."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Literal, Self

import attrs

from careertrack.record import Record
from careertrack.records.goals import CheckIn, Goal
from careertrack.records.rhythm import Effort
from careertrack.records.setbacks import Resolution
from careertrack.state.base import State, resolved


@attrs.frozen(kw_only=True)
class GoalState(State):
    """A goal as it is set on the day, as it was set at first, and its check-ins.

    Args:
        goal: The revision in force.
        first: The first record of it.
        check_ins: All of them, in order of their days.
        minutes: Effort spent on it.
        resolution: How it ended; a later revision reopens it.
    """

    reads: ClassVar = frozenset({"goal", "check-in", "effort", "resolution"})

    goal: Goal
    first: Goal
    check_ins: tuple[CheckIn, ...] = ()
    minutes: int = 0
    resolution: Resolution | None = None

    @classmethod
    def begin(cls, record: Goal) -> Self:
        return cls(goal=record, first=record)

    def fold(self, records: Sequence[Record]) -> Self:
        goal, check_ins, minutes = self.goal, list(self.check_ins), self.minutes
        resolution = self.resolution
        for record in records:
            if isinstance(record, Goal):
                if record.id != goal.id:
                    continue  # a child, filed here because it names its parent
                goal = record
            elif isinstance(record, CheckIn):
                check_ins.append(record)
            elif isinstance(record, Effort):
                minutes += record.minutes
            resolution = resolved(resolution, record, Goal)
        return attrs.evolve(
            self, goal=goal, check_ins=tuple(check_ins), minutes=minutes, resolution=resolution
        )

    @property
    def status(self) -> Literal["open", "done", "dropped"]:
        """Open until it is done or dropped."""
        return "open" if self.resolution is None else self.resolution.outcome

    @property
    def measured(self) -> CheckIn | None:
        """The latest check-in with a value."""
        return next((each for each in reversed(self.check_ins) if each.value is not None), None)

    @property
    def value(self) -> float | None:
        """The latest value, in the goal's unit."""
        return None if self.measured is None else self.measured.value

    @property
    def rated(self) -> CheckIn | None:
        """The latest check-in with a level."""
        return next((each for each in reversed(self.check_ins) if each.level is not None), None)

    @property
    def level(self) -> int | None:
        """The latest level, -2 to 2."""
        return None if self.rated is None else self.rated.level

    @property
    def is_measurable(self) -> bool:
        """Whether something of its own shows how far it is: a target, anchors, or a level."""
        return self.goal.target is not None or bool(self.goal.anchors) or self.rated is not None
