"""How long an answer takes, those still waiting counted for as long as they have waited."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, Final, NamedTuple

import attrs

from careertrack.methods import cumulative_incidence, kaplan_meier
from careertrack.outlook.funnel import FEWEST, too_few
from careertrack.outlook.words import counted, percent
from careertrack.page import Line, Page, Shown, as_text
from careertrack.state.moves import QUIET_DAYS, TransitionState

METHOD: Final = "Kaplan-Meier for any answer, Aalen-Johansen for going on and rejection"
# house: a week, a fortnight, and the four weeks after which a move is quiet, once and twice.
SHOWN_DAYS: Final = (7, 14, 28, 56)
GOES_ON: Final = "goes on"
REJECTED: Final = "rejected"

Curve = tuple[tuple[float, float], ...]


@attrs.frozen(kw_only=True, repr=False)
class Waiting(Shown):
    """Days from applying to the first answer.

    Args:
        n: Applications whose fate is known as far as the day.
        answered: Those that have an answer.
        waiting: Those that have none; they count for as long as they have waited (censored).
        withdrawn: Those that the owner withdrew before an answer; they count until that day.
        median: Days by which half of the applications have an answer (Kaplan-Meier);
            ``None`` where it is not known.
        goes_on: The chance of an answer that goes on by so many days, as (days, chance) pairs;
            a rejection competes with it (Aalen-Johansen).
        rejected: The chance of a rejection by so many days, likewise.
        longest: The longest wait so far, in days: nothing is said of longer ones.
        quiet: Ids of open moves without a word for ``quiet_after`` days, at whatever stage.
        quiet_after: Days without a word that make a move quiet; *house*.
        reason: Why there is no median; empty where there is one.
    """

    n: int
    answered: int
    waiting: int
    withdrawn: int
    median: float | None
    goes_on: Curve = ()
    rejected: Curve = ()
    longest: int = 0
    quiet: tuple[str, ...] = ()
    quiet_after: int = QUIET_DAYS
    reason: str = ""

    def by(self, days: float) -> tuple[float, float] | None:
        """The chance that an answer goes on, and that it rejects, within so many days.

        ``None`` where there are too few applications to say, or none has waited as long.
        """
        if self.n < FEWEST or days > self.longest:
            return None
        return _at(self.goes_on, days), _at(self.rejected, days)

    def page(self) -> Page:
        """The counts and the median, in a line."""
        return Page(self.said())

    def full_page(self) -> Page:
        """The same, what may be expected by some days, and who has gone quiet."""
        return Page(self.said(), [*self.expected()])

    def __repr__(self) -> str:
        return f"<Waiting of {self.said()}>"

    def said(self) -> str:
        """The counts and the median."""
        parts = [f"{self.answered} answered", f"{self.waiting} waiting"]
        parts += [f"{self.withdrawn} withdrawn"] if self.withdrawn else []
        said = f"{counted(self.n, 'application')}: {', '.join(parts)}; "
        if self.median is None:
            return f"{said}{self.reason}"
        return f"{said}half have an answer within {self.median:g} days"

    def explain(self) -> str:
        """The counts, the median, what may be expected by some days, and who has gone quiet."""
        return as_text(self.full_page())

    def expected(self) -> Iterator[Line]:
        """What may be expected by some days, and who has gone quiet."""
        for days in SHOWN_DAYS:
            chances = self.by(days)
            if chances is not None:
                yield Line(
                    f"within {days} days: goes on {percent(chances[0])}, rejected {percent(chances[1])}, "
                    f"no answer {percent(max(0.0, 1 - chances[0] - chances[1]))}"
                )
        if self.quiet:
            yield Line(f"no word for {self.quiet_after} days or more: {', '.join(self.quiet)}")

    def to_dict(self) -> dict[str, Any]:
        """Plain data."""
        return {
            "n": self.n,
            "answered": self.answered,
            "waiting": self.waiting,
            "withdrawn": self.withdrawn,
            "median": self.median,
            "goes_on": [list(each) for each in self.goes_on],
            "rejected": [list(each) for each in self.rejected],
            "longest": self.longest,
            "quiet": list(self.quiet),
            "quiet_after": self.quiet_after,
            "reason": self.reason,
            "method": METHOD,
            "basis": "borrowed",
            "source": "Kaplan and Meier 1958; Aalen and Johansen 1978",
        }


def _at(curve: Curve, days: float) -> float:
    """The height of a curve of steps after so many days."""
    return next((chance for time, chance in reversed(curve) if time <= days), 0.0)


class _Case(NamedTuple):
    """How long an application waited, and what ended the wait: ``None`` while it lasts."""

    days: int
    cause: str | None
    is_withdrawn: bool = False


def waiting(moves: Iterable[TransitionState], day: date) -> Waiting:
    """How long the answers to some moves took, and who still waits on a day."""
    known = [move for move in moves if move.is_fate_known]
    cases = [case for move in known if (case := _case(move, day)) is not None]
    answered = sum(case.cause is not None for case in cases)
    withdrawn = sum(case.is_withdrawn for case in cases)
    counts = Waiting(
        n=len(cases),
        answered=answered,
        waiting=len(cases) - answered - withdrawn,
        withdrawn=withdrawn,
        median=None,
        longest=max((case.days for case in cases), default=0),
        quiet=tuple(move.transition.id for move in known if move.is_quiet),
        reason=f"no median yet: {too_few(len(cases), 'application')}",
    )
    if len(cases) < FEWEST:
        return counts
    days = [case.days for case in cases]
    median = kaplan_meier(days, [case.cause is not None for case in cases]).median
    curves = cumulative_incidence(days, [case.cause for case in cases])
    return attrs.evolve(
        counts,
        median=median,
        goes_on=curves.get(GOES_ON, ()),
        rejected=curves.get(REJECTED, ()),
        reason="" if median is not None else "no median yet: too few have an answer so far",
    )


def _case(move: TransitionState, day: date) -> _Case | None:
    """The wait of a move that was applied for."""
    applied, answer = move.applied_on, move.answer
    if applied is None:
        return None
    if answer is not None:
        return _Case((answer.on - applied).days, GOES_ON if answer.goes_on else REJECTED)
    if move.stage == "withdrawn":
        return _Case((move.steps[-1].on - applied).days, None, is_withdrawn=True)
    return _Case((day - applied).days, None)
