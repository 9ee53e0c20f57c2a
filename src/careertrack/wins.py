"""Wins: what went well in the last four weeks, named before anything else."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any, Final

import attrs

from careertrack.methods import key_result
from careertrack.moment import Moment
from careertrack.page import Line, Page, Shown, Word
from careertrack.pillars.people import pillar_of
from careertrack.practice import pillar_scores
from careertrack.practice.marks import WINDOW_DAYS
from careertrack.record import Record
from careertrack.records.moves import STAGES, Step
from careertrack.records.people import Contact, Conversation
from careertrack.records.skills import Assessment, Evidence
from careertrack.state.moves import ENDS
from careertrack.vocabulary import PILLARS, Pillar

__all__ = ["Win"]

_SENTENCES: Final[Mapping[str, str]] = {
    "goal-done": "goal {id} reached on {on}",
    "goal-moved": "goal {id} moved on: {before:g} to {after:g}{unit}",
    "promise-kept": "promise {id} kept on {on}",
    "came-back": "came back from setback {id}",
    "lesson": "a lesson drawn from setback {id}",
    "course-done": "course {id} finished on {on}",
    "level-up": "skill {id} up from {before:g} to {after:g}, by {by}",
    "evidence": "evidence {id} written down",
    "shown": "evidence {id} shown in a talk on {on}",
    "met": "people newly met: {count}",
    "applied": "applications sent: {count}",
    "stage": "move {id} reached {stage} on {on}",
    "kept-whole": "{name} kept in full",
}


@attrs.frozen(kw_only=True)
class Win(Shown):
    """Something that went well, with the facts that its sentence is made of.

    Args:
        code: Stable name of what went well.
        pillar: Where it belongs.
        params: The facts, plain values by name.
        records: The records behind it.

    >>> print(Win(code="goal-done", pillar="change", params={"id": "ten-calls", "on": "2026-03-01"}))
    goal ten-calls reached on 2026-03-01
    """

    code: str
    pillar: Pillar
    params: Mapping[str, Any] = attrs.field(factory=dict, hash=False)
    records: tuple[Record, ...] = attrs.field(default=(), repr=False)

    @property
    def message(self) -> str:
        """What went well, as a sentence."""
        return _SENTENCES[self.code].format_map(self.params)

    def page(self) -> Page:
        """What went well, in a line."""
        return Page(self.message)

    def full_page(self) -> Page:
        """What went well, and where it belongs."""
        return Page(self.message, [Line(Word(self.pillar))])

    def to_dict(self) -> dict[str, Any]:
        """Plain data."""
        return {
            "code": self.code,
            "pillar": self.pillar,
            "params": dict(self.params),
            "message": self.message,
        }


CODES: Final = tuple(_SENTENCES)


def wins(now: Moment) -> tuple[Win, ...]:
    """What went well in the 28 days up to the day, by pillar."""
    since = date.fromordinal(max(now.day.toordinal() - WINDOW_DAYS + 1, 1))
    return tuple(win for look in LOOKS for win in look(now, since))


def _goals(now: Moment, since: date) -> Iterator[Win]:
    """Goals reached, and goals that moved on."""
    for id, state in now.goals.items():
        goal, end = state.goal, state.resolution
        if end is not None and end.outcome == "done" and end.on >= since:
            yield Win(
                code="goal-done", pillar=goal.pillar, params={"id": id, "on": str(end.on)}, records=(end,)
            )
        elif end is None and goal.target is not None and state.measured and state.measured.on >= since:
            start = goal.baseline or 0.0
            before = [each for each in state.check_ins if each.value is not None and each.on < since]
            was = start if not before or before[-1].value is None else before[-1].value
            value = state.value if state.value is not None else start
            if key_result(value, start, goal.target) > key_result(was, start, goal.target):
                unit = f" {goal.unit}" if goal.unit else ""
                params = {"id": id, "before": was, "after": value, "unit": unit}
                yield Win(code="goal-moved", pillar=goal.pillar, params=params, records=(state.measured,))


def _skills(now: Moment, since: date) -> Iterator[Win]:
    """Levels that rose, by whoever rated them before as well; and courses finished."""
    for id, state in now.skills.items():
        newest = state.assessment
        if newest is None or newest.on < since:
            continue
        rated = (each for each in now.about("skill", id) if isinstance(each, Assessment))
        older = [each for each in rated if each.by == newest.by and each.on < newest.on]
        if older and newest.level > older[-1].level:
            params = {"id": id, "before": older[-1].level, "after": newest.level, "by": newest.by}
            yield Win(code="level-up", pillar="skills", params=params, records=(older[-1], newest))
    for id, course in now.courses.items():
        end = course.resolution
        if end is not None and end.outcome == "done" and end.on >= since:
            params = {"id": id, "on": str(end.on)}
            yield Win(code="course-done", pillar="skills", params=params, records=(end,))


def _proofs(now: Moment, since: date) -> Iterator[Win]:
    """Evidence written down, and evidence shown."""
    for evidence in now.standing(Evidence):
        if evidence.on >= since:
            yield Win(code="evidence", pillar="manager", params={"id": evidence.id}, records=(evidence,))
    for talk in now.between(Conversation, since, now.day):
        for id in talk.shown:
            params = {"id": id, "on": str(talk.on)}
            yield Win(code="shown", pillar="manager", params=params, records=(talk,))


def _people(now: Moment, since: date) -> Iterator[Win]:
    """Promises kept, and new contacts."""
    for id, state in now.commitments.items():
        end = state.resolution
        if state.is_mine and end is not None and end.on >= since and state.status == "kept":
            params = {"id": id, "on": str(end.on)}
            yield Win(code="promise-kept", pillar=pillar_of(now, state), params=params, records=(end,))
    met = [each for each in now.standing(Contact) if each.met is not None and since <= each.met <= now.day]
    if met:
        yield Win(code="met", pillar="network", params={"count": len(met)}, records=tuple(met))


def _moves(now: Moment, since: date) -> Iterator[Win]:
    """Applications sent, and moves that got further than ever before."""
    sent = [step for step in now.between(Step, since, now.day) if step.stage == "applied"]
    if sent:
        yield Win(code="applied", pillar="change", params={"count": len(sent)}, records=tuple(sent))
    for id, state in now.transitions.items():
        ahead = [step for step in state.steps if step.stage not in ENDS or step.stage == "accepted"]
        best = max(ahead, key=lambda step: (STAGES.index(step.stage), -step.on.toordinal()), default=None)
        if best is not None and best.on >= since and best.stage not in {"lead", "applied"}:
            params = {"id": id, "stage": best.stage, "on": str(best.on)}
            yield Win(code="stage", pillar="change", params=params, records=(best,))


def _setbacks(now: Moment, since: date) -> Iterator[Win]:
    """Lessons drawn, and setbacks come back from."""
    for id, state in now.setbacks.items():
        end = state.resolution
        if end is not None and end.outcome == "done" and end.on >= since:
            yield Win(code="came-back", pillar="perseverance", params={"id": id}, records=(end,))
        elif state.setback.on >= since and (state.setback.lesson or state.setback.change):
            yield Win(code="lesson", pillar="perseverance", params={"id": id}, records=(state.setback,))


def _kept(now: Moment, since: date) -> Iterator[Win]:
    """What was owed in practice and done in full."""
    scores = now.once(pillar_scores)
    for pillar in PILLARS:
        for name, _, score in scores[pillar].parts:
            if score.value == 1 and name.startswith(("routine ", "cadence ", "weeks ")):
                records = tuple(each for each in score.records if isinstance(each, Record))
                yield Win(code="kept-whole", pillar=pillar, params={"name": name}, records=records)


LOOKS: Final[tuple[Callable[[Moment, date], Iterator[Win]], ...]] = (
    _goals,
    _skills,
    _proofs,
    _people,
    _moves,
    _setbacks,
    _kept,
)
