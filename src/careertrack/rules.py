"""What records must agree on: one rule, one function, one code.

A rule reads a dossier, all that was ever said about one id, and returns what is wrong with
it; it never raises.  `RULES` lists them by kind; `CYCLES` lists the links that must not lead
back to where they start, on any day.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple

from careertrack.catalogue import FACTS
from careertrack.record import Fact, Record
from careertrack.records.goals import Goal
from careertrack.records.people import Commitment, Contact
from careertrack.records.roles import Role
from careertrack.records.setbacks import Setback
from careertrack.records.skills import Assessment, Course, Skill


class Fault(NamedTuple):
    """One fault of a record among others; where the record stands is for the caller to say."""

    record: Record
    field: str  # below the record: "" or ".requires[0].skill"
    code: str
    params: Mapping[str, Any]
    other: Record | None = None


Rule = Callable[[str, Sequence[Record]], Iterator[Fault]]


def within_the_scale(id: str, dossier: Sequence[Record]) -> Iterator[Fault]:
    """No level of a skill is above the top of its scale."""
    skill = next((record for record in dossier if isinstance(record, Skill) and record.id == id), None)
    if skill is None:
        return
    for record in dossier:
        for field, level in _levels(record, id):
            if level > skill.top:
                yield Fault(
                    record, field, "above-top", {"level": f"{level:g}", "top": f"{skill.top:g}", "id": id}
                )


def _levels(record: Record, id: str) -> Iterator[tuple[str, float]]:
    """The levels of a skill that a record states, each with its path."""
    if isinstance(record, Assessment):
        yield ".level", record.level
    elif isinstance(record, Role):
        for i, need in enumerate(record.requires):
            if need.skill == id:
                yield f".requires[{i}].level", need.level
    elif isinstance(record, Course):
        for i, lesson in enumerate(record.teaches):
            if lesson.skill == id:
                yield f".teaches[{i}].level", lesson.level


def one_scale(id: str, dossier: Sequence[Record]) -> Iterator[Fault]:
    """The top of a skill's scale is never revised."""
    own = [record for record in dossier if isinstance(record, Skill) and record.id == id]
    for record in own[1:]:
        if (
            record.top != own[0].top and record.on != own[0].on
        ):  # on one day they contradict each other: told there
            yield Fault(record, ".top", "top-revised", {"top": f"{own[0].top:g}", "got": f"{record.top:g}"})


def due_after_the_first_day(id: str, dossier: Sequence[Record]) -> Iterator[Fault]:
    """A day to have done something by comes after the day it was first recorded."""
    own = [record for record in dossier if record.id == id]  # also what only a newer version can read
    for record in own:
        first = own[0].on
        # A setback may have the id of the goal it is about: it is judged where it is filed itself.
        if isinstance(record, Goal | Commitment | Setback) and record.kind == own[0].kind:
            for field, due in _due_days(record):
                if first is not None and due <= first:
                    yield Fault(record, field, "not-after", {"first": str(first), "got": f"'{due}'"})


def _due_days(record: Goal | Commitment | Setback) -> Iterator[tuple[str, Any]]:
    if isinstance(record, Setback):
        if record.retry is not None:
            yield ".retry", record.retry
    elif record.due is not None:
        yield ".due", record.due
    if isinstance(record, Goal):
        for i, milestone in enumerate(record.milestones):
            yield f".milestones[{i}].due", milestone.due


def once(id: str, dossier: Sequence[Record]) -> Iterator[Fault]:
    """A fact that has an id is recorded once."""
    own = [record for record in dossier if isinstance(record, Fact) and record.id == id]
    for record in own[1:]:
        if (record.on, record.place()) != (own[0].on, own[0].place()):  # else told where the plan is ordered
            yield Fault(record, "", "conflict", {"what": f"{record.kind} {id}"}, own[0])


RULES: Final[Mapping[str, tuple[Rule, ...]]] = dict.fromkeys(FACTS, (once,)) | {
    "skill": (within_the_scale, one_scale),
    "goal": (due_after_the_first_day,),
    "commitment": (due_after_the_first_day,),
    "setback": (due_after_the_first_day,),
}


# --- Cycles ----------------------------------------------------------------------------------


def _parent(record: Record) -> Sequence[tuple[str, str]]:
    return [(".parent", record.parent)] if isinstance(record, Goal) and record.parent else []


def _introduced_by(record: Record) -> Sequence[tuple[str, str]]:
    return (
        [(".introduced_by", record.introduced_by)]
        if isinstance(record, Contact) and record.introduced_by
        else []
    )


def _prerequisites(record: Record) -> Sequence[tuple[str, str]]:
    if not isinstance(record, Skill):
        return []
    return [(f".prerequisites[{i}]", id) for i, id in enumerate(record.prerequisites)]


Links = Callable[[Record], Sequence[tuple[str, str]]]
CYCLES: Final[Mapping[str, Links]] = {"goal": _parent, "contact": _introduced_by, "skill": _prerequisites}

FOREVER: Final = 10**7  # later than the last day of the calendar, as an ordinal


class _Link(NamedTuple):
    """A link and the days it is in force: from one, up to but without another."""

    record: Record
    field: str
    to: str
    start: int
    end: int


def cycles(kind: str, ids: Iterable[str], own: Callable[[str], Sequence[Record]]) -> Iterator[Fault]:
    """Links of a kind that lead back to where they start on some day, each cycle told once.

    A look at all links there ever were is linear and nearly always enough; only where it finds
    a way back are the days compared.
    """
    links = CYCLES[kind]
    known: dict[str, list[_Link]] = {}

    def links_of(id: str) -> list[_Link]:
        if id not in known:
            known[id] = list(_in_force(own(id), links))
        return known[id]

    told = set[str]()
    for id in _on_the_way_back(ids, links_of):
        way = None if id in told else _way_back(id, links_of)
        if way is not None:
            told.update(link.to for link in way)
            names = " -> ".join([id, *(link.to for link in way)])
            yield Fault(way[0].record, way[0].field, "cycle", {"kind": kind, "ids": names})


def _in_force(own: Sequence[Record], links: Links) -> Iterator[_Link]:
    starts = [0 if record.on is None else record.on.toordinal() for record in own]
    ends = [*starts, FOREVER][1:]
    for record, start, end in zip(own, starts, ends, strict=True):
        for field, to in links(record):
            yield _Link(record, field, to, start, end)


def _on_the_way_back(ids: Iterable[str], links_of: Callable[[str], list[_Link]]) -> list[str]:
    """All ids that links lead back to, days aside; the same whichever id the walk begins with.

    What is strongly connected, by Gabow's path-based search, without recursion.
    """
    found, done = set[str](), set[str]()
    place: dict[str, int] = {}
    for start in ids:
        if start in place or not links_of(start):
            continue
        walking, heads, open_ = [start], list[str](), list[str]()
        left: dict[str, Iterator[_Link]] = {}
        while walking:
            id = walking[-1]
            if id not in place:
                place[id], left[id] = len(place), iter(links_of(id))
                heads.append(id)
                open_.append(id)
            link = next(left[id], None)
            if link is None:
                walking.pop()
                if heads[-1] == id:
                    heads.pop()
                    ring = [open_.pop()]
                    while ring[-1] != id:
                        ring.append(open_.pop())
                    done.update(ring)
                    found.update(ring if len(ring) > 1 else ())
            elif link.to == id:
                found.add(id)
            elif link.to not in place:
                walking.append(link.to)
            elif link.to not in done:
                while place[heads[-1]] > place[link.to]:
                    heads.pop()
    return sorted(found)


def _way_back(start: str, links_of: Callable[[str], list[_Link]]) -> list[_Link] | None:
    """A chain of links from an id to itself that are all in force on one day, if there is one."""
    seen = set[tuple[str, int, int]]()
    todo: list[tuple[str, int, int, list[_Link]]] = [(start, 0, FOREVER, [])]
    while todo:
        id, since, until, way = todo.pop()
        for link in links_of(id):
            low, high = max(since, link.start), min(until, link.end)
            if low >= high:
                continue
            if link.to == start:
                return [*way, link]
            if (link.to, low, high) not in seen:
                seen.add((link.to, low, high))
                todo.append((link.to, low, high, [*way, link]))
    return None
