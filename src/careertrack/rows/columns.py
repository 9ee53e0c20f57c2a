"""The columns of a record: each field is one, or a few where one would hold two things.

What a table shows and what is read back from one rest on the same declarations: `columns_of`
takes a record apart, `put_together` makes its fields again.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any, Final, Literal

import attrs

from careertrack.errors import Issue, shown
from careertrack.fields import Base, Field, Part, path_to
from careertrack.shapes import Cash, Date, Extra, Flag, LocalTime, Many, Newer, Number, Shape, Whole
from careertrack.values import JsonObject, json_fault

Sort = Literal["text", "number", "whole", "flag", "day", "time", "money", "texts", "parts"]
Cell = Callable[[Any], Any]

# Ways to reach people, notes, and what only other programs can read: left out unless asked for.
DETAILS: Final = frozenset({"emails", "phones", "links", "note", "extra", "newer_fields"})
# Below it a float tells all amounts of four decimals apart; they have 15 digits then.
EXACT_BELOW: Final = 1e11

_SORTS: Final[Mapping[type[Shape], Sort]] = {Number: "number", Whole: "whole", Flag: "flag", Date: "day"}


@attrs.frozen
class Column:
    """One column of a table.

    Args:
        name: Its name.
        sort: What its cells hold, where they hold anything.
        cell: The cell that a record, a part or a state has there.
        is_detail: Whether it is left out unless asked for.
    """

    name: str
    sort: Sort
    cell: Cell
    is_detail: bool = False


# --- Apart -----------------------------------------------------------------------------------------


def columns_of(cls: type[Base]) -> tuple[Column, ...]:
    """The columns of a record or of a part, in the order of its fields."""
    return tuple(column for field in cls.spec.fields for column in _of_field(field))


def _of_field(field: Field) -> Iterator[Column]:
    """The columns of one field."""
    name, shape = field.name, field.shape

    def value(of: Any) -> Any:
        return getattr(of, name)

    if isinstance(shape, Cash):
        yield Column(f"{name}_amount", "money", lambda of: value(of) and value(of).amount)
        yield Column(f"{name}_currency", "text", lambda of: value(of) and value(of).currency)
    elif isinstance(shape, LocalTime):
        yield Column(name, "day", lambda of: _day_in(value(of)))
        yield Column(f"{name}_time", "time", lambda of: _time_in(value(of)))
    elif isinstance(shape, Part):
        for inner in columns_of(shape.of):
            yield Column(f"{name}_{inner.name}", inner.sort, _through(value, inner.cell), inner.is_detail)
    elif isinstance(shape, Many) and isinstance(shape.of, Part):
        columns = columns_of(shape.of.of)
        yield Column(name, "parts", lambda of: [_plain(part, columns) for part in value(of)])
    elif isinstance(shape, Many):
        yield Column(name, "texts", lambda of: list(value(of)), name in DETAILS)
    elif isinstance(shape, Extra | Newer):
        yield Column(name, "text", lambda of: value(of).text if value(of) else None, name in DETAILS)
    elif type(shape) in _SORTS:
        yield Column(name, _SORTS[type(shape)], value)
    else:
        yield Column(name, "text", lambda of: None if value(of) is None else str(value(of)), name in DETAILS)


def _day_in(value: date | None) -> date | None:
    return value.date() if isinstance(value, datetime) else value


def _time_in(value: date | None) -> datetime | None:
    return value if isinstance(value, datetime) else None


def _through(outer: Cell, inner: Cell) -> Cell:
    """The cell of a part that may not be there."""

    def cell(of: Any) -> Any:
        part = outer(of)
        return None if part is None else inner(part)

    return cell


def _plain(part: Base, columns: Sequence[Column]) -> dict[str, Any]:
    """A part as a plain object of its columns; what only a newer version knows where there is any."""
    cells = {column.name: column.cell(part) for column in columns}
    return {name: cell for name, cell in cells.items() if name != "newer_fields" or cell is not None}


# --- Together --------------------------------------------------------------------------------------


def put_together(
    cls: type[Base], cells: Mapping[str, Any], at: str, found: list[Issue], prefix: str = ""
) -> dict[str, Any]:
    """The fields that some cells say, as a constructor takes them; blank ones are left out.

    Args:
        cls: The record or part.
        cells: Cells by column, none of them blank.
        at: Their path.
        found: Where it is said which cells do not go together.
        prefix: What the columns' names begin with.
    """
    fields = dict[str, Any]()
    for field in cls.spec.fields:
        value = _value(field, cells, at, found, prefix + field.name)
        if value is not None:
            fields[field.name] = value
    return fields


def _value(field: Field, cells: Mapping[str, Any], at: str, found: list[Issue], name: str) -> Any:
    shape, cell = field.shape, cells.get(name)
    if isinstance(shape, Cash):
        return _money(cells, at, found, name)
    if isinstance(shape, LocalTime):
        return _moment(_as_day(cell), cells.get(f"{name}_time"), path_to(at, f"{name}_time"), found)
    if isinstance(shape, Part):
        return put_together(shape.of, cells, at, found, f"{name}_") or None
    if isinstance(shape, Date):
        return _as_day(cell)
    if isinstance(shape, Many) and isinstance(shape.of, Part) and isinstance(cell, list):
        of = shape.of.of
        return [_part(of, each, f"{path_to(at, name)}[{i}]", found) for i, each in enumerate(cell)]
    if isinstance(shape, Extra | Newer) and cell is not None:
        return _json(cell, shape, path_to(at, name), found)
    return cell


def _part(of: type[Base], cells: Any, at: str, found: list[Issue]) -> Any:
    if not isinstance(cells, dict):
        return cells
    known = {column.name for column in columns_of(of)}
    unknown = {name: cell for name, cell in cells.items() if name not in known}
    return {**put_together(of, cells, at, found), **unknown}


def _as_day(cell: Any) -> Any:
    """Midnight is a day: a data frame knows no other."""
    if isinstance(cell, datetime) and cell.tzinfo is None and cell.time() == time.min:
        return cell.date()
    return cell


def _moment(day: Any, moment: Any, at: str, found: list[Issue]) -> Any:
    """A day, or the time on it; both may come as text."""
    if None not in (day, moment) and str(day)[:10] != str(moment)[:10]:
        found.append(Issue(at, "value", {"rule": f"a time on {day}", "got": shown(str(moment))}))
    return day if moment is None else moment


def _money(cells: Mapping[str, Any], at: str, found: list[Issue], name: str) -> Any:
    """The text of an amount of money."""
    amount, currency = cells.get(f"{name}_amount"), cells.get(f"{name}_currency")
    if amount is None and currency is None:
        return None
    for lacking, value, rule in (
        ("amount", amount, "the amount"),
        ("currency", currency, "its currency, an ISO 4217 code"),
    ):
        if value is None:
            found.append(Issue(path_to(at, f"{name}_{lacking}"), "missing", {"rule": rule}))
            return None
    if isinstance(amount, float) and abs(amount) >= EXACT_BELOW:
        facts = {"rule": "an exact amount", "got": shown(amount)}
        hint = f"a float is exact below {EXACT_BELOW:.0f}: give a Decimal, or text"
        found.append(Issue(path_to(at, f"{name}_amount"), "value", {**facts, "hint": hint}))
        return None
    is_plain = isinstance(amount, Decimal) and abs(amount.adjusted()) < 100
    return f"{amount:f} {currency}" if is_plain else f"{amount} {currency}"


def _json(cell: Any, shape: Shape, at: str, found: list[Issue]) -> Any:
    """The object that a text of JSON holds."""
    try:
        value = json.loads(cell) if isinstance(cell, str) else cell
    except (ValueError, RecursionError):
        value = None
    if value.__class__ is not dict or json_fault(value):
        got = shown(cell, personal=True)
        found.append(Issue(at, "value", {"rule": "an object of JSON, as text", "got": got}))
        return None
    return JsonObject(value) if isinstance(shape, Newer) else value
