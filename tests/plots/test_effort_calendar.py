"""The calendar has a square for each day with effort, by its week and weekday."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.plots.drawing import STORY, labelled, rendered, some_axes, sorts, texts

import careertrack as ct
from careertrack import plots

MONDAY = date(2026, 1, 5)


def squares(ax: Any, label: str) -> list[tuple[float, float]]:
    """The middle of each square of one sort: week and weekday."""
    return [
        (bar.get_x() + bar.get_width() / 2, bar.get_y() + bar.get_height() / 2)
        for container in labelled(ax, label)
        for bar in container.patches
    ]


def spent(*minutes: int, first: date = MONDAY) -> ct.Plan:
    """A plan with so many minutes on one day after the other; nought for none."""
    return ct.Plan() + [
        ct.Effort(on=first + timedelta(n), minutes=each, pillar="skills")
        for n, each in enumerate(minutes)
        if each
    ]


def test_days_and_steps() -> None:
    """Each day with effort is in its place, in the step of its minutes; steps are quarters of the most."""
    plan = spent(30, 31, 60, 61, 90, 0, 120, 119)
    ax = plots.effort_calendar(plan.as_of("2026-01-18"), since=MONDAY, ax=some_axes())

    assert [(0, 0)] == squares(ax, "up to 30 min")
    assert [(0, 1), (0, 2)] == squares(ax, "up to 60 min")
    assert [(0, 3), (0, 4)] == squares(ax, "up to 90 min")
    assert [(0, 6), (1, 0)] == squares(ax, "up to 120 min")
    (empty,) = labelled(ax, "nothing recorded")
    assert [(0, 5), *((1, n) for n in range(1, 7))] == [*zip(*empty.get_data(), strict=True)]
    assert "Effort from 2026-01-05 to 2026-01-18: 8 h 31 min on 7 days" == ax.get_title()
    assert ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"] == [
        label.get_text() for label in ax.get_yticklabels()
    ]


def test_more_is_larger_and_stronger() -> None:
    """A square of more minutes is larger and covers more, so that no colour has to be told from another."""
    plan = spent(30, 60, 90, 120)
    ax = plots.effort_calendar(plan.as_of("2026-01-18"), since=MONDAY, ax=some_axes())
    first = [labelled(ax, f"up to {most} min")[0].patches[0] for most in (30, 60, 90, 120)]
    sides, shades = [bar.get_width() for bar in first], [bar.get_facecolor()[3] for bar in first]

    assert sorted(set(sides)) == sides
    assert sorted(set(shades)) == shades


def test_efforts_of_a_day_are_added() -> None:
    """Several efforts of one day are one square."""
    plan = spent(40) + ct.Effort(on=MONDAY, minutes=20, pillar="change")
    ax = plots.effort_calendar(plan.as_of("2026-01-18"), since=MONDAY, ax=some_axes())

    assert "Effort from 2026-01-05 to 2026-01-18: 1 h 0 min on 1 day" == ax.get_title()
    assert [(0, 0)] == squares(ax, "up to 60 min")


def test_few_minutes() -> None:
    """Steps that fall together are one."""
    ax = plots.effort_calendar(spent(1, 1).as_of("2026-01-18"), since=MONDAY, ax=some_axes())

    assert ["nothing recorded", "up to 1 min"] == sorts(ax)


def test_pauses() -> None:
    """Each paused day is hatched, and has no point; effort on it is drawn all the same."""
    plan = spent(30) + ct.Pause(on="2026-01-10", until="2026-01-12")
    plan += ct.Effort(on="2026-01-11", minutes=30, pillar="skills")
    ax = plots.effort_calendar(plan.as_of("2026-01-18"), since=MONDAY, ax=some_axes())

    assert [(0, 5), (0, 6), (1, 0)] == squares(ax, "pause")
    assert [(0, 0), (0, 6)] == squares(ax, "up to 30 min")
    assert 14 - 2 - 2 == len(labelled(ax, "nothing recorded")[0].get_xdata())


def test_pauses_alone() -> None:
    """A pause without any effort is something to draw."""
    plan = ct.Plan() + ct.Pause(on="2026-01-10", until="2026-12-31")
    ax = plots.effort_calendar(plan.as_of("2026-01-12"), since=MONDAY, ax=some_axes())

    assert 3 == len(squares(ax, "pause"))
    assert [] == texts(ax)


def test_first_day_in_midweek() -> None:
    """Weeks run from Monday, whatever day comes first."""
    ax = plots.effort_calendar(
        spent(30, first=date(2026, 1, 12)).as_of("2026-01-18"), since="2026-01-11", ax=some_axes()
    )

    assert [(1, 0)] == squares(ax, "up to 30 min")


# --- Which days --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("since", "first"),
    [(None, "2026-01-06"), ("2026-12-01", "2026-12-01"), ("1970-01-01", "2016-11-08")],
)
def test_days_that_are_shown(since: str | None, first: str) -> None:
    """It is 52 weeks where nothing is said, and ten years at most."""
    ax = plots.effort_calendar(STORY.as_of("2027-01-04"), since=since, ax=some_axes())

    assert ax.get_title().startswith(f"Effort from {first} to 2027-01-04")


def test_the_first_days_of_the_calendar() -> None:
    """No day is before the calendar's first."""
    ax = plots.effort_calendar(spent(30, first=date.min).as_of("0001-01-08"), ax=some_axes())

    assert rendered(ax)
    assert [(0, 0)] == squares(ax, "up to 30 min")


@pytest.mark.parametrize("since", ["2027-01-05", "20260101", 7])
def test_no_first_day(since: Any) -> None:
    """A first day after the last, or none at all, is refused."""
    with pytest.raises(ct.InvalidValue):
        plots.effort_calendar(STORY.as_of("2027-01-04"), since=since)


def test_months() -> None:
    """Each month is named where it begins, with the year where that changes."""
    ax = plots.effort_calendar(STORY.as_of("2027-01-04"), since="2026-10-28", ax=some_axes())

    assert ["Nov\n2026", "Dec", "Jan\n2027"] == [label.get_text() for label in ax.get_xticklabels()]
    assert [0, 5, 9] == list(ax.get_xticks())


def test_many_months() -> None:
    """Of many months, each January is named."""
    ax = plots.effort_calendar(STORY.as_of("2026-12-31"), since="2023-06-01", ax=some_axes())

    assert ["Jan\n2024", "Jan\n2025", "Jan\n2026"] == [label.get_text() for label in ax.get_xticklabels()]


@given(
    st.dictionaries(st.dates(date(2026, 1, 1), date(2026, 3, 1)), st.integers(1, 600), min_size=1, max_size=9)
)
def test_every_day_once(minutes: dict[date, int]) -> None:
    """Each day is one square or one point, and no two days share a place."""
    plan = ct.Plan() + [ct.Effort(on=day, minutes=each, pillar="skills") for day, each in minutes.items()]
    ax = plots.effort_calendar(plan.as_of("2026-03-01"), since="2026-01-01", ax=some_axes())
    drawn = [place for label in sorts(ax) if label.startswith("up to") for place in squares(ax, label)]
    points = [*zip(*labelled(ax, "nothing recorded")[0].get_data(), strict=True)]

    assert len(minutes) == len(drawn)
    assert 60 == len({(round(week), round(day)) for week, day in [*drawn, *points]})
