"""What the plots share: axes, text, colours, days.

Matplotlib is imported where something is drawn, and pyplot only where a new figure is asked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date
from textwrap import fill
from typing import TYPE_CHECKING, Any, Final, TypeVar

from careertrack.days import DAY, plus_days
from careertrack.errors import InvalidValue, Issue, shown
from careertrack.extras import optional
from careertrack.page.words import plain
from careertrack.records.rhythm import Pause

if TYPE_CHECKING:
    from matplotlib.axes import Axes

T = TypeVar("T")

WIDTH: Final = 8.0  # inches
LONGEST_TITLE: Final = 90  # characters that such a width has room for
LONGEST_NAME: Final = 32
LONGEST_FACT: Final = 48
LINE: Final = 60  # characters of a sentence before it goes on below
FEWEST_DAYS: Final = 7  # on an axis: below it the hours would be marked
BELOW_LABEL: Final = 5.0  # lines: below the marks of an axis and what it is called
MARGIN: Final = 0.03  # of the days on an axis, at either end

# The colours of Okabe and Ito, chosen to be told apart by everybody.  Nothing is told by colour alone.
SKY: Final = "#56B4E9"
BLUE: Final = "#0072B2"
GREEN: Final = "#009E73"
ORANGE: Final = "#E69F00"
VERMILLION: Final = "#D55E00"
PURPLE: Final = "#CC79A7"
GREY: Final = "#999999"

# What others wrote is shown as they wrote it: no "$" begins a formula, whatever the style in use says.
AS_WRITTEN: Final[Mapping[str, Any]] = {"parse_math": False, "usetex": False}


def part(name: str) -> Any:
    """A module of Matplotlib.

    Raises:
        MissingExtra: If Matplotlib is not installed.
    """
    optional("plots", "matplotlib")
    return optional("plots", f"matplotlib.{name}")


def settings() -> Any:
    """The settings that the style in use has made."""
    return optional("plots", "matplotlib").rcParams


def axes(ax: Axes | None, height: float, width: float = WIDTH) -> Axes:
    """The axes to draw in: those given, or those of a new figure of so many inches."""
    if ax is not None:
        return ax
    made: Axes = part("pyplot").subplots(figsize=(width, height), layout="constrained")[1]
    return made


def meant(name: str, value: object, cls: type[T], rule: str) -> T:
    """What is given as an argument.

    Raises:
        InvalidValue: If it is something else.
    """
    if not isinstance(value, cls):
        raise InvalidValue([Issue(name, "value", {"rule": rule, "got": shown(value)})])
    return value


# --- Colours -------------------------------------------------------------------------------------


def ink(share: float = 1.0) -> tuple[float, float, float, float]:
    """The colour of text, covering a share of what lies below, so that it stands out on any background."""
    red, green, blue, _ = part("colors").to_rgba(settings()["text.color"])
    return red, green, blue, share


def accent() -> str:
    """The colour of what matters most: dark on a light background, light on a dark one."""
    return SKY if sum(ink()[:3]) > 1.5 else BLUE


# --- Text ----------------------------------------------------------------------------------------


def legible(text: str, longest: int = LONGEST_NAME, weight: str = "font.weight") -> str:
    """A text as one line, cut where it is too long; what the font has no sign for is shown as an escape.

    Args:
        text: The text.
        longest: Its longest length.
        weight: The setting that says how bold it will be drawn: a bold font has fewer signs.
    """
    line = plain(text)
    if not line.isascii():
        signs = _signs(settings()[weight])
        line = "".join(each if ord(each) in signs else f"\\u{ord(each):04x}" for each in line)
    return plain(line, longest)


def wrapped(text: str, width: int, lines: int = 2, weight: str = "font.weight") -> str:
    """A text on a few lines of a width, else the same as `legible`; no day and no share is torn apart."""
    line = legible(text, lines * width, weight).replace(" %", "\N{NO-BREAK SPACE}%")
    return fill(line, width, break_on_hyphens=False).replace("\N{NO-BREAK SPACE}%", " %")


def _signs(weight: object) -> set[int]:
    """The code points that the fonts in use can draw, found as Matplotlib finds its fonts."""
    fonts = part("font_manager")
    asked = fonts.FontProperties(weight=weight)
    found = []
    for family in asked.get_family():
        asked.set_family(family)
        try:
            found.append(fonts.findfont(asked, fallback_to_default=False))
        except ValueError:  # not installed: Matplotlib goes on with the next, and so is done here
            continue
    if not found:
        found = [fonts.findfont(fonts.FontProperties(family="DejaVu Sans", weight=weight))]
    return {sign for font in found for sign in fonts.get_font(font).get_charmap()}


def write(ax: Axes, x: float, y: float, text: str, **how: Any) -> None:
    """A text at a place."""
    ax.text(x, y, text, **AS_WRITTEN, **how)


def ground(ax: Axes) -> dict[str, Any]:
    """A ground for a text, of the colour of the axes, so that lines run behind it."""
    return {"facecolor": ax.get_facecolor(), "alpha": 0.8, "linewidth": 0, "pad": 1}


def entitle(ax: Axes, *lines: str) -> None:
    """A title of a few lines, the first of them what is shown."""
    title = "\n".join(wrapped(line, LONGEST_TITLE, weight="axes.titleweight") for line in lines if line)
    ax.set_title(title, fontsize="medium", **AS_WRITTEN)


def say(ax: Axes, sentence: str) -> None:
    """Words in the place of a drawing, where there is nothing to draw."""
    bare(ax)
    write(ax, 0.5, 0.5, wrapped(sentence, LINE, 4), transform=ax.transAxes, ha="center", va="center")


def rows(ax: Axes, names: Sequence[str]) -> None:
    """Rows named at the left, from the top down; the first is at 0, the next at 1."""
    ax.set_yticks(range(len(names)), labels=names, **AS_WRITTEN)
    ax.set_ylim(len(names) - 0.4, -0.6)
    ax.tick_params(axis="y", length=0)
    open_sides(ax, "left", "top", "right")


def open_sides(ax: Axes, *sides: str) -> None:
    """Axes without lines at some of their sides."""
    ax.spines[list(sides)].set_visible(False)


def bare(ax: Axes) -> None:
    """Axes without lines and marks."""
    ax.set_xticks([])
    ax.set_yticks([])
    open_sides(ax, "left", "right", "top", "bottom")


def key(ax: Axes, columns: int = 3, below: float = BELOW_LABEL) -> None:
    """What each sort of mark means, once, below the axes, where it covers nothing.

    Args:
        ax: The axes.
        columns: How many stand side by side.
        below: How far below the axes, in lines.
    """
    handles, labels = ax.get_legend_handles_labels()
    sorts = dict(zip(labels, handles, strict=True))
    if not sorts:
        return
    legend = ax.legend(
        list(sorts.values()),
        list(sorts),
        loc="upper center",
        bbox_to_anchor=(0.5, 0),
        borderaxespad=below,
        ncols=columns,
        frameon=False,
        fontsize="small",
    )
    for text in legend.get_texts():
        text.set(**AS_WRITTEN)


# --- Marks ---------------------------------------------------------------------------------------


def mark(ax: Axes, x: float, y: float, sign: str, color: str | tuple[float, ...], label: str) -> None:
    """A sign at a place, in the colour of text around it; it is whole at the edge of the axes too."""
    ax.plot(
        (x,),
        (y,),
        sign,
        color=color,
        markeredgecolor=ink(),
        markersize=8,
        linestyle="none",
        clip_on=False,
        label=label,
    )


def span(ax: Axes, row: int, start: float, end: float, label: str, **look: Any) -> None:
    """A bar in a row, from one place to another."""
    ax.barh(row, end - start, left=start, height=0.45, label=label, **look)


def tint(color: str, share: float = 0.3) -> dict[str, Any]:
    """A look of an area: filled with a share of a colour, its edge in all of it."""
    return {"facecolor": (color, share), "edgecolor": color}


# --- Days ----------------------------------------------------------------------------------------


def number(day: date) -> float:
    """A day as a place on an axis of days."""
    place: float = part("dates").date2num(day)
    return place


def numbers(days: Iterable[date]) -> list[float]:
    """Days as places on an axis of days."""
    return [number(day) for day in days]


def day_axis(ax: Axes, first: date, last: date) -> None:
    """Days along the bottom, from one to another, written in digits: no zone and no locale is asked."""
    dates = part("dates")
    days = max((last - first).days, FEWEST_DAYS)
    margin = max(1, round(days * MARGIN))
    begin = max(first.toordinal() - margin, 1)
    ax.set_xlim(number(date.fromordinal(begin)), number(plus_days(first, days + margin)))
    ax.xaxis.set_major_locator(dates.AutoDateLocator(tz=UTC, minticks=3, maxticks=5))
    ax.xaxis.set_major_formatter(lambda x, _: dates.num2date(x, UTC).date().isoformat())
    ax.set_xlabel("day")


def shade_pauses(ax: Axes, pauses: Iterable[Pause], first: date, last: date) -> None:
    """The paused days between two, both included, as hatched bands behind everything else."""
    for start, end in joined(pauses, first, last):
        ax.axvspan(
            number(start),
            number(end) + 1,
            facecolor=ink(0.06),
            edgecolor=ink(0.25),
            hatch="///",
            linewidth=0,
            zorder=0,
            label="pause",
        )


def joined(pauses: Iterable[Pause], first: date, last: date) -> list[tuple[date, date]]:
    """The spans of paused days between two, both ends included, joined where they touch."""
    spans: list[tuple[date, date]] = []
    shown = ((max(each.on, first), min(each.until, last)) for each in pauses)
    for start, end in sorted(span for span in shown if span[0] <= span[1]):
        if spans and start - spans[-1][1] <= DAY:
            spans[-1] = spans[-1][0], max(end, spans[-1][1])
        else:
            spans.append((start, end))
    return spans
