"""Something to do: what, how long it takes, why, and the records that doing it would add."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Final

import attrs

from careertrack.page import Figure, Figures, Item, Line, Page, Said, Shown, Word
from careertrack.record import Record
from careertrack.records.people import Contact
from careertrack.shapes import Date
from careertrack.vocabulary import Pillar

__all__ = ["Action"]

_DAY: Final = Date()

_SENTENCES: Final[Mapping[str, str]] = {
    "keep-promise": "keep promise {id}",
    "keep-promise-in-talk": "keep promise {id}, and talk with {contact}",
    "answer-offer": "answer the offer for {id}",
    "follow-up": "follow up on {id}",
    "attend": "go to {id}",
    "talk": "talk with {contact}",
    "show-evidence": "show {contact} what you did: {evidence}",
    "hold-review": "ask {contact} for a review",
    "thank": "thank {contact}",
    "use-advice": "tell {contact} what came of the advice of {on}",
    "meet-people": "go to {id} and meet people",
    "spend": "spend {minutes} minutes on {id}",
    "apply": "send {count} application{s}",
    "meet": "get to know {count} new contact{s}",
    "talk-with": "talk with {contacts}",
    "ask-after": "follow up on {moves}",
    "look-back": "write down {count} reflection{s}",
    "reach-step": "bring goal {id} to {value:.12g}{unit}",
    "make-workable": "say how goal {id} is measured, and by when",
    "call-done": "call goal {id} done",
    "check-in": "check in on goal {id}",
    "assess": "rate your level in {skills}",
    "learn": "work on course {id} for {minutes} minutes",
    "finish-course": "finish course {id}",
    "practise": "practise {id} for {minutes} minutes",
    "note-lesson": "write down what setback {id} taught you",
    "try-again": "try again after setback {id}",
    "say-priorities": "write down what matters most to you in a position",
    "say-interests": "write down what you like to do",
    "write-evidence": "write down one thing that you did well",
}
CODES: Final = tuple(_SENTENCES)
_WHEN: Final = "when"


@attrs.frozen(kw_only=True)
class Action(Shown):
    """Something to do, with its reason and what it would bring.

    Args:
        code: What sort of action, a stable name.
        id: Its name among the actions of the day.
        group: Sizes of one promise, and talks with one person, are of one group: one is chosen.
        pillar: Where it belongs.
        params: The facts of its sentence.
        minutes: How long it takes.
        is_guess: Whether the minutes are a default of the library, not from the records.
        reason: Why.
        due: The day by which; ``None`` where there is none.
        is_obligation: Whether somebody waits for it, so that it takes its minutes first.
        unblocks: What it makes possible, or known.
        cue: When and where, as the plan says.
        records: What doing it on the day would add; words in brackets are to be replaced.
        gain: Overall practice 28 days ahead with the records, less without; ``None`` if unknown.
        progress: The same of progress; ``None`` if unknown, or where no progress is claimed.
    """

    code: str
    id: str
    group: str
    pillar: Pillar
    params: Mapping[str, Any] = attrs.field(factory=dict, hash=False)
    minutes: int
    is_guess: bool = False
    reason: str
    due: date | None = None
    is_obligation: bool = False
    unblocks: str = ""
    cue: str | None = attrs.field(default=None, repr=False)
    records: tuple[Record, ...] = attrs.field(default=(), repr=False)
    gain: float | None = None
    progress: float | None = None

    @property
    def message(self) -> str:
        """What to do, as a sentence."""
        return _SENTENCES[self.code].format_map(self.params)

    def done(self, on: date | str) -> tuple[Record, ...]:
        """The records that doing it on a day adds; change them where it went otherwise.

        Args:
            on: The day: a `date`, or strict ``YYYY-MM-DD``.

        Raises:
            InvalidValue: If it is no day.

        >>> import careertrack as ct
        >>> plan = ct.Plan() + ct.Contact(id="grace", name="Grace Hopper")
        >>> plan += ct.Cadence(id="coffee", on="2026-01-05", contact="grace", every="2 weeks")
        >>> action = next(iter(plan.review("2026-01-19").actions()))
        >>> action.message, action.done(on="2026-01-20")[0].on
        ('talk with grace', datetime.date(2026, 1, 20))
        """
        from careertrack.errors import InvalidValue

        broken = _DAY.faults(on, "on")
        if broken:
            raise InvalidValue(broken)
        day: date = _DAY.gate()(on)
        return tuple(_on(record, day) for record in self.records)

    def page(self) -> Page:
        """What to do with its facts and the reason in a line; below it what it unblocks, and when."""
        item = self.item()
        return Page(item.said, [Line(each) for each in item.beneath])

    def full_page(self) -> Page:
        """What to do, and each of its facts by name."""
        figures = [Figure(Word("minutes"), self._minutes())]
        figures += [Figure(Word("due"), str(self.due))] if self.due is not None else []
        figures += [Figure(Word(name), f"{by:+.3f}") for name, by in self._gains()]
        figures += [Figure(Word("why"), self.reason)]
        figures += [Figure(Word(name), said) for name, said in self._more()]
        return Page(self.message, [Figures(figures)])

    def item(self) -> Item:
        """The action in a list of several."""
        said = f"{self.message} ({self.facts()}): {self.reason}"
        return Item(said, [_named(name, more) for name, more in self._more()])

    def full_item(self, *, cue: bool = True) -> Item:
        """The action in a list that has more room.

        Args:
            cue: Whether to say when and where, in the person's own words.
        """
        more = [each for each in self._more() if cue or each[0] != _WHEN]
        return Item(self.message, [self.facts(), self.reason, *(_named(name, said) for name, said in more)])

    def facts(self) -> str:
        """How long it takes, by when, and what it brings, in a line."""
        due = [f"due {self.due}"] if self.due is not None else []
        gains = (f"{name} {by:+.3f}" for name, by in self._gains())
        return ", ".join([f"{self._minutes()} min", *due, *gains])

    def _minutes(self) -> str:
        return f"{'about ' if self.is_guess else ''}{self.minutes}"

    def _gains(self) -> Iterator[tuple[str, float]]:
        gains = (("practice", self.gain), ("progress", self.progress))
        return ((name, by) for name, by in gains if by)

    def _more(self) -> Iterator[tuple[str, str]]:
        more = (("unblocks", self.unblocks), (_WHEN, self.cue))
        return ((name, said) for name, said in more if said)

    def to_dict(self) -> dict[str, Any]:
        """Plain data, the records included."""
        return {
            "code": self.code,
            "id": self.id,
            "group": self.group,
            "pillar": self.pillar,
            "params": dict(self.params),
            "message": self.message,
            "minutes": self.minutes,
            "is_guess": self.is_guess,
            "reason": self.reason,
            "due": None if self.due is None else self.due.isoformat(),
            "is_obligation": self.is_obligation,
            "unblocks": self.unblocks,
            "cue": self.cue,
            "records": [record.to_dict() for record in self.records],
            "gain": self.gain,
            "progress": self.progress,
        }


def _named(name: str, said: str) -> Said:
    return Word(name), ": ", said


def _on(record: Record, day: date) -> Record:
    """A record as of another day; of somebody new, met on that day."""
    if isinstance(record, Contact):
        return record.evolve(met=day)
    return record.evolve(on=day)
