"""The laws of a review: honest numbers, a past that stays, the same bytes for the same records and day."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from math import isclose
from pathlib import Path
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import DataObject, SearchStrategy
from tests.laws.practising import DAYS, after, practising

import careertrack as ct
from careertrack.score import Score
from careertrack.strategies import plans

DAY: Final = timedelta(1)
ROUNDING: Final = 1e-9
ANY: Final[SearchStrategy[ct.Plan]] = practising() | plans(min_size=5, max_size=20)
SOME_DAYS: Final = st.lists(st.integers(-1, 400).map(after), min_size=1, max_size=3)


def every_score(review: ct.Review) -> Iterator[Score]:
    """Each score of a review, and each part of it at any depth."""
    todo = [review.practice, review.progress, review.goals, review.outlook.chance]
    todo += [score for each in review.readiness.values() for score in (each.score, each.proven)]
    while todo:
        score = todo.pop()
        yield score
        todo += [part.score for part in score.parts]


def broken(score: Score) -> list[str]:
    """Which promises of a number a score breaks: its bounds, its coverage, its contributions."""
    value, lower, upper, coverage = score.value, score.lower, score.upper, score.coverage
    asked = [part for part in score.parts if part.weight > 0 and part.score.coverage is not None]
    total = sum(part.weight for part in asked)
    rules = {
        "nothing asked, no bounds": (lower is None) == (upper is None) == (coverage is None),
        "nothing asked, no value": coverage is not None or value is None,
        "a reason without a value": value is not None or score.reason != "",
    }
    if lower is not None and upper is not None and coverage is not None:
        rules["in bounds"] = 0 <= lower <= upper <= 1 and (value is None or lower <= value <= upper)
        rules["a share is covered"] = 0 <= coverage <= 1
        rules["what is covered has a value"] = (coverage > 0) == (value is not None)
        rules["all is covered"] = coverage < 1 or isclose(lower, upper, abs_tol=ROUNDING)
    if score.parts and value is not None:
        rules["contributions"] = isclose(sum(score.contributions().values()), value, abs_tol=ROUNDING)
    if asked and coverage is not None:
        for name, own in (("coverage", coverage), ("lower", lower), ("upper", upper)):
            below = sum(part.weight * getattr(part.score, name) for part in asked) / total
            rules[f"{name} is that of the parts"] = own is not None and isclose(own, below, abs_tol=ROUNDING)
    return [name for name, holds in rules.items() if not holds]


@given(plan=ANY, days=SOME_DAYS)
def test_every_number_is_honest(plan: ct.Plan, days: list[date]) -> None:
    """Bounds hold, coverage is that of the parts, and what parts add sums to the score above them."""
    for day in days:
        assert [] == [(fault, score) for score in every_score(plan.review(day)) for fault in broken(score)]


def test_dishonest_numbers_are_seen() -> None:
    """The rules of this law see a score that breaks each of them."""
    part = Score.of(0.5, n=1, method="")
    whole = Score.combine({"a": part}, {"a": 1})

    assert [] == broken(whole)
    assert ["in bounds"] == broken(Score(value=0.5, lower=0.6, upper=0.6))
    assert ["nothing asked, no bounds"] == broken(Score(value=0.5, coverage=None))[:1]
    assert ["a reason without a value"] == broken(Score(value=None, coverage=0.0))
    assert ["what is covered has a value"] == broken(Score(value=0.5, coverage=0.0))
    assert ["all is covered"] == broken(Score(value=0.5))
    assert "contributions" in broken(Score(value=0.25, lower=0.0, upper=0.5, parts=whole.parts))
    assert "coverage is that of the parts" in broken(Score(value=0.5, coverage=0.5, parts=whole.parts))


# --- The past --------------------------------------------------------------------------------------


def cut(plan: ct.Plan, day: date) -> ct.Plan:
    """What was recorded by a day; what has no day and names what comes later is not there either."""
    return ct.Plan.collect(record for record in plan if record.on is None or record.on <= day)[0]


@given(plan=practising(), data=st.data())
def test_the_past_does_not_move(plan: ct.Plan, data: DataObject) -> None:
    """A plan says of a day, and of every day before it, what it said on that day."""
    at = data.draw(DAYS)
    then = cut(plan, after(at))

    for n in (at, at - data.draw(st.integers(1, 60))):
        assert then.review(after(n)).to_dict() == plan.review(after(n)).to_dict()


def test_a_retry_moved_in_a_pause_leaves_the_days_before() -> None:
    """What was learned by a retry in a pause counts from its day on, also once the retry is moved."""
    told = ct.Setback(id="no", on="2026-01-05", what="no", lesson="call first", retry="2026-01-09")
    plan = ct.Plan() + told + ct.Pause(on="2026-01-08", until="2026-01-20")
    moved = plan + told.evolve(on=date(2026, 1, 15), retry=date(2026, 2, 2))

    assert 1.0 == moved.review("2026-01-12").practice.value
    assert plan.review("2026-01-12").to_dict() == moved.review("2026-01-12").to_dict()


# --- The same bytes ----------------------------------------------------------------------------------


def said(plan: ct.Plan, day: date) -> str:
    """Everything that a review says, as text."""
    review = plan.review(day)
    return "\n".join([json.dumps(review.to_dict()), str(review), review.explain()])


@given(plan=ANY, data=st.data())
def test_the_order_of_adding_does_not_matter(plan: ct.Plan, data: DataObject) -> None:
    """Records added in any order, at once or one batch after another, give the same review to the byte."""
    day = after(data.draw(st.integers(0, 250)))
    shuffled = data.draw(st.permutations(plan.records))
    other = ct.Plan(records=shuffled)

    assert said(plan, day) == said(other, day)
    assert said(plan, day) == said(ct.loads(ct.dumps(other)), day)


PROGRAM: Final = """
import json, sys
import careertrack as ct
from tests.simulated.people import YEARS, day_of, year

for name in YEARS:
    plan = year(name)
    for n in (20, 100, 200, 360):
        review = plan.review(day_of(n))
        print(json.dumps(review.to_dict()), review, review.explain(), sep="\\n")
"""


def printed(seed: str, locale: str, zone: str) -> bytes:
    """What the program prints in a process of its own."""
    given_ = {"PYTHONHASHSEED": seed, "LC_ALL": locale, "TZ": zone, "PYTHONIOENCODING": "utf-8"}
    root = Path(__file__).resolve().parents[2]
    return subprocess.run(
        [sys.executable, "-c", PROGRAM],
        env={**os.environ, **given_},
        cwd=root,
        capture_output=True,
        check=True,
        timeout=120,
    ).stdout


@pytest.fixture(scope="module")
def expected() -> bytes:
    """What it prints here."""
    return printed("0", "C", "UTC")


@pytest.mark.parametrize(
    ("seed", "locale", "zone"),
    [("1", "C.UTF-8", "Pacific/Kiritimati"), ("4242", "tr_TR.UTF-8", "America/St_Johns")],
)
def test_no_seed_locale_or_zone_matters(expected: bytes, seed: str, locale: str, zone: str) -> None:
    """Another hash seed, locale and time zone give the same reviews to the byte."""
    assert expected.count(b"\n") > 100
    assert expected == printed(seed, locale, zone)
