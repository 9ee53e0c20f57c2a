"""What the records of an action need to be new: ids that nothing has, and words to fill in."""

from __future__ import annotations

from itertools import count, islice
from typing import Final, TypeVar

from careertrack.moment import Moment
from careertrack.record import Fact

F = TypeVar("F", bound=Fact)

TO_FILL_IN: Final = "(to fill in)"


def fresh(now: Moment, kind: str, stem: str, number: int) -> tuple[str, ...]:
    """So many ids of a kind that the plan does not have: a word, the day, and a number."""
    taken = {record.id for record in now.ledger.records if record.kind == kind}
    ids = (f"{stem}-{now.day}-{n}" for n in count(1))
    return tuple(islice((id for id in ids if id not in taken), number))


def once_more(now: Moment, record: F) -> F:
    """A fact; with an id where the plan holds one that is alike in every field, since two alike are one."""
    if now.ledger.like(record) is None:
        return record
    return record.evolve(id=fresh(now, record.kind, record.kind, 1)[0])
