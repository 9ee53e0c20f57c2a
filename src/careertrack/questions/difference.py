"""What is different between two reviews."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import attrs

from careertrack.errors import InvalidValue, Issue, shown
from careertrack.judge import LABELS, Status
from careertrack.outlook.words import counted
from careertrack.page import (
    Block,
    Cell,
    Figure,
    Figures,
    Items,
    Line,
    Page,
    Said,
    Section,
    Shown,
    Table,
    Word,
)
from careertrack.pillars.finding import Finding
from careertrack.questions.changes import told
from careertrack.score import Score

if TYPE_CHECKING:
    from careertrack.review import Review

__all__ = ["Difference", "Moved"]

OWN_LEVELS: Final = 2  # the numbers, and the pillars that one of them is made of
MOST_SHOWN: Final = 60  # house: rows in a notebook; `to_dict` has all of them


def own_name(name: str) -> Said:
    """A number's own name as a word of the library; that of readiness is followed by a role."""
    word, between, role = name.partition(" for ")
    return (Word(f"{word} for"), f" {role}") if between else Word(name)


class Moved(NamedTuple):
    """A number that is another one now."""

    name: str
    level: int
    before: float | None
    after: float | None

    @property
    def by(self) -> float | None:
        """How much it moved; ``None`` where either is not known."""
        return None if self.before is None or self.after is None else self.after - self.before

    def __str__(self) -> str:
        return f"{'  ' * self.level}{self.name}: {self._ends()}"

    def _said(self) -> Said:
        """Its name; the library's own names are words of it, those further below are of records."""
        return own_name(self.name) if self.level < OWN_LEVELS else self.name

    def _ends(self) -> str:
        """What it was, what it is, and the difference."""
        by = "" if self.by is None else f" ({self.by:+.3f})"
        return f"{told(self.before)} to {told(self.after)}{by}"


@attrs.frozen(kw_only=True, repr=False)
class Difference(Shown):
    """What is different from one review to another.

    Args:
        since: The day of the one.
        until: The day of the other.
        status: The status of both.
        moved: The numbers that are others now, each under what it is a part of.
        came: The findings that are new.
        went: The findings that are gone.
    """

    since: date
    until: date
    status: tuple[Status, Status]
    moved: tuple[Moved, ...]
    came: tuple[Finding, ...]
    went: tuple[Finding, ...]

    def page(self) -> Page:
        """The status if it is another, the numbers that moved, and the findings that came and went."""
        figures = [Figure(each._said(), each._ends(), each.level) for each in self.moved]
        return self._page([Figures(figures)])

    def full_page(self) -> Page:
        """The same, with the numbers in columns."""
        return self._page(self._table())

    def _page(self, numbers: Sequence[Block]) -> Page:
        title = Word("from"), f" {self.since} ", Word("to"), f" {self.until}"
        return Page(title, [*self._turned(), *(numbers if self.moved else []), *self._findings()])

    def _turned(self) -> Iterator[Block]:
        """The status, where it is another."""
        before, after = (Word(status, LABELS[status]) for status in self.status)
        if before != after:
            yield Line((Word("status"), ": ", before, " ", Word("to"), " ", after))

    def _table(self) -> Sequence[Block]:
        """The numbers that moved, in columns."""
        head = (Word("number"), Word("before"), Word("after"), Word("difference"))
        levels = [each.level for each in self.moved]
        return [Table(head, [*map(_row, self.moved)], most=MOST_SHOWN, levels=levels)]

    def _findings(self) -> Iterator[Block]:
        """The findings that came and those that went."""
        for heading, some in (("new", self.came), ("gone", self.went)):
            if some:
                yield Section(Word(heading), [Items([*map(str, some)])])

    def __repr__(self) -> str:
        numbers, findings = counted(len(self.moved), "number"), len(self.came) + len(self.went)
        return f"<Difference from {self.since} to {self.until}: {numbers}, {counted(findings, 'finding')}>"

    def to_dict(self) -> dict[str, Any]:
        """Plain data."""
        return {
            "since": self.since.isoformat(),
            "until": self.until.isoformat(),
            "status": list(self.status),
            "moved": [{**each._asdict(), "by": each.by} for each in self.moved],
            "came": [finding.to_dict() for finding in self.came],
            "went": [finding.to_dict() for finding in self.went],
        }


def difference(one: Review, other: Review) -> Difference:
    """What is different from one review to another; findings are one by their code and what they name.

    Raises:
        InvalidValue: If one of them is no review.
    """
    if type(one) is not type(other):
        raise InvalidValue([Issue("earlier", "value", {"rule": "a review", "got": shown(one)})])
    moved = [
        *_moved("practice", one.practice, other.practice),
        *_moved("progress", one.progress, other.progress),
        *_moved("outlook", one.outlook.chance, other.outlook.chance),
    ]
    return Difference(
        since=one.day,
        until=other.day,
        status=(one.status, other.status),
        moved=tuple(moved),
        came=tuple(_without(other.findings, one.findings)),
        went=tuple(_without(one.findings, other.findings)),
    )


def _moved(name: str, one: Score, other: Score) -> Sequence[Moved]:
    """A number that is another one now, then its parts that are; parts may come and go."""
    kept: list[Moved] = []
    for each in reversed([*_numbers(name, one, other)]):
        # What is kept next stands below it, if it is a part of it or of a part.
        if each.before != each.after or (kept and kept[-1].level > each.level):
            kept.append(each)
    return kept[::-1]


def _numbers(name: str, one: Score | None, other: Score | None) -> Iterator[Moved]:
    """A number and all its parts, each before its own; no recursion, for deep trees."""
    todo = [(name, one, other, 0)]
    while todo:
        name, one, other, level = todo.pop()
        before, after = (None if score is None else score.value for score in (one, other))
        yield Moved(name, level, before, after)
        olds, news = ({p.name: p.score for p in score.parts} if score else {} for score in (one, other))
        todo += [(part, olds.get(part), news.get(part), level + 1) for part in reversed({**olds, **news})]


def _without(some: tuple[Finding, ...], others: tuple[Finding, ...]) -> Iterator[Finding]:
    known = {_subject(finding) for finding in others}
    return (finding for finding in some if _subject(finding) not in known)


def _subject(finding: Finding) -> tuple[object, ...]:
    """What a finding is about: its code and what it names, whatever day or number it gives today."""
    named = (
        each for each in finding.params.items() if isinstance(each[1], str) and not each[1][:1].isdigit()
    )
    return finding.code, finding.pillar, *sorted(named)


def _row(moved: Moved) -> Sequence[Cell]:
    by = "" if moved.by is None else f"{moved.by:+.3f}"
    return moved._said(), told(moved.before), told(moved.after), by
