"""From a shape to the values it keeps: one function a shape."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from datetime import date, timedelta
from decimal import Decimal
from math import ceil, floor
from typing import Any, Final, Protocol

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from careertrack import shapes
from careertrack.fields import Base, Part
from careertrack.shapes import Shape
from careertrack.values import LARGEST_INT, UNITS, Every, JsonObject, Money

FEW: Final = 3  # items of a list: enough to be many, few enough to read
SHORT: Final = 8  # characters of a text
NEAR: Final = 90  # days that most plans look ahead, so that what is due falls due

_LETTERS: Final = "abcdefghijklmnopqrstuvwxyz0123456789"
# Lists, not texts: a text shrinks to "0", a list of letters to the first of them.
_GROUP: Final = st.lists(st.sampled_from(_LETTERS), min_size=1, max_size=4).map("".join)
_TEXT: Final = st.characters(codec="utf-8", exclude_characters="\0")
_DAYS: Final = st.dates()
_MINUTES: Final = st.datetimes().map(lambda each: each.replace(second=0, microsecond=0, fold=0))
_ZONES: Final = ("Europe/Berlin", "America/Argentina/Buenos_Aires", "Etc/GMT+5", "UTC", "No/Such_Zone")
_CURRENCIES: Final = ("EUR", "GBP", "JPY", "KWD")
_NAMESPACES: Final = ("acme", "org.example:crm", "a_b-c")

ids: Final = st.lists(_GROUP, min_size=1, max_size=FEW).map("-".join)
json_leaves: Final = (
    st.none()
    | st.booleans()
    | st.integers(-LARGEST_INT, LARGEST_INT)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(_TEXT, max_size=SHORT)
)
json_values: Final = (
    json_leaves
    | st.lists(json_leaves, max_size=FEW)
    | st.dictionaries(st.text(_TEXT, max_size=SHORT), json_leaves, max_size=FEW)
)
extras: Final = st.dictionaries(st.sampled_from(_NAMESPACES) | ids, json_values, max_size=2).map(JsonObject)


class World(Protocol):
    """What is there to be named, and what it says."""

    def names(self, kind: str, but: Collection[str] = ()) -> SearchStrategy[str]:
        """Ids of a kind that may be named, but for some; an empty strategy where there are none."""
        ...

    def top(self, skill: str) -> float:
        """The top of a skill's scale."""
        ...

    def since(self, on: date) -> date:
        """The first day of what a record of this day defines: its own, or an earlier one that it revises."""
        ...

    def part(self, cls: type[Base], given: Mapping[str, SearchStrategy[Any]]) -> SearchStrategy[Any]:
        """A value of a class of fields."""
        ...


def partial_days(first: date = date.min, last: date = date.max) -> SearchStrategy[str]:
    """Days known to the year, the month or the day."""
    return st.builds(
        lambda day, length: day.isoformat()[:length], st.dates(first, last), st.sampled_from((4, 7, 10))
    )


def days_from(first: date) -> SearchStrategy[date]:
    """Days no earlier than another, many of them soon after it."""
    near = st.integers(0, min(NEAR, (date.max - first).days)).map(lambda n: first + timedelta(n))
    return near | st.dates(first)


def moneys(currency: str | None = None, *, debt: bool = False) -> SearchStrategy[Money]:
    """Amounts, many of them small and round."""
    whole = st.integers(-9999 if debt else 0, 99_999).map(Decimal)
    exact = st.decimals(-9_999_999_999_999 if debt else 0, 9_999_999_999_999, places=4)
    return st.builds(
        Money, whole | exact, st.sampled_from(_CURRENCIES) if currency is None else st.just(currency)
    )


def numbers(low: float, high: float) -> SearchStrategy[float]:
    """Numbers, many of them small and round: people give those, and they meet each other."""
    small = st.integers(max(ceil(low), -100), min(floor(high), 100)).map(float)
    return small | st.floats(low, high, allow_subnormal=False).map(lambda value: value + 0.0)  # no -0.0


def tuples_of(
    each: SearchStrategy[Any], *, least: int = 0, unique: bool = True
) -> SearchStrategy[tuple[Any, ...]]:
    """A few of one sort; none where there is nothing to draw from."""
    if each.is_empty and not least:
        return st.just(())
    return st.lists(each, min_size=least, max_size=FEW, unique=unique).map(tuple)


def _many(shape: shapes.Many, world: World) -> SearchStrategy[Any]:
    return tuples_of(values(shape.of, world), least=shape.least, unique=shape.unique)


_TABLE: Final[Mapping[type[Shape], Callable[[Any, World], SearchStrategy[Any]]]] = {
    shapes.Text: lambda shape, _: st.text(_TEXT, min_size=1, max_size=min(shape.longest, SHORT)),
    shapes.Slug: lambda _, __: ids,
    shapes.Word: lambda shape, _: st.sampled_from(shape.suggested) | ids,
    shapes.Ref: lambda shape, world: world.names(shape.kind),
    shapes.Choice: lambda shape, _: st.sampled_from(shape.words),
    shapes.Number: lambda shape, _: numbers(shape.low, shape.high),
    shapes.Whole: lambda shape, _: st.integers(shape.low, shape.high),
    shapes.Flag: lambda _, __: st.booleans(),
    shapes.Date: lambda _, __: _DAYS,
    shapes.PartialDate: lambda _, __: partial_days(),
    shapes.LocalTime: lambda _, __: _DAYS | _MINUTES,
    shapes.Zone: lambda _, __: st.sampled_from(_ZONES),
    shapes.Interval: lambda _, __: st.builds(
        Every, st.integers(1, 9999) | st.integers(1, 4), st.sampled_from(UNITS)
    ),
    shapes.Cash: lambda shape, _: moneys(debt=shape.debt),
    shapes.Extra: lambda _, __: extras,
    shapes.Many: _many,
    Part: lambda shape, world: world.part(shape.of, {}),
}


def values(shape: Shape, world: World) -> SearchStrategy[Any]:
    """Values that a shape keeps."""
    return _TABLE[type(shape)](shape, world)


def names_others(shape: Shape) -> bool:
    """Whether there has to be something to be named before there can be a value."""
    inner = shape.of if isinstance(shape, shapes.Many) else shape
    if isinstance(inner, Part):
        return any(names_others(field.shape) for field in inner.of.spec.fields)
    return isinstance(inner, shapes.Ref)


def items(shape: Shape, world: World) -> SearchStrategy[Any]:
    """Single values of a list."""
    return values(shape.of if isinstance(shape, shapes.Many) else shape, world)


def named_kind(shape: Shape) -> str:
    """The kind that a reference names; of a record's own id, which may be any, none."""
    inner = shape.of if isinstance(shape, shapes.Many) else shape
    return inner.kind if isinstance(inner, shapes.Ref) else ""
