"""How practice stands in each of the six pillars."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careertrack.plots._style import (
    LONGEST_FACT,
    accent,
    axes,
    entitle,
    ink,
    key,
    legible,
    mark,
    meant,
    rows,
    say,
    span,
    tint,
    write,
)
from careertrack.review import Review
from careertrack.score import Score

if TYPE_CHECKING:
    from matplotlib.axes import Axes


def pillar_profile(review: Review, *, ax: Axes | None = None) -> Axes:
    r"""Practice in each pillar: its value, the bounds of what is not known, how much is known.

    Where less than 60 % is known there are bounds and no point, as wherever a `Score` is shown.  A
    pillar for which nothing was set out has words and no bar.

    Args:
        review: A review.
        ax: The axes to draw in; those of a new figure when left out.

    Returns:
        The axes.

    Raises:
        InvalidValue: If it is given anything else than a review.
        MissingExtra: If Matplotlib is not installed.

    >>> import careertrack as ct
    >>> from careertrack import plots
    >>> plan = ct.Plan() + ct.Routine(id="apply", on="2026-01-05", pillar="change", minutes=60)
    >>> ax = plots.pillar_profile(plan.review("2026-02-01"))
    >>> ax.get_title()
    'Practice by pillar on 2026-02-01\nin all: 0.00'
    """
    meant("review", review, Review, "a review, as plan.review(day) gives")
    ax = axes(ax, 3.4)
    practice = review.practice
    entitle(ax, f"Practice by pillar on {review.day}", f"in all: {practice.headline()}")
    if practice.lower is None:
        say(ax, f"There is nothing to judge: {practice.headline()}.")
        return ax
    rows(ax, [part.name for part in practice.parts])
    ax.set_xlim(0, 1)
    ax.set_xlabel("share kept of what was set out to do")
    for row, part in enumerate(practice.parts):
        _bar(ax, row, part.score)
        said = legible(part.score.headline(), LONGEST_FACT)
        write(ax, 1.03, row, said, va="center", fontsize="small", transform=ax.get_yaxis_transform())
    key(ax)
    return ax


def _bar(ax: Axes, row: int, score: Score) -> None:
    """The whole scale, the bounds on it, the interval as a line, the value as a point."""
    if score.lower is None or score.upper is None:
        return
    span(ax, row, 0, 1, "", color=ink(0.07))
    if score.upper > score.lower:
        label = "bounds: what is not known taken as 0 and as 1"
        span(ax, row, score.lower, score.upper, label, hatch="///", **tint(accent()))
    if score.interval is not None:
        ax.plot(score.interval, (row, row), color=ink(), marker="|", label="interval of 95 %")
    if score.value is not None and not score.is_thin:
        mark(ax, score.value, row, "o", accent(), "value")
