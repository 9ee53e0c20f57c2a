"""What a plan answers with, and the formulas, as type checkers see them."""

from collections.abc import Mapping
from datetime import date
from typing import Any, assert_type

import careertrack as ct
from careertrack.methods import (
    EarnedSchedule,
    SurvivalCurve,
    attainment,
    attempts_needed,
    best_within,
    brier_score,
    c_index,
    cadence_coverage,
    chance_within,
    consistency,
    cumulative_incidence,
    differentiation,
    earned_schedule,
    flip_weight,
    gas_t_score,
    habit_strength,
    iachan_m,
    kaplan_meier,
    kept_on_time,
    key_result,
    onet_standardize,
    profile_correlation,
    rank_order_weights,
    revealed_advantage,
    runway_months,
    weighted_sum,
    wilson_interval,
)
from careertrack.questions.unknowns import Questions
from careertrack.templates import comparing_offers, laid_off, returning, stuck_in_role, unsure

PLAN = ct.Plan("Ada") + [
    ct.Goal(on="2026-01-05", title="Apply", pillar="change", target=10, due="2026-04-01"),
    ct.CheckIn(on="2026-02-01", goal="apply", value=4),
]


def reviews() -> None:
    """A review, and what stands in it."""
    review = PLAN.review("2026-02-01", weights={"change": 2})
    assert_type(review.standing, ct.Standing)
    assert_type(review.standing.because, tuple[str, ...])
    assert_type(review.wins, tuple[ct.Win, ...])
    assert_type(review.next_step, str)
    assert_type(review.practice, ct.Score)
    assert_type(review.practice["change"].explain(), str)
    assert_type(review.schedules, Mapping[str, ct.Schedule])
    schedule = review.schedules["apply"]
    assert_type(schedule.s, float | None)
    assert_type(schedule.first, ct.Figures | None)
    assert_type(schedule.finish, date | None)
    assert_type(review.attainment, ct.AttainmentT)
    assert_type(review.chances, ct.Chances)
    assert_type(review.text(), str)
    assert_type(review.to_dict(), dict[str, Any])
    assert_type(review.since(PLAN.review("2026-01-31")), ct.Difference)
    assert_type(review.since(review).moved, tuple[ct.Moved, ...])
    assert_type(PLAN.as_of("2026-02-01").review({"change": 2.0}), ct.Review)


def outlooks() -> None:
    """What the odds say."""
    outlook = PLAN.review("2026-02-01").outlook
    assert_type(outlook, ct.Outlook)
    assert_type(outlook.value, float | None)
    assert_type(outlook.funnel, ct.Funnel)
    assert_type(outlook.funnel.offers, ct.Rate)
    assert_type(outlook.needed, ct.Needed)
    assert_type(outlook.waiting, ct.Waiting)
    assert_type(outlook.pace, ct.Pace)
    assert_type(outlook.chance, ct.Score)


def histories() -> None:
    """Many days, and why numbers changed."""
    history = PLAN.history(["2026-01-31", date(2026, 2, 1)])
    assert_type(history, ct.History)
    assert_type(history.days, tuple[date, ...])
    assert_type(history.column("practice"), tuple[Any, ...])
    assert_type(history["2026-02-01"], ct.Review)
    changes = PLAN.changes("2026-01-31", date(2026, 2, 1))
    assert_type(changes, ct.Changes)
    assert_type(changes.progress, ct.Change)
    assert_type(changes.progress.effects, tuple[ct.Effect, ...])
    assert_type(changes.progress.explained, float | None)


def questions() -> None:
    """What people ask of a day, and of several plans."""
    plan = PLAN + ct.Contact(id="grace", name="Grace Hopper", organization="Initech")
    plan += ct.Role(title="Data lead")
    now = plan.as_of("2026-02-01")
    actions = now.review().actions(minutes=300)
    assert_type(actions, ct.Actions)
    for action in actions:
        assert_type(action, ct.Action)
        assert_type(action.done(on="2026-02-02"), tuple[ct.Record, ...])
        assert_type(plan + action.done(on="2026-02-02"), ct.Plan)
    assert_type(now.review().questions(3), Questions)
    assert_type(now.review().questions(3)[0], ct.Question)
    assert_type(now.agenda(14), ct.Agenda)
    assert_type(now.brief("grace", addresses=True), ct.Brief)
    assert_type(now.case("data-lead"), ct.Case)
    assert_type(now.offers(weights={"pay": 1}, stay={"pay": 5}), ct.Offers)
    assert_type(now.explore([ct.Role(title="Host")]), ct.Exploration)
    assert_type(now.prospects(), ct.Prospects)
    assert_type(now.paths("Initech"), ct.Paths)
    assert_type(now.network(), ct.Network)
    assert_type(ct.compare({"now": plan, "before": PLAN}, "2026-02-01"), ct.Comparison)
    assert_type(laid_off("2026-01-05"), tuple[ct.Record, ...])
    for begin in (stuck_in_role, unsure, returning, comparing_offers):
        assert_type(PLAN + begin("2026-01-05"), ct.Plan)


def formulas() -> None:
    """Every formula, on plain numbers."""
    assert_type(key_result(3, 0, 6), float)
    assert_type(gas_t_score([1, 0]), float | None)
    schedule = earned_schedule([0, 10, 25], 15, 2)
    assert_type(schedule, EarnedSchedule)
    assert_type(schedule.spi_t, float | None)
    assert_type(brier_score([0.5], [True]), float | None)
    assert_type(onet_standardize(3, 1, 5), float)
    assert_type(attainment({"a": None}, {"a": 1}, {"a": 3}), ct.Score)
    assert_type(revealed_advantage([[1, 2], [2, 1]]), tuple[tuple[float | None, ...], ...])
    assert_type(c_index("RIA", [1, 2, 3, 4, 5, 6]), float)
    assert_type(iachan_m("SEI", "ESI"), float)
    assert_type(profile_correlation([1, 2, 3, 4, 5, 6], [6, 5, 4, 3, 2, 1]), float | None)
    assert_type(differentiation([1, 2, 3, 4, 5, 6]), float)
    assert_type(consistency("RIA"), float)
    assert_type(runway_months(40_000, 4_100), float | None)
    assert_type(wilson_interval(4, 20), tuple[float, float])
    assert_type(chance_within(3, 25, 10), float | None)
    assert_type(attempts_needed(3, 25, 0.5), int | None)
    curve = kaplan_meier([3, 5], [True, False])
    assert_type(curve, SurvivalCurve)
    assert_type(curve.median, float | None)
    assert_type(
        cumulative_incidence([3, 5], ["rejected", None]), Mapping[str, tuple[tuple[float, float], ...]]
    )
    assert_type(cadence_coverage([date(2026, 1, 1)], date(2026, 1, 1), date(2026, 1, 9), 7), float)
    assert_type(kept_on_time(16, 20), ct.Score)
    assert_type(habit_strength([True, None, False], 1), float)
    assert_type(rank_order_weights(3), tuple[float, ...])
    assert_type(weighted_sum({"pay": 0.7}, {"pay": 1}), ct.Score)
    options = {"stay": {"pay": 0.3, "calm": 0.9}, "move": {"pay": 0.9, "calm": 0.2}}
    assert_type(flip_weight(options, {"pay": 1, "calm": 1}, "pay"), float | None)
    assert_type(best_within(50, [10, 20, 30], [60, 100, 120]), tuple[int, ...])
