"""The person: positions held, interests, priorities, reflections, means."""

from collections.abc import Iterator, Sequence
from typing import ClassVar, final

import attrs

from careertrack.record import Fact, Part, Timeless
from careertrack.values import Money
from careertrack.vocabulary import (
    Amount,
    Balance,
    ContactId,
    Day,
    Force,
    Mark,
    Note,
    Occupation,
    PartDay,
    Pay,
    PayPeriod,
    Private,
    Title,
    WeekMinutes,
    maybe_day,
    maybe_money,
    maybe_part_day,
    maybe_ref,
    money,
    texts,
)


@final
@attrs.frozen(kw_only=True, repr=False)
class Position(Timeless):
    """A job, a course of study, a time of caring or a break of the owner's own.

    Args:
        type: What sort of time it was.
        title: The title held; the id is made from it when none is given.
        organization: Where, by name; matched with organizations on name or alias.
        manager: The contact reported to.
        started: First day, known to the year, month or day, kept as written.
        ended: Last day, likewise; none while it lasts.
        why_ended: Why it ended, in the person's words.
        story: How the person tells it when asked.
        pay: Gross pay for each ``pay_per``.
        pay_per: The period of that pay.
        liking: How much it was liked, -2 to 2.

    Raises:
        InvalidValue: If a field breaks its rule, or it ends before it starts.

    >>> Position(title="Data analyst", organization="Initech", started="2021-04").id
    'data-analyst'
    """

    kind: ClassVar = "position"
    id_from: ClassVar = "title"

    type: Occupation = "job"
    title: Title | None = None
    organization: Title | None = None
    manager: ContactId | None = attrs.field(default=None, converter=maybe_ref)
    started: PartDay | None = attrs.field(default=None, converter=maybe_part_day)
    ended: PartDay | None = attrs.field(default=None, converter=maybe_part_day)
    why_ended: Note | None = None
    story: Note | None = None
    pay: Pay | None = attrs.field(default=None, converter=maybe_money)
    pay_per: PayPeriod = "year"
    liking: Mark | None = None

    def rules(self) -> Iterator[tuple[str, str]]:
        if self.started and self.ended and self.ended < self.started[: len(self.ended)]:
            yield "ended", f"no earlier than {{at}}.started, {self.started}"


@final
@attrs.frozen(kw_only=True, repr=False)
class Interests(Part):
    """The six RIASEC interests (Holland), all on one scale.

    Args:
        realistic: Working with things, tools, outdoors.
        investigative: Finding out.
        artistic: Making something new.
        social: Helping, teaching.
        enterprising: Leading, persuading.
        conventional: Ordering, keeping.
        low: The scale's lowest value.
        high: The scale's highest; O*NET's scale runs from 1 to 7.

    >>> Interests(realistic=2, investigative=6, artistic=4, social=3, enterprising=3, conventional=5).letters
    'ICA'
    """

    realistic: Amount
    investigative: Amount
    artistic: Amount
    social: Amount
    enterprising: Amount
    conventional: Amount
    low: Amount = 1.0
    high: Amount = 7.0

    @property
    def scores(self) -> dict[str, float]:
        """The six values by their letter, in the order R I A S E C."""
        names = ("realistic", "investigative", "artistic", "social", "enterprising", "conventional")
        return {name[0].upper(): getattr(self, name) for name in names}

    @property
    def letters(self) -> str:
        """The three highest letters, highest first; ties in the order R I A S E C."""
        return "".join(sorted(self.scores, key=lambda letter: -self.scores[letter])[:3])

    def rules(self) -> Iterator[tuple[str, str]]:
        if not self.low < self.high:
            yield "high", f"above {{at}}.low, {self.low:g}"
        else:
            for name in ("realistic", "investigative", "artistic", "social", "enterprising", "conventional"):
                if not self.low <= getattr(self, name) <= self.high:
                    yield name, f"a number from {self.low:g} to {self.high:g}, this profile's scale"


@final
@attrs.frozen(kw_only=True, repr=False)
class InterestProfile(Fact):
    """The owner's RIASEC interests, as found on a day; one a day.

    Args:
        interests: The six, on one scale.

    >>> profile = InterestProfile(on="2026-01-05", interests=Interests(
    ...     realistic=2, investigative=6, artistic=4, social=3, enterprising=3, conventional=5))
    >>> profile.interests.letters
    'ICA'
    """

    kind: ClassVar = "interest-profile"
    subject: ClassVar = ()

    interests: Interests


@final
@attrs.frozen(kw_only=True, repr=False)
class Need(Part):
    """What a position must, should or must not bring.

    Args:
        criterion: Of what: pay, commute, remote days, travel.
        force: ``must``, ``want`` or ``must-not``.
        at_least: Lowest value that will do, in ``unit``.
        at_most: Highest value that will do, in ``unit``.
        unit: Of the two bounds.

    >>> Need(criterion="remote days", force="must", at_least=2, unit="days a week").at_least
    2.0
    """

    criterion: Title
    force: Force = "want"
    at_least: Amount | None = None
    at_most: Amount | None = None
    unit: Title | None = None

    def rules(self) -> Iterator[tuple[str, str]]:
        if self.at_least is not None and self.at_most is not None and self.at_most < self.at_least:
            yield "at_most", f"no less than {{at}}.at_least, {self.at_least:g}"


@final
@attrs.frozen(kw_only=True, repr=False)
class Priorities(Fact):
    """What matters from this day: motivators ranked, and needs; one a day.

    Args:
        motivators: What gets the person out of bed, most important first.
        needs: What a position must, should or must not bring.

    >>> Priorities(on="2026-01-05", motivators=["learning", "pay"]).motivators
    ('learning', 'pay')
    """

    kind: ClassVar = "priorities"
    subject: ClassVar = ()

    motivators: Sequence[Title] = attrs.field(default=(), converter=texts)
    needs: Sequence[Need] = ()

    def rules(self) -> Iterator[tuple[str, str]]:
        if len(set(self.motivators)) < len(self.motivators):
            yield "motivators", "ranked once each"


@final
@attrs.frozen(kw_only=True, repr=False)
class Reflection(Fact):
    """How an activity, or the week, felt; or a decision to look back on.

    Args:
        activity: What it is about; the week when left out.
        energy: Drained -2 to charged 2.
        engagement: Bored -2 to absorbed 2.
        confidence: -2 to 2.
        hope: -2 to 2.
        went_well: What went well.
        decision: What was decided, and what is expected of it.
        look_back: The day to compare the decision with what came of it.

    Raises:
        InvalidValue: If it says nothing at all, or looks back on no decision.

    >>> Reflection(on="2026-01-09", activity="workshop", energy=2).energy
    2
    """

    kind: ClassVar = "reflection"
    schema_of_rules: ClassVar = {"dependentRequired": {"look_back": ["decision"]}}
    any_of: ClassVar = ("energy", "engagement", "confidence", "hope", "went_well", "decision")

    activity: Private | None = None
    energy: Mark | None = None
    engagement: Mark | None = None
    confidence: Mark | None = None
    hope: Mark | None = None
    went_well: Note | None = None
    decision: Note | None = None
    look_back: Day | None = attrs.field(default=None, converter=maybe_day)

    def rules(self) -> Iterator[tuple[str, str]]:
        if self.look_back is not None and self.decision is None:
            yield "look_back", "given with a decision"
        elif self.look_back is not None and self.look_back <= self.on:
            yield "look_back", f"after {{at}}.on, {self.on}"


@final
@attrs.frozen(kw_only=True, repr=False)
class Capacity(Fact):
    """The time and money that the person gives this from a day on; one a day.

    Args:
        minutes: Minutes a week, 0 to 10,080.
        training_budget: Money for training, a year.

    >>> Capacity(on="2026-01-05", minutes=300).minutes
    300
    """

    kind: ClassVar = "capacity"
    subject: ClassVar = ()
    any_of: ClassVar = ("minutes", "training_budget")

    minutes: WeekMinutes | None = None
    training_budget: Pay | None = attrs.field(default=None, converter=maybe_money)


@final
@attrs.frozen(kw_only=True, repr=False)
class Runway(Fact):
    """What there is to live on from a day; one a day, all in one currency.

    Args:
        savings: What is there on the day; negative for debt.
        spending: A month.
        income: A month, from whatever source.
        income_until: Last day of that income; none while it lasts.

    >>> Runway(on="2026-01-05", savings="40000 EUR", spending="4100 EUR").savings
    Money('40000 EUR')
    """

    kind: ClassVar = "runway"
    subject: ClassVar = ()
    schema_of_rules: ClassVar = {"dependentRequired": {"income_until": ["income"]}}

    savings: Balance = attrs.field(converter=money)
    spending: Pay = attrs.field(converter=money)
    income: Pay | None = attrs.field(default=None, converter=maybe_money)
    income_until: Day | None = attrs.field(default=None, converter=maybe_day)

    def rules(self) -> Iterator[tuple[str, str]]:
        for name in ("spending", "income"):
            given: Money | None = getattr(self, name)
            if given is not None and given.currency != self.savings.currency:
                yield name, f"in the currency of {{at}}.savings, {self.savings.currency}"
        if self.income_until is not None and self.income is None:
            yield "income_until", "given with an income"
