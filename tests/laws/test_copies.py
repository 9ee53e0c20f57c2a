"""Whatever is handed out can be copied, pickled and compared."""

import pickle
from copy import copy, deepcopy

import pytest
from hypothesis import given

import careertrack as ct
from careertrack.strategies import plans, records

WAYS = {"copy": copy, "deepcopy": deepcopy, "pickle": lambda value: pickle.loads(pickle.dumps(value))}


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
@given(plan=plans())
def test_plans(way, plan: ct.Plan) -> None:  # type: ignore[no-untyped-def]
    """A copy of a plan is that plan: equal, of equal hash and bytes, and it grows alike."""
    again = way(plan)
    more = ct.Reflection(on="2026-01-01", energy=2)

    assert again == plan
    assert hash(again) == hash(plan)
    assert again.digest == plan.digest
    assert again + more == plan + more


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
@given(record=records())
def test_records(way, record: ct.Record) -> None:  # type: ignore[no-untyped-def]
    """A copy of a record is that record, and says the same."""
    again = way(record)

    assert again == record
    assert hash(again) == hash(record)
    assert again.to_dict() == record.to_dict()
    assert repr(again) == repr(record)


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
@given(plan=plans(min_size=3))
def test_answers(way, plan: ct.Plan) -> None:  # type: ignore[no-untyped-def]
    """Copies of reviews and states are equal to them."""
    now = plan.as_of("2026-06-01")
    review = now.review()

    assert way(review) == review
    assert way(review).explain() == review.explain()
    assert way(dict(now.goals)) == dict(now.goals)
    assert way(dict(now.contacts)) == dict(now.contacts)


def refusal(number: int) -> Exception:
    """An exception of each sort, as it is raised."""
    try:
        if number == 0:
            ct.Skill(name="", top=0)
        elif number == 1:
            ct.Plan() + ct.Assessment(on="2026-01-09", skill="sql", level=3)
        elif number == 2:
            ct.loads("{")
        else:
            raise ct.MissingExtra("vcard", "vobject")
    except ct.CareertrackError as error:
        return error
    raise AssertionError("nothing was refused")


@pytest.mark.parametrize("number", range(4))
@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
def test_exceptions(way, number: int) -> None:  # type: ignore[no-untyped-def]
    """An exception that went to another process is the same sort, says the same and carries its issues."""
    error = refusal(number)
    again = way(error)

    assert type(again) is type(error)
    assert str(again) == str(error)
    assert again.args == error.args
    assert getattr(again, "issues", None) == getattr(error, "issues", None)
    assert type(error)(*error.args).args == error.args
