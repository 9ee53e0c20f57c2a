"""What tests ask of the findings of a plan."""

from collections.abc import Mapping
from typing import Any

import careertrack as ct
from careertrack.record import Record

Said = tuple[str, str, Mapping[str, Any], tuple[Record, ...]]


def found(plan: ct.Plan, code: str, day: str) -> list[Said]:
    """The findings of a code on a day: severity, pillar, params and the records behind each."""
    return [
        (each.severity, each.pillar, each.params, each.records)
        for each in plan.findings(day)
        if each.code == code
    ]


def codes(plan: ct.Plan, day: str, *among: str) -> list[str]:
    """The codes found on a day, in order; of some codes only, where they are given."""
    return [each.code for each in plan.findings(day) if not among or each.code in among]


def counts(plan: ct.Plan, code: str, *days: str) -> list[int]:
    """How many findings of a code there are on each of some days."""
    return [len(found(plan, code, day)) for day in days]


def params(plan: ct.Plan, code: str, day: str) -> list[Mapping[str, Any]]:
    """The facts that the findings of a code name on a day."""
    return [said for _, _, said, _ in found(plan, code, day)]
