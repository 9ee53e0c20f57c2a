"""Findings as a whole: complete, in order, kind, and free of private words."""

import json
import pickle
import re
from datetime import date, timedelta
from string import Formatter

import pytest
from tests.findings.asking import codes

import careertrack as ct
from careertrack.findings import RULES
from careertrack.pillars.finding import CODES
from careertrack.record import Record

PRIVATE = "a private matter"
NEED = [ct.Requirement(skill=id, level=4) for id in ("sql", "python")]
RECORDS: tuple[Record, ...] = (
    ct.Skill(name="SQL", note=PRIVATE),
    ct.Skill(name="Python"),
    ct.Role(title="Data lead", requires=NEED),
    ct.Course(title="Statistics", due="2026-02-01", note=PRIVATE),
    ct.Course(title="First aid"),
    ct.Course(title="Fire safety"),
    ct.Contact(id="c1", name="Grace Hopper", organization="Navy", relations=["manager"]),
    ct.Contact(id="c2", name="Bob Bemer", title="Wizard"),
    ct.TargetRole(on="2026-01-05", roles=["data-lead"]),
    ct.Assessment(on="2025-01-01", skill="sql", level=3),
    ct.Goal(
        on="2026-01-05", title="Apply", pillar="change", target=10, due="2026-02-01", chance=0.9, note=PRIVATE
    ),
    ct.Goal(on="2026-01-05", title="Be happier", pillar="direction"),
    ct.Cadence(id="talk", on="2026-01-05", contact="c2", every="2 weeks"),
    ct.Commitment(id="p1", on="2026-01-05", what=PRIVATE, to="c2", due="2026-02-01"),
    ct.Transition(id="t1", on="2026-01-05", note=PRIVATE),
    ct.Transition(id="t2", on="2026-01-05"),
    ct.Step(on="2026-01-06", transition="t1", stage="applied", tracked=False, sent=PRIVATE),
    ct.Step(on="2026-01-06", transition="t2", stage="rejected"),
    ct.Step(on="2026-01-08", transition="t2", stage="interviewing"),
    ct.Offer(on="2026-01-10", transition="t2", answer_by="2026-02-01"),
    ct.Resolution(on="2026-01-10", course="first-aid", credential="First aid", expires="2026-04-01"),
    ct.Resolution(on="2026-01-10", course="fire-safety", credential="Fire safety", expires="2026-02-01"),
    ct.Effort(on="2026-01-12", minutes=30, course="first-aid", note=PRIVATE),
    ct.Setback(id="s1", on="2026-01-20", what=PRIVATE, obstacle=PRIVATE),
)
PLAN = ct.Plan(owner="Ada", records=RECORDS)
DAY = "2026-03-01"
SAID = (*PLAN.findings(DAY), *ct.Plan().findings(DAY))


def test_every_code_is_found_and_has_a_sentence() -> None:
    """Each code is produced by some rule, and nothing without a sentence is."""
    assert set(CODES) == {finding.code for finding in SAID}


def test_there_are_a_dozen_rules_each_with_its_sentence() -> None:
    """One rule, one function, one docstring that states it, each once."""
    assert len(set(RULES)) == len(RULES) > 12
    assert all(rule.__doc__ for rule in RULES)


@pytest.mark.parametrize("finding", SAID, ids=lambda finding: finding.code)
def test_a_sentence_uses_every_fact(finding: ct.Finding) -> None:
    """The message is made of the params, no brace is left, and no param is there for nothing."""
    from careertrack.pillars.finding import _SENTENCES

    named = {name for _, name, _, _ in Formatter().parse(_SENTENCES[finding.code]) if name}

    assert named == set(finding.params)
    assert finding.message == str(finding)
    assert not re.search(r"[{}]|None", finding.message)
    assert all(str(value) in finding.message for value in finding.params.values())


@pytest.mark.parametrize("finding", SAID, ids=lambda finding: finding.code)
def test_nothing_private_is_said(finding: ct.Finding) -> None:
    """Neither message nor data nor repr holds a name, an employer of others or free text."""
    said = f"{finding}{finding!r}{json.dumps(finding.to_dict())}"

    assert [] == [word for word in (PRIVATE, "Grace", "Bob", "Navy", "Wizard", "Ada") if word in said]


@pytest.mark.parametrize("finding", SAID, ids=lambda finding: finding.code)
def test_a_finding_is_kind(finding: ct.Finding) -> None:
    """Facts, and no blame: none of the words that judge a person."""
    assert not re.search(
        r"\b(fail|failed|failure|lazy|bad|wrong|should|must|poor|sorry)\b|!", finding.message
    )


def test_the_pressing_come_first() -> None:
    """Warnings, notices, hints; within each the order of the pillars."""
    severities = ("warning", "notice", "hint")
    pillars = ("direction", "skills", "manager", "network", "change", "perseverance")
    places = [(severities.index(each.severity), pillars.index(each.pillar)) for each in PLAN.findings(DAY)]

    assert sorted(places) == places
    assert 3 == len({place for place, _ in places})


def test_within_a_rule_the_order_is_that_of_the_ledger() -> None:
    """Not that of adding: same records and same day, same findings."""
    assert PLAN.findings(DAY) == ct.Plan("Ada", reversed(RECORDS)).findings(DAY)
    assert ["t1", "t2"] == [record.id for record in PLAN.as_of(DAY).standing(ct.Transition)]


def test_what_comes_later_is_not_found() -> None:
    """On each day the findings are those of the records by then."""
    for day in (date(2026, 1, 1) + timedelta(days) for days in range(0, 60, 7)):
        known = ct.Plan("Ada", [each for each in RECORDS if each.on is None or each.on <= day])

        assert known.findings(day) == PLAN.findings(day)


def test_nothing_is_found_where_all_is_set_out() -> None:
    """A plan in good order has none."""
    plan = ct.Plan(
        records=[
            ct.Skill(name="SQL"),
            ct.Role(title="Data lead", requires=NEED[:1]),
            ct.TargetRole(on="2026-01-05", roles=["data-lead"]),
            ct.Assessment(on="2026-01-05", skill="sql", level=4),
            ct.Goal(on="2026-01-05", title="Apply", pillar="change", target=10, due="2026-06-01", chance=0.5),
        ]
    )

    assert [] == codes(plan, "2026-01-06")


def test_a_finding_is_data() -> None:
    """It compares, hashes and pickles as what it says, and is plain data for a log."""
    one, other = PLAN.findings(DAY), PLAN.findings(DAY)

    assert one == other == pickle.loads(pickle.dumps(one))
    assert set(one) == set(other)
    assert {
        "code": "goal-past-due",
        "severity": "warning",
        "pillar": "direction",
        "params": {"id": "apply", "due": "2026-02-01"},
        "message": "goal apply was due on 2026-02-01 and is still open: reach it, move it or let it go",
    } == one[0].to_dict()
