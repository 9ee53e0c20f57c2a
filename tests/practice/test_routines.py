"""Routines: whole periods of a promised pace, each kept in full, in part or not at all."""

from datetime import date

import pytest
from tests.practice.keeping import PEER, day, only, pause, rated, talk, values

import careertrack as ct
from careertrack.practice.routines import ROUTINES
from careertrack.record import Record
from careertrack.vocabulary import Counted

PACE = ct.Routine(id="read", on=day(0), pillar="skills", minutes=60)
LEAD = ct.Transition(id="lead", on=day(0))
EVENING = ct.Event(title="Evening")


def effort(on: int, minutes: int = 60, **about: object) -> ct.Effort:
    """Minutes on the n-th day, on the routine unless said otherwise."""
    return ct.Effort(on=day(on), minutes=minutes, **(about or {"routine": "read"}))  # type: ignore[arg-type]


def counting(of: Counted, times: int = 2, per: str = "week") -> ct.Routine:
    """A promise to do something so many times."""
    return ct.Routine(id="count", on=day(0), pillar="network", times=times, of=of, per=per)  # type: ignore[arg-type]


def counted(of: Counted, *records: Record) -> float:
    """What was done in the first week, of a promise of two of them: twice the share."""
    base: list[Record] = [PEER, LEAD, EVENING, counting(of)]
    return 2 * (only(ROUTINES, [*base, *records], 7).value or 0)


def test_a_period_counts_from_the_day_after_its_last() -> None:
    """The first week, Monday to Sunday, is judged from the next Monday; until then nothing is due."""
    assert ["nothing", "not due", "not due", 0.5] == values(ROUTINES, [PACE, effort(3, 30)], -1, 0, 6, 7)


def test_each_whole_period_is_the_share_done_of_what_was_owed() -> None:
    """60 minutes a week; 30, 90, 60 and none: (.5 + 1 + 1 + 0) / 4 = .625; doing more banks nothing."""
    score = only(ROUTINES, [PACE, effort(0, 30), effort(7, 90), effort(20, 60)], 28)

    assert (0.625, 4) == (score.value, score.n)
    assert "30 of 60 minutes to 2026-01-11" == score.reason.split(", ")[0]
    assert ["routine", "effort", "effort", "effort"] == [record.kind for record in score.records]


def test_the_window_holds_four_weeks() -> None:
    """The week that ended 28 days before still counts, the one before it does not: 1 of 4, then none."""
    done = [PACE, effort(6)]

    assert [0.25, 0.25, 0.0] == values(ROUTINES, list(done), 28, 34, 35)


def test_the_first_period_is_the_first_whole_one() -> None:
    """Promised on a Tuesday it owes from the next Monday on; what was done before counts for nothing."""
    late = [PACE.evolve(on=day(1)), effort(2)]

    assert ["not due", "not due", 0.0] == values(ROUTINES, list(late), 7, 13, 14)


def test_a_period_is_judged_by_the_revision_of_its_first_day() -> None:
    """60 minutes in force on Monday, 120 from Wednesday: the week owes 60, the next one 120: (1 + .5) / 2."""
    plan: list[Record] = [PACE, PACE.evolve(on=day(2), minutes=120), effort(4), effort(8)]

    assert [1.0, 0.75] == values(ROUTINES, plan, 7, 14)


def test_a_revision_may_change_pillar_and_period() -> None:
    """Each period is filed under the pillar in force on its first day, in a part of its own."""
    monthly = PACE.evolve(on=day(14), pillar="change", per="month")
    parts = rated(ROUTINES, [PACE, monthly, effort(0), effort(30)], 28)  # 2 February

    assert {("skills", "routine read"): 0.5} == {where: score.value for where, score in parts.items()}
    assert {("change", "routine read"): 1.0} == {
        where: score.value for where, score in rated(ROUTINES, [PACE, monthly, effort(30)], 57).items()
    }


@pytest.mark.parametrize(("until", "expected"), [(13, [1.0, 0.5]), (12, [1.0, 1.0])])
def test_until_ends_it(until: int, expected: list[float]) -> None:
    """Promised until Sunday the second week is owed, until Saturday it is not whole."""
    assert expected == values(ROUTINES, [PACE.evolve(until=day(until)), effort(0)], 7, 14)


def test_when_it_has_ended_its_periods_leave_and_nothing_is_due() -> None:
    """A week promised alone counts for four weeks; then there is no part at all."""
    plan: list[Record] = [PACE.evolve(until=day(6)), effort(0)]

    assert [1.0, 1.0, "nothing"] == values(ROUTINES, plan, 7, 34, 35)


@pytest.mark.parametrize("outcome", ["done", "dropped"])
def test_a_resolution_ends_it(outcome: str) -> None:
    """On the day of the resolution it is in force: on Sunday the week is owed, on Saturday it is not."""
    ends = [ct.Resolution(on=day(n), routine="read", outcome=outcome) for n in (13, 12)]  # type: ignore[arg-type]

    assert [[0.0], [0.0]] == [values(ROUTINES, [PACE, end], 14) for end in ends]
    assert [2, 1] == [only(ROUTINES, [PACE, end], 14).n for end in ends]


def test_taken_up_again_it_owes_whole_periods_again() -> None:
    """Ended on a Wednesday, revised on the next one: owed from the Monday after that."""
    plan: list[Record] = [PACE, ct.Resolution(on=day(2), routine="read"), PACE.evolve(on=day(9)), effort(15)]

    assert ["nothing", "not due", "not due", 1.0] == values(ROUTINES, plan, 8, 9, 20, 21)


def test_taken_up_again_the_next_day_leaves_no_gap() -> None:
    """A week in force on each of its days is whole, though it was ended and promised anew within."""
    plan: list[Record] = [PACE, ct.Resolution(on=day(2), routine="read"), PACE.evolve(on=day(3)), effort(1)]

    assert [1.0] == values(ROUTINES, plan, 7)


@pytest.mark.parametrize(
    ("on", "last"),
    [
        ("2026-02-28", "2026-01-31"),  # 31 January to 27 February
        ("2026-03-01", "2026-02-28"),  # 1 to 28 February
        ("2026-03-29", "2026-02-28"),  # 1 to 28 March: no month ends there, so the last one that ended
        ("2026-03-31", "2026-02-28"),  # 3 to 30 March
        ("2026-04-01", "2026-03-31"),
        ("2026-04-29", "2026-03-31"),  # 1 to 28 April
    ],
)
def test_months_are_calendar_months(on: str, last: str) -> None:
    """One month counts on any day: the one that ended in the 28 days before, or the last one that ended."""
    monthly = ct.Routine(id="read", on="2026-01-01", pillar="skills", minutes=60, per="month")
    (part,) = ROUTINES.parts(ct.Plan(records=[monthly]).as_of(on))

    assert f"0 of 60 minutes to {last}" == part.score.reason


def test_a_month_is_whole_from_its_first_day() -> None:
    """Promised on 2 January it owes from February; on 1 January from January."""
    first, second = (
        ct.Plan() + ct.Routine(id="read", on=f"2026-01-0{n}", pillar="skills", minutes=60, per="month")
        for n in (1, 2)
    )

    assert [0.0, None] == [
        next(ROUTINES.parts(plan.as_of("2026-02-01"))).score.value for plan in (first, second)
    ]
    assert 0.0 == next(ROUTINES.parts(second.as_of("2026-03-01"))).score.value


@pytest.mark.parametrize(
    ("times", "paused", "done", "expected"),
    [
        (3, 3, 0, 0.0),  # 3 x 4/7 = 1.71: one owed
        (3, 3, 1, 1.0),
        (3, 3, 2, 1.0),  # never below what was done: two owed, two done
        (3, 3, 9, 1.0),  # capped at the promise
        (7, 2, 4, 0.8),  # 7 x 5/7 = 5 to the bit
        (3, 5, 0, None),  # 3 x 2/7 = .86: none owed, skipped
        (3, 5, 1, 1.0),  # though what was done is never lost
        (3, 7, 0, None),
    ],
)
def test_a_pause_takes_days_out_of_a_count(
    times: int, paused: int, done: int, expected: float | None
) -> None:
    """Owed = promise x unpaused share, rounded down; never below what was done; nothing owed is skipped."""
    talks: list[Record] = [talk(0, "bob", id=f"t{n}") for n in range(done)]

    assert (
        expected
        == only(ROUTINES, [PEER, counting("conversations", times), pause(7 - paused, 6), *talks], 7).value
    )


@pytest.mark.parametrize(
    ("paused", "done", "expected"), [(3, 0, 0.0), (3, 30, 0.875), (3, 50, 1.0), (6, 2, 0.2333)]
)
def test_a_pause_takes_days_out_of_minutes(paused: int, done: int, expected: float) -> None:
    """60 minutes with three days paused owe 60 x 4/7 = 34.29, of which 30 are .875; with six 8.571."""
    plan: list[Record] = [PACE, pause(7 - paused, 6)]

    assert (
        pytest.approx(expected, abs=1e-4)
        == only(ROUTINES, [*plan, *([effort(0, done)] if done else [])], 7).value
    )


def test_more_done_in_a_pause_never_scores_less() -> None:
    """From nothing to twice the promise, minute by minute, in a week with five days of pause."""
    plan: list[Record] = [PACE, pause(2, 6)]
    shares = [only(ROUTINES, [*plan, effort(0, done)], 7).value or 0 for done in range(1, 121)]

    assert sorted(shares) == shares
    assert 1.0 == shares[-1]


def test_a_week_skipped_leaves_the_others_alone() -> None:
    """The second of three weeks is paused in full: (1 + 0) / 2, not a third."""
    assert [0.5] == values(ROUTINES, [PACE, effort(0), pause(7, 13)], 21)


@pytest.mark.parametrize(
    ("about", "pillar"),
    [
        ({"pillar": "perseverance"}, "perseverance"),
        ({"course": "statistics"}, "skills"),
        ({"skill": "sql"}, "skills"),
        ({"transition": "lead"}, "change"),
        ({"event": "evening"}, "network"),
        ({"goal": "aim"}, "direction"),
    ],
)
def test_an_effort_counts_for_the_only_routine_in_minutes_of_its_pillar(
    about: dict[str, str], pillar: str
) -> None:
    """Courses and skills: skills; moves: change; events: network; goals: their own pillar."""
    plan: list[Record] = [
        ct.Course(title="Statistics"),
        ct.Skill(name="SQL"),
        LEAD,
        EVENING,
        ct.Goal(id="aim", on=day(0), title="Aim", pillar="direction"),
        *(
            ct.Routine(id=each, on=day(0), pillar=each, minutes=60)
            for each in ("direction", "skills", "manager", "network", "change", "perseverance")
        ),
        effort(3, 60, **about),
    ]
    parts = rated(ROUTINES, plan, 7)

    assert {pillar: 1.0} == {where: score.value for (where, _), score in parts.items() if score.value}


def test_a_goal_has_the_pillar_of_the_day_of_the_effort() -> None:
    """Moved to skills on Wednesday, an effort of Tuesday counts for direction, one of Thursday for skills."""
    aim = ct.Goal(id="aim", on=day(0), title="Aim", pillar="direction")
    paces: list[Record] = [
        ct.Routine(id=each, on=day(0), pillar=each, minutes=60) for each in ("direction", "skills")
    ]
    plan: list[Record] = [*paces, aim, aim.evolve(on=day(2), pillar="skills"), effort(1, 60, goal="aim")]

    assert [1.0, 0.0] == [score.value for score in rated(ROUTINES, plan, 7).values()]
    assert [0.5, 0.25] == [
        score.value
        for score in rated(
            ROUTINES, [*plan[:-1], effort(1, 30, goal="aim"), effort(3, 15, goal="aim")], 7
        ).values()
    ]


def test_of_two_routines_in_minutes_an_effort_has_to_name_one() -> None:
    """With two of a pillar on that day, effort on the pillar counts for neither; else for the one named."""
    other = PACE.evolve(id="practise")
    plan: list[Record] = [PACE, other, effort(3, 60, pillar="skills")]

    assert [0.0, 0.0] == [score.value for score in rated(ROUTINES, plan, 7).values()]
    assert {"routine read": 1.0, "routine practise": 0.0} == {
        name: score.value for (_, name), score in rated(ROUTINES, [PACE, other, effort(3)], 7).items()
    }


def test_which_routine_is_the_only_one_is_asked_of_the_day() -> None:
    """The second one begins on Thursday: an effort of Wednesday still counts for the first."""
    other = PACE.evolve(id="practise", on=day(3))
    both = [rated(ROUTINES, [PACE, other, effort(n, 60, pillar="skills")], 7) for n in (2, 3)]

    assert [1.0, 0.0] == [parts["skills", "routine read"].value for parts in both]


def test_a_routine_that_counts_times_takes_no_minutes() -> None:
    """Beside one that counts, the routine in minutes is the only one; and a count is not of efforts."""
    other = ct.Routine(id="reflect", on=day(0), pillar="skills", times=1, of="reflections")
    parts = rated(ROUTINES, [PACE, other, effort(3, 60, pillar="skills")], 7)

    assert [1.0, 0.0] == [parts["skills", name].value for name in ("routine read", "routine reflect")]


def test_an_effort_that_names_a_routine_counts_for_no_other() -> None:
    """Named for a routine of another pillar, it leaves the only one of its pillar alone."""
    other = ct.Routine(id="walk", on=day(0), pillar="perseverance", minutes=60)
    parts = rated(ROUTINES, [PACE, other, effort(3, 60, routine="walk")], 7)

    assert [0.0, 1.0] == [score.value for score in parts.values()]


@pytest.mark.parametrize("answered", ["yes", "no", "waiting"])
def test_a_conversation_counts_however_it_was_answered(answered: str) -> None:
    """Reaching out is what was promised; what comes back is for others to decide."""
    assert 1 == counted("conversations", talk(3, "bob", answered=answered))


def test_facts_count_in_the_week_of_their_day() -> None:
    """Sunday is of the first week, Monday of the second."""
    assert [1, 0] == [counted("conversations", talk(n, "bob")) for n in (6, 7)]
    assert 0 == counted("conversations", talk(-1, "bob"))


def test_a_new_contact_is_one_met_in_the_period() -> None:
    """By the day of getting to know each other, not of writing it down; who was met before is not new."""
    known = [ct.Contact(id=f"c{n}", name="-", met=day(n)) for n in (-1, 0, 6, 7)]

    assert 2 == counted("new-contacts", *known, ct.Contact(id="nobody", name="-"))


def test_a_new_contact_counts_once() -> None:
    """Revised within the week with another day of it, it is still one."""
    known = ct.Contact(id="ada", name="-", met=day(1))

    assert 1 == counted("new-contacts", known, known.evolve(on=day(3), met=day(2)))


def test_a_contact_written_down_only_after_the_period_does_not_change_it() -> None:
    """The past does not move: a day of meeting that a later revision tells is not of that week's record."""
    known = ct.Contact(id="ada", name="-")

    assert [1, 0] == [counted("new-contacts", known, known.evolve(on=day(n), met=day(2))) for n in (6, 7)]


def test_an_application_is_a_step_to_applied() -> None:
    """Other stages are none; two steps of one week are two."""
    steps = [ct.Step(on=day(n), transition="lead", stage="applied") for n in (1, 4, 8)]
    others = [
        ct.Step(on=day(2), transition="lead", stage=stage) for stage in ("lead", "screening", "rejected")
    ]

    assert (2, 0) == (counted("applications", *steps), counted("applications", *others))


def test_a_follow_up_comes_after_the_application() -> None:
    """A talk that names a move applied for on a day before; the same day, before, or without a move: none."""
    applied = ct.Step(on=day(2), transition="lead", stage="applied")
    other = ct.Transition(id="other", on=day(0))
    talks = [talk(n, "bob", transition="lead") for n in (1, 2, 3)]

    assert [0, 0, 1] == [counted("follow-ups", applied, each) for each in talks]
    assert 0 == counted("follow-ups", applied, talk(4, "bob"))
    assert 0 == counted("follow-ups", applied, other, talk(4, "bob", transition="other"))
    assert 0 == counted("follow-ups", ct.Step(on=day(2), transition="lead", stage="rejected"), talks[2])


def test_an_event_counts_once_a_period() -> None:
    """Effort on it and its `done` show that it was attended, once; dropped shows nothing."""
    went = effort(2, 60, event="evening")
    done, dropped = (ct.Resolution(on=day(3), event="evening", outcome=how) for how in ("done", "dropped"))
    fair = ct.Event(title="Fair")

    assert [1, 1, 1, 0] == [
        counted("events", *some)
        for some in ([went], [done], [went, done, effort(4, 5, event="evening")], [dropped])
    ]
    assert 2 == counted("events", went, fair, ct.Resolution(on=day(3), event="fair"))
    assert 0 == counted(
        "events", ct.Resolution(on=day(3), course="statistics"), ct.Course(title="Statistics")
    )
    assert 0 == counted("events", effort(3, 60, pillar="network"))


def test_reflections_count() -> None:
    """Each is one, on whatever."""
    assert 2 == counted("reflections", *(ct.Reflection(on=day(n), energy=1) for n in (0, 6, 7)))


def test_a_routine_not_due_says_so() -> None:
    """Nothing owed: no coverage, no bounds, and the reason in words."""
    score = only(ROUTINES, [PACE], 3)

    assert (None, None, None, None) == (score.value, score.lower, score.upper, score.coverage)
    assert "not due: no whole week of it has ended in the window" == score.reason


@pytest.mark.parametrize("on", [date.min, date.max])
def test_the_ends_of_the_calendar(on: date) -> None:
    """The first day has no window and the last one has one."""
    plan = ct.Plan(records=[PACE.evolve(on=date.min, per=per, id=per) for per in ("week", "month")])

    expected = [None, None] if on == date.min else [0.0, 0.0]

    assert expected == [part.score.value for part in ROUTINES.parts(plan.as_of(on))]
