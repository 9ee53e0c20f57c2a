"""The case for a role: what it asks for, what proves it, where that was shown, and what is missing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Final, Literal

import attrs

from careertrack.moment import Moment
from careertrack.page import Line, Page, Said, Shown, Word
from careertrack.pillars.people import is_with_manager
from careertrack.questions.asking import contact_name, is_on_record, not_there, sections
from careertrack.records.people import Conversation
from careertrack.records.roles import Requirement
from careertrack.records.skills import Assessment, Evidence
from careertrack.state.skills import EvidenceState, SkillState
from careertrack.vocabulary import Rater

__all__ = ["Asked", "Case", "Proof", "Seen"]

Gap = Literal[
    "unreadable", "never-assessed", "stale", "below", "own-word-only",
    "no-evidence", "not-shown", "not-acknowledged",
]  # fmt: skip
_GAPS: Final[Mapping[Gap, str]] = {
    "unreadable": "only a newer version can read this skill",
    "never-assessed": "nobody has rated the level",
    "stale": "the level was rated over a year ago",
    "below": "the level is below what is asked",
    "own-word-only": "the level is your own word; a manager, a peer, a test or a certificate would prove it",
    "no-evidence": "no evidence is on record",
    "not-shown": "the evidence was shown to nobody",
    "not-acknowledged": "nobody has acknowledged the evidence",
}
NO_PROMISE: Final = (
    "This informs a talk. It promises nothing: others decide, and for reasons of their own too."
)


@attrs.frozen(kw_only=True)
class Seen:
    """A talk in which evidence was shown or acknowledged.

    Args:
        on: The day.
        contacts: With whom.
        with_manager: Whether one of them was the owner's manager on that day.
    """

    on: date
    contacts: tuple[str, ...]
    with_manager: bool

    def to_dict(self) -> dict[str, Any]:
        """Plain data."""
        return {**attrs.asdict(self), "on": self.on.isoformat(), "contacts": list(self.contacts)}


@attrs.frozen(kw_only=True)
class Proof:
    """Evidence for a skill, and where it was shown and acknowledged.

    Args:
        evidence: Its id.
        title: What was done.
        impact: What came of it.
        on: The day it was first written down.
        shown: The talks it was shown in.
        acknowledged: The talks in which it was acknowledged.
    """

    evidence: str
    title: str = attrs.field(repr=False)
    impact: str | None = attrs.field(repr=False)
    on: date
    shown: tuple[Seen, ...]
    acknowledged: tuple[Seen, ...]

    def to_dict(self) -> dict[str, Any]:
        """Plain data."""
        return {
            "evidence": self.evidence,
            "title": self.title,
            "impact": self.impact,
            "on": self.on.isoformat(),
            "shown": [each.to_dict() for each in self.shown],
            "acknowledged": [each.to_dict() for each in self.acknowledged],
        }


@attrs.frozen(kw_only=True)
class Asked:
    """A skill that a role asks for, and what there is to say for it.

    Args:
        skill: Its id.
        name: What it is called.
        required: The level asked for.
        importance: How much it matters to the role, 1 to 5.
        must_have: Whether there is no getting in without it.
        level: The level now, by the newest rating; ``None`` if not known.
        by: Who or what rated it.
        rated_on: The day of that rating.
        proofs: The evidence for it, the newest first.
        missing: What is missing, as stable codes.
    """

    skill: str
    name: str
    required: float
    importance: float
    must_have: bool
    level: float | None
    by: Rater | None
    rated_on: date | None
    proofs: tuple[Proof, ...]
    missing: tuple[Gap, ...]

    @property
    def is_met(self) -> bool | None:
        """Whether the level is there; ``None`` if not known."""
        return None if self.level is None else self.level >= self.required

    def to_dict(self) -> dict[str, Any]:
        """Plain data."""
        return {
            "skill": self.skill,
            "name": self.name,
            "required": self.required,
            "importance": self.importance,
            "must_have": self.must_have,
            "level": self.level,
            "by": self.by,
            "rated_on": None if self.rated_on is None else self.rated_on.isoformat(),
            "is_met": self.is_met,
            "proofs": [each.to_dict() for each in self.proofs],
            "missing": list(self.missing),
        }


@attrs.frozen(kw_only=True, repr=False)
class Case(Shown):
    """What there is to say for the owner in a role, and what is missing.

    It informs a talk and promises nothing: evidence that was acknowledged stands here and is never scored.

    Args:
        day: The day it speaks of.
        role: Id of the role.
        title: What it is called.
        needs: What it asks for: must-haves first, then what matters most.
        names: What everybody who is mentioned is called, by id.
    """

    day: date
    role: str
    title: str
    needs: tuple[Asked, ...]
    names: Mapping[str, str] = attrs.field(hash=False)

    def _facts(self, need: Asked) -> Iterator[str]:
        if need.level is not None:
            yield f"level {need.level:g} of {need.required:g} asked, by {need.by} on {need.rated_on}"
        else:
            yield f"level not known, {need.required:g} asked"
        yield from (f"missing: {_GAPS[each]}" for each in need.missing)
        for proof in need.proofs:
            impact = "" if proof.impact is None else f" ({proof.impact})"
            facts = [f"proof of {proof.on}: {proof.title}{impact}"]
            facts += [f"shown to {self._told(each)}" for each in proof.shown]
            facts += [f"acknowledged by {self._told(each)}" for each in proof.acknowledged]
            yield "; ".join(facts)

    def _told(self, seen: Seen) -> str:
        people = ", ".join(self.names[id] for id in seen.contacts)
        return f"{people}{' (manager)' if seen.with_manager else ''} on {seen.on}"

    def page(self) -> Page:
        """What the role asks for, a section each, and that nothing is promised."""
        nothing = "" if self.needs else ": no skill is on record that it asks for"
        title = (Word("the case for"), " ", self.title, f" on {self.day}{nothing}")
        found = ((_heading(need), list(self._facts(need))) for need in self.needs)
        return Page(title, [*sections(found), Line(NO_PROMISE)])

    def __repr__(self) -> str:
        return f"<Case for {self.role} on {self.day}: {len(self.needs)} asked>"

    def to_dict(self) -> dict[str, Any]:
        """Plain data, with the names."""
        return {
            "day": self.day.isoformat(),
            "role": self.role,
            "title": self.title,
            "needs": [each.to_dict() for each in self.needs],
            "names": dict(self.names),
            "note": NO_PROMISE,
        }


def _heading(need: Asked) -> Said:
    return (need.name, ", ", Word("must-have")) if need.must_have else need.name


def case(now: Moment, role: str) -> Case:
    """What there is to say for the owner in a role on the day, and what is missing.

    Args:
        now: The day.
        role: Its id.

    Raises:
        KeyError: If there is no such role by the day.

    >>> import careertrack as ct
    >>> plan = ct.Plan() + ct.Skill(name="SQL")
    >>> plan += ct.Role(title="Data lead", requires=[ct.Requirement(skill="sql", level=5)])
    >>> plan += ct.Assessment(on="2026-01-09", skill="sql", level=5, by="test")
    >>> case(plan.as_of("2026-03-01"), "data-lead").needs[0].missing
    ('no-evidence',)
    """
    if not is_on_record(now, "role", role):
        raise not_there(now, "role", role)
    state = now.roles.get(role)
    asked = () if state is None else [need for need in state.role.requires if need.level > 0]
    proving = now.once(_proving)
    needs = tuple(
        _need(now, each, proving.get(each.skill, ()))
        for each in sorted(asked, key=lambda each: (not each.must_have, -each.importance))
    )
    seen = [each for need in needs for proof in need.proofs for each in (*proof.shown, *proof.acknowledged)]
    return Case(
        day=now.day,
        role=role,
        title=role if state is None else state.role.title,
        needs=needs,
        names={id: contact_name(now, id) for each in seen for id in each.contacts},
    )


def _proving(now: Moment) -> dict[str, list[str]]:
    """The evidence for each skill: what says that it proves it, and what a rating rests on."""
    pairs = [(skill, each.id) for each in now.standing(Evidence) for skill in each.skills]
    pairs += [(each.skill, each.evidence) for each in now.facts(Assessment) if each.evidence is not None]
    found: dict[str, list[str]] = {}
    for skill, id in dict.fromkeys(pairs):
        if id in now.evidence:
            found.setdefault(skill, []).append(id)
    return found


def _need(now: Moment, asked: Requirement, evidence: Iterable[str]) -> Asked:
    state = now.skills.get(asked.skill)
    proofs = [_proof(now, now.evidence[id]) for id in evidence]
    proofs.sort(key=lambda each: (-each.on.toordinal(), each.evidence))
    newest = None if state is None else state.assessment
    return Asked(
        skill=asked.skill,
        name=asked.skill if state is None else state.skill.name,
        required=asked.level,
        importance=asked.importance,
        must_have=asked.must_have,
        level=None if newest is None else newest.level,
        by=None if newest is None else newest.by,
        rated_on=None if newest is None else newest.on,
        proofs=tuple(proofs),
        missing=tuple(_missing(asked, state, proofs)),
    )


def _missing(asked: Requirement, state: SkillState | None, proofs: Sequence[Proof]) -> Iterator[Gap]:
    if state is None:
        yield "unreadable"
    elif state.level is None:
        yield "never-assessed"
    else:
        if state.is_stale:
            yield "stale"
        if state.level < asked.level:
            yield "below"
        if state.proven is None:
            yield "own-word-only"
    if not proofs:
        yield "no-evidence"
    elif not any(each.acknowledged for each in proofs):
        yield "not-acknowledged" if any(each.shown for each in proofs) else "not-shown"


def _proof(now: Moment, state: EvidenceState) -> Proof:
    evidence = state.evidence
    return Proof(
        evidence=evidence.id,
        title=evidence.title,
        impact=evidence.impact,
        on=now.own(Evidence, evidence.id)[0].on,
        shown=tuple(_seen(now, talk) for talk in state.shown_in),
        acknowledged=tuple(_seen(now, talk) for talk in state.acknowledged_in),
    )


def _seen(now: Moment, talk: Conversation) -> Seen:
    return Seen(on=talk.on, contacts=talk.contacts, with_manager=is_with_manager(now, talk))
