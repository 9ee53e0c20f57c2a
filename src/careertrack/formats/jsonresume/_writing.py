"""Records as the sections of a resume."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, Final

import attrs

from careertrack.days import is_begun
from careertrack.errors import Issue
from careertrack.formats.jsonresume._places import (
    CERTIFICATES,
    POSITIONS,
    PROJECTS,
    SHOWN,
    SKILLS,
    SPACE,
    Section,
    last_day,
    said_in,
)
from careertrack.formats.jsonresume._schema import MOST_FAULTS, ORDER, Checker, fields, has_controls
from careertrack.formats.reading import row_issue, safe_name
from careertrack.formats.writing import record_issue
from careertrack.record import Record
from careertrack.records.self import Position
from careertrack.records.setbacks import Resolution
from careertrack.records.skills import Evidence, Skill

if TYPE_CHECKING:
    from careertrack.snapshot import Snapshot

_ASKING: Final = frozenset({"role", "course", "skill"})  # what can name a skill that nobody has
_PLACED: Final = frozenset({"position", "skill", "evidence"})  # kinds told of one by one
_WHY: Final[Mapping[str, str]] = {
    "assessment": "a level is a number on a scale of your own",
    "contact": "other people are never written",
    "course": "what a course earned is written, not the course",
    "resolution": "only what earned a credential is written",
}
_PRIVATE: Final = frozenset({"liking", "manager", "note", "pay", "why_ended"})
_UNPLACED: Final = frozenset(
    {"expires", "goals", "impact", "link", "prerequisites", "skills", "source", "story"}
)


@attrs.define
class Draft:
    """What of a plan is written so far.

    Args:
        now: The plan's day.
        checker: Who checks what is written.
        details: Whether the stories of positions are written.
    """

    now: Snapshot
    checker: Checker
    details: bool
    items: dict[str, list[dict[str, Any]]] = attrs.field(factory=dict, init=False)
    issues: list[Issue] = attrs.field(factory=list, init=False)
    _left: Counter[tuple[str, str]] = attrs.field(factory=Counter, init=False)

    @property
    def left(self) -> dict[str, str]:
        """What has no place, how often, and why."""
        return {what: f"{count}: {why}" for (what, why), count in sorted(self._left.items())}

    def leave(self, what: str, why: str, count: int = 1) -> None:
        """Count what is not written."""
        self._left[what, why] += count

    def fill(self, records: Iterable[Record]) -> None:
        """Write all sections, what is latest first."""
        self._positions()
        self._skills()
        self._accomplishments()
        earned = self._credentials()
        kinds = Counter(record.kind for record in records if record.on is None or record.on <= self.now.day)
        kinds["resolution"] -= earned
        for kind in (+kinds).keys() - _PLACED:
            self.leave(kind, _WHY.get(kind, "a resume has no place for it"), kinds[kind])

    def named(self, owner: str) -> dict[str, str]:
        """The basics that a plan knows: whose it is."""
        if has_controls(owner):
            self.issues.append(row_issue("Plan.owner", "control", "has control characters, and is left out"))
            return {}
        return {"name": owner} if owner else {}

    # --- Sections ----------------------------------------------------------------------------------

    def _positions(self) -> None:
        held = [state.position for _, state in sorted(self.now.positions.items())]
        for position in sorted(held, key=lambda each: each.started or "", reverse=True):
            section = POSITIONS.get(position.type)
            if section is None:
                self.leave(f"position of {position.type}", "a resume has no place for it")
            elif position.started is not None and not is_begun(position.started, self.now.day):
                self.leave("position to come", "it has not begun")
            else:
                self._put(section, position, self._rest(section, position))

    def _skills(self) -> None:
        for id, state in sorted(self.now.skills.items()):
            if state.level == 0:
                self.leave("skill at level 0", "rated 0")
            elif state.level is None and not self._is_own(id, state.skill):
                self.leave("skill asked for", "nobody has said that you have it: rate it, or prove it")
            else:
                self._put(SKILLS, state.skill, self._rest(SKILLS, state.skill))

    def _is_own(self, id: str, skill: Skill) -> bool:
        """Whether a skill that nobody rated is the owner's, and not only one that is asked for."""
        naming = {
            record.kind for record in self.now.about("skill", id) if record.id != id or record.kind != "skill"
        }
        return "evidence" in naming or SKILLS.name in _space(skill) or not naming & _ASKING

    def _accomplishments(self) -> None:
        done = [
            (self.now.own(Evidence, id)[0].on, state.evidence)
            for id, state in sorted(self.now.evidence.items())
        ]
        for on, evidence in sorted(done, key=lambda each: each[0], reverse=True):
            space = _space(evidence)
            section = next((each for each in SHOWN if each.name in space), PROJECTS)
            rest = self._rest(section, evidence)
            more = _days(section, rest, on) if space.get("on") != str(on) else {}
            if section is PROJECTS:
                known = [self.now.skills[id].skill.name for id in evidence.skills if id in self.now.skills]
                keywords = [*rest.get("keywords", ()), *known]
                more |= {"keywords": list(dict.fromkeys(keywords))} if known else {}
            self._put(section, evidence, rest, more)

    def _credentials(self) -> int:
        """Write each credential that has not expired, as it was earned last; how many that are."""
        latest: dict[str, Resolution] = {}
        for record in self.now.facts(Resolution):
            if record.credential is not None and record.outcome == "done":
                before = latest.get(record.credential)
                if before is None or (record.expires or date.max) >= (before.expires or date.max):
                    latest[record.credential] = record
        earned = 0
        for name, record in sorted(latest.items(), key=lambda each: each[1].on, reverse=True):
            if record.expires is not None and record.expires < self.now.day:
                self.leave("credential", "it has expired")
                continue
            item = {"name": name, "date": str(record.on)}
            if record.course is not None and record.course in self.now.courses:
                course = self.now.courses[record.course].course
                item |= {"issuer": course.provider or "", "url": course.link or ""}
            self._add(CERTIFICATES, record, {key: value for key, value in item.items() if value})
            earned += 1
        return earned

    # --- Items -------------------------------------------------------------------------------------

    def _rest(self, section: Section, record: Record) -> dict[str, Any]:
        """What ``extra`` keeps of an item, as far as it keeps to the schema."""
        rest = _space(record).get(section.name)
        return self._sound(section, record, rest) if isinstance(rest, dict) else {}

    def _put(
        self, section: Section, record: Record, rest: Mapping[str, Any], more: Mapping[str, Any] = {}
    ) -> None:
        """Write a record: what its fields say, and what ``extra`` keeps beside them."""
        item = dict(rest)
        for place in section.places:
            value, said = getattr(record, place.field), said_in(item, place)
            if value is None or place.join(said) == value:
                continue
            if place.field == "story" and not self.details:
                self.leave("story", "it is private: details=True writes it")
                continue
            item = {key: each for key, each in item.items() if key not in said} | place.split(value)
        self._add(section, record, {**item, **more})

    def _add(self, section: Section, record: Record, item: Mapping[str, Any]) -> None:
        item = self._sound(section, record, item)
        names = section.places[:2] if isinstance(record, Position) else section.places[:1]
        if not any(said_in(item, place) for place in names):
            self.issues.append(record_issue(record, "", "no-name", "has nothing to be called by in a resume"))
            return
        known = fields(section.name)
        order = [*(key for key in known if key in item), *sorted(item.keys() - set(known))]
        self.items.setdefault(section.name, []).append({key: item[key] for key in order})
        self._leave_fields(section, record)

    def _leave_fields(self, section: Section, record: Record) -> None:
        """Count the fields of a record that its item does not say."""
        said = {place.field for place in section.places} | ({"skills"} if section is PROJECTS else set())
        for field in (_PRIVATE | _UNPLACED) - said:
            if getattr(record, field, None) not in (None, ()):
                why = "it is private" if field in _PRIVATE else "the section has no place for it"
                self.leave(f"{field} in {section.name}", why)

    def _sound(self, section: Section, record: Record, item: Mapping[str, Any]) -> dict[str, Any]:
        """An item without what breaks the schema or has control characters; both are reported."""
        left, faults = self.checker.clean({section.name: [dict(item)]})
        for fault in faults:
            field = safe_name(str(fault.path[2]))
            self.issues.append(record_issue(record, field, fault.rule, fault.reason))
        sound: dict[str, Any] = left[section.name][0]
        return sound


def _space(record: Record) -> dict[str, Any]:
    """What ``extra`` keeps for this format."""
    space = record.extra.get(SPACE)
    return space if isinstance(space, dict) else {}


def _days(section: Section, rest: Mapping[str, Any], on: date) -> dict[str, Any]:
    """The days of an accomplishment: as they were read if it is still of that day."""
    read = [last_day(rest[key]) for key in section.days if key in rest]
    return {} if read[:1] == [on] else {section.days[0]: str(on)}


# --- What a plan has no place for --------------------------------------------------------------------


def carried(base: Mapping[str, Any], draft: Draft, written: frozenset[str]) -> dict[str, Any]:
    """The parts of another resume that no plan holds, without their faults."""
    kept, faults = draft.checker.clean(base, MOST_FAULTS)
    for fault in faults:
        draft.issues.append(row_issue(f"base: {fault.place}", fault.rule, fault.reason))
    for name in sorted(kept.keys() & written):
        draft.leave(f"base: {name}", "written from the plan", len(kept[name]))
    return {
        name: [each for each in part if each is not None]
        if name in ORDER and isinstance(part, list)
        else part
        for name, part in kept.items()
        if name not in written
    }
