"""Advice as data: something worth knowing about a plan on a day; returned, never raised."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final, Literal

import attrs

from careertrack.moment import Moment
from careertrack.record import Record
from careertrack.vocabulary import Pillar

__all__ = ["Finding"]

Severity = Literal["hint", "notice", "warning"]

_SENTENCES: Final[Mapping[str, str]] = {
    "no-goal": "no goal is set out yet: one small goal with a day is enough to begin",
    "no-target-role": "no role is aimed at, so readiness cannot be told",
    "goal-not-measurable": "goal {id} has no target, no anchors and no parts, so nothing shows how far it is",
    "goal-not-dated": "goal {id} has no day to reach it by",
    "goal-past-due": "goal {id} was due on {due} and is still open: reach it, move it or let it go",
    "chance-outside": "goal {id} has a stated chance of {chance}: attainable yet challenging is 30 % to 70 %",
    "skill-never-assessed": "skills asked for by role {role}, never assessed yet ({count}): {skills}",
    "assessment-stale": "skills asked for by role {role}, last assessed over a year ago ({count}): {skills}",
    "credential-expires": "{credential} expires on {expires}",
    "credential-expired": "{credential} expired on {expires}",
    "course-past-due": "course {id} was due on {due} and is neither done nor dropped",
    "no-manager-cadence": "there is a manager and no promised rhythm of talks with them",
    "cadence-overdue": "cadence {id} was due on {due}",
    "promise-overdue": "commitment {id} was due on {due} and is still open",
    "no-way-to-reach": "cadence {id} is with a contact who has no e-mail, phone or link",
    "outcomes-unknown": "of {count} transitions it is not known what came of them",
    "answer-due": "an offer for {id} is to be answered by {due}",
    "step-after-end": "transition {id} went on to {stage} after it had ended as {end}",
    "setback-without-lesson": "setback {id} has no lesson and no change yet",
    "nothing-logged": "nothing was written down for {days} days: if it was a rest, a pause says so",
    "on-what-ended": "a record of {on} is about {kind} {id}, which had ended on {ended}",
}


@attrs.frozen(kw_only=True)
class Finding:
    """Something worth knowing, with the facts that its sentence is made of.

    Args:
        code: Stable name of the rule.
        severity: ``hint`` where something could be set out, ``notice`` where something is worth
            a look, ``warning`` where a day is near or past.
        pillar: Where it belongs.
        params: The facts, plain values by name.
        records: The records behind it.

    >>> print(Finding(code="goal-not-dated", severity="hint", pillar="direction", params={"id": "sql"}))
    goal sql has no day to reach it by
    """

    code: str
    severity: Severity
    pillar: Pillar
    params: Mapping[str, Any] = attrs.field(factory=dict, hash=False)
    records: tuple[Record, ...] = attrs.field(default=(), repr=False)

    @property
    def message(self) -> str:
        """What was found, as a sentence."""
        return _SENTENCES[self.code].format_map(self.params)

    def __str__(self) -> str:
        return self.message

    def to_dict(self) -> dict[str, Any]:
        """Plain data."""
        return {
            "code": self.code,
            "severity": self.severity,
            "pillar": self.pillar,
            "params": dict(self.params),
            "message": self.message,
        }


Rule = Callable[[Moment], Iterator[Finding]]
CODES: Final = tuple(_SENTENCES)
