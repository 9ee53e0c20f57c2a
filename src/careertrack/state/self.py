"""The person's own positions, and how long the means last."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import ClassVar, Self

import attrs

from careertrack.days import DAY, is_begun, is_past, months_between, plus_months
from careertrack.methods import runway_months
from careertrack.record import Record
from careertrack.records.self import Position, Runway
from careertrack.state.base import State


@attrs.frozen(kw_only=True)
class PositionState(State):
    """A position, and whether it is held on the day.

    Args:
        position: The revision in force.
    """

    reads: ClassVar = frozenset({"position"})

    position: Position

    @classmethod
    def begin(cls, record: Position) -> Self:
        return cls(position=record)

    def fold(self, records: Sequence[Record]) -> Self:
        own = [r for r in records if isinstance(r, Position)]
        return attrs.evolve(self, position=own[-1]) if own else self

    @property
    def is_current(self) -> bool:
        """Whether it has begun and not ended; a part of a date counts in the person's favour."""
        begun = self.position.started is None or is_begun(self.position.started, self.as_of)
        return begun and (self.position.ended is None or not is_past(self.position.ended, self.as_of))


def _day_after(day: date) -> date:
    return min(day, date.max - DAY) + DAY


@attrs.frozen(kw_only=True)
class RunwayState:
    """How long the savings last, as stated on the latest day that anything was stated.

    Args:
        runway: What was stated.
    """

    runway: Runway

    @property
    def months(self) -> float | None:
        """Months from the day it was stated; ``None`` where they are never used up."""
        stated = self.runway
        until = None
        if stated.income_until is not None:
            # The last day of the income is a day with income, so it lasts to the end of it.
            until = months_between(stated.on, max(_day_after(stated.income_until), stated.on))
        return runway_months(
            float(stated.savings.amount),
            float(stated.spending.amount),
            float(stated.income.amount) if stated.income is not None else 0.0,
            until,
        )

    @property
    def until(self) -> date | None:
        """The day they are used up; ``None`` where they never are."""
        months = self.months
        return None if months is None else plus_months(self.runway.on, months)
