"""Routines in force, and when a cadence is due next."""

from datetime import date

import pytest

import careertrack as ct

PEOPLE = ct.Plan().add(ct.Contact(id="grace", name="Grace Hopper"), ct.Contact(id="bob", name="Bob Bemer"))


def cadence(on: str = "2026-01-05", every: str = "2 weeks", **fields: object) -> ct.Plan:
    """A plan with one rhythm, with Grace."""
    return PEOPLE + ct.Cadence(id="talk", on=on, contact="grace", every=every, **fields)  # type: ignore[arg-type]


def talk(on: str, type: str | None = None, contact: str = "grace", answered: str = "yes") -> ct.Conversation:
    """A talk, with Grace unless said otherwise."""
    return ct.Conversation(on=on, contacts=[contact], type=type, answered=answered)  # type: ignore[arg-type]


def due(plan: ct.Plan, day: str) -> str | None:
    """The day that the rhythm is due next, as of a day."""
    found = plan.as_of(day).cadences["talk"].next_due
    return None if found is None else str(found)


def test_the_first_is_due_an_interval_after_its_first_day() -> None:
    """Nobody is late on the day of the promise; a touch before it does not count."""
    plan = cadence() + talk("2026-01-04")

    assert "2026-01-19" == due(plan, "2026-01-05")
    assert "2026-01-19" == due(plan, "2026-03-01")  # past, and still the one to make good


def test_a_touch_of_the_first_day_counts() -> None:
    """It is among the touches; one of the day before is not."""
    first = talk("2026-01-05")

    assert (first,) == cadence().add(talk("2026-01-04"), first).as_of("2026-01-05").cadences["talk"].touches


def test_from_the_last_touch() -> None:
    """Each touch puts the next one off by an interval from its own day; reaching out is a touch."""
    plan = cadence().add(talk("2026-01-05"), talk("2026-01-22", answered="no"))

    assert ["2026-01-19", "2026-02-05"] == [due(plan, day) for day in ("2026-01-21", "2026-01-22")]


def test_an_early_touch_banks_nothing() -> None:
    """Two touches in two days are good for one interval from the second."""
    assert "2026-01-21" == due(cadence().add(talk("2026-01-06"), talk("2026-01-07")), "2026-01-07")


def test_only_the_kind_of_talk_it_means_counts() -> None:
    """A cadence of reviews is not touched by a chat, nor by a review with somebody else."""
    plan = cadence(type="review").add(
        talk("2026-01-09"), talk("2026-01-10", "chat"), talk("2026-01-11", "review", "bob")
    )

    assert "2026-01-19" == due(plan, "2026-01-12")
    assert "2026-01-26" == due(plan + talk("2026-01-12", "review"), "2026-01-12")


@pytest.mark.parametrize(
    ("touched", "expected"),
    [
        (None, "2026-02-28"),
        ("2026-02-10", "2026-03-10"),  # an interval after it is later than the schedule
        ("2026-02-28", "2026-03-31"),  # the schedule is later: it comes back to the 31st
        ("2026-03-31", "2026-04-30"),
    ],
)
def test_from_the_schedule(touched: str | None, expected: str) -> None:
    """Monthly from the 31st: counted from the anchor, and no touch is good for less than a month."""
    plan = cadence("2026-01-31", "1 month", counted_from="schedule")

    assert expected == due(plan + talk(touched) if touched else plan, "2026-04-01")


@pytest.mark.parametrize(
    ("touched", "expected"),
    [("2026-01-31", "2026-02-28"), ("2026-02-28", "2026-03-28"), ("2028-01-31", "2028-02-29")],
)
def test_from_the_last_touch_a_month_ends_with_its_month(touched: str, expected: str) -> None:
    """A month after the 31st is the end of a shorter month."""
    assert expected == due(cadence("2026-01-15", "1 month") + talk(touched), touched)


def test_from_the_last_touch_no_schedule_counts() -> None:
    """Begun on the 31st, and touched on the 28th, it is due on the 28th."""
    assert "2026-03-28" == due(cadence("2026-01-31", "1 month") + talk("2026-02-28"), "2026-02-28")


def test_yearly_from_a_leap_day() -> None:
    """From 29 February it is due on the 28th, and on the 29th again in a leap year."""
    plan = cadence("2024-02-29", "1 year", counted_from="schedule")

    assert "2025-02-28" == due(plan, "2024-03-01")
    assert "2028-02-29" == due(plan + talk("2027-02-28"), "2027-03-01")


def test_the_last_day_it_is_promised_for() -> None:
    """In force through its last day; no day past it is ever due."""
    plan = cadence(until="2026-01-31")
    states = [plan.as_of(day).cadences["talk"] for day in ("2026-01-31", "2026-02-01")]

    assert [(True, date(2026, 1, 19)), (False, None)] == [
        (each.is_in_force, each.next_due) for each in states
    ]
    assert "2026-01-31" == due(cadence(until="2026-01-31") + talk("2026-01-17"), "2026-01-20")
    assert None is due(cadence(until="2026-01-31") + talk("2026-01-18"), "2026-01-20")


def test_ended_it_is_due_no_more() -> None:
    """Done or dropped, nothing is due from that day."""
    plan = cadence() + ct.Resolution(on="2026-02-01", cadence="talk", outcome="dropped")
    states = [plan.as_of(day).cadences["talk"] for day in ("2026-01-31", "2026-02-01")]

    assert [(True, date(2026, 1, 19)), (False, None)] == [
        (each.is_in_force, each.next_due) for each in states
    ]


def test_past_the_end_of_the_calendar_nothing_is_due() -> None:
    """The calendar ends with the year 9999."""
    assert None is due(cadence("9999-12-20"), "9999-12-31")
    assert None is due(cadence("9999-12-01", counted_from="schedule") + talk("9999-12-20"), "9999-12-31")
    assert None is due(cadence("9999-12-01", counted_from="schedule") + talk("9999-12-30"), "9999-12-31")
    assert None is due(cadence("9999-12-20", until="9999-12-31"), "9999-12-31")


def test_a_revision_in_force_sets_the_interval() -> None:
    """A slower rhythm holds from its day on, counted from the last touch; the first record stays."""
    plan = (cadence() + talk("2026-01-10")).revise(ct.Cadence, "talk", on="2026-01-20", every="1 month")

    assert ["2026-01-24", "2026-02-10"] == [due(plan, day) for day in ("2026-01-19", "2026-01-20")]
    assert ct.Every(2, "week") == plan.as_of("2026-02-01").cadences["talk"].first.every


@pytest.mark.parametrize(
    ("plan", "changes"),
    [
        pytest.param(
            cadence() + ct.Resolution(on="2026-01-10", cadence="talk"), {}, id="taken up after its end"
        ),
        pytest.param(cadence(until="2026-02-01"), {"until": None}, id="taken up after its last day"),
        pytest.param(cadence(), {"contact": "bob"}, id="with another person"),
        pytest.param(cadence(), {"type": "review"}, id="of another kind"),
    ],
)
def test_promised_anew_it_is_counted_from_that_day(plan: ct.Plan, changes: dict[str, object]) -> None:
    """Taking a rhythm up again, or meaning another talk by it, makes nobody late on that day."""
    plan = (plan + talk("2026-01-08")).revise(ct.Cadence, "talk", on="2026-06-01", **changes)

    assert "2026-06-15" == due(plan, "2026-06-01")


def test_a_longer_last_day_is_not_a_new_promise() -> None:
    """Put off before it has passed, the rhythm goes on."""
    plan = cadence(until="2026-02-01").revise(ct.Cadence, "talk", on="2026-02-01", until="2026-12-31")

    assert "2026-01-19" == due(plan, "2026-03-01")


ROUTINE = ct.Routine(
    id="apply", on="2026-01-05", pillar="change", times=3, of="applications", until="2026-03-01"
)


def test_a_routine_is_in_force_until_it_ends() -> None:
    """Through its last day, or until it is resolved, or again when it is taken up later."""
    plan = ct.Plan() + ROUTINE + ct.Resolution(on="2026-02-01", routine="apply", outcome="dropped")
    plan = plan.revise(ct.Routine, "apply", on="2026-02-15", times=1)

    days = ("2026-01-31", "2026-02-01", "2026-02-15", "2026-03-01", "2026-03-02")
    states = [plan.as_of(day).routines["apply"] for day in days]

    assert [True, False, True, True, False] == [state.is_in_force for state in states]
    assert [[3], [3, 1]] == [[each.times for each in states[place].revisions] for place in (0, -1)]
    assert [3, 1] == [states[place].routine.times for place in (0, -1)]


def test_a_routine_without_a_last_day_stays_in_force() -> None:
    """What has no end does not end by itself; the effort on it is kept."""
    effort = ct.Effort(on="2026-02-01", minutes=30, routine="read")
    plan = ct.Plan() + ct.Routine(id="read", on="2026-01-05", pillar="skills", minutes=60) + effort
    state = plan.as_of("2036-01-01").routines["read"]

    assert (True, (effort,)) == (state.is_in_force, state.efforts)
