"""How the goals came out against what was expected of them: goal attainment scaling."""

from __future__ import annotations

from typing import Any, ClassVar

import attrs

from careertrack.methods import gas_t_score
from careertrack.moment import Moment
from careertrack.page import Page, Shown
from careertrack.progress.goals import is_counted
from careertrack.record import Record
from careertrack.score import Basis

__all__ = ["AttainmentT"]


@attrs.frozen(kw_only=True)
class AttainmentT(Shown):
    """The goals' levels as one T-score; shown beside progress, and part of no score.

    Args:
        t: 50 where every goal is as expected, higher where they came out better; ``None`` if
            it is not defined.
        n: How many goals have a level.
        reason: Why there is no number, or how to read it.
        records: The check-ins behind it.
    """

    method: ClassVar = "goal attainment scaling, weighted by importance x difficulty"
    basis: ClassVar[Basis] = "borrowed"
    source: ClassVar = "Kiresuk and Sherman 1968, from rehabilitation"

    t: float | None
    n: int
    reason: str
    records: tuple[Record, ...] = attrs.field(default=(), repr=False)

    def explain(self) -> str:
        """The number, how to read it, and where it comes from."""
        if self.t is None:
            return f"no T-score: {self.reason}"
        return f"T {self.t:.1f} from {self.n}; {self.reason}; {self.method} [{self.basis}: {self.source}]"

    def page(self) -> Page:
        """The number, how to read it, and where it comes from, in a line."""
        return Page(self.explain())

    def to_dict(self) -> dict[str, Any]:
        """Plain data."""
        return {
            "t": self.t,
            "n": self.n,
            "reason": self.reason,
            "method": self.method,
            "basis": self.basis,
            "source": self.source,
        }


def attainment_t(now: Moment) -> AttainmentT:
    """The T-score of the goals that have a level, open or done within a year.

    >>> import careertrack as ct
    >>> plan = ct.Plan() + [ct.Goal(on="2026-01-05", title=name, pillar="change") for name in "ab"]
    >>> levels = {"a": 2, "b": -1}
    >>> plan += [ct.CheckIn(on="2026-02-01", goal=id, level=level) for id, level in levels.items()]
    >>> round(attainment_t(plan.as_of("2026-03-01")).t, 1)
    56.2
    """
    levels, weights, records = list[int](), list[float](), list[Record]()
    for state in now.goals.values():
        if state.rated is not None and state.level is not None and is_counted(state):
            levels.append(state.level)
            weights.append(state.goal.importance * state.goal.difficulty)
            records.append(state.rated)
    t = gas_t_score(levels, weights)
    if t is not None:
        reason = "50 is just as expected; not comparable between people with different numbers of goals"
    else:
        reason = "no goal with a level has importance and difficulty" if levels else "no goal has a level"
    return AttainmentT(t=t, n=len(levels), reason=reason, records=tuple(records))
