"""How the chances that were stated compare with what came of the goals."""

from __future__ import annotations

from math import fsum
from typing import Any, ClassVar, Final

import attrs

from careertrack.methods import brier_score
from careertrack.moment import Moment
from careertrack.page import Figure, Figures, Line, Meter, Page, Shown, Word
from careertrack.progress.goals import goal_score
from careertrack.record import Record
from careertrack.score import Basis
from careertrack.state.goals import GoalState

__all__ = ["Chances"]

FEWEST: Final = 5  # house: of fewer goals, one that came out otherwise would decide the number


@attrs.frozen(kw_only=True)
class Chances(Shown):
    """Stated chances against what happened; shown to learn from, and never scored.

    Args:
        n: How many goals have a stated chance and a known fate.
        stated: The mean of the chances, 0 to 1; ``None`` without any.
        happened: The share of the goals that were reached, 0 to 1; ``None`` without any.
        brier: The Brier score, 0 (each chance came true) to 1; saying one half each time gives
            0.25.  ``None`` for fewer than five goals.
        reason: Why there is no Brier score.
        records: What stated each chance, in the order of the goals.
    """

    method: ClassVar = "Brier score of the chances stated at first"
    basis: ClassVar[Basis] = "published"
    source: ClassVar = "Brier 1950"

    n: int
    stated: float | None
    happened: float | None
    brier: float | None
    reason: str = ""
    records: tuple[Record, ...] = attrs.field(default=(), repr=False)

    def explain(self) -> str:
        """The numbers, how to read them, and where they come from."""
        if self.stated is None or self.happened is None:
            return f"stated chances: {self.reason}"
        goals = "1 goal" if self.n == 1 else f"{self.n} goals"
        facts = f"stated chances: {self.stated:.0%} on average, {self.happened:.0%} of {goals} reached"
        if self.brier is None:
            return f"{facts}; {self.reason}"
        read = "0 is best, one half each time gives 0.25"
        return f"{facts}; {self.brier:.2f}, where {read}; {self.method} [{self.basis}: {self.source}]"

    def page(self) -> Page:
        """The numbers and how to read them, in a line."""
        return Page(self.explain())

    def full_page(self) -> Page:
        """What was said beforehand and what happened, as bars."""
        if self.stated is None or self.happened is None:
            return self.page()
        bars = (("stated, on average", self.stated), ("reached", self.happened))
        figures = [Figure(Word(name), Meter(f"{share:.0%}", share, share, share)) for name, share in bars]
        return Page(Word("stated chances"), [Figures(figures), Line(self.explain())])

    def to_dict(self) -> dict[str, Any]:
        """Plain data."""
        return {
            "n": self.n,
            "stated": self.stated,
            "happened": self.happened,
            "brier": self.brier,
            "reason": self.reason,
            "method": self.method,
            "basis": self.basis,
            "source": self.source,
        }


def chances(now: Moment) -> Chances:
    """The chances that the first record of each goal states, and what came of those whose fate is known.

    >>> import careertrack as ct
    >>> plan = ct.Plan() + ct.Goal(on="2026-01-05", title="Apply", pillar="change", chance=0.6)
    >>> plan += ct.Resolution(on="2026-02-01", goal="apply", outcome="done")
    >>> print(chances(plan.as_of("2026-03-01")))
    stated chances: 60% on average, 100% of 1 goal reached; fewer than 5 goals tell too little
    """
    stated, happened, records = list[float](), list[bool](), list[Record]()
    for state in now.goals.values():
        fate = _fate(now, state)
        if state.first.chance is not None and fate is not None:
            stated.append(state.first.chance)
            happened.append(fate)
            records.append(state.first)
    n = len(stated)
    if not n:
        return Chances(
            n=0, stated=None, happened=None, brier=None, reason="no goal that stated one is decided yet"
        )
    return Chances(
        n=n,
        stated=fsum(stated) / n,
        happened=sum(happened) / n,
        brier=brier_score(stated, happened) if n >= FEWEST else None,
        reason="" if n >= FEWEST else f"fewer than {FEWEST} goals tell too little",
        records=tuple(records),
    )


def _fate(now: Moment, state: GoalState) -> bool | None:
    """Whether a goal came true: done, or at its target past its due day; ``None`` while it is open."""
    if state.status != "open":
        return state.status == "done"
    if state.goal.due is None or now.day <= now.rest.resumed(state.goal.due):
        return None
    return goal_score(state).value == 1
