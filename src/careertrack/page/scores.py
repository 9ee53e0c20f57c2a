"""The page of a score: a bar, how it came about, and its parts as a table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from careertrack.page.blocks import Block, Cell, Line, Meter, Page, Said, Table, Word

if TYPE_CHECKING:
    from careertrack.score import Part, Score

SHOWN_DEPTH: Final = 3  # house: levels of parts in a display; `explain` goes deeper
MOST_SHOWN: Final = 60  # house: parts in a display; `to_dict` has all of them


def meter(score: Score, said: Said | None = None) -> Cell:
    """A score as a bar with its words; the words alone where nothing was asked.

    Where too little is known for the value to be a headline, the bar shows the bounds alone.

    Args:
        score: The score.
        said: The words; its headline when left out.
    """
    words = score.headline() if said is None else said
    if score.lower is None or score.upper is None:
        return words
    return Meter(words, None if score.is_thin else score.value, score.lower, score.upper)


def page_of(score: Score) -> Page:
    """The headline, how it came about, and the parts."""
    how = how_of(score)
    return Page(meter(score), [*([Line(how)] if how else []), *parts_of(score)])


def how_of(score: Score) -> str:
    """What to know of a score beside its headline, and how it was computed."""
    reason = "" if score.reason in score.headline() else score.reason
    source = f": {score.source}" if score.source else ""
    method = f"{score.method} [{score.basis}{source}]" if score.value is not None and score.method else ""
    return "; ".join(filter(None, [reason, method]))


def parts_of(score: Score, depth: int = SHOWN_DEPTH) -> Sequence[Block]:
    """The parts as a table, each under what it is a part of; no block where there are none."""
    found = list(_rows(score, depth))
    head = [Word("part"), Word("weight"), Word("value"), Word("adds"), Word("how")]
    rows, levels = [row for row, _ in found], [level for _, level in found]
    return [Table(head, rows, left=(0, 2, 4), most=MOST_SHOWN, levels=levels)] if found else []


def _rows(score: Score, depth: int) -> Iterator[tuple[Sequence[Cell], int]]:
    """The row of each part with its level, down to a depth."""
    todo = _below(score, 0)
    while todo:
        (name, weight, one), adds, level = todo.pop()
        added = f"{adds[name]:.3f}" if name in adds else ""
        yield (name, f"{weight:.4g}", meter(one), added, how_of(one)), level
        if level + 1 < depth:
            todo += _below(one, level + 1)


def _below(score: Score, level: int) -> list[tuple[Part, Mapping[str, float], int]]:
    """The parts of a score, the last first, with what each adds."""
    adds = score.contributions()
    return [(part, adds, level) for part in reversed(score.parts)]
