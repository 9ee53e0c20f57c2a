"""Help and advice: whether they are used, thanked for, and given back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from careertrack.moment import Moment
from careertrack.pillars.finding import Rule, Said, listed, rule
from careertrack.pillars.spans import MONTH_DAYS, QUARTER_DAYS, SETTLING_DAYS, ago, waited
from careertrack.records.moves import Step
from careertrack.records.people import Commitment, Conversation
from careertrack.records.rhythm import Effort

OFTEN_HELPED: Final = 3  # house: nobody keeps accounts of one favour or two


def recent_talks(now: Moment) -> tuple[Conversation, ...]:
    """The talks of the last 91 days: what is older has had its time."""
    return now.between(Conversation, ago(now, QUARTER_DAYS), now.day)


@rule("thanks-owed", "hint", "network")
def thanks_owed(now: Moment) -> Iterator[Said]:
    """A talk a week to 91 days ago helped the owner, and none from that day on thanked or helped them."""
    helped: dict[str, Conversation] = {}
    thanked: dict[str, date] = {}
    for talk in now.once(recent_talks):
        if talk.type == "thanks" or talk.helped in {"them", "both"}:
            thanked.update(dict.fromkeys(talk.contacts, talk.on))
        elif talk.helped == "me":
            helped.update(dict.fromkeys(talk.contacts, talk))
    owed = {
        id: talk
        for id, talk in helped.items()
        if waited(now, talk.on) >= SETTLING_DAYS and thanked.get(id, date.min) < talk.on
    }
    if owed:
        records = tuple(dict.fromkeys(owed.values()))
        yield Said({"count": len(owed), "contacts": listed(list(owed))}, records)


@rule("help-one-way", "hint", "network")
def one_way(now: Moment) -> Iterator[Said]:
    """Three or more talks of the 91 days before helped the owner, and none, today's included, the others."""
    talks = now.once(recent_talks)
    helped = tuple(talk for talk in talks if talk.helped == "me" and talk.on < now.day)
    if len(helped) >= OFTEN_HELPED and not any(talk.helped in {"them", "both"} for talk in talks):
        yield Said({"count": len(helped)}, helped)


class _Dealings:
    """When anything was last recorded with each contact and on each move, and what was promised."""

    def __init__(self, now: Moment) -> None:
        since = ago(now, QUARTER_DAYS)
        self.talked: dict[str, date] = {}
        self.moved: dict[str, date] = {}
        for talk in now.once(recent_talks):
            self.talked.update(dict.fromkeys(talk.contacts, talk.on))
            self._move(talk.transition, talk.on)
        for step in now.between(Step, since, now.day):
            self._move(step.transition, step.on)
        for effort in now.between(Effort, since, now.day):
            self._move(effort.transition, effort.on)
        self.promised: dict[str, date] = {}
        self.promised_in = set[str]()
        for promise in now.standing(Commitment):
            for id in filter(None, (promise.by, promise.to)):
                self.promised[id] = max(promise.on, self.promised.get(id, date.min))
            self.promised_in.update(filter(None, [promise.conversation]))

    def _move(self, id: str | None, day: date) -> None:
        if id is not None:
            self.moved[id] = max(day, self.moved.get(id, date.min))

    def came_of(self, talk: Conversation) -> bool:
        """Whether anything did: a promise in it, or later dealings with its contacts or on its move."""
        return (
            talk.id in self.promised_in
            or any(self.talked[id] > talk.on for id in talk.contacts)
            or any(self.promised.get(id, date.min) >= talk.on for id in talk.contacts)
            or self.moved.get(talk.transition or "", date.min) > talk.on
        )


@rule("advice-not-used", "hint", "network")
def advice_not_used(now: Moment) -> Iterator[Said]:
    """Advice was given four weeks to 91 days ago, and nothing is on record that may have come of it.

    Such as a promise, a later talk with one of those who gave it, or a step, a talk or effort on the move
    that it was about.
    """
    dealings = _Dealings(now)
    for talk in now.once(recent_talks):
        if talk.advice is None or waited(now, talk.on) < MONTH_DAYS or dealings.came_of(talk):
            continue
        yield Said({"on": str(talk.on), "contacts": listed(talk.contacts)}, (talk,))


RULES: Final[tuple[Rule, ...]] = (thanks_owed, one_way, advice_not_used)
