"""From everything that could be done to what fits into the time there is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from math import ceil
from typing import Any, Final

import attrs

from careertrack.days import plus_days
from careertrack.errors import shown
from careertrack.ledger import Ledger
from careertrack.methods import best_within
from careertrack.methods.checks import whole
from careertrack.moment import Moment, upto
from careertrack.outlook.words import counted
from careertrack.page import Block, Fold, Item, Items, Line, Page, Section, Shown, Word
from careertrack.practice.marks import WINDOW_DAYS, Measuring
from careertrack.questions.actions import courses, knowing, paces, people, search, work
from careertrack.questions.actions.action import Action
from careertrack.questions.asking import MOST_LINES
from careertrack.questions.numbers import Numbers
from careertrack.record import Record
from careertrack.records.people import Conversation
from careertrack.records.rhythm import Effort

__all__ = ["Actions"]

NOTHING: Final = 1e-9  # gains that differ by less are equal: rounding is all that is left of them
TIES: Final = 2.0**-13  # progress decides between equal gains, in steps of so much
ALL_TIES: Final = 2.0**-53  # one of these steps beside a gain: sixteen of progress are less than one grain
GRAIN: Final = 2.0**-36  # of gain, so that sums of both are exact
APPOINTED: Final = frozenset({"answer-offer", "attend"})  # on days that a pause does not move
UNCLAIMED: Final = frozenset({"assess", "check-in"})  # they find out; they move nothing


@attrs.frozen(kw_only=True, repr=False)
class Actions(Shown):
    """What to do with the time there is.

    Args:
        day: The day they are for.
        minutes: The time there is; ``None`` where it is not known, and nothing is left out.
        obligations: What somebody waits for, by date, as far as it fits.
        chosen: What gains most in the minutes left, by gain.
        apart: What gains nothing in practice and unblocks something, or makes it known.
        left_out: What did not fit, or is another size of what was chosen.
        joint: Overall practice 28 days ahead with everything chosen, less without: what the single
            gains add up to, unless two of them serve one promise.
    """

    day: date
    minutes: int | None
    obligations: tuple[Action, ...]
    chosen: tuple[Action, ...]
    apart: tuple[Action, ...]
    left_out: tuple[Action, ...]
    joint: float | None

    @property
    def total(self) -> int:
        """The minutes that all that is to be done takes."""
        return sum(action.minutes for action in self)

    @property
    def summed(self) -> float:
        """The single gains of all that is to be done, added up."""
        return sum(action.gain or 0.0 for action in self)

    def __iter__(self) -> Iterator[Action]:
        """What to do: obligations first, then what was chosen."""
        return iter((*self.obligations, *self.chosen))

    def __len__(self) -> int:
        return len(self.obligations) + len(self.chosen)

    def __getitem__(self, id: str) -> Action:
        """An action by its id, whether it was chosen or not."""
        known: dict[str, Action] = {each.id: each for each in (*self, *self.apart, *self.left_out)}
        if id not in known:
            raise KeyError(f"no action {shown(id)}")
        return known[id]

    def page(self) -> Page:
        """The minutes; what to do, by why it is listed; what it gains together; what is left out."""
        others = [*self._others()]
        more = f"; {len(others) - MOST_LINES:,} more" if len(others) > MOST_LINES else ""
        left = (Word("left for another time"), f": {'; '.join(others[:MOST_LINES])}{more}")
        return Page(
            self._title(),
            [*self._sections(Action.item), *self._together(), *([Line(left)] if others else [])],
        )

    def full_page(self) -> Page:
        """The same, with a line for each fact."""
        others = [*self._others()]
        left = [Fold(Word("left for another time"), [Items(others, MOST_LINES)])] if others else []
        return Page(self._title(), [*self._sections(Action.full_item), *self._together(), *left])

    def _title(self) -> str:
        given = "" if self.minutes is None else f" of {self.minutes}"
        return f"{self.day}: {self.total}{given} minutes"

    def _sections(self, item: Callable[[Action], Item]) -> Iterator[Block]:
        for title, some in (
            ("somebody waits for", self.obligations),
            ("gains most", self.chosen),
            ("unblocks", self.apart),
        ):
            if some:
                yield Section(Word(title), [Items([*map(item, some)], MOST_LINES)])
        if not len(self) and not self.apart:
            yield Line(Word("nothing is due now"))

    def _together(self) -> Iterator[Block]:
        if self.joint is not None and abs(self.joint - self.summed) > NOTHING:
            yield Line((Word("together"), f": practice {self.joint:+.3f}, one by one {self.summed:+.3f}"))

    def _others(self) -> Iterator[str]:
        """What is left out and is no other size of what is to be done."""
        groups = {action.group for action in (*self, *self.apart)}
        return iter(dict.fromkeys(each.message for each in self.left_out if each.group not in groups))

    def __repr__(self) -> str:
        return f"<Actions of {self._title()}, {counted(len(self), 'action')}>"

    def to_dict(self) -> dict[str, Any]:
        """Plain data."""
        return {
            "day": self.day.isoformat(),
            "minutes": self.minutes,
            "total": self.total,
            "summed": self.summed,
            "joint": self.joint,
            **{
                name: [action.to_dict() for action in getattr(self, name)]
                for name in ("obligations", "chosen", "apart", "left_out")
            },
        }


FINDERS: Final = (
    *people.FINDERS,
    *search.FINDERS,
    *paces.FINDERS,
    *work.FINDERS,
    *courses.FINDERS,
    *knowing.FINDERS,
)


def candidates(now: Moment) -> list[Action]:
    """Everything that could be done: what is owed, due or unknown, in all pillars.

    On a paused day, only what others have set a day for that comes before the pause is over.
    """
    found = [action for find in FINDERS for action in find(now)]
    if now.day not in now.rest:
        return found
    resumed = now.rest.resumed(now.day)
    return [each for each in found if each.code in APPOINTED and (each.due or resumed) < resumed]


def actions(
    ledger: Ledger,
    day: date,
    weights: Mapping[str, float],
    minutes: int | None = None,
    more: Sequence[Measuring] = (),
) -> Actions:
    """What to do with so many minutes.

    Args:
        ledger: All records; those of later days are not looked at.
        day: The day.
        weights: Of the pillars in practice.
        minutes: The time there is; what is left of this week's capacity when left out.
        more: Measures beside the library's own.

    Raises:
        InvalidValue: If the minutes are not whole, or negative.
    """
    if minutes is not None:
        minutes = whole("minutes", minutes)
    known = upto(ledger.records, day)
    past = ledger if len(known) == len(ledger.records) else Ledger().grown(known)
    now = Moment(past, day)
    budget = left_of_the_week(now) if minutes is None else minutes
    base = Numbers.of(past, plus_days(day, WINDOW_DAYS), weights, more).settle()
    found = sorted(
        (_measured(base, action) for action in candidates(now)),
        key=lambda action: (action.minutes, action.id),  # of what is worth the same, the shorter one
    )
    obligations, left = _obligations(found, budget)
    free = _without_groups(found, obligations)
    chosen = sorted(_best(free, left), key=lambda action: (-(action.gain or 0.0), -(action.progress or 0.0)))
    free = _without_groups(free, chosen)
    apart = list({each.group: each for each in reversed(free) if each.unblocks and not _worth(each)}.values())
    taken = {action.id for action in (*obligations, *chosen, *apart)}
    return Actions(
        day=day,
        minutes=budget,
        obligations=tuple(obligations),
        chosen=tuple(chosen),
        apart=tuple(reversed(apart)),
        left_out=tuple(action for action in found if action.id not in taken),
        joint=_gain(base, [record for action in (*obligations, *chosen) for record in action.records]),
    )


def left_of_the_week(now: Moment) -> int | None:
    """What is left of the capacity of a day's week, from Monday; ``None`` if no capacity is stated."""
    stated = now.capacity
    if stated is None or stated.minutes is None:
        return None
    monday = now.day - timedelta(now.day.weekday())
    spent = sum(effort.minutes for effort in now.between(Effort, monday, now.day))
    spent += sum(talk.minutes or 0 for talk in now.between(Conversation, monday, now.day))
    return max(stated.minutes - spent, 0)


def _measured(base: Numbers, action: Action) -> Action:
    """An action with what it would bring: two reviews' difference, nothing else happening."""
    grown = base.grown(action.records)
    moved = None if action.code in UNCLAIMED else _less(grown.progress.value, base.progress.value)
    return attrs.evolve(action, gain=_less(grown.practice.value, base.practice.value), progress=moved)


def _gain(base: Numbers, records: Sequence[Record]) -> float | None:
    return _less(base.grown(records).practice.value, base.practice.value)


def _less(value: float | None, other: float | None) -> float | None:
    return None if value is None or other is None else value - other


def _worth(action: Action) -> float:
    """What an action gains, and beside it, too small to outweigh any gain, what it moves progress."""
    gain, moved = (0.0 if each is None or each < NOTHING else each for each in (action.gain, action.progress))
    return round(gain / GRAIN) * GRAIN + ceil(moved / TIES) * ALL_TIES


def _obligations(found: Sequence[Action], budget: int | None) -> tuple[list[Action], int | None]:
    """What somebody waits for, by date, while it fits, as much of one as fits; and the minutes left."""
    taken, left = dict[str, Action](), budget
    due = [action for action in found if action.is_obligation]
    for action in sorted(due, key=lambda each: (each.due or date.max, -len(each.records))):
        if action.group not in taken and (left is None or action.minutes <= left):
            taken[action.group] = action
            left = None if left is None else left - action.minutes
    return list(taken.values()), left


def _without_groups(some: Sequence[Action], taken: Sequence[Action]) -> list[Action]:
    """What is no other size of what was taken, and nothing that somebody waits for and that does not fit."""
    groups = {action.group for action in taken}
    return [action for action in some if action.group not in groups and not action.is_obligation]


def _best(some: Sequence[Action], left: int | None) -> list[Action]:
    """What is worth most within the minutes left, one of each group."""
    budget = sum(action.minutes for action in some) if left is None else left
    worth, groups = [_worth(action) for action in some], [action.group for action in some]
    return [some[place] for place in best_within(budget, [a.minutes for a in some], worth, groups)]
