"""Published formulas on plain numbers; they know nothing of plans.

Each states its source and its basis: *published* (made and validated for this use),
*borrowed* (from another field) or *house* (our convention).
"""

from careertrack.methods.choosing import best_within, flip_weight, rank_order_weights, weighted_sum
from careertrack.methods.goals import EarnedSchedule, brier_score, earned_schedule, gas_t_score, key_result
from careertrack.methods.interests import c_index, consistency, differentiation, iachan_m, profile_correlation
from careertrack.methods.means import runway_months
from careertrack.methods.rates import attempts_needed, chance_within, wilson_interval
from careertrack.methods.rhythm import cadence_coverage, habit_strength, kept_on_time
from careertrack.methods.skills import attainment, onet_standardize, revealed_advantage
from careertrack.methods.survival import SurvivalCurve, cumulative_incidence, kaplan_meier

__all__ = [
    "EarnedSchedule",
    "SurvivalCurve",
    "attainment",
    "attempts_needed",
    "best_within",
    "brier_score",
    "c_index",
    "cadence_coverage",
    "chance_within",
    "consistency",
    "cumulative_incidence",
    "differentiation",
    "earned_schedule",
    "flip_weight",
    "gas_t_score",
    "habit_strength",
    "iachan_m",
    "kaplan_meier",
    "kept_on_time",
    "key_result",
    "onet_standardize",
    "profile_correlation",
    "rank_order_weights",
    "revealed_advantage",
    "runway_months",
    "weighted_sum",
    "wilson_interval",
]
