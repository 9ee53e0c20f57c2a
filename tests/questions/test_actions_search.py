"""The search: answers, questions after silence, appointments, and people to meet."""

from datetime import datetime
from typing import Any

import pytest
from tests.practice.keeping import PEER, day, talk
from tests.questions.test_actions_choosing import ids

import careertrack as ct
from careertrack.questions.actions import Action
from careertrack.questions.actions.search import FINDERS
from careertrack.record import Record

MOVE = ct.Transition(id="lantern", on=day(0))


def step(on: int, stage: Any = "applied", **fields: Any) -> ct.Step:
    """A step of the move on the n-th day."""
    return ct.Step(on=day(on), transition="lantern", stage=stage, **fields)


def found(*records: Record, on: int) -> list[Action]:
    """What the search asks for on a day."""
    now = ct.Plan(records=records).as_of(day(on))
    return [action for find in FINDERS for action in find(now)]


def names(*records: Record, on: int) -> list[str]:
    """The names of it."""
    return ids(found(*records, on=on))


def test_an_offer_is_answered_by_its_day() -> None:
    """From a week before to two weeks after, as long as the move is open; the answer is the person's own."""
    offer = ct.Offer(on=day(1), transition="lantern", answer_by=day(20))
    (action,) = found(MOVE, offer, on=20)

    expected = [[], ["answer lantern"], ["answer lantern"], []]
    assert expected == [names(MOVE, offer, on=n) for n in (12, 13, 34, 35)]
    assert ("answer the offer for lantern", "it is due on 2026-01-25", True) == (
        action.message, action.reason, action.is_obligation
    )  # fmt: skip
    assert () == action.done(on=day(20))
    assert [] == names(MOVE, offer, step(19, "declined"), on=20)
    assert [] == names(MOVE, ct.Offer(on=day(1), transition="lantern"), on=20)


def test_a_silent_application_is_asked_about() -> None:
    """After two weeks without a word, once after each word of theirs, and no longer than a quarter."""
    applied = [MOVE, step(0)]
    (action,) = found(*applied, on=14)

    assert [[], ["follow up lantern"], ["follow up lantern"], []] == [
        names(*applied, on=n) for n in (13, 14, 90, 91)
    ]
    assert ("nothing was heard since 2026-01-05", day(14), True) == (
        action.reason, action.due, action.is_obligation
    )  # fmt: skip
    assert (ct.Effort(on=day(14), minutes=15, transition="lantern"),) == action.records
    assert [] == names(*applied, *action.records, on=60)
    answered = [*applied, *action.records, step(20, "screening")]
    assert [[], ["follow up lantern"]] == [names(*answered, on=n) for n in (33, 34)]


def test_somebody_is_asked_where_somebody_is_known() -> None:
    """A message that waits for its answer."""
    plan = [PEER, MOVE.evolve(contact="bob"), step(0)]
    (action,) = found(*plan, on=14)

    expected = ct.Conversation(
        on=day(14), contacts=["bob"], type="follow-up", transition="lantern", answered="waiting"
    )
    assert (expected,) == action.records
    assert [] == names(*plan, *action.records, on=40)


@pytest.mark.parametrize("last", [step(1, "rejected"), step(1, "offer"), step(1, "applied", tracked=False)])
def test_nobody_is_asked_in_vain(last: ct.Step) -> None:
    """Not what has ended, what waits for the owner, or what nobody kept track of; nor a mere lead."""
    assert [] == names(MOVE, step(0), last, on=20)
    assert [] == names(MOVE, on=20)
    assert [] == names(MOVE, step(0, "lead"), on=20)


def test_appointments_and_people_to_meet() -> None:
    """Within a week; an appointment is waited for, and takes as long as it says."""
    fair = ct.Event(
        title="Fair", type="fair", starts=datetime(2026, 1, 12, 18), zone="Europe/Berlin", minutes=90
    )
    interview = ct.Event(title="Talk", type="interview", starts=day(7))

    assert [[], ["go to fair", "go to talk"], ["go to fair", "go to talk"], []] == [
        names(fair, interview, on=n) for n in (-1, 0, 7, 8)
    ]
    first, second = found(fair, interview, on=0)
    assert ("go to fair and meet people", False, 90, "people you do not know yet", False) == (
        first.message, first.is_obligation, first.minutes, first.unblocks, first.is_guess
    )  # fmt: skip
    assert ("go to talk", True, 120, "", True) == (
        second.message, second.is_obligation, second.minutes, second.unblocks, second.is_guess
    )  # fmt: skip
    assert (ct.Effort(on=day(0), minutes=90, event="fair"),) == first.records


def test_an_event_that_is_over_or_called_off() -> None:
    """Attended, resolved, or with no day."""
    fair = ct.Event(title="Fair", starts=day(1))

    assert [] == names(fair, ct.Effort(on=day(0), minutes=60, event="fair"), on=0)
    assert [] == names(fair, ct.Resolution(on=day(0), event="fair", outcome="dropped"), on=0)
    assert [] == names(ct.Event(title="Fair"), on=0)


def test_a_talk_about_it_is_a_question() -> None:
    """Whoever it was with, answered or not; an answer is a word of theirs."""
    plan = [PEER, MOVE, step(0)]

    assert [] == names(*plan, talk(3, "bob", transition="lantern", answered="no"), on=20)
    heard = talk(3, "bob", transition="lantern")
    assert [[], ["follow up lantern"]] == [names(*plan, heard, on=n) for n in (16, 17)]
