"""From a class's annotations to its constructor, its JSON both ways and its schema.

A class is declared once: each field's annotation states its shape.  Everything that has to
know the fields of a record (constructor, reader, writer, schema, references, strategies, the
table in the docs) reads the `Spec` that is made here from that declaration.
"""

from __future__ import annotations

import types
import typing
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, ClassVar, Final, Literal

import attrs

from careertrack import flat
from careertrack.errors import InvalidValue, Issue, Refused, nearest, shown
from careertrack.flat import MISSING
from careertrack.naming import derived_id
from careertrack.shapes import Choice, Flag, Gate, Many, Newer, Shape
from careertrack.shapes.text import LONGEST_ID
from careertrack.values import JsonObject, json_fault


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
        return type(self).written

    @staticmethod
    def written(value: Base) -> dict[str, Any]:
        """The JSON form of a part."""
        return value.fields_to_dict()

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
        return self.shape.faults(value, at) or self._own_faults(value, at)

    def _own_faults(self, value: Any, at: str) -> list[Issue]:
        """What the gate refuses beyond the shape: newer fields that are not newer."""
        try:
            self.gate(value)
        except Refused:
            return [Issue(at, "value", {"rule": self.shape.rule, "got": shown(value, personal=True)})]
        return []


class Spec:
    """What there is to know about a class's fields, in the order of its JSON."""

    __slots__ = ("by_name", "fields", "name")

    def __init__(self, cls: type[Base]) -> None:
        made = [_field(attribute) for attribute in attrs.fields(cls)]
        made.sort(key=lambda field: _PLACES.get(field.name, 1))
        self.name = cls.__name__
        names = {field.name for field in made} - {"newer_fields"}
        names |= {"kind"} & set(dir(cls))  # a record's kind stands among its fields
        made = [
            attrs.evolve(f, gate=_only_unknown(f.gate, names)) if f.name == "newer_fields" else f
            for f in made
        ]
        self.fields = tuple(made)
        self.by_name = {field.name: field for field in made}


_PLACES: Final = {"id": -2, "on": -1, "note": 2, "extra": 3, "newer_fields": 4}


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
    schema_of_rules: ClassVar[Mapping[str, Any]] = {}
    """What `rules` come to in a JSON Schema, as far as it can say so."""

    @classmethod
    def __attrs_init_subclass__(cls) -> None:
        # Kinds that a program never uses cost its import next to nothing.
        cls.spec = _AtFirstUse()  # type: ignore[assignment]
        cls.__init__ = _first_init  # type: ignore[method-assign, assignment]

    def fields_to_dict(self) -> dict[str, Any]:
        """Plain JSON data: fields in their fixed order, defaults left out."""
        _write_out(type(self))
        return self.fields_to_dict()

    def named(self) -> Iterator[tuple[str, str]]:
        """The kind and id of each record that it names, in order."""
        _write_out(type(self))
        return self.named()

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
            f"{field.name}={value!r}"
            for field in self.spec.fields
            if not field.shape.personal and (value := getattr(self, field.name)) != field.default
        )
        return f"{type(self).__name__}({', '.join(fields)})"


class _AtFirstUse:
    """A class's spec, read from its declaration when somebody first asks for it."""

    def __get__(self, instance: Base | None, owner: type[Base]) -> Spec:
        owner.spec = spec = Spec(owner)
        return spec


def _first_init(self: Base, /, *positional: Any, **given: Any) -> None:
    """The ``__init__`` of a class that was never used yet."""
    _write_out(type(self))
    type(self).__init__(self, *positional, **given)


def _write_out(cls: type[Base]) -> None:
    """Give a class the methods that are written out from its declaration."""
    spec, checks = cls.spec, []
    if cls.one_of:
        checks.append(" + ".join(f"({name} is not None)" for name in cls.one_of) + " == 1")
    if cls.any_of:
        checks.append("not (" + " is ".join(cls.any_of) + " is None)")
    if cls.rules is not Base.rules:
        checks.append("not breaks(self)")
    for method in (
        flat.constructor(
            cls, spec.fields, id_from=cls.id_from, checks=checks, explained=_explained, breaks=_breaks
        ),
        flat.writer(cls, spec.fields),
        flat.names(cls, spec.fields, _fields_of),
    ):
        setattr(cls, method.__name__, method)


def _fields_of(shape: Shape) -> Sequence[Field]:
    return shape.of.spec.fields if isinstance(shape, Part) else ()


def _breaks(value: Base) -> bool:
    return next(value.rules(), None) is not None


def _explained(cls: type[Base], positional: tuple[Any, ...], given: dict[str, Any]) -> InvalidValue:
    if positional:
        example = next((field.name for field in cls.spec.fields if field.required), cls.id_from or "id")
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
            facts = {"owner": cls.__name__, "near": near}
            if not near:
                facts["hint"] = f"its fields are {', '.join(known)}"
            found.append(Issue(path_to(at, name), "unknown-field", facts))
    for name, field in spec.by_name.items():
        value = given.get(name, field.default)
        if name == "id" and not field.optional and given.get(name) is None:
            made = _id_from(cls, given, at)
            found += made if isinstance(made, list) else []
            value = made
        elif name not in given and field.required:
            found.append(Issue(path_to(at, name), "missing", {"rule": field.shape.rule}))
        elif name in given and (value is not field.default or name == "id"):
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


def _id_from(cls: type[Base], given: Mapping[str, Any], at: str) -> str | list[Issue]:
    """The id that is made where none is given, or why none can be."""
    if cls.id_from is None:
        return [Issue(path_to(at, "id"), "missing", {"rule": cls.spec.by_name["id"].shape.rule})]
    field, source = cls.spec.by_name[cls.id_from], given.get(cls.id_from)
    if field.faults(source, at) if source is not None else field.required:
        return []  # that fault is told where it is
    try:
        return derived_id(source)
    except Refused:
        return [Issue(path_to(at, "id"), "no-id", {"got": f"{cls.id_from} {shown(source)}"})]


# --- JSON ----------------------------------------------------------------------------------


def with_newer(cls: type[Base], given: Mapping[str, Any], at: str, found: list[Issue]) -> dict[str, Any]:
    """Fields as a constructor takes them, what it does not know put aside at every level.

    What of that could not be written back is left out, and added to what is found to be wrong.
    """
    spec, known, unknown = cls.spec, dict[str, Any](), dict[str, Any]()
    for name, value in given.items():
        field = spec.by_name.get(name)
        if field is None or isinstance(field.shape, Newer):
            unknown[name] = value
        else:
            known[name] = _with_newer(field.shape, value, path_to(at, name), found)
    broken = unwritable(unknown, at)
    if broken:
        found += broken
    elif unknown:
        known["newer_fields"] = JsonObject(unknown)
    return known


def _with_newer(shape: Shape, value: Any, at: str, found: list[Issue]) -> Any:
    if isinstance(shape, Part) and isinstance(value, dict):
        return with_newer(shape.of, value, at, found)
    if isinstance(shape, Many) and isinstance(shape.of, Part) and isinstance(value, list):
        return [_with_newer(shape.of, item, f"{at}[{i}]", found) for i, item in enumerate(value)]
    return value


def unwritable(fields: Mapping[str, Any], at: str) -> list[Issue]:
    """What no JSON reader would keep of fields that this version does not know, each at its path."""
    faults = [(name, json_fault({name: value})) for name, value in fields.items()]
    got = "a personal value"  # nobody knows what it is
    return [Issue(path_to(at, name), "value", {"rule": fault, "got": got}) for name, fault in faults if fault]


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
    rules = [dict(cls.schema_of_rules)] if cls.schema_of_rules else []
    if cls.id_from and not cls.spec.by_name[cls.id_from].required:
        rules.append({"anyOf": [{"required": ["id"]}, {"required": [cls.id_from]}]})
    if rules:
        schema["allOf"] = rules
    return schema


def _needs_id(cls: type[Base], field: Field) -> bool:
    return not field.optional and cls.id_from is None
