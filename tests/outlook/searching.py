"""Searches to ask for their odds."""

from datetime import date, timedelta
from typing import Any

import careertrack as ct
from careertrack.outlook import Outlook, outlook
from careertrack.vocabulary import Stage

START = date(2026, 1, 5)


def moved(
    id: str,
    *stages: Stage,
    gap: int = 7,
    start: date = START,
    sent: str | None = None,
    tracked: bool = True,
    **fields: Any,
) -> list[Any]:
    """A move that enters the stages, so many days apart; what was sent goes with the first."""
    steps = [
        ct.Step(
            on=start + timedelta(gap * place),
            transition=id,
            stage=stage,
            sent=None if place else sent,
            tracked=tracked,
        )
        for place, stage in enumerate(stages)
    ]
    return [ct.Transition(id=id, on=start, **fields), *steps]


def many(name: str, count: int, *stages: Stage, **fields: Any) -> list[Any]:
    """So many moves alike."""
    return [record for n in range(count) for record in moved(f"{name}-{n}", *stages, **fields)]


def asked(*records: list[Any], day: str = "2026-03-01") -> Outlook:
    """The outlook of a day on all of these records."""
    return outlook(ct.Plan(records=[each for some in records for each in some]).as_of(day))
