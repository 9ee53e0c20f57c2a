"""A page as lines of text."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from careertrack.page.blocks import (
    NO_LABELS,
    Block,
    Figures,
    Item,
    Items,
    Labels,
    Line,
    Page,
    Table,
    more_of,
    words,
)


def table(rows: Sequence[Sequence[str]], left: Collection[int] = (0,)) -> Iterator[str]:
    """Rows as lines whose columns are aligned; the first row names them.

    Args:
        rows: Cells of one line each, as many in every row.
        left: The columns that begin on the left; numbers end on the right.

    >>> list(table([("option", "total"), ("stay put", "0.4")]))
    ['option    total', 'stay put    0.4']
    """
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (
            cell.ljust(width) if at in left else cell.rjust(width)
            for at, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        yield "  ".join(cells).rstrip()


def as_text(page: Page, labels: Labels = NO_LABELS) -> str:
    """A page as lines of text.

    Args:
        page: The page.
        labels: Other words for those of the library.
    """
    return "\n".join(_lines([Line(page.title), *page.blocks], labels))


def _lines(blocks: Sequence[Block], labels: Labels) -> Iterator[str]:
    """The lines of some blocks; an empty one between any two that are not both sentences."""
    before: Block | None = None
    for block in blocks:
        if before is not None and not (isinstance(before, Line) and isinstance(block, Line)):
            yield ""
        yield from _block_lines(block, labels)
        before = block


def _block_lines(block: Block, labels: Labels) -> Iterator[str]:
    match block:
        case Line(said):
            yield words(said, labels)
        case Items():
            for item in block.items[: block.most]:
                whole = item if isinstance(item, Item) else Item(item)
                yield f"- {words(whole.said, labels)}"
                yield from (f"  {words(each, labels)}" for each in whole.beneath)
            if more := more_of(block):
                yield f"- {more}"
        case Table(head, rows, left, most, levels):
            cells = [[words(cell, labels) for cell in row] for row in (head, *rows[:most])]
            for row, level in zip(cells[1:], levels, strict=False):
                row[0] = "  " * level + row[0]
            yield from table(cells, left)
            if more := more_of(block):
                yield more
        case Figures(figures):
            for each in figures:
                yield f"{'  ' * each.level}{words(each.name, labels)}: {words(each.cell, labels)}"
        case _:
            yield f"{words(block.heading, labels)}:"
            yield from _lines(block.blocks, labels)
