"""The calendars of a file, a folder or a zip archive."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from careertrack.errors import InvalidDocument
from careertrack.formats.icalendar._lines import Parts, mended
from careertrack.formats.reading import Report, safe_name
from careertrack.formats.sources import Files, Source, Unreadable, opened, refuse
from careertrack.formats.tables import NotText, decoded

ENDINGS: Final = (".ics", ".ical")


def calendars(source: Source, encoding: str | None, report: Report) -> list[Parts]:
    """The parts of each file that is a calendar; what is wrong with others is reported.

    Args:
        source: Path of a calendar; or of a folder or zip archive with calendars in it.
        encoding: What to read files as that are not UTF-8.
        report: Where what is wrong is reported.

    Raises:
        InvalidDocument: If there is no calendar at all.
    """
    with opened(source, ENDINGS) as files:
        names = [name for name in files.readers if name.casefold().endswith(ENDINGS)]
        if not names:
            refuse(Path(source), "not-a-calendar", "holds no calendar, such as calendar.ics")
        found = [parts for name in names for parts in _parts(files, name, encoding, report)]
    if not found:
        raise InvalidDocument(report.issues())
    return found


def _parts(files: Files, name: str, encoding: str | None, report: Report) -> Iterator[Parts]:
    shown = safe_name(name)
    try:
        content = files.read(name)
        text = decoded(content if encoding else mended(content), encoding)
    except Unreadable as error:
        report.add(error.rule, error.reason, shown)
    except NotText as error:
        report.add("encoding", error.reason, shown, hint=error.hint)
    else:
        found = Parts.of(text, shown, report)
        if found.calendars:
            yield found
        else:
            report.add("not-a-calendar", "is no calendar: it has no line BEGIN:VCALENDAR", shown)
