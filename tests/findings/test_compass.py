"""Findings of what the way is found by, and of time."""

import pytest
from tests.findings.asking import counts, found, params

import careertrack as ct
from careertrack.record import Record

GOAL = ct.Goal(on="2026-01-05", title="Apply", pillar="direction", due="2027-06-01")
PLAN = ct.Plan(records=[GOAL])
SETTLED = ("2026-02-01", "2026-02-02")  # the day before four weeks have passed, and the day they have


def test_priorities_not_stated() -> None:
    """A hint four weeks after the first ask, until they are stated."""
    stated = ct.Priorities(on="2026-02-03", motivators=["learning"])

    assert [0, 1] == counts(PLAN, "priorities-not-stated", *SETTLED)
    assert [("hint", "direction", {}, ())] == found(PLAN, "priorities-not-stated", "2026-02-02")
    assert [1, 0] == counts(PLAN + stated, "priorities-not-stated", "2026-02-02", "2026-02-03")
    assert [0] == counts(ct.Plan(records=[ct.Skill(name="SQL")]), "priorities-not-stated", "2026-02-02")


@pytest.mark.parametrize(
    "ask",
    [
        ct.Routine(id="r", on="2026-01-05", pillar="skills", minutes=60),
        ct.Cadence(id="c", on="2026-01-05", contact="grace", every="1 week"),
        ct.Commitment(id="p", on="2026-01-05", what="Send it", to="grace"),
        ct.TargetRole(on="2026-01-05", roles=["host"]),
    ],
    ids=lambda ask: ask.kind,
)
def test_whatever_is_asked_first_begins_the_four_weeks(ask: Record) -> None:
    """A routine, a rhythm, a promise of one's own or a role aimed at; somebody else's promise does not."""
    theirs = ct.Commitment(id="a", on="2025-01-05", what="Send it", by="grace")
    plan = ct.Plan(records=[ct.Contact(id="grace", name="Grace"), ct.Role(title="Host"), theirs, ask])

    assert [0, 1] == counts(plan, "priorities-not-stated", *SETTLED)


def test_priorities_old() -> None:
    """A notice from the day after a year."""
    stated = ct.Priorities(on="2026-02-03", motivators=["learning"])
    plan = PLAN + stated

    assert [0, 1] == counts(plan, "priorities-old", "2027-02-03", "2027-02-04")
    assert [("notice", "direction", {"on": "2026-02-03"}, (stated,))] == found(
        plan, "priorities-old", "2027-02-04"
    )
    assert [0] == counts(plan + stated.evolve(on="2027-01-01"), "priorities-old", "2027-02-04")


def test_interests_not_stated() -> None:
    """A hint four weeks after the first ask while no role is aimed at either."""
    flat = dict.fromkeys(
        ("realistic", "investigative", "artistic", "social", "enterprising", "conventional"), 3
    )
    profile = ct.InterestProfile(on="2026-02-02", interests=flat)
    aim = [ct.Role(title="Host"), ct.TargetRole(on="2026-02-02", roles=["host"])]

    assert [0, 1] == counts(PLAN, "interests-not-stated", *SETTLED)
    assert [("hint", "direction", {}, ())] == found(PLAN, "interests-not-stated", "2026-02-02")
    assert [0] == counts(PLAN + profile, "interests-not-stated", "2026-02-02")
    assert [0] == counts(PLAN.add(*aim), "interests-not-stated", "2026-02-02")


def test_look_back_due() -> None:
    """A notice from the day after, until a reflection of that day or a later one."""
    decided = ct.Reflection(on="2026-01-05", decision="Stay", look_back="2026-03-01")
    plan = ct.Plan(records=[decided, ct.Reflection(on="2026-02-28", hope=1)])

    assert [0, 1] == counts(plan, "look-back-due", "2026-03-01", "2026-03-02")
    assert [("notice", "direction", {"on": "2026-01-05", "due": "2026-03-01"}, (decided,))] == found(
        plan, "look-back-due", "2026-03-02"
    )
    assert [0] == counts(plan + ct.Reflection(on="2026-03-01", hope=1), "look-back-due", "2026-03-02")
    assert [1, 0] == counts(
        plan + ct.Reflection(on="2026-03-03", hope=1), "look-back-due", "2026-03-02", "2026-03-03"
    )


JOB = ct.Position(title="Analyst", started="2020")
GRACE = ct.Contact(id="grace", name="Grace", relations=["manager"])
BOB = ct.Contact(id="bob", name="Bob")


def missing(*records: Record) -> list[str]:
    """The parts of the way for which nothing is asked four weeks after a goal of direction and a job."""
    said = params(PLAN.add(JOB, GRACE, BOB, *records), "pillars-not-set-out", "2026-02-02")
    return [pillar for each in said for pillar in each["pillars"].split(", ")]


def test_pillars_not_set_out() -> None:
    """One hint four weeks after the first ask."""
    facts = {"pillars": "skills, manager, network, change"}

    assert [0, 1] == counts(PLAN + JOB, "pillars-not-set-out", *SETTLED)
    assert [("hint", "direction", facts, ())] == found(PLAN + JOB, "pillars-not-set-out", "2026-02-02")
    assert ["skills", "network", "change"] == params(PLAN, "pillars-not-set-out", "2026-02-02")[0][
        "pillars"
    ].split(", ")


@pytest.mark.parametrize(
    ("ask", "pillar"),
    [
        (ct.Routine(id="r", on="2026-01-06", pillar="change", times=3, of="applications"), "change"),
        (ct.Cadence(id="c", on="2026-01-06", contact="grace", every="1 week"), "manager"),
        (ct.Cadence(id="c", on="2026-01-06", contact="bob", every="1 week"), "network"),
        (ct.Commitment(id="p", on="2026-01-06", what="Send it", to="grace"), "manager"),
        (ct.Commitment(id="p", on="2026-01-06", what="Send it", to="bob"), "network"),
        (ct.Commitment(id="p", on="2026-01-06", what="Send it", pillar="change"), "change"),
        (ct.Course(title="SQL", due="2026-05-01"), "skills"),
    ],
    ids=lambda ask: getattr(ask, "kind", None),
)
def test_what_sets_a_pillar_out(ask: Record, pillar: str) -> None:
    """A routine, a rhythm, a promise, a dated course."""
    assert ["skills", "manager", "network", "change"] == missing()
    assert [each for each in missing() if each != pillar] == missing(ask)


@pytest.mark.parametrize(
    "records",
    [
        [ct.Routine(id="r", on="2026-01-06", pillar="change", minutes=9, until="2026-02-01")],
        [
            ct.Cadence(id="c", on="2026-01-06", contact="bob", every="1 week"),
            ct.Resolution(on="2026-01-09", cadence="c"),
        ],
        [
            ct.Commitment(id="p", on="2026-01-06", what="Send it", to="bob"),
            ct.Resolution(on="2026-01-09", commitment="p"),
        ],
        [ct.Commitment(id="p", on="2026-01-06", what="Send it", by="bob")],
        [ct.Course(title="SQL")],
        [ct.Course(title="SQL", due="2026-05-01"), ct.Resolution(on="2026-01-09", course="sql")],
    ],
)
def test_what_sets_no_pillar_out(records: list[Record]) -> None:
    """What has ended, what somebody else promised, and a course without a day."""
    assert missing() == missing(*records)


def test_all_set_out() -> None:
    """Nothing is missed where each pillar has something."""
    asks = [
        ct.Routine(id=pillar, on="2026-01-06", pillar=pillar, minutes=60)  # type: ignore[arg-type]
        for pillar in ("manager", "network", "change")
    ]
    aim = [ct.Role(title="Host"), ct.TargetRole(on="2026-01-06", roles=["host"])]

    assert [] == missing(*asks, *aim)


# --- Time --------------------------------------------------------------------------------------

WEEKLY = ct.Routine(id="read", on="2026-01-05", pillar="skills", minutes=200)
MONTHLY = ct.Routine(id="meet", on="2026-01-05", pillar="network", minutes=435, per="month")
COUNTED = ct.Routine(id="apply", on="2026-01-05", pillar="change", times=3, of="applications")


def test_capacity_not_stated() -> None:
    """A hint when minutes have been promised for a week, until the minutes of a week were ever stated."""
    plan = ct.Plan(records=[WEEKLY, COUNTED])
    money = ct.Capacity(on="2026-01-12", training_budget="500 EUR")

    assert [0, 1] == counts(plan, "capacity-not-stated", "2026-01-11", "2026-01-12")
    assert [("hint", "direction", {}, (WEEKLY,))] == found(plan, "capacity-not-stated", "2026-01-12")
    assert [1] == counts(plan + money, "capacity-not-stated", "2026-01-12")
    assert [0] == counts(plan + money.evolve(minutes=0), "capacity-not-stated", "2026-01-12")
    assert [0] == counts(ct.Plan(records=[COUNTED]), "capacity-not-stated", "2026-01-12")


@pytest.mark.parametrize(("minutes", "promised"), [(299, 300), (300, None), (None, None)])
def test_promised_beyond_capacity(minutes: int | None, promised: int | None) -> None:
    """A notice above the minutes of a week, by 4.35 weeks a month: 200 + 435 / 4.35 = 300."""
    stated = ct.Capacity(on="2026-01-04", minutes=minutes, training_budget="500 EUR")
    plan = ct.Plan(records=[stated, WEEKLY, MONTHLY, COUNTED])
    facts = {"promised": promised, "capacity": minutes}

    assert ([] if promised is None else [("notice", "direction", facts, (stated, MONTHLY, WEEKLY))]) == found(
        plan, "promised-beyond-capacity", "2026-01-05"
    )
    assert [0] == counts(ct.Plan(records=[WEEKLY]), "promised-beyond-capacity", "2026-01-05")


def test_a_broken_minute_is_rounded_up() -> None:
    """No sentence says that 300 minutes are more than 300; what has ended is no promise."""
    plan = ct.Plan(records=[ct.Capacity(on="2026-01-04", minutes=300), WEEKLY, MONTHLY.evolve(minutes=436)])

    assert [{"promised": 301, "capacity": 300}] == params(plan, "promised-beyond-capacity", "2026-01-05")
    assert [0] == counts(
        plan + ct.Resolution(on="2026-01-06", routine="meet"), "promised-beyond-capacity", "2026-01-06"
    )
