"""Deadlines: what is due on a day is judged once, by its end."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careertrack.days import Rest
from careertrack.state.deadlines import Asked, Ended, Left, Verdict, term
from careertrack.vocabulary import Outcome

START = date(2026, 1, 5)


def day(n: int) -> date:
    """The n-th day."""
    return START + timedelta(n)


FIRST = Asked(day(0), day(10))
REST = Rest([(day(8), day(14))])


def asked(on: int, due: int | None) -> Asked:
    """Promised on a day, due on another."""
    return Asked(day(on), None if due is None else day(due))


def done(on: int, outcome: Outcome = "done") -> Ended:
    """Done, or dropped, on a day."""
    return Ended(day(on), outcome)


def told(*events: Asked | Ended, on: int, rest: Rest = Rest()) -> str:  # noqa: B008 - it never changes
    """Its status at the end of a day."""
    return term(FIRST, [event for event in events if event.on <= day(on)], day(on), rest).status


@pytest.mark.parametrize(
    ("events", "expected"),
    [
        ([], ["open", "open", "missed"]),
        ([done(9)], ["kept", "kept", "kept"]),
        ([done(10)], ["open", "kept", "kept"]),
        ([done(11)], ["open", "open", "missed"]),
        ([done(9, "dropped")], ["dropped", "dropped", "dropped"]),
        ([done(11, "dropped")], ["open", "open", "missed"]),
        ([asked(9, 20)], ["moved", "moved", "moved"]),
        ([asked(11, 20)], ["open", "open", "missed"]),
        ([asked(9, 8)], ["moved", "missed", "missed"]),
        ([asked(9, None)], ["moved", "moved", "moved"]),
        ([asked(5, 20), asked(9, 8)], ["moved", "moved", "moved"]),
        ([asked(5, 9), asked(9, 50)], ["moved", "missed", "missed"]),
        ([done(8), done(9, "dropped")], ["dropped", "dropped", "dropped"]),
        ([done(8), asked(9, 30)], ["open", "open", "open"]),
    ],
)
def test_what_becomes_of_it(events: list[Asked | Ended], expected: list[str]) -> None:
    """Due on day 10: at the end of day 9, 10 and 11."""
    assert expected == [told(*events, on=n) for n in (9, 10, 11)]


@pytest.mark.parametrize(
    ("events", "expected"),
    [
        ([], ["open", "open", "open", "missed"]),
        ([done(9)], ["kept"] * 4),
        ([done(15)], ["open", "open", "kept", "kept"]),
        ([done(16)], ["open", "open", "open", "missed"]),
        ([done(15, "dropped")], ["open", "open", "dropped", "dropped"]),
        ([asked(12, 30)], ["open", "moved", "moved", "moved"]),
    ],
)
def test_in_a_pause_it_waits_for_the_first_day_after(
    events: list[Asked | Ended], expected: list[str]
) -> None:
    """Due on day 10, paused from 8 to 14: at the end of day 11, 12, 15 and 16."""
    assert expected == [told(*events, on=n, rest=REST) for n in (11, 12, 15, 16)]


def test_a_verdict_has_the_day_from_whose_end_it_stands() -> None:
    """Missed: its deadline or the end of the pause; kept: its deadline, or the paused day it was done on."""
    end = day(60)

    assert (Verdict(0, day(10), "missed", day(10)),) == term(FIRST, [], end).verdicts
    assert (Verdict(0, day(10), "missed", day(15)),) == term(FIRST, [], end, REST).verdicts
    for rest in (Rest(), REST):
        assert (Verdict(0, day(10), "kept", day(10)),) == term(FIRST, [done(3)], end, rest).verdicts
    assert (Verdict(0, day(10), "kept", day(13)),) == term(FIRST, [done(13)], end, REST).verdicts
    assert (Verdict(0, day(10), "dropped", day(13)),) == term(
        FIRST, [done(13, "dropped")], end, REST
    ).verdicts


def test_on_the_day_it_is_done_the_latest_word_counts() -> None:
    """In a pause after its due day it is settled by the end of the day on which it was done."""
    assert "dropped" == told(done(13), done(13, "dropped"), on=20, rest=REST)
    assert "kept" == told(done(12), done(13, "dropped"), on=20, rest=REST)


def test_each_run_has_its_verdict() -> None:
    """Kept, taken up again, moved and missed: two verdicts, the moves of the last run alone."""
    found = term(FIRST, [done(3), asked(20, 30), asked(25, 40)], day(60))

    assert (Verdict(0, day(10), "kept", day(10)), Verdict(1, day(40), "missed", day(40))) == found.verdicts
    assert (Left(day(30), day(25)),) == found.moves
    assert (1, "missed", day(40)) == (found.run, found.status, found.deadline)


@pytest.mark.parametrize("due", [20, 15, None])
def test_taken_up_again_without_a_day_ahead_it_has_no_deadline(due: int | None) -> None:
    """Due that day, before it, or never: open."""
    found = term(FIRST, [done(3), asked(20, due)], day(60))

    assert (None, "open", 1) == (found.deadline, found.status, len(found.verdicts))


def test_settled_it_keeps_its_deadline() -> None:
    """A new day after a miss is shown, and judged no more."""
    found = term(FIRST, [asked(12, 30)], day(60))

    assert (day(30), day(10), ()) == (found.due, found.deadline, found.moves)
    assert 1 == len(found.verdicts)


EVENTS = st.lists(
    st.one_of(
        st.builds(asked, st.integers(0, 60), st.none() | st.integers(0, 80)),
        st.builds(done, st.integers(0, 60), st.sampled_from(["done", "dropped"])),
    ),
    max_size=6,
).map(lambda events: sorted(events, key=lambda event: (event.on, isinstance(event, Ended))))
PAUSES = st.lists(
    st.builds(
        lambda first, length: (day(first), day(first + length)), st.integers(0, 60), st.integers(0, 20)
    ),
    max_size=2,
).map(Rest)


@given(events=EVENTS, rest=PAUSES)
def test_the_past_does_not_move(events: list[Asked | Ended], rest: Rest) -> None:
    """What stands by a day was judged by then: no later event changes a verdict, or adds an old one."""
    whole = term(FIRST, events, day(200), rest).verdicts
    for n in range(0, 100, 3):
        then = term(FIRST, [event for event in events if event.on <= day(n)], day(n + 1), rest).verdicts

        assert [each for each in whole if each.on <= day(n)] == list(then)


@given(events=EVENTS, rest=PAUSES)
def test_with_rest_nothing_is_judged_earlier(events: list[Asked | Ended], rest: Rest) -> None:
    """A miss stands no earlier with a pause than without, and what is kept without is kept with one."""
    plain = {each.run: each for each in term(FIRST, events, day(200)).verdicts}
    rested = {each.run: each for each in term(FIRST, events, day(200), rest).verdicts}
    for run in plain.keys() & rested.keys():
        if rested[run].settled == "missed":
            assert plain[run].settled == "missed"
            assert plain[run].on <= rested[run].on
