"""The laws of the methods that this library has so far."""

from fractions import Fraction
from math import isclose

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from careertrack import Score
from careertrack.methods import attainment, key_result, onet_standardize, runway_months

AMOUNTS = st.integers(-1000, 1000).map(float) | st.floats(-1e12, 1e12, allow_subnormal=False)
SHARES = st.floats(0, 1)
LEVELS = st.floats(0, 10, allow_subnormal=False)
IMPORTANCE = st.floats(1, 5)
SKILLS = st.dictionaries(
    st.sampled_from("abcdef"), st.tuples(st.none() | LEVELS, LEVELS, IMPORTANCE), max_size=5
)
MONEY = st.floats(0, 1e6, allow_subnormal=False)
Skills = dict[str, tuple[float | None, float, float]]


def attained(skills: Skills) -> Score:
    """The attainment of some skills: each its level, the level required and the importance."""
    return attainment(
        {skill: level for skill, (level, _, _) in skills.items()},
        {skill: required for skill, (_, required, _) in skills.items()},
        {skill: importance for skill, (_, _, importance) in skills.items()},
    )


@given(current=AMOUNTS, better=AMOUNTS, baseline=AMOUNTS, target=AMOUNTS)
def test_key_result(current: float, better: float, baseline: float, target: float) -> None:
    """A key result is a share; 0 at the baseline, 1 at the target, and nearer the target it is no less."""
    assume(baseline != target)
    share = key_result(current, baseline, target)

    assert 0 <= share <= 1
    assert (0, 1) == (key_result(baseline, baseline, target), key_result(target, baseline, target))
    assert key_result(-current, -baseline, -target) == share
    assert key_result(current * 4, baseline * 4, target * 4) == share
    first, last = sorted((current, better), reverse=target < baseline)
    assert key_result(first, baseline, target) <= key_result(last, baseline, target)


@given(share=SHARES, low=AMOUNTS, high=AMOUNTS)
def test_onet_standardize(share: float, low: float, high: float) -> None:
    """A rating on any scale lies from 0 to 100, where it lies on its own."""
    assume(low < high)
    value = min(max(low + share * (high - low), low), high)

    assert 0 <= onet_standardize(value, low, high) <= 100
    assert (0, 100) == (onet_standardize(low, low, high), onet_standardize(high, low, high))


@given(skills=SKILLS)
def test_attainment_is_the_weighted_mean_of_what_is_known(skills: Skills) -> None:
    """Value, bounds and coverage are those of exact arithmetic on what is asked for."""
    asked = {
        s: (level, need, Fraction(weight) - 1) for s, (level, need, weight) in skills.items() if need > 0
    }
    total = sum(weight for _, _, weight in asked.values())
    known = {
        s: (min(Fraction(1), Fraction(level) / Fraction(need)), weight)
        for s, (level, need, weight) in asked.items()
        if level is not None and weight > 0
    }
    seen = sum(weight for _, weight in known.values())
    sum_of = sum(share * weight for share, weight in known.values())
    score = attained(skills)
    found = (score.value, score.lower, score.upper, score.coverage)
    expected = (
        sum_of / seen if seen else None,
        sum_of / total if total else None,
        (sum_of + total - seen) / total if total else None,
        Fraction(seen) / total if total else None,
    )

    for one, other in zip(expected, found, strict=True):
        assert (one is None) == (other is None)
        assert one is None or other is None or isclose(one, other, rel_tol=1e-12, abs_tol=1e-12)


@given(skills=SKILLS, more=LEVELS)
def test_attainment_never_falls_with_a_level(skills: Skills, more: float) -> None:
    """A higher level of any skill never lowers attainment, and one above what is asked adds nothing."""
    before = attained(skills)
    for skill, (level, required, weight) in skills.items():
        if level is not None and before.value is not None:
            raised = attained({**skills, skill: (level + more, required, weight)})

            assert raised.value is not None
            assert raised.value >= before.value - 1e-12
            if level >= required:
                assert raised.value == before.value


@given(skills=SKILLS, level=LEVELS)
def test_knowing_a_level_narrows_the_bounds(skills: Skills, level: float) -> None:
    """To look at a skill nobody had looked at never lowers the lower bound, nor raises the upper one."""
    before = attained(skills)
    for skill, (known, required, weight) in skills.items():
        if known is None and before.lower is not None and before.upper is not None:
            after = attained({**skills, skill: (level, required, weight)})

            assert after.lower is not None
            assert after.upper is not None
            assert after.lower >= before.lower - 1e-12
            assert after.upper <= before.upper + 1e-12


@given(savings=MONEY, spending=MONEY, income=MONEY, until=st.none() | st.floats(0, 600))
def test_savings_are_used_up_when_the_runway_ends(
    savings: float, spending: float, income: float, until: float | None
) -> None:
    """After so many months as the runway has, what came in and what was there is what went out."""
    months = runway_months(savings, spending, income, until)
    if months is None:
        assert spending <= (income if until is None else 0) or spending == 0 or savings == months
    elif months < 1e9:
        earned = income * (months if until is None else min(months, until))

        assert months >= 0
        assert isclose(savings + earned, spending * months, rel_tol=1e-9, abs_tol=1e-3)


@given(savings=MONEY, spending=MONEY, income=MONEY, until=st.floats(0, 600), more=MONEY)
def test_more_means_last_no_shorter(
    savings: float, spending: float, income: float, until: float, more: float
) -> None:
    """More savings, more income, income for longer, less spending: none shortens the runway."""
    months = runway_months(savings, spending, income, until)
    better = [
        runway_months(savings + more, spending, income, until),
        runway_months(savings, spending, income + more, until),
        runway_months(savings, spending, income, until + more),
        runway_months(savings, spending, income),
        runway_months(savings, max(spending - more, 0), income, until),
    ]
    for other in better:
        assert other is None or (months is not None and other >= months * (1 - 1e-9) - 1e-9)


@pytest.mark.parametrize("debt", [-1.0, -1e6])
@given(spending=MONEY, income=MONEY)
def test_without_savings_there_is_no_runway(debt: float, spending: float, income: float) -> None:
    """Where there is less than nothing, it has ended."""
    assert 0 == runway_months(debt, spending, income)
