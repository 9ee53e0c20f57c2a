"""Zones in a calendar: defined where they are known, and kept by name where one is read."""

import re
from datetime import UTC, datetime, timedelta
from io import StringIO
from pathlib import Path
from zoneinfo import ZoneInfo

import icalendar as library
import pytest
from dateutil.tz import tzical
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.formats.calendars import calendar, exported, imported, lines, only, read_one, told

import careertrack as ct
from careertrack.formats.icalendar._zones import known_zone, timezone

ZONES = [
    "Europe/Berlin",
    "America/New_York",
    "Australia/Lord_Howe",  # half an hour of summer time
    "Pacific/Apia",  # a day that never was
    "Africa/Casablanca",
    "Asia/Kolkata",
    "Europe/Dublin",
    "Africa/Monrovia",  # seconds, until 1972
    "Etc/GMT+5",
]


def event(starts: str, zone: str, minutes: int | None = None) -> ct.Event:
    """An appointment."""
    return ct.Event(title="Talk", starts=starts, zone=zone, minutes=minutes)


def day_before(event: ct.Event) -> str:
    """The day before an appointment."""
    assert isinstance(event.starts, datetime)
    return str(event.starts.date() - timedelta(1))


# --- Where a calendar is written ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("starts", "zone", "expected"),
    [
        ("2026-03-12T18:30", "Europe/Berlin", "DTSTART;TZID=Europe/Berlin:20260312T183000"),
        ("2026-03-12T18:30", "UTC", "DTSTART:20260312T183000Z"),
        ("2026-03-12T18:30", "Etc/UTC", "DTSTART;TZID=Etc/UTC:20260312T183000"),
        # Skipped by the clocks: as much later as they skip.
        ("2026-03-29T02:30", "Europe/Berlin", "DTSTART;TZID=Europe/Berlin:20260329T033000"),
        ("2026-10-04T02:10", "Australia/Lord_Howe", "DTSTART;TZID=Australia/Lord_Howe:20261004T024000"),
        ("2011-12-30T10:00", "Pacific/Apia", "DTSTART;TZID=Pacific/Apia:20111231T100000"),
        # Shown twice: kept, and the first is meant.
        ("2026-10-25T02:30", "Europe/Berlin", "DTSTART;TZID=Europe/Berlin:20261025T023000"),
    ],
)
def test_a_time_in_a_zone(starts: str, zone: str, expected: str) -> None:
    """A local time is written with its zone, one that never comes as clocks show it."""
    one = event(starts, zone)
    found = exported([one], day_before(one))

    assert [expected] == lines(found, "DTSTART")[-1:]
    assert () == found.issues


def test_a_time_that_comes_twice_is_the_first() -> None:
    """Readers take a time that clocks show twice for the first one, which is meant."""
    found = only(exported([event("2026-10-25T02:30", "Europe/Berlin")], "2026-10-20"))

    assert datetime(2026, 10, 25, 0, 30, tzinfo=UTC) == found["DTSTART"].dt.astimezone(UTC)


@pytest.mark.parametrize("zone", ["Mars/Olympus", "Europe", "localtime", "tzdata"])
def test_a_zone_that_is_not_known(zone: str) -> None:
    """A zone that the machine has not, or its own: an issue, and the time stays as it was written."""
    found = exported([event("2026-03-12T18:30", zone, 90)], "2026-03-12")

    assert ["DTSTART:20260312T183000"] == lines(found, "DTSTART")
    assert ["DURATION:PT1H30M"] == lines(found, "DURATION")
    assert [
        f"event talk, zone: {zone} is no zone that is known here: the time is written without one"
    ] == told(found)
    assert {"VEVENT": 1} == found.written


def test_each_zone_is_defined_once() -> None:
    """A zone is defined once, before what is in it, and UTC needs none."""
    zones = ["Europe/Berlin", "Asia/Tokyo", "Europe/Berlin", "UTC"]
    events = [
        ct.Event(title=f"Talk {n}", starts=f"2026-03-1{n}T18:30", zone=zone) for n, zone in enumerate(zones)
    ]
    found = exported(events, "2026-03-01")

    assert {"VTIMEZONE": 2, "VEVENT": 4} == found.written
    assert ["TZID:Asia/Tokyo", "TZID:Europe/Berlin"] == lines(found, "TZID")
    assert found.content.rindex("END:VTIMEZONE") < found.content.index("BEGIN:VEVENT")


def test_how_a_zone_is_defined() -> None:
    """Each change of the clocks begins at the local time until then, as RFC 5545 has it."""
    found = exported([event("2026-03-12T18:30", "Europe/Berlin")], "2026-03-12")
    expected = """\
BEGIN:DAYLIGHT
DTSTART:20260329T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
TZNAME:CEST
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:20261025T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
TZNAME:CET
END:STANDARD
"""

    assert expected.replace("\n", "\r\n") in found.content


@pytest.mark.parametrize("zone", ZONES)
@given(
    first=st.datetimes(datetime(1950, 1, 1), datetime(2060, 1, 1)), days=st.integers(0, 1500), data=st.data()
)
@settings(max_examples=8, deadline=None)
def test_a_defined_zone_tells_the_time(zone: str, first: datetime, days: int, data: st.DataObject) -> None:
    """Whoever reads the definition alone gets the time that the zone itself tells, on any day in it."""
    known = ZoneInfo(zone)
    last = first + timedelta(days)
    text = timezone(library, known, first, last).to_ical().decode()
    read = tzical(StringIO(text)).get()

    for local in data.draw(st.lists(st.datetimes(first, last), min_size=1, max_size=20)):
        offsets = [local.replace(tzinfo=known, fold=fold).utcoffset() for fold in (0, 1)]
        if offsets[0] == offsets[1]:  # neither skipped nor shown twice
            assert offsets[0] == local.replace(tzinfo=read).utcoffset()


@pytest.mark.parametrize("year", [1, 2, 9998, 9999])
@pytest.mark.parametrize("zone", ["America/New_York", "Pacific/Kiritimati", "Etc/GMT+12"])
def test_the_ends_of_the_calendar(year: int, zone: str) -> None:
    """A zone is defined in the first and the last year that there are, too."""
    days = {1: "0001-01-01", 2: "0002-01-01", 9998: "9998-12-31", 9999: "9999-12-31"}
    found = exported([event(f"{days[year]}T23:59", zone, 1_000_000)], days[year], 1)

    assert {"VTIMEZONE": 1, "VEVENT": 1} == found.written
    assert () == found.issues


def test_what_is_no_zone() -> None:
    """What the database of zones has that is no zone is none, whatever sort of file it is."""
    assert [None] * 4 == [known_zone(key) for key in ("Nowhere", "America/Argentina", "localtime", "zone")]


# --- Where a calendar is read -------------------------------------------------------------------

LIBICAL = ["BEGIN:VTIMEZONE", "TZID:Berlin", "X-LIC-LOCATION:Europe/Berlin", "END:VTIMEZONE"]
OUTLOOK = [
    "BEGIN:VTIMEZONE",
    "TZID:Customized Time Zone",
    "BEGIN:STANDARD",
    "DTSTART:16010101T000000",
    "TZOFFSETFROM:+0100",
    "TZOFFSETTO:+0100",
    "END:STANDARD",
    "END:VTIMEZONE",
]


@pytest.mark.parametrize(
    ("start", "zone"),
    [
        ("DTSTART;TZID=Europe/Berlin:20260312T183000", "Europe/Berlin"),
        ("DTSTART;TZID=Mars/Olympus:20260312T183000", "Mars/Olympus"),
        ("DTSTART;tzid=Europe/Berlin:20260312T183000", "Europe/Berlin"),
        ('DTSTART;VALUE=DATE-TIME;TZID="Europe/Berlin":20260312T183000', "Europe/Berlin"),
        ("DTSTART;TZID=W. Europe Standard Time:20260312T183000", "Europe/Berlin"),
        ("DTSTART;TZID=/example.org/20260101_1/Europe/Berlin:20260312T183000", "Europe/Berlin"),
        (
            "DTSTART;TZID=/example.org/America/Argentina/Buenos_Aires:20260312T183000",
            "America/Argentina/Buenos_Aires",
        ),
        ("DTSTART;TZID=Berlin:20260312T183000", "Europe/Berlin"),
        ("DTSTART:20260312T183000Z", "UTC"),
        ("DTSTART:20260312T183059Z", "UTC"),
    ],
)
def test_a_zone_is_read_by_name(start: str, zone: str, tmp_path: Path) -> None:
    """A time keeps its zone by name; names that programs have of their own are known for what they are."""
    text = calendar(["UID:7@example.org", "SUMMARY:Talk", start], top=LIBICAL)
    (record,) = imported(tmp_path, text).records

    assert isinstance(record, ct.Event)
    assert (datetime(2026, 3, 12, 18, 30), zone) == (record.starts, record.zone)


@pytest.mark.parametrize(
    "name", ["Customized Time Zone", '"(UTC+01:00) Amsterdam, Berlin"', "Amsterdam,Berlin", "../x", "1"]
)
def test_a_zone_of_no_usual_name(name: str, tmp_path: Path) -> None:
    """What a name of somebody's own means is not guessed, not even from its definition: the day is taken."""
    start = f"DTSTART;TZID={name}:20260312T183000"
    found = imported(tmp_path, calendar(["UID:7@example.org", "SUMMARY:Talk", start], top=OUTLOOK))

    assert ["2026-03-12"] == [record.to_dict()["starts"] for record in found.records]
    assert [
        "my.ics: line 11, property DTSTART: is in a zone that goes by no usual name: its day alone is taken"
    ] == told(found)


def test_a_time_without_a_zone(tmp_path: Path) -> None:
    """A time without a zone is in the caller's or the calendar's; without either its day is taken."""
    one = ["UID:7@example.org", "SUMMARY:Talk", "DTSTART:20260312T183000"]
    alone = imported(tmp_path, calendar(one))
    within = imported(
        tmp_path, calendar(one, top=["X-WR-TIMEZONE:Europe/Berlin", "X-WR-TIMEZONE:Asia/Tokyo"])
    )
    given = imported(tmp_path, calendar(one, top=["X-WR-TIMEZONE:Europe/Berlin"]), zone="Europe/Rome")

    assert [
        ("2026-03-12", None),
        ("2026-03-12T18:30", "Europe/Berlin"),
        ("2026-03-12T18:30", "Europe/Rome"),
    ] == [
        (each["starts"], each.get("zone"))
        for found in (alone, within, given)
        for record in found.records
        for each in [record.to_dict()]
    ]
    assert [
        "my.ics: line 3, property DTSTART: names no zone: its day alone is taken;"
        " pass zone='Europe/Berlin', or whichever it is"
    ] == told(alone)
    assert [] == told(within) + told(given)


@pytest.mark.parametrize("zone", ["", "../etc/passwd", "W. Europe Standard Time"])
def test_no_zone_to_read_by(zone: str, tmp_path: Path) -> None:
    """A zone that the caller gives is written as a zone is."""
    with pytest.raises(ct.InvalidValue, match=r"^zone: must be the key of an IANA time zone"):
        imported(tmp_path, calendar(), zone=zone)


@pytest.mark.parametrize(
    ("lines", "minutes"),
    [
        (["DTEND;TZID=Europe/Berlin:20260312T200000"], 90),
        (["DURATION:PT1H"], 60),
        (["DURATION:P1DT30S"], 1440),
        (["DTEND;TZID=Europe/Berlin:20260312T183000"], None),
        ([], None),
    ],
)
def test_minutes(lines: list[str], minutes: int | None, tmp_path: Path) -> None:
    """How long an event takes is the time from its start to its end, or its duration."""
    start = "DTSTART;TZID=Europe/Berlin:20260312T183000"

    assert minutes == read_one(tmp_path, "SUMMARY:Talk", start, *lines).get("minutes")


@pytest.mark.parametrize(
    ("end", "reason"),
    [
        ("DTEND:20260312T200000Z", "ends in another zone than it begins: its minutes are not taken"),
        ("DTEND;VALUE=DATE:20260313", "ends in another zone than it begins: its minutes are not taken"),
        ("DTEND;TZID=Europe/Berlin:20260312T180000", "ends before it begins"),
        ("DTEND;TZID=Europe/Berlin:99990312T180000", "must be a whole number from 1 to 1000000"),
        ("DTEND;TZID=Europe/Berlin:x", "cannot be read"),
        ("DURATION:-PT1H", "ends before it begins"),
        ("DURATION:P9999D", "must be a whole number from 1 to 1000000"),
        ("DURATION:P999999999W", "cannot be read"),
    ],
)
def test_no_minutes(end: str, reason: str, tmp_path: Path) -> None:
    """An end that says no minutes costs the minutes alone, and that is reported."""
    start = "DTSTART;TZID=Europe/Berlin:20260312T183000"
    found = imported(tmp_path, calendar(["UID:7@example.org", "SUMMARY:Talk", start, end]))

    assert [None] == [record.to_dict().get("minutes") for record in found.records]
    assert [f"my.ics: line 3, property {re.split('[:;]', end)[0]}: {reason}"] == told(found)


def test_a_calendar_changes_nothing_for_the_next(tmp_path: Path) -> None:
    """What one calendar calls a zone has nothing to do with what the next one does."""
    one = ["UID:7@example.org", "SUMMARY:Talk", "DTSTART;TZID=Berlin:20260312T183000"]
    first = imported(tmp_path, calendar(one, top=LIBICAL))
    second = imported(tmp_path, calendar(one, top=["BEGIN:VTIMEZONE", "TZID:Berlin", "END:VTIMEZONE"]))

    assert ["Europe/Berlin", "Berlin"] == [
        record.to_dict()["zone"] for found in (first, second) for record in found.records
    ]


def test_two_calendars_in_one_file(tmp_path: Path) -> None:
    """Nor in one file: each says for its own events what zones are called, and which is the usual one."""
    place = ["BEGIN:VTIMEZONE", "TZID:my zone", "X-LIC-LOCATION:Europe/Berlin", "END:VTIMEZONE"]
    talk = ["SUMMARY:Talk", "DTSTART;TZID=my zone:20260312T183000"]
    walk = ["SUMMARY:Walk", "DTSTART:20260313T183000"]
    first = calendar(["UID:1", *talk], ["UID:2", *walk], top=["X-WR-TIMEZONE:Europe/Berlin", *place])
    found = imported(tmp_path, first + calendar(["UID:3", *talk], ["UID:4", *walk]))

    assert {("Talk", "Europe/Berlin"), ("Walk", "Europe/Berlin"), ("Talk", None), ("Walk", None)} == {
        (record.to_dict()["title"], record.to_dict().get("zone")) for record in found.records
    }
    assert ["zone", "no-zone"] == [issue.params["rule"] for issue in found.issues]
