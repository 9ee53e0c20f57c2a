"""The cards of files, folders and archives."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from careertrack.formats.reading import Report, safe_name
from careertrack.formats.sources import Source, Unreadable, opened, refuse
from careertrack.formats.vcard._cards import Fault, cards
from careertrack.formats.vcard._properties import narrow
from careertrack.formats.vcard._reading import Draft, Place, Reader

ENDINGS: Final = (".vcf", ".vcard")
MOST_NAMES: Final = 100  # of properties; a real address book has some forty

# Why properties are not taken, where there is more to say than that they have no field.
_WHY: Final[Mapping[str, str]] = {
    "AGENT": "a card within a card",
    "CATEGORIES": "of those only the ones are taken that say what somebody is to you",
    "FN": "a further name",
    "KEY": "not looked at",
    "LOGO": "pictures are not looked at",
    "ORG": "departments and further organizations",
    "PHOTO": "pictures are not looked at",
    "SOUND": "not looked at",
    "TITLE": "a further title",
}
_NO_FIELD: Final = "a contact has no field for it"
_NO_PERSON: Final = "no person"


def drafts(source: Source, reader: Reader, report: Report) -> Iterator[Draft]:
    """What the cards of a file, a folder or a zip archive say.

    Raises:
        InvalidDocument: If there is none of those, or no file of cards in it.
    """
    with opened(source, ENDINGS) as files:
        known = [name for name in files.readers if _is_book(name)]
        if not known:
            refuse(Path(source), "not-vcard", "holds no file of vCards, such as contacts.vcf")
        for name in known:
            shown = safe_name(name)
            try:
                content = files.read(name)
            except Unreadable as error:
                report.add(error.rule, error.reason, shown)
            else:
                yield from _of_file(content, shown, reader, report)


def _is_book(name: str) -> bool:
    path = Path(name.replace("\\", "/"))
    return path.suffix.casefold() in ENDINGS and not path.name.startswith(".")


def _of_file(content: bytes, file: str, reader: Reader, report: Report) -> Iterator[Draft]:
    empty = True
    for card in cards(narrow(content, reader.encoding)):
        empty = False
        place = Place(report, file, card.line)
        if isinstance(card, Fault):
            place.add(card.rule, card.reason)
        elif (draft := reader.draft(card, place)) is not None:
            yield draft
    if empty:
        report.add("no-cards", "holds nothing", file)


def left(counts: Counter[str]) -> dict[str, str]:
    """What was not taken, how often and why, by the names of properties."""
    names = sorted(name for name, count in counts.items() if count)
    shown = {safe_name(name): f"{counts[name]} found: {_why(name)}" for name in names[:MOST_NAMES]}
    if len(names) > MOST_NAMES:
        shown["other properties"] = f"{len(names) - MOST_NAMES} names: {_NO_FIELD}"
    return shown


def _why(name: str) -> str:
    return _NO_PERSON if name.startswith("cards ") else _WHY.get(name, _NO_FIELD)
