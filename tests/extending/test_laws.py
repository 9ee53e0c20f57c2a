"""The laws hold with extensions as well, and with none of them nothing is another."""

import json
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.practice.busy import DAYS, PLAN
from tests.practice.keeping import START, day

import careertrack as ct
from careertrack import extending
from careertrack.catalogue import KINDS
from careertrack.strategies import plans

ON = st.dates(START, day(120))


def counting(*reads: str, weight: float = 1) -> extending.OwnMeasure:
    """A measure that every record of some kinds makes another one, as far as it may look at them."""

    @extending.measure("acme-all", pillar="manager", reads=reads, weight=weight)
    def share(now: extending.View) -> ct.Score | None:
        told = sum(len(now.about(kind, id)) for kind in reads for id in (*now.ids(kind), ""))
        return ct.Score.of(told % 7 / 7, n=told, method="-") if told else None

    return share


def plain(review: ct.Review) -> str:
    """All that a review says."""
    return json.dumps(review.to_dict()) + review.explain() + str(review)


@settings(max_examples=25)
@given(plans(min_size=6, days=ON), ON)
def test_no_extensions_are_none(plan: ct.Plan, on: date) -> None:
    """None at all, an empty one, and one with words and sources alone: the same to the last bit."""
    others = (extending.Extensions(), extending.Extensions(stages={"chat": "screening"}, labels={"a": "b"}))

    for extensions in others:
        assert plan.review(on) == plan.review(on, extensions=extensions)
        assert plain(plan.review(on)) == plain(plan.review(on, extensions=extensions))


@settings(max_examples=25)
@given(plans(min_size=6, days=ON), ON)
def test_what_is_not_asked_changes_no_number(plan: ct.Plan, on: date) -> None:
    """A measure that asks nothing yet is shown, and no number is another for it."""

    @extending.measure("acme-later", pillar="skills", reads=[])
    def later(now: extending.View) -> ct.Score:
        return ct.Score.not_asked("not yet")

    def numbers(score: ct.Score) -> list[Any]:
        own = [score.value, score.lower, score.upper, score.coverage, score.n]
        return own + [numbers(part.score) for part in score.parts if part.name != "acme-later"]

    one, other = plan.review(on), plan.review(on, extensions=extending.Extensions(measures=[later]))

    assert numbers(one.practice) == numbers(other.practice)
    assert (one.standing, one.findings, one.next_step) == (other.standing, other.findings, other.next_step)


@settings(max_examples=25)
@given(plans(min_size=6, days=ON), ON)
def test_a_later_record_changes_no_earlier_day(plan: ct.Plan, on: date) -> None:
    """A measure and a finding of everything there is say the same when only that much was known."""

    @extending.finding("acme-all", severity="hint", pillar="skills", sentence="{said}")
    def said(now: extending.View) -> Any:
        yield (
            {"said": [len(now.about(kind, id)) for kind in KINDS for id in now.ids(kind)]},
            now.facts(ct.Effort),
        )

    own = extending.Extensions(findings=[said], measures=[counting(*KINDS)])
    # An undated record that names what begins later can only be there when that is.
    known, _ = ct.Plan.collect(each for each in plan if each.on is None or each.on <= on)
    whole, _ = ct.Plan.collect([*known, *(each for each in plan if each.on is not None and each.on > on)])

    assert known.review(on, extensions=own) == whole.review(on, extensions=own)


@settings(max_examples=15)
@given(st.data(), st.lists(st.sampled_from(KINDS), unique=True, max_size=4))
def test_answers_are_those_of_reviews(data: st.DataObject, reads: list[str]) -> None:
    """History, and changes whichever kinds the measure reads: of one plan, whichever way it is asked."""
    plan = data.draw(plans(min_size=6, max_size=12, kinds=[*reads * 3, *KINDS], days=ON))
    own = extending.Extensions(measures=[counting(*reads, weight=5)])
    days = [day(20), day(70), day(125)]
    values = [plan.review(on, extensions=own).practice.value for on in days]

    assert tuple(values) == plan.history(days, extensions=own).column("practice")
    found = plan.changes(days[0], days[-1], extensions=own).practice
    assert (values[0], values[-1]) == (found.before, found.after)
    if found.difference is not None:
        assert pytest.approx(found.difference, abs=1e-12) == found.explained


@pytest.mark.parametrize("kind", KINDS)
def test_a_record_is_asked_about_anew_where_its_kind_is_read(kind: str) -> None:
    """Whichever kind it is, changes end at the number that a review has."""
    own = extending.Extensions(measures=[counting(kind, weight=1000)])
    first, last = DAYS[0] - timedelta(1), DAYS[-1]
    found = PLAN.changes(first, last, extensions=own).practice

    assert (found.before, found.after) == tuple(
        PLAN.review(on, extensions=own).practice.value for on in (first, last)
    )
