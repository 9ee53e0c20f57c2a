"""Transitions: every step kept, and the furthest stage ever reached."""

from datetime import date, timedelta
from itertools import permutations
from typing import Literal

import pytest

import careertrack as ct
from careertrack.state.moves import Answer, TransitionState
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


# --- What the outlook asks ----------------------------------------------------------------------


def test_an_end_or_an_offer_since_makes_the_fate_known() -> None:
    """Of what was imported nothing later is known, until it ends, is offered, or goes on under watch."""
    imported = PLAN + ct.Step(on="2026-01-02", transition="lead", stage="applied", tracked=False)
    ended = PLAN + ct.Step(on="2026-01-02", transition="lead", stage="rejected", tracked=False)
    offered = imported + ct.Offer(on="2026-01-05", transition="lead")
    followed = imported + ct.Step(on="2026-01-05", transition="lead", stage="screening")

    assert [True, False, True, True, True] == [
        state(plan).is_fate_known for plan in (PLAN, imported, ended, offered, followed)
    ]
    assert not state(offered, "2026-01-04").is_fate_known


def test_an_offer_before_an_untracked_step_says_nothing_of_later() -> None:
    """What came after the step is as unknown as without the offer."""
    plan = PLAN + ct.Offer(on="2026-01-01", transition="lead")
    plan += ct.Step(on="2026-01-02", transition="lead", stage="offer", tracked=False)

    assert not state(plan).is_fate_known


def test_accepted_once_is_accepted() -> None:
    """Going back on it later does not undo it."""
    assert [False, True, True] == [
        state(stepped(*stages)).was_accepted
        for stages in (("offer", "declined"), ("offer", "accepted"), ("offer", "accepted", "withdrawn"))
    ]


def test_what_was_sent_is_what_was_sent_first() -> None:
    """A later letter does not take the place of the CV that opened the door."""
    plan = PLAN + ct.Step(on="2026-01-02", transition="lead", stage="lead")
    plan += ct.Step(on="2026-01-03", transition="lead", stage="applied", sent="CV 4")
    plan += ct.Step(on="2026-01-09", transition="lead", stage="interviewing", sent="work sample")

    assert [None, "CV 4", "CV 4"] == [
        state(plan, day).sent for day in ("2026-01-02", "2026-01-03", "2026-12-31")
    ]


def test_applied_on_the_first_time() -> None:
    """Applying again does not start the wait anew."""
    assert (None, date(2026, 1, 3)) == (
        state(stepped("lead")).applied_on,
        state(stepped("lead", "applied", "rejected", "applied")).applied_on,
    )


@pytest.mark.parametrize(
    ("stages", "answer"),
    [
        (("lead", "applied"), None),
        (("interviewing", "rejected"), None),
        (("interviewing", "applied"), None),
        (("applied", "lead", "withdrawn"), None),
        (("applied", "rejected"), Answer(date(2026, 1, 3), False)),
        (("rejected", "applied", "screening"), Answer(date(2026, 1, 4), True)),
        (("applied", "interviewing", "rejected"), Answer(date(2026, 1, 3), True)),
        (("applied", "rejected", "offer"), Answer(date(2026, 1, 3), False)),
        (("applied", "declined"), Answer(date(2026, 1, 3), True)),
    ],
)
def test_the_first_answer_after_applying(stages: tuple[Stage, ...], answer: Answer | None) -> None:
    """The first word of theirs after the application; the owner's own steps are none."""
    assert answer == state(stepped(*stages)).answer


def test_an_offer_on_record_is_an_answer() -> None:
    """It goes on, also on the day of a rejection; one from before the application is none."""
    plan = PLAN + ct.Offer(on="2026-01-01", transition="lead")
    plan += ct.Step(on="2026-01-02", transition="lead", stage="applied")
    plan += ct.Step(on="2026-01-09", transition="lead", stage="rejected")
    offered = plan + ct.Offer(on="2026-01-09", transition="lead")

    assert [Answer(date(2026, 1, 9), False), Answer(date(2026, 1, 9), True)] == [
        state(each).answer for each in (plan, offered)
    ]


APPLIED = stepped("applied")  # on 2 January; four weeks later it is the 30th
GRACE = ct.Contact(id="grace", name="Grace Hopper")


def talked(answered: Literal["yes", "no", "waiting"]) -> ct.Plan:
    """Applied for, and a talk about it on the 12th."""
    talk = ct.Conversation(on="2026-01-12", contacts=["grace"], transition="lead", answered=answered)
    return APPLIED + GRACE + talk


@pytest.mark.parametrize(
    ("plan", "last_loud"),
    [
        (APPLIED, "2026-01-29"),
        (stepped("applied", "screening"), "2026-01-30"),
        (stepped("applied", "interviewing"), "2026-01-30"),
        (talked("yes"), "2026-02-08"),
        (talked("no"), "2026-01-29"),
        (talked("waiting"), "2026-01-29"),
    ],
)
def test_four_weeks_without_a_word_are_quiet(plan: ct.Plan, last_loud: str) -> None:
    """Quiet from the 28th day on after the last step or talk; an attempt at a talk is no word."""
    day = date.fromisoformat(last_loud)

    assert [False, True] == [state(plan, str(each)).is_quiet for each in (day, day + timedelta(1))]


@pytest.mark.parametrize(
    "plan",
    [
        PLAN,
        stepped("lead"),
        stepped("applied", "rejected"),
        stepped("applied", "offer"),
        APPLIED + ct.Offer(on="2026-01-03", transition="lead"),
        PLAN + ct.Step(on="2026-01-02", transition="lead", stage="applied", tracked=False),
    ],
)
def test_what_is_not_quiet(plan: ct.Plan) -> None:
    """Not applied for, ended, offered (the next word is the owner's), or its fate unknown."""
    assert not state(plan).is_quiet


def test_the_last_word() -> None:
    """The latest of steps, offers and talks that took place; none where there were none."""
    plan = talked("yes") + ct.Offer(on="2026-01-15", transition="lead")

    assert [None, date(2026, 1, 2), date(2026, 1, 12), date(2026, 1, 15)] == [
        state(plan, day).last_word for day in ("2026-01-01", "2026-01-11", "2026-01-14", "2026-01-15")
    ]
