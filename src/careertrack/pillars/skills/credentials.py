"""Credentials: what expires, and what has."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from careertrack.moment import Moment
from careertrack.pillars.finding import Rule, Said, rule
from careertrack.records.setbacks import Resolution

EXPIRY_NOTICE_DAYS: Final = 90  # house: time enough to sit an examination again


def in_force_longest(now: Moment) -> tuple[tuple[str, date, Resolution], ...]:
    """Each credential that runs out, with the last day of it and the record that reaches furthest."""
    latest: dict[str, Resolution] = {}
    for record in now.facts(Resolution):
        if record.credential is not None and record.outcome == "done":
            before = latest.get(record.credential)
            if before is None or (record.expires or date.max) >= (before.expires or date.max):
                latest[record.credential] = record
    return tuple((name, each.expires, each) for name, each in latest.items() if each.expires is not None)


@rule("credential-expires", "warning", "skills")
def expires(now: Moment) -> Iterator[Said]:
    """A credential that expires within 90 days and was not earned again for longer."""
    for credential, last, record in now.once(in_force_longest):
        if 0 <= (last - now.day).days <= EXPIRY_NOTICE_DAYS:
            yield Said({"credential": credential, "expires": str(last)}, (record,))


@rule("credential-expired", "notice", "skills")
def expired(now: Moment) -> Iterator[Said]:
    """A credential that expired and was not earned again for longer."""
    for credential, last, record in now.once(in_force_longest):
        if last < now.day:
            yield Said({"credential": credential, "expires": str(last)}, (record,))


RULES: Final[tuple[Rule, ...]] = (expires, expired)
