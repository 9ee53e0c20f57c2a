"""Wins: what went well in the 28 days up to a day, first of all that is said."""

from typing import Any

import pytest
from tests.practice.keeping import BOSS, PEER, day, talk

import careertrack as ct
from careertrack.record import Record
from careertrack.vocabulary import PILLARS
from careertrack.wins import CODES, Win, wins

GOAL = ct.Goal(id="apply", on=day(-90), title="Apply", pillar="change", target=10, unit="letters")
SQL = ct.Skill(name="SQL", top=7)
LEAD = ct.Transition(id="lead", on=day(-90))
WORK = ct.Evidence(id="load", on=day(-90), title="Faster load")
PROMISE = ct.Commitment(id="cv", on=day(-90), what="-", pillar="change", due=day(40))
SETBACK = ct.Setback(id="no", on=day(-90), what="-")


def won(*records: Record, on: int = 27) -> list[str]:
    """The sentences of a day."""
    return [str(win) for win in wins(ct.Plan(records=records).as_of(day(on)))]


def check(on: int, value: float) -> ct.CheckIn:
    """A check-in on the goal."""
    return ct.CheckIn(on=day(on), goal="apply", value=value)


def rated(on: int, level: float, by: str = "self") -> ct.Assessment:
    """An assessment of the skill."""
    return ct.Assessment(on=day(on), skill="sql", level=level, by=by)  # type: ignore[arg-type]


def step(on: int, stage: str) -> ct.Step:
    """The move enters a stage."""
    return ct.Step(on=day(on), transition="lead", stage=stage)  # type: ignore[arg-type]


CASES: dict[str, tuple[list[Record], list[str]]] = {
    "a goal reached": (
        [GOAL, ct.Resolution(on=day(0), goal="apply")],
        ["goal apply reached on 2026-01-05"],
    ),
    "a goal dropped": ([GOAL, check(-9, 1), ct.Resolution(on=day(0), goal="apply", outcome="dropped")], []),
    "a goal that moved": ([GOAL, check(-9, 4), check(0, 5)], ["goal apply moved on: 4 to 5 letters"]),
    "a goal that moved from its baseline": (
        [GOAL.evolve(baseline=2, unit=None), check(0, 5)],
        ["goal apply moved on: 2 to 5"],
    ),
    "a goal that moved down to its target": (
        [GOAL.evolve(baseline=20, unit=None), check(-9, 15), check(0, 12)],
        ["goal apply moved on: 15 to 12"],
    ),
    "a goal that moved back": ([GOAL, check(-9, 5), check(0, 4)], []),
    "a goal that stood still": ([GOAL, check(-9, 5), check(0, 5)], []),
    "a goal that moved earlier": ([GOAL, check(-9, 4), check(-1, 5)], []),
    "a goal with nothing to measure": ([GOAL.evolve(target=None), check(0, 5)], []),
    "a promise kept": (
        [PROMISE, ct.Resolution(on=day(0), commitment="cv")],
        ["promise cv kept on 2026-01-05"],
    ),
    "a promise done too late": (
        [PROMISE.evolve(due=day(-2)), ct.Resolution(on=day(0), commitment="cv")],
        [],
    ),
    "a promise dropped": ([PROMISE, ct.Resolution(on=day(0), commitment="cv", outcome="dropped")], []),
    "a promise of theirs": (
        [
            BOSS,
            ct.Commitment(id="cv", on=day(-9), what="-", by="grace", due=day(40)),
            ct.Resolution(on=day(0), commitment="cv"),
        ],
        [],
    ),
    "back from a setback": (
        [SETBACK, ct.Resolution(on=day(0), setback="no")],
        ["came back from setback no"],
    ),
    "a setback let go": ([SETBACK, ct.Resolution(on=day(0), setback="no", outcome="dropped")], []),
    "a lesson": (
        [SETBACK, SETBACK.evolve(on=day(0), lesson="-")],
        ["a lesson drawn from setback no"],
    ),
    "a change of course": (
        [SETBACK, SETBACK.evolve(on=day(0), change="-")],
        ["a lesson drawn from setback no"],
    ),
    "a setback retold": ([SETBACK, SETBACK.evolve(on=day(0), what="+")], []),
    "a course finished": (
        [ct.Course(title="Statistics"), ct.Resolution(on=day(0), course="statistics")],
        ["course statistics finished on 2026-01-05"],
    ),
    "a course dropped": (
        [ct.Course(title="Statistics"), ct.Resolution(on=day(0), course="statistics", outcome="dropped")],
        [],
    ),
    "a level up": ([SQL, rated(-9, 3), rated(0, 4)], ["skill sql up from 3 to 4, by self"]),
    "a level down": ([SQL, rated(-9, 3), rated(0, 2)], []),
    "a level by somebody else": ([SQL, rated(-9, 3), rated(0, 4, "peer")], []),
    "a first level": ([SQL, rated(0, 4)], []),
    "no level": ([SQL], []),
    "a level up earlier": ([SQL, rated(-9, 3), rated(-1, 4)], []),
    "evidence": ([WORK.evolve(on=day(0))], ["evidence load written down"]),
    "evidence of before": ([WORK], []),
    "evidence shown": (
        [BOSS, WORK, talk(0, shown=["load"])],
        ["evidence load shown in a talk on 2026-01-05"],
    ),
    "new contacts": (
        [PEER.evolve(met=day(0)), BOSS.evolve(met=day(27)), ct.Contact(id="c", name="-", met=day(-1))],
        ["people newly met: 2"],
    ),
    "a contact to be met": ([PEER.evolve(met=day(28))], []),
    "applications": (
        [LEAD, LEAD.evolve(id="other"), step(0, "applied"), step(9, "applied").evolve(transition="other")],
        ["applications sent: 2"],
    ),
    "a lead": ([LEAD, step(0, "lead")], []),
    "a stage": (
        [LEAD, step(-9, "applied"), step(0, "screening"), step(9, "interviewing")],
        ["move lead reached interviewing on 2026-01-14"],
    ),
    "a stage again": ([LEAD, step(-9, "interviewing"), step(0, "interviewing"), step(2, "screening")], []),
    "accepted": (
        [LEAD, step(-9, "offer"), step(0, "accepted")],
        ["move lead reached accepted on 2026-01-05"],
    ),
    "rejected": ([LEAD, step(-9, "applied"), step(0, "rejected")], []),
}


@pytest.mark.parametrize(("records", "expected"), CASES.values(), ids=CASES)
def test_what_is_a_win(records: list[Record], expected: list[str]) -> None:
    """Day 0 is the first of the 28 days up to day 27."""
    told = [each for each in won(*records) if "kept in full" not in each]

    assert expected == told


def test_what_was_kept_in_full() -> None:
    """Every routine, cadence, and the weeks in motion, where all that was owed was done."""
    read = ct.Routine(id="read", on=day(0), pillar="skills", minutes=60)
    done = ct.Effort(on=day(0), minutes=60, routine="read")
    weekly = ct.Cadence(id="talk", on=day(0), contact="bob", every="1 day")
    talks = [talk(n, "bob") for n in range(10)]

    assert [] == won(read, on=7)
    assert ["routine read kept in full", "weeks in motion kept in full"] == won(read, done, on=7)
    assert ["cadence talk kept in full", "weeks in motion kept in full"] == won(PEER, weekly, *talks, on=10)


def test_they_are_of_28_days() -> None:
    """From the first to the last of them, and no more after."""
    plan = [GOAL, ct.Resolution(on=day(0), goal="apply")]

    assert [0, 1, 1, 0] == [len(won(*plan, on=n)) for n in (-1, 0, 27, 28)]
    assert [] == won(on=27)


def test_their_facts_and_records() -> None:
    """A stable code, the pillar it belongs to, the facts, and the records behind it, as plain data too."""
    end = ct.Resolution(on=day(0), goal="apply")
    (win,) = wins(ct.Plan(records=[GOAL, end]).as_of(day(9)))

    assert (
        Win(code="goal-done", pillar="change", params={"id": "apply", "on": "2026-01-05"}, records=(end,))
        == win
    )
    assert {
        "code": "goal-done",
        "pillar": "change",
        "params": {"id": "apply", "on": "2026-01-05"},
        "message": "goal apply reached on 2026-01-05",
    } == win.to_dict()
    assert "Ada" not in repr(win)


def test_every_code_has_its_win() -> None:
    """Each can come about, in a pillar that there is."""
    kept = [
        ct.Routine(id="read", on=day(0), pillar="skills", minutes=60),
        ct.Effort(on=day(0), minutes=60, routine="read"),
    ]
    found = [
        win
        for records in (*(records for records, _ in CASES.values()), kept)
        for win in wins(ct.Plan(records=records).as_of(day(27 if records is not kept else 7)))
    ]

    assert set(CODES) == {win.code for win in found}
    assert {win.pillar for win in found} <= set(PILLARS)


def test_they_are_named_first() -> None:
    """Before what decided and before the next step."""
    lines = str(ct.Plan(records=[GOAL, ct.Resolution(on=day(0), goal="apply")]).review(day(9))).splitlines()

    assert ["", "went well:", "- goal apply reached on 2026-01-05"] == lines[1:4]


def test_on_the_first_day_of_the_calendar() -> None:
    """There are no 28 days before."""
    assert () == wins(ct.Plan().as_of("0001-01-01"))


@pytest.mark.parametrize(
    ("promise", "pillar"),
    [({"to": "grace"}, "manager"), ({"to": "peer"}, "network"), ({"pillar": "skills"}, "skills")],
)
def test_a_kept_promise_stands_where_it_belongs(promise: dict[str, Any], pillar: str) -> None:
    """To a manager, to somebody else, or to oneself: where practice has it as well."""
    plan = ct.Plan() + ct.Contact(id="grace", name="Grace Hopper", relations=["manager"])
    plan += ct.Contact(id="peer", name="Paul Example")
    plan += ct.Commitment(id="promise", on="2026-01-05", what="-", due="2026-01-12", **promise)
    plan += ct.Resolution(on="2026-01-08", commitment="promise")

    assert [pillar] == [win.pillar for win in plan.review("2026-01-13").wins if win.code == "promise-kept"]
