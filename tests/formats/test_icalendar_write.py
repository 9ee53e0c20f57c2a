"""What is coming up, written as a calendar: each thing in its place, and nothing that nobody asked for."""

import re
import sys
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar
from tests.formats.calendars import BEN, STAMP, components, exported, lines, only, told

import careertrack as ct
from careertrack.formats import Exported, icalendar
from careertrack.record import Record
from careertrack.strategies import plans

ON = "2026-01-05"
MOVE = ct.Transition(id="lead", on=ON, title="Data lead at Initech", closes="2026-01-20")
TALK = ct.Event(
    title="PyData evening",
    type="meetup",
    starts="2026-01-15T18:30",
    zone="Europe/Berlin",
    minutes=120,
    contacts=["ben"],
    link="https://example.org/pydata?a=b;c,d",
    note="bring cards",
)


def written_of(found: Exported) -> list[tuple[str, str, str]]:
    """Each component: its name, UID and summary."""
    return [
        (each.name, str(each["UID"]), str(each["SUMMARY"]))  # type: ignore[attr-defined]
        for each in components(found.content)
    ]


# --- By hand ------------------------------------------------------------------------------------


def test_an_empty_plan() -> None:
    """A plan with nothing in it is a calendar with nothing in it."""
    found = exported([])

    assert (
        "BEGIN:VCALENDAR\r\nPRODID:-//careertrack//careertrack//EN\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n"
        == found.content
    )
    assert ({}, {}, ()) == (found.written, found.left, found.issues)


def test_an_appointment() -> None:
    """An appointment is an event with its time, zone, length, link, and who will be there."""
    found = exported([BEN, TALK])

    assert [
        "BEGIN:VEVENT",
        "UID:appointment.pydata-evening@careertrack",
        "DTSTAMP:20260112T120000Z",
        "SUMMARY:PyData evening",
        "DESCRIPTION:with Ben Example",
        "CATEGORIES:meetup",
        "CLASS:PRIVATE",
        "DTSTART;TZID=Europe/Berlin:20260115T183000",
        "DURATION:PT2H",
        "URL:https://example.org/pydata?a=b;c,d",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ] == lines(found)[-13:]
    assert ({"VTIMEZONE": 1, "VEVENT": 1}, ()) == (found.written, found.issues)


def test_a_day_is_a_whole_day() -> None:
    """An event that starts on a day stands on that day, whatever it takes of it."""
    event = ct.Event(title="Fair", starts="2026-01-15", minutes=480)
    component = only(exported([event]))

    assert date(2026, 1, 15) == component["DTSTART"].dt
    assert not {"DURATION", "DTEND", "DESCRIPTION", "CATEGORIES", "TRANSP"} & set(component)


def test_events_without_a_day() -> None:
    """An event without a day has no place in a calendar; one that is over is not missed."""
    over = ct.Event(title="Over")
    done = ct.Resolution(on=ON, event="over")
    found = exported([ct.Event(title="Some day"), ct.Event(title="One day"), over, done])

    assert {"events without a day": "2, which have no place in a calendar yet"} == found.left
    assert {} == found.written


DEADLINES: Sequence[tuple[Sequence[Record], str, str]] = [
    (
        [ct.Goal(id="apply", on=ON, title="Apply", pillar="change", due="2026-01-20")],
        "goal.apply@careertrack",
        "Goal: Apply",
    ),
    (
        [
            ct.Goal(
                id="apply",
                on=ON,
                title="Apply",
                pillar="change",
                target=5,
                milestones=[ct.Milestone(due="2026-01-20", value=3)],
            )
        ],
        "milestone.apply.2026-01-20@careertrack",
        "Milestone: Apply",
    ),
    (
        [BEN, ct.Commitment(id="send-cv", on=ON, what="Send the CV", to="ben", due="2026-01-20")],
        "commitment.send-cv@careertrack",
        "Promise: Send the CV",
    ),
    (
        [ct.Course(title="Statistics", due="2026-01-20")],
        "course.statistics@careertrack",
        "Course: Statistics",
    ),
    (
        [MOVE.evolve(closes=None), ct.Offer(on=ON, transition="lead", answer_by="2026-01-20")],
        "answer.lead@careertrack",
        "Answer the offer: Data lead at Initech",
    ),
    ([MOVE], "closing.lead@careertrack", "Last day to apply: Data lead at Initech"),
    (
        [ct.Setback(id="no-answer", on=ON, what="No answer", retry="2026-01-20")],
        "retry.no-answer@careertrack",
        "Try again: No answer",
    ),
    (
        [ct.Reflection(on=ON, decision="Stay until May", look_back="2026-01-20")],
        "look-back.2026-01-05@careertrack",
        "Look back: Stay until May",
    ),
    (
        [
            ct.Course(title="First aid"),
            ct.Resolution(on=ON, course="first-aid", credential="First aider", expires="2026-01-20"),
        ],
        "credential.first-aid.2026-01-05@careertrack",
        "Expires: First aider",
    ),
]


@pytest.mark.parametrize(("records", "uid", "summary"), DEADLINES, ids=[each[1] for each in DEADLINES])
def test_a_deadline(records: Sequence[Record], uid: str, summary: str) -> None:
    """What is to be done by a day is a task that is due on it, and open."""
    found = exported(records)
    task = only(found)

    assert [("VTODO", uid, summary)] == written_of(found)
    assert (date(2026, 1, 20), "NEEDS-ACTION") == (task["DUE"].dt, str(task["STATUS"]))
    assert [uid.partition(".")[0]] == task["CATEGORIES"].cats
    assert str(task["DESCRIPTION"])


def test_last_days() -> None:
    """The last day of a pause, of a routine and of a rhythm is marked, and takes no time."""
    records = [
        BEN,
        ct.Pause(on=ON, until="2026-01-18"),
        ct.Routine(id="apply", on=ON, pillar="change", times=3, of="applications", until="2026-01-25"),
        ct.Cadence(id="ben", on=ON, contact="ben", every="year", until="2026-01-30"),
    ]
    found = exported(records)

    assert [
        ("VEVENT", "pause-ends.2026-01-05@careertrack", "Last day of the pause"),
        ("VEVENT", "routine-ends.apply@careertrack", "Last day of the routine: apply"),
        ("VEVENT", "cadence-ends.ben@careertrack", "Last day of the rhythm: Ben Example"),
    ] == written_of(found)
    assert ["TRANSP:TRANSPARENT"] * 3 == lines(found, "TRANSP")


def test_what_is_overdue_is_a_task() -> None:
    """What was due and is still open is there as well, on its day."""
    goal = ct.Goal(id="apply", on=ON, title="Apply", pillar="change", due="2026-01-09")

    assert date(2026, 1, 9) == only(exported([goal]))["DUE"].dt


def test_what_a_pause_puts_off() -> None:
    """What a pause puts off is due when it was put off to, and keeps the UID of its own day."""
    goal = ct.Goal(
        id="apply",
        on=ON,
        title="Apply",
        pillar="change",
        target=5,
        milestones=[ct.Milestone(due="2026-01-14", value=3)],
    )
    before = only(exported([goal]))
    found = exported([goal, ct.Pause(on="2026-01-12", until="2026-01-15")])
    after = components(found.content)[-1]

    assert date(2026, 1, 16) == after["DUE"].dt
    assert "milestone.apply.2026-01-14@careertrack" == str(before["UID"]) == str(after["UID"])
    assert "put off from 2026-01-14 by a pause" in str(after["DESCRIPTION"])


def test_the_days_asked_for() -> None:
    """A calendar has what is due from the day to the last of the days asked for."""
    goals = [
        ct.Goal(id=f"g{n}", on=ON, title="A", pillar="change", due=date(2026, 1, 12) + timedelta(n))
        for n in (0, 6, 7)
    ]

    assert ["goal.g0@careertrack", "goal.g6@careertrack"] == [
        uid for _, uid, _ in written_of(exported(goals, days=7))
    ]


def test_a_quarter_unless_told_otherwise() -> None:
    """Ninety days are written where nothing else is asked for."""
    goals = [
        ct.Goal(id=f"g{n}", on=ON, title="A", pillar="change", due=date(2026, 1, 12) + timedelta(n))
        for n in (89, 90)
    ]
    found = icalendar.write(ct.Plan(records=goals).as_of("2026-01-12"), stamp=STAMP)

    assert ["goal.g89@careertrack"] == [uid for _, uid, _ in written_of(found)]


# --- UIDs and stamps ----------------------------------------------------------------------------


def test_uids_of_what_has_no_id() -> None:
    """Things of one sort, id and day are told apart by their number."""
    decisions = [
        ct.Reflection(on=ON, activity=f"a{n}", decision="Stay", look_back=f"2026-01-2{n}") for n in range(2)
    ]

    assert [
        "look-back.2026-01-05@careertrack",
        "look-back.2026-01-05.2@careertrack",
    ] == [uid for _, uid, _ in written_of(exported(decisions))]


def test_whose_calendar() -> None:
    """The calendars of two people can lie in one program: their UIDs differ."""
    assert ["UID:closing.lead@ada.careertrack"] == lines(exported([MOVE], whose="ada"), "UID")


@given(plans(), st.dates(date(2026, 1, 1), date(2027, 12, 31)), st.integers(1, 400))
@settings(max_examples=30, deadline=None)
def test_the_agenda_is_written(plan: ct.Plan, day: date, days: int) -> None:
    """All that an agenda has is there under a UID of its own, and written once more it is the same text."""
    now = plan.as_of(day)
    agenda = now.agenda(days)
    found = icalendar.write(now, stamp=STAMP, days=days)
    made = components(found.content)
    single = [each for each in agenda if each.type != "cadence"]
    rhythms = {each.id for each in agenda} if len(single) < len(agenda.entries) else set()

    assert len(made) == len({str(each["UID"]) for each in made})
    assert len(agenda.overdue) + len(single) <= len(made)
    assert rhythms or len(agenda.overdue) + len(single) == len(made)
    assert Counter(each.name for each in Calendar.from_ical(found.content).subcomponents) == Counter(
        found.written
    )
    assert found == icalendar.write(plan.as_of(day), stamp=STAMP, days=days)


@pytest.mark.parametrize(
    "stamp",
    [
        datetime(2026, 1, 12, 12, 0, tzinfo=UTC),
        datetime(2026, 1, 12, 13, 0, 0, 999, tzinfo=timezone(timedelta(hours=1))),
    ],
)
def test_a_stamp_is_in_utc(stamp: datetime) -> None:
    """The stamp is the moment that the caller gives, in UTC."""
    found = icalendar.write(ct.Plan(records=[MOVE]).as_of("2026-01-12"), stamp=stamp)

    assert ["DTSTAMP:20260112T120000Z"] == lines(found, "DTSTAMP")


@pytest.mark.parametrize(
    ("broken", "message"),
    [
        ({"stamp": datetime(2026, 1, 12)}, "stamp: must be a moment with its offset, .*, got a datetime"),
        ({"stamp": date(2026, 1, 12)}, "stamp: must be a moment with its offset, .*, got a date"),
        ({"stamp": "2026-01-12T12:00Z"}, "stamp: must be a moment"),
        ({"stamp": datetime.min.replace(tzinfo=timezone(timedelta(hours=1)))}, "stamp: must be a moment"),
        ({"days": 0}, "days: must be a whole number from 1 to 3660, got 0"),
        ({"whose": "Ada L."}, "whose: must be lower-case letters"),
        ({"whose": "x\r\nEND:VCALENDAR"}, "whose: must be lower-case letters"),
    ],
)
def test_what_is_refused(broken: dict[str, Any], message: str) -> None:
    """A stamp without an offset, and whatever else breaks its rule, is refused, saying which."""
    with pytest.raises(ct.InvalidValue, match=f"^{message}"):
        icalendar.write(ct.Plan().as_of("2026-01-12"), **{"stamp": STAMP, **broken})


def test_a_plan_is_not_a_day() -> None:
    """Who gives the plan itself is told to give a day of it."""
    plan: Any = ct.Plan()

    with pytest.raises(
        ct.InvalidValue, match=r"^now: must be a day of a plan, such as plan.as_of\(.*, got a Plan"
    ):
        icalendar.write(plan, stamp=STAMP)


def test_without_the_extra(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Without the library, writing and reading say which extra brings it."""
    monkeypatch.setitem(sys.modules, "icalendar", None)

    with pytest.raises(ct.MissingExtra, match=r"careertrack\[ics\]"):
        exported([])
    with pytest.raises(ct.MissingExtra, match=r"careertrack\[ics\]"):
        icalendar.read(tmp_path)


# --- Whose business it is -----------------------------------------------------------------------

PRIVATE = [
    BEN.evolve(note="a friend of a friend"),
    TALK,
    ct.Cadence(id="talk", on=ON, contact="ben", every="week", note="his terms"),
    ct.Cadence(id="short", on=ON, contact="ben", every="year", until="2026-01-20"),
    ct.Commitment(
        id="send-cv", on=ON, what="Send the CV", to="ben", due="2026-01-20", cue="Tuesday, library"
    ),
    ct.Commitment(id="refer", on=ON, what="Ask around", by="ben", due="2026-01-20", note="only if he can"),
    ct.Setback(id="no-answer", on=ON, what="Never called", retry="2026-01-21", note="my own fault"),
    ct.Reflection(on=ON, decision="Stay until May", look_back="2026-01-22", note="for the money"),
]
NAMES = ["Ben Example", "Send the CV", "Ask around", "Never called", "Stay until May"]
ADDRESSES = ["ben@example.org", "+1 555 0100"]
NOTES = ["bring cards", "his terms", "Tuesday, library", "only if he can", "my own fault", "for the money"]


@pytest.mark.parametrize(
    ("asked", "shown"),
    [
        ({}, NAMES),
        ({"names": False}, []),
        ({"addresses": True}, NAMES + ADDRESSES),
        ({"addresses": True, "names": False}, ADDRESSES),
        ({"notes": True}, NAMES + NOTES),
        ({"notes": True, "names": False}, NOTES),
        ({"addresses": True, "notes": True}, NAMES + ADDRESSES + NOTES),
    ],
)
def test_what_is_private(asked: dict[str, bool], shown: list[str]) -> None:
    """How to reach people, and notes, are written where that is asked for; names unless asked not to."""
    found = exported(PRIVATE, **asked)
    text = "\n".join(
        f"{each['SUMMARY']}\n{each.get('DESCRIPTION', '')}" for each in components(found.content)
    )

    assert shown == [each for each in NAMES + ADDRESSES + NOTES if each in text]
    assert "a friend of a friend" not in " ".join(lines(found))
    assert ["CLASS:PRIVATE"] * len(components(found.content)) == lines(found, "CLASS")


def test_ids_in_place_of_names() -> None:
    """Without names a calendar says the same of ids."""
    found = exported(PRIVATE[:4], names=False)

    assert [
        "PyData evening",
        "Last day of the rhythm: short",
        "Be in touch: talk",
    ] == [summary for _, _, summary in written_of(found)]
    assert "DESCRIPTION:with ben" in lines(found)


def test_who_is_concerned() -> None:
    """A promise names who made it or whom it was made to, and an appointment who will be there."""
    found = exported(PRIVATE, addresses=True)
    described = {
        str(each["UID"]).partition("@")[0]: each.get("DESCRIPTION") for each in components(found.content)
    }
    ben = "with Ben Example, ben@example.org, +1 555 0100"

    assert ben == described["appointment.pydata-evening"]
    assert f"you promised it to ben on 2026-01-05\n{ben}" == described["commitment.send-cv"]
    assert f"ben promised it on 2026-01-05\n{ben}" == described["commitment.refer"]
    assert ben in described["cadence.talk"]
    assert "with" not in described["retry.no-answer"]


# --- Text ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a;b,c\\d", r"SUMMARY:a\;b\,c\\d"),
        (r"C:\New folder", r"SUMMARY:C:\\New folder"),
        (r"\\N\N", r"SUMMARY:\\\\N\\N"),
        ("one\r\ntwo\rthree\nfour", r"SUMMARY:one\ntwo\nthree\nfour"),
        ("one\u2028two\u2029three\x85four", r"SUMMARY:one\ntwo\nthree\nfour"),
        ("x\r\nEND:VEVENT\r\nBEGIN:VEVENT", r"SUMMARY:x\nEND:VEVENT\nBEGIN:VEVENT"),
        ("tab\there", "SUMMARY:tab\there"),
        ("Talk: ", "SUMMARY:Talk: "),
    ],
)
def test_text_is_escaped(text: str, line: str) -> None:
    """Text stays text: what has a meaning in a calendar is escaped, and an end of line is one line's."""
    assert [line] == lines(exported([ct.Event(id="x", title=text, starts="2026-01-15")]), "SUMMARY")


def test_folding_splits_no_character() -> None:
    """A line has no more than 75 bytes, and a fold is never within a character."""
    title = "ä" * 100 + "工程师" * 50 + "🧭" * 40
    found = exported([ct.Event(id="x", title=title, starts="2026-01-15")])

    folded = found.content.encode().split(b"\r\n")

    assert max(map(len, folded)) <= 75
    assert found.content.split("\r\n") == [line.decode() for line in folded]
    assert title == str(only(found)["SUMMARY"])


def test_control_characters() -> None:
    """A text with control characters is left out and reported; the id stands for it."""
    records = [
        BEN.evolve(name="Ben\x07", emails=["ben@example.org", "b\x1ben@example.org"]),
        ct.Event(id="x", title="Talk\x1b[2J", starts="2026-01-15", contacts=["ben"]),
        ct.Commitment(id="cv", on=ON, what="Send\x08", to="ben", due="2026-01-20", note="a\x7fb"),
        ct.Cadence(id="talk", on=ON, contact="ben", every="3 weeks"),
    ]
    found = exported(records, addresses=True, notes=True)

    assert ["x", "Promise: cv", "Be in touch: talk"] == [summary for _, _, summary in written_of(found)]
    assert "DESCRIPTION:with ben\\, ben@example.org\\, +1 555 0100" in lines(found)
    broken = [
        "cadence talk of 2026-01-05, contact",
        "commitment cv of 2026-01-05, note",
        "commitment cv of 2026-01-05, what",
        "contact ben, emails",
        "contact ben, name",
        "event x, title",
    ]
    assert [f"{each}: has control characters, and is left out" for each in broken] == sorted(told(found))


@pytest.mark.parametrize(
    "link",
    [
        "javascript:alert(1)",
        "example.org",
        "https://example.org/a b",
        "https://example.org/\r\nATTENDEE:mailto:x@example.org",
        "https://example.org/\x1b",
        "https://",
    ],
)
def test_a_link_that_is_no_web_address(link: str) -> None:
    """A link that is no web address, or would end its line, is left out and reported."""
    found = exported([ct.Event(id="x", title="Talk", starts="2026-01-15", link=link)])

    assert [] == lines(found, "URL", "ATTENDEE")
    assert ["event x, link: is no web address, and is left out"] == told(found)


def test_a_promise_of_many_words() -> None:
    """A promise too long for a summary is cut there, and whole in the description."""
    what = "word " * 4_000
    found = exported([BEN, ct.Commitment(id="x", on=ON, what=what, to="ben", due="2026-01-20")])
    task = only(found)

    assert f"Promise: {what[:497]}..." == str(task["SUMMARY"])
    assert str(task["DESCRIPTION"]).startswith(what)


HOSTILE = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1, max_size=80
) | (
    st.lists(
        st.sampled_from(
            [
                "\r\n",
                "\n",
                "\r",
                "\u2028",
                "\x85",
                "\x0b",
                "\x1c",
                "\\",
                "\\n",
                "\\N",
                ";",
                ",",
                ":",
                '"',
                " ",
                "\t",
            ]
            + ["END:VEVENT", "BEGIN:VALARM", "END:VCALENDAR", "DTSTART:20260101", "ä", "🧭", "=", "^n", "%2C"]
        ),
        min_size=1,
        max_size=12,
    ).map("".join)
)


def _summary(found: Exported) -> str:
    return next(line for line in lines(found, "SUMMARY")).removeprefix("SUMMARY:")


@given(HOSTILE, HOSTILE, HOSTILE, st.booleans())
@settings(max_examples=100, deadline=None)
def test_hostile_text(title: str, what: str, note: str, notes: bool) -> None:
    """Whatever a text has in it, the components and their properties stay what they are."""
    records = [
        BEN.evolve(name=title),
        ct.Event(id="x", title=title, starts="2026-01-15", note=note, contacts=["ben"]),
        ct.Commitment(id="cv", on=ON, what=what, to="ben", due="2026-01-20", note=note, cue=title),
        ct.Cadence(id="talk", on=ON, contact="ben", every="2 weeks", note=note),
    ]
    tame = [
        BEN,
        records[1].evolve(title="Talk", note="a"),
        records[2].evolve(what="a", note="a", cue="a"),
        records[3].evolve(note="a"),
    ]
    found, expected = (exported(each, notes=notes) for each in (records, tame))
    summary = re.sub(r"\\(.)", lambda escaped: {"n": "\n"}.get(escaped[1], escaped[1]), _summary(found))
    clean = title.replace("\r\n", "\n")
    for end in "\r\x85\u2028\u2029":
        clean = clean.replace(end, "\n")

    assert [
        (each.name, sorted(each))  # type: ignore[attr-defined]
        for each in components(expected.content)
    ] == [
        (each.name, sorted(each))  # type: ignore[attr-defined]
        for each in components(found.content)
    ]
    assert summary == ("x" if any("event x, title" in each for each in told(found)) else clean)
    assert found.content.splitlines() == found.content.removesuffix("\r\n").split("\r\n")


def test_saved_as_it_is(tmp_path: Path) -> None:
    """A calendar is saved with the line ends that calendars have."""
    found = exported([MOVE])
    found.save(tmp_path / "my.ics")

    assert found.content.encode() == (tmp_path / "my.ics").read_bytes()
    assert b"\r\r" not in (tmp_path / "my.ics").read_bytes()
