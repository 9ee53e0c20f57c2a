"""What exporters share: their result, and the issues that records get."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final

import attrs

from careertrack.errors import Issue
from careertrack.formats.reading import row_issue
from careertrack.formats.showing import counts, details, left_out, listed, rules
from careertrack.outlook.words import counted
from careertrack.page import Line, Page, Shown

if TYPE_CHECKING:
    from careertrack.record import Record

__all__ = ["Exported"]

# What no program shows: control characters but the tab and those that break lines.
CONTROLS: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")


@attrs.frozen(repr=False)
class Exported(Shown):
    r"""What an exporter made of records: a text in another program's format.

    Good records are written and bad ones reported, as importers do with rows.

    Args:
        content: The text, its line ends as the format wants them.
        issues: What could not be written, by record; personal values are masked.
        written: How many of each thing the text has.
        left: What has no place in the format, and why.

    >>> Exported("BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", written={"VEVENT": 0})
    Exported(32 characters, 0 issues)
    """

    content: str
    issues: tuple[Issue, ...] = ()
    written: Mapping[str, int] = attrs.field(factory=dict, hash=False)
    left: Mapping[str, str] = attrs.field(factory=dict, hash=False)

    def save(self, path: str | os.PathLike[str], /) -> None:
        """Write the text to a file, as UTF-8, its line ends as they are.

        Args:
            path: Of the file; one that is there is overwritten.

        Raises:
            OSError: If that cannot be done.
        """
        Path(path).write_bytes(self.content.encode())

    def __repr__(self) -> str:
        return f"Exported({self._size()}, {counted(len(self.issues), 'issue')})"

    def page(self) -> Page:
        """How much was written, what was left out, and issues by rule, a line each."""
        written = f"written{listed(self.written)}" if self.written else "written: nothing"
        left = (Line(f"left out: {what}: {why}") for what, why in self.left.items())
        return Page(self._size(), [Line(written), *left, *rules(self.issues)])

    def full_page(self) -> Page:
        """The same in lists, with the first issues."""
        written = counts("written", self.written)
        return Page(self._size(), [*written, *left_out("left out", self.left), *details(self.issues)])

    def _size(self) -> str:
        return counted(len(self.content), "character")


def record_issue(record: Record, field: str, rule: str, reason: str) -> Issue:
    """The issue of a record that an exporter met.

    Args:
        record: The record; its kind, id and day are named, nothing else of it.
        field: Its field; an empty text for the whole.
        rule: The stable name of the rule that is broken.
        reason: The sentence, free of personal values.
    """
    name = " ".join(filter(None, [record.kind, record.id, f"of {record.on}" if record.on else ""]))
    return row_issue(name + (f", {field}" if field else ""), rule, reason)
