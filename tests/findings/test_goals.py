"""Findings of goals: schedule, check-ins, obstacles, parts."""

import pytest
from tests.findings.asking import counts, found, params

import careertrack as ct
from careertrack.record import Record

GOAL = ct.Goal(on="2026-01-05", title="Apply", pillar="change", due="2026-04-15", target=10)  # 100 days


def check(on: str, value: float) -> ct.CheckIn:
    """The goal has a value on a day."""
    return ct.CheckIn(on=on, goal="apply", value=value)


@pytest.mark.parametrize(
    ("value", "days"),
    [
        (4.4, 6),  # 44 of 50 days earned: SPI .88
        (4.5, None),  # 45 of 50: SPI .9
        (5, None),
    ],
)
def test_behind(value: float, days: int | None) -> None:
    """A notice where earned days over days gone by are below .9; 50 of 100 days are gone on 24 February."""
    reading = check("2026-02-24", value)
    said = found(ct.Plan(records=[GOAL, reading]), "goal-behind", "2026-02-24")

    assert ([] if days is None else [("notice", "direction", {"id": "apply", "days": days})]) == [
        each[:3] for each in said
    ]
    assert all(set(records) == {GOAL, reading} for *_, records in said)


def test_what_is_too_early_past_or_unknown_is_not_behind() -> None:
    """Nothing before a fifth of the time, without a check-in, or from the day after the due day."""
    early = ct.Plan(records=[GOAL, check("2026-01-24", 0)])
    late = ct.Plan(records=[GOAL, check("2026-04-10", 1)])

    assert [0] == counts(early, "goal-behind", "2026-01-24")
    assert [0] == counts(ct.Plan(records=[GOAL]), "goal-behind", "2026-03-01")
    assert [1, 0] == counts(late, "goal-behind", "2026-04-15", "2026-04-16")


def test_a_day_behind() -> None:
    """Of ten days six are gone, and five are earned."""
    plan = ct.Plan(records=[GOAL.evolve(due="2026-01-15"), check("2026-01-11", 5)])

    assert [{"id": "apply", "days": 1}] == params(plan, "goal-behind", "2026-01-11")


def test_less_than_a_day_behind_is_on_time() -> None:
    """A short goal is not told that it is 0 days behind."""
    goal = GOAL.evolve(due="2026-01-10")  # five days; two gone, 1.6 earned: SPI .8
    plan = ct.Plan(records=[goal, check("2026-01-07", 3.2)])

    assert [] == found(plan, "goal-behind", "2026-01-07")


def test_not_checked() -> None:
    """A notice from the 28th day after the last check-in, or after it was set or revised."""
    reading = check("2026-02-10", 4)
    plan = ct.Plan(records=[GOAL])

    assert [0, 1] == counts(plan, "goal-not-checked", "2026-02-01", "2026-02-02")
    assert [("notice", "direction", {"id": "apply", "days": 28}, (GOAL,))] == found(
        plan, "goal-not-checked", "2026-02-02"
    )
    assert [0, 0] == counts(plan + reading, "goal-not-checked", "2026-02-10", "2026-03-09")
    assert [("notice", "direction", {"id": "apply", "days": 28}, (reading, GOAL))] == found(
        plan + reading, "goal-not-checked", "2026-03-10"
    )
    assert [0] == counts(
        plan.revise(ct.Goal, "apply", on="2026-02-02", target=9), "goal-not-checked", "2026-02-10"
    )


@pytest.mark.parametrize(
    "records",
    [
        [GOAL.evolve(target=None)],
        [GOAL.evolve(due="2026-02-09")],
        [GOAL, check("2026-01-10", 10)],
        [GOAL, ct.Resolution(on="2026-02-01", goal="apply")],
    ],
    ids=["not measured", "past due", "reached", "done"],
)
def test_not_to_be_checked(records: list[Record]) -> None:
    """Nothing to measure, or another finding's: past its day or reached."""
    assert [0] == counts(ct.Plan(records=records), "goal-not-checked", "2026-02-10")


def test_anchors_are_checked_as_well() -> None:
    """A level counts as a look, as a value does."""
    anchored = GOAL.evolve(target=None, anchors=["a", "b", "c", "d", "e"])
    looked_at = ct.CheckIn(on="2026-02-01", goal="apply", level=0)

    assert [1] == counts(ct.Plan(records=[anchored]), "goal-not-checked", "2026-02-02")
    assert [0] == counts(ct.Plan(records=[anchored, looked_at]), "goal-not-checked", "2026-02-02")


def test_reached() -> None:
    """A notice from the day after a check-in at the target, while it is open and stays there."""
    there = check("2026-02-10", 10)
    plan = ct.Plan(records=[GOAL, there])

    assert [0] == counts(plan, "goal-reached", "2026-02-10")
    assert [("notice", "direction", {"id": "apply", "on": "2026-02-10"}, (there, GOAL))] == found(
        plan, "goal-reached", "2026-02-11"
    )
    assert [0] == counts(plan + check("2026-02-11", 9.9), "goal-reached", "2026-02-12")
    assert [0] == counts(plan + ct.Resolution(on="2026-02-11", goal="apply"), "goal-reached", "2026-02-12")
    assert [0] == counts(plan.replace(GOAL, GOAL.evolve(target=None)), "goal-reached", "2026-02-12")


def test_a_falling_measure_is_reached_from_above() -> None:
    """The target lies below the baseline."""
    plan = ct.Plan(records=[GOAL.evolve(baseline=60, target=20), check("2026-02-10", 19)])

    assert [1] == counts(plan, "goal-reached", "2026-02-11")


HARD = GOAL.evolve(difficulty=2)
PLANNED = ct.Obstacle(what="No time", then="Saturday")


def test_obstacles_not_planned() -> None:
    """A hint from the seventh day for a difficult goal, until one obstacle says what to do then."""
    plan = ct.Plan(records=[HARD])
    expected = [("hint", "direction", {"id": "apply"}, (HARD,))]

    assert [0] == counts(plan, "obstacles-not-planned", "2026-01-11")
    assert expected == found(plan, "obstacles-not-planned", "2026-01-12")
    assert [1] == counts(
        plan.replace(HARD, HARD.evolve(obstacles=[ct.Obstacle(what="No time")])),
        "obstacles-not-planned",
        "2026-01-12",
    )
    assert [0] == counts(
        plan.replace(HARD, HARD.evolve(obstacles=[ct.Obstacle(what="Rain"), PLANNED])),
        "obstacles-not-planned",
        "2026-01-12",
    )
    assert [0] == counts(
        plan.replace(HARD, HARD.evolve(difficulty=1.9)), "obstacles-not-planned", "2026-01-12"
    )


def test_unimportant() -> None:
    """A hint where all of two or more open goals have been below the usual importance for a week."""
    one, two = GOAL.evolve(importance=0.9), GOAL.evolve(id="sort", title="Sort", importance=0)
    plan = ct.Plan(records=[one, two])

    assert [0, 1] == counts(plan, "goals-unimportant", "2026-01-11", "2026-01-12")
    assert [("hint", "direction", {"count": 2}, (one, two))] == found(plan, "goals-unimportant", "2026-01-12")
    assert [0] == counts(ct.Plan(records=[one]), "goals-unimportant", "2026-01-12")
    assert [0] == counts(plan.replace(one, GOAL), "goals-unimportant", "2026-01-12")
    assert [0] == counts(
        plan + ct.Resolution(on="2026-01-06", goal="sort"), "goals-unimportant", "2026-01-12"
    )


WHOLE = ct.Goal(on="2026-01-05", title="Back to work", pillar="change", due="2026-06-01")
PARTS = [
    ct.Goal(on="2026-01-05", title=title, pillar="change", parent="back-to-work", due="2026-06-01")
    for title in ("Sort", "Sift", "Send")
]


def ended(title: str, outcome: str = "done") -> ct.Resolution:
    """A part is over."""
    return ct.Resolution(on="2026-02-01", goal=title, outcome=outcome)  # type: ignore[arg-type]


def test_parts_done() -> None:
    """A notice where all parts that count are done; a dropped one does not count."""
    plan = ct.Plan(records=[WHOLE, *PARTS, ended("sort"), ended("send", "dropped")])
    done = plan + ended("sift")

    assert [0] == counts(plan, "parts-done", "2026-02-01")
    assert [("notice", "direction", {"id": "back-to-work", "count": 2}, (WHOLE,))] == found(
        done, "parts-done", "2026-02-01"
    )
    assert [0] == counts(done + ended("back-to-work"), "parts-done", "2026-02-01")


@pytest.mark.parametrize(
    "change",
    [{"target": 3}, {"anchors": ["a", "b", "c", "d", "e"]}, {}],
    ids=["a target", "anchors", "a level"],
)
def test_a_whole_with_a_measure_of_its_own(change: dict[str, object]) -> None:
    """Its parts do not say how far it is."""
    level = [] if change else [ct.CheckIn(on="2026-01-09", goal="back-to-work", level=0)]
    records = [WHOLE.evolve(**change), PARTS[0], ended("sort"), *level]

    assert [0] == counts(ct.Plan(records=records), "parts-done", "2026-02-01")


def test_dropped_parts_alone_are_no_parts() -> None:
    """There is nothing that is done."""
    plan = ct.Plan(records=[WHOLE, PARTS[0], ended("sort", "dropped")])

    assert [0] == counts(plan, "parts-done", "2026-02-01")


def test_part_after_whole() -> None:
    """A notice for an open part that is due a day after its open whole."""
    late = PARTS[0].evolve(due="2026-06-02")
    plan = ct.Plan(records=[WHOLE, late, PARTS[1]])
    facts = {"id": "sort", "due": "2026-06-02", "parent": "back-to-work", "parent_due": "2026-06-01"}

    assert [("notice", "direction", facts, (late, WHOLE))] == found(plan, "part-after-whole", "2026-01-05")
    assert [0] == counts(plan + ended("back-to-work"), "part-after-whole", "2026-02-01")
    assert [] == params(plan + ended("sort"), "part-after-whole", "2026-02-01")
    assert [0] == counts(plan.replace(WHOLE, WHOLE.evolve(due=None)), "part-after-whole", "2026-01-05")
    assert [0] == counts(plan.replace(late, late.evolve(due=None)), "part-after-whole", "2026-01-05")
