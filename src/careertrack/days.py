"""Days of the calendar: rhythms, spans and parts of dates.  The only place that knows dateutil."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Final

from dateutil.relativedelta import relativedelta

from careertrack.values import Every

DAY: Final = timedelta(1)
DAYS_PER: Final = {"day": 1, "week": 7}
MONTHS_PER: Final = {"month": 1, "year": 12}
_LAST_DAY: Final = date.max.toordinal()


def nth(anchor: date, every: Every, n: int) -> date | None:
    """The n-th day of a rhythm, counted from its anchor, which is the 0th.

    Counted from the anchor each time, so that no month's length wears off on the next: monthly
    from the 31st ends short months on their last day and comes back to the 31st.

    Args:
        anchor: The day that the rhythm is counted from.
        every: Its interval.
        n: Which day, 0 or more.

    Returns:
        The day, or ``None`` past the end of the calendar (31 December 9999).

    >>> nth(date(2026, 1, 31), Every(1, "month"), 1), nth(date(2026, 1, 31), Every(1, "month"), 2)
    (datetime.date(2026, 2, 28), datetime.date(2026, 3, 31))
    """
    try:
        if every.unit in DAYS_PER:
            return anchor + timedelta(every.count * DAYS_PER[every.unit] * n)
        return anchor + relativedelta(months=every.count * MONTHS_PER[every.unit] * n)
    except (OverflowError, ValueError):
        return None


def rhythm(anchor: date, every: Every) -> Iterator[date]:
    """All days of a rhythm after its anchor, to the end of the calendar.

    >>> next(rhythm(date(2024, 2, 29), Every(1, "year")))
    datetime.date(2025, 2, 28)
    """
    n = 1
    while (day := nth(anchor, every, n)) is not None:
        yield day
        n += 1


def next_after(anchor: date, every: Every, day: date) -> date | None:
    """The first day of a rhythm after a day; found at once, however old the rhythm is.

    Args:
        anchor: The day that the rhythm is counted from; itself not one of its days.
        every: Its interval.
        day: The day that the result comes after.

    Returns:
        The day, or ``None`` past the end of the calendar.

    >>> next_after(date(2020, 1, 31), Every(1, "month"), date(2026, 2, 1))
    datetime.date(2026, 2, 28)
    """
    if every.unit in DAYS_PER:
        n = (day - anchor).days // (every.count * DAYS_PER[every.unit])
    else:
        months = (day.year - anchor.year) * 12 + day.month - anchor.month
        n = months // (every.count * MONTHS_PER[every.unit])
    n = max(n, 1)
    found = nth(anchor, every, n)
    while found is not None and found <= day:
        n += 1
        found = nth(anchor, every, n)
    return found


def months_between(start: date, end: date) -> float:
    """Months from one day to a later one: whole ones by the calendar, the rest as a share of the next.

    >>> months_between(date(2026, 1, 15), date(2026, 3, 1))
    1.5
    """
    whole = relativedelta(end, start)
    months = whole.years * 12 + whole.months
    reached, following = start + relativedelta(months=months), nth(start, Every(1, "month"), months + 1)
    # The calendar ends with a month of 31 days, so the one that would follow is as far away.
    length = 31 if following is None else (following - reached).days
    return months + (end - reached).days / length


def plus_months(start: date, months: float) -> date | None:
    """The day so many months after another, a broken month taken by its days, rounded down.

    >>> plus_months(date(2026, 1, 1), 1.5)
    datetime.date(2026, 2, 15)
    """
    whole = int(min(months, 12 * 9999))
    reached, following = nth(start, Every(1, "month"), whole), nth(start, Every(1, "month"), whole + 1)
    if reached is None or following is None:
        return None
    return reached + timedelta(int((following - reached).days * (months - whole)))


def is_past(part: str, day: date) -> bool:
    """Whether a day known in part lies wholly before another.

    >>> is_past("2026-02", date(2026, 3, 1)), is_past("2026", date(2026, 3, 1))
    (True, False)
    """
    return part < day.isoformat()[: len(part)]


def is_begun(part: str, day: date) -> bool:
    """Whether a day known in part has come, at the latest in the part's own period.

    >>> is_begun("2026", date(2026, 3, 1)), is_begun("2026-04", date(2026, 3, 1))
    (True, False)
    """
    return part <= day.isoformat()[: len(part)]


def plus_days(day: date, days: int) -> date:
    """The day so many days after another, at most the last of the calendar.

    >>> plus_days(date(2026, 3, 4), 28)
    datetime.date(2026, 4, 1)
    """
    return date.fromordinal(min(day.toordinal() + days, _LAST_DAY))


def week_end(day: date) -> date:
    """The Sunday of a day's week, which runs from Monday.

    >>> week_end(date(2026, 3, 4))
    datetime.date(2026, 3, 8)
    """
    return date.fromordinal(min(day.toordinal() + 6 - day.weekday(), _LAST_DAY))


def covered_until(touch: date, every: Every, anchor: date | None = None) -> date | None:
    """The first day that a touch does not cover: an interval later, or the next scheduled day after that.

    Args:
        touch: The day of the touch.
        every: The interval.
        anchor: The day that a schedule is counted from, where there is one.

    Returns:
        The day, or ``None`` past the end of the calendar.

    >>> covered_until(date(2026, 2, 28), Every(1, "month"), date(2026, 1, 31))
    datetime.date(2026, 3, 31)
    """
    until = nth(touch, every, 1)
    if anchor is None or until is None:
        return until
    scheduled = next_after(anchor, every, touch)
    return until if scheduled is None else max(until, scheduled)


class Rest:
    """The paused days of a calendar: spans of days, both ends included, joined where they overlap.

    >>> rest = Rest([(date(2026, 7, 1), date(2026, 7, 14)), (date(2026, 7, 10), date(2026, 7, 20))])
    >>> date(2026, 7, 20) in rest, rest.days(date(2026, 6, 1), date(2026, 6, 30))
    (True, 0)
    """

    __slots__ = ("_before", "_firsts", "_lasts")

    def __init__(self, spans: Iterable[tuple[date, date]] = ()) -> None:
        self._firsts, self._lasts, self._before = list[int](), list[int](), list[int]()
        total = 0
        for first, last in sorted((first.toordinal(), last.toordinal()) for first, last in spans):
            if self._lasts and first <= self._lasts[-1] + 1:
                total += max(last - self._lasts[-1], 0)
                self._lasts[-1] = max(last, self._lasts[-1])
            else:
                self._firsts.append(first)
                self._lasts.append(last)
                self._before.append(total)
                total += last - first + 1

    def __bool__(self) -> bool:
        return bool(self._firsts)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Rest):
            return NotImplemented
        return (self._firsts, self._lasts) == (other._firsts, other._lasts)

    def __hash__(self) -> int:
        return hash((*self._firsts, *self._lasts))

    def __contains__(self, day: date) -> bool:
        at = bisect_right(self._firsts, day.toordinal())
        return at > 0 and day.toordinal() <= self._lasts[at - 1]

    def days(self, first: date, last: date) -> int:
        """How many days from one to another, both included, are paused."""
        return self._earlier_than(last.toordinal() + 1) - self._earlier_than(first.toordinal())

    def _earlier_than(self, ordinal: int) -> int:
        at = bisect_left(self._firsts, ordinal)
        if not at:
            return 0
        return self._before[at - 1] + min(ordinal, self._lasts[at - 1] + 1) - self._firsts[at - 1]

    def resumed(self, day: date) -> date:
        """The day itself, or the first day after the pause that it lies in.

        >>> Rest([(date(2026, 7, 1), date(2026, 7, 14))]).resumed(date(2026, 7, 3))
        datetime.date(2026, 7, 15)
        """
        at = bisect_right(self._firsts, day.toordinal())
        if at and day.toordinal() <= self._lasts[at - 1]:
            return date.fromordinal(min(self._lasts[at - 1] + 1, _LAST_DAY))
        return day

    def after(self, start: date, days: int) -> date:
        """The day after so many days that are not paused, the start being the first to count.

        >>> Rest([(date(2026, 7, 1), date(2026, 7, 14))]).after(date(2026, 6, 30), 2)
        datetime.date(2026, 7, 16)
        """
        begin = start.toordinal()
        end = begin + days
        for at in range(bisect_left(self._lasts, begin), len(self._firsts)):
            if self._firsts[at] >= end:
                break
            end += self._lasts[at] + 1 - max(self._firsts[at], begin)
        return date.fromordinal(min(end, _LAST_DAY))
