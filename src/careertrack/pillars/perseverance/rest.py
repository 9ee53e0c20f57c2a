"""Silence and rest."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from careertrack.moment import Moment
from careertrack.pillars.finding import Rule, Said, rule
from careertrack.pillars.spans import is_within
from careertrack.records.rhythm import Pause

SILENT_DAYS: Final = 14  # house: a fortnight is longer than most forget, shorter than most despair
LONG_DAYS: Final = 14  # house: after a fortnight's rest it takes a moment to find the way back in
ENDING_DAYS: Final = 7


@rule("nothing-logged", "notice", "perseverance")
def nothing_logged(now: Moment) -> Iterator[Said]:
    """A fortnight or more without a record, outside of every pause."""
    latest = now.last_day
    if latest is None:
        return
    silent_since = max([latest, *(pause.until for pause in now.facts(Pause))])
    days = (now.day - silent_since).days
    if days >= SILENT_DAYS:
        yield Said({"days": days})


@rule("pause-ends", "notice", "perseverance")
def pause_ends(now: Moment) -> Iterator[Said]:
    """A pause of a fortnight or more ends today or within a week, and no other goes on."""
    current = [pause for pause in now.facts(Pause) if pause.until >= now.day]
    last = max(current, key=lambda pause: pause.until, default=None)
    if last is None or not is_within(now, last.until, ENDING_DAYS):
        return
    if (last.until - last.on).days + 1 >= LONG_DAYS:
        yield Said({"until": str(last.until)}, (last,))


RULES: Final[tuple[Rule, ...]] = (nothing_logged, pause_ends)
