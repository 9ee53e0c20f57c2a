"""What is different between two reviews."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

import attrs

from careertrack.errors import InvalidValue, Issue, shown
from careertrack.pillars.finding import Finding
from careertrack.score import Score

if TYPE_CHECKING:
    from careertrack.review import Review

__all__ = ["Difference", "Moved"]


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
        by = "" if self.by is None else f" ({self.by:+.3f})"
        return f"{'  ' * self.level}{self.name}: {_told(self.before)} to {_told(self.after)}{by}"


@attrs.frozen(kw_only=True)
class Difference:
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
    status: tuple[str, str]
    moved: tuple[Moved, ...]
    came: tuple[Finding, ...]
    went: tuple[Finding, ...]

    def __str__(self) -> str:
        lines = [f"from {self.since} to {self.until}"]
        if self.status[0] != self.status[1]:
            lines.append(f"status: {self.status[0]} to {self.status[1]}")
        lines += map(str, self.moved)
        lines += [f"new: {finding}" for finding in self.came]
        lines += [f"gone: {finding}" for finding in self.went]
        return "\n".join(lines)

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
        *_moved("practice", one.practice, other.practice, 0),
        *_moved("progress", one.progress, other.progress, 0),
        *_moved("outlook", one.outlook.chance, other.outlook.chance, 0),
    ]
    return Difference(
        since=one.day,
        until=other.day,
        status=(one.status, other.status),
        moved=tuple(moved),
        came=tuple(_without(other.findings, one.findings)),
        went=tuple(_without(one.findings, other.findings)),
    )


def _moved(name: str, one: Score | None, other: Score | None, level: int) -> Iterator[Moved]:
    """A number that is another one now, then its parts that are; parts may come and go."""
    before, after = (None if score is None else score.value for score in (one, other))
    olds, news = ({p.name: p.score for p in score.parts} if score else {} for score in (one, other))
    below = [
        each for part in {**olds, **news} for each in _moved(part, olds.get(part), news.get(part), level + 1)
    ]
    if before != after or below:
        yield Moved(name, level, before, after)
        yield from below


def _without(some: tuple[Finding, ...], others: tuple[Finding, ...]) -> Iterator[Finding]:
    known = {_subject(finding) for finding in others}
    return (finding for finding in some if _subject(finding) not in known)


def _subject(finding: Finding) -> tuple[object, ...]:
    """What a finding is about: its code and what it names, whatever day or number it gives today."""
    named = (
        each for each in finding.params.items() if isinstance(each[1], str) and not each[1][:1].isdigit()
    )
    return finding.code, finding.pillar, *sorted(named)


def _told(value: float | None) -> str:
    return "unknown" if value is None else f"{value:.3f}"
