"""Tables in text: decoding, rows and cells, and the header row that says which column is which.

`csv.reader` is not used: its limit on the length of a field belongs to the whole process, and
after a field over that limit, or a quote that never closes, it has lost its place.  Here such a
row is one fault, and the next row is read as if nothing had happened.
"""

from __future__ import annotations

import codecs
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Final, NamedTuple

import attrs

from careertrack.formats.reading import Report, safe_name
from careertrack.naming import folded

LONGEST_CELL: Final = 131_072  # what Python's csv module takes, and more than any person types
DELIMITERS: Final = (",", ";", "\t")
FARTHEST_HEADER: Final = 100  # rows; a preamble has three or four, and people add some


# --- From bytes to text ------------------------------------------------------------------------


class NotText(Exception):  # a signal between the decoder and its importer
    """Bytes that are not text in the encoding they should be in."""

    def __init__(self, reason: str, hint: str) -> None:
        super().__init__(reason, hint)
        self.reason, self.hint = reason, hint


def decoded(content: bytes, encoding: str | None = None) -> str:
    r"""The text of a file in UTF-8, with or without a byte order mark.

    Args:
        content: The bytes.
        encoding: What to read a file as that is not UTF-8, such as ``cp1252``.

    Raises:
        NotText: If it cannot be read so; it says what may help.

    >>> decoded(codecs.BOM_UTF8 + b"Name"), decoded(b"Zo\xeb", "cp1252")
    ('Name', 'Zoë')
    """
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        offset = error.start
    try:
        if encoding is not None:
            return content.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        reason = f"is neither UTF-8 nor {encoding!a}"
        raise NotText(reason, "save it as UTF-8") from None
    raise NotText(
        f"is not UTF-8: byte {offset} cannot be read", f"pass encoding={_likely(content)!r}"
    ) from None


def _likely(content: bytes) -> str:
    """The encoding that a file which is not UTF-8 most likely has: a spreadsheet's, or the usual one."""
    marks = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
    return "utf-16" if content.startswith(marks) else "cp1252"


# --- From text to cells ------------------------------------------------------------------------


class Cut(NamedTuple):
    """One row as it was cut: its number as a spreadsheet counts, its cells, and what is wrong with it."""

    number: int
    cells: list[str]
    fault: tuple[str, str] | None  # the rule, and the reason


def cut(text: str, delimiter: str) -> Iterator[Cut]:
    r"""All rows of a text, blank ones too.

    A cell in quotes holds delimiters, line breaks and doubled quotes; a quote elsewhere is itself.
    A quote that never closes, or only where another row opens one, spoils its own line alone.

    >>> [row.cells for row in cut('a,"b, ""c"" d"\r\n\r\ne,5" disk', ",")]
    [['a', 'b, "c" d'], [''], ['e', '5" disk']]
    """
    cell = _cell(delimiter)
    at, number = 0, 0
    while at < len(text):
        number += 1
        cells, end = _row(text, at, cell)
        if end is None:
            line = _LINE.match(text, at)
            at = line.end() if line else len(text)
            yield Cut(number, [], ("unclosed", "has a quote that never closes"))
        else:
            at = end
            longest = max(map(len, cells))
            too_long = ("too-long", f"has a value of more than {LONGEST_CELL:,} characters")
            yield Cut(number, cells, too_long if longest > LONGEST_CELL else None)


_LINE: Final = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)")


def _cell(delimiter: str) -> re.Pattern[str]:
    """One cell and what ends it.  The quoted part gives nothing back, so a long text is read once."""
    plain = f"[^{delimiter}\r\n]*"
    quoted = '"((?>[^"]*(?:""[^"]*)*))"'
    return re.compile(f'(?:{quoted}({plain})|(?!")({plain}))({delimiter}|\r\n|\r|\n|\\Z)')


def _row(text: str, at: int, cell: re.Pattern[str]) -> tuple[list[str], int | None]:
    """The cells of the row that begins at a place, and the place after it; none if a quote stays open."""
    cells: list[str] = []
    while True:
        match = cell.match(text, at)
        if match is None:
            return cells, None
        quoted, rest, plain, ended = match.groups()
        if quoted is not None and rest.strip() and "\n" in quoted:
            return cells, None  # it ran on into the opening quote of another row
        cells.append(plain if quoted is None else quoted.replace('""', '"') + rest)
        at = match.end()
        if ended in {"", "\r\n", "\r", "\n"}:
            return cells, at


# --- From cells to rows with names --------------------------------------------------------------


@attrs.frozen
class Layout:
    """The columns of one sort of file.

    Args:
        title: What the file is called: ``Job Applications``.
        needs: Columns without which a row is not the header row, in small letters.
        may: Further columns that are known.
        days: Those of both that hold days.
        also: Other names of columns, and which one each means.
    """

    title: str
    needs: tuple[str, ...]
    may: tuple[str, ...] = ()
    days: tuple[str, ...] = ()
    also: Mapping[str, str] = attrs.field(factory=dict)

    def named(self, cells: Sequence[str]) -> list[str]:
        """The header cells in small letters, other names replaced, unnamed columns at the end dropped."""
        names = [folded(cell) for cell in cells]
        while names and not names[-1]:
            names.pop()
        return [self.also.get(name, name) for name in names]


@attrs.frozen(eq=False, repr=False)
class Row:
    """One row of a table: ``row["connected on"]`` is its text there, empty where there is none."""

    file: str
    number: int
    cells: Mapping[str, str]
    written: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells.get(column, "")

    def report(self, to: Report, rule: str, reason: str, column: str = "", **more: str) -> None:
        """Say what is wrong with this row, or with one of its columns, which is named as the file does."""
        to.add(rule, reason, self.file, self.number, self.written.get(column.casefold(), column), **more)


@attrs.frozen(eq=False, repr=False)
class Table:
    """The good rows of one file."""

    layout: Layout
    rows: tuple[Row, ...] = ()


def table(file: str, text: str, layout: Layout, report: Report) -> Table:
    r"""The rows below the header row, wherever that is, whatever separates its columns.

    Args:
        file: Its name, for issues.
        text: Its content.
        layout: The columns to look for.
        report: Where bad rows are reported.

    Returns:
        The table; without rows where there is no header row, or one that names a column twice.

    >>> people = Layout("People", needs=("first name", "last name"))
    >>> found = table("People.csv", "Notes:\n\nLast Name;First Name\nHopper;Grace\n", people, Report())
    >>> found.rows[0]["first name"]
    'Grace'
    """
    header = _header(text, layout)
    if header is None:
        names = ", ".join(name.title() for name in layout.needs)
        report.add("no-header", f"has no header row with {names}", file)
        return Table(layout)
    delimiter, found = header
    columns = layout.named(found.cells)
    if report_twice((name.title() for name in columns if name), report, file, found.number):
        return Table(layout)
    written = {name: cell.strip() for name, cell in zip(columns, found.cells, strict=False)}
    rows = list[Row]()
    for each in cut(text, delimiter):
        if each.number <= found.number or not (each.fault or any(map(str.strip, each.cells))):
            continue
        fault = each.fault or _ragged(each.cells, len(columns))
        if fault:
            report.add(*fault, file, each.number)
        else:
            named = zip(columns, map(str.strip, each.cells), strict=False)
            rows.append(
                Row(file, each.number, {name: cell for name, cell in named if name and cell}, written)
            )
    return Table(layout, tuple(rows))


def _header(text: str, layout: Layout) -> tuple[str, Cut] | None:
    """The first row that names all columns needed, and what separates them."""
    for delimiter in DELIMITERS:
        for row in islice(cut(text, delimiter), FARTHEST_HEADER):
            if set(layout.named(row.cells)).issuperset(layout.needs):
                return delimiter, row
    return None


def report_twice(columns: Iterable[str], report: Report, file: str, row: int) -> bool:
    """Whether a header row names a column twice, which is reported: nobody can tell which one is meant."""
    twice = sorted(name for name, count in Counter(columns).items() if count > 1)
    if twice:
        names = safe_name(", ".join(twice))
        report.add("duplicate-header", f"names a column twice: {names}", file, row)
    return bool(twice)


def _ragged(cells: Sequence[str], columns: int) -> tuple[str, str] | None:
    """A row has a cell for each column; further ones, and missing ones without a name, are blank."""
    if len(cells) < columns or any(map(str.strip, cells[columns:])):
        return "ragged", f"has {len(cells)} cells under {columns} columns"
    return None
