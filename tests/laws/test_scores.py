"""The laws of scores (methods, not plans)."""

from math import isclose

from hypothesis import assume, given
from hypothesis import strategies as st

import careertrack as ct

SHARES = st.floats(0, 1)
WEIGHTS = st.floats(0, 1e300)
LEAVES = st.one_of(
    SHARES.map(lambda value: ct.Score.of(value, n=1, method="given")),
    st.just(ct.Score.unknown("not known")),
    st.just(ct.Score.not_asked("not asked")),
)


def combined(parts: list[tuple[ct.Score, float]]) -> ct.Score:
    """Parts and their weights as one score."""
    names = [str(i) for i in range(len(parts))]
    return ct.Score.combine(
        dict(zip(names, (score for score, _ in parts), strict=True)),
        dict(zip(names, (weight for _, weight in parts), strict=True)),
    )


PARTS = st.lists(st.tuples(LEAVES, WEIGHTS), max_size=6)
NESTED = st.lists(st.tuples(LEAVES | PARTS.map(combined), WEIGHTS), max_size=5)


def near(one: float | None, other: float | None) -> bool:
    """Whether two values are one but for rounding."""
    return one is other or (
        one is not None and other is not None and isclose(one, other, rel_tol=1e-9, abs_tol=1e-12)
    )


@given(NESTED)
def test_bounds_hold(parts: list[tuple[ct.Score, float]]) -> None:
    """A score lies within its bounds, and they within 0 and 1; without an observation there is no value."""
    score = combined(parts)

    assert (score.lower is None) == (score.upper is None) == (score.coverage is None)
    if score.lower is not None and score.upper is not None and score.coverage is not None:
        assert 0 <= score.lower <= score.upper <= 1
        assert 0 <= score.coverage <= 1
    if score.value is not None and score.lower is not None and score.upper is not None:
        assert score.lower <= score.value <= score.upper
    observed = [s for s, weight in parts if s.value is not None and weight > 0]
    assert (score.value is None) == (not observed)


@given(NESTED, st.data())
def test_order_does_not_matter(parts: list[tuple[ct.Score, float]], data: st.DataObject) -> None:
    """Parts in any order give equal bits."""
    one, other = combined(parts), combined(data.draw(st.permutations(parts)))

    assert (one.value, one.lower, one.upper, one.coverage, one.n) == (
        other.value,
        other.lower,
        other.upper,
        other.coverage,
        other.n,
    )


@given(st.lists(WEIGHTS, min_size=1), SHARES)
def test_all_parts_alike(weights: list[float], value: float) -> None:
    """Parts that are all s give s."""
    assume(any(weights))
    score = combined([(ct.Score.of(value, n=1, method=""), weight) for weight in weights])

    assert near(score.value, value)
    assert near(score.lower, value)
    assert near(score.upper, value)


@given(NESTED, st.integers(-60, 60))
def test_the_scale_of_weights_does_not_matter(parts: list[tuple[ct.Score, float]], power: int) -> None:
    """All weights times one factor change nothing."""
    assume(all(weight == 0 or 1e-100 < weight < 1e200 for _, weight in parts))
    one, other = combined(parts), combined([(score, weight * 2.0**power) for score, weight in parts])

    assert (one.value, one.lower, one.upper, one.coverage) == (
        other.value,
        other.lower,
        other.upper,
        other.coverage,
    )


@given(NESTED, st.data(), SHARES)
def test_observing_narrows_the_bounds(
    parts: list[tuple[ct.Score, float]], data: st.DataObject, value: float
) -> None:
    """Observing a part never lowers the lower bound, nor raises the upper one."""
    unknown = [i for i, (score, _) in enumerate(parts) if score == ct.Score.unknown("not known")]
    assume(unknown)
    place = data.draw(st.sampled_from(unknown))
    seen = [(ct.Score.of(value, n=1, method="") if i == place else s, w) for i, (s, w) in enumerate(parts)]
    before, after = combined(parts), combined(seen)

    if before.lower is not None and before.upper is not None:
        assert after.lower is not None
        assert after.upper is not None
        assert after.lower >= before.lower - 1e-12
        assert after.upper <= before.upper + 1e-12
        assert (after.coverage or 0) >= (before.coverage or 0) - 1e-12


@given(st.lists(st.tuples(SHARES, st.floats(0.01, 100)), min_size=1, max_size=5), st.data())
def test_a_better_part_makes_no_worse_score(parts: list[tuple[float, float]], data: st.DataObject) -> None:
    """Raising one part never lowers the whole."""
    place = data.draw(st.sampled_from(range(len(parts))))
    better = data.draw(st.floats(parts[place][0], 1))
    raised = [(better if i == place else value, weight) for i, (value, weight) in enumerate(parts)]
    low, high = (
        combined([(ct.Score.of(value, n=1, method=""), weight) for value, weight in each])
        for each in (parts, raised)
    )

    assert low.value is not None
    assert high.value is not None
    assert high.value >= low.value - 1e-12


@given(NESTED)
def test_contributions_sum_to_the_value(parts: list[tuple[ct.Score, float]]) -> None:
    """What the parts add is the whole, and only observed parts add."""
    score = combined(parts)
    adds = score.contributions()

    assert near(sum(adds.values()), score.value or 0.0)
    assert set(adds) == {p.name for p in score.parts if p.score.value is not None and p.weight > 0}


@given(PARTS, PARTS)
def test_nested_coverage_is_honest(
    one: list[tuple[ct.Score, float]], two: list[tuple[ct.Score, float]]
) -> None:
    """The coverage of a tree is that of its parts by weight, not the share of parts with a value."""
    inner = [combined(one), combined(two)]
    outer = combined([(inner[0], 1.0), (inner[1], 3.0)])
    asked = [
        (score, weight) for score, weight in zip(inner, (1.0, 3.0), strict=True) if score.coverage is not None
    ]
    total = sum(weight for _, weight in asked)
    expected = sum((score.coverage or 0) * weight for score, weight in asked) / total if total else None

    assert near(outer.coverage, expected)
