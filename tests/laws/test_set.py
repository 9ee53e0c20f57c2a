"""A plan is a set: neither the order nor the number of arrivals matters."""

from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DataObject

import careertrack as ct
from careertrack.record import Record
from careertrack.strategies import plans


def bytes_of(plan: ct.Plan) -> tuple[str, str, int]:
    """What equal plans have in common."""
    return ct.dumps(plan), plan.digest, hash(plan)


def parts(plan: ct.Plan, count: int, data: DataObject) -> list[ct.Plan]:
    """Plans that a plan may have grown from: each some of its records, with what those need."""
    lots = data.draw(st.lists(st.integers(1, 2**count - 1), min_size=len(plan), max_size=len(plan)))
    some = [[r for r, lot in zip(plan, lots, strict=True) if lot >> i & 1] for i in range(count)]
    return [ct.Plan.collect(each, plan.owner)[0] for each in some]


@given(plan=plans(min_size=2), data=st.data())
def test_any_split_and_order_of_adding_gives_the_same(plan: ct.Plan, data: DataObject) -> None:
    """Any split and order of adding whose every step is valid gives an equal plan and the same bytes."""
    left = list(data.draw(st.permutations(plan.records)))
    grown = ct.Plan(plan.owner)
    while left:
        take = left[: data.draw(st.integers(1, len(left)))]
        if grown.check(take):  # all but what does not fit yet
            take = [record for record in take if not grown.check(record)][:1]
            take = take or [next(record for record in left if not grown.check(record))]
        grown = grown.add(take) if data.draw(st.booleans()) else grown.add(*take)
        left = [record for record in left if record not in grown]

    assert plan == grown
    assert bytes_of(plan) == bytes_of(grown)


@settings(max_examples=10)
@given(plan=plans(size=45), data=st.data())
def test_many_at_once_or_few(plan: ct.Plan, data: DataObject) -> None:
    """Many records are sorted anew and few are put in their places; both give the same."""
    place = data.draw(st.integers(0, len(plan)))
    start, _ = ct.Plan.collect(plan.records[:place])
    grown = start
    for record in plan:
        grown = grown if grown.check(record) else grown.add(record)
    grown = grown.add(plan.records)

    assert plan == start.add(plan.records) == grown
    assert bytes_of(plan) == bytes_of(start.add(reversed(plan.records))) == bytes_of(grown)


@given(plan=plans(), data=st.data())
def test_adding_twice_changes_nothing(plan: ct.Plan, data: DataObject) -> None:
    """What a plan holds it holds once, whether it comes again alone, with others or twice at once."""
    again: list[Record] = data.draw(st.lists(st.sampled_from(plan.records))) if len(plan) else []

    assert plan == plan.add(again) == plan.add(*again) == plan.add(plan, plan)
    assert plan == ct.Plan(plan.owner, [*plan, *again])
    assert bytes_of(plan) == bytes_of(plan.add(again, again))


@given(plan=plans(min_size=3), data=st.data())
def test_merge_is_commutative_associative_and_idempotent(plan: ct.Plan, data: DataObject) -> None:
    """Parts of one plan merge into one plan, whichever merges which, in whatever order."""
    one, two, three = parts(plan, 3, data)
    unions = [a.merge(b).merge(c) for a, b, c in permutations([one, two, three])]
    unions += [a.merge(b.merge(c)) for a, b, c in permutations([one, two, three])]

    assert 1 == len({bytes_of(union) for union in unions})
    assert set(unions[0]) == {*one, *two, *three}
    assert [one, two] == [one.merge(one), two.merge(two)]
    assert unions[0] == unions[0].merge(two)


@given(one=plans(max_size=5, kinds=["skill", "goal"]), two=plans(max_size=5, kinds=["skill", "goal"]))
def test_merge_is_refused_both_ways(one: ct.Plan, two: ct.Plan) -> None:
    """Plans that contradict each other can be merged neither way, others both."""
    codes = {issue.code for issue in one.check(two)}
    if codes:
        for mine, other in ((one, two), (two, one)):
            with pytest.raises(ct.InvalidPlan) as caught:
                mine.merge(other)

            assert codes == {issue.code for issue in caught.value.issues}
    else:
        assert one.merge(two) == two.merge(one)


@given(plan=plans())
def test_what_fits_is_collected(plan: ct.Plan) -> None:
    """Collecting the records of a plan in any order rejects none."""
    assert (plan, ()) == ct.Plan.collect(reversed(plan.records), plan.owner)


@given(plan=plans(min_size=1), data=st.data())
def test_collecting_names_every_record_once(plan: ct.Plan, data: DataObject) -> None:
    """Of any records, those that fit are in the plan and the others are named, each with its issues."""
    some = data.draw(st.lists(st.sampled_from(plan.records), unique_by=id))
    kept, rejected = ct.Plan.collect(some)

    assert sorted(some, key=repr) == sorted([*kept, *(each.record for each in rejected)], key=repr)
    assert all(each.issues for each in rejected)
