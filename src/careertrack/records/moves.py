"""Possible moves, the stages they reach, and offers."""

from collections.abc import Iterator, Sequence
from typing import ClassVar, Final, final, get_args

import attrs

from careertrack.record import Dated, Fact, Part
from careertrack.vocabulary import (
    Channel,
    ContactId,
    Day,
    EventId,
    Link,
    Move,
    Pay,
    PayPeriod,
    Points,
    Private,
    RoleId,
    Stage,
    Title,
    TransitionId,
    maybe_day,
    maybe_money,
    maybe_ref,
    ref,
)

STAGES: Final[tuple[Stage, ...]] = get_args(Stage)


@final
@attrs.frozen(kw_only=True, repr=False)
class Transition(Dated):
    """A possible move: a position elsewhere, another department, a promotion, going independent, a break.

    Args:
        type: What sort of move.
        title: What it is called; the id is made from it when none is given.
        role: The role that it would be.
        organization: Where, by name.
        channel: How it came up, an open word.
        contact: Through whom.
        event: Through which event.
        link: The posting.
        location: Where the work is.
        pay_from: Lowest pay named, for each ``pay_per``.
        pay_to: Highest pay named.
        pay_per: The period of that pay.
        closes: Last day to apply.

    Raises:
        InvalidValue: If a field breaks its rule, or the pay range is none.

    >>> Transition(on="2026-02-02", title="Data lead at Initech", organization="Initech").id
    'data-lead-at-initech'
    """

    kind: ClassVar = "transition"
    id_from: ClassVar = "title"

    type: Move = "external"
    title: Title | None = None
    role: RoleId | None = attrs.field(default=None, converter=maybe_ref)
    organization: Title | None = None
    channel: Channel | None = None
    contact: ContactId | None = attrs.field(default=None, converter=maybe_ref)
    event: EventId | None = attrs.field(default=None, converter=maybe_ref)
    link: Link | None = None
    location: Title | None = None
    pay_from: Pay | None = attrs.field(default=None, converter=maybe_money)
    pay_to: Pay | None = attrs.field(default=None, converter=maybe_money)
    pay_per: PayPeriod = "year"
    closes: Day | None = attrs.field(default=None, converter=maybe_day)

    def rules(self) -> Iterator[tuple[str, str]]:
        if self.pay_from is not None and self.pay_to is not None:
            if self.pay_from.currency != self.pay_to.currency:
                yield "pay_to", f"in the currency of {{at}}.pay_from, {self.pay_from.currency}"
            elif self.pay_to.amount < self.pay_from.amount:
                yield "pay_to", f"no less than {{at}}.pay_from, {self.pay_from}"


@final
@attrs.frozen(kw_only=True, repr=False)
class Step(Fact):
    """A transition enters a stage.

    Args:
        transition: Which one.
        stage: The stage it enters; any stage may follow any.
        label: What people call it there: "second round".
        sent: What was sent, such as which CV.
        tracked: False when nothing is known of what came later, as after an import.

    >>> Step(on="2026-02-03", transition="data-lead-at-initech", stage="applied", sent="CV 4").stage
    'applied'
    """

    kind: ClassVar = "step"

    transition: TransitionId = attrs.field(converter=ref)
    stage: Stage
    label: Private | None = None
    sent: Private | None = None
    tracked: bool = True

    def place(self) -> str:
        # Steps of one transition on one day follow the order of the stages, ends last.
        return f"{self.transition}\0{STAGES.index(self.stage)}\0{self.id or ''}"


@final
@attrs.frozen(kw_only=True, repr=False)
class Rating(Part):
    """How an offer does on one criterion, 0 to 10.

    Args:
        criterion: Such as learning, commute, people.
        value: 0 to 10.

    >>> Rating(criterion="learning", value=8).value
    8.0
    """

    criterion: Title
    value: Points


@final
@attrs.frozen(kw_only=True, repr=False)
class Offer(Fact):
    """What was offered.

    Args:
        transition: For which move.
        pay: For each ``pay_per``.
        pay_per: The period of that pay.
        ratings: By criterion, 0 to 10, each criterion once.
        answer_by: The day to answer by.

    Raises:
        InvalidValue: If a field breaks its rule, or the answer was due before the offer.

    >>> Offer(on="2026-03-02", transition="data-lead-at-initech", pay="72000 EUR", answer_by="2026-03-09").pay
    Money('72000 EUR')
    """

    kind: ClassVar = "offer"

    transition: TransitionId = attrs.field(converter=ref)
    pay: Pay | None = attrs.field(default=None, converter=maybe_money)
    pay_per: PayPeriod = "year"
    ratings: Sequence[Rating] = ()
    answer_by: Day | None = attrs.field(default=None, converter=maybe_day)

    def rules(self) -> Iterator[tuple[str, str]]:
        if len({each.criterion for each in self.ratings}) < len(self.ratings):
            yield "ratings", "a list that names each criterion once"
        if self.answer_by is not None and self.answer_by < self.on:
            yield "answer_by", f"no earlier than {{at}}.on, {self.on}"
