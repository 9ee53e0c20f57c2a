"""Calendars (iCalendar, RFC 5545): what is coming up written for a calendar program, appointments read back.

Needs the extra ``ics``.

What becomes of each entry of an agenda:

===========  ====================================================================================
entry        component
===========  ====================================================================================
appointment  an event at its local time, with its zone defined; or on its day
cadence      an all-day event that takes no time: one that recurs by a rule where a rule says
             exactly the same days, or else one for each day
deadline     a task due on its day: of a promise, goal, milestone, course, answer, application,
             retry, look-back, credential
last day     of a pause, routine or cadence: an all-day event that takes no time
overdue      a task that was due on its day, be it a deadline or a touch
===========  ====================================================================================

*Rules of recurrence.* A rhythm of this library that is monthly from the 31st takes the last day
of a short month; a rule skips that month.  Such a rhythm is written as "the last day of each
month", one from the 29th or 30th that meets a shorter month as single events, and so is one
that a pause breaks.  A rule ends with the days that were asked for.

*Zones* are looked up in the machine's database where a calendar is written, and nowhere else.  A
time that the clocks skip is written as much later as they skip: 2:30 in Berlin on 29 March 2026
as 3:30.  Of a time that they show twice the first is meant, as calendars have it.  A zone that is
not known is reported, and the time written without one: it stays what the person wrote down.

*UIDs* are made of what sort of thing it is and its id: the same on each export, so that a
program that takes the file again updates what it has.  It does not remove what is gone, so give
the file a calendar of its own.  Components have no ``SEQUENCE``: the stamp says which is later.

*Privacy.* All components are of the class ``PRIVATE``.  Names are written as on any display;
how to reach people and notes are not, unless asked for.

*Reading.* Each event of a calendar becomes an `Event`: title, start, minutes, link; the
description is its private note, the place and the last day of several are kept in ``extra``.
A category that is one of this library's words for events is its type.  Zones keep their names,
Windows' names are translated, and times in UTC have the zone ``UTC``.  What a zone or a time
without one means is not guessed: the day alone is taken then, and that is reported.  Minutes are
those of the clock, where start and end are in one zone.  Of a series the first event is taken,
and each that was moved.  Ids are digits of a hash: UIDs can hold addresses.

*Limits.* 20,000 components and 64 MiB a file, 10,000 files and 256 MiB in all; 131,072 characters a
property.
"""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from careertrack.errors import InvalidValue, Issue, shown
from careertrack.extras import optional
from careertrack.formats.icalendar._files import calendars
from careertrack.formats.icalendar._reading import Reader
from careertrack.formats.icalendar._writing import Desk, Told, components
from careertrack.formats.merging import held, imported
from careertrack.formats.people import Known
from careertrack.formats.reading import Imported, Report
from careertrack.formats.writing import Exported
from careertrack.records.people import Contact
from careertrack.shapes import Shape, Slug, Zone
from careertrack.snapshot import a_snapshot

if TYPE_CHECKING:
    from careertrack.formats.sources import Source
    from careertrack.plan import Plan
    from careertrack.snapshot import Snapshot

__all__ = ["read", "write"]

_PRODUCT: Final = "-//careertrack//careertrack//EN"
_STAMP_RULE: Final = "a moment with its offset, such as datetime(2026, 3, 1, 12, tzinfo=UTC)"


def write(
    now: Snapshot,
    *,
    stamp: datetime,
    days: int = 90,
    names: bool = True,
    addresses: bool = False,
    notes: bool = False,
    whose: str | None = None,
) -> Exported:
    r"""What is coming up, and what is overdue, as a calendar.

    It has what `careertrack.Snapshot.agenda` has.  The same day, stamp and choices give the same text.

    Names, and titles in the person's own words, are written as on any display.  How to reach
    people, and notes, are only written where that is asked for.

    Args:
        now: The day: ``plan.as_of(day)``.
        stamp: The moment of writing, with its offset: of two files, programs take the later one's word.
        days: How many days, the day itself included, 1 to 3,660.
        names: Whether contacts, promises, setbacks and decisions are called by their words; without
            it by their ids, for a calendar that others see.
        addresses: Whether to add the e-mail addresses and phone numbers of the contacts concerned.
        notes: Whether to add notes, and when and where something will be done.
        whose: A name in small letters that tells this calendar from another person's, in a program
            that holds both.

    Returns:
        The text, and what could not be written, such as texts with control characters, links that
        are no web address, and zones that are not known here.

    Raises:
        InvalidValue: If ``now`` is no day of a plan, the stamp has no offset, or a value breaks its rule.
        MissingExtra: If the library icalendar is not installed.

    >>> import careertrack as ct
    >>> plan = ct.Plan() + ct.Goal(on="2026-01-05", title="Apply", pillar="change", due="2026-03-06")
    >>> exported = write(plan.as_of("2026-03-01"), stamp=datetime(2026, 3, 1, 12, tzinfo=UTC))
    >>> exported.written
    {'VTODO': 1}
    >>> print(exported.content.replace("\r", ""))
    BEGIN:VCALENDAR
    PRODID:-//careertrack//careertrack//EN
    VERSION:2.0
    BEGIN:VTODO
    UID:goal.apply@careertrack
    DTSTAMP:20260301T120000Z
    SUMMARY:Goal: Apply
    DESCRIPTION:to be reached by then
    CATEGORIES:goal
    CLASS:PRIVATE
    DUE;VALUE=DATE:20260306
    STATUS:NEEDS-ACTION
    END:VTODO
    END:VCALENDAR
    """
    a_snapshot(now)
    agenda, moment = now.agenda(days), _in_utc(stamp)
    _refuse_other(Slug(), whose, "whose")
    library = optional("ics", "icalendar")
    desk = Desk(library, now, moment, Told(names, addresses, notes, whose))
    made = [*components(desk, agenda)]
    calendar = library.Calendar()
    calendar.add("PRODID", _PRODUCT)
    calendar.add("VERSION", "2.0")
    for component in (*desk.timezones(), *made):
        calendar.add_component(component)
    undated = sum(state.event.starts is None and state.resolution is None for state in now.events.values())
    return Exported(
        calendar.to_ical(sorted=False).decode(),
        tuple(desk.issues),
        dict(Counter(component.name for component in calendar.subcomponents)),
        {"events without a day": f"{undated}, which have no place in a calendar yet"} if undated else {},
    )


def read(
    source: Source, *, into: Plan | None = None, zone: str | None = None, encoding: str | None = None
) -> Imported:
    r"""The appointments that a calendar holds.

    A calendar has much that is not about a career: leave out what you do not want among the
    records before you add them.  Good events are kept and bad ones reported, by the line that
    they begin on.

    Args:
        source: Path of a file ending in ``.ics``, or of a folder or zip archive with some.
        into: The plan that the records are for.  What it holds already is left out and never
            overwritten; where the calendar says something else, that is reported.  Organizers
            and attendees are its contacts of the same e-mail address; others are counted only.
        zone: The IANA zone of times without one; where it is left out, what the calendar says
            its times are in.
        encoding: What to read files as that are not UTF-8.

    Returns:
        The records, which fit together and into the plan, and what was found, not taken and not
        understood.

    Raises:
        InvalidDocument: If there is no calendar.
        InvalidValue: If ``source`` is no path, ``into`` no plan, or the zone is not written as a zone is.
        MissingExtra: If the library icalendar is not installed.

    >>> from pathlib import Path
    >>> from tempfile import TemporaryDirectory
    >>> lines = ["BEGIN:VCALENDAR", "BEGIN:VEVENT", "UID:7f3a@example.org", "SUMMARY:Interview"]
    >>> lines += ["DTSTART;TZID=Europe/Berlin:20260312T100000", "END:VEVENT", "END:VCALENDAR", ""]
    >>> with TemporaryDirectory() as folder:
    ...     path = Path(folder, "mine.ics")
    ...     _ = path.write_text("\n".join(lines), encoding="utf-8")
    ...     (event,) = read(path).records
    >>> event.id, event.starts.isoformat(), event.zone
    ('e-4400770ed5c9bf43', '2026-03-12T10:00:00', 'Europe/Berlin')
    """
    _refuse_other(Zone(), zone, "zone")
    library = optional("ics", "icalendar")
    report = Report(row="line", column="property")
    found = calendars(source, encoding, report)
    reader = Reader(library, zone, Known(held(into, Contact)))
    made = list(reader.made(found))
    return imported(made, into, report, found=dict(sorted(reader.found.items())), left=reader.left())


def _in_utc(stamp: object) -> datetime:
    try:
        if isinstance(stamp, datetime) and stamp.utcoffset() is not None:
            return stamp.astimezone(UTC)
    except OverflowError:  # at either end of Python's calendar
        pass
    raise InvalidValue([Issue("stamp", "value", {"rule": _STAMP_RULE, "got": shown(stamp)})])


def _refuse_other(shape: Shape, value: str | None, name: str) -> None:
    faults = [] if value is None else shape.faults(value, name)
    if faults:
        raise InvalidValue(faults)
