"""What routines owe of their week or month, in sizes."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest
from tests.practice.keeping import BOSS, PEER, day, pause, talk
from tests.questions.test_actions_choosing import ids

import careertrack as ct
from careertrack.moment import Moment
from careertrack.questions.actions import Action
from careertrack.questions.actions.owed import owed
from careertrack.questions.actions.paces import FINDERS
from careertrack.record import Record

READ = ct.Routine(id="read", on=day(0), pillar="change", minutes=150)


def counting(of: Any, times: int = 1, **fields: Any) -> ct.Routine:
    """A routine of so many times a week."""
    return ct.Routine(id="pace", on=day(0), pillar="change", times=times, of=of, **fields)


def moment(*records: Record, on: int) -> Moment:
    """A day."""
    return ct.Plan(records=records).as_of(day(on))


def found(*records: Record, on: int) -> list[Action]:
    """What there is to do for paces on a day."""
    now = moment(*records, on=on)
    return [action for find in FINDERS for action in find(now)]


def rest(*records: Record, on: int) -> dict[str, int]:
    """What each routine owes."""
    return {id: each.rest for id, each in owed(moment(*records, on=on)).items()}


# --- What is owed --------------------------------------------------------------------------------------


def test_what_is_left_of_a_week() -> None:
    """Less what was done in it, and nothing once it is kept."""
    efforts = [ct.Effort(on=day(n), minutes=80, routine="read") for n in (1, 3)]

    assert [{"read": 150}, {"read": 70}, {}] == [rest(READ, *efforts, on=n) for n in (0, 2, 4)]
    assert {"read": 150} == rest(READ, *efforts, on=7)


def test_only_whole_periods_are_owed() -> None:
    """Not the week it began in, nor the one it ends in; nor what has ended or begins later."""
    late = READ.evolve(on=day(1))

    assert [{}, {"read": 150}] == [rest(late, on=n) for n in (6, 7)]
    assert [{"read": 150}, {}] == [rest(READ.evolve(until=day(8)), on=n) for n in (6, 7)]
    assert {} == rest(READ, ct.Resolution(on=day(1), routine="read"), on=2)
    assert {} == rest(READ, on=-1)


def test_months() -> None:
    """A month's pace, to its last day."""
    monthly = counting("reflections", 2, per="month")

    assert [{}, {"pace": 2}] == [rest(monthly, on=n) for n in (26, 27)]
    now = moment(monthly, ct.Reflection(on=day(30), energy=1), on=40)
    assert "routine pace has 1 reflection to go by 2026-02-28" == owed(now)["pace"].reason


def test_paused_days_are_not_owed() -> None:
    """The share of the days that are left; what is counted is rounded down."""
    assert {"read": 86, "pace": 1} == rest(READ, counting("reflections", 3), pause(3, 5), on=6)
    assert {} == rest(counting("reflections", 2), pause(2, 6), on=2)


def test_the_ends_of_the_calendar() -> None:
    """The last week and month end with it."""
    last = date.max
    plan = ct.Plan(records=[READ, counting("reflections", per="month")])

    assert {last} == {each.last for each in owed(plan.as_of(last)).values()}


# --- Minutes ---------------------------------------------------------------------------------------------


def test_an_hour_two_or_the_rest() -> None:
    """Each once, none longer than what is owed."""
    assert [60, 120, 150] == [action.minutes for action in found(READ, on=0)]
    half = ct.Effort(on=day(0), minutes=105, routine="read")
    (action,) = found(READ.evolve(cue="Tuesday"), half, on=0)
    assert ("spend 45 minutes on read", 45, "Tuesday", False) == (
        action.message, action.minutes, action.cue, action.is_guess
    )  # fmt: skip


def test_an_hour_more_on_one_day_is_told_from_the_first() -> None:
    """Two facts alike are one, so the second has an id."""
    hour = ct.Effort(on=day(0), minutes=60, routine="read")
    first = found(READ, hour, on=0)[0]

    assert (hour.evolve(id="effort-2026-01-05-1"),) == first.records
    second = found(READ, hour, hour.evolve(id="effort-2026-01-05-1", minutes=10), on=0)[0]
    assert (hour.evolve(id="effort-2026-01-05-2"),) == second.records


# --- Times -------------------------------------------------------------------------------------------------


def test_one_two_or_the_rest() -> None:
    """In one group with other routines that count the same: what is done counts for both."""
    actions = found(counting("reflections", 3), counting("reflections").evolve(id="other"), on=0)

    assert ["routine other 1", "routine pace 1", "routine pace 2", "routine pace 3"] == ids(actions)
    assert {"routine of reflections"} == {action.group for action in actions}
    assert ["write down 1 reflection", "write down 2 reflections"] == [each.message for each in actions[1:3]]
    assert [15, 30, 45] == [action.minutes for action in actions[1:]]
    assert 3 == len(set(actions[3].records))


def test_applications_go_to_leads_first() -> None:
    """The first to close first, not those that are closed; then to new ones, with ids that nothing has."""
    leads = [
        ct.Transition(id="later", on=day(0), closes=day(9)),
        ct.Transition(id="sooner", on=day(0), closes=day(3)),
        ct.Transition(id="closed", on=day(0), closes=day(2)),
        ct.Transition(id="application-2026-01-08-1", on=day(0)),
        ct.Step(on=day(0), transition="application-2026-01-08-1", stage="rejected"),
    ]
    (one, two, three) = found(counting("applications", 3), *leads, on=3)

    assert "send 3 applications" == three.message
    assert ["sooner", "later", "application-2026-01-08-2"] == [
        record.transition for record in three.records if isinstance(record, ct.Step)
    ]
    assert (1, 2, 4) == (len(one.records), len(two.records), len(three.records))


def test_new_contacts() -> None:
    """With a name to fill in, met on the day."""
    (action,) = found(counting("new-contacts"), on=0)

    assert (ct.Contact(id="new-contact-2026-01-05-1", name="(to fill in)", met=day(0)),) == action.records
    assert "get to know 1 new contact" == action.message


def test_conversations_with_those_unheard_of_the_longest() -> None:
    """Beside talks that have a reason, which count as well; strangers last, nobody talked to today."""
    ben, eve = (ct.Contact(id=id, name=id) for id in ("ben", "eve"))
    talked = [talk(-2, "bob"), talk(-9, "ben"), talk(0, "grace")]
    pace = counting("conversations", 4)
    actions = found(pace, BOSS, PEER, ben, eve, *talked, on=0)

    assert [
        "talk with ben",
        "talk with ben, bob",
        "talk with ben, bob, eve",
    ] == [action.message for action in actions]
    daily = ct.Cadence(id="talk", on=day(-20), contact="ben", every="1 week")
    assert "talk with bob, eve" == found(pace, BOSS, PEER, ben, eve, daily, *talked, on=0)[-1].message
    assert [] == found(pace, on=0)


def test_follow_ups_go_to_somebody() -> None:
    """On an open application with a contact; a silent one is waited for anyway."""
    moves = [
        ct.Transition(id="m1", on=day(0), contact="bob"),
        ct.Transition(id="m2", on=day(0), contact="bob"),
        ct.Transition(id="m3", on=day(0)),
        *(ct.Step(on=day(n), transition=id, stage="applied") for id, n in (("m1", 2), ("m2", 9), ("m3", 9))),
    ]
    (action,) = found(counting("follow-ups", 2), PEER, *moves, on=16)

    assert "follow up on m2" == action.message
    assert ("m2", "waiting") == (action.records[0].transition, action.records[0].answered)  # type: ignore[attr-defined]


@pytest.mark.parametrize("records", [[], [ct.Event(title="Fair", starts=day(1))]])
def test_events_are_said_of_each_event(records: Sequence[Record]) -> None:
    """A routine of events has nothing to say itself: going to one counts for it."""
    assert [] == found(counting("events"), *records, on=0)
