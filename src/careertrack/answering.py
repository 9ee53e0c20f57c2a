"""What can be asked of a plan: the doors to its days."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING

from careertrack.edits import day_of
from careertrack.errors import InvalidValue, Issue
from careertrack.ledger import Ledger

if TYPE_CHECKING:
    from careertrack.pillars.finding import Finding
    from careertrack.questions.changes import Changes
    from careertrack.questions.history import History
    from careertrack.review import Review
    from careertrack.snapshot import Snapshot


class Answering:
    """The questions that a plan answers.  What they need is imported when they are asked."""

    __slots__ = ()

    @property
    @abstractmethod
    def _ledger(self) -> Ledger: ...

    def as_of(self, day: date | str, /) -> Snapshot:
        """What the plan says as of the end of a day.

        Args:
            day: A `date`, or strict ``YYYY-MM-DD``.
        """
        from careertrack.snapshot import Snapshot  # late: making and saving plans needs no states

        return Snapshot(self._ledger, day_of(day))

    def review(self, day: date | str, /, weights: Mapping[str, float] | None = None) -> Review:
        """Scores, status and findings of a day; short for ``plan.as_of(day).review()``.

        Args:
            day: A `date`, or strict ``YYYY-MM-DD``.
            weights: Of the pillars in practice, by name; 1 for those left out.
        """
        return self.as_of(day).review(weights)

    def history(self, days: Iterable[date | str], /, weights: Mapping[str, float] | None = None) -> History:
        """The numbers of many days, equal to those of single reviews and cheaper than they are.

        Args:
            days: Days in any order.
            weights: Of the pillars in practice, by name; 1 for those left out.
        """
        from careertrack.questions.history import History

        return History(
            self._ledger, [day_of(day) for day in days], weights or {}, lambda day: self.review(day, weights)
        )

    def changes(
        self, since: date | str, until: date | str, /, weights: Mapping[str, float] | None = None
    ) -> Changes:
        """Why the numbers of a day are others than those of an earlier one: time, then each record.

        Args:
            since: The earlier day.
            until: The later day.
            weights: Of the pillars in practice, by name; 1 for those left out.

        Raises:
            InvalidValue: If the later day comes before the earlier one.

        >>> import careertrack as ct
        >>> plan = ct.Plan() + ct.Goal(on="2026-01-05", title="Apply", pillar="change", target=10)
        >>> plan += [ct.CheckIn(on=f"2026-0{n}-01", goal="apply", value=n) for n in (2, 3)]
        >>> print(plan.changes("2026-02-01", "2026-03-01").progress)
        progress: 0.200 to 0.300
          +0.100  check-in (goal apply) of 2026-03-01
        """
        from careertrack.questions.changes import changes

        start, end = day_of(since), day_of(until)
        if end < start:
            rule = {"rule": f"no earlier than since, {start}", "got": f"'{end}'"}
            raise InvalidValue([Issue("until", "value", rule)])
        return changes(self._ledger, start, end, weights or {})

    def findings(self, day: date | str, /) -> tuple[Finding, ...]:
        """What is worth knowing on a day, the pressing first."""
        return self.as_of(day).findings()
