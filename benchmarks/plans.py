"""A plan as it grows: one record more, and what it says on a day."""

from __future__ import annotations

from datetime import date, timedelta

import careertrack as ct
from benchmarks import sample
from benchmarks.measure import Line, Sizes, compared, timed
from careertrack.ledger import Ledger
from careertrack.practice import EVEN
from careertrack.questions.numbers import Numbers
from careertrack.record import Record

MARK = 10_000  # the size that the budget is stated for
WHAT_IFS = 60


def added(sizes: Sizes) -> list[Line]:
    """One record more, against copying a tuple of that length."""
    lines = []
    for size in sizes.records:
        plan, repeats = sample.plan_of(size), _repeats(sizes, size)
        records, budget = plan.records, 10 if size == MARK else None
        copy = timed(lambda records=records: (*records,))  # type: ignore[misc]
        for one in _ones(plan):
            add = timed(lambda plan=plan, one=one: plan.add(one))  # type: ignore[misc]
            what = f"add {'an' if one.kind[0] in 'aeo' else 'a'} {one.kind} to {size:,}"
            lines.append(compared(what, add, "copying a tuple", copy, repeats, budget=budget))
    return lines


def added_together(sizes: Sizes) -> list[Line]:
    """A hundred records more at once, against one after another."""
    plan = sample.plan_of(sizes.records[1])
    day = plan.records[len(plan) // 2].on
    many = [ct.Effort(on=day or sample.START, minutes=n, pillar="change", note=f"{n}") for n in range(1, 101)]

    def singly() -> ct.Plan:
        grown = plan
        for one in many:
            grown = grown.add(one)
        return grown

    what = f"add 100 efforts of one day to {len(plan):,} at once"
    repeats = min(sizes.repeats, 5)
    return [compared(what, timed(lambda: plan.add(many)), "one by one", timed(singly), repeats)]


def _ones(plan: ct.Plan) -> list[Record]:
    day = plan.records[len(plan) // 2].on or sample.START
    return [
        ct.Effort(on=day, minutes=7, routine="study", note="one more"),
        ct.Assessment(on=day, skill="sql", by="test", level=3),
        ct.Contact(id="one-more", name="Nobody Example"),
        ct.Goal(on=day, title="One more", pillar="skills", parent="skills-first"),
    ]


def asked(sizes: Sizes) -> list[Line]:
    """What a plan says on its last day, against the same question to the smallest plan."""
    lines, (least, *larger) = [], sizes.records
    small = sample.plan_of(least)
    for what, ask in (("snapshot: goals, skills, transitions", read), ("review", review)):
        for size in larger:
            plan = sample.plan_of(size)
            ours = timed(lambda plan=plan, ask=ask: ask(plan))  # type: ignore[misc]
            theirs = timed(lambda ask=ask: ask(small))  # type: ignore[misc]
            lines.append(
                compared(f"{what} of {size:,}", ours, f"of {least:,}", theirs, _repeats(sizes, size))
            )
    return lines


def remembered(sizes: Sizes) -> list[Line]:
    """Years of weekly history, against the same reviews asked one by one, and against fewer years."""
    lines, (few, many) = [], sizes.years
    for years in (few, many):
        plan = sample.plan(sample.YEAR * years)
        days = [sample.START + timedelta(7 * week) for week in range(1, sample.YEAR * years)]
        history = timed(lambda plan=plan, days=days: plan.history(days))  # type: ignore[misc]
        singly = timed(lambda plan=plan, days=days: [plan.review(day) for day in days])  # type: ignore[misc]
        what, repeats = f"weekly history of {years} years, {len(plan):,} records", min(sizes.repeats, 3)
        budget = 0.4 if years == 10 else None
        lines.append(compared(what, history, "as many reviews", singly, repeats, budget=budget))
    plans = [sample.plan(sample.YEAR * years) for years in (few, many)]
    weeks = [
        [sample.START + timedelta(7 * n) for n in range(1, sample.YEAR * years)] for years in (few, many)
    ]
    one, other = (timed(lambda at=at: plans[at].history(weeks[at])) for at in (0, 1))  # type: ignore[misc]
    lines.append(compared(f"weekly history of {many} years", other, f"of {few}", one, min(sizes.repeats, 5)))
    return lines


def changed(sizes: Sizes) -> list[Line]:
    """What each record of the last month changed, against one review."""
    plan = sample.plan_of(sizes.records[1])
    until = plan.records[-1].on or sample.START
    ours = timed(lambda: plan.changes(until - timedelta(28), until))
    theirs = timed(lambda: plan.review(until))
    return [compared(f"changes of a month in {len(plan):,}", ours, "a review", theirs, min(sizes.repeats, 5))]


def what_ifs(sizes: Sizes) -> list[Line]:
    """Sixty plans with one record more each, and the three numbers of each, against one review."""
    plan = sample.plan_of(sizes.records[1])
    day = plan.records[-1].on or sample.START
    ledger = Ledger().grown(plan.records)
    base = Numbers.of(ledger, day, EVEN).settle()
    ones = [_what_if(day, n) for n in range(WHAT_IFS)]

    def ask() -> list[float | None]:
        return [value for one in ones for value in _values(base.grown([one]))]

    what, repeats = f"{WHAT_IFS} what-ifs in {len(plan):,}", min(sizes.repeats, 5)
    return [
        compared(what, timed(ask), "a review", timed(lambda: plan.review(day)), repeats, budget=WHAT_IFS / 4)
    ]


def _what_if(day: date, n: int) -> Record:
    """One of the records that an action may add."""
    sorts: tuple[Record, ...] = (
        ct.Effort(on=day, minutes=n + 1, routine="study", note="what if"),
        ct.Effort(on=day, minutes=n + 1, pillar="network", note="what if"),
        ct.Contact(id=f"what-if-{n}", name="Nobody Example", met=day),
        ct.Assessment(on=day, skill="sql", by="test", level=n % 5),
        ct.Reflection(on=day, energy=1, note=f"what if {n}"),
    )
    return sorts[n % len(sorts)]


def _values(numbers: Numbers) -> tuple[float | None, ...]:
    return (numbers.practice.value, numbers.progress.value, numbers.outlook.value)


def read(plan: ct.Plan) -> list[object]:
    """Every goal, skill and transition on the plan's last day, read from a fresh snapshot."""
    now = plan.as_of(plan.records[-1].on or sample.START)
    return [*now.goals.values(), *now.skills.values(), *now.transitions.values()]


def review(plan: ct.Plan) -> ct.Review:
    """Everything that is said and scored on the plan's last day."""
    return plan.review(plan.records[-1].on or sample.START)


def _repeats(sizes: Sizes, size: int) -> int:
    return min(sizes.repeats, 7) if size > MARK else sizes.repeats
