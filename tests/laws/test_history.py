"""The laws of many days: a history equals single reviews, and what changed a number adds up to it."""

from datetime import date
from typing import Any, Final

from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import DataObject, SearchStrategy
from tests.laws.practising import after, practising

import careertrack as ct
from careertrack.questions.changes import Change, Changes
from careertrack.questions.history import COLUMNS
from careertrack.score import Score
from careertrack.strategies import plans
from careertrack.vocabulary import PILLARS

ANY: Final[SearchStrategy[ct.Plan]] = practising() | plans(min_size=5, max_size=20)
SOME_DAYS: Final = st.lists(st.integers(-1, 300).map(after), min_size=1, max_size=6)
WEIGHTS: Final = st.none() | st.dictionaries(st.sampled_from(PILLARS), st.integers(0, 4), max_size=3)
EXACT: Final = 1e-12


def spread(name: str, score: Score) -> dict[str, float | None]:
    """The columns of a score."""
    return {
        name: score.value,
        f"{name}.lower": score.lower,
        f"{name}.upper": score.upper,
        f"{name}.coverage": score.coverage,
    }


def row(review: ct.Review) -> dict[str, Any]:
    """What the columns of a history should say of a day."""
    return {
        "day": review.day,
        "status": review.status,
        **spread("practice", review.practice),
        **spread("progress", review.progress),
        **{f"practice.{pillar}": review.practice[pillar].value for pillar in PILLARS},
        "schedule": review.standing.schedule,
        "outlook": review.outlook.value,
    }


@given(plan=ANY, days=SOME_DAYS, weights=WEIGHTS)
def test_a_history_is_its_reviews(plan: ct.Plan, days: list[date], weights: dict[str, float] | None) -> None:
    """Every column of a history says of each day what the review of that day says, whatever the weights."""
    history = plan.history(days, weights)
    reviews = [plan.review(day, weights) for day in history.days]

    assert tuple(sorted(set(days))) == history.days
    assert {"day", *COLUMNS} == row(reviews[0]).keys()
    assert [row(review) for review in reviews] == list(history.rows())


@given(plan=practising(), days=SOME_DAYS, data=st.data())
def test_a_history_has_whole_reviews(plan: ct.Plan, days: list[date], data: DataObject) -> None:
    """The review of a day that a history makes when asked is the review of that day."""
    day = data.draw(st.sampled_from(days))

    assert plan.review(day).to_dict() == plan.history(days)[day].to_dict()


def each(changes: Changes) -> list[Change]:
    """The three numbers."""
    return [changes.practice, changes.progress, changes.outlook]


@given(plan=practising(), ends=st.tuples(st.integers(0, 190), st.integers(0, 40)))
def test_changes_add_up(plan: ct.Plan, ends: tuple[int, int]) -> None:
    """The ends are those of the reviews, each record since is one of the effects, and these add up."""
    since, until = after(ends[0]), after(sum(ends))
    changes = plan.changes(since, until)
    one, two = plan.review(since), plan.review(until)

    ends_of = [(one.practice.value, two.practice.value), (one.progress.value, two.progress.value)]
    assert [*ends_of, (one.outlook.value, two.outlook.value)] == [(c.before, c.after) for c in each(changes)]
    added = [record for record in plan if record.on is not None and since < record.on <= until]
    for change in each(changes):
        assert added == [record for effect in change.effects for record in effect.records]
        if change.difference is not None:
            assert change.explained is not None
            assert abs(change.explained - change.difference) < EXACT
        else:
            assert change.explained is None


@given(plan=practising(), ends=st.tuples(st.integers(0, 190), st.integers(0, 40)))
def test_time_comes_first(plan: ct.Plan, ends: tuple[int, int]) -> None:
    """The first effect is the difference had nothing more been recorded, where that is known."""
    since, until = after(ends[0]), after(sum(ends))
    still, _ = ct.Plan.collect(record for record in plan if record.on is None or record.on <= since)
    change, value = plan.changes(since, until).practice, still.review(until).practice.value

    if value is not None:
        assert () == change.effects[0].records
        assert (None if change.before is None else value - change.before) == change.effects[0].difference


@given(plan=practising(), data=st.data())
def test_changes_do_not_depend_on_the_order_of_adding(plan: ct.Plan, data: DataObject) -> None:
    """Records added in any order have the same effects."""
    first = data.draw(st.integers(0, 190))
    days = after(first), after(first + data.draw(st.integers(0, 30)))
    other = ct.Plan(records=data.draw(st.permutations(plan.records)))

    assert plan.changes(*days).to_dict() == other.changes(*days).to_dict()
