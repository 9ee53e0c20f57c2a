"""Talks: one with a person carries all that it can serve; and promises."""

from typing import Any

import pytest
from tests.practice.keeping import BOSS, PEER, day, talk
from tests.questions.test_actions_choosing import QUIET, ids

import careertrack as ct
from careertrack.questions.actions import Action
from careertrack.questions.actions.people import FINDERS
from careertrack.record import Record

CADENCE = ct.Cadence(id="talk", on=day(0), contact="grace", every="2 weeks")
DONE = ct.Evidence(on=day(1), title="Faster load")
PROMISE = ct.Commitment(id="notes", on=day(0), what="Notes", to="grace", due=day(16))
REVIEWED = talk(0, type="review")
BEN = ct.Contact(id="ben", name="Ben Example", relations=["mentor"])


def found(*records: Record, on: int) -> list[Action]:
    """What is to be done about people on a day, whether there is time or not."""
    now = ct.Plan(records=records).as_of(day(on))
    return [action for find in FINDERS for action in find(now)]


def talks(*records: Record, on: int) -> list[str]:
    """The names of it."""
    return ids(found(*records, on=on))


def one(*records: Record, on: int) -> Action:
    """The one thing to be done."""
    (action,) = found(*records, on=on)
    return action


# --- Touches ----------------------------------------------------------------------------------------


def test_a_touch_that_falls_due_within_seven_days() -> None:
    """Today's among them; from then on until there is one."""
    cadence = CADENCE.evolve(contact="bob")
    plan = [PEER, cadence]

    assert [[], ["talk bob"], ["talk bob"], ["talk bob"]] == [talks(*plan, on=n) for n in (7, 8, 14, 40)]
    assert [] == talks(*plan, talk(13, "bob"), on=14)
    assert ["cadence talk is due on 2026-01-19", "cadence talk was due on 2026-01-19"] == [
        one(*plan, on=n).reason for n in (14, 15)
    ]
    assert ("talk with bob", "network", 15, True) == (
        (action := one(*plan, on=14)).message, action.pillar, action.minutes, action.is_guess
    )  # fmt: skip
    assert (ct.Conversation(on=day(14), contacts=["bob"]),) == action.records


def test_no_sooner_than_half_an_interval_after_the_last_one() -> None:
    """Every week, in touch on Monday: not again on Thursday, but on Friday for those who like."""
    plan = [PEER, CADENCE.evolve(contact="bob", every="1 week"), talk(7, "bob")]

    assert [[], [], ["talk bob"]] == [talks(*plan, on=n) for n in (8, 10, 11)]


def test_a_talk_takes_as_long_as_the_last_one() -> None:
    """The last of its kind that says so."""
    talked = [talk(0, "bob", minutes=50), talk(1, "bob", type="advice", minutes=20), talk(2, "bob")]
    plan = [PEER, CADENCE.evolve(contact="bob"), *talked]

    assert (20, False) == ((action := one(*plan, on=16)).minutes, action.is_guess)
    plan[1] = CADENCE.evolve(contact="bob", type="catch-up")
    assert (15, True) == ((action := one(*plan, on=16)).minutes, action.is_guess)


def test_kinds_of_talk() -> None:
    """A kind that is meant is the kind of the talk, which serves those that mean any; others are others."""
    plan = [
        BOSS,
        REVIEWED,
        DONE,
        CADENCE,
        CADENCE.evolve(id="first", type="one-to-one"),
        CADENCE.evolve(id="pitch", type="pitch"),
    ]
    first, second = found(*plan, on=14)

    assert ["show-evidence grace", "talk grace pitch"] == [first.id, second.id]
    assert ["talk grace", "talk grace pitch"] == [first.group, second.group]
    assert "cadence talk is due on 2026-01-19" == first.reason.split(", ")[-1]
    assert [ct.Conversation(on=day(14), contacts=["grace"], type="one-to-one", shown=["faster-load"])] == [
        *first.records
    ]
    assert [ct.Conversation(on=day(14), contacts=["grace"], type="pitch")] == [*second.records]


def test_only_with_somebody_who_is_there() -> None:
    """Not with somebody whom the plan has not met by the day, nor one met with today."""
    iris = ct.Contact(id="iris", name="Iris", relations=["manager"], met=day(20))

    assert [[], ["hold-review iris"]] == [talks(iris, on=n) for n in (19, 20)]
    assert [] == talks(BOSS, CADENCE, DONE, talk(14, type="advice"), on=14)


# --- Managers ------------------------------------------------------------------------------------------


def test_a_manager_is_shown_what_none_was_shown() -> None:
    """The newest three; in the talk that is due, else in one of its own."""
    more = [ct.Evidence(on=day(n), title=f"E{n}") for n in (2, 3, 4)]
    boss = [BOSS, REVIEWED]

    action = one(*boss, DONE, *more, on=5)
    assert "show grace what you did: e4, e3, e2" == action.message
    assert ("no manager was shown it yet", "the case for a next role", 30) == (
        action.reason, action.unblocks, action.minutes
    )  # fmt: skip
    assert "cadence talk is due on 2026-01-19" == one(*boss, CADENCE, DONE, on=14).reason
    shown = [talk(6, shown=["faster-load"]), talk(6, acknowledged=["faster-load"])]
    assert [[], []] == [talks(*boss, DONE, each, on=7) for each in shown]
    assert ["show-evidence grace"] == talks(
        *boss, PEER, DONE, talk(6, "bob", shown=["faster-load"]), on=7
    )  # not to a manager


def test_evidence_is_for_the_manager_in_force() -> None:
    """Who was the manager, and is none any more, is shown nothing more."""
    gone = BOSS.evolve(on=day(3), relations=["reference"])

    assert [] == talks(BOSS, REVIEWED, gone, DONE, on=5)
    assert [] == talks(PEER, DONE, on=5)


def test_of_two_managers_one_is_shown_it() -> None:
    """With whom a talk is due, else with whom the last one was: nothing is shown twice."""
    eve = ct.Contact(id="eve", name="Eve", relations=["manager"])
    two = [BOSS, eve, DONE, REVIEWED, talk(2, "eve", type="review")]

    assert ["show-evidence eve"] == talks(*two, on=5)
    assert ["show-evidence grace"] == talks(*two, CADENCE, on=14)
    assert ["show-evidence eve", "talk grace"] == sorted(
        talks(*two, CADENCE, CADENCE.evolve(id="eve", contact="eve", every="11 days"), on=14)
    )
    new = ct.Contact(id="new", name="New", relations=["manager"])
    assert ["show-evidence grace"] == [id for id in talks(new, BOSS, REVIEWED, DONE, on=5) if "show" in id]


def test_a_review_with_the_manager() -> None:
    """Where there was none within a year; it serves the touch and the evidence, as the other talk would."""
    action = found(BOSS, CADENCE, DONE, on=14)[-1]

    assert ("ask grace for a review", "talk grace", 45) == (action.message, action.group, action.minutes)
    assert (
        "no review with them is on record within a year, cadence talk is due on 2026-01-19" == action.reason
    )
    assert (("faster-load",), "review") == (action.records[0].shown, action.records[0].type)  # type: ignore[attr-defined]
    assert [[], ["hold-review grace"]] == [talks(BOSS, REVIEWED, on=n) for n in (364, 365)]
    assert ["talk grace"] == talks(BOSS, CADENCE.evolve(type="review"), on=14)


# --- Thanks and advice -----------------------------------------------------------------------------------


def test_thanks_are_owed_once() -> None:
    """For help of the last 91 days, until there were thanks, or help the other way."""
    helped = talk(0, "ben", helped="me")

    action = one(BEN, helped, on=1)
    assert ("thank ben", "they helped on 2026-01-05", 10) == (action.message, action.reason, action.minutes)
    assert [["thank ben"], []] == [talks(BEN, helped, on=n) for n in (90, 91)]
    for thanked in ({"type": "thanks"}, {"helped": "them"}, {"helped": "both"}):
        assert [] == talks(BEN, helped, talk(3, "ben", **thanked), on=5)
    assert [] == talks(BEN, talk(0, "ben", type="thanks", helped="me"), on=1)


def test_thanks_are_a_touch() -> None:
    """For a cadence that means any talk: one of the two is chosen."""
    plan = ct.Plan(records=[*QUIET, BEN, CADENCE.evolve(contact="ben"), talk(0, "ben", helped="me")])
    actions = plan.review(day(14)).actions()

    assert ["thank ben"] == ids(actions)
    assert ["talk ben"] == ids(actions.left_out)
    assert actions["thank ben"].gain == actions["talk ben"].gain
    assert "left for another time" not in str(actions)


def test_advice_is_followed_up() -> None:
    """After two weeks, where no talk came after it; a talk that is due will do."""
    advised = talk(0, "ben", advice="Call Lena")

    assert [[], ["use-advice ben"], []] == [talks(BEN, advised, on=n) for n in (13, 14, 91)]
    action = one(BEN, advised, on=14)
    assert "tell ben what came of the advice of 2026-01-05" == action.message
    assert "Lena" not in repr(action) + str(action)
    assert [] == talks(BEN, advised, talk(9, "ben"), on=14)
    assert ["talk ben"] == talks(BEN, advised, CADENCE.evolve(contact="ben"), on=14)


# --- Promises ----------------------------------------------------------------------------------------------


def test_a_promise_that_falls_due_within_a_week() -> None:
    """And one that is past, until it is kept or dropped; not what others promised, nor what has no day."""
    promise = PROMISE.evolve(to=None, pillar="change", cue="Friday 9:00")
    others: list[Record] = [
        PEER,
        PROMISE.evolve(id="theirs", to=None, by="bob"),
        promise.evolve(id="some", due=None),
    ]

    assert [[], ["keep notes"], ["keep notes"]] == [talks(*others, promise, on=n) for n in (8, 9, 80)]
    action = one(promise, on=16)
    assert ("keep promise notes", "it is due on 2026-01-21", "change", "Friday 9:00", True) == (
        action.message, action.reason, action.pillar, action.cue, action.is_obligation
    )  # fmt: skip
    assert "it was due on 2026-01-21" == one(promise, on=17).reason
    assert [[], []] == [
        talks(promise, ct.Resolution(on=day(9), commitment="notes", outcome=outcome), on=10)
        for outcome in ("done", "dropped")
    ]  # fmt: skip


@pytest.mark.parametrize(("contact", "pillar"), [(BOSS, "manager"), (PEER, "network")])
def test_a_promise_belongs_where_it_is_scored(contact: ct.Contact, pillar: str) -> None:
    """By what the other was on the day it was made."""
    gone = contact.evolve(on=day(5), relations=[])

    assert [pillar] == [each.pillar for each in found(contact, gone, PROMISE.evolve(to=contact.id), on=14)]


def test_one_talk_hands_over_what_was_promised() -> None:
    """Where a talk is due as well: touch, evidence and the earliest promise in one, within its minutes."""
    second = PROMISE.evolve(id="figures", due=day(17))
    plan = ct.Plan(records=[*QUIET, BOSS, REVIEWED, CADENCE, DONE, PROMISE, second])
    actions = plan.review(day(14)).actions()
    first = actions["keep notes with grace"]

    assert ["keep notes with grace", "keep figures"] == ids(actions)
    assert "keep promise notes, and talk with grace" == first.message
    assert "it is due on 2026-01-21, cadence talk is due on 2026-01-19" == first.reason
    assert ["resolution", "conversation"] == [each.kind for each in first.records]
    assert (30, 30) == (first.minutes, actions["keep notes"].minutes)
    # Nothing is done twice.
    everything: list[Any] = [record for action in actions for record in action.records]
    assert len(everything) == len(set(map(str, (each.to_dict() for each in everything))))


def test_a_promise_is_kept_alone_where_the_talk_does_not_fit() -> None:
    """A long talk waits; the promise does not."""
    long = talk(0, minutes=90, type="review")
    plan = ct.Plan(records=[*QUIET, BOSS, long, CADENCE, PROMISE])

    assert ["keep notes"] == ids(plan.review(day(14)).actions(60))
    assert ["keep notes with grace"] == ids(plan.review(day(14)).actions(90))
    assert [] == ids(plan.review(day(14)).actions(29))
