"""The three numbers with some records more are those of a plan that has them."""

from collections.abc import Sequence

import pytest
from tests.practice.busy import DAYS, PLAN, RECORDS
from tests.practice.keeping import day

import careertrack as ct
from careertrack.ledger import Ledger
from careertrack.practice import EVEN, MEASURES
from careertrack.questions.numbers import Numbers
from careertrack.record import Record

LEDGER = Ledger().grown(PLAN.records)
MORE: Sequence[Record] = (
    ct.Effort(on=day(30), minutes=45, routine="read"),
    ct.Conversation(on=day(40), contacts=["bob"], type="catch-up"),
    ct.Assessment(on=day(41), skill="sql", level=2),
    ct.CheckIn(on=day(41), goal="aim", level=2),
    ct.Step(on=day(45), transition="lead", stage="interviewing"),
    ct.Contact(id="new", name="New", met=day(32)),
    ct.Resolution(on=day(31), commitment="book"),
    ct.Reflection(on=day(60), energy=0),
)


def told(numbers: Numbers) -> tuple[object, ...]:
    """All of what they say."""
    return (numbers.practice.to_dict(), numbers.progress.to_dict(), numbers.outlook.to_dict())


def review(plan: ct.Plan, on: object) -> tuple[object, ...]:
    """The same of a review."""
    seen = plan.review(on)  # type: ignore[arg-type]
    chance = seen.outlook.chance
    assert chance is not None
    return (seen.practice.to_dict(), seen.progress.to_dict(), chance.to_dict())


@pytest.mark.parametrize("on", DAYS)
def test_they_are_those_of_a_review(on: object) -> None:
    """Of every day."""
    assert review(PLAN, on) == told(Numbers.of(LEDGER, on, EVEN))  # type: ignore[arg-type]


@pytest.mark.parametrize("settled", [False, True])
@pytest.mark.parametrize("on", DAYS)
@pytest.mark.parametrize("added", MORE, ids=lambda record: record.kind)
def test_one_record_more(added: Record, on: object, settled: bool) -> None:
    """What a record cannot touch is kept, and the rest is worked out anew."""
    base = Numbers.of(LEDGER, on, EVEN)  # type: ignore[arg-type]
    told(base)
    grown = (base.settle() if settled else base).grown([added])

    assert review(PLAN + added, on) == told(grown)
    assert review(PLAN, on) == told(base)


def test_all_of_them_together() -> None:
    """And one after another."""
    base = Numbers.of(LEDGER, DAYS[5], EVEN).settle()
    stepwise = base
    for record in MORE:
        stepwise = stepwise.grown([record]).settle()

    assert review(PLAN + MORE, DAYS[5]) == told(base.grown(MORE)) == told(stepwise)


def test_what_nothing_reads_is_not_looked_at() -> None:
    """Of a kind that no measure reads, every part is the one before, to the object."""
    base = Numbers.of(LEDGER, DAYS[3], EVEN).settle()
    grown = base.grown([ct.Priorities(on=day(1), motivators=["people"])])
    rated = grown._rated

    assert [base._rated[measure.name] for measure in MEASURES] == [rated[each.name] for each in MEASURES]
    assert all(rated[each.name] is base._rated[each.name] for each in MEASURES)
    assert (base.progress, base.outlook) == (grown.progress, grown.outlook)
    assert grown.progress is base.progress


def test_weights_hold() -> None:
    """Those of the review."""
    weights = {"skills": 0.0, "network": 3.0}
    seen = PLAN.review(DAYS[4], weights)

    assert seen.practice.value == Numbers.of(LEDGER, DAYS[4], weights).practice.value
    assert len(RECORDS) == len(LEDGER.records)
