"""Records field by field: each drawn to fit those that were drawn before it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any, TypeVar

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from careertrack.errors import InvalidValue, Refused
from careertrack.fields import Base, path_to
from careertrack.strategies._fitting import Draft, fitting
from careertrack.strategies._values import World, ids

B = TypeVar("B", bound=Base)


@attrs.frozen
class Anywhere:
    """The world of a record that stands alone: any id may be named."""

    def names(self, kind: str, but: Collection[str] = ()) -> SearchStrategy[str]:
        return ids.map(lambda id: _apart(id, but)) if but else ids

    def top(self, skill: str) -> float:
        return 1000.0

    def since(self, on: date) -> date:
        return on

    def part(self, cls: type[Base], given: Mapping[str, SearchStrategy[Any]]) -> SearchStrategy[Any]:
        return made(cls, self, given)


def _apart(id: str, but: Collection[str]) -> str:
    while id in but:
        id = f"not-{id}"
    return id


@st.composite
def made(draw: DrawFn, cls: type[B], world: World, given: Mapping[str, SearchStrategy[Any]]) -> B:
    """Values of a class, the fields given first, then the others in the order of its JSON."""
    draft = Draft(cls, world, {name: draw(strategy) for name, strategy in given.items()})
    for name in cls.spec.by_name:
        if name not in draft.given:
            draft.given[name] = draw(fitting(draft, name))
    return cls(**draft.given)


def strategy_of(cls: type[Base], name: str, value: Any) -> SearchStrategy[Any]:
    """What a caller gives for a field, a value or a strategy, as the field keeps it."""
    field = cls.spec.by_name[name]

    def kept(given: Any) -> Any:
        if given is None and (field.optional or name == "id"):
            return None
        try:
            return field.gate(given)
        except Refused:
            raise InvalidValue(field.faults(given, path_to(cls.__name__, name))) from None

    return value.map(kept) if isinstance(value, SearchStrategy) else st.just(kept(value))
