"""The promised pace, the promised rhythm with people, what was done for it, and rest."""

from collections.abc import Iterator
from typing import ClassVar, final

import attrs

from careertrack.record import Dated, Fact
from careertrack.vocabulary import (
    Anchor,
    ContactId,
    Counted,
    CourseId,
    Day,
    EventId,
    GoalId,
    Minutes,
    Period,
    Pillar,
    Private,
    Rhythm,
    RoutineId,
    SkillId,
    Talk,
    Times,
    TransitionId,
    Why,
    day,
    maybe_day,
    maybe_ref,
    ref,
    rhythm,
)


@final
@attrs.frozen(kw_only=True, repr=False)
class Routine(Dated):
    """A promised pace: so many minutes, or so many times, a week or month.

    Args:
        pillar: What it is for.
        minutes: Minutes a period; or give ``times`` and ``of``.
        times: How often a period.
        of: What is counted, as the plan records it.
        per: The period.
        cue: When and where: "Tuesday 9:00, library".
        until: Last day that it is promised for.

    Raises:
        InvalidValue: If it does not promise exactly one of minutes and times.

    >>> Routine(id="apply", on="2026-01-05", pillar="change", times=3, of="applications").per
    'week'
    """

    kind: ClassVar = "routine"
    schema_of_rules: ClassVar = {"dependentRequired": {"times": ["of"], "of": ["times"]}}
    one_of: ClassVar = ("minutes", "times")

    pillar: Pillar
    minutes: Minutes | None = None
    times: Times | None = None
    of: Counted | None = None
    per: Period = "week"
    cue: Private | None = None
    until: Day | None = attrs.field(default=None, converter=maybe_day)

    def rules(self) -> Iterator[tuple[str, str]]:
        if (self.times is None) != (self.of is None):
            yield "of", "given with times"
        if self.until is not None and self.until < self.on:
            yield "until", f"no earlier than {{at}}.on, {self.on}"


@final
@attrs.frozen(kw_only=True, repr=False)
class Cadence(Dated):
    """A promised rhythm with a person.

    Args:
        contact: With whom.
        every: How often: "2 weeks", or `Every`.
        type: The kind of talk that counts; any when left out.
        counted_from: Whether the next one is due an interval after the last touch, or by the schedule.
        until: Last day that it is promised for.

    >>> Cadence(id="one-to-one", on="2026-01-05", contact="grace", every="2 weeks").every
    Every('2 weeks')
    """

    kind: ClassVar = "cadence"

    contact: ContactId = attrs.field(converter=ref)
    every: Rhythm = attrs.field(converter=rhythm)
    type: Talk | None = None
    counted_from: Anchor = "last-touch"
    until: Day | None = attrs.field(default=None, converter=maybe_day)

    def rules(self) -> Iterator[tuple[str, str]]:
        if self.until is not None and self.until < self.on:
            yield "until", f"no earlier than {{at}}.on, {self.on}"


@final
@attrs.frozen(kw_only=True, repr=False)
class Effort(Fact):
    """Minutes spent on exactly one thing.

    Args:
        minutes: How long.
        routine: The routine it was for; or
        goal: the goal; or
        course: the course; or
        skill: the skill; or
        transition: the move; or
        event: the event; or
        pillar: just the pillar.

    Raises:
        InvalidValue: If it names none of these, or more than one.

    >>> Effort(on="2026-02-03", minutes=45, skill="sql").minutes
    45
    """

    kind: ClassVar = "effort"
    one_of: ClassVar = ("routine", "goal", "course", "skill", "transition", "event", "pillar")

    minutes: Minutes
    routine: RoutineId | None = attrs.field(default=None, converter=maybe_ref)
    goal: GoalId | None = attrs.field(default=None, converter=maybe_ref)
    course: CourseId | None = attrs.field(default=None, converter=maybe_ref)
    skill: SkillId | None = attrs.field(default=None, converter=maybe_ref)
    transition: TransitionId | None = attrs.field(default=None, converter=maybe_ref)
    event: EventId | None = attrs.field(default=None, converter=maybe_ref)
    pillar: Pillar | None = None


@final
@attrs.frozen(kw_only=True, repr=False)
class Pause(Fact):
    """Rest from this day to another, both included.

    Args:
        until: The last day of it.
        why: Rest, illness, family; or days that nobody wrote down.

    >>> Pause(on="2026-07-01", until="2026-07-14").why
    'rest'
    """

    kind: ClassVar = "pause"

    until: Day = attrs.field(converter=day)
    why: Why = "rest"

    def rules(self) -> Iterator[tuple[str, str]]:
        if self.until < self.on:
            yield "until", f"no earlier than {{at}}.on, {self.on}"
