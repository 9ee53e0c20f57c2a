"""Positions: the time between them."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from typing import Final

from careertrack.days import DAY, is_begun
from careertrack.moment import Moment
from careertrack.pillars.finding import Rule, Said, rule
from careertrack.pillars.spans import QUARTER_DAYS
from careertrack.records.self import Position


def _first(part: str | None) -> date:
    """The first day that a part of a date can mean; the calendar's own where nothing is known."""
    return date.min if part is None else date.fromisoformat(f"{part}-01-01"[:10])


def _last(part: str | None) -> date:
    """The last day that a part of a date can mean; the calendar's own where it has not ended."""
    if part is None:
        return date.max
    first = _first(part)
    month = 12 if len(part) == 4 else first.month
    return first if len(part) == 10 else date(first.year, month, monthrange(first.year, month)[1])


def _told(now: Moment) -> list[Position]:
    """The positions begun by the day, first ones first; a break of which no story is told is left out."""
    return sorted(
        (
            each
            for each in now.standing(Position)
            if (each.started is None or is_begun(each.started, now.day))
            and (each.type != "break" or each.story is not None)
        ),
        key=lambda each: _first(each.started),
    )


@rule("gap-without-story", "hint", "change")
def gap_without_story(now: Moment) -> Iterator[Said]:
    """More than 91 days without a position, since the last one or between two, and no story of that time.

    The story may be that of the position before, or of a break.  What is known to the month or year is read
    so that the gap is shortest.
    """
    before: Position | None = None
    for position in _told(now):
        if before is not None:
            yield from _gap(before, _first(position.started), position)
        if before is None or _last(position.ended) > _last(before.ended):
            before = position
    if before is not None:
        yield from _gap(before, now.day)


def _gap(before: Position, until: date, *after: Position) -> Iterator[Said]:
    """What is said of the days from one position to a day."""
    ended, last = _last(before.ended), until - DAY if after and until > date.min else until
    if before.story is None and (last - ended).days > QUARTER_DAYS:
        yield Said({"since": str(ended + DAY), "until": str(last)}, (before, *after))


RULES: Final[tuple[Rule, ...]] = (gap_without_story,)
