"""Goals and how far they are."""

from collections.abc import Iterator, Sequence
from operator import gt, lt
from typing import ClassVar, final

import attrs

from careertrack.record import Dated, Fact, Part
from careertrack.vocabulary import (
    Amount,
    Day,
    GoalId,
    Grade,
    Mark,
    Pillar,
    Private,
    Share,
    Title,
    day,
    maybe_day,
    maybe_ref,
    ref,
    texts,
)


@final
@attrs.frozen(kw_only=True, repr=False)
class Milestone(Part):
    """The value that a goal should have by a day.

    Args:
        due: The day.
        value: In the goal's own unit.

    >>> Milestone(due="2026-04-01", value=3).value
    3.0
    """

    due: Day = attrs.field(converter=day)
    value: Amount


@final
@attrs.frozen(kw_only=True, repr=False)
class Obstacle(Part):
    """What may get in the way of a goal, and what to do then.

    Args:
        what: What may get in the way.
        then: What to do when it does.

    >>> Obstacle(what="no time after work", then="move it to Saturday morning").then
    'move it to Saturday morning'
    """

    what: Private
    then: Private | None = None


@final
@attrs.frozen(kw_only=True, repr=False)
class Goal(Dated):
    """Something to reach, how it is measured, and by when.

    Args:
        title: The id is made from it when none is given.
        pillar: The part of the way back that it belongs to.
        due: The day to have reached it by; in the first record after ``on``.
        parent: The goal that it is a part of.
        importance: 0 to 3, its weight beside its siblings.
        difficulty: 0 to 3.
        chance: How likely the person thinks it is, 0 to 1.
        baseline: The value it starts from; 0 where a target is given and this is not.
        target: The value to reach; may lie below the baseline.
        unit: Of baseline, target, milestones and check-ins.
        milestones: Values on the way; days rise strictly, values move strictly to the target.
        anchors: What -2, -1, 0, 1 and 2 would look like, in this order (goal attainment scaling).
        obstacles: What may get in the way, and what to do then.

    Raises:
        InvalidValue: If a field breaks its rule or two do not fit together.

    >>> Goal(on="2026-01-05", title="Ten applications", pillar="change", target=10, due="2026-04-01").id
    'ten-applications'
    """

    kind: ClassVar = "goal"
    id_from: ClassVar = "title"
    schema_of_rules: ClassVar = {
        "dependentRequired": {"baseline": ["target"], "milestones": ["target"]},
        "properties": {"anchors": {"anyOf": [{"maxItems": 0}, {"minItems": 5, "maxItems": 5}]}},
    }

    title: Title
    pillar: Pillar
    due: Day | None = attrs.field(default=None, converter=maybe_day)
    parent: GoalId | None = attrs.field(default=None, converter=maybe_ref)
    importance: Grade = 1.0
    difficulty: Grade = 1.0
    chance: Share | None = None
    baseline: Amount | None = None
    target: Amount | None = None
    unit: Title | None = None
    milestones: Sequence[Milestone] = ()
    anchors: Sequence[Private] = attrs.field(default=(), converter=texts)
    obstacles: Sequence[Obstacle] = ()

    def rules(self) -> Iterator[tuple[str, str]]:
        if self.anchors and len(self.anchors) != 5:
            yield "anchors", "five texts, for -2, -1, 0, 1 and 2"
        if self.parent is not None and self.parent == self.id:
            yield "parent", "another goal"
        start = 0.0 if self.baseline is None else self.baseline
        if self.target is None:
            if self.baseline is not None:
                yield "baseline", "given with a target"
            if self.milestones:
                yield "milestones", "given with a target"
        elif self.target == start:
            yield "target", f"other than {{at}}.baseline, {start:g}"
        elif self.milestones:
            yield from self._rules_of_the_curve(start, self.target)

    def _rules_of_the_curve(self, start: float, target: float) -> Iterator[tuple[str, str]]:
        days = [each.due for each in self.milestones]
        values = [start, *[each.value for each in self.milestones], target]
        if self.due is not None:
            days.append(self.due)
        if not all(map(lt, days, days[1:])):
            yield "milestones", "a list whose days rise strictly, all before {at}.due"
        if not all(map(lt if target > start else gt, values, values[1:])):
            yield "milestones", "a list whose values move strictly from {at}.baseline to {at}.target"


@final
@attrs.frozen(kw_only=True, repr=False)
class CheckIn(Fact):
    """Where a goal stands on a day: its value, its level, or both.  One a goal and day.

    Args:
        goal: Id of the goal, or the goal itself.
        value: In the goal's own unit.
        level: -2 (much less than expected) to 2 (much more), as the goal's anchors say.

    Raises:
        InvalidValue: If neither is given.

    >>> CheckIn(on="2026-02-01", goal="ten-applications", value=4).value
    4.0
    """

    kind: ClassVar = "check-in"
    subject: ClassVar = ("goal",)
    any_of: ClassVar = ("value", "level")

    goal: GoalId = attrs.field(converter=ref)
    value: Amount | None = None
    level: Mark | None = None
