"""What is coming up: each kind of thing on its day, with its reason, put off by a pause where that is so."""

import json
import pickle
from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest

import careertrack as ct
from careertrack.questions.agenda import MOST_DAYS, Agenda, AgendaEntry, agenda
from careertrack.questions.coming import ORDER
from careertrack.record import Record

BEN = ct.Contact(id="ben", name="Ben Example", emails=["ben@example.org"])
EVERY_MONDAY = ct.Cadence(id="ben", on="2026-01-05", contact="ben", every="week")


def asked(records: Sequence[Record], day: str = "2026-01-12", days: int = 28) -> Agenda:
    """The agenda of a plan with some records."""
    return agenda(ct.Plan(records=records).as_of(day), days)


def days_of(found: Agenda) -> list[str]:
    """The days of the entries."""
    return [str(each.day) for each in found]


def only(records: Sequence[Record], day: str = "2026-01-12", days: int = 28) -> AgendaEntry:
    """The one entry of an agenda with nothing overdue."""
    found = asked(records, day, days)
    (entry,) = found
    assert () == found.overdue
    return entry


# --- The window ---------------------------------------------------------------------------------


def test_nothing_is_due_in_an_empty_plan() -> None:
    """An empty plan has an empty agenda, which says so."""
    found = asked([], days=7)

    assert ([], ()) == (list(found), found.overdue)
    assert "from 2026-01-12 to 2026-01-18\nnothing is due that is written down" == str(found)


def test_the_window_runs_from_the_day_itself() -> None:
    """Seven days from a Monday are that Monday to the Sunday."""
    goals = [
        ct.Goal(id=f"due-{due}", on="2026-01-05", title="A", pillar="change", due=f"2026-01-{due}")
        for due in (11, 12, 18, 19)
    ]
    found = asked([*goals], days=7)

    assert ["due-12", "due-18"] == [each.id for each in found]
    assert ["due-11"] == [each.id for each in found.overdue]
    assert ["due-18"] == [each.id for each in found.on(date(2026, 1, 18))]


@pytest.mark.parametrize("days", [0, -1, 1.5, True, "7", None, MOST_DAYS + 1, float("nan"), 10**400])
def test_no_number_of_days(days: Any) -> None:
    """What is no whole number of days within ten years is refused."""
    with pytest.raises(ct.InvalidValue) as caught:
        agenda(ct.Plan().as_of("2026-01-12"), days)

    assert [("days", "value")] == [(issue.path, issue.code) for issue in caught.value.issues]


def test_the_end_of_the_calendar() -> None:
    """At the end of the calendar a window is cut short, and a rhythm ends."""
    records = [BEN, EVERY_MONDAY.evolve(on="9999-12-01"), ct.Pause(on="9999-12-20", until="9999-12-31")]
    found = asked(records, "9999-12-25", MOST_DAYS)

    assert "9999-12-31" == str(found.until)
    assert [("cadence", "9999-12-31"), ("pause-ends", "9999-12-31")] == [
        (each.type, str(each.day)) for each in found
    ]
    assert [] == list(asked([BEN, EVERY_MONDAY.evolve(every="9999 years")], "2026-01-12", MOST_DAYS))
    assert ["0001-01-08"] == days_of(asked([BEN, EVERY_MONDAY.evolve(on="0001-01-01")], "0001-01-01", 8))


def test_entries_stand_by_day_then_kind_then_time_then_id() -> None:
    """On one day appointments come first, by their time; within a kind ids decide."""
    day = "2026-01-16"
    records = [
        BEN,
        EVERY_MONDAY.evolve(on="2026-01-09"),
        ct.Event(id="late", title="A", starts=f"{day}T18:30", zone="Europe/Berlin"),
        ct.Event(id="zero", title="B", starts=f"{day}T09:00", zone="Europe/Berlin"),
        ct.Goal(id="b", on="2026-01-05", title="B", pillar="change", due=day),
        ct.Goal(id="a", on="2026-01-05", title="A", pillar="change", due=day),
        ct.Goal(id="first", on="2026-01-05", title="C", pillar="change", due="2026-01-15"),
    ]

    found = asked(records, days=7)
    assert [
        ("goal", "first"),
        ("appointment", "zero"),
        ("appointment", "late"),
        ("cadence", "ben"),
        ("goal", "a"),
        ("goal", "b"),
    ] == [(each.type, each.id) for each in found]


# --- Each kind -----------------------------------------------------------------------------------

MOVE = ct.Transition(id="lead", on="2026-01-05", title="Data lead", closes="2026-01-15")
KINDS: list[tuple[list[Record], str]] = [
    (
        [ct.Event(title="Fair", starts="2026-01-14T18:30", zone="Europe/Berlin", minutes=90)],
        "Wed 2026-01-14 18:30 Europe/Berlin  appointment fair: Fair; it takes place then, 90 minutes",
    ),
    (
        [ct.Event(title="Fair", starts="2026-01-14")],
        "Wed 2026-01-14  appointment fair: Fair; it takes place then",
    ),
    (
        [MOVE.evolve(closes=None), ct.Offer(on="2026-01-10", transition="lead", answer_by="2026-01-17")],
        "Sat 2026-01-17  answer lead: Data lead; the offer of 2026-01-10 is to be answered by then",
    ),
    (
        [BEN, ct.Commitment(id="cv", on="2026-01-06", what="Send\nit", to="ben", due="2026-01-13")],
        "Tue 2026-01-13  commitment cv: Send it; you promised it to ben on 2026-01-06",
    ),
    (
        [ct.Commitment(id="cv", on="2026-01-06", what="Write", pillar="change", due="2026-01-13")],
        "Tue 2026-01-13  commitment cv: Write; you promised it to yourself on 2026-01-06",
    ),
    (
        [BEN, ct.Commitment(id="intro", on="2026-01-06", what="Ask", by="ben", due="2026-01-13")],
        "Tue 2026-01-13  commitment intro: Ask; ben promised it on 2026-01-06",
    ),
    (
        [BEN, EVERY_MONDAY.evolve(every="month")],
        "Thu 2026-02-05  cadence ben: Ben Example; "
        "every month, counted from the day it was promised, 2026-01-05",
    ),
    (
        [BEN, EVERY_MONDAY.evolve(every="month", counted_from="schedule")],
        "Thu 2026-02-05  cadence ben: Ben Example; "
        "every month, counted from the schedule begun on 2026-01-05",
    ),
    (
        [BEN, EVERY_MONDAY.evolve(every="month"), ct.Conversation(on="2026-01-08", contacts=["ben"])],
        "Sun 2026-02-08  cadence ben: Ben Example; every month, counted from the last touch, on 2026-01-08",
    ),
    (
        [ct.Goal(on="2026-01-05", title="Apply", pillar="change", due="2026-01-20")],
        "Tue 2026-01-20  goal apply: Apply; to be reached by then",
    ),
    (
        [ct.Goal(on="2026-01-05", title="Apply", pillar="change", due="2026-01-20", target=4, unit="times")],
        "Tue 2026-01-20  goal apply: Apply; to be reached by then: 4 times",
    ),
    (
        [ct.Course(title="SQL", due="2026-01-20")],
        "Tue 2026-01-20  course sql: SQL; to be finished by then",
    ),
    (
        [MOVE],
        "Thu 2026-01-15  closing lead: Data lead; the last day to apply, and no application is on record",
    ),
    (
        [ct.Setback(id="no", on="2026-01-06", what="A no", retry="2026-01-15")],
        "Thu 2026-01-15  retry no: A no; the day to try again",
    ),
    (
        [ct.Reflection(on="2026-01-06", decision="Stay", look_back="2026-01-15")],
        "Thu 2026-01-15  look-back: Stay; to look back on what was decided on 2026-01-06",
    ),
    (
        [
            ct.Course(title="First aid"),
            ct.Resolution(on="2026-01-06", course="first-aid", credential="Helper", expires="2026-01-15"),
        ],
        "Thu 2026-01-15  credential first-aid: Helper; it expires then",
    ),
    (
        [ct.Pause(on="2026-01-10", until="2026-01-15"), ct.Pause(on="2026-01-11", until="2026-01-13")],
        "Thu 2026-01-15  pause-ends: the last day of the pause",
    ),
    (
        [ct.Routine(id="run", on="2026-01-05", pillar="skills", minutes=60, until="2026-01-15")],
        "Thu 2026-01-15  routine-ends run: the last day that it is promised for",
    ),
    (
        [BEN, EVERY_MONDAY.evolve(every="month", until="2026-01-15")],
        "Thu 2026-01-15  cadence-ends ben: Ben Example; the last day that it is promised for",
    ),
]


@pytest.mark.parametrize(
    ("records", "line"), KINDS, ids=lambda value: value if isinstance(value, str) else ""
)
def test_each_kind_of_thing(records: list[Record], line: str) -> None:
    """Whatever has a day stands on it, once, with its reason and the record behind it."""
    entry = only(records)

    assert line == str(entry)
    assert entry.record in records


def test_every_kind_is_tried() -> None:
    """No kind of entry is without a line above, but for milestones, which have tests of their own."""
    assert {only(records).type for records, _ in KINDS} == set(ORDER) - {"milestone"}


ENDS: list[tuple[list[Record], Record]] = [
    ([ct.Event(title="Fair", starts="2026-01-14")], ct.Resolution(on="2026-01-12", event="fair")),
    (
        [MOVE.evolve(closes=None), ct.Offer(on="2026-01-10", transition="lead", answer_by="2026-01-17")],
        ct.Step(on="2026-01-12", transition="lead", stage="declined"),
    ),
    ([MOVE], ct.Step(on="2026-01-12", transition="lead", stage="applied")),
    (
        [ct.Commitment(id="cv", on="2026-01-06", what="Write", pillar="change", due="2026-01-13")],
        ct.Resolution(on="2026-01-12", commitment="cv"),
    ),
    (
        [
            ct.Goal(
                on="2026-01-05",
                title="Apply",
                pillar="change",
                due="2026-01-20",
                target=4,
                milestones=[ct.Milestone(due="2026-01-15", value=2)],
            )
        ],
        ct.Resolution(on="2026-01-12", goal="apply", outcome="dropped"),
    ),
    ([ct.Course(title="SQL", due="2026-01-20")], ct.Resolution(on="2026-01-12", course="sql")),
    (
        [ct.Setback(id="no", on="2026-01-06", what="A no", retry="2026-01-15")],
        ct.Resolution(on="2026-01-12", setback="no"),
    ),
    (
        [ct.Reflection(on="2026-01-06", decision="Stay", look_back="2026-01-12")],
        ct.Reflection(on="2026-01-12", energy=1),
    ),
    (
        [ct.Routine(id="run", on="2026-01-05", pillar="skills", minutes=60, until="2026-01-15")],
        ct.Resolution(on="2026-01-12", routine="run"),
    ),
    ([BEN, EVERY_MONDAY.evolve(until="2026-01-20")], ct.Resolution(on="2026-01-12", cadence="ben")),
]


@pytest.mark.parametrize(("records", "end"), ENDS, ids=lambda value: getattr(value, "kind", ""))
def test_what_has_ended_is_not_coming(records: list[Record], end: Record) -> None:
    """What was done, dropped, answered or applied for is due no more."""
    assert [] != list(asked(records))
    assert [] == list(asked([*records, end]))


PAST: list[tuple[Record, str]] = [
    (ct.Event(title="Fair", starts="2026-01-11"), ""),
    (ct.Event(title="Some day"), ""),
    (MOVE.evolve(closes="2026-01-11"), ""),
    (ct.Goal(on="2026-01-05", title="A", pillar="change", due="2026-01-11"), "goal"),
    (ct.Course(title="A", due="2026-01-11"), "course"),
    (ct.Setback(id="a", on="2026-01-05", what="A", retry="2026-01-11"), "retry"),
    (ct.Reflection(on="2026-01-05", decision="A", look_back="2026-01-11"), "look-back"),
    (ct.Commitment(id="a", on="2026-01-05", what="A", pillar="change", due="2026-01-11"), "commitment"),
    (ct.Goal(on="2026-01-05", title="A", pillar="change"), ""),
    (ct.Course(title="A"), ""),
    (ct.Setback(id="a", on="2026-01-05", what="A"), ""),
    (ct.Reflection(on="2026-01-05", decision="A"), ""),
    (ct.Commitment(id="a", on="2026-01-05", what="A", pillar="change"), ""),
    (ct.Routine(id="a", on="2026-01-05", pillar="skills", minutes=60, until="2026-01-11"), ""),
    (ct.Routine(id="a", on="2026-01-05", pillar="skills", minutes=60), ""),
    (ct.Pause(on="2026-01-05", until="2026-01-11"), ""),
]


@pytest.mark.parametrize(("record", "overdue"), PAST, ids=lambda value: getattr(value, "kind", value))
def test_what_is_past(record: Record, overdue: str) -> None:
    """What is past and still open is overdue, what is only past is gone, and what has no day has none."""
    found = asked([record])

    assert [overdue] * bool(overdue) == [each.type for each in found.overdue]
    assert [] == list(found)


def test_a_credential_that_ran_out_and_an_offer_not_answered() -> None:
    """An answer stays owed after its day; a credential that has expired is no more to come."""
    records = [
        MOVE.evolve(closes=None, title=None),
        ct.Offer(on="2026-01-05", transition="lead", answer_by="2026-01-11"),
        ct.Offer(on="2026-01-06", transition="lead"),
        ct.Transition(id="other", on="2026-01-05"),
        ct.Offer(on="2026-01-05", transition="other", answer_by="2026-01-11"),
        ct.Course(title="First aid"),
        ct.Resolution(on="2026-01-06", course="first-aid", credential="Helper", expires="2026-01-11"),
    ]
    found = asked(records)

    assert ["answer other: the offer of 2026-01-05 is to be answered by then"] == [
        str(each).partition("  ")[2] for each in found.overdue
    ]
    assert [] == list(found)


# --- Milestones -----------------------------------------------------------------------------------

CLIMB = ct.Goal(
    on="2026-01-01",
    title="Apply",
    pillar="change",
    due="2026-02-28",
    target=8,
    unit="letters",
    milestones=[ct.Milestone(due=f"2026-01-{10 * n}", value=2 * n) for n in (1, 2, 3)],
)


def checked(value: float) -> ct.CheckIn:
    """A check-in on the day before."""
    return ct.CheckIn(on="2026-01-24", goal="apply", value=value)


def told(found: Agenda) -> list[str]:
    """The lines of an agenda without their days."""
    return [str(each).partition("  ")[2] for each in (*found.overdue, *found)]


def test_milestones_still_to_reach() -> None:
    """Of the milestones past the last one alone is overdue, and those ahead are coming."""
    assert [
        "milestone apply: Apply; 4 letters by then; not looked at yet",
        "milestone apply: Apply; 6 letters by then; not looked at yet",
    ] == told(asked([CLIMB], "2026-01-25", 14))
    assert ["2026-01-20", "2026-01-30"] == [
        str(each.day) for found in [asked([CLIMB], "2026-01-25", 14)] for each in (*found.overdue, *found)
    ]


@pytest.mark.parametrize(
    ("value", "left"), [(1, [4.0, 6.0]), (3, [4.0, 6.0]), (4, [6.0]), (5.9, [6.0]), (6, []), (9, [])]
)
def test_milestones_reached(value: float, left: list[float]) -> None:
    """A milestone that the last check-in is at or beyond is neither overdue nor coming."""
    assert [
        f"milestone apply: Apply; {each:g} letters by then; it stood at {value:g}" for each in left
    ] == told(asked([CLIMB, checked(value)], "2026-01-25", 14))


def test_milestones_on_the_way_down() -> None:
    """For a goal that falls, a milestone is reached at its value or below."""
    down = CLIMB.evolve(
        baseline=10, target=2, milestones=[ct.Milestone(due="2026-01-30", value=5)], unit=None, due=None
    )

    assert ["milestone apply: Apply; 5 by then; it stood at 6"] == told(
        asked([down, checked(6)], "2026-01-25", 14)
    )
    assert [] == told(asked([down, checked(5)], "2026-01-25", 14))


def test_an_overdue_goal_says_it_all() -> None:
    """Where the goal itself is overdue, its milestones are not told beside it."""
    found = asked([CLIMB], "2026-03-02")

    assert ["goal"] == [each.type for each in found.overdue]
    assert ["milestone"] == [each.type for each in asked([CLIMB.evolve(due=None)], "2026-03-02").overdue]


# --- Rhythms ---------------------------------------------------------------------------------------


def talk(day: str) -> ct.Conversation:
    """A talk with Ben."""
    return ct.Conversation(on=day, contacts=["ben"])


def test_a_rhythm_is_followed_while_nothing_more_happens() -> None:
    """Two weeks after the last touch, then every two weeks from it, as far as the window."""
    records = [BEN, EVERY_MONDAY.evolve(every="2 weeks"), talk("2026-01-07")]

    assert ["2026-01-21", "2026-02-04", "2026-02-18"] == days_of(asked(records, "2026-01-12", 38))


def test_a_rhythm_ends_with_its_last_day() -> None:
    """Nothing falls due after the last day that a rhythm is promised for."""
    records = [BEN, EVERY_MONDAY.evolve(until="2026-01-20")]

    assert ["2026-01-12", "2026-01-19", "2026-01-20"] == days_of(asked(records))
    assert [] == list(asked(records, "2026-01-21"))


def test_months_do_not_wear_off() -> None:
    """Monthly from the 31st ends short months on their last day and comes back to the 31st."""
    records = [BEN, EVERY_MONDAY.evolve(on="2026-01-31", every="month")]

    assert ["2026-02-28", "2026-03-31", "2026-04-30"] == days_of(asked(records, "2026-02-01", 90))


def test_a_schedule_is_kept_to() -> None:
    """Counted from the schedule, a touch before its day is good until the one after, and the days go on."""
    records = [BEN, EVERY_MONDAY.evolve(on="2026-01-31", every="month", counted_from="schedule")]

    assert ["2026-03-31", "2026-04-30", "2026-05-31"] == days_of(
        asked([*records, talk("2026-02-28")], "2026-03-01", 92)
    )
    # A touch in between is good for a month, which is later than the day after the schedule's.
    assert ["2026-04-10", "2026-05-10"] == days_of(asked([*records, talk("2026-03-10")], "2026-03-11", 61))


def test_an_overdue_rhythm() -> None:
    """What is overdue stands apart with its first day, and the rhythm goes on from the day."""
    found = asked([BEN, EVERY_MONDAY], "2026-02-04", 14)

    assert ["2026-01-12"] == [str(each.day) for each in found.overdue]
    assert ["2026-02-09", "2026-02-16"] == days_of(found)


def test_an_old_rhythm_is_found_at_once() -> None:
    """A daily rhythm overdue for two thousand years has its next ten years of days without a walk."""
    records = [BEN, EVERY_MONDAY.evolve(on="0001-01-01", every="day")]
    found = asked(records, "2026-01-12", MOST_DAYS)

    assert MOST_DAYS == len(found.entries)
    assert ["0001-01-02"] == [str(each.day) for each in found.overdue]


def test_a_rhythm_whose_first_day_comes_after_its_last() -> None:
    """A rhythm that ends before it is first due asks for nothing, and only its end is coming."""
    found = asked([BEN, EVERY_MONDAY.evolve(every="year", until="2026-01-20")])

    assert ["cadence-ends"] == [each.type for each in found]


# --- Pauses -----------------------------------------------------------------------------------------

REST = ct.Pause(on="2026-01-12", until="2026-01-18")  # a Monday to a Sunday
PAUSED: list[Record] = [
    ct.Goal(on="2026-01-05", title="A", pillar="change", due="2026-01-14"),
    ct.Course(title="A", due="2026-01-14"),
    ct.Setback(id="a", on="2026-01-05", what="A", retry="2026-01-14"),
    ct.Reflection(on="2026-01-05", decision="A", look_back="2026-01-14"),
    ct.Commitment(id="a", on="2026-01-05", what="A", pillar="change", due="2026-01-14"),
]


@pytest.mark.parametrize("record", PAUSED, ids=lambda record: record.kind)
def test_what_is_due_in_a_pause_is_put_off(record: Record) -> None:
    """What one asked of oneself for a paused day is due on the first day after, and says so."""
    found = asked([record, REST], "2026-01-12", 28)
    (entry,) = [each for each in found if each.type != "pause-ends"]

    assert (date(2026, 1, 19), date(2026, 1, 14)) == (entry.day, entry.moved_from)
    assert str(entry).endswith("; put off from 2026-01-14 by a pause")
    assert () == asked([record, REST], "2026-01-19").overdue
    assert 1 == len(asked([record, REST], "2026-01-20").overdue)


def test_others_do_not_wait_for_a_pause() -> None:
    """Appointments, answers, closing days and credentials keep their day in a pause."""
    records = [
        ct.Event(title="Fair", starts="2026-01-14"),
        MOVE,
        ct.Transition(id="other", on="2026-01-05"),
        ct.Offer(on="2026-01-05", transition="other", answer_by="2026-01-14"),
        ct.Course(title="First aid"),
        ct.Resolution(on="2026-01-06", course="first-aid", credential="Helper", expires="2026-01-14"),
        REST,
    ]

    assert [
        ("appointment", "2026-01-14"),
        ("answer", "2026-01-14"),
        ("credential", "2026-01-14"),
        ("closing", "2026-01-15"),
        ("pause-ends", "2026-01-18"),
    ] == [(each.type, str(each.day)) for each in asked(records)]


def cadence_days(found: Agenda) -> list[tuple[str, str | None]]:
    """The days of touches, overdue first, each with the day that it was put off from."""
    return [
        (str(each.day), each.moved_from and str(each.moved_from))
        for each in (*found.overdue, *found)
        if each.type == "cadence"
    ]


def test_a_touch_is_good_for_as_many_days_that_are_not_paused() -> None:
    """Touched on the 8th for two weeks, a week's pause makes it the 29th, and the next ones move as well."""
    records = [BEN, EVERY_MONDAY.evolve(every="2 weeks"), talk("2026-01-08"), REST]

    assert [("2026-01-29", "2026-01-22"), ("2026-02-12", "2026-02-05")] == cadence_days(
        asked(records, "2026-01-12", 35)
    )


def test_before_the_first_touch_a_pause_only_puts_off_its_own_days() -> None:
    """Every four days from the 5th: the 9th stays, the 13th and 17th fall together on the 19th."""
    records = [BEN, EVERY_MONDAY.evolve(every="4 days"), REST]

    assert [("2026-01-09", None), ("2026-01-19", "2026-01-13"), ("2026-01-21", None)] == cadence_days(
        asked(records, "2026-01-12", 12)
    )


def test_a_pause_counts_whatever_was_overdue() -> None:
    """Overdue before a pause stays overdue; days put off as far as the day itself are found."""
    records = [BEN, EVERY_MONDAY, talk("2026-01-05"), REST.evolve(until="2026-02-01")]

    assert [("2026-02-02", "2026-01-12"), ("2026-02-09", "2026-01-19")] == cadence_days(
        asked(records, "2026-01-30", 14)
    )
    assert [("2026-02-02", "2026-01-12"), ("2026-02-16", "2026-01-26")] == cadence_days(
        asked(records, "2026-02-10", 13)
    )


# --- As a value ---------------------------------------------------------------------------------------

FULL: list[Record] = [
    BEN,
    EVERY_MONDAY,
    ct.Commitment(id="cv", on="2026-01-06", what="Tell nobody", to="ben", due="2026-01-09"),
    ct.Event(title="Fair", starts="2026-01-14T18:30", zone="Europe/Berlin"),
    ct.Goal(on="2026-01-05", title="A", pillar="change", due="2026-01-14"),
    ct.Pause(on="2026-01-14", until="2026-01-14"),
    ct.Capacity(on="2026-01-05", minutes=300),
]


def test_an_agenda_is_plain_data() -> None:
    """As plain data it goes through JSON, each entry with its day, reason, and where it was put off from."""
    plain = asked(FULL, "2026-01-14", 5).to_dict()

    assert plain == json.loads(json.dumps(plain))
    assert ("2026-01-14", "2026-01-18") == (plain["day"], plain["until"])
    assert ["commitment", "cadence"] == [each["type"] for each in plain["overdue"]]
    assert {
        "day": "2026-01-14",
        "type": "appointment",
        "id": "fair",
        "title": "Fair",
        "reason": "it takes place then",
        "moved_from": None,
        "time": "18:30",
        "zone": "Europe/Berlin",
    } == plain["entries"][0]
    assert {"moved_from": "2026-01-14", "day": "2026-01-15"}.items() <= plain["entries"][2].items()


def test_an_agenda_is_a_value() -> None:
    """Two of the same plan and days are equal, one survives a pickle, and no repr shows private words."""
    found = asked(FULL)

    assert found == asked(FULL)
    assert hash(found) == hash(asked(FULL))
    assert found == pickle.loads(pickle.dumps(found))
    assert found != asked(FULL, days=1)
    assert "Ben Example" not in repr(found)
    assert "Tell nobody" not in repr(found)
    assert "Tell nobody" in str(found)


def test_titles_keep_to_their_line() -> None:
    """Words that would break the page or are very long are shown in one line, cut."""
    hostile = "one\ntwo \x1b[2J <b>" + 300 * "x"
    line = str(
        only([ct.Commitment(id="a", on="2026-01-05", what=hostile, pillar="change", due="2026-01-14")])
    )

    assert "\n" not in line
    assert "\x1b" not in line
    assert "one two \\u001b[2J <b>xxx" in line
    assert len(line) < 160


def test_what_only_a_newer_version_reads_is_left_out() -> None:
    """Things with words of a newer version have no entry, and nothing trips over them."""
    on, due = "2026-01-05", "2026-01-14"
    cadence = {"id": "b", "on": on, "contact": "ann", "every": "1 week", "counted_from": "new moon"}
    records: list[dict[str, Any]] = [
        {"kind": "contact", "id": "ann", "name": "Ann"},
        {"kind": "goal", "id": "a", "on": on, "title": "A", "pillar": "health", "due": due},
        {"kind": "cadence", **cadence},
        {"kind": "transition", "id": "c", "on": on, "type": "sabbatical", "closes": due},
        {"kind": "offer", "on": on, "transition": "c", "answer_by": due},
        {"kind": "check-in", "on": "2026-01-06", "goal": "a", "value": 1},
        {"kind": "horoscope", "id": "d", "on": on, "due": due},
    ]
    plan = ct.loads(json.dumps({"careertrack": "1.9", "owner": "Ada", "records": records}))

    assert [] == list(agenda(plan.as_of("2026-01-12"), 28))
