"""The minutes of effort of each day, as a calendar."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from math import ceil
from typing import TYPE_CHECKING, Any, Final

from careertrack.edits import day_of
from careertrack.errors import InvalidValue, Issue
from careertrack.outlook.words import counted
from careertrack.plots._style import accent, axes, entitle, ink, joined, key, open_sides, say
from careertrack.records.rhythm import Effort, Pause
from careertrack.snapshot import Snapshot, a_snapshot

if TYPE_CHECKING:
    from matplotlib.axes import Axes

WEEKS: Final = 52  # house: a year, where no first day is given
MOST_WEEKS: Final = 530  # ten years: more columns than anybody can read
# Spelled out, since the names of the locale would be other ones elsewhere.
WEEKDAYS: Final = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
MOST_MONTHS: Final = 30  # named: of more, each January is enough
SIDES: Final = (0.4, 0.58, 0.76, 0.94)  # of the squares, by the quarter of the most minutes of a day
SHADES: Final = (0.4, 0.6, 0.8, 1.0)


def effort_calendar(now: Snapshot, since: date | str | None = None, *, ax: Axes | None = None) -> Axes:
    """The minutes of effort of each day: a column a week, a row a weekday.

    The more minutes, the larger and stronger the square.  A day of which nothing is recorded has a
    point: it is not said to have been idle.  Paused days are hatched.

    Args:
        now: The last day.
        since: The first day, at most ten years earlier; 52 weeks earlier when left out.
        ax: The axes to draw in; those of a new figure when left out.

    Returns:
        The axes.

    Raises:
        InvalidValue: If it is given anything else than a snapshot, or a first day after the last.
        MissingExtra: If Matplotlib is not installed.

    >>> import careertrack as ct
    >>> from careertrack import plots
    >>> plan = ct.Plan() + ct.Effort(on="2026-02-03", minutes=90, pillar="skills")
    >>> ax = plots.effort_calendar(plan.as_of("2026-03-01"), since="2026-01-05")
    >>> ax.get_title()
    'Effort from 2026-01-05 to 2026-03-01: 1 h 30 min on 1 day'
    """
    last = a_snapshot(now).day
    first = _first(last, since)
    ax = axes(ax, 2.5, 9)
    minutes = Counter[date]()
    for effort in now.between(Effort, first, last):
        minutes[effort.on] += effort.minutes
    entitle(ax, f"Effort from {first} to {last}: {_total(minutes)}")
    paused = joined(now.facts(Pause), first, last)
    if not minutes and not paused:
        say(ax, "No effort is on record for these days.")
        return ax
    _draw(ax, first, last, minutes, paused)
    _name_months(ax, first, last)
    ax.set_yticks(range(7), labels=WEEKDAYS)
    ax.set_ylim(6.6, -0.6)
    ax.set_xlim(-0.6, _place(first, last)[0] + 0.6)
    ax.set_aspect("equal")
    ax.tick_params(length=0)
    open_sides(ax, "left", "right", "top", "bottom")
    key(ax, 6, below=3.5)
    return ax


def _first(last: date, since: date | str | None) -> date:
    """The first day that is shown."""
    weeks = WEEKS if since is None else MOST_WEEKS
    earliest = date.fromordinal(max(last.toordinal() - 7 * weeks + 1, 1))
    first = earliest if since is None else day_of(since, "since")
    if first > last:
        raise InvalidValue(
            [Issue("since", "value", {"rule": f"no later than {last}, the day", "got": f"'{first}'"})]
        )
    return max(first, earliest)


def _total(minutes: Mapping[date, int]) -> str:
    hours, rest = divmod(sum(minutes.values()), 60)
    return f"{hours} h {rest} min on {counted(len(minutes), 'day')}"


def _place(first: date, day: date) -> tuple[int, int]:
    """The column and the row of a day."""
    return ((day - first).days + first.weekday()) // 7, day.weekday()


def _draw(
    ax: Axes,
    first: date,
    last: date,
    minutes: Mapping[date, int],
    paused: Sequence[tuple[date, date]],
) -> None:
    """A hatched cell for each paused day, a square for each day with effort, a point for any other."""
    resting = {day for start, end in paused for day in _days(start, end)}
    _squares(ax, first, sorted(resting), 1, "pause", facecolor=ink(0.06), edgecolor=ink(0.3), hatch="/////")
    most = max(minutes.values(), default=0)
    quarters = [ceil(most * quarter / 4) for quarter in range(1, 5)]
    low = 0
    for high, side, shade in zip(quarters, SIDES, SHADES, strict=True):
        days = [day for day, spent in minutes.items() if low < spent <= high]
        _squares(ax, first, days, side, f"up to {high} min", facecolor=(accent(), shade))
        low = high
    empty = [day for day in _days(first, last) if day not in minutes and day not in resting]
    columns, rows = [_place(first, day)[0] for day in empty], [day.weekday() for day in empty]
    ax.plot(columns, rows, ".", color=ink(0.3), markersize=2.5, label="nothing recorded")


def _squares(ax: Axes, first: date, days: Sequence[date], side: float, label: str, **look: Any) -> None:
    """A square of one look for each of the days; none, and no entry in the legend, where there are none."""
    if days:
        places = [_place(first, day) for day in days]
        ax.barh(
            [row for _, row in places],
            side,
            height=side,
            left=[column - side / 2 for column, _ in places],
            linewidth=0,
            label=label,
            **look,
        )


def _days(first: date, last: date) -> Iterator[date]:
    return map(date.fromordinal, range(first.toordinal(), last.toordinal() + 1))


def _name_months(ax: Axes, first: date, last: date) -> None:
    """The months under the weeks in which they begin, with the year where it is another one."""
    begins = [day for day in _days(first, last) if day.day == 1]
    if len(begins) > MOST_MONTHS:
        begins = [day for day in begins if day.month == 1]
    names, year = list[str](), 0
    for day in begins:
        names.append(MONTHS[day.month - 1] + (f"\n{day.year}" if day.year != year else ""))
        year = day.year
    ax.set_xticks([_place(first, day)[0] for day in begins], labels=names)
