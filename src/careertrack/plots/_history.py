"""Practice and progress over many days."""

from __future__ import annotations

from collections.abc import Sequence
from math import nan
from typing import TYPE_CHECKING, Final

from careertrack.plots._style import (
    VERMILLION,
    accent,
    axes,
    day_axis,
    entitle,
    key,
    meant,
    numbers,
    say,
    shade_pauses,
    tint,
)
from careertrack.questions.history import History
from careertrack.score import HEADLINE_COVERAGE

if TYPE_CHECKING:
    from matplotlib.axes import Axes

MANY_DAYS: Final = 60  # above it the marks are small, so that the line is seen


def history(history: History, *, ax: Axes | None = None) -> Axes:
    """Practice and progress from day to day, each with the bounds of what is not known as a band.

    A line is broken where the number is not known, or where less than 60 % of it is: there the band
    stands alone.  Pauses are hatched.

    Args:
        history: The numbers of many days, as ``plan.history(days)`` gives.
        ax: The axes to draw in; those of a new figure when left out.

    Returns:
        The axes.

    Raises:
        InvalidValue: If it is given anything else than a history.
        MissingExtra: If Matplotlib is not installed.

    >>> import careertrack as ct
    >>> from careertrack import plots
    >>> plan = ct.Plan() + ct.Goal(on="2026-01-05", title="Apply", pillar="change", target=10)
    >>> plan += ct.CheckIn(on="2026-02-01", goal="apply", value=4)
    >>> ax = plots.history(plan.history(["2026-01-31", "2026-02-01"]))
    >>> ax.get_title()
    'Practice and progress from 2026-01-31 to 2026-02-01'
    """
    meant("history", history, History, "a history, as plan.history(days) gives")
    ax = axes(ax, 4)
    if not len(history):
        entitle(ax, "Practice and progress")
        say(ax, "There are no days in this history.")
        return ax
    first, last = history.days[0], history.days[-1]
    entitle(ax, f"Practice and progress from {first} to {last}")
    if not any(_known(history, f"{name}.upper") for name in ("practice", "progress")):
        say(ax, "Nothing was set out by these days, so there is nothing to judge.")
        return ax
    shade_pauses(ax, history.pauses, first, last)
    _curve(ax, history, "practice", accent(), "o-", "")
    _curve(ax, history, "progress", VERMILLION, "s--", "...")
    ax.set_ylim(-0.03, 1.03)
    ax.set_ylabel("share, 0 to 1")
    day_axis(ax, first, last)
    key(ax)
    return ax


def _known(history: History, column: str) -> bool:
    return any(value is not None for value in history.column(column))


def _curve(ax: Axes, history: History, name: str, color: str, line: str, hatch: str) -> None:
    """A line of what is known, in a band of what it could be."""
    lower, upper = (_gaps(history.column(f"{name}.{bound}")) for bound in ("lower", "upper"))
    shares = history.column(f"{name}.coverage")
    values = [
        value if share is not None and share >= HEADLINE_COVERAGE else None
        for value, share in zip(history.column(name), shares, strict=True)
    ]
    days, size = numbers(history.days), 5 if len(history) <= MANY_DAYS else 2
    ax.fill_between(days, lower, upper, label=f"bounds of {name}", hatch=hatch, **tint(color, 0.2))
    ax.plot(days, _gaps(values), line, color=color, markersize=size, label=name)


def _gaps(values: Sequence[float | None]) -> list[float]:
    """The values of a column, with a gap where there is none."""
    return [nan if value is None else value for value in values]
