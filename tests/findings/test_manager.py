"""Findings of the manager: who it is, what came up, what was shown."""

import pytest
from tests.findings.asking import counts, found

import careertrack as ct
from careertrack.record import Record

GRACE = ct.Contact(id="grace", name="Grace", relations=["manager"])
BOB = ct.Contact(id="bob", name="Bob")
GOAL = ct.Goal(on="2026-01-05", title="Apply", pillar="change")
PLAN = ct.Plan(records=[GRACE, BOB])


def talk(on: str, *contacts: str, **fields: object) -> ct.Conversation:
    """A talk with the manager, or with others."""
    return ct.Conversation(on=on, contacts=contacts or ["grace"], **fields)  # type: ignore[arg-type]


JOB = ct.Position(title="Analyst", started="2020")


def test_manager_not_recorded() -> None:
    """A hint four weeks after the first ask, for a job that is held."""
    plan = ct.Plan(records=[JOB, GOAL])

    assert [0, 1] == counts(plan, "manager-not-recorded", "2026-02-01", "2026-02-02")
    assert [("hint", "manager", {"id": "analyst"}, (JOB,))] == found(
        plan, "manager-not-recorded", "2026-02-02"
    )


@pytest.mark.parametrize(
    "records",
    [
        [JOB, GRACE],
        [JOB.evolve(manager="bob"), BOB],
        [JOB.evolve(ended="2026-01-31")],
        [JOB.evolve(type="self-employment")],
        [],
    ],
    ids=["a manager", "named", "ended", "none to report to", "no position"],
)
def test_no_manager_to_record(records: list[Record]) -> None:
    """Somebody is the manager, or nobody is."""
    assert [0] == counts(ct.Plan(records=[GOAL, *records]), "manager-not-recorded", "2026-02-02")


def test_aspirations_not_raised() -> None:
    """A hint from the day after the third talk of 91 days in which aspirations did not come up."""
    talks = [talk("2026-01-05"), talk("2026-01-19", raised=["obstacles"]), talk("2026-02-02")]
    plan = PLAN.add(*talks)

    assert [0, 1] == counts(plan, "aspirations-not-raised", "2026-02-02", "2026-02-03")
    assert [("hint", "manager", {"count": 3}, tuple(talks))] == found(
        plan, "aspirations-not-raised", "2026-02-03"
    )
    assert [1, 0] == counts(plan, "aspirations-not-raised", "2026-04-06", "2026-04-07")
    assert [1, 0] == counts(
        plan + talk("2026-02-04", raised=["aspirations"]),
        "aspirations-not-raised",
        "2026-02-03",
        "2026-02-04",
    )


def test_talks_with_others_do_not_count() -> None:
    """Nor those with the manager before they were."""
    other = PLAN.add(talk("2026-01-05"), talk("2026-01-19"), talk("2026-02-02", "bob"))
    earlier = ct.Plan(records=[BOB, *(talk(f"2026-01-0{day}", "bob") for day in (5, 6, 7))]).revise(
        ct.Contact, "bob", on="2026-01-06", relations=["manager"]
    )

    assert [0] == counts(other, "aspirations-not-raised", "2026-02-03")
    assert [0] == counts(earlier, "aspirations-not-raised", "2026-02-03")


def test_a_talk_with_two_managers_is_one() -> None:
    """It is counted once."""
    plan = ct.Plan(records=[GRACE, BOB.evolve(relations=["manager"])]).add(
        talk("2026-01-05", "grace", "bob"), talk("2026-01-06", "bob"), talk("2026-01-07", "grace")
    )

    assert [("hint", "manager", {"count": 3})] == [
        said[:3] for said in found(plan, "aspirations-not-raised", "2026-02-02")
    ]


def test_no_review() -> None:
    """A notice from the day after a year since the first talk, or since the last review."""
    first, review = talk("2025-01-05"), talk("2025-03-05", type="review")
    plan = PLAN.add(first, talk("2025-12-01"))

    assert [0, 1] == counts(plan, "no-review", "2026-01-05", "2026-01-06")
    assert [("notice", "manager", {}, (first,))] == found(plan, "no-review", "2026-01-06")
    assert [0, 1] == counts(plan + review, "no-review", "2026-03-05", "2026-03-06")
    assert [("notice", "manager", {}, (review,))] == found(plan + review, "no-review", "2026-03-06")
    assert [0] == counts(PLAN, "no-review", "2026-03-06")


WON = ct.Evidence(on="2026-01-05", id="won", title="Cut the load")


def test_evidence_not_shown() -> None:
    """A hint from four weeks after to a year after, until a manager was shown it."""
    plan = PLAN + WON

    assert [0, 1, 1, 0] == counts(
        plan, "evidence-not-shown", "2026-02-01", "2026-02-02", "2027-01-04", "2027-01-05"
    )
    assert [("hint", "manager", {"count": 1, "ids": "won"}, (WON,))] == found(
        plan, "evidence-not-shown", "2026-02-02"
    )
    assert [1] == counts(plan + talk("2026-01-09", "bob", shown=["won"]), "evidence-not-shown", "2026-02-02")
    for field in ("shown", "acknowledged"):
        said = talk("2026-01-09", "bob", "grace", **{field: ["won"]})
        assert [0] == counts(plan + said, "evidence-not-shown", "2026-02-02")
    assert [0] == counts(ct.Plan(records=[WON]), "evidence-not-shown", "2026-02-02")


def test_evidence_not_acknowledged() -> None:
    """A notice four weeks after it was shown to anybody, until anybody acknowledged it."""
    shown = talk("2026-01-09", "bob", shown=["won"])
    plan = PLAN.add(WON, shown, talk("2026-01-20", shown=["won"]))

    assert [0, 1] == counts(plan, "evidence-not-acknowledged", "2026-02-05", "2026-02-06")
    assert [("notice", "manager", {"count": 1, "ids": "won"}, (shown,))] == found(
        plan, "evidence-not-acknowledged", "2026-02-06"
    )
    assert [1, 0] == counts(
        plan + talk("2026-02-07", "bob", acknowledged=["won"]),
        "evidence-not-acknowledged",
        "2026-02-06",
        "2026-02-07",
    )
    assert [0] == counts(PLAN + WON, "evidence-not-acknowledged", "2026-02-06")
