"""The next day of a rhythm, however old the rhythm is."""

from __future__ import annotations

from datetime import date, datetime

from dateutil.rrule import MONTHLY, rrule

from benchmarks.measure import Line, Sizes, compared, timed
from careertrack.days import next_after
from careertrack.values import Every

TODAY = date(6026, 3, 1)
MONTH = Every(1, "month")


def run(sizes: Sizes) -> list[Line]:
    """Ours at each age against ours at the first, and against dateutil's, which walks from the start."""
    lines = []
    for age in sizes.ages:
        anchor = date(TODAY.year - age, 1, 15)
        ours = timed(lambda anchor=anchor: next_after(anchor, MONTH, TODAY), sizes.inner)  # type: ignore[misc]
        what = f"next day of a rhythm {_old(age)}"
        if age != sizes.ages[0]:
            young = date(TODAY.year - sizes.ages[0], 1, 15)
            first = timed(lambda young=young: next_after(young, MONTH, TODAY), sizes.inner)  # type: ignore[misc]
            lines.append(compared(what, ours, _old(sizes.ages[0]), first, sizes.repeats, budget=1.2))
        walk = timed(lambda anchor=anchor: walked(anchor))  # type: ignore[misc]
        lines.append(compared(what, ours, "rrule.after", walk, min(sizes.repeats, 7)))
    return lines


def _old(age: int) -> str:
    return f"{age:,} year{'s' if age > 1 else ''} old"


def walked(anchor: date) -> date | None:
    """The same day as dateutil finds it."""
    start, today = (
        datetime(anchor.year, anchor.month, anchor.day),
        datetime(TODAY.year, TODAY.month, TODAY.day),
    )
    found = rrule(MONTHLY, dtstart=start).after(today)
    return found.date() if found is not None else None
