"""How the moves flow from the stage they began at to what became of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from careertrack.extras import optional
from careertrack.outlook.funnel import case
from careertrack.outlook.funnel import funnel as figures_of
from careertrack.plots._style import (
    BLUE,
    GREEN,
    GREY,
    ORANGE,
    PURPLE,
    SKY,
    axes,
    bare,
    entitle,
    ink,
    say,
    write,
)
from careertrack.records.moves import STAGES
from careertrack.snapshot import Snapshot, a_snapshot
from careertrack.state.moves import ANSWERS_TO_AN_OFFER, ENDS, TransitionState
from careertrack.vocabulary import Stage

if TYPE_CHECKING:
    from matplotlib.axes import Axes

# What became of the moves, from the top down; what is not settled is hatched.
LOOKS: Final[Mapping[str, Mapping[str, Any]]] = {
    "accepted": {"color": GREEN},
    "declined": {"color": SKY},
    "open": {"color": BLUE, "hatch": "///"},
    "withdrawn": {"color": PURPLE},
    "rejected": {"color": GREY},
    "not known": {"color": ORANGE, "hatch": "..."},
}
NODE: Final = 0.07  # the width of a stage, of the way to the next
GAP: Final = 0.06  # between what became of the moves, of all their height
SMOOTH: Final = 24  # points of a bend


class _Way(NamedTuple):
    """The stages that moves went through, in order, and what became of them."""

    stages: tuple[Stage, ...]
    end: str


def funnel(now: Snapshot, *, ax: Axes | None = None) -> Axes:
    r"""How the moves flow through the stages they reached to what became of them.

    Each band is as high as it has moves.  A stage counts once for a move, and in the order of the
    stages, however often it was entered; a move without a stage is a lead.  Open moves are hatched,
    and so are those whose later fate is not known.

    Args:
        now: The day.
        ax: The axes to draw in; those of a new figure when left out.

    Returns:
        The axes.

    Raises:
        InvalidValue: If it is given anything else than a snapshot.
        MissingExtra: If Matplotlib is not installed.

    >>> import careertrack as ct
    >>> from careertrack import plots
    >>> plan = ct.Plan() + ct.Transition(id="lead", on="2026-01-05")
    >>> plan += ct.Step(on="2026-01-06", transition="lead", stage="applied")
    >>> ax = plots.funnel(plan.as_of("2026-01-20"))
    >>> [text.get_text() for text in [*ax.get_xticklabels(), *ax.texts]]
    ['applied\n1', 'open 1']
    """
    moves = list(a_snapshot(now).transitions.values())
    ax = axes(ax, 4)
    figures = figures_of([case(move) for move in moves])
    bare(ax)
    if not moves:
        entitle(ax, f"Moves on {now.day}")
        say(ax, "No move is on record.")
        return ax
    entitle(ax, f"Moves on {now.day}", str(figures), str(figures.offers))
    ways = _sorted(Counter(map(_way, moves)))
    stages = [stage for stage in STAGES if any(stage in way.stages for way in ways)]
    gap = GAP * len(moves)
    ends = _ends(ways, gap)
    columns = [_column(ways, stages[: at + 1], ends, gap) for at in range(len(stages))]
    for way, count in ways.items():
        _band(ax, way, count, [*columns, ends], stages.index(way.stages[0]))
    names = list[str]()
    for at, stage in enumerate(stages):
        count = sum(ways[way] for way in ways if stage in way.stages)
        ax.bar(at, count, width=NODE, bottom=0, color=ink())
        names.append(f"{stage}\n{count}")
    ax.xaxis.tick_top()  # where a title makes room for them
    ax.set_xticks(range(len(stages)), labels=names)
    ax.tick_params(axis="x", length=0, labelsize="small")
    _name_ends(ax, ways, ends, len(stages), figures.quiet)
    lowest = max(top + ways[way] for column in [*columns, ends] for way, top in column.items())
    ax.set_ylim(lowest + gap / 2, 0)
    ax.set_xlim(-0.35, len(stages) + 0.65)
    return ax


# --- The ways ------------------------------------------------------------------------------------


def _way(move: TransitionState) -> _Way:
    """The way of a move as far as the day."""
    reached = {step.stage for step in move.steps}
    if move.offers or not reached.isdisjoint(ANSWERS_TO_AN_OFFER):
        reached.add("offer")
    stages = tuple(stage for stage in STAGES if stage in reached and stage not in ENDS)
    end = "open" if move.is_fate_known else "not known"
    return _Way(stages or ("lead",), move.stage if move.has_ended and move.stage else end)


def _sorted(ways: Mapping[_Way, int]) -> dict[_Way, int]:
    """The ways by what became of the moves, the furthest first."""
    order = list(LOOKS)
    return {way: ways[way] for way in sorted(ways, key=lambda way: (order.index(way.end), _back(way)))}


def _back(way: _Way) -> list[int]:
    """How far a way goes, as a key by which the furthest comes first."""
    return [-STAGES.index(stage) for stage in reversed(way.stages)]


# --- Where they run ------------------------------------------------------------------------------


def _ends(ways: Mapping[_Way, int], gap: float) -> dict[_Way, float]:
    """The top of each way at the far end, with a gap between what became of the moves."""
    tops, top, end = dict[_Way, float](), 0.0, next(iter(ways)).end
    for way, count in ways.items():
        top += gap if way.end != end else 0
        tops[way], end = top, way.end
        top += count
    return tops


def _column(
    ways: Mapping[_Way, int], stages: Sequence[Stage], ends: Mapping[_Way, float], gap: float
) -> dict[_Way, float]:
    """The top of each way at the last of some stages.

    Those that reach it come first, then those that pass it by; of either, those that go on to a
    further stage, then those that go to their end, level with it where there is room.
    """
    here = STAGES.index(stages[-1])
    begun = [way for way in ways if way.stages[0] in stages]
    further = sorted((way for way in begun if STAGES.index(way.stages[-1]) > here), key=_back)
    settled = [way for way in begun if way not in further]
    tops, top = dict[_Way, float](), 0.0
    for way in [*further, *settled]:
        if stages[-1] in way.stages:
            tops[way] = top
            top += ways[way]
    top += gap
    for way in further:
        if way not in tops:
            tops[way] = top
            top += ways[way]
    for way in settled:
        if way not in tops:
            tops[way] = max(top, ends[way])
            top = tops[way] + ways[way]
    return tops


# --- What is drawn -------------------------------------------------------------------------------


def _band(ax: Axes, way: _Way, count: int, columns: Sequence[Mapping[_Way, float]], begin: int) -> None:
    """One way as a band, from the stage it begins at to its end: level at each stage, bent between."""
    numpy = optional("plots", "numpy")
    share = numpy.linspace(0, 1, SMOOTH)
    bend = share * share * (3 - 2 * share)
    across, tops = [], []
    for at in range(begin, len(columns) - 1):
        here, there = columns[at][way], columns[at + 1][way]
        across.append(at + NODE / 2 + share * (1 - NODE))
        tops.append(here + (there - here) * bend)
    x, top = numpy.concatenate(across), numpy.concatenate(tops)
    look = {"alpha": 0.55, "linewidth": 0, **LOOKS[way.end]}
    ax.fill_between(x, top, top + count, **look)


def _name_ends(ax: Axes, ways: Mapping[_Way, int], ends: Mapping[_Way, float], at: int, quiet: int) -> None:
    """What became of the moves, with how many."""
    for end, look in LOOKS.items():
        of_it = [way for way in ways if way.end == end]
        if of_it:
            count, top = sum(ways[way] for way in of_it), ends[of_it[0]]
            ax.bar(at, count, width=NODE, bottom=top, edgecolor=ink(), linewidth=0.5, **look)
            said = f"{end} {count}" + (f", {quiet} quiet" if end == "open" and quiet else "")
            write(ax, at + NODE, top + count / 2, said, va="center")
