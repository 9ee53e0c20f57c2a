"""What only a newer version can read is in no mapping, and no rule trips over it."""

import json

import careertrack as ct
from careertrack.record import Unreadable

ON = "2026-01-05"
DAY = "2026-02-02"
BEFORE = "2026-02-01"
RECORDS: tuple[dict[str, object], ...] = (
    {"kind": "contact", "id": "ann", "name": "Ann"},
    {"kind": "goal", "id": "whole", "on": ON, "title": "Whole", "pillar": "health"},
    {
        "kind": "goal",
        "id": "part",
        "on": ON,
        "title": "Part",
        "pillar": "skills",
        "parent": "whole",
        "due": DAY,
    },
    {"kind": "routine", "id": "run", "on": ON, "pillar": "health", "minutes": 60},
    {"kind": "effort", "on": BEFORE, "minutes": 300, "pillar": "skills"},
    {"kind": "effort", "on": BEFORE, "minutes": 300, "routine": "run"},
    {"kind": "effort", "on": BEFORE, "minutes": 300, "goal": "whole"},
    {"kind": "transition", "id": "year-off", "on": ON, "type": "sabbatical"},
    {"kind": "step", "on": ON, "transition": "year-off", "stage": "applied"},
    {"kind": "conversation", "on": ON, "contacts": ["ann"], "advice": "Rest", "transition": "year-off"},
    {
        "kind": "cadence",
        "id": "talk",
        "on": ON,
        "contact": "ann",
        "every": "1 week",
        "counted_from": "new moon",
    },
    {"kind": "commitment", "id": "p", "on": ON, "what": "Call", "pillar": "health", "due": "2026-01-09"},
    {"kind": "position", "id": "sailor", "type": "sailing", "ended": "2020"},
)


def test_rules_get_along_without_what_they_cannot_read() -> None:
    """A goal, a routine, a rhythm, a promise, a move and a position with words this version does not know."""
    plan = ct.loads(json.dumps({"careertrack": "1.9", "owner": "Ada", "records": RECORDS}))

    assert 6 == sum(isinstance(each, Unreadable) for each in plan.records)
    assert [
        "interests-not-stated",
        "no-target-role",
        "pillars-not-set-out",
        "priorities-not-stated",
    ] == sorted({finding.code for finding in plan.findings(DAY)} - {"goal-not-measurable", "advice-not-used"})


def test_effort_of_which_it_is_not_known_where_it_went_is_not_on_skills() -> None:
    """With it nothing is said; without it all effort went to skills."""
    known = [each for each in RECORDS if each["kind"] in {"effort"} and "pillar" in each]
    alone = ct.loads(json.dumps({"careertrack": "1.9", "owner": "Ada", "records": known}))
    both = ct.loads(
        json.dumps(
            {
                "careertrack": "1.9",
                "owner": "Ada",
                "records": [each for each in RECORDS if each["kind"] not in {"conversation"}],
            }
        )
    )

    assert "skills-only" in {finding.code for finding in alone.findings(DAY)}
    assert "skills-only" not in {finding.code for finding in both.findings(DAY)}
