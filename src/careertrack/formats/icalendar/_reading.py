"""Events of a calendar as events of a plan."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, timedelta
from types import ModuleType
from typing import Any, Final

import attrs

from careertrack.days import DAY, plus_days
from careertrack.formats.icalendar._lines import KNOWN, Parts
from careertrack.formats.icalendar._uids import APPOINTMENT, foreign_id, own
from careertrack.formats.icalendar._values import Time, Values, values_of
from careertrack.formats.icalendar._zones import zone_key
from careertrack.formats.making import made_of
from careertrack.formats.merging import Made
from careertrack.formats.people import Known
from careertrack.records.people import Event

SPACE: Final = "icalendar"  # the name under which `extra` keeps what no field is for
MINUTE: Final = timedelta(minutes=1)
_TOO_EARLY: Final = "ends before it begins"
_SERIES: Final = "series"
_CANCELLED: Final = "cancelled events"
_OLDER: Final = "older versions"
_OWN: Final = "rhythms and last days"
_STRANGERS: Final = "attendees"
_LEFT: Final = {
    "VTODO": "a task is no appointment",
    "VJOURNAL": "a journal is no appointment",
    "VFREEBUSY": "it says when somebody is free",
    _SERIES: "the first of each is taken, and what was moved",
    _CANCELLED: "they do not take place",
    _OLDER: "of an event that has a later one",
    _OWN: "the plan says itself what is due",
    _STRANGERS: "no contact of the plan has their address",
}


@attrs.define
class Reader:
    """Where events are made of calendars.

    Args:
        library: The library `icalendar`.
        zone: The zone of times that name none; what their calendar says, where it is left out.
        people: The contacts of the plan.
    """

    library: ModuleType
    zone: str | None
    people: Known
    found: Counter[str] = attrs.field(factory=Counter, init=False)
    _counts: Counter[str] = attrs.field(factory=Counter, init=False)
    _strangers: set[str] = attrs.field(factory=set, init=False)

    # --- Which events -----------------------------------------------------------------------------

    def made(self, calendars: Iterable[Parts]) -> list[Made]:
        """The events of some calendars, each once."""
        latest: dict[tuple[str, Time | None], Values] = {}
        for event in self._events(calendars):
            key = _uid(event), event.time("RECURRENCE-ID")
            self._counts[_OLDER] += key in latest
            latest[key] = max(event, latest.get(key, event), key=_version)
        made: dict[str, Made] = {}
        for (uid, moved_from), event in sorted(latest.items(), key=lambda one: (one[0][0], str(one[0][1]))):
            record = self._record(uid, moved_from, event, latest)
            if record is None:
                continue
            if record.id in made:
                event.report("repeated", f"says something else of event {record.id}: not taken")
            made.setdefault(record.id, Made(record, event.within.file, event.number))
        return [*made.values()]

    def _events(self, calendars: Iterable[Parts]) -> Iterator[Values]:
        for within in calendars:
            for part in within.parts:
                # The name of another one may be anything.
                self.found[part.name if part.name in KNOWN else "other components"] += 1
                if part.name == "VEVENT":
                    yield values_of(self.library, part, within)

    def _record(
        self,
        uid: str,
        moved_from: Time | None,
        event: Values,
        latest: Mapping[tuple[str, Time | None], Values],
    ) -> Event | None:
        """What becomes of one event; of what is not taken the count is kept."""
        mine, first = own(uid), latest.get((uid, None), event).time("DTSTART")
        if mine is not None and mine.type != APPOINTMENT:
            self._counts[_OWN] += 1
            return None
        if moved_from is None:
            self._counts[_SERIES] += "RRULE" in event.values or "RDATE" in event.values
            if first is not None and (uid, first) in latest:  # what the first was moved to stands for it
                return None
        if event.text_of("STATUS").upper() == "CANCELLED" or first in event.times("EXDATE"):
            self._counts[_CANCELLED] += 1
            return None
        if mine is not None:
            return self._made(event, mine.id, is_mine=True)
        moved = "" if moved_from in {None, first} else str(moved_from)
        return self._made(event, foreign_id(uid, moved), is_mine=False)

    def left(self) -> dict[str, str]:
        """What was seen and not taken, and why."""
        self._counts[_STRANGERS] = len(self._strangers)
        counts = self.found + self._counts
        return {name: f"{counts[name]} found: {why}" for name, why in _LEFT.items() if counts[name]}

    # --- One event --------------------------------------------------------------------------------

    def _made(self, event: Values, id: str, *, is_mine: bool) -> Event | None:
        title, start = event.text_of("SUMMARY"), event.time("DTSTART")
        if not title.strip():
            event.report("no-name", "names no event", "SUMMARY")
            return None
        if start is None:
            event.report("no-day", "names no day", "DTSTART")
            return None
        starts, zone = self._starts(event, start)
        fields = {
            "id": id,
            "title": title,
            "type": self._type(event, is_mine=is_mine),
            "starts": starts,
            "zone": zone,
            "minutes": _minutes(event, start),
            "contacts": tuple(self._contacts(event)),
            "link": event.text_of("URL"),
            # What this library described an event by is no note.
            "note": "" if is_mine else event.text_of("DESCRIPTION"),
            "extra": _extra(event, start),
        }
        return made_of(Event, fields, event.told)

    def _starts(self, event: Values, start: Time) -> tuple[date, str | None]:
        if not isinstance(start.local, datetime):
            return start.local, None
        zone = self._zone(event, start.zone)
        return (start.local.date(), None) if zone is None else (start.local.replace(second=0), zone)

    def _zone(self, event: Values, name: str | None) -> str | None:
        windows = self.library.timezone.windows_to_olson.WINDOWS_TO_OLSON
        if name is None:
            usual = self.zone or zone_key(event.calendar.zone, {}, windows)
            if usual is None:
                hint = "pass zone='Europe/Berlin', or whichever it is"
                event.report("no-zone", "names no zone: its day alone is taken", "DTSTART", hint=hint)
            return usual
        key = "UTC" if name == "UTC" else zone_key(name, event.calendar.places, windows)
        if key is None:
            event.report("zone", "is in a zone that goes by no usual name: its day alone is taken", "DTSTART")
        return key

    def _type(self, event: Values, *, is_mine: bool) -> str | None:
        """The category that says what sort of event it is."""
        words = event.words("CATEGORIES")
        if not is_mine:
            suggested = Event.spec.by_name["type"].shape.schema()["examples"]
            words = [word.casefold() for word in words if word.casefold() in suggested]
        return next(iter(words), None)

    def _contacts(self, event: Values) -> dict[str, None]:
        """Who of the plan's contacts is there; who is not is counted, and never named."""
        contacts: dict[str, None] = {}
        for text in (*event.texts("ORGANIZER"), *event.texts("ATTENDEE")):
            address = text.casefold().removeprefix("mailto:").strip()
            known = self.people.by_email(address)
            if known is None:
                self._strangers.add(address)
            else:
                contacts[known] = None
        return contacts


def _uid(event: Values) -> str:
    """The UID of an event; of one without, whatever else tells it from others."""
    return event.text_of("UID") or f"{event.time('DTSTART')}\n{event.text_of('SUMMARY')}"


def _version(event: Values) -> tuple[int, list[tuple[str, str]]]:
    """What the later version of an event has more of; of two alike the same one, in whatever order."""
    return event.whole("SEQUENCE"), [*event.text]


def _minutes(event: Values, start: Time) -> int | None:
    """How long an event lasts by the clock."""
    end, length = event.time("DTEND"), event.length("DURATION")
    if not isinstance(start.local, datetime):
        return None
    if end is not None:
        if not isinstance(end.local, datetime) or end.zone != start.zone:
            event.report("value", "ends in another zone than it begins: its minutes are not taken", "DTEND")
            return None
        length = end.local - start.local
    if length is not None and length < timedelta():
        event.report("value", _TOO_EARLY, event.end)
        return None
    return (length // MINUTE or None) if length is not None else None


def _extra(event: Values, start: Time) -> dict[str, Any]:
    """What no field is for: the place, and the last day of an event of several."""
    until = None if isinstance(start.local, datetime) else _last_day(event, start.local)
    kept = {"location": event.text_of("LOCATION"), "until": "" if until is None else until.isoformat()}
    kept = {name: value for name, value in kept.items() if value}
    return {SPACE: kept} if kept else {}


def _last_day(event: Values, first: date) -> date | None:
    """The last day of an event of several; ``None`` of any other."""
    end, length = event.time("DTEND"), event.length("DURATION") or timedelta()
    after = plus_days(first, max(length.days, 0)) if end is None else end.local
    if isinstance(after, datetime):
        return None
    if after < first or (end is None and length < timedelta()):
        event.report("value", _TOO_EARLY, event.end)
        return None
    return after - DAY if after > plus_days(first, 1) else None
