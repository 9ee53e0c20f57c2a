"""What a role asks for, beside what is there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from careertrack.plots._style import (
    LONGEST_FACT,
    VERMILLION,
    accent,
    axes,
    entitle,
    ink,
    key,
    legible,
    mark,
    rows,
    say,
    span,
    tint,
    write,
)
from careertrack.questions.case import Asked, case
from careertrack.snapshot import Snapshot, a_snapshot

if TYPE_CHECKING:
    from matplotlib.axes import Axes


def skill_gaps(now: Snapshot, role: str, *, ax: Axes | None = None) -> Axes:
    """The level of each skill that a role asks for, and the way to the level asked.

    Must-haves come first and have a mark of their own.  Where nobody has rated a skill, a bar over its
    whole scale says that it may be anywhere; where several did, the bar goes from their lowest to their
    highest rating, and the newest is the level.  Skills whose scales differ are drawn as shares of them.

    Args:
        now: The day.
        role: Id of the role.
        ax: The axes to draw in; those of a new figure when left out.

    Returns:
        The axes.

    Raises:
        KeyError: If there is no such role by the day.
        InvalidValue: If it is given anything else than a snapshot.
        MissingExtra: If Matplotlib is not installed.

    >>> import careertrack as ct
    >>> from careertrack import plots
    >>> plan = ct.Plan() + ct.Skill(name="SQL")
    >>> plan += ct.Role(title="Data lead", requires=[ct.Requirement(skill="sql", level=5)])
    >>> ax = plots.skill_gaps(plan.as_of("2026-03-01"), "data-lead")
    >>> ax.texts[0].get_text()
    'not known; 5 of 7 asked'
    """
    found = case(a_snapshot(now), role)
    ax = axes(ax, 1.8 + 0.5 * max(len(found.needs), 2))
    entitle(ax, f"Skills for {legible(found.title)} on {found.day}")
    if not found.needs:
        say(ax, "No skill is on record that this role asks for.")
        return ax
    tops = [_top(now, need) for need in found.needs]
    shared = tops[0] if len(set(tops)) == 1 else None
    rows(ax, [legible(need.name) for need in found.needs])
    ax.set_xlim(0, shared or 1)
    ax.set_xlabel("level" if shared else "level, as a share of the skill's own scale")
    for row, (need, top) in enumerate(zip(found.needs, tops, strict=True)):
        scale = top or need.required
        _draw(ax, row, need, _ratings(now, need), scale, 1.0 if shared else scale)
        said = legible(_said(need, top), LONGEST_FACT)
        write(ax, 1.03, row, said, va="center", fontsize="small", transform=ax.get_yaxis_transform())
    key(ax)
    return ax


def _top(now: Snapshot, need: Asked) -> float | None:
    """The top of a skill's scale; ``None`` where only a newer version can read the skill."""
    state = now.skills.get(need.skill)
    return None if state is None else state.skill.top


def _ratings(now: Snapshot, need: Asked) -> list[float]:
    """The latest level by each source."""
    state = now.skills.get(need.skill)
    return [] if state is None else [each.level for each in state.by_source.values()]


def _draw(ax: Axes, row: int, need: Asked, ratings: Sequence[float], top: float, unit: float) -> None:
    """The bounds as a bar, the way from the level to the level asked as a line, both ends marked."""
    asked = need.required / unit
    if need.level is None:
        unknown = {"facecolor": ink(0.1), "edgecolor": ink(0.5), "hatch": "///"}
        span(ax, row, 0, top / unit, "not known", **unknown)
    else:
        low, high, level = min(ratings) / unit, max(ratings) / unit, need.level / unit
        if low < high:
            span(ax, row, low, high, "ratings of all sources", **tint(accent()))
        if level < asked:
            ax.plot((level, asked), (row, row), color=VERMILLION, linewidth=2.5, label="the way to go")
        mark(ax, level, row, "o", accent(), "level")
    if need.must_have:
        mark(ax, asked, row, "D", VERMILLION, "asked, a must-have")
    else:
        mark(ax, asked, row, "d", "none", "asked")


def _said(need: Asked, top: float | None) -> str:
    scale = "" if top is None else f" of {top:g}"
    if need.level is None:
        return f"not known; {need.required:g}{scale} asked"
    return f"{need.level:g}{scale}, {need.required:g} asked; by {need.by} on {need.rated_on}"
