"""All findings of a day: every rule of every pillar, the pressing ones first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Final, get_args

from careertrack.moment import Moment
from careertrack.pillars import change, direction, manager, network, perseverance, skills
from careertrack.pillars.finding import Finding, Rule
from careertrack.vocabulary import Pillar

RULES: Final[tuple[Rule, ...]] = (
    *direction.RULES,
    *skills.RULES,
    *manager.RULES,
    *network.RULES,
    *change.RULES,
    *perseverance.RULES,
)
_URGENCY: Final = {"warning": 0, "notice": 1, "hint": 2}


def findings(now: Moment, more: Iterable[Callable[[Moment], Iterator[Finding]]] = ()) -> tuple[Finding, ...]:
    """What is worth knowing on a day: warnings, notices, hints, each in the order of the pillars.

    Args:
        now: The day.
        more: Rules beside the library's own; what they find comes after what those find.
    """
    rules: Iterable[Callable[[Moment], Iterator[Finding]]] = (*RULES, *more)
    found = [finding for rule in rules for finding in rule(now)]
    pillars = get_args(Pillar)
    found.sort(key=lambda finding: (_URGENCY[finding.severity], pillars.index(finding.pillar)))
    return tuple(found)
