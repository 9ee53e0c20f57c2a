"""Finding out: a level, where a goal stands, how it is measured, what a setback taught."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from careertrack.days import plus_days
from careertrack.methods import key_result
from careertrack.moment import Moment
from careertrack.questions.actions.action import Action
from careertrack.questions.actions.counted import counted
from careertrack.questions.actions.new import TO_FILL_IN, fresh
from careertrack.questions.actions.people import ahead, back, told
from careertrack.questions.unknowns import as_before, interests, priorities
from careertrack.records.goals import CheckIn
from careertrack.records.setbacks import Resolution
from careertrack.records.skills import Assessment, Evidence
from careertrack.state.goals import GoalState

RATE_MINUTES: Final = 10
MOST_RATED: Final = 5  # house: more than a handful at once are not thought about
LOOK_MINUTES: Final = 5
ANSWER_MINUTES: Final = 15
NOTHING: Final = 1e-9  # what rounding may leave between two values
MAKE_MINUTES: Final = 15
LESSON_MINUTES: Final = 15
RETRY_MINUTES: Final = 60
WRITE_MINUTES: Final = 15
UNSEEN_DAYS: Final = 28  # house: four weeks, after which the schedule counts a value as old
YEAR_DAYS: Final = 365
QUARTER_DAYS: Final = 91
ANCHORS: Final = ("much less", "less than hoped", "as hoped", "more than hoped", "much more")


def levels(now: Moment) -> Iterator[Action]:
    """Skills that the target roles ask for and nobody rated within a year: one of them, or a handful."""
    wanted: dict[str, float] = {}
    for id in now.target_roles:
        state = now.roles.get(id)
        for need in state.role.requires if state is not None else ():
            if need.level > 0 and need.skill in now.skills:
                wanted[need.skill] = max(need.importance, wanted.get(need.skill, 0.0))
    unknown = [id for id in wanted if now.skills[id].level is None or now.skills[id].is_stale]
    unknown.sort(key=lambda id: (-wanted[id], id))
    for count in sorted({1, min(MOST_RATED, len(unknown))}):
        some = unknown[:count]
        if some:
            yield Action(
                code="assess",
                id=f"rate {count}",
                group="rate skills",
                pillar="skills",
                params={"skills": ", ".join(some)},
                minutes=RATE_MINUTES * count,
                is_guess=True,
                reason=f"a role asks for {_count(len(unknown))} that nobody rated within a year",
                unblocks="how ready you are",
                records=tuple(_rating(now, id) for id in some),
            )


def _count(skills: int) -> str:
    return "a skill" if skills == 1 else f"{skills} skills"


def _rating(now: Moment, id: str) -> Assessment:
    """A rating to be replaced: the level that is known, or the middle of the scale."""
    state = now.skills[id]
    return Assessment(on=now.day, skill=id, level=state.skill.top / 2 if state.level is None else state.level)


def check_ins(now: Moment) -> Iterator[Action]:
    """Open goals with a measure that were not looked at for four weeks, or of which the records say more."""
    for id, state in now.goals.items():
        goal, same = state.goal, now.once(counted).get(id)
        last = state.measured if goal.target is not None else state.rated
        said = as_before(state)
        reason = "no check-in yet" if last is None else f"last looked at on {last.on}"
        if same is not None and abs(same.value - said["value"]) > NOTHING:
            reason = f"the records count {same.value:.12g} since {state.first.on}"
            said = {"value": same.value}
        elif last is not None and last.on > back(now, UNSEEN_DAYS):
            continue
        # Not what was set today, and one check-in a day.
        is_new = goal.on == now.day or any(check.on == now.day for check in state.check_ins)
        if state.status == "open" and state.is_measurable and not is_new and not _is_reached(state):
            yield Action(
                code="check-in",
                id=f"check {id}",
                group=f"goal {id}",
                pillar=goal.pillar,
                params={"id": id},
                minutes=LOOK_MINUTES,
                is_guess=True,
                reason=reason,
                unblocks=f"how far goal {id} is",
                records=(CheckIn(on=now.day, goal=id, **said),),
            )


def goals(now: Moment) -> Iterator[Action]:
    """Open goals without parts that have no measure or no day."""
    parents = {state.goal.parent for state in now.goals.values() if state.status != "dropped"}
    for id, state in now.goals.items():
        goal = state.goal
        is_whole = state.is_measurable and goal.due is not None
        if state.status != "open" or id in parents or is_whole or goal.on >= now.day:
            continue
        yield Action(
            code="make-workable",
            id=f"measure {id}",
            group=f"goal {id}",
            pillar="direction",
            params={"id": id},
            minutes=MAKE_MINUTES,
            is_guess=True,
            reason="it has no day" if state.is_measurable else "nothing shows how far it is",
            unblocks=f"the schedule of goal {id}",
            records=(
                goal.evolve(
                    on=now.day,
                    due=goal.due or plus_days(now.day, QUARTER_DAYS),
                    anchors=goal.anchors if state.is_measurable else ANCHORS,
                ),
            ),
        )


def reached(now: Moment) -> Iterator[Action]:
    """Open goals that are at their target or beyond: to be called done, so that their days end."""
    for id, state in now.goals.items():
        goal = state.goal
        if state.status == "open" and _is_reached(state):
            yield Action(
                code="call-done",
                id=f"done {id}",
                group=f"goal {id}",
                pillar=goal.pillar,
                params={"id": id},
                minutes=LOOK_MINUTES,
                is_guess=True,
                reason=f"it is at {state.value:.12g}, and its target was {goal.target:.12g}",
                unblocks="time and thought for what is still open",
                records=(Resolution(on=now.day, goal=id),),
            )


def _is_reached(state: GoalState) -> bool:
    goal = state.goal
    if goal.target is None or state.value is None:
        return False
    return key_result(state.value, goal.baseline or 0.0, goal.target) >= 1


def setbacks(now: Moment) -> Iterator[Action]:
    """Open setbacks without a lesson, and those to be tried again within a week or before today."""
    for id, state in now.setbacks.items():
        setback = state.setback
        if state.status != "open":
            continue
        if setback.lesson is None and setback.change is None and setback.on < now.day:
            yield Action(
                code="note-lesson",
                id=f"lesson {id}",
                group=f"lesson {id}",
                pillar="perseverance",
                params={"id": id},
                minutes=LESSON_MINUTES,
                is_guess=True,
                reason="it has no lesson and no change yet",
                unblocks="trying again in another way",
                records=(setback.evolve(on=now.day, lesson=TO_FILL_IN),),
            )
        due = None if setback.retry is None else now.rest.resumed(setback.retry)
        if due is not None and due <= ahead(now):
            yield Action(
                code="try-again",
                id=f"retry {id}",
                group=f"retry {id}",
                pillar="perseverance",
                params={"id": id},
                minutes=RETRY_MINUTES,
                is_guess=True,
                reason=f"another try {told(now, due)}",
                due=due,
                records=(Resolution(on=now.day, setback=id),),
            )


def evidence(now: Moment) -> Iterator[Action]:
    """An accomplishment, where none of the last year is written down."""
    if all(state.evidence.on <= back(now, YEAR_DAYS) for state in now.evidence.values()):
        (id,) = fresh(now, "evidence", "done", 1)
        yield Action(
            code="write-evidence",
            id="write evidence",
            group="write evidence",
            pillar="manager",
            minutes=WRITE_MINUTES,
            is_guess=True,
            reason="no accomplishment of the last year is on record",
            unblocks="showing what you did, to a manager or in an interview",
            records=(Evidence(on=now.day, id=id, title=TO_FILL_IN),),
        )


def answers(now: Moment) -> Iterator[Action]:
    """What the person likes and what matters to them, where that is not written down."""
    for question in (*priorities(now), *interests(now)):
        yield Action(
            code=f"say-{question.code}",
            id=f"say {question.code}",
            group=f"say {question.code}",
            pillar="direction",
            minutes=ANSWER_MINUTES,
            is_guess=True,
            reason="it is not written down yet",
            unblocks="looking at roles and offers by what you want",
            records=() if question.record is None else (question.record,),
        )


FINDERS: Final[tuple[Callable[[Moment], Iterator[Action]], ...]] = (
    levels,
    check_ins,
    goals,
    reached,
    setbacks,
    evidence,
    answers,
)
