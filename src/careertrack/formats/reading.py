"""What importers share: their result, and the issues that rows get."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

import attrs

from careertrack.errors import Issue
from careertrack.formats.showing import counts, details, left_out, listed, rules
from careertrack.ledger import order
from careertrack.outlook.words import counted
from careertrack.page import Block, Line, Page, Shown
from careertrack.record import Record

__all__ = ["Imported"]

MOST_ALIKE: Final = 100  # issues of one rule and file
MOST_SHOWN: Final = 80  # characters of a name; archives and header rows can hold names of any length


@attrs.frozen(repr=False)
class Imported(Shown):
    """What an importer made of somebody's files.

    The records fit together: ``Plan(records=imported.records)`` is a plan, and where the
    importer was given ``into=plan``, so is ``plan.add(imported.records)``.

    Args:
        records: In the order of a plan's ledger, whatever the order of files, rows and columns.
        issues: What could not be read, by file, row and column; personal values are masked.
        held: How many records were left out since the plan holds them already, changed or not.
        differing: Those of them that say something other than the plan does; the plan's stay.
        found: How many rows each file has, or whatever else was counted.
        left: What was seen and not taken, and why.
        owner: The name that the files give their owner; never shown in ``repr``.

    >>> Imported(records=(), found={"Skills": 2})
    Imported(0 records, 0 issues, 0 held)
    """

    records: tuple[Record, ...]
    issues: tuple[Issue, ...] = ()
    held: int = 0
    differing: tuple[Record, ...] = ()
    found: Mapping[str, int] = attrs.field(factory=dict, hash=False)
    left: Mapping[str, str] = attrs.field(factory=dict, hash=False)
    owner: str | None = None

    @property
    def kinds(self) -> dict[str, int]:
        """How many records of each kind there are.

        >>> import careertrack as ct
        >>> Imported(records=(ct.Skill(name="SQL"), ct.Skill(name="Go"))).kinds
        {'skill': 2}
        """
        return dict(Counter(record.kind for record in self.records))

    def __repr__(self) -> str:
        return f"Imported({self._records()}, {counted(len(self.issues), 'issue')}, {self.held} held)"

    def page(self) -> Page:
        """Records by kind, what was found, what was left out, and issues by rule, a line each."""
        found = f"found{listed(self.found)}" if self.found else "found: nothing"
        left = (Line(f"not taken: {what}: {why}") for what, why in self.left.items())
        title = f"{self._records()}{listed(self.kinds)}"
        return Page(title, [*self._held(), Line(found), *left, *rules(self.issues)])

    def full_page(self) -> Page:
        """The same in lists, with the first issues."""
        found = [*counts("records", self.kinds), *self._held(), *counts("found", self.found)]
        return Page(self._records(), [*found, *left_out("not taken", self.left), *details(self.issues)])

    def _records(self) -> str:
        return counted(len(self.records), "record")

    def _held(self) -> Iterator[Block]:
        if self.held:
            yield Line(f"in the plan already: {self.held}, {len(self.differing)} of them with other content")


def row_issue(path: str, rule: str, reason: str, **more: str) -> Issue:
    """The issue of a file or of one of its rows.

    Args:
        path: The file, and the row and column where there are any.
        rule: The stable name of the rule that is broken.
        reason: The sentence, free of personal values.
        more: Other facts, such as a ``hint``.
    """
    return Issue(path, "row", {"rule": rule, "reason": reason, **more})


@attrs.define
class Report:
    """The issues of one import, so many of each rule and file that a reader can still see the others.

    Args:
        row: What the format calls a row.
        column: What it calls a column.

    >>> report = Report()
    >>> report.add("no-name", "names nobody", "Connections.csv", 7, "First Name")
    >>> print(*report.issues())
    Connections.csv: row 7, column First Name: names nobody
    """

    row: str = "row"
    column: str = "column"
    _kept: list[tuple[str, int, Issue]] = attrs.field(factory=list, init=False)
    _counts: Counter[tuple[str, str]] = attrs.field(factory=Counter, init=False)

    def add(self, rule: str, reason: str, file: str, row: int = 0, column: str = "", **more: str) -> None:
        """Report a file, or a row of it, by its number, or a column of a row."""
        self._counts[file, rule] += 1
        if self._counts[file, rule] <= MOST_ALIKE:
            place = f": {self.row} {row}" if row else ""
            path = file + place + (f", {self.column} {safe_name(column)}" if column else "")
            self._kept.append((file, row, row_issue(path, rule, reason, **more)))

    def issues(self) -> tuple[Issue, ...]:
        """All of them by file and row, and how many more there were."""
        kept = [issue for _, _, issue in sorted(self._kept, key=lambda one: one[:2])]
        for (file, rule), count in sorted(self._counts.items()):
            if count > MOST_ALIKE:
                reason = f"has {count - MOST_ALIKE} more {self.row}s reported as {rule}"
                kept.append(row_issue(file, "more", reason))
        return tuple(kept)


def in_order(records: Iterable[Record]) -> tuple[Record, ...]:
    """Records as a plan orders them, so that a result does not depend on the order of rows."""
    return tuple(sorted(records, key=order))


def safe_name(name: str) -> str:
    """The name of a file, column or property as an issue may show it: printable, and not endless."""
    text = name if name.isprintable() else ascii(name)[1:-1]
    return text if len(text) <= MOST_SHOWN else "..." + text[3 - MOST_SHOWN :]
