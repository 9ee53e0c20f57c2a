"""Promises, courses and retries: each judged once, from the day after its due day, for 91 days."""

from datetime import date

import pytest
from tests.practice.keeping import BOSS, PEER, day, only, pause, rated, values

import careertrack as ct
from careertrack.practice.items import COMMITMENTS, COURSES, SETBACKS
from careertrack.practice.marks import Measure
from careertrack.record import Record

PROMISE = ct.Commitment(id="cv", on=day(0), what="Send the CV", pillar="change", due=day(10))
COURSE = ct.Course(title="Statistics", due=day(10))
SETBACK = ct.Setback(id="no-answer", on=day(0), what="No answer", retry=day(10))
NOTHING, NOT_DUE = "nothing", "not due"


def ended(on: int, outcome: str = "done", what: str = "cv") -> ct.Resolution:
    """The promise, done or dropped on a day."""
    field = {"cv": "commitment", "statistics": "course", "no-answer": "setback"}[what]
    return ct.Resolution(on=day(on), outcome=outcome, **{field: what})  # type: ignore[arg-type]


def kept(*records: Record, on: int = 60) -> float | str | None:
    """The value that the promise has on a day."""
    return values(COMMITMENTS, [PROMISE, *records], on)[0]


# --- Promises -------------------------------------------------------------------------------


def test_a_promise_is_judged_from_the_day_after_its_due_day_for_91_days() -> None:
    """Due on day 10: not due up to and on it, missed from day 11 to day 101, then of no matter."""
    found = values(COMMITMENTS, [PROMISE], -1, 0, 10, 11, 101, 102)

    assert [NOTHING, NOT_DUE, NOT_DUE, 0.0, 0.0, NOTHING] == found


def test_kept_is_done_by_its_due_day() -> None:
    """On the due day it is kept, a day later it stays missed; it counts once it is due, not before."""
    assert [1.0, 0.0] == [kept(ended(n)) for n in (10, 11)]
    assert [NOTHING, 1.0] == values(COMMITMENTS, [PROMISE, ended(3)], 10, 11)


def test_dropped_in_time_it_leaves() -> None:
    """Dropped by its due day it is no item; dropped later it stays missed."""
    assert [NOTHING, 0.0] == [kept(ended(n, "dropped")) for n in (10, 11)]


def test_the_share_of_several() -> None:
    """Three of four kept: .75, with the Wilson interval, and each is named."""
    promises: list[Record] = [PROMISE.evolve(id=f"p{n}", due=day(10 + n)) for n in range(4)]
    done: list[Record] = [ct.Resolution(on=day(9), commitment=f"p{n}") for n in range(3)]
    score = only(COMMITMENTS, [*promises, *done], 60)

    assert (0.75, 4) == (score.value, score.n)
    assert pytest.approx((0.3006, 0.9544), abs=1e-4) == score.interval
    assert "p0 kept, p1 kept, p2 kept, p3 missed" == score.reason
    assert tuple(promises) == score.records
    assert "borrowed" == score.basis


def test_moved_once_in_time_it_is_judged_by_the_new_day() -> None:
    """Moved on day 9 to day 20: missed from day 21; done on day 20: kept."""
    moved = PROMISE.evolve(on=day(9), due=day(20))

    assert [NOT_DUE, NOT_DUE, 0.0] == values(COMMITMENTS, [PROMISE, moved], 11, 20, 21)
    assert 1.0 == kept(moved, ended(20))


def test_moved_after_its_due_day_it_stays_missed() -> None:
    """The day in force at the end of the due day was the old one."""
    assert 0.0 == kept(PROMISE.evolve(on=day(11), due=day(20)), ended(20))


def test_a_second_move_is_a_miss_from_the_day_after_the_due_day_it_left() -> None:
    """Moved to day 20 and on day 15 to day 50: missed from day 21, done later or not."""
    moves: list[Record] = [PROMISE.evolve(on=day(9), due=day(20)), PROMISE.evolve(on=day(15), due=day(50))]

    assert [NOT_DUE, 0.0] == values(COMMITMENTS, [PROMISE, *moves], 20, 21)
    assert [0.0, 1.0] == [kept(*moves, ended(n)) for n in (40, 20)]
    assert [0.0, NOTHING] == values(COMMITMENTS, [PROMISE, *moves], 111, 112)


def test_without_a_due_day_it_is_never_judged() -> None:
    """Losing its day in time, it has none; it is no item."""
    assert [NOTHING, NOTHING] == values(COMMITMENTS, [PROMISE.evolve(due=None)], 0, 60)
    assert [NOTHING] == values(COMMITMENTS, [PROMISE, PROMISE.evolve(on=day(5), due=None)], 60)


def test_promised_and_due_on_one_day_it_is_not_counted() -> None:
    """Taken up again on day 20 and due on day 20, or before: no item of its own."""
    again = [PROMISE.evolve(on=day(20), due=day(n)) for n in (20, 15)]

    assert [NOTHING, NOTHING] == [kept(ended(5, "dropped"), each) for each in again]


def test_effort_on_a_course_is_not_finishing_it() -> None:
    """Only its end counts."""
    assert [0.0] == values(COURSES, [COURSE, ct.Effort(on=day(5), minutes=60, course="statistics")], 60)


def test_taken_up_again_it_is_judged_anew() -> None:
    """Done in time, taken up again on day 20 until day 30 and missed: one kept and one missed."""
    again = PROMISE.evolve(on=day(20), due=day(30))
    score = only(COMMITMENTS, [PROMISE, ended(5), again], 60)

    assert (0.5, 2, "cv kept, cv missed") == (score.value, score.n, score.reason)
    assert (PROMISE, again) == score.records
    assert [1.0, 1.0, 0.5] == values(COMMITMENTS, [PROMISE, ended(5), again], 11, 30, 31)


def test_only_my_own_promises() -> None:
    """What others promised is not mine to keep."""
    theirs = ct.Commitment(id="cv", on=day(0), what="-", by="bob", due=day(10))

    assert [NOTHING, NOTHING] == values(COMMITMENTS, [PEER, theirs], 5, 60)


def test_a_promise_belongs_to_whom_it_was_made() -> None:
    """To a manager: manager; to others: network; to myself: its own pillar."""
    to: list[Record] = [
        PROMISE,
        ct.Commitment(id="boss", on=day(0), what="-", to="grace", due=day(10)),
        ct.Commitment(id="peer", on=day(0), what="-", to="bob", due=day(10)),
    ]
    parts = rated(COMMITMENTS, [BOSS, PEER, *to], 11)

    assert {"manager": "boss missed", "network": "peer missed", "change": "cv missed"} == {
        pillar: score.reason for (pillar, _), score in parts.items()
    }


@pytest.mark.parametrize(
    ("since", "pillar"), [(-5, "network"), (0, "network"), (1, "manager"), (5, "manager")]
)
def test_the_relation_is_that_of_the_day_it_was_promised(since: int, pillar: str) -> None:
    """No manager any more from some day: what counts is the day of the promise, not the due day."""
    promise = ct.Commitment(id="cv", on=day(0), what="-", to="grace", due=day(10))
    plan: list[Record] = [BOSS, BOSS.evolve(on=day(since), relations=["former-manager"]), promise]

    assert [(pillar, "my commitments")] == list(rated(COMMITMENTS, plan, 11))


def test_an_unkept_one_due_on_a_paused_day_falls_due_on_the_first_day_after() -> None:
    """Due on day 10, paused from 8 to 14: judged at the end of day 15; done on day 15 it is kept.

    A miss counts from day 16 and leaves when it would have left without the pause.
    """
    rest = pause(8, 14)

    assert [NOT_DUE, 0.0, 0.0, NOTHING] == values(COMMITMENTS, [PROMISE, rest], 15, 16, 101, 102)
    assert [1.0, 1.0, 0.0] == [kept(rest, ended(n)) for n in (12, 15, 16)]
    assert NOTHING == kept(rest, ended(15, "dropped"))


def test_kept_in_a_pause_it_counts_at_once() -> None:
    """Only what is unkept waits for the end of the pause."""
    assert [NOTHING, 1.0] == values(COMMITMENTS, [PROMISE, pause(8, 14), ended(9)], 10, 11)


def test_in_a_pause_it_may_still_be_moved() -> None:
    """Moved on a paused day before it falls due is moved in time."""
    moved = PROMISE.evolve(on=day(12), due=day(30))

    assert [NOT_DUE, 1.0] == values(COMMITMENTS, [PROMISE, pause(8, 14), moved, ended(30)], 29, 31)


def test_open_to_the_end_of_the_calendar() -> None:
    """Due on the last day there is, it is not due on any."""
    plan = ct.Plan(records=[PROMISE.evolve(due=date.max)])
    (part,) = COMMITMENTS.parts(plan.as_of(date.max))

    assert None is part.score.coverage


# --- Courses --------------------------------------------------------------------------------


def test_a_course_with_a_due_day_is_an_item() -> None:
    """Not due up to its day, missed from the day after for 91 days; done by then it is kept."""
    assert [NOT_DUE, NOT_DUE, 0.0, 0.0, NOTHING] == values(COURSES, [COURSE], -400, 10, 11, 101, 102)
    assert [1.0, 0.0, NOTHING] == [
        values(COURSES, [COURSE, each], 60)[0]
        for each in (
            ended(10, what="statistics"),
            ended(11, what="statistics"),
            ended(9, "dropped", "statistics"),
        )
    ]
    assert [("skills", "courses")] == list(rated(COURSES, [COURSE], 11))


def test_a_course_without_a_due_day_is_none() -> None:
    """Nothing was promised."""
    assert [NOTHING] == values(COURSES, [COURSE.evolve(due=None)], 60)


def test_a_course_that_gets_its_due_day_later() -> None:
    """From day 5 on it is due on day 10; before that nothing was."""
    plan: list[Record] = [COURSE.evolve(due=None), COURSE.evolve(on=day(5))]

    assert [NOTHING, NOT_DUE, 0.0] == values(COURSES, plan, 4, 5, 11)


def test_a_course_taken_again() -> None:
    """Done once, and with a new day later on: both count, the latest being missed."""
    plan: list[Record] = [COURSE, ended(5, what="statistics"), COURSE.evolve(on=day(20), due=day(30))]

    assert [1.0, 0.5] == values(COURSES, plan, 11, 31)


# --- Setbacks -------------------------------------------------------------------------------


def come_back(*records: Record, on: int = 60) -> float | str | None:
    """The value that the setback has on a day."""
    return values(SETBACKS, [SETBACK, *records], on)[0]


@pytest.mark.parametrize("learned", [{"lesson": "Ask earlier"}, {"change": "Ask Bob"}])
@pytest.mark.parametrize("outcome", ["done", "dropped"])
def test_half_for_a_lesson_half_for_coming_back_or_letting_go(outcome: str, learned: dict[str, str]) -> None:
    """Neither is 0, one is .5, both are 1; letting go on purpose is as good as coming back."""
    lesson, end = SETBACK.evolve(on=day(5), **learned), ended(8, outcome, "no-answer")

    assert [0.0, 0.5, 0.5, 1.0] == [come_back(), come_back(lesson), come_back(end), come_back(lesson, end)]


def test_both_count_by_the_day_of_the_retry() -> None:
    """On the day itself they count, a day later they do not."""
    assert [0.5, 0.0] == [come_back(SETBACK.evolve(on=day(n), lesson="-")) for n in (10, 11)]
    assert [0.5, 0.0] == [come_back(ended(n, what="no-answer")) for n in (10, 11)]


def test_a_setback_counts_from_the_day_after_its_retry_for_91_days() -> None:
    """Recording it costs nothing; without a day to try again it never counts."""
    found = values(SETBACKS, [SETBACK], -1, 0, 10, 11, 101, 102)

    assert [NOTHING, NOT_DUE, NOT_DUE, 0.0, 0.0, NOTHING] == found
    assert [NOTHING] == values(SETBACKS, [SETBACK.evolve(retry=None)], 60)


def test_a_setback_says_what_became_of_it() -> None:
    """Each half by its own name; two halves are one setback."""
    half = only(SETBACKS, [SETBACK, SETBACK.evolve(on=day(5), lesson="-")], 60)
    ends = [only(SETBACKS, [SETBACK, ended(5, how, "no-answer")], 60).reason for how in ("done", "dropped")]

    assert (1, "no-answer learned from, no-answer not tried again") == (half.n, half.reason)
    assert "no-answer not learned from, no-answer not tried again" == only(SETBACKS, [SETBACK], 60).reason
    assert ["no-answer not learned from, no-answer " + how for how in ("come back from", "let go")] == ends
    assert [("perseverance", "setbacks")] == list(rated(SETBACKS, [SETBACK], 60))


def test_a_retry_may_be_put_off_once() -> None:
    """Moved to day 20 in time it is judged then; a second move is a miss of the day it left."""
    once, twice = (SETBACK.evolve(on=day(n), retry=day(2 * n + 10)) for n in (5, 15))

    assert [NOT_DUE, 0.5] == values(SETBACKS, [SETBACK, once, ended(20, what="no-answer")], 19, 21)
    assert 0.0 == come_back(once, twice, ended(40, what="no-answer"))


def test_a_retry_in_a_pause_falls_due_on_the_first_day_after_it() -> None:
    """Paused from 8 to 14: day 15 is still in time for both halves, day 16 for none."""
    rest = pause(8, 14)

    assert 1.0 == come_back(rest, SETBACK.evolve(on=day(15), lesson="-"), ended(15, what="no-answer"))
    assert 0.0 == come_back(rest, SETBACK.evolve(on=day(16), lesson="-"), ended(16, what="no-answer"))


def test_in_a_pause_each_half_counts_from_the_day_after_it_was_kept() -> None:
    """A lesson of day 5 counts from day 11 alone; come back from on day 13, the whole counts from day 14.

    What is unkept to the end waits until day 16, when the half is a half again.
    """
    half: list[Record] = [SETBACK, pause(8, 14), SETBACK.evolve(on=day(5), lesson="-")]
    whole: list[Record] = [*half, ended(13, what="no-answer")]

    assert [NOT_DUE, 1.0, 1.0, 0.5] == values(SETBACKS, half, 10, 11, 15, 16)
    assert [1, 1, 1] == [only(SETBACKS, whole, n).n for n in (11, 14, 60)]
    assert [1.0, 1.0, 1.0] == values(SETBACKS, whole, 11, 14, 60)


def test_a_lesson_taken_back_by_the_day_of_the_retry_is_none() -> None:
    """The setback counts as it is told at the end of that day."""
    told: list[Record] = [SETBACK.evolve(on=day(5), lesson="-"), SETBACK.evolve(on=day(7))]

    assert 0.0 == come_back(*told)


def test_what_is_done_in_a_pause_after_the_due_day_changes_no_earlier_day() -> None:
    """The past does not move: due on day 10, paused to day 14 and done on day 13, it counts from day 14."""
    plan: list[Record] = [PROMISE, pause(8, 14), ended(13)]

    assert [NOT_DUE, NOT_DUE, NOT_DUE] == values(COMMITMENTS, plan[:2], 11, 12, 13)
    assert [NOT_DUE, NOT_DUE, NOT_DUE, 1.0] == values(COMMITMENTS, plan, 11, 12, 13, 14)


@pytest.mark.parametrize("measure", [COMMITMENTS, COURSES, SETBACKS])
@pytest.mark.parametrize("on", [date.min, date.max])
def test_the_ends_of_the_calendar(measure: Measure, on: date) -> None:
    """Neither end is an error."""
    plan = ct.Plan(records=[PROMISE, COURSE, SETBACK])

    assert (measure is COURSES and on == date.min) == bool(list(measure.parts(plan.as_of(on))))


@pytest.mark.parametrize(("lesson", "expected"), [("Ask sooner", 1.0), (None, NOT_DUE)])
def test_a_retry_moved_in_the_pause_it_fell_into(lesson: str | None, expected: float | str) -> None:
    """Due on day 4, in a pause, moved on day 10: what was learned before stands, the rest is not judged."""
    setback = ct.Setback(id="no", on=day(0), what="-", lesson=lesson, retry=day(4))
    moved = setback.evolve(on=day(10), retry=day(30))

    assert [expected] == values(SETBACKS, [setback, pause(3, 15), moved], 12)
