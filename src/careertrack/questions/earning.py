"""What is paid now, and what would be: each in its own currency and period, never counted together."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any, Literal

import attrs

from careertrack.moment import Moment
from careertrack.pillars.change.means import EARNING
from careertrack.pillars.change.offers import open_offers
from careertrack.questions.pay import said
from careertrack.records.moves import Offer
from careertrack.values import Money
from careertrack.vocabulary import PayPeriod

__all__ = ["Earning"]

Source = Literal["position", "accepted", "offer"]


@attrs.frozen(kw_only=True)
class Earning:
    """What a position pays, or would pay.

    Args:
        source: Whether it is a position held, an offer accepted, or an open offer.
        id: Id of the position, or of the transition that the offer is for.
        pay: How much for each ``per``; ``None`` where it is not written down.
        per: The period of the pay.
    """

    source: Source
    id: str
    pay: Money | None
    per: PayPeriod

    def __str__(self) -> str:
        amount = "not written down" if self.pay is None else said(self.pay, self.per)
        return f"{amount} ({self.source} {self.id})"

    def to_dict(self) -> dict[str, Any]:
        """Plain data."""
        return {
            "source": self.source,
            "id": self.id,
            "pay": None if self.pay is None else str(self.pay),
            "per": self.per,
        }


def earnings(now: Moment) -> Iterator[Earning]:
    """What is paid now, what was accepted and has not begun, and the best of the open offers."""
    for id, held in now.positions.items():
        position = held.position
        if held.is_current and (position.pay is not None or position.type in EARNING):
            yield Earning(source="position", id=id, pay=position.pay, per=position.pay_per)
    for id, state in now.transitions.items():
        if state.stage == "accepted" and not _has_begun(now, state.steps[-1].on.isoformat()):
            yield _of(state.offers[-1] if state.offers else None, "accepted", id)
    yield from _best(now)


def _has_begun(now: Moment, day: str) -> bool:
    """Whether a position began on a day or later; one known in part counts where it may have."""
    starts = [state.position.started for state in now.positions.values()]
    return any(start is not None and start >= day[: len(start)] for start in starts)


def _of(offer: Offer | None, source: Source, id: str) -> Earning:
    """What an offer says of pay; nothing where no offer is on record."""
    if offer is None:
        return Earning(source=source, id=id, pay=None, per="year")
    return Earning(source=source, id=id, pay=offer.pay, per=offer.pay_per)


def _best(now: Moment) -> Iterator[Earning]:
    """Of the open offers the highest in each currency and period, then those that name no pay."""
    best: dict[tuple[str, PayPeriod], tuple[Decimal, Earning]] = {}
    unknown: list[Earning] = []
    for id, offer in now.once(open_offers):
        made = _of(offer, "offer", id)
        if offer.pay is None:
            unknown.append(made)
            continue
        key = offer.pay.currency, offer.pay_per
        if key not in best or best[key][0] < offer.pay.amount:
            best[key] = offer.pay.amount, made
    yield from (earning for _, earning in best.values())
    yield from unknown
