"""The unknowns worth answering first: each with how much it would tell, and the record of an answer."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Final, Literal, TypeVar

import attrs

from careertrack.days import plus_days
from careertrack.methods.checks import whole
from careertrack.moment import Moment
from careertrack.page import Item, Items, Line, Page, Shown, Word
from careertrack.practice.spans import first_ask
from careertrack.progress import progress
from careertrack.record import Record
from careertrack.records.goals import CheckIn, Goal
from careertrack.records.moves import Step
from careertrack.records.roles import TargetRole
from careertrack.records.self import Capacity, InterestProfile, Interests, Priorities, Runway
from careertrack.records.skills import Assessment
from careertrack.score import Score
from careertrack.state.goals import GoalState

__all__ = ["Question"]

_SENTENCES: Final[Mapping[str, str]] = {
    "level": "how good are you at {skill}, from 0 to {top:g}?",
    "value": "how far is goal {goal}?",
    "goal": "what is one thing you want to have reached in three months?",
    "target-role": "which role do you aim at?",
    "runway": "what do you have to live on, and what do you spend a month?",
    "capacity": "how many minutes a week do you have for this?",
    "priorities": "what matters most to you in a position?",
    "interests": "what do you like: realistic, investigative, artistic, social, enterprising, conventional?",
    "outcome": "what became of {move}?",
}
CODES: Final = tuple(_SENTENCES)
TO_FILL_IN: Final = "(to fill in)"
QUARTER_DAYS: Final = 91
LOWEST_LEVEL: Final = -2
FIVE_HOURS: Final = 300

R = TypeVar("R", bound=Record)

Of = Literal["progress", "practice", "outlook", "direction"]


@attrs.frozen(kw_only=True)
class Question(Shown):
    """Something that is not known, and would tell a lot.

    Args:
        code: What sort of question, a stable name.
        params: The facts of its sentence.
        tells: What its answer tells of: progress, practice, outlook, or which way to go.
        narrows: By how much its answer narrows the bounds of that number; 0 where it opens a
            number that nothing is known of yet.
        record: What an answer would add; figures and words in brackets are to be replaced.

    >>> import careertrack as ct
    >>> plan = ct.Plan() + ct.Goal(on="2026-01-05", title="Apply", pillar="change", target=10)
    >>> print(plan.review("2026-01-06").questions(1)[0])
    how far is goal apply? (narrows progress by 1.00)
    """

    code: str
    params: Mapping[str, Any] = attrs.field(factory=dict, hash=False)
    tells: Of
    narrows: float = 0.0
    record: Record | None = attrs.field(default=None, repr=False)

    @property
    def message(self) -> str:
        """The question, as a sentence."""
        return _SENTENCES[self.code].format_map(self.params)

    def page(self) -> Page:
        """The question, and what its answer tells, in a line."""
        return Page(f"{self.message} ({self.how()})")

    def full_page(self) -> Page:
        """The question, and below it what its answer tells."""
        return Page(self.message, [Line(self.how())])

    def how(self) -> str:
        """What its answer tells."""
        return f"narrows {self.tells} by {self.narrows:.2f}" if self.narrows else f"tells of {self.tells}"

    def to_dict(self) -> dict[str, Any]:
        """Plain data, the record of an answer included."""
        return {
            "code": self.code,
            "params": dict(self.params),
            "message": self.message,
            "tells": self.tells,
            "narrows": self.narrows,
            "record": None if self.record is None else self.record.to_dict(),
        }


class Questions(Shown, tuple[Question, ...]):
    """Questions, what tells most first: a tuple of them that can be shown.

    >>> import careertrack as ct
    >>> print(ct.Plan().review("2026-01-05").questions(2))
    worth asking
    <BLANKLINE>
    - what is one thing you want to have reached in three months? (tells of progress)
    - which role do you aim at? (tells of progress)
    """

    __slots__ = ()

    def page(self) -> Page:
        """A line for each question."""
        return self._page([str(each) for each in self])

    def full_page(self) -> Page:
        """Each question, and below it what its answer tells."""
        return self._page([Item(each.message, [each.how()]) for each in self])

    def _page(self, items: Sequence[str | Item]) -> Page:
        nothing = Line(Word("nothing is left to ask"))
        return Page(Word("worth asking"), [Items(items) if items else nothing])

    def __repr__(self) -> str:
        return f"<Questions: {len(self)}>"

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:
        printer.text(str(self))  # IPython would show it as any tuple


def questions(now: Moment, n: int) -> Questions:
    """The first so many questions: what narrows progress most, then what opens a number.

    Raises:
        InvalidValue: If the number is not whole, or negative.
    """
    most = whole("n", n)
    found = [question for ask in (_in_progress, *OPENERS) for question in ask(now)]
    found.sort(key=lambda question: -question.narrows)
    return Questions(found[:most])


def _unless_said(now: Moment, record: R) -> R | None:
    """A record, unless the plan says something of the same, on the same day."""
    return record if now.ledger.like(record) is None else None


# --- What narrows a number ----------------------------------------------------------------------


def _in_progress(now: Moment) -> Iterator[Question]:
    """Each unknown leaf of progress, by the share that it has of the whole."""
    widths: dict[tuple[str, str], float] = {}
    for path, share in _unknown(now.once(progress)):
        about = ("goal" if path[0] == "goals" else "skill", path[-1])
        widths[about] = widths.get(about, 0.0) + share
    for (kind, id), width in widths.items():
        if kind == "goal":
            record: Record = CheckIn(on=now.day, goal=id, **as_before(now.goals[id]))
            said = _unless_said(now, record)
            yield Question(code="value", params={"goal": id}, tells="progress", narrows=width, record=said)
        else:
            top = now.skills[id].skill.top
            yield Question(
                code="level",
                params={"skill": id, "top": top},
                tells="progress",
                narrows=width,
                record=Assessment(on=now.day, skill=id, level=top / 2),
            )


def as_before(state: GoalState) -> Mapping[str, Any]:
    """What is known of how far a goal is, or nothing of the way: an answer claims no more than that."""
    if state.goal.target is not None:
        return {"value": (state.goal.baseline or 0.0) if state.value is None else state.value}
    return {"level": LOWEST_LEVEL if state.level is None else state.level}


def _unknown(score: Score) -> Iterator[tuple[tuple[str, ...], float]]:
    """The parts that are asked and not known, each by its path, with its share of the whole."""
    todo: list[tuple[Score, tuple[str, ...], float]] = [(score, (), 1.0)]
    while todo:
        one, path, share = todo.pop()
        asked = [part for part in one.parts if part.score.coverage is not None and part.weight > 0]
        total = sum(part.weight for part in asked)
        if not asked:
            if one.coverage == 0 and path:
                yield path, share
            continue
        todo += [(part.score, (*path, part.name), share * part.weight / total) for part in reversed(asked)]


# --- What opens a number ------------------------------------------------------------------------


def _runway(now: Moment) -> Iterator[Question]:
    is_held = any(state.is_current and state.position.type == "job" for state in now.positions.values())
    if now.runway is None and not is_held:
        record = Runway(on=now.day, savings="0 EUR", spending="0 EUR")
        yield Question(code="runway", tells="outlook", record=record)


def _goal(now: Moment) -> Iterator[Question]:
    if not now.goals:
        day = plus_days(now.day, QUARTER_DAYS)
        if day > now.day:
            record = Goal(
                on=now.day, id="first-goal", title=TO_FILL_IN, pillar="direction", target=1, due=day
            )
            yield Question(code="goal", tells="progress", record=record)


def _target(now: Moment) -> Iterator[Question]:
    if not now.target_roles:
        roles = list(now.roles)[:1]
        record = _unless_said(now, TargetRole(on=now.day, roles=roles)) if roles else None
        yield Question(code="target-role", tells="progress", record=record)


def _capacity(now: Moment) -> Iterator[Question]:
    stated = now.capacity
    if (stated is None or stated.minutes is None) and first_ask(now) is not None:
        record = _unless_said(now, Capacity(on=now.day, minutes=FIVE_HOURS))
        yield Question(code="capacity", tells="practice", record=record)


def priorities(now: Moment) -> Iterator[Question]:
    """What matters to the person."""
    if now.priorities is None:
        record = Priorities(on=now.day, motivators=[TO_FILL_IN])
        yield Question(code="priorities", tells="direction", record=record)


def interests(now: Moment) -> Iterator[Question]:
    """What they like."""
    if now.interests is None:
        letters = Interests(
            realistic=4, investigative=4, artistic=4, social=4, enterprising=4, conventional=4
        )
        record = InterestProfile(on=now.day, interests=letters)
        yield Question(code="interests", tells="direction", record=record)


def _outcomes(now: Moment) -> Iterator[Question]:
    for id, state in now.transitions.items():
        if not state.is_fate_known:
            yield Question(
                code="outcome",
                params={"move": id},
                tells="outlook",
                record=_unless_said(now, Step(on=now.day, transition=id, stage="rejected")),
            )


OPENERS: Final[tuple[Callable[[Moment], Iterator[Question]], ...]] = (
    _goal,
    _target,
    _runway,
    _capacity,
    priorities,
    interests,
    _outcomes,
)
