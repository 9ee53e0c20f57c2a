"""Findings of the search: postings, silence, ways, places, papers, interviews."""

import pytest
from tests.findings.asking import counts, found, params

import careertrack as ct
from careertrack.record import Record

GRACE = ct.Contact(id="grace", name="Grace")
PLAN = ct.Plan(records=[GRACE, ct.Event(title="Fair", starts="2025-01-05")])


def move(id: str = "lead", **fields: object) -> ct.Transition:
    """A possible move."""
    return ct.Transition(id=id, on="2026-01-05", **fields)  # type: ignore[arg-type]


def step(stage: str, on: str, id: str = "lead", **fields: object) -> ct.Step:
    """A move enters a stage."""
    return ct.Step(on=on, transition=id, stage=stage, **fields)  # type: ignore[arg-type]


# --- Postings ----------------------------------------------------------------------------------

OPEN = move(closes="2026-02-10")


def test_posting_closes() -> None:
    """A warning from a week before to the last day."""
    plan = PLAN + OPEN

    assert [0, 1, 1, 0] == counts(
        plan, "posting-closes", "2026-02-02", "2026-02-03", "2026-02-10", "2026-02-11"
    )
    assert [("warning", "change", {"id": "lead", "closes": "2026-02-10"}, (OPEN,))] == found(
        plan, "posting-closes", "2026-02-03"
    )


def test_posting_closed() -> None:
    """A notice for the 28 days after."""
    plan = PLAN + OPEN

    assert [0, 1, 1, 0] == counts(
        plan, "posting-closed", "2026-02-10", "2026-02-11", "2026-03-10", "2026-03-11"
    )
    assert [("notice", "change", {"id": "lead", "closes": "2026-02-10"}, (OPEN,))] == found(
        plan, "posting-closed", "2026-02-11"
    )


@pytest.mark.parametrize(
    ("record", "count"),
    [
        (step("lead", "2026-01-06"), 1),
        (step("applied", "2026-01-06"), 0),
        (step("withdrawn", "2026-01-06"), 0),
        (step("lead", "2026-01-06", tracked=False), 0),
        (ct.Offer(on="2026-01-06", transition="lead"), 0),
    ],
)
def test_only_leads_have_postings_to_watch(record: Record, count: int) -> None:
    """What was applied for or let go is past that, and so may be what is unknown."""
    plan = (PLAN + OPEN) + record

    assert [count] == counts(plan, "posting-closes", "2026-02-10")
    assert [count] == counts(plan, "posting-closed", "2026-02-11")


# --- Silence -----------------------------------------------------------------------------------


def test_application_silent() -> None:
    """One notice from four weeks to 91 days after, for all that neither a step nor a talk followed."""
    sent = step("applied", "2026-01-06")
    plan = PLAN.add(move(), sent)

    assert [0, 1, 1, 0] == counts(
        plan, "application-silent", "2026-02-02", "2026-02-03", "2026-04-07", "2026-04-08"
    )
    assert [("notice", "change", {"count": 1, "ids": "lead"}, (sent,))] == found(
        plan, "application-silent", "2026-02-03"
    )


@pytest.mark.parametrize(
    ("record", "count"),
    [
        (step("screening", "2026-01-09"), 0),
        (step("rejected", "2026-01-09"), 0),
        (ct.Conversation(on="2026-01-09", contacts=["grace"], transition="lead"), 0),
        (ct.Conversation(on="2026-01-06", contacts=["grace"], transition="lead"), 0),
        (ct.Conversation(on="2026-01-05", contacts=["grace"], transition="lead"), 1),
        (ct.Conversation(on="2026-01-09", contacts=["grace"]), 1),
    ],
)
def test_what_breaks_the_silence(record: Record, count: int) -> None:
    """A later step, or a talk about it on its day or since."""
    plan = PLAN.add(move(), step("applied", "2026-01-06"), record)

    assert [count] == counts(plan, "application-silent", "2026-02-03")


def test_silence_begins_with_the_application() -> None:
    """How long it was a lead before does not matter."""
    old = ct.Transition(id="old", on="2025-01-05")
    sent = step("applied", "2026-01-06", "old")
    asked = ct.Conversation(on="2026-01-05", contacts=["grace"], transition="old")
    plan = PLAN.add(old, step("lead", "2025-01-06", "old"), sent, asked)

    assert [0, 1] == counts(plan, "application-silent", "2026-02-02", "2026-02-03")
    assert [(sent,)] == [said[3] for said in found(plan, "application-silent", "2026-02-03")]
    assert [0] == counts(plan + asked.evolve(on="2026-01-20"), "application-silent", "2026-02-03")


def test_what_is_not_tracked_is_not_silent() -> None:
    """Nobody wrote down what came of it."""
    plan = PLAN.add(move(), step("applied", "2026-01-06", tracked=False))

    assert [0] == counts(plan, "application-silent", "2026-02-03")


# --- Ways, places, papers ----------------------------------------------------------------------


def sent(*channels: str | None, **fields: object) -> list[Record]:
    """An application by each of some channels."""
    return [
        record
        for place, channel in enumerate(channels)
        for record in (
            move(f"m{place}", channel=channel, **fields),
            step("applied", "2026-01-06", f"m{place}"),
        )
    ]


COLD = ("cold", "job-board", "company-site", "linkedin", "cold")


def test_cold_only() -> None:
    """A notice for five applications of the last 91 days; those whose way nobody knows are left out."""
    plan = PLAN.add(*sent(*COLD, None))
    steps = tuple(step("applied", "2026-01-06", f"m{place}") for place in range(5))

    assert [0, 1, 1, 0] == counts(plan, "cold-only", "2026-01-06", "2026-01-07", "2026-04-07", "2026-04-08")
    assert [("notice", "change", {"count": 5}, steps)] == found(plan, "cold-only", "2026-01-07")
    assert [0] == counts(PLAN.add(*sent(*COLD[1:], None)), "cold-only", "2026-01-07")


@pytest.mark.parametrize("channel", ["referral", "recruiter", "event", "internal", "contact", "newspaper"])
def test_a_way_that_is_not_cold(channel: str) -> None:
    """One is enough."""
    assert [0] == counts(PLAN.add(*sent(*COLD, channel)), "cold-only", "2026-01-07")


@pytest.mark.parametrize(
    "warm",
    [
        [move("warm", contact="grace")],
        [move("warm", event="fair", channel="cold")],
        [
            move("warm", channel="cold"),
            ct.Conversation(on="2026-01-06", contacts=["grace"], transition="warm"),
        ],
    ],
    ids=["a contact", "an event", "a talk"],
)
def test_somebody_in_between(warm: list[Record]) -> None:
    """A contact, an event or a talk about it."""
    plan = PLAN.add(*sent(*COLD), *warm)

    assert [1] == counts(plan, "cold-only", "2026-01-07")
    assert [0] == counts(plan + step("applied", "2026-01-06", "warm"), "cold-only", "2026-01-07")


def test_cv_not_named() -> None:
    """A hint where of five applications of the last 91 days none says what was sent."""
    plan = PLAN.add(*sent(*COLD))
    steps = tuple(step("applied", "2026-01-06", f"m{place}") for place in range(5))
    named = PLAN.add(*sent(*COLD), move(), step("applied", "2026-01-06", sent="CV 4"))

    assert [0, 1, 1, 0] == counts(
        plan, "cv-not-named", "2026-01-06", "2026-01-07", "2026-04-07", "2026-04-08"
    )
    assert [("hint", "change", {"count": 5}, steps)] == found(plan, "cv-not-named", "2026-01-07")
    assert [0] == counts(named, "cv-not-named", "2026-01-07")
    assert [0] == counts(PLAN.add(*sent(*COLD[1:])), "cv-not-named", "2026-01-07")


ACME = ct.Organization(name="Acme", aliases=["Acme Ltd"])


def test_one_organization() -> None:
    """A notice four weeks after the first application, by name or alias, whatever the letters' case."""
    moves = [move("a", organization="ACME"), move("b", organization="acme ltd")]
    plan = PLAN.add(ACME, *moves, step("applied", "2026-01-06", "a"), step("applied", "2026-01-20", "b"))

    assert [0, 1] == counts(plan, "one-organization", "2026-02-02", "2026-02-03")
    assert [("notice", "change", {"count": 2}, tuple(moves))] == found(plan, "one-organization", "2026-02-03")


@pytest.mark.parametrize(
    ("other", "count"),
    [
        (move("b", organization="Initech"), 0),
        (move("b"), 0),
        (move("b", organization="Initech", type="internal"), 1),
        (move("b", organization=" ACME "), 1),
    ],
    ids=["another", "not named", "within the house", "in another spelling"],
)
def test_other_organizations(other: ct.Transition, count: int) -> None:
    """Another one, or one that is not named, and nothing is said; a move within the house does not count."""
    plan = PLAN.add(move("a", organization="Acme"), other, step("applied", "2026-01-06", "a"))

    assert [1] == counts(plan, "one-organization", "2026-02-03")  # the other is not under way
    assert [count] == counts(plan + step("applied", "2026-01-09", "b"), "one-organization", "2026-02-03")


def test_organizations_that_are_not_named_are_not_one() -> None:
    """Nothing is said."""
    plan = PLAN.add(move(), step("applied", "2026-01-06"))

    assert [0] == counts(plan, "one-organization", "2026-02-03")


def test_an_offer_without_a_step_is_under_way() -> None:
    """Its first day is not known, so it makes nothing old."""
    plan = PLAN.add(move(organization="Acme"), ct.Offer(on="2026-01-06", transition="lead"))

    assert [0] == counts(plan, "one-organization", "2026-02-03")


# --- Interviews --------------------------------------------------------------------------------

TALK = ct.Event(title="Talk", type="interview", starts="2026-02-10", transition="lead")


def test_interview_unprepared() -> None:
    """A warning from a week before to the day itself; other events need no preparation."""
    plan = PLAN.add(move(), TALK)

    assert [0, 1, 1, 0] == counts(
        plan, "interview-unprepared", "2026-02-02", "2026-02-03", "2026-02-10", "2026-02-11"
    )
    assert [("warning", "change", {"id": "talk", "on": "2026-02-10"}, (TALK,))] == found(
        plan, "interview-unprepared", "2026-02-03"
    )
    assert [] == params(PLAN.add(move(), TALK.evolve(type="fair")), "interview-unprepared", "2026-02-03")


@pytest.mark.parametrize(
    ("effort", "count"),
    [
        (ct.Effort(on="2025-09-03", minutes=9, event="talk"), 0),
        (ct.Effort(on="2026-01-07", minutes=9, transition="lead"), 0),
        (ct.Effort(on="2026-01-06", minutes=9, transition="lead"), 1),
        (ct.Effort(on="2026-01-07", minutes=9, transition="other"), 1),
        (ct.Effort(on="2026-01-07", minutes=9, pillar="change"), 1),
    ],
)
def test_preparation(effort: ct.Effort, count: int) -> None:
    """Effort on the interview, or on its move in the last 28 days; one without a move has no effort on it."""
    plan = PLAN.add(move(), move("other"), TALK)

    assert [count] == counts(plan + effort, "interview-unprepared", "2026-02-03")


def test_an_interview_for_no_move() -> None:
    """Effort on other things is no preparation for it."""
    plan = PLAN.add(TALK.evolve(transition=None), ct.Effort(on="2026-02-01", minutes=9, pillar="change"))

    assert [1] == counts(plan, "interview-unprepared", "2026-02-03")
