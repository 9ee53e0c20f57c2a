"""Skills, the levels people rate, what proves them, and the courses that raise them."""

from collections.abc import Iterator, Sequence
from typing import ClassVar, final

import attrs

from careertrack.record import Dated, Fact, Part, Timeless
from careertrack.vocabulary import (
    Day,
    EvidenceId,
    Goals,
    Level,
    Link,
    Minutes,
    Note,
    Pay,
    Rater,
    Share,
    SkillId,
    Skills,
    Title,
    Top,
    maybe_day,
    maybe_money,
    maybe_ref,
    ref,
    refs,
)


@final
@attrs.frozen(kw_only=True, repr=False)
class Skill(Timeless):
    """Something one can be good at, and the scale its levels are on.

    Args:
        name: Its name; the id is made from it when none is given.
        top: The top of its scale, which starts at 0 and never changes; 7 is O*NET's.
        prerequisites: Skills to have first.
        source: Where it is described: an O*NET element or ESCO code.

    >>> Skill(name="C++").id
    'c-plus-plus'
    """

    kind: ClassVar = "skill"
    id_from: ClassVar = "name"

    name: Title
    top: Top = 7.0
    prerequisites: Skills = attrs.field(default=(), converter=refs)
    source: Title | None = None


@final
@attrs.frozen(kw_only=True, repr=False)
class Assessment(Fact):
    """A skill's level, as somebody rated it on a day.  One a skill, source and day.

    Args:
        skill: Id of the skill, or the skill itself.
        level: 0 to the skill's top, on the skill's own scale.
        by: Who or what rated it.
        confidence: The rater's own, 0 to 1; none if not asked.
        evidence: What the rating rests on.

    >>> Assessment(on="2026-01-09", skill="sql", level=3, by="peer").by
    'peer'
    """

    kind: ClassVar = "assessment"
    subject: ClassVar = ("skill", "by")

    skill: SkillId = attrs.field(converter=ref)
    level: Level
    by: Rater = "self"
    confidence: Share | None = None
    evidence: EvidenceId | None = attrs.field(default=None, converter=maybe_ref)


@final
@attrs.frozen(kw_only=True, repr=False)
class Lesson(Part):
    """What a course teaches: a skill, up to a level.

    Args:
        skill: Id of the skill, or the skill itself.
        level: The level it leads to, on the skill's own scale.

    >>> Lesson(skill="sql", level=4).level
    4.0
    """

    skill: SkillId = attrs.field(converter=ref)
    level: Level


@final
@attrs.frozen(kw_only=True, repr=False)
class Course(Timeless):
    """A course, a training or a book to work through.

    Args:
        title: Its title; the id is made from it when none is given.
        provider: Who gives it.
        teaches: Skills, and the level it leads to.
        minutes: How long it takes in all.
        cost: What it costs.
        due: When it is to be finished.
        link: Where it is.

    >>> Course(title="SQL in depth", teaches=[Lesson(skill="sql", level=5)], minutes=600).id
    'sql-in-depth'
    """

    kind: ClassVar = "course"
    id_from: ClassVar = "title"

    title: Title
    provider: Title | None = None
    teaches: Sequence[Lesson] = ()
    minutes: Minutes | None = None
    cost: Pay | None = attrs.field(default=None, converter=maybe_money)
    due: Day | None = attrs.field(default=None, converter=maybe_day)
    link: Link | None = None

    def rules(self) -> Iterator[tuple[str, str]]:
        if len({each.skill for each in self.teaches}) < len(self.teaches):
            yield "teaches", "a list that names each skill once"


@final
@attrs.frozen(kw_only=True, repr=False)
class Evidence(Dated):
    """An accomplishment, and what it proves.

    Args:
        title: What was done; the id is made from it when none is given.
        impact: What came of it, with figures where there are.
        skills: Skills it proves.
        goals: Goals it proves progress on.
        link: Where it can be seen.

    >>> Evidence(on="2026-02-01", title="Cut the nightly load to 9 minutes", skills=["sql"]).skills
    ('sql',)
    """

    kind: ClassVar = "evidence"
    id_from: ClassVar = "title"

    title: Title
    impact: Note | None = None
    skills: Skills = attrs.field(default=(), converter=refs)
    goals: Goals = attrs.field(default=(), converter=refs)
    link: Link | None = None
