"""Two things timed in turn, and what one line of the results says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from statistics import median, quantiles
from time import process_time

Clock = Callable[[], float]


@dataclass(frozen=True)
class Sizes:
    """How much is measured."""

    repeats: int
    inner: int  # calls a repeat, where one call is too short to time
    weeks: int
    records: tuple[int, ...]
    ages: tuple[int, ...]  # of a rhythm, in years
    years: tuple[int, int]  # of a history


FULL = Sizes(
    repeats=31,
    inner=400,
    weeks=52,
    records=(1_000, 10_000, 100_000),
    ages=(1, 50, 5_000),
    years=(2, 10),
)
QUICK = Sizes(repeats=2, inner=2, weeks=2, records=(100, 200), ages=(1, 5), years=(1, 1))


@dataclass(frozen=True)
class Line:
    """One comparison: medians in seconds of CPU; median and quartiles of the ratios of neighbouring runs."""

    what: str
    against: str
    ours: float
    theirs: float
    ratio: float
    low: float
    high: float
    budget: float | None = None

    @property
    def verdict(self) -> str:
        """Whether the budget is met: said only where the middle half of the ratios agrees."""
        if self.budget is None:
            return ""
        if self.high <= self.budget:
            return "met"
        return "not met" if self.low > self.budget else "on the line"


def timed(call: Callable[[], object], times: int = 1) -> Clock:
    """Seconds of CPU that one call takes, as the mean of so many; waiting for a core does not count."""

    def clock() -> float:
        start = process_time()
        for _ in range(times):
            call()
        return (process_time() - start) / times

    return clock


def compared(
    what: str, ours: Clock, against: str, theirs: Clock, repeats: int, *, budget: float | None = None
) -> Line:
    """Ours and theirs in turn, A B A B, once before it counts: what else the machine does falls on both."""
    ours(), theirs()
    pairs = [(ours(), theirs()) for _ in range(repeats)]
    low, middle, high = quantiles([a / b for a, b in pairs], n=4, method="inclusive")
    a, b = (median(times) for times in zip(*pairs, strict=True))
    return Line(what, against, a, b, middle, low, high, budget)
