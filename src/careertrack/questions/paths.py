"""Paths: who is or was at an organization, and who can introduce the owner to them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Final

import attrs

from careertrack.errors import nearest, shown
from careertrack.moment import Moment
from careertrack.naming import folded
from careertrack.page import Page, Shown, Word
from careertrack.questions.asking import contact_name, is_on_record, sections
from careertrack.questions.introductions import path_to, reached
from careertrack.shapes.text import shown_id
from careertrack.state.people import ContactState, Employment

__all__ = ["Paths", "Person"]

MOST_NAMED: Final = 4  # house: of a longer path, its ends are named


@attrs.frozen(kw_only=True)
class Person:
    """Somebody who is or was at an organization, and the way to them.

    Args:
        contact: Their id.
        title: What they do or did there.
        since: The day from which they are known to be there; ``None`` if it was not recorded.
        until: The day from which they were known to be there no more; ``None`` while they are.
        introduced_by: The contact through whom the owner knows of them.
        vouches: Whether they have said they would recommend the owner.
        path: The shortest chain of introductions from somebody whom the owner knows at first hand,
            ending with the person; the person alone, if the owner knows them; ``None`` if there is none.
    """

    contact: str
    title: str | None = attrs.field(repr=False)
    since: date | None
    until: date | None
    introduced_by: str | None
    vouches: bool
    path: tuple[str, ...] | None

    @property
    def is_there(self) -> bool:
        """Whether they are there on the day."""
        return self.until is None

    def to_dict(self) -> dict[str, Any]:
        """Plain data, without the name."""
        return {
            "contact": self.contact,
            "title": self.title,
            "since": None if self.since is None else self.since.isoformat(),
            "until": None if self.until is None else self.until.isoformat(),
            "introduced_by": self.introduced_by,
            "vouches": self.vouches,
            "path": None if self.path is None else list(self.path),
        }


@attrs.frozen(kw_only=True, repr=False)
class Paths(Shown):
    """Who is or was at an organization, and who can introduce the owner to them.

    An introduction is asked of people who know each other: whoever was introduced, and whoever did so.
    That two people worked at one place is not taken to mean that they know each other.

    Args:
        day: The day it speaks of.
        asked: What the organization is called; as it was asked for, where it is none on record or several.
        organizations: The ids of it, where it is on record.
        here: Who is there, the shortest path first, then by their ids.
        formerly: Who was there, in the same order.
        names: What everybody who is mentioned is called, by id.
    """

    day: date
    asked: str
    organizations: tuple[str, ...]
    here: tuple[Person, ...]
    formerly: tuple[Person, ...]
    names: Mapping[str, str] = attrs.field(hash=False)

    @property
    def paths(self) -> tuple[tuple[str, ...], ...]:
        """The paths to those who are there, the shortest first, then by ids."""
        return tuple(each.path for each in self.here if each.path is not None)

    @property
    def vouchers(self) -> tuple[Person, ...]:
        """Who is or was there and would recommend the owner."""
        return tuple(each for each in (*self.here, *self.formerly) if each.vouches)

    def _line(self, each: Person) -> str:
        words = [self.names[each.contact]]
        if each.title is not None:
            words.append(each.title)
        if each.until is not None:
            words.append(f"until {each.until}")
        facts = [self._way(each.path)]
        if each.introduced_by is not None and (each.path is None or len(each.path) == 1):
            facts.append(f"introduced by {self.names[each.introduced_by]}")
        if each.vouches:
            facts.append("vouches for you")
        return f"{', '.join(words)}: {'; '.join(facts)}"

    def _way(self, path: tuple[str, ...] | None) -> str:
        if path is None:
            return "no path on record"
        if len(path) == 1:
            return "you know each other"
        through = [self.names[id] for id in path[:-1]]
        if len(through) > MOST_NAMED:
            left_out = len(through) - MOST_NAMED
            through = [*through[: MOST_NAMED - 1], f"{left_out:,} more", through[-1]]
        return f"through {', then '.join(through)}"

    def page(self) -> Page:
        """Who is there, and who was, a line each."""
        found = (
            (Word("there now"), [self._line(each) for each in self.here]),
            (Word("were there"), [self._line(each) for each in self.formerly]),
        )
        nobody = "" if self.here or self.formerly else ": nobody you know of is or was there"
        return Page((self.asked, f" on {self.day}{nobody}"), sections(found))

    def __repr__(self) -> str:
        return f"<Paths to {len(self.here)} there and {len(self.formerly)} formerly on {self.day}>"

    def to_dict(self) -> dict[str, Any]:
        """Plain data, with the names."""
        return {
            "day": self.day.isoformat(),
            "asked": self.asked,
            "organizations": list(self.organizations),
            "here": [each.to_dict() for each in self.here],
            "formerly": [each.to_dict() for each in self.formerly],
            "names": dict(self.names),
        }


def paths(now: Moment, organization: str) -> Paths:
    """Who is or was at an organization, and who can introduce the owner to them.

    Args:
        now: The day.
        organization: Its id; or its name or an alias, in whatever case, as records name it.

    Raises:
        KeyError: If nothing on record by the day has that id or names it.

    >>> import careertrack as ct
    >>> plan = ct.Plan() + ct.Contact(id="ben", name="Ben Example")
    >>> plan += ct.Contact(id="cleo", name="Cleo Example", organization="Initech", introduced_by="ben")
    >>> print(paths(plan.as_of("2026-03-01"), "initech"))
    initech on 2026-03-01
    <BLANKLINE>
    there now:
    - Cleo Example: through Ben Example
    """
    ids, names = _meant(now, organization)
    found = [
        (state, place)
        for state in now.contacts.values()
        if (place := _place(state.employments, names)) is not None
    ]
    if not ids and not found and folded(organization) not in _named_elsewhere(now):
        raise _nowhere(now, organization)
    before = now.once(reached)
    people = [_person(state, place, before) for state, place in found]
    people.sort(key=lambda each: (each.path is None, len(each.path or ()), each.path or (), each.contact))
    mentioned = {id: None for each in people for id in (each.contact, each.introduced_by, *(each.path or ()))}
    called = now.organizations.get(ids[0]) if len(ids) == 1 else None
    return Paths(
        day=now.day,
        asked=organization if called is None else called.organization.name,
        organizations=ids,
        here=tuple(each for each in people if each.is_there),
        formerly=tuple(each for each in people if not each.is_there),
        names={id: contact_name(now, id) for id in mentioned if id is not None},
    )


# --- The organization ------------------------------------------------------------------------


def _meant(now: Moment, organization: str) -> tuple[tuple[str, ...], frozenset[str]]:
    """The organizations that are meant, and the names that records may know them by, as compared."""
    if is_on_record(now, "organization", organization):
        state = now.organizations.get(organization)
        known = (organization,) if state is None else state.names
        return (organization,), frozenset(map(folded, known))
    asked = folded(organization)
    called = {id: {folded(name) for name in state.names} for id, state in now.organizations.items()}
    meant = [id for id, names in called.items() if asked in names]
    return tuple(sorted(meant)), frozenset({asked}.union(*(called[id] for id in meant)))


def _named_elsewhere(now: Moment) -> Iterator[str]:
    """The organizations that moves and the owner's own positions name, as compared."""
    moves = (state.transition.organization for state in now.transitions.values())
    own = (state.position.organization for state in now.positions.values())
    return (folded(name) for names in (moves, own) for name in names if name is not None)


def _nowhere(now: Moment, organization: str) -> KeyError:
    near = nearest(organization, now.ids("organization"))
    # Where somebody works is personal, so what is no id is not repeated.
    asked = (
        shown(organization, personal=True)
        if shown_id("contact", organization) != organization
        else organization
    )
    return KeyError(f"no organization {asked!r} by {now.day}" + (f"; did you mean {near!r}?" if near else ""))


# --- The people ------------------------------------------------------------------------------


def _place(employments: tuple[Employment, ...], names: frozenset[str]) -> Employment | None:
    """The latest time that somebody was there, from its first title on."""
    place: Employment | None = None
    goes_on = False
    for each in employments:
        is_there = each.organization is not None and folded(each.organization) in names
        if is_there:
            place = each._replace(since=place.since) if goes_on and place is not None else each
        goes_on = is_there
    return place


def _person(state: ContactState, place: Employment, before: Mapping[str, str | None]) -> Person:
    return Person(
        contact=state.contact.id,
        title=place.title,
        since=place.since,
        until=place.until,
        introduced_by=state.contact.introduced_by,
        vouches=state.contact.vouches,
        path=path_to(state.contact.id, before),
    )
