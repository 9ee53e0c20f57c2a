"""From bytes to cards: lines that were folded, cards within cards, cards that never end.

All of this is done on bytes, before anything is decoded: a line may be folded in the middle of
a character, and each property may be in a charset of its own.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

import attrs

_BREAK: Final = re.compile(rb"\r\n|\r|\n")
_MARK: Final = re.compile(rb"(BEGIN|END)\s*:\s*VCARD\s*", re.IGNORECASE)
_AGENT: Final = re.compile(rb"(?:[\w-]+\.)?AGENT[^:]*:\s*", re.IGNORECASE)
_OLD: Final = re.compile(rb"VERSION:\s*2\.1\s*", re.IGNORECASE)
_HEAD: Final = re.compile(rb'(?:[^":]|"[^"]*")*+:')  # what is within quotes may hold a colon
_BASE64: Final = re.compile(rb"[;=](?:BASE64|B)(?=[;:])", re.IGNORECASE)
_QUOTED: Final = b"QUOTED-PRINTABLE"


@attrs.define
class Card:
    """The lines of one card, unfolded, and the line of the file on which it begins."""

    line: int
    lines: list[bytes] = attrs.field(factory=list, init=False, repr=False)


class Fault(NamedTuple):
    """What is no whole card: the line, the rule that is broken, and the reason."""

    line: int
    rule: str
    reason: str


def cards(content: bytes) -> Iterator[Card | Fault]:
    r"""The cards of a file, each by itself, so that a bad one costs itself alone.

    A card within a card, which only an agent is, is left out.

    >>> [*cards(b"BEGIN:VCARD\nFN:A\nBEGIN:VCARD\nFN:B\nEND:VCARD\n")]
    [Fault(line=1, rule='unclosed', reason='begins a card that never ends'), Card(line=3)]
    """
    card: Card | None = None
    inside, outside, agent = 0, False, False
    for number, line in unfolded(content):
        mark = _MARK.fullmatch(line)
        begins = mark is not None and mark[1].upper() == b"BEGIN"
        if begins and card is not None and agent:
            inside += 1
        elif begins:
            yield from _unclosed(card)
            card, inside = Card(number), 0
        elif card is None:
            if not outside:  # once for as many lines as there are
                yield Fault(number, "outside", "is outside of a card: not taken")
        elif mark and inside:
            inside -= 1
        elif mark:
            yield card
            card = None
        elif not inside:
            card.lines.append(line)
        agent = _AGENT.fullmatch(line) is not None
        outside = card is None and mark is None
    yield from _unclosed(card)


def _unclosed(card: Card | None) -> Iterator[Fault]:
    if card is not None:
        yield Fault(card.line, "unclosed", "begins a card that never ends")


def unfolded(content: bytes) -> Iterator[tuple[int, bytes]]:
    """The lines as they were before they were folded, each with the number of its first.

    Three ways of folding are in use: a blank at the beginning of the next line, which in
    version 2.1 is part of the value; a ``=`` at the end of quoted-printable text; and base64
    that simply goes on, up to an empty line.  What begins or ends a card is never part of a
    value that was cut off before it.
    """
    lines = _BREAK.split(content)
    at, old = 0, False
    while at < len(lines):
        number, first = at + 1, lines[at].removeprefix(codecs.BOM_UTF8)
        at += 1
        if not first:
            continue
        parts = [first]
        if _MARK.fullmatch(first):
            old = False
        else:
            at = _unfold(parts, lines, at, old)
            old = old or _OLD.fullmatch(first) is not None
        line = b"".join(parts)
        if line.strip():
            yield number, line


def _unfold(parts: list[bytes], lines: Sequence[bytes], at: int, old: bool) -> int:
    """Add to the first part of a line what belongs to it, from a place on; the place after that."""
    quoted, base64 = _codings(parts[0])
    while at < len(lines):
        more = lines[at]
        if quoted and parts[-1].endswith(b"=") and not _MARK.fullmatch(more):
            parts[-1] = parts[-1][:-1]
            parts.append(more)
        elif more[:1] in {b" ", b"\t"}:
            parts.append(more if old else more[1:])
        elif base64 and more and b":" not in more:
            parts.append(more)
        else:
            break
        at += 1
    return at


def _codings(line: bytes) -> tuple[bool, bool]:
    """Whether the value of a line is quoted-printable, and whether it is base64."""
    head, _ = split(line)
    return _QUOTED in head.upper(), _BASE64.search(head) is not None


def split(line: bytes) -> tuple[bytes, bytes]:
    """The head of a property, with its colon, and its value.

    >>> split(b'TEL;TYPE="a:b":1')
    (b'TEL;TYPE="a:b":', b'1')
    """
    match = _HEAD.match(line)
    end = match.end() if match else line.find(b":") + 1
    return line[:end], line[end:]
