"""Hypothesis strategies for records and whole plans, for the tests of programs that use this library.

Everything is built valid from the declarations of the record classes; nothing is made at random
and thrown away.  With Hypothesis installed, `hypothesis.strategies.from_type` knows every record
class and `Plan` as well.  Needs the extra ``testing``.

>>> from hypothesis import find
>>> from careertrack.strategies import goals, plans
>>> find(goals(pillar="skills"), lambda goal: goal.importance > 2).pillar
'skills'
>>> len(find(plans(), lambda plan: len(plan) > 1))
2
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final, Protocol, TypeVar

from careertrack.errors import InvalidValue, MissingExtra
from careertrack.fields import faults_of
from careertrack.plan import Plan
from careertrack.record import Record
from careertrack.records import CLASSES

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy


def _hypothesis_setup_hook() -> None:
    """Tell Hypothesis about the record classes and `Plan`; called by its entry point.

    Hypothesis calls it while this module waits for Hypothesis to be imported, so it stands above
    that import, and looks the strategies up only when one is asked for.
    """
    from hypothesis.strategies import register_type_strategy

    for cls in CLASSES.values():
        register_type_strategy(cls, lambda asked: _some(asked, {}))
    register_type_strategy(Plan, lambda _: plans())


try:
    from hypothesis.strategies import one_of
except ModuleNotFoundError:
    raise MissingExtra("testing", "hypothesis") from None

from careertrack.records.goals import CheckIn, Goal  # noqa: E402 - the hook has to stand first
from careertrack.records.moves import Offer, Step, Transition  # noqa: E402
from careertrack.records.people import Commitment, Contact, Conversation, Event, Organization  # noqa: E402
from careertrack.records.rhythm import Cadence, Effort, Pause, Routine  # noqa: E402
from careertrack.records.roles import Role, TargetRole  # noqa: E402
from careertrack.records.self import (  # noqa: E402
    Capacity,
    InterestProfile,
    Position,
    Priorities,
    Reflection,
    Runway,
)
from careertrack.records.setbacks import Resolution, Setback  # noqa: E402
from careertrack.records.skills import Assessment, Course, Evidence, Skill  # noqa: E402
from careertrack.strategies._fitting import Anywhere, made, strategy_of  # noqa: E402
from careertrack.strategies._plans import plans  # noqa: E402

__all__ = [
    "assessments",
    "cadences",
    "capacities",
    "check_ins",
    "commitments",
    "contacts",
    "conversations",
    "courses",
    "efforts",
    "events",
    "evidence",
    "goals",
    "interest_profiles",
    "offers",
    "organizations",
    "pauses",
    "plans",
    "positions",
    "priorities",
    "records",
    "reflections",
    "resolutions",
    "roles",
    "routines",
    "runways",
    "setbacks",
    "skills",
    "steps",
    "target_roles",
    "transitions",
]

R = TypeVar("R", bound=Record)
R_co = TypeVar("R_co", bound=Record, covariant=True)


class Strategies(Protocol[R_co]):
    """A function that gives a strategy for records of one kind."""

    def __call__(self, **fields: Any) -> SearchStrategy[R_co]:
        """Records of the kind, with some fields given: each a value or a strategy."""
        ...


def _some(cls: type[R], fields: Mapping[str, Any]) -> SearchStrategy[R]:
    unknown = [issue for issue in faults_of(cls, dict(fields), cls.__name__) if issue.code == "unknown-field"]
    if unknown:
        raise InvalidValue(unknown)
    return made(cls, Anywhere(), {name: strategy_of(cls, name, value) for name, value in fields.items()})


def _plural(cls: type[R], name: str) -> Strategies[R]:
    def some(**fields: Any) -> SearchStrategy[R]:
        return _some(cls, fields)

    article = "an" if cls.__name__[0] in "AEIO" else "a"
    some.__name__ = some.__qualname__ = name
    some.__doc__ = f"""Any {cls.__name__}, with some fields given.

    Args:
        fields: Fields of {article} {cls.__name__}, each a value or a strategy; the others are drawn to fit.

    Raises:
        InvalidValue: If a name is none of its fields.
    """
    return some


skills: Final = _plural(Skill, "skills")
organizations: Final = _plural(Organization, "organizations")
contacts: Final = _plural(Contact, "contacts")
events: Final = _plural(Event, "events")
roles: Final = _plural(Role, "roles")
courses: Final = _plural(Course, "courses")
positions: Final = _plural(Position, "positions")
goals: Final = _plural(Goal, "goals")
transitions: Final = _plural(Transition, "transitions")
evidence: Final = _plural(Evidence, "evidence")
routines: Final = _plural(Routine, "routines")
cadences: Final = _plural(Cadence, "cadences")
conversations: Final = _plural(Conversation, "conversations")
commitments: Final = _plural(Commitment, "commitments")
setbacks: Final = _plural(Setback, "setbacks")
interest_profiles: Final = _plural(InterestProfile, "interest_profiles")
priorities: Final = _plural(Priorities, "priorities")
reflections: Final = _plural(Reflection, "reflections")
target_roles: Final = _plural(TargetRole, "target_roles")
capacities: Final = _plural(Capacity, "capacities")
runways: Final = _plural(Runway, "runways")
pauses: Final = _plural(Pause, "pauses")
efforts: Final = _plural(Effort, "efforts")
assessments: Final = _plural(Assessment, "assessments")
check_ins: Final = _plural(CheckIn, "check_ins")
steps: Final = _plural(Step, "steps")
offers: Final = _plural(Offer, "offers")
resolutions: Final = _plural(Resolution, "resolutions")


def records() -> SearchStrategy[Record]:
    """Any record of any kind, as it stands alone: what it names need not exist.

    For records that fit together see `plans`.
    """
    return one_of([_some(cls, {}) for cls in CLASSES.values()])
