"""Whoever does what is listed, each Monday with five hours, gets what was promised, and gets on track."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from runpy import run_path
from typing import Any, Final, NamedTuple

import pytest

import careertrack as ct
from careertrack import templates
from careertrack.questions.actions import Action, Actions
from careertrack.record import Record

FIVE_HOURS: Final = 300
WEEK: Final = timedelta(7)
WEEKS: Final = 9
MONDAY: Final = date(2026, 1, 5)
STORY: Final = Path(__file__).resolve().parents[2] / "examples" / "story.py"


class Monday(NamedTuple):
    """A Monday: the plan as it was, the review, what was listed, and what was done of it."""

    plan: ct.Plan
    review: ct.Review
    listed: Actions
    done: tuple[Action, ...]


def follow(plan: ct.Plan, monday: date) -> Iterator[Monday]:
    """What is listed is done on the day: all of it, and what stands apart while there are minutes left."""
    for week in range(WEEKS):
        day = monday + week * WEEK
        review = plan.review(day)
        listed = review.actions(FIVE_HOURS)
        done, left = list(listed), FIVE_HOURS - listed.total
        for action in listed.apart:
            if action.minutes <= left:
                done.append(action)
                left -= action.minutes
        yield Monday(plan, review, listed, tuple(done))
        for action in done:
            plan += action.done(on=day)


# --- From where ------------------------------------------------------------------------------------


@cache
def nora() -> ct.Plan:
    """The year of the story."""
    plan: ct.Plan = run_path(str(STORY))["story"]()
    return plan


def as_far_as(day: str) -> ct.Plan:
    """The story up to a day."""
    return ct.Plan(records=[each for each in nora() if each.on is None or str(each.on) <= day])


def a_promise() -> Iterator[Record]:
    """One promise, one person, one goal."""
    yield ct.Contact(id="ben", name="Ben Example")
    yield ct.Cadence(id="ben", on=MONDAY, contact="ben", every="3 weeks")
    yield ct.Commitment(id="cv", on=MONDAY, what="-", to="ben", due=MONDAY + 3 * WEEK)
    yield ct.Goal(id="read", on=MONDAY, title="-", pillar="skills", target=6, due=MONDAY + 12 * WEEK)


def a_search_gone_quiet() -> Iterator[Record]:
    """Half a year of promises, of which nothing was kept for the last two months."""
    begin = MONDAY - 26 * WEEK
    yield ct.Contact(id="boss", name="Boss", relations=["manager"])
    yield ct.Cadence(id="boss", on=begin, contact="boss", every="2 weeks")
    yield ct.Routine(id="apply", on=begin, pillar="change", times=1, of="applications")
    yield ct.Routine(id="study", on=begin, pillar="skills", minutes=60)
    yield ct.Goal(id="read", on=begin, title="-", pillar="skills", target=6, due=MONDAY + 26 * WEEK)
    yield ct.CheckIn(on=begin + WEEK, goal="read", value=1)
    for week in range(17):
        yield ct.Effort(on=begin + week * WEEK, minutes=60, routine="study")
        yield ct.Transition(id=f"move-{week}", on=begin + week * WEEK)
        yield ct.Step(on=begin + week * WEEK, transition=f"move-{week}", stage="applied")
    yield ct.Setback(id="no", on=MONDAY - WEEK, what="-", retry=MONDAY + WEEK)


BEGINNINGS: Final[dict[str, tuple[Callable[[], Any], date]]] = {
    **{name: (lambda name=name: getattr(templates, name)(MONDAY), MONDAY) for name in templates.__all__},
    "promise": (a_promise, MONDAY),
    "quiet": (a_search_gone_quiet, MONDAY),
    **{
        day: (lambda day=day: as_far_as(day), date.fromisoformat(day))
        for day in ("2026-01-05", "2026-03-02", "2026-04-13", "2026-06-01")
    },
}


@cache
def followed(name: str) -> tuple[Monday, ...]:
    """Nine Mondays from a beginning."""
    begin, monday = BEGINNINGS[name]
    return tuple(follow(ct.Plan(records=begin()), monday))


# --- What comes of it ----------------------------------------------------------------------------------


@pytest.mark.parametrize("name", BEGINNINGS)
def test_every_week_brings_what_was_promised(name: str) -> None:
    """Four weeks ahead, practice is higher by the joint gain, to the bit; and not lower for all the rest."""
    for monday in followed(name):
        then = monday.listed.day + 4 * WEEK
        before = monday.plan.review(then).practice.value
        chosen = [record for action in monday.listed for record in action.done(on=monday.listed.day)]
        after = monday.plan.add(chosen).review(then).practice.value
        done = [record for action in monday.done for record in action.done(on=monday.listed.day)]
        finally_ = monday.plan.add(done).review(then).practice.value

        assert before is not None
        assert after is not None
        assert finally_ is not None
        assert after - before == monday.listed.joint
        assert finally_ >= after


@pytest.mark.parametrize("name", BEGINNINGS)
def test_eight_weeks_later_the_person_is_on_track(name: str) -> None:
    """Within eight weeks, wherever they began, and with all the time that there was kept to."""
    mondays = followed(name)

    assert "on_track" == mondays[-1].review.status
    assert all(sum(action.minutes for action in monday.done) <= FIVE_HOURS for monday in mondays)


@pytest.mark.parametrize("name", BEGINNINGS)
def test_nothing_senseless_is_listed(name: str) -> None:
    """Nobody is talked to twice on one Monday, thanked for nothing new, or called done twice."""
    ended: list[str] = []
    for monday in followed(name):
        done = [record for action in monday.done for record in action.records]
        talks = [each.contacts for each in done if isinstance(each, ct.Conversation) and not each.transition]
        ended += [str(each.to_dict() | {"on": ""}) for each in done if isinstance(each, ct.Resolution)]

        assert len(talks) == len(set(talks))
        assert len(done) == len({str(record.to_dict()) for record in done})
    assert len(ended) == len(set(ended))


@pytest.mark.parametrize("name", templates.__all__)
def test_who_follows_a_template_keeps_all_of_it(name: str) -> None:
    """With the five hours a week that it asks for, practice is whole, and there is time left."""
    mondays = followed(name)

    assert 1.0 == mondays[-1].review.practice.value
    assert all(monday.listed.total <= FIVE_HOURS - 30 for monday in mondays)


def test_who_was_off_track_comes_back() -> None:
    """Half a year in which nothing was kept lately: the worst week is the first."""
    mondays = followed("quiet")
    practice = [monday.review.practice.value or 0.0 for monday in mondays]

    assert "off_track" == mondays[0].review.status
    assert practice == sorted(practice)
    assert practice[0] < 0.5
    assert practice[-1] > 0.9
