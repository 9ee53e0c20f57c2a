"""For somebody who has lost their job."""

from __future__ import annotations

from datetime import date

from careertrack.record import Record
from careertrack.records.rhythm import Routine
from careertrack.templates._parts import capacity, first_day, runway, trusted_person, weekly_goal
from careertrack.values import Money


def laid_off(
    on: date | str,
    *,
    savings: Money | str | None = None,
    spending: Money | str | None = None,
    income: Money | str | None = None,
    income_until: date | str | None = None,
) -> tuple[Record, ...]:
    """Records for the first thirty days after losing a job.

    - ``Capacity``: five hours a week for all of this; what is left of a week is not for searching.
    - ``Contact`` *trusted-person* and ``Cadence`` *talk-it-over*: somebody who knows how it is
      going, every two weeks.  Write their name in.
    - ``Routine`` *apply*: two good applications a week rather than many.
    - ``Routine`` *reach-out*: one talk a week with somebody who knows of work; a message counts.
    - ``Routine`` *write-it-down*: once a week, how it was.
    - ``Goal`` *applications* and ``Goal`` *talks*: the same two paces over twelve weeks, with
      milestones after four and eight.
    - ``Runway``, where figures are given: how long the means last.

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
    >>> plan = ct.Plan() + templates.laid_off("2026-01-05", savings="12000 EUR", spending="2000 EUR")
    >>> plan.as_of("2026-01-05").runway.until
    datetime.date(2026, 7, 5)
    """
    day = first_day(on)
    return (
        capacity(day),
        *trusted_person(day),
        Routine(
            id="apply", on=day, pillar="change", times=2, of="applications", cue="Tuesday and Thursday, 9:00"
        ),
        Routine(id="reach-out", on=day, pillar="network", times=1, of="conversations", cue="Monday, 11:00"),
        Routine(
            id="write-it-down", on=day, pillar="perseverance", times=1, of="reflections", cue="Friday, 16:00"
        ),
        weekly_goal(
            "applications", day, "Twenty-four good applications", "change", a_week=2, unit="applications"
        ),
        weekly_goal("talks", day, "Twelve talks about work", "network", a_week=1, unit="talks"),
        *runway(day, savings, spending, income, income_until),
    )
