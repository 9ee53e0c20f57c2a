"""What a coaching company adds to careertrack: a finding, a measure and its words for the stages."""

from collections.abc import Iterator
from datetime import date, timedelta

import careertrack as ct
from careertrack import extending

WEEKS = 4


@extending.finding(
    "acme-no-link", severity="hint", pillar="network", sentence="contact {id} has no link to a profile yet"
)
def no_link(now: extending.View) -> Iterator[tuple[dict[str, str], list[ct.Record]]]:
    """A contact is on record without a link."""
    for id, state in now.contacts.items():
        if not state.contact.links:
            yield {"id": id}, [state.contact]


@extending.measure(
    "acme-hours",
    pillar="skills",
    reads=["capacity", "effort"],
    weight=2,
    step="put one hour into your calendar for this week",
)
def hours(now: extending.View) -> ct.Score | None:
    """The whole weeks of the last four, each with the share of the stated capacity that was used.

    What a week owes is what was stated by its first day; so a change of mind never changes a week
    that has begun, and nothing that is done changes what is owed.
    """
    stated = [each for each in now.facts(ct.Capacity) if each.minutes]
    if not stated:
        return None
    kept, told = [], []
    for first in mondays(now.day):
        owed = next((each.minutes for each in reversed(stated) if each.on <= first), None)
        if owed:
            done = sum(effort.minutes for effort in now.between(ct.Effort, first, first + timedelta(6)))
            kept.append(min(1.0, done / owed))
            told.append(f"{done} of {owed} minutes in the week of {first}")
    if not kept:
        return ct.Score.not_asked("not due: no whole week has passed yet")
    return ct.Score.of(
        sum(kept) / len(kept),
        n=len(kept),
        method="weeks, minutes used of those there are",
        reason="; ".join(told),
    )


def mondays(day: date) -> list[date]:
    """The first days of the last four weeks that are over."""
    this_week = day - timedelta(day.weekday())
    return [this_week - timedelta(7 * n) for n in range(WEEKS, 0, -1)]


EXTENSIONS = extending.Extensions(
    findings=[no_link],
    measures=[hours],
    stages={"Phone screen": "screening", "On site": "interviewing", "Turned down": "rejected"},
    labels={"screening": "phone screen", "interviewing": "on site"},
)
