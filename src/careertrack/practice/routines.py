"""Routines: whole weeks and months of a promised pace, kept or not."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from typing import Final, NamedTuple

from careertrack.days import DAY, week_end
from careertrack.moment import Moment
from careertrack.practice.marks import WINDOW_DAYS, Kept, Measure, Rated, owed_of, periods_kept
from careertrack.practice.spans import Span, in_force, in_force_throughout, spans
from careertrack.record import Record
from careertrack.records.goals import Goal
from careertrack.records.moves import Step
from careertrack.records.people import Contact, Conversation
from careertrack.records.rhythm import Effort, Routine
from careertrack.records.self import Reflection
from careertrack.records.setbacks import Resolution
from careertrack.score import Score
from careertrack.vocabulary import Counted, Period, Pillar

METHOD: Final = "mean of min(1, done / owed) over whole periods"


def parts(now: Moment) -> Iterator[Rated]:
    """A part for each routine and each pillar that it was promised for, in the last four weeks."""
    for id in now.ids("routine"):
        promised = now.ever(promised_pace, id)
        judged = list(_in_window(now, id)) if promised else []
        for pillar in dict.fromkeys(kept.pillar for kept in judged):
            own = [kept for kept in judged if kept.pillar == pillar]
            yield Rated(pillar, f"routine {id}", periods_kept(own, METHOD))
        today = in_force(promised, now.day)
        if not judged and today is not None:
            reason = f"not due: no whole {today.record.per} of it has ended in the window"
            yield Rated(today.record.pillar, f"routine {id}", Score.not_asked(reason, method=METHOD))


def promised_pace(now: Moment, id: str) -> tuple[Span[Routine], ...]:
    """The spans of a routine."""
    return spans(now, Routine, id)


def _in_window(now: Moment, id: str) -> Iterator[Kept]:
    """The whole periods of a routine whose last day lies in the window, what is skipped left out."""
    for per, last in _ends_in_window(now.day):
        kept = now.ever(_period, id, per, last)
        if kept is not None:
            yield kept


def _ends_in_window(day: date) -> Iterator[tuple[Period, date]]:
    today = day.toordinal()
    for ordinal in range(week_end(date.fromordinal(max(today - WINDOW_DAYS, 1))).toordinal(), today, 7):
        yield "week", date.fromordinal(ordinal)
    # Four weeks may end no month; then it is the last one that ended, which is this one as well.
    month = day.replace(day=1)
    if month > date.min:
        yield "month", month - DAY


def _period(now: Moment, id: str, per: Period, last: date) -> Kept | None:
    """What became of one period of a routine; nothing where none was owed."""
    first = last - timedelta(6) if per == "week" else last.replace(day=1)
    span = in_force_throughout(now.ever(promised_pace, id), first, last)
    if span is None or span.record.per != per:
        return None
    promise = span.record
    if promise.of is None:
        efforts = efforts_for(now, promise, first, last)
        acts, done = list[Record](efforts), sum(effort.minutes for effort in efforts)
    else:
        acts = COUNTS[promise.of](now, first, last)
        done = len(acts)
    owed = owed_of(
        promise.minutes or promise.times or 0,
        done,
        now.rest.days(first, last),
        (last - first).days + 1,
        counted=promise.of is not None,
    )
    unit = f" {promise.of or 'minutes'}"
    return Kept(last, owed, done, promise.pillar, unit, (promise, *acts)) if owed > 0 else None


# --- Minutes ---------------------------------------------------------------------------------


def efforts_for(now: Moment, promise: Routine, first: date, last: date) -> list[Effort]:
    """The efforts of some days that count for a routine: those that name it, else those of its pillar."""
    return [
        effort
        for effort in now.between(Effort, first, last)
        if (effort.routine or now.ever(_routine_of, effort.on, pillar_of(now, effort))) == promise.id
    ]


def pillar_of(now: Moment, effort: Effort) -> Pillar | None:
    """The pillar that an effort was spent on; none known where it names what cannot be read."""
    if effort.pillar is not None:
        return effort.pillar
    if effort.goal is not None:
        goals = [goal for goal in now.own(Goal, effort.goal) if goal.on <= effort.on]
        return goals[-1].pillar if goals else None
    if effort.course is not None or effort.skill is not None:
        return "skills"
    return "change" if effort.transition is not None else "network" if effort.event is not None else None


def _routine_of(now: Moment, day: date, pillar: Pillar | None) -> str | None:
    """The only routine in minutes that a pillar has on a day."""
    found = [
        id
        for id in now.ids("routine")
        if (span := in_force(now.ever(promised_pace, id), day)) is not None
        and span.record.minutes is not None
        and span.record.pillar == pillar
    ]
    return found[0] if len(found) == 1 else None


# --- Times -----------------------------------------------------------------------------------


class _Met(NamedTuple):
    """A day of getting to know somebody, and since when the plan knows of it."""

    day: date
    known: date
    contact: Contact


def _met(now: Moment) -> list[_Met]:
    return sorted(
        (
            _Met(each.met, each.on or date.min, each)
            for id in now.ids("contact")
            for each in now.own(Contact, id)
            if each.met is not None
        ),
        key=_day_met,
    )


def _day_met(met: _Met) -> date:
    return met.day


def _new_contacts(now: Moment, first: date, last: date) -> list[Record]:
    met = now.ever(_met)
    found = met[bisect_left(met, first, key=_day_met) : bisect_right(met, last, key=_day_met)]
    return list({each.contact.id: each.contact for each in found if each.known <= last}.values())


def _conversations(now: Moment, first: date, last: date) -> list[Record]:
    return list(now.between(Conversation, first, last))


def _applications(now: Moment, first: date, last: date) -> list[Record]:
    return [step for step in now.between(Step, first, last) if step.stage == "applied"]


def _follow_ups(now: Moment, first: date, last: date) -> list[Record]:
    return [
        talk
        for talk in now.between(Conversation, first, last)
        if talk.transition is not None and _applied_before(now, talk.transition, talk.on)
    ]


def _applied_before(now: Moment, transition: str, day: date) -> bool:
    return any(
        isinstance(step, Step) and step.stage == "applied" and step.on < day
        for step in now.about("transition", transition)
    )


def _events(now: Moment, first: date, last: date) -> list[Record]:
    """What shows that an event was attended, once for each event in the period."""
    shown: dict[str, Record] = {}
    for effort in now.between(Effort, first, last):
        if effort.event is not None:
            shown.setdefault(effort.event, effort)
    for end in now.between(Resolution, first, last):
        if end.event is not None and end.outcome == "done":
            shown.setdefault(end.event, end)
    return list(shown.values())


def _reflections(now: Moment, first: date, last: date) -> list[Record]:
    return list(now.between(Reflection, first, last))


COUNTS: Final[Mapping[Counted, Callable[[Moment, date, date], list[Record]]]] = {
    "conversations": _conversations,
    "new-contacts": _new_contacts,
    "applications": _applications,
    "follow-ups": _follow_ups,
    "events": _events,
    "reflections": _reflections,
}

ROUTINES: Final = Measure(
    name="routines",
    shape="periods kept",
    weight=3,  # house: a pace promised to oneself is the plainest ask there is
    reads=frozenset(
        {
            "routine",
            "resolution",
            "pause",
            "effort",
            "goal",
            "contact",
            "conversation",
            "step",
            "reflection",
        }
    ),
    parts=parts,
)
