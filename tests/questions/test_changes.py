"""Changes: what time did to a number, and what each record did."""

import json
from math import fsum

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.practice.busy import DAYS, IN_TURN, LATER, PLAN
from tests.practice.keeping import day

import careertrack as ct
from careertrack.questions.changes import Change, Effect
from careertrack.record import Record
from careertrack.strategies import plans

READ = ct.Routine(id="read", on=day(0), pillar="skills", minutes=60)
GOAL = ct.Goal(id="apply", on=day(0), title="Apply", pillar="change", target=10)
ALONE = {"perseverance": 0.0, "direction": 0.0}  # so that the routine alone is practice


def effort(on: int, minutes: int) -> ct.Effort:
    """Minutes on the routine."""
    return ct.Effort(on=day(on), minutes=minutes, routine="read")


def check(on: int, value: float) -> ct.CheckIn:
    """A check-in on the goal."""
    return ct.CheckIn(on=day(on), goal="apply", value=value)


def told(change: Change) -> list[tuple[str, float | None]]:
    """Each effect, its difference rounded."""
    return [
        (each.label, None if each.difference is None else round(each.difference, 6))
        for each in change.effects
    ]


def test_time_comes_first_and_then_the_records_in_order() -> None:
    """A week kept, then one of half: on day 7 practice is 1, on day 14 .75.

    Had nothing more been done it would be .5: time alone takes .5; 10 minutes give back 1/12, 20 more 2/12.
    """
    plan = ct.Plan(records=[READ, effort(0, 60), effort(9, 20), effort(8, 10)])
    change = plan.changes(day(7), day(14), ALONE).practice

    assert (1.0, 0.75, -0.25) == (change.before, change.after, change.difference)
    assert [
        ("time alone", -0.5),
        ("effort (routine read) of 2026-01-13", 0.083333),
        ("effort (routine read) of 2026-01-14", 0.166667),
    ] == told(change)
    assert pytest.approx(-0.25, abs=1e-12) == change.explained


def test_a_record_that_changes_nothing_has_an_effect_of_nothing() -> None:
    """It is there, and the page leaves it out."""
    plan = ct.Plan(records=[READ, effort(0, 60), ct.Skill(name="SQL"), ct.Reflection(on=day(8), energy=1)])
    change = plan.changes(day(7), day(14), ALONE).practice

    assert [("time alone", -0.5), ("reflection of 2026-01-13", 0.0)] == told(change)
    assert "practice: 1.000 to 0.500\n-0.500 time alone" == str(change)


def test_a_stretch_of_unknown_is_one_part() -> None:
    """.2 to .5 by way of nothing: a goal is dropped, another set, and that one checked.

    In between nothing is known, so the three of them are one part.
    """
    other = ct.Goal(id="other", on=day(9), title="-", pillar="change", target=10)
    plan = ct.Plan(
        records=[
            GOAL,
            check(1, 2),
            ct.Resolution(on=day(8), goal="apply", outcome="dropped"),
            other,
            ct.CheckIn(on=day(10), goal="other", value=5),
        ]
    )
    change = plan.changes(day(7), day(14)).progress

    assert (0.2, 0.5) == (change.before, change.after)
    stretch = [
        "resolution (goal apply) of 2026-01-13",
        "goal other of 2026-01-14",
        "check-in (goal other) of 2026-01-15",
    ]
    assert [("time alone", 0.0), (", ".join(stretch), 0.3)] == told(change)
    assert pytest.approx(0.3) == change.explained


def test_no_sum_is_claimed_where_an_end_is_unknown() -> None:
    """Unknown before, .2 after: no difference, no sum; and likewise the other way."""
    plan = ct.Plan(records=[GOAL, check(8, 2), ct.Resolution(on=day(20), goal="apply", outcome="dropped")])
    came, went = (plan.changes(day(a), day(b)).progress for a, b in ((7, 14), (14, 21)))

    assert (None, 0.2, None, None) == (came.before, came.after, came.difference, came.explained)
    assert [("check-in (goal apply) of 2026-01-13", None)] == told(came)
    assert (0.2, None, None, None) == (went.before, went.after, went.difference, went.explained)
    assert [("time alone", 0.0), ("resolution (goal apply) of 2026-01-25", None)] == told(went)
    assert "progress: unknown to 0.200\nunknown check-in (goal apply) of 2026-01-13" == str(came)


def test_unknown_from_end_to_end() -> None:
    """One stretch of all the records, which has nothing to tell."""
    change = ct.Plan(records=[GOAL, ct.Skill(name="R")]).changes(day(-1), day(9)).outlook

    assert [("goal apply of 2026-01-05", None)] == told(change)
    assert "outlook: unknown to unknown" == str(change)


def test_of_one_day_to_itself() -> None:
    """Nothing changes: time alone, by nothing."""
    changes = PLAN.changes(DAYS[3], DAYS[3])

    assert [("time alone", 0.0)] == told(changes.practice) == told(changes.progress)


def test_backwards_is_refused() -> None:
    """The later day comes second."""
    with pytest.raises(ct.InvalidValue) as caught:
        PLAN.changes(day(9), day(8))

    assert "until: must be no earlier than since, 2026-01-14, got '2026-01-13'" == str(caught.value.issues[0])


@pytest.mark.parametrize("weights", [{"karma": 1.0}, {"skills": -1.0}])
def test_weights_that_are_none_are_refused(weights: dict[str, float]) -> None:
    """As they are in a review."""
    with pytest.raises(ct.InvalidValue) as ours:
        PLAN.changes(day(9), day(9), weights)
    with pytest.raises(ct.InvalidValue) as theirs:
        PLAN.review(day(9), weights)

    assert theirs.value.issues == ours.value.issues


@pytest.mark.parametrize("weights", [None, {"skills": 3.0, "network": 0.0}])
@pytest.mark.parametrize(
    ("plan", "since", "until"),
    [(PLAN, a, b) for a, b in ((DAYS[1], DAYS[-1]), (DAYS[3], DAYS[5]))] + [(IN_TURN, LATER[0], LATER[-1])],
)
def test_the_ends_are_those_of_the_reviews_and_the_parts_add_up(
    plan: ct.Plan, since: object, until: object, weights: dict[str, float] | None
) -> None:
    """To 1e-12, in the order of the ledger; the value after each record is that of the plan up to it."""
    changes = plan.changes(since, until, weights)  # type: ignore[arg-type]
    one, other = plan.review(since, weights), plan.review(until, weights)  # type: ignore[arg-type]

    assert (one.practice.value, other.practice.value) == (changes.practice.before, changes.practice.after)
    assert (one.progress.value, other.progress.value) == (changes.progress.before, changes.progress.after)
    assert (one.outlook.value, other.outlook.value) == (changes.outlook.before, changes.outlook.after)
    added = [record for record in plan.records if record.on is not None and one.day < record.on <= other.day]
    for change in (changes.practice, changes.progress, changes.outlook):
        assert added == [record for effect in change.effects for record in effect.records]
        if change.difference is not None:
            assert pytest.approx(change.difference, abs=1e-12) == change.explained


def test_the_first_line_is_had_you_done_nothing_more() -> None:
    """The value at the end, from the records up to the start, less the value at the start."""
    since, until = DAYS[3], DAYS[5]
    fewer = ct.Plan(records=[r for r in PLAN.records if r.on is None or r.on <= since])
    first = PLAN.changes(since, until).practice.effects[0]
    then, still = fewer.review(since).practice.value, fewer.review(until).practice.value

    assert () == first.records
    assert then is not None
    assert still is not None
    assert still - then == first.difference


@settings(max_examples=15)
@given(plan=plans(min_size=6, max_size=14, days=st.dates(day(0), day(120))), data=st.data())
def test_in_any_plan_they_add_up_whatever_the_order_of_adding(plan: ct.Plan, data: st.DataObject) -> None:
    """Changes rest on the set of records, not on how it came to be."""
    shuffled = ct.Plan(records=data.draw(st.permutations(plan.records)))
    changes = plan.changes(day(40), day(130))

    assert changes == shuffled.changes(day(40), day(130))
    for change in (changes.practice, changes.progress, changes.outlook):
        if change.difference is not None:
            known = [each.difference for each in change.effects if each.difference is not None]
            assert len(known) == len(change.effects)
            assert pytest.approx(change.difference, abs=1e-12) == fsum(known)


def test_many_records_of_one_stretch_are_counted() -> None:
    """Three are named, the others counted; an id is named with its kind."""
    records: list[Record] = [effort(n, 1) for n in range(5)]

    assert (
        "effort (routine read) of 2026-01-05, effort (routine read) of 2026-01-06, "
        "effort (routine read) of 2026-01-07 and 2 more"
    ) == Effect(records=tuple(records), difference=None).label
    assert 2 == Effect(records=tuple(records[:3]), difference=None).label.count(", ")
    assert "+0.100 time alone" == str(Effect(records=(), difference=0.1))


def test_its_page_and_its_data() -> None:
    """Three numbers, a line for what moved each; and all of it as plain data."""
    changes = ct.Plan(records=[READ, effort(0, 60), effort(9, 30)]).changes(day(7), day(14), ALONE)

    assert [
        "from 2026-01-12 to 2026-01-19",
        "",
        "- practice: 1.000 to 0.750",
        "  -0.500 time alone",
        "  +0.250 effort (routine read) of 2026-01-14",
        "- progress: unknown to unknown",
        "- outlook: unknown to unknown",
    ] == str(changes).splitlines()
    data = changes.to_dict()
    assert data == json.loads(json.dumps(data, allow_nan=False))
    assert ["since", "until", "practice", "progress", "outlook"] == list(data)
    assert {"label": "time alone", "difference": -0.5} == data["practice"]["effects"][0]


def test_nothing_private_is_told() -> None:
    """Ids and days alone."""
    plan = ct.Plan(records=[READ, ct.Setback(id="no", on=day(9), what="a private matter", note="secret")])

    assert "private" not in f"{plan.changes(day(7), day(14))!r} {plan.changes(day(7), day(14))}"
