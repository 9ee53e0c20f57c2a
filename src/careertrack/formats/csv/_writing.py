"""From rows to a table as text."""

from __future__ import annotations

import csv  # the standard library's: imports here are absolute
from collections.abc import Iterable, Mapping
from io import StringIO
from typing import Any, Final

from careertrack.errors import InvalidValue, Issue
from careertrack.formats.csv._cells import Unwritable, written
from careertrack.formats.reading import Report
from careertrack.formats.writing import Exported
from careertrack.rows.reading import no_row, plain, rows_in

_FILE: Final = "rows"  # what issues call the table, which has no file yet


def write(rows: Iterable[Mapping[str, Any]], *, bom: bool = False) -> Exported:
    r"""A table as CSV: UTF-8, a header row, commas, and CR LF at the end of each row (RFC 4180).

    Numbers, days and ``true`` or ``false`` stand as they are, nothing is an empty cell, and the
    texts of a list are joined by semicolons (what those would spoil, and lists of objects, are
    JSON).  No text is taken for a formula: one that starts like one gets an apostrophe in front, and
    `read_rows` takes it away again.

    Args:
        rows: What `careertrack.Plan.rows` gives, or any mappings of cells by column.
        bom: Whether to begin with a byte order mark, by which Excel knows that it is UTF-8.

    Returns:
        The text; its issues say, by row as a spreadsheet counts them and by column, where
        control characters, endless texts and numbers that are not finite were left out.

    Raises:
        InvalidValue: If these are no rows, or a row is no mapping; a data frame is neither.

    >>> write([{"name": "Ada", "score": -1.5}, {"name": "=cmd()", "score": None}]).content
    "name,score\r\nAda,-1.5\r\n'=cmd(),\r\n"
    """
    report = Report()
    told = _mappings(rows)
    names = list(dict.fromkeys([*getattr(rows, "columns", ()), *(name for row in told for name in row)]))
    text = StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([_cell(name, report, 1, "") for name in names])
    for number, row in enumerate(told, 2):
        writer.writerow([_cell(plain(row.get(name)), report, number, str(name)) for name in names])
    content = ("\ufeff" if bom else "") + text.getvalue()
    return Exported(content, report.issues(), {"rows": len(told)})


def _mappings(rows: Any) -> list[Mapping[str, Any]]:
    told, others = list[Mapping[str, Any]](), list[Issue]()
    for i, row in enumerate(rows_in(rows)):
        if isinstance(row, Mapping):
            told.append(row)
        else:
            others.append(no_row(row, f"$.rows[{i}]"))
    if others:
        raise InvalidValue(others)
    return told


def _cell(value: Any, report: Report, number: int, column: str) -> str:
    """The text of a cell, or what can be written of it."""
    try:
        return written(value)
    except Unwritable as error:
        report.add(error.rule, error.reason, _FILE, number, column)
        return error.instead
