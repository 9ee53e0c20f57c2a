"""Extensions and plans for the tests: small ones, whose numbers can be told by hand."""

from collections.abc import Iterator
from datetime import timedelta

import careertrack as ct
from careertrack import extending


@extending.finding(
    "acme-no-link", severity="hint", pillar="network", sentence="contact {id} has no link on {day}"
)
def no_link(now: extending.View) -> Iterator[tuple[dict[str, str], list[ct.Record]]]:
    """A contact has no link."""
    for id, state in now.contacts.items():
        if not state.contact.links:
            yield {"id": id, "day": str(now.day)}, [state.contact]


@extending.measure(
    "acme-hours", pillar="skills", reads=["capacity", "effort"], weight=2, step="sit down once"
)
def hours(now: extending.View) -> ct.Score | None:
    """Minutes of the last week, of those that there are."""
    stated = now.capacity
    if stated is None or not stated.minutes:
        return None
    if now.day - stated.on < timedelta(7):
        return ct.Score.not_asked("not due: it was stated less than a week ago")
    efforts = now.between(ct.Effort, now.day - timedelta(7), now.day - timedelta(1))
    done = sum(effort.minutes for effort in efforts)
    return ct.Score.of(
        min(1, done / stated.minutes),
        n=1,
        method="minutes of those there are",
        reason=f"{done} of {stated.minutes}",
        records=efforts,
    )


BOTH = extending.Extensions(findings=[no_link], measures=[hours])

# A routine of 60 minutes a week, half kept in the first week; 120 minutes a week that there are.
PLAN = ct.Plan(
    "Ada",
    [
        ct.Contact(id="grace", name="Grace Hopper"),
        ct.Contact(id="bob", name="Bob Bemer", links=["https://example.org"]),
        ct.Capacity(on="2026-01-05", minutes=120),
        ct.Routine(id="read", on="2026-01-05", pillar="skills", minutes=60),
        ct.Effort(on="2026-01-06", minutes=30, routine="read"),
        ct.Effort(on="2026-01-13", minutes=60, routine="read"),
        ct.Effort(on="2026-01-15", minutes=30, pillar="direction"),
    ],
)
