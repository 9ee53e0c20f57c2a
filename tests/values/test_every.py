"""Intervals that a rhythm repeats at."""

import copy
import pickle
from typing import Any

import attrs
import pytest

from careertrack import Every, InvalidValue
from careertrack.values import EVERY_RULE


@pytest.mark.parametrize(
    ("text", "count", "unit", "written"),
    [
        ("day", 1, "day", "1 day"),
        ("days", 1, "day", "1 day"),
        ("1 weeks", 1, "week", "1 week"),
        ("2 week", 2, "week", "2 weeks"),
        ("month", 1, "month", "1 month"),
        ("9999 years", 9999, "year", "9999 years"),
    ],
)
def test_from_text(text: str, count: int, unit: Any, written: str) -> None:
    """An interval is read leniently as to number and written in one way."""
    made = Every.from_text(text)

    assert Every(count, unit) == made
    assert (written, f"Every('{written}')") == (str(made), repr(made))
    assert made == Every.from_text(written)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "0 days",
        "-1 days",
        "+1 days",
        "01 days",
        "10000 days",
        "2",
        "2days",
        "2  days",
        "1.5 weeks",
        "fortnight",
        "2 Weeks",
        "٢ days",
        "days 2",
        "2 days\n",
        2,
        None,
    ],
)
def test_text_that_is_none(text: Any) -> None:
    """A text that is no interval is refused, with the rule."""
    with pytest.raises(InvalidValue) as caught:
        Every.from_text(text)

    assert [("Every", EVERY_RULE)] == [(issue.path, issue.params["rule"]) for issue in caught.value.issues]


@pytest.mark.parametrize(
    ("count", "unit"),
    [
        (0, "day"),
        (-1, "day"),
        (10_000, "day"),
        (True, "day"),
        (1.0, "day"),
        ("1", "day"),
        (1, "days"),
        (1, None),
        (1, ["day"]),
        (10**400, "day"),
    ],
)
def test_what_is_none(count: Any, unit: Any) -> None:
    """What is no interval is refused, with the rule."""
    with pytest.raises(InvalidValue) as caught:
        Every(count, unit)

    assert [EVERY_RULE] == [issue.params["rule"] for issue in caught.value.issues]


def test_a_value() -> None:
    """Equal by what it says, hashable, frozen; a week is not seven days."""
    made = Every(2, "week")

    assert {made} == {Every.from_text("2 weeks")}
    assert made != Every(14, "day")
    assert [made] * 2 == [pickle.loads(pickle.dumps(made)), copy.deepcopy(made)]
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        made.count = 3  # type: ignore[misc]
