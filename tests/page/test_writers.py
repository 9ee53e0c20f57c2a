"""The two writers: what others wrote stays text, and a page keeps its shape."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.page.reading import CONTROLS, SAFE, Tags, words_of

from careertrack.page import (
    Cell,
    Figure,
    Figures,
    Fold,
    Item,
    Items,
    Line,
    Link,
    Meter,
    Page,
    Section,
    Table,
    Word,
    as_html,
    as_text,
)
from careertrack.page.html import _ACCENT

HOSTILE = (
    "<img src=x onerror=alert(1)>",
    "</style><script>alert(1)</script>",
    "\" onmouseover=alert(1) x='",
    "' style='background:url(http://x)",
    "&lt;b&gt; &amp; &#60;",
    "-->]]><!--",
    "\u202egnp.exe\u2066",
    "\x1b[2J\x07",
    "one\ntwo\r\nthree\u2028four\x85five",
    "{title}{body}",
    "\u05d0\u05d1 one \u05d2",
    " ",
)
TEXTS = st.sampled_from(HOSTILE) | st.text(st.characters(codec="utf-8"), min_size=1, max_size=30)
LINKS = ("https://example.org/a?b=c&d", "http://example.org", "mailto:a@example.org", "tel:+44-20-7946-0000")


def sample(text: str, to: str = "https://example.org") -> Page:
    """A page of every block, with a text wherever a text can stand."""
    word, meter, link = Word("practice", text), Meter(text, 0.5, 0.2, 0.8), Link(text, to)
    cells: list[Cell] = [text, word, (text, word, text), meter, link]
    return Page(
        text,
        [
            *map(Line, cells),
            Items([*cells, Item(text, cells), Item(meter, [text])]),
            Items(cells, most=2),
            Table(cells, [cells, cells], left=(0, 3), levels=[0, 1]),
            Table(cells, [cells, cells], most=1),
            Figures([Figure(text, each, level) for level, each in enumerate(cells)]),
            Section(text, [Section((text, word), [Line(text)]), Items([])]),
            Fold(text, [Line(text), Fold(word, [Section(meter, [Line(text)])])]),
        ],
    )


def with_examples(test: object) -> object:
    """A test that is given each hostile text for certain."""
    for text in HOSTILE:
        test = example(text=text)(test)  # type: ignore[operator,type-var]
    return test


# --- HTML --------------------------------------------------------------------------------------------


@with_examples
@given(text=TEXTS)
def test_a_text_is_never_a_tag(text: str) -> None:
    """Whatever a text holds, the tags and their attributes are those of a harmless one."""
    for document in (False, True):
        tags = Tags(as_html(sample(text), document=document))

        assert [] == tags.faults
        assert Tags(as_html(sample("x"), document=document)).found == tags.found


@with_examples
@given(text=TEXTS)
def test_a_text_can_be_read(text: str) -> None:
    """What is escaped comes back as what the text writer shows."""
    (line,) = as_text(Page(text)).splitlines() or [""]

    assert line == "".join(Tags(as_html(Page(text))).words)


@with_examples
@given(text=TEXTS)
def test_controls_are_shown_as_escapes(text: str) -> None:
    """Neither a terminal nor the direction of a text is commanded, in either writing."""
    for said in (as_html(sample(text)), as_text(sample(text))):
        assert not CONTROLS.search(said)


@pytest.mark.parametrize("to", LINKS)
def test_links_that_are_followed(to: str) -> None:
    """Addresses of the web, of e-mail and of phones."""
    assert re.search('<a href="[^"]+" rel="noreferrer">here</a>', as_html(Page(Link("here", to))))


@given(
    to=st.sampled_from(("javascript:alert(1)", "data:text/html,x", " https://a", "https://a b", "//a", ""))
)
def test_links_that_are_text(to: str) -> None:
    """Anything else is shown as text."""
    assert "<a" not in as_html(Page(Link("here", to)))
    assert "here" in as_html(Page(Link("here", to)))


@given(to=st.text() | st.sampled_from(LINKS).flatmap(lambda each: st.text().map(lambda more: each + more)))
def test_no_link_leads_elsewhere(to: str) -> None:
    """Whatever is given as an address: a link leads to one of the four, or there is none."""
    html = as_html(sample("x", to))

    assert [] == Tags(html).faults
    assert bool(SAFE.fullmatch(to)) == ("<a" in html)


def test_headers_have_a_scope() -> None:
    """A reader of a table is told what a cell belongs to; parts stand in from what they are parts of."""
    found = Tags(as_html(sample("x"))).found
    headers = [dict(attributes) for tag, attributes in found if tag == "th"]

    assert {"col", "row"} == {each["scope"] for each in headers}
    assert any("padding-inline-start" in (each.get("style") or "") for each in headers)


def test_bars_have_words() -> None:
    """A bar is hidden from those who listen, and its words stand beside it."""
    html = as_html(Page("x", [Line(Meter("one half", 0.5, 0.25, 1))]))
    bars = [dict(attributes) for tag, attributes in Tags(html).found if tag == "svg"]

    assert ["true"] == [each["aria-hidden"] for each in bars]
    assert ["x", "one half"] == Tags(html).words


@pytest.mark.parametrize("value", [None, 0.0, 0.5, 1.0])
def test_a_bar_stays_within_its_ends(value: float | None) -> None:
    """Nothing is drawn beyond 0 and 1 but half of the mark, which is not there where nothing is known."""
    html = as_html(Page("x", [Line(Meter("y", value, 0, 1))]))
    drawn = [dict(attributes) for tag, attributes in Tags(html).found if tag == "rect"]
    ends = [(float(each.get("x") or 0), float(each["width"] or 0)) for each in drawn]

    assert all(-1 <= start and start + width <= 101 for start, width in ends)
    assert (3 if value is None else 4) == len(drawn)


def test_headings_go_down_by_one() -> None:
    """A heading stands one level below the one that it is under."""
    page = Page("a", [Section("b", [Section("c", [Line("d")])]), Fold("e", [Section("f", [])])])
    found = [dict(attributes) for _, attributes in Tags(as_html(page)).found]

    assert ["3", "4", "5", "5"] == [each["aria-level"] for each in found if "aria-level" in each]


def test_a_deep_tree_stays_on_the_page() -> None:
    """Parts of parts stand in so far and no further."""
    rows = [(str(level), "") for level in range(0, 500, 100)]
    html = as_html(Page("x", [Table(["a", "b"], rows, levels=range(0, 500, 100))]))

    assert 30 > max(float(each) for each in re.findall(r"padding-inline-start:([\d.]+)em", html))


def test_a_document_is_whole() -> None:
    """With its title, readable in light and dark, in the encoding it says."""
    html = as_html(Page("a & b"), document=True)

    assert html.startswith("<!DOCTYPE html>")
    assert "<title>a &amp; b</title>" in html
    assert 'charset="utf-8"' in html
    assert 'content="light dark"' in html


def test_the_bars_can_be_seen() -> None:
    """What is drawn stands out from white and from near-black by three to one (WCAG 2.1, 1.4.11)."""
    accent = _luminance(_ACCENT)

    assert (_luminance("#ffffff") + 0.05) / (accent + 0.05) >= 3
    assert (accent + 0.05) / (_luminance("#111111") + 0.05) >= 3


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


# --- Text --------------------------------------------------------------------------------------------


@with_examples
@given(text=TEXTS)
def test_a_text_stays_on_its_line(text: str) -> None:
    """As many lines as with a harmless text, each one line to whoever splits them."""
    said = as_text(sample(text))

    assert as_text(sample("x")).count("\n") == said.count("\n") == len(f"{said}.".splitlines()) - 1


def test_a_page_as_text() -> None:
    """An empty line between blocks, none between sentences; parts stand in."""
    page = Page(
        "title",
        [
            Line("one"),
            Line("two"),
            Items(["a", Item("b", ["c"]), "d", "e"], most=2),
            Table(
                ["part", "value"], [["whole", "1"], ["part", "10"], ["more", "2"]], most=2, levels=[0, 1, 1]
            ),
            Section(Word("went well"), [Figures([Figure("f", "1"), Figure("g", "2", 1)])]),
            Fold("folded", [Line("three")]),
        ],
    )

    assert """\
title
one
two

- a
- b
  c
- and 2 more

part    value
whole       1
  part     10
and 1 more

went well:
f: 1
  g: 2

folded:
three""" == as_text(page)


# --- Labels ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("write", [as_text, as_html])
def test_labels_replace_words(write: object) -> None:
    """Every word of the library, wherever it stands; what others wrote is never taken for one."""
    page = Page(Word("went well"), [Line("went well"), *sample("practice").blocks])
    said = write(page, {word.key: f"<{word.key}>!" for word in words_of(page)})  # type: ignore[operator]
    words = said if write is as_text else "\n".join(Tags(said).words)

    assert words.startswith("<went well>!")
    assert 1 == words.count("<went well>!")
    assert 9 < words.count("<practice>!")
    assert "went well" in words.splitlines()


def test_a_label_is_escaped() -> None:
    """Labels come from others as well."""
    html = as_html(Page(Word("went well")), {"went well": "<b onclick=x>gut</b>"})

    assert ([], ["<b onclick=x>gut</b>"]) == (Tags(html).faults, Tags(html).words)
