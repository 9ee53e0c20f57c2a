"""Records field by field: each drawn to fit those that were drawn before it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from functools import lru_cache
from typing import Any, TypeVar

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from careertrack.errors import InvalidValue, Refused
from careertrack.fields import Base, path_to
from careertrack.shapes import Newer
from careertrack.strategies._fitting import Draft, entry_of, fitting, is_needed
from careertrack.strategies._values import World, ids, names_others, values

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
    """Values of a class: first the fields given, then those free of others, then those that fit to others."""
    draft = Draft(cls, world, {name: draw(strategy) for name, strategy in given.items()})
    draft.given.update(draw(_free(cls, frozenset(given))))
    for name in _bound(cls):
        if name not in draft.given:
            draft.given[name] = draw(fitting(draft, name))
    return cls(**draft.given)


@lru_cache(maxsize=None)
def _bound(cls: type[Base]) -> tuple[str, ...]:
    """The fields that depend on other fields, or on what there is to be named."""
    return tuple(name for name, field in cls.spec.by_name.items() if entry_of(cls, name) or names_others(field.shape))


@lru_cache(maxsize=None)
def _free(cls: type[Base], given: frozenset[str]) -> SearchStrategy[dict[str, Any]]:
    """The fields that depend on nothing, but for those that are given: made once a class, since that takes time."""
    free = [field for name, field in cls.spec.by_name.items() if name not in given and name not in _bound(cls)]
    some = {field.name: values(field.shape, Anywhere()) for field in free if not isinstance(field.shape, Newer)}
    needed = {field.name: some.pop(field.name) for field in free if is_needed(field)}
    return st.fixed_dictionaries(needed, optional=some)


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
