"""Entries of numbers that go together: the curve of a goal, scales, levels, money."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from math import inf, nextafter
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from careertrack.records.goals import Milestone
from careertrack.strategies._draft import DAY, NOTHING, Draft, Entry, after
from careertrack.strategies._values import FEW, NEAR, moneys, numbers
from careertrack.values import Money

# --- A goal's curve: from a baseline by milestones to a target ----------------------------------


def due_of_goal(draft: Draft, _: str) -> SearchStrategy[Any]:
    """A day after the goal's first, and after its milestones."""
    return after(max([draft.since, *(each.due for each in draft.given.get("milestones", ()))]))


def target(draft: Draft, name: str) -> SearchStrategy[Any]:
    """A value beyond the last milestone, and other than a baseline that is given."""
    curve = draft.given.get("milestones")
    if curve:
        return st.just(nextafter(curve[-1].value, inf * _way(curve)))
    start = draft.given.get("baseline")
    some = _amount_but(draft, name, start or 0.0)
    return some if start is not None else NOTHING | some


def baseline(draft: Draft, name: str) -> SearchStrategy[Any]:
    """A value short of the first milestone, and other than the target; only where there is one."""
    curve = draft.given.get("milestones")
    if curve:
        return st.just(nextafter(curve[0].value, -inf * _way(curve)))
    goal = draft.given["target"]
    if goal is None:
        return NOTHING
    some = _amount_but(draft, name, goal)
    return some if goal == 0 else NOTHING | some  # left out, it counts as 0


def milestones(draft: Draft, _: str) -> SearchStrategy[Any]:
    """Some tenths of the way, on as many days between the first and the due day."""
    goal, start = draft.given["target"], draft.given["baseline"] or 0.0
    between = ((draft.given["due"] or date.max) - draft.since).days - 1
    if goal is None or between < 1:
        return st.just(())
    tenths = dict.fromkeys(start + (goal - start) * n / 10 for n in range(1, 10))
    values = [value for value in tenths if min(start, goal) < value < max(start, goal)]
    days = st.integers(1, min(between, NEAR)).map(lambda n: draft.since + n * DAY)
    return _curve(days, values, min(FEW, len(values), between))


@st.composite
def _curve(
    draw: DrawFn, days: SearchStrategy[date], values: Sequence[float], most: int
) -> tuple[Milestone, ...]:
    dues = sorted(draw(st.lists(days, unique=True, max_size=most)))
    places = sorted(draw(st.permutations(range(len(values))))[: len(dues)])
    return tuple(Milestone(due=due, value=values[place]) for due, place in zip(dues, places, strict=True))


def _amount_but(draft: Draft, name: str, but: float | None) -> SearchStrategy[float]:
    instead = 1.0 if but != 1 else 2.0
    return draft.some(name).map(lambda value: value if value != but else instead)


def _way(curve: Sequence[Milestone]) -> int:
    return -1 if curve[-1].value < curve[0].value else 1


# --- Scales and bounds --------------------------------------------------------------------------


def level(draft: Draft, _: str) -> SearchStrategy[Any]:
    """A level on its skill's scale."""
    return numbers(0.0, draft.world.top(draft.given["skill"]))


def interest(_: Draft, __: str) -> SearchStrategy[Any]:
    """A value on O*NET's scale of interests, from 1 to 7."""
    return st.integers(1, 7).map(float) | st.floats(1, 7)


def end_of_scale(low: float, high: float, usual: float) -> Entry:
    """An end of a scale of interests: O*NET's, or one further out."""
    return lambda _, __: st.just(usual) | st.floats(low, high, allow_subnormal=False)


def upper_bound(draft: Draft, name: str) -> SearchStrategy[Any]:
    """At most, where at least may be given."""
    least = draft.given.get("at_least")
    if least is None:
        return draft.perhaps(name)
    return NOTHING | draft.some(name).map(lambda most: max(least, most))


# --- Money ----------------------------------------------------------------------------------------


def pay(other: str, better: Callable[[Decimal, Decimal], Decimal]) -> Entry:
    """An end of a range of pay: in the currency of the other end, and on the right side of it."""

    def entry(draft: Draft, name: str) -> SearchStrategy[Any]:
        end: Money | None = draft.given.get(other)
        if end is None:
            return draft.perhaps(name)
        return NOTHING | moneys(end.currency).map(
            lambda some: Money(better(some.amount, end.amount), end.currency)
        )

    return entry


def same_currency(draft: Draft, name: str) -> SearchStrategy[Any]:
    """An amount of a runway, in the currency of the others."""
    given = [draft.given[each] for each in ("savings", "spending", "income") if draft.has(each)]
    if not given:
        return draft.perhaps(name)
    some = moneys(given[0].currency, debt=name == "savings")
    return some if draft.cls.spec.by_name[name].required or draft.has("income_until") else NOTHING | some
