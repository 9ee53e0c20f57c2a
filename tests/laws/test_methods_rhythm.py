"""The laws of rhythms kept."""

from datetime import date, timedelta
from math import isclose
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from careertrack.methods import cadence_coverage, habit_strength, kept_on_time

START = date(2026, 1, 1)
DAYS = st.integers(-40, 100)
SHUFFLES = st.randoms(use_true_random=False)
CHECKS = st.lists(st.sampled_from([True, False, None]), max_size=30)
SHARES = st.floats(0, 1)
FREQUENCIES = st.floats(1e-3, 1e3)


def covered(touches: list[int], length: int, every: int) -> float:
    """The coverage of a window by touches on such days of it."""
    return cadence_coverage(
        [START + timedelta(days=day) for day in touches], START, START + timedelta(days=length - 1), every
    )


@given(touches=st.lists(DAYS, max_size=10), length=st.integers(1, 90), every=st.integers(1, 60))
def test_coverage_is_the_share_of_covered_days(touches: list[int], length: int, every: int) -> None:
    """Each day counts once, covered or not."""
    days = [any(touch <= day < touch + every for touch in touches) for day in range(length)]

    assert sum(days) / length == covered(touches, length, every)


@given(
    touches=st.lists(DAYS, max_size=10),
    more=DAYS,
    length=st.integers(1, 90),
    every=st.integers(1, 60),
    shuffle=SHUFFLES,
)
def test_a_touch_never_lowers_coverage(
    touches: list[int], more: int, length: int, every: int, shuffle: Random
) -> None:
    """One touch more never lowers it, a repeated one changes nothing, and the order does not matter."""
    found = covered(touches, length, every)

    assert found <= covered([more, *touches], length, every) <= found + every / length + 1e-12
    assert found == covered([*touches, *touches], length, every)
    assert found == covered(shuffle.sample(touches, len(touches)), length, every)
    assert found <= covered(touches, length, every + 1)


@given(due=st.integers(0, 200), data=st.data())
def test_kept_on_time(due: int, data: st.DataObject) -> None:
    """The share lies in its interval, and nothing due is nothing to judge."""
    kept = data.draw(st.integers(0, due))
    score = kept_on_time(kept, due)
    if due == 0:
        assert (None, None) == (score.value, score.coverage)
    else:
        assert score.interval is not None
        assert score.interval[0] - 1e-12 <= kept / due <= score.interval[1] + 1e-12
        assert (kept / due, due) == (score.value, score.n)


@given(checks=CHECKS, more=CHECKS, frequency=FREQUENCIES, start=SHARES)
def test_strength_is_resumable(
    checks: list[bool | None], more: list[bool | None], frequency: float, start: float
) -> None:
    """From where it stood it goes on as if it had never stopped, and pauses change nothing."""
    whole = habit_strength([*checks, *more], frequency, start)

    assert 0 <= whole <= 1
    assert whole == habit_strength(more, frequency, habit_strength(checks, frequency, start))
    assert whole == habit_strength([each for each in [*checks, *more] if each is not None], frequency, start)


@given(checks=CHECKS, frequency=FREQUENCIES, start=SHARES)
def test_keeping_it_never_weakens_a_habit(checks: list[bool | None], frequency: float, start: float) -> None:
    """A miss made good never lowers the strength; a time kept lifts it, a miss lowers it."""
    found = habit_strength(checks, frequency, start)

    assert habit_strength([*checks, False], frequency, start) <= found
    assert found <= habit_strength([*checks, True], frequency, start) + 1e-12
    for i, check in enumerate(checks):
        if check is False:
            assert found <= habit_strength([*checks[:i], True, *checks[i + 1 :]], frequency, start) + 1e-12


@given(n=st.integers(0, 200), frequency=FREQUENCIES)
def test_a_perfect_record(n: int, frequency: float) -> None:
    """From nothing, n times kept come to 1 - m^n."""
    m = 0.5 ** (frequency**0.5 / 13)

    assert isclose(1 - m**n, habit_strength([True] * n, frequency), abs_tol=1e-9)
