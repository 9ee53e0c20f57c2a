"""The burn-up of a goal is its plan, its check-ins, and the schedule of the review."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.plots.drawing import STORY, labelled, rendered, some_axes, sorts, texts

import careertrack as ct
from careertrack import plots
from careertrack.plots._burn_up import _curve
from careertrack.plots._style import number
from careertrack.progress import schedules

FIRST = date(2026, 1, 1)


def points(ax: Any, label: str) -> list[tuple[float, float]]:
    """The corners of the one line under a name."""
    (line,) = labelled(ax, label)
    return [*zip(*line.get_data(), strict=True)]


def on(day: str) -> float:
    """A day as a place on the axis."""
    return number(date.fromisoformat(day))


def planned(**fields: Any) -> ct.Plan:
    """A plan of one goal of the first day of 2026: ten by the hundredth day after it."""
    given = {"title": "Apply", "pillar": "change", "target": 10, "due": FIRST + timedelta(100), **fields}
    return ct.Plan() + ct.Goal(id="goal", on=FIRST, **given)


def test_the_story() -> None:
    """A revised goal: both plans, the check-ins, the days behind, the forecast, the figures in the title."""
    now = STORY.as_of("2026-04-27")
    ax = plots.burn_up(now, "portfolio", ax=some_axes())
    begin = (on("2026-03-02"), 0)

    assert [begin, (on("2026-07-20"), 4)] == points(ax, "planned, due 2026-07-20")
    assert [begin, (on("2026-06-22"), 4)] == points(ax, "first plan, due 2026-06-22")
    assert [begin, (on("2026-03-30"), 1), (on("2026-04-27"), 1)] == points(ax, "earned, by check-ins")
    assert [(on("2026-04-06"), 1), (on("2026-04-27"), 1)] == points(ax, "21 days behind")
    assert [(on("2026-04-27"), 1), (on("2026-10-12"), 4)] == points(ax, "at this pace reached on 2026-10-12")
    assert on("2026-04-27") == labelled(ax, "this day")[0].get_xdata()[0]
    schedule = now.review().schedules["portfolio"]
    assert schedule.first is not None
    assert (
        f"Publish four case studies, on 2026-04-27\n{schedule.reason}\n"
        f"by the first plan: {schedule.first.reason}"
    ) == ax.get_title()
    assert ("day", "case studies") == (ax.get_xlabel(), ax.get_ylabel())


def test_on_time() -> None:
    """Where nothing was revised, and nothing is late, there is one plan and no distance to it."""
    plan = planned() + ct.CheckIn(on=FIRST + timedelta(30), goal="goal", value=3)
    ax = plots.burn_up(plan.as_of(FIRST + timedelta(30)), "goal", ax=some_axes())

    assert [
        "planned, due 2026-04-11",
        "earned, by check-ins",
        "at this pace reached on 2026-04-11",
        "this day",
    ] == sorts(ax)
    assert "value" == ax.get_ylabel()


def test_ahead() -> None:
    """Days ahead are told as such, one of them as one."""
    plan = planned() + ct.CheckIn(on=FIRST + timedelta(29), goal="goal", value=3)
    ax = plots.burn_up(plan.as_of(FIRST + timedelta(29)), "goal", ax=some_axes())

    assert [(number(FIRST) + 30, 3), (number(FIRST) + 29, 3)] == points(ax, "1 day ahead")


def test_baseline_and_milestones() -> None:
    """A plan goes from the baseline over its milestones, down as well as up."""
    milestones = [ct.Milestone(due="2026-02-01", value=50), ct.Milestone(due="2026-03-01", value=45)]
    plan = planned(baseline=60, target=20, milestones=milestones) + ct.CheckIn(
        on="2026-02-10", goal="goal", value=52
    )
    ax = plots.burn_up(plan.as_of("2026-02-10"), "goal", ax=some_axes())

    assert [
        (on("2026-01-01"), 60),
        (on("2026-02-01"), 50),
        (on("2026-03-01"), 45),
        (on("2026-04-11"), 20),
    ] == points(ax, "planned, due 2026-04-11")
    assert [(on("2026-01-01"), 60), (on("2026-02-10"), 52)] == points(ax, "earned, by check-ins")


def test_pauses() -> None:
    """In a pause the plan is level, and what falls due in one is due the day after it."""
    plan = planned() + ct.Pause(on="2026-02-01", until="2026-02-10")
    plan += ct.Pause(on="2026-04-10", until="2026-04-20")
    ax = plots.burn_up(plan.as_of("2026-04-20"), "goal", ax=some_axes())
    # 1 January to 21 April are 110 days; 10 + 11 of them are paused, so 89 are planned.
    corners = points(ax, "planned, due 2026-04-11")
    edges = ("2026-01-01", "2026-01-31", "2026-02-10", "2026-04-09", "2026-04-20", "2026-04-21")

    assert [on(day) for day in edges] == [day for day, _ in corners]
    assert pytest.approx([0, 300 / 89, 300 / 89, 880 / 89, 880 / 89, 10]) == [value for _, value in corners]
    assert [(on("2026-02-01"), on("2026-02-11")), (on("2026-04-10"), on("2026-04-21"))] == [
        (band.get_x(), band.get_x() + band.get_width()) for band in labelled(ax, "pause")
    ]


def test_a_pause_from_the_first_day() -> None:
    """A goal of a paused day begins to be planned when the pause is over."""
    plan = planned() + ct.Pause(on="2025-12-20", until="2026-01-10")
    ax = plots.burn_up(plan.as_of("2026-01-05"), "goal", ax=some_axes())

    assert [(on("2026-01-01"), 0), (on("2026-01-10"), 0), (on("2026-04-11"), 10)] == points(
        ax, "planned, due 2026-04-11"
    )


PAUSES = st.lists(st.tuples(st.integers(-20, 130), st.integers(0, 30)), max_size=3)


@given(pauses=PAUSES, value=st.integers(1, 9), day=st.integers(25, 99))
def test_earned_days_lie_on_the_plan(pauses: list[tuple[int, int]], value: int, day: int) -> None:
    """Where the level line meets the plan, the plan has the value of the last check-in."""
    plan = planned() + [
        ct.Pause(id=f"p{n}", on=FIRST + timedelta(begin), until=FIRST + timedelta(begin + days))
        for n, (begin, days) in enumerate(pauses)
    ]
    plan += ct.CheckIn(on=FIRST + timedelta(day), goal="goal", value=value)
    now = plan.as_of(FIRST + timedelta(day))
    schedule, curve = now.once(schedules)["goal"], _curve(now, FIRST, now.goals["goal"].goal)
    assert curve is not None
    gone_by = [(each - FIRST).days - now.rest.days(FIRST, each) + (FIRST in now.rest) for each in curve.days]

    assert sorted(curve.days) == list(curve.days)
    assert pytest.approx([10 * days / schedule.planned for days in gone_by]) == list(curve.values)
    assert pytest.approx(10 * (schedule.earned or 0) / schedule.planned) == value
    ax = plots.burn_up(now, "goal", ax=some_axes())
    if round(schedule.behind or 0):
        gap = next(each for each in sorts(ax) if each.endswith(("behind", "ahead")))
        ((earned, _), (actual, _)) = points(ax, gap)
        assert number(FIRST + timedelta(day)) >= actual
        assert (earned < actual) == ((schedule.behind or 0) > 0)


# --- What is not there -------------------------------------------------------------------------


def test_done() -> None:
    """Of a goal that is done, plan and check-ins remain, and no forecast."""
    ax = plots.burn_up(STORY.as_of("2026-08-01"), "portfolio", ax=some_axes())

    assert "Publish four case studies, on 2026-08-01\ndone on 2026-06-19" == ax.get_title()
    assert [
        "pause",
        "first plan, due 2026-06-22",
        "planned, due 2026-07-20",
        "earned, by check-ins",
        "this day",
    ] == sorts(ax)


def test_target_reached() -> None:
    """Of a target that was reached there is nothing to forecast."""
    plan = planned() + ct.CheckIn(on=FIRST + timedelta(50), goal="goal", value=12)
    ax = plots.burn_up(plan.as_of(FIRST + timedelta(60)), "goal", ax=some_axes())

    assert [(number(FIRST) + 100, 12), (number(FIRST) + 50, 12)] == points(ax, "50 days ahead")
    assert not [each for each in sorts(ax) if "at this pace" in each]


def test_no_check_in() -> None:
    """Without a check-in there is the plan alone."""
    ax = plots.burn_up(planned().as_of("2026-02-01"), "goal", ax=some_axes())

    assert ["planned, due 2026-04-11", "this day"] == sorts(ax)


def test_too_early_to_tell() -> None:
    """Before a fifth of the time there is a distance, and no forecast."""
    plan = planned() + ct.CheckIn(on=FIRST + timedelta(10), goal="goal", value=0)
    ax = plots.burn_up(plan.as_of(FIRST + timedelta(10)), "goal", ax=some_axes())

    assert ["planned, due 2026-04-11", "earned, by check-ins", "10 days behind", "this day"] == sorts(ax)


def test_no_target() -> None:
    """Values without a target are shown from the first one on."""
    plan = planned(target=None) + [
        ct.CheckIn(on=FIRST + timedelta(n), goal="goal", value=n) for n in (10, 20)
    ]
    ax = plots.burn_up(plan.as_of("2026-02-01"), "goal", ax=some_axes())

    assert [(number(FIRST) + 10, 10), (number(FIRST) + 20, 20)] == points(ax, "earned, by check-ins")
    assert "Apply, on 2026-02-01\nno target with a day, so there is no schedule" == ax.get_title()


def test_a_target_taken_away() -> None:
    """A plan that was taken away a while ago is drawn as the first one, while its schedule still counts."""
    plan = planned() + ct.CheckIn(on=FIRST + timedelta(30), goal="goal", value=1)
    plan = plan.revise(ct.Goal, "goal", on="2026-02-05", target=None, due=None)
    ax = plots.burn_up(plan.as_of("2026-02-10"), "goal", ax=some_axes())

    assert ["first plan, due 2026-04-11", "earned, by check-ins", "this day"] == sorts(ax)


def test_levels_alone() -> None:
    """A goal whose check-ins have levels alone, and no day, has words."""
    plan = planned(due=None) + ct.CheckIn(on="2026-01-05", goal="goal", level=1)
    ax = plots.burn_up(plan.as_of("2026-02-01"), "goal", ax=some_axes())

    assert texts(ax)[0].startswith("No check-in has a value")


def test_no_such_goal() -> None:
    """A goal that has not begun by the day is an error, and no figure is made."""
    with pytest.raises(KeyError, match="no goal 'portfolio' by 2026-02-01"):
        plots.burn_up(STORY.as_of("2026-02-01"), "portfolio")


def test_a_forecast_far_away() -> None:
    """A forecast far beyond the plan does not press the rest together: its line goes on at the edge."""
    plan = planned() + ct.CheckIn(on=FIRST + timedelta(30), goal="goal", value=0.1)
    ax = plots.burn_up(plan.as_of(FIRST + timedelta(30)), "goal", ax=some_axes())

    assert rendered(ax)
    assert number(FIRST + timedelta(200)) + 6 == ax.get_xlim()[1]
    assert ["at this pace reached on 2034-03-20"] == [each for each in sorts(ax) if "at this pace" in each]
