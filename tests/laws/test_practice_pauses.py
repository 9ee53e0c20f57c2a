"""Rest costs nothing: a pause lowers no routine, cadence, item or pillar on any day."""

from datetime import date, timedelta
from typing import Final

from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import DataObject
from tests.laws.practising import DAYS, after, practising

import careertrack as ct
from careertrack.moment import Moment
from careertrack.practice import MEASURES, is_resting, pillar_scores, practice

ROUNDING: Final = 1e-12
PLANS: Final = practising() | practising(routine=1, cadence=2, habit=2, setback=1, commitment=1)


def levels(now: Moment) -> dict[str, float | None]:
    """Every pillar, and the parts of every measure in it together."""
    found = {pillar: score.value for pillar, score in pillar_scores(now).items()}
    for measure in MEASURES:
        for part in measure.parts(now):
            if part.score.value is not None:
                key = f"{part.pillar}: {part.name}"
                # A rhythm begun anew has two parts of one name; which of them rest leaves out is not told.
                found[key] = min(part.score.value, found.get(key) or 1.0)
    return found


def lowered(without: Moment, rested: Moment) -> list[str]:
    """What is lower with a pause; what then owes nothing says nothing."""
    one, two = levels(without), levels(rested)
    if not is_resting(rested):
        one["practice"], two["practice"] = practice(without).value, practice(rested).value
    return [
        f"{name}: {value} to {two[name]}"
        for name, value in one.items()
        if value is not None and (now := two.get(name)) is not None and now < value - ROUNDING
    ]


@given(plan=PLANS, data=st.data())
def test_a_pause_lowers_nothing(plan: ct.Plan, data: DataObject) -> None:
    """Whenever somebody rests, and however long, what was owed and done counts for no less."""
    first, length = data.draw(DAYS), data.draw(st.integers(0, 60))
    rested = plan.add(ct.Pause(id="rest", on=after(first), until=after(first + length)))
    days = sorted(
        {
            *(first + n for n in (0, 1, 3, 5, 8, 12, 15, 19, 24, 29, 35, 42, 60, 91, 98, 110)),
            first + length + 1,
        }
    )
    one, two = plan.as_of(after(first)), rested.as_of(after(first))

    assert [] == [(n, low) for n in days if (low := lowered(one.at(after(n)), two.at(after(n))))]


@given(plan=PLANS, data=st.data())
def test_what_a_pause_leaves_out_was_nought(plan: ct.Plan, data: DataObject) -> None:
    """A pillar that says nothing because of a pause had nothing done in it."""
    first, length = data.draw(DAYS), data.draw(st.integers(0, 60))
    rested = plan.add(ct.Pause(id="rest", on=after(first), until=after(first + length)))
    day: date = after(first) + data.draw(st.integers(1, 90)) * timedelta(1)
    one, two = pillar_scores(plan.as_of(day)), pillar_scores(rested.as_of(day))

    assert {} == {
        pillar: score.value for pillar, score in one.items() if score.value and two[pillar].value is None
    }


def test_a_pause_keeps_no_miss_for_longer() -> None:
    """What fell due in a pause counts from its end, and for no longer than it would have without."""
    plan = ct.Plan() + [
        ct.Commitment(id="missed", on="2026-01-05", what="it", pillar="change", due="2026-01-09"),
        ct.Commitment(id="kept", on="2026-01-05", what="it", pillar="change", due="2026-03-20"),
        ct.Resolution(on="2026-03-02", commitment="kept"),
    ]
    rested = plan + ct.Pause(on="2026-01-08", until="2026-01-20")

    for each in (plan, rested):
        values = [each.review(day).practice["change"].value for day in ("2026-04-10", "2026-04-11")]
        assert [0.5, 1.0] == values
