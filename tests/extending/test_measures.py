"""Measures of one's own: a further part of practice, in every answer that practice has a part in."""

import pickle
from copy import copy, deepcopy
from datetime import date, timedelta
from typing import Any

import pytest
from tests.extending import own
from tests.extending.own import BOTH, PLAN, hours, no_link

import careertrack as ct
from careertrack import extending

DAYS = [date(2026, 1, 5) + timedelta(days) for days in range(0, 36, 3)]
DAY = "2026-01-19"


def measuring(function: Any, **fields: Any) -> extending.Extensions:
    """A measure of a function."""
    given = {"pillar": "skills", "reads": ["effort"], **fields}
    return extending.Extensions(measures=[extending.measure("acme-x", **given)(function)])


# --- In a review -----------------------------------------------------------------------------


def test_it_is_a_part_of_its_pillar() -> None:
    """Read: 30 and 60 of 60 minutes, .75, weight 3; hours: 30 of 120 in a week, .25, weight 2: .55."""
    skills = PLAN.review("2026-01-21", extensions=BOTH).practice["skills"]

    assert {"routine read": (3.0, 0.75), "acme-hours": (2.0, 0.25)} == {
        part.name: (part.weight, part.score.value) for part in skills.parts
    }
    assert pytest.approx(0.55) == skills.value
    assert ["routine read"] == [part.name for part in PLAN.review("2026-01-21").practice["skills"].parts]


def test_it_explains_itself() -> None:
    """As any part does: weight, what it adds, reason and method; and the records behind it."""
    review = PLAN.review(DAY, extensions=BOTH)

    assert (
        "acme-hours (weight 2 of 5): 0.750, adds 0.300; 90 of 120; minutes of those there are [house]"
        in review.explain()
    )
    assert PLAN.of(ct.Effort)[1:] == review.practice["skills"]["acme-hours"].records


def test_weights_of_pillars_hold() -> None:
    """A pillar of no weight counts for nothing, its own measures included."""
    weights = {"skills": 0.0}

    assert (
        PLAN.review(DAY, weights).practice.value == PLAN.review(DAY, weights, extensions=BOTH).practice.value
    )


def test_what_is_unknown_widens_the_bounds() -> None:
    """Three of five known: between .45 and .85."""
    unknown = measuring(lambda now: ct.Score.unknown("never asked"), weight=2)
    skills = PLAN.review(DAY, extensions=unknown).practice["skills"]

    assert pytest.approx((0.75, 0.45, 0.85, 0.6)) == (
        skills.value,
        skills.lower,
        skills.upper,
        skills.coverage,
    )


def test_the_status_rests_on_it() -> None:
    """Practice now and four weeks ago, both with the measure: the mean of .5 and of 1; in every answer."""
    plan = ct.Plan() + ct.Goal(on="2025-12-01", title="Apply", pillar="change")
    share = measuring(lambda now: ct.Score.of(0.5 if now.day > date(2026, 2, 1) else 1, n=1, method="-"))
    weights = dict.fromkeys(("direction", "perseverance"), 0.0)
    standing = plan.review("2026-02-10", weights, extensions=share).standing

    history = plan.history(["2026-02-10"], weights, extensions=share)
    (branch,) = ct.compare({"one": plan}, "2026-02-10", weights, extensions=share).branches

    assert ("on_track", 0.75) == (standing.status, standing.practice)
    assert ("on_track",) == history.column("status")
    assert standing == branch.standing


def test_it_can_say_the_next_step() -> None:
    """Where it is the lowest; without words for it nothing is said of it."""
    plan = PLAN.without(PLAN.of(ct.Effort)[1]) + ct.Effort(on="2026-01-13", minutes=60, routine="read")
    low = plan.without(plan.of(ct.Effort)[0]).add(ct.Effort(on="2026-01-06", minutes=60, routine="read"))
    nothing = measuring(lambda now: ct.Score.of(0, n=1, method="-"))

    assert "sit down once" == low.review("2026-01-21", extensions=BOTH).next_step
    assert low.review("2026-01-21").next_step == low.review("2026-01-21", extensions=nothing).next_step


# --- In every other answer ---------------------------------------------------------------------


def test_a_history_has_the_numbers_of_reviews() -> None:
    """Of each day, and the reviews that it gives are those with the extensions."""
    history = PLAN.history(DAYS, extensions=BOTH)
    reviews = [PLAN.review(day, extensions=BOTH) for day in DAYS]

    assert tuple(each.practice.value for each in reviews) == history.column("practice")
    assert tuple(each.practice["skills"].value for each in reviews) == history.column("practice.skills")
    assert tuple(each.status for each in reviews) == history.column("status")
    assert reviews == [history[day] for day in DAYS]
    assert history.column("practice") != PLAN.history(DAYS).column("practice")


def test_changes_tell_what_each_record_did() -> None:
    """The effects add up to the difference of the two reviews, each record's own among them."""
    found = PLAN.changes("2026-01-12", DAY, extensions=BOTH).practice
    before, after = (PLAN.review(day, extensions=BOTH).practice.value for day in ("2026-01-12", DAY))

    assert (before, after) == (found.before, found.after)
    assert before is not None
    assert after is not None
    assert pytest.approx(after - before, abs=1e-12) == found.explained
    # The effort on direction counts for the hours alone: 30 of 120 minutes, 2 of 5 of one of three pillars.
    (moved,) = [each for each in found.effects if each.records == PLAN.of(ct.Effort)[2:]]
    plain = PLAN.changes("2026-01-12", DAY).practice
    (unmoved,) = [each for each in plain.effects if each.records == PLAN.of(ct.Effort)[2:]]
    assert (0.0, pytest.approx(30 / 120 * 2 / 5 / 2)) == (unmoved.difference, moved.difference)


def test_compared_plans_are_reviewed_with_it() -> None:
    """Each branch has the practice of its review, and the record that tells them apart its effect."""
    more = PLAN + ct.Effort(on="2026-01-16", minutes=30, pillar="direction")
    found = ct.compare({"now": PLAN, "then": more}, DAY, extensions=BOTH)
    practices = [plan.review(DAY, extensions=BOTH).practice for plan in (PLAN, more)]

    assert practices == [branch.practice for branch in found.branches]
    assert [plan.review(DAY, extensions=BOTH).standing for plan in (PLAN, more)] == [
        branch.standing for branch in found.branches
    ]
    assert pytest.approx(30 / 120 * 2 / 5 / 2) == found.apart[0]["practice"].difference


def test_actions_gain_by_it() -> None:
    """What is done counts for the measure as well, when practice is looked at four weeks ahead."""

    def ever(now: extending.View) -> ct.Score:
        done = sum(effort.minutes for effort in now.facts(ct.Effort))
        return ct.Score.of(min(1, done / 1000), n=1, method="-")

    plain = PLAN.review(DAY).actions(300)
    found = PLAN.review(DAY, extensions=measuring(ever)).actions(300)
    gains = [{action.id: action.gain for action in each} for each in (plain, found)]

    assert gains[0].keys() == gains[1].keys()
    assert gains[0] != gains[1]


def test_questions_go_on_from_the_review() -> None:
    """A review knows its extensions, and they change neither the questions nor progress."""
    one, other = PLAN.review(DAY), PLAN.review(DAY, extensions=BOTH)

    assert one.questions(9) == other.questions(9)
    assert (one.progress, one.outlook, one.wins) == (other.progress, other.outlook, other.wins)


# --- What is declared --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("fields", "path"),
    [
        ({"name": "hours"}, "OwnMeasure.name: must be a name with a prefix of your own"),
        ({"name": "routine-read"}, "the library's own names begin with 'routine'"),
        ({"pillar": "luck"}, "OwnMeasure.pillar: must be one of direction"),
        ({"reads": ["efort"]}, 'did you mean "effort"?'),
        ({"reads": "efort"}, 'did you mean "effort"?'),
        ({"reads": [7]}, "OwnMeasure.reads: must be one of skill"),
        ({"weight": -1}, "OwnMeasure.weight: must be a number from 0 to 1000, got -1"),
        ({"weight": float("nan")}, "OwnMeasure.weight: must be a number from 0 to 1000, got nan"),
        ({"step": 7}, "OwnMeasure.step: must be text of 1 to 500 whole characters, got 7"),
    ],
)
def test_what_is_no_measure(fields: dict[str, Any], path: str) -> None:
    """A name that could be the library's, an unknown kind or pillar, no weight: refused when declared."""
    good: dict[str, Any] = {"name": "acme-x", "pillar": "skills", "reads": ["effort"]}
    given = {**good, **fields}

    with pytest.raises(ct.InvalidValue) as caught:
        extending.measure(given.pop("name"), **given)(lambda now: None)

    (issue,) = caught.value.issues
    assert path in str(issue)


def test_one_kind_may_be_given_by_itself() -> None:
    """A text is one kind, not its letters."""
    assert frozenset({"effort"}) == measuring(lambda now: None, reads="effort").measures[0].reads


@pytest.mark.parametrize("given", [0.5, True, "all of it", [ct.Score.unknown("-")]])
def test_a_measure_gives_a_score(given: Any) -> None:
    """A bare number does not explain itself."""
    with pytest.raises(ct.InvalidValue, match=r"acme-x: must be a Score, such as Score\.of") as caught:
        PLAN.review(DAY, extensions=measuring(lambda now: given))

    assert ["in the measure acme-x"] == caught.value.__notes__


@pytest.mark.parametrize("ask", ["review", "history", "changes", "compare", "actions"])
def test_an_error_names_the_measure(ask: str) -> None:
    """Whatever was asked."""

    def broken(now: extending.View) -> ct.Score | None:
        if now.day > date(2026, 1, 20) or ask != "actions":
            raise ZeroDivisionError
        return None

    own = measuring(broken)
    asked: dict[str, Any] = {
        "review": lambda: PLAN.review(DAY, extensions=own),
        "history": lambda: PLAN.history([DAY], extensions=own),
        "changes": lambda: PLAN.changes(DAY, DAY, extensions=own),
        "compare": lambda: ct.compare({"one": PLAN}, DAY, extensions=own),
        "actions": lambda: PLAN.review(DAY, extensions=own).actions(60),
    }

    with pytest.raises(ZeroDivisionError) as caught:
        asked[ask]()

    assert ["in the measure acme-x"] == caught.value.__notes__


# --- Copies ------------------------------------------------------------------------------------


def test_what_stands_in_a_module_is_pickled_by_its_name() -> None:
    """It comes back as itself; so a review with extensions can be pickled and asked on."""
    review = PLAN.review(DAY, extensions=BOTH)
    again = pickle.loads(pickle.dumps(review))

    assert own.hours is hours
    assert (hours, no_link) == pickle.loads(pickle.dumps((hours, no_link)))
    assert pickle.loads(pickle.dumps(hours)) is hours
    assert BOTH == pickle.loads(pickle.dumps(BOTH))
    assert review == again
    assert review.actions(60) == again.actions(60)


def test_what_has_no_name_in_a_module_is_not_pickled() -> None:
    """Told when it is pickled, as of functions."""
    local = measuring(lambda now: None)

    with pytest.raises(
        pickle.PicklingError, match=r"nothing but what stands in a module by its name: .*lambda"
    ):
        pickle.dumps(local)


def test_what_has_another_name_in_a_module_is_not_pickled(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor what is not to be found under its function's name."""
    monkeypatch.setattr(own, "hours", None)

    with pytest.raises(pickle.PicklingError, match=r"tests\.extending\.own\.hours"):
        pickle.dumps(hours)


def test_copies_are_one() -> None:
    """Wherever they come from."""
    local = measuring(lambda now: None)

    assert [local, local] == [copy(local), deepcopy(local)]
    assert local.measures[0] is copy(local.measures[0]) is deepcopy(local).measures[0]
