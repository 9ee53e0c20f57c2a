"""Occupations from a text download of the O*NET database as roles with the skills they ask for.

O*NET describes a thousand occupations: how much each of 35 skills matters, on a scale of 1 to
5, and how much of it is needed, on a scale of 0 to 7; what interests the work meets; and how
much preparation it takes, its job zone.  A user gets the text files of a release from O*NET's
web site, and this module reads the folder or zip file as it comes::

    data = onet.load("db_29_0_text")
    data.find("data scientist")  # Occupation(code='15-2051.00', title='Data Scientists')
    plan = plan.add(data.read("15-2051.00", into=plan).records)

Read are ``Occupation Data.txt``, ``Skills.txt``, ``Interests.txt`` and ``Job Zones.txt``, of
any release that names its columns as these do.  A level that O*NET recommends to suppress, or
calls not relevant, is left out, and so is a level of 0.  O*NET does not say which skills are
indispensable: ``must_have`` is the person's to set.

The O*NET database is by the U.S. Department of Labor, Employment and Training Administration,
under CC BY 4.0.  Whoever publishes roles made of it has to say so; ``source`` keeps the codes.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final

import attrs

from careertrack.errors import InvalidValue, Issue, nearest, shown
from careertrack.formats.ids import made_id
from careertrack.formats.merging import Made, held, imported
from careertrack.formats.onet._figures import (
    CODE,
    OCCUPATIONS,
    SKILLS,
    TOP,
    Figures,
    figures,
    path_of,
    rows,
)
from careertrack.formats.reading import Imported, Report
from careertrack.formats.sources import Source, opened, refuse
from careertrack.records.roles import Requirement, Role
from careertrack.records.skills import Skill

if TYPE_CHECKING:
    from careertrack.plan import Plan

__all__ = ["Download", "Occupation", "load"]

_WORD: Final = re.compile("[^\\W_]+")
_SMALL: Final = frozenset({"a", "an", "and", "except", "for", "in", "of", "or", "the", "to"})


@attrs.frozen
class Occupation:
    """An occupation of the database.

    Args:
        code: Its O*NET-SOC code: ``15-2051.00``.
        title: Its title, in the plural.
    """

    code: str
    title: str


def load(source: Source) -> Download:
    """Open a text download of the O*NET database; what it says of an occupation is read when asked for.

    Args:
        source: Path of the folder or zip file.

    Raises:
        InvalidDocument: If there is none, or no list of occupations in it.
    """
    report = Report()
    with opened(source) as files:
        if path_of(files, OCCUPATIONS) is None:
            reason = f"holds no {OCCUPATIONS!r}, as a text download of O*NET does"
            refuse(Path(source), "no-occupations", reason)
        listed = [row.cells for row in rows(files, OCCUPATIONS, (CODE, "Title"), report)]
    titles = {cells[CODE]: cells["Title"] for cells in listed}
    return Download(source, dict(sorted(titles.items())), report.issues())


@attrs.frozen(repr=False)
class Download:
    """A text download of the O*NET database.

    Args:
        source: Where it is.
        titles: The titles of all its occupations by code.
        issues: What of the list of occupations could not be read.
    """

    source: Source
    titles: Mapping[str, str] = attrs.field(hash=False)
    issues: tuple[Issue, ...] = ()

    def __repr__(self) -> str:
        return f"<Download of {len(self.titles)} occupations>"

    def find(self, words: str) -> list[Occupation]:
        """The occupations whose titles have all of some words.

        Letters may be large or small, and words singular or plural.  First come titles that
        have each word whole, then those that have it as the beginning of one; within both the
        ones with fewest other words, then by title.

        Args:
            words: A title or words of one, in any order: ``data scientist``.

        Returns:
            None at all where no title has all words, or no word is given.
        """
        wanted = _words(words)
        ranked = []
        for code, title in self.titles.items():
            has = _words(title)
            if wanted and all(any(word.startswith(want) for word in has) for want in wanted):
                whole = all(want in has for want in wanted)
                ranked.append((not whole, len(has), title, code))
        return [Occupation(code, title) for _, _, title, code in sorted(ranked)]

    def read(self, *codes: str, into: Plan | None = None) -> Imported:
        """The roles of some occupations, and the skills they ask for.

        Args:
            codes: O*NET-SOC codes, as `find` gives them.
            into: The plan that the records are for.  What it holds already is left out and
                never overwritten.  A skill that it has on another scale stays apart: the role
                asks for one of its own, whose id ends in ``-onet``.

        Returns:
            The records, which fit together.  ``issues`` tell of rows that cannot be read, of
            levels that O*NET recommends not to use, and of files or figures that are missing.

        Raises:
            InvalidValue: If there is no such occupation.
        """
        for code in codes:
            if code not in self.titles:
                facts = {"rule": "a code of the database", "got": shown(code)}
                raise InvalidValue([Issue("code", "value", {**facts, "near": nearest(code, self.titles)})])
        report = Report()
        with opened(self.source) as files:
            found = figures(files, codes, self.titles, report)
        scales = {skill.id: skill.top for skill in held(into, Skill)}
        made: dict[str, Made] = {}
        for code in codes:
            role, skills = _role(code, self.titles[code], found, scales)
            made |= {f"skill {skill.id}": Made(skill, SKILLS) for skill in skills}
            made[f"role {role.id}"] = Made(role, OCCUPATIONS)
        counts = {"occupations": len(codes), "skills": sum(map(len, found.needs.values()))}
        return imported(made.values(), into, report, found=counts, left={})

    def role(self, code: str) -> Role:
        """The role of one occupation; its requirements name the skills that `read` gives with it.

        Raises:
            InvalidValue: If there is no such occupation.
        """
        (role,) = (record for record in self.read(code).records if isinstance(record, Role))
        return role


def _role(code: str, title: str, found: Figures, scales: Mapping[str, float]) -> tuple[Role, list[Skill]]:
    """The role of an occupation, and the skills that it asks for, apart from those on another scale."""
    skills, requires = list[Skill](), list[Requirement]()
    for need in found.needs.get(code, ()):
        id = made_id(need.name)
        if scales.get(id, TOP) != TOP:
            id = made_id(need.name, "onet")
        skills.append(Skill(id=id, name=need.name, top=TOP, source=f"O*NET {need.element}"))
        requires.append(Requirement(skill=id, level=need.level, importance=need.importance))
    role = Role(
        id=made_id(title),
        title=title,
        requires=requires,
        interests=found.interests.get(code),
        preparation=found.zones.get(code),
        source=f"O*NET-SOC {code}",
    )
    return role, skills


# --- Titles ------------------------------------------------------------------------------------------


def _words(text: str) -> list[str]:
    """The words of a title that tell it apart, each as in the singular."""
    return [_singular(word) for word in _WORD.findall(text.casefold()) if word not in _SMALL]


def _singular(word: str) -> str:
    """A word without the ending of its plural; what is no plural only has to come out the same each time."""
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes")):
        return word[:-2]
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word
