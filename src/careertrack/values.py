"""Values that a field keeps and Python has no type for: money, an interval, other programs' JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from decimal import Context, Decimal
from typing import Any, Final, Literal, Self, cast, get_args

import attrs

from careertrack.errors import InvalidValue, Issue, Refused, shown

__all__ = ["Every", "JsonObject", "Money"]

MOST_DEEP: Final = 64  # of a whole document
LARGEST_INT: Final = 2**53 - 1  # what every JSON reader keeps exactly

# --- Money -----------------------------------------------------------------------------

_MONEY: Final = re.compile(r"(-?[0-9]{1,13}(?:\.[0-9]{1,4})?) ([A-Z]{3})")
_EXACT: Final = Context(prec=20)  # more digits than an amount has; the program's own context decides nothing
MONEY_RULE: Final = "an amount and an ISO 4217 code, such as '40000 EUR'"


@attrs.frozen(init=False, repr=False)
class Money:
    """An exact amount in one currency.

    Args:
        amount: A whole number, a `Decimal` or a decimal text; at most 13 digits and 4 decimals.
            A float is refused: it is not the amount that was meant.
        currency: Three capital letters, ISO 4217.

    Raises:
        InvalidValue: If it is no such amount.

    >>> Money("40000.50", "EUR")
    Money('40000.5 EUR')
    >>> Money.from_text("40000 EUR").amount
    Decimal('40000')
    """

    amount: Decimal
    currency: str

    def __init__(self, amount: Decimal | int | str, currency: str) -> None:
        made = None
        if not isinstance(amount, bool | float) and currency.__class__ is str:
            made = _money(
                _digits(amount) if isinstance(amount, Decimal) else shown(amount).strip("'"), currency
            )
        if made is None:
            got = f"{_shown_amount(amount)} and {shown(currency)}"
            params = {"rule": MONEY_RULE, "got": got}
            if isinstance(amount, float):
                params["hint"] = "a float is not exact: give the amount as text"
            raise InvalidValue([Issue("Money", "value", params)])
        self.__attrs_init__(made, currency)

    @classmethod
    def from_text(cls, text: str) -> Self:
        """Money from its text form.

        >>> str(Money.from_text("1200.00 GBP"))
        '1200 GBP'
        """
        if text.__class__ is not str:
            raise InvalidValue([Issue("Money", "value", {"rule": MONEY_RULE, "got": shown(text)})])
        amount, _, currency = text.partition(" ")
        return cls(amount, currency)

    def __str__(self) -> str:
        return f"{self.amount:f} {self.currency}"

    def __repr__(self) -> str:
        return f"Money('{self}')"


def _shown_amount(amount: object) -> str:
    """An amount as an error may show it, of whatever size."""
    return shown(amount if isinstance(amount, int | float) else str(amount))


def _digits(amount: Decimal) -> str:
    """An amount without an exponent; one of a thousand digits as it is, since no rule lets it through."""
    return f"{amount:f}" if abs(amount.adjusted()) < 100 else str(amount)


def _money(amount: str, currency: str) -> Decimal | None:
    if _MONEY.fullmatch(f"{amount} {currency}") is None:
        return None
    plain = Decimal(amount)
    whole = plain.to_integral_value(context=_EXACT)
    # One form for one amount: 40000.00 and 40000 are equal, so they must be written alike; so are -0 and 0.
    return _EXACT.plus(whole) if plain == whole else plain.normalize(_EXACT)


def money(value: Any) -> Money:
    """The gate of a money field: `Money` or its text."""
    if value.__class__ is Money:
        return value
    if value.__class__ is str and _MONEY.fullmatch(value) is not None:
        return Money.from_text(value)
    raise Refused


# --- An interval -----------------------------------------------------------------------

Unit = Literal["day", "week", "month", "year"]
UNITS: Final[tuple[Unit, ...]] = get_args(Unit)
_EVERY: Final = re.compile(r"(?:([1-9][0-9]{0,3}) )?(day|week|month|year)s?")
EVERY_RULE: Final = "an interval of 1 to 9999 days, weeks, months or years, such as '2 weeks'"


@attrs.frozen(init=False, repr=False)
class Every:
    """An interval that a rhythm repeats at.

    Args:
        count: How many units, 1 to 9999.
        unit: ``day``, ``week``, ``month`` or ``year``, of the calendar.

    Raises:
        InvalidValue: If it is no such interval.

    >>> Every(2, "week")
    Every('2 weeks')
    >>> Every.from_text("month")
    Every('1 month')
    """

    count: int
    unit: Unit

    def __init__(self, count: int, unit: Unit) -> None:
        if count.__class__ is not int or not 1 <= count <= 9999 or unit not in UNITS:
            got = f"{shown(count)} and {shown(unit)}"
            raise InvalidValue([Issue("Every", "value", {"rule": EVERY_RULE, "got": got})])
        self.__attrs_init__(count, unit)

    @classmethod
    def from_text(cls, text: str) -> Self:
        """An interval from its text form, ``2 weeks``; a bare unit means one.

        >>> str(Every.from_text("1 weeks"))
        '1 week'
        """
        match = _EVERY.fullmatch(text) if text.__class__ is str else None
        if match is None:
            raise InvalidValue([Issue("Every", "value", {"rule": EVERY_RULE, "got": shown(text)})])
        count, unit = match.groups()
        return cls(int(count or 1), cast("Unit", unit))

    def __str__(self) -> str:
        return f"{self.count} {self.unit}{'s' if self.count > 1 else ''}"

    def __repr__(self) -> str:
        return f"Every('{self}')"


def every(value: Any) -> Every:
    """The gate of an interval field: `Every` or its text."""
    if value.__class__ is Every:
        return value
    if value.__class__ is str and _EVERY.fullmatch(value) is not None:
        return Every.from_text(value)
    raise Refused


# --- Other programs' JSON --------------------------------------------------------------

canonical: Final = json.JSONEncoder(
    ensure_ascii=False, allow_nan=False, check_circular=False, sort_keys=True, separators=(",", ":")
).encode


def json_fault(value: Any, depth: int = 0) -> str:
    """The rule that a value breaks of what every JSON reader keeps, or an empty text."""
    kind = value.__class__
    if value is None or kind is bool:
        return ""
    if kind is str:
        return "" if sound(value) else "text of whole characters"
    if kind is int:
        return "" if abs(value) <= LARGEST_INT else "a whole number within 2^53 - 1"
    if kind is float:
        return "" if abs(value) <= 1.7976931348623157e308 else "a finite number"
    if depth >= MOST_DEEP:
        return f"JSON nested less deep: a document may be {MOST_DEEP} deep"
    if kind is dict:
        if not all(name.__class__ is str and sound(name) for name in value):
            return "JSON whose names are texts"
        inner = value.values()
    elif kind is list or kind is tuple:
        inner = value
    else:
        return "JSON: text, numbers, true, false, null, lists and objects"
    return next(filter(None, (json_fault(each, depth + 1) for each in inner)), "")


def sound(text: str) -> bool:
    """Whether a text can be kept everywhere: no lone surrogate, no U+0000."""
    if text.isascii():
        return "\0" not in text
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return "\0" not in text


class JsonObject(Mapping[str, Any]):
    """A JSON object that cannot change: kept as canonical text, read as plain Python.

    What is read from it is a fresh copy each time, so nothing can reach the record behind it.
    Two are equal when their JSON is the same, so ``1`` and ``True`` differ.

    >>> kept = JsonObject({"b": [1, 2], "a": None})
    >>> kept["b"]
    [1, 2]
    >>> kept.text
    '{"a":null,"b":[1,2]}'
    """

    __slots__ = ("text",)

    text: str

    def __init__(self, value: Mapping[str, Any] = {}) -> None:
        if isinstance(value, JsonObject):
            text = value.text
        else:
            fault = json_fault(value) if value.__class__ is dict else "a JSON object"
            if fault:
                raise InvalidValue([Issue("JsonObject", "value", {"rule": fault, "got": shown(value)})])
            text = canonical(value)
        object.__setattr__(self, "text", text)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError("a JsonObject cannot change")

    def _plain(self) -> dict[str, Any]:
        plain: dict[str, Any] = json.loads(self.text)
        return plain

    def __getitem__(self, name: str) -> Any:
        return self._plain()[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._plain())

    def __len__(self) -> int:
        return len(self._plain())

    def __eq__(self, other: object) -> bool:
        if isinstance(other, JsonObject):
            return self.text == other.text
        return NotImplemented

    def __hash__(self) -> int:
        return hash(self.text)

    def __repr__(self) -> str:
        return f"JsonObject(of {len(self)})"

    def __reduce__(self) -> str | tuple[type[JsonObject], tuple[dict[str, Any]]]:
        # By its name, so that a record out of a pickle has the very one that records are compared with.
        return "EMPTY" if self is EMPTY else (JsonObject, (self._plain(),))


EMPTY: Final = JsonObject()
