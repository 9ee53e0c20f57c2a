"""Perseverance: lessons, silence, and work on what had ended."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from careertrack.moment import Moment
from careertrack.pillars.finding import Finding, Rule
from careertrack.record import Record
from careertrack.records.rhythm import Effort, Pause
from careertrack.records.setbacks import Resolution

SILENT_DAYS: Final = 14  # house: a fortnight is longer than most forget, shorter than most despair


def without_lesson(now: Moment) -> Iterator[Finding]:
    """An open setback that names neither a lesson nor a change."""
    for id, state in now.setbacks.items():
        setback = state.setback
        if state.status == "open" and setback.lesson is None and setback.change is None:
            yield Finding(
                code="setback-without-lesson",
                severity="hint",
                pillar="perseverance",
                params={"id": id},
                records=(setback,),
            )


def nothing_logged(now: Moment) -> Iterator[Finding]:
    """A fortnight or more without a record, outside of every pause."""
    latest = now.last_day
    if latest is None or any(pause.until >= now.day for pause in now.facts(Pause)):
        return
    silent_since = max([latest, *(pause.until for pause in now.facts(Pause))])
    days = (now.day - silent_since).days
    if days >= SILENT_DAYS:
        yield Finding(code="nothing-logged", severity="notice", pillar="perseverance", params={"days": days})


def on_what_ended(now: Moment) -> Iterator[Finding]:
    """Effort on a goal, course or routine that had been done or dropped before and not taken up again."""
    ended = {
        (kind, id): state.resolution
        for kind, states in (("goal", now.goals), ("course", now.courses), ("routine", now.routines))
        for id, state in states.items()
        if state.resolution is not None
    }
    for effort in now.facts(Effort):
        for kind in ("goal", "course", "routine"):
            resolution = ended.get((kind, getattr(effort, kind)))
            if resolution is not None and resolution.on < effort.on:
                yield _on_what_ended(effort, kind, resolution)


def _on_what_ended(effort: Effort, kind: str, resolution: Resolution) -> Finding:
    records: tuple[Record, ...] = (effort, resolution)
    params = {"on": str(effort.on), "kind": kind, "id": getattr(effort, kind), "ended": str(resolution.on)}
    return Finding(
        code="on-what-ended", severity="notice", pillar="perseverance", params=params, records=records
    )


RULES: Final[tuple[Rule, ...]] = (without_lesson, nothing_logged, on_what_ended)
