"""The same records as other libraries would have them.

Each peer's classes are made from the published JSON Schema and the defaults of a record class, so that all have the
same fields and, where the peer can check on its own, the same bounds.  Peers are imported where they are used.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from datetime import date
from typing import Annotated, Any, Literal, Optional, Union

import attrs

import careertrack as ct
from careertrack.record import Record

Constrain = Callable[[Mapping[str, Any]], Any]
Make = Callable[[str, Mapping[str, tuple[Any, Any]]], Any]
REQUIRED: Any = object()


def fields_of(cls: type[Record], kind: str, constrain: Constrain, make: Make) -> dict[str, tuple[Any, Any]]:
    """Each field of a record class: its type, as a peer states it, and its default."""
    schema = ct.json_schema(kind)
    defaults = {field.name: field.default for field in attrs.fields(cls) if field.name != "id"}
    required = set(schema["required"]) - {"kind"}
    found: dict[str, tuple[Any, Any]] = {}
    for name, shape in schema["properties"].items():
        if name == "kind":
            continue
        given = _type(shape, constrain, make, name)
        if name in required:
            found[name] = given, REQUIRED
        elif name == "extra":
            found[name] = Optional[dict[str, Any]], None  # noqa: UP045 - built, not written
        else:
            default = defaults.get(name)
            found[name] = (Optional[given], None) if default is None else (given, default)  # noqa: UP045
    return dict(sorted(found.items(), key=lambda item: item[1][1] is not REQUIRED))


def _type(shape: Mapping[str, Any], constrain: Constrain, make: Make, name: str) -> Any:
    if "enum" in shape:
        return Literal[tuple(shape["enum"])]
    kind = shape["type"]
    if kind == "array":
        items: Any = _type(shape["items"], constrain, make, name)
        return tuple[items, ...]
    if kind == "object":
        required = set(shape.get("required", ()))
        inner = {
            field: (_type(each, constrain, make, field), REQUIRED if field in required else None)
            for field, each in shape.get("properties", {}).items()
        }
        made = {f: (t, d) if d is REQUIRED else (Optional[t], None) for f, (t, d) in inner.items()}  # noqa: UP045
        return make(f"{name.title()}Part", dict(sorted(made.items(), key=lambda item: item[1][1] is not REQUIRED)))
    if kind == "boolean":
        return bool
    base: Any = date if shape.get("format") == "date" else {"string": str, "number": float, "integer": int}[kind]
    bounds = {} if base is date else constrain(shape)
    return Annotated[base, bounds] if bounds else base
