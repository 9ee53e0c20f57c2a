"""What every state is: a fold over a dossier, seen on a day."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from datetime import date
from typing import Any, ClassVar, Self

import attrs

from careertrack.record import Record
from careertrack.records.setbacks import Resolution


@attrs.frozen(kw_only=True)
class State(ABC):
    """What the records of a dossier say together.

    A state begins with the first record of its definition and goes on with any records of its
    dossier; going on twice is going on once with both: ``s.fold(a).fold(b) == s.fold(a + b)``.

    Args:
        as_of: The day it is seen on.
    """

    reads: ClassVar[frozenset[str]]
    """The kinds of record it is folded from, its own included."""

    as_of: date = date.min

    @classmethod
    @abstractmethod
    def begin(cls, record: Any) -> Self:
        """The state that the first record of a definition gives."""

    @abstractmethod
    def fold(self, records: Sequence[Record]) -> Self:
        """The state after more records of the same dossier, in order."""

    def seen(self, day: date) -> Self:
        """The same state, seen on a day: what is due or past depends on it."""
        return attrs.evolve(self, as_of=day)


def resolved(before: Resolution | None, record: Record, own: type[Record]) -> Resolution | None:
    """The resolution in force: the latest one, until a later revision reopens the thing."""
    if isinstance(record, Resolution):
        return record
    if isinstance(record, own) and before is not None and record.on is not None and record.on > before.on:
        return None
    return before
