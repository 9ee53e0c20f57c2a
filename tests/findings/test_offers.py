"""Findings of offers, means, and the time between positions."""

from collections.abc import Sequence
from typing import Any

import pytest
from tests.findings.asking import counts, found, params

import careertrack as ct
from careertrack.record import Record


def move(id: str = "lead", **fields: Any) -> ct.Transition:
    """A possible move."""
    return ct.Transition(id=id, on="2026-01-05", **fields)


def step(stage: str, on: str, id: str = "lead") -> ct.Step:
    """A move enters a stage."""
    return ct.Step(on=on, transition=id, stage=stage)  # type: ignore[arg-type]


# --- Offers ------------------------------------------------------------------------------------

OFFER = ct.Offer(on="2026-01-10", transition="lead")


def test_offer_without_priorities() -> None:
    """A hint for an open offer, until motivators or needs are stated."""
    plan = ct.Plan(records=[move(), OFFER])

    assert [0, 1] == counts(plan, "offer-without-priorities", "2026-01-09", "2026-01-10")
    assert [("hint", "change", {"id": "lead"}, (OFFER,))] == found(
        plan, "offer-without-priorities", "2026-01-10"
    )
    assert [0] == counts(plan + step("declined", "2026-01-11"), "offer-without-priorities", "2026-01-11")


@pytest.mark.parametrize(
    ("fields", "count"),
    [({"motivators": ["learning"]}, 0), ({"needs": [ct.Need(criterion="pay")]}, 0), ({}, 1)],
    ids=["motivators", "needs", "neither"],
)
def test_offer_with_priorities(fields: dict[str, Any], count: int) -> None:
    """Either will do."""
    plan = ct.Plan(records=[move(), OFFER, ct.Priorities(on="2026-01-10", **fields)])

    assert [count] == counts(plan, "offer-without-priorities", "2026-01-10")


ACCEPTED = step("accepted", "2026-01-10")


def test_accepted_without_position() -> None:
    """A hint from 91 days to a year after, where no position began since."""
    plan = ct.Plan(
        records=[move(), step("applied", "2026-01-06"), ACCEPTED, ct.Position(title="Old", started="2025-12")]
    )
    facts = {"id": "lead", "on": "2026-01-10"}

    assert [0, 1, 1, 0] == counts(
        plan, "accepted-without-position", "2026-04-10", "2026-04-11", "2027-01-10", "2027-01-11"
    )
    assert [("hint", "change", facts, (ACCEPTED,))] == found(plan, "accepted-without-position", "2026-04-11")


@pytest.mark.parametrize(
    ("started", "count"),
    [("2026-01-10", 0), ("2026-01-09", 1), ("2026-01", 0), ("2026", 0), ("2025", 1), (None, 1)],
)
def test_a_position_that_began(started: str | None, count: int) -> None:
    """What is known to the month or year may have begun later."""
    plan = ct.Plan(records=[move(), ACCEPTED, ct.Position(title="New", started=started)])

    assert [count] == counts(plan, "accepted-without-position", "2026-04-11")


@pytest.mark.parametrize(
    ("type", "count"),
    [
        ("external", 1),
        ("career-change", 1),
        ("self-employment", 1),
        ("internal", 0),
        ("promotion", 0),
        ("break", 0),
    ],
)
def test_moves_that_begin_a_position(type: str, count: int) -> None:
    """Within the house a position may as well be revised."""
    plan = ct.Plan(records=[move(type=type), ACCEPTED])

    assert [count] == counts(plan, "accepted-without-position", "2026-04-11")
    assert [0] == counts(plan + step("withdrawn", "2026-02-01"), "accepted-without-position", "2026-04-11")


# --- Means -------------------------------------------------------------------------------------

OVER = ct.Position(title="Analyst", ended="2026-01-04")
MEANS = ct.Runway(on="2026-01-05", savings="6000 EUR", spending="1000 EUR")  # until 5 July


def test_runway_not_stated() -> None:
    """A hint between positions."""
    plan = ct.Plan(records=[OVER])

    assert [0, 1] == counts(plan, "runway-not-stated", "2026-01-04", "2026-01-05")
    assert [("hint", "change", {}, ())] == found(plan, "runway-not-stated", "2026-01-05")
    assert [0] == counts(plan + MEANS, "runway-not-stated", "2026-01-05")
    assert [0] == counts(ct.Plan(), "runway-not-stated", "2026-01-05")


@pytest.mark.parametrize(
    ("type", "count"), [("job", 0), ("self-employment", 0), ("study", 1), ("caring", 1), ("break", 1)]
)
def test_what_earns(type: str, count: int) -> None:
    """A job or work of one's own; other times do not."""
    plan = ct.Plan(records=[OVER, ct.Position(title="Now", type=type)])  # type: ignore[arg-type]

    assert [count] == counts(plan, "runway-not-stated", "2026-01-05")


def test_runway_short() -> None:
    """A warning from 91 days before the means end to the day they do."""
    plan = ct.Plan(records=[MEANS])
    facts = {"stated": "2026-01-05", "until": "2026-07-05"}

    assert [0, 1, 1, 0] == counts(
        plan, "runway-short", "2026-04-04", "2026-04-05", "2026-07-05", "2026-07-06"
    )
    assert [("warning", "change", facts, (MEANS,))] == found(plan, "runway-short", "2026-04-05")
    assert [0] == counts(
        plan + MEANS.evolve(on="2026-04-05", income="1000 EUR"), "runway-short", "2026-04-05"
    )
    assert [0] == counts(ct.Plan(), "runway-short", "2026-04-05")


def test_runway_old() -> None:
    """A notice between positions from the 92nd day on."""
    plan = ct.Plan(records=[MEANS, OVER])

    assert [0, 1] == counts(plan, "runway-old", "2026-04-06", "2026-04-07")
    assert [("notice", "change", {"stated": "2026-01-05"}, (MEANS,))] == found(
        plan, "runway-old", "2026-04-07"
    )
    assert [0] == counts(ct.Plan(records=[MEANS]), "runway-old", "2026-04-07")
    assert [0] == counts(ct.Plan(records=[OVER]), "runway-old", "2026-04-07")


def tried(accepted: int, of: int) -> list[Record]:
    """So many applications on 5 January, some with an offer, the others rejected."""
    ends = [["offer", "declined"] if place < accepted else ["rejected"] for place in range(of)]
    return [
        record
        for place, stages in enumerate(ends)
        for record in (
            move(f"m{place}"),
            *(step(stage, "2026-01-06", f"m{place}") for stage in ("applied", *stages)),
        )
    ]


def test_runway_before_offer() -> None:
    """A warning where the chance of an offer before the means end is known, and below half.

    On 20 February 13 days are left, at 6 applications in 46 days: one more application, and after 1 offer
    in 6 its chance is 1.5 of 7, by the prior of Jeffreys.
    """
    short = MEANS.evolve(savings="2000 EUR")
    plan = ct.Plan(records=[short, *tried(1, 6)])
    facts = {"until": "2026-03-05", "chance": "21 %"}

    assert [("warning", "change", facts, (short,))] == found(plan, "runway-before-offer", "2026-02-20")
    assert [0] == counts(plan, "runway-before-offer", "2026-01-10")  # eleven more applications by then


@pytest.mark.parametrize(
    "records",
    [[MEANS, *tried(0, 6)], [MEANS, *tried(1, 4)], tried(1, 6), []],
    ids=["no offer", "few", "no runway", "none"],
)
def test_an_unknown_chance_is_not_small(records: Sequence[Record]) -> None:
    """Without an offer, enough cases or a runway nothing is said."""
    assert [0] == counts(ct.Plan(records=records), "runway-before-offer", "2026-03-28")


# --- Between positions -------------------------------------------------------------------------


def gaps(*positions: ct.Position, day: str = "2026-06-01") -> list[tuple[str, str]]:
    """The gaps found on a day."""
    said = params(ct.Plan(records=positions), "gap-without-story", day)
    return [(each["since"], each["until"]) for each in said]


ONE = ct.Position(title="One", started="2020", ended="2021-01-31")
TWO = ct.Position(title="Two", started="2021-05-03")


def test_a_gap() -> None:
    """A hint for more than 91 days between two positions: 1 February to 2 May are 91."""
    later = TWO.evolve(started="2021-05-04")
    expected = [("hint", "change", {"since": "2021-02-01", "until": "2021-05-03"}, (ONE, later))]

    assert [] == gaps(ONE, TWO)
    assert expected == found(ct.Plan(records=[later, ONE]), "gap-without-story", "2026-06-01")


def test_a_gap_since_the_last() -> None:
    """It goes on to the day."""
    assert [] == gaps(ONE, day="2021-05-02")
    assert [("2021-02-01", "2021-05-03")] == gaps(ONE, day="2021-05-03")
    assert [(ONE,)] == [said[3] for said in found(ct.Plan(records=[ONE]), "gap-without-story", "2021-05-03")]


@pytest.mark.parametrize(
    ("ended", "started", "expected"),
    [
        ("2020", "2021-04", []),  # to the last of December, from the first of April: 90 days
        ("2020", "2021-05", [("2021-01-01", "2021-04-30")]),
        ("2020-11", "2021-03-01", []),
        ("2020-02", "2020-07", [("2020-03-01", "2020-06-30")]),
        ("2020-12", "2022", [("2021-01-01", "2021-12-31")]),
    ],
)
def test_a_part_of_a_date_is_read_so_that_the_gap_is_shortest(
    ended: str, started: str, expected: list[tuple[str, str]]
) -> None:
    """An end as late, a beginning as early as it can have been."""
    assert expected == gaps(ONE.evolve(ended=ended), TWO.evolve(started=started))


@pytest.mark.parametrize(
    ("positions", "expected"),
    [
        ([ONE.evolve(story="We moved")], []),
        ([ONE, ct.Position(title="Break", type="break", started="2021-02", story="Rest")], []),
        ([ONE, ct.Position(title="Break", type="break", started="2021-02")], [("2021-02-01", "2026-06-01")]),
        ([ONE, ct.Position(title="Home", type="caring", started="2021-02")], []),
        ([ct.Position(title="Zero", started="2019", ended="2026-05"), ONE], []),
        ([ct.Position(title="Zero", ended="2026-05"), ONE], []),
        ([ONE, ct.Position(title="Soon", started="2026-07")], [("2021-02-01", "2026-06-01")]),
        ([], []),
    ],
    ids=[
        "told",
        "a break with a story",
        "a break without",
        "caring",
        "another beside it",
        "one without a beginning",
        "one to come",
        "none",
    ],
)
def test_time_that_is_told(positions: list[ct.Position], expected: list[tuple[str, str]]) -> None:
    """By a story of the position before, or by another position."""
    assert expected == gaps(*positions)
