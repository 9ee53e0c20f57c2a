"""Advice as data: something worth knowing about a plan on a day; returned, never raised."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any, Final, Literal, NamedTuple

import attrs

from careertrack.moment import Moment
from careertrack.page import Line, Page, Shown, Word
from careertrack.record import Record
from careertrack.vocabulary import Pillar

__all__ = ["Finding"]

Severity = Literal["hint", "notice", "warning"]
SEVERITIES: Final[Mapping[Severity, str]] = MappingProxyType(
    {"warning": "a day is near or past", "notice": "worth a look", "hint": "could be set out"}
)
"""What each severity is called, the pressing first."""

_SENTENCES: Final[Mapping[str, str]] = {
    # Direction
    "no-goal": "no goal is set out yet: one small goal with a day is enough to begin",
    "goal-not-measurable": "goal {id} has no target, no anchors and no parts, so nothing shows how far it is",
    "goal-not-dated": "goal {id} has no day to reach it by",
    "goal-past-due": "goal {id} was due on {due} and is still open: reach it, move it or let it go",
    "goal-behind": "goal {id} is {days} days behind the schedule it was given",
    "goal-not-checked": "goal {id} was last looked at {days} days ago: a check-in says where it stands",
    "goal-reached": "goal {id} reached its target on {on} and is still open",
    "chance-outside": "goal {id} has a stated chance of {chance}: attainable yet challenging is 30 % to 70 %",
    "obstacles-not-planned": "goal {id} is a difficult one, and for no obstacle it says what to do then",
    "goals-unimportant": "each of the open goals ({count}) is given less than the usual importance",
    "parts-done": "all parts of goal {id} ({count}) are done, and it is still open",
    "part-after-whole": "goal {id} is due on {due}, and {parent}, which it is part of, on {parent_due}",
    "no-target-role": "no role is aimed at, so readiness cannot be told",
    "priorities-not-stated": "it is not written down yet what matters most in a position",
    "priorities-old": "what matters most was last written down on {on}, over a year ago",
    "interests-not-stated": "no role is aimed at, and no profile of interests is there to look for one",
    "look-back-due": "a decision of {on} was to be looked back on by {due}",
    "pillars-not-set-out": "nothing is asked yet, of those that can be, for: {pillars}",
    "capacity-not-stated": "time is promised, and how much there is in a week is not written down",
    "promised-beyond-capacity": "routines promise {promised} minutes a week, and there are {capacity}",
    # Skills
    "role-without-requirements": "role {role} is aimed at, and it is not written down what it asks for",
    "skill-never-assessed": "skills asked for by role {role}, never assessed yet ({count}): {skills}",
    "assessment-stale": "skills asked for by role {role}, last assessed over a year ago ({count}): {skills}",
    "must-have-without-course": "must-haves of role {role} not met, nothing under way ({count}): {skills}",
    "must-have-claimed": "must-haves of role {role} that only you have rated ({count}): {skills}",
    "must-have-without-evidence": "must-haves of role {role} with no evidence on record ({count}): {skills}",
    "credential-expires": "{credential} expires on {expires}",
    "credential-expired": "{credential} expired on {expires}",
    "course-past-due": "course {id} was due on {due} and is neither done nor dropped",
    "course-without-minutes": "course {id} is due on {due}, and it is not written down how long it takes",
    "course-before-prerequisites": "course {id} builds on skills with no level yet ({count}): {skills}",
    "training-over-budget": "open courses cost {cost}, and the training budget is {budget}",
    # Manager
    "no-manager-cadence": "there is a manager and no promised rhythm of talks with them",
    "manager-not-recorded": "position {id} is held, and no contact is recorded as the manager",
    "aspirations-not-raised": "in {count} talks with the manager your aspirations did not come up",
    "no-review": "no review with the manager is on record within a year",
    "evidence-not-shown": "accomplishments that no manager was shown yet ({count}): {ids}",
    "evidence-not-acknowledged": "accomplishments that were shown and not acknowledged yet ({count}): {ids}",
    # Network
    "cadence-overdue": "cadence {id} was due on {due}",
    "promise-overdue": "commitment {id} was due on {due} and is still open",
    "promise-moved-twice": "commitment {id} was moved {times} times and is still open",
    "no-way-to-reach": "cadence {id} is with a contact who has no e-mail, phone or link",
    "reference-not-asked": "references who are not on record as asked yet ({count}): {contacts}",
    "tie-dormant": "contacts who vouch for you, last talked to over a year ago ({count}): {contacts}",
    "nobody-new": "the last new contact was met on {met}",
    "searching-alone": "{count} applications in four weeks, and no talk with anybody",
    "skills-only": "all {minutes} minutes of the last four weeks went to skills, and none to people",
    "thanks-owed": "contacts who helped, with no thanks on record since ({count}): {contacts}",
    "help-one-way": "{count} talks in the last quarter helped you, and none the others",
    "advice-not-used": "advice was given on {on} by {contacts}, and nothing came of it on record since",
    "event-ahead": "event {id} is on {on}",
    "event-without-follow-up": "contacts met at {id} with no talk since ({count}): {contacts}",
    # Change
    "outcomes-unknown": "of {count} transitions it is not known what came of them",
    "step-after-end": "transition {id} went on to {stage} after it had ended as {end}",
    "posting-closes": "the posting of {id} closes on {closes}",
    "posting-closed": "the posting of {id} closed on {closes}, and no application is on record",
    "application-silent": "applications without an answer or a follow-up for four weeks ({count}): {ids}",
    "interview-unprepared": "event {id} is on {on}, and no time to prepare for it is on record",
    "answer-due": "an offer for {id} is to be answered by {due}",
    "offer-without-priorities": "there is an offer for {id}, and it is not written down what matters most",
    "accepted-without-position": "{id} was accepted on {on}, and no position has begun since on record",
    "cold-only": "all {count} applications of the last quarter went out cold, with nobody in between",
    "one-organization": "all that is under way in the search ({count}) is at one organization",
    "cv-not-named": "of {count} applications it is not written down what was sent",
    "runway-not-stated": "no position is held now, and how long the means last is not written down",
    "runway-short": "by what was written down on {stated}, the means last until {until}",
    "runway-old": "how long the means last was last written down on {stated}",
    "runway-before-offer": "the chance of an offer before the means end on {until} stands at {chance} so far",
    "gap-without-story": "no position is on record from {since} to {until}, and no story of that time",
    # Perseverance
    "setback-without-lesson": "setback {id} has no lesson and no change yet",
    "retry-past": "setback {id} was to be tried again by {retry}",
    "rejections-without-lesson": "{count} rejections in the last quarter, and no lesson is written down yet",
    "nothing-logged": "nothing was written down for {days} days: if it was a rest, a pause says so",
    "pause-ends": "the pause ends on {until}",
    "spirits-falling": "{what} went down over the last three times it was written down: be kind to yourself",
    "wins-not-noted": "none of the last {count} reflections says what went well",
    "routine-tiny": "routine {id} comes to {minutes} minutes a week: it may have room to grow",
    "routine-without-cue": "routine {id} has no time and place of its own",
    "on-what-ended": "a record of {on} is about {kind} {id}, which had ended on {ended}",
}


@attrs.frozen(kw_only=True)
class Finding(Shown):
    """Something worth knowing, with the facts that its sentence is made of.

    Args:
        code: Stable name of the rule.
        severity: ``hint`` where something could be set out, ``notice`` where something is worth
            a look, ``warning`` where a day is near or past.
        pillar: Where it belongs.
        params: The facts, plain values by name.
        records: The records behind it.
        sentence: What the message of an extension's finding is made from; empty for the library's own.

    >>> print(Finding(code="goal-not-dated", severity="hint", pillar="direction", params={"id": "sql"}))
    goal sql has no day to reach it by
    """

    code: str
    severity: Severity
    pillar: Pillar
    params: Mapping[str, Any] = attrs.field(factory=dict, hash=False)
    records: tuple[Record, ...] = attrs.field(default=(), repr=False)
    sentence: str = attrs.field(default="", repr=False)

    @property
    def message(self) -> str:
        """What was found, as a sentence."""
        return (self.sentence or _SENTENCES[self.code]).format_map(self.params)

    def page(self) -> Page:
        """What was found, in a line."""
        return Page(self.message)

    def full_page(self) -> Page:
        """What was found; how pressing it is, and where it belongs."""
        severity = Word(self.severity, SEVERITIES[self.severity])
        return Page(self.message, [Line((Word(self.pillar), ": ", severity))])

    def to_dict(self) -> dict[str, Any]:
        """Plain data."""
        return {
            "code": self.code,
            "severity": self.severity,
            "pillar": self.pillar,
            "params": dict(self.params),
            "message": self.message,
        }


# --- Rules -------------------------------------------------------------------------------------


class Said(NamedTuple):
    """What a rule has to say, once.

    Args:
        params: The facts that its sentence is made of.
        records: The records behind it.
        pillar: Where it belongs, if that is not the same each time.
    """

    params: dict[str, Any]
    records: tuple[Record, ...] = ()
    pillar: Pillar | None = None


@attrs.frozen
class Rule:
    """A rule: what it is called, how pressing it is, where it belongs, and what it has to say of a day."""

    code: str
    severity: Severity
    pillar: Pillar
    says: Callable[[Moment], Iterator[Said]]

    def __call__(self, now: Moment) -> Iterator[Finding]:
        for params, records, pillar in self.says(now):
            yield Finding(
                code=self.code,
                severity=self.severity,
                pillar=pillar or self.pillar,
                params=params,
                records=records,
            )


def rule(
    code: str, severity: Severity, pillar: Pillar
) -> Callable[[Callable[[Moment], Iterator[Said]]], Rule]:
    """Declares a function, whose docstring states the rule, as the rule of a code."""
    return lambda says: Rule(code, severity, pillar, says)


NAMED: Final = 5  # house: what a sentence can name; an occupation asks for a hundred skills


def listed(ids: Sequence[str]) -> str:
    """The first few of some ids, and how many more there are.

    >>> listed(["a", "b"]), listed(["a", "b", "c", "d", "e", "f", "g"])
    ('a, b', 'a, b, c, d, e, 2 more')
    """
    more = [f"{len(ids) - NAMED} more"] if len(ids) > NAMED else []
    return ", ".join([*ids[:NAMED], *more])


CODES: Final = tuple(_SENTENCES)
