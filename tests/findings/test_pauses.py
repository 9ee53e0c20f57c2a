"""Due days and pauses: what is due on a paused day is due on the first one that is not."""

import pytest
from tests.findings.asking import counts, params

import careertrack as ct
from careertrack.record import Record

PAUSE = ct.Pause(on="2026-02-01", until="2026-02-14")
GRACE = ct.Contact(id="grace", name="Grace")


@pytest.mark.parametrize(
    ("code", "record"),
    [
        ("goal-past-due", ct.Goal(on="2026-01-05", title="A", pillar="skills", due="2026-02-05")),
        ("course-past-due", ct.Course(title="A", due="2026-02-05")),
        ("promise-overdue", ct.Commitment(id="a", on="2026-01-05", what="A", to="grace", due="2026-02-05")),
        ("cadence-overdue", ct.Cadence(id="a", on="2026-01-05", contact="grace", every="1 month")),
        ("retry-past", ct.Setback(id="a", on="2026-01-05", what="A", retry="2026-02-05")),
        ("look-back-due", ct.Reflection(on="2026-01-05", decision="A", look_back="2026-02-05")),
    ],
)
def test_what_is_due_on_a_paused_day(code: str, record: Record) -> None:
    """It is past from the day after the first unpaused one; without the pause, from 6 February."""
    plan = ct.Plan(records=[GRACE, record])
    paused = plan + PAUSE

    assert [0, 1] == counts(plan, code, "2026-02-05", "2026-02-06")
    assert [0, 1] == counts(paused, code, "2026-02-15", "2026-02-16")
    assert ["2026-02-15"] == [
        facts.get("due", facts.get("retry")) for facts in params(paused, code, "2026-02-16")
    ]


def test_what_was_due_before_a_pause_stays_due() -> None:
    """A pause puts nothing off that was past already."""
    plan = ct.Plan(records=[ct.Course(title="A", due="2026-01-31"), PAUSE])

    assert [1, 1] == counts(plan, "course-past-due", "2026-02-01", "2026-02-10")


def test_a_touch_is_good_for_as_many_days_that_are_not_paused() -> None:
    """Two weeks from 25 January: seven days before the pause, seven after it, due on 22 February."""
    plan = ct.Plan(
        records=[
            GRACE,
            ct.Cadence(id="a", on="2026-01-05", contact="grace", every="2 weeks"),
            ct.Conversation(on="2026-01-25", contacts=["grace"]),
        ]
    )

    assert [0, 1] == counts(plan, "cadence-overdue", "2026-02-08", "2026-02-09")
    assert [0, 1] == counts(plan + PAUSE, "cadence-overdue", "2026-02-22", "2026-02-23")
    assert [{"id": "a", "due": "2026-02-22"}] == params(plan + PAUSE, "cadence-overdue", "2026-02-23")


def test_a_rhythm_that_ends_meanwhile_is_owed_nothing() -> None:
    """Its last day comes before the day that the pause puts it off to."""
    rhythm = ct.Cadence(id="a", on="2026-01-05", contact="grace", every="1 month", until="2026-02-15")
    plan = ct.Plan(records=[GRACE, rhythm, PAUSE])

    assert [0, 0] == counts(plan, "cadence-overdue", "2026-02-15", "2026-02-16")


def test_paused_days_are_no_waiting() -> None:
    """Four weeks without a check-in are four weeks that were not paused."""
    plan = ct.Plan(records=[ct.Goal(on="2026-01-05", title="A", pillar="skills", target=3)])

    assert [0, 1] == counts(plan, "goal-not-checked", "2026-02-01", "2026-02-02")
    assert [0, 1] == counts(plan + PAUSE, "goal-not-checked", "2026-02-15", "2026-02-16")
