"""From a class's annotations to its constructor, its JSON both ways and its schema.

A class is declared once: each field's annotation states its shape.  Everything that has to
know the fields of a record (constructor, reader, writer, schema, references, strategies, the
table in the docs) reads the `Spec` that is made here from that declaration.
"""

from __future__ import annotations

import types
import typing
from collections.abc import Callable, Iterator, Mapping, Sequence
from operator import attrgetter
from typing import Any, ClassVar, Final, Literal

import attrs

from careertrack.errors import InvalidValue, Issue, Refused, nearest, shown
from careertrack.naming import derived_id
from careertrack.shapes import Choice, Flag, Gate, Many, Newer, Ref, Shape
from careertrack.shapes.text import LONGEST_ID
from careertrack.values import EMPTY, JsonObject


class _Missing:
    """What a required field holds until it is given; no gate lets it through."""


MISSING: Final = _Missing()


class Part(Shape):
    """A value of its own class inside a record, such as a requirement; an object of its fields will do."""

    __slots__ = ("of",)

    def __init__(self, of: type[Base]) -> None:
        super().__init__(f"a {of.__name__}, or an object of its fields")
        self.of = of

    def gate(self) -> Gate:
        of = self.of

        def keep(value: Any) -> Any:
            if value.__class__ is of:
                return value
            if value.__class__ is dict:
                try:
                    return of(**value)
                except (InvalidValue, TypeError):
                    pass
            raise Refused

        return keep

    def dumper(self) -> Gate | None:
        return dump

    def schema(self) -> dict[str, Any]:
        return schema_of(self.of)

    def faults(self, value: Any, at: str) -> list[Issue]:
        return faults_of(self.of, value, at) if value.__class__ is dict else super().faults(value, at)


# --- From an annotation to a shape, and from a class to its fields -----------------------


def shape_of(hint: Any) -> tuple[Shape, bool]:
    """The shape that an annotation states, and whether ``None`` will do as well."""
    origin, args = typing.get_origin(hint), typing.get_args(hint)
    if origin is typing.Annotated:
        return args[1], False
    if origin is typing.Union or origin is types.UnionType:
        inner = [arg for arg in args if arg is not types.NoneType]
        (only,) = inner
        return shape_of(only)[0], True
    if origin is Literal:
        return Choice(args), False
    if origin is tuple or origin is Sequence:
        return Many(shape_of(args[0])[0]), False
    return (Flag() if hint is bool else Part(hint)), False


@attrs.frozen
class Field:
    """One field of a record class, as the edges of the library see it."""

    name: str
    shape: Shape
    optional: bool
    default: Any
    gate: Gate
    dump: Gate | None

    @property
    def required(self) -> bool:
        """Whether a record cannot be made without it."""
        return self.default is MISSING

    def faults(self, value: Any, at: str) -> list[Issue]:
        """Everything wrong with a value for this field."""
        if value is None and self.optional:
            return []
        return self.shape.faults(value, at)


class Spec:
    """What there is to know about a class's fields, in the order of its JSON."""

    __slots__ = ("by_name", "fields", "name", "names_many", "names_one", "written")

    names_one: tuple[tuple[str, Callable[[Any], str | None]], ...]
    names_many: tuple[tuple[str, Callable[[Any], Sequence[str]]], ...]

    def __init__(self, cls: type[Base]) -> None:
        made = [_field(attribute) for attribute in attrs.fields(cls)]
        made.sort(key=lambda field: _PLACES.get(field.name, 1))
        self.name = cls.__name__
        names = {field.name for field in made}
        made = [
            attrs.evolve(f, gate=_only_unknown(f.gate, names)) if isinstance(f.shape, Newer) else f
            for f in made
        ]
        self.fields = tuple(made)
        self.by_name = {field.name: field for field in made}
        self.written = [
            (f.name, attrgetter(f.name), f.default, f.dump) for f in made if f.name != "newer_fields"
        ]
        one: list[tuple[str, Callable[[Any], str | None]]] = []
        many: list[tuple[str, Callable[[Any], Sequence[str]]]] = []
        for field in made:
            get, shape = attrgetter(field.name), field.shape
            if isinstance(shape, Ref):
                one.append((shape.kind, get))
            elif isinstance(shape, Many) and isinstance(shape.of, Ref):
                many.append((shape.of.kind, get))
            elif isinstance(shape, Many) and isinstance(shape.of, Part):
                many += [(kind, _each(get, inner)) for kind, inner in shape.of.of.spec.names_one]
        self.names_one, self.names_many = tuple(one), tuple(many)


_PLACES: Final = {"id": -2, "on": -1, "note": 2, "extra": 3, "newer_fields": 4}


def _each(get: Callable[[Any], Any], inner: Callable[[Any], Any]) -> Callable[[Any], list[str]]:
    return lambda record: [inner(part) for part in get(record)]


def _only_unknown(gate: Gate, names: set[str]) -> Gate:
    """The gate of newer fields: none of them is a field that this version knows."""

    def keep(value: Any) -> Any:
        if names.isdisjoint(gate(value)):
            return value
        raise Refused

    return keep


def _field(attribute: attrs.Attribute[Any]) -> Field:
    shape, optional = shape_of(attribute.type)
    default = MISSING if attribute.default is attrs.NOTHING else attribute.default
    return Field(attribute.name, shape, optional, default, shape.gate(), shape.dumper())


# --- The base of everything that has fields ----------------------------------------------


@attrs.frozen(kw_only=True, repr=False)
class Base:
    """A frozen value whose annotations are its gates."""

    spec: ClassVar[Spec]
    id_from: ClassVar[str | None] = None
    """The field that an id is made from when none is given."""
    one_of: ClassVar[tuple[str, ...]] = ()
    """Fields of which exactly one is given."""
    any_of: ClassVar[tuple[str, ...]] = ()
    """Fields of which at least one is given."""

    @classmethod
    def __attrs_init_subclass__(cls) -> None:
        cls.spec = Spec(cls)
        cls.__init__ = constructor(cls)  # type: ignore[method-assign]

    def rules(self) -> Iterator[tuple[str, str]]:
        """The rules between fields that this value breaks: the field's name, the rule in words.

        ``{at}`` in a rule stands for the path of the value itself.  ``one_of`` and ``any_of``
        need no rule here.
        """
        yield from ()

    def broken(self) -> Iterator[tuple[str, str]]:
        """Every rule between fields that this value breaks, the declared ones first."""
        for names in filter(None, (self.one_of, self.any_of)):
            given = [name for name in names if getattr(self, name) is not None]
            if not given:
                yield names[0], f"given, or {', '.join(names[1:-1])}{', or ' * (len(names) > 2)}{names[-1]}"
            elif len(given) > 1 and names is self.one_of:
                yield given[1], f"left out, since it is about {{at}}.{given[0]}"
        yield from self.rules()

    def __repr__(self) -> str:
        fields = (
            f"{name}={value!r}"
            for name, get, default, _ in self.spec.written
            if not self.spec.by_name[name].shape.personal and (value := get(self)) != default
        )
        return f"{type(self).__name__}({', '.join(fields)})"


def constructor(cls: type[Base]) -> Callable[..., None]:
    """The ``__init__`` of a class: every gate in one flat function, no loop, no look-up.

    A value that is the default is not checked again.  Whatever a gate refuses, the slow twin
    `faults_of` says why, so there is one place that words faults.
    """
    spec = cls.spec
    scope: dict[str, Any] = {
        "_MISSING": MISSING,
        "_Refused": Refused,
        "_explained": _explained,
        "_breaks": _breaks,
    }
    heads, lines = [], []
    for field in spec.fields:
        name = field.name
        scope |= {
            f"set_{name}": getattr(cls, name).__set__,
            f"gate_{name}": field.gate,
            f"default_{name}": field.default,
        }
        kept = f"gate_{name}({name})"
        if name == "id" and not field.optional:
            heads.append("id=None")
            scope["_derived"] = derived_id
            made = f"_derived({cls.id_from})" if cls.id_from else "gate_id(_MISSING)"
            kept = f"gate_id(id) if id is not None else {made}"
        elif field.required:
            heads.append(f"{name}=_MISSING")
        else:
            heads.append(f"{name}=default_{name}")
            is_default = f"{name} is default_{name}"
            if field.optional and field.default is not None:
                is_default += f" or {name} is None"
            kept = f"{name} if {is_default} else {kept}"
        lines.append(f"        set_{name}(self, {kept})")
    given = ", ".join(f"'{field.name}': {field.name}" for field in spec.fields)
    checks = []
    if cls.one_of:
        checks.append(" + ".join(f"({name} is not None)" for name in cls.one_of) + " == 1")
    if cls.any_of:
        checks.append("not (" + " is ".join(cls.any_of) + " is None)")
    if cls.rules is not Base.rules:
        checks.append("not _breaks(self)")
    source = "\n".join(
        [
            f"def __init__(self, *positional, {', '.join(heads)}, **unknown):",
            "    try:",
            "        if positional or unknown: raise _Refused",
            *lines,
            "    except _Refused:",
            "        pass",  # raised below, outside, so that no refused value stays in __context__
            "    else:",
            f"        if {' and '.join(checks) or True}: return",
            f"    raise _explained(self.__class__, positional, {{{given}, **unknown}})",
        ]
    )
    exec(compile(source, f"<constructor of {spec.name}>", "exec"), scope)
    made_init: Callable[..., None] = scope["__init__"]
    made_init.__qualname__ = f"{cls.__qualname__}.__init__"
    made_init.__module__ = cls.__module__
    return made_init


def _breaks(value: Base) -> bool:
    return next(value.rules(), None) is not None


def _explained(cls: type[Base], positional: tuple[Any, ...], given: dict[str, Any]) -> InvalidValue:
    if positional:
        example = next(field.name for field in cls.spec.fields if field.required)
        return InvalidValue([Issue(cls.__name__, "positional", {"owner": cls.__name__, "example": example})])
    there = {name: value for name, value in given.items() if value is not MISSING}
    return InvalidValue(faults_of(cls, there, cls.__name__))


# --- The slow twin of the constructor ------------------------------------------------------


def path_to(at: str, name: object) -> str:
    """The path of a field below another path."""
    if isinstance(name, str) and name.isidentifier() and len(name) <= LONGEST_ID:
        return f"{at}.{name}"
    return f"{at}[{shown(name)}]"


def faults_of(cls: type[Base], given: Any, at: str) -> list[Issue]:
    """Everything wrong with the fields given for a class, each fault at its own path."""
    if not isinstance(given, Mapping):
        return [Issue(at, "value", {"rule": f"an object of {cls.__name__}'s fields", "got": shown(given)})]
    spec, found, kept = cls.spec, list[Issue](), cls.__new__(cls)
    for name in given:
        if name not in spec.by_name:
            known = [known for known in spec.by_name if known != "newer_fields"]
            near = nearest(name, known) if isinstance(name, str) else ""
            found.append(Issue(path_to(at, name), "unknown-field", {"owner": cls.__name__, "near": near}))
    for name, field in spec.by_name.items():
        value = given.get(name, field.default)
        if name == "id" and not field.optional and (value is None or value is field.default):
            found += _faults_of_derived(cls, given, at)
        elif name not in given and field.required:
            found.append(Issue(path_to(at, name), "missing", {"rule": field.shape.rule}))
        elif value is not field.default:
            broken = field.faults(value, path_to(at, name))
            if not broken and value is not None:
                value = field.gate(value)
            found += broken
        getattr(cls, name).__set__(kept, value)
    if not found:
        for name, rule in kept.broken():
            field, path = spec.by_name[name], path_to(at, name)
            facts = {"rule": rule.replace("{at}", at), "got": _written(field, getattr(kept, name))}
            found.append(Issue(path, "value", facts))
    return found


def _written(field: Field, value: Any) -> str:
    """A kept value as a rule between fields shows it: days and money as they are written."""
    if value is not None and field.dump is not None and not isinstance(field.shape, Many | Part):
        value = field.dump(value)
    return shown(value, personal=field.shape.personal)


def _faults_of_derived(cls: type[Base], given: Mapping[str, Any], at: str) -> list[Issue]:
    if cls.id_from is None:
        return [Issue(path_to(at, "id"), "missing", {"rule": cls.spec.by_name["id"].shape.rule})]
    source = given.get(cls.id_from)
    if source is not None and cls.spec.by_name[cls.id_from].faults(source, at):
        return []  # that fault is told where it is
    try:
        derived_id(source)
    except Refused:
        return [Issue(path_to(at, "id"), "no-id", {"got": f"{cls.id_from} {shown(source)}"})]
    return []


# --- JSON ----------------------------------------------------------------------------------


def dump(value: Base) -> dict[str, Any]:
    """Plain JSON data: fields in their fixed order, defaults left out."""
    out: dict[str, Any] = {}
    for name, get, default, dumped in value.spec.written:
        kept = get(value)
        if kept is not default and kept != default:
            out[name] = dumped(kept) if dumped is not None else kept
    newer = value.newer_fields  # type: ignore[attr-defined]
    if newer is not EMPTY:
        out |= newer
    return out


def with_newer(cls: type[Base], given: Mapping[str, Any]) -> dict[str, Any]:
    """Fields as a constructor takes them, what it does not know put aside at every level."""
    spec, known, unknown = cls.spec, dict[str, Any](), dict[str, Any]()
    for name, value in given.items():
        field = spec.by_name.get(name)
        if field is None or isinstance(field.shape, Newer):
            unknown[name] = value
        else:
            known[name] = _with_newer(field.shape, value)
    if unknown:
        known["newer_fields"] = JsonObject(unknown)
    return known


def _with_newer(shape: Shape, value: Any) -> Any:
    if isinstance(shape, Part) and isinstance(value, dict):
        return with_newer(shape.of, value)
    if isinstance(shape, Many) and isinstance(shape.of, Part) and isinstance(value, list):
        return [_with_newer(shape.of, item) for item in value]
    return value


def schema_of(cls: type[Base]) -> dict[str, Any]:
    """The JSON Schema of a class's fields."""
    fields = [field for field in cls.spec.fields if not isinstance(field.shape, Newer)]
    schema: dict[str, Any] = {
        "type": "object",
        "description": (cls.__doc__ or "").partition("\n")[0],
        "properties": {field.name: field.shape.schema() for field in fields},
        "additionalProperties": False,
    }
    required = [
        field.name for field in fields if field.required or (field.name == "id" and _needs_id(cls, field))
    ]
    if required:
        schema["required"] = required
    if cls.one_of:
        schema["oneOf"] = [{"required": [name]} for name in cls.one_of]
    if cls.any_of:
        schema["anyOf"] = [{"required": [name]} for name in cls.any_of]
    return schema


def _needs_id(cls: type[Base], field: Field) -> bool:
    return not field.optional and cls.id_from is None
