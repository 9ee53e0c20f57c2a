"""What the year's plan proposes each time is on the page, and following it brings what it says."""

import re
from datetime import date, timedelta
from pathlib import Path
from runpy import run_path
from typing import Any

import pytest

import careertrack as ct

ROOT = Path(__file__).resolve().parents[2]
STORY: dict[str, Any] = run_path(str(ROOT / "examples" / "story.py"))
PLAN: ct.Plan = STORY["story"]()
REVIEWS: tuple[date, ...] = STORY["REVIEWS"]
PAGE = (ROOT / "docs" / "explanation" / "story-actions.md").read_text(encoding="utf-8")


def test_each_review_has_its_list() -> None:
    """The page, whose sessions run with all others, asks on the day of every review."""
    assert [str(day) for day in REVIEWS] == re.findall(r'plan\.review\("(.+?)"\)', PAGE)


@pytest.mark.parametrize("day", REVIEWS, ids=str)
def test_following_brings_what_was_promised(day: date) -> None:
    """With all that is listed done on the day, practice 28 days later is higher by what was said."""
    actions = PLAN.review(day).actions(minutes=300)
    past = ct.Plan(PLAN.owner, [each for each in PLAN if each.on is None or each.on <= day])
    done = past + [record for action in actions for record in action.records]
    later = day + timedelta(28)
    before, after = (plan.review(later).practice.value for plan in (past, done))

    assert before is not None
    assert after is not None
    assert after - before == actions.joint
    assert actions.total <= 300
