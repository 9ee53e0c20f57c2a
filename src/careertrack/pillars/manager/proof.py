"""Proof of being ready for more: shown, and acknowledged."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from careertrack.moment import Moment
from careertrack.pillars.finding import Rule, Said, listed, rule
from careertrack.pillars.people import is_with_manager, managers
from careertrack.pillars.spans import MONTH_DAYS, YEAR_DAYS, ago, waited
from careertrack.state.skills import EvidenceState


def recent(now: Moment) -> tuple[EvidenceState, ...]:
    """The accomplishments written down within a year: what is older has had its time."""
    return tuple(state for state in now.evidence.values() if state.evidence.on > ago(now, YEAR_DAYS))


@rule("evidence-not-shown", "hint", "manager")
def not_shown(now: Moment) -> Iterator[Said]:
    """There is a manager, and accomplishments of four weeks ago or earlier came up in no talk with one."""
    hidden = [
        state.evidence
        for state in (now.once(recent) if now.once(managers) else ())
        if waited(now, state.evidence.on) >= MONTH_DAYS
        and not any(is_with_manager(now, talk) for talk in (*state.shown_in, *state.acknowledged_in))
    ]
    if hidden:
        yield Said({"count": len(hidden), "ids": listed([each.id for each in hidden])}, tuple(hidden))


@rule("evidence-not-acknowledged", "notice", "manager")
def not_acknowledged(now: Moment) -> Iterator[Said]:
    """Accomplishments were shown to somebody four weeks ago or earlier, and acknowledged by nobody since."""
    open_ones = [
        state
        for state in now.once(recent)
        if state.shown_in and not state.acknowledged_in and waited(now, state.shown_in[0].on) >= MONTH_DAYS
    ]
    if open_ones:
        params = {"count": len(open_ones), "ids": listed([state.evidence.id for state in open_ones])}
        yield Said(params, tuple(state.shown_in[0] for state in open_ones))


RULES: Final[tuple[Rule, ...]] = (not_shown, not_acknowledged)
