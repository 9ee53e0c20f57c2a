"""A resume's text as data, and its sections as records."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any, Final

import attrs

from careertrack.errors import InvalidDocument, InvalidValue, Issue, shown
from careertrack.fields import path_to
from careertrack.formats.ids import made_id
from careertrack.formats.jsonresume._held import Held
from careertrack.formats.jsonresume._places import (
    CERTIFICATES,
    EDUCATION,
    REFERENCES,
    SHOWN,
    SKILLS,
    SPACE,
    VOLUNTEER,
    WORK,
    Section,
    last_day,
    said_in,
)
from careertrack.formats.merging import Made
from careertrack.formats.people import person_id
from careertrack.formats.reading import MOST_ALIKE, Report, row_issue
from careertrack.formats.sources import Source, path_of, refuse
from careertrack.naming import folded
from careertrack.parsing import MOST_BYTES, is_too_deep, parsed, refusal, repeated
from careertrack.record import Record
from careertrack.records.people import Contact
from careertrack.records.self import Position
from careertrack.records.skills import Evidence, Skill
from careertrack.shapes.many import DEPTH_OF_EXTRA
from careertrack.values import MOST_DEEP, json_fault
from careertrack.vocabulary import Occupation

_OWN_BOSS: Final = frozenset({"self-employed", "self employed", "freelance", "freelancer"})
_INSIDE: Final = DEPTH_OF_EXTRA + 3  # in `extra`, under this format's name, under the section's


# --- From text to data -------------------------------------------------------------------------------


def loaded(source: Source | Mapping[str, Any]) -> dict[str, Any]:
    """A resume as plain data, whatever its sections hold; `InvalidDocument` where it is not JSON."""
    data: Any = dict(source) if isinstance(source, Mapping) else _parsed(path_of(source))
    if is_too_deep(data):
        raise refusal("depth", most=MOST_DEEP)
    found = [*repeated(data, "$"), *_unkept(data)]
    if found:
        raise InvalidDocument(found)
    if not isinstance(data, dict):
        raise refusal("value", rule="an object", got=shown(data, personal=isinstance(data, str)))
    return data


def _parsed(path: Path) -> Any:
    if not path.is_file():
        refuse(path, "missing", "is not there: give the path of a JSON file")
    with path.open("rb") as file:
        return parsed(file.read(MOST_BYTES + 1))


def _unkept(data: Any) -> Iterator[Issue]:
    """Every value that no JSON reader would keep, and every name, each at its path."""
    todo = [("$", data)]
    while todo:
        path, value = todo.pop()
        fault = ""
        if isinstance(value, dict):
            fault = json_fault(dict.fromkeys(value))
            todo += [] if fault else [(path_to(path, name), value[name]) for name in reversed(value)]
        elif isinstance(value, list):
            todo += [(f"{path}[{i}]", value[i]) for i in reversed(range(len(value)))]
        else:
            fault = json_fault(value)
        if fault:
            yield Issue(path, "value", {"rule": fault, "got": "a personal value"})


def in_document_order(issues: tuple[Issue, ...]) -> Iterator[Issue]:
    """Issues by their place in the resume; of one section and rule the first hundred, and how many more."""
    counts = Counter[tuple[str, str]]()
    for issue in sorted(issues, key=_place):
        key = issue.path.partition("[")[0], issue.params["rule"]
        counts[key] += 1
        if counts[key] <= MOST_ALIKE:
            yield issue
    for (section, rule), count in sorted(counts.items()):
        if count > MOST_ALIKE:
            yield row_issue(section, "more", f"has {count - MOST_ALIKE} more faults reported as {rule}")


def _place(issue: Issue) -> list[str | int]:
    """A path that sorts by number where it has numbers."""
    parts = re.split("([0-9]{1,9})", issue.path)  # every second one is a number
    return [int(part) if i % 2 else part for i, part in enumerate(parts)]


# --- From sections to records ------------------------------------------------------------------------


@attrs.define
class Desk:
    """What is made of a resume so far.

    Args:
        report: Where what could not be read is reported.
        on: The day of the resume: what names no day was so by then.
        held: The records of the plan that is imported into.
        credentials: How many certificates that plan has as credentials.
    """

    report: Report
    on: date | None = None
    held: Held = attrs.field(factory=Held)
    credentials: int = attrs.field(default=0, init=False)
    records: dict[tuple[str, str], Made] = attrs.field(factory=dict, init=False)

    def make(
        self,
        cls: type[Record],
        section: Section,
        path: str,
        item: Mapping[str, Any],
        *,
        taken: frozenset[str] = frozenset(),
        space: Mapping[str, Any] = {},
        marked: bool = True,
        **fixed: Any,
    ) -> None:
        """Make a record of an item, and keep it.

        A value that its field does not take is reported and kept in ``extra``.  There goes
        what no field is for, too, and what a field does not give back word for word.

        Args:
            cls: The kind of record.
            section: Where the item stands.
            path: Its JSON path.
            item: What it says.
            taken: The names in it that ``fixed`` says all of.
            space: What else is to be kept in ``extra``.
            marked: Whether the section is kept there where the record alone does not tell it.
            fixed: Fields that the item's places do not give.
        """
        said = {place.field: (place, found) for place in section.places if (found := said_in(item, place))}
        kept = self._kept(path, item)
        while True:
            whole = set(taken)
            for place, found in said.values():
                if place.split(place.join(found)) == found:
                    whole |= found.keys()
            rest = {key: value for key, value in kept.items() if key not in whole}
            given: dict[str, Any] = {field: place.join(found) for field, (place, found) in said.items()}
            try:
                record = cls(**fixed, **given, extra=_extra(section, rest, space, marked=marked))
            except InvalidValue as error:
                broken = {issue.path.partition(".")[2]: issue for issue in error.issues}
                for field, issue in broken.items():
                    self.report.add("value", issue.message, f"{path}.{next(iter(said[field][1]))}")
                    del said[field]
                if any(cls.spec.by_name[field].required for field in broken):
                    self.report.add("value", "is left out, since that has to be given", path)
                    return
            else:
                self._keep(path, record)
                return

    def _kept(self, path: str, item: Mapping[str, Any]) -> dict[str, Any]:
        """What of an item can be kept in a document at all."""
        deep = [key for key, value in item.items() if json_fault(value, _INSIDE)]
        for key in deep:
            self.report.add("depth", "is nested too deep to be kept", path_to(path, key))
        return {key: value for key, value in item.items() if key not in deep}

    def _keep(self, path: str, record: Record) -> None:
        key = record.kind, record.id or ""
        first = self.records.setdefault(key, Made(record, path)).record
        if first != record:
            reason = f"says something else of {record.kind} {key[1]}: not taken"
            self.report.add("repeated", reason, path)

    def fill(self, resume: Mapping[str, Any]) -> None:
        """Make the records of all sections that give some."""
        for section, make in (
            (WORK, self._position),
            (VOLUNTEER, self._position),
            (EDUCATION, self._position),
            (SKILLS, self._skill),
            *((section, self._accomplishment) for section in SHOWN),
            (REFERENCES, self._reference),
        ):
            for i, item in enumerate(resume.get(section.name, ())):
                if item is not None:
                    make(section, f"$.{section.name}[{i}]", item)

    def _position(self, section: Section, path: str, item: Mapping[str, Any]) -> None:
        title, place, started, *_ = (each.join(said_in(item, each)) for each in section.places)
        if not title and not place:
            self.report.add("no-name", "names neither a place nor a title", path)
            return
        types: Mapping[str, Occupation] = {"volunteer": "volunteering", "education": "study"}
        own = section is WORK and folded(place) in _OWN_BOSS
        self.make(
            Position,
            section,
            path,
            item,
            id=self.held.id(Position, made_id(title, place, started), title, place, started),
            type=types.get(section.name, "self-employment" if own else "job"),
        )

    def _skill(self, section: Section, path: str, item: Mapping[str, Any]) -> None:
        name = item.get("name", "")
        if not name:
            self.report.add("no-name", "names no skill", path)
            return
        id = self.held.id(Skill, made_id(name), name)
        self.make(Skill, section, path, item, id=id, marked=not self.held.has(Skill, id))

    def _accomplishment(self, section: Section, path: str, item: Mapping[str, Any]) -> None:
        title = section.places[0].join(item)
        if not title:
            self.report.add("no-name", "has no title", path)
            return
        named = [key for key in section.days if item.get(key)]
        text = item[named[0]] if named else ""
        on = last_day(text) if text else None
        if text and on is None:
            self.report.add("day", "is no day of the calendar", f"{path}.{named[0]}")
        if on is None and self.on is None:
            self.report.add("no-day", "names no day: pass on=, the day of the resume, to have it", path)
            return
        if section is CERTIFICATES and self.held.earned(title, on):
            self.credentials += 1
            return
        is_whole = on is not None and named == [section.days[0]] and len(text) == 10
        self.make(
            Evidence,
            section,
            path,
            item,
            taken=frozenset(named) if is_whole else frozenset(),
            space={} if on is not None else {"on": str(self.on)},
            id=self.held.id(Evidence, made_id(title, text if on is not None else ""), title, str(on)),
            on=on or self.on,
        )

    def _reference(self, section: Section, path: str, item: Mapping[str, Any]) -> None:
        name = item.get("name", "")
        if not name:
            self.report.add("no-name", "names nobody", path)
            return
        known = list(self.held.people.by_name(name))
        self.make(
            Contact,
            section,
            path,
            item,
            id=known[0] if len(known) == 1 else person_id("", name, None, ""),
            relations=("reference",),
            vouches=bool(item.get("reference")),
        )


def _extra(
    section: Section, rest: Mapping[str, Any], space: Mapping[str, Any], *, marked: bool
) -> dict[str, Any]:
    """What no field is for, under the section's name; that alone where the record does not tell it."""
    if rest or space or (marked and not section.implied):
        return {SPACE: {section.name: rest, **space}}
    return {}
