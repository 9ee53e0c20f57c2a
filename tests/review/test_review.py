"""The review of a day: what it says, as text and as data."""

import json
import pickle
from datetime import date

import pytest

import careertrack as ct

DAY = "2026-03-01"
PLAN = ct.Plan(
    owner="Ada",
    records=[
        ct.Skill(name="SQL"),
        ct.Skill(name="Python"),
        ct.Role(
            title="Data lead",
            requires=[
                ct.Requirement(skill="sql", level=5, importance=5, must_have=True),
                ct.Requirement(skill="python", level=4, importance=3),
            ],
        ),
        ct.Role(title="Analyst", requires=[ct.Requirement(skill="sql", level=4)]),
        ct.TargetRole(on="2026-01-05", roles=["data-lead", "analyst"]),
        ct.Assessment(on="2026-02-01", skill="sql", level=4, by="manager"),
        ct.Goal(on="2026-01-05", title="Apply", pillar="change", target=10, due="2026-06-01"),
        ct.CheckIn(on="2026-02-20", goal="apply", value=4),
    ],
)

TREE = """\
progress on 2026-03-01: 0.600, between 0.467 and 0.633 with 83% known; \
mean of goals and main target role [house]
├─ goals (weight 1 of 2): 0.400, adds 0.200; mean of the goals, weighted by importance [house]
│  └─ apply (weight 1 of 1): 0.400, adds 0.400; 4 on the way from 0 to 10, on 2026-02-20; \
key result [borrowed]
├─ readiness for data-lead (weight 1 of 2): 0.800, between 0.533 and 0.867 with 67% known, adds 0.400; \
min(1, level / required), weighted by (importance - 1) / 4 [house]
│  ├─ sql (weight 1 of 1): 0.800, adds 0.800; level 4 of 5 required, importance 5, by manager on 2026-02-01; \
level / required [house]
│  └─ python (weight 0.5): unknown; level not known, 4 required, importance 3
└─ readiness for analyst (weight 0): 1.000; min(1, level / required), weighted by (importance - 1) / 4 [house]
   └─ sql (weight 0.5 of 0.5): 1.000, adds 1.000; level 4 of 4 required, importance 3, \
by manager on 2026-02-01; level / required [house]"""
BESIDE = """

Data lead:
  proven by others alone: 0.800, between 0.533 and 0.867 with 67% known; \
min(1, level / required), weighted by (importance - 1) / 4 [house]
  must-haves, gate closed:
    sql: not met, level 4 of 5 required
  never assessed: python

Analyst:
  proven by others alone: 1.000; min(1, level / required), weighted by (importance - 1) / 4 [house]"""


def test_it_explains_the_arithmetic() -> None:
    """Progress as a tree, then each target role's proof, gate and gaps."""
    review = PLAN.review(DAY)

    assert TREE + BESIDE == review.explain()


def test_it_explains_only_as_deep_as_asked() -> None:
    """Depth 0 is the whole in a line, depth 1 its halves."""
    lines = TREE.splitlines()
    halves = [lines[0], *(line for line in lines if line.startswith(("├─", "└─")))]

    assert lines[0] + BESIDE == PLAN.review(DAY).explain(depth=0)
    assert "\n".join(halves) + BESIDE == PLAN.review(DAY).explain(depth=1)


def test_what_the_parts_add_sums_to_the_value() -> None:
    """The tree can be redone by hand: at each branch the parts' shares add up."""
    todo = [PLAN.review(DAY).progress]
    while todo:
        score = todo.pop()
        todo += [part.score for part in score.parts]
        if score.parts and score.value is not None:
            known = [part for part in score.parts if part.score.value is not None and part.weight]
            weight = sum(part.weight for part in known)

            assert sum(part.weight * (part.score.value or 0) / weight for part in known) == pytest.approx(
                score.value, abs=1e-12
            )


def test_its_text_ends_with_what_is_worth_knowing() -> None:
    """The findings follow, a line each; where there are none, nothing follows."""
    review = PLAN.review(DAY)
    quiet = ct.Plan(
        records=[
            PLAN.get(ct.Goal, "apply"),
            ct.Role(title="Host"),
            ct.TargetRole(on="2026-01-05", roles=["host"]),
        ]
    )

    assert f"{review.explain()}\n\nworth knowing:\n- {review.findings[0]}" == str(review)
    assert quiet.review("2026-01-05").explain() == str(quiet.review("2026-01-05"))


def test_it_is_plain_data() -> None:
    """JSON of everything it says, exact to the bit."""
    review = PLAN.review(DAY)
    data = review.to_dict()

    assert {
        "day": DAY,
        "progress": review.progress.to_dict(),
        "goals": review.goals.to_dict(),
        "readiness": {id: each.to_dict() for id, each in review.readiness.items()},
        "findings": [
            {
                "code": "skill-never-assessed",
                "severity": "hint",
                "pillar": "skills",
                "params": {"role": "data-lead", "count": 1, "skills": "python"},
                "message": "skills asked for by role data-lead, never assessed yet (1): python",
            }
        ],
    } == data
    assert data == json.loads(json.dumps(data, allow_nan=False))
    assert 0.4 == data["goals"]["parts"][0]["score"]["value"]


def test_it_holds_what_it_is_made_of() -> None:
    """The day, both halves, and the roles in the order they are aimed at."""
    review = PLAN.review(DAY)

    assert date(2026, 3, 1) == review.day
    assert ["data-lead", "analyst"] == list(review.readiness)
    assert review.progress["goals"] == review.goals
    assert review.progress["readiness for data-lead"] == review.readiness["data-lead"].score


def test_two_of_a_day_are_equal() -> None:
    """Same records and same day: equal, and one in a set; another day or record: another review."""
    one, other = PLAN.review(DAY), ct.Plan("Ada", reversed(PLAN.records)).review(DAY)

    assert (one, hash(one)) == (other, hash(other))
    assert one != PLAN.review("2026-03-02")
    assert one != PLAN.add(ct.CheckIn(on=DAY, goal="apply", value=5)).review(DAY)


def test_it_can_be_pickled() -> None:
    """It comes back equal."""
    review = PLAN.review(DAY)

    assert review == pickle.loads(pickle.dumps(review))


def test_a_later_record_changes_no_earlier_review() -> None:
    """What was said of a day stays said."""
    later = [
        ct.CheckIn(on="2026-03-02", goal="apply", value=9),
        ct.Assessment(on="2026-03-02", skill="python", level=4),
        ct.Resolution(on="2026-03-03", goal="apply", outcome="dropped"),
        ct.TargetRole(on="2026-03-04", roles=[]),
    ]

    assert PLAN.review(DAY) == PLAN.add(later).review(DAY)


def test_an_empty_plan_has_a_review() -> None:
    """Nothing is judged, and the hints say what could be set out."""
    review = ct.Plan().review(DAY)

    assert (None, {}) == (review.progress.value, review.readiness)
    assert ["no-goal", "no-target-role"] == [finding.code for finding in review.findings]
