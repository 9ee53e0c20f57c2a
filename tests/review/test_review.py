"""The review of a day: what it says, as text and as data."""

import json
import pickle
from datetime import date

import attrs
import pytest

import careertrack as ct
from careertrack.judge import LABELS

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


def around(review: ct.Review, depth: int = 9) -> tuple[str, str]:
    """What stands before and behind the arithmetic of progress."""
    schedules = [each.explain() for each in review.schedules.values()]
    before = review.practice.explain(f"practice on {review.day}", depth)
    return f"{before}\n\n", "\n\n".join(["", *schedules, review.outlook.explain()])


def test_it_explains_the_arithmetic() -> None:
    """Practice and progress as trees, each target role's proof, gate and gaps, schedules, the outlook."""
    review = PLAN.review(DAY)
    before, behind = around(review)

    assert before + TREE + BESIDE + behind == review.explain()
    assert ["apply"] == list(review.schedules)


def test_it_explains_only_as_deep_as_asked() -> None:
    """Depth 0 is the whole in a line, depth 1 its halves."""
    lines, review = TREE.splitlines(), PLAN.review(DAY)
    halves = [lines[0], *(line for line in lines if line.startswith(("├─", "└─")))]

    for depth, said in ((0, lines[0]), (1, "\n".join(halves))):
        before, behind = around(review, depth)
        assert before + said + BESIDE + behind == review.explain(depth=depth)


def test_it_tells_levels_and_chances_where_there_are_some() -> None:
    """Goal attainment and calibration have lines only where a goal has a level, or a chance and a fate."""
    rated = PLAN + ct.CheckIn(on="2026-02-21", goal="apply", level=1)
    stated = PLAN + ct.Goal(on="2026-01-05", title="Talk", pillar="network", chance=0.5)
    stated += ct.Resolution(on="2026-02-01", goal="talk")

    assert f"\n\n{rated.review(DAY).attainment}\n\n" in rated.review(DAY).explain()
    assert f"\n\n{stated.review(DAY).chances}\n\n" in stated.review(DAY).explain()
    assert str(PLAN.review(DAY).chances) not in PLAN.review(DAY).explain()


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


TEXT = """\
2026-03-01: needs a step

went well:
- goal apply moved on: 0 to 4

what decided:
- practice is 0.27: 0.55 now, 0.00 four weeks ago
- the slowest of the open goals is apply: 13 days ahead; SPI(t) 1.28

next: do one small thing this week: any effort, talk or check-in sets it in motion

practice: 0.55
  direction: 1.00
  skills: 0.50
  manager: not set out
  network: not set out
  change: not set out
  perseverance: 0.14
progress: 0.60, between 0.47 and 0.63, 83% known
  goals: 0.40
  readiness for data-lead: 0.80, between 0.53 and 0.87, 67% known
  readiness for analyst: 1.00
outlook: 0 applications, 0 offers; no rate yet: 0 settled cases, and a number needs 5
"""


def test_its_text_is_a_page_to_read() -> None:
    """Wins first, then what decided, the smallest next step, the numbers, and what is worth knowing."""
    review = PLAN.review(DAY)
    findings = "".join(f"\n- {finding}" for finding in review.findings)

    assert f"{TEXT}\nworth knowing:{findings}" == str(review)
    assert str(review) == review.text()


def test_its_labels_can_be_others() -> None:
    """What a status is called is the caller's to say."""
    labels = dict.fromkeys(LABELS, "in German: unterwegs")

    assert "2026-03-01: in German: unterwegs" == PLAN.review(DAY).text(labels).splitlines()[0]


def test_what_is_not_there_has_no_heading() -> None:
    """Without wins and findings there are no headings for them."""
    review = attrs.evolve(PLAN.review(DAY), wins=(), findings=())

    assert "went well" not in str(review)
    assert "worth knowing" not in str(review)


def test_pillars_can_weigh_otherwise() -> None:
    """The weights of pillars are an argument, 1 where left out; a pillar without weight decides nothing."""
    review = PLAN.review(DAY, weights={"perseverance": 0, "skills": 3})

    assert review.practice.value == pytest.approx((1 * 1 + 3 * 0.5) / 4)
    assert review.practice == PLAN.as_of(DAY).review({"perseverance": 0, "skills": 3}).practice


@pytest.mark.parametrize("weights", [{"change": -1}, {"change": float("nan")}, {"chance": 1}])
def test_weights_that_are_none_are_refused(weights: dict[str, float]) -> None:
    """Of a pillar that there is not, negative or no number."""
    with pytest.raises(ct.InvalidValue):
        PLAN.review(DAY, weights=weights)


def test_it_is_plain_data() -> None:
    """JSON of everything it says, exact to the bit."""
    review = PLAN.review(DAY)
    data = review.to_dict()

    assert {
        "day": DAY,
        "status": review.status,
        "standing": review.standing.to_dict(),
        "wins": [win.to_dict() for win in review.wins],
        "next_step": review.next_step,
        "practice": review.practice.to_dict(),
        "progress": review.progress.to_dict(),
        "goals": review.goals.to_dict(),
        "readiness": {id: each.to_dict() for id, each in review.readiness.items()},
        "schedules": {id: each.to_dict() for id, each in review.schedules.items()},
        "attainment": review.attainment.to_dict(),
        "chances": review.chances.to_dict(),
        "outlook": review.outlook.to_dict(),
        "findings": [finding.to_dict() for finding in review.findings],
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
    assert ("unknown", None, None) == (review.status, review.practice.value, review.outlook.value)
    assert {"no-goal", "no-target-role"} <= {finding.code for finding in review.findings}
    assert review.next_step.startswith("set out one small goal")
