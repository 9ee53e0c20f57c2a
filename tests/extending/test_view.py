"""What an extension sees: its own day, and of a measure nothing that it does not declare."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.practice.busy import DAYS, PLAN

import careertrack as ct
from careertrack.catalogue import KINDS
from careertrack.extending import View
from careertrack.extending._view import _FINISHED
from careertrack.ledger import Ledger
from careertrack.moment import STATES, Moment
from careertrack.record import Definition, Fact
from careertrack.records import CLASSES
from careertrack.strategies import plans

ROOMS = {
    "skill": "skills",
    "organization": "organizations",
    "contact": "contacts",
    "event": "events",
    "role": "roles",
    "course": "courses",
    "position": "positions",
    "goal": "goals",
    "transition": "transitions",
    "evidence": "evidence",
    "routine": "routines",
    "cadence": "cadences",
    "commitment": "commitments",
    "setback": "setbacks",
}
FACTS = [cls for cls in CLASSES.values() if issubclass(cls, Fact)]
DEFINITIONS = [cls for cls in CLASSES.values() if issubclass(cls, Definition)]
LAST: dict[str, Callable[[Moment], Any]] = {
    "runway": lambda now: now.runway,
    "capacity": lambda now: now.capacity,
    "priorities": lambda now: now.priorities,
    "interest-profile": lambda now: now.interests,
    "target-role": lambda now: now.target_roles,
    "pause": lambda now: now.rest,
}


def made_of(kind: str) -> frozenset[str]:
    """The kinds that a state of a kind is made of."""
    return STATES[kind].reads | _FINISHED.get(kind, frozenset())


def view(plan: ct.Plan, day: date, reads: frozenset[str]) -> View:
    """A view of a plan on a day."""
    return View(plan.as_of(day), reads, "acme-x")


def test_every_state_is_tried() -> None:
    """The mappings of this test are those of a day."""
    assert STATES.keys() == ROOMS.keys()


@pytest.mark.parametrize("kind", ROOMS)
@pytest.mark.parametrize("on", DAYS[1::2], ids=str)
def test_states_need_what_they_are_made_of_and_no_more(kind: str, on: date) -> None:
    """With those kinds declared every state is that of the day, worked out by those records alone."""
    now = view(PLAN, on, made_of(kind))
    some = Moment(Ledger().grown(each for each in PLAN.records if each.kind in made_of(kind)), on)

    assert dict(getattr(PLAN.as_of(on), ROOMS[kind])) == dict(getattr(now, ROOMS[kind]))
    assert dict(getattr(some, ROOMS[kind])) == dict(getattr(now, ROOMS[kind]))


@given(
    plans(min_size=8, kinds=["contact", "cadence", "commitment", "conversation", "pause", "resolution"]),
    st.sampled_from(["contact", "cadence", "commitment"]),
)
def test_states_are_made_of_what_is_declared_in_any_plan(plan: ct.Plan, kind: str) -> None:
    """Other records make no difference to them."""
    on = date(2030, 1, 1)
    some = Moment(Ledger().grown(each for each in plan.records if each.kind in made_of(kind)), on)

    assert dict(getattr(some, ROOMS[kind])) == dict(getattr(view(plan, on, made_of(kind)), ROOMS[kind]))


@pytest.mark.parametrize(
    ("kind", "lacking"), [(kind, lacking) for kind in ROOMS for lacking in sorted(made_of(kind))]
)
def test_what_is_not_declared_is_refused(kind: str, lacking: str) -> None:
    """Each kind that a state is made of has to be named, whatever the plan; the error has them all."""
    every = ", ".join(sorted(made_of(kind)))

    with pytest.raises(ct.InvalidValue) as caught:
        getattr(view(ct.Plan(), DAYS[0], made_of(kind) - {lacking}), ROOMS[kind])

    (issue,) = caught.value.issues
    got = ", ".join(sorted(made_of(kind) - {lacking})) or "none"
    expected = f"acme-x.reads: must be all that the state of a {kind} is made of: {every}, got {got}"
    assert expected == str(issue)


@pytest.mark.parametrize("cls", FACTS, ids=lambda cls: cls.kind)
def test_facts_need_their_kind(cls: type[Fact]) -> None:
    """All of them, those of some days, and the latest."""
    on = DAYS[3]
    asked: list[Callable[[Moment], Any]] = [
        lambda now: now.facts(cls),
        lambda now: now.between(cls, DAYS[0], DAYS[-1]),
        lambda now: now.latest(cls),
    ]
    for ask in asked:
        assert ask(PLAN.as_of(on)) == ask(view(PLAN, on, frozenset({cls.kind})))
        with pytest.raises(ct.InvalidValue, match=f"^acme-x.reads: must be .* {cls.kind}"):
            ask(view(PLAN, on, frozenset(KINDS) - {cls.kind}))


@pytest.mark.parametrize("kind", LAST)
def test_what_was_last_stated_needs_its_kind(kind: str) -> None:
    """Runway, capacity, priorities, interests, target roles, and the days of rest."""
    on, ask = DAYS[3], LAST[kind]

    assert ask(PLAN.as_of(on)) == ask(view(PLAN, on, frozenset({kind})))
    with pytest.raises(ct.InvalidValue, match=f"{kind}, got"):
        ask(view(PLAN, on, frozenset(KINDS) - {kind}))


@pytest.mark.parametrize("cls", DEFINITIONS, ids=lambda cls: cls.kind)
def test_definitions_need_their_kind(cls: type[Definition]) -> None:
    """Ids, revisions, and each as it stands."""
    on = DAYS[3]
    now, blind = view(PLAN, on, frozenset({cls.kind})), view(PLAN, on, frozenset(KINDS) - {cls.kind})

    assert list(PLAN.as_of(on).standing(cls)) == list(now.standing(cls))
    for id in now.ids(cls.kind):
        assert PLAN.as_of(on).own(cls, id) == now.own(cls, id)
    for ask in (lambda: blind.ids(cls.kind), lambda: list(blind.standing(cls)), lambda: blind.own(cls, "x")):
        with pytest.raises(ct.InvalidValue, match=f"what is known of a {cls.kind}"):
            ask()


def test_what_was_said_about_something_is_what_may_be_seen() -> None:
    """Of other kinds nothing is shown."""
    now = view(PLAN, DAYS[4], frozenset({"goal", "check-in"}))

    assert {"goal", "check-in"} == {each.kind for each in now.about("goal", "aim")}
    assert "effort" in {each.kind for each in PLAN.as_of(DAYS[4]).about("goal", "aim")}


def test_no_later_day_is_seen() -> None:
    """Ids are those that have begun; the ledger, what is made of it and later days are refused."""
    now = view(PLAN, DAYS[0], frozenset(KINDS))

    assert "part" in PLAN.as_of(DAYS[0]).ids("goal")
    assert ["aim"] == list(now.ids("goal"))
    assert [] == list(now.at(DAYS[0] - timedelta(1)).ids("goal"))
    for ask, what in (
        (lambda: now.ledger, "ledger"),
        (lambda: now.memory, "memory"),
        (lambda: now.ever(lambda ever: ever.day), "ever"),
    ):
        with pytest.raises(
            ct.InvalidValue, match=f"^acme-x: must be made of the day asked about .* got {what}$"
        ):
            ask()
    with pytest.raises(
        ct.InvalidValue, match=r"^acme-x\.at: must be no later than the day asked about, 2026-01-05"
    ):
        now.at(DAYS[1])


def test_an_earlier_day_may_be_looked_at() -> None:
    """With the same kinds as the day itself."""
    now = view(PLAN, DAYS[4], frozenset({"routine", "effort", "resolution"}))
    earlier = now.at(DAYS[1])

    assert dict(PLAN.as_of(DAYS[1]).routines) == dict(earlier.routines)
    with pytest.raises(ct.InvalidValue, match="the state of a course"):
        _ = earlier.courses


def test_the_last_day_needs_everything() -> None:
    """Any record may be the last one."""
    assert PLAN.as_of(DAYS[3]).last_day == view(PLAN, DAYS[3], frozenset(KINDS)).last_day
    with pytest.raises(ct.InvalidValue, match="all that the last day is made of"):
        _ = view(PLAN, DAYS[3], frozenset(KINDS) - {"offer"}).last_day


def test_what_is_made_once_is_made_of_the_view() -> None:
    """And told of as such."""
    now = view(PLAN, DAYS[3], frozenset({"effort"}))

    assert now is now.once(lambda given: given)
    assert f"<View on {DAYS[3]}>" == repr(now)
