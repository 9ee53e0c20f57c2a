"""How far the goals are: each by hand, rolled up by importance."""

import copy
import json
import pickle
from datetime import date, timedelta
from fractions import Fraction

import pytest

import careertrack as ct

DAY = "2026-06-01"


def goal(id: str, parent: str | None = None, importance: float = 1, **fields: object) -> ct.Goal:
    """A goal set on 5 January."""
    return ct.Goal(
        id=id, on="2026-01-05", title=id, pillar="change", parent=parent, importance=importance, **fields
    )  # type: ignore[arg-type]


def check(
    id: str, value: float | None = None, level: int | None = None, on: str = "2026-03-01"
) -> ct.CheckIn:
    """A check-in of 1 March."""
    return ct.CheckIn(on=on, goal=id, value=value, level=level)


def ended(id: str, outcome: str = "done", on: str = "2026-04-01") -> ct.Resolution:
    """How a goal ended on 1 April."""
    return ct.Resolution(on=on, goal=id, outcome=outcome)  # type: ignore[arg-type]


def scored(*records: ct.Goal | ct.CheckIn | ct.Resolution, day: str | date = DAY) -> ct.Score:
    """The score of all goals."""
    return ct.Plan(records=records).review(day).goals


def facts(score: ct.Score) -> tuple[object, ...]:
    """The numbers of a score."""
    return score.value, score.lower, score.upper, score.coverage, score.n


KNOWN = (1.0, 1)  # coverage, n
UNKNOWN = (None, 0.0, 1.0, 0.0, 0)
NOT_ASKED = (None, None, None, None, 0)


@pytest.mark.parametrize(
    ("baseline", "target", "value", "share"),
    [
        (None, 6, 3, 0.5),
        (None, 10, 0, 0.0),
        (None, 10, -4, 0.0),
        (None, 10, 12, 1.0),
        (60, 20, 40, 0.5),  # what should fall
        (60, 20, 70, 0.0),
        (2, 6, 3, 0.25),
    ],
)
def test_a_key_result(baseline: float | None, target: float, value: float, share: float) -> None:
    """The share of the way from the baseline, nought by default, to the target, cut at 0 and 1."""
    set_out, checked = goal("a", baseline=baseline, target=target), check("a", value)
    score = scored(set_out, checked)["a"]

    assert (share, share, share, *KNOWN) == facts(score)
    assert ("key result", "borrowed", (checked,)) == (score.method, score.basis, score.records)


@pytest.mark.parametrize(("level", "share"), [(-2, 0.0), (-1, 0.5), (0, 1.0), (1, 1.0), (2, 1.0)])
def test_a_level(level: int, share: float) -> None:
    """min(1, (level + 2) / 2): as expected is reached."""
    checked = check("a", level=level)
    score = scored(goal("a"), checked)["a"]

    assert (share, share, share, *KNOWN) == facts(score)
    assert ("house", (checked,)) == (score.basis, score.records)


def test_done_is_one() -> None:
    """Done counts in full from its day, whatever was measured and whatever its parts say."""
    resolution = ended("a")
    records = [
        goal("a", target=10),
        check("a", 4, -2),
        goal("b", parent="a", target=4),
        check("b", 1),
        resolution,
    ]

    assert 0.4 == scored(*records, day="2026-03-31")["a"].value
    assert (1.0, 1.0, 1.0, *KNOWN) == facts(scored(*records)["a"])
    assert ((resolution,), ()) == (scored(*records)["a"].records, scored(*records)["a"].parts)


def test_reopened_is_measured_again() -> None:
    """A revision after its end takes the goal up again."""
    again = goal("a", target=20).evolve(on="2026-05-01")

    assert 0.2 == scored(goal("a", target=10), check("a", 4), ended("a"), again)["a"].value


def test_measured_before_rated_before_its_parts() -> None:
    """A value counts where there is a target; else a level; else the parts; else it is unknown."""
    parts = [goal("b", parent="a", target=4), check("b", 1)]

    assert 0.3 == scored(goal("a", target=10), check("a", 3, -1), *parts)["a"].value
    assert 0.5 == scored(goal("a"), check("a", 3, -1), *parts)["a"].value
    assert 0.5 == scored(goal("a", target=10), check("a", None, -1), *parts)["a"].value
    assert 0.25 == scored(goal("a", target=10), *parts)["a"].value
    assert 0.25 == scored(goal("a"), check("a", 3), *parts)["a"].value


@pytest.mark.parametrize(
    ("set_out", "reason"),
    [
        (goal("a", target=10), "no check-in yet"),
        (goal("a"), "nothing to measure it by, and no level"),
    ],
)
def test_what_nobody_checked_is_unknown(set_out: ct.Goal, reason: str) -> None:
    """Unknown is not zero: it may be anything, and says why."""
    assert UNKNOWN == facts(scored(set_out)["a"])
    assert reason == scored(set_out)["a"].reason


TREE = (
    goal("work", importance=3),
    goal("apply", parent="work", importance=2, target=10),
    goal("portfolio", parent="work"),
    goal("pages", parent="portfolio", importance=2, target=4),
    goal("photos", parent="portfolio", importance=0.5, target=8),
    goal("rest", importance=1),
)
CHECKED = (check("apply", 4), check("pages", 3), check("photos", 8), check("rest", level=-1))


def test_a_tree_is_rolled_up_by_importance() -> None:
    """Three levels by hand: portfolio (2 x 3/4 + 1/2 x 1) / 2.5, and so on up."""
    portfolio = (2 * Fraction(3, 4) + Fraction(1, 2)) / Fraction(5, 2)
    work = (2 * Fraction(4, 10) + portfolio) / 3
    whole = (3 * work + Fraction(1, 2)) / 4
    score = scored(*TREE, *CHECKED)

    assert [0.8, float(work), float(whole)] == pytest.approx(
        [score["work"]["portfolio"].value, score["work"].value, score.value], abs=1e-15
    )
    assert (1.0, 4) == (score.coverage, score.n)
    assert {"rest": 1, "work": 3} == {part.name: part.weight for part in score.parts}


def test_unknown_parts_give_bounds() -> None:
    """The mean is of what is known; the bounds take the rest as 0 and as 1."""
    score = scored(*TREE[:5], check("apply", 4), check("pages", 3))

    # portfolio: 2 of 2.5 known, 3/4; from 1.5/2.5 to 2/2.5.  work: 2 x .4 and 1 x .75 over 3.
    assert [0.75, 0.6, 0.8, 0.8] == pytest.approx(facts(score["work"]["portfolio"])[:4])
    assert [1.55 / 3, 1.4 / 3, 1.6 / 3, 2.8 / 3] == pytest.approx(facts(score["work"])[:4])


def test_a_dropped_goal_leaves_and_is_counted_beside() -> None:
    """From that day on it has no part in the score, and the reason counts it."""
    records = [
        goal("a", target=10),
        check("a", 4),
        goal("b", target=10),
        check("b", 10),
        ended("b", "dropped"),
    ]
    before, after = scored(*records, day="2026-03-31"), scored(*records, day="2026-04-01")

    assert [0.7, 0.4] == [before.value, after.value]
    assert ["", "left out: 1 dropped"] == [before.reason, after.reason]


def test_the_parts_of_a_dropped_goal_stand_alone() -> None:
    """Its children become roots, with their own importance, and theirs stay below them."""
    score = scored(*TREE, *CHECKED, ended("work", "dropped"))

    assert ["apply", "portfolio", "rest"] == [part.name for part in score.parts]
    assert (2 * 0.4 + 0.8 + 0.5) / 4 == score.value
    assert ["pages", "photos"] == [part.name for part in score["portfolio"].parts]


def test_a_goal_done_over_a_year_ago_leaves() -> None:
    """On the anniversary of its end it still counts, the day after it is counted beside."""
    records = [goal("a", target=10), check("a", 4), goal("b"), ended("b")]
    before, after = scored(*records, day="2027-04-01"), scored(*records, day="2027-04-02")

    assert [(0.7, ""), (0.4, "left out: 1 done over a year ago")] == [
        (before.value, before.reason),
        (after.value, after.reason),
    ]


def test_the_parts_of_a_goal_done_over_a_year_ago_stand_alone() -> None:
    """Until then they are hidden by the goal that is done."""
    records = [goal("a"), goal("b", parent="a", target=10), check("b", 4), ended("a")]

    assert [1.0, 0.4] == [scored(*records, day=day).value for day in ("2027-04-01", "2027-04-02")]


def test_no_goal_is_not_asked() -> None:
    """Nothing set out is neither zero nor unknown: it has no weight, and says why."""
    assert (NOT_ASKED, "no goal is set out") == (facts(scored()), scored().reason)


def test_no_goal_left_is_not_asked() -> None:
    """All dropped or long done: the same, with what left."""
    score = scored(
        goal("a"), ended("a", "dropped"), goal("b"), ended("b"), goal("c"), ended("c"), day="2028-01-01"
    )

    assert (NOT_ASKED, "no goal is set out; left out: 1 dropped, 2 done over a year ago") == (
        facts(score),
        score.reason,
    )


def test_a_goal_of_later_days_is_not_there_yet() -> None:
    """Nothing recorded later says anything about the day."""
    assert NOT_ASKED == facts(scored(goal("a"), day="2026-01-04"))


def test_a_goal_without_importance_is_shown_and_counts_for_nothing() -> None:
    """Neither in the value nor in n, nor in the coverage; alone it is not asked."""
    score = scored(goal("a", target=10), check("a", 4), goal("b", importance=0, target=2), check("b", 2))

    assert (0.4, 0.4, 0.4, 1.0, 1) == facts(score)
    assert {"a": 0.4} == score.contributions()
    assert (1.0, NOT_ASKED) == (score["b"].value, facts(scored(goal("b", importance=0), check("b", level=0))))


def test_parts_without_importance_leave_their_goal_unknown() -> None:
    """They are shown below it all the same."""
    score = scored(goal("a"), goal("b", parent="a", importance=0, target=2), check("b", 1))["a"]

    assert (UNKNOWN, "its parts have no importance") == (facts(score), score.reason)
    assert 0.5 == score["b"].value


def test_a_new_parent_holds_from_its_day() -> None:
    """A goal counts below the parent it has on the day."""
    moved = goal("c", parent="b", target=10).evolve(on="2026-05-01")
    records = [goal("a"), goal("b"), goal("c", parent="a", target=10), check("c", 4), moved]

    assert [0.4, None] == [scored(*records, day="2026-04-30")[id].value for id in ("a", "b")]
    assert [None, 0.4] == [scored(*records, day="2026-05-01")[id].value for id in ("a", "b")]


def test_the_order_of_adding_changes_nothing() -> None:
    """Equal bits, whatever came first."""
    records = [*TREE, *CHECKED]

    assert scored(*records) == scored(*reversed(records))


def test_a_chain_of_five_thousand_goals() -> None:
    """Neither review nor its text, data or repr runs into the depth of the tree."""
    start = date(2010, 1, 1)
    chain = [ct.Goal(id="g0", on=start, title="g0", pillar="change")]
    chain += [
        ct.Goal(id=f"g{i}", on=start + timedelta(i), title=f"g{i}", pillar="change", parent=f"g{i - 1}")
        for i in range(1, 5000)
    ]
    plan = ct.Plan(records=chain).add(ct.CheckIn(on="2026-01-01", goal="g4999", level=-1))
    review = plan.review(DAY)

    assert (0.5, 1.0, 1) == (review.goals.value, review.goals.coverage, review.goals.n)
    assert "0.500" in review.explain()
    assert 5_000 < review.goals.explain(depth=6_000).count("\n") + 1 == 5_001
    assert "g8" in json.dumps(review.to_dict())
    assert "g0" in review.html()
    assert f"<Review on {DAY}: {review.status}>" == repr(review)
    assert "\nprogress: 0.50\n" in str(review)


def test_a_review_of_such_a_chain_compares_hashes_and_pickles() -> None:
    """Two reviews of it are equal, and so are copies; a change at the very end is seen."""
    start = date(2010, 1, 1)
    chain = [goal("g0").evolve(on=start)]
    chain += [goal(f"g{i}", parent=f"g{i - 1}").evolve(on=start + timedelta(i)) for i in range(1, 5000)]
    plan = ct.Plan(records=chain)
    one, other = plan.review(DAY), plan.review(DAY)
    changed = plan.add(check("g4999", level=0)).review(DAY)

    assert (one, hash(one)) == (other, hash(other))
    assert one == pickle.loads(pickle.dumps(one)) == copy.deepcopy(one)
    assert one != changed


def test_a_goal_explains_itself() -> None:
    """What was measured, when, and in which unit; exact numbers, as they were given."""
    records = [
        goal("a", baseline=-1, target=1234567.5, unit="steps"),
        check("a", 0.1),
        goal("b"),
        ended("b"),
        goal("c"),
    ]
    score = scored(*records, check("c", level=1), goal("d"))

    assert (
        "goals: 0.667, between 0.500 and 0.750 with 75% known;"
        " mean of the goals, weighted by importance [house]\n"
        "├─ a (weight 1 of 3): 0.000, adds 0.000; 0.1 on the way from -1 to 1234567.5 steps, on 2026-03-01;"
        " key result [borrowed]\n"
        "├─ b (weight 1 of 3): 1.000, adds 0.333; done on 2026-04-01; done is 1 [house]\n"
        "├─ c (weight 1 of 3): 1.000, adds 0.333; level +1, on 2026-03-01; min(1, (level + 2) / 2) [house]\n"
        "└─ d (weight 1): unknown; nothing to measure it by, and no level"
    ) == score.explain("goals")


def test_a_score_can_be_pickled() -> None:
    """With its parts and the records behind them."""
    score = scored(*TREE, *CHECKED)

    assert score == pickle.loads(pickle.dumps(score))
