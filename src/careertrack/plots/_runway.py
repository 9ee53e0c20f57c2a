"""How long the means last, beside how long answers and offers take."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from math import ceil
from typing import TYPE_CHECKING, Final, NamedTuple

from careertrack.days import months_between, plus_days
from careertrack.outlook import Outlook, Waiting
from careertrack.outlook.words import counted, percent
from careertrack.plots._style import (
    GREEN,
    ORANGE,
    accent,
    axes,
    day_axis,
    entitle,
    ground,
    ink,
    key,
    mark,
    meant,
    number,
    numbers,
    rows,
    span,
    tint,
    wrapped,
    write,
)
from careertrack.review import Review

if TYPE_CHECKING:
    from matplotlib.axes import Axes

SHARES: Final = (0.25, 0.5, 0.75)  # of the applications: the middle half of the waits, and its middle
SLACK: Final = 1e-9  # what rounding may leave of a share
FEWEST_SHOWN: Final = 84  # days, however soon the means end: the twelve weeks that the pace is taken from
MOST_TIMES: Final = 3  # as long as the means last: what takes longer is told in words
LONGEST_WORDS: Final = 100  # on a line
ANSWERED: Final = "answered"
CHANCE: Final = "chance of an offer"


class _Lane(NamedTuple):
    """When something may be expected: days by the share of the cases, or by the chance; and in words."""

    days: Mapping[float, date]
    what: str
    said: str


def runway(review: Review, *, ax: Axes | None = None) -> Axes:
    """How long the means last, beside how long an answer takes, and an offer at the present pace.

    The waits are those so far, the unanswered counted for as long as they have waited.  The offers are
    counted from the applications that it takes for a chance of 50, 80 and 90 %, sent at the pace of the
    last twelve weeks.  None of it is a promise; where there are too few cases, words say so.

    Args:
        review: A review.
        ax: The axes to draw in; those of a new figure when left out.

    Returns:
        The axes.

    Raises:
        InvalidValue: If it is given anything else than a review.
        MissingExtra: If Matplotlib is not installed.

    >>> import careertrack as ct
    >>> from careertrack import plots
    >>> plan = ct.Plan() + ct.Runway(on="2026-01-05", savings="24000 EUR", spending="2000 EUR")
    >>> ax = plots.runway(plan.review("2026-02-05"))
    >>> [text.get_text() for text in ax.texts][0]
    'until 2027-01-05, 11.0 months from this day, as stated on 2026-01-05'
    """
    meant("review", review, Review, "a review, as plan.review(day) gives")
    ax = axes(ax, 3.6)
    outlook = review.outlook
    until = None if outlook.runway is None else outlook.runway.until
    entitle(ax, f"Runway on {review.day}", _chance(outlook))
    answers, offers = _answers(outlook), _offers(outlook)
    last = _last_shown(review.day, until, [*answers.days.values(), *offers.days.values()])
    rows(ax, ["means", "first answer", "offer"])
    day_axis(ax, review.day, last)

    if outlook.runway is not None and (until is None or until > review.day):
        end = last if until is None else until
        hatch = "..." if until is None else ""
        label = "how long the means last"
        span(ax, 0, number(review.day), number(end), label, hatch=hatch, **tint(GREEN, 0.55))
    if until is not None and until >= review.day:
        ax.axvline(number(until), linestyle="--", color=ink(0.7), label="the means end")
    _write(ax, 0, review.day, _means(outlook), below=bool(ax.containers))
    _draw(ax, 1, answers, review.day, accent(), "")
    _draw(ax, 2, offers, review.day, ORANGE, "///")
    key(ax, 2)
    return ax


def _last_shown(day: date, until: date | None, days: list[date]) -> date:
    """The last day on the axis: all that is known, unless that lies far beyond the means."""
    means = FEWEST_SHOWN if until is None else max((until - day).days, FEWEST_SHOWN)
    known = max([day, *days] if until is None else [until, *days])
    return max(plus_days(day, FEWEST_SHOWN), min(known, plus_days(day, MOST_TIMES * means)))


# --- What is drawn -------------------------------------------------------------------------------


def _draw(ax: Axes, row: int, lane: _Lane, day: date, color: str, hatch: str) -> None:
    """A band from the first of the days to the last, the one in the middle marked."""
    if lane.days:
        shares, places = list(lane.days), numbers(lane.days.values())
        band = f"{percent(shares[0])} to {percent(shares[-1])} {lane.what}"
        span(ax, row, places[0], places[-1], band, hatch=hatch, **tint(color, 0.55))
        middle = len(shares) // 2
        mark(ax, places[middle], row, "D", color, f"{percent(shares[middle])} {lane.what}")
    _write(ax, row, day, lane.said, below=bool(lane.days))


def _write(ax: Axes, row: int, day: date, words: str, *, below: bool) -> None:
    """Words below the bar of a row, or in its place where there is none."""
    place, va = (row + 0.27, "top") if below else (row, "center")
    said = wrapped(words, LONGEST_WORDS)
    write(ax, number(day), place, said, va=va, fontsize="small", bbox=ground(ax))


# --- What is known -------------------------------------------------------------------------------


def _chance(outlook: Outlook) -> str:
    """The chance of an offer before the means end, or why it is not known."""
    if outlook.value is None or outlook.runway is None:
        return outlook.chance.reason
    pace = f"at {outlook.pace.per_week:.2g} applications a week"
    cases = counted(outlook.chance.n, "case")
    return f"an offer by {outlook.runway.until}, {pace}: {percent(outlook.value)}, from {cases}"


def _means(outlook: Outlook) -> str:
    if outlook.runway is None:
        return "not stated"
    stated, until = f"as stated on {outlook.runway.runway.on}", outlook.runway.until
    if until is None:
        return f"never used up, {stated}"
    if until <= outlook.day:
        return f"ended on {until}, {stated}"
    return f"until {until}, {months_between(outlook.day, until):.1f} months from this day, {stated}"


def _answers(outlook: Outlook) -> _Lane:
    """By when a quarter, half and three quarters of the applications of this day may have an answer."""
    waits = {share: days for share in SHARES if (days := _wait(outlook.waiting, share)) is not None}
    if not waits:
        return _Lane({}, ANSWERED, str(outlook.waiting))
    largest = {days: share for share, days in waits.items()}
    within = ", ".join(f"{percent(share)} within {days:g}" for days, share in largest.items())
    said = f"{within} days of applying; {outlook.waiting.answered} of {outlook.waiting.n} answered so far"
    by_when = {share: plus_days(outlook.day, ceil(days)) for share, days in waits.items()}
    return _Lane(by_when, ANSWERED, said)


def _wait(waiting: Waiting, share: float) -> float | None:
    """The days by which a share of the applications has an answer, whichever it is."""
    steps = sorted({days for curve in (waiting.goes_on, waiting.rejected) for days, _ in curve})
    return next((days for days in steps if sum(waiting.by(days) or ()) >= share - SLACK), None)


def _offers(outlook: Outlook) -> _Lane:
    """By when enough applications are sent for each chance of an offer, at the present pace."""
    needed, pace = outlook.needed, outlook.pace
    if not needed.applications:
        return _Lane({}, CHANCE, f"not known; {needed.reason}")
    counts = ", ".join(f"{percent(chance)} with {count}" for chance, count in needed.applications.items())
    if not pace.applications:
        return _Lane({}, CHANCE, f"{counts} applications; none was sent in the last 12 weeks")
    by_when = {
        chance: plus_days(outlook.day, ceil(count * pace.days / pace.applications))
        for chance, count in needed.applications.items()
    }
    return _Lane(by_when, CHANCE, f"{counts} more applications, at {pace.per_week:.2g} a week")
