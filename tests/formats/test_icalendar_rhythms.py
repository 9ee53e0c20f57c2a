"""Rhythms in a calendar: a rule only where it says exactly the days that the library does."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.formats.calendars import BEN, STAMP, components, days_of, exported, lines

import careertrack as ct
from careertrack.formats import icalendar
from careertrack.formats.icalendar._rules import rule_of
from careertrack.record import Record
from careertrack.strategies import plans
from careertrack.values import Every

UID = "cadence.talk@careertrack"


def talk(on: str, every: str, **more: Any) -> ct.Cadence:
    """A rhythm with Ben."""
    return ct.Cadence(id="talk", on=on, contact="ben", every=every, **more)


def rules(*records: Record, day: str, days: int) -> list[str]:
    """The rules that a calendar has; one component has no more than one."""
    return [line.removeprefix("RRULE:") for line in lines(exported([BEN, *records], day, days), "RRULE")]


# --- By hand ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("on", "every", "days", "expected"),
    [
        ("2026-01-05", "day", 3, "FREQ=DAILY;COUNT=3"),
        ("2026-01-05", "2 weeks", 43, "FREQ=WEEKLY;COUNT=3;INTERVAL=2"),
        ("2026-01-05", "month", 100, "FREQ=MONTHLY;COUNT=3"),
        ("2026-01-31", "month", 100, "FREQ=MONTHLY;COUNT=3;BYMONTHDAY=-1"),
        ("2025-12-31", "month", 100, "FREQ=MONTHLY;COUNT=3;BYMONTHDAY=-1"),
        ("2025-12-30", "month", 100, None),  # 30 January, 28 February, 30 March
        ("2024-02-29", "year", 1500, "FREQ=YEARLY;COUNT=4;BYMONTHDAY=-1;BYMONTH=2"),
        ("2023-12-31", "year", 1500, "FREQ=YEARLY;COUNT=4"),
        ("2025-11-30", "3 months", 300, None),  # 28 February, 30 May, 30 August
        ("2026-01-29", "month", 100, None),
    ],
)
def test_a_rule(on: str, every: str, days: int, expected: str | None) -> None:
    """A rule is used for what it can say: no month too short for the day, or the last day of each."""
    following = (date.fromisoformat(on) + timedelta(1)).isoformat()
    written = rules(talk(on, every, counted_from="schedule"), day=following, days=days)

    assert ([] if expected is None else [expected]) == written


def test_days_that_no_rule_says() -> None:
    """Days that are neither alike nor the last of their months have no rule, whatever lies between them."""
    days = [date(2026, 1, 30), date(2026, 2, 27), date(2026, 3, 30)]  # each a day before those of a rhythm

    assert rule_of(days, Every(1, "month")) is None


def test_the_last_days_of_months() -> None:
    """Monthly from the 31st of January: 28 February, 31 March, 30 April, 31 May."""
    found = exported([BEN, talk("2026-01-31", "month", counted_from="schedule")], "2026-02-01", 120)
    days = days_of(found.content, UID, date(2026, 2, 1), date(2027, 1, 1))

    assert ["2026-02-28", "2026-03-31", "2026-04-30", "2026-05-31"] == list(map(str, days))
    assert {"VEVENT": 1} == found.written


def test_what_no_rule_says() -> None:
    """Monthly from the 30th of January: a single event for each day, 28 February among them."""
    found = exported([BEN, talk("2026-01-30", "month", counted_from="schedule")], "2026-02-01", 90)
    written = components(found.content)

    assert ["2026-02-28", "2026-03-30", "2026-04-30"] == [str(each["DTSTART"].dt) for each in written]
    assert [UID, "cadence.talk.2@careertrack", "cadence.talk.3@careertrack"] == [
        str(each["UID"]) for each in written
    ]


def test_a_leap_day() -> None:
    """Yearly from 29 February comes back to the 29th in leap years."""
    found = exported([BEN, talk("2024-02-29", "year", counted_from="schedule")], "2024-03-01", 1500)
    days = days_of(found.content, UID, date(2024, 3, 1), date(2030, 1, 1))

    assert ["2025-02-28", "2026-02-28", "2027-02-28", "2028-02-29"] == list(map(str, days))


def test_one_day_needs_no_rule() -> None:
    """A rhythm that comes up once in the days asked for is a single event."""
    assert [] == rules(talk("2026-01-05", "2 weeks"), day="2026-01-12", days=14)


def test_a_pause_breaks_a_rhythm() -> None:
    """What a pause puts off stands where it was put off to, day by day, and says so."""
    pause = ct.Pause(on="2026-01-10", until="2026-01-20")
    found = exported([BEN, talk("2026-01-05", "week"), pause], "2026-01-10", 28)

    assert ["2026-01-21", "2026-01-26", "2026-02-02"] == list(
        map(str, days_of(found.content, UID, date(2026, 1, 1), date(2026, 12, 31)))
    )
    assert [] == lines(found, "RRULE")
    assert "put off from 2026-01-12 by a pause" in found.content.replace("\r\n ", "")


def test_a_rhythm_that_was_put_off_as_a_whole() -> None:
    """A pause that is over and moved all days alike leaves a rhythm that a rule can say."""
    records = [
        ct.Conversation(on="2026-01-05", contacts=["ben"]),
        ct.Pause(on="2026-01-06", until="2026-01-08"),
    ]

    found = exported([BEN, talk("2026-01-01", "week"), *records], "2026-01-12", 21)

    assert ["RRULE:FREQ=WEEKLY;COUNT=3"] == lines(found, "RRULE")
    assert ["2026-01-15", "2026-01-22", "2026-01-29"] == list(
        map(str, days_of(found.content, UID, date(2026, 1, 12), date(2026, 3, 1)))
    )
    assert not any("put off" in line for line in lines(found))


def test_the_last_day_of_a_promise() -> None:
    """A rhythm ends with its promise, and the last day is marked."""
    found = exported([BEN, talk("2026-01-05", "week", until="2026-01-20")], "2026-01-06", 60)

    assert ["2026-01-12", "2026-01-19"] == list(
        map(str, days_of(found.content, UID, date(2026, 1, 1), date(2026, 12, 31)))
    )
    assert ["SUMMARY:Last day of the rhythm: Ben Example", "SUMMARY:Be in touch: Ben Example"] == lines(
        found, "SUMMARY"
    )


def test_an_overdue_touch() -> None:
    """A touch that is overdue is a task beside the rhythm, which goes on."""
    found = exported([BEN, talk("2026-01-05", "week")], "2026-01-14", 7)

    assert [("VTODO", "touch.talk@careertrack"), ("VEVENT", UID)] == [
        (each.name, str(each["UID"]))  # type: ignore[attr-defined]
        for each in components(found.content)
    ]
    assert ["DUE;VALUE=DATE:20260112"] == lines(found, "DUE")


def test_the_next_export_moves_what_is_there() -> None:
    """After a talk the coming touches keep their UIDs, so that a program moves them and doubles none."""
    records = [BEN, talk("2026-01-30", "month")]
    before = exported(records, "2026-02-01", 90)
    after = exported([*records, ct.Conversation(on="2026-02-03", contacts=["ben"])], "2026-02-03", 90)

    assert 3 == len(components(before.content))
    assert {str(each["UID"]) for each in components(after.content)} <= {
        str(each["UID"]) for each in components(before.content)
    }


# --- By law -------------------------------------------------------------------------------------

BEGINNINGS = st.dates(date(2023, 1, 1), date(2024, 12, 31)) | st.sampled_from(
    [date(2024, 2, 29), date(2023, 1, 31), date(2023, 1, 30), date(2023, 8, 29), date(2023, 12, 31)]
)
INTERVALS = st.builds(Every, st.integers(1, 13), st.sampled_from(["day", "week", "month", "year"]))


@given(st.data())
@settings(max_examples=80, deadline=None)
def test_a_calendar_shows_the_days_of_a_rhythm(data: st.DataObject) -> None:
    """A program shows a rhythm between two days on exactly the days that the library says, for years."""
    began = data.draw(BEGINNINGS)
    cadence = ct.Cadence(
        id="talk",
        on=began,
        contact="ben",
        every=data.draw(INTERVALS),
        counted_from=data.draw(st.sampled_from(["schedule", "last-touch"])),
        until=data.draw(st.none() | st.dates(date(2026, 1, 1), date(2029, 1, 1))),
    )
    records: list[Record] = [BEN, cadence]
    for on in data.draw(st.lists(st.dates(began, date(2025, 6, 1)), max_size=2, unique=True)):
        records.append(ct.Conversation(on=on, contacts=["ben"]))
    for on in data.draw(st.lists(st.dates(began, date(2026, 6, 1)), max_size=2, unique=True)):
        records.append(ct.Pause(on=on, until=on + timedelta(data.draw(st.integers(0, 40)))))
    now = ct.Plan(records=records).as_of(data.draw(st.dates(date(2025, 1, 1), date(2026, 1, 1))))
    days = data.draw(st.sampled_from([30, 365, 1500]))
    found = icalendar.write(now, stamp=STAMP, days=days)
    first = now.day + timedelta(data.draw(st.integers(0, days - 1)))
    last = first + timedelta(data.draw(st.integers(0, 400)))

    assert [
        each.day for each in now.agenda(days) if each.type == "cadence" and first <= each.day <= last
    ] == (days_of(found.content, UID, first, last))


@given(plans(), st.dates(date(2026, 1, 1), date(2027, 12, 31)), st.integers(1, 400))
@settings(max_examples=30, deadline=None)
def test_a_calendar_shows_the_days_of_all_rhythms(plan: ct.Plan, day: date, days: int) -> None:
    """Of any plan, a program shows each rhythm on the days that the agenda has it."""
    now = plan.as_of(day)
    agenda = now.agenda(days)
    found = icalendar.write(now, stamp=STAMP, days=days)

    for id in now.cadences:
        expected = [each.day for each in agenda if (each.type, each.id) == ("cadence", id)]
        assert expected == days_of(found.content, f"cadence.{id}@careertrack", agenda.day, agenda.until)


@given(BEGINNINGS, INTERVALS)
@settings(max_examples=25, deadline=None)
def test_a_rhythm_for_ten_years(began: date, every: Every) -> None:
    """A schedule that nothing disturbs is shown on its own days, and on no others, for ten years."""
    cadence = ct.Cadence(id="talk", on=began, contact="ben", every=every, counted_from="schedule")
    now = ct.Plan(records=[BEN, cadence]).as_of(began)
    found = icalendar.write(now, stamp=STAMP, days=3_660)

    assert [each.day for each in now.agenda(3_660)] == (
        days_of(found.content, UID, began, began + timedelta(5_000))
    )
