"""What is owed rests on asks and days alone, and a score moves by no more than the marks that come and go."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from math import fsum
from typing import Final

from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import DataObject
from tests.laws.practising import DAYS, after, practising

import careertrack as ct
from careertrack.moment import Moment
from careertrack.practice import MEASURES
from careertrack.practice.cadences import _judged as judged_runs
from careertrack.practice.house import (
    ASKED_AFTER_DAYS,
    SHOWN_DAYS,
    WEEKS,
    WORKABLE_DAYS,
    _assessed,
    _shown,
    _wanted,
    _week,
    _with_a_manager,
    _workable,
)
from careertrack.practice.items import COURSE, PROMISE, RETRY, Asking, line
from careertrack.practice.marks import ITEM_DAYS, WINDOW_DAYS, Cover, Item, Kept, days_covered, window
from careertrack.practice.routines import _in_window
from careertrack.record import Definition, Record

DAY: Final = timedelta(1)
ROUNDING: Final = 1e-12

Marks = dict[tuple[object, ...], tuple[float, float]]
"""What a part of a pillar is made of, by a name of its own: its weight, and how it was kept."""


# --- What the measures are made of -----------------------------------------------------------------


def of_periods(periods: Sequence[Kept]) -> Marks:
    """Whole periods, by the last day of each."""
    return {(kept.last, kept.owed): (1.0, kept.share) for kept in periods}


def of_items(items: Sequence[Item], day: date, days: int) -> Marks:
    """The items that count on a day."""
    return {
        (item.told, item.enters, place): (item.weight, float(item.is_kept))
        for place, item in enumerate(items)
        if item in window(items, day, days)
    }


def of_days(now: Moment, name: object, owed: Cover, covers: Sequence[Cover]) -> Marks:
    """Each day of the window that is owed."""
    today = now.day.toordinal()
    days = range(max(owed.start, today - WINDOW_DAYS), min(owed.end, today))
    tallies = {day: days_covered(Cover(day, day + 1), covers, now.rest) for day in days}
    return {(name, day): (1.0, float(tally.covered)) for day, tally in tallies.items() if tally.owed}


def marks_of(now: Moment) -> dict[tuple[object, ...], Marks]:
    """What every part of practice is made of on a day, by measure, pillar and what it is about."""
    found: dict[tuple[object, ...], Marks] = {}
    for id in now.ids("routine"):
        for kept in _in_window(now, id):
            found.setdefault(("routines", kept.pillar, f"routine {id}"), {}).update(of_periods([kept]))
    for id in now.ids("cadence"):
        for run in now.ever(judged_runs, id):
            for each in run.owed:
                marks = of_days(now, each.pillar, each.days, each.covers)
                run_key = ("cadences", each.pillar, f"cadence {id}", run.run.began)
                found.setdefault(run_key, {}).update(marks)
    asked: tuple[tuple[str, str, Asking[Definition]], ...] = (
        ("my commitments", "my commitments", PROMISE),
        ("courses", "courses", COURSE),
        ("setbacks", "setbacks", RETRY),
    )  # type: ignore[assignment]
    for measure, name, asking in asked:
        for item in (items := now.ever(line, asking).items):
            own = [each for each in items if each.pillar == item.pillar]
            found[measure, item.pillar, name] = of_items(own, now.day, ITEM_DAYS)
    sunday = now.day - (now.day.weekday() + 1) * DAY
    weeks = [now.ever(_week, sunday - n * 7 * DAY) for n in range(WEEKS)]
    found["weeks in motion", "perseverance", "weeks in motion"] = of_periods([w for w in weeks if w])
    key = ("goals made workable", "direction", "goals made workable")
    found[key] = of_items(now.ever(_workable), now.day, WORKABLE_DAYS)
    skills = found.setdefault(("required skills", "skills", "required skills"), {})
    for skill, spans in now.ever(_wanted).items():
        for span in spans:
            owed = Cover(span.start + ASKED_AFTER_DAYS, span.end)
            skills.update(of_days(now, skill, owed, now.ever(_assessed, skill)))
    shown = found.setdefault(("evidence shown", "manager", "evidence shown"), {})
    for span in (spans := now.ever(_with_a_manager)):
        owed = Cover(max(span.start, spans[0].start + SHOWN_DAYS), span.end)
        shown.update(of_days(now, "shown", owed, now.ever(_shown)))
    return {key: marks for key, marks in found.items() if marks}


def mean(marks: Marks) -> float:
    """The mean of some marks by weight."""
    total = fsum(weight for weight, _ in marks.values())
    return fsum(weight * share for weight, share in marks.values()) / total


def scores_of(now: Moment) -> Iterator[tuple[tuple[str, str, str], float | None]]:
    """Every part of practice for which anything is owed; a rhythm begun anew has one for each run."""
    for measure in MEASURES:
        for part in measure.parts(now):
            if part.score.coverage is not None:
                yield (measure.name, part.pillar, part.name), part.score.value


def gone(marks: Marks, others: Marks) -> float:
    """The share of the weight of some marks that is not among others."""
    return fsum(weight for key, (weight, _) in marks.items() if key not in others) / fsum(
        weight for weight, _ in marks.values()
    )


@given(plan=practising(), data=st.data())
def test_a_part_is_the_mean_of_its_marks(plan: ct.Plan, data: DataObject) -> None:
    """A part says what its marks say, or, of a rhythm just due, that it is too early to tell."""
    now = plan.as_of(after(data.draw(DAYS)))
    marks = marks_of(now)
    scores = list(scores_of(now))

    assert {key[:3] for key in marks} <= {key for key, _ in scores}
    told = sorted((key, value) for key, value in scores if value is not None)
    made = sorted((key[:3], mean(own)) for key, own in marks.items())
    for key, value in told:
        assert any(key == other and abs(value - share) < ROUNDING for other, share in made)


@given(plan=practising(), data=st.data())
def test_a_part_moves_by_what_comes_and_goes(plan: ct.Plan, data: DataObject) -> None:
    """A mark once made stays as it is; from a day to the next a part moves by those that came and went."""
    first = data.draw(DAYS)
    now = plan.as_of(after(first))
    before = marks_of(now)
    for n in range(1, 10):
        then = marks_of(now.at(after(first + n)))
        for key in before.keys() & then.keys():
            one, two = before[key], then[key]
            stay = one.keys() & two.keys()
            assert {each: one[each] for each in stay} == {each: two[each] for each in stay}
            assert abs(mean(two) - mean(one)) <= gone(one, two) + gone(two, one) + ROUNDING
        before = then


# --- What is owed ------------------------------------------------------------------------------------


def without_acts(plan: ct.Plan) -> ct.Plan:
    """The asks of a plan, and what ends them, alone.

    What was done or let go and then revised was asked anew: without its end it would be the same
    ask still.  What was dropped and done later is no longer dropped.  A promise without a day is
    asked until it is kept.  Such ends stay.
    """
    acts = (ct.Effort, ct.Conversation, ct.CheckIn, ct.Step, ct.Assessment, ct.Reflection)
    kept = [_asked(record) for record in plan if not isinstance(record, acts)]
    return ct.Plan(records=[record for record in kept if not _is_an_act(record, plan)])


def _asked(record: Record) -> Record:
    if isinstance(record, ct.Setback):
        return record.evolve(lesson=None)
    return record.evolve(met=None) if isinstance(record, ct.Contact) else record


def _is_an_act(record: Record, plan: ct.Plan) -> bool:
    if not isinstance(record, ct.Resolution) or record.outcome == "dropped":
        return False
    if record.event is not None:
        return True
    kind, id = next(record.named())
    if kind not in {"commitment", "course", "setback"}:
        return False
    own = [each for each in plan if each.kind == kind and each.id == id]
    ends = [each for each in plan.of(ct.Resolution) if getattr(each, kind) == id]
    if any(end.outcome == "dropped" for end in ends):
        return False
    if any(each.on is not None and each.on > record.on for each in own):
        return False
    return not isinstance(own[-1], ct.Commitment) or own[-1].due is not None


def owed(now: Moment) -> list[object]:
    """How much every part owes, with the pace that each period owes."""
    parts = [
        (measure.name, part.pillar, part.name, part.score.n)
        for measure in MEASURES
        for part in measure.parts(now)
        if part.score.coverage is not None
    ]
    paces = [(kept.last, kept.owed) for id in now.ids("routine") for kept in _in_window(now, id)]
    return [*parts, *paces]


@given(plan=practising(rests=False))
def test_what_is_owed_rests_on_no_act(plan: ct.Plan) -> None:
    """Without a pause, what is owed on any day is the same had nothing been done at all."""
    done, idle = plan.as_of(after(0)), without_acts(plan).as_of(after(0))

    for n in range(5, 290, 19):
        assert owed(done.at(after(n))) == owed(idle.at(after(n)))


def test_there_are_acts_to_leave_out() -> None:
    """The comparison of this law is between two plans."""
    plan = ct.Plan() + [
        ct.Commitment(id="a", on="2026-01-05", what="it", pillar="change", due="2026-01-09"),
        ct.Resolution(on="2026-01-07", commitment="a"),
        ct.Reflection(on="2026-01-07", hope=1),
        ct.Setback(id="b", on="2026-01-05", what="no", lesson="call first"),
    ]
    left = without_acts(plan)

    assert ["commitment", "setback"] == [record.kind for record in left]
    assert [None] == [setback.lesson for setback in left.of(ct.Setback)]
