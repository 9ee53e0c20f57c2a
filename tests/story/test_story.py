"""The page that tells a year does its sums right, and they are the library's."""

import ast
import operator
import re
from collections.abc import Callable, Mapping
from datetime import date
from fractions import Fraction
from pathlib import Path
from runpy import run_path
from typing import NamedTuple

import pytest

import careertrack as ct
from careertrack.vocabulary import PILLARS

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "explanation" / "story.md").read_text(encoding="utf-8")
TABLE = re.compile(
    r"^\| (\d{4}-\d\d-\d\d) \| by hand \| value \|\n\| --- .*\n((?:\|.*\n)+)", flags=re.MULTILINE
)
LAST_PLACE = 0.0005 + 1e-9  # the page prints three places
OF_ROUNDED = 0.001  # a mean of numbers that are printed with three places
SIGNS: Mapping[type[ast.operator], Callable[[Fraction, Fraction], Fraction]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}


class Row(NamedTuple):
    """A line of a table: what it is, the sum, and what comes of it."""

    by_hand: str
    value: str


def tables() -> dict[str, dict[str, Row]]:
    """The tables of the page by their day."""
    found: dict[str, dict[str, Row]] = {}
    for day, body in TABLE.findall(PAGE):
        cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in body.splitlines()]
        found[day] = {name.strip("*"): Row(by_hand, value) for name, by_hand, value in cells}
    return found


def worked_out(text: str) -> Fraction:
    """What a sum of the page comes to."""
    return _of(ast.parse(text.replace(" x ", " * "), mode="eval").body)


def _of(node: ast.expr) -> Fraction:
    if isinstance(node, ast.BinOp):
        return SIGNS[type(node.op)](_of(node.left), _of(node.right))
    assert isinstance(node, ast.Constant)
    return Fraction(str(node.value))


TABLES = tables()


@pytest.fixture(scope="module", name="module")
def example() -> Mapping[str, object]:
    """What the example defines."""
    return run_path(str(ROOT / "examples" / "story.py"))


@pytest.fixture(scope="module", name="plan")
def whole_year(module: Mapping[str, object]) -> ct.Plan:
    """The plan of the year."""
    story = module["story"]
    assert callable(story)
    plan = story()
    assert isinstance(plan, ct.Plan)
    return plan


def numbers(review: ct.Review) -> dict[str, float | None]:
    """The numbers of a review by their names on the page."""
    ready = list(review.readiness.values())
    return {
        **{pillar: review.practice[pillar].value for pillar in PILLARS},
        "practice": review.practice.value,
        "goals": review.goals.value,
        "readiness": ready[0].score.value if ready else None,
        "progress": review.progress.value,
        "p": review.standing.practice,
        "s": review.standing.schedule,
    }


def test_every_review_has_its_table(module: Mapping[str, object]) -> None:
    """The page has a table for each review, and each has every number and the status."""
    reviews = module["REVIEWS"]
    assert isinstance(reviews, tuple)

    assert [str(day) for day in reviews] == list(TABLES)
    assert [*numbers(ct.Plan().review("2026-01-01")), "status"] == list(next(iter(TABLES.values())))
    assert 1 == len({tuple(table) for table in TABLES.values()})


@pytest.mark.parametrize("day", TABLES)
def test_the_sums_of_the_page(day: str) -> None:
    """Each sum of a table comes to the value beside it, to the last place that is printed."""
    sums = {name: row for name, row in TABLES[day].items() if row.value and name != "status"}
    means = {name: OF_ROUNDED if name in ("practice", "progress", "p") else LAST_PLACE for name in sums}
    off = {name: abs(float(worked_out(row.by_hand)) - float(row.value)) for name, row in sums.items()}

    assert {} == {name: by for name, by in off.items() if by > means[name]}


@pytest.mark.parametrize("day", TABLES)
def test_the_numbers_of_the_review(day: str, plan: ct.Plan) -> None:
    """Each value of a table is the review's; what has none has none, for the reason that is given."""
    review = plan.review(day)
    found = numbers(review)
    told = {name: row.value for name, row in TABLES[day].items() if name != "status"}
    unvalued = {pillar: review.practice[pillar].reason for pillar in PILLARS if found[pillar] is None}

    assert [name for name, value in told.items() if not value] == [
        name for name, value in found.items() if value is None
    ]
    assert {} == {
        name: value
        for name, value in found.items()
        if value is not None and abs(value - float(told[name])) > LAST_PLACE
    }
    assert unvalued == {
        pillar: {"not due": "not due yet"}.get(TABLES[day][pillar].by_hand, TABLES[day][pillar].by_hand)
        for pillar in unvalued
    }


@pytest.mark.parametrize("day", TABLES)
def test_sums_are_exact(day: str, plan: ct.Plan) -> None:
    """Where a sum is of whole numbers it is the library's value and not only near it."""
    found = numbers(plan.review(day))
    exact = [name for name in (*PILLARS, "goals", "readiness", "s") if TABLES[day][name].value]

    assert {name: float(worked_out(TABLES[day][name].by_hand)) for name in exact} == pytest.approx(
        {name: found[name] for name in exact}, abs=1e-12
    )


@pytest.mark.parametrize("day", TABLES)
def test_the_status(day: str, plan: ct.Plan) -> None:
    """The status of a day is the table's, and what the table says decided it holds."""
    standing = plan.review(day).standing
    row = TABLES[day]["status"]
    holds = {
        "p at least 0.75": standing.practice is not None and standing.practice >= 0.75,
        "s at least 0.9": standing.schedule is not None and standing.schedule >= 0.9,
        "s below 0.9": standing.schedule is not None and standing.schedule < 0.9,
        "not below 0.7": standing.schedule is not None and standing.schedule >= 0.7,
        "s below 0.7": standing.schedule is not None and standing.schedule < 0.7,
    }

    assert row.value == standing.status
    assert all(holds[reason] for reason in row.by_hand.split(", "))


@pytest.mark.parametrize(
    ("day", "applied", "settled", "offers", "quiet"),
    [
        ("2026-02-02", 0, 0, 0, 0),
        ("2026-03-02", 7, 4, 0, 0),
        ("2026-03-30", 12, 11, 0, 0),
        ("2026-04-27", 15, 12, 0, 0),
        ("2026-05-25", 22, 14, 0, 3),
        ("2026-06-22", 29, 23, 0, 3),
        ("2026-07-20", 33, 29, 0, 3),
        ("2026-08-17", 39, 33, 1, 3),
        ("2026-09-14", 45, 39, 2, 0),
        ("2027-01-04", 45, 39, 2, 0),
    ],
)
def test_the_outlook(day: str, applied: int, settled: int, offers: int, quiet: int, plan: ct.Plan) -> None:
    """Applied for: 7 + 5 + 3 + 7 + 7 + 4 + 6 + 6 in the months.  Settled: all but those of the last two
    weeks, the silent three (quiet after four weeks), and the ones that are being talked about.
    """
    outlook = plan.review(day).outlook
    rate = outlook.funnel.offers

    assert (applied, settled, offers, quiet) == (
        outlook.funnel.reached["applied"],
        rate.n,
        rate.successes,
        rate.quiet,
    )


def test_the_chance(plan: ct.Plan) -> None:
    """Only while there was an offer and a runway: 28 applications to come at one in 36, 21 at two in 39."""
    chances = {day: plan.review(day).outlook.value for day in TABLES}
    expected = {"2026-08-17": 1 - _no_offer(35.5, 37, 28), "2026-09-14": 1 - _no_offer(37.5, 40, 21)}

    assert expected == pytest.approx({day: value for day, value in chances.items() if value is not None})


def _no_offer(against: float, all_in_all: float, attempts: int) -> float:
    product = 1.0
    for attempt in range(attempts):
        product *= (against + attempt) / (all_in_all + attempt)
    return product


def test_the_runway(plan: ct.Plan) -> None:
    """24,000 at 2,000 a month are twelve months; with a salary above the spending they never end."""
    before, after = (plan.as_of(day).runway for day in ("2026-01-05", "2026-10-12"))
    assert before is not None
    assert after is not None

    assert (12.0, date(2027, 1, 5)) == (before.months, before.until)
    assert after.until is None


def test_starting(plan: ct.Plan) -> None:
    """In the 28 days from the first ask the status is *starting*."""
    assert ["starting", "starting", "on_track"] == [
        plan.review(day).status for day in ("2026-01-05", "2026-02-01", "2026-02-02")
    ]


def test_all_six_pillars_are_set_out(plan: ct.Plan) -> None:
    """In the course of the year every pillar has a value."""
    reviews = [plan.review(day) for day in TABLES]

    assert list(PILLARS) == [
        pillar for pillar in PILLARS if any(each.practice[pillar].value is not None for each in reviews)
    ]


def test_each_review_as_it_was(plan: ct.Plan) -> None:
    """What happened later changes no review: the plan cut at its day gives the same one."""
    for day in TABLES:
        cut = ct.Plan(owner=plan.owner) + [each for each in plan if each.on is None or str(each.on) <= day]

        assert cut.review(day).to_dict() == plan.review(day).to_dict()


def test_every_answer_a_rejection(plan: ct.Plan) -> None:
    """With every answer turned into a rejection, practice and progress stay as they are by the bit."""
    others = ("screening", "interviewing", "offer", "accepted", "declined")
    turned = plan
    for step in plan.of(ct.Step):
        if step.stage in others:
            turned = turned.replace(step, step.evolve(stage="rejected"))

    for day in TABLES:
        one, other = plan.review(day), turned.review(day)
        assert (one.practice, one.progress) == (other.practice, other.progress)


def test_the_program_prints_the_year(
    module: Mapping[str, object], capsys: pytest.CaptureFixture[str]
) -> None:
    """Without arguments the example prints a line for each review; with a day, that day in full."""
    main = module["main"]
    assert callable(main)
    main([])
    lines = capsys.readouterr().out.splitlines()
    main(["2026-04-27"])

    assert (13, "2026-04-27  off_track  practice 0.70  progress 0.65") == (len(lines), lines[3])
    assert capsys.readouterr().out.startswith("2026-04-27: needs a step\n")
