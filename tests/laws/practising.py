"""Half a year of practice, drawn: asks of every sort, what was done about them, what came of it, and rest.

Days are counted from a Monday, so that what a failing test is reduced to is read at a glance.
Facts have ids, so that two of them never are one by being alike.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from typing import Any, Final, NamedTuple, TypeVar, get_args

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

import careertrack as ct
from careertrack.record import Definition, Record
from careertrack.records.moves import STAGES
from careertrack.vocabulary import PILLARS, Answer, Counted, Outcome, Rater, Stage, Why

T = TypeVar("T")

START: Final = date(2026, 1, 5)
SPAN: Final = 182
DAYS: Final = st.integers(0, SPAN)
NEAR: Final = st.integers(1, 40)
OWN_STEPS: Final[tuple[Stage, ...]] = ("lead", "applied", "withdrawn")
OUTCOMES: Final[tuple[Stage, ...]] = tuple(stage for stage in STAGES if stage not in OWN_STEPS)
ANSWERS: Final[tuple[Answer, ...]] = get_args(Answer)
PEOPLE: Final = ("boss", "pal")
SKILLS: Final = ("sql", "r")
CATALOGUE: Final[tuple[Record, ...]] = (
    *(ct.Skill(id=id, name=id) for id in SKILLS),
    ct.Role(id="lead", title="Lead", requires=[ct.Requirement(skill="sql", level=4)]),
    ct.Role(id="both", title="Both", requires=[ct.Requirement(skill=id, level=5) for id in SKILLS]),
    ct.Contact(id="boss", name="Boss", relations=["manager"]),
    ct.Contact(id="pal", name="Pal"),
    *(ct.Event(id=id, title=id, starts="2026-03-02") for id in ("fair", "evening")),
)


def after(days: int) -> date:
    """So many days after the start."""
    return START + timedelta(days)


def offset(day: date) -> int:
    """How many days after the start a day is."""
    return (day - START).days


class Begun(NamedTuple):
    """Something that can be named from a day on."""

    id: str
    first: int


class Drawn:
    """The records drawn so far, and what can be named."""

    def __init__(self, draw: DrawFn, least: dict[str, int]) -> None:
        self.draw, self._least = draw, least
        self.records: list[Record] = list(CATALOGUE)
        self.begun: dict[str, list[Begun]] = {
            "skill": [Begun(id, 0) for id in SKILLS],
            "event": [Begun(id, 0) for id in ("fair", "evening")],
        }

    def each(self, kind: str, most: int, days: SearchStrategy[int] = DAYS) -> Iterator[tuple[int, str, int]]:
        """A few of a kind, each with its place, an id, and a day."""
        for place, day in enumerate(
            self.draw(st.lists(days, min_size=self._least.get(kind, 0), max_size=most))
        ):
            yield place, f"{kind}-{place}", day

    def define(self, *records: Definition) -> None:
        """Adds a definition and its revisions, no two on one day."""
        by_day = {record.on: record for record in reversed(records)}
        self.records += by_day.values()
        first = records[0]
        self.begun.setdefault(first.kind, []).append(
            Begun(first.id, 0 if first.on is None else offset(first.on))
        )

    def some(self, kind: str, day: int) -> str | None:
        """The id of something of a kind that has begun by a day, or nothing."""
        known = [each.id for each in self.begun.get(kind, ()) if each.first <= day]
        return self.draw(st.none() | st.sampled_from(known)) if known else None

    def maybe(self, strategy: SearchStrategy[T]) -> T | None:
        """Nothing, or something."""
        return self.draw(st.none() | strategy)

    def later(self, day: int) -> int | None:
        """A later day, or none."""
        more = self.maybe(NEAR)
        return None if more is None else day + more

    def ends(self, kind: str, id: str, first: int, most: int = 2) -> None:
        """A few ends of something."""
        ends = self.draw(st.lists(st.tuples(st.integers(0, 60), st.booleans()), max_size=most))
        what: dict[str, Any] = {kind: id}
        for more, is_dropped in dict(ends).items():
            outcome: Outcome = "dropped" if is_dropped else "done"
            self.records.append(ct.Resolution(on=after(first + more), outcome=outcome, **what))


# --- What is asked -------------------------------------------------------------------------------


def _pace(drawn: Drawn) -> dict[str, Any]:
    draw = drawn.draw
    per = draw(st.sampled_from(("week", "month")))
    counted = draw(st.none() | st.sampled_from(get_args(Counted)))
    if counted is None:
        return {"minutes": draw(st.integers(1, 4)) * 30, "per": per}
    return {"times": draw(st.integers(1, 4)), "of": counted, "per": per}


def _routines(drawn: Drawn) -> None:
    for _, id, on in drawn.each("routine", 3):
        pillar = drawn.draw(st.sampled_from(PILLARS))
        until = drawn.later(on)
        made = [ct.Routine(id=id, on=after(on), pillar=pillar, until=_on(until), **_pace(drawn))]
        for day in drawn.draw(st.lists(st.integers(1, 90), max_size=1)):
            pillar = drawn.draw(st.sampled_from((pillar, *PILLARS)))
            made.append(ct.Routine(id=id, on=after(on + day), pillar=pillar, **_pace(drawn)))
        drawn.define(*made)
        drawn.ends("routine", id, on, 1)


def _on(day: int | None) -> date | None:
    return None if day is None else after(day)


def _relations(drawn: Drawn) -> None:
    for contact in PEOPLE:
        for day in drawn.draw(st.lists(DAYS, max_size=2, unique=True)):
            relations = drawn.draw(st.sampled_from(([], ["manager"], ["peer"])))
            drawn.records.append(ct.Contact(id=contact, on=after(day), name=contact, relations=relations))
    for _, id, day in drawn.each("new", 2):
        drawn.records.append(ct.Contact(id=id, name=id, met=after(day)))


def _rhythm(drawn: Drawn) -> dict[str, Any]:
    return {
        "every": drawn.draw(st.sampled_from(("1 week", "10 days", "2 weeks", "1 month"))),
        "counted_from": drawn.draw(st.sampled_from(("last-touch", "schedule"))),
    }


def _cadences(drawn: Drawn) -> None:
    for _, id, on in drawn.each("cadence", 3):
        meant: dict[str, Any] = {
            "contact": drawn.draw(st.sampled_from(PEOPLE)),
            "type": drawn.draw(st.sampled_from((None, None, "advice"))),
        }
        made = [ct.Cadence(id=id, on=after(on), until=_on(drawn.later(on)), **meant, **_rhythm(drawn))]
        for day in drawn.draw(st.lists(st.integers(1, 90), max_size=2, unique=True)):
            if drawn.draw(st.booleans()):
                meant = meant | {"contact": drawn.draw(st.sampled_from(PEOPLE))}
            made.append(ct.Cadence(id=id, on=after(on + day), **meant, **_rhythm(drawn)))
        drawn.define(*made)
        drawn.ends("cadence", id, on, 1)


def _moved(drawn: Drawn, first: int) -> list[tuple[int, date | None]]:
    """A few later days of something due, each with the due day it has then."""
    days = drawn.draw(st.lists(NEAR, max_size=2, unique=True))
    return [
        (first + day, _on(drawn.maybe(st.integers(first + 1, first + 60)))) for day in sorted(days)
    ]  # fmt: skip


def _commitments(drawn: Drawn) -> None:
    for _, id, on in drawn.each("commitment", 3):
        sides: Sequence[dict[str, Any]] = [
            {"to": "boss"}, {"to": "pal"}, {"pillar": "skills"}, {"by": "pal"}
        ]  # fmt: skip
        side = drawn.draw(st.sampled_from(sides))
        made = [ct.Commitment(id=id, on=after(on), what="it", due=_on(drawn.later(on)), **side)]
        made += [
            ct.Commitment(id=id, on=after(day), what="it", due=due, **side) for day, due in _moved(drawn, on)
        ]
        drawn.define(*made)
        drawn.ends("commitment", id, on)


def _courses(drawn: Drawn) -> None:
    for _, id, due in drawn.each("course", 2):
        made = [ct.Course(id=id, title=id, due=drawn.draw(st.sampled_from((after(due), None))))]
        for day, moved in _moved(drawn, max(due - 30, 0)):
            made.append(ct.Course(id=id, title=id, on=after(day), due=moved))
        drawn.define(*made)
        drawn.ends("course", id, max(due - 30, 0), 1)


def _setbacks(drawn: Drawn) -> None:
    for _, id, on in drawn.each("setback", 3):
        lesson = st.sampled_from((None, "call first"))
        made = [
            ct.Setback(id=id, on=after(on), what="no", retry=_on(drawn.later(on)), lesson=drawn.draw(lesson))
        ]
        made += [
            ct.Setback(id=id, on=after(day), what="no", retry=due, lesson=drawn.draw(lesson))
            for day, due in _moved(drawn, on)
        ]
        drawn.define(*made)
        drawn.ends("setback", id, on)


def _curve(drawn: Drawn, on: int) -> dict[str, Any]:
    if not drawn.draw(st.booleans()):
        return {"due": _on(drawn.later(on))}
    due, target = on + drawn.draw(st.integers(2, 120)), drawn.draw(st.integers(2, 10))
    stones = [ct.Milestone(due=after(due - 1), value=1)] if drawn.draw(st.booleans()) else []
    return {"due": after(due), "target": target, "milestones": stones}


def _goals(drawn: Drawn) -> None:
    for place, id, on in drawn.each("goal", 4):
        same: dict[str, Any] = {
            "id": id,
            "title": id,
            "pillar": drawn.draw(st.sampled_from(PILLARS)),
            "importance": drawn.draw(st.integers(0, 3)),
        }
        made = []
        for day in sorted({on, *(on + n for n in drawn.draw(st.lists(NEAR, max_size=1)))}):
            # Parts come after what they are part of, so that no goal is a part of itself.
            parents = [each.id for each in drawn.begun.get("goal", ())[:place] if each.first <= day]
            parent = drawn.draw(st.none() | st.sampled_from(parents)) if parents else None
            anchors = ["a", "b", "c", "d", "e"] if drawn.draw(st.booleans()) else []
            made.append(ct.Goal(on=after(day), parent=parent, anchors=anchors, **same, **_curve(drawn, day)))
        drawn.define(*made)
        for more in drawn.draw(st.lists(st.integers(0, 90), max_size=3, unique=True)):
            value, level = drawn.draw(st.tuples(st.integers(0, 10), st.none() | st.integers(-2, 2)))
            drawn.records.append(ct.CheckIn(on=after(on + more), goal=id, value=value, level=level))
        drawn.ends("goal", id, on, 1)


def _targets(drawn: Drawn) -> None:
    days = st.lists(DAYS, max_size=3, unique=True, min_size=0)
    for day in drawn.draw(days):
        roles = drawn.draw(st.sampled_from((["lead"], ["both"], ["lead", "both"], [])))
        drawn.records.append(ct.TargetRole(on=after(day), roles=roles))
    for day in drawn.draw(st.lists(DAYS, max_size=1)):
        skill = drawn.draw(st.sampled_from(SKILLS))
        needs = [ct.Requirement(skill=skill, level=3)]
        drawn.records.append(ct.Role(id="lead", title="Lead", on=after(day), requires=needs))


# --- What was done, and what came of it ------------------------------------------------------------


def _moves(drawn: Drawn) -> None:
    for _, id, on in drawn.each("transition", 2):
        drawn.define(ct.Transition(id=id, on=after(on)))
        steps = st.lists(st.tuples(st.integers(0, 60), st.sampled_from(STAGES)), max_size=5)
        for place, (more, stage) in enumerate(drawn.draw(steps)):
            drawn.records.append(
                ct.Step(id=f"{id}-step-{place}", on=after(on + more), transition=id, stage=stage)
            )
        for more in drawn.draw(st.lists(st.integers(0, 60), max_size=1)):
            drawn.records.append(ct.Offer(id=f"{id}-offer", on=after(on + more), transition=id))
    for _, id, on in drawn.each("evidence", 2):
        drawn.define(ct.Evidence(id=id, on=after(on), title=id))
    for event in ("fair", "evening"):
        drawn.ends("event", event, 60, 1)


def _acts(drawn: Drawn) -> None:
    draw = drawn.draw
    for _, id, on in drawn.each("talk", 6):
        shown = drawn.some("evidence", on)
        drawn.records.append(
            ct.Conversation(
                id=id,
                on=after(on),
                contacts=draw(st.sampled_from((["boss"], ["pal"], ["boss", "pal"]))),
                type=drawn.maybe(st.just("advice")),
                answered=draw(st.sampled_from(ANSWERS)),
                shown=[] if shown is None else [shown],
                transition=drawn.some("transition", on),
            )
        )
    for _, id, on in drawn.each("effort", 8):
        drawn.records.append(effort(drawn, id, on))
    for _, id, on in drawn.each("reflection", 2):
        drawn.records.append(ct.Reflection(id=id, on=after(on), energy=1))
    rated = st.tuples(DAYS, st.sampled_from(SKILLS), st.sampled_from(get_args(Rater)), st.integers(0, 7))
    unique = st.lists(rated, max_size=3, unique_by=lambda each: each[:3])
    for day, skill, by, level in draw(unique):
        drawn.records.append(ct.Assessment(on=after(day), skill=skill, by=by, level=level))


def _habits(drawn: Drawn) -> None:
    """What is done again and again, so that a good deal of what is asked is done."""
    draw = drawn.draw
    for _, id, on in drawn.each("habit", 3):
        every, times = draw(st.tuples(st.integers(1, 16), st.integers(1, 16)))
        days = [on + every * time for time in range(times)]
        person = draw(st.sampled_from((*PEOPLE, None)))
        if person is not None:
            drawn.records += [
                ct.Conversation(id=f"{id}-{day}", on=after(day), contacts=[person]) for day in days
            ]
        else:
            first = effort(drawn, id, on)
            drawn.records += [first.evolve(id=f"{id}-{day}", on=after(day)) for day in days]


def effort(drawn: Drawn, id: str, on: int) -> ct.Effort:
    """Minutes on something that has begun, or on a pillar."""
    kind = drawn.draw(st.sampled_from(("pillar", *ct.Effort.one_of)))
    named = None if kind == "pillar" else drawn.some(kind, on)
    minutes = drawn.draw(st.integers(1, 4)) * 30
    if named is None:
        return ct.Effort(id=id, on=after(on), minutes=minutes, pillar=drawn.draw(st.sampled_from(PILLARS)))
    what: dict[str, Any] = {kind: named}
    return ct.Effort(id=id, on=after(on), minutes=minutes, **what)


def _pauses(drawn: Drawn) -> None:
    for _, id, on in drawn.each("pause", 3):
        drawn.records.append(
            ct.Pause(
                id=id,
                on=after(on),
                until=after(on + drawn.draw(st.integers(0, 35))),
                why=drawn.draw(st.sampled_from(get_args(Why))),
            )
        )


SUBJECTS: Final[tuple[Callable[[Drawn], None], ...]] = (
    _relations,
    _routines,
    _cadences,
    _commitments,
    _courses,
    _setbacks,
    _goals,
    _targets,
    _moves,
    _acts,
    _habits,
    _pauses,
)


@st.composite
def practising(draw: DrawFn, /, *, rests: bool = True, **least: int) -> ct.Plan:
    """A plan of half a year.

    Args:
        rests: Whether there may be pauses.
        least: How many there are at least of something: ``routine=1``, ``talk=3``.
    """
    drawn = Drawn(draw, least)
    for subject in SUBJECTS:
        if rests or subject is not _pauses:
            subject(drawn)
    return ct.Plan(records=drawn.records)


def last_day(plan: ct.Plan) -> date:
    """The last day on which anything is recorded, or the first of all."""
    return max((record.on for record in plan if record.on is not None), default=START)
