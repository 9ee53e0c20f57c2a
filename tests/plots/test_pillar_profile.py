"""The profile of the pillars shows what the review says of each."""

import attrs
import pytest
from hypothesis import given, settings
from tests.plots.drawing import STORY, labelled, row_names, some_axes, sorts, span, texts

import careertrack as ct
from careertrack import plots
from careertrack.score import Part
from careertrack.strategies import plans
from careertrack.vocabulary import PILLARS

BOUNDS = "bounds: what is not known taken as 0 and as 1"


def drawn(review: ct.Review) -> dict[str, float]:
    """The value of each pillar, by where its point is."""
    ax = plots.pillar_profile(review, ax=some_axes())
    rows = row_names(ax)
    return {rows[int(mark.get_ydata()[0])]: mark.get_xdata()[0] for mark in labelled(ax, "value")}


def scored(**scores: ct.Score) -> ct.Review:
    """A review with some scores of practice in the place of its own."""
    review = STORY.review("2026-06-22")
    parts = tuple(Part(name, 1.0, scores.get(name, ct.Score.not_asked("not set out"))) for name in PILLARS)
    return attrs.evolve(review, practice=attrs.evolve(review.practice, parts=parts))


def test_values() -> None:
    """Each pillar that has a value has a point there; rows are the pillars, from direction down."""
    review = STORY.review("2026-06-22")
    ax = plots.pillar_profile(review, ax=some_axes())

    assert list(PILLARS) == row_names(ax)
    assert {pillar: review.practice[pillar].value for pillar in PILLARS if pillar != "manager"} == drawn(
        review
    )
    assert [review.practice[pillar].headline() for pillar in PILLARS] == texts(ax)
    assert "Practice by pillar on 2026-06-22\nin all: 0.91" == ax.get_title()
    assert ["value"] == sorts(ax)


def test_bounds() -> None:
    """What is known in part is a bar from its lower bound to its upper one, with a point in it."""
    half = ct.Score.combine(
        {"a": ct.Score.of(0.5, n=1, method=""), "b": ct.Score.unknown("")}, {"a": 3, "b": 1}
    )
    ax = plots.pillar_profile(scored(skills=half), ax=some_axes())

    assert [(0.375, 0.625)] == [span(bar) for bar in labelled(ax, BOUNDS)]
    assert [(1, 0.5)] == [(line.get_ydata()[0], line.get_xdata()[0]) for line in labelled(ax, "value")]
    assert "0.50, between 0.38 and 0.62, 75% known" == texts(ax)[1]


def test_too_little_is_known() -> None:
    """Below 60 % known there are bounds and no point; of what is not known at all, a bar over everything."""
    thin = ct.Score.combine(
        {"a": ct.Score.of(0.5, n=1, method=""), "b": ct.Score.unknown("")}, {"a": 1, "b": 1}
    )
    ax = plots.pillar_profile(scored(skills=thin, change=ct.Score.unknown("no word")), ax=some_axes())

    assert [(0.25, 0.75), (0, 1)] == [span(bar) for bar in labelled(ax, BOUNDS)]
    assert [] == labelled(ax, "value")
    assert ["not set out", "between 0.25 and 0.75, 50% known"] == texts(ax)[:2]
    assert "unknown: no word" == texts(ax)[4]


def test_interval() -> None:
    """A statistical interval is a line of its own."""
    found = ct.Score.of(0.5, n=8, method="", interval=(0.2, 0.8))
    ax = plots.pillar_profile(scored(manager=found), ax=some_axes())

    assert [(0.2, 0.8)] == [tuple(line.get_xdata()) for line in labelled(ax, "interval of 95 %")]
    assert ["interval of 95 %", "value"] == sorts(ax)


def test_long_reasons_are_cut() -> None:
    """A reason that has no room is cut."""
    ax = plots.pillar_profile(scored(network=ct.Score.not_asked("why " * 50)), ax=some_axes())

    assert 48 == len(texts(ax)[3])


@settings(max_examples=30)
@given(plan=plans())
def test_any_review(plan: ct.Plan) -> None:
    """Of any plan, there is a point for each pillar that has a value of which enough is known."""
    review = plan.review(max((record.on for record in plan if record.on), default="2026-01-01"))
    expected = {
        part.name: part.score.value
        for part in review.practice.parts
        if part.score.value is not None and not part.score.is_thin
    }

    assert pytest.approx(expected) == drawn(review)
