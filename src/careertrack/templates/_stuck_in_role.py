"""For somebody who has a job and gets no further in it."""

from __future__ import annotations

from datetime import date

from careertrack.record import Record
from careertrack.records.people import Contact
from careertrack.records.rhythm import Cadence, Routine
from careertrack.templates._parts import FORTNIGHT, capacity, first_day, weekly_goal


def stuck_in_role(on: date | str) -> tuple[Record, ...]:
    """Records for the first thirty days of getting unstuck where one is.

    - ``Capacity``: five hours a week for all of this, beside the work itself.
    - ``Contact`` *my-manager* and ``Cadence`` *one-to-one*: a talk every two weeks.  Write the
      name in; say once where you see yourself, and ask what is in the way.
    - ``Routine`` *practise*: an hour and a half a week on one skill that the next role asks for.
    - ``Routine`` *note-wins*: once a week, what you did that somebody would miss.
    - ``Routine`` *ask-around*: one talk a week; at times with somebody of another department.
    - ``Goal`` *practice-hours* and ``Goal`` *accomplishments*: the same paces over twelve weeks;
      what you note becomes evidence to show.

    Args:
        on: The first day, a `date` or strict ``YYYY-MM-DD``.

    Returns:
        Records that fit together, to be added to a plan.

    Raises:
        InvalidValue: If the day is none.

    >>> import careertrack as ct
    >>> from careertrack import templates
    >>> plan = ct.Plan() + templates.stuck_in_role("2026-01-05")
    >>> plan.as_of("2026-01-05").cadences["one-to-one"].next_due
    datetime.date(2026, 1, 19)
    """
    day = first_day(on)
    manager = Contact(id="my-manager", name="Your manager (write the name here)", relations=["manager"])
    return (
        capacity(day),
        manager,
        Cadence(id="one-to-one", on=day, contact=manager, every=FORTNIGHT),
        Routine(id="practise", on=day, pillar="skills", minutes=90, cue="Saturday, 9:00"),
        Routine(id="note-wins", on=day, pillar="manager", times=1, of="reflections", cue="Friday, 16:00"),
        Routine(
            id="ask-around", on=day, pillar="network", times=1, of="conversations", cue="Wednesday, noon"
        ),
        weekly_goal("practice-hours", day, "Eighteen hours of practice", "skills", a_week=1.5, unit="hours"),
        weekly_goal(
            "accomplishments",
            day,
            "Twelve accomplishments written down",
            "manager",
            a_week=1,
            unit="accomplishments",
        ),
    )
