"""What there is to choose between: each open offer, and to stay put."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Final

import attrs

from careertrack.methods import weighted_sum
from careertrack.moment import Moment
from careertrack.naming import folded
from careertrack.outlook.words import counted
from careertrack.page.words import plain
from careertrack.questions.needs import PAY, Gate, Offered, Verdict, decided, gate_of
from careertrack.questions.weighing import POSTS, PayPosts
from careertrack.record import Record
from careertrack.records.moves import Offer
from careertrack.records.self import Need, Position
from careertrack.score import Score
from careertrack.state.moves import TransitionState

__all__ = ["Option"]

STAY: Final = "stay put"  # with a blank in it, so that no transition has this id
_EARNING: Final = ("job", "self-employment")  # of several positions held, what an offer is weighed against


@attrs.frozen(kw_only=True)
class Option:
    """One thing to choose: an offer, or to stay put.

    Args:
        id: Id of the transition; ``stay put`` for staying.
        title: What it is called.
        score: What it is worth by what matters, 0 to 1, with the criteria as its parts.
        ratings: By criterion that matters, 0 to 10; ``None`` where it is not known.
        verdicts: Each need, and whether it is met.
        pay: What is paid, or was named before the offer.
        answer_by: The day to answer by.
        days: Days until then; negative once it is over.
        has_ended: Whether the transition has ended; such an offer is shown, and cannot be chosen.
        beaten_by: Options that may be chosen, are at least as good in all that matters, and better
            in something.
        records: The offer and its transition, or the position held.
    """

    id: str
    title: str = attrs.field(repr=False)
    score: Score
    ratings: Mapping[str, float | None] = attrs.field(repr=False, hash=False)
    verdicts: tuple[Verdict, ...] = ()
    pay: Offered = attrs.field(default=Offered(), repr=False)
    answer_by: date | None = None
    days: int | None = None
    has_ended: bool = False
    beaten_by: tuple[str, ...] = ()
    records: tuple[Record, ...] = attrs.field(default=(), repr=False)

    @property
    def gate(self) -> Gate:
        """What the musts and must-nots say: closed if one is known to fail, none if none is stated."""
        return gate_of(each.met for each in self.verdicts if each.need.force != "want")

    @property
    def may_be_chosen(self) -> bool:
        """Whether nothing known rules it out."""
        return self.gate != "closed" and not self.has_ended

    @property
    def place(self) -> tuple[bool, bool, bool, float, str]:
        """What it is sorted by: its own facts alone, so that no other option moves it among the rest."""
        value = self.score.value
        return not self.may_be_chosen, value is None, self.score.is_thin, -(value or 0.0), self.id

    def beside(self) -> Iterator[str]:
        """What stands beside the total, a line each: the day to answer by, and the needs."""
        if self.answer_by is not None and self.days is not None:
            when = f"{counted(abs(self.days), 'day')} {'ahead' if self.days > 0 else 'ago'}"
            yield f"to be answered by {self.answer_by}, {when if self.days else 'today'}"
        yield from map(str, self.verdicts)

    def explain(self) -> str:
        """The arithmetic of the total, then what stands beside it."""
        return "\n".join([self.score.explain(plain(self.title)), *self.beside()])

    def to_dict(self) -> dict[str, Any]:
        """Plain data."""
        return {
            "id": self.id,
            "title": self.title,
            "score": self.score.to_dict(),
            "contributions": self.score.contributions(),
            "ratings": dict(self.ratings),
            "gate": self.gate,
            "verdicts": [each.to_dict() for each in self.verdicts],
            "pay": self.pay.to_dict(),
            "answer_by": None if self.answer_by is None else self.answer_by.isoformat(),
            "days": self.days,
            "has_ended": self.has_ended,
            "beaten_by": list(self.beaten_by),
        }


@attrs.frozen(kw_only=True)
class Asked:
    """What every option is asked alike.

    Args:
        day: The day.
        weights: How much each criterion matters.
        posts: The pay that counts as 0, and as 10.
        needs: What an option must, should or must not bring.
    """

    day: date
    weights: Mapping[str, float]
    posts: PayPosts | None
    needs: tuple[Need, ...]


def stay_option(now: Moment, asked: Asked, ratings: Mapping[str, float]) -> Option:
    """To stay put in the position held now, or without one."""
    position = _held(now)
    title, pay = STAY, Offered()
    if position is not None:
        title += ": " + ", ".join(filter(None, [position.title or position.id, position.organization]))
        pay = Offered(least=position.pay, most=position.pay, per=position.pay_per)
    rated = {folded(name): value for name, value in ratings.items()}
    bare = Option(id=STAY, title=title, score=NOTHING, ratings={}, pay=pay)
    return _weighed(bare, asked, rated, () if position is None else (position,))


def _held(now: Moment) -> Position | None:
    """The position held now; of several a job before a course of study, then the one begun last."""
    held = [state.position for state in now.positions.values() if state.is_current]
    return max(held, key=lambda each: (each.type in _EARNING, each.started or "", each.id), default=None)


def offer_option(asked: Asked, id: str, state: TransitionState, offer: Offer) -> Option:
    """An offer, with what its transition says where the offer does not."""
    move = state.transition
    pay = Offered(least=offer.pay, most=offer.pay, per=offer.pay_per)
    if offer.pay is None:
        pay = Offered(least=move.pay_from, most=move.pay_to, per=move.pay_per, is_named=True)
    rated = {folded(each.criterion): each.value for each in reversed(offer.ratings)}
    bare = Option(
        id=id,
        title=move.title or move.organization or id,
        score=NOTHING,
        ratings={},
        pay=pay,
        answer_by=offer.answer_by,
        days=None if offer.answer_by is None else (offer.answer_by - asked.day).days,
        has_ended=state.has_ended,
    )
    return _weighed(bare, asked, rated, (offer, move))


NOTHING: Final = Score.not_asked("nothing is stated to weigh it by")


def _weighed(option: Option, asked: Asked, rated: Mapping[str, float], records: tuple[Record, ...]) -> Option:
    """An option with its ratings, its total and the verdicts on the needs."""
    ratings, reasons = dict[str, float | None](), dict[str, str]()
    for name in asked.weights:
        value, reason = rated.get(folded(name)), ""
        if value is not None:
            reason = f"rated {value:g} of 10"
        elif folded(name) == PAY and asked.posts is not None:
            value, reason = asked.posts.rating(option.pay)
        ratings[name], reasons[name] = value, reason or "not rated"
    score = NOTHING
    if asked.weights:
        score = weighted_sum(ratings, asked.weights, dict.fromkeys(asked.weights, POSTS))
        parts = (
            part._replace(score=attrs.evolve(part.score, reason=reasons[part.name], records=records[:1]))
            for part in score.parts
        )
        score = attrs.evolve(score, parts=tuple(parts))
    verdicts = tuple(decided(need, rated, option.pay) for need in asked.needs)
    return attrs.evolve(option, score=score, ratings=ratings, verdicts=verdicts, records=records)
