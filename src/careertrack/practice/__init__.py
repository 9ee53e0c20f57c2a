"""Practice: did I do what I set out to do?

What is owed rests on asks and on days, never on acts or on what others decide.  Each measure
is in a module by its subject; all of them stand in one list here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import Final

import attrs

from careertrack.errors import InvalidValue, Issue, shown
from careertrack.methods.checks import refuse
from careertrack.moment import Moment
from careertrack.practice.cadences import CADENCES
from careertrack.practice.house import EVIDENCE, GOALS, MOTION, SKILLS
from careertrack.practice.items import COMMITMENTS, COURSES, SETBACKS
from careertrack.practice.marks import WINDOW_DAYS, Measure, Measuring, Rated
from careertrack.practice.routines import ROUTINES
from careertrack.score import Score
from careertrack.vocabulary import PILLARS

MEASURES: Final[tuple[Measure, ...]] = (
    ROUTINES,
    CADENCES,
    COMMITMENTS,
    COURSES,
    SETBACKS,
    MOTION,
    GOALS,
    SKILLS,
    EVIDENCE,
)
METHOD: Final = "mean of the pillars set out"
OF_A_PILLAR: Final = "weighted mean of what is owed in the pillar"
EVEN: Final[Mapping[str, float]] = MappingProxyType(dict.fromkeys(PILLARS, 1.0))


def practice(now: Moment, weights: Mapping[str, float] = EVEN, more: Sequence[Measuring] = ()) -> Score:
    """How the person keeps to what they set out to do, a part for each pillar.

    Args:
        now: The day.
        weights: Of the pillars; 1 for those left out.
        more: Measures beside the library's own, whose parts come after those.

    Raises:
        InvalidValue: If a weight is of no pillar, negative or not finite.
    """
    if more:
        return practice_of(now, ((each, each.parts(now)) for each in (*MEASURES, *more)), weights)
    return _together(now, now.once(pillar_scores), weights)


def practice_of(
    now: Moment, rated: Iterable[tuple[Measuring, Iterable[Rated]]], weights: Mapping[str, float] = EVEN
) -> Score:
    """The same, of measures that were worked out before.

    Args:
        now: The day.
        rated: Each measure with its parts on the day.
        weights: Of the pillars; 1 for those left out.

    Raises:
        InvalidValue: If a weight is of no pillar, negative or not finite.
    """
    return _together(now, _by_pillar(rated), weights)


def _together(now: Moment, scores: Mapping[str, Score], weights: Mapping[str, float]) -> Score:
    given: object = weights
    if not isinstance(given, Mapping):
        raise refuse("weights", "weights by pillar, such as {'network': 2}", given)
    unknown = [name for name in weights if name not in PILLARS]
    if unknown:
        rule = f"of a pillar: {', '.join(PILLARS)}"
        raise InvalidValue(
            [Issue("weights", "value", {"rule": rule, "got": shown(name)}) for name in unknown]
        )
    score = Score.combine(scores, {**EVEN, **weights}, method=METHOD)
    if is_resting(now):
        reason = f"resting: {paused_days(now)} of the last {WINDOW_DAYS} days are paused"
        return attrs.evolve(Score.not_asked(reason, method=METHOD), parts=score.parts)
    if any(each.coverage is not None for each in scores.values()):
        return score
    return attrs.evolve(score, reason="nothing is owed yet")


def is_resting(now: Moment) -> bool:
    """Whether more than half of the 28 days before the day are paused: then practice says nothing."""
    return 2 * paused_days(now) > WINDOW_DAYS


def paused_days(now: Moment) -> int:
    """How many of the 28 days before the day are paused."""
    today = now.day.toordinal()
    first, last = (date.fromordinal(max(each, 1)) for each in (today - WINDOW_DAYS, today - 1))
    return now.rest.days(first, last)


def pillar_scores(now: Moment) -> dict[str, Score]:
    """A score for each pillar: of what is owed there, or why nothing is."""
    return _by_pillar((measure, measure.parts(now)) for measure in MEASURES)


def _by_pillar(rated: Iterable[tuple[Measuring, Iterable[Rated]]]) -> dict[str, Score]:
    parts: dict[str, dict[str, tuple[Score, float]]] = {pillar: {} for pillar in PILLARS}
    for measure, found in rated:
        for each in found:
            parts[each.pillar][_unique(each, parts[each.pillar])] = (each.score, measure.weight)
    return {pillar: _of_pillar(own) for pillar, own in parts.items()}


def _unique(rated: Rated, known: Mapping[str, object]) -> str:
    """The name of a part; a rhythm promised anew within the window has a part of its own."""
    name, n = rated.name, 2
    while name in known:
        name, n = f"{rated.name} ({n})", n + 1
    return name


def _of_pillar(parts: Mapping[str, tuple[Score, float]]) -> Score:
    if not parts:
        return Score.not_asked("not set out", method=OF_A_PILLAR)
    score = Score.combine(
        {name: score for name, (score, _) in parts.items()},
        {name: weight for name, (_, weight) in parts.items()},
        method=OF_A_PILLAR,
    )
    return score if score.coverage is not None else attrs.evolve(score, reason="not due yet")
