"""Contacts from a spreadsheet."""

from __future__ import annotations

import re
from typing import Final

from careertrack.formats.csv._sheet import Sheet, Sort, word
from careertrack.formats.desk import Desk
from careertrack.formats.people import Known, person_id, spelled
from careertrack.formats.tables import Row
from careertrack.records.people import Contact

_PLACE: Final = "(?:(?:work|home|business|personal|private|mobile|company|other|primary|main) )?"

# Over the words of a header in small letters, "E-mail 1 - Value" being "e mail 1 value".
PEOPLE: Final = Sort.of(
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


def contact(desk: Desk, sheet: Sheet, row: Row, known: Known, own: set[str]) -> None:
    """Make a contact of a row.

    Args:
        desk: Where it is kept.
        sheet: The row's.
        row: The row.
        known: Who is in the plan.
        own: The ids of who is in the plan.
    """
    emails, links = _several(sheet, row, "emails"), _several(sheet, row, "links")
    email, link = next(iter(emails), ""), next(iter(links), "")
    name = _name(sheet, row) or spelled(email.partition("@")[0].split("."))
    if not name:
        row.report(desk.report, "no-name", "names nobody", sheet.column("name"))
        return
    met = desk.day(row, sheet.column("met", row)) if sheet.cell(row, "met") else None
    made = desk.make(
        row,
        Contact,
        {field: sheet.column(field, row) for field in PEOPLE.fields},
        id=_id(sheet.cell(row, "id"), name, emails, links, known, own)
        or person_id(link, name, None if email else met, email),
        name=name,
        relations=[found for each in _several(sheet, row, "relations") if (found := word(each))],
        organization=sheet.cell(row, "organization"),
        title=sheet.cell(row, "title"),
        emails=emails,
        phones=_several(sheet, row, "phones"),
        links=links,
        met=met,
        note="\n".join(sheet.cells(row, "note")),
    )
    desk.keep(row, made)


def _id(id: str, name: str, emails: list[str], links: list[str], known: Known, own: set[str]) -> str | None:
    """The id that somebody has in the plan: by that id, a link, an address; by the name where that is all."""
    if id in own:
        return id
    found = [known.by_link(link) for link in links] + [known.by_email(email) for email in emails]
    namesakes = [] if emails or links else list(known.by_name(name))
    return next((each for each in found if each), namesakes[0] if len(namesakes) == 1 else None)


def _name(sheet: Sheet, row: Row) -> str:
    whole = " ".join(sheet.cells(row, "name"))
    return whole or " ".join(sheet.cells(row, "first_name") + sheet.cells(row, "last_name"))


def _several(sheet: Sheet, row: Row, field: str) -> list[str]:
    """Every value of a field, from all of its columns, each once."""
    values = (value.strip() for cell in sheet.cells(row, field) for value in _SPLIT[field].split(cell))
    return list(dict.fromkeys(filter(None, values)))
