"""What every shape can do."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable
from typing import Any

from careertrack.errors import Issue, Refused, shown

Gate = Callable[[Any], Any]


class Shape(ABC):
    """A sort of value: its rule in words, its gate, its JSON form and schema.

    The gate takes what a person may write and what JSON may hold alike, so a constructor and
    a reader cannot disagree.
    """

    __slots__ = ("personal", "rule")

    def __init__(self, rule: str, *, personal: bool = False) -> None:
        self.rule, self.personal = rule, personal

    @abstractmethod
    def gate(self) -> Gate:
        """The fast check: a function that returns what is kept or raises `Refused`."""

    def dumper(self) -> Gate | None:
        """What turns a kept value into JSON; ``None`` where it is JSON as it stands."""
        return None

    @abstractmethod
    def schema(self) -> dict[str, Any]:
        """The JSON Schema of the JSON form."""

    def got(self, value: Any) -> str:
        """What came, as an error may show it."""
        return shown(value, personal=self.personal)

    def faults(self, value: Any, at: str) -> list[Issue]:
        """Everything wrong with a value, each fault at its own path: the gate's slow twin."""
        try:
            self.gate()(value)
        except Refused as refused:
            facts = {"rule": self.rule, "got": self.got(value), **refused.params}
            return [Issue(at, refused.code, facts)]
        return []
