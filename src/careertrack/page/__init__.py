r"""What a thing shows, apart from how: neutral blocks, and two writers, of text and of HTML.

A thing that is shown says which blocks it is made of.  Only the writers know text from HTML, so
what others wrote is escaped in one place, and `str` and a notebook say the same.

>>> page = Page("2026-03-01", [Section(Word("went well"), [Items(["met <Grace>"])])])
>>> print(as_text(page, {"went well": "lief gut"}))
2026-03-01
<BLANKLINE>
lief gut:
- met <Grace>
>>> "met &lt;Grace&gt;" in as_html(page)
True
"""

from __future__ import annotations

from abc import abstractmethod
from typing import Any

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
    Said,
    Section,
    Table,
    Word,
)
from careertrack.page.html import as_html
from careertrack.page.text import as_text

__all__ = [
    "Block",
    "Cell",
    "Figure",
    "Figures",
    "Fold",
    "Item",
    "Items",
    "Labels",
    "Line",
    "Link",
    "Meter",
    "Page",
    "Said",
    "Section",
    "Shown",
    "Table",
    "Word",
    "as_html",
    "as_text",
]


class Shown:
    """What is shown as a page: as text by ``str``, as HTML in a notebook."""

    __slots__ = ()

    @abstractmethod
    def page(self) -> Page:
        """What is shown as text, as neutral blocks."""

    def full_page(self) -> Page:
        """What a notebook shows: the same page, or one of more than a text has room for."""
        return self.page()

    def text(self, labels: Labels = NO_LABELS) -> str:
        """The page as text.

        Args:
            labels: Other words for headings, columns, pillars and statuses, by those of the library.
        """
        return as_text(self.page(), labels)

    def html(self, labels: Labels = NO_LABELS, *, document: bool = False) -> str:
        """The page as HTML that needs nothing else: no script, no network, light or dark.

        Args:
            labels: Other words for headings, columns, pillars and statuses, by those of the library.
            document: Whether to make a whole document, for a file, instead of a part of one.
        """
        return as_html(self.full_page(), labels, document=document)

    def __str__(self) -> str:
        return self.text()

    def _repr_html_(self) -> str:
        return self.html()

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, str]:
        """The page as text, for a terminal, which shows no HTML."""
        return {"text/plain": str(self)}
