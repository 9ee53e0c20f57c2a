"""A page as HTML."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from typing import Final

from careertrack.page.blocks import (
    NO_LABELS,
    Block,
    Cell,
    Figure,
    Figures,
    Fold,
    Item,
    Items,
    Labels,
    Line,
    Link,
    Meter,
    Page,
    Section,
    Table,
    Word,
    more_of,
    pieces,
    words,
)
from careertrack.page.words import plain

# What a link may lead to; all else, such as a script, is shown as text.
_LEADS: Final = re.compile(r"(?:https?://|mailto:|tel:)[!-~]+", re.IGNORECASE)
# One colour that is told from white and from black; everything else is the text's own colour, so a
# notebook's theme, dark or light, decides.  Bars are drawn, not backgrounds, which printers leave out.
_STYLE: Final = """
.careertrack{line-height:1.45;max-width:62em;overflow-wrap:anywhere}
.careertrack p,.careertrack ul{margin:.3em 0}
.careertrack ul{padding-inline-start:1.4em}
.careertrack .title{font-size:1.15em;font-weight:700}
.careertrack .heading,.careertrack summary{font-weight:700;margin:.8em 0 .2em}
.careertrack summary{cursor:pointer}
.careertrack .beneath{display:block;opacity:.85}
.careertrack table{border-collapse:collapse;margin:.4em 0;font-size:inherit}
.careertrack th,.careertrack td{padding:.15em .8em .15em 0;text-align:end;vertical-align:top;
 border:0;white-space:normal;max-width:28em;background:none}
.careertrack th{font-weight:600}
.careertrack thead th{border-bottom:1px solid currentColor}
.careertrack .words{text-align:start}
.careertrack tbody .number{font-variant-numeric:tabular-nums}
.careertrack svg{vertical-align:middle;margin-inline-end:.6em}
.careertrack .bar{white-space:nowrap}
@media print{.careertrack details::details-content{content-visibility:visible;display:block}}
""".replace("\n", "")
_ACCENT: Final = "#3d85c6"  # 3.9 to 1 on white and 4.8 to 1 on near-black: enough for what is drawn
_DOCUMENT: Final = (
    '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
    '<meta name="color-scheme" content="light dark"><title>{title}</title>'
    "<style>body{{font-family:system-ui,sans-serif;margin:2em}}</style></head><body>{body}</body></html>"
)


def as_html(page: Page, labels: Labels = NO_LABELS, *, document: bool = False) -> str:
    """A page as HTML: escaped, with its style, without scripts, and never fetching anything.

    Args:
        page: The page.
        labels: Other words for those of the library.
        document: Whether to make a whole document, instead of a part of one.
    """
    title = f'<p class="title" role="heading" aria-level="3" dir="auto">{_html(page.title, labels)}</p>'
    parts = "".join(_block_html(block, labels) for block in page.blocks)
    body = f'<div class="careertrack"><style>{_STYLE}</style>{title}{parts}</div>'
    return _DOCUMENT.format(title=escape(words(page.title, labels)), body=body) if document else body


def _html(cell: Cell, labels: Labels) -> str:
    match cell:
        case Meter(said):
            return f'<span class="bar">{_bar(cell)}</span>{_html(said, labels)}'
        case Link(said, to):
            text = escape(plain(said))
            return f'<a href="{escape(to)}" rel="noreferrer">{text}</a>' if _LEADS.fullmatch(to) else text
        case tuple():
            return "".join(f"<bdi>{escape(piece)}</bdi>" for piece in _isolated(cell, labels))
        case _:
            return escape(words(cell, labels))


def _isolated(said: tuple[str | Word, ...], labels: Labels) -> Iterator[str]:
    """Each piece on one line, with the blanks around it that keep it from the next."""
    for piece in pieces(said, labels):
        start, end = piece[:1].isspace(), piece[-1:].isspace()
        yield f"{' ' * start}{plain(piece)}{' ' * end}"


def _bar(meter: Meter) -> str:
    """From 0 to the least it can be filled, up to the most it can be half filled, a mark at what is known."""
    least, most = round(100 * meter.lower, 1), round(100 * meter.upper, 1)
    known = "" if meter.value is None else f'<rect x="{_mark(meter.value)}" y="0" width="2" height="12"/>'
    return (
        '<svg width="104" height="12" viewBox="-2 0 104 12" aria-hidden="true" focusable="false" '
        f'fill="currentColor"><rect y="3" width="100" height="6" opacity=".15"/>'
        f'<rect y="3" width="{least}" height="6" fill="{_ACCENT}"/>'
        f'<rect x="{least}" y="3" width="{round(most - least, 1)}" height="6" fill="{_ACCENT}" '
        f'opacity=".45"/>'
        f"{known}</svg>"
    )


def _mark(value: float) -> float:
    return round(100 * value - 1, 1)


def _block_html(block: Block, labels: Labels) -> str:
    match block:
        case Line(said):
            return f'<p dir="auto">{_html(said, labels)}</p>'
        case Items():
            more = f"<li>{more_of(block)}</li>" if more_of(block) else ""
            return f"<ul>{''.join(_item_html(each, labels) for each in block.items[: block.most])}{more}</ul>"
        case Table():
            return _table_html(block, labels)
        case Figures(figures):
            return f"<table><tbody>{''.join(_figure_html(each, labels) for each in figures)}</tbody></table>"
        case Section(heading, blocks):
            head = f'<p class="heading" role="heading" aria-level="4">{_html(heading, labels)}</p>'
            return head + _blocks_html(blocks, labels)
        case Fold(heading, blocks):
            inside = f"<summary>{_html(heading, labels)}</summary>{_blocks_html(blocks, labels)}"
            return f"<details>{inside}</details>"


def _blocks_html(blocks: Iterable[Block], labels: Labels) -> str:
    return "".join(_block_html(block, labels) for block in blocks)


def _item_html(item: Cell | Item, labels: Labels) -> str:
    whole = item if isinstance(item, Item) else Item(item)
    beneath = "".join(
        f'<span class="beneath" dir="auto">{_html(each, labels)}</span>' for each in whole.beneath
    )
    return f'<li dir="auto">{_html(whole.said, labels)}{beneath}</li>'


def _table_html(block: Table, labels: Labels) -> str:
    def cells(row: Sequence[Cell], scope: str) -> Iterator[str]:
        for at, cell in enumerate(row):
            kind = "words" if at in block.left else "number"
            tag = f'th scope="{scope}"' if scope == "col" or at == 0 else "td"
            yield f'<{tag} class="{kind}" dir="auto">{_html(cell, labels)}</{tag[:2]}>'

    head = "".join(cells(block.head, "col"))
    rows = "".join(f"<tr>{''.join(cells(row, 'row'))}</tr>" for row in block.rows)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"


def _figure_html(figure: Figure, labels: Labels) -> str:
    inset = f' style="padding-inline-start:{1.2 * figure.level:.1f}em"' if figure.level else ""
    return (
        f'<tr><th scope="row" class="words" dir="auto"{inset}>{_html(figure.name, labels)}</th>'
        f'<td class="words" dir="auto">{_html(figure.cell, labels)}</td></tr>'
    )
