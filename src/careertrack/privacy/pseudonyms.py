"""Pseudonyms: a document's records without a word that anybody chose, and with every number they had.

What a field becomes follows from its shape, so that a field nobody has thought of yet is hidden too.
"""

from __future__ import annotations

import hmac
from collections.abc import Iterator, Mapping
from typing import Any, Final

import attrs

from careertrack.document import Document
from careertrack.errors import InvalidValue, Issue
from careertrack.fields import Base, Part
from careertrack.ledger import Ledger
from careertrack.naming import folded
from careertrack.privacy.erasing import Fate, apart
from careertrack.questions.actions.counted import UNITS
from careertrack.questions.needs import PAY, POINTS
from careertrack.questions.pay import pay_unit
from careertrack.record import Record, Unreadable
from careertrack.records import CLASSES
from careertrack.records.people import Contact, Organization
from careertrack.shapes import Choice, Extra, Many, Newer, Ref, Shape, Text, Word, Zone
from careertrack.values import EMPTY, JsonObject

FEWEST_BYTES: Final = 16
DIGITS: Final = 16  # hexadecimal, 64 bits: two of a million ids have one pseudonym once in 10^7 plans
ZONE: Final = "UTC"  # a zone is a place; the time on the clock stays

# That somebody can be reached counts, and is told by one address that leads nowhere.
ADDRESSES: Final = frozenset({"emails", "phones", "links"})
GONE: Final = frozenset({"note", "link", *ADDRESSES})
ONE_WORD: Final[Mapping[str, str]] = {"aliases": "Organization", "motivators": "Criterion"}
# Whatever their case and blanks, and wherever they stand.
COMPARED: Final = frozenset({"Organization", "Criterion"})
COMPARED_LISTS: Final = frozenset({*COMPARED, "Ratings"})  # of which no two items may be alike
# What the library reads of criteria: they say nothing of the person that the numbers beside them do not.
READ: Final = frozenset(
    {
        PAY,
        "preparation",
        "job zone",
        "realistic",
        "investigative",
        "artistic",
        "social",
        "enterprising",
        "conventional",
    }
)


def pseudonymised(document: Document, key: bytes | str) -> tuple[Document, list[Record]]:
    """A document without records, its owner hidden; and all records that can be hidden, hidden.

    A record of a kind that only a newer version knows cannot, and is left out.

    Raises:
        InvalidValue: If the key is shorter than 16 bytes.
    """
    hidden = Pseudonyms(_key(key))
    records = (record for record in document.ledger.records if record.kind in CLASSES)
    fates = apart(Fate(record, hidden.record(record)) for record in records)
    owner = hidden.text("Owner", document.owner) if document.owner else ""
    bare = attrs.evolve(document, ledger=Ledger(), owner=owner, newer_fields=EMPTY)
    return bare, [then for _, then in fates if then is not None]


def _key(given: object) -> bytes:
    """The key as bytes; of one that is none, no more than its size or type is told."""
    key = given.encode("utf-8", "surrogatepass") if isinstance(given, str) else given
    if isinstance(key, bytes) and len(key) >= FEWEST_BYTES:
        return key
    rule = f"a secret of {FEWEST_BYTES} bytes or more, as bytes or text"
    got = f"{len(key)} bytes" if isinstance(key, bytes) else f"a value of type {type(key).__name__}"
    raise InvalidValue([Issue("key", "value", {"rule": rule, "got": got})])


class Pseudonyms:
    """What stands in for ids and texts: HMAC-SHA-256 under a key, each sort of thing by itself.

    Args:
        key: The key.
    """

    def __init__(self, key: bytes) -> None:
        self._key = key

    def _digits(self, sort: str, text: str) -> str:
        message = f"{sort}\0{text}".encode()
        return hmac.digest(self._key, message, "sha256").hex()[:DIGITS]

    def id(self, kind: str, id: str) -> str:
        """The pseudonym of an id of a kind."""
        return f"{kind}-{self._digits(kind, id)}"

    def text(self, sort: str, text: str) -> str:
        """The pseudonym of a text; those that are compared are alike where the texts are."""
        return f"{sort} {self._digits(sort, folded(text) if sort in COMPARED else text)}"

    def record(self, record: Record) -> Record:
        """A record with nothing in it that anybody chose to call so."""
        cls, written = CLASSES[record.kind], record.to_dict()
        fields = dict(self._fields(cls, written))
        called = "name" if cls is Contact else cls.id_from or ""
        if called in fields and cls is not Organization:  # whose name others give as text
            fields[called] = _called(fields["id"])
        if any(written.get(name) for name in ADDRESSES):
            fields["emails"] = [f"{fields['id']}@example.invalid"]
        if isinstance(record, Unreadable):
            return Unreadable(content=JsonObject({"kind": record.kind, **fields}))
        return cls(**fields)

    def _fields(self, cls: type[Base], written: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
        """The fields of a class as they are hidden; those that go, and those it does not know, left out."""
        kind = getattr(cls, "kind", "")
        for field in cls.spec.fields:
            name, shape = field.name, field.shape
            if name not in written or name in GONE or isinstance(shape, Extra | Newer):
                continue
            if name == "id":
                yield name, self.id(kind, written[name])
            elif name == "unit":
                yield name, self._unit(written)
            else:
                sort = _words(kind) if (cls is Organization and name == "name") else ONE_WORD.get(name)
                yield name, self._value(shape, sort or _words(name), written[name])

    def _unit(self, written: Mapping[str, Any]) -> str:
        """A unit: those that the library reads stay, in its own words."""
        unit: str = written["unit"]
        if unit in UNITS or folded(unit) == POINTS:
            return unit
        paid = pay_unit(unit) if folded(written.get("criterion", "")) == PAY else None
        return self.text("Unit", unit) if paid is None else f"{paid.currency} a {paid.per}"

    def _value(self, shape: Shape, sort: str, value: Any) -> Any:
        """A value as it is hidden: what arithmetic reads stays as it is."""
        if isinstance(shape, Many):
            hidden = [self._value(shape.of, sort, each) for each in value]
            return _once(hidden) if sort in COMPARED_LISTS else hidden
        if isinstance(shape, Part):
            return dict(self._fields(shape.of, value))
        if isinstance(shape, Ref):
            return self.id(shape.kind, value)
        if isinstance(shape, Zone):
            return ZONE
        if isinstance(shape, Text):
            return value if sort == "Criterion" and folded(value) in READ else self.text(sort, value)
        if isinstance(shape, Word | Choice):
            known = shape.suggested if isinstance(shape, Word) else shape.words
            return value if value in known else f"word-{self._digits('word', value)}"
        return value


def _once(items: list[Any]) -> list[Any]:
    """Items of which no two are about the same; the first of those that are, as the library reads them."""
    first: dict[str, Any] = {}
    for each in items:
        first.setdefault(each["criterion"] if isinstance(each, dict) else each, each)
    return list(first.values())


def _called(id: str) -> str:
    """What something is called that has an id: ``goal-41c6`` is ``Goal 41c6``."""
    kind, _, digits = id.rpartition("-")
    return f"{_words(kind)} {digits}"


def _words(name: str) -> str:
    """A name of the library as a word to read: ``went_well`` is ``Went well``."""
    return name.replace("_", " ").replace("-", " ").capitalize()
