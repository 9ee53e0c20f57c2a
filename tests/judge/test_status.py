"""Where the person stands: the table of statuses, and what decided it."""

import pytest
from tests.practice.keeping import BOSS, day, pause, talk

import careertrack as ct
from careertrack.judge import LABELS, Standing, Status, _status, judge
from careertrack.practice import practice
from careertrack.record import Record

READ = ct.Routine(id="read", on=day(0), pillar="skills", minutes=60)
GOAL = ct.Goal(id="apply", on=day(0), title="Apply", pillar="change", target=10, due=day(100))
OLD = ct.Plan(records=[READ]).as_of(day(100))


def standing(*records: Record, on: int, **weights: float) -> Standing:
    """Where somebody with these records stands on a day."""
    now = ct.Plan(records=records).as_of(day(on))
    return judge(now, practice(now, weights), weights)


def status(*records: Record, on: int) -> Status:
    """The status alone."""
    return standing(*records, on=on).status


@pytest.mark.parametrize(
    ("kept", "pace", "expected"),
    [
        (None, None, "unknown"),
        (0.0, None, "off_track"),
        (0.499, None, "off_track"),
        (0.5, None, "drifting"),
        (0.749, None, "drifting"),
        (0.75, None, "on_track"),
        (1.0, None, "on_track"),
        (None, 0.0, "off_track"),
        (None, 0.699, "off_track"),
        (None, 0.7, "drifting"),
        (None, 0.899, "drifting"),
        (None, 0.9, "on_track"),
        (0.499, 1.0, "off_track"),
        (1.0, 0.699, "off_track"),
        (0.5, 0.7, "drifting"),
        (0.75, 0.899, "drifting"),
        (0.749, 0.9, "drifting"),
        (0.75, 0.9, "on_track"),
    ],
)
def test_the_table(kept: float | None, pace: float | None, expected: str) -> None:
    """Off track below .5 or .7, on track from .75 and .9, drifting else; what is missing is left out."""
    assert expected == _status(OLD, kept, pace)


def test_starting_in_the_28_days_from_the_first_ask() -> None:
    """On day 0 to 27; before there is nothing to tell, and after it is told."""
    assert ["unknown", "starting", "starting", "off_track"] == [status(READ, on=n) for n in (-1, 0, 27, 28)]


@pytest.mark.parametrize(
    "ask",
    [
        READ,
        GOAL,
        ct.Cadence(id="talk", on=day(0), contact="grace", every="1 week"),
        ct.TargetRole(on=day(0), roles=["data-lead"]),
        ct.Commitment(id="cv", on=day(0), what="-", pillar="change", due=day(9)),
        ct.Setback(id="no", on=day(0), what="-", retry=day(9)),
    ],
    ids=lambda ask: ask.kind,
)
def test_every_ask_begins_it(ask: Record) -> None:
    """Facts do not: a talk, effort or a setback without a retry asks for nothing."""
    facts: list[Record] = [
        BOSS,
        ct.Role(title="Data lead"),
        talk(-50),
        ct.Effort(on=day(-50), minutes=9, pillar="skills"),
        ct.Setback(id="old", on=day(-50), what="-"),
    ]

    assert ["unknown", "starting"] == [status(*facts, ask, on=n) for n in (-1, 0)]


def test_starting_comes_before_resting_and_resting_before_all_else() -> None:
    """Fifteen of 28 days paused: still starting on day 27, resting on day 28, and told again on day 36."""
    plan = (READ, pause(10, 27))

    assert ["starting", "resting"] == [status(*plan, on=n) for n in (27, 28)]
    assert ["resting", "off_track"] == [status(READ, pause(40, 54), on=n) for n in (55, 69)]
    assert "resting" == status(pause(40, 54), on=55)


def test_practice_is_the_mean_of_now_and_four_weeks_earlier() -> None:
    """Kept in full for four weeks, then not at all: 1 on day 28, (0 + 1) / 2 on day 56, 0 on day 84.

    Skills alone weighs, so that weeks in motion do not.
    """
    alone = {"perseverance": 0.0}
    done = [ct.Effort(on=day(n), minutes=60, routine="read") for n in (0, 7, 14, 21)]
    found = [standing(READ, *done, on=n, **alone) for n in (28, 56, 84)]

    assert [1.0, 0.5, 0.0] == [each.practice for each in found]
    assert ["on_track", "drifting", "off_track"] == [each.status for each in found]
    assert [
        ("practice is 1.00: 1.00 now, not known four weeks ago",),
        ("practice is 0.50: 0.00 now, 1.00 four weeks ago",),
        ("practice is 0.00: 0.00 now, 0.00 four weeks ago",),
    ] == [each.because[:1] for each in found]


def test_one_of_the_two_unknown_is_left_out() -> None:
    """Resting four weeks ago, or owing nothing any more now: the other one counts."""
    short = READ.evolve(until=day(27))
    done = [ct.Effort(on=day(n), minutes=60, routine="read") for n in (0, 7, 14, 21)]
    found = standing(short, *done, on=56, perseverance=0.0)

    assert (1.0, "on_track") == (found.practice, found.status)
    assert "practice is 1.00: not known now, 1.00 four weeks ago" == found.because[0]
    assert 0.0 == standing(READ, pause(20, 40), on=69).practice


def test_the_lowest_schedule_of_the_open_goals() -> None:
    """4 of 10 planned for day 50 of 100 are 40 days earned: .8; another goal at 2 of 10: .4, off track.

    Practice is left out by weighing nothing, so s alone decides.
    """
    nothing = dict.fromkeys(("direction", "skills", "manager", "network", "change", "perseverance"), 0.0)
    other = GOAL.evolve(id="other")
    checks = [ct.CheckIn(on=day(50), goal=goal, value=value) for goal, value in (("apply", 4), ("other", 2))]
    one = standing(GOAL, checks[0], on=50, **nothing)
    two = standing(GOAL, other, *checks, on=50, **nothing)

    assert (0.8, "drifting", None) == (one.schedule, one.status, one.practice)
    assert (0.4, "off_track") == (two.schedule, two.status)
    assert "practice is not known yet" == two.because[0]
    assert two.because[1].startswith("the slowest of the open goals is other: 30 days behind")


def test_what_has_no_pace_is_left_out() -> None:
    """Without a check-in a goal has none, and the sentence says what is missing."""
    found = standing(READ, GOAL, on=50)

    assert None is found.schedule
    assert "no open goal has a target, a day and a check-in to tell its pace by" == found.because[1]


def test_nothing_set_out() -> None:
    """An empty plan is told so kindly."""
    found = standing(on=50)

    assert ("unknown", None, None) == (found.status, found.practice, found.schedule)
    assert ("nothing is set out yet, so there is nothing to be on or off track with",) == found.because


def test_a_course_alone_is_something_set_out() -> None:
    """It has no day to begin on, but it is owed: what decided is its practice."""
    found = standing(ct.Course(title="Statistics", due=day(40)), on=50)

    assert ("off_track", "practice is 0.00: 0.00 now, not known four weeks ago") == (
        found.status,
        found.because[0],
    )


def test_what_decided_in_a_beginning_and_in_a_rest() -> None:
    """The day it began, or how many days are paused."""
    assert ("the plan began on 2026-01-05: a window of 28 days is not whole yet",) == standing(
        READ, on=3
    ).because
    assert ("15 of the last 28 days are a pause",) == standing(READ, pause(40, 54), on=55).because


def test_never_by_the_level_of_progress_nor_by_what_others_decide() -> None:
    """Far from its target but on time is on track; a rejection or an offer changes nothing."""
    plan = (
        GOAL,
        ct.Transition(id="lead", on=day(0)),
        *(ct.CheckIn(on=day(n), goal="apply", value=n / 10) for n in range(7, 42, 7)),
    )
    kept = [ct.Effort(on=day(n), minutes=1, pillar="change") for n in range(0, 42, 7)]
    steps: list[Record] = [ct.Step(on=day(30), transition="lead", stage=how) for how in ("rejected", "offer")]

    assert ["on_track"] * 3 == [status(*plan, *kept, *more, on=42) for more in ([], [steps[0]], [steps[1]])]


def test_the_same_weights_now_and_then() -> None:
    """Weights are of both windows."""
    done = [ct.Effort(on=day(n), minutes=60, routine="read") for n in (0, 7, 14, 21)]

    assert 0.5 == standing(READ, *done, on=56, perseverance=0).practice
    assert pytest.approx((0 + 0.5 + 1 + 1) / 4) == standing(READ, *done, on=56).practice


def test_the_first_days_of_the_calendar() -> None:
    """There is no day four weeks before."""
    plan = ct.Plan(records=[READ.evolve(on="0001-01-01")])

    assert ["starting", "starting", "off_track"] == [
        plan.review(on).status for on in ("0001-01-01", "0001-01-28", "0001-01-29")
    ]


def test_labels_are_data() -> None:
    """One for each status; they may be replaced where the page is written."""
    assert set(LABELS) == {"starting", "resting", "unknown", "off_track", "drifting", "on_track"}
    review = ct.Plan(records=[READ]).review(day(50))

    assert "2026-02-24: needs a step" == str(review).splitlines()[0]
    assert "2026-02-24: on it" == review.text({**LABELS, "off_track": "on it"}).splitlines()[0]


def test_it_is_plain_data() -> None:
    """Status, both numbers, and the sentences."""
    found = standing(READ, on=50)

    assert {
        "status": "off_track",
        "practice": 0.0,
        "schedule": None,
        "because": list(found.because),
    } == found.to_dict()
