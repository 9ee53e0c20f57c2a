"""What others decide changes neither practice nor progress by a bit."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import DataObject
from tests.laws.practising import ANSWERS, OUTCOMES, last_day, practising

import careertrack as ct
from careertrack.practice import practice
from careertrack.progress import progress
from careertrack.record import Record
from careertrack.score import Score

WEEK = timedelta(7)
PAY = ("40000 EUR", "90000 EUR", None)


def swapped(record: Record, data: DataObject) -> Record:
    """The same act with another outcome, where it has one."""
    if isinstance(record, ct.Conversation):
        return record.evolve(answered=data.draw(st.sampled_from(ANSWERS)))
    if isinstance(record, ct.Step) and record.stage in OUTCOMES:
        return record.evolve(stage=data.draw(st.sampled_from(OUTCOMES)))
    if isinstance(record, ct.Offer):
        return record.evolve(pay=data.draw(st.sampled_from(PAY)), answer_by=None)
    return record


def numbers(score: Score, name: str = "") -> Iterator[tuple[Any, ...]]:
    """The numbers of a score and of all its parts."""
    yield name, score.value, score.lower, score.upper, score.coverage, score.n
    for part in score.parts:
        yield from numbers(part.score, part.name)


@given(plan=practising(talk=3, transition=1), data=st.data())
def test_no_outcome_changes_practice_or_progress(plan: ct.Plan, data: DataObject) -> None:
    """Any answers, stages that others decide and offers leave every number of both to the bit."""
    other = ct.Plan(records=[swapped(record, data) for record in plan])
    first, second = plan.as_of(last_day(plan)), other.as_of(last_day(plan))

    for day in (last_day(plan) - n * WEEK for n in range(-14, 30, 2)):
        one, two = first.at(day), second.at(day)
        assert list(numbers(practice(one))) == list(numbers(practice(two)))
        assert list(numbers(progress(one))) == list(numbers(progress(two)))


def test_outcomes_are_swapped() -> None:
    """The plans of this law have all the outcomes there are."""
    assert {"yes", "no", "waiting"} == set(ANSWERS)
    assert {"screening", "interviewing", "offer", "accepted", "declined", "rejected"} == set(OUTCOMES)
