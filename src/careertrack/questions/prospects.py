"""Whom should I look at: organizations by motivation, advocates and posting.

The idea is borrowed from the LAMP method (Dalton 2012): a List of organizations, who could be an Advocate
there, how much one is Motivated, and whether they have a Posting.  No person's closeness is scored.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any, ClassVar, Final

import attrs

from careertrack.moment import Moment
from careertrack.naming import folded
from careertrack.outlook.words import counted
from careertrack.page import Block, Cell, Labels, Line, Page, Shown, Table, Word, as_text
from careertrack.page.blocks import NO_LABELS
from careertrack.page.words import LONGEST_CELL, plain
from careertrack.questions.organizations import Advocate, Fate, MoveThere, Prospect
from careertrack.record import Record
from careertrack.records.people import Organization
from careertrack.score import Basis
from careertrack.shapes.times import parsed_day
from careertrack.state.moves import TransitionState

__all__ = ["Advocate", "MoveThere", "Prospect", "Prospects"]

MOST_SHOWN: Final = 20  # house: what fits a screen; the rest is in `organizations`
FOLLOWED: Final = "followed"  # what importers keep the day of following under, each in a space of its own


@attrs.frozen(kw_only=True, repr=False)
class Prospects(Shown):
    """The organizations that have a record or that a transition names, the first to look at on top.

    Args:
        day: The day.
        organizations: By motivation, then by the number of advocates, then by posting; unknown last.

    >>> import careertrack as ct
    >>> plan = ct.Plan() + ct.Organization(name="Analytical Engines", aliases=["AE"], motivation=5)
    >>> plan += ct.Organization(name="Initech", motivation=2, posting="fitting")
    >>> plan += ct.Contact(id="grace", name="Grace Hopper", organization="ae")
    >>> print(prospects(plan.as_of("2026-03-01")))
    2026-03-01: 2 organizations, by motivation, then advocates, then posting
    <BLANKLINE>
    organization        motivation  there now  before  posting  moves
    Analytical Engines           5          1       0        ?      0
    Initech                      2          0       0  fitting      0
    <BLANKLINE>
    ? is not known, and sorts last; the LAMP method [borrowed: Dalton 2012]
    """

    method: ClassVar = "the LAMP method"
    basis: ClassVar[Basis] = "borrowed"
    source: ClassVar = "Dalton 2012"

    day: date
    organizations: tuple[Prospect, ...]

    def __getitem__(self, name: str) -> Prospect:
        """An organization by its id or its name, whatever the case."""
        for each in self.organizations:
            if each.id == name or folded(each.name) == folded(name):
                return each
        raise KeyError(name)

    def page(self, most: int = MOST_SHOWN) -> Page:
        """The table, and how to read it.

        Args:
            most: How many organizations to show.
        """
        count = counted(len(self.organizations), "organization")
        blocks: list[Block] = []
        if self.organizations:
            blocks.append(Table(_HEAD, [*map(_row, self.organizations)], left=(0, 4), most=most))
        how = f"? is not known, and sorts last; {self.method} [{self.basis}: {self.source}]"
        return Page(f"{self.day}: {count}, by motivation, then advocates, then posting", [*blocks, Line(how)])

    def text(self, labels: Labels = NO_LABELS, *, most: int = MOST_SHOWN) -> str:
        """The page as text.

        Args:
            labels: Other words for those of the library.
            most: How many organizations to show.
        """
        return as_text(self.page(most), labels)

    def __repr__(self) -> str:
        return f"<Prospects of {len(self.organizations)} on {self.day}>"

    def to_dict(self, *, names: bool = False) -> dict[str, Any]:
        """Plain data; people by id, and by name where that is asked for."""
        return {
            "day": self.day.isoformat(),
            "organizations": [each.to_dict(names=names) for each in self.organizations],
            "method": self.method,
            "basis": self.basis,
            "source": self.source,
        }


_HEAD: Final = tuple(map(Word, ("organization", "motivation", "there now", "before", "posting", "moves")))


def _row(each: Prospect) -> tuple[Cell, ...]:
    return (
        plain(each.name, LONGEST_CELL),
        "?" if each.motivation is None else str(each.motivation),
        str(len(each.there)),
        str(len(each.advocates) - len(each.there)),
        each.posting or "?",
        str(len(each.moves)),
    )


# --- From a plan ----------------------------------------------------------------------------------


def prospects(now: Moment) -> Prospects:
    """The organizations to look at on the day, each with the facts behind its place.

    They are those that have a record (stated, or followed when an archive was imported) and those that
    a transition names.  Names are matched whatever their case, by name before alias; who only works
    somewhere does not make that a prospect.
    """
    states = now.organizations.items()
    places = [_Place.of_record(now, id, state.organization) for id, state in states]
    known = _by_name(places)
    for id, move in now.transitions.items():
        name = folded(move.transition.organization or "")
        if name and name not in known:
            known[name] = _Place(name=move.transition.organization or "")
            places.append(known[name])
        if name:
            known[name].moves.append(_there(id, move))
            known[name].records.append(move.transition)
    for id, held in now.positions.items():
        place = known.get(folded(held.position.organization or ""))
        if place is not None:
            place.held.append(id)
            place.records.append(held.position)
    for contact in now.contacts.values():
        here = known.get(folded(contact.contact.organization or ""))
        once = (known.get(folded(name)) for name in contact.past_organizations)
        for place in dict.fromkeys(each for each in (here, *once) if each is not None):
            place.advocates.append(
                Advocate(
                    contact=contact.contact.id,
                    name=contact.contact.name,
                    is_there=place is here,
                    vouches=contact.contact.vouches,
                )
            )
            place.records.append(contact.contact)
    found = (place.prospect() for place in places)
    return Prospects(day=now.day, organizations=tuple(sorted(found, key=lambda each: each.place)))


@attrs.define(kw_only=True, eq=False)
class _Place:
    """An organization while its facts are gathered."""

    name: str
    record: Organization | None = None
    followed: date | None = None
    advocates: list[Advocate] = attrs.field(factory=list)
    moves: list[MoveThere] = attrs.field(factory=list)
    held: list[str] = attrs.field(factory=list)
    records: list[Record] = attrs.field(factory=list)

    @classmethod
    def of_record(cls, now: Moment, id: str, record: Organization) -> _Place:
        """The organization of a record, as it stands on the day."""
        followed = min(_followed(now.own(Organization, id)), default=None)
        return cls(name=record.name, record=record, followed=followed, records=[record])

    def prospect(self) -> Prospect:
        """What was gathered; those who are there now first."""
        record = self.record
        return Prospect(
            id=None if record is None else record.id,
            name=self.name,
            motivation=None if record is None else record.motivation,
            posting=None if record is None else record.posting,
            advocates=tuple(sorted(self.advocates, key=lambda each: not each.is_there)),
            moves=tuple(self.moves),
            held=tuple(self.held),
            followed=self.followed,
            records=tuple(self.records),
        )


def _by_name(places: Sequence[_Place]) -> dict[str, _Place]:
    """The organization that a name means: one of that name before one with that alias, then the first."""
    known: dict[str, _Place] = {}
    for place in places:
        known.setdefault(folded(place.name), place)
    for place in places:
        for alias in () if place.record is None else place.record.aliases:
            known.setdefault(folded(alias), place)
    known.pop("", None)  # a name of blanks names nothing
    return known


def _followed(records: Iterable[Organization]) -> Iterator[date]:
    """The days of following that importers have kept."""
    for record in records:
        for kept in record.extra.values():
            said = kept.get(FOLLOWED) if isinstance(kept, dict) else None
            day = parsed_day(said) if isinstance(said, str) else None
            if day is not None:
                yield day


def _there(id: str, state: TransitionState) -> MoveThere:
    days = [*(step.on for step in state.steps), *(offer.on for offer in state.offers)]
    stage = state.stage if state.has_ended else state.furthest
    fate: Fate = "ended" if state.has_ended else "open" if state.is_fate_known else "not known"
    return MoveThere(id, stage, max(days, default=state.transition.on), fate)
