"""Money: exact, one form for one amount, never a float."""

import copy
import pickle
from decimal import ROUND_FLOOR, Context, Decimal, Inexact, Rounded, localcontext
from enum import StrEnum
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from careertrack import InvalidValue, Issue, Money
from careertrack.values import MONEY_RULE


class _Code(StrEnum):
    EUR = "EUR"


AMOUNTS = st.decimals(-(10**13) + 1, 10**13 - 1, places=4)


@pytest.mark.parametrize(
    ("amount", "text"),
    [
        (40_000, "40000 EUR"),
        ("40000", "40000 EUR"),
        ("40000.00", "40000 EUR"),
        ("0040000", "40000 EUR"),
        ("40000.50", "40000.5 EUR"),
        (Decimal("4E+4"), "40000 EUR"),
        (Decimal("0.1000"), "0.1 EUR"),
        ("-0.0001", "-0.0001 EUR"),
        ("-0", "0 EUR"),
        ("-0.00", "0 EUR"),
        (9_999_999_999_999, "9999999999999 EUR"),
        ("9999999999999.9999", "9999999999999.9999 EUR"),
    ],
)
def test_one_form(amount: Any, text: str) -> None:
    """An amount is written in one way, however it was given."""
    made = Money(amount, "EUR")

    assert text == str(made)
    assert f"Money('{text}')" == repr(made)
    assert made == Money.from_text(text)


@pytest.mark.parametrize(
    ("amount", "currency"),
    [
        (40_000.0, "EUR"),
        (True, "EUR"),
        (None, "EUR"),
        ("", "EUR"),
        ("1e3", "EUR"),
        ("1,000", "EUR"),
        ("1_000", "EUR"),
        (" 1", "EUR"),
        ("+1", "EUR"),
        (".5", "EUR"),
        ("1.", "EUR"),
        ("٤", "EUR"),
        ("1.00001", "EUR"),
        (10**13, "EUR"),
        (10**400, "EUR"),
        (Decimal("NaN"), "EUR"),
        (Decimal("Infinity"), "EUR"),
        (Decimal("1E+13"), "EUR"),
        ("1", "eur"),
        ("1", "EURO"),
        ("1", "EU"),
        ("1", ""),
        ("1", "ÄÖÜ"),
        ("1", None),
        ("1", _Code.EUR),
        ("1 EUR", "EUR"),
        ("1", "EUR\n"),
    ],
)
def test_what_is_none(amount: Any, currency: Any) -> None:
    """What is no exact amount in a currency is refused, with the rule."""
    with pytest.raises(InvalidValue) as caught:
        Money(amount, currency)

    (issue,) = caught.value.issues
    assert ("Money", "value", MONEY_RULE) == (issue.path, issue.code, issue.params["rule"])
    assert (None, None) == (caught.value.__cause__, caught.value.__context__)


@pytest.mark.parametrize("text", ["40000", "40000EUR", "40000  EUR", "EUR 40000", "40000 EUR ", "", 5, None])
def test_text_that_is_none(text: Any) -> None:
    """A text that is no amount and code is refused."""
    with pytest.raises(InvalidValue) as caught:
        Money.from_text(text)

    assert [MONEY_RULE] == [issue.params["rule"] for issue in caught.value.issues]


def test_what_is_said() -> None:
    """What came is shown, both parts of it, and what to do about a float."""
    with pytest.raises(InvalidValue) as of_text:
        Money("1.5", "eur")
    with pytest.raises(InvalidValue) as of_float:
        Money(1.5, "EUR")  # type: ignore[arg-type]
    hint = "a float is not exact: give the amount as text"

    assert (Issue("Money", "value", {"rule": MONEY_RULE, "got": "'1.5' and 'eur'"}),) == of_text.value.issues
    assert (
        Issue("Money", "value", {"rule": MONEY_RULE, "got": "1.5 and 'EUR'", "hint": hint}),
    ) == of_float.value.issues


def test_a_value() -> None:
    """Equal by amount and currency, hashable, frozen."""
    made = Money("1.50", "EUR")

    assert {made} == {Money(Decimal("1.5"), "EUR")}
    assert made != Money("1.5", "GBP")
    assert made != Money("1.6", "EUR")
    assert (Decimal("1.5"), "EUR") == (made.amount, made.currency)
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        made.amount = Decimal(2)  # type: ignore[misc]


@given(AMOUNTS)
def test_there_and_back(amount: Decimal) -> None:
    """Money comes back from its text, a pickle and a copy."""
    made = Money(amount, "EUR")

    assert amount == made.amount
    assert [made] * 3 == [Money.from_text(str(made)), pickle.loads(pickle.dumps(made)), copy.deepcopy(made)]


@given(AMOUNTS, AMOUNTS)
def test_equal_means_alike(one: Decimal, other: Decimal) -> None:
    """Two are equal exactly when they are written alike."""
    made, another = Money(one, "EUR"), Money(other, "EUR")

    assert (made == another) == (str(made) == str(another)) == (one == other)


@pytest.mark.parametrize(
    "context", [Context(prec=3), Context(rounding=ROUND_FLOOR), Context(traps=[Inexact, Rounded])]
)
@pytest.mark.parametrize("text", ["1234567.8901 EUR", "123456 EUR", "0 EUR"])
def test_no_context_decides(context: Context, text: str) -> None:
    """An amount is kept in full and written alike, whatever precision a program calculates with."""
    with localcontext(context):
        made = Money.from_text(text if text[0] != "0" else "-0.00 EUR")

    assert text == str(made)


def test_a_huge_number_is_refused() -> None:
    """A whole number that Python would not even write is no amount, and told by its size."""
    with pytest.raises(InvalidValue, match="got a whole number of 16610 bits and 'EUR'"):
        Money(10**5000, "EUR")


@pytest.mark.parametrize("amount", ["1e999999", "1e-999999", "0e999999", "NaN", "-Infinity"])
def test_an_endless_decimal_is_refused(amount: str) -> None:
    """A `Decimal` that would take a million digits to write is refused as it is."""
    with pytest.raises(InvalidValue, match="must be an amount"):
        Money(Decimal(amount), "EUR")
