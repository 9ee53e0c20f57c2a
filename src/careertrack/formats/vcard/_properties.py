"""From lines to properties: names, parameters, quoted-printable, charsets."""

from __future__ import annotations

import codecs
import re
from binascii import a2b_qp
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

import attrs

from careertrack.formats.reading import safe_name
from careertrack.formats.tables import LONGEST_CELL
from careertrack.formats.vcard._cards import split

_NAME: Final = re.compile("[A-Z0-9-]+")
_PARAM: Final = re.compile(r';((?:[^";]|"[^"]*")*+)')
_PLAIN: Final = frozenset({"", "7BIT", "8BIT", "QUOTED-PRINTABLE"})
_CODED: Final = frozenset({*_PLAIN, "BASE64", "B"})  # version 2.1 says these without a name as well
# These are Python's own and no charsets, or slow on purpose-made bytes: not for what a stranger wrote.
_NO_CHARSETS: Final = frozenset({"idna", "punycode", "raw-unicode-escape", "undefined", "unicode-escape"})
_LAST: Final = 100  # the least preferred of version 4.0
_BEGIN: Final = re.compile(rb"BEGIN\s*:\s*VCARD", re.IGNORECASE)
_WIDE: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


class Unread(Exception):  # a signal between the decoder and its importer
    """A value that cannot be read: the rule, the reason, and a hint where there is something to do."""

    def __init__(self, rule: str, reason: str, **more: str) -> None:
        super().__init__(rule, reason)
        self.rule, self.reason, self.more = rule, reason, more


def narrow(content: bytes, encoding: str | None) -> bytes:
    """The bytes of a file in which letters of ASCII are single bytes; of UTF-16, its UTF-8.

    >>> narrow("BEGIN:VCARD".encode("utf-16"), None)
    b'BEGIN:VCARD'
    """
    wide = "utf-16" if content.startswith(_WIDE) else encoding
    text = None if wide is None or _BEGIN.search(content) else _tried(content, wide)
    return content if text is None else text.encode()


@attrs.frozen(repr=False)
class Property:
    """One property of a card; its value is still bytes.

    Args:
        name: In capitals, without its group.
        params: Values of each parameter by its name, both in capitals.  What version 2.1 says
            without a name is a ``TYPE``, or an ``ENCODING``.
        value: As it was written.
    """

    name: str
    params: Mapping[str, Sequence[str]]
    value: bytes

    @property
    def rank(self) -> int:
        """What to order properties of a name by: the preferred first, a number that nobody answers last."""
        types = self.params.get("TYPE", ())
        if "FAX" in types or "PAGER" in types:
            return 2 * _LAST
        said = next(iter(self.params.get("PREF", ())), "")
        if said.isascii() and said.isdigit():
            return min(int(said[:3]), _LAST)
        return 0 if "PREF" in types else _LAST

    def text(self, encoding: str | None) -> str:
        """The value as text.

        Args:
            encoding: What to read it as where it is not UTF-8 and names no charset.

        Raises:
            Unread: If that cannot be done.
        """
        coding = next(iter(self.params.get("ENCODING", ())), "")
        if coding not in _PLAIN:
            raise Unread("coding", "is in an encoding for pictures and the like: not taken")
        raw = a2b_qp(self.value) if coding == "QUOTED-PRINTABLE" else self.value
        charset = next(iter(self.params.get("CHARSET", ())), "")
        text = _declared(raw, charset) if charset else _guessed(raw, encoding)
        if len(text) > LONGEST_CELL:
            raise Unread("too-long", f"has a value of more than {LONGEST_CELL:,} characters")
        return text


def parsed(line: bytes) -> Property | None:
    r"""A line as a property; ``None`` where it is none.

    >>> parsed(b"item1.TEL;HOME;TYPE=voice:1").params
    {'TYPE': ['HOME', 'VOICE']}
    """
    start, value = split(line)
    head = start.decode("ascii", errors="replace").removesuffix(":")
    name, _, _ = head.partition(";")
    plain = name.rpartition(".")[2].strip().upper().replace("_", "-")
    if not start or len(start) > LONGEST_CELL or not _NAME.fullmatch(plain):
        return None
    params: dict[str, list[str]] = {}
    for param, values in _params(head[len(name) :].upper()):
        params.setdefault(param, []).extend(values)
    return Property(plain, params, value)


def _params(text: str) -> Iterator[tuple[str, list[str]]]:
    for part in _PARAM.findall(text):
        name, named, said = part.partition("=")
        values = [value.strip() for value in (said if named else name).replace('"', "").split(",")]
        if not named:
            name = "ENCODING" if values[0] in _CODED else "TYPE"
        yield name.strip(), values


def _guessed(raw: bytes, encoding: str | None) -> str:
    """Bytes that name no charset: UTF-8, or what the caller says."""
    for charset in filter(None, ("utf-8", encoding)):
        text = _tried(raw, charset)
        if text is not None:
            return text
    if encoding is None:
        raise Unread("encoding", "is not UTF-8", hint="pass encoding='cp1252'")
    raise Unread("encoding", f"is neither UTF-8 nor {safe_name(encoding)}", hint="save it as UTF-8")


def _declared(raw: bytes, charset: str) -> str:
    """Bytes in the charset that their property names."""
    text = _tried(raw, charset)
    if text is not None:
        return text
    if _codec(charset) is None:
        raise Unread("charset", f"is in a charset that is not known, {safe_name(charset)}: not taken")
    raise Unread("charset", f"is not in the charset that it names, {safe_name(charset)}: not taken")


def _tried(raw: bytes, charset: str) -> str | None:
    name = _codec(charset)
    if name is None:
        return None
    try:
        text = raw.decode(name)
        text.encode()  # some let through half a character
    except (LookupError, ValueError):
        return None
    return text


def _codec(charset: str) -> str | None:
    """Python's name of a charset, if it knows it."""
    try:
        codec = codecs.lookup(charset)
    except (LookupError, ValueError):
        return None
    return None if codec.name in _NO_CHARSETS else codec.name
