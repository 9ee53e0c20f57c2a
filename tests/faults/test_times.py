"""Times of the clock, and zones that nobody asks the system for."""

import subprocess
import sys
import zoneinfo
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from tests.faults.documents import document, refused

import careertrack as ct

EVENT = {"kind": "event", "title": "x", "starts": "2026-03-12T18:30", "zone": "Europe/Berlin"}


def faults(**fields: Any) -> list[tuple[str, str]]:
    """The path and the code of each fault of an event with other fields."""
    return [(issue.path, issue.code) for issue in ct.issues({**EVENT, **fields})]


@pytest.mark.parametrize(
    "zone",
    [
        "",
        "../etc/passwd",
        "/etc/passwd",
        "Europe/../../etc/passwd",
        "Europe//Berlin",
        "Europe/",
        "/Berlin",
        ".",
        "..",
        "a" * 5_000,
        "a/" * 2_500 + "a",
        "Europe/Berlin\0",
        "Europe/Berlin\n",
        "Europe\\Berlin",
        "+02:00",
        "Europe/Ber lin",
        "Europe/Bérlin",
        "a/b/c/d/e",
        "C:/x",
        "~/x",
        2,
        True,
        ["UTC"],
        {},
    ],
    ids=lambda zone: repr(zone)[:20],
)
def test_no_zone(zone: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """A zone of wrong syntax is refused at its field; no file of the system is ever asked for."""
    monkeypatch.setattr(zoneinfo, "ZoneInfo", None)

    assert [("$.zone", "value")] == faults(zone=zone)
    assert [("$.records[0].zone", "value")] == refused(document({**EVENT, "zone": zone}))
    with pytest.raises(ct.InvalidValue, match=r"^Event\.zone: must be the key of an IANA time zone"):
        ct.Event(title="x", starts="2026-03-12T18:30", zone=zone)


@pytest.mark.parametrize(
    "zone",
    [
        "UTC",
        "Etc/GMT+5",
        "America/Argentina/Buenos_Aires",
        "America/Port-au-Prince",
        "Mars/Olympus",
        "EST5EDT",
    ],
)
def test_a_zone_is_kept_by_name(zone: str) -> None:
    """A zone of good syntax is kept by its name, whether anybody knows it or not."""
    (event,) = ct.loads(document({**EVENT, "id": "x", "zone": zone}))

    assert {**EVENT, "id": "x", "zone": zone} == ct.to_dict(event)


def test_no_zone_is_looked_up() -> None:
    """Reading, deriving and writing never load the database of zones, so that a new one changes nothing."""
    program = f"""
import sys
import careertrack as ct
plan = ct.loads({document({**EVENT, "zone": "Mars/Olympus"})!r})
plan.review("2026-03-12")
ct.dumps(plan)
assert "zoneinfo" not in sys.modules
"""
    source = Path(ct.__file__).parents[1]
    subprocess.run([sys.executable, "-c", program], check=True, env={"PYTHONPATH": str(source)})


@pytest.mark.parametrize(
    "starts",
    ["2026-03-29T02:30", "2026-10-25T02:30"],
    ids=["in a gap", "in a fold"],
)
def test_local_times_are_kept_as_written(starts: str) -> None:
    """A local time that the zone skips or has twice is kept as it is: the zone is not asked."""
    (event,) = ct.loads(document({**EVENT, "id": "x", "starts": starts}))

    assert {**EVENT, "id": "x", "starts": starts} == ct.to_dict(event)


def test_the_second_of_two_hours() -> None:
    """Which of two like hours was meant is not kept: a local time is what the clock on the wall says."""
    first, second = (datetime(2026, 10, 25, 2, 30, fold=fold) for fold in (0, 1))
    events = [ct.Event(title="x", starts=starts, zone="Europe/Berlin") for starts in (first, second)]

    assert events[0] == events[1]
    assert [0, 0] == [event.starts.fold for event in events]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "starts",
    [
        "2026-03-12T18:30Z",
        "2026-03-12T18:30+01:00",
        "2026-03-12T18:30:00",
        "2026-03-12 18:30",
        "2026-03-12T24:00",
        "2026-03-12T18:60",
        "2026-03-12T1830",
        "20260312T1830",
        "2026-03-12T8:30",
        "2026-02-29T08:30",
        "18:30",
        "",
        "2026-03-12T",
        "\u0662026-03-12T18:30",
        1,
        True,
        {},
    ],
    ids=lambda starts: repr(starts)[:24],
)
def test_no_local_time(starts: Any) -> None:
    """What is no day and no local time to the minute is refused at its field."""
    assert [("$.starts", "value")] == faults(starts=starts)


@pytest.mark.parametrize(
    "starts",
    [
        datetime(2026, 3, 12, 18, 30, tzinfo=UTC),
        datetime(2026, 3, 12, 18, 30, tzinfo=zoneinfo.ZoneInfo("UTC")),
        datetime(2026, 3, 12, 18, 30, 1),
        datetime(2026, 3, 12, 18, 30, 0, 1),
    ],
    ids=["UTC", "a zone", "seconds", "microseconds"],
)
def test_no_local_time_of_python(starts: datetime) -> None:
    """A time with a zone of its own, or finer than a minute, is refused by the constructor."""
    with pytest.raises(ct.InvalidValue) as caught:
        ct.Event(title="x", starts=starts, zone="Europe/Berlin")

    assert [("Event.starts", "value")] == [(issue.path, issue.code) for issue in caught.value.issues]


@pytest.mark.parametrize("aware", [datetime(2026, 3, 12, tzinfo=UTC), datetime(2026, 3, 12)])
def test_a_moment_where_a_day_is_due(aware: datetime) -> None:
    """A moment, with a zone or without, is no day: in a record, and as the day of a question."""
    with pytest.raises(ct.InvalidValue) as caught:
        ct.Pause(on=aware, until=date(2026, 4, 1))
    with pytest.raises(ct.InvalidValue) as asked:
        ct.Plan().as_of(aware)

    assert ["Pause.on"] == [issue.path for issue in caught.value.issues]
    assert ["day"] == [issue.path for issue in asked.value.issues]


def test_a_time_and_its_zone() -> None:
    """A time has a zone and a day has none; either message names the other field's path."""
    (no_zone,) = ct.issues({**EVENT, "zone": None})
    (no_time,) = ct.issues({**EVENT, "starts": "2026-03-12"})

    assert ("$.zone", "value") == (no_zone.path, no_zone.code)
    assert "must be given, since $.starts is a time" in no_zone.message
    assert ("$.zone", "value") == (no_time.path, no_time.code)
    assert "must be left out, since $.starts is no time" in no_time.message
