"""What the pages show is what happens."""

import doctest
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
BLOCK = re.compile(r"^```pycon\n(.*?)^```$", flags=re.MULTILINE | re.DOTALL)
BLANK = re.compile(r"\n\n(?=\n|(?!>>> )[^\n])")
PAGES = [
    page.relative_to(ROOT).as_posix()
    for page in [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
    if "_build" not in page.parts and BLOCK.search(page.read_text(encoding="utf-8"))
]


def examples(markdown: str) -> str:
    """The interactive sessions of a page, one text, each line where the page has it.

    A blank line within what is printed stands in the page as it is.
    """
    kept, end = [], 0
    for block in BLOCK.finditer(markdown):
        kept.append("\n" * markdown.count("\n", end, block.start(1)))
        kept.append(BLANK.sub("\n<BLANKLINE>\n", block[1]))
        end = block.end(1)
    return "".join(kept)


def test_readme_shows_a_plan() -> None:
    """The README has a session to type."""
    assert "README.md" in PAGES


@pytest.mark.parametrize("page", PAGES)
def test_sessions(page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each session of a page prints what the page says, the later ones going on from the earlier."""
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    monkeypatch.chdir(tmp_path)  # a page may write files, beside the examples
    text = examples((ROOT / page).read_text(encoding="utf-8"))
    session = doctest.DocTestParser().get_doctest(text, {"__name__": "page"}, page, page, 0)
    said: list[str] = []
    runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS)
    runner.run(session, out=said.append)

    assert "" == "".join(said)


def test_examples_keep_their_lines() -> None:
    """A fault in a session is reported at the page's own line."""
    page = "text\n\n```pycon\n>>> 1\n1\n```\n\n```sh\nx\n```\n\n```pycon\n>>> 2\n2\n```\n"

    assert "\n\n\n>>> 1\n1\n\n\n\n\n\n\n\n>>> 2\n2\n" == examples(page)


def test_blank_lines_are_printed() -> None:
    """A blank line within the output is part of it; one before the next prompt is not."""
    page = "```pycon\n>>> print('a\\n\\nb')\na\n\nb\n\n>>> 1\n1\n```\n"

    assert "\n>>> print('a\\n\\nb')\na\n<BLANKLINE>\nb\n\n>>> 1\n1\n" == examples(page)
