"""Transitions: every step kept, and the furthest stage ever reached."""

from itertools import permutations

import pytest

import careertrack as ct
from careertrack.state.moves import TransitionState
from careertrack.vocabulary import Stage

PLAN = ct.Plan() + ct.Transition(id="lead", on="2026-01-01", organization="Initech")


def stepped(*stages: Stage) -> ct.Plan:
    """The plan after some steps, one a day from 2 January."""
    return PLAN + [
        ct.Step(on=f"2026-01-{place:02}", transition="lead", stage=stage)
        for place, stage in enumerate(stages, 2)
    ]


def state(plan: ct.Plan, day: str = "2026-12-31") -> TransitionState:
    """The move as of a day."""
    return plan.as_of(day).transitions["lead"]


def test_before_any_step() -> None:
    """A move of which nothing is recorded is at no stage, not ended, and not untracked."""
    assert (None, None, False, True) == (
        state(PLAN).stage,
        state(PLAN).furthest,
        state(PLAN).has_ended,
        state(PLAN).is_tracked,
    )


def test_every_step_is_kept() -> None:
    """All steps up to the day, in order."""
    plan = stepped("applied", "screening", "interviewing")

    assert ["applied", "screening"] == [each.stage for each in state(plan, "2026-01-03").steps]
    assert "screening" == state(plan, "2026-01-03").stage


@pytest.mark.parametrize("end", ["rejected", "withdrawn"])
def test_an_end_erases_nothing(end: Stage) -> None:
    """The furthest stage stands after a rejection or a withdrawal."""
    ended = state(stepped("applied", "interviewing", end))

    assert (end, "interviewing", True) == (ended.stage, ended.furthest, ended.has_ended)


def test_going_back_erases_nothing() -> None:
    """A stage before the furthest one leaves it where it was."""
    assert "interviewing" == state(stepped("interviewing", "screening")).furthest


def test_an_interview_after_a_rejection_counts() -> None:
    """What follows an end goes on: it is no longer ended, and may get further."""
    now = state(stepped("applied", "rejected", "interviewing"))

    assert ("interviewing", "interviewing", False) == (now.stage, now.furthest, now.has_ended)


@pytest.mark.parametrize("answer", ["accepted", "declined"])
def test_an_answer_means_that_an_offer_was_reached(answer: Stage) -> None:
    """Nobody accepts or declines what was not offered."""
    assert ("offer", True) == (state(stepped("applied", answer)).furthest, state(stepped(answer)).has_ended)


def test_an_offer_on_record_means_that_an_offer_was_reached() -> None:
    """An offer says so without a step, from its own day."""
    plan = stepped("applied") + ct.Offer(on="2026-02-01", transition="lead", pay="70000 EUR")

    assert ["applied", "offer"] == [state(plan, day).furthest for day in ("2026-01-31", "2026-02-01")]
    assert "applied" == state(plan).stage


def test_rejected_at_once_reached_no_stage() -> None:
    """An end alone is no stage."""
    assert (None, "rejected") == (state(stepped("rejected")).furthest, state(stepped("rejected")).stage)


STAGES: tuple[Stage, ...] = ("rejected", "lead", "applied")


@pytest.mark.parametrize("stages", list(permutations(STAGES)))
def test_steps_of_one_day_follow_the_order_of_the_stages(stages: tuple[Stage, ...]) -> None:
    """Within a day ends come last, whatever the order they were written down in."""
    plan = PLAN
    for stage in stages:
        plan += ct.Step(on="2026-01-02", transition="lead", stage=stage)

    assert ["lead", "applied", "rejected"] == [each.stage for each in state(plan).steps]


def test_untracked_until_a_later_step() -> None:
    """What was imported without its later fate is untracked until a later step is."""
    plan = PLAN + ct.Step(on="2026-01-02", transition="lead", stage="applied", tracked=False)
    plan += ct.Step(on="2026-02-02", transition="lead", stage="rejected")

    days = ("2026-01-01", "2026-01-02", "2026-02-02")
    assert [True, False, True] == [state(plan, day).is_tracked for day in days]


def test_offers_talks_and_effort_are_kept_beside() -> None:
    """All that names the move is with it: offers, talks, minutes; events and setbacks change nothing."""
    talk = ct.Conversation(on="2026-01-05", contacts=["grace"], transition="lead")
    offer = ct.Offer(on="2026-01-09", transition="lead", answer_by="2026-01-12")
    plan = PLAN + ct.Contact(id="grace", name="Grace Hopper") + talk + offer
    plan += ct.Effort(on="2026-01-06", minutes=90, transition="lead")
    plan += ct.Effort(on="2026-01-07", minutes=30, transition="lead")
    plan += ct.Event(title="Second round", starts="2026-01-08", transition="lead")
    plan += ct.Setback(id="nerves", on="2026-01-08", what="I froze", transition="lead")
    plan = plan.revise(ct.Transition, "lead", on="2026-01-10", location="Turin")
    now = state(plan)

    assert ((talk,), (offer,), 120, ()) == (now.talks, now.offers, now.minutes, now.steps)
    assert [None, "Turin"] == [state(plan, day).transition.location for day in ("2026-01-09", "2026-01-10")]
