"""From a table that was written here back to rows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from careertrack.errors import InvalidDocument
from careertrack.formats.csv._cells import read, unmarked
from careertrack.formats.csv._sheet import text_of
from careertrack.formats.reading import Report
from careertrack.formats.sources import Source, refuse
from careertrack.formats.tables import DELIMITERS, cut, report_twice
from careertrack.rows.asking import kind_of
from careertrack.rows.columns import Sort, columns_of

if TYPE_CHECKING:
    from careertrack.record import Record


def read_rows(
    kind: str | type[Record], source: Source, *, encoding: str | None = None
) -> list[dict[str, Any]]:
    r"""The rows of a table of records that `write` wrote, for `careertrack.from_rows`.

    Apostrophes that kept texts from being formulas are taken away, and every cell is what its
    column holds, as far as it is.  Spreadsheet programs may have separated the columns anew.

    Args:
        kind: The kind of record, by name or class.
        source: Path of the file.
        encoding: What to read it as where it is not UTF-8.

    Raises:
        InvalidValue: If there is no such kind, or ``source`` is no path.
        InvalidDocument: If there is no such file, it has no header row, or a row cannot be read;
            every such row is in ``issues``.

    >>> import careertrack as ct
    >>> from careertrack.formats import csv
    >>> from pathlib import Path
    >>> from tempfile import TemporaryDirectory
    >>> skill = ct.Skill(name="=SUM()")
    >>> with TemporaryDirectory() as folder:
    ...     path = Path(folder, "skills.csv")
    ...     csv.write((ct.Plan() + skill).rows("skill", details=True)).save(path)
    ...     ct.from_rows("skill", csv.read_rows("skill", path)) == (skill,)
    True
    """
    sorts: dict[str, Sort] = {column.name: column.sort for column in columns_of(kind_of(kind))}
    name, text = text_of(source, encoding)
    delimiter = max(DELIMITERS, key=lambda each: len(sorts.keys() & set(_header(text, each))))
    columns, report = _header(text, delimiter), Report()
    if sorts.keys().isdisjoint(columns):
        refuse(Path(source), "no-header", f"has no header row with columns of a {kind_of(kind).kind}")
    report_twice(columns, report, name, 1)
    rows = list(_rows(text, delimiter, columns, sorts, name, report))
    if report.issues():
        raise InvalidDocument(report.issues())
    return rows


def _header(text: str, delimiter: str) -> list[str]:
    cells = next((row.cells for row in cut(text, delimiter)), [])
    return [unmarked(cell.strip()) for cell in cells]


def _rows(
    text: str, delimiter: str, columns: Sequence[str], sorts: Mapping[str, Sort], name: str, report: Report
) -> Iterator[dict[str, Any]]:
    for number, cells, fault in list(cut(text, delimiter))[1:]:
        if fault is not None:
            report.add(*fault, name, number)
        elif len(cells) != len(columns) and any(cells):
            report.add("ragged", f"has {len(cells)} cells under {len(columns)} columns", name, number)
        elif any(cells):
            named = zip(columns, cells, strict=True)
            yield {column: read(cell, sorts.get(column, "text")) for column, cell in named}
