"""Years of eight people, built day by day: the same promises to keep, kept in different ways.

Who keeps what is decided by counting, so that a year is the same on every machine.  Of everything
promised there is a planned day for each act; `Person` says which of them are done.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from functools import cache
from typing import Any, Final, NamedTuple

import careertrack as ct
from careertrack.record import Record
from careertrack.vocabulary import Answer, Stage

START: Final = date(2026, 1, 5)
DAYS: Final = 364
ANSWERS: Final[tuple[Stage | None, ...]] = ("rejected", "screening", None, "interviewing", "rejected")
"""What becomes of one application after another; of some nothing is ever heard."""


class Person(NamedTuple):
    """How somebody goes about it.

    Args:
        keeps: Whether the n-th act of a sort, planned for a day, is done.
        times: How often what is counted or timed is done instead of once.
        rest: The first and the last day of a pause.
        is_refused: Whether every answer is a refusal.
    """

    keeps: Callable[[int, int], bool]
    times: int = 1
    rest: tuple[int, int] | None = None
    is_refused: bool = False

    def rests(self, day: int) -> bool:
        """Whether the day is paused."""
        return self.rest is not None and self.rest[0] <= day <= self.rest[1]

    def does(self, day: int, n: int) -> bool:
        """Whether the n-th act of a sort is done on the day it was planned for."""
        return not self.rests(day) and self.keeps(day, n)

    def kept_on(self, day: int) -> int:
        """The day on which something promised is done: the planned one, or the first after the pause."""
        return self.rest[1] + 1 if self.rest is not None and self.rests(day) else day


YEARS: Final[dict[str, Person]] = {
    "diligent": Person(lambda day, n: True),
    "eighty": Person(lambda day, n: n % 5 != 1),
    "lazy": Person(lambda day, n: n % 5 == 3),
    "on-and-off": Person(lambda day, n: day // 7 % 3 != 2, times=2),
    "burst": Person(lambda day, n: day < BURST_DAYS, times=3),
    "rejected": Person(lambda day, n: True, is_refused=True),
    "rested": Person(lambda day, n: True, rest=(140, 153)),
}
BURST_DAYS: Final = 56
FEW: Final = (
    ct.Skill(name="SQL"),
    ct.Contact(id="pal", name="Pal"),
    ct.Reflection(on=START, hope=1),
)
"""All that there is in the year of somebody who wrote down three things."""


def day_of(n: int) -> date:
    """A day of the year, the first being 0."""
    return START + timedelta(n)


def plan_of(person: Person) -> ct.Plan:
    """The year of a person: what was asked, and what was done of it."""
    return ct.Plan(records=[*_asked(), *_rest(person), *_acts(person)])


@cache
def year(name: str) -> ct.Plan:
    """A year by its name: one of `YEARS`, or ``few``."""
    return ct.Plan(records=FEW) if name == "few" else plan_of(YEARS[name])


# --- What is asked -------------------------------------------------------------------------------


def _asked() -> Iterator[Record]:
    yield ct.Skill(name="SQL")
    yield ct.Role(id="lead", title="Lead", requires=[ct.Requirement(skill="sql", level=5)])
    yield ct.TargetRole(on=START, roles=["lead"])
    yield ct.Contact(id="boss", name="Boss", relations=["manager"])
    yield ct.Contact(id="mentor", name="Mentor", relations=["mentor"])
    yield ct.Goal(id="apply", on=START, title="it", pillar="change", target=150, due=day_of(DAYS))
    yield ct.Routine(id="applying", on=START, pillar="change", times=3, of="applications")
    yield ct.Routine(id="learning", on=START, pillar="skills", minutes=126)
    yield ct.Routine(id="looking-back", on=START, pillar="direction", times=1, of="reflections")
    yield ct.Routine(id="meeting", on=START, pillar="network", times=1, of="new-contacts", per="month")
    yield ct.Cadence(id="one-to-one", on=START, contact="boss", every="2 weeks")
    yield ct.Cadence(id="advice", on=START, contact="mentor", every="3 weeks")
    yield ct.Course(id="course", title="Course", due=day_of(120))


def _rest(person: Person) -> Iterator[Record]:
    if person.rest is not None:
        first, last = person.rest
        yield ct.Pause(on=day_of(first), until=day_of(last))


# --- What is done ----------------------------------------------------------------------------------


def _planned(first: int, every: int) -> Iterator[tuple[int, int]]:
    """Days on which something is planned, each with its number."""
    return ((day, n) for n, day in enumerate(range(first, DAYS, every)))


def _acts(person: Person) -> Iterator[Record]:
    yield from _applications(person)
    yield from _hours(person)
    yield from _talks(person)
    yield from _promises(person)
    yield from _setbacks(person)


def _applications(person: Person) -> Iterator[Record]:
    """Three applications a week, what others answer, and a look at the goal every other week."""
    applied: list[int] = []
    for week, _ in _planned(0, 7):
        for place in range(3):
            day, n = week + 1 + place, week // 7 * 3 + place
            if not person.does(day, n):
                continue
            for time in range(person.times):
                move = f"move-{n}-{time}"
                applied.append(day)
                yield ct.Transition(id=move, on=day_of(day))
                yield ct.Step(on=day_of(day), transition=move, stage="applied")
                yield from _answers(person, move, day + 10, len(applied))
        if week // 7 % 2 == 0 and person.does(week + 5, week // 14):
            yield ct.CheckIn(on=day_of(week + 5), goal="apply", value=len(applied))


def _answers(person: Person, move: str, day: int, n: int) -> Iterator[Record]:
    answer = ANSWERS[n % len(ANSWERS)]
    if answer is not None:
        yield ct.Step(on=day_of(day), transition=move, stage="rejected" if person.is_refused else answer)
        if answer == "interviewing" and not person.is_refused:
            yield ct.Offer(on=day_of(day + 7), transition=move, pay="60000 EUR")


def _hours(person: Person) -> Iterator[Record]:
    """Eighteen minutes of learning a day, a look back on Sundays, a level twice a year, one course."""
    for day in range(DAYS):
        if person.does(day, day):
            yield ct.Effort(on=day_of(day), minutes=18 * person.times, routine="learning")
    for week, nth in _planned(0, 7):
        if person.does(week + 6, nth + 1):
            yield ct.Reflection(on=day_of(week + 6), hope=1)
    for day, n in _planned(20, 180):
        if person.does(day, n):
            yield ct.Assessment(on=day_of(day), skill="sql", level=3 + n)
    if person.keeps(110, 0):
        yield ct.Resolution(on=day_of(person.kept_on(110)), course="course")


def _talks(person: Person) -> Iterator[Record]:
    """The boss every other week, with something to show each quarter; the mentor; and somebody new."""
    answered: Answer = "no" if person.is_refused else "yes"
    for planned, n in _planned(10, 14):
        day = person.kept_on(planned)
        if person.keeps(planned, n):
            shown = [f"proof-{n}"] if n % 5 == 0 else []
            for id in shown:
                yield ct.Evidence(id=id, on=day_of(day), title="it")
            yield ct.Conversation(on=day_of(day), contacts=["boss"], shown=shown, answered=answered)
    for planned, n in _planned(17, 21):
        if person.keeps(planned, n + 2):
            day = person.kept_on(planned)
            yield ct.Conversation(on=day_of(day), contacts=["mentor"], answered=answered)
    for day, n in _planned(4, 28):
        if person.does(day, n):
            yield ct.Contact(id=f"new-{n}", name="New", met=day_of(day))


def _promises(person: Person) -> Iterator[Record]:
    """A promise every other week, due in nine days, kept in five."""
    sides: Sequence[dict[str, Any]] = ({"to": "boss"}, {"to": "mentor"}, {"pillar": "change"})
    for day, n in _planned(2, 14):
        if not person.rests(day):
            due = day_of(day + 9)
            yield ct.Commitment(id=f"promise-{n}", on=day_of(day), what="it", due=due, **sides[n % 3])
            if person.keeps(day + 5, n):
                yield ct.Resolution(on=day_of(person.kept_on(day + 5)), commitment=f"promise-{n}")


def _setbacks(person: Person) -> Iterator[Record]:
    """Something goes wrong every six weeks: a lesson after three days, another try after ten."""
    for day, n in _planned(30, 42):
        if person.rests(day):
            continue
        told = ct.Setback(id=f"setback-{n}", on=day_of(day), what="no", retry=day_of(day + 14))
        yield told
        if person.keeps(day + 3, n):
            yield told.evolve(on=day_of(person.kept_on(day + 3)), lesson="call first")
            yield ct.Resolution(on=day_of(person.kept_on(day + 10)), setback=told.id)
