"""The person's own positions, and how long the means last."""

from datetime import date

import pytest

import careertrack as ct
from careertrack.state.self import RunwayState


@pytest.mark.parametrize(
    ("started", "ended", "days"),
    [
        (
            "2026-02-10",
            "2026-02-20",
            {"2026-02-09": False, "2026-02-10": True, "2026-02-20": True, "2026-02-21": False},
        ),
        (
            "2026-02",
            "2026-03",
            {"2026-01-31": False, "2026-02-01": True, "2026-03-31": True, "2026-04-01": False},
        ),
        ("2026", "2026", {"2025-12-31": False, "2026-01-01": True, "2026-12-31": True, "2027-01-01": False}),
        ("2026-02", None, {"2026-01-31": False, "2036-01-01": True}),
        (None, "2026", {"1999-01-01": True, "2026-12-31": True, "2027-01-01": False}),
        (None, None, {"1999-01-01": True}),
    ],
)
def test_a_position_is_current_while_it_lasts(
    started: str | None, ended: str | None, days: dict[str, bool]
) -> None:
    """A day known in part counts in the person's favour, at both ends."""
    plan = ct.Plan() + ct.Position(title="Analyst", started=started, ended=ended)

    assert days == {day: plan.as_of(day).positions["analyst"].is_current for day in days}


def test_a_position_is_as_known_on_the_day() -> None:
    """An end that is recorded later is not known before."""
    plan = ct.Plan() + ct.Position(title="Analyst", started="2020")
    plan = plan.revise(ct.Position, "analyst", on="2026-02-01", ended="2026-01")

    assert [True, False] == [
        plan.as_of(day).positions["analyst"].is_current for day in ("2026-01-31", "2026-02-01")
    ]


def test_a_revision_in_words_of_a_newer_version_changes_nothing() -> None:
    """The position stays as it was last read."""
    plan = ct.loads("""{"careertrack": "1.9", "records": [
        {"kind": "position", "id": "analyst", "title": "Analyst", "started": "2020"},
        {"kind": "position", "id": "analyst", "on": "2026-02-01", "ended": "2026-01", "type": "sailing"}
    ]}""")

    assert plan.as_of("2026-03-01").positions["analyst"].is_current


def runway(**fields: str) -> RunwayState:
    """How long the means last, as stated on 1 January 2026."""
    found = (ct.Plan() + ct.Runway(on="2026-01-01", **fields)).as_of("2026-06-01").runway  # type: ignore[arg-type]
    assert found is not None
    return found


def test_savings_alone() -> None:
    """40,000 at 4,100 a month: 9.76 months, until the 24th of the tenth."""
    state = runway(savings="40000 EUR", spending="4100 EUR")

    assert 9.756 == pytest.approx(state.months, abs=5e-4)
    assert date(2026, 10, 24) == state.until


def test_with_an_income_for_six_months() -> None:
    """With 2,400 through the last day of June: 13.27 months."""
    state = runway(savings="40000 EUR", spending="4100 EUR", income="2400 EUR", income_until="2026-06-30")

    assert 13.268 == pytest.approx(state.months, abs=5e-4)
    assert date(2027, 2, 8) == state.until


def test_an_income_that_lasts() -> None:
    """The savings cover what the income does not: 40,000 at 1,700 a month."""
    assert 23.529 == pytest.approx(
        runway(savings="40000 EUR", spending="4100 EUR", income="2400 EUR").months, abs=5e-4
    )


@pytest.mark.parametrize("income", ["4100 EUR", "5000 EUR"])
def test_never_used_up(income: str) -> None:
    """Where the income covers the spending for good, there is no such day."""
    state = runway(savings="40000 EUR", spending="4100 EUR", income=income)

    assert (None, None) == (state.months, state.until)


def test_an_income_that_ended_before_counts_for_nothing() -> None:
    """Its last day is past when the means are stated."""
    ended = runway(savings="40000 EUR", spending="4000 EUR", income="4000 EUR", income_until="2025-06-30")

    assert 10 == ended.months


def test_an_income_to_the_end_of_the_calendar() -> None:
    """The last day of the calendar has no day after it; the savings are no worse off for that."""
    state = runway(savings="40000 EUR", spending="4000 EUR", income="4000 EUR", income_until="9999-12-31")

    assert state.months is not None
    assert state.months > 95_000
    assert None is state.until


@pytest.mark.parametrize("savings", ["0 EUR", "-500 EUR"])
def test_debts_last_no_day(savings: str) -> None:
    """Without savings the day is the one it was stated on."""
    state = runway(savings=savings, spending="4000 EUR")

    assert (0, date(2026, 1, 1)) == (state.months, state.until)


def test_the_latest_statement_counts() -> None:
    """What was stated last by the day, from its own day; nothing before the first."""
    plan = ct.Plan() + ct.Runway(on="2026-01-01", savings="40000 EUR", spending="4000 EUR")
    plan += ct.Runway(on="2026-04-01", savings="20000 EUR", spending="2000 EUR")
    states = [plan.as_of(day).runway for day in ("2025-12-31", "2026-03-31", "2026-04-01")]

    assert [None, date(2026, 11, 1), date(2027, 2, 1)] == [state and state.until for state in states]
