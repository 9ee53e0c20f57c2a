"""How a goal grows towards its target, beside what was planned."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from math import floor
from typing import TYPE_CHECKING, Final, NamedTuple

from careertrack.days import DAY, Rest, plus_days
from careertrack.extras import optional
from careertrack.outlook.words import counted
from careertrack.plots._style import (
    AS_WRITTEN,
    ORANGE,
    VERMILLION,
    accent,
    axes,
    day_axis,
    entitle,
    ink,
    joined,
    key,
    legible,
    number,
    numbers,
    say,
    shade_pauses,
)
from careertrack.progress import Schedule, schedules
from careertrack.records.goals import CheckIn, Goal
from careertrack.records.rhythm import Pause
from careertrack.snapshot import Snapshot, a_snapshot
from careertrack.state.goals import GoalState

if TYPE_CHECKING:
    from matplotlib.axes import Axes

MOST_TIMES: Final = 2  # the planned days: a forecast beyond them is told in words alone


class _Curve(NamedTuple):
    """The values that a plan of a goal asks for, straight from day to day, level in pauses."""

    due: date
    days: Sequence[date]
    values: Sequence[float]


def burn_up(now: Snapshot, goal: str, *, ax: Axes | None = None) -> Axes:
    """The values of a goal's check-ins on the curve that was planned, and where they lead.

    The level line from the plan to the last check-in is its earned schedule: how many days later, or
    earlier, the value was there than planned.  Days are counted without pauses, as in the schedules of
    a review.  Where the goal was revised, its first plan is drawn beside.

    Args:
        now: The day.
        goal: Id of the goal.
        ax: The axes to draw in; those of a new figure when left out.

    Returns:
        The axes.

    Raises:
        KeyError: If there is no such goal by the day.
        InvalidValue: If it is given anything else than a snapshot.
        MissingExtra: If Matplotlib is not installed.

    >>> import careertrack as ct
    >>> from careertrack import plots
    >>> plan = ct.Plan() + ct.Goal(
    ...     on="2026-01-01", title="Apply", pillar="change", target=10, due="2026-04-11"
    ... )
    >>> plan += ct.CheckIn(on="2026-02-20", goal="apply", value=4)
    >>> ax = plots.burn_up(plan.as_of("2026-02-20"), "apply")
    >>> print(ax.get_title())
    Apply, on 2026-02-20
    10 days behind; SPI(t) 0.80
    """
    state = a_snapshot(now).goals[goal]
    ax = axes(ax, 4.2)
    measured = [check for check in state.check_ins if check.value is not None]
    plans = [curve for each in now.own(Goal, goal) if (curve := _curve(now, state.first.on, each))]
    curve = _curve(now, state.first.on, state.goal)
    schedule = now.once(schedules).get(goal)
    entitle(ax, f"{legible(state.goal.title, 60)}, on {now.day}", *_told(state, schedule))
    if curve is None and not measured:
        say(ax, "No check-in has a value, and there is no target with a day: there is nothing to draw.")
        return ax
    first, last = state.first.on, _last_shown(now.day, state.first.on, curve, plans, schedule)
    shade_pauses(ax, now.facts(Pause), first, last)
    if plans and plans[0] != curve:
        _line(ax, plans[0], "first plan", ":", ink(0.6))
    if curve is not None:
        _line(ax, curve, "planned", "--", ink())
    if measured:
        _draw_values(ax, state, measured)
    if curve is not None and schedule is not None:
        _draw_schedule(ax, now.rest, state, schedule)
    ax.axvline(number(now.day), color=ink(0.35), linewidth=1, label="this day")
    day_axis(ax, first, last)
    ax.set_ylabel(legible(state.goal.unit or "value", weight="axes.labelweight"), **AS_WRITTEN)
    key(ax)
    return ax


def _told(state: GoalState, schedule: Schedule | None) -> Iterator[str]:
    """How the goal keeps to its days, by the plan in force and by the first one."""
    if state.resolution is not None:
        yield f"{state.resolution.outcome} on {state.resolution.on}"
    elif schedule is None:
        yield "no target with a day, so there is no schedule"
    else:
        yield schedule.reason
        if schedule.first is not None:
            yield f"by the first plan: {schedule.first.reason}"


def _last_shown(
    day: date, start: date, curve: _Curve | None, plans: Sequence[_Curve], schedule: Schedule | None
) -> date:
    """The last day on the axis: every day due and the forecast, unless that lies far beyond."""
    last = max([day, *(each.days[-1] for each in plans)])
    if curve is None or schedule is None or schedule.finish is None:
        return last
    return max(last, min(schedule.finish, plus_days(start, MOST_TIMES * (last - start).days)))


# --- What was planned ----------------------------------------------------------------------------


def _curve(now: Snapshot, start: date, goal: Goal) -> _Curve | None:
    """The curve of one revision of a goal, counted in days that are not paused."""
    if goal.due is None or goal.target is None:
        return None
    rest, values = now.rest, {0: goal.baseline or 0.0}
    for due, value in [*((each.due, each.value) for each in goal.milestones), (goal.due, goal.target)]:
        values[max(1, _unpaused(start, max(start, rest.resumed(due)), rest))] = value
    corners = {_day(start, days, rest) for days in values}
    end = max(corners)
    for first, last in joined(now.facts(Pause), start, end):
        corners |= {max(start, first - DAY) if first > start else start, last}
    days = sorted(corners)
    gone_by = [_unpaused(start, day, rest) for day in days]
    found = optional("plots", "numpy").interp(gone_by, list(values), list(values.values()))
    return _Curve(goal.due, days, [float(value) for value in found])


def _unpaused(start: date, day: date, rest: Rest) -> int:
    """The days after a start, as far as a day, that are not paused."""
    return (day - start).days - rest.days(start, day) + (start in rest)


def _day(start: date, days: int, rest: Rest) -> date:
    """The day by which so many days that are not paused have gone by."""
    return start if days == 0 else rest.after(start, days + (start not in rest)) - DAY


# --- What is drawn -------------------------------------------------------------------------------


def _line(ax: Axes, curve: _Curve, name: str, line: str, color: tuple[float, ...]) -> None:
    ax.plot(numbers(curve.days), curve.values, line, color=color, label=f"{name}, due {curve.due}")


def _draw_values(ax: Axes, state: GoalState, measured: Sequence[CheckIn]) -> None:
    """The value of each check-in, from the baseline on where there is one."""
    days, values = [check.on for check in measured], [check.value or 0.0 for check in measured]
    if state.goal.target is not None:
        days, values = [state.first.on, *days], [state.goal.baseline or 0.0, *values]
    ax.plot(numbers(days), values, "o-", color=accent(), markeredgecolor=ink(), label="earned, by check-ins")


def _draw_schedule(ax: Axes, rest: Rest, state: GoalState, schedule: Schedule) -> None:
    """How far the last value is from its place in the plan, and the way on at this pace."""
    if schedule.earned is None or schedule.actual is None:
        return
    start, value, behind = state.first.on, state.value or 0.0, schedule.actual - schedule.earned
    actual = number(_day(start, schedule.actual, rest))
    if round(behind):
        whole = floor(schedule.earned)
        earned = number(_day(start, whole, rest)) + schedule.earned - whole
        said = f"{counted(abs(round(behind)), 'day')} {'behind' if behind > 0 else 'ahead'}"
        ax.plot((earned, actual), (value, value), "|-", color=VERMILLION, linewidth=2, label=said)
    if schedule.finish is not None and schedule.reached is None:
        said = f"at this pace reached on {schedule.finish}"
        way = (actual, number(schedule.finish)), (value, state.goal.target or 0.0)
        ax.plot(*way, ">-.", color=ORANGE, markeredgecolor=ink(), markevery=[1], label=said)
