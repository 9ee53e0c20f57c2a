"""The laws of actions and questions: what is promised is what comes of it, and nothing new is asked."""

from collections.abc import Iterator
from datetime import date
from itertools import chain, combinations, product
from math import fsum
from typing import Any, Final

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DataObject, SearchStrategy
from tests.laws.practising import after, practising

import careertrack as ct
from careertrack.days import plus_days
from careertrack.questions.actions import Action, Actions
from careertrack.questions.actions.choosing import APPOINTED, _best
from careertrack.record import Record
from careertrack.strategies import plans
from careertrack.vocabulary import PILLARS

ANY: Final[SearchStrategy[ct.Plan]] = practising() | plans(min_size=5, max_size=20)
SOME_DAY: Final = st.integers(-1, 260).map(after)
MINUTES: Final = st.none() | st.integers(0, 600)
ASKS: Final = {"routine", "cadence", "commitment", "target-role", "pause"}
FINDING_OUT: Final = {"assess", "check-in"}
EXACT: Final = 1e-12
LENIENT: Final = settings(suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow])
"""For days on which a plan may not have been whole."""


def until(plan: ct.Plan, day: date) -> ct.Plan:
    """The plan as it was on a day; not every one was whole then."""
    known = [record for record in plan if record.on is None or record.on <= day]
    past, rejected = ct.Plan.collect(known)
    assume(not rejected)
    return past


def all_of(actions: Actions) -> tuple[Action, ...]:
    """Every one, chosen or not."""
    return (*actions, *actions.apart, *actions.left_out)


def records(some: Iterator[Action] | tuple[Action, ...]) -> list[Record]:
    """What doing all of them adds."""
    return [record for action in some for record in action.records]


def less(value: float | None, other: float | None) -> float | None:
    """The difference, where both are known."""
    return None if value is None or other is None else value - other


# --- What is promised -------------------------------------------------------------------------------


@LENIENT
@given(plan=ANY, day=SOME_DAY, minutes=MINUTES, weights=st.none() | st.just({"skills": 0.5, "change": 2.0}))
def test_a_gain_is_the_difference_of_two_reviews(
    plan: ct.Plan, day: date, minutes: int | None, weights: dict[str, float] | None
) -> None:
    """To the bit: the plan as of the day with the records, four weeks ahead, less without them."""
    actions, past = plan.review(day, weights).actions(minutes), until(plan, day)
    then = plus_days(day, 28)
    base = past.review(then, weights)

    for action in all_of(actions):
        grown = past.add(action.records).review(then, weights)
        assert less(grown.practice.value, base.practice.value) == action.gain
        claimed = None if action.code in FINDING_OUT else less(grown.progress.value, base.progress.value)
        assert claimed == action.progress
    both = past.add(records(iter(actions))).review(then, weights)
    assert less(both.practice.value, base.practice.value) == actions.joint


@LENIENT
@given(plan=ANY, day=SOME_DAY)
def test_doing_what_is_asked_never_costs(plan: ct.Plan, day: date) -> None:
    """No action lowers practice; what is done together gains no less than any of it."""
    actions = plan.review(day).actions()

    assert all((action.gain or 0.0) > -EXACT for action in all_of(actions))
    assert all((action.gain or 0.0) - (actions.joint or 0.0) < EXACT for action in actions)


@LENIENT
@given(plan=ANY, day=SOME_DAY, minutes=MINUTES)
def test_what_is_not_the_sum_is_told(plan: ct.Plan, day: date, minutes: int | None) -> None:
    """The joint gain is the sum of the single ones, or both of them are shown."""
    actions = plan.review(day).actions(minutes)
    summed = fsum(action.gain or 0.0 for action in actions)

    assert abs(summed - actions.summed) < EXACT
    if actions.joint is not None:
        differs = abs(actions.joint - actions.summed) > 1e-9
        assert differs == ("\ntogether: practice " in str(actions))


# --- What is asked ---------------------------------------------------------------------------------------


@LENIENT
@given(plan=ANY, day=SOME_DAY, more=st.integers(0, 40), data=st.data())
def test_every_action_fits_and_asks_for_nothing_new(
    plan: ct.Plan, day: date, more: int, data: DataObject
) -> None:
    """On the day and later, alone and together; it adds each record, no ask, and drops nothing."""
    actions, past = plan.review(day).actions(), until(plan, day)
    later = plus_days(day, more)

    for action in all_of(actions):
        assert () == tuple(past.check(*action.records))
        assert () == tuple(past.check(*action.done(on=later)))
        assert len(past.add(action.records)) == len(past) + len(action.records)
        for record in action.records:
            assert record.kind not in ASKS
            assert getattr(record, "outcome", "done") == "done"
            if isinstance(record, ct.Goal):
                assert record.id in past.as_of(day).goals
    together = records((*actions, *actions.apart))
    assert () == tuple(past.check(*together))
    grown = past.add(together)
    some = data.draw(st.permutations(together))
    assert grown == past.add(some)


@LENIENT
@given(plan=practising(), day=SOME_DAY, minutes=MINUTES)
def test_a_pause_is_for_rest(plan: ct.Plan, day: date, minutes: int | None) -> None:
    """In one, only what others have set a day for."""
    resting = until(plan, day) + ct.Pause(on=day, until=plus_days(day, 9), id="resting")
    actions = resting.review(day).actions(minutes)

    assert {action.code for action in all_of(actions)} <= APPOINTED
    assert 0 == actions.joint or None is actions.joint or len(actions)


# --- What is chosen ----------------------------------------------------------------------------------------


@LENIENT
@given(plan=ANY, day=SOME_DAY, minutes=MINUTES)
def test_within_the_minutes(plan: ct.Plan, day: date, minutes: int | None) -> None:
    """What is to be done fits; obligations come first, by date, and none is left that still fitted."""
    actions = plan.review(day).actions(minutes)
    dues = [action.due for action in actions.obligations]
    groups = [action.group for action in actions]

    assert dues == sorted(dues, key=lambda due: due or date.max)
    assert len(groups) == len(set(groups))
    assert not any(action.is_obligation for action in actions.chosen)
    if actions.minutes is not None:
        assert actions.total <= actions.minutes
        left = actions.minutes - sum(action.minutes for action in actions.obligations)
        waiting = [a for a in actions.left_out if a.is_obligation and a.group not in groups]
        assert all(action.minutes > left for action in waiting)
    else:
        assert {a.group for a in actions.left_out if a.is_obligation} <= set(groups)


GAINS: Final = st.sampled_from([None, 0.0, 1e-13, 0.1, 0.2, 0.3, 0.30000000000000004, 0.5])
SIZES: Final = st.sampled_from([0, 5, 30, 45, 60, 120])


MOVES: Final = st.sampled_from([None, 0.0, 0.25, 0.5])


@st.composite
def some_actions(draw: st.DrawFn) -> list[Action]:
    """A few, in groups."""
    drawn = draw(st.lists(st.tuples(SIZES, GAINS, MOVES, st.sampled_from("abcd")), max_size=7))
    return [
        Action(
            code="spend",
            id=f"{n}",
            group=group,
            pillar="skills",
            minutes=minutes,
            reason="-",
            gain=gain,
            progress=moved,
        )
        for n, (minutes, gain, moved, group) in enumerate(drawn)
    ]


def sums(some: tuple[Action, ...] | list[Action]) -> tuple[float, float]:
    """What they gain, rounding aside, and what they move progress."""
    return (
        round(fsum(action.gain or 0.0 for action in some), 9),
        round(fsum(action.progress or 0.0 for action in some), 9),
    )


@given(some=some_actions(), minutes=st.none() | st.integers(0, 300))
def test_no_other_choice_gains_more(some: list[Action], minutes: int | None) -> None:
    """Of all that fit, one of each group: by gain, and among those of equal gain by progress."""
    chosen = _best(some, minutes)
    groups: dict[str, list[Action | None]] = {}
    for action in some:
        groups.setdefault(action.group, [None]).append(action)
    admissible = (tuple(a for a in choice if a is not None) for choice in product(*groups.values()))
    fitting = [
        choice for choice in admissible if minutes is None or sum(a.minutes for a in choice) <= minutes
    ]

    assert max(map(sums, fitting)) == sums(chosen)
    assert {action.id for action in chosen} in [{action.id for action in choice} for choice in fitting]


@LENIENT
@given(plan=practising(), day=SOME_DAY, minutes=st.integers(0, 200))
def test_no_other_choice_of_a_plan_gains_more(plan: ct.Plan, day: date, minutes: int) -> None:
    """The same of what a plan has to offer, as far as all choices can be counted."""
    actions = plan.review(day).actions(minutes)
    taken = {action.group for action in actions.obligations}
    free = [action for action in all_of(actions) if not action.is_obligation and action.group not in taken]
    worth = [action for action in free if (action.gain or 0.0) > 1e-9]
    assume(len(worth) <= 10)
    left = minutes - sum(action.minutes for action in actions.obligations)
    choices = chain.from_iterable(combinations(worth, n) for n in range(len(worth) + 1))
    best = max(
        fsum(action.gain or 0.0 for action in choice)
        for choice in choices
        if len({action.group for action in choice}) == len(choice)
        and sum(action.minutes for action in choice) <= left
    )

    assert abs(best - fsum(action.gain or 0.0 for action in actions.chosen)) < 1e-9


# --- What it rests on --------------------------------------------------------------------------------------


@LENIENT
@given(plan=ANY, day=SOME_DAY, minutes=MINUTES, data=st.data())
def test_later_records_and_the_order_of_adding_change_nothing(
    plan: ct.Plan, day: date, minutes: int | None, data: DataObject
) -> None:
    """The same actions and the same questions, from the records up to the day, however they came."""
    past = until(plan, day)
    other = ct.Plan(records=data.draw(st.permutations(past.records)))
    expected = plan.review(day).actions(minutes).to_dict()

    assert expected == past.review(day).actions(minutes).to_dict()
    assert expected == other.review(day).actions(minutes).to_dict()
    asked = [question.to_dict() for question in plan.review(day).questions(99)]
    assert asked == [question.to_dict() for question in other.review(day).questions(99)]


# --- Questions ------------------------------------------------------------------------------------


WEIGHTS: Final = st.none() | st.dictionaries(st.sampled_from(PILLARS), st.just(2))


def width(review: ct.Review) -> float:
    """How far apart the bounds of progress are."""
    progress = review.progress
    return 0.0 if progress.lower is None or progress.upper is None else progress.upper - progress.lower


@LENIENT
@given(
    plan=practising(), day=SOME_DAY, weights=st.none() | st.dictionaries(st.sampled_from(PILLARS), st.just(2))
)
def test_an_answer_narrows_by_what_was_said(plan: ct.Plan, day: date, weights: Any) -> None:
    """Each answer fits the plan, and brings the bounds of progress as much nearer as its question says."""
    past = until(plan, day)
    review = plan.review(day, weights)
    questions = review.questions(99)

    assert sorted(-question.narrows for question in questions) == [-each.narrows for each in questions]
    for question in questions:
        if question.record is not None:
            assert () == tuple(past.check(question.record))
            if question.narrows:
                answered = past.add(question.record).review(day, weights)
                assert abs(width(review) - width(answered) - question.narrows) < 1e-9
