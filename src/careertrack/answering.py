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
    from careertrack.extending import Extensions
    from careertrack.pillars.finding import Finding
    from careertrack.questions.changes import Changes
    from careertrack.questions.history import History
    from careertrack.record import Record
    from careertrack.review import Review
    from careertrack.rows import Rows
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

        Raises:
            InvalidValue: If the day is none.
        """
        from careertrack.snapshot import Snapshot  # late: making and saving plans needs no states

        return Snapshot(self._ledger, day_of(day))

    def _repr_html_(self) -> str:
        """The dashboard as of the last day that is written down, since nothing here knows today."""
        from careertrack.page import as_html
        from careertrack.questions.dashboard import beginning, of_day

        last = next((record.on for record in reversed(self._ledger.records) if record.on is not None), None)
        if last is None:
            return as_html(beginning())
        now = self.as_of(last)
        return as_html(of_day(now, now.review().full_page(), is_last=True))

    def review(
        self,
        day: date | str,
        /,
        weights: Mapping[str, float] | None = None,
        *,
        extensions: Extensions | None = None,
    ) -> Review:
        """Scores, status and findings of a day; short for ``plan.as_of(day).review()``.

        Args:
            day: A `date`, or strict ``YYYY-MM-DD``.
            weights: Of the pillars in practice, by name; 1 for those left out.
            extensions: Findings and measures beside the library's own.

        Raises:
            InvalidValue: If the day is none, or a weight is of no pillar, negative or not finite.
        """
        return self.as_of(day).review(weights, extensions=extensions)

    def history(
        self,
        days: Iterable[date | str],
        /,
        weights: Mapping[str, float] | None = None,
        *,
        extensions: Extensions | None = None,
    ) -> History:
        """The numbers of many days, equal to those of single reviews and cheaper than they are.

        Args:
            days: Days in any order.
            weights: Of the pillars in practice, by name; 1 for those left out.
            extensions: Measures beside the library's own; findings too in the whole review of a day.

        Raises:
            InvalidValue: If a day is none, or a weight is of no pillar, negative or not finite.
        """
        from careertrack.extending._together import or_none
        from careertrack.questions.history import History

        return History(
            self._ledger,
            [day_of(day) for day in days],
            weights or {},
            lambda day: self.review(day, weights, extensions=extensions),
            or_none(extensions).measures,
        )

    def changes(
        self,
        since: date | str,
        until: date | str,
        /,
        weights: Mapping[str, float] | None = None,
        *,
        extensions: Extensions | None = None,
    ) -> Changes:
        """Why the numbers of a day are others than those of an earlier one: time, then each record.

        Args:
            since: The earlier day.
            until: The later day.
            weights: Of the pillars in practice, by name; 1 for those left out.
            extensions: Measures beside the library's own.

        Raises:
            InvalidValue: If the later day comes before the earlier one, a day is none, or a weight is of
                no pillar, negative or not finite.

        >>> import careertrack as ct
        >>> plan = ct.Plan() + ct.Goal(on="2026-01-05", title="Apply", pillar="change", target=10)
        >>> plan += [ct.CheckIn(on=f"2026-0{n}-01", goal="apply", value=n) for n in (2, 3)]
        >>> print(plan.changes("2026-02-01", "2026-03-01").progress)
        progress: 0.200 to 0.300
        +0.100 check-in (goal apply) of 2026-03-01
        """
        from careertrack.extending._together import or_none
        from careertrack.questions.changes import changes

        start, end = day_of(since, "since"), day_of(until, "until")
        if end < start:
            rule = {"rule": f"no earlier than since, {start}", "got": f"'{end}'"}
            raise InvalidValue([Issue("until", "value", rule)])
        return changes(self._ledger, start, end, weights or {}, or_none(extensions).measures)

    def findings(self, day: date | str, /, *, extensions: Extensions | None = None) -> tuple[Finding, ...]:
        """What is worth knowing on a day, the pressing first.

        Args:
            day: A `date`, or strict ``YYYY-MM-DD``.
            extensions: Findings beside the library's own.

        Raises:
            InvalidValue: If the day is none.
        """
        return self.as_of(day).findings(extensions=extensions)

    def rows(
        self, what: str | type[Record], /, *, day: date | str | None = None, details: bool = False
    ) -> Rows:
        """The plan as a table: a plain dict for each record of a kind, or for each state on a day.

        Args:
            what: A state by its name on a snapshot, such as ``"contacts"`` or ``"runway"``; or a
                kind of record by its own name or class, such as ``"check-in"`` or `CheckIn`.
                Of the names that are both, ``"evidence"`` and ``"runway"``, a day makes a state.
            day: The day to see the states on.  Of records, the last day to take; all days when
                left out.
            details: Whether to show how to reach people, notes, and what other programs keep.

        Returns:
            The rows, all with the same columns; what each column holds is in ``columns``.

        Raises:
            InvalidValue: If there is no such state or kind, or a state is asked for without a day.

        >>> import careertrack as ct
        >>> plan = ct.Plan() + ct.Contact(id="grace", name="Grace Hopper", emails=["grace@example.org"])
        >>> plan += ct.Conversation(on="2026-01-09", contacts=["grace"])
        >>> [(row["name"], row["last_talk"]) for row in plan.rows("contacts", day="2026-03-01")]
        [('Grace Hopper', datetime.date(2026, 1, 9))]
        >>> plan.rows("contact", details=True)[0]["emails"]
        ['grace@example.org']
        """
        from careertrack.rows import rows

        return rows(self._ledger, what, None if day is None else day_of(day), details=details)
