"""What a record names: every reference with its path, and the same record naming another id."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import attrs

from careertrack.fields import Base, Part
from careertrack.shapes import Many, Ref, Shape


def references(value: Base, at: str = "") -> Iterator[tuple[str, str, str]]:
    """Every reference of a value: its path, the kind and the id it names."""
    for field in value.spec.fields:
        yield from _references(field.shape, getattr(value, field.name), f"{at}.{field.name}")


def _references(shape: Shape, kept: Any, at: str) -> Iterator[tuple[str, str, str]]:
    if kept is None:
        return
    if isinstance(shape, Ref):
        yield at, shape.kind, kept
    elif isinstance(shape, Part):
        yield from references(kept, at)
    elif isinstance(shape, Many) and isinstance(shape.of, Ref | Part):
        for i, item in enumerate(kept):
            yield from _references(shape.of, item, f"{at}[{i}]")


def named_in(cls: type[Base], given: Mapping[str, Any], at: str) -> Iterator[tuple[str, str, str]]:
    """The same of what was given for a class, as far as it can be read."""
    for name, field in cls.spec.by_name.items():
        yield from _named_in(field.shape, given.get(name), f"{at}.{name}")


def _named_in(shape: Shape, value: Any, at: str) -> Iterator[tuple[str, str, str]]:
    if isinstance(shape, Ref):
        if not shape.faults(value, at):
            yield at, shape.kind, value
    elif isinstance(shape, Part) and isinstance(value, dict):
        yield from named_in(shape.of, value, at)
    elif isinstance(shape, Many) and isinstance(value, list):
        for i, item in enumerate(value):
            yield from _named_in(shape.of, item, f"{at}[{i}]")


def renamed(value: Base, kind: str, old: str, new: str) -> dict[str, Any]:
    """The fields of a value that name an id, as they are when they name another."""
    changes = {}
    for field in value.spec.fields:
        kept = getattr(value, field.name)
        changed = _renamed(field.shape, kept, kind, old, new)
        if changed != kept:
            changes[field.name] = changed
    return changes


def _renamed(shape: Shape, kept: Any, kind: str, old: str, new: str) -> Any:
    if isinstance(shape, Ref):
        return new if shape.kind == kind and kept == old else kept
    if isinstance(shape, Part) and kept is not None:
        changes = renamed(kept, kind, old, new)
        return attrs.evolve(kept, **changes) if changes else kept
    if isinstance(shape, Many) and isinstance(shape.of, Ref | Part):
        items = tuple(_renamed(shape.of, item, kind, old, new) for item in kept)
        return kept if items == kept else tuple(dict.fromkeys(items))
    return kept
