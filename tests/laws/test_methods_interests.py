"""The laws of skills that set apart, and of profiles of interests."""

from fractions import Fraction
from itertools import permutations
from math import isclose, isfinite, isnan
from random import Random
from statistics import fmean

from hypothesis import given
from hypothesis import strategies as st

from careertrack.methods import (
    c_index,
    consistency,
    differentiation,
    iachan_m,
    profile_correlation,
    revealed_advantage,
)

CODES = st.permutations("RIASEC").map(lambda letters: "".join(letters[:3]))
SIXES = st.lists(st.integers(0, 4).map(float) | st.floats(-1e300, 1e300), min_size=6, max_size=6)
TIED = st.lists(st.integers(0, 3), min_size=6, max_size=6)
PROFILES = CODES | SIXES
SHUFFLES = st.randoms(use_true_random=False)
AMOUNTS = st.integers(0, 5).map(float) | st.floats(0, 1e300)
Profile = str | list[float]


@st.composite
def tables(draw: st.DrawFn) -> list[list[float]]:
    """A table of amounts."""
    width = draw(st.integers(0, 5))
    return draw(st.lists(st.lists(AMOUNTS, min_size=width, max_size=width), max_size=5))


@given(table=tables())
def test_the_mean_of_each_row_is_one(table: list[list[float]]) -> None:
    """Weighted by the columns' shares of the table, each row's mean is 1, or the row says nothing."""
    total = sum(Fraction(x) for row in table for x in row)
    shares = [sum(map(Fraction, column)) / total if total else 0 for column in zip(*table, strict=True)]
    for row, found in zip(table, revealed_advantage(table), strict=True):
        values = [x for x in found if x is not None]

        assert all(isfinite(x) and x >= 0 for x in values)
        if not any(row):
            assert not values
        elif all(share > Fraction(1, 10**200) or share == 0 for share in shares):
            mean = sum(share * Fraction(x) for share, x in zip(shares, found, strict=True) if x is not None)

            assert isclose(1, mean, rel_tol=1e-9)


@given(table=tables(), shuffle=SHUFFLES)
def test_the_order_of_a_table_does_not_matter(table: list[list[float]], shuffle: Random) -> None:
    """Rows and columns in another order give the same figures, to the last bit, in that order."""
    rows = shuffle.sample(range(len(table)), len(table))
    columns = shuffle.sample(range(len(table[0])), len(table[0])) if table else []
    found = revealed_advantage(table)
    again = revealed_advantage([[table[i][j] for j in columns] for i in rows])

    assert again == tuple(tuple(found[i][j] for j in columns) for i in rows)


@given(person=PROFILES, role=PROFILES)
def test_indices_of_likeness(person: Profile, role: Profile) -> None:
    """Both lie within their bounds, and do not care who is the person and who is the role."""
    assert 0 <= c_index(person, role) <= 18
    assert 0 <= iachan_m(person, role) <= 28
    assert c_index(person, role) == c_index(role, person)
    assert iachan_m(person, role) == iachan_m(role, person)


@given(code=CODES, other=CODES)
def test_only_the_same_code_is_like_it_in_full(code: str, other: str) -> None:
    """The highest figure is that of the same code alone."""
    assert (18, 28) == (c_index(code, code), iachan_m(code, code))
    assert (code == other) == (c_index(code, other) == 18)
    assert (code == other) == (iachan_m(code, other) == 28)


@given(profile=TIED, code=CODES)
def test_ties_are_the_mean_over_the_orders_they_leave_open(profile: list[float], code: str) -> None:
    """A tied profile stands for each order of all six letters that its numbers allow, alike."""
    values = dict(zip("RIASEC", profile, strict=True))
    orders = [
        "".join(letters[:3])
        for letters in permutations("RIASEC")
        if [values[each] for each in letters] == sorted(profile, reverse=True)
    ]

    assert isclose(c_index(profile, code), fmean(c_index(each, code) for each in orders), abs_tol=1e-9)
    assert isclose(iachan_m(profile, code), fmean(iachan_m(each, code) for each in orders), abs_tol=1e-9)
    assert isclose(consistency(profile), fmean(map(consistency, orders)), abs_tol=1e-9)


@given(person=SIXES, role=SIXES)
def test_correlation(person: list[float], role: list[float]) -> None:
    """From -1 to 1; the same whoever comes first, and of opposite sign for the profile upside down."""
    found = profile_correlation(person, role)

    assert found == profile_correlation(role, person)
    assert (found is None) == (len(set(person)) == 1 or len(set(role)) == 1)
    if found is not None:
        assert not isnan(found)
        assert -1 <= found <= 1
        assert profile_correlation([-x for x in person], role) == -found
        assert 1 == profile_correlation(person, person)


@given(person=TIED, role=TIED, shuffle=SHUFFLES)
def test_correlation_is_free_of_order_and_scale(
    person: list[float], role: list[float], shuffle: Random
) -> None:
    """The letters in another order, or another scale, change nothing."""
    order = shuffle.sample(range(6), 6)
    found = profile_correlation(person, role)

    assert found == profile_correlation([person[i] for i in order], [role[i] for i in order])
    assert found == profile_correlation([3 * x + 7 for x in person], role)


@given(profile=SIXES)
def test_differentiation(profile: list[float]) -> None:
    """Never negative, 0 for a flat profile alone, and free of order."""
    assert 0 <= differentiation(profile)
    assert (len(set(profile)) == 1) == (differentiation(profile) == 0)
    assert differentiation(profile) == differentiation(profile[::-1])


@given(profile=PROFILES)
def test_consistency(profile: Profile) -> None:
    """From 1 to 3, and the same around the hexagon."""
    assert 1 <= consistency(profile) <= 3
    if isinstance(profile, str):
        around = "".join("RIASEC"["RIASEC".index(letter) - 5] for letter in profile)

        assert consistency(profile) == consistency(around)
        assert consistency(profile) == consistency(profile[1] + profile[0] + profile[2])
