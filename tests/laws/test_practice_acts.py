"""More of what was asked never scores less, and writing something down costs nothing on the day."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any, Final, NamedTuple, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DataObject
from tests.laws.practising import (
    ANSWERS,
    DAYS,
    NEAR,
    OWN_STEPS,
    PEOPLE,
    SKILLS,
    after,
    last_day,
    practising,
)

import careertrack as ct
from careertrack.practice import practice
from careertrack.record import Record
from careertrack.score import Score
from careertrack.vocabulary import PILLARS, Counted, Outcome, Pillar, Rater

FEWER: Final = settings(max_examples=max(settings().max_examples * 2 // 5, 1))
DAY: Final = timedelta(1)
AHEAD: Final = (0, 1, 2, 4, 7, 14, 21, 29, 35, 61, 84, 91, 130)
ROUNDING: Final = 1e-12
SIDES: Final[Sequence[dict[str, Any]]] = ({"to": "boss"}, {"to": "pal"}, {"pillar": "change"})
THINGS: Final = ("routine", "goal", "course", "skill", "transition", "event", "pillar")


class Act(NamedTuple):
    """Something done, and what has to be in the plan before."""

    record: Record
    before: Sequence[Record] = ()


def some_pillar(data: DataObject) -> Pillar:
    """Any pillar."""
    return data.draw(st.sampled_from(PILLARS))


def held(plan: ct.Plan, kind: str, day: int) -> list[str]:
    """What a plan has of a kind that has begun by a day."""
    return sorted(
        {r.id for r in plan if r.kind == kind and r.id is not None and (r.on is None or r.on <= after(day))}
    )


def asked_first(data: DataObject, kind: str, day: int) -> Record:
    """One of a kind, begun on a day; so that there always is something to do."""
    makers: Mapping[str, Callable[[], Record]] = {
        "routine": lambda: ct.Routine(id="asked", on=after(day), pillar=some_pillar(data), minutes=60),
        "goal": lambda: ct.Goal(id="asked", on=after(day), title="it", pillar=some_pillar(data)),
        "course": lambda: ct.Course(id="asked", title="it", due=after(day + data.draw(NEAR))),
        "transition": lambda: ct.Transition(id="asked", on=after(day)),
        "evidence": lambda: ct.Evidence(id="asked", on=after(day), title="it"),
        "commitment": lambda: ct.Commitment(
            id="asked",
            on=after(day),
            what="it",
            due=after(day + data.draw(NEAR)),
            **data.draw(st.sampled_from(SIDES)),
        ),
        "setback": lambda: ct.Setback(
            id="asked", on=after(day), what="no", retry=after(day + data.draw(NEAR))
        ),
    }
    return makers[kind]()


# --- What can be done ---------------------------------------------------------------------------


def effort_on(kind: str) -> Callable[[ct.Plan, DataObject], Act]:
    """Minutes spent on something of a kind."""

    def act(plan: ct.Plan, data: DataObject) -> Act:
        day, minutes = data.draw(DAYS), data.draw(st.integers(1, 120))
        if kind == "pillar":
            return Act(ct.Effort(id="act", on=after(day), minutes=minutes, pillar=some_pillar(data)))
        known = held(plan, kind, day)
        before = [] if known else [asked_first(data, kind, day)]
        what: dict[str, Any] = {kind: data.draw(st.sampled_from(known or ["asked"]))}
        return Act(ct.Effort(id="act", on=after(day), minutes=minutes, **what), before)

    return act


def talk(plan: ct.Plan, data: DataObject) -> Act:
    """A talk of any kind, answered or not."""
    day = data.draw(DAYS)
    moves = held(plan, "transition", day)
    record = ct.Conversation(
        id="act",
        on=after(day),
        contacts=[data.draw(st.sampled_from(PEOPLE))],
        type=data.draw(st.sampled_from(("advice", None))),
        answered=data.draw(st.sampled_from(ANSWERS)),
        transition=data.draw(st.sampled_from((None, *moves))),
    )
    return Act(record)


def evidence_shown(plan: ct.Plan, data: DataObject) -> Act:
    """A talk in which something is shown."""
    day = data.draw(DAYS)
    record = ct.Conversation(id="act", on=after(day), contacts=["boss"], shown=["asked"])
    return Act(record, [asked_first(data, "evidence", day)])


def checked(plan: ct.Plan, data: DataObject) -> Act:
    """A check-in with a level on a goal without parts."""
    day = data.draw(DAYS)
    wholes = {goal.parent for goal in plan.of(ct.Goal)}
    known = [id for id in held(plan, "goal", day) if id not in wholes]
    before = [] if known else [asked_first(data, "goal", day)]
    goal = data.draw(st.sampled_from(known or ["asked"]))
    taken = {check.on for check in plan.of(ct.CheckIn) if check.goal == goal}
    on = next(after(n) for n in range(day, 10_000) if after(n) not in taken)
    return Act(ct.CheckIn(on=on, goal=goal, level=data.draw(st.integers(-2, 2))), before)


def own_step(plan: ct.Plan, data: DataObject) -> Act:
    """A step of one's own."""
    day = data.draw(DAYS)
    known = held(plan, "transition", day)
    before = [] if known else [asked_first(data, "transition", day)]
    move, stage = data.draw(st.sampled_from(known or ["asked"])), data.draw(st.sampled_from(OWN_STEPS))
    return Act(ct.Step(id="act", on=after(day), transition=move, stage=stage), before)


def assessed(plan: ct.Plan, data: DataObject) -> Act:
    """A skill rated."""
    skill, by = data.draw(st.sampled_from(SKILLS)), data.draw(st.sampled_from(get_args(Rater)))
    taken = {each.on for each in plan.of(ct.Assessment) if (each.skill, each.by) == (skill, by)}
    on = next(after(n) for n in range(data.draw(DAYS), 10_000) if after(n) not in taken)
    return Act(ct.Assessment(on=on, skill=skill, by=by, level=data.draw(st.integers(0, 7))))


def kept_in_time(kind: str) -> Callable[[ct.Plan, DataObject], Act]:
    """The end in time of what is open, and stays as it is after that."""

    def act(plan: ct.Plan, data: DataObject) -> Act:
        fresh = asked_first(data, kind, data.draw(DAYS))
        last: dict[str, Record] = {fresh.id or "": fresh}
        for record in plan:  # in order, so that the last word on each is left
            if record.kind == kind and record.id is not None:
                last[record.id] = record
            elif isinstance(record, ct.Resolution) and getattr(record, kind) is not None:
                last.pop(getattr(record, kind), None)
        spans = {id: (each.on or after(0), _due(each)) for id, each in last.items()}
        in_time = {id: (first, due) for id, (first, due) in spans.items() if due is not None and first <= due}
        id = data.draw(st.sampled_from(sorted(in_time)))
        first, due = in_time[id]
        outcomes: tuple[Outcome, ...] = ("done", "dropped") if kind == "setback" else ("done",)
        on = first + data.draw(st.integers(0, (due - first).days)) * DAY
        what: dict[str, Any] = {kind: id, "outcome": data.draw(st.sampled_from(outcomes))}
        return Act(ct.Resolution(id="act", on=on, **what), [fresh])

    return act


def _due(record: Record) -> date | None:
    due: date | None = getattr(record, "retry" if record.kind == "setback" else "due")
    return due


def attended(plan: ct.Plan, data: DataObject) -> Act:
    """An event that was gone to."""
    event = data.draw(st.sampled_from(("fair", "evening")))
    return Act(ct.Resolution(id="act", on=after(data.draw(DAYS)), event=event))


def lesson(plan: ct.Plan, data: DataObject) -> Act:
    """What was learned from a setback that is open; after its end a revision would begin it anew."""
    day = data.draw(DAYS)
    fresh = ct.Setback(id="asked", on=after(day), what="no", retry=after(day + data.draw(NEAR)))
    last: dict[str, ct.Setback] = {each.id: each for each in (fresh, *plan.of(ct.Setback))}
    ended = {end.setback or "" for end in plan.of(ct.Resolution)}
    told = last[data.draw(st.sampled_from(sorted(last.keys() - ended)))]
    return Act(told.evolve(on=told.on + data.draw(NEAR) * DAY, lesson="call first"), [fresh])


def met(plan: ct.Plan, data: DataObject) -> Act:
    """Somebody new, with the day of getting to know them."""
    day = after(data.draw(DAYS))
    on = data.draw(st.none() | NEAR.map(lambda n: day + n * DAY))
    first = ct.Contact(id="act", name="Act")
    if on is None:
        return Act(first.evolve(met=day))
    return Act(first.evolve(met=day, on=on), [first])


def reflected(plan: ct.Plan, data: DataObject) -> Act:
    """A reflection."""
    return Act(ct.Reflection(id="act", on=after(data.draw(DAYS)), hope=1))


ACTS: Final[Mapping[str, Callable[[ct.Plan, DataObject], Act]]] = {
    **{f"effort on {kind}": effort_on(kind) for kind in THINGS},
    "conversation": talk,
    "evidence shown": evidence_shown,
    "check-in": checked,
    "own step": own_step,
    "assessment": assessed,
    "commitment kept": kept_in_time("commitment"),
    "course finished": kept_in_time("course"),
    "setback come back from": kept_in_time("setback"),
    "event attended": attended,
    "lesson": lesson,
    "contact met": met,
    "reflection": reflected,
}


COUNTED: Final[Mapping[str, Counted]] = {
    "conversation": "conversations",
    "evidence shown": "conversations",
    "own step": "applications",
    "event attended": "events",
    "contact met": "new-contacts",
    "reflection": "reflections",
}
WHERE: Final[Mapping[str, Pillar]] = {
    "effort on course": "skills",
    "effort on skill": "skills",
    "effort on transition": "change",
    "effort on event": "network",
}


def company(name: str, act: Record, data: DataObject) -> list[Record]:
    """What makes an act count: a pace, a rhythm, and the same act done once before."""
    day = act.on or getattr(act, "met", None) or after(0)
    since = day - data.draw(st.integers(7, 40)) * DAY
    pace: dict[str, Any] = {"minutes": data.draw(st.integers(1, 3)) * 40}
    if name in COUNTED:
        pace = {"times": data.draw(st.integers(1, 3)), "of": COUNTED[name]}
    pillar = getattr(act, "pillar", None) or WHERE.get(name) or some_pillar(data)
    found: list[Record] = [ct.Routine(id="pace", on=since, pillar=pillar, **pace)]
    if isinstance(act, ct.Conversation):
        every = data.draw(st.sampled_from(("1 week", "12 days", "1 month")))
        found.append(ct.Cadence(id="rhythm", on=since, contact=act.contacts[0], every=every))
    if isinstance(act, ct.Effort | ct.Conversation | ct.Step | ct.Reflection) and data.draw(st.booleans()):
        found.append(act.evolve(id="before"))
    return found


def no_less(before: Score, after_it: Score) -> list[str]:
    """What went down: the total, a pillar, or a part that is in both by the same name."""
    found = [("practice", before, after_it)]
    for part in before.parts:
        own, other = part.score, after_it[part.name]
        found.append((part.name, own, other))
        if [each.name for each in own.parts] == [each.name for each in other.parts]:
            pairs = zip(own.parts, other.parts, strict=True)
            found += [(f"{part.name}: {one.name}", one.score, two.score) for one, two in pairs]
    return [
        f"{name}: {one.value} to {two.value}"
        for name, one, two in found
        if one.value is not None and (two.value is None or two.value < one.value - ROUNDING)
    ]


@pytest.mark.parametrize("name", ACTS)
@FEWER
@given(plan=practising(), data=st.data())
def test_more_never_scores_less(name: str, plan: ct.Plan, data: DataObject) -> None:
    """Whatever is done of what was asked, no total, pillar or part of any later day goes down."""
    act = ACTS[name](plan, data)
    before = plan.add(act.before, company(name, act.record, data))
    done = before.add(act.record)
    first = act.record.on or after(0)
    days = [first + n * DAY for n in (*AHEAD, data.draw(st.integers(0, 200)))]
    both = zip(days, over(before, days), over(done, days), strict=True)

    assert [] == [(str(day), lows) for day, one, two in both if (lows := no_less(one, two))]


def over(plan: ct.Plan, days: Sequence[date]) -> list[Score]:
    """Practice on some days."""
    now = plan.as_of(days[0])
    return [practice(now.at(day)) for day in days]


def test_what_went_down_is_told() -> None:
    """The comparison of these laws sees a total, a pillar and a part that went down, or away."""
    high = practice(_kept(2).as_of("2026-02-03"))
    low = practice(_kept(1).as_of("2026-02-03"))
    nothing = practice(ct.Plan().as_of("2026-02-03"))
    went = ["change: 1.0 to 0.5", "change: routine a: 1.0 to 0.5"]

    assert [] == no_less(low, high)
    assert went == no_less(high, low)[1:]
    assert ["practice", "change"] == [told.split(":")[0] for told in no_less(high, nothing)][:2]


def _kept(times: int) -> ct.Plan:
    """A week's promise of two, kept so many times, for four weeks."""
    plan = ct.Plan() + ct.Routine(id="a", on="2026-01-05", pillar="change", times=2, of="reflections")
    return plan + [
        ct.Reflection(id=f"{week}-{n}", on=after(7 * week + n), hope=1)
        for week in range(4)
        for n in range(times)
    ]


def test_coming_back_early_leaves_the_weeks_asked() -> None:
    """A setback asks up to the day of its retry, so that coming back early takes no good week away."""
    plan = ct.Plan() + ct.Setback(id="a", on="2026-01-05", what="no", retry="2026-02-01")
    plan += [ct.Effort(on=day, minutes=30, pillar="change") for day in ("2026-01-13", "2026-01-20")]
    back = plan + ct.Resolution(on="2026-01-11", setback="a")

    for outcome in (plan, back):
        assert 2 / 3 == outcome.review("2026-01-26").practice["perseverance"]["weeks in motion"].value


# --- What is written down -------------------------------------------------------------------------


def wish(kind: str) -> Callable[[ct.Plan, DataObject, int], Record]:
    """Something asked from a day on."""
    return lambda plan, data, day: asked_first(data, kind, day)


def cadence(plan: ct.Plan, data: DataObject, day: int) -> Record:
    """A rhythm."""
    person = data.draw(st.sampled_from(PEOPLE))
    return ct.Cadence(id="asked", on=after(day), contact=person, every="1 week")


def part_of_a_goal(plan: ct.Plan, data: DataObject, day: int) -> Record:
    """A goal that is a part of another, if there is one."""
    parent = data.draw(st.sampled_from([*held(plan, "goal", day), None]))
    return ct.Goal(id="asked", on=after(day), title="it", pillar="change", parent=parent)


def target(plan: ct.Plan, data: DataObject, day: int) -> Record:
    """A role aimed at."""
    taken = {each.on for each in plan.of(ct.TargetRole)}
    roles = data.draw(st.sampled_from((("lead",), ("both",), ("both", "lead"))))
    return ct.TargetRole(on=next(after(n) for n in range(day, 10_000) if after(n) not in taken), roles=roles)


def setback_alone(plan: ct.Plan, data: DataObject, day: int) -> Record:
    """A setback without a day to try again."""
    return ct.Setback(id="asked", on=after(day), what="no")


def unknown(plan: ct.Plan, data: DataObject, day: int) -> Record:
    """A move of which nothing later is known, or a talk still waiting for an answer."""
    moves, is_step = held(plan, "transition", day), data.draw(st.booleans())
    if moves and is_step:
        return ct.Step(
            id="asked",
            on=after(day),
            transition=data.draw(st.sampled_from(moves)),
            stage="applied",
            tracked=False,
        )
    return ct.Conversation(id="asked", on=after(day), contacts=["pal"], answered="waiting")


def revision(plan: ct.Plan, data: DataObject, day: int) -> Record:
    """Anything promised before, promised otherwise from a day on: another due day, or none."""
    own = {r.id: r for r in plan if isinstance(r, ct.Commitment | ct.Setback | ct.Goal) and r.on < after(day)}
    if not own:
        return setback_alone(plan, data, day)
    told = own[data.draw(st.sampled_from(sorted(own)))]
    due = data.draw(st.none() | NEAR.map(lambda n: after(day + n)))
    changes: dict[str, Any] = {"retry" if isinstance(told, ct.Setback) else "due": due}
    if isinstance(told, ct.Goal):
        changes["milestones"] = []
    return told.evolve(on=max(r.on for r in plan if r.id == told.id and r.on) + DAY, **changes)


FACTS: Final[Mapping[str, Callable[[ct.Plan, DataObject, int], Record]]] = {
    **{kind: wish(kind) for kind in ("routine", "goal", "commitment", "course", "setback", "evidence")},
    "cadence": cadence,
    "part of a goal": part_of_a_goal,
    "target role": target,
    "setback without a day": setback_alone,
    "unknown": unknown,
    "revision": revision,
    "pause": lambda plan, data, day: ct.Pause(
        id="asked", on=after(day), until=after(day + data.draw(NEAR))
    ),
}  # fmt: skip


@pytest.mark.parametrize("kind", FACTS)
@FEWER
@given(plan=practising(), data=st.data())
def test_writing_down_costs_nothing_on_the_day(kind: str, plan: ct.Plan, data: DataObject) -> None:
    """A setback, an accomplishment, an ambition or an unknown leaves practice of its day as it was."""
    record = FACTS[kind](plan, data, data.draw(DAYS))
    day = last_day(plan) if record.on is None else record.on
    if kind == "course":
        record = record.evolve(due=day)
    more = plan.add(record)
    one, two = practice(plan.as_of(day)), practice(more.as_of(day))

    assert one.value == two.value
    assert [part.score.value for part in one.parts] == [part.score.value for part in two.parts]
