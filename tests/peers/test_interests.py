"""Correlations of profiles, as scipy computes them."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from careertrack.methods import profile_correlation

stats = pytest.importorskip("scipy.stats", reason="the peers group is not installed")

PROFILES = st.lists(st.integers(0, 40), min_size=6, max_size=6)


@given(person=PROFILES, role=PROFILES)
def test_correlation(person: list[float], role: list[float]) -> None:
    """The correlation is that of scipy."""
    assume(len(set(person)) > 1 and len(set(role)) > 1)

    assert stats.pearsonr(person, role).statistic == pytest.approx(
        profile_correlation(person, role), abs=1e-9
    )
