"""How alike two profiles of interests are."""

from itertools import permutations
from statistics import fmean
from typing import Any

import pytest

from careertrack import InvalidValue
from careertrack.methods import c_index, consistency, differentiation, iachan_m, profile_correlation

CODES = ["".join(code) for code in permutations("RIASEC", 3)]
SEI = [1, 4, 2, 6, 5, 3]  # S highest, then E, then I
FLAT = [3] * 6


@pytest.mark.parametrize(
    ("person", "role", "expected"),
    [
        ("RIA", "RIA", 18),
        ("RIA", "SEC", 0),
        ("SEI", "ESI", 13),
        (SEI, "ESI", 13),
        ("ESI", SEI, 13),
        ([9, 5, 5, 1, 1, 1], "RIA", 16.5),  # RIA or RAI: 18 and 3 x 3 + 2 x 2 + 2 = 15
        (FLAT, "RIA", 9),
        (FLAT, FLAT, 9),
    ],
)
def test_c_index_golden(person: Any, role: Any, expected: float) -> None:
    """Brown and Gore's index (1994), the mean over the codes a tied profile can be."""
    assert expected == c_index(person, role)


def test_c_index_by_chance() -> None:
    """Against any code, the mean over all 120 codes is 9."""
    assert {9} == {fmean(c_index(code, other) for code in CODES) for other in ("RIA", "SEC", "ECI")}


@pytest.mark.parametrize(
    ("person", "role", "expected"),
    [
        ("SEI", "ESI", 21),  # Iachan 1990
        ("SEI", "ESA", 20),  # Iachan 1990
        ("RIA", "RIA", 28),
        ("RIA", "SEC", 0),
        (SEI, "ESA", 20),
        ([9, 5, 5, 1, 1, 1], "RIA", 27),  # RIA or RAI: 28 and 22 + 2 + 2
        (FLAT, FLAT, 10),  # each of nine weights, 60 in all, with a chance of one in six
    ],
)
def test_iachan_golden(person: Any, role: Any, expected: float) -> None:
    """Iachan's index, the mean over the codes a tied profile can be."""
    assert expected == iachan_m(person, role)


@pytest.mark.parametrize(
    ("person", "role", "expected"),
    [
        ([1, 2, 3, 4, 5, 6], [2, 4, 6, 8, 10, 12], 1),
        ([1, 2, 3, 4, 5, 6], [6, 5, 4, 3, 2, 1], -1),
        ([1, 0, 0, 0, 0, 0], [0, 1, 0, 0, 0, 0], -0.2),  # -1/36 over 5/36
        ([1, 0, 0, 1, 0, 0], [1, 1, 1, 0, 0, 0], 0),
        ([1e300, -1e300, 0, 0, 0, 0], [1e-320, -1e-320, 0, 0, 0, 0], 1),
        (FLAT, [1, 2, 3, 4, 5, 6], None),
        ([1, 2, 3, 4, 5, 6], FLAT, None),
        ([0.1] * 6, [1, 2, 3, 4, 5, 6], None),  # flat, whatever rounding makes of the mean
    ],
)
def test_correlation_golden(person: list[float], role: list[float], expected: float | None) -> None:
    """Pearson's correlation of any two sizes; none where a profile is flat."""
    assert expected == profile_correlation(person, role)


def test_differentiation_golden() -> None:
    """The highest less the lowest."""
    assert 24 == differentiation([10, 32, 14, 25, 8, 21])
    assert 0 == differentiation(FLAT)
    assert 2e300 == differentiation([1e300, -1e300, 0, 0, 0, 0])


@pytest.mark.parametrize(
    ("profile", "expected"),
    [
        ("RIA", 3),
        ("CRA", 3),  # around the corner
        ("RAI", 2),
        ("RSI", 1),
        ("SRI", 1),
        (SEI, 3),
        ([9, 5, 1, 5, 1, 1], 2),  # R, then I (3) or S (1)
        (FLAT, 2.2),  # of five others two are adjacent, two alternate, one opposite
    ],
)
def test_consistency_golden(profile: Any, expected: float) -> None:
    """Adjacent 3, alternate 2, opposite 1."""
    assert expected == consistency(profile)


@pytest.mark.parametrize(
    ("function", "given_", "said"),
    [
        (c_index, ("RIX", "RIA"), "person: must be three different letters of RIASEC, got 'RIX'"),
        (c_index, ("RIA", "RIAS"), "role: must be three different letters of RIASEC, got 'RIAS'"),
        (c_index, ("RIA", "ria"), "role: must be three different letters of RIASEC, got 'ria'"),
        (iachan_m, ("RRI", "RIA"), "person: must be three different letters of RIASEC, got 'RRI'"),
        (
            iachan_m,
            ("RIA", [1, 2]),
            "role: must be six numbers, in the order R I A S E C, got a list of 2",
        ),
        (iachan_m, ("RIA", None), "role: must be a list, got None"),
        (profile_correlation, ("RIA", SEI), "person: must be a list, got 'RIA'"),
        (
            profile_correlation,
            (SEI, [float("nan")] * 6),
            "role[0]: must be a finite number from -1e+300 up to 1e+300, got nan",
        ),
        (differentiation, ("RIA",), "profile: must be a list, got 'RIA'"),
        (
            differentiation,
            ([1] * 5 + [1e301],),
            "profile[5]: must be a finite number from -1e+300 up to 1e+300, got 1e+301",
        ),
        (consistency, ("R",), "profile: must be three different letters of RIASEC, got 'R'"),
    ],
)
def test_nonsense(function: Any, given_: tuple[Any, ...], said: str) -> None:
    """What is neither a code nor six numbers is refused by name."""
    with pytest.raises(InvalidValue) as caught:
        function(*given_)

    assert said == str(caught.value)
