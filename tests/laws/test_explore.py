"""Laws of exploring: each role by itself, no column made of another, unknown last."""

from datetime import date
from random import Random

from hypothesis import given
from hypothesis import strategies as st

import careertrack as ct
from careertrack.questions.explore import COLUMNS, Fit, explore
from careertrack.questions.prospects import prospects
from careertrack.strategies import plans, roles

DAYS = st.dates(date(2025, 12, 1), date(2029, 12, 31))
SOME = ["role", "role", "skill", "assessment", "interest-profile", "priorities"]
PLACES = ["organization", "organization", "contact", "contact", "transition", "step", "position"]
OTHERS = st.lists(roles(requires=st.just(())), max_size=3)
SHUFFLES = st.randoms(use_true_random=False)


def alone(fit: Fit) -> dict[str, object]:
    """All that a role says of itself, without what depends on the other roles."""
    said = fit.to_dict()
    return {name: value for name, value in said.items() if name not in {"uses", "reasons"}}


@given(plan=plans(kinds=SOME, min_size=5), more=OTHERS, day=DAYS)
def test_a_role_is_what_it_is_whatever_else_there_is(plan: ct.Plan, more: list[ct.Role], day: date) -> None:
    """No other role changes its columns; what is used of what sets apart is the one that compares."""
    now = plan.as_of(day)
    some = [state.role for state in now.roles.values()]
    whole = explore(now, [*some, *more])

    for role in some:
        assert alone(explore(now, [role])[role.id]) == alone(whole[role.id])


@given(
    plan=plans(kinds=SOME, min_size=5), day=DAYS, column=st.sampled_from(sorted(COLUMNS)), shuffle=SHUFFLES
)
def test_sorting_loses_nothing(plan: ct.Plan, day: date, column: str, shuffle: Random) -> None:
    """The same roles in one order, however they were given, and the unknown after the known."""
    now = plan.as_of(day)
    found = explore(now, now.roles.values())
    mixed = explore(now, shuffle.sample([*now.roles.values()], len(now.roles)))
    in_order = found.sorted_by(column).fits
    known = [COLUMNS[column](each) is not None for each in in_order]

    assert {each.id for each in found.fits} == {each.id for each in in_order}
    assert in_order == mixed.sorted_by(column).fits == found.sorted_by("title").sorted_by(column).fits
    assert sorted(known, reverse=True) == known


@given(plan=plans(kinds=SOME, min_size=5), day=DAYS)
def test_what_is_recorded_later_changes_nothing(plan: ct.Plan, day: date) -> None:
    """The answer of a day is made of what was recorded by then."""
    before, _ = ct.Plan.collect(record for record in plan if record.on is None or record.on <= day)
    one, other = (each.as_of(day) for each in (plan, before))

    assert explore(one, one.roles.values()) == explore(other, other.roles.values())
    assert str(explore(one, one.roles.values()))


@given(plan=plans(kinds=PLACES, min_size=5), day=DAYS)
def test_prospects_are_what_was_recorded_by_the_day(plan: ct.Plan, day: date) -> None:
    """Each organization once and none left out, sorted, and free of what was recorded later."""
    now = plan.as_of(day)
    found = prospects(now)
    before, _ = ct.Plan.collect(record for record in plan if record.on is None or record.on <= day)

    assert sorted(now.organizations) == sorted(each.id for each in found.organizations if each.id is not None)
    assert list(found.organizations) == sorted(found.organizations, key=lambda each: each.place)
    assert found == prospects(before.as_of(day))
    assert str(found)
    assert found.to_dict(names=True)
