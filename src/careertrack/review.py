"""What a day looks like: scores that explain themselves, and what is worth knowing."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import attrs

from careertrack.findings import findings
from careertrack.moment import Moment
from careertrack.pillars.finding import Finding
from careertrack.progress import Readiness, goals_score, progress_score, readiness
from careertrack.score import Score

__all__ = ["Review"]


@attrs.frozen(kw_only=True)
class Review:
    """A day's scores and findings.

    Args:
        day: The day it speaks of.
        goals: How far the goals are, a part for each.
        readiness: How ready the person is for each target role, the main one first.
        progress: Goals and main target role together.
        findings: What is worth knowing, the pressing first.

    >>> import careertrack as ct
    >>> plan = ct.Plan() + ct.Goal(on="2026-01-05", title="Apply", pillar="change", target=10)
    >>> plan += ct.CheckIn(on="2026-02-01", goal="apply", value=4)
    >>> print(plan.review("2026-03-01").explain())
    progress on 2026-03-01: 0.400; mean of goals and main target role [house]
    ├─ goals (weight 1 of 1): 0.400, adds 0.400; mean of the goals, weighted by importance [house]
    │  └─ apply (weight 1 of 1): 0.400, adds 0.400; 4 on the way from 0 to 10, on 2026-02-01; key result [borrowed]
    └─ readiness (weight 1): not set out; no role is aimed at
    """  # noqa: E501 - a line of the tree is as long as it is

    day: date
    goals: Score
    readiness: Mapping[str, Readiness] = attrs.field(hash=False)
    progress: Score
    findings: tuple[Finding, ...]

    def explain(self, depth: int = 9) -> str:
        """The arithmetic of progress as a tree, then each target role's gate and proof.

        Args:
            depth: How many levels of parts to go down.
        """
        lines = [self.progress.explain(f"progress on {self.day}", depth)]
        for each in self.readiness.values():
            lines += ["", f"{each.title}:", *(f"  {line}" for line in each.beside())]
        return "\n".join(lines)

    def __str__(self) -> str:
        lines = [self.explain()]
        if self.findings:
            lines += ["", "worth knowing:", *(f"- {finding}" for finding in self.findings)]
        return "\n".join(lines)

    def to_dict(self) -> dict[str, Any]:
        """Plain data."""
        return {
            "day": self.day.isoformat(),
            "progress": self.progress.to_dict(),
            "goals": self.goals.to_dict(),
            "readiness": {id: each.to_dict() for id, each in self.readiness.items()},
            "findings": [finding.to_dict() for finding in self.findings],
        }


def review(now: Moment) -> Review:
    """The review of a day."""
    ready = {id: readiness(now, id) for id in now.target_roles}
    goals = goals_score(now)
    return Review(
        day=now.day,
        goals=goals,
        readiness=ready,
        progress=progress_score(goals, list(ready.values())),
        findings=findings(now),
    )
