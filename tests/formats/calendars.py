"""Calendars for tests: what is written is read by another program, and made-up ones are written to files."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

import careertrack as ct
from careertrack.formats import Exported, Imported, icalendar
from careertrack.record import Record

STAMP = datetime(2026, 1, 12, 12, 0, tzinfo=UTC)
BEN = ct.Contact(id="ben", name="Ben Example", emails=["ben@example.org"], phones=["+1 555 0100"])


def exported(records: Iterable[Record], day: str = "2026-01-12", days: int = 28, **more: Any) -> Exported:
    """The calendar of a plan with some records."""
    return icalendar.write(ct.Plan(records=records).as_of(day), stamp=STAMP, days=days, **more)


def components(content: str) -> list[Mapping[str, Any]]:
    """The components of a calendar that stand for something, as the library reads them."""
    found = Calendar.from_ical(content).walk()
    return [each for each in found if each.name in {"VEVENT", "VTODO"}]


def only(found: Exported) -> Mapping[str, Any]:
    """The one component of a calendar with nothing wrong."""
    (component,) = components(found.content)
    assert () == found.issues
    return component


def lines(found: Exported, *names: str) -> list[str]:
    """The lines of some properties, or of all, as they are once they are unfolded."""
    unfolded = found.content.replace("\r\n ", "").split("\r\n")
    return [line for line in unfolded if not names or line.split(":")[0].split(";")[0] in names]


def days_of(content: str, uid: str, first: date, last: date) -> list[date]:
    """The days, from one to another, on which a program shows what has a UID, or one that goes on from it."""
    name, reason = "recurring_ical_events", "it refuses python-dateutil 4"
    recurring_ical_events = pytest.importorskip(name, reason=reason)
    calendar = Calendar.from_ical(content)
    found = recurring_ical_events.of(calendar).between(first, last + timedelta(1))
    stem = uid.partition("@")[0]
    return sorted(
        event["DTSTART"].dt
        for event in found
        if str(event["UID"]) == uid or str(event["UID"]).startswith(f"{stem}.")
    )


def calendar(*events: Sequence[str], top: Sequence[str] = ()) -> str:
    """The text of a calendar with some events, each given by its lines."""
    inner = [line for event in events for line in ("BEGIN:VEVENT", *event, "END:VEVENT")]
    return "\r\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", *top, *inner, "END:VCALENDAR", ""])


def imported(folder: Path, content: str | bytes, **more: Any) -> Imported:
    """What is read of a calendar."""
    path = folder / "my.ics"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return icalendar.read(path, **more)


def read_one(folder: Path, *event: str, **more: Any) -> dict[str, Any]:
    """The one record of a calendar of one event, as plain data without its id; nothing is wrong with it."""
    found = imported(folder, calendar(["UID:7@example.org", *event]), **more)
    (record,) = found.records
    assert () == found.issues
    plain = record.to_dict()
    assert "event" == plain.pop("kind")
    assert str(plain.pop("id")).startswith("e-")
    return plain


def told(found: Imported | Exported) -> list[str]:
    """The issues, as sentences."""
    return list(map(str, found.issues))
