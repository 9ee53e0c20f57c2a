"""What if: branches of a plan side by side on a day, and what each record makes of the difference."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Final

import attrs

from careertrack.errors import InvalidValue, Issue, shown
from careertrack.judge import LABELS, Standing, judge
from careertrack.ledger import Ledger
from careertrack.moment import Moment
from careertrack.outlook import Outlook, outlook
from careertrack.page import Block, Cell, Items, Page, Section, Shown, Table, Word
from careertrack.page.scores import meter
from careertrack.page.words import LONGEST_CELL, plain
from careertrack.pillars.direction.time import minutes_a_week, promises_of_minutes
from careertrack.practice import EVEN, practice
from careertrack.practice.marks import Measuring
from careertrack.progress import Readiness, progress, readiness
from careertrack.questions.agenda import agenda
from careertrack.questions.apart import Apart, ApartEffect, Side, apart
from careertrack.questions.colliding import Collision, collisions
from careertrack.questions.earning import Earning, earnings
from careertrack.records.people import Event
from careertrack.score import Score
from careertrack.shapes import Text

__all__ = ["Apart", "ApartEffect", "Branch", "Collision", "Comparison", "Earning"]

AHEAD_DAYS: Final = 28  # house: four weeks, as the windows of practice look back
MOST_NAMED: Final = 8  # house: collisions in a text; the data has them all
_NAME: Final = Text(500)


@attrs.frozen(kw_only=True)
class Branch:
    """One of the plans that are compared, on the day.

    Args:
        name: What it is called in the comparison.
        standing: The status, and what decided it.
        practice: Did I do what I set out to do?
        progress: How far are my goals and my readiness?
        outlook: What do the odds say?
        readiness: How ready the person is for each role that any of the plans aims at; a role that
            this one does not know is left out.
        earnings: What is paid now, what was accepted, and the best of the open offers: one for each
            currency and period, since they are never counted together.
        promised: Minutes a week that routines promise.
        counted: Ids of the routines that promise times instead, whose minutes are not known.
        capacity: Minutes a week that there are; ``None`` where it is not written down.
        collisions: Appointments ahead that cannot both be kept, or of which that cannot be told.
    """

    name: str
    standing: Standing
    practice: Score
    progress: Score
    outlook: Outlook
    readiness: Mapping[str, Readiness] = attrs.field(hash=False)
    earnings: tuple[Earning, ...]
    promised: float
    counted: tuple[str, ...]
    capacity: int | None
    collisions: tuple[Collision, ...]

    @property
    def left(self) -> float | None:
        """Minutes a week that are not promised, negative where too many are; ``None`` if not known."""
        return None if self.capacity is None else self.capacity - self.promised

    def to_dict(self) -> dict[str, Any]:
        """Plain data."""
        return {
            "name": self.name,
            "standing": self.standing.to_dict(),
            "practice": self.practice.to_dict(),
            "progress": self.progress.to_dict(),
            "outlook": self.outlook.to_dict(),
            "readiness": {id: each.to_dict() for id, each in self.readiness.items()},
            "earnings": [each.to_dict() for each in self.earnings],
            "promised": self.promised,
            "counted": list(self.counted),
            "capacity": self.capacity,
            "left": self.left,
            "collisions": [each.to_dict() for each in self.collisions],
        }


@attrs.frozen(kw_only=True, repr=False)
class Comparison(Shown):
    """Plans side by side on a day, and what tells each from the first.

    Args:
        day: The day.
        branches: The plans, in the order they were given.
        apart: For each plan but the first, how it differs from that, record by record.

    >>> import careertrack as ct
    >>> now = ct.Plan() + ct.Goal(on="2026-01-05", title="Apply", pillar="change", target=10)
    >>> then = now + ct.CheckIn(on="2026-02-01", goal="apply", value=4)
    >>> day = date(2026, 2, 2)
    >>> found = compare({"now": now.as_of(day).ledger, "then": then.as_of(day).ledger}, day)
    >>> [branch.progress.value for branch in found.branches]
    [None, 0.4]
    >>> print(found.apart[0]["progress"])
    progress: unknown to 0.400
    unknown check-in (goal apply) of 2026-02-01, only in then
    """

    day: date
    branches: tuple[Branch, ...]
    apart: tuple[Apart, ...]

    def __getitem__(self, name: str) -> Branch:
        """A branch by its name."""
        for branch in self.branches:
            if branch.name == name:
                return branch
        raise KeyError(name)

    def page(self) -> Page:
        """The plans side by side, their collisions, and what tells each from the first."""
        return self._page(lambda score: _short(score.headline()))

    def full_page(self) -> Page:
        """The same, with each number as a bar."""
        return self._page(meter)

    def _page(self, told: Callable[[Score], Cell]) -> Page:
        head, *rows = self._rows(told)
        blocks: list[Block] = [Table(head, rows, left=range(len(self.branches) + 1))]
        blocks += [
            Section(
                (Word("appointments of"), " ", _short(branch.name)),
                [Items([*map(str, branch.collisions)], MOST_NAMED)],
            )
            for branch in self.branches
            if branch.collisions
        ]
        pages = (each.page() for each in self.apart)
        blocks += [Section(each.title, each.blocks) for each in pages]
        return Page((Word("compared on"), f" {self.day}"), blocks)

    def _rows(self, told: Callable[[Score], Cell]) -> Iterator[Sequence[Cell]]:
        yield "", *(_short(each.name) for each in self.branches)
        yield (
            Word("status"),
            *(Word(status := each.standing.status, LABELS[status]) for each in self.branches),
        )
        yield Word("practice"), *(told(each.practice) for each in self.branches)
        yield Word("progress"), *(told(each.progress) for each in self.branches)
        yield Word("outlook"), *(told(each.outlook.chance) for each in self.branches)
        for id in dict.fromkeys(id for branch in self.branches for id in branch.readiness):
            known = [branch.readiness.get(id) for branch in self.branches]
            cells = (Word("not on record") if each is None else told(each.score) for each in known)
            yield (Word("ready for"), f" {id}"), *cells
        for at in range(max(1, *(len(branch.earnings) for branch in self.branches))):
            # Text alone, never a sum: what is paid in two currencies or periods stands in two lines.
            pays = ([*map(str, branch.earnings)] or ["none on record"] for branch in self.branches)
            yield "" if at else Word("pay"), *(each[at] if at < len(each) else "" for each in pays)
        yield Word("promised"), *(_promised(branch) for branch in self.branches)
        yield Word("capacity"), *(_capacity(branch) for branch in self.branches)
        yield Word("collisions"), *(_colliding(branch) for branch in self.branches)

    def __repr__(self) -> str:
        return f"<Comparison of {len(self.branches)} on {self.day}>"

    def to_dict(self) -> dict[str, Any]:
        """Plain data."""
        return {
            "day": self.day.isoformat(),
            "branches": [each.to_dict() for each in self.branches],
            "apart": [each.to_dict() for each in self.apart],
        }


def _short(text: str) -> str:
    return plain(text, LONGEST_CELL)


def _promised(branch: Branch) -> str:
    minutes = f"{branch.promised:.4g} minutes a week"
    return f"{minutes}, {len(branch.counted)} by count" if branch.counted else minutes


def _capacity(branch: Branch) -> str:
    if branch.capacity is None or branch.left is None:
        return "not written down"
    rest = f"{branch.left:.4g} left" if branch.left >= 0 else f"{0 - branch.left:.4g} too few"
    return f"{branch.capacity} minutes a week, {rest}"


def _colliding(branch: Branch) -> str:
    certain = sum(each.is_certain for each in branch.collisions)
    unsure = len(branch.collisions) - certain
    return f"{certain}, and {unsure} that may be" if unsure else f"{certain}"


# --- From plans ----------------------------------------------------------------------------------


def compare(
    ledgers: Mapping[str, Ledger],
    day: date,
    weights: Mapping[str, float] = EVEN,
    days: int = AHEAD_DAYS,
    more: Sequence[Measuring] = (),
) -> Comparison:
    """Plans side by side on a day; none of them is changed.

    Args:
        ledgers: The records of each plan by its name, the one to compare with first.
        day: The day.
        weights: Of the pillars in practice; 1 for those left out.
        days: How many days ahead appointments are looked at for collisions.
        more: Measures beside the library's own.

    Raises:
        InvalidValue: If there is no plan or a name is no text, or for weights and days that are none.
    """
    broken = [issue for name in ledgers for issue in _NAME.faults(name, "plans")]
    if not ledgers:
        broken = [Issue("plans", "value", {"rule": "one plan at least, by its name", "got": shown({})})]
    if broken:
        raise InvalidValue(broken)
    moments = {name: Moment(ledger, day) for name, ledger in ledgers.items()}
    roles = tuple(dict.fromkeys(role for now in moments.values() for role in now.target_roles))
    first, *others = (Side(name, ledger) for name, ledger in ledgers.items())
    return Comparison(
        day=day,
        branches=tuple(_branch(name, now, roles, weights, days, more) for name, now in moments.items()),
        apart=tuple(apart(first, other, day, weights, more) for other in others),
    )


def _branch(
    name: str,
    now: Moment,
    roles: Sequence[str],
    weights: Mapping[str, float],
    days: int,
    more: Sequence[Measuring],
) -> Branch:
    kept = practice(now, weights, more)
    promises = now.once(promises_of_minutes)
    ahead = [entry.record for entry in agenda(now, days)]
    stated = now.capacity
    return Branch(
        name=name,
        standing=judge(now, kept, weights, more),
        practice=kept,
        progress=now.once(progress),
        outlook=now.once(outlook),
        readiness={id: readiness(now, id) for id in roles if id in now.roles or id in now.target_roles},
        earnings=tuple(earnings(now)),
        promised=float(sum(map(minutes_a_week, promises))),
        counted=tuple(
            id for id, state in now.routines.items() if state.is_in_force and state.routine.minutes is None
        ),
        capacity=None if stated is None else stated.minutes,
        collisions=collisions([each for each in ahead if isinstance(each, Event)]),
    )
