"""Where rows become records: ids, days, and what to do with a value that no field takes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

import attrs

from careertrack.formats.days import DayOrder, Stamp, Unclear, is_blank
from careertrack.formats.making import made_of
from careertrack.formats.merging import Made
from careertrack.formats.reading import Report
from careertrack.formats.tables import Row, Table
from careertrack.record import Record

if TYPE_CHECKING:
    from careertrack.errors import Issue

R = TypeVar("R", bound=Record)


@attrs.define
class Desk:
    """What is made of some files so far.

    Args:
        order: How the files write their days.
        report: Where what could not be read is reported.
    """

    order: DayOrder
    report: Report
    records: dict[tuple[str, str], tuple[Record, Row]] = attrs.field(factory=dict, init=False)
    left: dict[str, str] = attrs.field(factory=dict, init=False)  # rows not taken, and why

    # --- Days ----------------------------------------------------------------------------------

    def stamp(self, row: Row, column: str) -> Stamp | None:
        """What a column says of a day, as far as it does; what it does not say is reported."""
        try:
            return self.order.stamp(row[column])
        except Unclear as unclear:
            row.report(self.report, unclear.rule, unclear.reason, column)
            return None

    def day(self, row: Row, column: str) -> date | None:
        """The day in a column; one known to the month alone is reported and not taken."""
        stamp = self.stamp(row, column)
        if stamp is not None and stamp.day is None:
            row.report(self.report, "day", "is known to the month alone, and a day is needed", column)
        return stamp.day if stamp is not None else None

    def day_of(self, row: Row, column: str) -> date | None:
        """The day in a column that has to have one: where it is blank, that is reported."""
        day = self.day(row, column)
        if day is None and is_blank(row[column]):
            row.report(self.report, "no-day", "names no day", column)
        return day

    # --- Records -------------------------------------------------------------------------------

    def make(self, row: Row, cls: type[R], columns: Mapping[str, str], **fields: Any) -> R | None:
        """A record from a row, or ``None`` where the row has not enough for one.

        A value that its field does not take is reported; the record is made without it unless
        it cannot be.

        Args:
            row: For the issues.
            cls: The kind of record.
            columns: Which column each field came from, where a column can break a field's rule.
            fields: Of the record; blank ones are left out.
        """

        def told(field: str, issue: Issue) -> None:
            row.report(self.report, "value", issue.message, columns.get(field, field))

        return made_of(cls, fields, told)

    def keep(self, row: Row, record: Record | None) -> Record | None:
        """Put a record among the others; a second one with its id stays out, reported if it differs."""
        if record is None:
            return None
        key = record.kind, record.id or ""
        first, _ = self.records.setdefault(key, (record, row))
        if first != record:
            row.report(self.report, "repeated", f"says something else of {record.kind} {key[1]}: not taken")
        return first

    def made(self) -> Iterator[Made]:
        """All records, each with the file and row that it came from."""
        return (Made(record, row.file, row.number) for record, row in self.records.values())

    def has(self, record: Record) -> bool:
        """Whether a record of its id was made from the files."""
        return (record.kind, record.id or "") in self.records

    def replace(self, record: Record) -> None:
        """Put a record in the place of the one of its id."""
        key = record.kind, record.id or ""
        self.records[key] = (record, self.records[key][1])


def rows_of(tables: Iterable[Table], *titles: str) -> list[Row]:
    """All rows of some files by what they say, so that nothing depends on the order they came in."""
    rows = [row for table in tables if table.layout.title in titles for row in table.rows]
    return sorted(rows, key=lambda row: sorted(row.cells.items()))
