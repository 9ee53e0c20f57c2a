"""For somebody who has offers to choose between."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from careertrack.errors import InvalidValue
from careertrack.record import Record
from careertrack.records.moves import Offer, Transition
from careertrack.records.rhythm import Routine
from careertrack.records.self import Priorities
from careertrack.shapes import Many, Text
from careertrack.templates._parts import MOTIVATORS, capacity, first_day, trusted_person, weekly_goal

PLACEHOLDERS: Final = (
    "First organization (write its name here)",
    "Second organization (write its name here)",
)
TALKING_WEEKS: Final = 4  # house: few offers wait for longer
_NAMES: Final = Many(Text(500), least=1)


def comparing_offers(
    on: date | str,
    *,
    organizations: Sequence[str] = PLACEHOLDERS,
    answer_by: date | str | None = None,
    motivators: Sequence[str] = MOTIVATORS,
) -> tuple[Record, ...]:
    """Records for the days of choosing between offers; staying put is always one of them.

    - ``Capacity``: five hours a week for all of this.
    - ``Contact`` *trusted-person* and ``Cadence`` *talk-it-over*: somebody who asks what you have
      not thought of, every two weeks.  Write their name in.
    - ``Transition`` and ``Offer`` *offer-1*, *offer-2* ...: one for each organization.  Fill in pay
      and ratings as you learn them; what is left out is unknown, not nought.
    - ``Priorities``: what matters, to be put in your own order before you look at the offers again.
    - ``Routine`` *weigh*: three quarters of an hour a week to rate them by what matters.
    - ``Routine`` *ask-there*: one talk a week with somebody who works at one of the places.
    - ``Goal`` *people-there*: four such talks within four weeks.

    Args:
        on: The first day, a `date` or strict ``YYYY-MM-DD``.
        organizations: Where the offers come from, by name.
        answer_by: The day to answer by; revise each offer where their days differ.
        motivators: What matters in a position, most important first.

    Returns:
        Records that fit together, to be added to a plan.

    Raises:
        InvalidValue: If the day is none, no organization is named, or a field breaks its rule.

    >>> import careertrack as ct
    >>> from careertrack import templates
    >>> plan = ct.Plan() + templates.comparing_offers("2026-01-05", organizations=["Initech", "Globex"])
    >>> [move.transition.organization for move in plan.as_of("2026-01-05").transitions.values()]
    ['Initech', 'Globex']
    """
    day = first_day(on)
    broken = _NAMES.faults(organizations, "organizations")
    if broken:
        raise InvalidValue(broken)
    offers: list[Record] = []
    for n, name in enumerate(organizations, 1):
        move = Transition(id=f"offer-{n}", on=day, title=f"Offer {n}", organization=name)
        offers += [move, Offer(on=day, transition=move, answer_by=answer_by)]
    return (
        capacity(day),
        *trusted_person(day),
        *offers,
        Priorities(on=day, motivators=motivators),
        Routine(id="weigh", on=day, pillar="direction", minutes=45, cue="Sunday, 10:00"),
        Routine(id="ask-there", on=day, pillar="network", times=1, of="conversations", cue="Tuesday, 18:00"),
        weekly_goal(
            "people-there",
            day,
            "Four people asked what it is like there",
            "network",
            a_week=1,
            unit="people",
            weeks=TALKING_WEEKS,
        ),
    )
