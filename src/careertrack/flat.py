"""Methods written out from a class's declaration: one flat function each, no loop, no look-up.

A plan of thousands of records is made, ordered, filed and written through these, so they are
compiled once a class, as attrs compiles its own.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final, Protocol

from careertrack.errors import Refused
from careertrack.naming import derived_id
from careertrack.shapes import Gate, Many, Newer, Ref, Shape
from careertrack.values import EMPTY


class _Missing:
    """What a required field holds until it is given; no gate lets it through."""


MISSING: Final = _Missing()


class Field(Protocol):
    """What is read of a field here."""

    @property
    def name(self) -> str: ...
    @property
    def shape(self) -> Shape: ...
    @property
    def optional(self) -> bool: ...
    @property
    def default(self) -> Any: ...
    @property
    def gate(self) -> Gate: ...
    @property
    def dump(self) -> Gate | None: ...


def compiled(cls: type, name: str, lines: Sequence[str], scope: dict[str, Any]) -> Callable[..., Any]:
    """A method of a class from its source."""
    exec(compile("\n".join(lines), f"<{cls.__name__}.{name}>", "exec"), scope)
    method: Callable[..., Any] = scope[name]
    method.__qualname__ = f"{cls.__qualname__}.{name}"
    method.__module__ = cls.__module__
    return method


def constructor(
    cls: type,
    fields: Sequence[Field],
    *,
    id_from: str | None,
    checks: Sequence[str],
    explained: Callable[..., Exception],
    breaks: Callable[[Any], bool],
) -> Callable[..., None]:
    """The ``__init__`` of a class.

    A value that is the default is not checked again.  What a gate refuses, ``explained`` words.

    Args:
        cls: The class, its slots made.
        fields: Its fields.
        id_from: The field that an id is made from, if any.
        checks: Conditions between fields, as source, in which ``breaks`` may be called.
        explained: What makes an exception of all that was given.
        breaks: Whether a made value breaks a rule between its fields.
    """
    scope: dict[str, Any] = {
        "MISSING": MISSING,
        "Refused": Refused,
        "derived": derived_id,
        "explained": explained,
        "breaks": breaks,
    }
    heads, lines = [], []
    for field in fields:
        name = field.name
        scope |= {f"set_{name}": getattr(cls, name).__set__, f"gate_{name}": field.gate}
        scope[f"default_{name}"] = field.default
        kept = f"gate_{name}({name})"
        if name == "id" and not field.optional:
            heads.append("id=None")
            made = f"derived({id_from})" if id_from else "gate_id(MISSING)"
            kept = f"gate_id(id) if id is not None else {made}"
        elif field.default is MISSING:
            heads.append(f"{name}=MISSING")
        else:
            heads.append(f"{name}=default_{name}")
            is_default = f"{name} is default_{name}"
            if field.optional and field.default is not None:
                is_default += f" or {name} is None"
            kept = f"{name} if {is_default} else {kept}"
        lines.append(f"        set_{name}(self, {kept})")
    given = ", ".join(f"'{field.name}': {field.name}" for field in fields)
    return compiled(
        cls,
        "__init__",
        [
            f"def __init__(self, /, *positional, {', '.join(heads)}, **unknown):",
            "    try:",
            "        if positional or unknown: raise Refused",
            *lines,
            "    except Refused:",
            "        pass",  # raised below, outside, so that no refused value stays in __context__
            "    else:",
            f"        if {' and '.join(checks) or True}: return",
            f"    raise explained(self.__class__, positional, {{{given}, **unknown}})",
        ],
        scope,
    )


def writer(cls: type, fields: Sequence[Field]) -> Callable[[Any], dict[str, Any]]:
    """The ``fields_to_dict`` of a class: fields in their fixed order, defaults left out."""
    scope: dict[str, Any] = {"EMPTY": EMPTY}
    lines = []
    for field in fields:
        name = field.name
        if isinstance(field.shape, Newer):
            continue
        scope |= {f"default_{name}": field.default, f"dump_{name}": field.dump}
        written = "value" if field.dump is None else f"dump_{name}(value)"
        lines += [
            f"    value = self.{name}",
            f"    if value is not default_{name} and value != default_{name}: out['{name}'] = {written}",
        ]
    return compiled(
        cls,
        "fields_to_dict",
        [
            "def fields_to_dict(self):",
            "    out = {}",
            *lines,
            "    if self.newer_fields is not EMPTY: out |= self.newer_fields",
            "    return out",
        ],
        scope,
    )


def names(
    cls: type, fields: Sequence[Field], parts: Callable[[Shape], Sequence[Field]]
) -> Callable[[Any], Any]:
    """The ``named`` of a class: the kind and id of each record that a value names, in order.

    Args:
        cls: The class.
        fields: Its fields.
        parts: The fields of the class that a shape holds, if it holds one.
    """
    lines = []
    for field in fields:
        name, shape = field.name, field.shape
        if isinstance(shape, Ref):
            lines.append(f"    if self.{name} is not None: yield '{shape.kind}', self.{name}")
        elif isinstance(shape, Many) and isinstance(shape.of, Ref):
            lines.append(f"    for id in self.{name}: yield '{shape.of.kind}', id")
        elif isinstance(shape, Many):
            for part in parts(shape.of):
                if isinstance(part.shape, Ref):
                    lines.append(f"    for part in self.{name}: yield '{part.shape.kind}', part.{part.name}")
    return compiled(cls, "named", ["def named(self):", *lines, "    return", "    yield"], {})
