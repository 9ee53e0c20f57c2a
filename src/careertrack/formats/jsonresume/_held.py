"""What a plan holds already, by what a resume says of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

import attrs

from careertrack.formats.people import Known
from careertrack.record import Record
from careertrack.records.people import Contact
from careertrack.records.self import Position
from careertrack.records.setbacks import Resolution
from careertrack.records.skills import Evidence, Skill


@attrs.frozen
class Held:
    """The records of a plan: what a resume says again keeps the id that it has there.

    Args:
        records: Of the plan.
    """

    records: Sequence[Record] = ()
    people: Known = attrs.field(init=False)
    _ids: Mapping[tuple[str, ...], str] = attrs.field(init=False)
    _own: frozenset[tuple[str, str | None]] = attrs.field(init=False)
    _earned: frozenset[tuple[str | None, date]] = attrs.field(init=False)

    @people.default
    def _known(self) -> Known:
        return Known([each for each in self.records if isinstance(each, Contact)])

    @_ids.default
    def _by_content(self) -> dict[tuple[str, ...], str]:
        ids, begun = dict[tuple[str, ...], str](), dict[str, date]()
        for record in self.records:
            if isinstance(record, Position):
                key = record.kind, record.title or "", record.organization or "", record.started or ""
                ids.setdefault(key, record.id)
            elif isinstance(record, Skill):
                ids.setdefault((record.kind, record.name), record.id)
            elif isinstance(record, Evidence):
                day = str(begun.setdefault(record.id, record.on))
                ids.setdefault((record.kind, record.title, day), record.id)
        return ids

    @_own.default
    def _by_id(self) -> frozenset[tuple[str, str | None]]:
        return frozenset((record.kind, record.id) for record in self.records)

    @_earned.default
    def _by_credential(self) -> frozenset[tuple[str | None, date]]:
        return frozenset((each.credential, each.on) for each in self.records if isinstance(each, Resolution))

    def id(self, cls: type[Record], made: str, *said: str) -> str:
        """The id of a record that says so.

        Args:
            cls: Its kind.
            made: The id that was made for it: it stays if the plan has it, or nothing says so there.
            said: Of a position title, place and beginning, of a skill its name, of evidence
                title and day.
        """
        return made if self.has(cls, made) else self._ids.get((cls.kind, *said), made)

    def has(self, cls: type[Record], id: str) -> bool:
        """Whether there is a record of an id."""
        return (cls.kind, id) in self._own

    def earned(self, credential: str, on: date | None) -> bool:
        """Whether a credential was earned on a day."""
        return (credential, on) in self._earned
