"""The laws of comparing: nothing changes, numbers are the reviews', and what tells plans apart adds up."""

from datetime import date
from typing import Final

from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import DataObject, SearchStrategy
from tests.laws.practising import DAYS, after, practising

import careertrack as ct
from careertrack.questions.apart import ApartEffect
from careertrack.questions.compare import Comparison, compare
from careertrack.record import Record
from careertrack.strategies import plans
from careertrack.vocabulary import PILLARS

EXACT: Final = 1e-12
ANY: Final[SearchStrategy[ct.Plan]] = practising(goal=1) | plans(min_size=5, max_size=15)
WEIGHTS: Final = st.dictionaries(st.sampled_from(PILLARS), st.integers(0, 4), max_size=3)


@st.composite
def branches(draw: st.DrawFn) -> tuple[ct.Plan, ct.Plan]:
    """Two plans made of one: each lacks some records, and what rested on those, and has others corrected."""
    plan = draw(ANY)
    some = st.lists(st.sampled_from(plan.records), max_size=4)
    sides = []
    for _ in range(2):
        gone, corrected = draw(some), draw(some)
        left = [each for each in plan if each not in gone]
        made = [each.evolve(note="anew") if each in corrected else each for each in left]
        sides.append(ct.Plan.collect(made)[0])
    return sides[0], sides[1]


def compared(
    sides: tuple[ct.Plan, ct.Plan], day: date, weights: dict[str, float] | None = None
) -> Comparison:
    """Two plans compared."""
    return compare(
        {name: plan.as_of(day).ledger for name, plan in zip("ab", sides, strict=True)}, day, weights or {}
    )


def known(plan: ct.Plan, day: date) -> list[Record]:
    """The records of a plan up to a day."""
    return [record for record in plan if record.on is None or record.on <= day]


@given(sides=branches(), day=DAYS.map(after), weights=WEIGHTS)
def test_a_comparison_changes_nothing(
    sides: tuple[ct.Plan, ct.Plan], day: date, weights: dict[str, float]
) -> None:
    """The plans are the same afterwards, and each branch says what its review says."""
    before = [plan.digest for plan in sides]
    found = compared(sides, day, weights)

    assert before == [plan.digest for plan in sides]
    for plan, branch in zip(sides, found.branches, strict=True):
        review = plan.review(day, weights)
        assert (review.standing, review.practice, review.progress, review.outlook) == (
            branch.standing,
            branch.practice,
            branch.progress,
            branch.outlook,
        )


@given(sides=branches(), day=DAYS.map(after), weights=WEIGHTS)
def test_what_tells_plans_apart_adds_up(
    sides: tuple[ct.Plan, ct.Plan], day: date, weights: dict[str, float]
) -> None:
    """The effects begin with one plan's number, end with the other's, and name every record that differs."""
    first, second = (plan.review(day, weights) for plan in sides)
    (apart,) = compared(sides, day, weights).apart

    mine, theirs = (known(plan, day) for plan in sides)
    assert [each for each in mine if each not in theirs] == list(apart.only_base)
    assert [each for each in theirs if each not in mine] == list(apart.only_other)
    ends = [
        (first.practice.value, second.practice.value),
        (first.progress.value, second.progress.value),
        (first.outlook.value, second.outlook.value),
    ]
    assert ends == [(change.before, change.after) for change in apart.changes]
    for change in apart.changes:
        if change.difference is not None:
            assert change.explained is not None
            assert abs(change.explained - change.difference) < EXACT
        told = [record for effect in change.effects for record in effect.records]
        assert all(record in told for record in (*apart.only_base, *apart.only_other))


@given(sides=branches(), day=DAYS.map(after), data=st.data())
def test_what_tells_plans_apart_does_not_depend_on_the_order_of_adding(
    sides: tuple[ct.Plan, ct.Plan], day: date, data: DataObject
) -> None:
    """Plans made of the same records in another order are compared alike."""
    others = tuple(ct.Plan(records=data.draw(st.permutations(plan.records))) for plan in sides)

    assert compared(sides, day).to_dict() == compared((others[0], others[1]), day).to_dict()


@given(plan=ANY, day=DAYS.map(after))
def test_a_plan_is_not_apart_from_itself(plan: ct.Plan, day: date) -> None:
    """Compared with itself a plan has no record of its own, and no effect."""
    (apart,) = compared((plan, plan), day).apart

    assert ((), ()) == (apart.only_base, apart.only_other)
    assert [(), (), ()] == [change.effects for change in apart.changes]


@given(sides=branches(), day=DAYS.map(after))
def test_what_both_have_is_never_said_to_be_of_one(sides: tuple[ct.Plan, ct.Plan], day: date) -> None:
    """An effect names a plan for those records alone that the other lacks."""
    (apart,) = compared(sides, day).apart
    effects = [effect for change in apart.changes for effect in change.effects]

    assert all(isinstance(effect, ApartEffect) for effect in effects)
    for effect in effects:
        assert isinstance(effect, ApartEffect)
        only = {"a" for each in effect.records if each in apart.only_base}
        only |= {"b" for each in effect.records if each in apart.only_other}
        assert only == set(effect.only_in)
