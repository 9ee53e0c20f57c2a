"""A plan is a set: neither order nor number of arrival matters."""

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

import careertrack as ct
from careertrack.strategies import plans


def unions(*given: ct.Plan) -> list[ct.Plan]:
    """What merging plans in every order gives, where every step is valid."""
    made = []
    for one, *others in permutations(given):
        union = one
        try:
            for other in others:
                union = union.merge(other)
        except ct.InvalidPlan:
            continue
        made.append(union)
    return made


@given(plans(), st.data())
def test_any_order_of_adding_gives_the_same(plan: ct.Plan, data: st.DataObject) -> None:
    """Any split and order of adding whose every step is valid gives an equal plan and the same bytes."""
    left = data.draw(st.permutations(plan.records))
    grown = ct.Plan(plan.owner)
    while left:
        fits = [record for record in left if not grown.check(record)]
        take = fits[: data.draw(st.integers(1, len(fits)))]
        grown = grown.add(take) if data.draw(st.booleans()) else grown.add(*take)
        left = [record for record in left if record not in grown]

    assert grown == plan
    assert hash(grown) == hash(plan)
    assert ct.dumps(grown) == ct.dumps(plan)


@given(plans(), st.data())
def test_all_at_once_in_any_order(plan: ct.Plan, data: st.DataObject) -> None:
    """A plan made of its records in any order is that plan."""
    assert ct.Plan(plan.owner, data.draw(st.permutations(plan.records))) == plan


@given(plans())
def test_adding_twice_changes_nothing(plan: ct.Plan) -> None:
    """What a plan holds, it holds once."""
    assert plan.add(plan) == plan
    assert plan.add(reversed(plan.records)).records == plan.records


@given(plans(), st.data())
def test_merge_of_parts(plan: ct.Plan, data: st.DataObject) -> None:
    """Two plans that were one, each with what it needs, become that one again, whichever merges the other."""
    shared, mine, yours = [], [], []
    for record in plan:
        {0: shared, 1: mine, 2: yours}[data.draw(st.integers(0, 2))].append(record)
    one, _ = ct.Plan.collect([*shared, *mine], plan.owner)
    two, _ = ct.Plan.collect([*shared, *yours], plan.owner)

    assert one.merge(two) == two.merge(one)
    assert one.merge(one) == one
    assert set(one.merge(two)) <= set(plan)


@given(plans(max_size=6), plans(max_size=6), plans(max_size=6))
def test_merge_is_a_union(one: ct.Plan, two: ct.Plan, three: ct.Plan) -> None:
    """Merging is commutative, and associative wherever every union is valid."""
    for pair in ((one, two), (two, three), (one, three)):
        assert len({union.digest for union in unions(*pair)}) <= 1
    assert len({union.digest for union in unions(one, two, three)}) <= 1


@given(plans())
def test_collect_of_what_fits_rejects_nothing(plan: ct.Plan) -> None:
    """Collecting the records of a plan gives that plan."""
    assert ct.Plan.collect(reversed(plan.records), plan.owner) == (plan, ())


@given(plans(min_size=1), st.data())
def test_collect_is_a_valid_plan(plan: ct.Plan, data: st.DataObject) -> None:
    """Collecting any part of a plan keeps what fits, and names every other record once."""
    part = data.draw(st.lists(st.sampled_from(plan.records), unique_by=id))
    kept, rejected = ct.Plan.collect(part)

    assert sorted([*kept, *(each.record for each in rejected)], key=repr) == sorted(part, key=repr)
    assert all(each.issues for each in rejected)


@given(plans(min_size=1), st.data())
def test_without_and_back(plan: ct.Plan, data: st.DataObject) -> None:
    """What was taken away with all that refers to it can be put back."""
    record = data.draw(st.sampled_from(plan.records))
    try:
        smaller = plan.without(record, cascade=True)
    except ct.InvalidPlan:  # a later revision alone would be no plan
        return
    gone = [each for each in plan if each not in smaller]

    assert record in gone
    assert smaller.add(gone) == plan


@given(plans(min_size=1), st.data())
def test_rename_there_and_back(plan: ct.Plan, data: st.DataObject) -> None:
    """An id can be another and be itself again; as many records stay."""
    named = [record for record in plan if record.id is not None and not isinstance(record, ct.Conversation)]
    definitions = [record for record in named if hasattr(type(record), "id_from")]
    if not definitions:
        return
    record = data.draw(st.sampled_from(definitions))
    other = plan.rename(type(record), record.id or "", "quite-another")

    assert len(other) == len(plan)
    assert other.rename(type(record), "quite-another", record.id or "") == plan
