"""What to begin with: few plain records that fit together, within five hours a week, and that can be kept."""

import inspect
import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import combinations
from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

import careertrack as ct
from careertrack import templates
from careertrack.record import Record
from careertrack.values import Every

Template = Callable[..., tuple[Record, ...]]
TEMPLATES: Final[dict[str, Template]] = {name: getattr(templates, name) for name in templates.__all__}
EACH: Final = pytest.mark.parametrize("template", TEMPLATES.values(), ids=TEMPLATES)
MONDAY: Final = date(2026, 1, 5)
DAY: Final = timedelta(1)
# What one of each takes, rather more than less, so that a promise of times can be held against minutes.
MINUTES: Final = {"applications": 90, "conversations": 30, "reflections": 15}
FIVE_HOURS: Final = 300


@EACH
def test_a_template_is_a_plan(template: Template) -> None:
    """The records fit together, survive a document, and are the same for a day as text and as a date."""
    plan = ct.Plan() + template("2026-01-05")

    assert plan == ct.loads(ct.dumps(plan))
    assert template(MONDAY) == template("2026-01-05")
    assert 6 <= len(plan) <= 12
    assert len(plan) == len(template(MONDAY))


@EACH
def test_ids_are_readable_and_unique(template: Template) -> None:
    """No two records of a template share an id, and each id is of a few words."""
    ids = [record.id for record in template(MONDAY) if record.id]

    assert len(set(ids)) == len(ids)
    assert [] == [id for id in ids if not re.fullmatch(r"[a-z]+(-[a-z0-9]+){0,2}", id)]


@EACH
def test_a_docstring_names_every_record(template: Template) -> None:
    """What each record is for stands in the docstring, under its class and its id."""
    said = inspect.getdoc(template) or ""

    for record in template(MONDAY):
        assert f"``{type(record).__name__}``" in said
        if record.id and not isinstance(record, ct.Reflection):
            assert f"*{record.id}*" in said


@EACH
def test_five_hours_are_enough(template: Template) -> None:
    """All that is asked in a week, a talk for each rhythm included, takes less than five hours."""
    plan = ct.Plan() + template(MONDAY)
    (capacity,) = plan.of(ct.Capacity)
    asked = sum(each.minutes or MINUTES[each.of or ""] * (each.times or 0) for each in plan.of(ct.Routine))
    asked += sum(MINUTES["conversations"] for _ in plan.of(ct.Cadence))

    assert FIVE_HOURS == capacity.minutes
    assert asked < FIVE_HOURS
    assert {"week"} == {each.per for each in plan.of(ct.Routine)}
    assert 2 <= len(plan.of(ct.Routine)) <= 3
    assert [Every(2, "week")] == [each.every for each in plan.of(ct.Cadence)]


@EACH
def test_goals_go_by_small_steps(template: Template) -> None:
    """Each of the one or two goals has a target, a day and milestones on the straight line between."""
    goals = (ct.Plan() + template(MONDAY)).of(ct.Goal)

    assert 1 <= len(goals) <= 2
    for goal in goals:
        assert goal.due is not None
        assert goal.target is not None
        for each in goal.milestones:
            share = (each.due - MONDAY).days / (goal.due - MONDAY).days
            assert share == pytest.approx(each.value / goal.target)
        assert goal.milestones[0].due <= MONDAY + 28 * DAY


@EACH
@pytest.mark.parametrize("weekday", range(7))
def test_the_first_review_is_calm(template: Template, weekday: int) -> None:
    """On the first day nothing is pressing or worth a look, nothing is overdue, and the plan is starting."""
    day = MONDAY + weekday * DAY
    review = (ct.Plan() + template(day)).review(day)

    assert {"hint"} >= {finding.severity for finding in review.findings}
    assert ("starting", None) == (review.status, review.practice.value)


def test_any_templates_go_together() -> None:
    """Two templates of one day fit in one plan, as what they share is the same record."""
    for one, other in combinations(TEMPLATES.values(), 2):
        both = ct.Plan() + one(MONDAY) + other(MONDAY)

        assert {*one(MONDAY), *other(MONDAY)} == set(both)


@given(on=st.dates(max_value=date(9999, 10, 8)), name=st.sampled_from([*TEMPLATES]))
def test_any_day_will_do(on: date, name: str) -> None:
    """A template begins on any day from which twelve weeks are left in the calendar, and not before it."""
    plan = ct.Plan() + TEMPLATES[name](on)

    assert {on} == {record.on for record in plan if record.on is not None}


HOSTILE: Final = [
    "soon",
    "",
    "2026-02-29",
    "20260105",
    "2026-W01-1",
    None,
    20260105,
    True,
    "9999-10-09",
    "٢٠٢٦-٠١-٠٥",
]


@EACH
@pytest.mark.parametrize("on", HOSTILE)
def test_no_day(template: Template, on: Any) -> None:
    """What is no day, or so late that its goals have no room, is refused as ``on``."""
    with pytest.raises(ct.InvalidValue) as caught:
        template(on)

    assert [("on", "value")] == [(issue.path, issue.code) for issue in caught.value.issues]


# --- What may be given ------------------------------------------------------------------------------


@pytest.mark.parametrize("template", [templates.laid_off, templates.returning])
def test_means_where_figures_are_given(template: Template) -> None:
    """With figures there is a runway, the golden one: 40,000 at 4,100 a month are 9.76 months."""
    given = ct.Plan() + template(MONDAY, savings="40000 EUR", spending="4100 EUR")
    runway = given.as_of(MONDAY).runway

    assert runway is not None
    assert 9.76 == round(runway.months or 0, 2)
    assert (ct.Plan() + template(MONDAY)).as_of(MONDAY).runway is None
    income = template(
        MONDAY, savings="40000 EUR", spending="4100 EUR", income="2400 EUR", income_until="2026-07-04"
    )
    assert "2400 EUR" == income[-1].to_dict()["income"]


@pytest.mark.parametrize("template", [templates.laid_off, templates.returning])
@pytest.mark.parametrize(
    ("figures", "paths"),
    [
        ({"savings": "1 EUR"}, ["spending"]),
        ({"spending": "1 EUR"}, ["savings"]),
        ({"income": "1 EUR"}, ["savings", "spending"]),
        ({"income_until": "2026-07-01"}, ["savings", "spending"]),
        ({"savings": "a lot", "spending": "1 EUR"}, ["Runway.savings"]),
        ({"savings": "1 EUR", "spending": "1 GBP"}, ["Runway.spending"]),
        ({"savings": "1 EUR", "spending": "1 EUR", "income_until": "2026-07-01"}, ["Runway.income_until"]),
    ],
)
def test_half_of_the_means(template: Template, figures: dict[str, Any], paths: list[str]) -> None:
    """Figures of the means that lack another, or are none, are refused by name."""
    with pytest.raises(ct.InvalidValue) as caught:
        template(MONDAY, **figures)

    assert paths == [issue.path for issue in caught.value.issues]


def test_offers_of_ones_own() -> None:
    """Each organization named has a move and an offer, with the day to answer by."""
    plan = ct.Plan() + templates.comparing_offers(
        MONDAY, organizations=["Initech", "Globex", "Hooli"], answer_by="2026-01-20", motivators=["people"]
    )
    now = plan.as_of(MONDAY)

    assert {"offer-1": "Initech", "offer-2": "Globex", "offer-3": "Hooli"} == {
        id: move.transition.organization for id, move in now.transitions.items()
    }
    assert {date(2026, 1, 20)} == {offer.answer_by for offer in plan.of(ct.Offer)}
    assert now.priorities is not None
    assert ("people",) == now.priorities.motivators


@pytest.mark.parametrize("organizations", [[], "Initech", None, [""], [1], ["a" * 501]])
def test_no_organizations(organizations: Any) -> None:
    """Offers come from somewhere: no name, or one that is none, is refused."""
    with pytest.raises(ct.InvalidValue) as caught:
        templates.comparing_offers(MONDAY, organizations=organizations)

    assert all(issue.path.startswith("organizations") for issue in caught.value.issues)


def test_broken_fields_are_told() -> None:
    """Motivators given twice and an answer due before the offer are refused by the records themselves."""
    with pytest.raises(ct.InvalidValue, match=r"Priorities\.motivators"):
        templates.unsure(MONDAY, motivators=["pay", "pay"])
    with pytest.raises(ct.InvalidValue, match=r"Offer\.answer_by"):
        templates.comparing_offers(MONDAY, answer_by="2026-01-04")


# --- What comes of it -----------------------------------------------------------------------------------


def test_five_facts_later_something_is_known() -> None:
    """Laid off a fortnight ago, five facts make practice, progress and what went well known."""
    plan = ct.Plan() + templates.laid_off(MONDAY)
    plan += [
        ct.Transition(id="analyst", on="2026-01-06"),
        ct.Step(on="2026-01-06", transition="analyst", stage="applied"),
        ct.Conversation(on="2026-01-07", contacts=["trusted-person"], type="advice"),
        ct.Reflection(on="2026-01-09", energy=1, went_well="One is sent"),
        ct.CheckIn(on="2026-01-11", goal="applications", value=1),
    ]
    review = plan.review("2026-01-12")

    # One application of two; one talk of one; one reflection of one, and a week in motion; no more is due.
    assert [0.5, 1.0, 1.0] == [review.practice[name].value for name in ("change", "network", "perseverance")]
    assert review.practice.value == pytest.approx((0.5 + 1 + 1) / 3)
    assert review.progress.value == pytest.approx(1 / 24)
    assert [] != list(review.wins)
    assert "practice: 0.83" in str(review)


def kept(plan: ct.Plan, weeks: int) -> Iterator[Record]:
    """What somebody writes down who does in each week just what is asked, on one and the same weekday."""
    (person,) = {cadence.contact for cadence in plan.of(ct.Cadence)}
    start = min(record.on for record in plan if record.on is not None)
    for week in range(weeks):
        on = start + 7 * week * DAY
        for routine in plan.of(ct.Routine):
            for n in range(routine.times or 1):
                id = f"{routine.id}-{week}-{n}"
                if routine.minutes is not None:
                    yield ct.Effort(id=id, on=on, minutes=routine.minutes, routine=routine)
                elif routine.of == "conversations":
                    yield ct.Conversation(id=id, on=on, contacts=[person])
                elif routine.of == "reflections":
                    yield ct.Reflection(id=id, on=on, energy=0)
                else:
                    yield ct.Transition(id=id, on=on)
                    yield ct.Step(on=on, transition=id, stage="applied")
        for goal in plan.of(ct.Goal):
            assert goal.due is not None
            assert goal.target is not None
            share = min(1.0, (on - start) / (goal.due - start))
            yield ct.CheckIn(on=on, goal=goal, value=goal.target * share)


@EACH
@pytest.mark.parametrize("weekday", range(7))
def test_who_keeps_to_it_is_on_track_within_eight_weeks(template: Template, weekday: int) -> None:
    """Whoever does what a template asks is on track after eight weeks, whatever day it was begun on."""
    start = MONDAY + weekday * DAY
    plan = ct.Plan() + template(start)
    plan += kept(plan, weeks=8)
    review = plan.review(start + 56 * DAY)

    assert "on_track" == review.status
    assert review.standing.practice is not None
    assert review.standing.practice >= 0.95
    assert review.schedules
    assert all(each.s is not None and each.s >= 0.9 for each in review.schedules.values())


@EACH
def test_who_does_nothing_is_not(template: Template) -> None:
    """Whoever writes nothing down for eight weeks is not on track, and is told so kindly."""
    review = (ct.Plan() + template(MONDAY)).review(MONDAY + 56 * DAY)

    assert "off_track" == review.status
    assert "needs a step" in str(review)
