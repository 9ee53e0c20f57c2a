"""How one role looks to a person: interests, skills, needs and preparation, each on its own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

import attrs

from careertrack.methods import attainment, c_index, differentiation, iachan_m, profile_correlation
from careertrack.naming import folded
from careertrack.page import Items, Page, Shown
from careertrack.progress import MustHave
from careertrack.questions.needs import Gate, Known, Verdict, gate_of, judged, on_scale
from careertrack.records.roles import Role
from careertrack.records.self import Interests, Need
from careertrack.records.skills import Assessment
from careertrack.score import Score

__all__ = ["Fit"]

PREPARATION: Final = ("little", "some", "medium", "considerable", "extensive")  # published: O*NET's job zones
_ZONE_NAMES: Final = ("preparation", "job zone")  # what a need for preparation is called
_LETTERS: Final = {
    "realistic": "R",
    "investigative": "I",
    "artistic": "A",
    "social": "S",
    "enterprising": "E",
    "conventional": "C",
}


@attrs.frozen(kw_only=True, repr=False)
class Fit(Shown):
    """How one role looks to a person; there is no total, since nothing says what each of these is worth.

    Args:
        role: The role.
        c_index: How near the three letters are, rank by rank, 0 to 18, 9 at random; ``None`` where
            interests are not known, or are flat.
        iachan_m: How many letters are the same and how high they stand, 0 to 28.
        correlation: How alike the two profiles are in shape, -1 to 1.
        skills: Attainment by the current levels; what nobody has rated widens its bounds.
        must_haves: The skills without which there is no getting in.
        off_scale: Skills asked for at a level beyond the scale that the person's own level is on; they
            count as unknown.
        verdicts: Each need, and whether the role meets it as far as a role can say.
        uses: The skills that set the person apart and that this role leans on; ``None`` where
            that cannot be told.
    """

    role: Role
    c_index: float | None
    iachan_m: float | None
    correlation: float | None
    skills: Score
    must_haves: tuple[MustHave, ...] = ()
    off_scale: tuple[str, ...] = ()
    verdicts: tuple[Verdict, ...] = ()
    uses: tuple[str, ...] | None = None

    @property
    def id(self) -> str:
        """Id of the role."""
        return self.role.id

    @property
    def preparation(self) -> int | None:
        """The role's job zone, 1 to 5."""
        return self.role.preparation

    @property
    def gate(self) -> Gate:
        """Whether every must-have is there: closed if one is known not to be, none if there are none."""
        return gate_of(each.met for each in self.must_haves)

    @property
    def needs_met(self) -> int:
        """How many needs the role is known to meet."""
        return sum(each.met is True for each in self.verdicts)

    @property
    def needs_known(self) -> int:
        """How many needs the role decides at all."""
        return sum(each.met is not None for each in self.verdicts)

    def reasons(self) -> Iterator[str]:
        """Why each column says what it does, a line each."""
        yield f"interests: {self._interests()}"
        yield f"skills: {', '.join(self._skills())}"
        for each in self.must_haves:
            level = "not known" if each.level is None else f"level {each.level:g}"
            yield f"must-have {each.skill}: {level}, {each.required:g} required"
        if self.off_scale:
            yield f"on another scale than your level: {', '.join(self.off_scale)}"
        yield from (f"needs: {verdict}" for verdict in self.verdicts)
        zone = self.preparation
        yield f"preparation: {'not known' if zone is None else f'{zone} of 5, {PREPARATION[zone - 1]}'}"
        if self.uses:
            yield f"leans on what sets you apart: {', '.join(self.uses)}"

    def _interests(self) -> str:
        if self.c_index is None or self.role.interests is None:
            return "not known"
        alike = "" if self.correlation is None else f", correlation {self.correlation:.2f}"
        numbers = f"C-index {self.c_index:.3g} of 18, 9 at random; Iachan's M {self.iachan_m:.3g} of 28"
        return f"{self.role.interests.letters}; {numbers}{alike} [published]"

    def _skills(self) -> Iterator[str]:
        yield self.skills.headline()
        short = [part for part in self.skills.parts if part.score.value is not None and part.score.value < 1]
        for part in sorted(short, key=lambda part: (part.score.value or 0.0, part.name)):
            yield f"{part.name} {part.score.reason}"
        unknown = [part.name for part in self.skills.parts if part.score.value is None]
        if unknown:
            yield f"not known: {', '.join(unknown)}"

    def page(self) -> Page:
        """What the role is called, and why each column says what it does."""
        return Page(self.role.title, [Items([*self.reasons()])])

    def __repr__(self) -> str:
        return f"<Fit of {self.id}>"

    def to_dict(self) -> dict[str, Any]:
        """Plain data."""
        return {
            "role": self.role.id,
            "title": self.role.title,
            "source": self.role.source,
            "c_index": self.c_index,
            "iachan_m": self.iachan_m,
            "correlation": self.correlation,
            "skills": self.skills.to_dict(),
            "must_haves": [
                {"skill": each.skill, "required": each.required, "level": each.level, "met": each.met}
                for each in self.must_haves
            ],
            "gate": self.gate,
            "off_scale": list(self.off_scale),
            "needs": [each.to_dict() for each in self.verdicts],
            "preparation": self.preparation,
            "uses": None if self.uses is None else list(self.uses),
            "reasons": list(self.reasons()),
        }


@attrs.frozen(kw_only=True)
class Person:
    """What is known of the person on the day.

    Args:
        interests: The latest profile.
        levels: The newest assessment of each skill.
        tops: The top of each skill's scale.
        needs: What a position must, should or must not bring.
    """

    interests: Interests | None
    levels: Mapping[str, Assessment]
    tops: Mapping[str, float]
    needs: Sequence[Need]

    def level(self, skill: str, required: float) -> float | None:
        """The level of a skill, where it is on the scale that it is asked for on."""
        known = self.levels.get(skill)
        return None if known is None or required > self.tops[skill] else known.level


def fit(person: Person, role: Role) -> Fit:
    """How one role looks to a person."""
    ours, theirs = profile_of(person.interests), profile_of(role.interests)
    both = None if ours is None or theirs is None else (ours, theirs)
    asked = [need for need in role.requires if need.level > 0]
    levels = {need.skill: person.level(need.skill, need.level) for need in asked}
    score = attainment(
        levels,
        {need.skill: need.level for need in asked},
        {need.skill: need.importance for need in asked},
    )
    behind = tuple(person.levels[skill] for skill, level in levels.items() if level is not None)
    reason = score.reason if score.coverage is not None else "the role asks for no skill that has weight"
    return Fit(
        role=role,
        c_index=None if both is None else c_index(*both),
        iachan_m=None if both is None else iachan_m(*both),
        correlation=None if both is None else profile_correlation(*both),
        skills=attrs.evolve(score, reason=reason, records=behind),
        must_haves=tuple(
            MustHave(skill=need.skill, required=need.level, level=levels[need.skill])
            for need in asked
            if need.must_have
        ),
        off_scale=tuple(skill for skill, level in levels.items() if level is None and skill in person.levels),
        verdicts=tuple(judged(need, _of_role(need, role)) for need in person.needs),
    )


def profile_of(interests: Interests | None) -> tuple[float, ...] | None:
    """Six numbers; none of a flat profile, which points nowhere."""
    if interests is None:
        return None
    six = tuple(interests.scores.values())
    return six if differentiation(six) > 0 else None


def _of_role(need: Need, role: Role) -> Known | str:
    """What a role says of a need: its job zone and its interests; most needs only a position can meet."""
    criterion = folded(need.criterion)
    if criterion in _ZONE_NAMES and role.preparation is not None:
        return on_scale(need, role.preparation, 1, len(PREPARATION))
    if criterion in _LETTERS and role.interests is not None:
        value = role.interests.scores[_LETTERS[criterion]]
        return on_scale(need, value, role.interests.low, role.interests.high)
    return "a role does not say"
