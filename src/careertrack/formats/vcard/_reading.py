"""From a card to what it says; vobject reads what has been tidied for it.

vobject reads the grammar of version 3.0.  It cuts a text off at a comma that is not escaped, adds
letters of its own to one that ends in a backslash, takes longer than anybody waits for a line of
many commas and no colon, and raises with the line in its message.  So it gets whole lines of
known names, their values escaped as it expects them, and no parameters.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from types import ModuleType
from typing import Any, Final

import attrs

from careertrack.formats.reading import Report
from careertrack.formats.vcard._cards import Card
from careertrack.formats.vcard._fields import Said, fields_of
from careertrack.formats.vcard._ids import own_id
from careertrack.formats.vcard._properties import Property, Unread, parsed

# What separates the parts of a value; elsewhere these characters are themselves.
_SEPARATORS: Final[Mapping[str, str]] = {
    "N": ";,",
    "ORG": ";",
    "NICKNAME": ",",
    "CATEGORIES": ",",
}
_TEXTS: Final = frozenset({"FN", "TITLE", "ROLE", "EMAIL", "TEL", "URL", "NOTE", "UID", *_SEPARATORS})
_PROFILES: Final = frozenset({"X-SOCIALPROFILE", "SOCIALPROFILE"})
_TAKEN: Final = _TEXTS | _PROFILES
_KINDS: Final = frozenset({"KIND", "X-ADDRESSBOOKSERVER-KIND"})
_NO_PERSON: Final = frozenset({"group", "org", "location", "application", "device"})
_ABOUT_THE_CARD: Final = frozenset({"VERSION", "PRODID", "REV", *_KINDS})
_OLD: Final = "2.1"
MOST_VALUES: Final = 1_000  # of a card that are taken; a contact has room for some hundred and fifty
_VERSIONS: Final = frozenset({_OLD, "3.0", "4.0"})

_ESCAPED: Final = re.compile(r"\\[^\r\n]|\\|[,;]|\r\n?|\n")
_KEPT: Final = frozenset({"\\\\", "\\;", "\\,", "\\n", "\\N"})
_NEEDLESS: Final = frozenset({"\\:", '\\"'})  # some programs escape these
_WEB: Final = re.compile("https?://", re.IGNORECASE)


@attrs.frozen(repr=False)
class Place:
    """Where a card is, for the issues of it."""

    report: Report
    file: str
    line: int

    def add(self, rule: str, reason: str, name: str = "", **more: str) -> None:
        """Report the card, or its properties of a name."""
        self.report.add(rule, reason, self.file, self.line, name, **more)


@attrs.frozen(repr=False)
class Draft:
    """What a card says of a contact.

    Args:
        place: Where it is.
        uid: Its own id, as its program gave it; an empty text where there is none.
        revised: When it was last changed, as far as digits say.
        fields: Of a contact.
    """

    place: Place
    uid: str
    revised: str
    fields: Mapping[str, Any]


@attrs.define(repr=False)
class Reader:
    """Reads cards, and counts what it meets.

    Args:
        vobject: The library.
        encoding: What to read text as that is not UTF-8 and names no charset.
    """

    vobject: ModuleType
    encoding: str | None
    found: Counter[str] = attrs.field(factory=Counter, init=False)
    left: Counter[str] = attrs.field(factory=Counter, init=False)

    def draft(self, card: Card, place: Place) -> Draft | None:
        """What a card says of a contact; ``None`` where it is none, which is reported."""
        properties = list(_properties(card, place))
        version = _plain(properties, {"VERSION"})
        self.found[f"vCard {version}" if version in _VERSIONS else "vCard"] += 1
        kind = _plain(properties, _KINDS).lower()
        if kind in _NO_PERSON:
            self.left[f"cards of kind {kind}"] += 1
            return None
        lines = self._lines(properties, version == _OLD, place)
        said = None if lines is None else self._understood(lines, place)
        if said is None:
            return None
        uid = next(iter(said.get("UID", ())), "").strip()
        fields = fields_of(said, self.left, own=own_id(uid) is not None)
        if not fields["name"]:
            place.add("no-name", "names nobody")
            return None
        revised = "".join(filter(str.isdigit, _plain(properties, {"REV"})))
        return Draft(place, uid, revised, fields)

    def _lines(self, properties: Sequence[Property], old: bool, place: Place) -> list[str] | None:
        """The lines that are taken, for vobject; ``None`` where the card cannot be decoded."""
        lines = list[str]()
        for each in sorted(properties, key=lambda one: one.rank):
            if each.name not in _TAKEN:
                self.left[each.name] += each.name not in _ABOUT_THE_CARD
                continue
            try:
                text = each.text(self.encoding)
            except Unread as unread:
                place.add(unread.rule, unread.reason, each.name, **unread.more)
                if unread.more:  # all of it may be there when it is read again
                    return None
                continue
            if each.name in _TEXTS:
                # In version 2.1 a comma in a name is a comma.
                separators = ";" if old and each.name == "N" else _SEPARATORS.get(each.name, "")
                lines.append(f"{each.name}:{tidied(text, separators)}")
            elif _WEB.match(text):
                lines.append(f"URL:{tidied(text)}")
            else:
                self.left[each.name] += 1
        if len(lines) > MOST_VALUES:
            place.add("too-many", f"has more than {MOST_VALUES:,} values: the others are not taken")
        return lines[:MOST_VALUES]

    def _understood(self, lines: Iterable[str], place: Place) -> Said | None:
        text = "\r\n".join(["BEGIN:VCARD", "VERSION:3.0", *lines, "END:VCARD", ""])
        try:
            card = self.vobject.readOne(text)
        except Exception:  # whatever it is, its message may hold the line
            card = None
        if card is None:
            place.add("unreadable", "cannot be read by vobject")
            return None
        return {name.upper(): [line.value for line in lines] for name, lines in card.contents.items()}


def tidied(text: str, separators: str = "") -> str:
    r"""A value as version 3.0 escapes it: split where its card means it to be, and nowhere else.

    >>> tidied(r"Hopper, Grace\: \n 100 % \\")
    'Hopper\\, Grace: \\n 100 % \\\\'
    """

    def one(match: re.Match[str]) -> str:
        token = match[0]
        if token in separators or token in _KEPT:
            return token
        if token[0] in "\r\n":
            return "\\n"
        if token in _NEEDLESS:
            return token[1:]
        # A comma that separates nothing, or a backslash that escapes nothing.
        return "\\" + token

    return _ESCAPED.sub(one, text)


def _properties(card: Card, place: Place) -> Iterator[Property]:
    for line in card.lines:
        each = parsed(line)
        if each is None:
            place.add("no-property", "has a line that is no property: not taken")
        else:
            yield each


def _plain(properties: Iterable[Property], names: Container[str]) -> str:
    """The value of the first property of some names, where it is plain ASCII."""
    for each in properties:
        if each.name in names:
            return each.value.decode("ascii", errors="replace").strip()
    return ""
