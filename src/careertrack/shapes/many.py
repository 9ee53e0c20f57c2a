"""Shapes that hold others: lists, and the JSON of other programs and of newer versions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Set
from typing import Any, Final

from careertrack.errors import Issue, Refused, shown
from careertrack.shapes.base import Gate, Shape
from careertrack.values import EMPTY, JsonObject, json_fault

MOST_ITEMS: Final = 1000
DEPTH_OF_EXTRA: Final = 3  # it stands in a record, in the list of records, in a document
_NAMESPACE: Final = re.compile("[a-z0-9]+(?:[.:_-][a-z0-9]+)*")


class Many(Shape):
    """A list of one shape; any ordered collection comes in, a tuple is kept."""

    __slots__ = ("least", "most", "of", "unique")

    def __init__(self, of: Shape, *, least: int = 0, most: int = MOST_ITEMS, unique: bool = False) -> None:
        size = f"{least} to {most}" if least else f"at most {most}"
        super().__init__(
            f"a list of {size}{', all different' if unique else ''}, each {of.rule}", personal=of.personal
        )
        self.of, self.least, self.most, self.unique = of, least, most, unique

    def gate(self) -> Gate:
        each, least, most, unique = self.of.gate(), self.least, self.most, self.unique
        personal = self.personal

        def keep(value: Any) -> Any:
            if value.__class__ is not tuple and value.__class__ is not list:
                value = _listed(value)
            if not least <= len(value) <= most:
                raise Refused
            kept = tuple([each(item) for item in value])
            if unique and len(kept) > 1 and len(set(kept)) < len(kept):
                raise Refused("repeated", got=_repeated(kept, personal))
            return kept

        return keep

    def dumper(self) -> Gate | None:
        dump = self.of.dumper()
        if dump is None:
            return list
        return lambda kept: [dump(item) for item in kept]

    def schema(self) -> dict[str, Any]:
        schema: dict[str, Any] = {"type": "array", "items": self.of.schema(), "maxItems": self.most}
        if self.least:
            schema["minItems"] = self.least
        if self.unique:
            schema["uniqueItems"] = True
        return schema

    def faults(self, value: Any, at: str) -> list[Issue]:
        try:
            items = _listed(value)
        except Refused:
            return super().faults(value, at)
        # What is too long is told as that: the faults of a million items help nobody.
        kept = items if len(items) <= self.most else []
        found = [issue for i, item in enumerate(kept) for issue in self.of.faults(item, f"{at}[{i}]")]
        return found or super().faults(items, at)


def _listed(value: Any) -> list[Any]:
    """The items of a list.

    A set is refused since its order is nobody's, a text since it is one item, an iterator since
    it can be read only once: nobody could say afterwards what was wrong with it.
    """
    if isinstance(value, str | bytes | Mapping | Set | Iterator) or not isinstance(value, Iterable):
        raise Refused
    return list(value)


def _repeated(kept: tuple[Any, ...], personal: bool) -> str:
    again = (shown(item, personal=personal) for i, item in enumerate(kept) if item in kept[:i])
    return ", ".join(dict.fromkeys(again))


class Newer(Shape):
    """Fields of a newer version of the document, as a reader kept them: written back as they came."""

    __slots__ = ()

    def __init__(self) -> None:
        super().__init__("fields of a newer version, as a reader keeps them", personal=True)

    def gate(self) -> Gate:
        def keep(value: Any) -> Any:
            if value.__class__ is JsonObject:  # JSON itself can never hold one
                return value
            raise Refused

        return keep

    def schema(self) -> dict[str, Any]:
        return {"type": "object"}


class Extra(Shape):
    """JSON of other programs: an object, each name a namespace such as ``acme`` or ``org.example:crm``."""

    __slots__ = ()

    def __init__(self) -> None:
        super().__init__(
            "an object of JSON values, each name a namespace such as 'org.example:crm'", personal=True
        )

    def gate(self) -> Gate:
        rule = self.rule

        def keep(value: Any) -> Any:
            if value is EMPTY:
                return value
            plain = dict(value) if value.__class__ is JsonObject else value
            if plain.__class__ is not dict or not all(map(_is_namespace, plain)):
                raise Refused(rule=rule)
            fault = json_fault(plain, DEPTH_OF_EXTRA)
            if fault:
                raise Refused(rule=fault)
            return JsonObject(plain)

        return keep

    def dumper(self) -> Gate | None:
        return dict

    def schema(self) -> dict[str, Any]:
        return {"type": "object", "propertyNames": {"pattern": f"^{_NAMESPACE.pattern}$", "maxLength": 64}}


def _is_namespace(name: object) -> bool:
    return isinstance(name, str) and len(name) <= 64 and _NAMESPACE.fullmatch(name) is not None
