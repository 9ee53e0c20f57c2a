"""How far the moves got, and how many of those that are settled went on from one stage to another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final, NamedTuple

import attrs

from careertrack.methods import wilson_interval
from careertrack.outlook.words import counted, percent
from careertrack.page import Figure, Figures, Line, Meter, Page, Shown, Word, as_text
from careertrack.state.moves import ENDS, TransitionState
from careertrack.vocabulary import Stage

# house: below it a rate says more about luck than about the search, so it is not given.
FEWEST: Final = 5

METHOD: Final = "successes over settled cases, Wilson interval of 95 %"

REACHABLE: Final[tuple[Stage, ...]] = ("lead", "applied", "screening", "interviewing", "offer", "accepted")
"""The stages that can be reached, each further than the one before it."""

PASSAGES: Final[tuple[tuple[Stage, Stage], ...]] = (
    ("applied", "screening"),
    ("applied", "interviewing"),
    ("applied", "offer"),
    ("interviewing", "offer"),
    ("offer", "accepted"),
)
"""From which stage on to which one rates are given, both in the sense of *reached at least*."""


def too_few(n: int, what: str = "settled case") -> str:
    """Why there is no number yet."""
    return f"{counted(n, what)}, and a number needs {FEWEST}"


@attrs.frozen(kw_only=True)
class Rate(Shown):
    """How many of the settled cases went on from a stage to another one, or further.

    A case is settled once it went on, or ended before it did. One that the owner withdrew before
    says nothing about what others decide, and is left out.

    Args:
        start: The stage that every case reached at least.
        to: The stage that a success reached at least.
        successes: Cases that reached it.
        n: Settled cases, the successes included.
        open: Cases that are not settled.
        quiet: Those of the open ones that had no word for four weeks.
        cases: Ids of the settled cases.

    >>> print(Rate(start="applied", to="offer", successes=3, n=25))
    applied to offer: 3 of 25 (12 %), compatible with 4 to 30 %
    >>> print(Rate(start="applied", to="offer", successes=0, n=25, open=2, quiet=1))
    applied to offer: 0 of 25, still compatible with up to 13 %; 2 open, 1 of them quiet
    """

    start: Stage
    to: Stage
    successes: int
    n: int
    open: int = 0
    quiet: int = 0
    cases: tuple[str, ...] = attrs.field(default=(), repr=False)

    @property
    def value(self) -> float | None:
        """Successes over settled cases, 0 to 1; ``None`` below five cases."""
        return None if self.n < FEWEST else self.successes / self.n

    @property
    def interval(self) -> tuple[float, float]:
        """The Wilson interval of 95 %: what the true rate may well be, given so few cases."""
        return wilson_interval(self.successes, self.n)

    @property
    def bounds(self) -> tuple[float, float]:
        """The rate if none of the open cases went on, and if all of them did."""
        everything = self.n + self.open
        if not everything:
            return 0.0, 1.0
        return self.successes / everything, (self.successes + self.open) / everything

    @property
    def reason(self) -> str:
        """Why there is no value; empty where there is one."""
        return "" if self.value is not None else too_few(self.n)

    @property
    def compatible(self) -> str:
        """The interval in words: a rate of nought or of all is not taken at its word."""
        low, high = map(percent, self.interval)
        if not self.successes:
            return f"still compatible with up to {high}"
        if self.successes == self.n:
            return f"still compatible with as little as {low}"
        return f"compatible with {low.removesuffix(' %')} to {high}"

    def page(self) -> Page:
        """The passage, how many went on, and what that is compatible with, in a line."""
        return Page((*self.passage, f": {self.said()}"))

    def full_page(self) -> Page:
        """The passage, and below it the rate as a bar: filled to the least it may be, mark at what it is."""
        return Page(self.passage, [Line(self.meter())])

    @property
    def passage(self) -> tuple[str | Word, ...]:
        """From which stage on to which one."""
        return Word(self.start), " ", Word("to"), " ", Word(self.to)

    def meter(self) -> Meter:
        """The rate as a bar, between the ends of its interval."""
        return Meter(self.said(), self.value, *self.interval)

    def said(self) -> str:
        """How many went on, and what that is compatible with."""
        said = f"{self.successes} of {self.n}"
        if self.value is None:
            said += f", no rate yet: {self.reason}"
        else:
            said += f" ({percent(self.value)})" if 0 < self.value < 1 else ""
            said += f", {self.compatible}"
        if self.open:
            said += f"; {self.open} open"
            said += f", {self.quiet} of them quiet" if self.quiet else ""
        return said

    def to_dict(self) -> dict[str, Any]:
        """Plain data."""
        return {
            "start": self.start,
            "to": self.to,
            "successes": self.successes,
            "n": self.n,
            "value": self.value,
            "interval": list(self.interval),
            "bounds": list(self.bounds),
            "open": self.open,
            "quiet": self.quiet,
            "cases": list(self.cases),
            "reason": self.reason,
            "method": METHOD,
            "basis": "published",
            "source": "Wilson 1927",
        }


@attrs.frozen(kw_only=True, repr=False)
class Funnel(Shown):
    """How far some moves got.

    Args:
        total: Moves whose fate is known as far as the day.
        reached: How many reached each stage or a later one, whatever became of them.
        ended: How many ended in each way, as last recorded.
        open: How many have not ended.
        quiet: Those of the open ones that were applied for and had no word for four weeks.
        unknown: Moves whose later fate is unknown; they are in no other count.
        rates: The passages.
    """

    total: int
    reached: Mapping[Stage, int] = attrs.field(hash=False)
    ended: Mapping[Stage, int] = attrs.field(hash=False)
    open: int
    quiet: int
    unknown: int
    rates: tuple[Rate, ...]

    def rate(self, start: Stage, to: Stage) -> Rate:
        """The rate of one passage.

        Raises:
            KeyError: If no rate is given for it.
        """
        for each in self.rates:
            if (each.start, each.to) == (start, to):
                return each
        raise KeyError(f"no rate from {start!r} to {to!r}")

    @property
    def offers(self) -> Rate:
        """Offers of applications."""
        return self.rate("applied", "offer")

    def page(self) -> Page:
        """How many moves there are, and how they ended, in a line."""
        return Page(self.said())

    def full_page(self) -> Page:
        """The counts, and every rate as a bar."""
        return Page(self.said(), [self.stages(), self.passages()])

    def stages(self) -> Line:
        """How many reached each stage."""
        stages = ", ".join(f"{stage} {count}" for stage, count in self.reached.items())
        return Line((Word("reached at least"), f": {stages}"))

    def passages(self) -> Figures:
        """Every rate as a bar."""
        return Figures([Figure(each.passage, each.meter()) for each in self.rates])

    def __repr__(self) -> str:
        return f"<Funnel of {self.said()}>"

    def said(self) -> str:
        """How many moves there are, and how they ended."""
        ends = [f"{count} {end}" for end, count in self.ended.items() if count]
        said = f"{counted(self.total, 'move')}: {', '.join([*ends, f'{self.open} open'])}"
        said += f", {self.quiet} of them quiet" if self.quiet else ""
        beside = f"; {self.unknown} more of unknown fate, left out" if self.unknown else ""
        return f"{said}{beside}"

    def explain(self) -> str:
        """The counts and every rate, a line each."""
        return as_text(self.full_page())

    def to_dict(self) -> dict[str, Any]:
        """Plain data."""
        return {
            "total": self.total,
            "reached": dict(self.reached),
            "ended": dict(self.ended),
            "open": self.open,
            "quiet": self.quiet,
            "unknown": self.unknown,
            "rates": [each.to_dict() for each in self.rates],
        }


class Case(NamedTuple):
    """What the counts need of a move, found out once for all of them."""

    id: str
    height: int
    """The place in ``REACHABLE`` of the furthest stage ever reached; -1 where none was."""
    end: Stage | None
    is_quiet: bool
    is_fate_known: bool


def case(move: TransitionState) -> Case:
    """What the counts need of a move."""
    furthest = "accepted" if move.was_accepted else move.furthest
    return Case(
        id=move.transition.id,
        height=-1 if furthest is None else REACHABLE.index(furthest),
        end=move.stage if move.has_ended else None,
        is_quiet=move.is_quiet,
        is_fate_known=move.is_fate_known,
    )


def funnel(cases: Sequence[Case]) -> Funnel:
    """The funnel of some moves."""
    known = [each for each in cases if each.is_fate_known]
    ended = Counter(each.end for each in known)
    return Funnel(
        total=len(known),
        reached={stage: sum(each.height >= place for each in known) for place, stage in enumerate(REACHABLE)},
        ended={end: ended[end] for end in ENDS},
        open=ended[None],
        quiet=sum(each.is_quiet for each in known),
        unknown=len(cases) - len(known),
        rates=tuple(rate(start, to, known) for start, to in PASSAGES),
    )


def rate(start: Stage, to: Stage, cases: Iterable[Case]) -> Rate:
    """The rate of one passage; what is of unknown fate stays out."""
    first, last = REACHABLE.index(start), REACHABLE.index(to)
    tried = [each for each in cases if each.is_fate_known and each.height >= first]
    left = [each for each in tried if each.height < last and each.end is None]
    settled = [each for each in tried if each.height >= last or each.end not in (None, "withdrawn")]
    return Rate(
        start=start,
        to=to,
        successes=sum(each.height >= last for each in settled),
        n=len(settled),
        open=len(left),
        quiet=sum(each.is_quiet for each in left),
        cases=tuple(each.id for each in settled),
    )


def split(cases: Iterable[Case], names: Iterable[str | None]) -> dict[str, Funnel]:
    """A funnel for each name that cases go by; an empty text stands for those that have none.

    The largest come first, and those of one size in the order of their text.
    """
    groups: dict[str, list[Case]] = {}
    for each, name in zip(cases, names, strict=True):
        groups.setdefault(name or "", []).append(each)
    return {name: funnel(groups[name]) for name in sorted(groups, key=lambda n: (-len(groups[n]), n))}
