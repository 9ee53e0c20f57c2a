"""How well a rhythm is kept."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from math import sqrt
from typing import Final

from careertrack.methods.checks import listed, number, refuse, whole
from careertrack.methods.rates import wilson_interval
from careertrack.score import Score

HALF_LIFE: Final = 13  # borrowed: a daily habit left alone falls to one half in 13 days (Loop Habit Tracker)


def cadence_coverage(touches: Iterable[date], start: date, end: date, every: int) -> float:
    """The share of a window's days on which the last touch was recent enough.

    A touch covers its own day and those after it, until the next one is due.  A day counts once,
    so an early touch banks nothing: meeting twice in a week does not make up for a month without.

    Args:
        touches: The days of the touches, in any order; one before the window may reach into it.
        start: The first day of the window.
        end: Its last day, which belongs to it.
        every: So many days from one touch to the next, 1 or more.

    Returns:
        0 to 1.

    Raises:
        InvalidValue: If a day is no date, the window ends before it starts, or ``every`` is no
            whole number of days.

    Source:
        After the proportion of days covered, a measure of how medication is kept up.
        Basis: borrowed.

    >>> from datetime import date, timedelta
    >>> start = date(2026, 1, 1)
    >>> touches = [start + timedelta(days=day) for day in (0, 27, 59)]
    >>> round(cadence_coverage(touches, start, start + timedelta(days=89), every=30), 4)
    0.9667
    """
    first, last = _ordinal("start", start), _ordinal("end", end)
    if last < first:
        raise refuse("end", f"no earlier than start, {start}", str(end))
    every = whole("every", every, 1)
    days = listed("touches", list(touches) if isinstance(touches, set | frozenset) else touches)
    covered, until = 0, first  # until: the first day that is not yet counted
    for touch in sorted(_ordinal(f"touches[{i}]", day) for i, day in enumerate(days)):
        reach = min(touch + every, last + 1)
        covered += max(reach - max(touch, until), 0)
        until = max(until, reach)
    return covered / (last + 1 - first)


def _ordinal(name: str, day: object) -> int:
    if not isinstance(day, date) or isinstance(day, datetime):
        raise refuse(name, "a date", day)
    return day.toordinal()


def kept_on_time(kept: int, due: int) -> Score:
    """The share of promises kept by the day they were due for.

    How many were due stands beside it, in ``n``, so that a few easy ones do not look like many.

    Args:
        kept: How many were kept by their day.
        due: How many fell due.

    Returns:
        The share with its Wilson interval at 95 %; not asked where nothing fell due.

    Raises:
        InvalidValue: If a count is not whole or negative, or more were kept than due.

    Source:
        Percent plan complete, of the Last Planner system (Ballard 2000).  Basis: borrowed.

    >>> score = kept_on_time(16, 20)
    >>> score.value, score.n, [round(end, 3) for end in score.interval]
    (0.8, 20, [0.584, 0.919])
    """
    due = whole("due", due)
    kept = whole("kept", kept, 0, due)
    method = "percent plan complete"
    if due == 0:
        return Score.not_asked("nothing fell due", method=method)
    return Score.of(
        kept / due,
        n=due,
        method=method,
        basis="borrowed",
        source="Last Planner (Ballard 2000)",
        reason=f"{kept} of {due} kept on time",
        interval=wilson_interval(kept, due),
    )


def habit_strength(checks: Sequence[bool | None], frequency: float, start: float = 0.0) -> float:
    """How settled a habit is: each time kept lifts it, each miss lowers it, and old times fade.

    Slow on purpose: at frequency 1, four perfect periods come to 0.19, 28 to 0.78.  Show it beside
    the plain share kept and do not score it, since a low figure after a good month discourages.  To
    compare with a perfect record of n checks, divide by 1 - m^n.

    Args:
        checks: One for each period, the oldest first: ``True`` kept, ``False`` missed, ``None``
            skipped in a pause, which leaves the strength as it is.
        frequency: How often the habit is due from one check to the next, above 0: 1 where each check is
            for one time, whatever the period.
        start: The strength before the first check, 0 to 1.

    Returns:
        0 to 1.

    Raises:
        InvalidValue: If a check is none of the three, the frequency is not above 0, or the start
            is out of bounds.

    Source:
        Loop Habit Tracker: s <- s m + c (1 - m) with m = 0.5 ^ (sqrt(frequency) / 13).
        Basis: borrowed.

    >>> round(habit_strength([True], frequency=1), 6), round(habit_strength([False], 1, start=0.75), 6)
    (0.051922, 0.711058)
    """
    pace = number("frequency", frequency, 0)
    if not pace > 0:
        raise refuse("frequency", "above 0", frequency)
    keeps = 0.5 ** (sqrt(pace) / HALF_LIFE)
    strength = number("start", start, 0, 1)
    for i, check in enumerate(listed("checks", checks)):
        if check is None:
            continue
        if not (isinstance(check, int) and check in {0, 1}):
            raise refuse(f"checks[{i}]", "True, False, or None for a pause", check)
        strength = strength * keeps + check * (1 - keeps)
    return strength
