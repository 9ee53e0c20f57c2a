"""Days that are none, and days that do not follow one another."""

from datetime import UTC, date, datetime, timedelta
from itertools import islice
from typing import Any

import pytest
from tests.faults.documents import document, issues_of, refused

import careertrack as ct
from careertrack import days
from careertrack.days import next_after, nth, rhythm

NO_DAYS = [
    "",
    "1",
    "2026",
    "2026-03",
    "01/02/2026",
    "02.01.2026",
    "20260101",
    "2026-W01-1",
    "2026-001",
    "2026-1-1",
    "26-01-01",
    " 2026-01-01",
    "2026-01-01\n",
    "2026-01-01T00:00",
    "2026-01-01Z",
    "\u0662\u0660\u0662\u0666-\u0660\u0661-\u0660\u0661",
    "2026\u201101\u201101",
    "2026-02-29",
    "2026-04-31",
    "2026-00-01",
    "2026-13-01",
    "2026-01-00",
    "0000-01-01",
    "-2026-01-01",
    "+2026-01-01",
    "10000-01-01",
    "1" * 400,
    "today",
    20260101,
    2026.0,
    True,
    {"year": 2026},
    ["2026-01-01"],
]

PLACES: dict[str, dict[str, Any]] = {
    "on": {"kind": "pause", "until": "9999-12-31"},
    "until": {"kind": "pause", "on": "0001-01-01"},
    "due": {"kind": "course", "title": "x"},
    "met": {"kind": "contact", "id": "x", "name": "x"},
    "answer_by": {"kind": "offer", "on": "0001-01-01", "transition": "move"},
}
MOVE = {"kind": "transition", "id": "move", "on": "0001-01-01"}


@pytest.mark.parametrize("day", NO_DAYS, ids=lambda day: repr(day)[:20])
@pytest.mark.parametrize("field", PLACES)
def test_no_day(field: str, day: Any) -> None:
    """Whatever is not a day of the calendar as YYYY-MM-DD is refused at its field."""
    (issue,) = issues_of(document(MOVE, {**PLACES[field], field: day}))

    assert (f"$.records[1].{field}", "value") == (issue.path, issue.code)
    assert "a day, such as date(2026, 3, 1) or '2026-03-01'" == issue.params["rule"]
    assert len(str(issue)) < 200


@pytest.mark.parametrize("day", ["0001-01-01", "2024-02-29", "9999-12-31"])
def test_a_day(day: str) -> None:
    """Any day of the calendar is taken, as text and as a `date`, and written as it came."""
    reflection = {"kind": "reflection", "on": day, "energy": 1}
    made = ct.Reflection(on=date.fromisoformat(day), energy=1)

    assert made == ct.from_dict(reflection)
    assert reflection == ct.to_dict(made)


@pytest.mark.parametrize("day", [datetime(2026, 1, 1), datetime(2026, 1, 1, tzinfo=UTC), 1.5, b"2026-01-01"])
def test_a_moment_is_no_day(day: Any) -> None:
    """A constructor takes no moment for a day: which day it is depends on where one is."""
    with pytest.raises(ct.InvalidValue) as caught:
        ct.Reflection(on=day, energy=1)

    assert ["Reflection.on"] == [issue.path for issue in caught.value.issues]


@pytest.mark.parametrize(
    "part",
    [
        "24",
        "202",
        "20245",
        "2024-",
        "2024-1",
        "2024-13",
        "2024-00",
        "2024-02-30",
        "0000",
        "2024-02-1",
        "2024-02-01T00:00",
        "\u0662\u0660\u0662\u0664",
        "1" * 400,
        "2024\n",
        2024,
        True,
        [],
    ],
    ids=lambda part: repr(part)[:20],
)
def test_no_part_of_a_date(part: Any) -> None:
    """A day known in part is a year, a month or a day, strictly."""
    found = ct.issues({"kind": "position", "title": "x", "started": part})

    assert [("$.started", "value")] == [(issue.path, issue.code) for issue in found]


# --- Days that do not follow one another ------------------------------------------------------------


@pytest.mark.parametrize(
    ("record", "field", "other"),
    [
        ({"kind": "position", "title": "x", "started": "2024-05", "ended": "2024-04"}, "ended", "started"),
        (
            {"kind": "position", "title": "x", "started": "2024-05-02", "ended": "2024-05-01"},
            "ended",
            "started",
        ),
        ({"kind": "position", "title": "x", "started": "2024", "ended": "2023-12-31"}, "ended", "started"),
        ({"kind": "pause", "on": "2026-01-02", "until": "2026-01-01"}, "until", "on"),
        (
            {"kind": "routine", "id": "x", "on": "2026-01-02", "pillar": "skills", "minutes": 1}
            | {"until": "2026-01-01"},
            "until",
            "on",
        ),
        (
            {"kind": "cadence", "id": "x", "on": "2026-01-02", "contact": "a", "every": "week"}
            | {"until": "2026-01-01"},
            "until",
            "on",
        ),
        (
            {"kind": "offer", "on": "2026-01-02", "transition": "move", "answer_by": "2026-01-01"},
            "answer_by",
            "on",
        ),
        (
            {"kind": "reflection", "on": "2026-01-02", "decision": "x", "look_back": "2026-01-02"},
            "look_back",
            "on",
        ),
    ],
)
def test_an_end_before_its_start(record: dict[str, Any], field: str, other: str) -> None:
    """An end before its start is refused at its own path, and the message names the path of the start."""
    contact = {"kind": "contact", "id": "a", "name": "A"}
    (issue,) = issues_of(document(MOVE, contact, record))

    assert (f"$.records[2].{field}", "value") == (issue.path, issue.code)
    assert f"$.records[2].{other}, {record[other]}, got '{record[field]}'" in str(issue)


def test_milestones_that_do_not_rise() -> None:
    """Milestones whose days do not rise to the due day are refused, naming both paths."""
    goal = {"kind": "goal", "id": "x", "on": "2026-01-01", "title": "x", "pillar": "skills", "target": 3}
    days = [{"due": "2026-03-01", "value": 1}, {"due": "2026-03-01", "value": 2}]
    (issue,) = ct.issues({**goal, "milestones": days})
    (other,) = ct.issues({**goal, "milestones": days[:1], "due": "2026-03-01"})

    assert ("$.milestones", "value") == (issue.path, issue.code)
    assert "must be a list whose days rise strictly, all before $.due" in str(issue)
    assert "$.milestones" == other.path


DUE: dict[str, dict[str, Any]] = {
    "due": {"kind": "goal", "id": "x", "title": "x", "pillar": "skills"},
    "milestones[0].due": {"kind": "goal", "id": "x", "title": "x", "pillar": "skills", "target": 2},
    "retry": {"kind": "setback", "id": "x", "what": "x"},
}


def due(field: str, on: str, day: str) -> dict[str, Any]:
    """A record with a day in a field."""
    if "." in field:
        return DUE[field] | {"on": on, "milestones": [{"due": day, "value": 1}]}
    return DUE[field] | {"on": on, field: day}


@pytest.mark.parametrize("day", ["2026-01-04", "2026-01-05"])
@pytest.mark.parametrize("field", DUE)
def test_due_when_it_is_promised(field: str, day: str) -> None:
    """A due or retry day comes after the day of the first record."""
    (issue,) = issues_of(document(due(field, "2026-01-05", day)))

    facts = {"first": "2026-01-05", "got": f"'{day}'"}
    assert ct.Issue(f"$.records[0].{field}", "not-after", facts) == issue
    assert "must be after 2026-01-05, the day of the first record, got" in str(issue)


@pytest.mark.parametrize("field", DUE)
def test_a_revision_may_be_late(field: str) -> None:
    """A later revision may carry a due day that has passed, but none before the first record."""
    first = due(field, "2026-01-05", "2026-02-01")

    assert 2 == len(ct.loads(document(first, due(field, "2026-03-01", "2026-02-01"))))
    assert [(f"$.records[0].{field}", "not-after")] == refused(
        document(due(field, "2026-03-01", "2026-01-05"), first)
    )


def test_a_commitment_is_due_later_as_well() -> None:
    """A promise that was due when it was made is refused, by a plan as by a document."""
    promise = ct.Commitment(id="x", on="2026-01-05", what="x", pillar="skills", due="2026-01-05")
    with pytest.raises(ct.InvalidPlan) as caught:
        ct.Plan().add(promise)

    assert [("$.added[0].due", "not-after")] == [(i.path, i.code) for i in caught.value.issues]


def test_the_first_record_of_a_catalogue_entry_has_no_day() -> None:
    """A definition of the catalogue holds from the start: its first record has no day."""
    (issue,) = issues_of(document({"kind": "skill", "name": "SQL", "on": "2026-01-05"}))

    assert ct.Issue("$.records[0].on", "dated-first", {"kind": "skill", "got": "'2026-01-05'"}) == issue


# --- Rhythms -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "every",
    [
        "0 days",
        "-1 days",
        "0",
        "-1",
        "1",
        "10000 days",
        "1.5 weeks",
        "01 days",
        "days 1",
        "2  days",
        "2 Days",
        "",
        "fortnight",
        "2 weeks ",
        "\u0662 days",
        "9" * 400 + " days",
        0,
        -1,
        1,
        2.0,
        True,
        {"days": 1},
    ],
    ids=lambda every: repr(every)[:20],
)
def test_no_interval(every: Any) -> None:
    """An interval is 1 to 9999 whole days, weeks, months or years."""
    cadence = {"kind": "cadence", "id": "x", "on": "2026-01-05", "contact": "a", "every": every}

    assert [("$.every", "value")] == [(issue.path, issue.code) for issue in ct.issues(cadence)]


@pytest.mark.parametrize("count", [0, -1, 10_000, 1.5, True, "1", None])
def test_no_count(count: Any) -> None:
    """`Every` itself refuses what is no count."""
    with pytest.raises(ct.InvalidValue) as caught:
        ct.Every(count, "day")

    assert [("Every", "value")] == [(issue.path, issue.code) for issue in caught.value.issues]


def test_monthly_from_the_31st() -> None:
    """Monthly from the 31st ends short months on their last day and comes back to the 31st."""
    found = islice(rhythm(date(2026, 1, 31), ct.Every(1, "month")), 5)

    assert ["2026-02-28", "2026-03-31", "2026-04-30", "2026-05-31", "2026-06-30"] == list(map(str, found))


def test_yearly_from_the_29th_of_february() -> None:
    """Yearly from 29 February falls on the 28th in common years and comes back in leap years."""
    found = islice(rhythm(date(2024, 2, 29), ct.Every(1, "year")), 4)

    assert ["2025-02-28", "2026-02-28", "2027-02-28", "2028-02-29"] == list(map(str, found))


@pytest.mark.parametrize("unit", ["day", "week", "month", "year"])
def test_ten_thousand_dates_at_once(unit: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """The next day of a rhythm is found in a few steps, however many days there were before."""
    asked: list[int] = []

    def counted(anchor: date, every: ct.Every, n: int) -> date | None:
        asked.append(n)
        return nth(anchor, every, n)

    monkeypatch.setattr(days, "nth", counted)
    found = next_after(date(1, 1, 1), ct.Every(1, unit), date(9998, 1, 1))

    assert found is not None
    assert found > date(9998, 1, 1) >= found - timedelta(366)
    assert len(asked) < 4
    assert 9_996 < len(list(islice(rhythm(date(1, 1, 1), ct.Every(1, unit)), 10_000))) <= 10_000


def test_the_end_of_the_calendar() -> None:
    """A rhythm ends with the calendar, quietly."""
    assert [] == list(rhythm(date(9999, 12, 31), ct.Every(9999, "year")))
    assert next_after(date(9999, 12, 1), ct.Every(1, "month"), date(9999, 12, 31)) is None


@pytest.mark.parametrize(
    ("day", "hint"),
    [
        ("2026-02-30", "that month has no such day"),
        (datetime(2026, 3, 1, 9, 30), "take its day: .date()"),
        ("2026-3-1", ""),
        (20260301, ""),
    ],
)
def test_what_to_do_about_a_day(day: Any, hint: str) -> None:
    """A day that looks like one is told what it lacks."""
    with pytest.raises(ct.InvalidValue) as caught:
        ct.Course(title="SQL", due=day)
    (issue,) = caught.value.issues

    assert ("Course.due", "value", hint) == (issue.path, issue.code, issue.hint)
