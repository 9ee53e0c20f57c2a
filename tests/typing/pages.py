"""Pages, as type checkers see them."""

from collections.abc import Sequence
from typing import assert_type

import careertrack as ct
from careertrack import page


class Greeting(page.Shown):
    """Something of one's own that is shown."""

    def page(self) -> page.Page:
        """Every block, and everything that can be said in one."""
        said: page.Said = (page.Word("hello"), " Ada")
        cells: list[page.Cell] = [
            said,
            page.Meter("half", 0.5, 0.2, 0.8),
            page.Link("more", "https://a.example"),
        ]
        blocks: list[page.Block] = [
            page.Line(said),
            page.Items([*cells, page.Item(said, cells)], most=2),
            page.Table(cells, [cells], left=(0, 1), levels=[0]),
            page.Figures([page.Figure("one", cells[1], level=1)]),
            page.Section(said, [page.Line("text")]),
            page.Fold(said, []),
        ]
        return page.Page(said, blocks)


def shown() -> None:
    """The two writers, and labels for them."""
    labels: page.Labels = {"hello": "hallo"}
    greeting = Greeting()
    assert_type(greeting.text(labels), str)
    assert_type(greeting.html(labels, document=True), str)
    assert_type(greeting.full_page(), page.Page)
    assert_type(greeting.page().blocks, Sequence[page.Block])
    assert_type(page.as_text(greeting.page(), labels), str)
    assert_type(page.as_html(ct.Plan().review("2026-01-05").page()), str)
