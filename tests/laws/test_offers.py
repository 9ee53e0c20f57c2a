"""Laws of offers: no option moves the others, and nothing but the person's own words decides."""

from collections.abc import Mapping
from datetime import date
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

import careertrack as ct
from careertrack.questions.offers import Offers, offers
from careertrack.strategies import plans

DAY = date(2026, 3, 4)
CRITERIA = ("pay", "commute", "people")
VALUES = st.sampled_from([0.0, 2.0, 5.0, 10.0]) | st.floats(0, 10)
RATINGS = st.dictionaries(st.sampled_from(CRITERIA), VALUES)
WEIGHTS = st.dictionaries(st.sampled_from(CRITERIA), st.integers(0, 4).map(float) | st.floats(0, 1e6))
KNOWN = st.fixed_dictionaries(dict.fromkeys("abs", st.fixed_dictionaries(dict.fromkeys(CRITERIA, VALUES))))
OFFERED = st.dictionaries(st.sampled_from("abcd"), RATINGS, max_size=4)
NEEDS = st.lists(
    st.builds(
        ct.Need,
        criterion=st.sampled_from(CRITERIA),
        force=st.sampled_from(["must", "want", "must-not"]),
        at_least=st.sampled_from([None, 0.0, 5.0]),
        at_most=st.sampled_from([None, 6.0, 10.0]),
        unit=st.sampled_from([None, "points", "EUR"]),
    ),
    max_size=3,
)
SOME = ["offer", "offer", "priorities", "position", "step", "transition"]


def asked(
    options: Mapping[str, Mapping[str, float]],
    needs: list[ct.Need],
    weights: Mapping[str, float],
    stay: Mapping[str, float],
) -> Offers:
    """The offers of some moves, with their ratings."""
    plan = ct.Plan() + ct.Priorities(on="2026-01-05", needs=needs)
    for id, ratings in options.items():
        rated = [ct.Rating(criterion=name, value=value) for name, value in ratings.items()]
        plan += [
            ct.Transition(id=id, on="2026-02-02"),
            ct.Offer(on="2026-03-02", transition=id, ratings=rated),
        ]
    return offers(plan.as_of(DAY), weights=weights, stay=stay)


@given(options=OFFERED, more=RATINGS, needs=NEEDS, weights=WEIGHTS, stay=RATINGS)
def test_adding_an_offer_never_reorders_the_others(
    options: Mapping[str, Mapping[str, float]],
    more: Mapping[str, float],
    needs: list[ct.Need],
    weights: Mapping[str, float],
    stay: Mapping[str, float],
) -> None:
    """The others keep their order, their totals to the last bit, their pay and their gates."""
    before = asked(options, needs, weights, stay)
    after = asked({**options, "more": more}, needs, weights, stay)
    others = [each for each in after.options if each.id != "more"]

    assert [(each.id, each.score, each.verdicts) for each in before.options] == [
        (each.id, each.score, each.verdicts) for each in others
    ]
    assert set(after.best) <= {*before.best, "more"}


@given(options=OFFERED, needs=NEEDS, weights=WEIGHTS, stay=RATINGS)
def test_the_best_and_what_is_above(
    options: Mapping[str, Mapping[str, float]],
    needs: list[ct.Need],
    weights: Mapping[str, float],
    stay: Mapping[str, float],
) -> None:
    """To stay put is always there; the best fails no must; and what is above another has a higher total."""
    found = asked(options, needs, weights, stay)
    by_id = {each.id: each for each in found.options}

    assert {*options, "stay put"} == set(by_id)
    for id in found.best:
        assert by_id[id].may_be_chosen
        assert not by_id[id].beaten_by
    for each in found.options:
        for above in each.beaten_by:
            higher, lower = by_id[above].score.value, each.score.value
            assert higher is not None
            assert lower is not None
            assert higher > lower - 1e-12


@given(options=OFFERED, weights=WEIGHTS, stay=RATINGS, name=st.sampled_from(CRITERIA), value=VALUES)
def test_rating_what_was_unknown_never_widens(
    options: Mapping[str, Mapping[str, float]],
    weights: Mapping[str, float],
    stay: Mapping[str, float],
    name: str,
    value: float,
) -> None:
    """A rating of the present position that was not there stays within the bounds there were."""
    known = {each: rating for each, rating in stay.items() if each != name}
    before = asked(options, [], weights, known)["stay put"].score
    after = asked(options, [], weights, {**known, name: value})["stay put"].score
    bounds = (before.lower, after.lower, after.upper, before.upper)

    if any(weights.values()):
        assert all(one <= other + 1e-12 for one, other in pairwise(each or 0.0 for each in bounds))
    else:
        assert (None,) * 4 == bounds


@given(
    options=KNOWN,
    weights=WEIGHTS,
    left_out=st.sets(st.tuples(st.sampled_from("abs"), st.sampled_from(CRITERIA))),
)
def test_what_is_sure_stays_so(
    options: Mapping[str, Mapping[str, float]], weights: Mapping[str, float], left_out: set[tuple[str, str]]
) -> None:
    """A best that is sure is on top however the ratings that were left out turn out to be."""
    partly = {
        id: {name: value for name, value in ratings.items() if (id, name) not in left_out}
        for id, ratings in options.items()
    }
    found = asked({id: partly[id] for id in "ab"}, [], weights, partly["s"])
    whole = asked({id: options[id] for id in "ab"}, [], weights, options["s"])
    totals = {each.id: each.score.value or 0.0 for each in whole.options}

    if found.is_sure:
        assert all(totals[id] > max(totals.values()) - 1e-9 for id in found.best)
    assert found.is_sure or left_out or not any(weights.values())


@given(plan=plans(kinds=SOME, min_size=4), day=st.dates(date(2025, 12, 1), date(2029, 12, 31)))
def test_any_plan_can_be_asked_on_any_day(plan: ct.Plan, day: date) -> None:
    """Whatever is in a plan, the answer is text and data, and what is recorded later does not change it."""
    found = offers(plan.as_of(day))
    before, _ = ct.Plan.collect(record for record in plan if record.on is None or record.on <= day)

    assert str(found)
    assert found.to_dict()
    assert found == offers(before.as_of(day))
