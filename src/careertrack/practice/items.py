"""Items: promises, courses and retries, each judged once, from the day after it was due."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Final, Generic, NamedTuple, TypeVar

import attrs

from careertrack.days import DAY, Rest, plus_days
from careertrack.methods import kept_on_time
from careertrack.moment import Moment
from careertrack.practice.marks import HALF, ITEM_DAYS, Item, Measure, Rated, mean_of_items, window
from careertrack.practice.spans import is_among, managed
from careertrack.record import Definition, Unreadable
from careertrack.records.people import Commitment
from careertrack.records.setbacks import Resolution, Setback
from careertrack.records.skills import Course
from careertrack.score import Score
from careertrack.state.deadlines import NO_REST, Asked, Ended, Settled, Verdict, term
from careertrack.vocabulary import PILLARS, Pillar

D = TypeVar("D", bound=Definition)

ON_TIME: Final = "kept on time, of those that fell due in 91 days"
PLAN_PERCENT_COMPLETE: Final = "percent plan complete, Last Planner System"
COME_BACK: Final = "half for a lesson, half for coming back or letting go, by the day of the retry"


class Judged(NamedTuple):
    """A verdict, the day by whose end nothing of it is open any more, and the last day that it counts on."""

    verdict: Verdict
    until: date
    leaves: date


def judgements(now: Moment, first: Asked, events: Sequence[Asked | Ended]) -> list[Judged]:
    """What something was judged to be, now and before it was taken up again.

    With a pause it may be judged later; it leaves when it would have left without, so that no
    pause makes a miss stay longer.
    """
    verdicts = term(first, events, date.max, now.rest).verdicts
    plain = verdicts if not now.rest else term(first, events, date.max, NO_REST).verdicts
    due = {verdict.run: verdict.due for verdict in plain}
    return [
        Judged(
            verdict,
            verdict.on - DAY if verdict.settled == "moved" else now.rest.resumed(verdict.due),
            plus_days(due.get(verdict.run, verdict.due), ITEM_DAYS),
        )
        for verdict in verdicts
    ]


class Mark(NamedTuple):
    """How something, or half of it, was kept; from the end of which day on that stands; and its weight."""

    stands: date
    is_kept: bool
    told: str
    weight: float = 1.0


class Asking(NamedTuple, Generic[D]):
    """A kind of thing that falls due, and what one of them was judged to be, by no more than its own days."""

    cls: type[D]
    due: str
    mine: Callable[[D], bool]
    pillar: Callable[[Moment, D], Pillar]
    marks: Callable[[Sequence[D], Judged], Iterable[Mark]]


class Line(NamedTuple):
    """The items of a measure by the day on which they enter, and when others were still to fall due."""

    items: Sequence[Item]
    ahead: Mapping[Pillar, Rest]


def line(now: Moment, asking: Asking[D]) -> Line:
    """All that a kind of thing ever was judged to be."""
    items: list[Item] = []
    ahead: dict[Pillar, list[tuple[date, date]]] = {}
    for id in now.ids(asking.cls.kind):
        own = now.own(asking.cls, id)
        if not own or not asking.mine(own[0]):
            continue
        first, events = _history(now, id, own, asking.due)
        pillar = asking.pillar(now, own[0])
        for judged in judgements(now, first, events):
            for mark in asking.marks(own, judged):
                record = [each for each in own if (each.on or date.min) <= mark.stands][-1]
                enters, told = plus_days(mark.stands, 1), f"{id} {mark.told}"
                item = Item(enters, judged.leaves, mark.is_kept, mark.weight, pillar, told, (record,))
                items.append(item)
        ahead.setdefault(pillar, []).extend(_ahead(now, first, events))
    items.sort(key=lambda item: item.enters)
    return Line(items, {pillar: Rest(spans) for pillar, spans in ahead.items()})


def _history(now: Moment, id: str, own: Sequence[D], due: str) -> tuple[Asked, list[Asked | Ended]]:
    """What was asked and how it ended, in order."""
    kind, events = own[0].kind, list[Asked | Ended]()
    for record in now.about(kind, id):
        if isinstance(record, Resolution):
            events.append(Ended(record.on, record.outcome))
        elif record.kind == kind and record.id == id and not isinstance(record, Unreadable):
            events.append(Asked(record.on or date.min, getattr(record, due)))
    return Asked(own[0].on or date.min, getattr(own[0], due)), events


def _ahead(now: Moment, first: Asked, events: Sequence[Asked | Ended]) -> Iterator[tuple[date, date]]:
    """The days on which it was open with a deadline still to come, as far as was known on each."""
    for place, event in enumerate(events):
        then = term(first, events[: place + 1], event.on, now.rest)
        if then.deadline is not None and then.settled is None and then.outcome is None:
            until = now.rest.resumed(then.deadline)
            if place + 1 < len(events):
                until = min(until, events[place + 1].on)
            yield event.on, until


def rated(now: Moment, asking: Asking[D], name: str, method: str, source: str = "") -> Iterator[Rated]:
    """The items of a measure that count on a day, by pillar."""
    known = now.ever(line, asking)
    counted = window(known.items, now.day, ITEM_DAYS)
    for pillar in PILLARS:
        items = [item for item in counted if item.pillar == pillar]
        if items:
            yield Rated(pillar, name, _score(items, method, source))
        elif now.day in known.ahead.get(pillar, NO_REST):
            yield Rated(pillar, name, Score.not_asked("not due: nothing has fallen due yet", method=method))


def _score(items: Sequence[Item], method: str, source: str) -> Score:
    score = mean_of_items(items, method)
    if not source:
        return score
    plain = kept_on_time(sum(item.is_kept for item in items), len(items))
    return attrs.evolve(score, interval=plain.interval, basis="borrowed", source=source)


# --- Promises -------------------------------------------------------------------------------


def _mine(promise: Commitment) -> bool:
    return promise.by is None


def _belongs(now: Moment, promise: Commitment) -> Pillar:
    """Where a promise belongs: by what the other was on the day it was made, or as the person said."""
    if promise.to is not None:
        return "manager" if is_among(now.ever(managed, promise.to), promise.on) else "network"
    return promise.pillar or "network"


def _kept(own: Sequence[Definition], judged: Judged) -> Iterator[Mark]:
    """Kept or missed; what was dropped or moved in time leaves."""
    settled = judged.verdict.settled
    if settled in {"kept", "missed"}:
        yield Mark(judged.verdict.on, settled == "kept", settled)


PROMISE: Final = Asking(Commitment, "due", _mine, _belongs, _kept)


def promises(now: Moment) -> Iterator[Rated]:
    """The owner's own promises that fell due in the last 91 days, by pillar."""
    return rated(now, PROMISE, "my commitments", ON_TIME, PLAN_PERCENT_COMPLETE)


# --- Courses --------------------------------------------------------------------------------


def _every(record: Definition) -> bool:
    return True


def _skills(now: Moment, record: Definition) -> Pillar:
    return "skills"


COURSE: Final = Asking(Course, "due", _every, _skills, _kept)


def courses(now: Moment) -> Iterator[Rated]:
    """The courses that were to be finished in the last 91 days."""
    return rated(now, COURSE, "courses", ON_TIME, PLAN_PERCENT_COMPLETE)


# --- Setbacks -------------------------------------------------------------------------------

_ENDS: Final[Mapping[Settled, str]] = {
    "kept": "come back from",
    "dropped": "let go",
    "missed": "not tried again",
}


def _perseverance(now: Moment, record: Definition) -> Pillar:
    return "perseverance"


def _come_back(own: Sequence[Setback], judged: Judged) -> Iterator[Mark]:
    """Half for a lesson or a change of course, half for coming back or letting go on purpose.

    The retry may fall into a pause: each half that is unkept then has the first day after it; of
    a retry that is moved in the pause, what was learned before stands.
    """
    verdict = judged.verdict
    told = [each for each in own if each.on <= verdict.due][-1:]
    told += [each for each in own if verdict.due < each.on <= judged.until]
    learned = next((each.on for each in told if each.lesson is not None or each.change is not None), None)
    stands = judged.until if learned is None else max(learned, verdict.due)
    if learned is not None or verdict.settled != "moved":
        yield Mark(stands, learned is not None, "learned from" if learned else "not learned from", HALF)
    if verdict.settled != "moved":
        yield Mark(verdict.on, verdict.settled != "missed", _ENDS[verdict.settled], HALF)


RETRY: Final = Asking(Setback, "retry", _every, _perseverance, _come_back)


def retries(now: Moment) -> Iterator[Rated]:
    """The setbacks whose day to try again came in the last 91 days."""
    return rated(now, RETRY, "setbacks", COME_BACK)


COMMITMENTS: Final = Measure(
    name="my commitments",
    shape="items",
    weight=2,  # house: a few promises say less than four weeks of a pace
    reads=frozenset({"commitment", "resolution", "pause", "contact"}),
    parts=promises,
)
COURSES: Final = Measure(
    name="courses",
    shape="items",
    weight=2,
    reads=frozenset({"course", "resolution", "pause"}),
    parts=courses,
)
SETBACKS: Final = Measure(
    name="setbacks",
    shape="items",
    weight=2,
    reads=frozenset({"setback", "resolution", "pause"}),
    parts=retries,
)
