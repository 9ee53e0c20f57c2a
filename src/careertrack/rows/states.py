"""The columns of a state: those of its record in force, and what follows from the ledger."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final, get_args

from careertrack.record import Record
from careertrack.records import CLASSES
from careertrack.rows.columns import Cell, Column, Sort, columns_of
from careertrack.state.goals import GoalState
from careertrack.state.moves import TransitionState
from careertrack.state.people import CommitmentState, ContactState
from careertrack.state.rhythm import CadenceState, RoutineState
from careertrack.state.skills import EvidenceState, SkillState
from careertrack.vocabulary import Rater

# --- What a cell is read from ------------------------------------------------------------------------


def _same(sort: Sort, *names: str) -> tuple[Column, ...]:
    """Columns named as the attributes that they show."""
    return tuple(Column(name, sort, _reading(name)) for name in names)


def _reading(name: str) -> Cell:
    return lambda state: getattr(state, name)


def _on(record: Record | None) -> Any:
    return None if record is None else record.on


def _count(name: str) -> Cell:
    return lambda state: len(getattr(state, name))


def _ended(state: Any) -> Any:
    return _on(state.resolution)


def _outcome(state: Any) -> Any:
    return None if state.resolution is None else state.resolution.outcome


def _by(source: Rater) -> Callable[[SkillState], float | None]:
    def cell(state: SkillState) -> float | None:
        rated = state.by_source.get(source)
        return None if rated is None else rated.level

    return cell


def _last_talk(state: ContactState) -> Any:
    return _on(state.last_talk)


def _ids(name: str) -> Cell:
    return lambda state: [each.commitment.id for each in getattr(state, name)]


def _past_organizations(state: ContactState) -> list[str]:
    return list(state.past_organizations)


def _since(state: GoalState | CommitmentState | CadenceState) -> Any:
    return state.first.on


def _stage_on(state: TransitionState) -> Any:
    return _on(state.steps[-1]) if state.steps else None


def _answered_on(state: TransitionState) -> Any:
    return None if state.answer is None else state.answer.on


def _goes_on(state: TransitionState) -> Any:
    return None if state.answer is None else state.answer.goes_on


def _acknowledged_on(state: EvidenceState) -> Any:
    return _on(state.acknowledged_in[-1]) if state.acknowledged_in else None


def _minutes_of(state: RoutineState) -> int:
    return sum(effort.minutes for effort in state.efforts)


def _last_touch(state: CadenceState) -> Any:
    return _on(state.touches[-1]) if state.touches else None


# --- Columns by state --------------------------------------------------------------------------------

_SPENT: Final = Column("minutes_spent", "whole", _reading("minutes"))
_ENDED: Final = Column("ended_on", "day", _ended)
_SINCE: Final = Column("since", "day", _since)
_STATUS: Final = Column("status", "text", _reading("status"))

# By kind.  What is not here has nothing to add to its record.
_MORE: Final[Mapping[str, tuple[Column, ...]]] = {
    "skill": (
        Column("level", "number", _reading("level")),
        Column("level_on", "day", lambda state: _on(state.assessment)),
        Column("level_by", "text", lambda state: state.assessment and state.assessment.by),
        *(Column(f"level_{source}", "number", _by(source)) for source in get_args(Rater)),
        *_same("flag", "is_stale"),
        _SPENT,
    ),
    "contact": (
        Column("past_organizations", "texts", _past_organizations),
        *_same("flag", "is_manager"),
        Column("talks", "whole", _count("talks")),
        Column("last_talk", "day", _last_talk),
        Column("i_owe", "texts", _ids("i_owe")),
        Column("owe_me", "texts", _ids("owe_me")),
    ),
    "event": (
        *_same("flag", "was_attended"),
        Column("outcome", "text", _outcome),
        _ENDED,
        _SPENT,
    ),
    "course": (_STATUS, _ENDED, _SPENT),
    "position": _same("flag", "is_current"),
    "goal": (
        _SINCE,
        _STATUS,
        _ENDED,
        Column("value", "number", _reading("value")),
        Column("value_on", "day", lambda state: _on(state.measured)),
        Column("level", "whole", _reading("level")),
        Column("level_on", "day", lambda state: _on(state.rated)),
        Column("check_ins", "whole", _count("check_ins")),
        *_same("flag", "is_measurable"),
        _SPENT,
    ),
    "transition": (
        *_same("text", "stage"),
        Column("stage_on", "day", _stage_on),
        *_same("text", "furthest"),
        *_same("day", "applied_on"),
        Column("answered_on", "day", _answered_on),
        Column("goes_on", "flag", _goes_on),
        *_same("day", "last_word"),
        *_same("flag", "has_ended", "is_tracked", "is_fate_known", "is_quiet", "was_accepted"),
        *_same("text", "sent"),
        Column("steps", "whole", _count("steps")),
        Column("offers", "whole", _count("offers")),
        Column("talks", "whole", _count("talks")),
        _SPENT,
    ),
    "evidence": (
        Column("shown", "whole", _count("shown_in")),
        Column("acknowledged", "whole", _count("acknowledged_in")),
        Column("acknowledged_on", "day", _acknowledged_on),
    ),
    "routine": (
        *_same("flag", "is_in_force"),
        Column("outcome", "text", _outcome),
        _ENDED,
        Column("efforts", "whole", _count("efforts")),
        Column("minutes_spent", "whole", _minutes_of),
    ),
    "cadence": (
        _SINCE,
        *_same("flag", "is_in_force"),
        Column("outcome", "text", _outcome),
        _ENDED,
        *_same("day", "began", "next_due"),
        Column("touches", "whole", _count("touches")),
        Column("last_touch", "day", _last_touch),
    ),
    "commitment": (
        _SINCE,
        _STATUS,
        _ENDED,
        *_same("flag", "is_mine"),
        *_same("day", "deadline"),
        Column("moves", "whole", _count("moves")),
        Column("misses", "whole", _count("misses")),
    ),
    "setback": (_SINCE, _STATUS, _ENDED),
    "runway": (*_same("number", "months"), *_same("day", "until")),
}


def columns_of_state(kind: str) -> tuple[Column, ...]:
    """The columns of the state of a kind: its record's, then what follows from the ledger."""
    record = _reading(kind)

    def through(cell: Cell) -> Cell:
        return lambda state: cell(record(state))

    own = (
        Column(column.name, column.sort, through(column.cell), column.is_detail)
        for column in columns_of(CLASSES[kind])
    )
    return (*own, *_MORE.get(kind, ()))
