"""What is made of a moment once, and what days of one ledger share."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.practice.busy import DAYS, PLAN
from tests.practice.keeping import PEER, day, pause, talk

import careertrack as ct
from careertrack.ledger import Ledger
from careertrack.moment import STATES, Memory, Moment, carried
from careertrack.strategies import plans

LEDGER = Ledger().grown(PLAN.records)
ROOMS = [
    "skills",
    "courses",
    "evidence",
    "roles",
    "goals",
    "contacts",
    "organizations",
    "events",
    "commitments",
    "transitions",
    "routines",
    "cadences",
    "positions",
    "setbacks",
]


def rooms(now: Moment) -> dict[str, dict[str, object]]:
    """Every state of a day."""
    return {name: dict(getattr(now, name)) for name in ROOMS}


def test_once_a_moment() -> None:
    """Made when it is first asked for, and then the same; another moment makes its own."""
    calls: list[date] = []

    def work(now: Moment) -> date:
        calls.append(now.day)
        return now.day

    now = Moment(LEDGER, day(9))

    assert (day(9), day(9)) == (now.once(work), now.once(work))
    assert day(9) == now.at(day(9)).once(work)
    assert 2 == len(calls)


def test_ever_is_made_of_the_whole_ledger_for_all_days() -> None:
    """Once for what it is given, on whatever day of the shared memory it is asked for."""
    calls: list[tuple[date, str]] = []

    def work(now: Moment, kind: str) -> int:
        calls.append((now.day, kind))
        return len(now.ids(kind))

    now = Moment(LEDGER, day(9))
    asked = [each.ever(work, "goal") for each in (now, now.at(day(30)), now.at(date.max))]

    assert [2, 2, 2] == asked
    assert 2 == now.ever(work, "cadence")
    assert [(date.max, "goal"), (date.max, "cadence")] == calls
    assert 2 == Moment(LEDGER, date.max).ever(work, "goal")
    assert 3 == len(calls)


def test_ever_may_ask_for_other_things_that_are_for_ever() -> None:
    """The whole ledger asks itself."""
    now = Moment(LEDGER, day(9))

    assert now.ever(lambda whole: whole.ever(lambda all_: all_.day)) == date.max


def test_facts_between_two_days() -> None:
    """Both included, as far as the day, and nothing of another kind."""
    records = [PEER, *(talk(n, "bob") for n in range(9)), ct.Reflection(on=day(3), energy=1)]
    now = ct.Plan(records=records).as_of(day(5))

    assert [day(n) for n in (2, 3, 4)] == [each.on for each in now.between(ct.Conversation, day(2), day(4))]
    assert [day(4), day(5)] == [each.on for each in now.between(ct.Conversation, day(4), day(8))]
    assert () == now.between(ct.Conversation, day(6), day(8))
    assert 1 == len(now.between(ct.Reflection, day(0), day(9)))


def test_rest_is_of_the_pauses_that_were_recorded_by_the_day() -> None:
    """A pause counts from its first day on, to its last, however far ahead that is."""
    plan = ct.Plan(records=[pause(5, 9)])

    assert [False, True, True] == [day(7) in plan.as_of(day(n)).rest for n in (4, 5, 20)]


@pytest.mark.parametrize("order", [DAYS, DAYS[::-1], (DAYS[3], DAYS[1], DAYS[1], DAYS[5])])
def test_days_of_one_memory_say_what_each_says_alone(order: tuple[date, ...]) -> None:
    """Forwards, backwards and again: a state is gone on with, or folded anew."""
    first = Moment(LEDGER, order[0])

    for on in order:
        assert rooms(Moment(LEDGER, on)) == rooms(first.at(on))


@settings(max_examples=10)
@given(plan=plans(min_size=8, max_size=14, days=st.dates(day(0), day(60))), data=st.data())
def test_days_of_one_memory_of_any_plan(plan: ct.Plan, data: st.DataObject) -> None:
    """In whatever order they are asked for."""
    memory: Memory = {}
    ledger = Ledger().grown(plan.records)
    for n in data.draw(st.lists(st.integers(-1, 90), min_size=2, max_size=5)):
        assert rooms(Moment(ledger, day(n))) == rooms(Moment(ledger, day(n), memory))


@settings(max_examples=10)
@given(plan=plans(min_size=8, max_size=14, days=st.dates(day(0), day(60))))
def test_what_a_memory_holds_true_with_one_record_more(plan: ct.Plan) -> None:
    """Carried from record to record, every state of a day is that of the ledger as it is then."""
    ledger, memory = Ledger(), Memory()
    for record in plan.records:
        ledger, memory = ledger.grown([record]), carried(memory, record)
        for on in (day(90), day(30)):
            now = Moment(ledger, on, memory)

            assert rooms(Moment(ledger, on)) == rooms(now)
            assert Moment(ledger, on).ids("goal") == now.ids("goal")


def test_nothing_but_states_and_ids_is_carried() -> None:
    """What was made of the whole ledger is made again, and so are the states that the record is about."""
    now = Moment(LEDGER, day(90))
    now.ever(lambda whole: whole.day)
    assert {"aim", "part"} == {state.goal.id for state in (now.goals["aim"], now.goals["part"])}
    kept = carried(now.memory, ct.CheckIn(on=day(80), goal="aim", level=1))

    assert {("goal", "part")} == {made[1:] for made in kept if len(made) == 3}
    assert len(kept) < len(now.memory)


def test_every_room_is_looked_at() -> None:
    """These tests know all of them."""
    assert len(STATES) == len(ROOMS)
