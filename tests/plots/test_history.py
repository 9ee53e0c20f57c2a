"""The curves of many days are the columns of their history."""

from datetime import date, timedelta
from math import isnan
from typing import Any

from matplotlib import rc_context
from tests.plots.drawing import BEGIN, STORY, labelled, rendered, some_axes, sorts, texts

import careertrack as ct
from careertrack import plots
from careertrack.plots._style import number

DAYS = [BEGIN + timedelta(weeks=n) for n in range(1, 40)]


def curve(line: Any) -> list[float | None]:
    """The heights of a line, `None` in its gaps."""
    return [None if isnan(value) else value for value in line.get_ydata()]


def test_values_and_bounds() -> None:
    """Practice and progress are lines through their values, in bands of their bounds."""
    history = STORY.history(DAYS)
    ax = plots.history(history, ax=some_axes())
    (practice,), (progress,) = labelled(ax, "practice"), labelled(ax, "progress")

    assert [number(day) for day in DAYS] == list(practice.get_xdata())
    assert list(history.column("practice")) == curve(practice)
    assert [
        value if share >= 0.6 else None
        for value, share in zip(history.column("progress"), history.column("progress.coverage"), strict=True)
    ] == curve(progress)
    assert None in curve(progress)
    for name in ("practice", "progress"):
        (band,) = labelled(ax, f"bounds of {name}")
        corners = {(x, y) for x, y in band.get_paths()[0].vertices}
        for bound in ("lower", "upper"):
            assert set(zip(map(number, DAYS), history.column(f"{name}.{bound}"), strict=True)) <= corners
    assert ["pause", "bounds of practice", "practice", "bounds of progress", "progress"] == sorts(ax)
    assert "Practice and progress from 2026-01-12 to 2026-10-05" == ax.get_title()


def test_lines_differ_by_more_than_their_colour() -> None:
    """The two lines have their own marks and strokes, and the bands their own hatches."""
    ax = plots.history(STORY.history(DAYS), ax=some_axes())
    practice, progress = (labelled(ax, name)[0] for name in ("practice", "progress"))

    assert practice.get_marker() != progress.get_marker()
    assert practice.get_linestyle() != progress.get_linestyle()
    assert [None, "..."] == [
        labelled(ax, f"bounds of {name}")[0].get_hatch() or None for name in ("practice", "progress")
    ]


def test_pauses() -> None:
    """Pauses that touch are one band, as far as the days go; its last day is in it."""
    plan = STORY + ct.Pause(on="2026-07-20", until="2026-08-02", why="illness")
    plan += ct.Pause(on="2026-09-28", until="2026-12-31")
    ax = plots.history(plan.history(DAYS), ax=some_axes())
    bands = [(band.get_x(), band.get_x() + band.get_width()) for band in labelled(ax, "pause")]

    assert [
        (number(date(2026, 7, 6)), number(date(2026, 8, 3))),
        (number(date(2026, 9, 28)), number(date(2026, 10, 6))),
    ] == bands
    assert 1 == sorts(ax).count("pause")


def test_pauses_of_a_history() -> None:
    """A history knows the pauses on record by its last day, and none that was recorded later."""
    pause = ct.Pause(on="2026-07-06", until="2026-07-19")

    assert (pause,) == STORY.history(["2026-05-01", "2026-07-06"]).pauses
    assert () == STORY.history(["2026-07-05"]).pauses
    assert () == STORY.history([]).pauses


def test_one_day() -> None:
    """One day is a point each, with its bounds."""
    ax = plots.history(STORY.history(["2026-03-30"]), ax=some_axes())

    assert rendered(ax)
    assert [1, 1] == [len(labelled(ax, name)[0].get_xdata()) for name in ("practice", "progress")]
    (bounds,) = labelled(ax, "bounds of progress")
    assert 2 == len({height for _, height in bounds.get_paths()[0].vertices})


def test_many_days_have_small_marks() -> None:
    """More marks than one can tell apart leave the line to be seen."""
    few, many = (
        labelled(plots.history(STORY.history(days), ax=some_axes()), "practice")[0].get_markersize()
        for days in (DAYS, [BEGIN + timedelta(n) for n in range(100)])
    )

    assert few > many > 0


def test_no_days() -> None:
    """A history of no days says so."""
    ax = plots.history(STORY.history([]), ax=some_axes())

    assert ["There are no days in this history."] == texts(ax)


def test_days_are_written_in_digits() -> None:
    """The marks below are days as the library writes them, whatever zone the style asks for."""
    with rc_context({"timezone": "America/New_York"}):
        ax = plots.history(STORY.history(DAYS), ax=some_axes())
        rendered(ax)
        marks = [label.get_text() for label in ax.get_xticklabels()]
        places = list(ax.get_xticks())

    assert 3 <= len(marks) <= 8
    assert {"01"} == {mark[-2:] for mark in marks}
    assert "2026-04-01" in marks
    assert places == [on // 1 for on in places]
