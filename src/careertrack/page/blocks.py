"""The neutral blocks that a page is made of."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Final

import attrs

from careertrack.page.words import plain

Labels = Mapping[str, str]
NO_LABELS: Final[Labels] = MappingProxyType({})


@attrs.frozen
class Word:
    """Words of the library, which labels can replace.

    Args:
        key: What a label is given for.
        said: What is said without one; the key itself when left out.
    """

    key: str
    said: str = ""


Said = str | Word | tuple[str | Word, ...]
"""What a block says: a text, words of the library, or a few of both one after another."""


@attrs.frozen
class Meter:
    """A share from 0 to 1 as a bar, with what it could be; its words stand beside it.

    Args:
        said: The numbers in words.
        value: What is known; ``None`` if nothing is.
        lower: The least it can be.
        upper: The most it can be.
    """

    said: Said
    value: float | None
    lower: float
    upper: float


@attrs.frozen
class Link:
    """An address, which can be followed where it is of the web, of e-mail or of a phone."""

    said: str
    to: str


Cell = Said | Meter | Link


@attrs.frozen
class Line:
    """A sentence or two, or an address."""

    said: Cell


@attrs.frozen
class Item:
    """One of a list, with what belongs beneath it."""

    said: Cell
    beneath: Sequence[Cell] = ()


@attrs.frozen
class Items:
    """A list; of a long one the first few, and how many more there are.

    Args:
        items: What is on it.
        most: How many are shown; all when left out.
    """

    items: Sequence[Cell | Item]
    most: int | None = None


@attrs.frozen
class Table:
    """Rows under names of columns.

    Args:
        head: The names; the first column names the rows.
        rows: As many cells in each.
        left: The columns of words; numbers end on the right.
        most: How many rows are shown; all when left out.
        levels: How deep each row stands among the parts of others; none does when left out.
    """

    head: Sequence[Cell]
    rows: Sequence[Sequence[Cell]]
    left: Collection[int] = (0,)
    most: int | None = None
    levels: Sequence[int] = ()


@attrs.frozen
class Figure:
    """A number and its name; how deep it stands among the parts of others."""

    name: Said
    cell: Cell
    level: int = 0


@attrs.frozen
class Figures:
    """Numbers by name, one under the other."""

    figures: Sequence[Figure]


@attrs.frozen
class Section:
    """Blocks under a heading."""

    heading: Cell
    blocks: Sequence[Block]


@attrs.frozen
class Fold:
    """Blocks under a heading, folded away where that can be."""

    heading: Cell
    blocks: Sequence[Block]


Block = Line | Items | Table | Figures | Section | Fold


@attrs.frozen
class Page:
    """What a thing shows.

    Args:
        title: What it is.
        blocks: What it says, in order.
    """

    title: Cell
    blocks: Sequence[Block] = ()


# --- What a writer asks of them ---------------------------------------------------------------------


def pieces(said: Said, labels: Labels) -> Iterator[str]:
    """The texts of what is said, labels put in."""
    for piece in said if isinstance(said, tuple) else (said,):
        yield labels.get(piece.key, piece.said or piece.key) if isinstance(piece, Word) else piece


def words(cell: Cell, labels: Labels) -> str:
    """A cell in one line of words."""
    if isinstance(cell, Link | Meter):
        cell = cell.said
    return plain("".join(pieces(cell, labels)))


def more_of(block: Items | Table) -> str:
    """How many items or rows are not shown, in words; an empty text if all are."""
    count = len(block.items if isinstance(block, Items) else block.rows)
    hidden = 0 if block.most is None else count - block.most
    return f"and {hidden:,} more" if hidden > 0 else ""
