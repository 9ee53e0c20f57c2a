"""How ready the person is for the roles aimed at."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal

import attrs

from careertrack.methods import attainment
from careertrack.moment import Moment
from careertrack.page import Block, Figure, Figures, Items, Line, Page, Section, Shown, Word
from careertrack.page.scores import meter, parts_of
from careertrack.records.roles import Requirement
from careertrack.records.skills import Assessment
from careertrack.score import Score

__all__ = ["MustHave", "Readiness"]


@attrs.frozen(kw_only=True)
class MustHave:
    """A skill without which there is no getting into a role.

    Args:
        skill: Its id.
        required: The level asked for.
        level: The level now; ``None`` if not known.
    """

    skill: str
    required: float
    level: float | None

    @property
    def met(self) -> bool | None:
        """Whether the level is there; ``None`` if not known."""
        return None if self.level is None else self.level >= self.required


@attrs.frozen(kw_only=True)
class Readiness(Shown):
    """How ready the person is for a role.

    Args:
        role: Id of the role.
        title: Its title.
        score: Attainment by the newest level of each skill, whoever rated it.
        proven: Attainment by what a certificate, a test, a manager or a peer says alone.
        must_haves: The gate beside the score.
        claimed: Skills that only the owner has rated.
        stale: Skills whose newest level is over a year old.
        unknown: Skills nobody has rated.
    """

    role: str
    title: str = attrs.field(repr=False)
    score: Score
    proven: Score
    must_haves: tuple[MustHave, ...] = ()
    claimed: tuple[str, ...] = ()
    stale: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()

    @property
    def gate(self) -> Literal["open", "closed", "unknown", "none"]:
        """Whether every must-have is met: closed if one is known not to be, none if there are none."""
        met = [each.met for each in self.must_haves]
        if not met:
            return "none"
        if False in met:
            return "closed"
        return "unknown" if None in met else "open"

    def explain(self, depth: int = 9) -> str:
        """The arithmetic as a tree, then what stands beside it.

        Args:
            depth: How many levels of parts to go down.
        """
        return "\n".join([self.score.explain(f"readiness for {self.title}", depth), *self.beside()])

    def beside(self) -> list[str]:
        """What stands beside the score, a line each: proof, the gate, and skills by what is known of them."""
        lines = [self.proven.explain("proven by others alone", 0)]
        if self.must_haves:
            lines.append(f"must-haves, gate {self.gate}:")
            lines += [f"  {_gate_line(each)}" for each in self.must_haves]
        return [*lines, *(f"{label}: {', '.join(skills)}" for label, skills in self._known() if skills)]

    def page(self) -> Page:
        """The score with its parts, then what stands beside it."""
        return Page((Word("readiness for"), f" {self.title}"), self.blocks())

    def blocks(self) -> Sequence[Block]:
        """The page without its title."""
        scores = ((Word("readiness"), self.score), (Word("proven by others alone"), self.proven))
        figures = Figures([Figure(name, meter(score)) for name, score in scores])
        gates = [*map(_gate_line, self.must_haves)]
        gate = [Section((Word("must-haves, gate"), " ", Word(self.gate)), [Items(gates)])] if gates else []
        named = [Line((Word(label), f": {', '.join(skills)}")) for label, skills in self._known() if skills]
        return [figures, *parts_of(self.score), *gate, *named]

    def _known(self) -> Sequence[tuple[str, Sequence[str]]]:
        return (
            ("claimed by the owner alone", self.claimed),
            ("not assessed for over a year", self.stale),
            ("never assessed", self.unknown),
        )

    def to_dict(self) -> dict[str, Any]:
        """Plain data."""
        return {
            "role": self.role,
            "title": self.title,
            "score": self.score.to_dict(),
            "proven": self.proven.to_dict(),
            "gate": self.gate,
            "must_haves": [
                {"skill": each.skill, "required": each.required, "level": each.level, "met": each.met}
                for each in self.must_haves
            ],
            "claimed": list(self.claimed),
            "stale": list(self.stale),
            "unknown": list(self.unknown),
        }


def _gate_line(each: MustHave) -> str:
    if each.level is None:
        return f"{each.skill}: not known, {each.required:g} required"
    verdict = "met" if each.met else "not met"
    return f"{each.skill}: {verdict}, level {each.level:g} of {each.required:g} required"


def readiness(now: Moment, id: str) -> Readiness:
    """How ready the person is for a role on the day.

    What is recorded in words that only a newer version can read is left out, and named.
    """
    state = now.roles.get(id)
    if state is None:
        left_out = Score.not_asked("only a newer version can read what the role asks for")
        return Readiness(role=id, title=id, score=left_out, proven=left_out)
    asked = [need for need in state.role.requires if need.level > 0]
    needs = [need for need in asked if need.skill in now.skills]
    unread = [need.skill for need in asked if need.skill not in now.skills]
    states = {need.skill: now.skills[need.skill] for need in needs}
    newest = {skill: state.assessment for skill, state in states.items()}
    proven = {skill: state.proven for skill, state in states.items()}
    levels = {skill: None if each is None else each.level for skill, each in newest.items()}
    return Readiness(
        role=id,
        title=state.role.title,
        score=_attained(needs, newest, unread),
        proven=_attained(needs, proven, unread),
        must_haves=tuple(
            MustHave(skill=need.skill, required=need.level, level=levels.get(need.skill))
            for need in asked
            if need.must_have
        ),
        claimed=tuple(skill for skill in states if levels[skill] is not None and proven[skill] is None),
        stale=tuple(skill for skill, state in states.items() if state.is_stale),
        unknown=tuple(skill for skill in states if levels[skill] is None),
    )


def _attained(
    needs: Sequence[Requirement], behind: Mapping[str, Assessment | None], unread: Sequence[str]
) -> Score:
    """Attainment by some assessments, each part with the assessment behind it."""
    score = attainment(
        {skill: None if each is None else each.level for skill, each in behind.items()},
        {need.skill: need.level for need in needs},
        {need.skill: need.importance for need in needs},
    )
    asked = {need.skill: need for need in needs}
    parts = tuple(
        part._replace(score=_told(part.score, asked[part.name], behind[part.name])) for part in score.parts
    )
    reason = score.reason if score.coverage is not None else "the role asks for no skill that has weight"
    left_out = f"left out, as only a newer version can read them: {', '.join(unread)}" if unread else ""
    return attrs.evolve(score, parts=parts, reason="; ".join(filter(None, [reason, left_out])))


def _told(score: Score, need: Requirement, assessment: Assessment | None) -> Score:
    """A part of attainment that says why it weighs what it does, who rated it and when."""
    reason = f"{score.reason}, importance {need.importance:g}"
    if assessment is None:
        return attrs.evolve(score, reason=reason)
    return attrs.evolve(
        score, reason=f"{reason}, by {assessment.by} on {assessment.on}", records=(assessment,)
    )
