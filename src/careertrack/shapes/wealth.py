"""The shape of money."""

from __future__ import annotations

from typing import Any

from careertrack.errors import Refused
from careertrack.shapes.base import Gate, Shape
from careertrack.values import MONEY_RULE, money


class Cash(Shape):
    """An exact amount in one currency: `Money`, or its text; below nought only where debt makes sense."""

    __slots__ = ("debt",)

    def __init__(self, *, debt: bool = False) -> None:
        super().__init__(MONEY_RULE if debt else f"{MONEY_RULE}, not negative")
        self.debt = debt

    def gate(self) -> Gate:
        if self.debt:
            return money

        def keep(value: Any) -> Any:
            kept = money(value)
            if kept.amount < 0:
                raise Refused
            return kept

        return keep

    def dumper(self) -> Gate | None:
        return str

    def schema(self) -> dict[str, Any]:
        sign = "-?" if self.debt else ""
        return {"type": "string", "pattern": f"^{sign}[0-9]{{1,13}}(\\.[0-9]{{1,4}})? [A-Z]{{3}}$"}
