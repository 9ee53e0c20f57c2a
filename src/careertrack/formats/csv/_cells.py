"""From a value to the text of a cell, and back.

A spreadsheet takes a cell that starts with one of a few characters for a formula.  Such a cell
gets an apostrophe in front, and so does one that has such an apostrophe already: what was put
there can be taken away again.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from math import isfinite
from typing import TYPE_CHECKING, Any, Final

from careertrack.errors import Refused
from careertrack.formats.tables import LONGEST_CELL
from careertrack.formats.writing import CONTROLS
from careertrack.shapes import Date, LocalTime

if TYPE_CHECKING:
    from careertrack.rows.columns import Sort

MARK: Final = "'"
# What starts a formula, in full width as well, after any blanks, quotes and marks that a program
# may drop; a tab or a line break moves what follows it into a cell or row of its own.
_FORMULA: Final = re.compile(
    "[\\s'\"`\u2018\u2019\u201c\u201d\u00ad\u200b-\u200f\u2060\ufeff]*[=+@\t\r\n\uff1d\uff0b\uff20\uff0d-]"
)
_CONTROL: Final = re.compile(CONTROLS.pattern + "|[\ud800-\udfff]")
_NUMBER: Final = re.compile("-?[0-9]+(?:[.][0-9]+)?(?:[eE][+-]?[0-9]+)?")
_SEPARATOR: Final = ";"


class Unwritable(Exception):  # a signal between a cell and its table
    """A value that has no place in a cell as it is: the rule, the reason, and what is written."""

    def __init__(self, rule: str, reason: str, instead: str = "") -> None:
        super().__init__(rule, reason)
        self.rule, self.reason, self.instead = rule, reason, instead


# --- To a cell -------------------------------------------------------------------------------------


def neutral(text: str) -> str:
    """A text that no spreadsheet takes for a formula.

    >>> neutral("=1+1"), neutral("'=1+1"), neutral("it's")
    ("'=1+1", "''=1+1", "it's")
    """
    return MARK + text if _FORMULA.match(text) else text


def written(value: Any) -> str:
    """The text of a cell; numbers and days as they are, lists joined by semicolons.

    A list that a semicolon would spoil is JSON, and so is one of objects.

    Raises:
        Unwritable: If it is too long, no finite number, or has characters that no program shows.

    >>> written(["a", "b"]), written(["a;b"]), written(-1.5), written("-1.5")
    ('a; b', '["a;b"]', '-1.5', "'-1.5")
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float | Decimal):
        return _number(value)
    if isinstance(value, datetime):
        is_to_the_minute = value == value.replace(second=0, microsecond=0)
        return value.isoformat(timespec="minutes" if is_to_the_minute else "auto")
    if isinstance(value, date):
        return value.isoformat()
    text = value if isinstance(value, str) else _listed(value)
    shown = _CONTROL.sub("", text)
    cell = neutral(shown)
    if len(cell) > LONGEST_CELL:
        raise Unwritable("too-long", f"has more than {LONGEST_CELL:,} characters: left out")
    if shown != text:
        raise Unwritable("control", "has control characters, which are left out", cell)
    return cell


def _number(value: float | Decimal) -> str:
    if isinstance(value, Decimal):
        is_finite, text = value.is_finite(), f"{value:f}"
    else:
        is_finite, text = isinstance(value, int) or isfinite(value), str(value)
    if is_finite:
        return text
    raise Unwritable("number", "is no finite number: left out")


def _listed(value: Any) -> str:
    """Texts on one line where that can be read back, else JSON."""
    items = value if isinstance(value, Sequence) else [value]
    if all(isinstance(item, str) and _is_plain(item) for item in items) and items:
        line = f"{_SEPARATOR} ".join(items)
        if not line.startswith("["):
            return line
    return json.dumps(value, ensure_ascii=False, default=str) if items else ""


def _is_plain(item: str) -> bool:
    return bool(item) and _SEPARATOR not in item and item == item.strip()


# --- From a cell -----------------------------------------------------------------------------------


def unmarked(cell: str) -> str:
    """The text that was written to a cell.

    >>> unmarked("'=1+1"), unmarked("it's"), unmarked("''=1+1")
    ('=1+1', "it's", "'=1+1")
    """
    return cell[len(MARK) :] if cell.startswith(MARK) and _FORMULA.match(cell) else cell


def read(cell: str, sort: Sort) -> Any:
    """What a cell says in a column of a sort; the text itself where it says no such thing.

    >>> read("true", "flag"), read("a; b", "texts"), read("'-x", "text"), read("x", "number")
    (True, ['a', 'b'], '-x', 'x')
    """
    text = unmarked(cell)
    if not text:
        return [] if sort in {"texts", "parts"} else None
    try:
        return _READERS[sort](text)
    except (ValueError, ArithmeticError, LookupError, RecursionError, Refused):
        return text


def _number_as(made: Callable[[str], Any]) -> Callable[[str], Any]:
    """A reader of numbers as they are written here; Python's own takes blanks, underscores and more."""

    def number(text: str) -> Any:
        if _NUMBER.fullmatch(text) is None:
            raise ValueError
        return made(text)

    return number


def _whole(text: str) -> float:
    """A whole number, which a program may have written as 3.0; or another one, for its rule to refuse."""
    number = float(text)
    return int(number) if number.is_integer() else number


def _flag(text: str) -> bool:
    return {"true": True, "false": False}[text.strip().lower()]


def _texts(text: str) -> Any:
    if text.startswith("["):
        return json.loads(text)
    return [item.strip() for item in text.split(_SEPARATOR) if item.strip()]


_READERS: Final[Mapping[Sort, Callable[[str], Any]]] = {
    "text": str,
    "number": _number_as(float),
    "whole": _number_as(_whole),
    "flag": _flag,
    "day": Date().gate(),
    "time": LocalTime().gate(),
    "money": _number_as(Decimal),
    "texts": _texts,
    "parts": json.loads,
}
