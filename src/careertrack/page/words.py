"""Words on a page: what others wrote kept to its line, and words of the library that labels replace."""

from __future__ import annotations

import re
from typing import Final

LONGEST_CELL: Final = 40  # house: a title may have 500 characters, a line of a table has room for this
_BREAKS: Final = re.compile("[\t-\r\x1c-\x1f \x85\u2028\u2029]+")
# Of terminals and of the direction of text: shown, since obeying them would change what stands around them.
_CONTROLS: Final = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def plain(text: str, longest: int | None = None) -> str:
    r"""A text as one line: breaks become blanks, controls are shown as escapes, and what is too long is cut.

    >>> print(plain("one\ntwo\x1b[2J"), plain("a long title", 8))
    one two\u001b[2J a lon...
    """
    line = text.strip()
    if "  " in line or not line.isprintable():  # else there is nothing to look for, as in most
        line = _CONTROLS.sub(lambda found: f"\\u{ord(found[0]):04x}", _BREAKS.sub(" ", text).strip())
    return line if longest is None or len(line) <= longest else line[: longest - 3] + "..."
