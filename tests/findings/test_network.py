"""Findings of the network and of change."""

import pytest
from tests.findings.asking import found

import careertrack as ct

GRACE = ct.Contact(id="grace", name="Grace Hopper")
PLAN = ct.Plan(records=[GRACE])
TALK = ct.Cadence(id="talk", on="2026-01-05", contact="grace", every="2 weeks")


def test_a_cadence_overdue() -> None:
    """A warning from the day after the next talk was due, gone when there was one."""
    plan = PLAN + TALK
    params = {"id": "talk", "due": "2026-01-19"}

    assert [] == found(plan, "cadence-overdue", "2026-01-19")
    assert [("warning", "network", params, (TALK,))] == found(plan, "cadence-overdue", "2026-01-20")
    assert [] == found(
        plan + ct.Conversation(on="2026-01-20", contacts=["grace"], answered="no"),
        "cadence-overdue",
        "2026-01-20",
    )


def test_a_cadence_with_the_manager_stands_under_the_manager() -> None:
    """By the relation of the day."""
    plan = (PLAN + TALK).revise(ct.Contact, "grace", on="2026-02-01", relations=["manager"])

    assert ["network", "manager"] == [
        pillar
        for day in ("2026-01-31", "2026-02-01")
        for _, pillar, _, _ in found(plan, "cadence-overdue", day)
    ]


def test_a_cadence_that_has_ended_is_not_overdue() -> None:
    """Dropped, or past its last day, nothing is due."""
    dropped = PLAN.add(TALK, ct.Resolution(on="2026-02-01", cadence="talk", outcome="dropped"))

    assert [1, 0] == [len(found(dropped, "cadence-overdue", day)) for day in ("2026-01-31", "2026-02-01")]
    assert [] == found(PLAN + TALK.evolve(until="2026-01-31"), "cadence-overdue", "2026-02-01")


def promise(**fields: str) -> ct.Commitment:
    """A promise due on 10 January."""
    return ct.Commitment(id="cv", on="2026-01-05", what="Send it", due="2026-01-10", **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("fields", "pillar"),
    [({"to": "grace"}, "network"), ({"by": "grace"}, "network"), ({"pillar": "skills"}, "skills")],
)
def test_a_promise_overdue(fields: dict[str, str], pillar: str) -> None:
    """A warning from the day after, mine or theirs, under network or the pillar of one's own."""
    made = promise(**fields)
    plan = PLAN + made

    assert [] == found(plan, "promise-overdue", "2026-01-10")
    assert [("warning", pillar, {"id": "cv", "due": "2026-01-10"}, (made,))] == found(
        plan, "promise-overdue", "2026-01-11"
    )


@pytest.mark.parametrize("side", ["to", "by"])
def test_a_promise_to_or_by_a_manager_stands_under_the_manager(side: str) -> None:
    """By what they were on the day it was promised, whatever they became."""
    before = ct.Plan(records=[GRACE.evolve(relations=["manager"])]) + promise(**{side: "grace"})
    after = PLAN + promise(**{side: "grace"})
    plans = (
        before.revise(ct.Contact, "grace", on="2026-01-06", relations=["friend"]),
        after.revise(ct.Contact, "grace", on="2026-01-06", relations=["manager"]),
    )

    assert [["manager"], ["network"]] == [
        [pillar for _, pillar, _, _ in found(plan, "promise-overdue", "2026-02-01")] for plan in plans
    ]


def test_a_promise_that_ended_or_was_put_off_is_not_overdue() -> None:
    """Done late or dropped late, it is open no more; with a new day it is not due yet; without one never."""
    plan = PLAN + promise(to="grace")

    for outcome in ("done", "dropped"):
        late = ct.Resolution(on="2026-01-15", commitment="cv", outcome=outcome)  # type: ignore[arg-type]
        assert [1, 0] == [
            len(found(plan + late, "promise-overdue", day)) for day in ("2026-01-14", "2026-01-15")
        ]
    for due in ("2026-02-01", None):
        put_off = plan.revise(ct.Commitment, "cv", on="2026-01-15", due=due)
        assert [] == found(put_off, "promise-overdue", "2026-01-15")


@pytest.mark.parametrize("field", ["emails", "phones", "links"])
def test_no_way_to_reach(field: str) -> None:
    """A hint for a rhythm with somebody without any address, until one is recorded or it ends."""
    plan = PLAN + TALK
    known = plan.revise(ct.Contact, "grace", on="2026-01-06", **{field: ["grace@example.org"]})
    ended = plan + ct.Resolution(on="2026-01-06", cadence="talk")

    assert [("hint", "network", {"id": "talk"}, (TALK,))] == found(plan, "no-way-to-reach", "2026-01-06")
    assert [1, 0] == [len(found(known, "no-way-to-reach", day)) for day in ("2026-01-05", "2026-01-06")]
    assert [] == found(ended, "no-way-to-reach", "2026-01-06")
    assert [] == found(PLAN, "no-way-to-reach", "2026-01-06")


MOVES = [ct.Transition(id=id, on="2026-01-05") for id in ("one", "two", "three")]


def step(stage: str, on: str, id: str = "one", tracked: bool = True) -> ct.Step:
    """A move enters a stage."""
    return ct.Step(on=on, transition=id, stage=stage, tracked=tracked)  # type: ignore[arg-type]


def test_outcomes_unknown() -> None:
    """One notice that counts the moves whose later fate nobody recorded; ended ones are known."""
    plan = ct.Plan(records=MOVES).add(
        step("applied", "2026-01-06", "one", tracked=False),
        step("applied", "2026-01-06", "two", tracked=False),
        step("rejected", "2026-01-06", "three", tracked=False),
        step("rejected", "2026-02-01", "one"),
        step("screening", "2026-03-01", "two"),
    )

    assert [] == found(plan, "outcomes-unknown", "2026-01-05")
    assert [("notice", "change", {"count": 2}, (MOVES[0], MOVES[1]))] == found(
        plan, "outcomes-unknown", "2026-01-06"
    )
    assert [("notice", "change", {"count": 1}, (MOVES[1],))] == found(plan, "outcomes-unknown", "2026-02-01")
    assert [] == found(plan, "outcomes-unknown", "2026-03-01")


OFFER = ct.Offer(on="2026-01-10", transition="one", answer_by="2026-01-20")


def test_an_answer_due() -> None:
    """A warning from a week before the day to answer by, until the move ends or there is another offer."""
    plan = ct.Plan(records=[*MOVES, OFFER])
    expected = [("warning", "change", {"id": "one", "due": "2026-01-20"}, (OFFER,))]
    longer = ct.Offer(on="2026-01-15", transition="one", answer_by="2026-02-20")

    assert [] == found(plan, "answer-due", "2026-01-12")
    assert [expected] * 3 == [
        found(plan, "answer-due", day) for day in ("2026-01-13", "2026-01-20", "2026-02-20")
    ]
    assert [1, 0] == [
        len(found(plan + step("declined", "2026-01-16"), "answer-due", day))
        for day in ("2026-01-15", "2026-01-16")
    ]
    assert [] == found(plan + longer, "answer-due", "2026-01-20")


def test_an_offer_without_a_day_is_not_pressing() -> None:
    """Nobody said by when."""
    assert [] == found(ct.Plan(records=[*MOVES, OFFER.evolve(answer_by=None)]), "answer-due", "2026-03-01")


def test_a_step_after_an_end() -> None:
    """A notice for each step that follows an end, from its day on."""
    steps = [
        step("applied", "2026-01-06"),
        step("rejected", "2026-01-09"),
        step("interviewing", "2026-01-12"),
        step("offer", "2026-01-15"),
        step("declined", "2026-01-18"),
        step("withdrawn", "2026-01-21"),
    ]
    plan = ct.Plan(records=[*MOVES, *steps])
    first = (
        "notice",
        "change",
        {"id": "one", "stage": "interviewing", "end": "rejected"},
        (steps[1], steps[2]),
    )
    second = (
        "notice",
        "change",
        {"id": "one", "stage": "withdrawn", "end": "declined"},
        (steps[4], steps[5]),
    )

    assert [[], [first], [first], [first, second]] == [
        found(plan, "step-after-end", day) for day in ("2026-01-11", "2026-01-12", "2026-01-20", "2026-01-21")
    ]
