"""Skills with every source apart, courses, evidence, and roles."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import ClassVar, Final, Literal, Self

import attrs

from careertrack.record import Record
from careertrack.records.people import Conversation
from careertrack.records.rhythm import Effort
from careertrack.records.roles import Role
from careertrack.records.setbacks import Resolution
from careertrack.records.skills import Assessment, Course, Evidence, Skill
from careertrack.state.base import State, resolved
from careertrack.vocabulary import Rater

# On one day the stronger proof counts: certificate, test, manager, peer, self.
STRENGTH: Final[tuple[Rater, ...]] = ("self", "peer", "manager", "test", "certificate")
STALE_AFTER_DAYS: Final = 365  # house: a level that nobody looked at for a year is shown as stale


@attrs.frozen(kw_only=True)
class SkillState(State):
    """A skill and the latest level by each source; they are never averaged.

    Args:
        skill: The revision in force.
        by_source: The latest assessment by each source.
        minutes: Effort spent on it.
    """

    reads: ClassVar = frozenset({"skill", "assessment", "effort"})

    skill: Skill
    by_source: Mapping[Rater, Assessment] = attrs.field(factory=dict, hash=False)
    minutes: int = 0

    @classmethod
    def begin(cls, record: Skill) -> Self:
        return cls(skill=record)

    def fold(self, records: Sequence[Record]) -> Self:
        skill, by_source, minutes = self.skill, dict(self.by_source), self.minutes
        for record in records:
            if isinstance(record, Assessment):
                by_source[record.by] = record
            elif isinstance(record, Effort):
                minutes += record.minutes
            elif isinstance(record, Skill) and record.id == skill.id:
                skill = record
        return attrs.evolve(self, skill=skill, by_source=by_source, minutes=minutes)

    @property
    def assessment(self) -> Assessment | None:
        """The newest assessment by any source; on one day the stronger proof."""
        return _newest(self.by_source.values())

    @property
    def level(self) -> float | None:
        """The level it stands at; ``None`` if nobody ever rated it."""
        newest = self.assessment
        return None if newest is None else newest.level

    @property
    def proven(self) -> Assessment | None:
        """The newest assessment by somebody or something else than the owner."""
        return _newest(each for each in self.by_source.values() if each.by != "self")

    @property
    def claimed(self) -> Assessment | None:
        """The owner's own newest assessment."""
        return self.by_source.get("self")

    @property
    def is_stale(self) -> bool:
        """Whether the newest assessment is over a year old."""
        newest = self.assessment
        return newest is not None and (self.as_of - newest.on).days > STALE_AFTER_DAYS


def _newest(assessments: Iterable[Assessment]) -> Assessment | None:
    return max(assessments, key=lambda each: (each.on, STRENGTH.index(each.by)), default=None)


@attrs.frozen(kw_only=True)
class CourseState(State):
    """A course, the minutes spent on it, and how it ended.

    Args:
        course: The revision in force.
        minutes: Effort spent on it.
        resolution: How it ended; a later revision reopens it.
    """

    reads: ClassVar = frozenset({"course", "effort", "resolution"})

    course: Course
    minutes: int = 0
    resolution: Resolution | None = None

    @classmethod
    def begin(cls, record: Course) -> Self:
        return cls(course=record)

    def fold(self, records: Sequence[Record]) -> Self:
        course, minutes, resolution = self.course, self.minutes, self.resolution
        for record in records:
            resolution = resolved(resolution, record, Course)
            if isinstance(record, Effort):
                minutes += record.minutes
            elif isinstance(record, Course):
                course = record
        return attrs.evolve(self, course=course, minutes=minutes, resolution=resolution)

    @property
    def status(self) -> Literal["open", "done", "dropped"]:
        """Open until it is done or dropped."""
        return "open" if self.resolution is None else self.resolution.outcome


@attrs.frozen(kw_only=True)
class EvidenceState(State):
    """An accomplishment, the talks it was shown in and those in which it was acknowledged.

    Args:
        evidence: The revision in force.
        shown_in: Every conversation it was shown in, in order.
        acknowledged_in: Every conversation in which it was acknowledged, in order.
    """

    reads: ClassVar = frozenset({"evidence", "conversation"})

    evidence: Evidence
    shown_in: tuple[Conversation, ...] = ()
    acknowledged_in: tuple[Conversation, ...] = ()

    @classmethod
    def begin(cls, record: Evidence) -> Self:
        return cls(evidence=record)

    def fold(self, records: Sequence[Record]) -> Self:
        evidence, id = self.evidence, self.evidence.id
        shown, acknowledged = list(self.shown_in), list(self.acknowledged_in)
        for record in records:
            if isinstance(record, Conversation):
                if id in record.shown:
                    shown.append(record)
                if id in record.acknowledged:
                    acknowledged.append(record)
            elif isinstance(record, Evidence):
                evidence = record
        return attrs.evolve(
            self, evidence=evidence, shown_in=tuple(shown), acknowledged_in=tuple(acknowledged)
        )


@attrs.frozen(kw_only=True)
class RoleState(State):
    """A role, as it is described on the day.

    Args:
        role: The revision in force.
    """

    reads: ClassVar = frozenset({"role"})

    role: Role

    @classmethod
    def begin(cls, record: Role) -> Self:
        return cls(role=record)

    def fold(self, records: Sequence[Record]) -> Self:
        own = [record for record in records if isinstance(record, Role)]
        return attrs.evolve(self, role=own[-1]) if own else self


__all__ = ["CourseState", "EvidenceState", "RoleState", "SkillState"]
