"""Findings as a whole: complete, in order, kind, and free of private words."""

import json
import pickle
import re
from datetime import date, timedelta
from string import Formatter
from typing import get_args

import pytest
from tests.findings.asking import codes
from tests.findings.everything import DAY, FULL, PLANS, PRIVATE, SAID

import careertrack as ct
from careertrack.findings import RULES
from careertrack.pillars.finding import _SENTENCES, CODES
from careertrack.vocabulary import Pillar

PLAN = PLANS[0]


def test_every_code_is_found_and_has_a_sentence() -> None:
    """Each code is produced by some rule, and nothing without a sentence is."""
    assert set(CODES) == {finding.code for finding in SAID}


def test_there_is_a_rule_for_each_code() -> None:
    """One code, one rule, one function with a docstring that states it; at least 45 in all six pillars."""
    assert sorted(CODES) == sorted(rule.code for rule in RULES)
    assert len({rule.says for rule in RULES}) == len(RULES) >= 45
    assert set(get_args(Pillar)) == {rule.pillar for rule in RULES}
    assert all(rule.says.__doc__ for rule in RULES)


@pytest.mark.parametrize("finding", SAID, ids=lambda finding: finding.code)
def test_a_sentence_uses_every_fact(finding: ct.Finding) -> None:
    """The message is made of the params, no brace is left, and no param is there for nothing."""
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
        r"\b(fail|failed|failure|lazy|bad|wrong|should|must(?!-have)|poor|sorry)\b|!", finding.message
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
    assert PLAN.findings(DAY) == ct.Plan("Ada", reversed(FULL)).findings(DAY)
    assert ["t5", "t1", "t2", "t3", "t4"] == [record.id for record in PLAN.as_of(DAY).standing(ct.Transition)]


@pytest.mark.parametrize("plan", PLANS, ids=range(len(PLANS)))
def test_what_comes_later_is_not_found(plan: ct.Plan) -> None:
    """On each day the findings are those of the records by then."""
    for day in (date(2026, 2, 1) + timedelta(days) for days in range(0, 130, 13)):
        known = ct.Plan("Ada", [each for each in plan.records if each.on is None or each.on <= day])

        assert known.findings(day) == plan.findings(day)


def test_nothing_is_found_where_all_is_set_out() -> None:
    """A plan in good order has none."""
    plan = ct.Plan(
        records=[
            ct.Skill(name="SQL"),
            ct.Role(title="Data lead", requires=[ct.Requirement(skill="sql", level=4)]),
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
        "params": {"id": "apply", "due": "2026-05-22"},
        "message": "goal apply was due on 2026-05-22 and is still open: reach it, move it or let it go",
    } == one[0].to_dict()
