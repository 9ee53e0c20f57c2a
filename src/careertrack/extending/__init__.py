"""Findings, measures, words for stages and sources of roles of one's own, handed to a question with it.

An extension is a function with a name: `finding`, `measure` and `role_source` declare one.  An
`Extensions` holds some of them, and goes with the question::

    plan.review("2026-03-01", extensions=Extensions(findings=[no_link], measures=[hours]))

Nothing is ever registered or loaded by itself.  A package offers its extensions as an entry point
of the group ``careertrack.extensions``, and `installed` loads those that are there, when it is asked.
"""

from careertrack.extending._installed import installed
from careertrack.extending._own import (
    FoundRole,
    OwnFinding,
    OwnMeasure,
    RoleSource,
    finding,
    measure,
    role_source,
)
from careertrack.extending._together import Extensions
from careertrack.extending._view import View

__all__ = [
    "Extensions",
    "FoundRole",
    "OwnFinding",
    "OwnMeasure",
    "RoleSource",
    "View",
    "finding",
    "installed",
    "measure",
    "role_source",
]
