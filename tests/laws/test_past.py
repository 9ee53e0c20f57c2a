"""The past does not move, and a state can be taken up where it was left."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

import careertrack as ct
from careertrack.catalogue import DATED, KINDS, TIMELESS
from careertrack.moment import STATES
from careertrack.strategies import plans

ROOMS = (
    "skills",
    "courses",
    "evidence",
    "roles",
    "goals",
    "contacts",
    "organizations",
    "events",
    "commitments",
    "transitions",
    "routines",
    "cadences",
    "positions",
    "setbacks",
)
SINGLES = ("runway", "capacity", "priorities", "interests", "target_roles", "last_day")


def told(now: ct.Snapshot) -> dict[str, object]:
    """Everything that a snapshot says."""
    return {
        **{name: dict(getattr(now, name)) for name in ROOMS},
        **{name: getattr(now, name) for name in SINGLES},
        "review": now.review(),
    }


def days_around(plan: ct.Plan) -> st.SearchStrategy[date]:
    """Days before, between and after the records of a plan."""
    days = sorted({record.on for record in plan if record.on is not None}) or [date(2026, 1, 1)]
    return st.sampled_from([days[0] - timedelta(1), *days, days[-1] + timedelta(40)])


@given(plans(), st.data())
def test_later_records_never_change_an_earlier_day(plan: ct.Plan, data: st.DataObject) -> None:
    """What a plan says as of a day follows from the records up to it alone.

    An undated record may name what begins later; until then it waits with it.
    """
    day = data.draw(days_around(plan))
    until = [record for record in plan if record.on is None or record.on <= day]
    known, rejected = ct.Plan.collect(until, plan.owner)
    waiting = {(each.record.kind, each.record.id) for each in rejected}

    now, then = told(plan.as_of(day)), told(known.as_of(day))
    if not waiting:
        assert now == then
    assert all(record.on is None for record in (each.record for each in rejected))


@given(plans())
def test_before_the_first_day_there_is_only_the_catalogue(plan: ct.Plan) -> None:
    """Nothing dated is there before its day."""
    dated = [record.on for record in plan if record.on is not None]
    if not dated or min(dated) == date.min:
        return
    now = plan.as_of(min(dated) - timedelta(1))
    rooms = (
        now.goals,
        now.transitions,
        now.evidence,
        now.routines,
        now.cadences,
        now.commitments,
        now.setbacks,
    )

    assert [len(room) for room in rooms] == [0] * len(rooms)
    assert now.runway is None


@given(plans(min_size=4), st.data())
def test_a_fold_can_be_taken_up_again(plan: ct.Plan, data: st.DataObject) -> None:
    """Folding a dossier in two halves is folding it once, wherever it is cut."""
    for kind, state in STATES.items():
        for id in plan._ledger.ids(kind):
            dossier = plan._ledger.about(kind, id)
            first = plan._ledger.own(kind, id)[0]
            whole = state.begin(first).fold(dossier)
            cut = data.draw(st.integers(0, len(dossier)))

            assert state.begin(first).fold(dossier[:cut]).fold(dossier[cut:]) == whole
            assert whole.fold([]) == whole


@given(plans(min_size=4))
def test_a_state_reads_what_it_says_it_reads(plan: ct.Plan) -> None:
    """Records of a kind that a state does not name among what it reads leave it as it is."""
    for kind, state in STATES.items():
        for id in plan._ledger.ids(kind):
            dossier = plan._ledger.about(kind, id)
            first = plan._ledger.own(kind, id)[0]
            read = [record for record in dossier if record.kind in state.reads]

            assert state.begin(first).fold(read) == state.begin(first).fold(dossier)


def test_every_definition_has_a_state() -> None:
    """There is a state for each kind of definition, and it reads its own kind and known ones."""
    assert set(STATES) == TIMELESS | DATED
    assert [] == [kind for kind, state in STATES.items() if not {kind} <= state.reads <= set(KINDS)]


@given(plans(min_size=2), st.data())
def test_a_revision_leaves_earlier_days(plan: ct.Plan, data: st.DataObject) -> None:
    """Revising from a day on changes no day before it."""
    goals = plan.of(ct.Goal)
    if not goals:
        return
    goal = data.draw(st.sampled_from(goals))
    day = goal.on + timedelta(data.draw(st.integers(1, 50)))
    before = day - timedelta(1)
    revised = plan.revise(ct.Goal, goal.id, on=day, importance=2.5)

    assert told(revised.as_of(before)) == told(plan.as_of(before))
    assert revised.as_of(day).goals[goal.id].goal.importance == 2.5


@pytest.mark.parametrize("every", ["day", "week", "month", "year"])
def test_ten_thousand_days_of_a_rhythm_are_counted_from_its_anchor(every: str) -> None:
    """Asking for the next day of an old rhythm looks at a few days, not at all of them."""
    from careertrack import days

    looked = 0
    nth = days.nth

    def counting(*args: object) -> date | None:
        nonlocal looked
        looked += 1
        return nth(*args)  # type: ignore[arg-type]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(days, "nth", counting)
        found = days.next_after(date(1, 1, 31), ct.Every.from_text(every), date(9000, 1, 1))

    assert found is not None
    assert found > date(9000, 1, 1)
    assert looked <= 3
