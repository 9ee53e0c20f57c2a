"""The same records as other libraries would have them.

A peer's classes are made from the published JSON Schema of a kind and the defaults of its class, so that
all have the same fields and, where the peer checks, the same bounds; rules between fields and between
records are ours alone.
Peers are imported where they are used.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from datetime import date
from typing import Annotated, Any, Literal, Optional, Union

import attrs

import careertrack as ct
from careertrack.records import CLASSES
from careertrack.shapes.text import SLUG_PATTERN

REQUIRED: Any = object()
Fields = dict[str, tuple[Any, Any]]  # by name: type and default
Make = Callable[[str, Fields], Any]
Bound = Callable[[Mapping[str, Any]], Any]
Codec = tuple[Callable[[bytes], Any], Callable[[Any], bytes]]  # load, dump


def _no_bound(shape: Mapping[str, Any]) -> Any:
    return None


def fields_of(kind: str, make: Make, bound: Bound = _no_bound) -> Fields:
    """The fields of a kind, the required ones first."""
    defaults = {field.name: field.default for field in attrs.fields(CLASSES[kind])} | {
        "id": None,
        "extra": None,
    }
    schema = ct.json_schema(kind)
    shapes = {name: shape for name, shape in schema["properties"].items() if name != "kind"}
    return _fields(shapes, schema["required"], defaults, make, bound)


def _fields(
    shapes: Mapping[str, Any], required: list[str], defaults: Mapping[str, Any], make: Make, bound: Bound
) -> Fields:
    found: Fields = {
        name: (_type(name, shapes[name], make, bound), REQUIRED) for name in required if name != "kind"
    }
    for name in [name for name in shapes if name not in found]:
        hint, default = _type(name, shapes[name], make, bound), defaults.get(name)
        found[name] = (Optional[hint], None) if default is None else (hint, default)  # noqa: UP045 - hint is no type
    return found


def _type(name: str, shape: Mapping[str, Any], make: Make, bound: Bound) -> Any:
    if "enum" in shape:
        return Literal[tuple(shape["enum"])]
    kind = shape["type"]
    if kind == "array":
        return tuple[_type(name, shape["items"], make, bound), ...]  # type: ignore[misc]
    if kind == "object":
        inner = shape.get("properties")
        return (
            make(f"{name}-part", _fields(inner, shape.get("required", []), {}, make, bound))
            if inner
            else dict
        )
    if shape.get("format") == "date":
        return date
    hint: Any = {"boolean": bool, "string": str, "number": float, "integer": int}[kind]
    bounds = bound(shape)
    return Annotated[hint, bounds] if bounds is not None else hint


def _bounds(shape: Mapping[str, Any], names: Mapping[str, str]) -> dict[str, Any]:
    """Bounds under a peer's names; of patterns, only an id's, since not every engine reads the others."""
    found = {theirs: shape[ours] for ours, theirs in names.items() if ours in shape}
    return (
        found
        if shape.get("pattern") == f"^{SLUG_PATTERN}$"
        else {n: v for n, v in found.items() if n != "pattern"}
    )


_BOUNDS = {
    "minimum": "ge",
    "maximum": "le",
    "minLength": "min_length",
    "maxLength": "max_length",
    "pattern": "pattern",
}


# --- Classes of each peer ----------------------------------------------------------------


def make_dataclass(name: str, fields: Fields) -> Any:
    made: list[Any] = [
        (n, t) if d is REQUIRED else (n, t, dataclasses.field(default=d)) for n, (t, d) in fields.items()
    ]
    return dataclasses.make_dataclass(name, made, frozen=True, slots=True, kw_only=True)


def make_attrs(name: str, fields: Fields) -> Any:
    made = {
        n: attrs.field(type=t) if d is REQUIRED else attrs.field(type=t, default=d)
        for n, (t, d) in fields.items()
    }
    return attrs.make_class(name.title().replace("-", ""), made, frozen=True, slots=True, kw_only=True)


def make_pydantic(name: str, fields: Fields) -> Any:
    from pydantic import ConfigDict, create_model

    made: dict[str, Any] = {n: (t, ... if d is REQUIRED else d) for n, (t, d) in fields.items()}
    return create_model(name, __config__=ConfigDict(frozen=True, extra="forbid"), **made)


def bound_pydantic(shape: Mapping[str, Any]) -> Any:
    from pydantic import Field

    bounds = _bounds(shape, _BOUNDS)
    return Field(**bounds) if bounds else None


# --- Whole documents ---------------------------------------------------------------------


def pydantic_codec(kinds: list[str]) -> Codec:
    from pydantic import Field

    models = [
        make_pydantic(
            kind, {"kind": (Literal[kind], REQUIRED), **fields_of(kind, make_pydantic, bound_pydantic)}
        )
        for kind in kinds
    ]
    record: Any = Annotated[Union[tuple(models)], Field(discriminator="kind")]  # noqa: UP007 - made at run time
    fields = {"careertrack": (str, REQUIRED), "owner": (str, REQUIRED), "records": (list[record], REQUIRED)}
    document = make_pydantic("document", fields)
    return document.model_validate_json, lambda it: it.model_dump_json(exclude_defaults=True).encode()


def msgspec_codec(kinds: list[str]) -> Codec:
    import msgspec

    def bound(shape: Mapping[str, Any]) -> Any:
        bounds = _bounds(shape, _BOUNDS)
        return msgspec.Meta(**bounds) if bounds else None

    def make(name: str, fields: Fields, **more: Any) -> Any:
        made: list[Any] = [(n, t) if d is REQUIRED else (n, t, d) for n, (t, d) in fields.items()]
        options: dict[str, Any] = {
            "frozen": True,
            "kw_only": True,
            "forbid_unknown_fields": True,
            "omit_defaults": True,
        }
        return msgspec.defstruct(name, made, **options, **more)

    structs = [make(kind, fields_of(kind, make, bound), tag=kind, tag_field="kind") for kind in kinds]
    record: Any = Union[tuple(structs)]  # noqa: UP007 - made at run time
    document = make(
        "document",
        {"careertrack": (str, REQUIRED), "owner": (str, REQUIRED), "records": (list[record], REQUIRED)},
    )
    return msgspec.json.Decoder(document).decode, msgspec.json.Encoder().encode


def cattrs_codec(kinds: list[str]) -> Codec:
    from cattrs.preconf.json import make_converter
    from cattrs.strategies import configure_tagged_union

    classes = {make_attrs(kind, fields_of(kind, make_attrs)): kind for kind in kinds}
    record: Any = Union[tuple(classes)]  # noqa: UP007 - made at run time
    converter = make_converter(omit_if_default=True)
    configure_tagged_union(record, converter, tag_generator=classes.__getitem__, tag_name="kind")
    document = make_attrs(
        "document",
        {"careertrack": (str, REQUIRED), "owner": (str, REQUIRED), "records": (list[record], REQUIRED)},
    )
    return lambda text: converter.loads(text, document), lambda it: converter.dumps(it).encode()


CODECS = {"cattrs": cattrs_codec, "msgspec": msgspec_codec, "pydantic": pydantic_codec}
