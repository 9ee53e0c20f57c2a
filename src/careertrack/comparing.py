"""What if: several plans side by side."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from careertrack.edits import day_of
from careertrack.errors import InvalidValue, Issue, shown
from careertrack.extending._together import Extensions, or_none
from careertrack.plan import Plan
from careertrack.questions.compare import Comparison
from careertrack.questions.compare import compare as side_by_side

__all__ = ["compare"]


def compare(
    plans: Mapping[str, Plan],
    day: date | str,
    /,
    weights: Mapping[str, float] | None = None,
    *,
    extensions: Extensions | None = None,
) -> Comparison:
    """Several plans side by side on a day, such as the present one and what it would be with a move.

    Args:
        plans: The plans by a name for each; the first is the one that the others are compared with.
        day: A `date`, or strict ``YYYY-MM-DD``.
        weights: Of the pillars in practice, by name; 1 for those left out.
        extensions: Measures beside the library's own.

    Raises:
        InvalidValue: If there is none, one of them is no plan, or the day is none.

    >>> import careertrack as ct
    >>> plan = ct.Plan() + ct.Goal(on="2026-01-05", title="Apply", pillar="change", target=10)
    >>> more = plan + ct.CheckIn(on="2026-02-01", goal="apply", value=4)
    >>> ct.compare({"now": plan, "after": more}, "2026-02-01").branches[1].progress.value
    0.4
    """
    given: object = plans
    if not isinstance(given, Mapping):
        raise InvalidValue([Issue("plans", "value", {"rule": "plans by their names", "got": shown(given)})])
    broken = [
        Issue(f"plans[{shown(name)}]", "value", {"rule": "a plan", "got": shown(plan)})
        for name, plan in given.items()
        if not isinstance(plan, Plan)
    ]
    if broken:
        raise InvalidValue(broken)
    ledgers = {name: plan._ledger for name, plan in plans.items()}
    return side_by_side(ledgers, day_of(day), weights or {}, more=or_none(extensions).measures)
