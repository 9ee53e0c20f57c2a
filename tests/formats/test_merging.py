"""Importing again changes nothing, and never what the person has changed."""

from typing import Any

import pytest

import careertrack as ct
from careertrack.formats.merging import Made, held, settled
from careertrack.formats.reading import Report

SQL = ct.Skill(name="SQL", source="O*NET")
MOVE = ct.Transition(id="move", on="2026-01-10", title="Analyst")
APPLIED = ct.Step(id="applied", on="2026-01-10", transition="move", stage="applied", tracked=False)
GRACE = ct.Contact(id="p-1", name="Grace", emails=["g@x.example"], extra={"linkedin": {"a": 1}})
MADE = (SQL, GRACE, MOVE, APPLIED)


def settle(plan: ct.Plan | None) -> tuple[list[str | None], int, list[str | None], list[str]]:
    """The ids that are new, how many are held, the ids that differ, and what is reported."""
    report = Report()
    found = settled([Made(record, "x.csv", i) for i, record in enumerate(MADE, 2)], plan, report)
    new, differing = ([record.id for record in records] for records in (found.records, found.differing))
    return new, found.held, differing, list(map(str, report.issues()))


@pytest.mark.parametrize("into", [[GRACE], GRACE, "plan.json", ct.Plan().as_of("2026-01-01")])
def test_into_what_is_no_plan(into: Any) -> None:
    """What is imported into is a plan, and nothing that may look like one."""
    with pytest.raises(ct.InvalidValue, match="into: must be a plan, got "):
        held(into, ct.Contact)


def test_what_a_plan_has_of_a_class() -> None:
    """Records of one class are looked up in a plan, and there are none without one."""
    assert ((GRACE,), ()) == (held(ct.Plan(records=MADE), ct.Contact), held(None, ct.Contact))


def test_without_a_plan_all_is_new() -> None:
    """Without a plan all records are new, in a ledger's order."""
    assert (["sql", "p-1", "move", "applied"], 0, [], []) == settle(None) == settle(ct.Plan())


def test_what_a_plan_holds_is_held() -> None:
    """What a plan holds as it is, is held, whatever else it holds."""
    plan = ct.Plan(records=MADE).add(ct.Capacity(on="2026-01-05", minutes=300))

    assert ([], 4, [], []) == settle(plan)


def test_what_the_person_added_is_no_difference() -> None:
    """What only the plan says does not contradict the import."""
    plan = ct.Plan(records=MADE)
    plan = plan.replace(
        GRACE,
        GRACE.evolve(trust=5, emails=["g@x.example", "h@x.example"], extra={"linkedin": {"a": 1}, "b": {}}),
    )
    plan = plan.revise(ct.Contact, "p-1", on="2026-02-01", name="Grace H.")

    assert ([], 4, [], []) == settle(plan)


@pytest.mark.parametrize(
    ("old", "new", "issue"),
    [
        pytest.param(
            GRACE,
            GRACE.evolve(name="G.", emails=[]),
            "x.csv: row 3: contact p-1 has another name, emails in the plan, which stays",
            id="contact",
        ),
        pytest.param(
            GRACE,
            GRACE.evolve(extra={}),
            "x.csv: row 3: contact p-1 has another extra in the plan, which stays",
            id="extra",
        ),
        pytest.param(
            MOVE,
            MOVE.evolve(on="2026-01-09"),
            "x.csv: row 4: transition move has another on in the plan, which stays",
            id="another day",
        ),
        pytest.param(
            APPLIED,
            APPLIED.evolve(on="2026-01-12", tracked=True),
            "x.csv: row 5: step applied has another on, tracked in the plan, which stays",
            id="fact",
        ),
    ],
)
def test_an_edit_stays(old: ct.Contact, new: ct.Contact, issue: str) -> None:
    """A record that the person has corrected stays as it is, and the difference is reported."""
    plan = ct.Plan(records=MADE).replace(old, new)

    assert ([], 4, [old.id], [issue]) == settle(plan)


def test_a_fact_before_its_definition_is_left_out() -> None:
    """What would come before the first day of what it is about is reported, since no plan could hold it."""
    plan = ct.Plan(records=[MOVE.evolve(on="2026-01-12")])
    new, held, differing, issues = settle(plan)

    assert (["sql", "p-1"], 1, ["move"]) == (new, held, differing)
    assert (
        "x.csv: row 5: is about transition move, which begins on 2026-01-12 in the plan: not taken"
        == issues[-1]
    )


def test_records_of_a_newer_version_hold_their_id() -> None:
    """A record that this version cannot read holds its id all the same."""
    record = '{"kind": "transition", "id": "move", "on": "2026-01-10", "type": "sabbatical"}'
    plan = ct.loads(f'{{"careertrack": "1.9", "owner": "", "records": [{record}]}}')

    assert (["sql", "p-1", "applied"], 1, [], []) == settle(plan)
