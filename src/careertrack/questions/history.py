"""Many days of one plan: columns of numbers, and a whole review for any of the days."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from careertrack.judge import LABELS, Standing, judge
from careertrack.ledger import Ledger
from careertrack.moment import Memory, Moment
from careertrack.outlook import chance_of_offer
from careertrack.outlook.words import counted
from careertrack.page import Block, Cell, Line, Meter, Page, Shown, Table, Word
from careertrack.practice import practice
from careertrack.practice.marks import Measuring
from careertrack.progress import progress
from careertrack.records.rhythm import Pause
from careertrack.vocabulary import PILLARS

if TYPE_CHECKING:
    from careertrack.review import Review

__all__ = ["History"]

MOST_DAYS: Final = 26  # house: half a year of weeks in a display; `rows` has all
SPREAD: Final = ("value", "lower", "upper", "coverage")
COLUMNS: Final = (
    "status",
    *(name if part == "value" else f"{name}.{part}" for name in ("practice", "progress") for part in SPREAD),
    *(f"practice.{pillar}" for pillar in PILLARS),
    "schedule",
    "outlook",
)
"""What there is a column of: ``practice`` and ``progress`` with their bounds, each pillar of
practice, ``schedule`` (the lowest min(1, SPI) of the open goals), ``outlook`` and the status."""


class History(Shown):
    """The numbers of many days, equal to those of the single reviews, in the order of the days.

    >>> import careertrack as ct
    >>> plan = ct.Plan() + ct.Goal(on="2026-01-05", title="Apply", pillar="change", target=10)
    >>> plan += ct.CheckIn(on="2026-02-01", goal="apply", value=4)
    >>> history = plan.history(["2026-01-31", "2026-02-01"])
    >>> history.column("progress"), history["2026-02-01"].progress.value
    ((None, 0.4), 0.4)
    """

    def __init__(
        self,
        ledger: Ledger,
        days: Iterable[date],
        weights: Mapping[str, float],
        review: Callable[[date], Review],
        more: Sequence[Measuring] = (),
    ) -> None:
        self._ledger, self._review = ledger, review
        self._memory: Memory = {}
        self._days = tuple(sorted(set(days)))
        self._columns = self._made(weights, more)

    def _made(self, weights: Mapping[str, float], more: Sequence[Measuring]) -> dict[str, tuple[Any, ...]]:
        rows = [_row(Moment(self._ledger, day, self._memory), weights, more) for day in self._days]
        return {name: tuple(row[name] for row in rows) for name in COLUMNS if name != "outlook"}

    @property
    def days(self) -> tuple[date, ...]:
        """The days, each once, in order."""
        return self._days

    @property
    def pauses(self) -> tuple[Pause, ...]:
        """The pauses on record by the last of the days."""
        return Moment(self._ledger, self._days[-1]).facts(Pause) if self._days else ()

    def column(self, name: str) -> tuple[Any, ...]:
        """The values of one number, one for each day; ``None`` where it is not known.

        Args:
            name: One of ``COLUMNS``, such as ``practice``, ``progress.lower``, ``practice.manager``.

        Raises:
            KeyError: If there is no such column.
        """
        if name == "outlook" and name not in self._columns:
            moments = (Moment(self._ledger, day, self._memory) for day in self._days)
            self._columns[name] = tuple(moment.once(chance_of_offer).value for moment in moments)
        if name not in self._columns:
            raise KeyError(f"no column {name!r}; there are {', '.join(COLUMNS)}")
        return self._columns[name]

    def rows(self) -> Iterator[dict[str, Any]]:
        """A dict for each day: the day and every column."""
        columns = {name: self.column(name) for name in COLUMNS}
        for at, day in enumerate(self._days):
            yield {"day": day, **{name: values[at] for name, values in columns.items()}}

    def __len__(self) -> int:
        return len(self._days)

    def __iter__(self) -> Iterator[date]:
        return iter(self._days)

    def __getitem__(self, day: date | str) -> Review:
        """The whole review of one of the days, made when it is asked for."""
        asked = next((each for each in self._days if day in (each, each.isoformat())), None)
        if asked is None:
            raise KeyError(f"{day} is none of the days of this history")
        return self._review(asked)

    def page(self) -> Page:
        """A line for each day, the last ones if there are many."""
        hidden = len(self) - MOST_DAYS
        earlier = [Line(f"and {counted(hidden, 'earlier day')}")] if hidden > 0 else []
        return Page(self._title(), [*self._table(), *earlier])

    def _table(self) -> Sequence[Block]:
        head = [Word(name) for name in ("day", "status", "practice", "progress")]
        rows = [self._cells(at) for at in range(max(len(self) - MOST_DAYS, 0), len(self))]
        return [Table(head, rows, left=range(len(head)))] if rows else []

    def _cells(self, at: int) -> Sequence[Cell]:
        status = self._columns["status"][at]
        numbers = (self._meter(name, at) for name in ("practice", "progress"))
        return str(self._days[at]), Word(status, LABELS[status]), *numbers

    def _meter(self, name: str, at: int) -> Cell:
        value, lower, upper = (
            self._columns[column][at] for column in (name, f"{name}.lower", f"{name}.upper")
        )
        if lower is None:
            return Word("not set out")
        return Meter(Word("not known", "unknown") if value is None else f"{value:.2f}", value, lower, upper)

    def _title(self) -> str:
        span = f" from {self._days[0]} to {self._days[-1]}" if self._days else ""
        return f"{counted(len(self), 'day')}{span}"

    def __repr__(self) -> str:
        return f"<History of {self._title()}>"


def _row(now: Moment, weights: Mapping[str, float], more: Sequence[Measuring]) -> dict[str, Any]:
    kept, far = practice(now, weights, more), now.once(progress)
    standing: Standing = judge(now, kept, weights, more)
    row: dict[str, Any] = {"status": standing.status, "schedule": standing.schedule}
    for name, score in (("practice", kept), ("progress", far)):
        row |= {name if part == "value" else f"{name}.{part}": getattr(score, part) for part in SPREAD}
    return row | {f"practice.{pillar}": kept[pillar].value for pillar in PILLARS}
