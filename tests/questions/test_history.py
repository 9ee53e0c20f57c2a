"""The history of a plan: columns of numbers that equal the single reviews."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.practice.busy import DAYS, IN_TURN, LATER, PLAN
from tests.practice.keeping import day

import careertrack as ct
from careertrack.questions.history import COLUMNS
from careertrack.review import Review
from careertrack.strategies import plans
from careertrack.vocabulary import PILLARS

WEIGHTS = {"skills": 3.0, "network": 0.0}


def row(review: Review) -> dict[str, object]:
    """What a review says in each column."""
    both = (("practice", review.practice), ("progress", review.progress))
    return {
        "day": review.day,
        "status": review.status,
        "schedule": review.standing.schedule,
        "outlook": review.outlook.value,
        **{name: score.value for name, score in both},
        **{
            f"{name}.{part}": getattr(score, part)
            for name, score in both
            for part in ("lower", "upper", "coverage")
        },
        **{f"practice.{pillar}": review.practice[pillar].value for pillar in PILLARS},
    }


@pytest.mark.parametrize(("plan", "days"), [(PLAN, DAYS), (IN_TURN, LATER)])
@pytest.mark.parametrize("weights", [None, WEIGHTS])
def test_it_equals_the_single_reviews(
    plan: ct.Plan, days: tuple[date, ...], weights: dict[str, float] | None
) -> None:
    """In every column, to the bit, by whatever weights."""
    history = plan.history(days, weights)

    assert [row(plan.review(on, weights)) for on in days] == list(history.rows())


@settings(max_examples=10)
@given(plan=plans(min_size=6, max_size=14, days=st.dates(day(0), day(150))))
def test_it_equals_the_single_reviews_of_any_plan(plan: ct.Plan) -> None:
    """On days far apart and next to each other."""
    days = [day(n) for n in (30, 31, 60, 100, 200)]

    assert [row(plan.review(on)) for on in days] == list(plan.history(days).rows())


def test_it_gives_whole_reviews() -> None:
    """By a day or its text, by the weights of the history."""
    history = PLAN.history(DAYS, WEIGHTS)

    assert [PLAN.review(on, WEIGHTS) for on in DAYS] == [history[on] for on in history]
    assert PLAN.review(DAYS[3], WEIGHTS) == history[DAYS[3].isoformat()]


def test_days_in_order_and_once() -> None:
    """However they are given; as days or as texts."""
    history = PLAN.history([day(9), "2026-01-05", day(9), day(2)])

    assert (day(0), day(2), day(9)) == history.days == tuple(history)
    assert 3 == len(history)


@pytest.mark.parametrize("other", [day(10), "2026-01-15", "yesterday", "20260105"])
def test_another_day_is_a_key_error(other: date | str) -> None:
    """It is none of its days, whatever it is."""
    history = PLAN.history([day(0)])

    with pytest.raises(KeyError, match="is none of the days of this history"):
        history[other]


def test_another_column_is_a_key_error() -> None:
    """It names those that there are."""
    with pytest.raises(KeyError) as caught:
        PLAN.history([day(0)]).column("luck")

    assert (f"no column 'luck'; there are {', '.join(COLUMNS)}",) == caught.value.args


def test_every_column_can_be_asked_for() -> None:
    """Each has a value for each day."""
    history = PLAN.history(DAYS)

    assert {len(DAYS)} == {len(history.column(name)) for name in COLUMNS}
    assert history.column("outlook") is history.column("outlook")


def test_a_history_of_no_days() -> None:
    """Empty columns, no rows."""
    history = PLAN.history([])

    assert (0, [], ()) == (len(history), list(history.rows()), history.column("practice"))
    assert "<History of 0 days>" == repr(history)


def test_its_repr_names_its_span() -> None:
    """How many days, from which to which, and nothing of the plan."""
    assert "<History of 2 days from 2026-01-05 to 2026-01-07>" == repr(PLAN.history([day(2), day(0)]))


def test_its_page_has_a_line_for_each_day() -> None:
    """The status, and both numbers; of very many days the last ones, and how many came before."""
    few, many = PLAN.history(DAYS[:2]), PLAN.history([day(n) for n in range(30)])
    lines = str(few).splitlines()

    assert ["day", "status", "practice", "progress"] == lines[2].split()
    assert [str(each) for each in few.days] == [line.split()[0] for line in lines[3:]]
    assert "and 4 earlier days" == str(many).splitlines()[-1]
    assert (str(day(4)), 26) == (str(many).splitlines()[3].split()[0], str(many).count("2026-") - 2)


def test_its_page_tells_what_is_not_there() -> None:
    """A number that was not set out, one that is not known, and a history of no days."""
    plan = ct.Plan(records=[ct.Goal(on=day(1), title="Apply", pillar="change", target=10)])
    lines = str(plan.history([day(0), day(1)])).splitlines()[3:]

    assert [["not set out", "not set out"], ["not set out", "unknown"]] == [
        [cell.strip() for cell in line.split("  ") if cell][-2:] for line in lines
    ]
    assert "0 days" == str(plan.history([]))


def test_days_that_are_none() -> None:
    """Strict days alone, as everywhere."""
    with pytest.raises(ct.InvalidValue):
        PLAN.history(["20260105"])
    with pytest.raises(ct.InvalidValue):
        PLAN.history([datetime(2026, 1, 5)])


def test_a_year_of_weeks_is_no_more_work_than_its_marks() -> None:
    """What a later day makes of the ledger is made once: a longer history goes on with what it has."""
    weeks = [day(0) + timedelta(7 * n) for n in range(30)]
    whole = PLAN.history(weeks)

    assert [PLAN.review(on).practice.value for on in weeks[::7]] == list(whole.column("practice")[::7])
