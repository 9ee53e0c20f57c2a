"""What falls due, as components of a calendar."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from types import ModuleType
from typing import TYPE_CHECKING, Final

import attrs

from careertrack.errors import Issue
from careertrack.formats.icalendar._rules import rule_of
from careertrack.formats.icalendar._uids import APPOINTMENT, uid
from careertrack.formats.icalendar._zones import known_zone, on_the_clock, timezone
from careertrack.formats.writing import CONTROLS, record_issue
from careertrack.record import Record
from careertrack.records.people import Commitment, Event
from careertrack.records.rhythm import Cadence

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from icalendar import Component

    from careertrack.questions.agenda import Agenda, AgendaEntry
    from careertrack.snapshot import Snapshot

# What a title is led in by; an appointment's stands alone.
_LEADS: Final = {
    "answer": "Answer the offer: ",
    "commitment": "Promise: ",
    "cadence": "Be in touch: ",
    "goal": "Goal: ",
    "milestone": "Milestone: ",
    "course": "Course: ",
    "closing": "Last day to apply: ",
    "retry": "Try again: ",
    "look-back": "Look back: ",
    "credential": "Expires: ",
    "pause-ends": "Last day of the pause: ",
    "routine-ends": "Last day of the routine: ",
    "cadence-ends": "Last day of the rhythm: ",
}
# Whose title is one's own words, or the name of a contact; and which field it is in, if not the title.
_PERSONAL: Final = {
    "commitment": "what",
    "retry": "what",
    "look-back": "decision",
    "cadence": "contact",
    "cadence-ends": "contact",
}
_FIELDS: Final = {**_PERSONAL, "answer": "transition", "credential": "credential"}
_MARKED_DAYS: Final = frozenset({"pause-ends", "routine-ends", "cadence-ends"})
_BY_OWN_DAY: Final = frozenset({"look-back", "credential", "pause-ends"})  # their ids may be others' too
LONGEST_SUMMARY: Final = 500  # characters; what a title may have, where a promise may have 20,000

# Of what some program somewhere takes for the end of a line, all ends one.
_BREAKS: Final = re.compile("\r\n|[\r\n\x85\u2028\u2029]")
_LINK: Final = re.compile('https?://[^\\s\x00-\x1f\x7f-\x9f"<>\\\\^`{|}]+', re.IGNORECASE)


@attrs.frozen
class Told:
    """What a calendar tells of what it holds.

    Args:
        names: Names of contacts and the person's own words; without it their ids.
        addresses: How to reach the contacts.
        notes: Notes, and when and where a promise will be done.
        whose: What tells one person's UIDs from another's.
    """

    names: bool
    addresses: bool
    notes: bool
    whose: str | None


@attrs.define
class Desk:
    """Where components are made.

    Args:
        library: The library `icalendar`.
        now: The day that is written.
        stamp: When that is.
        told: What is told.
    """

    library: ModuleType
    now: Snapshot
    stamp: datetime
    told: Told
    issues: list[Issue] = attrs.field(factory=list, init=False)
    _uids: dict[str, int] = attrs.field(factory=dict, init=False)
    _spans: dict[str, tuple[ZoneInfo, list[datetime]]] = attrs.field(factory=dict, init=False)

    # --- Each sort of thing -----------------------------------------------------------------------

    def task(self, entry: AgendaEntry) -> Component:
        """What is to be done by a day; a touch that is overdue is one too."""
        todo = self._begun(self.library.Todo(), entry, "touch" if entry.type == "cadence" else entry.type)
        todo.add("DUE", entry.day)
        todo.add("STATUS", "NEEDS-ACTION")
        return todo

    def marked_day(self, entry: AgendaEntry, more: str = "") -> Component:
        """What only stands on a day, and takes none of its time."""
        event = self._begun(self.library.Event(), entry, entry.type, more)
        event.add("DTSTART", entry.day)
        event.add("TRANSP", "TRANSPARENT")
        return event

    def touches(self, cadence: Cadence, entries: Sequence[AgendaEntry]) -> Iterator[Component]:
        """The coming touches of one cadence: one event with a rule, or else an event each."""
        rule = rule_of([entry.day for entry in entries], cadence.every) if len(entries) > 1 else None
        if rule is not None:
            event = self.marked_day(attrs.evolve(entries[0], moved_from=None))
            event.add("RRULE", rule)
            yield event
            return
        # By their place and not by their day: after the next touch they move, and leave none behind.
        for place, entry in enumerate(entries, 1):
            yield self.marked_day(entry, str(place) if place > 1 else "")

    def appointment(self, event: Event, entry: AgendaEntry) -> Component:
        """An event of the plan, on its day or at its time."""
        made = self._begun(self.library.Event(), entry, APPOINTMENT)
        self._starts(made, event)
        if event.link is not None:
            if _LINK.fullmatch(event.link):
                made.add("URL", event.link)
            else:
                self.issues.append(record_issue(event, "link", "link", "is no web address, and is left out"))
        return made

    def _starts(self, made: Component, event: Event) -> None:
        if not isinstance(event.starts, datetime):
            made.add("DTSTART", event.starts)
            return
        key = event.zone or ""
        zone, local = known_zone(key), event.starts
        if key == "UTC":
            made.add("DTSTART", local.replace(tzinfo=UTC))
        elif zone is None:
            made.add("DTSTART", local)
            reason = f"{key} is no zone that is known here: the time is written without one"
            self.issues.append(record_issue(event, "zone", "zone", reason))
        else:
            local = on_the_clock(local, zone)
            made.add("DTSTART", local, parameters={"TZID": key})
            self._spans.setdefault(key, (zone, []))[1].append(local)
        if event.minutes is not None:
            made.add("DURATION", timedelta(minutes=event.minutes))

    def timezones(self) -> Iterator[Component]:
        """The zones that were written, each as far as its times go."""
        for _, (zone, times) in sorted(self._spans.items()):
            yield timezone(self.library, zone, min(times), max(times))

    # --- What all of them have --------------------------------------------------------------------

    def _begun(self, made: Component, entry: AgendaEntry, type: str, more: str = "") -> Component:
        made.add("UID", self._uid(entry, type, more))
        made.add("DTSTAMP", self.stamp)
        summary, whole = self._summary(entry)
        self._text(made, "SUMMARY", summary)
        self._text(made, "DESCRIPTION", "\n".join(self._said(entry, whole)))
        category = entry.record.type if isinstance(entry.record, Event) else entry.type
        if category is not None:
            made.add("CATEGORIES", [category])
        # Who shares a calendar shows others that there is something, and not what.
        made.add("CLASS", "PRIVATE")
        return made

    def _uid(self, entry: AgendaEntry, type: str, more: str) -> str:
        if entry.type == "milestone":
            more = str(entry.moved_from or entry.day)
        elif entry.type in _BY_OWN_DAY:
            more = str(entry.record.on)
        found = uid(type, entry.id, more, self.told.whose)
        self._uids[found] = self._uids.get(found, 0) + 1
        if self._uids[found] > 1:
            return uid(type, entry.id, f"{more}.{self._uids[found]}", self.told.whose)
        return found

    def _summary(self, entry: AgendaEntry) -> tuple[str, str]:
        """What something is called, in one line; and all of its words where the line has no room for them."""
        lead = _LEADS.get(entry.type, "")
        title = entry.title if self.told.names or entry.type not in _PERSONAL else ""
        title = self._clean(entry.record, _FIELDS.get(entry.type, "title"), title) or entry.id
        if len(title) > LONGEST_SUMMARY:
            return f"{lead}{title[: LONGEST_SUMMARY - 3]}...", title
        return (f"{lead}{title}" if title else lead.removesuffix(": ")), ""

    def _said(self, entry: AgendaEntry, whole: str) -> Iterator[str]:
        record = entry.record
        if whole:
            yield whole
        if entry.type != APPOINTMENT:
            yield entry.reason
        if entry.moved_from is not None:
            yield f"put off from {entry.moved_from} by a pause"
        for id in _people(record):
            yield f"with {self._person(id)}"
        if self.told.notes:
            for field in ("cue", "note"):
                yield from filter(None, [self._clean(record, field, getattr(record, field, None) or "")])

    def _person(self, id: str) -> str:
        contact = self.now.contacts[id].contact
        told = [self._clean(contact, "name", contact.name) or id if self.told.names else id]
        if self.told.addresses:
            for field, texts in (("emails", contact.emails), ("phones", contact.phones)):
                told += filter(None, [self._clean(contact, field, text) for text in texts])
        return ", ".join(told)

    # --- Text -------------------------------------------------------------------------------------

    def _clean(self, record: Record, field: str, text: str) -> str:
        """A text with one sort of line ends; nothing of one that has control characters, which is said."""
        if CONTROLS.search(text := _BREAKS.sub("\n", text)):
            issue = record_issue(record, field, "control", "has control characters, and is left out")
            if issue not in self.issues:
                self.issues.append(issue)
            return ""
        return text

    def _text(self, made: Component, name: str, text: str) -> None:
        r"""Add a text, escaped by the library, except for the ``\N`` that it takes for an end of line."""
        if text:
            prop = self.library.prop
            escaped = (prop.vText(part).to_ical().decode() for part in text.split("\\N"))
            made.add(name, prop.vInline("\\\\N".join(escaped)), encode=False)


def components(desk: Desk, agenda: Agenda) -> Iterator[Component]:
    """What an agenda comes to in a calendar."""
    for entry in agenda.overdue:
        yield desk.task(entry)
    touches: dict[str, tuple[Cadence, list[AgendaEntry]]] = {}
    for entry in agenda:
        record = entry.record
        if isinstance(record, Event):
            yield desk.appointment(record, entry)
        elif entry.type in _MARKED_DAYS:
            yield desk.marked_day(entry)
        elif isinstance(record, Cadence):
            touches.setdefault(entry.id, (record, []))[1].append(entry)
        else:
            yield desk.task(entry)
    for cadence, entries in touches.values():
        yield from desk.touches(cadence, entries)


def _people(record: Record) -> tuple[str, ...]:
    """Whom something is with."""
    if isinstance(record, Event):
        return record.contacts
    if isinstance(record, Cadence):
        return (record.contact,)
    if isinstance(record, Commitment):
        return tuple(filter(None, [record.by, record.to]))
    return ()
