"""Small plans for tests of practice: days counted from a Monday, and the parts that a measure gives."""

from datetime import date, timedelta

import careertrack as ct
from careertrack.practice import MEASURES
from careertrack.practice.marks import Measure
from careertrack.record import Record
from careertrack.score import Score

START = date(2026, 1, 5)  # a Monday
BY_NAME = {measure.name: measure for measure in MEASURES}

BOSS = ct.Contact(id="grace", name="Grace Hopper", relations=["manager"])
PEER = ct.Contact(id="bob", name="Bob Bemer")


def day(n: int) -> date:
    """The n-th day after the first, which is a Monday."""
    return START + timedelta(n)


def pause(first: int, last: int) -> ct.Pause:
    """A rest, both days included."""
    return ct.Pause(on=day(first), until=day(last))


def talk(on: int, contact: str = "grace", **fields: object) -> ct.Conversation:
    """A talk on the n-th day."""
    return ct.Conversation(on=day(on), contacts=[contact], **fields)  # type: ignore[arg-type]


def rated(measure: Measure | str, records: list[Record], on: int) -> dict[tuple[str, str], Score]:
    """The parts of a measure on the n-th day, by pillar and name."""
    asked = BY_NAME[measure] if isinstance(measure, str) else measure
    return {
        (each.pillar, each.name): each.score for each in asked.parts(ct.Plan(records=records).as_of(day(on)))
    }


def only(measure: Measure | str, records: list[Record], on: int) -> Score:
    """The one part that a measure gives on the n-th day."""
    (score,) = rated(measure, records, on).values()
    return score


def values(measure: Measure | str, records: list[Record], *days: int) -> list[float | str | None]:
    """The value of the one part on each day; or that nothing is due, or that there is no part."""
    told: list[float | str | None] = []
    for on in days:
        parts = list(rated(measure, records, on).values())
        if not parts:
            told.append("nothing")
        else:
            (score,) = parts
            told.append(score.value if score.coverage is not None else "not due")
    return told
