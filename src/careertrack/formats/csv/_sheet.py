"""A spreadsheet of somebody's own: which column is which, by what people call them."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import Any, Final, NamedTuple

import attrs

from careertrack.errors import InvalidDocument, InvalidValue, Issue, Refused, nearest, shown
from careertrack.formats.csv._cells import unmarked
from careertrack.formats.days import DayOrder
from careertrack.formats.reading import Report, row_issue, safe_name
from careertrack.formats.sources import Files, Source, Unreadable, path_of, refuse
from careertrack.formats.tables import DELIMITERS, FARTHEST_HEADER, Layout, NotText, Row, cut, decoded, table
from careertrack.naming import derived_id, folded

Columns = Mapping[str, str | Sequence[str]]

_WORKBOOKS: Final = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")  # how the files of spreadsheet programs begin
_BLANK: Final = frozenset({"-", "–", "—", "n/a", "none", "null", "?"})


@attrs.frozen
class Headings:
    """What the columns of one sort of spreadsheet are called.

    Args:
        fields: What a column of each field may be called, as an expression over plain words.
        any_of: Fields of which at least one has to have a column.
        days: Those that hold days.
    """

    fields: Mapping[str, re.Pattern[str]]
    any_of: tuple[str, ...]
    days: tuple[str, ...]

    @classmethod
    def of(cls, names: Mapping[str, str], any_of: Sequence[str], days: Sequence[str]) -> Headings:
        """The same from the expressions as text."""
        return cls({field: re.compile(name) for field, name in names.items()}, tuple(any_of), tuple(days))


@attrs.frozen(eq=False, repr=False)
class Sheet:
    """The rows of a spreadsheet, the columns of each field, and how it writes its days."""

    name: str
    rows: tuple[Row, ...]
    columns: Mapping[str, tuple[str, ...]]
    order: DayOrder
    left: Mapping[str, str]

    def cells(self, row: Row, field: str) -> list[str]:
        """What the columns of a field say in a row, blank ones left out."""
        # A program that wrote the file may have kept a text from being a formula, as ours does.
        said = (unmarked(row[column]) for column in self.columns.get(field, ()))
        return [cell for cell in said if cell and cell.casefold() not in _BLANK]

    def cell(self, row: Row, field: str) -> str:
        """What the first column of a field that says anything says in a row."""
        return next(iter(self.cells(row, field)), "")

    def column(self, field: str, row: Row | None = None) -> str:
        """The column of a field to name in an issue: the first that says anything in a row."""
        columns = self.columns.get(field, ())
        said = (column for column in columns if row is not None and row[column])
        return next(said, columns[0] if columns else field)


def sheet(
    source: Source,
    headings: Headings,
    columns: Columns | None,
    encoding: str | None,
    day_first: bool | None,
    report: Report,
) -> Sheet:
    """Read a spreadsheet.

    Args:
        source: Path of the file.
        headings: What to look for.
        columns: The columns of some fields; those of the others are guessed.
        encoding: What to read it as where it is not UTF-8.
        day_first: How it writes its days, where that is known.
        report: Where bad rows are reported.

    Raises:
        InvalidValue: If ``columns`` names a field that there is not.
        InvalidDocument: If there is no such file, it is no text, or no row names the columns needed.
    """
    given = _given({} if columns is None else columns, headings)
    name, text = text_of(source, encoding)
    header = _header(text, headings, given)
    if header is None:
        wanted = [" or ".join(headings.any_of), *(name for names in given.values() for name in names)]
        refuse(Path(source), "no-header", f"has no header row with columns for {', '.join(wanted)}")
    layout = Layout(name, tuple(name for name in header.names if name))
    # By what they say, so that nothing depends on the order they came in.
    rows = sorted(table(name, text, layout, report).rows, key=lambda row: sorted(row.cells.items()))
    days = (
        row[column] for field in headings.days for column in header.columns.get(field, ()) for row in rows
    )
    order = DayOrder.of(days) if day_first is None else DayOrder(day_first)
    return Sheet(name, tuple(rows), header.columns, order, dict(_left(header)))


def text_of(source: Source, encoding: str | None) -> tuple[str, str]:
    """The name of a file as an issue may show it, and its text.

    Raises:
        InvalidValue: If it is no path.
        InvalidDocument: If there is no such file, it is too large, or no text.
    """
    path = path_of(source)
    if not os.path.isfile(path):  # pathlib's own raises for a name that is too long
        refuse(path, "missing", "is not there: give the path of a CSV file")
    try:
        content = Files({path.name: lambda: path.open("rb")}).read(path.name)
    except Unreadable as error:
        refuse(path, error.rule, error.reason)
    if content.startswith(_WORKBOOKS):
        refuse(path, "workbook", "is a workbook: save the sheet as CSV, in UTF-8")
    try:
        return safe_name(path.name), decoded(content, encoding)
    except NotText as error:
        issue = row_issue(safe_name(path.name), "encoding", error.reason, hint=error.hint)
    raise InvalidDocument([issue])


def word(text: str) -> str:
    """A word of a vocabulary from how a person writes it; an empty text where nothing is left of it."""
    try:
        return derived_id(text)
    except Refused:
        return ""


# --- Which column is which ---------------------------------------------------------------------------


class _Header(NamedTuple):
    """A header row: its names, as they are written too, and the columns of each field."""

    names: Sequence[str]
    written: Sequence[str]
    columns: Mapping[str, tuple[str, ...]]


def _given(columns: Any, headings: Headings) -> dict[str, tuple[str, ...]]:
    """The columns that a caller names, by field, as header cells are compared."""
    if not isinstance(columns, Mapping):
        rule = "columns by field, such as {'name': 'Who'}"
        raise InvalidValue([Issue("columns", "value", {"rule": rule, "got": shown(columns)})])
    given, broken = dict[str, tuple[str, ...]](), list[Issue]()
    for field, names in columns.items():
        several = [names] if isinstance(names, str) else names
        if field not in headings.fields:
            rule, near = f"one of {', '.join(headings.fields)}", nearest(str(field), headings.fields)
            broken.append(Issue("columns", "value", {"rule": rule, "got": shown(field), "near": near}))
        elif isinstance(several, Sequence) and all(isinstance(name, str) for name in several):
            given[field] = tuple(map(folded, several))
        else:
            facts = {"rule": "the name of a column, or a list of names", "got": shown(names)}
            broken.append(Issue(f"columns[{shown(field)}]", "value", facts))
    if broken:
        raise InvalidValue(broken)
    return given


def _header(text: str, headings: Headings, given: Mapping[str, tuple[str, ...]]) -> _Header | None:
    """The row that names the most columns, and all that are needed."""
    found = list(_headers(text, headings, given))
    return max(found, key=lambda each: sum(map(len, each.columns.values())), default=None)


def _headers(text: str, headings: Headings, given: Mapping[str, tuple[str, ...]]) -> Iterator[_Header]:
    wanted = {name for names in given.values() for name in names}
    for delimiter in DELIMITERS:
        for row in islice(cut(text, delimiter), FARTHEST_HEADER):
            names = Layout("", ()).named(row.cells)
            if wanted.issubset(names):
                columns = {**_guessed(names, headings, wanted), **given}
                if any(columns.get(field) for field in headings.any_of):
                    yield _Header(names, row.cells, columns)


def _guessed(names: Iterable[str], headings: Headings, taken: set[str]) -> dict[str, tuple[str, ...]]:
    """The columns of each field by what they are called; each column is of one field."""
    columns: dict[str, list[str]] = {}
    for name in names:
        words = " ".join(_WORD.findall(name))
        field = next((field for field, known in headings.fields.items() if known.fullmatch(words)), None)
        if field is not None and name not in taken:
            columns.setdefault(field, []).append(name)
    return {field: tuple(found) for field, found in columns.items()}


_WORD: Final = re.compile(r"[^\W_]+")


def _left(header: _Header) -> Iterator[tuple[str, str]]:
    """The columns that no field took."""
    taken = {name for names in header.columns.values() for name in names}
    named = zip(header.names, header.written, strict=False)  # those at the end have no name
    others = [safe_name(cell.strip()) for name, cell in named if name and name not in taken]
    if others:
        yield f"columns {', '.join(others)}", "no field that is read is called so; columns= can say which is"
