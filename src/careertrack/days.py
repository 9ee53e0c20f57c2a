"""Days of the calendar: rhythms, spans and parts of dates.  The only place that knows dateutil."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from dateutil.relativedelta import relativedelta

from careertrack.values import Every

DAY: Final = timedelta(1)
DAYS_PER: Final = {"day": 1, "week": 7}
MONTHS_PER: Final = {"month": 1, "year": 12}


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
