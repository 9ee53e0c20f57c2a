"""Whether the goals keep to their days: earned schedule, on days that were not paused."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise
from math import ceil
from typing import Any, ClassVar, Final, NamedTuple

import attrs

from careertrack.days import DAY, Rest
from careertrack.methods import earned_schedule, key_result
from careertrack.moment import Moment
from careertrack.page import Line, Page, Shown
from careertrack.record import Record
from careertrack.records.goals import CheckIn, Goal, Milestone
from careertrack.score import Basis
from careertrack.state.goals import GoalState

__all__ = ["Figures", "Schedule"]

# House: a value may be four weeks old; then time runs on at that distance, whether or not it is written down.
UNCHECKED_DAYS: Final = 28
# House: four weeks, the window of everything that is kept or not, until an easier plan counts by itself.
EASED_DAYS: Final = 28
SLACK: Final = 1e-9  # what rounding may add to a number of days before the next one is begun


@attrs.frozen(kw_only=True)
class Figures(Shown):
    """How a goal keeps to one plan of it, in days that were not paused.

    Args:
        due: The day it is to be reached by.
        planned: Days from its first day to that one, 1 at least.
        actual: Days gone by: to the last check-in, or to 28 days ago if that is later, and no
            further than the day the target was reached; ``None`` without a check-in.
        earned: Days in which the plan would be where the last check-in is; ``None`` without one.
        spi: Earned days over actual days, 1 on time and less behind; ``None`` before a fifth of
            the planned days.
        finish: The day the target was reached, else the day it will be at this pace; ``None``
            where that cannot be told, or lies beyond the calendar.
        past_due: Whether the due day, or the first day after the pause it lies in, is over.
        reached: The day since when every check-in has been at the target or beyond.
    """

    method: ClassVar = "earned schedule, in days that were not paused"
    basis: ClassVar[Basis] = "borrowed"
    source: ClassVar = "Lipke 2003, from project control"

    due: date
    planned: int
    actual: int | None = None
    earned: float | None = None
    spi: float | None = None
    finish: date | None = None
    past_due: bool
    reached: date | None = None

    @property
    def ahead(self) -> float | None:
        """Days ahead of the plan; negative behind it."""
        return None if self.earned is None or self.actual is None else self.earned - self.actual

    @property
    def behind(self) -> float | None:
        """Days behind the plan; negative ahead of it."""
        return None if self.ahead is None else 0.0 - self.ahead

    @property
    def on_time(self) -> float | None:
        """min(1, SPI) by this plan alone; 0 past due below the target; ``None`` where it cannot be told."""
        if self.actual is None:
            return None
        if self.reached is not None:
            return self.planned / max(self.planned, self.actual)
        if self.past_due:
            return 0.0
        return None if self.spi is None else min(1.0, self.spi)

    @property
    def reason(self) -> str:
        """Days first, then the terms."""
        return "; ".join(self._said())

    def _said(self) -> Iterator[str]:
        if self.ahead is None:
            yield "no check-in with a value yet"
        elif self.ahead < 0 or self.reached is not None or not self.past_due:
            yield _gap(self.ahead)  # what is past due is not called ahead, whenever it was last seen
        if self.reached is not None:
            yield f"target reached on {self.reached}"
        elif self.past_due:
            yield f"past its due day, {self.due}"
        if self.spi is not None:
            yield f"SPI(t) {self.spi:.2f}"
        elif self.actual is not None and self.reached is None:
            yield "too early to tell a pace"

    def explain(self) -> str:
        """The days it was made from, in words."""
        return "\n".join(self._lines())

    def page(self) -> Page:
        """The days it was made from, in words."""
        title, *lines = self._lines()
        return Page(title, [Line(each) for each in lines])

    def _lines(self) -> Sequence[str]:
        return [self.reason, *self._arithmetic()]

    def _arithmetic(self) -> Iterator[str]:
        if self.earned is not None:
            yield (
                f"{self.earned:.1f} of {_days(self.planned)} earned, {_days(self.actual or 0)} gone by;"
                f" {self.method} [{self.basis}: {self.source}]"
            )
        if self.reached is not None:
            yield f"reached on {self.reached}, due on {self.due}"
        elif self.finish is not None:
            yield f"at this pace reached on {self.finish}, due on {self.due}"
        else:
            yield f"no forecast, due on {self.due}"

    def to_dict(self) -> dict[str, Any]:
        """Plain data."""
        return {
            "reason": self.reason,
            "behind": self.behind,
            "spi": self.spi,
            "finish": _text(self.finish),
            "due": _text(self.due),
            "past_due": self.past_due,
            "reached": _text(self.reached),
            "planned": self.planned,
            "actual": self.actual,
            "earned": self.earned,
            "method": self.method,
            "basis": self.basis,
            "source": self.source,
        }


@attrs.frozen(kw_only=True)
class Schedule(Figures):
    """How an open goal keeps to its days, by the plan in force.

    Args:
        goal: Id of the goal.
        title: Its title.
        s: What status uses, 0 to 1: min(1, SPI); 0 when past due below the target; ``None``
            where it is not known.  The lowest by any plan in force within the last 28 days.
        first: The same by the first plan, where it has been revised since.
        eased: The day of the revision before which the goal stood at ``s``, while ``s`` is that
            earlier plan's.
        records: The plans and the check-in behind it.

    >>> import careertrack as ct
    >>> plan = ct.Plan() + ct.Goal(
    ...     on="2026-01-01", title="Apply", pillar="change", target=10, due="2026-04-11"
    ... )
    >>> plan += ct.CheckIn(on="2026-02-20", goal="apply", value=4)
    >>> print(schedules(plan.as_of("2026-02-20"))["apply"])
    Apply: 10 days behind; SPI(t) 0.80
    40.0 of 100 days earned, 50 days gone by; earned schedule, in days that were not paused \
[borrowed: Lipke 2003, from project control]
    at this pace reached on 2026-05-06, due on 2026-04-11
    """

    goal: str
    title: str = attrs.field(repr=False)
    s: float | None
    first: Figures | None = None
    eased: date | None = None
    records: tuple[Record, ...] = attrs.field(default=(), repr=False)

    def _said(self) -> Iterator[str]:
        yield from super()._said()
        if self.eased is not None:
            yield f"counts as {self.s:.2f} by the plan before its revision of {self.eased}"

    def _lines(self) -> Sequence[str]:
        lines = [f"{self.title}: {self.reason}", *self._arithmetic()]
        if self.first is not None:
            reason, *days = self.first._lines()
            lines += [f"by the first plan: {reason}", *days]
        return lines

    def to_dict(self) -> dict[str, Any]:
        """Plain data."""
        return {
            "goal": self.goal,
            "title": self.title,
            "s": self.s,
            **super().to_dict(),
            "eased": _text(self.eased),
            "first": None if self.first is None else self.first.to_dict(),
        }


def _gap(ahead: float) -> str:
    days = round(abs(ahead))
    if not days:
        return "less than a day behind" if ahead < 0 else "on schedule"
    return f"{_days(days)} {'ahead' if ahead > 0 else 'behind'}"


def _days(count: int) -> str:
    return f"{count} day" if count == 1 else f"{count} days"


def _text(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


# --- From a plan ----------------------------------------------------------------------------------


def schedules(now: Moment) -> Mapping[str, Schedule]:
    """The schedule of each open goal that has a target and a due day, by its id."""
    found = {id: _schedule(now, state) for id, state in now.goals.items() if state.status == "open"}
    return {id: schedule for id, schedule in found.items() if schedule is not None}


def lowest_s(now: Moment) -> float | None:
    """The lowest s of the open goals, 0 to 1; ``None`` where it is known of none."""
    known = (each.s for each in now.once(schedules).values())
    return min((s for s in known if s is not None), default=None)


class _Curve(NamedTuple):
    """What a plan of a goal asks for: values by days."""

    due: date
    baseline: float
    target: float
    milestones: Sequence[Milestone]


def _curve(goal: Goal) -> _Curve | None:
    if goal.due is None or goal.target is None:
        return None
    return _Curve(goal.due, goal.baseline or 0.0, goal.target, goal.milestones)


def _schedule(now: Moment, state: GoalState) -> Schedule | None:
    in_force, plans = _curve(state.goal), now.own(Goal, state.goal.id)
    # The latest first: of plans that are as hard, the one that counts the longest is named.
    left = [
        (earlier, later, curve)
        for earlier, later in reversed([*pairwise(plans)])
        if (curve := _curve(earlier)) is not None and (now.day - later.on).days < EASED_DAYS
    ]
    if in_force is None and not left:
        return None
    measured = [check for check in state.check_ins if check.value is not None]
    figures = _figures(now, state.first.on, in_force or left[0][2], measured)
    # The easier of two plans counts by itself only after a while, so that easing does not help at once;
    # to take the day or the target away is to ease it as well.
    s, eased, before = (None if in_force is None else figures.on_time), None, None
    for earlier, later, curve in left:
        other = _figures(now, state.first.on, curve, measured).on_time
        if other is not None and (s is None or other < s):
            s, eased, before = other, later.on, earlier
    if in_force is None and s is None:
        return None
    first, curve = next((plan, curve) for plan in plans if (curve := _curve(plan)) is not None)
    is_revised = curve != in_force
    behind_it = [first if is_revised else None, before, state.goal, state.measured]
    return Schedule(
        goal=state.goal.id,
        title=state.goal.title,
        s=s,
        first=_figures(now, state.first.on, curve, measured) if is_revised else None,
        eased=eased,
        records=tuple(dict.fromkeys(record for record in behind_it if record is not None)),
        **attrs.asdict(figures, recurse=False),
    )


def _figures(now: Moment, start: date, curve: _Curve, measured: Sequence[CheckIn]) -> Figures:
    """How the check-ins keep to one curve."""
    rest = now.rest
    planned = _planned(curve, start, rest)
    past_due = now.day > rest.resumed(curve.due)
    if not measured:
        return Figures(due=curve.due, planned=max(planned), past_due=past_due)
    reached = _reached(curve, measured)
    until = measured[-1].on
    if (now.day - until).days > UNCHECKED_DAYS:
        until = now.day - timedelta(UNCHECKED_DAYS)
    if reached is not None:
        until = reached
    actual = _unpaused(start, max(start, until), rest)
    found = earned_schedule(list(planned.values()), _share(curve, measured[-1]), actual, list(planned))
    return Figures(
        due=curve.due,
        planned=max(planned),
        actual=actual,
        earned=found.es,
        spi=found.spi_t,
        finish=_finish(start, found.ieac_t, rest) if reached is None else reached,
        past_due=past_due,
        reached=reached,
    )


def _planned(curve: _Curve, start: date, rest: Rest) -> dict[int, float]:
    """The share of the way that is planned by each number of days that are not paused.

    What falls due in one pause falls due together, on the first day after it.
    """
    planned = {0: 0.0}
    for due, value in [*((each.due, each.value) for each in curve.milestones), (curve.due, curve.target)]:
        days = max(1, _unpaused(start, max(start, rest.resumed(due)), rest))
        planned[days] = key_result(value, curve.baseline, curve.target)
    return planned


def _share(curve: _Curve, check: CheckIn) -> float:
    return key_result(check.value or 0.0, curve.baseline, curve.target)


def _reached(curve: _Curve, measured: Sequence[CheckIn]) -> date | None:
    """The day since when no check-in has been below the target."""
    reached = None
    for check in reversed(measured):
        if _share(curve, check) < 1:
            break
        reached = check.on
    return reached


def _unpaused(start: date, day: date, rest: Rest) -> int:
    """The days after a start, as far as a day, that are not paused."""
    return (day - start).days - rest.days(start, day) + (start in rest)


def _finish(start: date, days: float | None, rest: Rest) -> date | None:
    """The day so many unpaused days after a start, a broken one taken as a whole."""
    if days is None:
        return None
    following = rest.after(start, ceil(days - SLACK) + (start not in rest))
    return None if following == date.max else following - DAY
