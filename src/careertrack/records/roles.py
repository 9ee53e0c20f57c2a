"""Roles, what they ask for, and the ones aimed at."""

from collections.abc import Iterator, Sequence
from typing import ClassVar, final

import attrs

from careertrack.record import Fact, Part, Timeless
from careertrack.records.self import Interests
from careertrack.vocabulary import Importance, Level, Roles, SkillId, Stars, Title, ref, refs


@final
@attrs.frozen(kw_only=True, repr=False)
class Requirement(Part):
    """A skill that a role asks for.

    Args:
        skill: Id of the skill, or the skill itself.
        level: The level asked for, on the skill's own scale.
        importance: How much it matters to the role, 1 to 5 as O*NET has it.
        must_have: Whether there is no getting in without it.

    >>> Requirement(skill="sql", level=5, importance=4.5, must_have=True)
    Requirement(skill='sql', level=5.0, importance=4.5, must_have=True)
    """

    skill: SkillId = attrs.field(converter=ref)
    level: Level
    importance: Importance = 3.0
    must_have: bool = False


@final
@attrs.frozen(kw_only=True, repr=False)
class Role(Timeless):
    """A kind of work that one can aim at, and what it asks for.

    Args:
        title: Its title; the id is made from it when none is given.
        requires: The skills it asks for, each once.
        interests: What it offers, as RIASEC interests.
        preparation: 1 (little) to 5 (extensive), as O*NET's job zones.
        source: Where this was taken from: an O*NET-SOC or ESCO code.

    Raises:
        InvalidValue: If a field breaks its rule, or a skill is required twice.

    >>> Role(title="Data lead", requires=[Requirement(skill="sql", level=5)]).id
    'data-lead'
    """

    kind: ClassVar = "role"
    id_from: ClassVar = "title"

    title: Title
    requires: Sequence[Requirement] = ()
    interests: Interests | None = None
    preparation: Stars | None = None
    source: Title | None = None

    def rules(self) -> Iterator[tuple[str, str]]:
        if len({each.skill for each in self.requires}) < len(self.requires):
            yield "requires", "a list that names each skill once"


@final
@attrs.frozen(kw_only=True, repr=False)
class TargetRole(Fact):
    """The roles aimed at from this day, the main one first; none clears it.  One a day.

    Args:
        roles: Ids of roles, or the roles themselves.

    >>> TargetRole(on="2026-01-05", roles=["data-lead"]).roles
    ('data-lead',)
    """

    kind: ClassVar = "target-role"
    subject: ClassVar = ()

    roles: Roles = attrs.field(converter=refs)
