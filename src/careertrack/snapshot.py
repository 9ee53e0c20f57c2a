"""The door to one day."""

from __future__ import annotations

from careertrack.findings import findings as found_in
from careertrack.moment import Moment
from careertrack.pillars.finding import Finding
from careertrack.review import Review, review

__all__ = ["Snapshot"]


class Snapshot(Moment):
    """What a plan says as of the end of a day.

    Mappings of typed states by id (``skills``, ``contacts``, ``goals`` ...), each folded from the
    records up to the day when it is asked for, and the questions people ask of a day.

    >>> import careertrack as ct
    >>> plan = ct.Plan() + ct.Skill(name="SQL") + ct.Assessment(on="2026-01-09", skill="sql", level=3)
    >>> plan.as_of("2026-01-08").skills["sql"].level is None, plan.as_of("2026-01-09").skills["sql"].level
    (True, 3.0)
    """

    def review(self) -> Review:
        """Scores and findings of the day."""
        return review(self)

    def findings(self) -> tuple[Finding, ...]:
        """What is worth knowing on the day, the pressing first."""
        return found_in(self)

    def __repr__(self) -> str:
        return f"<Snapshot on {self.day}>"
