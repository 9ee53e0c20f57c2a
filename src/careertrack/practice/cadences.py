"""Cadences: the days of a promised rhythm on which a touch was still fresh."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final, NamedTuple

import attrs

from careertrack.days import covered_until, nth
from careertrack.moment import Moment
from careertrack.practice.marks import (
    WINDOW_DAYS,
    Cover,
    Measure,
    Rated,
    Tally,
    covering,
    days_covered,
    joined,
)
from careertrack.practice.spans import Span, is_among, managed, spans
from careertrack.records.people import Conversation
from careertrack.records.rhythm import Cadence
from careertrack.score import Score
from careertrack.vocabulary import Pillar

METHOD: Final = "days covered by a touch, of the last four weeks"
SOURCE: Final = "proportion of days covered, as in studies of medication adherence"
UNKNOWN_DAYS: Final = 7  # house: one day alone would read as all or nothing


class Run(NamedTuple):
    """A rhythm with one person, of one kind of talk, from the day it was promised until it ended.

    Args:
        spans: Its revisions, each with the days on which it is in force.
        due: The first day on which a touch is owed; ``None`` if it ended before.
    """

    spans: tuple[Span[Cadence], ...]
    due: date | None

    @property
    def began(self) -> date:
        """The day it was promised; its schedule is counted from here."""
        return self.spans[0].first


def runs(now: Moment, id: str) -> tuple[Run, ...]:
    """A cadence promised anew, after an end or with other people or talks in mind, is another run."""
    groups: list[list[Span[Cadence]]] = []
    for span in spans(now, Cadence, id):
        if span.anew or _meant(groups[-1][-1]) != _meant(span):
            groups.append([span])
        else:
            groups[-1].append(span)
    return tuple(Run(tuple(group), _first_due(group)) for group in groups)


def _meant(span: Span[Cadence]) -> tuple[str, str | None]:
    return span.record.contact, span.record.type


def _first_due(group: Sequence[Span[Cadence]]) -> date | None:
    """The first day on which the interval promised then has passed since the run began."""
    for span in group:
        due = nth(group[0].first, span.record.every, 1)
        if due is not None and due <= span.last:
            return max(due, span.first)
    return None


def parts(now: Moment) -> Iterator[Rated]:
    """A part for each cadence: with a manager, and with everyone else, by what each was on the day."""
    today = now.day.toordinal()
    window = Cover(max(today - WINDOW_DAYS, 1), today)
    for id in now.ids("cadence"):
        for judged in now.ever(_judged, id):
            if judged.begins <= today and judged.ends >= window.start:
                found = list(_rated(now, f"cadence {id}", judged, window))
                yield from found or (_not_due(now, id) if judged.ends >= today else ())


def _rated(now: Moment, name: str, judged: _Judged, window: Cover) -> Iterator[Rated]:
    """The days that a run owed in the window, by pillar."""
    run = judged.run
    tallies: dict[Pillar, Tally] = {}
    for each in judged.owed:
        start, end = max(each.days.start, window.start), min(each.days.end, window.end)
        if start < end:
            tally = days_covered(Cover(start, end), each.covers, now.rest)
            tallies[each.pillar] = tallies.get(each.pillar, Tally()).plus(tally)
    for pillar, tally in tallies.items():
        if not tally.owed:
            continue
        if run.due is not None and (now.day - run.due).days <= UNKNOWN_DAYS:
            reason = f"first due on {run.due}, too few days to tell yet"
            score = Score.unknown(reason, method=METHOD, basis="borrowed", source=SOURCE)
        else:
            touches = judged.touches[: bisect_left(judged.touches, now.day, key=_day_of)][-1:]
            last = f", last touch on {touches[0].on}" if touches else ", no touch yet"
            asks = [span.record for span in run.spans if span.first <= now.day][-1:]
            score = covering(tally, METHOD, last, [*asks, *touches])
            score = attrs.evolve(score, basis="borrowed", source=SOURCE)
        yield Rated(pillar, name, score)


def _day_of(talk: Conversation) -> date:
    return talk.on


def _not_due(now: Moment, id: str) -> Iterator[Rated]:
    """A cadence in force that owes no touch yet, in the pillar where it stands today."""
    run = runs(now, id)[-1]  # as of the day: its end may not be known yet
    is_manager = is_among(now.ever(managed, run.spans[-1].record.contact), now.day)
    when = f"first due on {run.due}" if run.due is not None else "it ends before it is first due"
    if run.due is not None and run.due < now.day:
        when = "all the days that it owed are paused"
    pillar: Pillar = "manager" if is_manager else "network"
    yield Rated(pillar, f"cadence {id}", Score.not_asked(f"not due: {when}", method=METHOD))


# --- What is owed, and what is covered ---------------------------------------------------------


class _Owed(NamedTuple):
    """Days that owe a touch, where they belong, and what is covered by the promise in force on them."""

    days: Cover
    pillar: Pillar
    covers: Sequence[Cover]


class _Judged(NamedTuple):
    """A run, the days that it owes, and the talks that count for it."""

    run: Run
    owed: Sequence[_Owed]
    touches: Sequence[Conversation]

    @property
    def begins(self) -> int:
        """The first day of the run, as an ordinal."""
        return self.run.began.toordinal()

    @property
    def ends(self) -> int:
        """Its last day."""
        return self.run.spans[-1].last.toordinal()


def _judged(now: Moment, id: str) -> tuple[_Judged, ...]:
    """The runs of a cadence, with all days that they ever owe."""
    return tuple(_of_run(now, run) for run in runs(now, id))


def _of_run(now: Moment, run: Run) -> _Judged:
    """The days that a run owes, split where the promise or the relation changes."""
    touches = _touches(now, run)
    relation = now.ever(managed, run.spans[0].record.contact)
    owed: list[_Owed] = []
    for span in run.spans:
        if run.due is None or span.last < run.due:
            continue
        covers = joined([_cover(now, run, span.record, touch.on) for touch in touches])
        start, end = max(span.first, run.due).toordinal(), span.last.toordinal() + 1
        for first, last in relation:
            low, high = max(first.toordinal(), start), min(last.toordinal() + 1, end)
            if low < high:
                owed += [_Owed(Cover(start, low), "network", covers)] if start < low else []
                owed.append(_Owed(Cover(low, high), "manager", covers))
                start = high
        owed += [_Owed(Cover(start, end), "network", covers)] if start < end else []
    return _Judged(run, owed, touches)


def _touches(now: Moment, run: Run) -> list[Conversation]:
    """Talks with the person, of the kind that is meant, since the run began: answered or not."""
    promise = run.spans[0].record
    return [
        talk
        for talk in now.about("contact", promise.contact)
        if isinstance(talk, Conversation) and talk.on >= run.began and promise.type in (None, talk.type)
    ]


def _cover(now: Moment, run: Run, later: Cadence, touch: date) -> Cover:
    """What a touch covers: by the promise in force on its day, or by a later one that asks for less."""
    then = next((span.record for span in reversed(run.spans) if span.first <= touch), later)
    end = _end(now, run, then, touch)
    return Cover(touch.toordinal(), end if later is then else max(end, _end(now, run, later, touch)))


def _end(now: Moment, run: Run, promise: Cadence, touch: date) -> int:
    anchor = run.began if promise.counted_from == "schedule" else None
    until = covered_until(touch, promise.every, anchor)
    days = ((until or date.max) - touch).days
    return now.rest.after(touch, days).toordinal()


CADENCES: Final = Measure(
    name="cadences",
    shape="days covered",
    weight=3,  # house: as a routine's
    reads=frozenset({"cadence", "resolution", "pause", "contact", "conversation"}),
    parts=parts,
)
