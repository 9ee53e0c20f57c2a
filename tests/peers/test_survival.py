"""Waiting times, as lifelines computes them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careertrack.methods import cumulative_incidence, kaplan_meier

lifelines = pytest.importorskip("lifelines", reason="the peers group is not installed")

CAUSES = ("advanced", "rejected")


@given(cases=st.lists(st.tuples(st.integers(0, 15), st.booleans()), min_size=1, max_size=30))
def test_kaplan_meier(cases: list[tuple[int, bool]]) -> None:
    """The curve and its median are those of lifelines, ties and all."""
    durations, observed = [time for time, _ in cases], [seen for _, seen in cases]
    ours = kaplan_meier(durations, observed)
    theirs = lifelines.KaplanMeierFitter().fit(durations, observed)

    assert [theirs.predict(time) for time in ours.times] == pytest.approx(ours.survival, abs=1e-9)
    if all(abs(share - 0.5) > 1e-9 for share in ours.survival):  # rounding decides about one half there
        assert theirs.median_survival_time_ == (float("inf") if ours.median is None else ours.median)


@given(
    cases=st.lists(
        st.tuples(st.integers(1, 10**6), st.sampled_from([None, *CAUSES])),
        min_size=1,
        max_size=30,
        unique_by=lambda case: case[0],  # it moves ties about at random
    )
)
def test_cumulative_incidence(cases: list[tuple[int, str | None]]) -> None:
    """The curve of each outcome is that of lifelines."""
    durations, causes = [time for time, _ in cases], [cause for _, cause in cases]
    codes = [0 if cause is None else CAUSES.index(cause) + 1 for cause in causes]
    for cause, curve in cumulative_incidence(durations, causes).items():
        fitter = lifelines.AalenJohansenFitter(calculate_variance=False)
        theirs = fitter.fit(durations, codes, event_of_interest=CAUSES.index(cause) + 1)
        column = theirs.cumulative_density_.iloc[:, 0]

        assert [column[time] for time, _ in curve] == pytest.approx([chance for _, chance in curve], abs=1e-9)
