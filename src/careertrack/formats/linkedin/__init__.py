"""A person's own LinkedIn archive ("get a copy of your data") as records for a plan.

What becomes of each file:

============================  =====================================================================
file                          records
============================  =====================================================================
Connections                   `Contact`, met on the day of connecting; nothing is known of trust
Recommendations               `Conversation` of type ``recommendation``, its text the private
                              ``note``; who wrote a visible one ``vouches``; one given helped them
Positions, Volunteering       `Position`; what it is described by is its private ``story``
Education                     `Position` of type ``study``
Skills                        `Skill`, on a scale up to 7; no level
Learning                      `Course`; where completed, a `Resolution`
Events                        `Event`; attending or interested is kept in ``extra``, and claims
                              no attendance
Job Applications, Saved Jobs  one `Transition` a posting, with a `Step` for each time it was
                              saved or applied for, the CV that was sent in ``sent``
Company Follows               `Organization`; the motivation stays unknown
Projects, Publications        `Evidence`
Certifications, Honors        `Evidence`
============================  =====================================================================

An archive is found by the names of its files, in any folder, and read by their header rows:
columns in any order, older and newer layouts, text separated by commas, semicolons or tabs.
The same archive gives the same records and ids always, in whatever order its rows are.

*People.* Ids of contacts are hexadecimal digits of a hash over the address of their profile.
They show nobody's name, but whoever knows the address can find the id: a pseudonym, not
anonymity.  A hidden person is named after the address where that tells a name.

*Days.* Positions and education are kept to the month, as they were asked for.  What happened
at a time in UTC is taken to have happened on that day.  In ``6/5/24`` the archive's other days
say which is the month; `read` takes ``day_first`` where they do not.  Short years up to
69 are of this century.

*Limits.* 10,000 files, 64 MiB a file and 256 MiB in all as they come out of a zip, which is
never unpacked.

*What is not in an archive.* What became of an application: its steps are ``tracked=False``.
Who was only endorsed by: an endorsement is no assessment of a level, so it is counted only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from careertrack.formats.desk import Desk, rows_of
from careertrack.formats.linkedin import _learning, _work
from careertrack.formats.linkedin._archive import LAYOUTS, Archive, archive
from careertrack.formats.linkedin._people import People
from careertrack.formats.merging import held, imported
from careertrack.formats.people import Known
from careertrack.formats.reading import Report
from careertrack.records.moves import Transition
from careertrack.records.people import Contact

if TYPE_CHECKING:
    from careertrack.formats.reading import Imported
    from careertrack.formats.sources import Source
    from careertrack.plan import Plan

__all__ = ["read"]


def read(
    source: Source, *, into: Plan | None = None, encoding: str | None = None, day_first: bool | None = None
) -> Imported:
    r"""The records that a LinkedIn archive gives.

    Good rows are kept and bad ones reported by file, row and column; where one value of a row
    is bad, the record is made without it if it can be.

    Args:
        source: Path of the zip file, of a folder, or of one of its CSV files.
        into: The plan that the records are for.  What it holds already is left out and never
            overwritten; where the archive says something else, that is reported.  A contact
            who is in it under another id, by profile or e-mail address, keeps that id, and so
            does a posting by its link.
        encoding: What to read files as that are not UTF-8, such as ``cp1252`` after a
            spreadsheet has saved them.
        day_first: Whether the day comes first in days such as ``6/5/24``; only needed where
            the archive itself does not show it.

    Returns:
        The records, which fit together, and what was found, not taken and not understood.

    Raises:
        InvalidValue: If ``source`` is no path, or ``into`` no plan.
        InvalidDocument: If there is no such archive, or nothing of LinkedIn's is in it.

    >>> from pathlib import Path
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     _ = Path(folder, "Skills.csv").write_text("Name\nSQL\n", encoding="utf-8")
    ...     read(folder).records
    (Skill(id='sql', name='SQL'),)
    """
    report = Report()
    found = archive(source, encoding, day_first, report)
    desk = Desk(found.order, report)
    _fill(desk, found, into)
    return imported(
        desk.made(),
        into,
        report,
        found={
            layout.title: len(rows) for layout in LAYOUTS if (rows := rows_of(found.tables, layout.title))
        },
        left={**desk.left, **found.left},
        owner=_owner(found),
    )


def _fill(desk: Desk, found: Archive, into: Plan | None) -> None:
    """Make the records of all files; people first, since others are matched with them."""
    people = People(desk, Known(held(into, Contact)))
    for row in rows_of(found.tables, "Connections"):
        people.connected(row)
    for row in rows_of(found.tables, "Recommendations Received"):
        people.recommended(row, by_them=True)
    for row in rows_of(found.tables, "Recommendations Given"):
        people.recommended(row, by_them=False)
    for title, make in (
        ("Positions", _work.job),
        ("Volunteering", _work.volunteering),
        ("Education", _work.studies),
        ("Skills", _learning.skill),
        ("Events", _learning.event),
    ):
        for row in rows_of(found.tables, title):
            make(desk, row)
    for title, shown in _learning.SHOWN.items():
        for row in rows_of(found.tables, title):
            _learning.accomplishment(desk, row, shown)
    _learning.courses(desk, rows_of(found.tables, "Learning"))
    _work.moves(
        desk,
        rows_of(found.tables, "Job Applications"),
        rows_of(found.tables, "Saved Jobs"),
        held(into, Transition),
    )
    _work.follows(desk, rows_of(found.tables, "Company Follows"))


def _owner(found: Archive) -> str | None:
    """The name in the profile, if there is one."""
    for row in rows_of(found.tables, "Profile"):
        name = f"{row['first name']} {row['last name']}".strip()
        if name:
            return name
    return None
