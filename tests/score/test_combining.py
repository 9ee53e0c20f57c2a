"""The laws of combining scores."""

from math import isclose
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from careertrack import Score


def combined(parts: list[tuple[Score, float]]) -> Score:
    """The parts as one score, named by their places."""
    scores = {str(i): score for i, (score, _) in enumerate(parts)}
    return Score.combine(scores, {str(i): weight for i, (_, weight) in enumerate(parts)})


SHARES = st.floats(0, 1)
WEIGHTS = st.floats(0, 1e6) | st.floats(0, 1.7e308)
LEAVES = (
    st.builds(lambda value, n: Score.of(value, n=n, method="seen"), SHARES, st.integers(0, 9))
    | st.just(Score.unknown("never asked"))
    | st.just(Score.not_asked("nothing set out"))
)
PARTS = st.lists(st.tuples(LEAVES, WEIGHTS), max_size=6)
SCORES = st.recursive(
    LEAVES,
    lambda inner: st.builds(combined, st.lists(st.tuples(inner, WEIGHTS), max_size=4)),
    max_leaves=8,
)


def numbers(score: Score) -> tuple[float | None, ...]:
    """The numbers of a score."""
    return score.value, score.lower, score.upper, score.coverage


def assert_near(one: Score, other: Score) -> None:
    """Two scores say the same, to rounding."""
    for mine, theirs in zip(numbers(one), numbers(other), strict=True):
        assert (mine is None) == (theirs is None)
        assert mine is None or theirs is None or isclose(mine, theirs, rel_tol=1e-9, abs_tol=1e-9)


@given(st.lists(st.tuples(SCORES, WEIGHTS), max_size=4))
def test_within_bounds(parts: list[tuple[Score, float]]) -> None:
    """Every number lies from 0 to 1, the value between its bounds; all are there or the bounds are not."""
    score = combined(parts)

    assert (score.lower is None) == (score.upper is None) == (score.coverage is None)
    if score.lower is None or score.upper is None or score.coverage is None:
        assert score.value is None
    else:
        assert 0 <= score.lower <= score.upper <= 1
        assert 0 <= score.coverage <= 1
        assert score.value is None or score.lower <= score.value <= score.upper


@given(PARTS)
def test_no_value_when_nothing_was_observed(parts: list[tuple[Score, float]]) -> None:
    """There is a value exactly where something of weight was observed."""
    seen = any(score.value is not None and weight > 0 for score, weight in parts)

    assert seen == (combined(parts).value is not None)


@given(st.lists(st.tuples(LEAVES, WEIGHTS), max_size=6), st.randoms(use_true_random=False))
def test_order_free(parts: list[tuple[Score, float]], random: Random) -> None:
    """The order of the parts changes no bit."""
    shuffled = list(parts)
    random.shuffle(shuffled)

    assert numbers(combined(parts)) == numbers(combined(shuffled))


@given(PARTS, st.integers(-20, 20))
def test_scale_free(parts: list[tuple[Score, float]], power: int) -> None:
    """Weights on another scale give the same."""
    parts = [(score, min(weight, 1e300)) for score, weight in parts]
    scaled = [(score, weight * 2.0**power) for score, weight in parts if weight == 0 or weight > 1e-200]
    same = [(score, weight) for score, weight in parts if weight == 0 or weight > 1e-200]

    assert_near(combined(same), combined(scaled))


@given(SHARES, st.lists(WEIGHTS.filter(bool), min_size=1, max_size=6))
def test_all_alike(share: float, weights: list[float]) -> None:
    """Parts that are all alike give what they are."""
    score = combined([(Score.of(share, n=1, method=""), weight) for weight in weights])

    assert_near(Score.of(share, n=1, method=""), score)


@given(PARTS, SHARES, SHARES, WEIGHTS)
def test_monotone(parts: list[tuple[Score, float]], one: float, other: float, weight: float) -> None:
    """A part that is better makes the whole no worse."""
    low, high = sorted((one, other))
    worse = combined([*parts, (Score.of(low, n=1, method=""), weight)])
    better = combined([*parts, (Score.of(high, n=1, method=""), weight)])
    for mine, theirs in zip(numbers(worse), numbers(better), strict=True):
        assert mine is None or theirs is None or mine <= theirs + 1e-12


@given(PARTS, SHARES, WEIGHTS)
def test_observing_narrows(parts: list[tuple[Score, float]], share: float, weight: float) -> None:
    """Observing a part lowers no lower bound, raises no upper one and covers no less."""
    before = combined([*parts, (Score.unknown(""), weight)])
    after = combined([*parts, (Score.of(share, n=1, method=""), weight)])
    low, high, covered = zip(numbers(before)[1:], numbers(after)[1:], strict=True)

    assert low[0] is low[1] is None or (low[0] or 0) <= (low[1] or 0) + 1e-12
    assert high[0] is high[1] is None or (high[1] or 0) <= (high[0] or 0) + 1e-12
    assert covered[0] is covered[1] is None or (covered[0] or 0) <= (covered[1] or 0) + 1e-12


@given(PARTS)
def test_contributions_sum_up(parts: list[tuple[Score, float]]) -> None:
    """What the observed parts add sums to the value."""
    score = combined(parts)

    assert isclose(score.value or 0.0, sum(score.contributions().values()), abs_tol=1e-12)


@given(PARTS)
def test_equal_bits(parts: list[tuple[Score, float]]) -> None:
    """Equal input gives equal bits."""
    assert combined(parts) == combined(list(parts))


@given(st.lists(st.tuples(SCORES, WEIGHTS), max_size=4))
def test_always_explained(parts: list[tuple[Score, float]]) -> None:
    """Any score explains itself, a line for it and one for each part at every level."""

    def lines(score: Score) -> int:
        return 1 + sum(lines(part.score) for part in score.parts)

    score = combined(parts)

    assert lines(score) == len(score.explain(depth=99).splitlines())
