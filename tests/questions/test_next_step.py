"""The smallest next step: one sentence, from what is owed and what is not known."""

from collections.abc import Sequence

import pytest
from tests.practice.keeping import BOSS, PEER, day, pause, talk

import careertrack as ct
from careertrack.practice import MEASURES
from careertrack.questions.nextstep import _STEPS
from careertrack.record import Record

READ = ct.Routine(id="read", on=day(0), pillar="skills", minutes=60)
PROMISE = ct.Commitment(id="cv", on=day(0), what="-", pillar="change", due=day(10))
CADENCE = ct.Cadence(id="talk", on=day(0), contact="grace", every="1 week")
FIRST = "set out one small goal with a day, or one talk a month: there is nothing to keep up with yet"
GO_ON = "go on as you do"


def step(*records: Record, on: int) -> str:
    """What is said on a day."""
    return ct.Plan(records=records).review(day(on)).next_step


def test_with_nothing_set_out_there_is_a_first_thing() -> None:
    """Until something is asked; facts ask for nothing."""
    assert FIRST == step(on=0)
    assert FIRST == step(PEER, talk(0, "bob"), on=9)
    assert [FIRST, GO_ON] == [step(READ, on=n) for n in (-1, 0)]


def test_a_promise_that_is_due_comes_first() -> None:
    """From its due day on, the earliest of them, until it is done or dropped; not one of others."""
    other = PROMISE.evolve(id="other", due=day(9))
    theirs = ct.Commitment(id="theirs", on=day(0), what="-", by="grace", due=day(1))
    kept = "keep promise cv, drop it, or agree on another day"

    assert [GO_ON, kept] == [step(BOSS, theirs, PROMISE, on=n) for n in (6, 10)]
    assert kept.replace("cv", "other") == step(PROMISE, other, on=11)
    assert kept != step(PROMISE, ct.Resolution(on=day(9), commitment="cv"), on=11)
    assert kept == step(BOSS, CADENCE, PROMISE, on=12)


def test_then_a_touch_that_is_due() -> None:
    """From its due day on, the earliest; a touch puts it off."""
    reach = "get in touch for cadence talk: a short message counts"

    assert [GO_ON, reach] == [step(BOSS, CADENCE, on=n) for n in (6, 7)]
    assert GO_ON == step(BOSS, CADENCE, talk(6), on=6)
    assert reach != step(BOSS, CADENCE, talk(6), on=8)


def test_then_a_goal_that_was_never_looked_at() -> None:
    """One with a target and a day, so that a number tells."""
    goal = ct.Goal(id="apply", on=day(0), title="-", pillar="change", target=10, due=day(100))

    assert "check in on goal apply: one number tells how far it is" == step(goal, on=0)
    assert GO_ON == step(goal, ct.CheckIn(on=day(0), goal="apply", value=0), on=0)


def test_then_what_is_kept_least() -> None:
    """The lowest part of practice that is not whole; nothing where all is kept."""
    other = READ.evolve(id="other")
    half = [ct.Effort(on=day(0), minutes=30, routine=id) for id in ("read", "other")]

    assert "do a little for routine other: it counts from the first time" == step(READ, other, half[0], on=7)
    assert GO_ON == step(READ, ct.Effort(on=day(0), minutes=60, routine="read"), on=7)


def test_what_has_ended_is_no_step() -> None:
    """A routine or cadence that is still in the window but asked no more is left alone."""
    over: list[Record] = [READ.evolve(until=day(6)), BOSS, CADENCE.evolve(every="1 day", until=day(9))]
    keep = [ct.Effort(on=day(n), minutes=1, pillar="change") for n in (0, 7)]

    assert GO_ON == step(*over, *keep, on=17)


def test_a_rhythm_begun_anew_is_still_asked() -> None:
    """Its parts are told apart by a number that is none of its id."""
    daily = CADENCE.evolve(every="1 day", until=day(12))
    talks = [talk(n) for n in (*range(1, 13), 36)]
    plan: list[Record] = [BOSS, daily, CADENCE.evolve(on=day(20), every="1 day"), *talks]
    keep = [ct.Effort(on=day(n), minutes=1, pillar="change") for n in range(0, 36, 7)]

    assert "do a little for cadence talk (2): it counts from the first time" == step(*plan, *keep, on=36)


def test_in_a_pause_the_step_is_to_rest() -> None:
    """Nothing falls due before it is over."""
    assert "rest: the pause lasts until 2026-01-19, and nothing falls due before" == step(
        PROMISE, pause(9, 14), on=12
    )
    assert "keep promise cv, drop it, or agree on another day" == step(PROMISE, pause(9, 14), on=15)


def test_a_course_alone_is_something_to_keep_up_with() -> None:
    """It has no first day, but where it was missed it is the next step."""
    course = ct.Course(title="R", due=day(0))

    assert "take up the course that was due next, or let it go" == step(course, on=9)


LATE = ct.Resolution(on=day(12), commitment="cv")
WISH = ct.Goal(id="wish", on=day(0), title="-", pillar="direction")
SETBACK = ct.Setback(id="no", on=day(0), what="-", retry=day(10))
LEAD = (
    ct.Skill(name="R"),
    ct.Role(title="Lead", requires=[ct.Requirement(skill="r", level=4)]),
    ct.TargetRole(on=day(0), roles=["lead"]),
)


@pytest.mark.parametrize(
    ("name", "asked", "made_good", "on"),
    [
        (
            "my commitments",
            [PROMISE, LATE, PROMISE.evolve(id="next", due=day(60))],
            ct.Resolution(on=day(13), commitment="next"),
            14,
        ),
        ("courses", [ct.Course(title="R", due=day(10))], ct.Resolution(on=day(12), course="r"), 14),
        ("setbacks", [SETBACK], SETBACK.evolve(on=day(12), lesson="-"), 14),
        ("goals made workable", [WISH], WISH.evolve(on=day(30), anchors=["-"] * 5, due=day(99)), 35),
        ("required skills", LEAD, ct.TargetRole(on=day(34), roles=[]), 35),
        (
            "evidence shown",
            [BOSS, CADENCE.evolve(every="1 year")],
            ct.Resolution(on=day(97), cadence="talk"),
            98,
        ),
    ],
)
def test_what_was_made_good_is_no_step(
    name: str, asked: Sequence[Record], made_good: Record, on: int
) -> None:
    """What was judged stays low for a while; nothing is said of it once nothing is left to do for it."""
    keep = [ct.Effort(on=day(n), minutes=1, pillar="change") for n in range(0, on, 7)]

    assert _STEPS[name].said == step(*asked, *keep, on=on)
    assert GO_ON == step(*asked, *keep, made_good, on=on)


@pytest.mark.parametrize("name", _STEPS)
def test_each_measure_without_an_id_has_a_sentence_of_its_own(name: str) -> None:
    """Named as its part is."""
    assert name in {measure.name for measure in MEASURES} - {"routines", "cadences"}
    assert len(MEASURES) - 2 == len(_STEPS)
