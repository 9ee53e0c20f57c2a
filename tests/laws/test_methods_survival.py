"""The laws of waiting times."""

from itertools import pairwise
from math import fsum, isclose
from random import Random

from hypothesis import assume, given
from hypothesis import strategies as st

from careertrack.methods import cumulative_incidence, kaplan_meier

TIMES = st.integers(0, 12).map(float) | st.floats(0, 1e300)
CASES = st.lists(st.tuples(TIMES, st.sampled_from([None, "advanced", "rejected", "silent"])), max_size=25)
SHUFFLES = st.randoms(use_true_random=False)
SLACK = 1e-12
Cases = list[tuple[float, str | None]]


def times_of(cases: Cases) -> list[float]:
    """How long each took."""
    return [time for time, _ in cases]


def causes_of(cases: Cases) -> list[str | None]:
    """What came of each."""
    return [cause for _, cause in cases]


def seen_in(cases: Cases) -> list[bool]:
    """Whether anything came of each."""
    return [cause is not None for _, cause in cases]


@given(cases=CASES, shuffle=SHUFFLES)
def test_the_curve_falls(cases: Cases, shuffle: Random) -> None:
    """Shares from 1 down to 0 at rising times, whatever the order of the cases."""
    curve = kaplan_meier(times_of(cases), seen_in(cases))
    again = shuffle.sample(cases, len(cases))

    assert curve == kaplan_meier(times_of(again), seen_in(again))
    assert set(curve.times) == {time for time, cause in cases if cause is not None}
    assert all(one < other for one, other in pairwise(curve.times))
    assert all(one > other for one, other in pairwise([1.0, *curve.survival]))
    assert all(0 <= share for share in curve.survival)


@given(cases=CASES)
def test_the_median(cases: Cases) -> None:
    """The median is the first time at which at most half still wait, and none where it was not reached."""
    curve = kaplan_meier(times_of(cases), seen_in(cases))
    reached = [time for time, share in zip(curve.times, curve.survival, strict=True) if share <= 0.5 + SLACK]

    assert curve.median == (reached[0] if reached else None)


@given(times=st.lists(TIMES, min_size=1, max_size=25))
def test_without_waiting_it_is_the_plain_share(times: list[float]) -> None:
    """Where all were answered, the curve is the plain share of those that took longer, to the last bit."""
    curve = kaplan_meier(times, [True] * len(times))
    longer = tuple(sum(each > time for each in times) / len(times) for time in curve.times)

    assert longer == curve.survival


@given(cases=CASES)
def test_who_still_waits_makes_the_wait_no_shorter(cases: Cases) -> None:
    """To leave out those who still wait never makes the wait look longer."""
    assume(any(seen_in(cases)))
    answered = [time for time, cause in cases if cause is not None]
    whole, partial = (
        kaplan_meier(times_of(cases), seen_in(cases)),
        kaplan_meier(answered, [True] * len(answered)),
    )

    assert partial.times == whole.times
    assert all(one <= other + SLACK for one, other in zip(partial.survival, whole.survival, strict=True))


@given(cases=CASES, shuffle=SHUFFLES)
def test_all_outcomes_and_waiting_add_up_to_one(cases: Cases, shuffle: Random) -> None:
    """At the end each case has come to one outcome or still waits, whatever the order of the cases."""
    curves = cumulative_incidence(times_of(cases), causes_of(cases))
    waiting = kaplan_meier(times_of(cases), seen_in(cases)).survival
    again = shuffle.sample(cases, len(cases))

    assert list(curves.items()) == list(cumulative_incidence(times_of(again), causes_of(again)).items())
    assert set(curves) == set(causes_of(cases)) - {None}
    ends = [curve[-1][1] for curve in curves.values()]
    assert isclose(1, fsum([*ends, waiting[-1] if waiting else 1.0]), abs_tol=SLACK)


@given(cases=CASES)
def test_an_outcome_is_no_more_likely_than_the_naive_curve_says(cases: Cases) -> None:
    """A curve rises from 0 to at most 1, and at most to what one less a curve of its own outcome says."""
    for cause, curve in cumulative_incidence(times_of(cases), causes_of(cases)).items():
        naive = kaplan_meier(times_of(cases), [each == cause for each in causes_of(cases)])

        assert naive.times == tuple(time for time, _ in curve)
        assert all(one[0] < other[0] and one[1] <= other[1] for one, other in pairwise(curve))
        assert all(
            0 < chance <= min(1, 1 - share + SLACK)
            for (_, chance), share in zip(curve, naive.survival, strict=True)
        )


@given(cases=CASES)
def test_one_outcome_alone_is_the_curve_turned_about(cases: Cases) -> None:
    """Where there is one outcome only, its curve is one less the share that waits."""
    single = ["answered" if cause else None for cause in causes_of(cases)]
    curve = kaplan_meier(times_of(cases), seen_in(cases))
    found = cumulative_incidence(times_of(cases), single).get("answered", ())

    assert curve.times == tuple(time for time, _ in found)
    assert all(
        isclose(chance, 1 - share, abs_tol=SLACK)
        for (_, chance), share in zip(found, curve.survival, strict=True)
    )
