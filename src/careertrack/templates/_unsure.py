"""For somebody who does not know what they want."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from careertrack.record import Record
from careertrack.records.rhythm import Routine
from careertrack.records.self import Priorities, Reflection
from careertrack.templates._parts import (
    MOTIVATORS,
    WEEK,
    WEEKS,
    capacity,
    first_day,
    trusted_person,
    weekly_goal,
)


def unsure(on: date | str, *, motivators: Sequence[str] = MOTIVATORS) -> tuple[Record, ...]:
    """Records for the first thirty days of finding out what one wants.

    - ``Capacity``: five hours a week for all of this.
    - ``Contact`` *trusted-person* and ``Cadence`` *talk-it-over*: somebody to think aloud with,
      every two weeks.  Write their name in.
    - ``Routine`` *look-around*: an hour a week to look at kinds of work.
    - ``Routine`` *notice*: twice a week, what gave energy and what took it.
    - ``Routine`` *ask-people*: one talk a week with somebody about what they do all day.
    - ``Goal`` *kinds-of-work* and ``Goal`` *people-asked*: one a week of each over twelve weeks.
    - ``Priorities``: what matters, to be put in your own order and words.
    - ``Reflection``: the decision not to decide yet, with a day to look back on it.

    Args:
        on: The first day, a `date` or strict ``YYYY-MM-DD``.
        motivators: What gets you out of bed, most important first.

    Returns:
        Records that fit together, to be added to a plan.

    Raises:
        InvalidValue: If the day is none, or a motivator is no text or given twice.

    >>> import careertrack as ct
    >>> from careertrack import templates
    >>> plan = ct.Plan() + templates.unsure("2026-01-05", motivators=["being outdoors", "pay"])
    >>> plan.as_of("2026-01-05").priorities.motivators
    ('being outdoors', 'pay')
    """
    day = first_day(on)
    return (
        capacity(day),
        *trusted_person(day),
        Routine(id="look-around", on=day, pillar="direction", minutes=60, cue="Saturday, 9:00"),
        Routine(
            id="notice",
            on=day,
            pillar="perseverance",
            times=2,
            of="reflections",
            cue="Wednesday and Sunday, 20:00",
        ),
        Routine(id="ask-people", on=day, pillar="network", times=1, of="conversations", cue="Monday, 11:00"),
        weekly_goal(
            "kinds-of-work",
            day,
            "Twelve kinds of work looked at",
            "direction",
            a_week=1,
            unit="kinds of work",
        ),
        weekly_goal(
            "people-asked", day, "Twelve people asked about their work", "network", a_week=1, unit="people"
        ),
        Priorities(on=day, motivators=motivators),
        Reflection(
            on=day,
            id="look-before-deciding",
            decision="To look around for twelve weeks before I decide",
            look_back=day + WEEKS * WEEK,
        ),
    )
