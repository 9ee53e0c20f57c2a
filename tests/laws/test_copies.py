"""Whatever is handed out can be copied, pickled and compared."""

import pickle
from collections.abc import Callable, Mapping
from copy import copy, deepcopy
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings

import careertrack as ct
from careertrack.moment import STATES
from careertrack.strategies import plans, records

Way = Callable[[Any], Any]


def pickled(protocol: int) -> Way:
    """Through a pickle of a protocol."""
    return lambda value: pickle.loads(pickle.dumps(value, protocol))


WAYS = {
    "copy": copy,
    "deepcopy": deepcopy,
    "first pickle": pickled(2),
    "pickle": pickled(pickle.HIGHEST_PROTOCOL),
}
EACH_WAY = pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)


def refusal(refused: Callable[[], object]) -> ct.CareertrackError:
    """The exception that something raises."""
    with pytest.raises(ct.CareertrackError) as caught:
        refused()
    return caught.value


ASSESSED = ct.Assessment(on="2026-01-09", skill="sql", level=3)
NEWER = '{"careertrack": "1.1", "records": [{"kind": "newer"}, {"kind": "skill", "name": "SQL", "newer": 1}]}'
REFUSALS = {
    "one value": refusal(lambda: ct.Skill(name="SQL", top=0)),
    "many values": refusal(lambda: ct.Skill(name="", top=0, prerequisites=["?"])),
    "a name": refusal(lambda: ct.Skill(nmae="SQL")),  # type: ignore[call-arg]
    "money": refusal(lambda: ct.Money("a lot", "EUR")),
    "an interval": refusal(lambda: ct.Every(0, "day")),
    "a plan": refusal(lambda: ct.Plan().add(ASSESSED)),
    "what is not there": refusal(lambda: ct.Plan().without(ASSESSED)),
    "a document": refusal(lambda: ct.loads("{")),
    "records of a document": refusal(lambda: ct.loads('{"careertrack": "1.0", "records": [{}, 1]}')),
    "a weight": refusal(lambda: ct.Score.combine({"a": ct.Score.unknown("")}, {"a": -1})),
    "an extra": ct.MissingExtra("vcard", "vobject"),
}


@EACH_WAY
@given(plan=plans(min_size=1))
def test_plans(way: Way, plan: ct.Plan) -> None:
    """A copy of a plan is that plan: of equal hash and bytes, it grows and answers alike."""
    again = way(plan)
    more = ct.Reflection(on="2026-01-01", energy=2)

    assert (plan, hash(plan), plan.digest, len(plan)) == (again, hash(again), again.digest, len(again))
    assert plan + more == again + way(more)
    assert plan.review("2026-06-01") == again.review("2026-06-01")


@EACH_WAY
def test_a_newer_plan(way: Way) -> None:
    """A copy of a plan of a newer version keeps what it says and its version."""
    plan = ct.loads(NEWER)

    assert (plan, plan.version, ct.dumps(plan)) == (way(plan), way(plan).version, ct.dumps(way(plan)))
    assert plan.records == way(plan.records)


@EACH_WAY
@settings(max_examples=100)
@given(record=records())
def test_records(way: Way, record: ct.Record) -> None:
    """A copy of a record is that record: it says the same, no more, and is good for a plan."""
    again = way(record)

    assert (record, hash(record), repr(record)) == (again, hash(again), repr(again))
    assert record.to_dict() == again.to_dict()
    assert not again.says_newer()
    assert again == ct.from_dict(again.to_dict()) == again.evolve()


@EACH_WAY
@settings(max_examples=25)
@given(plan=plans(min_size=6))
def test_answers(way: Way, plan: ct.Plan) -> None:
    """Copies of states, reviews, scores and findings are equal, and explain themselves alike."""
    now = plan.as_of(date(2026, 9, 1))
    review = now.review()
    names = [name for name in dir(now) if not name.startswith("_") and name not in {"ledger", "memory"}]
    answers = [getattr(now, name) for name in names]
    rooms = [room for room in answers if isinstance(room, Mapping)]

    assert len(STATES) == len(rooms)
    for state in (state for room in rooms for state in room.values()):
        assert (state, repr(state)) == (way(state), repr(way(state)))
    assert (review, str(review), review.to_dict()) == (way(review), str(way(review)), way(review).to_dict())
    assert (review.progress, now.runway, now.findings()) == way((review.progress, now.runway, now.findings()))


@EACH_WAY
@pytest.mark.parametrize("error", REFUSALS.values(), ids=REFUSALS)
def test_exceptions(way: Way, error: ct.CareertrackError) -> None:
    """An exception in another process is of the same class, says the same and carries its issues."""
    again = way(error)

    assert (type(error), error.args, str(error)) == (type(again), again.args, str(again))
    assert getattr(error, "issues", None) == getattr(again, "issues", None)
    assert str(error) == str(type(error)(*error.args))


@EACH_WAY
def test_issues_and_values(way: Way) -> None:
    """Copies of issues, of what was rejected, and of the values that fields keep are equal to them."""
    issues = ct.Plan().check(ASSESSED)
    _, rejected = ct.Plan.collect([ASSESSED])
    values = (ct.Money("1.50", "EUR"), ct.Every(2, "week"), ct.JsonObject({"a": [1, {}]}))

    assert (issues, [issue.to_dict() for issue in issues]) == (
        way(issues),
        [i.to_dict() for i in way(issues)],
    )
    assert rejected == way(rejected)
    assert (values, list(map(hash, values))) == (way(values), list(map(hash, way(values))))


def test_every_sort_of_exception_was_copied() -> None:
    """These tests copy each class of exception that is raised."""
    raised = {ct.InvalidValue, ct.InvalidPlan, ct.InvalidDocument, ct.MissingExtra}

    assert raised == {type(error) for error in REFUSALS.values()}
