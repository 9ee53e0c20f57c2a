"""Shapes of numbers and of yes or no."""

from __future__ import annotations

from math import nan
from numbers import Real
from typing import Any

from careertrack.errors import Refused
from careertrack.shapes.base import Gate, Shape


def _figure(number: float) -> str:
    return f"{number:.15g}"


def _float(value: Any) -> float:
    """A number of another class, such as numpy's, as a float; nan where it is none, or too large for one."""
    if value.__class__ is not bool and isinstance(value, Real):
        try:
            return float(value)
        except OverflowError:
            pass
    return nan


class Number(Shape):
    """A finite number within bounds, kept as a float; -0.0 becomes 0.0, true is no number."""

    __slots__ = ("high", "low")

    def __init__(self, low: float, high: float) -> None:
        super().__init__(f"a number from {_figure(low)} to {_figure(high)}")
        self.low, self.high = low, high

    def gate(self) -> Gate:
        low, high = self.low, self.high

        def keep(value: Any) -> Any:
            kind = value.__class__
            if kind is float or kind is int:
                if low <= value <= high:
                    return value + 0.0
            else:
                number = _float(value)
                if low <= number <= high:
                    return number + 0.0
            raise Refused

        return keep

    def dumper(self) -> Gate | None:
        return _plain

    def schema(self) -> dict[str, Any]:
        return {"type": "number", "minimum": self.low, "maximum": self.high}


def _plain(value: float) -> float:
    """A whole float is written without its fraction: 5, not 5.0."""
    return int(value) if value.is_integer() else value


class Whole(Shape):
    """A whole number within bounds."""

    __slots__ = ("high", "low")

    def __init__(self, low: int, high: int) -> None:
        super().__init__(f"a whole number from {low} to {high}")
        self.low, self.high = low, high

    def gate(self) -> Gate:
        low, high = self.low, self.high

        def keep(value: Any) -> Any:
            if value.__class__ is int:
                if low <= value <= high:
                    return value
            else:
                number = _float(value)
                if low <= number <= high and number.is_integer():
                    return int(number)
            raise Refused

        return keep

    def schema(self) -> dict[str, Any]:
        return {"type": "integer", "minimum": self.low, "maximum": self.high}


class Flag(Shape):
    """Yes or no."""

    __slots__ = ()

    def __init__(self) -> None:
        super().__init__("true or false")

    def gate(self) -> Gate:
        def keep(value: Any) -> Any:
            if value is True or value is False:
                return value
            raise Refused

        return keep

    def schema(self) -> dict[str, Any]:
        return {"type": "boolean"}
