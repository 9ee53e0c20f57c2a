"""Promises: open, moved, kept, missed, dropped."""

from datetime import date

import pytest

import careertrack as ct
from careertrack.state.people import CommitmentState, Left

PROMISE = ct.Commitment(id="cv", on="2026-01-05", what="Send the CV", to="grace", due="2026-01-10")
PLAN = ct.Plan() + ct.Contact(id="grace", name="Grace Hopper") + PROMISE


def day(text: str) -> date:
    """A day of 2026."""
    return date.fromisoformat(f"2026-{text}")


def moved(plan: ct.Plan, on: str, due: str | None) -> ct.Plan:
    """The promise with another due day, from a day on."""
    return plan.revise(ct.Commitment, "cv", on=day(on), due=due and day(due))


def resolved(plan: ct.Plan, on: str, outcome: str = "done") -> ct.Plan:
    """The promise, done or dropped on a day."""
    return plan + ct.Resolution(on=day(on), commitment="cv", outcome=outcome)  # type: ignore[arg-type]


def state(plan: ct.Plan, on: str) -> CommitmentState:
    """The promise as of a day."""
    return plan.as_of(day(on)).commitments["cv"]


def told(plan: ct.Plan, *days: str) -> list[str]:
    """What the promise is said to be on each day."""
    return [state(plan, on).status for on in days]


def test_open_until_the_end_of_its_due_day() -> None:
    """It is open through the day it is due, and missed from the day after."""
    assert ["open", "open", "missed"] == told(PLAN, "01-05", "01-10", "01-11")
    assert [(), (day("01-10"),)] == [state(PLAN, on).misses for on in ("01-10", "01-11")]


@pytest.mark.parametrize("on", ["01-05", "01-10"])
def test_done_by_its_due_day_is_kept(on: str) -> None:
    """Kept from the day it was done, and for good."""
    plan = resolved(PLAN, on)

    assert ["kept", "kept"] == told(plan, on, "12-31")


@pytest.mark.parametrize("outcome", ["done", "dropped"])
def test_resolved_late_stays_missed(outcome: str) -> None:
    """What was missed stays missed, however it ended later; it is no longer open though."""
    plan = resolved(PLAN, "01-11", outcome)

    assert ["missed", "missed"] == told(plan, "01-11", "12-31")
    assert state(plan, "12-31").resolution is not None


def test_dropped_by_its_due_day_leaves() -> None:
    """Dropped in time is not missed."""
    assert ["open", "dropped", "dropped"] == told(
        resolved(PLAN, "01-10", "dropped"), "01-09", "01-10", "01-11"
    )


def test_without_a_due_day_it_stays_open() -> None:
    """What has no day is not missed; done is kept and dropped is dropped, whenever."""
    plan = moved(PLAN, "01-05", None)  # on its own day: as if it had been made without

    assert ["open", "open"] == told(plan, "01-05", "12-31")
    assert ["kept", "dropped"] == [
        told(resolved(plan, "06-01", how), "12-31")[0] for how in ("done", "dropped")
    ]


def test_moved_once_in_time() -> None:
    """A due day put off by its own evening is moved, and judged by the new one."""
    plan = moved(PLAN, "01-10", "01-20")

    assert ["open", "moved", "moved", "missed"] == told(plan, "01-09", "01-10", "01-20", "01-21")
    assert (Left(day("01-10"), day("01-10")),) == state(plan, "01-10").moves
    assert ["kept"] == told(resolved(plan, "01-20"), "12-31")


def test_moved_too_late_is_missed() -> None:
    """A due day put off the day after is no move."""
    plan = moved(PLAN, "01-11", "01-20")

    assert ["missed", "missed"] == told(plan, "01-11", "01-15")
    assert ((), day("01-20")) == (state(plan, "01-15").moves, state(plan, "01-15").due)
    assert ["missed"] == told(resolved(plan, "01-15"), "01-15")


def test_a_second_move_is_a_miss_from_the_day_after_the_due_day_it_left() -> None:
    """Until then it is moved; after, it is missed, though its new day is to come."""
    plan = moved(moved(PLAN, "01-08", "01-20"), "01-15", "02-20")

    assert ["moved", "moved", "missed"] == told(plan, "01-15", "01-20", "01-21")
    assert [Left(day("01-10"), day("01-08")), Left(day("01-20"), day("01-15"))] == list(
        state(plan, "01-15").moves
    )
    assert (day("01-20"), day("02-20")) == (state(plan, "01-15").deadline, state(plan, "01-15").due)


def test_a_third_move_puts_nothing_off() -> None:
    """The deadline stays where the second move found it."""
    plan = moved(moved(moved(PLAN, "01-08", "01-20"), "01-15", "02-20"), "01-18", "03-20")

    assert ["moved", "missed"] == told(plan, "01-20", "01-21")


def test_moved_twice_and_done_before_the_due_day_it_left_is_kept() -> None:
    """Doing it in time is keeping it, however often it was moved."""
    plan = resolved(moved(moved(PLAN, "01-08", "01-20"), "01-15", "02-20"), "01-19")

    assert ["moved", "kept", "kept"] == told(plan, "01-18", "01-19", "12-31")


def test_moved_to_an_earlier_day() -> None:
    """An earlier day is a move as well, and it is judged by it."""
    assert ["moved", "missed"] == told(moved(PLAN, "01-06", "01-08"), "01-08", "01-09")


def test_losing_its_due_day_is_a_move_and_gaining_one_is_not() -> None:
    """To leave no day behind is no move; to be moved again and again by way of no day does not work."""
    without = moved(PLAN, "01-08", None)
    again = moved(without, "01-15", "01-20")
    twice = moved(again, "01-18", None)

    assert ["moved", "moved"] == told(without, "01-08", "12-31")
    assert (1, day("01-20")) == (len(state(again, "01-15").moves), state(again, "01-15").deadline)
    assert ["moved", "missed"] == told(again, "01-20", "01-21")
    assert ["moved", "missed"] == told(twice, "01-20", "01-21")


def test_a_revision_that_keeps_the_due_day_is_no_move() -> None:
    """A new cue changes nothing about when."""
    plan = PLAN.revise(ct.Commitment, "cv", on="2026-01-08", cue="Tuesday 9:00, library")

    assert ["open", "missed"] == told(plan, "01-08", "01-11")


def test_a_later_revision_reopens() -> None:
    """What was dropped and is revised later is open again and judged anew; the old miss stays beside."""
    plan = moved(resolved(PLAN, "01-12", "dropped"), "02-01", "02-10")

    assert ["missed", "open", "missed"] == told(plan, "01-31", "02-01", "02-11")
    assert [(day("01-10"),), (day("01-10"), day("02-10"))] == [
        state(plan, on).misses for on in ("02-01", "02-11")
    ]
    assert ["kept"] == told(resolved(plan, "02-10"), "12-31")


def test_reopened_with_a_day_that_is_past_has_no_deadline() -> None:
    """Taking something up again costs nothing on that day: a past day does not make it missed at once."""
    plan = resolved(PLAN, "01-08").revise(ct.Commitment, "cv", on="2026-02-01", cue="Tuesday")

    assert ["kept", "open", "open"] == told(plan, "01-31", "02-01", "12-31")
    assert ["kept"] == told(resolved(plan, "03-01"), "03-01")


def test_reopened_with_its_own_day_has_no_deadline() -> None:
    """What is promised and due on one day is not counted."""
    plan = moved(resolved(PLAN, "01-08", "dropped"), "02-01", "02-01")

    assert ["open", "open"] == told(plan, "02-01", "02-02")


def test_reopened_it_may_be_moved_once_again() -> None:
    """Moves are counted from the day it was taken up again."""
    plan = moved(moved(PLAN, "01-08", "01-20"), "01-15", "02-20")
    plan = moved(resolved(plan, "01-18", "dropped"), "03-01", "03-10")
    plan = moved(plan, "03-05", "03-20")

    assert ["open", "moved", "moved", "missed"] == told(plan, "03-04", "03-05", "03-20", "03-21")


def test_the_latest_resolution_counts_until_it_is_judged() -> None:
    """A correction by the due day counts; after it, what was settled stays."""
    corrected = resolved(resolved(PLAN, "01-07"), "01-09", "dropped")
    too_late = resolved(resolved(PLAN, "01-07"), "01-11", "dropped")

    assert ["kept", "dropped", "dropped"] == told(corrected, "01-08", "01-09", "12-31")
    assert ["kept", "kept"] == told(too_late, "01-08", "12-31")


def test_a_revision_on_the_day_of_a_resolution_does_not_reopen() -> None:
    """Within a day a resolution comes last."""
    plan = moved(resolved(PLAN, "01-08"), "01-08", "01-20")

    assert ["kept"] == told(plan, "12-31")


def test_whose_promise_it_is() -> None:
    """Mine where nobody else promised; the first record stays beside the one in force."""
    plan = PLAN + ct.Commitment(id="theirs", on="2026-01-05", what="Introduce me", by="grace")
    now = moved(plan, "01-08", "01-20").as_of("2026-02-01").commitments

    assert (True, False) == (now["cv"].is_mine, now["theirs"].is_mine)
    assert (PROMISE, day("01-20")) == (now["cv"].first, now["cv"].due)


def test_a_revision_in_words_of_a_newer_version_changes_nothing() -> None:
    """The promise stays as it was last read."""
    plan = ct.loads("""{"careertrack": "1.9", "records": [
        {"kind": "commitment", "id": "cv", "on": "2026-01-05", "what": "Rest", "pillar": "skills"},
        {"kind": "commitment", "id": "cv", "on": "2026-01-08", "what": "-", "due": "2026-01-09", "pillar":
         "sky"}
    ]}""")

    assert (["open"], "skills") == (told(plan, "12-31"), state(plan, "12-31").commitment.pillar)


def test_a_due_day_moved_into_the_past_costs_nothing_that_day() -> None:
    """Moving a promise to a day that is past is no miss on the day it is written down, only after."""
    plan = ct.Plan() + ct.Commitment(id="send", on="2026-01-05", what="x", pillar="change", due="2026-02-01")
    plan = plan.revise(ct.Commitment, "send", on="2026-01-20", due="2026-01-10")

    assert plan.as_of("2026-01-20").commitments["send"].status == "moved"
    assert plan.as_of("2026-01-21").commitments["send"].status == "missed"
