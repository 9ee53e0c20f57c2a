"""The rules between the fields of one record: each names both."""

from typing import Any

import pytest
from tests.records.samples import INTERESTS, SAMPLES

import careertrack as ct
from careertrack.fields import Base

GOAL = {"on": "2026-01-05", "title": "Apply", "pillar": "change"}
CURVE = GOAL | {"baseline": 10, "target": 4, "due": "2026-06-01"}
DAY = {"on": "2026-01-05"}
PROMISE = DAY | {"id": "send", "what": "send it"}
ROUTINE = DAY | {"id": "apply", "pillar": "change"}
MOVE = DAY | {"title": "Data lead"}
EVENT = {"title": "PyData"}
SETBACK = DAY | {"id": "hm", "what": "hm"}
SQL = {"skill": "sql", "level": 3}

RULES: list[tuple[type[Base], dict[str, Any], str]] = [
    # the class, fields that do not fit together, what is said of them
    (
        ct.Position,
        {"title": "Analyst", "started": "2021-05-02", "ended": "2021-05-01"},
        "Position.ended: must be no earlier than Position.started, 2021-05-02, got '2021-05-01'",
    ),
    (
        ct.Position,
        {"title": "Analyst", "started": "2021-05", "ended": "2020"},
        "Position.ended: must be no earlier than Position.started, 2021-05, got '2020'",
    ),
    (
        ct.Position,
        {"title": "Analyst", "started": "2021", "ended": "2020-12-31"},
        "Position.ended: must be no earlier than Position.started, 2021, got '2020-12-31'",
    ),
    (ct.Interests, INTERESTS | {"low": 10}, "Interests.high: must be above Interests.low, 10, got 10"),
    (
        ct.Interests,
        INTERESTS | {"social": 11},
        "Interests.social: must be a number from 0 to 10, this profile's scale, got 11",
    ),
    (
        ct.Interests,
        INTERESTS | {"realistic": -1},
        "Interests.realistic: must be a number from 0 to 10, this profile's scale, got -1",
    ),
    (
        ct.Need,
        {"criterion": "remote", "at_least": 3, "at_most": 2},
        "Need.at_most: must be no less than Need.at_least, 3, got 2",
    ),
    (
        ct.Priorities,
        DAY | {"motivators": ["pay", "learning", "pay"]},
        "Priorities.motivators: must be ranked once each, got a tuple of 3",
    ),
    (
        ct.Reflection,
        DAY | {"activity": "workshop"},
        "Reflection.energy: must be given, or engagement, confidence, hope, went_well, or decision, got None",
    ),
    (
        ct.Reflection,
        DAY | {"energy": 1, "look_back": "2026-07-01"},
        "Reflection.look_back: must be given with a decision, got '2026-07-01'",
    ),
    (
        ct.Reflection,
        DAY | {"decision": "go on", "look_back": "2026-01-05"},
        "Reflection.look_back: must be after Reflection.on, 2026-01-05, got '2026-01-05'",
    ),
    (ct.Capacity, DAY, "Capacity.minutes: must be given, or training_budget, got None"),
    (
        ct.Runway,
        DAY | {"savings": "1 EUR", "spending": "1 GBP"},
        "Runway.spending: must be in the currency of Runway.savings, EUR, got '1 GBP'",
    ),
    (
        ct.Runway,
        DAY | {"savings": "1 EUR", "spending": "1 EUR", "income": "1 GBP"},
        "Runway.income: must be in the currency of Runway.savings, EUR, got '1 GBP'",
    ),
    (
        ct.Runway,
        DAY | {"savings": "1 EUR", "spending": "1 EUR", "income_until": "2026-06-30"},
        "Runway.income_until: must be given with an income, got '2026-06-30'",
    ),
    (
        ct.Role,
        {"title": "Data lead", "requires": [SQL, SQL | {"level": 4}]},
        "Role.requires: must be a list that names each skill once, got a tuple of 2",
    ),
    (
        ct.Course,
        {"title": "SQL", "teaches": [SQL, SQL]},
        "Course.teaches: must be a list that names each skill once, got a tuple of 2",
    ),
    (
        ct.Goal,
        GOAL | {"anchors": ["a", "b", "c", "d"]},
        "Goal.anchors: must be five texts, for -2, -1, 0, 1 and 2, got a personal value",
    ),
    (ct.Goal, GOAL | {"parent": "apply"}, "Goal.parent: must be another goal, got 'apply'"),
    (ct.Goal, GOAL | {"baseline": 2}, "Goal.baseline: must be given with a target, got 2"),
    (
        ct.Goal,
        GOAL | {"milestones": [{"due": "2026-02-01", "value": 1}]},
        "Goal.milestones: must be given with a target, got a tuple of 1",
    ),
    (ct.Goal, GOAL | {"target": 0}, "Goal.target: must be other than Goal.baseline, 0, got 0"),
    (
        ct.Goal,
        GOAL | {"baseline": 2.5, "target": 2.5},
        "Goal.target: must be other than Goal.baseline, 2.5, got 2.5",
    ),
    (
        ct.Goal,
        CURVE | {"milestones": [{"due": "2026-03-01", "value": 8}, {"due": "2026-03-01", "value": 6}]},
        "Goal.milestones: must be a list whose days rise strictly, all before Goal.due, got a tuple of 2",
    ),
    (
        ct.Goal,
        CURVE | {"milestones": [{"due": "2026-06-01", "value": 8}]},
        "Goal.milestones: must be a list whose days rise strictly, all before Goal.due, got a tuple of 1",
    ),
    *(
        (
            ct.Goal,
            CURVE
            | {"milestones": [{"due": "2026-02-01", "value": 9}, {"due": "2026-03-01", "value": value}]},
            "Goal.milestones: must be a list whose values move strictly from Goal.baseline to Goal.target, "
            "got a tuple of 2",
        )
        for value in (9, 10, 4, 3)
    ),
    (ct.CheckIn, DAY | {"goal": "apply"}, "CheckIn.value: must be given, or level, got None"),
    (
        ct.Contact,
        {"id": "grace", "name": "Grace", "introduced_by": "grace"},
        "Contact.introduced_by: must be another contact, got 'grace'",
    ),
    (
        ct.Event,
        EVENT | {"starts": "2026-03-12T18:30"},
        "Event.zone: must be given, since Event.starts is a time, got None",
    ),
    (
        ct.Event,
        EVENT | {"starts": "2026-03-12", "zone": "Europe/Berlin"},
        "Event.zone: must be left out, since Event.starts is no time, got 'Europe/Berlin'",
    ),
    (
        ct.Event,
        EVENT | {"zone": "Europe/Berlin"},
        "Event.zone: must be left out, since Event.starts is no time, got 'Europe/Berlin'",
    ),
    (
        ct.Commitment,
        PROMISE,
        "Commitment.pillar: must be given, since the promise is to oneself; or give by or to, got None",
    ),
    *(
        (
            ct.Commitment,
            PROMISE | {side: "grace", "pillar": "change"},
            "Commitment.pillar: must be left out, since the promise is not to oneself, got 'change'",
        )
        for side in ("by", "to")
    ),
    (
        ct.Commitment,
        PROMISE | {"by": "grace", "to": "grace"},
        "Commitment.to: must be another contact than Commitment.by, got 'grace'",
    ),
    (ct.Routine, ROUTINE, "Routine.minutes: must be given, or times, got None"),
    (
        ct.Routine,
        ROUTINE | {"minutes": 60, "times": 2, "of": "events"},
        "Routine.times: must be left out, since it is about Routine.minutes, got 2",
    ),
    (ct.Routine, ROUTINE | {"times": 2}, "Routine.of: must be given with times, got None"),
    (
        ct.Routine,
        ROUTINE | {"minutes": 60, "of": "events"},
        "Routine.of: must be given with times, got 'events'",
    ),
    *(
        (
            cls,
            given | {"until": "2026-01-04"},
            f"{cls.__name__}.until: must be no earlier than {cls.__name__}.on, 2026-01-05, got '2026-01-04'",
        )
        for cls, given in (
            (ct.Routine, ROUTINE | {"minutes": 60}),
            (ct.Cadence, DAY | {"id": "weekly", "contact": "grace", "every": "week"}),
            (ct.Pause, DAY),
        )
    ),
    (
        ct.Effort,
        DAY | {"minutes": 45},
        "Effort.routine: must be given, or goal, course, skill, transition, event, or pillar, got None",
    ),
    (
        ct.Effort,
        DAY | {"minutes": 45, "pillar": "skills", "skill": "sql"},
        "Effort.pillar: must be left out, since it is about Effort.skill, got 'skills'",
    ),
    (
        ct.Transition,
        MOVE | {"pay_from": "60000 EUR", "pay_to": "70000 GBP"},
        "Transition.pay_to: must be in the currency of Transition.pay_from, EUR, got '70000 GBP'",
    ),
    (
        ct.Transition,
        MOVE | {"pay_from": "60000 EUR", "pay_to": "59999.99 EUR"},
        "Transition.pay_to: must be no less than Transition.pay_from, 60000 EUR, got '59999.99 EUR'",
    ),
    (
        ct.Offer,
        DAY | {"transition": "x", "answer_by": "2026-01-04"},
        "Offer.answer_by: must be no earlier than Offer.on, 2026-01-05, got '2026-01-04'",
    ),
    (
        ct.Offer,
        DAY
        | {
            "transition": "x",
            "ratings": [{"criterion": "pay", "value": 1}, {"criterion": "pay", "value": 2}],
        },
        "Offer.ratings: must be a list that names each criterion once, got a tuple of 2",
    ),
    *(
        (
            ct.Setback,
            SETBACK | {one: "x", other: "y"},
            f"Setback.{other}: must be left out, since it is about Setback.{one}, got 'y'",
        )
        for one, other in (("transition", "goal"), ("transition", "conversation"), ("goal", "conversation"))
    ),
    (
        ct.Resolution,
        DAY,
        "Resolution.goal: must be given, or course, commitment, routine, cadence, event, or setback, "
        "got None",
    ),
    (
        ct.Resolution,
        DAY | {"event": "x", "course": "y"},
        "Resolution.event: must be left out, since it is about Resolution.course, got 'x'",
    ),
    (
        ct.Resolution,
        DAY | {"course": "y", "expires": "2028-02-29"},
        "Resolution.expires: must be given with a credential, got '2028-02-29'",
    ),
]

FITTING: list[tuple[type[Base], dict[str, Any]]] = [
    # the nearest that is let through
    (ct.Position, {"title": "Analyst", "started": "2021-05-02", "ended": "2021-05-02"}),
    (ct.Position, {"title": "Analyst", "started": "2021-05-02", "ended": "2021-05"}),
    (ct.Position, {"title": "Analyst", "started": "2021-05", "ended": "2021"}),
    (ct.Position, {"title": "Analyst", "started": "2021", "ended": "2021-01-01"}),
    (ct.Position, {"title": "Analyst", "ended": "2021-01-01"}),
    (ct.Interests, INTERESTS | {"realistic": 0, "social": 10}),
    (ct.Need, {"criterion": "remote", "at_least": 2, "at_most": 2}),
    (ct.Reflection, DAY | {"decision": "go on", "look_back": "2026-01-06"}),
    (ct.Reflection, DAY | {"hope": 0}),
    (ct.Capacity, DAY | {"minutes": 0}),
    (ct.Goal, GOAL | {"baseline": 0, "target": -1}),
    (ct.Goal, CURVE | {"milestones": [{"due": "2026-05-31", "value": 4.1}]}),
    (ct.Goal, GOAL | {"target": 3, "milestones": [{"due": "2026-02-01", "value": 1}]}),
    (ct.CheckIn, DAY | {"goal": "apply", "level": 0}),
    (ct.Event, EVENT | {"starts": "2026-03-12"}),
    (ct.Commitment, PROMISE | {"by": "grace"}),
    (ct.Commitment, PROMISE | {"by": "grace", "to": "ada"}),
    (ct.Routine, ROUTINE | {"minutes": 60, "until": "2026-01-05"}),
    (ct.Pause, DAY | {"until": "2026-01-05"}),
    (ct.Transition, MOVE | {"pay_from": "60000 EUR", "pay_to": "60000 EUR"}),
    (ct.Transition, MOVE | {"pay_to": "60000 EUR"}),
    (ct.Offer, DAY | {"transition": "x", "answer_by": "2026-01-05"}),
    (ct.Runway, DAY | {"savings": "-1 EUR", "spending": "0 EUR", "income": "0 EUR"}),
]


@pytest.mark.parametrize(("cls", "given", "said"), RULES)
def test_what_does_not_fit(cls: type[Base], given: dict[str, Any], said: str) -> None:
    """Fields that do not fit together are told at the one to change, with the other's path or name."""
    with pytest.raises(ct.InvalidValue) as caught:
        cls(**given)

    assert said == str(caught.value)


@pytest.mark.parametrize(("cls", "given"), FITTING)
def test_what_just_fits(cls: type[Base], given: dict[str, Any]) -> None:
    """What just fits is let through."""
    assert given.keys() <= {*cls(**given).fields_to_dict(), *(name for name in given if given[name] == 0)}


def test_every_rule_is_tried() -> None:
    """Each class that has a rule between fields has it tried here."""
    ruled = {cls for cls in SAMPLES if cls.rules is not Base.rules or cls.one_of or cls.any_of}

    assert ruled == {cls for cls, _, _ in RULES}


def test_several_rules_at_once() -> None:
    """Every rule between fields that is broken is told."""
    with pytest.raises(ct.InvalidValue) as caught:
        ct.Goal(
            **GOAL
            | {
                "anchors": ["a"],
                "parent": "apply",
                "baseline": 1,
                "milestones": [{"due": "2026-02-01", "value": 1}],
            }
        )

    expected = ["Goal.anchors", "Goal.parent", "Goal.baseline", "Goal.milestones"]
    assert expected == [issue.path for issue in caught.value.issues]


def test_fields_come_first() -> None:
    """Rules between fields are judged only where the fields are sound."""
    with pytest.raises(ct.InvalidValue) as caught:
        ct.Pause(on="2026-01-05", until="2026-01-04", why="tired")  # type: ignore[arg-type]

    assert ["Pause.why"] == [issue.path for issue in caught.value.issues]


def test_at_its_own_place_within_a_record() -> None:
    """A rule of a part names paths below the record."""
    with pytest.raises(ct.InvalidValue) as caught:
        ct.Priorities(on="2026-01-05", needs=[{"criterion": "remote", "at_least": 3, "at_most": 2}])  # type: ignore[list-item]

    said = "Priorities.needs[0].at_most: must be no less than Priorities.needs[0].at_least, 3, got 2"
    assert said == str(caught.value)


def test_interests_in_letters() -> None:
    """The three highest interests give the letters, ties in the order R I A S E C."""
    flat = ct.Interests(**dict.fromkeys(list(INTERESTS)[:6], 4))
    own = ct.Interests(**INTERESTS)

    assert ("RIA", "ICA") == (flat.letters, own.letters)
    assert {"R": 2.0, "I": 9.0, "A": 4.0, "S": 3.0, "E": 3.0, "C": 5.0} == own.scores
