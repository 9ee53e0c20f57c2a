"""When a promise is in force: spans of days, each with the revision that holds on them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Generic, NamedTuple, TypeVar

from careertrack.days import DAY, Rest, week_end
from careertrack.moment import Moment
from careertrack.record import Dated
from careertrack.records.goals import Goal
from careertrack.records.people import Commitment, Contact
from careertrack.records.rhythm import Cadence, Routine
from careertrack.records.roles import TargetRole
from careertrack.records.setbacks import Resolution, Setback
from careertrack.vocabulary import Outcome

P = TypeVar("P", bound=Dated)


class Span(NamedTuple, Generic[P]):
    """The days, both ends included, on which one revision of a promise is in force.

    ``anew`` says that nothing was in force when it came: it is the first, or the promise had ended.
    """

    first: date
    last: date
    record: P
    anew: bool


def spans(now: Moment, cls: type[P], id: str) -> tuple[Span[P], ...]:
    """The spans of a promise, in order: from each revision to the next one, its end or its last day.

    On the day of a resolution it is still in force; a later revision begins it again.
    """
    made: list[Span[P]] = []
    for record in now.about(cls.kind, id):
        if isinstance(record, cls) and record.id == id:
            goes_on = bool(made) and made[-1].last >= record.on
            if goes_on:
                made[-1] = made[-1]._replace(last=record.on - DAY)
            made.append(Span(record.on, getattr(record, "until", None) or date.max, record, not goes_on))
        elif isinstance(record, Resolution) and made and made[-1].last > record.on:
            made[-1] = made[-1]._replace(last=record.on)
    return tuple(made)


def in_force(made: Sequence[Span[P]], day: date) -> Span[P] | None:
    """The span that a day lies in."""
    at = bisect_right(made, day, key=_first)
    return made[at - 1] if at and day <= made[at - 1].last else None


def _first(span: Span[P]) -> date:
    return span.first


def in_force_throughout(made: Sequence[Span[P]], first: date, last: date) -> Span[P] | None:
    """The span of the first day, if there is one for every day from it to the last."""
    begun = span = in_force(made, first)
    while span is not None and span.last < last:
        span = in_force(made, span.last + DAY)
    return begun if span is not None else None


# --- All that is asked ------------------------------------------------------------------------


def asked(now: Moment) -> Rest:
    """Every day on which anything at all is asked of the person, as one calendar of days."""
    return Rest(_asks(now))


def first_ask(now: Moment) -> date | None:
    """The first day on which anything was asked: a pace, a rhythm, a promise, a role, a goal, a retry."""
    first = now.ever(_earliest)
    return first if first is not None and first <= now.day else None


def _earliest(now: Moment) -> date | None:
    return min((first for first, _ in _asks(now)), default=None)


def _asks(now: Moment) -> Iterator[tuple[date, date]]:
    yield from _promised(now, Routine)
    yield from _promised(now, Cadence)
    yield from _promised(now, Goal)
    yield from targeted(now.facts(TargetRole))
    for id in now.ids("commitment"):
        yield from _until_due(now, id)
    for id in now.ids("setback"):
        yield from _until_retry(now, id)


def _promised(now: Moment, cls: type[P]) -> Iterator[tuple[date, date]]:
    for id in now.ids(cls.kind):
        ended = _ends(now, cls.kind, id)
        for span in spans(now, cls, id):
            yield span.first, _asked_until(span.last, ended)


def _ends(now: Moment, kind: str, id: str) -> Mapping[date, Outcome]:
    return {each.on: each.outcome for each in now.about(kind, id) if isinstance(each, Resolution)}


def _asked_until(last: date, ended: Mapping[date, Outcome]) -> date:
    """The last day of an ask; what is done asks to the end of its week, so that no finish costs that week."""
    return week_end(last) if ended.get(last) == "done" else last


def targeted(facts: Iterable[TargetRole]) -> Iterator[tuple[date, date]]:
    """The days on which some role is aimed at."""
    stated = list(facts)
    for this, following in zip(stated, [*stated, None][1:], strict=True):
        if this.roles:
            yield this.on, date.max if following is None else following.on - DAY


def _until_due(now: Moment, id: str) -> Iterator[tuple[date, date]]:
    """The days of one's own promise: to the day it is due, kept early or not; without one, to its end."""
    ended = _ends(now, "commitment", id)
    for span in spans(now, Commitment, id):
        due = span.record.due
        if span.record.by is None:
            if due is None:
                last = _asked_until(span.last, ended)
            else:
                last = due if ended.get(span.last) == "done" else min(due, span.last)
            if last >= span.first:
                yield span.first, last


def _until_retry(now: Moment, id: str) -> Iterator[tuple[date, date]]:
    """The days of a setback: to the day to try again, however early it was come back from or let go."""
    own = now.own(Setback, id)
    for told, following in zip(own, [*own, None][1:], strict=True):
        last = date.max if following is None else following.on - DAY
        if told.retry is not None and told.on <= min(told.retry, last):
            yield told.on, min(told.retry, last)


# --- Who is a manager ----------------------------------------------------------------------------


def managed(now: Moment, contact: str) -> tuple[tuple[date, date], ...]:
    """The days on which a contact is the owner's manager, by the revision in force on each."""
    days, since, was = list[tuple[date, date]](), date.min, False
    for each in now.own(Contact, contact):
        if was and each.on is not None and each.on > since:
            days.append((since, each.on - DAY))
        since, was = each.on or date.min, "manager" in each.relations
    return (*days, (since, date.max)) if was else tuple(days)


def is_among(days: Sequence[tuple[date, date]], day: date) -> bool:
    """Whether a day lies within one of some spans."""
    return any(first <= day <= last for first, last in days)
