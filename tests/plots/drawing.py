"""What the tests of plots share: axes without pyplot, a story, and what was drawn."""

from collections.abc import Callable, Mapping
from datetime import date
from io import BytesIO
from pathlib import Path
from runpy import run_path
from typing import Any

from matplotlib.axes import Axes
from matplotlib.figure import Figure

import careertrack as ct
from careertrack import plots

ROOT = Path(__file__).resolve().parents[2]
STORY: ct.Plan = run_path(str(ROOT / "examples" / "story.py"))["story"]()
BEGIN = date(2026, 1, 5)

Drawing = Callable[..., Axes]
"""A plot of a plan as of a day: ``(plan, day, ax=None)``."""


def weeks(day: date) -> list[date]:
    """A day and those up to half a year before it, by weeks."""
    return [date.fromordinal(max(day.toordinal() - 7 * n, 1)) for n in range(26)]


def first(rooms: Mapping[str, object]) -> str:
    """The id that comes first."""
    return next(iter(rooms))


DRAWINGS: Mapping[str, Drawing] = {
    "burn_up": lambda plan, day, ax=None: plots.burn_up(plan.as_of(day), first(plan.as_of(day).goals), ax=ax),
    "effort_calendar": lambda plan, day, ax=None: plots.effort_calendar(plan.as_of(day), ax=ax),
    "funnel": lambda plan, day, ax=None: plots.funnel(plan.as_of(day), ax=ax),
    "history": lambda plan, day, ax=None: plots.history(plan.history(weeks(day)), ax=ax),
    "network": lambda plan, day, ax=None: plots.network(plan.as_of(day), "Lantern", ax=ax),
    "pillar_profile": lambda plan, day, ax=None: plots.pillar_profile(plan.review(day), ax=ax),
    "runway": lambda plan, day, ax=None: plots.runway(plan.review(day), ax=ax),
    "skill_gaps": lambda plan, day, ax=None: plots.skill_gaps(
        plan.as_of(day), first(plan.as_of(day).roles), ax=ax
    ),
}


def some_axes() -> Axes:
    """Axes of a figure that pyplot knows nothing of."""
    return Figure(figsize=(8, 4), dpi=40).subplots()


def rendered(ax: Axes) -> bytes:
    """The picture; to draw it asks for every font, tick and place."""
    picture = BytesIO()
    ax.figure.savefig(picture, format="png")
    return picture.getvalue()


def texts(ax: Axes) -> list[str]:
    """All texts that are placed on the axes."""
    return [text.get_text() for text in ax.texts]


def row_names(ax: Axes) -> list[str]:
    """What the rows are called, from the top down."""
    return [label.get_text() for label in ax.get_yticklabels()]


def labelled(ax: Axes, label: str) -> list[Any]:
    """The lines, areas and bars that stand under one name in the legend."""
    artists = [*ax.lines, *ax.patches, *ax.collections, *ax.containers]
    return [artist for artist in artists if artist.get_label() == label]


def sorts(ax: Axes) -> list[str]:
    """What the legend names."""
    legend = ax.get_legend()
    return [] if legend is None else [text.get_text() for text in legend.get_texts()]


def span(bar: Any) -> tuple[float, float]:
    """From where to where a bar of a row goes."""
    patch = bar.patches[0]
    return patch.get_x(), patch.get_x() + patch.get_width()
