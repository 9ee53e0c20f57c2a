"""The table of entries: which fields depend on others, and how; and records made by it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date, datetime
from typing import Any, Final, TypeVar

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from careertrack.errors import InvalidValue, Refused
from careertrack.fields import Base, path_to
from careertrack.record import Timeless
from careertrack.records.goals import Goal
from careertrack.records.moves import Offer, Rating, Transition
from careertrack.records.people import Commitment, Contact, Event
from careertrack.records.rhythm import Cadence, Pause, Routine
from careertrack.records.roles import Requirement, Role
from careertrack.records.self import Interests, Need, Position, Priorities, Reflection, Runway
from careertrack.records.setbacks import Resolution, Setback
from careertrack.records.skills import Assessment, Course, Lesson, Skill
from careertrack.shapes import LocalTime, Newer
from careertrack.strategies import _amounts as amounts
from careertrack.strategies import _draft as draft_
from careertrack.strategies._draft import NOTHING, Draft, Entry, is_needed
from careertrack.strategies._values import World, ids, items, names_others, partial_days, tuples_of, values

B = TypeVar("B", bound=Base)

# --- Entries of single classes ------------------------------------------------------------------


def _started(draft: Draft, _: str) -> SearchStrategy[Any]:
    ended = draft.given.get("ended")
    return NOTHING | (partial_days(last=_first_day(ended)) if ended else partial_days())


def _ended(draft: Draft, _: str) -> SearchStrategy[Any]:
    started = draft.given["started"]
    return NOTHING | (partial_days(first=_first_day(started)) if started else partial_days())


def _first_day(part: str) -> date:
    return date.fromisoformat(part + "-01-01"[len(part) - 4 :])


def _starts(draft: Draft, _: str) -> SearchStrategy[Any]:
    if draft.lacks("zone"):
        return NOTHING | st.dates()
    if draft.has("zone"):
        return st.datetimes().map(lambda each: each.replace(second=0, microsecond=0, fold=0))
    return NOTHING | values(LocalTime(), draft.world)


def _zone(draft: Draft, name: str) -> SearchStrategy[Any]:
    return draft.some(name) if isinstance(draft.given["starts"], datetime) else NOTHING


def _minutes_of_routine(draft: Draft, name: str) -> SearchStrategy[Any]:
    if "of" in draft.given:
        return NOTHING if draft.has("of") else draft.some(name)
    return draft_.exactly_one(draft, name)


def _times_of_routine(draft: Draft, name: str) -> SearchStrategy[Any]:
    return NOTHING if draft.has("minutes") else draft.some(name)


def _side(other: str) -> Entry:
    """One side of a promise: somebody else than on the other, or the owner."""

    def entry(draft: Draft, name: str) -> SearchStrategy[Any]:
        if draft.has("pillar"):
            return NOTHING
        named = draft.others(name, other)
        return named if draft.lacks("pillar") and draft.lacks(other) else NOTHING | named

    return entry


def _pillar_of_promise(draft: Draft, name: str) -> SearchStrategy[Any]:
    return NOTHING if draft.has("by") or draft.has("to") else draft.some(name)


def _look_back(draft: Draft, name: str) -> SearchStrategy[Any]:
    return NOTHING if draft.lacks("decision") else draft_.after_its_day(draft, name)


def _prerequisites(draft: Draft, _: str) -> SearchStrategy[Any]:
    return tuples_of(draft.others("prerequisites", "id"))


def _each_once(cls: type[Base], by: str) -> Entry:
    """A list of parts, each about something else."""

    def entry(draft: Draft, _: str) -> SearchStrategy[Any]:
        named = tuples_of(values(cls.spec.by_name[by].shape, draft.world))
        return named.flatmap(
            lambda all: st.tuples(*(draft.world.part(cls, {by: st.just(each)}) for each in all))
        )

    return entry


def _ranked(draft: Draft, name: str) -> SearchStrategy[Any]:
    return tuples_of(items(draft.cls.spec.by_name[name].shape, draft.world))


def _five_or_none(draft: Draft, name: str) -> SearchStrategy[Any]:
    title = items(draft.cls.spec.by_name[name].shape, draft.world)
    return st.just(()) | st.tuples(title, title, title, title, title)


# --- The table ------------------------------------------------------------------------------------

_UNTIL: Final[Mapping[str, Entry]] = {
    "on": draft_.own_day(upto=["until"]),
    "until": draft_.from_its_day,
}
_ABOUT: Final = ("transition", "goal", "conversation")
_SCORES: Final = ("realistic", "investigative", "artistic", "social", "enterprising", "conventional")

# In the order in which fields of one class are drawn: an entry reads those above it.
FITTING: Final[Mapping[type[Base], Mapping[str, Entry]]] = {
    Timeless: {"on": draft_.nothing},  # the first record of an id has no day
    Skill: {"id": draft_.another_than("prerequisites"), "prerequisites": _prerequisites},
    Contact: {"id": draft_.another_than("introduced_by"), "introduced_by": draft_.another_than("id")},
    Event: {"starts": _starts, "zone": _zone},
    Requirement: {"level": amounts.level},
    Role: {"requires": _each_once(Requirement, "skill")},
    Lesson: {"level": amounts.level},
    Course: {"teaches": _each_once(Lesson, "skill")},
    Position: {"started": _started, "ended": _ended},
    Goal: {
        "id": draft_.another_than("parent"),
        "on": draft_.own_day(before=["due"]),
        "due": amounts.due_of_goal,
        "parent": draft_.another_than("id"),
        "target": amounts.target,
        "baseline": amounts.baseline,
        "milestones": amounts.milestones,
        "anchors": _five_or_none,
    },
    Transition: {"pay_from": amounts.pay("pay_to", min), "pay_to": amounts.pay("pay_from", max)},
    Routine: {
        **_UNTIL,
        "minutes": _minutes_of_routine,
        "times": _times_of_routine,
        "of": draft_.just_with("times"),
    },
    Cadence: _UNTIL,
    Commitment: {
        "on": draft_.own_day(before=["due"]),
        "by": _side("to"),
        "to": _side("by"),
        "pillar": _pillar_of_promise,
        "due": draft_.after_the_first_day,
    },
    Setback: {
        "on": draft_.own_day(before=["retry"]),
        "retry": draft_.after_the_first_day,
        **dict.fromkeys(_ABOUT, draft_.at_most_one(*_ABOUT)),
    },
    Interests: {
        **dict.fromkeys(_SCORES, amounts.interest),
        "low": amounts.end_of_scale(-1e15, 1.0, 1.0),
        "high": amounts.end_of_scale(7.0, 1e15, 7.0),
    },
    Need: {"at_most": amounts.upper_bound},
    Priorities: {"motivators": _ranked},
    Reflection: {
        "on": draft_.own_day(before=["look_back"]),
        "decision": draft_.needed_by("look_back", draft_.at_least_one),
        "look_back": _look_back,
    },
    Runway: {
        **dict.fromkeys(("savings", "spending", "income"), amounts.same_currency),
        "income_until": draft_.only_with("income"),
    },
    Pause: _UNTIL,
    Assessment: {"level": amounts.level},
    Offer: {
        "on": draft_.own_day(upto=["answer_by"]),
        "answer_by": draft_.from_its_day,
        "ratings": _each_once(Rating, "criterion"),
    },
    Resolution: {
        "credential": draft_.needed_by("expires", draft_.any_value),
        "expires": draft_.only_with("credential"),
    },
}


def _entry_of(cls: type[Base], name: str) -> Entry | None:
    """A field's own entry, its base's, or what its class says of how many of some fields are given."""
    for base in cls.__mro__:
        if name in FITTING.get(base, ()):
            return FITTING[base][name]
    if name in cls.one_of:
        return draft_.exactly_one
    return draft_.at_least_one if name in cls.any_of else None


# --- Records ----------------------------------------------------------------------------------------


@attrs.frozen
class Anywhere:
    """The world of a record that stands alone: any id may be named."""

    def names(self, _: str, but: Collection[str] = ()) -> SearchStrategy[str]:
        """Any id, but for some."""
        return ids.map(lambda id: _apart(id, but)) if but else ids

    def top(self, _: str) -> float:
        """The highest top that there is."""
        return 1000.0

    def since(self, on: date) -> date:
        """Its own day."""
        return on

    def part(self, cls: type[Base], given: Mapping[str, SearchStrategy[Any]]) -> SearchStrategy[Any]:
        """A part that likewise names anything."""
        return made(cls, self, given)


def _apart(id: str, but: Collection[str]) -> str:
    while id in but:
        id = f"not-{id}"
    return id


@st.composite
def made(draw: DrawFn, cls: type[B], world: World, given: Mapping[str, SearchStrategy[Any]]) -> B:
    """Values of a class: first the fields given, then those free of others, then those bound to others."""
    draft = Draft(cls, world, {name: draw(strategy) for name, strategy in given.items()})
    draft.given.update(draw(_free(cls, frozenset(given))))
    for name in _bound(cls):
        if name not in draft.given:
            entry = _entry_of(cls, name) or draft_.any_value
            draft.given[name] = draw(entry(draft, name))
    return cls(**draft.given)


def _bound(cls: type[Base]) -> list[str]:
    """The fields that are bound to others, those of the class's own entries last and in their order."""
    last = list(FITTING.get(cls, ()))
    return [name for name in cls.spec.by_name if name not in last and _is_bound(cls, name)] + last


def _is_bound(cls: type[Base], name: str) -> bool:
    """Whether a field depends on other fields, or on what there is to be named."""
    return _entry_of(cls, name) is not None or names_others(cls.spec.by_name[name].shape)


_FREE: Final[dict[type[Base], dict[frozenset[str], SearchStrategy[dict[str, Any]]]]] = {}


def _free(cls: type[Base], given: frozenset[str]) -> SearchStrategy[dict[str, Any]]:
    """The fields that depend on nothing, but for those given; made once, since that takes long."""
    known = _FREE.setdefault(cls, {})
    if given not in known:
        fields = [f for f in cls.spec.fields if f.name not in given and not _is_bound(cls, f.name)]
        some = {f.name: values(f.shape, Anywhere()) for f in fields if not isinstance(f.shape, Newer)}
        needed = {f.name: some.pop(f.name) for f in fields if is_needed(f)}
        known[given] = st.fixed_dictionaries(needed, optional=some)
    return known[given]


def strategy_of(cls: type[Base], name: str, value: Any) -> SearchStrategy[Any]:
    """What a caller gives for a field, a value or a strategy, as the field keeps it."""
    field = cls.spec.by_name[name]

    def kept(given: Any) -> Any:
        if given is None and (field.optional or name == "id"):
            return None
        try:
            return field.gate(given)
        except Refused:
            found = field.faults(given, path_to(cls.__name__, name))
        raise InvalidValue(found)

    return value.map(kept) if isinstance(value, SearchStrategy) else st.just(kept(value))
