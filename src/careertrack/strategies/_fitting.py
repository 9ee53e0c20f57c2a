"""Rules between fields, met by construction: what a field may be, once others are known.

A field without an entry is any value of its shape.  Entries read what was drawn before them;
fields that a caller gives come first of all, so an entry has to heed them as well.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, timedelta
from decimal import Decimal
from math import inf, nextafter
from typing import Any, Final

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from careertrack.fields import Base, Field
from careertrack.record import Timeless
from careertrack.records.goals import CheckIn, Goal, Milestone
from careertrack.records.moves import Offer, Rating, Transition
from careertrack.records.people import Commitment, Contact, Event
from careertrack.records.rhythm import Cadence, Effort, Pause, Routine
from careertrack.records.roles import Requirement, Role
from careertrack.records.self import Capacity, Interests, Need, Position, Priorities, Reflection, Runway
from careertrack.records.setbacks import Resolution, Setback
from careertrack.records.skills import Assessment, Course, Lesson, Skill
from careertrack.shapes import LocalTime
from careertrack.strategies._values import FEW, NEAR, World, days_from, moneys, numbers, partial_days, tuples_of, values
from careertrack.values import Money

NOTHING: Final = st.none()
DAY: Final = timedelta(1)


def is_needed(field: Field) -> bool:
    """Whether a field is always drawn: no default, or an id that would be made from a name that may give none."""
    return field.required or (field.name == "id" and not field.optional)


@attrs.frozen
class Draft:
    """A value being drawn: its class, what may be named, and the fields that are decided."""

    cls: type[Base]
    world: World
    given: dict[str, Any]

    def some(self, name: str) -> SearchStrategy[Any]:
        """Any value of a field's shape."""
        return values(self.cls.spec.by_name[name].shape, self.world)

    def perhaps(self, name: str) -> SearchStrategy[Any]:
        """The field's default, or any value of its shape; always the latter where there is no default."""
        field = self.cls.spec.by_name[name]
        return self.some(name) if is_needed(field) else st.just(field.default) | self.some(name)

    def has(self, name: str) -> bool:
        """Whether a field is decided, and not left out."""
        return self.given.get(name) is not None

    def lacks(self, name: str) -> bool:
        """Whether a field is decided, and left out."""
        return name in self.given and self.given[name] is None

    @property
    def since(self) -> date:
        """The first day of what is defined."""
        return self.world.since(self.given["on"])


Entry = Callable[[Draft, str], SearchStrategy[Any]]


def entry_of(cls: type[Base], name: str) -> Entry | None:
    """A field's own entry, or its base's."""
    return next((FITTING[base][name] for base in cls.__mro__ if name in FITTING.get(base, ())), None)


def fitting(draft: Draft, name: str) -> SearchStrategy[Any]:
    """What a field may be, beside those that are decided."""
    entry = entry_of(draft.cls, name)
    return draft.perhaps(name) if entry is None else entry(draft, name)


# --- How many of some fields ------------------------------------------------------------------


def _at_least_one(*names: str) -> Entry:
    def entry(draft: Draft, name: str) -> SearchStrategy[Any]:
        is_last = all(draft.lacks(other) for other in names if other != name)
        return draft.some(name) if is_last else draft.perhaps(name)

    return entry


def _exactly_one(draft: Draft, name: str) -> SearchStrategy[Any]:
    names = draft.cls.one_of  # type: ignore[attr-defined]
    if any(draft.has(other) for other in names):
        return NOTHING
    left = [other for other in names if other not in draft.given and not draft.some(other).is_empty]
    return _one_in(len(left), draft.some(name)) if name in left else NOTHING


def _one_in(count: int, strategy: SearchStrategy[Any]) -> SearchStrategy[Any]:
    """A value in one of so many cases, so that each of so many fields is as likely as the others."""
    return st.integers(1, count).flatmap(lambda n: strategy if n == count else NOTHING)


def _at_most_one(*names: str) -> Entry:
    def entry(draft: Draft, name: str) -> SearchStrategy[Any]:
        return NOTHING if any(draft.has(other) for other in names) else draft.perhaps(name)

    return entry


def _only_with(other: str) -> Entry:
    """A field that is left out where another is."""
    return lambda draft, name: NOTHING if draft.lacks(other) else draft.perhaps(name)


def _needed_by(other: str, entry: Entry) -> Entry:
    """A field that has to be given where another is, and else by its own entry."""
    return lambda draft, name: draft.some(name) if draft.has(other) else entry(draft, name)


def _perhaps(draft: Draft, name: str) -> SearchStrategy[Any]:
    return draft.perhaps(name)


def _pace(draft: Draft, name: str) -> SearchStrategy[Any]:
    """Minutes, unless times of something are promised."""
    if draft.has("times") or draft.has("of"):
        return NOTHING
    return draft.some(name) if draft.lacks("times") or draft.lacks("of") else draft.perhaps(name)


def _unless(other: str) -> Entry:
    return lambda draft, name: NOTHING if draft.has(other) else draft.some(name)


# --- Days -------------------------------------------------------------------------------------


def _from_day(draft: Draft, name: str) -> SearchStrategy[Any]:
    """A day no earlier than the record's own."""
    days = days_from(draft.given["on"])
    return days if draft.cls.spec.by_name[name].required else NOTHING | days


def _after(day: date) -> SearchStrategy[Any]:
    return NOTHING if day == date.max else NOTHING | days_from(day + DAY)


def _after_the_first_day(draft: Draft, _: str) -> SearchStrategy[Any]:
    return _after(draft.since)


def _look_back(draft: Draft, _: str) -> SearchStrategy[Any]:
    return NOTHING if draft.lacks("decision") else _after(draft.given["on"])


def _own_day(*, before: Sequence[str] = (), upto: Sequence[str] = ()) -> Entry:
    """The record's own day, before or up to those of its days that are decided."""

    def entry(draft: Draft, name: str) -> SearchStrategy[Any]:
        last = [draft.given[other] - DAY for other in before if draft.has(other)]
        last += [draft.given[other] for other in upto if draft.has(other)]
        last += [each.due - DAY for each in draft.given.get("milestones", ())]
        return st.dates(max_value=min(last, default=date.max))

    return entry


def _started(draft: Draft, _: str) -> SearchStrategy[Any]:
    ended = draft.given.get("ended")
    return NOTHING | (partial_days(last=_first_day(ended)) if ended else partial_days())


def _ended(draft: Draft, _: str) -> SearchStrategy[Any]:
    started = draft.given["started"]
    return NOTHING | (partial_days(first=_first_day(started)) if started else partial_days())


def _first_day(part: str) -> date:
    return date.fromisoformat(part + "-01-01"[len(part) - 4 :])


def _starts(draft: Draft, _: str) -> SearchStrategy[Any]:
    both = values(LocalTime(), draft.world)
    timed = st.builds(datetime.combine, st.dates(), st.times().map(lambda t: t.replace(second=0, microsecond=0)))
    if "zone" not in draft.given:
        return NOTHING | both
    return timed if draft.has("zone") else NOTHING | st.dates()


def _zone(draft: Draft, name: str) -> SearchStrategy[Any]:
    return draft.some(name) if isinstance(draft.given["starts"], datetime) else NOTHING


# --- Others than itself -----------------------------------------------------------------------


def _others(draft: Draft, name: str, other: str) -> SearchStrategy[str]:
    """Ids that may be named, but for those that another field holds."""
    decided = draft.given.get(other) or ()
    but = (decided,) if isinstance(decided, str) else decided
    kind: str = getattr(draft.cls.spec.by_name[name].shape, "kind", draft.cls.kind)  # type: ignore[attr-defined]
    return draft.world.names(kind, but)


def _another_than(other: str) -> Entry:
    def entry(draft: Draft, name: str) -> SearchStrategy[Any]:
        named = _others(draft, name, other)
        return named if name == "id" else NOTHING | named

    return entry


def _prerequisites(draft: Draft, _: str) -> SearchStrategy[Any]:
    named = draft.world.names(Skill.kind, (draft.given["id"],))
    return tuples_of(named)


def _side(other: str) -> Entry:
    """One side of a promise: somebody else than on the other, or the owner."""

    def entry(draft: Draft, name: str) -> SearchStrategy[Any]:
        if draft.has("pillar"):
            return NOTHING
        named = _others(draft, name, other)
        return named if draft.lacks("pillar") and draft.lacks(other) else NOTHING | named

    return entry


def _pillar_of_promise(draft: Draft, name: str) -> SearchStrategy[Any]:
    return NOTHING if draft.has("by") or draft.has("to") else draft.some(name)


# --- Numbers that go together -----------------------------------------------------------------


def _amount_but(draft: Draft, name: str, but: float | None) -> SearchStrategy[Any]:
    instead = 1.0 if but != 1 else 2.0
    return draft.some(name).map(lambda value: value if value != but else instead)


def _baseline(draft: Draft, name: str) -> SearchStrategy[Any]:
    curve = draft.given.get("milestones")
    if curve:
        return st.just(nextafter(curve[0].value, -inf * _way(curve)))
    if draft.lacks("target"):
        return NOTHING
    target = draft.given.get("target")
    some = _amount_but(draft, name, target)
    return some if target == 0 else NOTHING | some


def _target(draft: Draft, name: str) -> SearchStrategy[Any]:
    curve = draft.given.get("milestones")
    if curve:
        return st.just(nextafter(curve[-1].value, inf * _way(curve)))
    some = _amount_but(draft, name, draft.given["baseline"] or 0.0)
    return NOTHING | some if draft.lacks("baseline") else some


def _way(curve: Sequence[Milestone]) -> int:
    return -1 if curve[-1].value < curve[0].value else 1


def _milestones(draft: Draft, _: str) -> SearchStrategy[Any]:
    """Some tenths of the way, on as many days between the first and the one to have reached it by."""
    target, start = draft.given["target"], draft.given["baseline"] or 0.0
    between = ((draft.given["due"] or date.max) - draft.since).days - 1
    if target is None or between < 1:
        return st.just(())
    tenths = dict.fromkeys(start + (target - start) * n / 10 for n in range(1, 10))
    on_the_way = [value for value in tenths if min(start, target) < value < max(start, target)]
    days = st.integers(1, min(between, NEAR)).map(lambda n: draft.since + n * DAY)
    return _curve(days, on_the_way, min(FEW, len(on_the_way), between))


@st.composite
def _curve(draw: DrawFn, days: SearchStrategy[date], on_the_way: Sequence[float], most: int) -> tuple[Milestone, ...]:
    dues = sorted(draw(st.lists(days, unique=True, max_size=most)))
    places = draw(st.permutations(range(len(on_the_way))))[: len(dues)]
    return tuple(Milestone(due=due, value=on_the_way[place]) for due, place in zip(dues, sorted(places), strict=True))


def _due_of_goal(draft: Draft, _: str) -> SearchStrategy[Any]:
    return _after(max([draft.since, *(each.due for each in draft.given.get("milestones", ()))]))


def _wider(low: float, high: float, usual: float) -> Entry:
    """The end of a scale: the usual one, or one further out."""
    return lambda _, __: st.just(usual) | st.floats(low, high, allow_subnormal=False)


def _interest(_: Draft, __: str) -> SearchStrategy[Any]:
    return st.integers(1, 7).map(float) | st.floats(1, 7)  # O*NET's scale


def _at_most(draft: Draft, name: str) -> SearchStrategy[Any]:
    least = draft.given.get("at_least")
    return draft.perhaps(name) if least is None else NOTHING | draft.some(name).map(lambda most: max(least, most))


def _level(draft: Draft, _: str) -> SearchStrategy[Any]:
    return numbers(0.0, draft.world.top(draft.given["skill"]))


def _lower(pay: Money, end: Money) -> Money:
    return min(pay, end, key=_amount)


def _higher(pay: Money, end: Money) -> Money:
    return max(pay, end, key=_amount)


def _amount(pay: Money) -> Decimal:
    return pay.amount


def _pay(other: str, better: Callable[[Money, Money], Money]) -> Entry:
    """An end of a range of pay: in the currency of the other end, and on the right side of it."""

    def entry(draft: Draft, name: str) -> SearchStrategy[Any]:
        end: Money | None = draft.given.get(other)
        if end is None:
            return draft.perhaps(name)
        return NOTHING | moneys(end.currency).map(lambda pay: better(pay, end))

    return entry


def _same_currency(draft: Draft, name: str) -> SearchStrategy[Any]:
    given = [draft.given[each] for each in ("savings", "spending", "income") if draft.has(each)]
    if not given:
        return draft.perhaps(name)
    some = moneys(given[0].currency, debt=name == "savings")
    return some if draft.cls.spec.by_name[name].required or draft.has("income_until") else NOTHING | some


# --- Lists without repetition -----------------------------------------------------------------


def _each_once(cls: type[Base], by: str) -> Entry:
    def entry(draft: Draft, _: str) -> SearchStrategy[Any]:
        named = tuples_of(values(cls.spec.by_name[by].shape, draft.world))
        return named.flatmap(
            lambda all: st.tuples(*(draft.world.part(cls, {by: st.just(each)}) for each in all))
        )

    return entry


def _different(draft: Draft, name: str) -> SearchStrategy[Any]:
    shape = draft.cls.spec.by_name[name].shape
    return tuples_of(values(getattr(shape, "of"), draft.world))  # noqa: B009


def _five_or_none(draft: Draft, name: str) -> SearchStrategy[Any]:
    title = values(getattr(draft.cls.spec.by_name[name].shape, "of"), draft.world)  # noqa: B009
    return st.just(()) | st.tuples(title, title, title, title, title)


# --- The table --------------------------------------------------------------------------------

_ON_UNTIL: Final[Mapping[str, Entry]] = {"on": _own_day(upto=["until"]), "until": _from_day}
_SAID: Final = ("energy", "engagement", "confidence", "hope", "went_well", "decision")
_ABOUT: Final = ("transition", "goal", "conversation")

FITTING: Final[Mapping[type, Mapping[str, Entry]]] = {
    Timeless: {"on": lambda _, __: NOTHING},  # the first record of its id has none
    Skill: {"id": _another_than("prerequisites"), "prerequisites": _prerequisites},
    Contact: {"id": _another_than("introduced_by"), "introduced_by": _another_than("id")},
    Event: {"starts": _starts, "zone": _zone},
    Requirement: {"level": _level},
    Role: {"requires": _each_once(Requirement, "skill")},
    Lesson: {"level": _level},
    Course: {"teaches": _each_once(Lesson, "skill")},
    Position: {"started": _started, "ended": _ended},
    Goal: {
        "id": _another_than("parent"),
        "on": _own_day(before=["due"]),
        "due": _due_of_goal,
        "parent": _another_than("id"),
        "baseline": _baseline,
        "target": _target,
        "milestones": _milestones,
        "anchors": _five_or_none,
    },
    Transition: {"pay_from": _pay("pay_to", _lower), "pay_to": _pay("pay_from", _higher)},
    Routine: {
        **_ON_UNTIL,
        "minutes": _pace,
        "times": _unless("minutes"),
        "of": _unless("minutes"),
    },
    Cadence: _ON_UNTIL,
    Commitment: {
        "on": _own_day(before=["due"]),
        "by": _side("to"),
        "to": _side("by"),
        "pillar": _pillar_of_promise,
        "due": _after_the_first_day,
    },
    Setback: {
        "on": _own_day(before=["retry"]),
        "retry": _after_the_first_day,
        **dict.fromkeys(_ABOUT, _at_most_one(*_ABOUT)),
    },
    Interests: {
        **dict.fromkeys(("realistic", "investigative", "artistic", "social", "enterprising", "conventional"), _interest),
        "low": _wider(-1e15, 1.0, 1.0),
        "high": _wider(7.0, 1e15, 7.0),
    },
    Need: {"at_most": _at_most},
    Priorities: {"motivators": _different},
    Reflection: {
        "on": _own_day(before=["look_back"]),
        **dict.fromkeys(_SAID, _at_least_one(*_SAID)),
        "decision": _needed_by("look_back", _at_least_one(*_SAID)),
        "look_back": _look_back,
    },
    Capacity: dict.fromkeys(("minutes", "training_budget"), _at_least_one("minutes", "training_budget")),
    Runway: {
        **dict.fromkeys(("savings", "spending", "income"), _same_currency),
        "income_until": _only_with("income"),
    },
    Pause: _ON_UNTIL,
    Effort: dict.fromkeys(Effort.one_of, _exactly_one),
    Assessment: {"level": _level},
    CheckIn: dict.fromkeys(("value", "level"), _at_least_one("value", "level")),
    Offer: {
        "on": _own_day(upto=["answer_by"]),
        "answer_by": _from_day,
        "ratings": _each_once(Rating, "criterion"),
    },
    Resolution: {
        **dict.fromkeys(Resolution.one_of, _exactly_one),
        "credential": _needed_by("expires", _perhaps),
        "expires": _only_with("credential"),
    },
}
