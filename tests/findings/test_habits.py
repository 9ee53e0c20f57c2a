"""Findings of setbacks, spirits, routines and rest."""

import pytest
from tests.findings.asking import counts, found, params

import careertrack as ct

SETBACK = ct.Setback(id="no", on="2026-01-05", what="Rejected", retry="2026-02-01")


def test_retry_past() -> None:
    """A warning from the day after, while it is open."""
    plan = ct.Plan(records=[SETBACK])

    assert [0, 1] == counts(plan, "retry-past", "2026-02-01", "2026-02-02")
    assert [("warning", "perseverance", {"id": "no", "retry": "2026-02-01"}, (SETBACK,))] == found(
        plan, "retry-past", "2026-02-02"
    )
    assert [1, 0] == counts(
        plan + ct.Resolution(on="2026-02-03", setback="no"), "retry-past", "2026-02-02", "2026-02-03"
    )
    assert [0] == counts(ct.Plan(records=[SETBACK.evolve(retry=None)]), "retry-past", "2026-02-02")


def rejections(count: int, on: str = "2026-01-05") -> list[ct.Transition | ct.Step]:
    """Some rejections on a day."""
    moves = [ct.Transition(id=f"m{place}", on="2026-01-01") for place in range(count)]
    return [*moves, *(ct.Step(on=on, transition=each.id, stage="rejected") for each in moves)]


def test_rejections_without_lesson() -> None:
    """A hint for five of them, from a week to 91 days after."""
    plan = ct.Plan(records=rejections(5))
    steps = tuple(each for each in rejections(5) if isinstance(each, ct.Step))

    assert [0, 1, 1, 0] == counts(
        plan, "rejections-without-lesson", "2026-01-11", "2026-01-12", "2026-04-06", "2026-04-07"
    )
    assert [("hint", "perseverance", {"count": 5}, steps)] == found(
        plan, "rejections-without-lesson", "2026-01-12"
    )
    assert [0] == counts(ct.Plan(records=rejections(4)), "rejections-without-lesson", "2026-01-12")


@pytest.mark.parametrize(
    ("fields", "count"),
    [
        ({"lesson": "Call first"}, 0),
        ({"change": "Call first"}, 0),
        ({}, 1),
        ({"lesson": "Call first", "on": "2025-10-12"}, 1),
        ({"lesson": "Call first", "on": "2025-10-13"}, 0),
    ],
)
def test_a_lesson_of_that_time(fields: dict[str, str], count: int) -> None:
    """One setback with a lesson or a change, of the last 91 days, is enough."""
    told = SETBACK.evolve(retry=None, **fields)

    assert [count] == counts(
        ct.Plan(records=[*rejections(5), told]), "rejections-without-lesson", "2026-01-12"
    )


# --- Spirits -----------------------------------------------------------------------------------


def week(on: str, **marks: object) -> ct.Reflection:
    """How a week felt."""
    return ct.Reflection(on=on, **marks)  # type: ignore[arg-type]


FALLING = [week("2026-01-05", hope=1), week("2026-01-12", hope=0), week("2026-01-19", hope=-1)]


def test_spirits_falling() -> None:
    """A notice from the day after the third time, for four weeks."""
    plan = ct.Plan(records=[week("2026-01-01", hope=1), *FALLING])

    assert [0, 1, 1, 0] == counts(
        plan, "spirits-falling", "2026-01-19", "2026-01-20", "2026-02-16", "2026-02-17"
    )
    assert [("notice", "perseverance", {"what": "hope"}, tuple(FALLING))] == found(
        plan, "spirits-falling", "2026-01-20"
    )
    assert [0] == counts(ct.Plan(records=FALLING[1:]), "spirits-falling", "2026-01-20")
    assert [0] == counts(plan + week("2026-01-20", hope=-1), "spirits-falling", "2026-01-21")


def test_energy_falls_as_well() -> None:
    """Each is looked at for itself."""
    plan = ct.Plan(records=[each.evolve(energy=each.hope) for each in FALLING])

    assert [{"what": "hope"}, {"what": "energy"}] == params(plan, "spirits-falling", "2026-01-20")


def test_one_activity_compares_with_nothing() -> None:
    """Nor does what was said over a quarter ago."""
    plan = ct.Plan(records=[FALLING[0].evolve(activity="A workshop"), *FALLING[1:]])
    old = ct.Plan(records=[week("2025-10-22", hope=1), *FALLING[1:]])

    assert [0] == counts(plan, "spirits-falling", "2026-01-20")
    assert [1, 0] == counts(old, "spirits-falling", "2026-01-21", "2026-01-22")


def test_wins_not_noted() -> None:
    """A hint from the day after the fourth reflection of 91 days, where none says what went well."""
    four = [week("2026-01-02", confidence=1), *FALLING]
    plan = ct.Plan(records=four)

    assert [0, 1, 1, 0] == counts(
        plan, "wins-not-noted", "2026-01-19", "2026-01-20", "2026-04-03", "2026-04-04"
    )
    assert [("hint", "perseverance", {"count": 4}, tuple(four))] == found(
        plan, "wins-not-noted", "2026-01-20"
    )
    assert [0] == counts(plan + week("2026-01-20", went_well="A talk"), "wins-not-noted", "2026-01-20")


# --- Routines ----------------------------------------------------------------------------------

READ = ct.Routine(id="read", on="2026-01-05", pillar="skills", minutes=14)


def test_routine_tiny() -> None:
    """A hint for less than a quarter of an hour a week, promised for four weeks."""
    plan = ct.Plan(records=[READ])

    assert [0, 1] == counts(plan, "routine-tiny", "2026-02-01", "2026-02-02")
    assert [("hint", "perseverance", {"id": "read", "minutes": 14}, (READ,))] == found(
        plan, "routine-tiny", "2026-02-02"
    )
    assert [0] == counts(
        plan.revise(ct.Routine, "read", on="2026-01-06", minutes=13), "routine-tiny", "2026-02-02"
    )


@pytest.mark.parametrize(
    ("fields", "minutes"),
    [
        ({"minutes": 15}, None),
        ({"minutes": 66, "per": "month"}, None),  # 15.2 a week
        ({"minutes": 65, "per": "month"}, 15),  # 14.9
        ({"minutes": None, "times": 1, "of": "events"}, None),
        ({"until": "2026-02-01"}, None),
    ],
)
def test_how_much_it_comes_to(fields: dict[str, object], minutes: int | None) -> None:
    """By 4.35 weeks a month; what is counted otherwise, or has ended, is left alone."""
    said = params(ct.Plan(records=[READ.evolve(**fields)]), "routine-tiny", "2026-02-02")

    assert ([] if minutes is None else [{"id": "read", "minutes": minutes}]) == said


def test_routine_without_cue() -> None:
    """A hint from the seventh day, until it has one or ends."""
    plan = ct.Plan(records=[READ])

    assert [0, 1] == counts(plan, "routine-without-cue", "2026-01-11", "2026-01-12")
    assert [("hint", "perseverance", {"id": "read"}, (READ,))] == found(
        plan, "routine-without-cue", "2026-01-12"
    )
    assert [0] == counts(
        plan.revise(ct.Routine, "read", on="2026-01-12", cue="Tuesday"), "routine-without-cue", "2026-01-12"
    )
    assert [0] == counts(
        plan + ct.Resolution(on="2026-01-12", routine="read"), "routine-without-cue", "2026-01-12"
    )


# --- Rest --------------------------------------------------------------------------------------


def test_pause_ends() -> None:
    """A notice in the last week of a pause of a fortnight, to its last day."""
    rest = ct.Pause(on="2026-01-05", until="2026-01-18")
    plan = ct.Plan(records=[rest])

    assert [0, 1, 1, 0] == counts(plan, "pause-ends", "2026-01-10", "2026-01-11", "2026-01-18", "2026-01-19")
    assert [("notice", "perseverance", {"until": "2026-01-18"}, (rest,))] == found(
        plan, "pause-ends", "2026-01-11"
    )
    assert [0] == counts(ct.Plan(records=[rest.evolve(until="2026-01-17")]), "pause-ends", "2026-01-11")


def test_a_longer_pause_goes_on() -> None:
    """The one that ends last counts."""
    plan = ct.Plan(
        records=[
            ct.Pause(on="2026-01-05", until="2026-01-18"),
            ct.Pause(on="2026-01-06", until="2026-03-01", why="illness"),
        ]
    )

    assert [0, 1] == counts(plan, "pause-ends", "2026-01-17", "2026-02-22")
