"""What a day looks like: three numbers that explain themselves, the status, and what is worth knowing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any, Final, NamedTuple

import attrs

from careertrack.extending._together import NONE, Extensions
from careertrack.findings import findings
from careertrack.judge import Standing, Status, judge
from careertrack.ledger import Ledger
from careertrack.moment import Moment
from careertrack.outlook import Outlook, outlook
from careertrack.page import Page, Shown
from careertrack.pillars.finding import Finding
from careertrack.practice import EVEN, practice
from careertrack.progress import (
    AttainmentT,
    Chances,
    Readiness,
    Schedule,
    attainment_t,
    chances,
    goals_score,
    progress,
    schedules,
    target_readiness,
)
from careertrack.questions.actions import Actions, actions
from careertrack.questions.dashboard import dashboard, report
from careertrack.questions.difference import Difference, difference
from careertrack.questions.nextstep import next_step
from careertrack.questions.unknowns import Questions, questions
from careertrack.score import Score
from careertrack.wins import Win, wins

__all__ = ["Review"]

WEEK_DAYS: Final = 7  # house: one looks back as far as the last weekly review


class Asked(NamedTuple):
    """What a review was asked of, for the questions that go on from it."""

    ledger: Ledger
    weights: Mapping[str, float]
    extensions: Extensions = NONE


@attrs.frozen(kw_only=True, repr=False)
class Review(Shown):
    """A day's scores, where the person stands, and what is worth knowing.

    Args:
        day: The day it speaks of.
        standing: The status, and what decided it.
        wins: What went well in the last four weeks.
        next_step: The smallest next step, in a sentence.
        practice: Did I do what I set out to do?  A part for each pillar.
        progress: Goals and main target role together.
        goals: How far the goals are, a part for each.
        readiness: How ready the person is for each target role, the main one first.
        schedules: How each open goal with a target and a day keeps to its days.
        attainment: Goal attainment scaling, where goals have levels.
        chances: Stated chances against what happened.
        outlook: What the odds say.
        findings: What is worth knowing, the pressing first.

    >>> import careertrack as ct
    >>> plan = ct.Plan() + ct.Goal(on="2026-01-05", title="Apply", pillar="change", target=10)
    >>> plan += ct.Routine(id="apply", on="2026-01-05", pillar="change", times=1, of="applications")
    >>> plan += ct.CheckIn(on="2026-02-01", goal="apply", value=4)
    >>> review = plan.review("2026-03-01")
    >>> review.status, round(review.practice.value, 2), review.progress.value, review.outlook.value
    ('off_track', 0.21, 0.4, None)
    """

    day: date
    standing: Standing
    wins: tuple[Win, ...]
    next_step: str
    practice: Score
    progress: Score
    goals: Score
    readiness: Mapping[str, Readiness] = attrs.field(hash=False)
    schedules: Mapping[str, Schedule] = attrs.field(hash=False)
    attainment: AttainmentT
    chances: Chances
    outlook: Outlook
    findings: tuple[Finding, ...]
    _asked: Asked = attrs.field(eq=False, repr=False)

    @property
    def status(self) -> Status:
        """Where the person stands, such as ``on_track``; see ``standing`` for what decided it."""
        return self.standing.status

    def explain(self, depth: int = 9) -> str:
        """The arithmetic of practice and progress as trees, then what stands beside them.

        Args:
            depth: How many levels of parts to go down.
        """
        lines = [self.practice.explain(f"practice on {self.day}", depth)]
        lines += ["", self.progress.explain(f"progress on {self.day}", depth)]
        for each in self.readiness.values():
            lines += ["", f"{each.title}:", *(f"  {line}" for line in each.beside())]
        for schedule in self.schedules.values():
            lines += ["", schedule.explain()]
        return "\n".join([*lines, *self._beside(), "", self.outlook.explain()])

    def _beside(self) -> Iterator[str]:
        """What is told only where there is something to tell."""
        if self.attainment.n:
            yield f"\n{self.attainment}"
        if self.chances.n:
            yield f"\n{self.chances}"

    def page(self) -> Page:
        """The page to read: wins, the status and why, the next step, the numbers, what is worth knowing."""
        return report(self)

    def full_page(self) -> Page:
        """The dashboard: the same with bars, what changed within a week, what to do, the rest folded."""
        earlier = self._a_week_before()
        return dashboard(self, None if earlier is None else self.since(earlier), self.actions())

    def _a_week_before(self) -> Review | None:
        """The review of seven days earlier; ``None`` where nothing was written down by then."""
        if self.day.toordinal() <= WEEK_DAYS:
            return None
        ledger, weights, extensions = self._asked
        then = Moment(ledger, self.day - timedelta(WEEK_DAYS))
        return None if then.last_day is None else review(then, weights, extensions)

    def __repr__(self) -> str:
        return f"<Review on {self.day}: {self.status}>"

    def since(self, earlier: Review) -> Difference:
        """What is different from an earlier review: numbers, status, and findings that came and went.

        Raises:
            InvalidValue: If it is given anything else than a review.

        >>> import careertrack as ct
        >>> plan = ct.Plan() + ct.Goal(on="2026-01-05", title="Apply", pillar="change", target=10)
        >>> plan += ct.CheckIn(on="2026-02-01", goal="apply", value=4)
        >>> print(plan.review("2026-02-01").since(plan.review("2026-01-31")))
        from 2026-01-31 to 2026-02-01
        <BLANKLINE>
        progress: unknown to 0.400
          goals: unknown to 0.400
            apply: unknown to 0.400
        <BLANKLINE>
        gone:
        - nothing was written down for 26 days: if it was a rest, a pause says so
        """
        return difference(earlier, self)

    def actions(self, minutes: int | None = None) -> Actions:
        """What to do with so many minutes: what somebody waits for first, then what gains most.

        Args:
            minutes: The time there is; what is left of this week's capacity when left out.

        Raises:
            InvalidValue: If the minutes are not whole, or negative.
        """
        ledger, weights, extensions = self._asked
        return actions(ledger, self.day, weights, minutes, extensions.measures)

    def questions(self, n: int = 3) -> Questions:
        """The unknowns whose answers would tell most, each with the record of an answer.

        Args:
            n: How many.
        """
        return questions(Moment(self._asked.ledger, self.day), n)

    def to_dict(self) -> dict[str, Any]:
        """Plain data."""
        return {
            "day": self.day.isoformat(),
            "status": self.status,
            "standing": self.standing.to_dict(),
            "wins": [win.to_dict() for win in self.wins],
            "next_step": self.next_step,
            "practice": self.practice.to_dict(),
            "progress": self.progress.to_dict(),
            "goals": self.goals.to_dict(),
            "readiness": {id: each.to_dict() for id, each in self.readiness.items()},
            "schedules": {id: each.to_dict() for id, each in self.schedules.items()},
            "attainment": self.attainment.to_dict(),
            "chances": self.chances.to_dict(),
            "outlook": self.outlook.to_dict(),
            "findings": [finding.to_dict() for finding in self.findings],
        }


def review(now: Moment, weights: Mapping[str, float] = EVEN, extensions: Extensions = NONE) -> Review:
    """The review of a day.

    Args:
        now: The day.
        weights: Of the pillars in practice; 1 for those left out.
        extensions: Findings and measures beside the library's own.
    """
    more = extensions.measures
    kept = practice(now, weights, more)
    return Review(
        day=now.day,
        standing=judge(now, kept, weights, more),
        wins=wins(now),
        next_step=next_step(now, kept, {each.name: each.step for each in more if each.step}),
        practice=kept,
        progress=now.once(progress),
        goals=now.once(goals_score),
        readiness=now.once(target_readiness),
        schedules=now.once(schedules),
        attainment=now.once(attainment_t),
        chances=now.once(chances),
        outlook=now.once(outlook),
        findings=findings(now, extensions.findings),
        asked=Asked(now.ledger, dict(weights), extensions),
    )
