"""A page as HTML."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from itertools import repeat
from typing import Final

from careertrack.page.blocks import (
    NO_LABELS,
    Block,
    Cell,
    Figure,
    Figures,
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
TOP: Final = 3  # of headings: those above are the notebook's own
DEEPEST: Final = 9  # that a part stands in; what is deeper would leave the page
# One colour that is told from white and from black; everything else is the text's own colour, so a
# notebook's theme, dark or light, decides.  Bars are drawn, not backgrounds, which printers leave out.
_STYLE: Final = """
.careertrack{line-height:1.45;max-width:62em;overflow-x:auto;overflow-wrap:break-word}
.careertrack p,.careertrack ul{margin:.3em 0;padding:0}
.careertrack ul{padding-inline-start:1.3em;list-style:disc}
.careertrack li{margin:.15em 0}
.careertrack ul+p{margin-top:1em}
.careertrack .title{font-size:1.25em;font-weight:700;margin-bottom:.5em}
.careertrack .heading,.careertrack summary{font-weight:700;margin:1em 0 .25em}
.careertrack .heading+.heading{margin-top:.3em}
.careertrack [aria-level="5"]{font-weight:400;font-style:italic;margin-top:.6em}
.careertrack summary{cursor:pointer;margin:.4em 0}
.careertrack .folded{border-inline-start:2px solid;padding-inline-start:1em;margin-inline-start:.25em}
.careertrack .beneath{display:block;opacity:.8}
.careertrack.careertrack table{border-collapse:collapse;table-layout:auto;margin:.4em 0;font-size:inherit}
.careertrack.careertrack :is(tr,th,td):nth-child(n){padding:.2em 1.2em .2em 0;vertical-align:baseline;
 border:0;background:none;line-height:inherit;white-space:normal;max-width:40em;text-align:end}
.careertrack.careertrack .words:nth-child(n){text-align:start}
.careertrack.careertrack thead :is(th,td):nth-child(n){border-bottom:1px solid;vertical-align:bottom}
.careertrack th{font-weight:400}
.careertrack :is(thead th,.whole){font-weight:600}
.careertrack.careertrack .number:nth-child(n){font-variant-numeric:tabular-nums;white-space:nowrap}
.careertrack .meter{display:flex;align-items:baseline}
.careertrack svg{flex:none;margin-inline-end:.6em;width:104px;height:12px}
@media(max-width:36em){.careertrack svg{width:44px}
 .careertrack.careertrack :is(th,td):nth-child(n){padding-inline-end:.6em}}
@media print{.careertrack{font-size:10pt;overflow:visible}.careertrack :is(tr,li){break-inside:avoid}
 .careertrack :is(.title,.heading,summary,thead){break-after:avoid}
 .careertrack details::details-content{content-visibility:visible;display:block;block-size:auto}}
""".replace("\n", "")
_ACCENT: Final = "#3d85c6"  # 3.9 to 1 on white and 4.8 to 1 on near-black: enough for what is drawn
_DOCUMENT: Final = (
    '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">'
    '<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">'
    "<title>{title}</title>"
    "<style>body{{font-family:system-ui,sans-serif;margin:2em}}</style></head><body>{body}</body></html>"
)


def as_html(page: Page, labels: Labels = NO_LABELS, *, document: bool = False) -> str:
    """A page as HTML: escaped, with its style, without scripts, and never fetching anything.

    Args:
        page: The page.
        labels: Other words for those of the library.
        document: Whether to make a whole document, instead of a part of one.
    """
    title = _heading("title", page.title, labels, TOP)
    parts = _blocks_html(page.blocks, labels, TOP + 1)
    body = f'<div class="careertrack"><style>{_STYLE}</style>{title}{parts}</div>'
    return _DOCUMENT.format(title=escape(words(page.title, labels)), body=body) if document else body


def _html(cell: Cell, labels: Labels) -> str:
    match cell:
        case Meter(said):
            return f'<span class="meter">{_bar(cell)}<span>{_html(said, labels)}</span></span>'
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
        '<svg width="104" height="12" viewBox="-2 0 104 12" preserveAspectRatio="none" aria-hidden="true" '
        f'fill="currentColor"><rect y="3" width="100" height="6" opacity=".15"/>'
        f'<rect y="3" width="{least}" height="6" fill="{_ACCENT}"/>'
        f'<rect x="{least}" y="3" width="{round(most - least, 1)}" height="6" fill="{_ACCENT}" '
        f'opacity=".45"/>'
        f"{known}</svg>"
    )


def _mark(value: float) -> float:
    return round(100 * value - 1, 1)


def _blocks_html(blocks: Iterable[Block], labels: Labels, level: int) -> str:
    """Some blocks, with the level of the headings among them."""
    return "".join(_block_html(block, labels, level) for block in blocks)


def _block_html(block: Block, labels: Labels, level: int) -> str:
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
            return _heading("heading", heading, labels, level) + _blocks_html(blocks, labels, level + 1)
        case _:
            head, inside = _html(block.heading, labels), _blocks_html(block.blocks, labels, level + 1)
            return (
                f'<details><summary dir="auto">{head}</summary><div class="folded">{inside}</div></details>'
            )


def _heading(kind: str, said: Cell, labels: Labels, level: int) -> str:
    """A heading that takes nothing of the look, and of the table of contents, of what is around it."""
    return f'<p class="{kind}" role="heading" aria-level="{level}" dir="auto">{_html(said, labels)}</p>'


def _item_html(item: Cell | Item, labels: Labels) -> str:
    whole = item if isinstance(item, Item) else Item(item)
    beneath = "".join(
        f'<span class="beneath" dir="auto">{_html(each, labels)}</span>' for each in whole.beneath
    )
    return f'<li dir="auto">{_html(whole.said, labels)}{beneath}</li>'


def _table_html(block: Table, labels: Labels) -> str:
    has_parts = any(block.levels)

    def cells(row: Sequence[Cell], scope: str, level: int = 0) -> Iterator[str]:
        for at, cell in enumerate(row):
            kind = "words" if at in block.left else "number"
            kind += " whole" if has_parts and not level and not at else ""
            is_header = cell != "" and (scope == "col" or at == 0)  # an empty one names nothing
            tag = f'th scope="{scope}"' if is_header else "td"
            inset = "" if at else _inset(level)
            yield f'<{tag} class="{kind}" dir="auto"{inset}>{_html(cell, labels)}</{tag[:2]}>'

    head = "".join(cells(block.head, "col"))
    rows = "".join(
        f"<tr>{''.join(cells(row, 'row', level))}</tr>"
        for row, level in zip(block.rows[: block.most], block.levels or repeat(0), strict=False)
    )
    more = f"<p>{more_of(block)}</p>" if more_of(block) else ""
    return f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>{more}"


def _figure_html(figure: Figure, labels: Labels) -> str:
    kind = "words" if figure.level else "words whole"
    name = (
        f'<th scope="row" class="{kind}" dir="auto"{_inset(figure.level)}>{_html(figure.name, labels)}</th>'
    )
    return f'<tr>{name}<td class="words" dir="auto">{_html(figure.cell, labels)}</td></tr>'


def _inset(level: int) -> str:
    return f' style="padding-inline-start:{1.2 * min(level, DEEPEST):.1f}em"' if level else ""
