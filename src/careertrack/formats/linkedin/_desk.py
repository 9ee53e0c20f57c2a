"""Where rows become records: ids, days, and what to do with a value that no field takes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, Final, TypeVar

import attrs

from careertrack.errors import InvalidValue
from careertrack.formats.linkedin._days import DayOrder, Stamp, Unclear, is_blank
from careertrack.formats.merging import Made
from careertrack.formats.reading import Report
from careertrack.formats.tables import Row, Table
from careertrack.record import Record

SPACE: Final = "linkedin"  # the name under which `extra` keeps what no field is for
R = TypeVar("R", bound=Record)


@attrs.define
class Desk:
    """What is made of an archive so far.

    Args:
        order: How the archive writes its days.
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
        given = {name: value for name, value in fields.items() if value not in (None, "", ())}
        while True:
            try:
                return cls(**given)
            except InvalidValue as error:
                broken = set[str]()
                for issue in error.issues:
                    name = issue.path.partition(".")[2].partition("[")[0]
                    row.report(self.report, "value", issue.message, columns.get(name, name))
                    broken.add(name)
                if not broken <= given.keys() or any(cls.spec.by_name[name].required for name in broken):
                    return None
                given = {name: value for name, value in given.items() if name not in broken}

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
        """Whether a record of its id was made from the archive."""
        return (record.kind, record.id or "") in self.records

    def replace(self, record: Record) -> None:
        """Put a record in the place of the one of its id."""
        key = record.kind, record.id or ""
        self.records[key] = (record, self.records[key][1])


def rows_of(tables: Iterable[Table], *titles: str) -> list[Row]:
    """All rows of some files by what they say, so that nothing depends on the order they came in."""
    rows = [row for table in tables if table.layout.title in titles for row in table.rows]
    return sorted(rows, key=lambda row: sorted(row.cells.items()))


def extra(**values: Any) -> dict[str, Any]:
    """What no field is for, kept as JSON under the format's own name; nothing where all is blank."""
    kept = {name: value for name, value in values.items() if value not in (None, "", False)}
    return {SPACE: kept} if kept else {}
