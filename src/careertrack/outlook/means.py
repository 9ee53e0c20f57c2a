"""What the rate so far, the pace and the runway say of the offers still to come."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

import attrs

from careertrack.days import DAYS_PER
from careertrack.methods import attempts_needed, chance_within
from careertrack.moment import Moment
from careertrack.outlook.funnel import FEWEST, Rate, too_few
from careertrack.outlook.words import counted, percent
from careertrack.page import Figure, Page, Shown, Word
from careertrack.records.moves import Step
from careertrack.score import Score

CHANCES: Final = (0.5, 0.8, 0.9)  # house: as likely as not, likely, very likely
PACE_DAYS: Final = 84  # house: twelve weeks, so that a quiet week or a busy one does not decide
SHORTEST_PACE_DAYS: Final = 28  # house: the burst of a first week is no pace yet
WEEK: Final = DAYS_PER["week"]
JEFFREYS: Final = "beta-binomial with the prior of Jeffreys 1946"


@attrs.frozen(kw_only=True)
class Needed(Shown):
    """How many more applications it takes, at the rate so far.

    Silence is no answer, yet an application that has had no word for four weeks seldom becomes an
    offer: here, and in the chance below, it counts as a no (*house*).  Were it left out, a person
    who writes down offers and no rejections would be promised far too much.

    Args:
        offers: Offers so far.
        n: Applications they came from: the settled ones and those gone quiet.
        quiet: Those gone quiet.
        applications: How many for each chance of one offer at least; empty where it is not known.
        reason: Why it is not known; empty where it is.
    """

    offers: int
    n: int
    quiet: int = 0
    applications: Mapping[float, int] = attrs.field(factory=dict, hash=False)
    reason: str = ""

    @property
    def basis(self) -> str:
        """What the rate rests on, in words."""
        said = f"{counted(self.offers, 'offer')} in {counted(self.n, 'application')}"
        return f"{said}, {self.quiet} gone quiet counted as a no" if self.quiet else said

    def page(self) -> Page:
        """How many for each chance, and what they rest on, in a line."""
        name, said = self._said()
        return Page((name, f": {said}"))

    def figure(self) -> Figure:
        """The same among other numbers."""
        return Figure(*self._said())

    def _said(self) -> tuple[Word, str]:
        if not self.applications:
            return Word("applications needed for an offer"), f"not known; {self.reason}"
        each = [f"{count} for {percent(chance)}" for chance, count in self.applications.items()]
        return Word("applications needed for a chance of an offer"), f"{', '.join(each)}; from {self.basis}"

    def to_dict(self) -> dict[str, Any]:
        """Plain data."""
        return {
            "offers": self.offers,
            "n": self.n,
            "quiet": self.quiet,
            "applications": [[chance, count] for chance, count in self.applications.items()],
            "reason": self.reason,
            "method": JEFFREYS,
            "basis": "published",
            "source": "Jeffreys 1946",
        }


def needed(offers: Rate) -> Needed:
    """How many more applications it takes, by the rate of offers so far."""
    n = offers.n + offers.quiet
    so_far = Needed(offers=offers.successes, n=n, quiet=offers.quiet)
    if n < FEWEST:
        return attrs.evolve(so_far, reason=too_few(n, "settled application"))
    if not offers.successes:
        compatible = attrs.evolve(offers, n=n).compatible
        return attrs.evolve(so_far, reason=f"{so_far.basis}, {compatible}")
    counts = ((chance, attempts_needed(offers.successes, n, chance)) for chance in CHANCES)
    return attrs.evolve(so_far, applications={chance: count for chance, count in counts if count is not None})


@attrs.frozen(kw_only=True)
class Pace:
    """How many applications a week.

    Args:
        applications: Steps to ``applied`` in those days, whatever came of them.
        days: The last twelve weeks, or the days since the first application; four weeks at least.
    """

    applications: int
    days: int

    @property
    def per_week(self) -> float:
        """Applications a week."""
        return self.applications * WEEK / self.days

    def __str__(self) -> str:
        sent, weeks = counted(self.applications, "application"), self.days / WEEK
        return f"{sent} in {weeks:.3g} weeks, {self.per_week:.2g} a week"

    def to_dict(self) -> dict[str, Any]:
        """Plain data."""
        return {"applications": self.applications, "days": self.days, "per_week": self.per_week}


def pace(now: Moment) -> Pace:
    """The applications of the last twelve weeks, the day itself included."""
    applied = [step.on for step in now.facts(Step) if step.stage == "applied"]
    known = (now.day - applied[0]).days + 1 if applied else PACE_DAYS
    days = min(max(known, SHORTEST_PACE_DAYS), PACE_DAYS)
    return Pace(applications=sum((now.day - on).days < days for on in applied), days=days)


def chance(now: Moment, so_far: Needed, going: Pace) -> Score:
    """The chance of an offer out of the applications still to come before the runway ends."""
    method = "chance of one offer or more, at the present pace"
    runway = now.runway
    until = runway.until if runway is not None else None
    if runway is None or until is None:
        reason = "no runway is stated" if runway is None else "as stated, the savings are never used up"
        return attrs.evolve(Score.not_asked(reason, method=method), source=JEFFREYS)
    reason = so_far.reason
    if until <= now.day:
        reason = f"the runway stated on {runway.runway.on} ended on {until}"
    elif not reason and not going.applications:
        reason = f"no application in the last {PACE_DAYS // WEEK} weeks, so there is no pace to go by"
    attempts = max((until - now.day).days, 0) * going.applications // going.days
    value = None if reason else chance_within(so_far.offers, so_far.n, attempts)
    if value is None:
        return Score.unknown(reason, method=method, source=JEFFREYS)
    said = f"{counted(attempts, 'application')} still to come by {until}, at {going.per_week:.2g} a week"
    return Score.of(
        value,
        n=so_far.n,
        method=method,
        source=JEFFREYS,
        reason=f"{said}; {so_far.basis}",
        records=[runway.runway],
    )
