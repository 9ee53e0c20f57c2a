"""One organization, and what is known of it that matters to somebody who may want to be there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, Final, Literal, NamedTuple

import attrs

from careertrack.naming import folded
from careertrack.page import Items, Labels, Page, Shown, as_text
from careertrack.page.blocks import NO_LABELS
from careertrack.page.words import LONGEST_CELL, plain
from careertrack.record import Record
from careertrack.vocabulary import Posting, Stage

__all__ = ["Advocate", "MoveThere", "Prospect"]

POSTINGS: Final[tuple[Posting | None, ...]] = ("fitting", "related", "none", None)  # best first, unknown last
MOST_NAMED: Final = 3  # house: of people in a line
Fate = Literal["open", "ended", "not known"]
_FATES: Final[dict[Fate, str]] = {
    "open": "open",
    "ended": "ended",
    "not known": "what came of it is not known",
}


@attrs.frozen(kw_only=True)
class Advocate:
    """A contact who is at an organization, or was.

    Args:
        contact: Their id.
        name: Their name.
        is_there: Whether they are there now.
        vouches: Whether they have said they would recommend the owner.
    """

    contact: str
    name: str = attrs.field(repr=False)
    is_there: bool
    vouches: bool

    def to_dict(self, *, names: bool = False) -> dict[str, Any]:
        """Plain data, without the name unless it is asked for."""
        named = {"name": self.name} if names else {}
        return {"contact": self.contact, **named, "is_there": self.is_there, "vouches": self.vouches}


class MoveThere(NamedTuple):
    """A move to an organization: the transition, where it stands, and whether it goes on."""

    transition: str
    stage: Stage | None
    on: date
    fate: Fate

    def __str__(self) -> str:
        return f"{self.transition}: {self.stage or 'noted'} on {self.on}, {_FATES[self.fate]}"

    def to_dict(self) -> dict[str, Any]:
        """Plain data."""
        return {**self._asdict(), "on": self.on.isoformat()}


@attrs.frozen(kw_only=True, repr=False)
class Prospect(Shown):
    """An organization, and what is known of it that matters.

    Args:
        id: Id of its record; ``None`` where only transitions name it.
        name: Its name, as its record or else the first transition has it.
        motivation: How much the person wants to be there, 1 to 5; ``None`` where it is not known.
        posting: Whether it has a position open; ``None`` where it is not known.
        advocates: Contacts who are there now, then those who were.
        moves: Moves to it, in order of the transitions' first records.
        held: Ids of positions that the person has, or had, there.
        followed: The day since when the person follows it, as an importer found it.
        records: The records behind it.
    """

    id: str | None
    name: str
    motivation: int | None = None
    posting: Posting | None = None
    advocates: tuple[Advocate, ...] = ()
    moves: tuple[MoveThere, ...] = ()
    held: tuple[str, ...] = ()
    followed: date | None = None
    records: tuple[Record, ...] = ()

    @property
    def there(self) -> tuple[Advocate, ...]:
        """Those who are there now."""
        return tuple(each for each in self.advocates if each.is_there)

    @property
    def place(self) -> tuple[int, int, int, str, str]:
        """What it is sorted by: motivation, how many advocates, posting; unknown last; then its name."""
        return (
            -(self.motivation or 0),
            -len(self.advocates),
            POSTINGS.index(self.posting),
            folded(self.name),
            self.id or "",
        )

    def facts(self, *, names: bool = False) -> Iterator[str]:
        """What its place rests on, a line each.

        Args:
            names: Whether to call people by name instead of by id.
        """
        yield f"motivation: {'not known' if self.motivation is None else f'{self.motivation} of 5'}"
        for label, people in (
            ("there now", self.there),
            ("there before", [each for each in self.advocates if not each.is_there]),
            ("would recommend you", [each for each in self.advocates if each.vouches]),
        ):
            if people:
                yield f"{label}: {_people(people, names=names)}"
        if not self.advocates:
            yield "no contact on record is there or was"
        yield f"posting: {self.posting or 'not known'}"
        yield from (f"move {each}" for each in self.moves)
        if self.held:
            yield f"your own positions there: {', '.join(self.held)}"
        if self.followed is not None:
            yield f"followed since {self.followed}"

    def page(self, *, names: bool = False) -> Page:
        """The name and the facts; people by id, unless their names are asked for."""
        return Page(self.name, [Items([*self.facts(names=names)])])

    def text(self, labels: Labels = NO_LABELS, *, names: bool = False) -> str:
        """The page as text.

        Args:
            labels: Other words for those of the library.
            names: Whether to call people by name instead of by id.
        """
        return as_text(self.page(names=names), labels)

    def __repr__(self) -> str:
        return f"<Prospect {'without a record' if self.id is None else self.id}>"

    def to_dict(self, *, names: bool = False) -> dict[str, Any]:
        """Plain data; people by id, and by name where that is asked for."""
        return {
            "id": self.id,
            "name": self.name,
            "motivation": self.motivation,
            "posting": self.posting,
            "advocates": [each.to_dict(names=names) for each in self.advocates],
            "moves": [each.to_dict() for each in self.moves],
            "held": list(self.held),
            "followed": None if self.followed is None else self.followed.isoformat(),
        }


def _people(people: Sequence[Advocate], *, names: bool) -> str:
    named = [plain(each.name, LONGEST_CELL) if names else each.contact for each in people[:MOST_NAMED]]
    more = [f"{len(people) - MOST_NAMED} more"] if len(people) > MOST_NAMED else []
    return f"{len(people)} ({', '.join([*named, *more])})"
