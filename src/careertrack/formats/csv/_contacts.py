"""Contacts from a spreadsheet."""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import date
from typing import Final, NamedTuple

from careertrack.formats.csv._sheet import Headings, Sheet, word
from careertrack.formats.desk import Desk
from careertrack.formats.people import Known, is_profile, mailbox_name, person_id, plain_url, shared_mailboxes
from careertrack.formats.tables import Row
from careertrack.records.people import Contact

_PLACE: Final = "(?:(?:work|home|business|personal|private|mobile|company|other|primary|main) )?"

# Over the words of a header in small letters, "E-mail 1 - Value" being "e mail 1 value".
PEOPLE: Final = Headings.of(
    {
        "id": "id",
        "name": "(?:full |contact |display )?name|contact|person|who",
        "first_name": "first name|given name|forename",
        "last_name": "last name|family name|surname",
        "organization": "company(?: name)?|organi[sz]ation(?: 1)?(?: name)?|employer|firm",
        "title": "(?:job |organi[sz]ation (?:1 )?)?title|position|role|job",
        "emails": _PLACE + r"e ?mails?(?: [0-9])?(?: address(?:es)?)?(?: [0-9])?(?: value)?",
        "phones": _PLACE + r"(?:phones?|telephone|tel|mobile|cell)(?: (?:number|no))?(?: [0-9])?(?: value)?",
        "links": r"urls?|links?|web ?(?:page|site)(?: [0-9])?(?: value)?|home ?page|"
        r"(?:linked ?in(?: profile)?|profile)(?: url)?",
        "relations": "relations?|relationship",
        "met": "met(?: on)?|(?:date|first) met|connected on",
        "note": "notes?|comments?|remarks?",
    },
    any_of=("name", "first_name", "last_name", "emails"),
    days=("met",),
)

# Google joins the values of one label by three colons.
_SPLIT: Final = {
    "emails": re.compile(r"[;,\s]+|:::"),
    "phones": re.compile(r"[;\r\n]+|:::"),
    "links": re.compile(r"[;\s]+|:::"),
    "relations": re.compile(r"[;,/\r\n]+"),
}


class _Person(NamedTuple):
    """What tells somebody apart, as one row has it."""

    row: Row
    name: str
    links: list[str]
    emails: list[str]


def contacts(desk: Desk, sheet: Sheet, known: Known) -> None:
    """Make a contact of each row.

    Args:
        desk: Where they are kept.
        sheet: The spreadsheet.
        known: Who is in the plan that is imported into.
    """
    people = [_person(sheet, row) for row in sheet.rows]
    shared = shared_mailboxes((one.name, one.emails) for one in people)
    for one in people:
        if one.name:
            _contact(desk, sheet, one, known, shared)
        else:
            one.row.report(desk.report, "no-name", "names nobody", sheet.column("name"))


def _person(sheet: Sheet, row: Row) -> _Person:
    emails = _several(sheet, row, "emails")
    name = _name(sheet, row) or mailbox_name(next(iter(emails), ""))
    return _Person(row, name, _several(sheet, row, "links"), emails)


def _contact(desk: Desk, sheet: Sheet, one: _Person, known: Known, shared: Collection[str]) -> None:
    row = one.row
    met = desk.day(row, sheet.column("met", row)) if sheet.cell(row, "met") else None
    made = desk.make(
        row,
        Contact,
        {field: sheet.column(field, row) for field in PEOPLE.fields},
        id=_id(one, _own_id(one, met), sheet.cell(row, "id"), known, shared),
        name=one.name,
        relations=[found for each in _several(sheet, row, "relations") if (found := word(each))],
        organization=sheet.cell(row, "organization"),
        title=sheet.cell(row, "title"),
        emails=one.emails,
        phones=_several(sheet, row, "phones"),
        links=one.links,
        met=met,
        note="\n".join(sheet.cells(row, "note")),
    )
    desk.keep(row, made)


def _id(one: _Person, own: str, written: str, known: Known, shared: Collection[str]) -> str:
    """The id that somebody has in the plan: the one written or made here, that of a link or an address.

    Where a row has nothing of those, it is that of the only one of that name.
    """
    for id in (written, own):
        if id in known.ids:
            return id
    if one.links or one.emails:
        return known.same(one.name, one.links, one.emails, shared) or own
    namesakes = known.by_name(one.name)
    return next(iter(namesakes)) if len(namesakes) == 1 else own


def _own_id(one: _Person, met: date | None) -> str:
    """An opaque id, of what is somebody's own as far as a row tells it."""
    profile = next(filter(is_profile, one.links), "")
    mark = next(iter([*one.emails, *map(plain_url, one.links)]), "")
    return person_id(profile, one.name, None if mark else met, mark)


def _name(sheet: Sheet, row: Row) -> str:
    whole = " ".join(sheet.cells(row, "name"))
    return whole or " ".join(sheet.cells(row, "first_name") + sheet.cells(row, "last_name"))


def _several(sheet: Sheet, row: Row, field: str) -> list[str]:
    """Every value of a field, from all of its columns, each once."""
    values = (value.strip() for cell in sheet.cells(row, field) for value in _SPLIT[field].split(cell))
    return list(dict.fromkeys(filter(None, values)))
