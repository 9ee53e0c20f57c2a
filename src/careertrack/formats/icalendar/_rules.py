"""Rules of recurrence: used only where one says exactly the days that the library does."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, Final

from careertrack.days import DAYS_PER, nth, plus_days
from careertrack.values import Every

_FREQUENCIES: Final = {"day": "DAILY", "week": "WEEKLY", "month": "MONTHLY", "year": "YEARLY"}


def rule_of(days: Sequence[date], every: Every) -> dict[str, Any] | None:
    """The rule of RFC 5545 (3.3.10) that says some days and no others, or ``None``.

    A rule skips the months that have no such day, and a rhythm of this library takes their last
    day instead.  So there is a rule where no month was too short, and where all days are the last
    of their months; a rhythm from the 29th or 30th that passes a February has none.

    Args:
        days: Two or more, in order; the rule counts from the first.
        every: The interval between them, as it was promised.

    >>> rule_of([date(2026, 1, 31), date(2026, 2, 28), date(2026, 3, 31)], Every(1, "month"))
    {'freq': 'MONTHLY', 'count': 3, 'bymonthday': -1}
    >>> rule_of([date(2026, 1, 30), date(2026, 2, 28), date(2026, 3, 30)], Every(1, "month"))
    """
    first, count = days[0], len(days)
    rule: dict[str, Any] = {"freq": _FREQUENCIES[every.unit], "count": count}
    if every.count > 1:
        rule["interval"] = every.count
    if _is_rhythm(days, every) and (every.unit in DAYS_PER or len({day.day for day in days}) == 1):
        return rule
    # The day after the last of a month is a first, which every month has.
    after = [plus_days(day, 1) for day in days]
    if after[0].day == 1 and _is_rhythm(after, every):
        return rule | {"bymonthday": -1} | ({"bymonth": first.month} if every.unit == "year" else {})
    return None


def _is_rhythm(days: Sequence[date], every: Every) -> bool:
    return all(day == nth(days[0], every, n) for n, day in enumerate(days))
