"""Stated chances, as scikit-learn judges them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careertrack.methods import brier_score

metrics = pytest.importorskip("sklearn.metrics", reason="the peers group is not installed")


@given(cases=st.lists(st.tuples(st.floats(0, 1), st.booleans()), min_size=1, max_size=30))
def test_brier(cases: list[tuple[float, bool]]) -> None:
    """The score is that of scikit-learn."""
    stated, happened = [chance for chance, _ in cases], [came for _, came in cases]
    theirs = metrics.brier_score_loss(happened, stated, labels=[False, True], pos_label=True)

    assert theirs == pytest.approx(brier_score(stated, happened), abs=1e-9)
