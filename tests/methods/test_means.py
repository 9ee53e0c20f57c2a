"""How long the means last."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careertrack import InvalidValue
from careertrack.methods import runway_months

MONEY = st.floats(0, 1e9)
SPENT = st.floats(1, 1e6)


@pytest.mark.parametrize(
    ("given_", "months"),
    [
        ((40_000, 4_100), 9.76),
        ((40_000, 4_100, 2_400, 6), 13.27),
        ((40_000, 4_100, 2_400), 23.53),
        ((40_000, 4_100, 2_400, 0), 9.76),
        ((40_000, 4_100, 2_400, 1_000), 23.53),  # used up while the income lasts
        ((40_000, 4_100, 4_100), None),
        ((40_000, 4_100, 5_000), None),
        ((40_000, 4_100, 5_000, 6), 17.07),  # (40,000 + 6 x 900) / 4,100 more than six months
        ((0, 4_100), 0),
        ((0, 4_100, 2_400), 0),
        ((0, 4_100, 2_400, 6), 0),
        ((-1, 4_100), 0),
        ((-1, 4_100, 5_000), 0),
        ((40_000, 0), None),
        ((40_000, 0, 100, 6), None),
        ((0, 0), None),
    ],
)
def test_golden(given_: tuple[float, ...], months: float | None) -> None:
    """Savings over what is spent, income counted while it lasts; none where they are never used up."""
    found = runway_months(*given_)

    assert months == (None if found is None else round(found, 2))


@pytest.mark.parametrize(
    ("given_", "path"),
    [
        ((float("nan"), 1), "savings"),
        ((float("inf"), 1), "savings"),
        ((10**400, 1), "savings"),
        (("1", 1), "savings"),
        ((True, 1), "savings"),
        ((1, -1), "spending"),
        ((1, 1, -1), "income"),
        ((1, 1, 1, -1), "income_months"),
        ((1, 1, 1, float("inf")), "income_months"),
    ],
)
def test_nonsense(given_: tuple[Any, ...], path: str) -> None:
    """What is no finite number within its bounds is refused by name."""
    with pytest.raises(InvalidValue) as caught:
        runway_months(*given_)

    assert [path] == [issue.path for issue in caught.value.issues]


@given(MONEY, SPENT, MONEY, st.floats(0, 1e4))
def test_more_lasts_longer(savings: float, spending: float, income: float, until: float) -> None:
    """More savings, or an income, never last shorter; more spending never longer."""
    forever = float("inf")

    def months(*given_: float) -> float:
        found = runway_months(*given_)
        return forever if found is None else found

    base = months(savings, spending, income, until)

    assert base <= months(savings * 2, spending, income, until) * (1 + 1e-9)
    assert months(savings, spending) <= base * (1 + 1e-9)
    assert months(savings, spending * 2, income, until) <= base * (1 + 1e-9)
    assert base <= months(savings, spending, income) * (1 + 1e-9)
