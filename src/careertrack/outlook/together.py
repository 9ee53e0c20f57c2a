"""What the odds say on a day: what others decide, how long they take, and how long the means last."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Final

import attrs

from careertrack.days import months_between
from careertrack.moment import Moment
from careertrack.outlook.funnel import METHOD as RATE_METHOD
from careertrack.outlook.funnel import Funnel, case, funnel, rate, split
from careertrack.outlook.means import JEFFREYS, Needed, Pace, chance, needed, pace
from careertrack.outlook.waiting import METHOD as WAIT_METHOD
from careertrack.outlook.waiting import Waiting, waiting
from careertrack.outlook.words import counted, percent
from careertrack.page import Block, Figure, Figures, Items, Line, Page, Section, Shown, Word
from careertrack.page.scores import how_of, meter
from careertrack.progress.schedule import schedules
from careertrack.score import Score
from careertrack.state.self import RunwayState

__all__ = ["Outlook"]

READS: Final = frozenset({"transition", "step", "offer", "runway", "conversation"})
"""The kinds of record that the value is worked out from, and no others."""

MOST_GROUPS: Final = 10  # house: as many lines as one reads; the data has them all


@attrs.frozen(kw_only=True, repr=False)
class Outlook(Shown):
    """What the odds say on a day.

    It speaks of what others decide.  It takes nothing from what was practised, and practice takes
    nothing from it.  No number here is a promise.

    Args:
        day: The day it speaks of.
        funnel: How far all moves got.
        by_channel: The same for each channel; an empty text where none is stated.
        by_sent: The same for what was first sent, such as which CV, in the person's own words.
        by_type: The same for each kind of move.
        needed: How many more applications an offer takes.
        waiting: How long an answer takes, and who has gone quiet.
        runway: How long the means last, as last stated; ``None`` if nothing was.
        pace: How many applications a week.
        chance: The chance of an offer before the runway ends, at that pace.
        forecasts: The day each open goal with a schedule will be reached at its present pace;
            ``None`` where that cannot be told.

    >>> import careertrack as ct
    >>> plan = ct.Plan() + ct.Transition(id="lead", on="2026-01-05", channel="referral")
    >>> plan += ct.Step(on="2026-01-06", transition="lead", stage="applied")
    >>> print(outlook(plan.as_of("2026-03-01")).headline())
    1 application, 0 offers; no rate yet: 0 settled cases, and a number needs 5
    """

    day: date
    funnel: Funnel
    by_channel: Mapping[str, Funnel] = attrs.field(hash=False)
    by_sent: Mapping[str, Funnel] = attrs.field(hash=False, repr=False)
    by_type: Mapping[str, Funnel] = attrs.field(hash=False)
    needed: Needed
    waiting: Waiting
    runway: RunwayState | None
    pace: Pace
    chance: Score
    forecasts: Mapping[str, date | None] = attrs.field(factory=dict, hash=False)

    @property
    def value(self) -> float | None:
        """The chance of an offer before the runway ends, 0 to 1; ``None`` where it is not known."""
        return self.chance.value

    def headline(self) -> str:
        """The rate and the chance in a sentence, with how many cases they rest on."""
        offers = self.funnel.offers
        said = (
            f"{counted(self.funnel.reached['applied'], 'application')}, {counted(offers.successes, 'offer')}"
        )
        if offers.value is None:
            said += f"; no rate yet: {offers.reason}"
        else:
            said += f"; {offers.successes} of {offers.n} settled, {offers.compatible}"
        if self.value is not None and self.runway is not None:
            said += (
                f"; an offer by {self.runway.until}, at {self.pace.per_week:.2g} applications a week: "
                f"{percent(self.value)}, from {counted(self.chance.n, 'case')}"
            )
        return said

    def explain(self) -> str:
        """Everything it says, in lines to read."""
        return self.text()

    def page(self) -> Page:
        """How far the moves got, how long answers take, what may come of it, and the methods."""
        return Page((Word("outlook"), f" on {self.day}"), [*self.blocks()])

    def blocks(self, *, sent: bool = True) -> Iterator[Block]:
        """The page without its title.

        Args:
            sent: Whether to tell apart what was sent, which the person has words of their own for.
        """
        yield from (Line(self.funnel.said()), self.funnel.stages(), self.funnel.passages())
        for title, groups in (
            ("by channel", self.by_channel),
            ("by what was sent", self.by_sent if sent else {}),
            ("by kind of move", self.by_type),
        ):
            if set(groups) - {""}:  # else there is nothing to tell apart
                items = [f"{name or 'not stated'}: {_told(group)}" for name, group in groups.items()]
                yield Section(Word(title), [Items(items, MOST_GROUPS)])
        yield Section(Word("answers"), [Line(self.waiting.said()), *self.waiting.expected()])
        yield Section(Word("offers to come"), [Figures([*self._ahead()])])
        methods = f": {RATE_METHOD} [published]; {WAIT_METHOD} [borrowed]; {JEFFREYS} [published]"
        yield Line((Word("methods"), methods))

    def _ahead(self) -> Iterator[Figure]:
        yield self.needed.figure()
        yield Figure(Word("pace"), str(self.pace))
        yield Figure(Word("runway"), self._means())
        said = "; ".join(filter(None, [self.chance.headline(), how_of(self.chance)]))
        yield Figure(Word("an offer before the runway ends"), meter(self.chance, said))
        if self.forecasts:
            each = (f"{goal} {finish or 'not known'}" for goal, finish in self.forecasts.items())
            yield Figure(Word("goals reached at the present pace"), ", ".join(each))

    def _means(self) -> str:
        if self.runway is None:
            return "not stated"
        stated = f"stated on {self.runway.runway.on}"
        until = self.runway.until
        if until is None:
            return f"never used up, as {stated}"
        if until <= self.day:
            return f"ended on {until}, as {stated}"
        return f"until {until}, {months_between(self.day, until):.1f} months from this day, as {stated}"

    def __repr__(self) -> str:
        return f"<Outlook on {self.day}: {self.headline()}>"

    def to_dict(self) -> dict[str, Any]:
        """Plain data."""
        runway = self.runway
        until = runway.until if runway is not None else None
        return {
            "day": self.day.isoformat(),
            "value": self.value,
            "headline": self.headline(),
            "funnel": self.funnel.to_dict(),
            "by_channel": {name: each.to_dict() for name, each in self.by_channel.items()},
            "by_sent": {name: each.to_dict() for name, each in self.by_sent.items()},
            "by_type": {name: each.to_dict() for name, each in self.by_type.items()},
            "needed": self.needed.to_dict(),
            "waiting": self.waiting.to_dict(),
            "runway": None
            if runway is None
            else {
                "stated": runway.runway.on.isoformat(),
                "months": runway.months,
                "until": until.isoformat() if until is not None else None,
            },
            "pace": self.pace.to_dict(),
            "chance": self.chance.to_dict(),
            "forecasts": {
                goal: None if finish is None else finish.isoformat()
                for goal, finish in self.forecasts.items()
            },
        }


def _told(group: Funnel) -> str:
    return f"{group}; {group.rate('applied', 'screening')}"


def outlook(now: Moment) -> Outlook:
    """The outlook of a day."""
    moves = list(now.transitions.values())
    cases = [case(move) for move in moves]
    overall = funnel(cases)
    so_far, going = needed(overall.offers), pace(now)
    return Outlook(
        day=now.day,
        funnel=overall,
        by_channel=split(cases, (move.transition.channel for move in moves)),
        by_sent=split(cases, (move.sent for move in moves)),
        by_type=split(cases, (move.transition.type for move in moves)),
        needed=so_far,
        waiting=waiting(moves, now.day),
        runway=now.runway,
        pace=going,
        chance=chance(now, so_far, going),
        forecasts={goal: each.finish for goal, each in now.once(schedules).items()},
    )


def chance_of_offer(now: Moment) -> Score:
    """The chance of an offer before the runway ends, without the rest of the outlook.

    What a history asks of every day: it gives the `Outlook.chance` of the day.
    """
    offers = rate("applied", "offer", (case(move) for move in now.transitions.values()))
    return chance(now, needed(offers), pace(now))
