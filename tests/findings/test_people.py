"""Findings of people: asked, dormant, new, helpful, met at events; and of searching without them."""

import pytest
from tests.findings.asking import counts, found, params

import careertrack as ct
from careertrack.record import Record

GRACE = ct.Contact(id="grace", name="Grace")
BOB = ct.Contact(id="bob", name="Bob")
PLAN = ct.Plan(records=[GRACE, BOB])
GOAL = ct.Goal(on="2026-01-05", title="Apply", pillar="change")


def talk(on: str, *contacts: str, **fields: object) -> ct.Conversation:
    """A talk with Grace, or with others."""
    return ct.Conversation(on=on, contacts=contacts or ["grace"], **fields)  # type: ignore[arg-type]


def applied(on: str, id: str = "lead") -> list[Record]:
    """An application."""
    return [ct.Transition(id=id, on="2026-01-01"), ct.Step(on=on, transition=id, stage="applied")]


# --- Promises ----------------------------------------------------------------------------------


def promise(on: str, due: str, **fields: str) -> ct.Commitment:
    """A promise, or a revision of it."""
    return ct.Commitment(id="cv", on=on, what="Send it", due=due, **fields)  # type: ignore[arg-type]


def test_promise_moved_twice() -> None:
    """A notice from the day after the second move, while it is open."""
    moves = [
        promise("2026-01-05", "2026-01-10", to="grace"),
        promise("2026-01-09", "2026-01-20", to="grace"),
        promise("2026-01-19", "2026-01-30", to="grace"),
    ]
    plan = PLAN.add(*moves)

    assert [0, 1] == counts(plan, "promise-moved-twice", "2026-01-19", "2026-01-20")
    assert [("notice", "network", {"id": "cv", "times": 2}, (moves[2],))] == found(
        plan, "promise-moved-twice", "2026-01-20"
    )
    assert [0] == counts(PLAN.add(*moves[:2]), "promise-moved-twice", "2026-01-20")
    assert [0] == counts(
        plan + ct.Resolution(on="2026-01-20", commitment="cv"), "promise-moved-twice", "2026-01-20"
    )


def test_what_others_move_is_theirs() -> None:
    """Their promise is not the owner's; one to oneself stands in its own pillar."""
    days = [("2026-01-05", "2026-01-10"), ("2026-01-09", "2026-01-20"), ("2026-01-19", "2026-01-30")]
    theirs = PLAN.add(*(promise(on, due, by="grace") for on, due in days))
    own = PLAN.add(*(promise(on, due, pillar="skills") for on, due in days))

    assert [0] == counts(theirs, "promise-moved-twice", "2026-01-20")
    assert ["skills"] == [said[1] for said in found(own, "promise-moved-twice", "2026-01-20")]


# --- Contacts ----------------------------------------------------------------------------------


REFERENCE = ct.Contact(id="ref", name="Ada", relations=["reference"])


def test_reference_not_asked() -> None:
    """A hint while an application is out, until they vouch or were talked to."""
    plan = (PLAN + REFERENCE).add(*applied("2026-01-10"))

    assert [0, 1] == counts(plan, "reference-not-asked", "2026-01-09", "2026-01-10")
    assert [("hint", "network", {"count": 1, "contacts": "ref"}, (REFERENCE,))] == found(
        plan, "reference-not-asked", "2026-01-10"
    )
    assert [0] == counts(plan + talk("2025-01-10", "ref"), "reference-not-asked", "2026-01-10")
    assert [0] == counts(
        plan.replace(REFERENCE, REFERENCE.evolve(vouches=True)), "reference-not-asked", "2026-01-10"
    )


@pytest.mark.parametrize("end", ["rejected", "accepted", "withdrawn"])
def test_without_a_search_nobody_needs_a_reference(end: str) -> None:
    """The application has ended; or it is only a lead, or a move within the house."""
    over = ct.Step(on="2026-01-12", transition="lead", stage=end)  # type: ignore[arg-type]
    plan = (PLAN + REFERENCE).add(*applied("2026-01-10"))
    inside = plan.replace(
        ct.Transition(id="lead", on="2026-01-01"), ct.Transition(id="lead", on="2026-01-01", type="internal")
    )
    lead = (PLAN + REFERENCE).add(
        ct.Transition(id="lead", on="2026-01-01"), ct.Step(on="2026-01-10", transition="lead", stage="lead")
    )

    assert [1, 0] == counts(plan + over, "reference-not-asked", "2026-01-11", "2026-01-12")
    assert [0] == counts(inside, "reference-not-asked", "2026-01-11")
    assert [0] == counts(lead, "reference-not-asked", "2026-01-11")


def test_tie_dormant() -> None:
    """A hint from the day after a year since the last talk with a contact who vouches."""
    last = talk("2025-01-05")
    plan = ct.Plan(records=[GRACE.evolve(vouches=True), BOB, last, talk("2024-01-05", "bob")])

    assert [0, 1] == counts(plan, "tie-dormant", "2026-01-05", "2026-01-06")
    assert [("hint", "network", {"count": 1, "contacts": "grace"}, (last,))] == found(
        plan, "tie-dormant", "2026-01-06"
    )
    assert [0] == counts(ct.Plan(records=[GRACE.evolve(vouches=True)]), "tie-dormant", "2026-01-06")


def test_nobody_new() -> None:
    """A hint from the 92nd day after the newest contact was met."""
    met, older = GRACE.evolve(met="2026-01-06"), BOB.evolve(met="2025-01-05")
    plan = ct.Plan(records=[met, older, GOAL])
    ahead = ct.Contact(id="ann", name="Ann", met="2027-01-01")

    assert [0, 1] == counts(plan, "nobody-new", "2026-04-07", "2026-04-08")
    assert [("hint", "network", {"met": "2026-01-06"}, (met,))] == found(plan, "nobody-new", "2026-04-08")
    assert [1] == counts(plan + ahead, "nobody-new", "2026-04-08")
    assert [0] == counts(plan + ahead.evolve(met="2026-04-08"), "nobody-new", "2026-04-08")
    assert [0] == counts(PLAN + GOAL, "nobody-new", "2026-04-08")


def test_nobody_is_to_be_met_before_a_quarter_has_passed() -> None:
    """The first ask has to be 91 days old."""
    plan = ct.Plan(records=[GRACE.evolve(met="2025-01-06"), GOAL])

    assert [0, 1] == counts(plan, "nobody-new", "2026-04-05", "2026-04-06")


# --- Searching and learning alone --------------------------------------------------------------


SENT = [record for day in (3, 4, 5) for record in applied(f"2026-02-0{day}", f"m{day}")]


def test_searching_alone() -> None:
    """A notice for three applications in the 28 days before, with no talk in them or today."""
    plan = PLAN.add(*SENT)
    steps = tuple(record for record in SENT if isinstance(record, ct.Step))

    assert [0, 1] == counts(plan, "searching-alone", "2026-02-05", "2026-02-06")
    assert [("notice", "network", {"count": 3}, steps)] == found(plan, "searching-alone", "2026-02-06")
    assert [1, 0] == counts(plan, "searching-alone", "2026-03-03", "2026-03-04")
    for day, count in (("2026-01-08", 1), ("2026-01-09", 0), ("2026-02-06", 0)):
        assert [count] == counts(plan + talk(day), "searching-alone", "2026-02-06")


def effort(minutes: int, on: str = "2026-02-02", **fields: str) -> ct.Effort:
    """Some minutes on something."""
    return ct.Effort(on=on, minutes=minutes, **fields)  # type: ignore[arg-type]


WORLD = [
    ct.Skill(name="SQL"),
    ct.Course(title="Course"),
    ct.Event(title="Evening"),
    ct.Transition(id="lead", on="2026-01-01"),
    ct.Goal(on="2026-01-01", id="learn", title="Learn", pillar="skills"),
    ct.Goal(on="2026-01-01", id="meet", title="Meet", pillar="network"),
    ct.Routine(id="read", on="2026-01-01", pillar="skills", minutes=60),
    ct.Routine(id="call", on="2026-01-01", pillar="network", minutes=60),
]


def test_skills_only() -> None:
    """A notice for four hours on skills alone in the 28 days before, with no talk in them or today."""
    efforts = [
        effort(100, skill="sql"),
        effort(50, course="course"),
        effort(40, goal="learn"),
        effort(30, routine="read"),
        effort(20, pillar="skills"),
    ]
    plan = PLAN.add(*WORLD, *efforts)
    said = found(plan, "skills-only", "2026-02-03")

    assert [("notice", "network", {"minutes": 240})] == [each[:3] for each in said]
    assert set(efforts) == set(said[0][3])
    assert [0, 1, 1, 0] == counts(plan, "skills-only", "2026-02-02", "2026-02-03", "2026-03-02", "2026-03-03")
    assert [0] == counts(plan.without(efforts[4]) + effort(19, pillar="skills"), "skills-only", "2026-02-03")
    for day, count in (("2026-01-05", 1), ("2026-01-06", 0), ("2026-02-03", 0)):
        assert [count] == counts(plan + talk(day), "skills-only", "2026-02-03")


@pytest.mark.parametrize(
    "elsewhere",
    [
        {"event": "evening"},
        {"transition": "lead"},
        {"goal": "meet"},
        {"routine": "call"},
        {"pillar": "network"},
    ],
    ids=lambda fields: next(iter(fields)),
)
def test_effort_elsewhere(elsewhere: dict[str, str]) -> None:
    """A minute is enough."""
    plan = PLAN.add(*WORLD, effort(300, skill="sql"))

    assert [1] == counts(plan, "skills-only", "2026-02-03")
    for day in ("2026-02-02", "2026-02-03"):
        assert [0] == counts(plan + effort(1, on=day, **elsewhere), "skills-only", "2026-02-03")


# --- Help and advice ---------------------------------------------------------------------------


def test_thanks_owed() -> None:
    """A hint from a week after a talk that helped, for 91 days, until they were thanked or helped."""
    helped = talk("2026-01-05", "grace", "bob", helped="me")
    plan = PLAN + helped

    assert [0, 1, 1, 0] == counts(plan, "thanks-owed", "2026-01-11", "2026-01-12", "2026-04-06", "2026-04-07")
    assert [("hint", "network", {"count": 2, "contacts": "grace, bob"}, (helped,))] == found(
        plan, "thanks-owed", "2026-01-12"
    )
    assert [{"count": 1, "contacts": "bob"}] == params(
        plan + talk("2026-01-05", type="thanks"), "thanks-owed", "2026-01-12"
    )
    for side in ("them", "both"):
        given = talk("2026-01-09", "grace", "bob", helped=side)
        assert [0] == counts(plan + given, "thanks-owed", "2026-01-12")
    assert [1] == counts(
        plan + talk("2026-01-04", "grace", "bob", type="thanks"), "thanks-owed", "2026-01-12"
    )


def test_help_one_way() -> None:
    """A hint from the day after the third talk of 91 days that helped the owner, and none the others."""
    helped = [talk(f"2026-01-0{day}", helped="me") for day in (5, 6, 7)]
    plan = PLAN.add(*helped)

    assert [0, 1] == counts(plan, "help-one-way", "2026-01-07", "2026-01-08")
    assert [("hint", "network", {"count": 3}, tuple(helped))] == found(plan, "help-one-way", "2026-01-08")
    assert [1, 0] == counts(plan, "help-one-way", "2026-04-06", "2026-04-07")
    for side in ("them", "both"):
        for day in ("2026-01-04", "2026-01-08"):
            assert [0] == counts(plan + talk(day, "bob", helped=side), "help-one-way", "2026-01-08")


ADVICE = talk("2026-01-05", "grace", id="talk", advice="Call them", transition="lead")
ADVISED = PLAN.add(ct.Transition(id="lead", on="2026-01-01"), ct.Skill(name="SQL"), ADVICE)


def test_advice_not_used() -> None:
    """A hint from four weeks to 91 days after."""
    facts = {"on": "2026-01-05", "contacts": "grace"}

    assert [0, 1, 1, 0] == counts(
        ADVISED, "advice-not-used", "2026-02-01", "2026-02-02", "2026-04-06", "2026-04-07"
    )
    assert [("hint", "network", facts, (ADVICE,))] == found(ADVISED, "advice-not-used", "2026-02-02")


@pytest.mark.parametrize(
    ("record", "count"),
    [
        (talk("2026-01-06"), 0),
        (talk("2026-01-05", type="thanks"), 1),
        (talk("2026-01-06", "bob"), 1),
        (talk("2026-01-06", "bob", transition="lead"), 0),
        (ct.Step(on="2026-01-06", transition="lead", stage="applied"), 0),
        (ct.Step(on="2026-01-05", transition="lead", stage="lead"), 1),
        (effort(9, on="2026-01-06", transition="lead"), 0),
        (effort(9, on="2026-01-06", skill="sql"), 1),
        (ct.Commitment(id="p", on="2026-01-05", what="Call", to="grace"), 0),
        (ct.Commitment(id="p", on="2026-01-05", what="Call", by="grace"), 0),
        (ct.Commitment(id="p", on="2026-01-04", what="Call", by="grace"), 1),
        (ct.Commitment(id="p", on="2026-01-05", what="Call", pillar="change", conversation="talk"), 0),
    ],
    ids=lambda value: getattr(value, "kind", None),
)
def test_what_may_have_come_of_advice(record: Record, count: int) -> None:
    """A later talk, a promise, or anything on the move that it was about."""
    assert [count] == counts(ADVISED + record, "advice-not-used", "2026-02-02")


def test_advice_about_no_move() -> None:
    """What is done on other moves is not about it."""
    plan = PLAN.add(*applied("2026-01-06"), talk("2026-01-05", advice="Rest"))

    assert [1] == counts(plan, "advice-not-used", "2026-02-02")


# --- Events ------------------------------------------------------------------------------------


@pytest.mark.parametrize("starts", ["2026-03-12", "2026-03-12T18:30"])
def test_event_ahead(starts: str) -> None:
    """A warning from a week before to the day itself, unless it was called off."""
    event = ct.Event(title="Evening", starts=starts, zone="Europe/Berlin" if "T" in starts else None)
    plan = ct.Plan(records=[event, ct.Event(title="Some day")])

    assert [0, 1, 1, 0] == counts(plan, "event-ahead", "2026-03-04", "2026-03-05", "2026-03-12", "2026-03-13")
    assert [("warning", "network", {"id": "evening", "on": "2026-03-12"}, (event,))] == found(
        plan, "event-ahead", "2026-03-05"
    )
    assert [1, 0] == counts(
        plan + ct.Resolution(on="2026-03-06", event="evening", outcome="dropped"),
        "event-ahead",
        "2026-03-05",
        "2026-03-06",
    )


def test_event_without_follow_up() -> None:
    """A hint from a week to 91 days after, for those met there with no talk since the day of it."""
    there = [BOB.evolve(met_at="evening"), GRACE.evolve(met_at="evening")]
    plan = ct.Plan(records=[ct.Event(title="Evening", starts="2026-01-05"), *there])
    at_it = talk("2026-01-05", "grace", "bob", event="evening")

    assert [0, 1, 1, 0] == counts(
        plan, "event-without-follow-up", "2026-01-11", "2026-01-12", "2026-04-06", "2026-04-07"
    )
    assert [
        ("hint", "network", {"id": "evening", "count": 2, "contacts": "bob, grace"}, tuple(there))
    ] == found(plan + at_it, "event-without-follow-up", "2026-01-12")
    assert [{"id": "evening", "count": 1, "contacts": "bob"}] == params(
        plan + talk("2026-01-06"), "event-without-follow-up", "2026-01-12"
    )
    assert [0] == counts(plan + talk("2026-01-06", "grace", "bob"), "event-without-follow-up", "2026-01-12")


def test_an_event_without_a_day_has_no_week_after() -> None:
    """Nor has one that nobody was met at."""
    undated = ct.Plan(records=[ct.Event(title="Evening"), GRACE.evolve(met_at="evening")])

    assert [0] == counts(undated, "event-without-follow-up", "2026-01-12")
    assert [0] == counts(
        PLAN + ct.Event(title="Evening", starts="2026-01-05"), "event-without-follow-up", "2026-01-12"
    )
