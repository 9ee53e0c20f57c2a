r"""Tables as CSV: out of a plan, and contacts and applications from a spreadsheet of one's own.

*Out.*  `write` makes a table of what `careertrack.Plan.rows` gives, and `read_rows` reads it back.  A text
that a spreadsheet would take for a formula (``= + - @``, a tab or a line break in front, in full
width as well, after blanks and quotes too) gets an apostrophe in front.  Whoever reads the table
with another program sees that apostrophe.  Numbers are never touched.

*In.*  `read_contacts` and `read_applications` take a spreadsheet saved as CSV: separated by
commas, semicolons or tabs, in UTF-8 or, when told so, anything else, with some lines above its
header row or none.  Which column is which is guessed by what people, and the exports of address
books, call them; ``columns`` says what cannot be guessed::

    read_contacts("people.csv", columns={"name": "Who", "emails": ["Mail", "Mail 2"], "note": []})

A field that is given a list of columns takes all of them, one given an empty list none, and one
not named is guessed.  Columns that no field took are in ``left``.

*People.*  Ids are opaque: hexadecimal digits of a hash over the profile on LinkedIn, else over the
name and the first e-mail address, or else the first page, or the day of getting to know each
other.  Somebody whom the plan has already keeps their id: by a profile or an e-mail address, by a
page together with the name, or by the name where a row has nothing of those and the plan has one
person of that name.  Of rows that share an address the plan's person is who has the name.  A
column ``id`` counts where the plan has that id.  A row without a name is named after its e-mail
address where that tells a name.

*Applications.*  A row is a `Transition`; rows with one link are one, and so are rows of one
company and title without a link.  It has a `Step` for each day: ``found`` (a lead), ``applied``,
and the state that it is in, by ``on``.  A state without a day of its own takes the latest of the
others.  A row without a state is applied for or a lead, as its days have it, and what came later
is not known (``tracked=False``).  A row without any day, or with a state that is not known, is
reported and not taken.  The same file gives the same ids, whatever the order of its rows, and a
later version of it adds the new steps alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from careertrack.formats.csv._applications import MOVES, Moves
from careertrack.formats.csv._contacts import PEOPLE, contacts
from careertrack.formats.csv._reading import read_rows
from careertrack.formats.csv._sheet import Columns, Sheet, sheet
from careertrack.formats.csv._states import States, known_states
from careertrack.formats.csv._writing import write
from careertrack.formats.desk import Desk
from careertrack.formats.merging import held, imported
from careertrack.formats.people import Known
from careertrack.formats.reading import Report
from careertrack.records.moves import Step, Transition
from careertrack.records.people import Contact

if TYPE_CHECKING:
    from careertrack.formats.reading import Imported
    from careertrack.formats.sources import Source
    from careertrack.plan import Plan

__all__ = ["read_applications", "read_contacts", "read_rows", "write"]


def read_contacts(
    source: Source,
    *,
    columns: Columns | None = None,
    into: Plan | None = None,
    encoding: str | None = None,
    day_first: bool | None = None,
) -> Imported:
    r"""Contacts from a spreadsheet saved as CSV.

    Args:
        source: Path of the file.
        columns: The column, or columns, of a field, as the header row writes them: of ``id``,
            ``name`` (or ``first_name`` and ``last_name``), ``organization``, ``title``,
            ``emails``, ``phones``, ``links``, ``relations``, ``met`` and ``note``.
        into: The plan that the contacts are for.  Whom it holds already is left out and never
            overwritten; where the spreadsheet says something else, that is reported.
        encoding: What to read the file as where it is not UTF-8, such as ``cp1252``.
        day_first: Whether the day comes first in days such as ``6/5/24``; only needed where the
            spreadsheet itself does not show it.

    Returns:
        The contacts, and what could not be read, by row and column.

    Raises:
        InvalidValue: If ``columns`` names a field that there is not, ``source`` is no path, or
            ``into`` no plan.
        InvalidDocument: If there is no such file, or no header row in it.

    >>> from pathlib import Path
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     path = Path(folder, "people.csv")
    ...     _ = path.write_text("Name;Company;E-mail\nGrace Hopper;Navy;grace@example.org\n")
    ...     read_contacts(path).records[0].organization
    'Navy'
    """
    report = Report()
    found = sheet(source, PEOPLE, columns, encoding, day_first, report)
    desk = Desk(found.order, report)
    contacts(desk, found, Known(held(into, Contact)))
    return _imported(desk, found, into)


def read_applications(
    source: Source,
    *,
    columns: Columns | None = None,
    states: States | None = None,
    into: Plan | None = None,
    encoding: str | None = None,
    day_first: bool | None = None,
) -> Imported:
    r"""Moves and their steps from a tracker of applications saved as CSV.

    Args:
        source: Path of the file.
        columns: The column, or columns, of a field, as the header row writes them: of ``id``,
            ``organization``, ``title``, ``state``, ``on`` (the day of the state), ``found``,
            ``applied``, ``closes``, ``link``, ``location``, ``channel``, ``sent`` and ``note``.
        states: What states mean, beside those that are known: a stage, or a stage and the
            label that its step gets.  Capitals, accents and underscores do not matter.
        into: The plan that the moves are for.  What it holds already is left out and never
            overwritten; where the spreadsheet says something else, that is reported.
        encoding: What to read the file as where it is not UTF-8, such as ``cp1252``.
        day_first: Whether the day comes first in days such as ``6/5/24``; only needed where the
            spreadsheet itself does not show it.

    Returns:
        The transitions and steps, and what could not be read, by row and column.

    Raises:
        InvalidValue: If ``columns`` names a field, or ``states`` a stage, that there is not,
            ``source`` is no path, or ``into`` no plan.
        InvalidDocument: If there is no such file, or no header row in it.

    >>> from pathlib import Path
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     path = Path(folder, "jobs.csv")
    ...     _ = path.write_text("Company,Role,Status,Date\nAcme,Data lead,Phone screen,2026-02-03\n")
    ...     _, step = read_applications(path).records
    >>> step.transition, step.stage, step.label
    ('data-lead-acme', 'screening', 'phone screen')
    """
    report = Report()
    known = known_states(states)
    found = sheet(source, MOVES, columns, encoding, day_first, report)
    desk = Desk(found.order, report)
    Moves(desk, found, known, held(into, Transition), held(into, Step)).make()
    return _imported(desk, found, into)


def _imported(desk: Desk, found: Sheet, into: Plan | None) -> Imported:
    counts = {found.name: len(found.rows)}
    return imported(desk.made(), into, desk.report, found=counts, left=found.left)
