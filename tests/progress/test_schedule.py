"""How a goal keeps to its days, each figure by hand."""

import json
import pickle
from datetime import date, timedelta

import pytest

import careertrack as ct
from careertrack.progress import Schedule, lowest_s, schedules

START = date(2026, 1, 1)
UNKNOWN = (None, None, None, None, None)


def day(n: int) -> date:
    """The n-th day after the first."""
    return START + timedelta(n)


def goal(due: int | None = 100, target: float | None = 10, on: int = 0, **fields: object) -> ct.Goal:
    """Ten of something within a hundred days, unless said otherwise."""
    last = None if due is None else day(due)
    return ct.Goal(id="a", on=day(on), title="Apply", pillar="change", due=last, target=target, **fields)  # type: ignore[arg-type]


def check(n: int, value: float | None = None, level: int | None = None) -> ct.CheckIn:
    """A check-in on the n-th day."""
    return ct.CheckIn(on=day(n), goal="a", value=value, level=level)


def pause(first: int, last: int) -> ct.Pause:
    """A rest, both days included."""
    return ct.Pause(on=day(first), until=day(last))


def found(*records: ct.Record, on: int) -> Schedule:
    """The goal's schedule on the n-th day."""
    return schedules(ct.Plan(records=records).as_of(day(on)))["a"]


def figures(schedule: Schedule) -> tuple[object, ...]:
    """Planned, actual and earned days, SPI, s."""
    return schedule.planned, schedule.actual, schedule.earned, schedule.spi, schedule.s


CURVE = [ct.Milestone(due=day(10 * i), value=value) for i, value in enumerate((10, 25, 45, 70), 1)]


def test_behind() -> None:
    """Lipke's example in periods of ten days: planned 0, 10, 25, 45, 70, 100; 30 done on day 30.

    25 was planned for day 20, 45 for day 30: ES = 20 + 10 x (30 - 25) / (45 - 25) = 22.5 days.
    SPI = 22.5 / 30 = .75; at this pace 50 / .75 = 66.67 days, so reached on day 67.
    """
    schedule = found(goal(due=50, target=100, milestones=CURVE), check(30, 30), on=30)

    assert (50, 30, 22.5, 0.75, 0.75) == figures(schedule)
    assert (7.5, -7.5, day(67), day(50)) == (schedule.behind, schedule.ahead, schedule.finish, schedule.due)
    assert not schedule.past_due


def test_reached_late() -> None:
    """All 100 done on day 70 of 50: ES = 50, SPI = 50 / 70 = .714, for as long as the goal stays open."""
    schedule = found(goal(due=50, target=100, milestones=CURVE), check(70, 100), on=200)

    assert (50, 70, 50, pytest.approx(5 / 7), pytest.approx(5 / 7)) == figures(schedule)
    assert (20, day(70), day(70), True) == (
        schedule.behind,
        schedule.reached,
        schedule.finish,
        schedule.past_due,
    )


def test_a_falling_measure() -> None:
    """From 60 to 20 in 100 days; 50 on day 50 is a quarter of the way: ES = 25, SPI = .5."""
    schedule = found(goal(baseline=60, target=20), check(50, 50), on=50)

    assert (100, 50, 25, 0.5, 0.5) == figures(schedule)


@pytest.mark.parametrize(
    ("value", "earned"),
    [(-3, 0), (0, 0), (1, 40), (2, 80), (6, 90), (9, 97.5), (10, 100), (12, 100)],
)
def test_milestones_at_uneven_days(value: float, earned: float) -> None:
    """2 by day 80, 10 by day 100: between them ES goes by the days; 6 is 80 + 20 x 4 / 8 = 90."""
    schedule = found(goal(milestones=[ct.Milestone(due=day(80), value=2)]), check(60, value), on=60)

    assert earned == pytest.approx(schedule.earned)


def test_ahead_is_on_time() -> None:
    """8 of 10 on day 50: ES 80, SPI 1.6, of which status uses 1; at this pace 62.5 days."""
    schedule = found(goal(), check(50, 8), on=50)

    assert (100, 50, 80, 1.6, 1.0) == figures(schedule)
    assert (day(63), "30 days ahead; SPI(t) 1.60") == (schedule.finish, schedule.reason)


@pytest.mark.parametrize("checks", [[], [check(40, level=-1)]])
def test_without_a_value_it_is_unknown(checks: list[ct.CheckIn]) -> None:
    """Nobody said how far it is: no figure, and no blame, also past its day."""
    early, late = (found(goal(), *checks, on=n) for n in (50, 150))

    for schedule in (early, late):
        assert UNKNOWN == (schedule.actual, schedule.earned, schedule.behind, schedule.spi, schedule.s)
        assert schedule.finish is None
    assert "no check-in with a value yet" == early.reason
    assert "no check-in with a value yet; past its due day, 2026-04-11" == late.reason


@pytest.mark.parametrize(("n", "spi"), [(0, None), (19, None), (20, 0.5), (21, 10 / 21)])
def test_no_pace_before_a_fifth(n: int, spi: float | None) -> None:
    """The days behind are told from the first; SPI and forecast from day 20 of 100."""
    schedule = found(goal(), check(n, 1), on=n)

    assert (n - 10, spi, spi) == (pytest.approx(schedule.behind), schedule.spi, schedule.s)
    assert (spi is None) == (schedule.finish is None)
    assert (spi is None) == schedule.reason.endswith("too early to tell a pace")


@pytest.mark.parametrize(("n", "actual"), [(40, 40), (60, 40), (68, 40), (69, 41), (90, 62)])
def test_time_runs_on_without_check_ins(n: int, actual: int) -> None:
    """The last check-in was on day 40; from day 69 on, 28 days ago is later."""
    schedule = found(goal(), check(30, 2), check(40, 4), on=n)

    assert (actual, 40) == (schedule.actual, schedule.earned)


def test_time_stops_when_the_target_is_reached() -> None:
    """Reached on day 40 and never below since: no later day, and no later check-in, changes that."""
    checks = [check(30, 9), check(40, 10), check(60, 12)]

    for n in (60, 99, 300):
        schedule = found(goal(), *checks, on=n)
        assert (100, 40, 100, 2.5, 1.0) == figures(schedule)
        assert (day(40), day(40)) == (schedule.reached, schedule.finish)


def test_what_fell_back_is_not_reached() -> None:
    """10 on day 40, 9 on day 60, 10 again on day 80: reached on day 80."""
    checks = [check(40, 10), check(60, 9), check(80, 10)]

    assert (None, 60) == (found(goal(), *checks, on=60).reached, found(goal(), *checks, on=60).actual)
    assert day(80) == found(goal(), *checks, on=90).reached


@pytest.mark.parametrize("n", [0, 10])
def test_reached_at_once_is_on_time(n: int) -> None:
    """Before a fifth there is no pace, but what is reached is on time."""
    schedule = found(goal(), check(n, 10), on=n)

    assert (100, n, 100, None, 1.0) == figures(schedule)
    assert (day(n), f"{100 - n} days ahead; target reached on {day(n)}") == (
        schedule.finish,
        schedule.reason,
    )


def test_nothing_earned() -> None:
    """SPI 0 and no forecast: nobody can tell from nothing."""
    schedule = found(goal(), check(50, 0), on=50)

    assert (100, 50, 0, 0.0, 0.0) == figures(schedule)
    assert (None, "50 days behind; SPI(t) 0.00") == (schedule.finish, schedule.reason)


def test_a_forecast_beyond_the_calendar_is_none() -> None:
    """A millionth in half the time would end after 31 December 9999."""
    assert found(goal(), check(50, 1e-6), on=50).finish is None


# --- Pauses ----------------------------------------------------------------------------------------


def test_paused_days_are_left_out() -> None:
    """Days 11 to 30 rest: 80 of 100 days planned, on day 70 50 gone by; half done is ES 40, SPI .8.

    At this pace 80 / .8 = 100 days that are not paused: day 120.
    """
    schedule = found(goal(), pause(11, 30), check(70, 5), on=70)

    assert (80, 50, 40, 0.8, 0.8) == figures(schedule)
    assert (10, day(120)) == (schedule.behind, schedule.finish)


def test_a_pause_ahead_puts_off_the_forecast() -> None:
    """4 of 10 on day 45, days 50 to 59 rest: ES 36 of 90, SPI .8, 112.5 days, so day 113 + 10."""
    schedule = found(goal(), check(45, 4), pause(50, 59), on=50)

    assert (90, 45, 36, 0.8, 0.8) == figures(schedule)
    assert day(123) == schedule.finish


def test_from_a_first_day_that_is_paused() -> None:
    """Set on the first of five days of rest: the days count from the sixth on; 95 / 1 is day 100."""
    schedule = found(goal(), pause(0, 5), check(50, 45 / 95 * 10), on=50)

    assert (95, 45, pytest.approx(45)) == (schedule.planned, schedule.actual, schedule.earned)
    assert day(100) == schedule.finish


@pytest.mark.parametrize(("n", "past"), [(100, False), (105, False), (111, False), (112, True)])
def test_due_in_a_pause(n: int, past: bool) -> None:
    """Days 96 to 110 rest: what is due on day 100 is due on day 111, and past from day 112 on."""
    schedule = found(goal(), check(90, 9), pause(96, 110), on=n)

    assert (96, past) == (schedule.planned, schedule.past_due)
    assert (0.0 if past else schedule.spi) == schedule.s


def test_milestones_of_one_pause_fall_due_together() -> None:
    """2 by day 41, 4 by day 45, while days 41 to 50 rest: 4 by day 51, the 41st that is not paused."""
    stones = [ct.Milestone(due=day(41), value=2), ct.Milestone(due=day(45), value=4)]
    schedule = found(goal(milestones=stones), pause(41, 50), check(60, 4), on=60)

    assert (90, 50, 41) == (schedule.planned, schedule.actual, schedule.earned)


# --- Past due --------------------------------------------------------------------------------------


@pytest.mark.parametrize(("n", "s"), [(99, 0.9), (100, 0.9), (101, 0.0), (200, 0.0)])
def test_past_due_below_the_target(n: int, s: float) -> None:
    """From the day after the due day nothing short of the target is on time; the figures go on."""
    schedule = found(goal(), check(100 if n > 99 else 99, 9 if n > 99 else 8.91), on=n)

    assert s == pytest.approx(schedule.s)
    assert (n > 100) == schedule.past_due
    if n == 101:
        assert 0.9 == schedule.spi
        assert "10 days behind; past its due day, 2026-04-11; SPI(t) 0.90" == schedule.reason


def test_past_due_before_any_pace() -> None:
    """Rest from day 1 to 99 leaves one day; a check-in before it gives no pace, and 0 once past due."""
    records = [goal(), check(0, 1), pause(1, 99)]

    assert (1, 0, None, None) == (
        (schedule := found(*records, on=20)).planned,
        schedule.actual,
        schedule.spi,
        schedule.s,
    )
    assert (None, 0.0) == (found(*records, on=101).spi, found(*records, on=101).s)


@pytest.mark.parametrize(
    ("n", "value", "on", "reason"),
    [
        (100, 9.96, 100, "less than a day behind; SPI(t) 1.00"),
        (100, 9.96, 101, "less than a day behind; past its due day, 2026-04-11; SPI(t) 1.00"),
        (95, 9.8, 100, "3 days ahead; SPI(t) 1.03"),
        (95, 9.8, 101, "past its due day, 2026-04-11; SPI(t) 1.03"),
        (95, 10, 101, "5 days ahead; target reached on 2026-04-06; SPI(t) 1.05"),
    ],
)
def test_what_is_past_due_is_not_called_ahead(n: int, value: float, on: int, reason: str) -> None:
    """However it stood when it was last seen."""
    assert reason == found(goal(), check(n, value), on=on).reason


# --- Revisions -------------------------------------------------------------------------------------


@pytest.mark.parametrize(("n", "s"), [(60, 0.5), (61, 0.5), (88, 0.5), (89, 60 / 61)])
def test_a_later_day_does_not_help_at_once(n: int, s: float) -> None:
    """3 of 10 on day 60: SPI .5.  Due on day 200 instead, from day 61: ES 60, SPI 1, s .5 for 28 days.

    On day 89 the 28 days are over, and 28 days ago is day 61: 60 / 61.
    """
    schedule = found(goal(), check(60, 3), goal(due=200, on=61), on=n)

    assert s == pytest.approx(schedule.s)
    assert (day(61) if 60 < n < 89 else None) == schedule.eased
    if n > 60:
        assert (200, day(200)) == (schedule.planned, schedule.due)
        assert schedule.first is not None
        assert (100, 30, day(100)) == (
            schedule.first.planned,
            pytest.approx(schedule.first.earned),
            schedule.first.due,
        )


def test_a_lower_target_does_not_help_at_once() -> None:
    """3 of 10 on day 60; 3 would do from day 61 on: reached at once, and .5 for 28 days."""
    records = [goal(), check(60, 3), goal(target=3, on=61)]

    assert (day(60), 0.5) == (found(*records, on=88).reached, found(*records, on=88).s)
    assert (day(60), 1.0) == (found(*records, on=89).reached, found(*records, on=89).s)


@pytest.mark.parametrize(("n", "s"), [(99, 0.9), (100, 0.9), (101, 0.0), (126, 0.0), (127, 1.0)])
def test_moved_the_day_before_it_was_due(n: int, s: float) -> None:
    """Due on day 200 from day 99 on: the plan before it is past due below target as well."""
    schedule = found(goal(), check(99, 8.91), goal(due=200, on=99), on=n)

    assert s == pytest.approx(schedule.s)
    assert not schedule.past_due


def test_a_revision_so_far_off_that_there_is_no_pace() -> None:
    """Due in ten years: too early to tell by that plan, and .5 by the one before for 28 days."""
    records = [goal(), check(60, 3), goal(due=3650, on=61)]

    assert (None, 0.5) == (found(*records, on=88).spi, found(*records, on=88).s)
    assert (None, None) == (found(*records, on=89).spi, found(*records, on=89).s)


def test_a_harder_plan_counts_at_once() -> None:
    """3 of 10 on day 60, due on day 80 from day 61 on: ES 24, SPI .4."""
    schedule = found(goal(), check(60, 3), goal(due=80, on=61), on=61)

    assert (0.4, None) == (pytest.approx(schedule.s), schedule.eased)


def test_the_hardest_of_several_plans_counts() -> None:
    """Due on day 80, on day 100 from day 50, on day 200 from day 61: .4, .5, 1; the first until day 78."""
    records = [goal(due=80), check(60, 3), goal(on=50), goal(due=200, on=61)]
    late = found(*records, on=78)

    assert (0.4, day(50)) == (pytest.approx(found(*records, on=77).s), found(*records, on=77).eased)
    assert (0.5, day(61)) == (pytest.approx(late.s), late.eased)
    assert late.first is not None
    assert day(80) == late.first.due
    assert (records[0], records[2], records[3], records[1]) == late.records


def test_of_plans_as_hard_the_latest_is_named() -> None:
    """Another title on day 55, due on day 200 from day 61: .5 by both before, for 28 days from day 61."""
    records = [goal(), goal(on=55, importance=3), check(60, 3), goal(due=200, on=61)]

    assert [day(61), day(61), None] == [found(*records, on=n).eased for n in (61, 88, 89)]


def test_a_plan_without_a_check_in_holds_nothing_down() -> None:
    """Unknown by both plans."""
    schedule = found(goal(), goal(due=200, on=61), on=61)

    assert (None, None) == (schedule.s, schedule.eased)


def test_other_words_are_no_other_plan() -> None:
    """A new title leaves the curve: no first plan stands beside it."""
    schedule = found(goal(), check(60, 3), goal(on=61, importance=3), on=61)

    assert (0.5, None, None) == (schedule.s, schedule.eased, schedule.first)


def test_the_first_plan_is_the_first_with_a_target_and_a_day() -> None:
    """Set without a day, dated on day 10, moved on day 61: the plan of day 10 stands beside it."""
    schedule = found(goal(due=None), goal(on=10), check(60, 3), goal(due=200, on=61), on=61)

    assert schedule.first is not None
    assert (day(100), 100) == (schedule.first.due, schedule.first.planned)


# --- Which goals -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "records",
    [
        [goal(due=None)],
        [goal(target=None)],
        [goal(), ct.Resolution(on=day(50), goal="a", outcome="done")],
        [goal(), ct.Resolution(on=day(50), goal="a", outcome="dropped")],
        [goal(), goal(due=None, on=32)],
        [goal(), goal(target=None, on=32)],
    ],
)
def test_goals_without_a_schedule(records: list[ct.Record]) -> None:
    """No day, no target, no longer open: nothing to keep to."""
    assert {} == schedules(ct.Plan(records=[*records, check(40, 3)]).as_of(day(60)))


@pytest.mark.parametrize("eased", [{"due": None}, {"target": None}])
def test_taking_the_day_or_the_target_away_does_not_help_at_once(eased: dict[str, None]) -> None:
    """On day 60 it was at 3 of the 6 that were planned; without a day or target it counts so for 28 days."""
    records = [goal(), check(60, 3), goal(on=61, **eased)]
    before, after = found(*records[:2], on=61), found(*records, on=61)

    assert (before.s, day(61)) == (after.s, after.eased)
    assert {} == schedules(ct.Plan(records=records).as_of(day(89)))
    assert {} == schedules(ct.Plan(records=[records[0], records[2]]).as_of(day(61)))


def test_a_goal_taken_up_again_has_one() -> None:
    """Done on day 50, revised on day 60: open again, from its first day on."""
    resolution = ct.Resolution(on=day(50), goal="a", outcome="done")

    assert 100 == found(goal(), resolution, goal(on=60, target=20), on=60).planned


def test_a_goal_whose_first_record_only_a_newer_version_reads() -> None:
    """It begins with what can be read, though that was due before, and was checked before."""
    words = {"id": "a", "kind": "goal", "title": "Apply", "target": 10}
    records = [
        {**words, "on": "2026-01-01", "pillar": "sleep"},
        {"kind": "check-in", "on": "2026-01-10", "goal": "a", "value": 4},
        {**words, "on": "2026-03-01", "pillar": "change", "due": "2026-02-01"},
    ]
    plan = ct.loads(json.dumps({"careertrack": "1.1", "records": records}))

    assert (1, 0, 0.4, None, 0.0) == figures(schedules(plan.as_of("2026-03-02"))["a"])


def test_the_lowest() -> None:
    """Of the open goals whose s is known the lowest; None where there is none."""
    plan = ct.Plan(records=[goal(), check(60, 3), goal().evolve(id="b"), goal().evolve(id="c")])
    plan += ct.CheckIn(on=day(60), goal="b", value=6)

    assert 0.5 == lowest_s(plan.as_of(day(60)))
    assert None is lowest_s(plan.as_of(day(59)))
    assert None is lowest_s(ct.Plan().as_of(day(60)))


# --- What it says ----------------------------------------------------------------------------------

EASED = [goal(), check(60, 3), goal(due=200, on=61)]


def test_it_explains_itself() -> None:
    """Days first, the term second; then the days behind them, and the first plan's."""
    assert """\
Apply: on schedule; SPI(t) 1.00; counts as 0.50 by the plan before its revision of 2026-03-03
60.0 of 200 days earned, 60 days gone by; earned schedule, in days that were not paused \
[borrowed: Lipke 2003, from project control]
at this pace reached on 2026-07-20, due on 2026-07-20
by the first plan: 30 days behind; SPI(t) 0.50
30.0 of 100 days earned, 60 days gone by; earned schedule, in days that were not paused \
[borrowed: Lipke 2003, from project control]
at this pace reached on 2026-07-20, due on 2026-04-11""" == found(*EASED, on=61).explain() == str(
        found(*EASED, on=61)
    )


@pytest.mark.parametrize(
    ("records", "on", "lines"),
    [
        ([], 50, ["no check-in with a value yet", "no forecast, due on 2026-04-11"]),
        ([check(1, 0.2)], 1, ["1 day ahead; too early to tell a pace", "no forecast, due on 2026-04-11"]),
        ([check(50, 10)], 90, [None, "reached on 2026-02-20, due on 2026-04-11"]),
    ],
)
def test_what_cannot_be_told_is_said(records: list[ct.CheckIn], on: int, lines: list[str | None]) -> None:
    """No check-in, no pace yet, nothing left to forecast."""
    said = found(goal(), *records, on=on).explain().splitlines()

    assert lines[0] in (None, said[0].removeprefix("Apply: "))
    assert lines[1] == said[-1]


def test_it_is_plain_data() -> None:
    """Everything it says, as JSON has it."""
    plain = {
        "reason": "30 days behind; SPI(t) 0.50",
        "behind": 30.0,
        "spi": 0.5,
        "finish": "2026-07-20",
        "due": "2026-04-11",
        "past_due": False,
        "reached": None,
        "planned": 100,
        "actual": 60,
        "earned": 30.0,
        "method": "earned schedule, in days that were not paused",
        "basis": "borrowed",
        "source": "Lipke 2003, from project control",
    }
    one, eased = found(*EASED, on=60).to_dict(), found(*EASED, on=61).to_dict()

    assert {"goal": "a", "title": "Apply", "s": 0.5, **plain, "eased": None, "first": None} == one
    assert ("2026-03-03", plain) == (eased["eased"], eased["first"])
    assert eased == json.loads(json.dumps(eased))


def test_the_records_behind_it() -> None:
    """The first plan where it was revised, the one it is held to, the one in force, the check-in."""
    first, checked, later = EASED

    assert (first, checked) == found(*EASED, on=60).records
    assert (first, later, checked) == found(*EASED, on=61).records
    assert (first,) == found(first, on=61).records


def test_it_can_be_compared_hashed_and_pickled() -> None:
    """Two of one day are equal; the title stays out of repr."""
    one, other = found(*EASED, on=61), found(*reversed(EASED), on=61)

    assert one == other == pickle.loads(pickle.dumps(one))
    assert hash(one) == hash(other)
    assert one != found(*EASED, on=60)
    assert "Apply" not in repr(one)
