"""What other programs write, what is written for them, and what is drawn, as type checkers see it."""

from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, assert_type

from matplotlib.axes import Axes

import careertrack as ct
from careertrack import plots
from careertrack.formats import Exported, Imported, icalendar, jsonresume, linkedin, onet, vcard

BEN = ct.Contact(id="ben", name="Ben Example", emails=["ben@example.org"])
TALK = ct.Event(title="Talk", starts="2026-03-02T10:00", zone="Europe/Berlin")
PLAN = ct.Plan("Ada", [BEN, TALK])


def books() -> None:
    """Address books in and out."""
    written = vcard.write(PLAN, details=True)
    assert_type(written, Exported)
    assert_type(vcard.write(PLAN.as_of("2026-03-01").contacts), Exported)
    assert_type(written.content, str)
    with TemporaryDirectory() as folder:
        path = Path(folder, "people.vcf")
        written.save(path)
        assert_type(vcard.read(path, into=PLAN), Imported)
        assert_type(vcard.read([path], encoding="cp1252"), Imported)


def calendars() -> None:
    """Calendars in and out."""
    stamp = datetime(2026, 3, 1, tzinfo=UTC)
    written = icalendar.write(PLAN.as_of("2026-03-01"), stamp=stamp, days=7, names=False)
    assert_type(written, Exported)
    with TemporaryDirectory() as folder:
        path = Path(folder, "mine.ics")
        written.save(path)
        assert_type(icalendar.read(str(path), into=PLAN, zone="Europe/Berlin"), Imported)


def resumes() -> None:
    """CVs in and out."""
    assert_type(jsonresume.read({"basics": {"name": "Ada"}}, on="2026-03-01"), Imported)
    assert_type(jsonresume.write(PLAN, "2026-03-01"), Exported)
    assert_type(jsonresume.schema(), dict[str, Any])


def pictures() -> None:
    """Plots give the axes that they drew in."""
    now = PLAN.as_of("2026-03-01")
    assert_type(plots.funnel(now), Axes)
    assert_type(plots.network(PLAN.add(ct.Organization(name="Acme")).as_of("2026-03-01"), "acme"), Axes)
    assert_type(plots.pillar_profile(now.review(), ax=plots.effort_calendar(now)), Axes)
    assert_type(plots.runway(now.review()), Axes)
    assert_type(plots.history(PLAN.history(["2026-03-01"])), Axes)


def elsewhere() -> None:
    """What is only read."""
    try:
        assert_type(linkedin.read("none.zip"), Imported)
    except ct.InvalidDocument as unread:
        assert_type(unread.issues, tuple[ct.Issue, ...])
    try:
        onet.load("none.zip").role("15-2041.00")
    except ct.InvalidDocument as unread:
        assert_type(unread.issues[0].path, str)
