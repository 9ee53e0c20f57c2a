"""Skills: what is asked for and not known, what grows old, what expires."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, Final

from careertrack.moment import Moment
from careertrack.pillars.finding import Finding, Rule
from careertrack.records.roles import Role
from careertrack.records.setbacks import Resolution
from careertrack.state.skills import SkillState

EXPIRY_NOTICE_DAYS: Final = 90  # house: time enough to sit an examination again
NAMED: Final = 5  # skills in a sentence; an occupation asks for a hundred


def _asked(now: Moment) -> Iterator[tuple[Role, list[SkillState]]]:
    """The target roles with the skills that each asks for, a skill under the first role that does."""
    seen = set[str]()
    for role in (now.roles[id].role for id in now.target_roles):
        asked = [need.skill for need in role.requires if need.level > 0]
        yield role, [now.skills[id] for id in asked if id not in seen]
        seen.update(asked)


def _params(role: Role, states: Sequence[SkillState]) -> dict[str, Any]:
    names = [state.skill.id for state in states]
    more = [f"{len(names) - NAMED} more"] if len(names) > NAMED else []
    return {"role": role.id, "count": len(names), "skills": ", ".join(names[:NAMED] + more)}


def never_assessed(now: Moment) -> Iterator[Finding]:
    """Skills of a target role that nobody ever rated."""
    for role, asked in _asked(now):
        states = [state for state in asked if state.assessment is None]
        if states:
            records = (role, *(state.skill for state in states))
            params = _params(role, states)
            yield Finding(
                code="skill-never-assessed", severity="hint", pillar="skills", params=params, records=records
            )


def assessments_stale(now: Moment) -> Iterator[Finding]:
    """Skills of a target role whose newest assessments are over a year old."""
    for role, asked in _asked(now):
        states = [state for state in asked if state.is_stale]
        if states:
            records = tuple(state.assessment for state in states if state.assessment is not None)
            params = _params(role, states)
            yield Finding(
                code="assessment-stale", severity="notice", pillar="skills", params=params, records=records
            )


def credential_expires(now: Moment) -> Iterator[Finding]:
    """A credential that expired, or will within 90 days, and was not earned again for longer."""
    latest: dict[str, Resolution] = {}
    for record in now.facts(Resolution):
        if record.credential is not None and record.outcome == "done":
            before = latest.get(record.credential)
            if before is None or (record.expires or date.max) >= (before.expires or date.max):
                latest[record.credential] = record
    for credential, record in latest.items():
        if record.expires is None or (record.expires - now.day).days > EXPIRY_NOTICE_DAYS:
            continue
        is_past = record.expires < now.day
        yield Finding(
            code="credential-expired" if is_past else "credential-expires",
            severity="notice" if is_past else "warning",
            pillar="skills",
            params={"credential": credential, "expires": str(record.expires)},
            records=(record,),
        )


def course_past_due(now: Moment) -> Iterator[Finding]:
    """An open course whose day is past."""
    for id, state in now.courses.items():
        due = state.course.due
        if state.status == "open" and due is not None and due < now.day:
            params = {"id": id, "due": str(due)}
            yield Finding(
                code="course-past-due",
                severity="warning",
                pillar="skills",
                params=params,
                records=(state.course,),
            )


RULES: Final[tuple[Rule, ...]] = (never_assessed, assessments_stale, credential_expires, course_past_due)
