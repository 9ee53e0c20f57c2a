"""The laws of goal attainment, earned schedule and stated chances."""

from itertools import accumulate
from math import isclose, isfinite
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from careertrack.methods import brier_score, earned_schedule, gas_t_score

LEVELS = st.floats(-2, 2)
WEIGHTS = st.floats(0, 1e300)
GOALS = st.lists(st.tuples(LEVELS, WEIGHTS), min_size=1, max_size=6)
SHARES = st.floats(0, 1)
AMOUNTS = st.floats(1e-3, 1e6)
SHUFFLES = st.randoms(use_true_random=False)
SLACK = 1e-9


def score(goals: list[tuple[float, float]], rho: float = 0.3) -> float | None:
    """The score of some goals: each its level and its weight."""
    return gas_t_score([level for level, _ in goals], [weight for _, weight in goals], rho)


@given(goals=GOALS, rho=SHARES, shuffle=SHUFFLES, scale=st.sampled_from([0.125, 3.0, 1e5]))
def test_gas_is_odd_and_free_of_order_and_scale(
    goals: list[tuple[float, float]], rho: float, shuffle: Random, scale: float
) -> None:
    """T(-x) is 100 - T(x); the order of the goals and the size of the weights change nothing."""
    found = score(goals, rho)
    again = shuffle.sample(goals, len(goals))

    assert score(again, rho) == found
    assert (found is None) == (not any(weight > 0 for _, weight in goals))
    if found is not None:
        mirrored = score([(-level, weight) for level, weight in goals], rho)
        larger = score([(level, weight * scale) for level, weight in goals], rho)

        assert isfinite(found)
        assert mirrored is not None
        assert isclose(mirrored, 100 - found, abs_tol=SLACK)
        if all(weight == 0 or weight > 1e-300 for _, weight in goals):
            assert larger is not None
            assert isclose(larger, found, abs_tol=SLACK)


@given(goals=st.lists(st.tuples(LEVELS, st.floats(0.1, 10)), min_size=1, max_size=6), more=st.floats(0.01, 4))
def test_gas_rises_with_each_level(goals: list[tuple[float, float]], more: float) -> None:
    """A better level of any goal that has weight is a better score."""
    before = score(goals)
    for i, (level, weight) in enumerate(goals):
        raised = min(level + more, 2)
        if raised > level + 1e-6:
            after = score([*goals[:i], (raised, weight), *goals[i + 1 :]])

            assert before is not None
            assert after is not None
            assert after > before


@st.composite
def plans(draw: st.DrawFn) -> tuple[list[float], list[float]]:
    """A plan that rises from 0, and the ends of its periods."""
    steps = draw(st.lists(AMOUNTS, min_size=1, max_size=6))
    gaps = draw(st.lists(AMOUNTS, min_size=len(steps), max_size=len(steps)))
    return [0.0, *accumulate(steps)], [0.0, *accumulate(gaps)]


@given(plan=plans(), share=SHARES, other=SHARES, pace=st.floats(0, 3))
def test_earned_schedule(
    plan: tuple[list[float], list[float]], share: float, other: float, pace: float
) -> None:
    """The schedule earned lies within the plan and rises with the work, and its figures agree."""
    planned, times = plan
    less, more = sorted((share, other))
    found = earned_schedule(planned, more * planned[-1], pace * times[-1], times)
    before = earned_schedule(planned, less * planned[-1], pace * times[-1], times)

    assert 0 <= before.es <= found.es <= times[-1]
    assert found.sv_t == found.es - pace * times[-1]
    if pace < 0.2 * (1 - SLACK):
        assert (None, None) == (found.spi_t, found.ieac_t)
    if found.spi_t is not None:
        assert (found.spi_t >= 1) == (found.sv_t >= 0)
        assert (found.ieac_t is None) == (found.spi_t == 0 or not isfinite(times[-1] / found.spi_t))
    if found.ieac_t is not None:
        assert found.spi_t is not None
        assert isclose(found.ieac_t * found.spi_t, times[-1], rel_tol=SLACK)


@given(plan=plans(), pace=st.floats(0.2, 3))
def test_what_was_planned_for_a_time_is_earned_at_that_time(
    plan: tuple[list[float], list[float]], pace: float
) -> None:
    """Whoever has done what was planned up to a time stands at that time; and has done all at the end."""
    planned, times = plan
    for value, time in zip(planned, times, strict=True):
        assert time == earned_schedule(planned, value, pace * times[-1], times).es
    on_time = earned_schedule(planned, planned[-1], times[-1], times)

    assert (1, 0, times[-1]) == (on_time.spi_t, on_time.sv_t, on_time.ieac_t)


@given(plan=plans(), share=SHARES, pace=st.floats(0.3, 3))
def test_the_unit_of_work_does_not_matter(
    plan: tuple[list[float], list[float]], share: float, pace: float
) -> None:
    """Pages or chapters: the same share of the plan is the same schedule."""
    planned, times = plan
    found = earned_schedule(planned, share * planned[-1], pace * times[-1], times)
    larger = earned_schedule([4 * each for each in planned], 4 * share * planned[-1], pace * times[-1], times)

    assert larger == found


@given(cases=st.lists(st.tuples(SHARES, st.booleans()), max_size=8), shuffle=SHUFFLES)
def test_brier(cases: list[tuple[float, bool]], shuffle: Random) -> None:
    """From 0 to 1, whatever the order; the opposite of each chance for the opposite outcome is the same."""
    found = brier_score([chance for chance, _ in cases], [came for _, came in cases])
    again = shuffle.sample(cases, len(cases))

    assert found == brier_score([chance for chance, _ in again], [came for _, came in again])
    assert (found is None) == (not cases)
    if found is not None:
        mirrored = brier_score([1 - chance for chance, _ in cases], [not came for _, came in cases])

        assert 0 <= found <= 1
        assert mirrored is not None
        assert isclose(mirrored, found, abs_tol=SLACK)


@given(st.lists(st.booleans(), min_size=1, max_size=12))
def test_the_true_share_is_the_best_single_chance(happened: list[bool]) -> None:
    """Of one chance stated each time, the share of times it came true scores best."""
    share = sum(happened) / len(happened)
    best = brier_score([share] * len(happened), happened)
    assert best is not None
    for other in (0.0, 0.25, 0.5, 0.75, 1.0):
        worse = brier_score([other] * len(happened), happened)

        assert worse is not None
        assert best <= worse + SLACK


@given(plan=plans(), share=SHARES)
def test_no_time_no_forecast(plan: tuple[list[float], list[float]], share: float) -> None:
    """At the start nothing is foretold, however much is done."""
    planned, times = plan
    found = earned_schedule(planned, share * planned[-1], 0, times)

    assert (None, None) == (found.spi_t, found.ieac_t)
