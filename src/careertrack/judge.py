"""Where the person stands on a day: on track or not, and what decided it.

Status comes from practice and from how the goals keep to their days, never from the level of
progress, and never from what others decide.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any, Final, Literal

import attrs

from careertrack.moment import Moment
from careertrack.practice import EVEN, is_resting, paused_days, practice
from careertrack.practice.marks import WINDOW_DAYS, Measuring
from careertrack.practice.spans import first_ask
from careertrack.progress import lowest_s, schedules
from careertrack.score import Score

__all__ = ["LABELS", "Standing", "Status"]

Status = Literal["starting", "resting", "unknown", "off_track", "drifting", "on_track"]

STARTING_DAYS: Final = 28  # house: four weeks, before which no window is whole
LOW_PRACTICE, GOOD_PRACTICE = 0.5, 0.75  # house: half of what was set out; three quarters of it
LATE, ON_TIME = 0.7, 0.9  # house: three days for two; a tenth is what plans are off by anyway

LABELS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "starting": "just begun",
        "resting": "resting",
        "unknown": "not enough to tell",
        "off_track": "needs a step",
        "drifting": "drifting",
        "on_track": "on track",
    }
)


@attrs.frozen(kw_only=True)
class Standing:
    """What decided the status of a day.

    Args:
        status: ``starting`` in the 28 days from the first ask, ``resting`` in a long pause,
            ``unknown`` with nothing to go by; else ``off_track``, ``drifting`` or ``on_track``.
        practice: Practice now and 28 days earlier, their mean; ``None`` if neither is known.
        schedule: The lowest min(1, SPI) of the open goals; ``None`` if none has one.
        because: What decided, in sentences.
    """

    status: Status
    practice: float | None
    schedule: float | None
    because: tuple[str, ...]

    def to_dict(self) -> dict[str, Any]:
        """Plain data."""
        return {
            "status": self.status,
            "practice": self.practice,
            "schedule": self.schedule,
            "because": list(self.because),
        }


def judge(
    now: Moment, current: Score, weights: Mapping[str, float] = EVEN, more: Sequence[Measuring] = ()
) -> Standing:
    """Where the person stands.

    Args:
        now: The day.
        current: Practice on the day, by the same weights and measures.
        weights: Of the pillars.
        more: Measures beside the library's own.
    """
    earlier = _earlier(now, weights, more)
    known = [score.value for score in (current, earlier) if score is not None and score.value is not None]
    kept = sum(known) / len(known) if known else None
    pace = lowest_s(now)
    status, first = _status(now, kept, pace), first_ask(now)
    if first is None and status == "unknown":
        because = ["nothing is set out yet, so there is nothing to be on or off track with"]
    elif status == "starting":
        because = [f"the plan began on {first}: a window of {STARTING_DAYS} days is not whole yet"]
    elif status == "resting":
        because = [f"{paused_days(now)} of the last {WINDOW_DAYS} days are a pause"]
    else:
        because = [_of_practice(kept, current, earlier)]
        latest = next(
            (each for each in now.once(schedules).values() if each.s is not None and each.s == pace), None
        )
        if latest is None:
            because.append("no open goal has a target, a day and a check-in to tell its pace by")
        else:
            because.append(f"the slowest of the open goals is {latest.goal}: {latest.reason}")
    return Standing(status=status, practice=kept, schedule=pace, because=tuple(because))


def _earlier(now: Moment, weights: Mapping[str, float], more: Sequence[Measuring]) -> Score | None:
    if now.day.toordinal() <= WINDOW_DAYS:
        return None
    return practice(now.at(now.day.fromordinal(now.day.toordinal() - WINDOW_DAYS)), weights, more)


def _status(now: Moment, kept: float | None, pace: float | None) -> Status:
    first = first_ask(now)
    if first is not None and (now.day - first).days < STARTING_DAYS:
        return "starting"
    if is_resting(now):
        return "resting"
    if kept is None and pace is None:
        return "unknown"
    if (kept is not None and kept < LOW_PRACTICE) or (pace is not None and pace < LATE):
        return "off_track"
    if (kept is None or kept >= GOOD_PRACTICE) and (pace is None or pace >= ON_TIME):
        return "on_track"
    return "drifting"


def _of_practice(kept: float | None, current: Score, earlier: Score | None) -> str:
    if kept is None:
        return "practice is not known yet"
    now = "not known" if current.value is None else f"{current.value:.2f}"
    before = "not known" if earlier is None or earlier.value is None else f"{earlier.value:.2f}"
    return f"practice is {kept:.2f}: {now} now, {before} four weeks ago"
