"""Published formulas on plain numbers; they know nothing of plans.

Each states its source and its basis: *published* (made and validated for this use),
*borrowed* (from another field) or *house* (our convention).
"""

from careertrack.methods.goals import key_result
from careertrack.methods.means import runway_months
from careertrack.methods.skills import attainment, onet_standardize

__all__ = ["attainment", "key_result", "onet_standardize", "runway_months"]
