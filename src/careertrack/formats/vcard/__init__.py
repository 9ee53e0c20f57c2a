"""Address books: vCards of versions 2.1, 3.0 and 4.0 in, version 3.0 (RFC 2426) out.

What becomes of each property, and what each field is written as:

=====================  ============================================================================
property               field of a `Contact`
=====================  ============================================================================
``FN``, ``N``          ``name``; without either the nickname, the organization, or the name that an
                       e-mail address tells
``ORG``                ``organization``, without departments
``TITLE``, ``ROLE``    ``title``, the first of them
``EMAIL``, ``TEL``     ``emails``, ``phones``: the preferred first, a fax or a pager last
``URL``                ``links``; addresses of social profiles as well
``CATEGORIES``         ``relations``, where a category is one of the words that are suggested for
                       them, such as ``Manager``
``NOTE``               the private ``note``; never written
``UID``                the ``id``
=====================  ============================================================================

All else is counted by its name, and its values stay where they are: birthdays, addresses,
pictures, which are not even decoded, and what begins with ``X-``.

*Cards.* A card that never ends, or cannot be read, is reported by file and line; the others are
kept.  Groups, organizations and places are no people.  What is in quoted-printable or in a
charset of its own is decoded; other text that is not UTF-8 needs ``encoding``.

*Ids* of contacts show nobody's name.  They are hexadecimal digits of a hash over the card's
UID; without one, over the profile on LinkedIn or else the name and the main e-mail address or
phone number.  A card that was written here gives the id that the contact had.

*One person.* Cards of one UID, and cards that are the same but for it, are one contact, with all
addresses of both.  Where they contradict each other, the one that was changed last (``REV``) is
right, and that is reported.

*Limits.* 10,000 files, 64 MiB a file and 256 MiB in all; 1,000 values a card, and 131,072
characters a value.

Reading needs the extra ``vcard``; writing needs nothing.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from careertrack.extras import optional
from careertrack.formats.merging import held, imported
from careertrack.formats.people import Known
from careertrack.formats.reading import Report
from careertrack.formats.vcard._books import drafts, left
from careertrack.formats.vcard._people import contacts as people_of
from careertrack.formats.vcard._reading import Reader
from careertrack.formats.vcard._writing import written
from careertrack.records.people import Contact

if TYPE_CHECKING:
    from careertrack.formats.reading import Imported
    from careertrack.formats.sources import Source
    from careertrack.formats.writing import Exported
    from careertrack.plan import Plan
    from careertrack.record import Record
    from careertrack.state.people import ContactState

__all__ = ["read", "write"]


def read(
    source: Source | Iterable[Source], *, into: Plan | None = None, encoding: str | None = None
) -> Imported:
    r"""The contacts that an address book gives.

    Good cards are kept and bad ones reported by file and line; where one value of a card is bad,
    the contact is made without it if it can be.

    Args:
        source: Path of a vCard file, of a folder or a zip file with such files, or several paths.
        into: The plan that the contacts are for.  What it holds already is left out and never
            overwritten; where a card says something else, that is reported.  A contact who is in
            it under another id keeps that id: by e-mail address, by profile on LinkedIn, or by
            the name together with any link.
        encoding: What to read text as that is not UTF-8 and does not name its charset, such as
            ``cp1252``.

    Returns:
        The contacts, and what was found, not taken and not understood.

    Raises:
        InvalidValue: If ``source`` is no path, or ``into`` no plan.
        InvalidDocument: If there is no such source, or no vCard file in it.
        MissingExtra: If vobject is not installed.

    >>> from pathlib import Path
    >>> from tempfile import TemporaryDirectory
    >>> card = "BEGIN:VCARD\nVERSION:3.0\nFN:Grace Hopper\nUID:7\nBDAY:1906-12-09\nEND:VCARD\n"
    >>> with TemporaryDirectory() as folder:
    ...     path = Path(folder, "contacts.vcf")
    ...     _ = path.write_text(card, encoding="utf-8")
    ...     print(read(path))
    1 record: contact 1
    found: vCard 3.0 1
    not taken: BDAY: 1 found: a contact has no field for it
    """
    report = Report(row="line", column="property")
    reader = Reader(optional("vcard", "vobject"), encoding)
    known = Known(held(into, Contact))
    cards = [draft for each in _several(source) for draft in drafts(each, reader, report)]
    found = dict(sorted(reader.found.items()))
    return imported(people_of(cards, known), into, report, found=found, left=left(reader.left))


def _several(source: Any) -> Iterable[Source]:
    """Each source; what is neither a path nor several is one as well, for its reader to refuse."""
    is_one = isinstance(source, str | bytes | os.PathLike) or not isinstance(source, Iterable)
    return [source] if is_one else source


def write(
    contacts: Iterable[Record | ContactState] | Mapping[str, ContactState], *, details: bool = False
) -> Exported:
    """An address book of contacts.

    Names, organizations, titles and relations are written always, how to reach people only where
    that is asked for, and what is private never.  The latest revision of each contact counts.  A
    value that no card can hold is reported and left out.

    Args:
        contacts: Contacts of a plan, or their states in a snapshot; of a whole plan all other
            records are passed over.
        details: Whether to write e-mail addresses, phone numbers and links.

    Returns:
        The text, to be saved as a ``.vcf`` file, and what was not written.

    Raises:
        InvalidValue: If ``contacts`` are anything else, such as ids.

    >>> import careertrack as ct
    >>> grace = ct.Contact(id="grace", name="Grace Hopper", title="Admiral")
    >>> write([grace]).content.splitlines()[2:-1]
    ['UID:contact.grace@careertrack', 'FN:Grace Hopper', 'N:Grace Hopper;;;;', 'TITLE:Admiral']
    """
    return written(contacts, details=details)
