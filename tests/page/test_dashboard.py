"""The dashboard: what a review, a snapshot and a plan show in a notebook."""

import re
from datetime import date

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from tests.page.reading import DAYS, NORA, PLANS, Tags, saying

import careertrack as ct
from careertrack.page import Fold, Page, Section, Table, as_text
from careertrack.page.blocks import Block, pieces
from careertrack.strategies import plans
from careertrack.vocabulary import PILLARS

DAY = "2026-04-27"
REVIEW = NORA.review(DAY)


def sections(page: Page, kind: type[Section] | type[Fold] = Section) -> dict[str, tuple[Block, ...]]:
    """The blocks under each heading of a page, its own ones."""
    return {
        "".join(pieces(block.heading, {})): tuple(block.blocks)  # type: ignore[arg-type]
        for block in page.blocks
        if isinstance(block, kind)
    }


def under(page: Page, heading: str) -> str:
    """What a page says under a heading, as text."""
    return as_text(Page("", sections(page)[heading])).strip()


# --- A review ----------------------------------------------------------------------------------------


def test_wins_come_first() -> None:
    """Then what decided, the next step, numbers, what changed, what to do and to know; the rest is folded."""
    page = REVIEW.full_page()

    assert [
        "went well",
        "what decided",
        "next",
        "practice and progress",
        "what changed since 2026-04-20",
        "what to do",
        "worth knowing",
    ] == list(sections(page))
    assert ["outlook", "goals", "schedules", "readiness for Data analyst"] == list(sections(page, Fold))
    assert "2026-04-27: needs a step" == as_text(Page(page.title))


def test_the_status_is_said_in_words() -> None:
    """In the title, by whatever label it is given."""
    assert "2026-04-27: needs a step" == "".join(Tags(REVIEW.html()).words[:2])
    assert "2026-04-27: hakt" == "".join(Tags(REVIEW.html({"off_track": "hakt"})).words[:2])


def test_every_pillar_has_a_row() -> None:
    """With its bar, and what it is made of, the lowest first; what is not set out has none."""
    (table,) = sections(REVIEW.full_page())["practice and progress"]
    assert isinstance(table, Table)
    rows = {
        line.split("  ")[0] or line.split()[0]: line for line in as_text(Page("", [table])).splitlines()[3:]
    }

    assert ["practice", *PILLARS, "progress", "goals", "readiness", "outlook"] == list(rows)
    assert [0, *(1 for _ in PILLARS), 0, 1, 1, 0] == list(table.levels)
    assert re.search("0.65 +routine study 0.38, required skills 0.75, courses 1.00$", rows["skills"])
    assert ["manager", "not", "set", "out"] == rows["manager"].split()


def test_many_parts_are_cut() -> None:
    """The four lowest of a number, what is not known last, and how many more there are."""
    goals = [ct.Goal(id=f"g{n}", on="2026-01-05", title="-", pillar="change", target=10) for n in range(6)]
    checks = [ct.CheckIn(on="2026-02-01", goal=f"g{n}", value=9 - n) for n in range(5)]
    page = ct.Plan(records=[*goals, *checks]).review("2026-02-02").full_page()

    assert "g4 0.50, g3 0.60, g2 0.70, g1 0.80, 2 more" in under(page, "practice and progress")


def test_what_changed_within_a_week() -> None:
    """Against the review of seven days earlier, by the same weights."""
    weights = {"change": 0.0, "skills": 3.0}
    page = NORA.review(DAY, weights).full_page()
    found = NORA.review(DAY, weights).since(NORA.review("2026-04-20", weights))

    assert as_text(Page("", found.full_page().blocks)).strip() == under(page, "what changed since 2026-04-20")
    assert "skills" in under(page, "what changed since 2026-04-20")


@pytest.mark.parametrize("day", ["0001-01-03", "2025-06-01", "2026-01-11", "2030-01-01"])
def test_quiet_where_nothing_changed(day: str) -> None:
    """Before there was anything a week earlier, and when nothing moved since."""
    assert not [heading for heading in sections(NORA.review(day).full_page()) if "changed" in heading]


def test_next_actions() -> None:
    """The first few of what there is to do, each with its minutes and its reason, and without its cue."""
    actions = [*REVIEW.actions(), *REVIEW.actions().apart]
    said = under(REVIEW.full_page(), "what to do")

    for action in actions[:5]:
        assert f"- {action.message}\n  {action.facts()}\n  {action.reason}" in said
    assert said.endswith(f"- and {len(actions) - 5} more")
    cued = saying(NORA, "Tuesday at Zed's").review(DAY)
    assert any(action.cue for action in cued.actions())
    assert "Zed" not in under(cued.full_page(), "what to do")


def test_findings_by_how_pressing_they_are() -> None:
    """Each under what its severity means, in words; none is lost."""
    said = under(REVIEW.full_page(), "worth knowing")
    groups = [line.removesuffix(":") for line in said.splitlines() if line.endswith(":")]

    assert ["worth a look", "could be set out"] == groups
    assert [str(each) for each in REVIEW.findings] == [
        line.removeprefix("- ") for line in said.splitlines() if line.startswith("- ")
    ]


def test_what_is_not_there_has_no_heading() -> None:
    """Of an empty plan's review, the headings that have something under them."""
    page = attrs.evolve(ct.Plan().review(DAY), findings=(), wins=()).full_page()

    assert ["what decided", "next", "practice and progress", "what to do"] == list(sections(page))
    assert ["outlook"] == list(sections(page, Fold))


def test_nothing_to_do_has_no_heading() -> None:
    """In a pause that nobody has set a day in."""
    page = ct.Plan(records=[ct.Pause(on=DAY, until="2026-06-01")]).review(DAY).full_page()

    assert "what to do" not in sections(page)


def test_levels_and_chances_are_told_with_the_goals() -> None:
    """Where a goal has a level, and where one has a chance and a fate."""
    goals = [ct.Goal(id=f"g{n}", on="2026-01-05", title="-", pillar="change", chance=0.5) for n in range(2)]
    plan = ct.Plan(records=goals) + [
        ct.CheckIn(on="2026-02-01", goal="g0", level=1),
        ct.Resolution(on="2026-02-01", goal="g1"),
    ]
    review = plan.review("2026-02-02")
    said = as_text(Page("", sections(review.full_page(), Fold)["goals"]))

    assert str(review.attainment) in said
    assert str(review.chances) in said


def test_a_schedule_that_cannot_be_told() -> None:
    """A goal without a check-in has no pace and no forecast."""
    plan = ct.Plan() + ct.Goal(
        id="g", on="2026-01-05", title="-", pillar="change", target=2, due="2026-04-01"
    )
    (table,) = sections(plan.review("2026-01-06").full_page(), Fold)["schedules"]

    assert ["g", "unknown", "2026-04-01", "unknown"] == as_text(Page("", [table])).splitlines()[3].split()[:4]


# --- A snapshot and a plan -----------------------------------------------------------------------------


def test_a_snapshot_shows_its_day() -> None:
    """The dashboard of the day, and how much there is of what."""
    dashboard, words = Tags(REVIEW.html()).words, Tags(NORA.as_of(DAY)._repr_html_()).words

    assert dashboard == words[: len(dashboard)]
    assert ["on record", "goals", "3"] == words[len(dashboard) :][:3]
    assert "<Snapshot on 2026-04-27>" == repr(NORA.as_of(DAY))


def test_a_plan_shows_its_last_day() -> None:
    """The last day that is written down, said to be that; nothing here knows today."""
    last = max(record.on for record in NORA if record.on is not None)
    words = Tags(NORA._repr_html_()).words

    assert f"{last}: on track" == "".join(words[:2])
    assert "as of the last day that is written down; plan.review(day) shows another" == words[2]
    assert repr(NORA).startswith("<Plan of ")


@pytest.mark.parametrize("plan", [ct.Plan(), ct.Plan() + ct.Skill(name="SQL")])
def test_an_empty_plan_says_how_to_begin(plan: ct.Plan) -> None:
    """So does one in which nothing has a day; and what it says can be done."""
    words = Tags(plan._repr_html_()).words

    assert "an empty plan" == words[0]
    assert isinstance(eval(words[2], {"ct": ct}), ct.Goal)
    assert words[3].startswith("careertrack.templates.unsure(")


def test_a_day_without_anything() -> None:
    """It says so."""
    assert "nothing yet" in Tags(ct.Plan().as_of(DAY)._repr_html_()).words


@pytest.mark.parametrize("name", PLANS)
def test_no_name_of_a_person(name: str) -> None:
    """Of what the owner has own words for, titles of roles and units of goals alone are shown."""
    plan = ct.Plan(records=[_named(each) for each in saying(PLANS[name], "Zed Secret")])
    shown = [plan._repr_html_(), *(plan.as_of(day)._repr_html_() for day in DAYS)]

    assert [] == [word for html in shown for word in Tags(html).words if "Zed" in word]


def _named(record: ct.Record) -> ct.Record:
    if isinstance(record, ct.Role):
        return record.evolve(title="Analyst")
    return record.evolve(unit="pages") if isinstance(record, ct.Goal) else record


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(plan=plans())
def test_any_plan_has_a_dashboard(plan: ct.Plan) -> None:
    """Whatever is written down, on whatever days: it is shown, and whole."""
    assert [] == Tags(plan._repr_html_()).faults


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_the_ends_of_the_calendar(day: str) -> None:
    """There is a dashboard on the first day of all and on the last."""
    plan = ct.Plan() + ct.Goal(on=day, id="g", title="-", pillar="change", target=1)
    plan += ct.Routine(on=day, id="r", pillar="skills", minutes=60)

    assert f"{day}: just begun" == "".join(Tags(plan._repr_html_()).words[:2])


def test_a_day_can_be_a_date() -> None:
    """As everywhere."""
    assert NORA.review(date(2026, 4, 27)).html() == REVIEW.html()
