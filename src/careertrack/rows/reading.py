"""From rows back to records: the cells of any table that knows Python's values, and every fault of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from careertrack.errors import MOST_ISSUES, InvalidValue, Issue, nearest, shown
from careertrack.fields import Base, Part, faults_of, path_to
from careertrack.record import Record
from careertrack.rows.columns import columns_of, put_together
from careertrack.shapes import Cash, LocalTime
from careertrack.values import MOST_DEEP


def records_of(cls: type[Record], rows: Iterable[Mapping[str, Any]]) -> tuple[Record, ...]:
    """The records of some rows; see `careertrack.from_rows`."""
    columns = [column.name for column in columns_of(cls)]
    made, found = list[Record](), list[Issue]()
    for i, row in enumerate(rows_in(rows)):
        record = _record(cls, columns, row, f"$.rows[{i}]")
        if isinstance(record, Record):
            made.append(record)
        else:
            found += record
        if len(found) >= MOST_ISSUES:
            break
    if found:
        raise InvalidValue(found)
    return tuple(made)


def rows_in(rows: Any) -> Iterable[object]:
    """Rows, one after another, whatever each of them is.

    Raises:
        InvalidValue: If these are no rows at all.
    """
    if isinstance(rows, str | bytes | Mapping) or not isinstance(rows, Iterable):
        got = shown(rows, personal=isinstance(rows, str))
        raise InvalidValue([Issue("$.rows", "value", {"rule": "rows, one after another", "got": got})])
    return rows


def no_row(row: object, at: str) -> Issue:
    """The issue of a row that is none."""
    rule, got = "a row: a mapping of cells by column", shown(row, personal=True)
    hint = "of a data frame pass df.to_dict('records') or df.to_dicts()"
    return Issue(at, "value", {"rule": rule, "got": got, "hint": hint})


def _record(cls: type[Record], columns: Sequence[str], row: object, at: str) -> Record | list[Issue]:
    """The record of a row, or everything that is wrong with it."""
    if not isinstance(row, Mapping):
        return [no_row(row, at)]
    cells = {name: cell for name, value in row.items() if (cell := plain(value)) is not None}
    found = list(_unknown(cls, columns, row, at))
    fields = put_together(cls, cells, at, found)
    if not found:
        try:
            return cls(**fields)
        except InvalidValue:
            pass  # told below, by column
    told = {issue.path for issue in found}
    for issue in faults_of(cls, fields, at):
        paths = _paths(cls, cells, issue.path, at)
        if told.isdisjoint(paths):
            found.append(Issue(paths[0], issue.code, issue.params))
    return found


def _unknown(cls: type[Base], known: Sequence[str], row: Mapping[Any, Any], at: str) -> Iterator[Issue]:
    """The columns of a row that its kind has not."""
    for name in row:
        if name not in known:
            near = nearest(name, known) if isinstance(name, str) else ""
            facts = {"owner": cls.__name__, "near": near}
            if not near:
                facts["hint"] = f"its columns are {', '.join(known)}"
            yield Issue(path_to(at, name), "unknown-field", facts)


def _paths(cls: type[Base], cells: Mapping[str, Any], path: str, at: str) -> tuple[str, ...]:
    """The paths of the columns that a field's fault is about, the first one first."""
    name, _, rest = path[len(at) + 1 :].partition(".")
    shape = cls.spec.by_name[name].shape if name in cls.spec.by_name else None
    if isinstance(shape, Cash):
        return f"{at}.{name}_amount", f"{at}.{name}_currency"
    if isinstance(shape, LocalTime) and f"{name}_time" in cells:
        return (f"{at}.{name}_time",)
    if isinstance(shape, Part):
        return (f"{at}.{name}_{rest or shape.of.spec.fields[0].name}",)
    return (path,)


def plain(value: Any, depth: int = 0) -> Any:
    """A value as Python has it; none for what other libraries write where there is nothing.

    Args:
        value: Of a cell, or in one.
        depth: How deep in its cell; no field holds anything deeper than a list of objects.

    >>> plain(float("nan")) is None, plain([{"a": float("nan")}])
    (True, [{}])
    """
    if value is None or value.__class__ is str or depth > MOST_DEEP:
        return value
    if isinstance(value, list | tuple):
        return [plain(item, depth + 1) for item in value]
    if value.__class__ is dict:
        return {name: cell for name, inner in value.items() if (cell := plain(inner, depth + 1)) is not None}
    as_python = getattr(value, "tolist", None)  # NumPy's numbers, texts and arrays
    if as_python is not None:
        return plain(as_python(), depth + 1)
    if _is_blank(value):
        return None
    if isinstance(value, datetime) and not getattr(value, "nanosecond", 0):
        return datetime.combine(value.date(), value.time(), value.tzinfo)  # a Timestamp is one, and more
    return value


def _is_blank(value: Any) -> bool:
    """Whether it is NaN, NaT or NA: they are not even like themselves."""
    try:
        return not value == value  # noqa: PLR0124, SIM201 - that is the test
    except (TypeError, ArithmeticError):  # NA says neither yes nor no
        return type(value).__name__ == "NAType"
