"""What the library asks on its own account, while an ask that it stems from is in force."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Final

import attrs

from careertrack.days import Rest, plus_days, week_end
from careertrack.moment import Moment
from careertrack.practice.marks import (
    HALF,
    WINDOW_DAYS,
    Cover,
    Item,
    Kept,
    Measure,
    Rated,
    Tally,
    covering,
    days_covered,
    joined,
    mean_of_items,
    owed_of,
    periods_kept,
    window,
)
from careertrack.practice.spans import asked, is_among, managed, spans
from careertrack.record import Record
from careertrack.records.goals import CheckIn, Goal
from careertrack.records.moves import Step
from careertrack.records.people import Conversation
from careertrack.records.rhythm import Cadence, Effort
from careertrack.records.roles import Role, TargetRole
from careertrack.records.skills import Assessment
from careertrack.score import Score
from careertrack.state.goals import GoalState
from careertrack.state.moves import OWN_STEPS
from careertrack.state.skills import STALE_AFTER_DAYS

# --- Weeks in motion -------------------------------------------------------------------------

WEEKS: Final = 12  # house: a season; a bad month does not hide two good ones
IN_MOTION: Final = "weeks with any effort, talk, check-in or step of one's own, of the last twelve"


def weeks_in_motion(now: Moment) -> Iterator[Rated]:
    """Whole weeks in which something was asked, and whether anything was done in them."""
    today = now.day.toordinal()
    earliest = week_end(date.fromordinal(max(today - 7 * WEEKS, 1))).toordinal()
    found = (now.ever(_week, date.fromordinal(end)) for end in range(earliest, today, 7))
    weeks = [week for week in found if week is not None]
    if weeks:
        score = periods_kept(weeks, IN_MOTION)
        kept = sum(week.done for week in weeks)
        yield Rated(
            "perseverance",
            "weeks in motion",
            attrs.evolve(score, reason=f"{kept:g} of {len(weeks)} weeks to {weeks[-1].last}"),
        )
    elif now.day in now.ever(asked):
        reason = "not due: none of the last twelve weeks owed anything"
        yield Rated("perseverance", "weeks in motion", Score.not_asked(reason, method=IN_MOTION))


def _week(now: Moment, last: date) -> Kept | None:
    """One week: owed where something was asked from its first day to its last."""
    first = last - timedelta(6)
    if now.ever(asked).days(first, last) < 7:
        return None
    acts: list[Record] = [
        *now.between(Effort, first, last),
        *now.between(Conversation, first, last),
        *now.between(CheckIn, first, last),
        *(step for step in now.between(Step, first, last) if step.stage in OWN_STEPS),
    ]
    done = min(len(acts), 1)
    owed = owed_of(1, done, now.rest.days(first, last), 7, counted=True)
    return Kept(last, owed, done, "perseverance", " in motion", tuple(acts[:1])) if owed > 0 else None


# --- Goals made workable ------------------------------------------------------------------------

SETTLED_DAYS: Final = 28  # house: four weeks to make a wish into a goal
WORKABLE_DAYS: Final = 365
WORKABLE: Final = "goals on their 28th day: half for a measure, half for a day"


def workable_goals(now: Moment) -> Iterator[Rated]:
    """The goals without parts that had their 28th day in the last 365."""
    goals = window(now.ever(_workable), now.day, WORKABLE_DAYS)
    if goals:
        yield Rated("direction", "goals made workable", mean_of_items(goals, WORKABLE))
    elif any(_is_young(now, id) for id in now.ids("goal")):
        reason = "not due: no goal has had its 28th day yet"
        yield Rated("direction", "goals made workable", Score.not_asked(reason, method=WORKABLE))


def _is_young(now: Moment, id: str) -> bool:
    own = now.own(Goal, id)
    return bool(own) and (now.day - own[0].on).days < SETTLED_DAYS


def _workable(now: Moment) -> list[Item]:
    """Both halves of each goal that was judged, by the day from which they count."""
    found = (item for id in now.ids("goal") for item in _judged(now, id))
    return sorted(found, key=lambda item: item.enters)


def _judged(now: Moment, id: str) -> Iterator[Item]:
    """Half for a measure, half for a day; what is unkept on a paused day has the first day after it."""
    own = now.own(Goal, id)
    if not own:
        return
    due = plus_days(own[0].on, SETTLED_DAYS - 1)
    resumed, leaves = now.rest.resumed(due), plus_days(due, WORKABLE_DAYS)
    then, later = now.at(due), now.at(resumed)
    if _is_left_out(then, id):
        return
    for name, is_so in HALVES.items():
        is_kept = is_so(then.goals[id])
        on = then if is_kept else later
        if is_kept or not _is_left_out(later, id):
            state = on.goals[id]
            told = f"{id} {name}" if is_so(state) else f"{id} not {name}"
            yield Item(plus_days(on.day, 1), leaves, is_so(state), HALF, "direction", told, (state.goal,))


def _is_left_out(then: Moment, id: str) -> bool:
    """Whether a goal was dropped by a day, or had parts that are goals themselves."""
    if then.goals[id].status == "dropped":
        return True
    parts = {each.id for each in then.about("goal", id) if isinstance(each, Goal)} - {id}
    states = (then.goals[part] for part in parts)
    return any(state.goal.parent == id and state.status != "dropped" for state in states)


def _is_measurable(state: GoalState) -> bool:
    return state.status == "done" or state.is_measurable  # one that is done was workable


def _is_dated(state: GoalState) -> bool:
    return state.status == "done" or state.goal.due is not None


HALVES: Final[Mapping[str, Callable[[GoalState], bool]]] = {
    "measurable": _is_measurable,
    "dated": _is_dated,
}


# --- Required skills assessed --------------------------------------------------------------------

ASKED_AFTER_DAYS: Final = 28  # house: four weeks to find out where one stands
ASSESSED: Final = "days on which the required skills were assessed within a year, of the last four weeks"


def required_skills(now: Moment) -> Iterator[Rated]:
    """The skills that the target roles ask for, each owed from the 28th day after it was first asked for."""
    today = now.day.toordinal()
    window = Cover(max(today - WINDOW_DAYS, 1), today)
    tally, skills, is_asked = Tally(), dict[str, Tally](), False
    for skill, wanted in now.ever(_wanted).items():
        for span in wanted:
            is_asked = is_asked or span.start <= today < span.end
            start, end = max(span.start + ASKED_AFTER_DAYS, window.start), min(span.end, window.end)
            if start < end:
                one = days_covered(Cover(start, end), now.ever(_assessed, skill), now.rest)
                skills[skill] = skills.get(skill, Tally()).plus(one)
                tally = tally.plus(one)
    if tally.owed:
        known = sum(one.covered == one.owed for one in skills.values())
        reason = f" times skills, {known} of {len(skills)} skills on all of them"
        found = [each for skill in skills for each in _behind(now, skill)]
        yield Rated("skills", "required skills", covering(tally, ASSESSED, reason, found))
    elif is_asked:
        reason = "not due: asked 28 days after the role was first aimed at"
        yield Rated("skills", "required skills", Score.not_asked(reason, method=ASSESSED))


def _wanted(now: Moment) -> Mapping[str, Sequence[Cover]]:
    """The days on which each skill was required by a role aimed at, as spans that do not touch."""
    found: dict[str, list[Cover]] = {}
    stated = now.facts(TargetRole)
    for place, target in enumerate(stated, 1):
        end = stated[place].on.toordinal() if place < len(stated) else date.max.toordinal() + 1
        for id in target.roles:
            own = now.own(Role, id)
            starts = [0 if each.on is None else each.on.toordinal() for each in own]
            for role, since, until in zip(own, starts, [*starts[1:], end], strict=False):
                first, last = max(since, target.on.toordinal()), min(until, end)
                for need in role.requires:
                    if need.level > 0 and first < last:
                        found.setdefault(need.skill, []).append(Cover(first, last))
    return {skill: joined(covers) for skill, covers in found.items()}


def _assessed(now: Moment, skill: str) -> Sequence[Cover]:
    """The days on which an assessment of a skill was no older than a year."""
    return joined([_fresh(now.rest, each.on, STALE_AFTER_DAYS + 1) for each in now.ever(_ratings, skill)])


def _ratings(now: Moment, skill: str) -> list[Assessment]:
    return [each for each in now.about("skill", skill) if isinstance(each, Assessment)]


def _behind(now: Moment, skill: str) -> list[Assessment]:
    """The assessment that was the newest when the window ended."""
    rated = now.ever(_ratings, skill)
    return rated[: bisect_left(rated, now.day, key=_day_of)][-1:]


def _day_of(record: Assessment | Conversation) -> date:
    return record.on


def _fresh(rest: Rest, touch: date, days: int) -> Cover:
    return Cover(touch.toordinal(), rest.after(touch, days).toordinal())


# --- Evidence shown -------------------------------------------------------------------------------

SHOWN_DAYS: Final = 91  # house: once a quarter
SHOWN: Final = "days within 91 of a talk with a manager in which evidence was shown, of the last four weeks"


def evidence_shown(now: Moment) -> Iterator[Rated]:
    """Showing a manager what one did, owed while a cadence with one is in force, 91 days after the first."""
    today = now.day.toordinal()
    window = Cover(max(today - WINDOW_DAYS, 1), today)
    owed = now.ever(_with_a_manager)
    tally = Tally()
    for span in owed:
        start = max(span.start, owed[0].start + SHOWN_DAYS, window.start)
        end = min(span.end, window.end)
        if start < end:
            tally = tally.plus(days_covered(Cover(start, end), now.ever(_shown), now.rest))
    if tally.owed:
        shown = now.ever(_showings)
        last = shown[: bisect_left(shown, now.day, key=_day_of)][-1:]
        told = f", last shown on {last[0].on}" if last else ", not shown yet"
        yield Rated("manager", "evidence shown", covering(tally, SHOWN, told, last))
    elif now_owed := [span for span in owed if span.start <= today < span.end]:
        due = max(now_owed[0].start, owed[0].start + SHOWN_DAYS)
        reason = f"not due: owed from {date.fromordinal(min(due, date.max.toordinal()))} on"
        yield Rated("manager", "evidence shown", Score.not_asked(reason, method=SHOWN))


def _with_a_manager(now: Moment) -> Sequence[Cover]:
    """The days on which a cadence with a manager was in force."""
    found: list[Cover] = []
    for id in now.ids("cadence"):
        for span in spans(now, Cadence, id):
            for first, last in now.ever(managed, span.record.contact):
                start, end = max(first, span.first).toordinal(), min(last, span.last).toordinal() + 1
                found += [Cover(start, end)] if start < end else []
    return joined(found)


def _showings(now: Moment) -> Sequence[Conversation]:
    """The talks with somebody who was a manager on the day, in which evidence was shown."""
    return [
        talk
        for talk in now.facts(Conversation)
        if talk.shown and any(is_among(now.ever(managed, each), talk.on) for each in talk.contacts)
    ]


def _shown(now: Moment) -> Sequence[Cover]:
    return joined([_fresh(now.rest, talk.on, SHOWN_DAYS) for talk in now.ever(_showings)])


# --- The measures ----------------------------------------------------------------------------------

ASKS: Final = frozenset({"routine", "cadence", "commitment", "target-role", "goal", "setback", "resolution"})
MOTION: Final = Measure(
    name="weeks in motion",
    shape="periods kept",
    weight=3,  # house: to keep going is what the pillar is about
    reads=ASKS | {"pause", "effort", "conversation", "check-in", "step"},
    parts=weeks_in_motion,
)
GOALS: Final = Measure(
    name="goals made workable",
    shape="items",
    weight=1,  # house: said once about a goal, it weighs least
    reads=frozenset({"goal", "resolution", "check-in", "pause"}),
    parts=workable_goals,
)
SKILLS: Final = Measure(
    name="required skills",
    shape="days covered",
    weight=1,
    reads=frozenset({"target-role", "role", "assessment", "pause"}),
    parts=required_skills,
)
EVIDENCE: Final = Measure(
    name="evidence shown",
    shape="days covered",
    weight=1,
    reads=frozenset({"cadence", "resolution", "contact", "conversation", "pause"}),
    parts=evidence_shown,
)
