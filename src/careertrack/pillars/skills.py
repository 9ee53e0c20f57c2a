"""Skills: what is asked for and not known, what grows old, what expires."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Final

from careertrack.moment import Moment
from careertrack.pillars.finding import Finding, Rule
from careertrack.records.roles import Role
from careertrack.records.setbacks import Resolution

EXPIRY_NOTICE: Final = timedelta(days=90)  # house: time enough to sit an examination again


def _asked(now: Moment) -> Iterator[tuple[str, Role]]:
    """The skills that the target roles ask for, each once, with the first role that does."""
    seen = set[str]()
    for id in filter(now.roles.__contains__, now.target_roles):
        role = now.roles[id].role
        for need in role.requires:
            if need.level > 0 and need.skill not in seen and need.skill in now.skills:
                seen.add(need.skill)
                yield need.skill, role


def never_assessed(now: Moment) -> Iterator[Finding]:
    """A skill of a target role that nobody ever rated."""
    for id, role in _asked(now):
        if now.skills[id].assessment is None:
            params = {"id": id, "role": role.id}
            yield Finding(
                code="skill-never-assessed", severity="hint", pillar="skills", params=params, records=(role,)
            )


def assessment_stale(now: Moment) -> Iterator[Finding]:
    """A skill of a target role whose newest assessment is over a year old."""
    for id, role in _asked(now):
        newest = now.skills[id].assessment
        if newest is not None and now.skills[id].is_stale:
            params = {"id": id, "role": role.id, "on": str(newest.on)}
            yield Finding(
                code="assessment-stale", severity="notice", pillar="skills", params=params, records=(newest,)
            )


def credential_expires(now: Moment) -> Iterator[Finding]:
    """A credential that expired, or will within 90 days."""
    for record in now.facts(Resolution):
        if record.expires is not None and record.expires <= now.day + EXPIRY_NOTICE:
            params = {"credential": record.credential, "expires": str(record.expires)}
            yield Finding(
                code="credential-expires",
                severity="warning",
                pillar="skills",
                params=params,
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


RULES: Final[tuple[Rule, ...]] = (never_assessed, assessment_stale, credential_expires, course_past_due)
