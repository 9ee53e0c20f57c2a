"""Simulated years look like what they are: nobody is praised or blamed by accident."""

from functools import cache
from itertools import groupby
from typing import Any, Final

import pytest
from tests.simulated.people import BURST_DAYS, DAYS, FEW, YEARS, Person, day_of, plan_of, year

import careertrack as ct
from careertrack.practice import is_resting
from careertrack.questions.history import COLUMNS, History

WORSE: Final = {"on_track": 0, "resting": 0, "starting": 0, "drifting": 1, "off_track": 2, "unknown": 3}
SETTLED: Final = 84  # days: after twelve weeks every window is whole
ROUNDING: Final = 1e-12
BLAME: Final = (
    "!", "bad", "blame", "fail", "fault", "lazy", "must not", "neglect", "never do", "poor", "should",
    "unfortunately", "worse", "wrong", "you did not",
)  # fmt: skip
NOTHING: Final = "nothing is set out yet, so there is nothing to be on or off track with"
RESTS: Final = [(140, 153), (66, 79), (201, 214), (101, 121)]
"""Two weeks from a Monday, a Thursday and a Friday; and three weeks, of which some days say nothing."""


@cache
def told(name: str, every: int = 1) -> History:
    """The days of a year, the last one before the goal is due."""
    return year(name).history([day_of(n) for n in range(0, DAYS, every)])


def statuses(name: str) -> list[str]:
    """The statuses of a year in turn."""
    return [status for status, _ in groupby(told(name).column("status"))]


def numbers(name: str, column: str, since: int = 0) -> list[Any]:
    """What is known of a number from a day on."""
    return [value for value in told(name).column(column)[since:] if value is not None]


# --- Those who keep to it --------------------------------------------------------------------------


def test_the_diligent_one_is_on_track() -> None:
    """Who does all that was asked begins, is on track and stays there, with full marks."""
    assert ["starting", "on_track"] == statuses("diligent")
    assert {1.0} == set(numbers("diligent", "practice"))


def test_the_keeper_of_four_in_five() -> None:
    """Who keeps four of five is told so by the number, and is never off track."""
    practice = numbers("eighty", "practice", SETTLED)

    assert 0.7 < min(practice)
    assert 0.7 < sum(practice) / len(practice) < 0.9
    assert all(0.7 < each < 0.9 for each in _decided("eighty"))
    assert {"starting", "on_track", "drifting"} == set(statuses("eighty"))


def _decided(name: str) -> list[float]:
    """The practice that status went by, each week from the twelfth on."""
    days = range(SETTLED, DAYS, 7)
    found = [year(name).review(day_of(n)).standing.practice for n in days]
    return [each for each in found if each is not None]


def test_the_rejected_one_is_no_worse_to_the_bit() -> None:
    """Who does the same and is refused each time has the same practice, progress, schedule and status."""
    columns = [name for name in COLUMNS if name != "outlook"]
    answers = {step.stage for step in year("rejected").of(ct.Step)} - {"applied"}

    assert {"rejected"} == answers
    assert () == year("rejected").of(ct.Offer)
    assert len(year("diligent").of(ct.Offer)) > 10
    for name in columns:
        assert told("diligent").column(name) == told("rejected").column(name)


# --- Those who rest ----------------------------------------------------------------------------------


@pytest.mark.parametrize("rest", RESTS)
def test_the_rested_one_loses_nothing(rest: tuple[int, int]) -> None:
    """Who rests has no less practice on any day that is not a long pause, and no worse a status."""
    days = [day_of(n) for n in range(rest[0] - 7, min(rest[1] + 120, DAYS))]
    plan = plan_of(Person(lambda day, n: True, rest=rest))
    rested, worked = plan.history(days), year("diligent").history(days)
    judged = [at for at, day in enumerate(days) if not is_resting(plan.as_of(day))]
    length = rest[1] - rest[0] + 1

    assert (0 if length <= 14 else length - 1) == len(days) - len(judged)
    assert judged == [at for at in range(len(days)) if rested.column("practice")[at] is not None]
    for at in judged:
        assert rested.column("practice")[at] >= worked.column("practice")[at] - ROUNDING
    statuses = zip(rested.column("status"), worked.column("status"), strict=True)
    assert [] == [each for each in statuses if WORSE[each[0]] > WORSE[each[1]]]


def test_days_of_rest_are_left_out() -> None:
    """The one who rests does nothing on those days, so that without the pause it would have cost."""
    plan = year("rested")
    first, last = plan.of(ct.Pause)[0].on, plan.of(ct.Pause)[0].until
    acts = (ct.Effort, ct.Conversation, ct.CheckIn, ct.Reflection)
    awake = plan.without(*plan.of(ct.Pause))

    assert [] == [record for record in plan if isinstance(record, acts) and first <= record.on <= last]
    assert (awake.review(last).practice.value or 0) < 0.9


# --- Those who do not ------------------------------------------------------------------------------


def test_the_lazy_one_needs_a_step() -> None:
    """Who keeps one of five is off track from the day that the first four weeks are over."""
    assert ["starting", "off_track"] == statuses("lazy")
    assert max(numbers("lazy", "practice", SETTLED)) < 0.4


def test_on_and_off_drifts() -> None:
    """Two weeks on and one off, at twice the pace, is drifting, and never off track."""
    assert "off_track" not in statuses("on-and-off")
    assert {"drifting"} == set(told("on-and-off").column("status")[SETTLED:])
    assert all(0.5 < each < 0.75 for each in _decided("on-and-off"))


def test_a_burst_wears_off() -> None:
    """Ten weeks after eight weeks at three times the pace, nothing having followed, a step is needed."""
    assert "off_track" == year("burst").review(day_of(BURST_DAYS + 70)).status
    assert {"off_track"} == set(told("burst").column("status")[BURST_DAYS + 70 :])
    assert "off_track" not in told("burst").column("status")[:BURST_DAYS]


# --- Those who only begin ------------------------------------------------------------------------------


def test_three_records_are_told_so_kindly() -> None:
    """With three records and no ask there is nothing to be off track with, and a small first step."""
    review = year("few").review(day_of(60))

    assert len(FEW) == len(year("few"))
    assert ("unknown", None, None) == (review.status, review.practice.value, review.progress.value)
    assert {"unknown"} == set(told("few", 7).column("status"))
    assert [NOTHING] == list(review.standing.because)
    assert review.next_step.startswith("set out one small goal with a day, or one talk a month")
    assert "no-goal" in {finding.code for finding in review.findings}
    assert "warning" not in {finding.severity for finding in review.findings}


@pytest.mark.parametrize("name", [*YEARS, "few"])
def test_nobody_is_blamed(name: str) -> None:
    """No page of any year has a word of blame in it, and each has a next step."""
    for n in (10, 40, 126, 250, 360):
        review = year(name).review(day_of(n))
        text = str(review).lower()

        assert [] == [word for word in BLAME if word in text]
        assert review.next_step


def test_wins_come_first() -> None:
    """Even in a year in which little is done, what was done is named before what decided."""
    text = str(year("lazy").review(day_of(160)))

    assert 0 < text.index("went well:") < text.index("what decided:") < text.index("next:")
