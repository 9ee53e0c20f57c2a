"""For somebody who comes back after a time away."""

from __future__ import annotations

from datetime import date

from careertrack.record import Record
from careertrack.records.rhythm import Routine
from careertrack.templates._parts import capacity, first_day, runway, trusted_person, weekly_goal
from careertrack.values import Money


def returning(
    on: date | str,
    *,
    savings: Money | str | None = None,
    spending: Money | str | None = None,
    income: Money | str | None = None,
    income_until: date | str | None = None,
) -> tuple[Record, ...]:
    """Records for the first thirty days of coming back after caring, illness, travel or another break.

    - ``Capacity``: five hours a week for all of this.
    - ``Contact`` *trusted-person* and ``Cadence`` *talk-it-over*: somebody who knew you at work,
      every two weeks.  Write their name in.
    - ``Routine`` *refresh*: an hour and a half a week on the skill that has moved on most.
    - ``Routine`` *write-to-people*: one talk a week with somebody from before; a message counts.
    - ``Routine`` *one-application*: one a week, to hear what is asked for now.
    - ``Goal`` *refreshed-hours* and ``Goal`` *old-contacts*: the same paces over twelve weeks.
    - ``Runway``, where figures are given: how long the means last.

    The time away itself belongs in a `Position` of your own, with the story you tell of it.

    Args:
        on: The first day, a `date` or strict ``YYYY-MM-DD``.
        savings: What there is on that day.
        spending: A month; given with ``savings``.
        income: A month, from whatever source.
        income_until: Last day of that income.

    Returns:
        Records that fit together, to be added to a plan.

    Raises:
        InvalidValue: If the day is none, or a figure is none or lacks another.

    >>> import careertrack as ct
    >>> from careertrack import templates
    >>> plan = ct.Plan() + templates.returning("2026-01-05")
    >>> plan += ct.Position(type="caring", title="At home with two children", started="2023", ended="2025-12")
    >>> sorted(plan.as_of("2026-01-05").routines)
    ['one-application', 'refresh', 'write-to-people']
    """
    day = first_day(on)
    return (
        capacity(day),
        *trusted_person(day),
        Routine(id="refresh", on=day, pillar="skills", minutes=90, cue="Tuesday, 9:00"),
        Routine(
            id="write-to-people", on=day, pillar="network", times=1, of="conversations", cue="Monday, 11:00"
        ),
        Routine(
            id="one-application", on=day, pillar="change", times=1, of="applications", cue="Thursday, 9:00"
        ),
        weekly_goal(
            "refreshed-hours", day, "Eighteen hours on one skill", "skills", a_week=1.5, unit="hours"
        ),
        weekly_goal(
            "old-contacts", day, "Twelve people from before written to", "network", a_week=1, unit="people"
        ),
        *runway(day, savings, spending, income, income_until),
    )
