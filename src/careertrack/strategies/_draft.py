"""A record being drawn, and the entries of fields of many kinds: how many, when, which others.

A field's *entry* says what it may be once others are known.  Fields that a caller gives are
known from the start, later ones among them, so an entry has to heed those as well.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Any, Final

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from careertrack.fields import Base, Field
from careertrack.strategies._values import World, days_from, named_kind, values

NOTHING: Final = st.none()
DAY: Final = timedelta(1)


def is_needed(field: Field) -> bool:
    """Whether a field is drawn always: it has no default, or is an id, which not every name gives."""
    return field.required or (field.name == "id" and not field.optional)


@attrs.frozen
class Draft:
    """A value being drawn: its class, what may be named, and the fields that are decided."""

    cls: type[Base]
    world: World
    given: dict[str, Any]

    def some(self, name: str) -> SearchStrategy[Any]:
        """Any value of a field's shape."""
        return values(self.cls.spec.by_name[name].shape, self.world)

    def perhaps(self, name: str) -> SearchStrategy[Any]:
        """The field's default, or any value of its shape; always the latter where there is no default."""
        field = self.cls.spec.by_name[name]
        return self.some(name) if is_needed(field) else st.just(field.default) | self.some(name)

    def others(self, name: str, but: str) -> SearchStrategy[str]:
        """Ids that a field may name, other than those that another field holds."""
        held = self.given.get(but) or ()
        kind = named_kind(self.cls.spec.by_name[name].shape)
        return self.world.names(kind, (held,) if isinstance(held, str) else held)

    def has(self, name: str) -> bool:
        """Whether a field is decided, and not left out."""
        return self.given.get(name) is not None

    def lacks(self, name: str) -> bool:
        """Whether a field is decided, and left out."""
        return name in self.given and self.given[name] is None

    @property
    def since(self) -> date:
        """The first day of what is defined."""
        return self.world.since(self.given["on"])


Entry = Callable[[Draft, str], SearchStrategy[Any]]

# --- How many of some fields ------------------------------------------------------------------


def any_value(draft: Draft, name: str) -> SearchStrategy[Any]:
    """What a field may be that no other bears on."""
    return draft.perhaps(name)


def nothing(_: Draft, __: str) -> SearchStrategy[Any]:
    """A field that is left out."""
    return NOTHING


def at_least_one(draft: Draft, name: str) -> SearchStrategy[Any]:
    """One of the fields of which any will do: given where all the others are left out."""
    is_last = all(draft.lacks(other) for other in draft.cls.any_of if other != name)
    return draft.some(name) if is_last else draft.perhaps(name)


def exactly_one(draft: Draft, name: str) -> SearchStrategy[Any]:
    """One of the fields of which one is given: each of those that are not decided is as likely."""
    if any(draft.has(other) for other in draft.cls.one_of):
        return NOTHING
    open_ = [
        other for other in draft.cls.one_of if other not in draft.given and not draft.some(other).is_empty
    ]
    if name not in open_:
        return NOTHING
    some, count = draft.some(name), len(open_)
    return st.integers(1, count).flatmap(lambda n: some if n == count else NOTHING)


def at_most_one(*names: str) -> Entry:
    """One of some fields of which one may be given."""

    def entry(draft: Draft, name: str) -> SearchStrategy[Any]:
        return NOTHING if any(draft.has(other) for other in names) else draft.perhaps(name)

    return entry


def only_with(other: str) -> Entry:
    """A field that is left out where another is."""
    return lambda draft, name: NOTHING if draft.lacks(other) else draft.perhaps(name)


def just_with(other: str) -> Entry:
    """A field that is given where another is, and only there."""
    return lambda draft, name: draft.some(name) if draft.has(other) else NOTHING


def needed_by(other: str, entry: Entry) -> Entry:
    """A field that is given where another is, and else what its own entry says."""
    return lambda draft, name: draft.some(name) if draft.has(other) else entry(draft, name)


# --- Days -------------------------------------------------------------------------------------


def after(day: date) -> SearchStrategy[Any]:
    """No day, or one after another."""
    return NOTHING if day == date.max else NOTHING | days_from(day + DAY)


def from_its_day(draft: Draft, name: str) -> SearchStrategy[Any]:
    """A day no earlier than the record's own."""
    days = days_from(draft.given["on"])
    return days if draft.cls.spec.by_name[name].required else NOTHING | days


def after_its_day(draft: Draft, _: str) -> SearchStrategy[Any]:
    """A day after the record's own."""
    return after(draft.given["on"])


def after_the_first_day(draft: Draft, _: str) -> SearchStrategy[Any]:
    """A day after that of the first record of its id."""
    return after(draft.since)


def own_day(*, before: Sequence[str] = (), upto: Sequence[str] = ()) -> Entry:
    """The record's own day: before some of its days that are decided, or no later than others."""

    def entry(draft: Draft, _: str) -> SearchStrategy[Any]:
        last = [draft.given[other] - DAY for other in before if draft.has(other)]
        last += [draft.given[other] for other in upto if draft.has(other)]
        last += [each.due - DAY for each in draft.given.get("milestones", ())]
        return st.dates(max_value=min(last, default=date.max))

    return entry


# --- Others -----------------------------------------------------------------------------------


def another_than(other: str) -> Entry:
    """An id other than those that another field holds."""

    def entry(draft: Draft, name: str) -> SearchStrategy[Any]:
        named = draft.others(name, other)
        return named if name == "id" else NOTHING | named

    return entry
