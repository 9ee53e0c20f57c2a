"""Where a document still names somebody: what gives a person away, and the places that have it.

It is for people to look at, so it errs on the side of one place too many.  What it cannot see is a
person who is described and not named.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Any, Final
from unicodedata import combining, normalize

import attrs

from careertrack.document import Document
from careertrack.errors import nearest
from careertrack.fields import Base, Part, path_to
from careertrack.ledger import Ledger
from careertrack.record import Record, Unreadable
from careertrack.records import CLASSES
from careertrack.records.people import Contact
from careertrack.shapes import Extra, Many, Shape, Slug, Text, Word
from careertrack.shapes.text import shown_id

FEWEST_LETTERS: Final = 3  # of a part of a name: shorter ones are in every text
ANYWHERE: Final = 4  # characters from which on a whole name or address is looked for within words as well
FEWEST_DIGITS: Final = 6  # of a phone number: fewer are in every text
TAIL: Final = 7  # the last digits of a phone number, alike with and without its country's code

_LETTERS: Final = re.compile(r"[^\W\d_]+")
_NUMBER: Final = re.compile(r"\d(?:[\s()./+\u2010-\u2015-]*\d)+")
_WEB: Final = re.compile(r"^[a-z][a-z0-9+.-]*://(?:www\.)?|^www\.")


def _folded(text: str) -> str:
    """A text as it is compared: without regard to case, accents, and the sort and number of blanks."""
    bare = text.casefold()
    if not bare.isascii():
        bare = "".join(each for each in normalize("NFKD", bare) if not combining(each)).casefold()
    return " ".join(bare.split())


@attrs.frozen(repr=False)
class Traces:
    """What gives a person away in a text.

    Args:
        words: Finds names, parts of them, addresses and the id in folded text.
        numbers: The last digits of each phone number.
    """

    words: re.Pattern[str]
    numbers: tuple[str, ...] = ()

    def are_in(self, text: str) -> bool:
        """Whether a text names the person."""
        if self.words.search(_folded(text)) is not None:
            return True
        if not self.numbers:
            return False
        found = [_digits(each[0]) for each in _NUMBER.finditer(text)]
        return any(number in digits for number in self.numbers for digits in found)


def traces_of(ledger: Ledger, contact: str) -> Traces:
    """What gives a contact away, by all that was ever recorded of them.

    Raises:
        KeyError: If there is no such contact.
    """
    own = [each for each in ledger.own(Contact.kind, contact) if isinstance(each, Contact)]
    if not own:
        near = nearest(str(contact), ledger.ids(Contact.kind))
        asked = shown_id(Contact.kind, contact)
        raise KeyError(f"no contact {asked!r}" + (f"; did you mean {near!r}?" if near else ""))
    names = [_folded(each.name) for each in own]
    phones = [phone for each in own for phone in each.phones]
    whole = [
        *names,
        *("".join(_LETTERS.findall(name)) for name in names),  # as in the name of an account
        *(_folded(address) for each in own for address in (*each.emails, *each.phones)),
        *(_WEB.sub("", _folded(link)).rstrip("/") for each in own for link in each.links),
    ]
    parts = [word for name in names for word in _LETTERS.findall(name) if len(word) >= FEWEST_LETTERS]
    patterns = {*map(_anywhere, whole), *map(_as_word, (*parts, contact))}
    tails = {_digits(phone)[-TAIL:] for phone in phones}
    return Traces(
        re.compile("|".join(sorted(filter(None, patterns)))),
        tuple(sorted(tail for tail in tails if len(tail) >= FEWEST_DIGITS)),
    )


def _anywhere(text: str) -> str:
    """A pattern for a whole name or address; none for one without a letter or digit."""
    if not any(each.isalnum() for each in text):
        return ""
    return re.escape(text) if len(text) >= ANYWHERE else _as_word(text)


def _as_word(text: str) -> str:
    """A pattern for a word that stands by itself; words of scripts without blanks may stand anywhere."""
    before = r"(?<![^\W_])" if _ends_words(text[0]) else ""
    after = r"(?![^\W_])" if _ends_words(text[-1]) else ""
    return f"{before}{re.escape(text)}{after}"


def _ends_words(each: str) -> bool:
    return not each.isalpha() or each.upper() != each.lower()


def _digits(text: str) -> str:
    return "".join(str(int(each)) for each in text if each.isdecimal())


# --- The places ------------------------------------------------------------------------------------


def found_in(
    document: Document, traces: Traces, places: Collection[int] | None = None
) -> Iterator[tuple[str, str]]:
    """Where a document names a person: the JSON path, and the text that stands there.

    Args:
        document: The document.
        traces: What gives the person away.
        places: The places of the records to look through; all when left out.
    """
    yield from _in_json(document.owner, "$.owner", traces)
    yield from _in_json(dict(document.newer_fields), "$", traces)
    for place, record in enumerate(document.ledger.records):
        if places is None or place in places:
            yield from _in_record(record, f"$.records[{place}]", traces)


def _in_record(record: Record, at: str, traces: Traces) -> Iterator[tuple[str, str]]:
    written = record.to_dict()
    if not isinstance(record, Unreadable):
        return _in_fields(type(record), written, at, traces)
    if record.kind in CLASSES:
        del written["kind"]  # a word of the document, not of the person
    return _in_json(written, at, traces)


def _in_fields(
    cls: type[Base], written: Mapping[str, Any], at: str, traces: Traces
) -> Iterator[tuple[str, str]]:
    for name, value in written.items():
        field = cls.spec.by_name.get(name)
        if field is not None:
            yield from _in_field(field.shape, value, path_to(at, name), traces)
    newer = {
        name: value for name, value in written.items() if name not in cls.spec.by_name and name != "kind"
    }
    yield from _in_json(newer, at, traces)


def _in_field(shape: Shape, value: Any, at: str, traces: Traces) -> Iterator[tuple[str, str]]:
    """The places of a field; days, amounts and words of the library name nobody."""
    if isinstance(shape, Part):
        yield from _in_fields(shape.of, value, at, traces)
    elif isinstance(shape, Many):
        for i, item in enumerate(value):
            yield from _in_field(shape.of, item, f"{at}[{i}]", traces)
    elif isinstance(shape, Text | Slug | Extra) and not (
        isinstance(shape, Word) and value in shape.suggested
    ):
        yield from _in_json(value, at, traces)


def _in_json(value: Any, at: str, traces: Traces) -> Iterator[tuple[str, str]]:
    """The places of plain data.  What stands under a name that names the person is at the object's place."""
    if isinstance(value, dict):
        telling = [name for name in value if traces.are_in(name)]
        if telling:
            yield at, ", ".join(telling)
        for name, inner in value.items():
            if name not in telling:
                yield from _in_json(inner, path_to(at, name), traces)
    elif isinstance(value, list):
        for i, item in enumerate(value):
            yield from _in_json(item, f"{at}[{i}]", traces)
    elif value is not None and not isinstance(value, bool) and traces.are_in(str(value)):
        yield at, str(value)
