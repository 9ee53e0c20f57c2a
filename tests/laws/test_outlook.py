"""The laws of the outlook: counts add up, nothing reached is erased, and nothing of practice counts."""

import json
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import DataObject, SearchStrategy
from tests.outlook.searching import many, moved

import careertrack as ct
from careertrack.outlook import Funnel, Outlook, chance_of_offer, outlook
from careertrack.outlook.together import READS
from careertrack.strategies import plans
from careertrack.vocabulary import Stage

READ = ["transition", "step", "offer", "conversation", "runway", "goal", "check-in", "pause"]
PRACTICE = {
    "routine", "cadence", "commitment", "effort", "capacity", "reflection", "assessment", "setback"
}  # fmt: skip
REACHED: tuple[Stage, ...] = ("lead", "applied", "screening", "interviewing", "offer", "accepted")
LAST = date(2028, 12, 31)
# A search with an offer, so that there is a chance to tell.
LIVELY = [
    *moved("offered", "applied", "offer", start=date(2028, 11, 1)),
    *many("no", 6, "applied", "rejected", start=date(2028, 11, 1)),
    ct.Runway(on=LAST, savings="9000 EUR", spending="2000 EUR"),
]
NAMED = {"contact", "event", "evidence", "role", "skill", "goal"}  # what those that are read may name


def searches(**how: int) -> SearchStrategy[ct.Plan]:
    """Plans that are mostly of moves, and of what else the outlook reads."""
    return plans(min_size=4, max_size=16, kinds=["transition", *["step"] * 5, "offer", *READ], **how)


def days_of(plan: ct.Plan) -> list[date]:
    """A day before everything, each day of the plan, and one after it."""
    return sorted({date(2025, 1, 1), LAST, *(record.on for record in plan if record.on is not None)})


def funnels(found: Outlook) -> list[Funnel]:
    """Every funnel of an outlook."""
    groups = (found.by_channel, found.by_sent, found.by_type)
    return [found.funnel, *(each for some in groups for each in some.values())]


@given(searches())
def test_counts_add_up(plan: ct.Plan) -> None:
    """Open and ended are all; a further stage is reached by no more; groups are all moves once."""
    for day in days_of(plan):
        found = outlook(plan.as_of(day))
        for each in funnels(found):
            assert each.total == each.open + sum(each.ended.values())
            counts = [each.total, *(each.reached[stage] for stage in REACHED)]
            assert sorted(counts, reverse=True) == counts
            assert each.quiet <= each.open
        for groups in (found.by_channel, found.by_sent, found.by_type):
            assert found.funnel.total == sum(each.total for each in groups.values())
            assert found.funnel.unknown == sum(each.unknown for each in groups.values())
        waits = found.waiting
        assert waits.n == waits.answered + waits.waiting + waits.withdrawn
        assert len(waits.quiet) == found.funnel.quiet


@given(searches())
def test_rates_hold(plan: ct.Plan) -> None:
    """Cases and open ones are no more than reached the start; every interval and bound is one, in 0 to 1."""
    for day in days_of(plan):
        for each in funnels(outlook(plan.as_of(day))):
            for rate in each.rates:
                assert 0 <= rate.successes == each.reached[rate.to] <= rate.n == len(rate.cases)
                assert rate.n + rate.open <= each.reached[rate.start]
                assert rate.quiet <= rate.open
                for low, high in (rate.interval, rate.bounds):
                    assert 0 <= low <= high <= 1
                assert (rate.value is None) == bool(rate.reason) == (rate.n < 5)
                if rate.value is not None:
                    assert rate.interval[0] <= rate.value <= rate.interval[1]


@given(searches(), st.data())
def test_an_end_erases_nothing(plan: ct.Plan, data: DataObject) -> None:
    """However an open move ends, what it ever reached stands."""
    now = plan.as_of(LAST)
    left = [id for id, move in now.transitions.items() if not move.has_ended and move.is_fate_known]
    if not left:
        return
    end = data.draw(st.sampled_from(["rejected", "withdrawn"]))
    after = plan + ct.Step(on=LAST, transition=data.draw(st.sampled_from(left)), stage=end)

    assert outlook(now).funnel.reached == outlook(after.as_of(LAST)).funnel.reached


@given(searches(), st.data())
def test_an_unknown_fate_stays_out(plan: ct.Plan, data: DataObject) -> None:
    """A move of which nothing later is known changes the count of such moves alone, and the pace."""
    day = data.draw(st.sampled_from(days_of(plan)))
    stage = data.draw(st.sampled_from(REACHED[:-1]))
    imported = plan + [
        ct.Transition(id="imported", on=day),
        ct.Step(on=day, transition="imported", stage=stage, tracked=False),
    ]
    before, after = outlook(plan.as_of(day)), outlook(imported.as_of(day))

    assert before.funnel.unknown + 1 == after.funnel.unknown
    assert (before.funnel.reached, before.funnel.rates) == (after.funnel.reached, after.funnel.rates)
    assert (before.waiting, before.needed) == (after.waiting, after.needed)


@given(searches())
def test_later_records_change_nothing(plan: ct.Plan) -> None:
    """What is said of a day is what was said before anything later was recorded."""
    for day in days_of(plan):
        known, _ = ct.Plan.collect(record for record in plan if record.on is None or record.on <= day)

        assert outlook(known.as_of(day)) == outlook(plan.as_of(day))


@given(plans(min_size=8, max_size=16, kinds=[*READ, *sorted(PRACTICE)]))
def test_nothing_of_practice_counts(plan: ct.Plan) -> None:
    """Routines, promises, effort, levels, setbacks: without any of them the outlook is the same."""
    rest, _ = ct.Plan.collect(record for record in plan if record.kind not in PRACTICE)

    assert outlook(rest.as_of(LAST)) == outlook(plan.as_of(LAST))


@given(plans(min_size=8, max_size=16, kinds=[*READ, *["step"] * 3, *sorted(PRACTICE)]))
def test_the_chance_reads_what_it_says_it_reads(plan: ct.Plan) -> None:
    """Asked for alone it is the one of the outlook, and kinds that it does not read leave it as it is."""
    plan = plan.add(LIVELY)
    rest, _ = ct.Plan.collect(record for record in plan if record.kind in READS | NAMED)
    now = plan.as_of(LAST)

    assert now.once(outlook).value is not None
    assert outlook(now).chance == chance_of_offer(now) == chance_of_offer(rest.as_of(LAST))


@given(searches(), st.data())
def test_equal_plans_give_the_same_bytes(plan: ct.Plan, data: DataObject) -> None:
    """Whatever order a plan was written down in."""
    other, _ = ct.Plan.collect(data.draw(st.permutations(plan.records)))
    one, two = (outlook(each.as_of(LAST)) for each in (plan, other))

    assert one == two
    assert json.dumps(one.to_dict()) == json.dumps(two.to_dict())
    assert one.explain() == two.explain()


@given(plans(min_size=5), st.data())
def test_there_is_an_outlook_on_any_day(plan: ct.Plan, data: DataObject) -> None:
    """On the first day of the calendar and on its last, JSON and words, and a chance within 0 and 1."""
    for day in (date.min, date.min + timedelta(1), date.max, data.draw(st.dates())):
        found = outlook(plan.as_of(day))

        assert json.loads(json.dumps(found.to_dict(), allow_nan=False))
        assert found.explain().startswith(f"outlook on {day}")
        assert found.value is None or 0 <= found.value <= 1
