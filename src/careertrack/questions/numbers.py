"""The three numbers of a day, and the same with some records more: what those cannot touch is kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cached_property

from careertrack.ledger import Ledger
from careertrack.moment import Moment, carried
from careertrack.outlook import chance_of_offer
from careertrack.outlook.together import READS as OUTLOOK_READS
from careertrack.practice import MEASURES, practice_of
from careertrack.practice.marks import Measuring, Rated
from careertrack.progress import progress
from careertrack.progress.together import READS as PROGRESS_READS
from careertrack.record import Record
from careertrack.score import Score


class Numbers:
    """Practice, progress and outlook of a ledger on a day.

    Args:
        now: The day.
        weights: Of the pillars in practice.
        more: Measures beside the library's own.
        before: The numbers of the same day with fewer records.
        added: The records that are more.
    """

    def __init__(
        self,
        now: Moment,
        weights: Mapping[str, float],
        more: Sequence[Measuring] = (),
        before: Numbers | None = None,
        added: Sequence[Record] = (),
    ) -> None:
        self._now, self._weights, self._more, self._before = now, weights, more, before
        self._kinds = frozenset(record.kind for record in added)

    @classmethod
    def of(
        cls, ledger: Ledger, day: date, weights: Mapping[str, float], more: Sequence[Measuring] = ()
    ) -> Numbers:
        """The numbers of a ledger on a day."""
        return cls(Moment(ledger, day), weights, more)

    def grown(self, added: Sequence[Record]) -> Numbers:
        """The numbers with more records, of which it is known that they fit."""
        memory = self._now.memory
        for record in added:
            memory = carried(memory, record)
        now = Moment(self._now.ledger.grown(added), self._now.day, memory)
        return Numbers(now, self._weights, self._more, self, added)

    def settle(self) -> Numbers:
        """The same, with nothing left that has to look at the numbers before."""
        self._rated, self.progress, self.outlook = self._rated, self.progress, self.outlook
        self._before = None
        return self

    def _kept(self, reads: frozenset[str]) -> Numbers | None:
        """The numbers before, if what was added cannot touch what reads those kinds."""
        return self._before if self._kinds.isdisjoint(reads) else None

    @cached_property
    def _rated(self) -> Mapping[str, tuple[Measuring, Sequence[Rated]]]:
        rated: dict[str, tuple[Measuring, Sequence[Rated]]] = {}
        for measure in (*MEASURES, *self._more):
            kept = self._kept(measure.reads)
            rated[measure.name] = (
                (measure, tuple(measure.parts(self._now))) if kept is None else kept._rated[measure.name]
            )
        return rated

    @cached_property
    def practice(self) -> Score:
        """Did I do what I set out to do?"""
        return practice_of(self._now, self._rated.values(), self._weights)

    @cached_property
    def progress(self) -> Score:
        """How far are my goals and my readiness?"""
        kept = self._kept(PROGRESS_READS)
        return self._now.once(progress) if kept is None else kept.progress

    @cached_property
    def outlook(self) -> Score:
        """What do the odds say?"""
        kept = self._kept(OUTLOOK_READS)
        return self._now.once(chance_of_offer) if kept is None else kept.outlook
