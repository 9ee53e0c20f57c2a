"""What else could I do: many roles side by side, in columns that are never made one number."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Final, NamedTuple

import attrs

from careertrack.errors import InvalidValue, Issue, nearest, shown
from careertrack.extending import FoundRole
from careertrack.methods import revealed_advantage
from careertrack.methods.checks import refuse
from careertrack.moment import Moment
from careertrack.outlook.words import counted
from careertrack.page import Block, Cell, Labels, Line, Page, Shown, Table, Word, as_text
from careertrack.page.blocks import NO_LABELS
from careertrack.page.words import LONGEST_CELL, plain
from careertrack.questions.fits import Fit, Person, fit, profile_of
from careertrack.questions.offers import metered
from careertrack.records.roles import Role
from careertrack.state.skills import RoleState

__all__ = ["Advantage", "Exploration", "Fit"]

MOST_SHOWN: Final = 20  # house: what fits a screen; the rest is in `fits`
APART: Final = 1.0  # published: a share above the average one sets apart
_CAVEAT: Final = (
    "interest fit correlates with satisfaction at about .11: it is for exploring, never a verdict"
)


class Advantage(NamedTuple):
    """A skill, and how much more of it the person has than these roles ask for, by shares.

    The revealed advantage: above 1 the skill sets the person apart.
    """

    skill: str
    value: float


@attrs.frozen(kw_only=True, repr=False)
class Exploration(Shown):
    """Some roles as they look to a person on a day.

    Args:
        day: The day.
        fits: The roles, in the order given or sorted by.
        sorted_on: The column they are sorted by; none in the order given.
        apart: The skills that set the person apart from what these roles ask for, most first.  It depends
            on the roles: compare within one exploration, never across two.
        interests: The three letters of the person's interests; ``None`` where they are not known, or are
            flat.

    >>> import careertrack as ct
    >>> plan = ct.Plan() + ct.Skill(name="SQL") + ct.Assessment(on="2026-01-09", skill="sql", level=3)
    >>> roles = [ct.Role(title=title, requires=[ct.Requirement(skill="sql", level=level)])
    ...          for title, level in (("Data lead", 5), ("Analyst", 4))]
    >>> found = explore(plan.as_of("2026-03-01"), roles).sorted_by("skills")
    >>> [(each.id, each.skills.value) for each in found.fits]
    [('analyst', 0.75), ('data-lead', 0.6)]
    """

    day: date
    fits: tuple[Fit, ...]
    sorted_on: str | None = None
    apart: tuple[Advantage, ...] = ()
    interests: str | None = None

    def __getitem__(self, id: str) -> Fit:
        """A role by its id."""
        for each in self.fits:
            if each.id == id:
                return each
        raise KeyError(id)

    def sorted_by(self, column: str) -> Exploration:
        """The same roles sorted by one column, what is not known last, then by title.

        Args:
            column: ``interest`` (the C-index, then Iachan's M, then the correlation) or one of these;
                ``skills`` (where little is known after the rest, by the lower bound); ``gate`` (of the
                must-haves); ``needs`` (fewest known to rule it out, then most met); ``preparation`` (the
                job zone, least first); ``uses`` (most of what sets the person apart); ``title``.

        Raises:
            InvalidValue: If there is no such column.
        """
        key = COLUMNS.get(column)
        if key is None:
            near = nearest(str(column), COLUMNS)
            facts = {"rule": f"one of {', '.join(COLUMNS)}", "got": shown(column), "near": near}
            raise InvalidValue([Issue("column", "value", facts)])
        by_title = sorted(self.fits, key=lambda each: (each.role.title.casefold(), each.id))
        placed = [(place, each) for each in by_title if (place := key(each)) is not None]
        known = [each for _, each in sorted(placed, key=lambda pair: pair[0])]
        fits = (*known, *(each for each in by_title if key(each) is None))
        return attrs.evolve(self, fits=fits, sorted_on=column)

    def page(self, most: int = MOST_SHOWN) -> Page:
        """The table, what sets the person apart, and how to read it.

        Args:
            most: How many roles to show.
        """
        order = "" if self.sorted_on is None else f", sorted by {self.sorted_on}"
        blocks: list[Block] = [Table(_HEAD, [*map(_row, self.fits)], _LEFT, most)] if self.fits else []
        blocks += [Line(said) for said in self._beneath()]
        return Page(f"{self.day}: {counted(len(self.fits), 'role')}{order}", blocks)

    def _beneath(self) -> Iterator[str]:
        """What is said under the table."""
        if self.apart:
            each = (f"{skill} {value:.2f}" for skill, value in self.apart)
            yield f"what sets you apart from what these roles ask for: {', '.join(each)}"
        if self.interests is not None:
            yield f"your interests: {self.interests}"
        else:
            yield "no profile of interests that points anywhere is on record, so interests are not compared"
        yield "? is not known, - is no skill asked for; both sort last"
        yield _CAVEAT

    def text(self, labels: Labels = NO_LABELS, *, most: int = MOST_SHOWN) -> str:
        """The page as text.

        Args:
            labels: Other words for those of the library.
            most: How many roles to show.
        """
        return as_text(self.page(most), labels)

    def __repr__(self) -> str:
        return f"<Exploration of {len(self.fits)} on {self.day}>"

    def to_dict(self) -> dict[str, Any]:
        """Plain data."""
        return {
            "day": self.day.isoformat(),
            "sorted_on": self.sorted_on,
            "fits": [each.to_dict() for each in self.fits],
            "apart": [each._asdict() for each in self.apart],
            "interests": self.interests,
        }


_COLUMNS: Final = (
    *("role", "C-index", "Iachan's M", "correlation"),
    *("skills", "gate", "needs", "zone", "uses"),
)
_HEAD: Final = tuple(map(Word, _COLUMNS))
_LEFT: Final = (0, 4, 5)  # the columns of words and bars


def _row(each: Fit) -> tuple[Cell, ...]:
    return (
        plain(each.role.title, LONGEST_CELL),
        *("?" if value is None else f"{value:.3g}" for value in (each.c_index, each.iachan_m)),
        "?" if each.correlation is None else f"{each.correlation:.2f}",
        metered(each.skills),
        Word(each.gate),
        f"{each.needs_met} of {each.needs_known}" if each.needs_known else "?",
        "?" if each.preparation is None else str(each.preparation),
        "?" if each.uses is None else str(len(each.uses)),
    )


# --- Columns --------------------------------------------------------------------------------------

Place = tuple[float | str, ...]


def _falling(*values: float | None) -> Place | None:
    """Highest first; not known where the first is not."""
    if values[0] is None:
        return None
    return tuple(float("inf") if value is None else -value for value in values)


def _by_skills(each: Fit) -> Place | None:
    """By the value; where so little is known that bounds alone are shown, after the rest by the lower one."""
    score = each.skills
    if score.value is None:
        return None
    return (1, -(score.lower or 0.0)) if score.is_thin else (0, -score.value)


def _by_needs(each: Fit) -> Place | None:
    closing = sum(verdict.closes for verdict in each.verdicts)
    return (closing, -each.needs_met) if each.needs_known else None


COLUMNS: Final[Mapping[str, Callable[[Fit], Place | None]]] = {
    "interest": lambda each: _falling(each.c_index, each.iachan_m, each.correlation),
    "c_index": lambda each: _falling(each.c_index),
    "iachan_m": lambda each: _falling(each.iachan_m),
    "correlation": lambda each: _falling(each.correlation),
    "skills": _by_skills,
    "gate": lambda each: {"open": (0,), "none": (0,), "closed": (1,)}.get(each.gate),
    "needs": _by_needs,
    "preparation": lambda each: None if each.preparation is None else (each.preparation,),
    "uses": lambda each: None if each.uses is None else (-len(each.uses),),
    "title": lambda each: (),
}


# --- From a plan ----------------------------------------------------------------------------------


def explore(now: Moment, roles: Iterable[Role | RoleState | FoundRole]) -> Exploration:
    """How some roles look to the person on the day.

    Args:
        now: The day.
        roles: Roles of any source, which need not be in the plan, such as those that `formats.onet`
            reads; the states of ``now.roles`` will do, and so
            will what ``extensions.roles`` finds.  Of two with one id the first counts.

    Raises:
        InvalidValue: If something else than a role is among them.
    """
    by_id: dict[str, Role] = {}
    for at, each in enumerate(roles):
        role = each.role if isinstance(each, RoleState | FoundRole) else each
        if not isinstance(role, Role):
            raise refuse(f"roles[{at}]", "a Role", role)
        by_id.setdefault(role.id, role)
    person = _person(now)
    profile = person.interests
    apart, uses = _apart(person, list(by_id.values()))
    return Exploration(
        day=now.day,
        fits=tuple(attrs.evolve(fit(person, role), uses=uses.get(id)) for id, role in by_id.items()),
        apart=apart,
        interests=None if profile is None or profile_of(profile) is None else profile.letters,
    )


def _person(now: Moment) -> Person:
    stated, found = now.priorities, now.interests
    states = {id: state for id, state in now.skills.items() if state.assessment is not None}
    return Person(
        interests=None if found is None else found.interests,
        levels={id: state.assessment for id, state in states.items() if state.assessment is not None},
        tops={id: state.skill.top for id, state in states.items()},
        needs=() if stated is None else stated.needs,
    )


def _apart(
    person: Person, roles: Sequence[Role]
) -> tuple[tuple[Advantage, ...], Mapping[str, tuple[str, ...]]]:
    """What sets the person apart, and which of that each role leans on.

    Only skills with a level that is known are columns, as shares of the top of their scales: a skill
    that nobody has rated is not a skill at level 0.
    """
    asked = {
        role.id: {
            need.skill: need.level / person.tops[need.skill]
            for need in role.requires
            if person.level(need.skill, need.level) is not None
        }
        for role in roles
    }
    skills = sorted({skill for levels in asked.values() for skill in levels})
    ours = [person.levels[skill].level / person.tops[skill] for skill in skills]
    mine, *theirs = revealed_advantage(
        [ours, *([each.get(s, 0.0) for s in skills] for each in asked.values())]
    )
    advantages = [
        Advantage(skill, value) for skill, value in zip(skills, mine, strict=True) if value is not None
    ]
    apart = sorted(
        (each for each in advantages if each.value > APART), key=lambda each: (-each.value, each.skill)
    )
    uses = {
        id: tuple(each.skill for each in apart if (row[skills.index(each.skill)] or 0.0) > APART)
        for (id, levels), row in zip(asked.items(), theirs, strict=True)
        if any(levels.values())
    }
    return tuple(apart), uses
