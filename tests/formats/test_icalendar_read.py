"""Appointments of a calendar: good ones kept, bad ones reported by the line that they begin on."""

import re
import zipfile
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.formats.calendars import BEN, calendar, exported, imported, read_one, told

import careertrack as ct
from careertrack.formats import Imported, icalendar
from careertrack.formats.icalendar import _lines

TALK = ["UID:7@example.org", "SUMMARY:Talk", "DTSTART;TZID=Europe/Berlin:20260312T183000"]


def titles(found: Imported) -> list[str]:
    """The titles of the events, in their order."""
    return [str(record.to_dict()["title"]) for record in found.records]


def starts(found: Imported) -> list[Any]:
    """When the events start, earliest first."""
    return sorted(record.to_dict()["starts"] for record in found.records)


# --- One event ----------------------------------------------------------------------------------


def test_an_event(tmp_path: Path) -> None:
    """An event has a title, a start, minutes, a link; its description is a note, its place is kept beside."""
    plain = read_one(
        tmp_path,
        "BEGIN:VALARM",
        "SUMMARY:Alarm",
        "END:VALARM",
        "DTSTAMP:20260101T000000Z",
        "SUMMARY:Interview\\, first round",
        "DTSTART;TZID=Europe/Berlin:20260312T183000",
        "DTEND;TZID=Europe/Berlin:20260312T193000",
        "DESCRIPTION:Bring the\\nCV\\; ask for",
        "  Grace",
        "LOCATION:Main Street 1",
        "URL:https://example.org/a,b",
        "CATEGORIES:Work,INTERVIEW,meetup",
        "STATUS:CONFIRMED",
        "X-OTHER:1",
    )

    assert {
        "title": "Interview, first round",
        "type": "interview",
        "starts": "2026-03-12T18:30",
        "zone": "Europe/Berlin",
        "minutes": 60,
        "link": "https://example.org/a,b",
        "note": "Bring the\nCV; ask for Grace",
        "extra": {"icalendar": {"location": "Main Street 1"}},
    } == plain


@pytest.mark.parametrize(
    ("lines", "until"),
    [
        (["DTEND;VALUE=DATE:20260315"], "2026-03-14"),
        (["DTEND;VALUE=DATE:20260313"], None),
        (["DURATION:P3D"], "2026-03-14"),
        (["DTEND:20260320T120000Z"], None),
        ([], None),
    ],
)
def test_a_whole_day(lines: list[str], until: str | None, tmp_path: Path) -> None:
    """An event of a day has no minutes; of several days the last one is kept beside the first."""
    expected = {"title": "Fair", "starts": "2026-03-12"}
    extra = {"extra": {"icalendar": {"until": until}}} if until else {}

    assert expected | extra == read_one(tmp_path, "SUMMARY:Fair", "DTSTART;VALUE=DATE:20260312", *lines)


@pytest.mark.parametrize("line", ["DTEND;VALUE=DATE:20260311", "DURATION:-P3D", "DURATION:-P99999999D"])
def test_a_day_that_ends_before_it_begins(line: str, tmp_path: Path) -> None:
    """The end of an event of a day that is none is reported, and costs nothing else."""
    found = imported(tmp_path, calendar(["UID:7", "SUMMARY:Fair", "DTSTART;VALUE=DATE:20260312", line]))
    name = re.split("[:;]", line)[0]
    plains = [record.to_dict() for record in found.records]

    assert [("Fair", None)] == [(plain["title"], plain.get("extra")) for plain in plains]
    assert [f"my.ics: line 3, property {name}: ends before it begins"] == told(found)


def test_the_last_day_of_all(tmp_path: Path) -> None:
    """An event may stand on the last day of the calendar."""
    assert "9999-12-31" == read_one(tmp_path, "SUMMARY:End", "DTSTART;VALUE=DATE:99991231")["starts"]


def test_what_sort_of_event(tmp_path: Path) -> None:
    """A category that is no word of this library says nothing of the sort of event."""
    assert "type" not in read_one(tmp_path, "SUMMARY:x", "DTSTART;VALUE=DATE:20260312", "CATEGORIES:Holiday")


def test_who_is_there(tmp_path: Path) -> None:
    """Who is a contact of the plan is named, by e-mail address; of others the count is all that is told."""
    people = [
        'ORGANIZER;CN="Example, Ben":MAILTO:Ben@Example.org',
        "ATTENDEE;CN=Ben:mailto:ben@example.org",
        "ATTENDEE;CN=Jane Doe:mailto:jane@example.org",
        "ATTENDEE:mailto:JANE@example.org",
        "ATTENDEE:mailto:joe@example.org",
    ]
    text = calendar([*TALK, *people])
    found = imported(tmp_path, text, into=ct.Plan(records=[BEN]))
    alone = imported(tmp_path, text)

    assert [["ben"]] == [record.to_dict()["contacts"] for record in found.records]
    assert {"attendees": "2 found: no contact of the plan has their address"} == found.left
    assert {"attendees": "3 found: no contact of the plan has their address"} == alone.left
    assert ["contacts" in record.to_dict() for record in alone.records] == [False]
    assert not {"jane", "joe"} & set(str((found.records, found, found.left)).lower().split())


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        (["DTSTART;VALUE=DATE:20260312"], "line 3, property SUMMARY: names no event"),
        (["SUMMARY:   ", "DTSTART;VALUE=DATE:20260312"], "line 3, property SUMMARY: names no event"),
        (["SUMMARY:Talk"], "line 3, property DTSTART: names no day"),
        (["SUMMARY:Talk", "DTSTART:P1D"], "line 3, property DTSTART: names no day"),
        (
            ["SUMMARY:" + "x" * 501, "DTSTART;VALUE=DATE:20260312"],
            "line 3, property SUMMARY: must be text of 1 to 500 whole characters",
        ),
    ],
)
def test_what_is_no_event(lines: list[str], message: str, tmp_path: Path) -> None:
    """What has no title or no day is not taken, and the next one is."""
    found = imported(tmp_path, calendar(lines, TALK))

    assert (["Talk"], [f"my.ics: {message}"]) == (titles(found), told(found))


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("URL:" + "x" * 2_001, "URL: must be text of 1 to 2000 whole characters"),
        ("DESCRIPTION:" + "secret " * 3_000, "DESCRIPTION: must be text of 1 to 20000 whole characters"),
        ("DESCRIPTION:" + "secret " * 30_000, "DESCRIPTION: has a value of more than 131,072 characters"),
        ("LOCATION:secret\x00", "LOCATION: must be text of whole characters"),
        ("SEQUENCE:secret", "SEQUENCE: cannot be read"),
        ("DURATION:secret", "DURATION: cannot be read"),
        ('LOCATION;X="secret', "LOCATION: cannot be read"),
        ("LOCATION", "LOCATION: cannot be read"),
        ("DURATION:P99999999999999999999D", "DURATION: cannot be read"),
        ("EXDATE:secret", "EXDATE: cannot be read"),
    ],
)
def test_a_bad_property(line: str, message: str, tmp_path: Path) -> None:
    """A property that is bad costs itself alone; it is reported by its name, and never shown."""
    found = imported(tmp_path, calendar([*TALK, line]))

    assert (["Talk"], [f"my.ics: line 3, property {message}"]) == (titles(found), told(found))
    assert "secret" not in str(found.issues)


def test_what_the_library_trips_over(tmp_path: Path) -> None:
    """Where a version of the library breaks at a property instead of refusing it, that costs no more."""
    found = imported(tmp_path, calendar([*TALK, "LOCATION;VALUE=TEXT,URI:x"]))

    assert ["Talk"] == titles(found)
    assert told(found) in ([], ["my.ics: line 3, property LOCATION: cannot be read"])


def test_a_bad_start_costs_the_event(tmp_path: Path) -> None:
    """A start that is none is reported as such, and the event is not taken."""
    found = imported(tmp_path, calendar(["SUMMARY:Talk", "DTSTART:20261345"], TALK))

    assert ["Talk"] == titles(found)
    assert [
        "my.ics: line 3, property DTSTART: cannot be read",
        "my.ics: line 3, property DTSTART: names no day",
    ] == told(found)


# --- Several of one -----------------------------------------------------------------------------


def test_a_series(tmp_path: Path) -> None:
    """Of a series the first is taken, and what was moved from its day; what was called off is counted."""
    weekly = [*TALK, "RRULE:FREQ=WEEKLY;COUNT=10"]
    zone = ";TZID=Europe/Berlin:"
    moved = ["UID:7@example.org", f"RECURRENCE-ID{zone}20260319T183000", "SUMMARY:Moved"]
    off = ["UID:7@example.org", f"RECURRENCE-ID{zone}20260326T183000", "SUMMARY:Off", "STATUS:Cancelled"]
    events = [weekly, [*moved, f"DTSTART{zone}20260320T090000"], [*off, f"DTSTART{zone}20260326T183000"]]
    found = imported(tmp_path, calendar(*events))

    assert ["2026-03-12T18:30", "2026-03-20T09:00"] == starts(found)
    assert {
        "series": "1 found: the first of each is taken, and what was moved",
        "cancelled events": "1 found: they do not take place",
    } == found.left
    assert 2 == len({record.id for record in found.records})


def test_the_first_of_a_series_was_moved(tmp_path: Path) -> None:
    """Where the first of a series was moved, that stands for it, and has its id."""
    weekly = [*TALK, "RRULE:FREQ=WEEKLY"]
    first = ["UID:7@example.org", "RECURRENCE-ID;TZID=Europe/Berlin:20260312T183000", "SUMMARY:Talk"]
    before = imported(tmp_path, calendar(weekly))
    after = imported(tmp_path, calendar(weekly, [*first, "DTSTART;TZID=Europe/Berlin:20260313T090000"]))

    assert (["2026-03-13T09:00"], []) == (starts(after), told(after))
    assert [record.id for record in before.records] == [record.id for record in after.records]


def test_the_first_of_a_series_was_called_off(tmp_path: Path) -> None:
    """Where the first of a series was taken out of it, there is none to take."""
    dates = [
        "RDATE;TZID=Europe/Berlin:20260319T183000",
        "EXDATE;TZID=Europe/Berlin:20260311T183000,20260312T183000",
    ]
    found = imported(tmp_path, calendar([*TALK, *dates]))

    assert () == found.records
    assert ["series", "cancelled events"] == [*found.left]


def test_a_lone_event_of_a_series(tmp_path: Path) -> None:
    """Who was asked to one day of a series has that day alone."""
    zone = ";TZID=Europe/Berlin:"
    one = ["UID:7@example.org", "SUMMARY:Talk", f"RECURRENCE-ID{zone}20260319T183000"]

    assert ["2026-03-20T09:00"] == starts(
        imported(tmp_path, calendar([*one, f"DTSTART{zone}20260320T090000"]))
    )


def test_the_latest_version_counts(tmp_path: Path) -> None:
    """Of two versions of an event the one with the higher number is taken, in whatever order they come."""
    versions = [
        [*TALK, "SEQUENCE:2", "LOCATION:B"],
        [*TALK, "SEQUENCE:10", "LOCATION:C"],
        [*TALK, "LOCATION:A"],
    ]
    found = [imported(tmp_path, calendar(*order)) for order in permutations(versions)]

    assert {"C"} == {
        record.to_dict()["extra"]["icalendar"]["location"] for each in found for record in each.records
    }
    assert [{"older versions": "2 found: of an event that has a later one"}] * 6 == [
        each.left for each in found
    ]


def test_two_that_say_something_else(tmp_path: Path) -> None:
    """Of two events with one UID and number the same one is taken, in whatever order they come."""
    events = [[*TALK, "LOCATION:A"], [*TALK, "LOCATION:B"]]
    found = [imported(tmp_path, calendar(*order)) for order in permutations(events)]

    assert found[0].records == found[1].records
    assert 1 == len(found[0].records)


def test_events_without_a_uid(tmp_path: Path) -> None:
    """Events without a UID are told apart by their titles and starts, and are the same the next time."""
    events = [TALK[1:], ["SUMMARY:Lunch", TALK[2]], TALK[1:]]
    found = imported(tmp_path, calendar(*events))

    assert ["Lunch", "Talk"] == sorted(titles(found))
    assert found.records == imported(tmp_path, calendar(*events[::-1])).records


def test_one_id_twice(tmp_path: Path) -> None:
    """Two UIDs of this library that mean one event give one record; the other is reported."""
    uids = ["UID:appointment.talk@careertrack", "UID:appointment.talk@ada.careertrack"]
    found = imported(tmp_path, calendar(*([uid, *TALK[1:]] for uid in uids)))

    assert ["talk"] == [record.id for record in found.records]
    assert ["my.ics: line 3: says something else of event talk: not taken"] == told(found)


def test_ids_tell_nothing(tmp_path: Path) -> None:
    """UIDs can hold names and addresses: ids are digits of a hash, the same each time."""
    found = imported(tmp_path, calendar(["UID:jane.doe@example.org", *TALK[1:]]))

    assert ["e-7f73355bf032dcbb"] == [record.id for record in found.records]


# --- What else a calendar has -------------------------------------------------------------------


def test_what_is_not_taken(tmp_path: Path) -> None:
    """Tasks, journals and the like are counted, and no event is made of them."""
    others = [
        line
        for name in ("VTODO", "VTODO", "VJOURNAL", "VFREEBUSY", "jane doe")
        for line in (f"BEGIN:{name}", "SUMMARY:x", f"END:{name}")
    ]
    found = imported(tmp_path, calendar(TALK, top=others))

    assert {"VEVENT": 1, "VFREEBUSY": 1, "VJOURNAL": 1, "VTODO": 2, "other components": 1} == found.found
    assert {
        "VTODO": "2 found: a task is no appointment",
        "VJOURNAL": "1 found: a journal is no appointment",
        "VFREEBUSY": "1 found: it says when somebody is free",
    } == found.left
    assert (["Talk"], []) == (titles(found), told(found))


def test_an_empty_calendar(tmp_path: Path) -> None:
    """A calendar with nothing in it is one."""
    found = imported(tmp_path, calendar())

    assert ((), (), {}, {}) == (found.records, found.issues, found.found, found.left)


# --- Files --------------------------------------------------------------------------------------


def test_a_folder_and_an_archive(tmp_path: Path) -> None:
    """A folder or a zip archive gives what the calendars in it give; other files are no business of it."""
    folder = tmp_path / "calendars"
    folder.mkdir()
    (folder / "a.ics").write_text(calendar(TALK), encoding="utf-8")
    (folder / "B.ICS").write_text(calendar(["UID:8", "SUMMARY:Lunch", TALK[2]]), encoding="utf-8")
    (folder / "c.ical").write_text("", encoding="utf-8")
    (folder / "notes.txt").write_text(calendar(["UID:9", "SUMMARY:Dinner", TALK[2]]), encoding="utf-8")
    with zipfile.ZipFile(tmp_path / "calendars.zip", "w") as archive:
        for path in folder.iterdir():
            archive.write(path, path.name)
    found = icalendar.read(folder)

    assert ["Lunch", "Talk"] == sorted(titles(found))
    assert ["c.ical: is no calendar: it has no line BEGIN:VCALENDAR"] == told(found)
    assert (found.records, found.issues) == (
        icalendar.read(tmp_path / "calendars.zip").records,
        icalendar.read(tmp_path / "calendars.zip").issues,
    )


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "is no calendar: it has no line BEGIN:VCALENDAR"),
        (b"BEGIN:VCARD\r\nEND:VCARD\r\n", "is no calendar: it has no line BEGIN:VCALENDAR"),
        (b"<html></html>", "is no calendar: it has no line BEGIN:VCALENDAR"),
        (
            b"BEGIN:VCALENDAR\r\nX:\xe9\r\nEND:VCALENDAR",
            "is not UTF-8: byte 19 cannot be read; pass encoding='cp1252'",
        ),
        (calendar().encode("utf-16"), "is not UTF-8: byte 0 cannot be read; pass encoding='utf-16'"),
    ],
)
def test_no_calendar(content: bytes, message: str, tmp_path: Path) -> None:
    """A file that is no calendar, or cannot be read at all, is refused, saying why."""
    with pytest.raises(ct.InvalidDocument) as refused:
        imported(tmp_path, content)

    assert f"my.ics: {message}" == str(refused.value)


def test_no_file(tmp_path: Path) -> None:
    """A path that leads nowhere, and a folder without calendars, are refused."""
    with pytest.raises(ct.InvalidDocument, match=r"^my\.ics: is not there"):
        icalendar.read(tmp_path / "my.ics")
    with pytest.raises(ct.InvalidDocument, match="holds no calendar, such as"):
        icalendar.read(tmp_path)
    (tmp_path / "my.pdf").write_bytes(b"%PDF")
    with pytest.raises(ct.InvalidDocument, match=r"^my\.pdf: is neither a folder nor a zip file"):
        icalendar.read(tmp_path / "my.pdf")


def test_a_damaged_file(tmp_path: Path) -> None:
    """A file of an archive that cannot be unpacked is reported, and the others are read."""
    path = tmp_path / "calendars.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.ics", "x" * 50 + calendar(TALK))
        archive.writestr("b.ics", calendar(TALK))
    path.write_bytes(path.read_bytes().replace(b"x" * 50, b"y" * 50))
    found = icalendar.read(path)

    assert (["Talk"], ["a.ics: cannot be read: BadZipFile"]) == (titles(found), told(found))


def test_other_encodings(tmp_path: Path) -> None:
    """A byte order mark is dropped, and another encoding is read where the caller says so."""
    text = calendar(["UID:7@example.org", "SUMMARY:Café", TALK[2]])
    marked = imported(tmp_path, b"\xef\xbb\xbf" + text.encode())
    others = [imported(tmp_path, text.encode(name), encoding=name) for name in ("cp1252", "utf-16")]

    assert [["Café"]] * 3 == [titles(each) for each in (marked, *others)]


@pytest.mark.parametrize("end", ["\r\n", "\n", "\r"])
def test_line_ends(end: str, tmp_path: Path) -> None:
    """Lines may end in any way, and go on after any blank."""
    text = calendar(["UID:7@example.org", "SUMM", "\tARY:Ta", " lk", TALK[2], ""])

    assert ["Talk"] == titles(imported(tmp_path, text.replace("\r\n", end)))


def test_a_fold_within_a_character(tmp_path: Path) -> None:
    """A fold that splits a character, as some programs write it, does no harm, nor shifts the lines."""
    name = "工程师".encode()
    lines = [b"SUMMARY:" + name[:4] + b"\r\n " + name[4:], TALK[2].encode()]
    text = calendar(["UID:7", "@"], ["UID:8"]).encode().replace(b"@", b"\r\n".join(lines))
    found = imported(tmp_path, text)

    assert ["工程师"] == titles(found)
    assert ["my.ics: line 9, property SUMMARY: names no event"] == told(found)


@pytest.mark.parametrize(
    "lines",
    [
        ["BEGIN:VEVENT", *TALK[1:]],
        ["BEGIN:VEVENT", *TALK[1:], "BEGIN:VALARM"],
        ["BEGIN:VEVENT", *TALK[1:], "END:VTODO"],
        ["BEGIN:VTODO", "SUMMARY:x"],
        ["BEGIN:X-OWN", "BEGIN:X-INNER", "END:X-INNER"],
        ["BEGIN:VEVENT", *TALK[1:], "END:VCALENDAR", "BEGIN:VCALENDAR"],
        ["BEGIN:VEVENT", *TALK[1:], "BEGIN:VCALENDAR"],
    ],
)
def test_what_never_ends(lines: list[str], tmp_path: Path) -> None:
    """A component that is not closed is reported by the line it begins on, and the next one is read."""
    found = imported(tmp_path, calendar(TALK, top=lines))

    assert (["Talk"], ["my.ics: line 3: is a component that never ends"]) == (titles(found), told(found))


def test_cut_short(tmp_path: Path) -> None:
    """Of a file that was cut short the whole events are kept."""
    text = calendar(TALK, ["UID:8", "SUMMARY:Lunch", TALK[2]])
    found = imported(tmp_path, text[: text.index("Lunch")])

    assert (["Talk"], ["my.ics: line 8: is a component that never ends"]) == (titles(found), told(found))


@pytest.mark.parametrize(
    "inner",
    [
        ["BEGIN:VALARM", "SUMMARY:Alarm"],
        ["BEGIN:VALARM", "SUMMARY:Alarm", "BEGIN:X-A", "END:X-A", "SUMMARY:Alarm", "END:VALARM"],
        ["END:VALARM"],
        ["END:X-NEVER-BEGUN", "END:VALARM"],
    ],
)
def test_what_stands_within(inner: list[str], tmp_path: Path) -> None:
    """What stands within an event is not its own, whether it ends or not."""
    found = imported(tmp_path, calendar([*TALK, *inner]))

    assert (["Talk"], []) == (titles(found), told(found))


def test_too_many(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Beyond the most components that are read the file is not read on, and that is reported."""
    monkeypatch.setattr(_lines, "MOST_PARTS", 2)
    found = imported(tmp_path, calendar(*([f"UID:{n}", *TALK[1:]] for n in range(3))))

    assert 2 == len(found.records)
    assert ["my.ics: line 13: has more than 2 components: the rest is not read"] == told(found)


FRAGMENTS = st.sampled_from(
    ["BEGIN:VCALENDAR", "END:VCALENDAR", "BEGIN:VEVENT", "END:VEVENT", "BEGIN:VALARM", "END:VALARM", *TALK]
    + ["BEGIN:VTIMEZONE", "TZID:Berlin", "X-LIC-LOCATION:Europe/Berlin", "END:VTIMEZONE", "RRULE:FREQ=DAILY"]
    + ["RRULE:FREQ=SECONDLY;INTERVAL=0", "EXDATE:20260312", "RECURRENCE-ID:20260312T183000Z", "SEQUENCE:x"]
    + ["DTSTART:20260312", "DTSTART;TZID=Berlin:20260312T250000", "DTSTART;VALUE=PERIOD:20260312T183000/PT1H"]
    + [
        "DTEND:19000101T000000Z",
        "DURATION:-P9999999D",
        "SUMMARY",
        ":",
        ";",
        "=",
        " folded",
        "\t",
        "ATTENDEE:",
    ]
    + ["UID:appointment.x@careertrack", "CATEGORIES:,", 'URL;X="', "LOCATION:\x00", "STATUS:CANCELLED"]
)
NAMES = st.sampled_from(
    ["DTSTART", "SUMMARY", "URL", "DURATION", "EXDATE", "CATEGORIES", "ATTENDEE", "SEQUENCE"]
)
PROPERTIES = st.builds(
    "{}{}{}".format, NAMES, st.sampled_from([":", ";VALUE=DATE:", ";TZID=Europe:"]), st.text(max_size=20)
)


@given(st.lists(FRAGMENTS | PROPERTIES, max_size=25), st.sampled_from(["\r\n", "\n"]))
@settings(max_examples=100, deadline=None)
def test_anything_at_all(tmp_path_factory: pytest.TempPathFactory, lines: list[str], end: str) -> None:
    """Whatever a calendar holds, what is read of it is a plan, and nothing else is ever raised."""
    text = end.join(["BEGIN:VCALENDAR", "VERSION:2.0", *lines])
    folder = tmp_path_factory.getbasetemp()
    found = imported(folder, text)
    plan = ct.Plan(records=found.records)
    again = imported(folder, text, into=plan)

    assert len(found.records) == len(plan) == again.held
    assert ((), ()) == (again.records, again.differing)


# --- Into a plan --------------------------------------------------------------------------------


def test_importing_twice_changes_nothing(tmp_path: Path) -> None:
    """What the plan holds is left as it is, and what the calendar says otherwise is reported."""
    first = imported(tmp_path, calendar(TALK))
    plan = ct.Plan().add(first.records)
    again = imported(tmp_path, calendar(TALK), into=plan)
    (event,) = first.records
    edited = plan.replace(event, event.evolve(title="Talk with Ben", type="interview"))
    after = imported(tmp_path, calendar(TALK), into=edited)

    assert ((), 1, ()) == (again.records, again.held, again.differing)
    assert ((), 1, (event,)) == (after.records, after.held, after.differing)
    assert [f"my.ics: line 3: event {event.id} has another title in the plan, which stays"] == told(after)


def test_an_own_calendar_is_known_again(tmp_path: Path) -> None:
    """A calendar that this library wrote gives the plan nothing new; what it wrote it by stays no note."""
    records = [
        BEN,
        ct.Event(
            title="Talk", type="own-word", starts="2026-01-15T18:30", zone="Europe/Berlin", contacts=["ben"]
        ),
        ct.Event(title="Fair", starts="2026-01-16", note="mine"),
        ct.Cadence(id="ben", on="2026-01-05", contact="ben", every="week"),
        ct.Cadence(id="last", on="2026-01-05", contact="ben", every="year", until="2026-01-20"),
        ct.Goal(id="apply", on="2026-01-05", title="Apply", pillar="change", due="2026-01-20"),
    ]
    content = exported(records, addresses=True, notes=True, whose="ada").content
    again = imported(tmp_path, content, into=ct.Plan(records=records))
    elsewhere = imported(tmp_path, content)

    assert ((), 2, (), ()) == (again.records, again.held, again.differing, again.issues)
    assert {
        "VTODO": "1 found: a task is no appointment",
        "rhythms and last days": "2 found: the plan says itself what is due",
    } == again.left
    assert [
        {"kind": "event", "id": "fair", "title": "Fair", "starts": "2026-01-16"},
        {
            "kind": "event",
            "id": "talk",
            "title": "Talk",
            "type": "own-word",
            "starts": "2026-01-15T18:30",
            "zone": "Europe/Berlin",
        },
    ] == [record.to_dict() for record in elsewhere.records]
