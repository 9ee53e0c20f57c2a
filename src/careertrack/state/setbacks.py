"""Setbacks: what was learned, and whether the person came back from them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Literal, Self

import attrs

from careertrack.record import Record
from careertrack.records.setbacks import Resolution, Setback
from careertrack.state.base import State, resolved


@attrs.frozen(kw_only=True)
class SetbackState(State):
    """A setback as it is told on the day, and how it ended.

    Args:
        setback: The revision in force.
        first: The first record of it.
        resolution: How it ended; a later revision reopens it.
    """

    reads: ClassVar = frozenset({"setback", "resolution"})

    setback: Setback
    first: Setback
    resolution: Resolution | None = None

    @classmethod
    def begin(cls, record: Setback) -> Self:
        return cls(setback=record, first=record)

    def fold(self, records: Sequence[Record]) -> Self:
        setback, resolution = self.setback, self.resolution
        for record in records:
            resolution = resolved(resolution, record, Setback)
            if isinstance(record, Setback):
                setback = record
        return attrs.evolve(self, setback=setback, resolution=resolution)

    @property
    def status(self) -> Literal["open", "done", "dropped"]:
        """Open until come back from, or let go on purpose."""
        return "open" if self.resolution is None else self.resolution.outcome
