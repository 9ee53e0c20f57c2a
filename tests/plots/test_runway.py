"""The runway, and the waits beside it, are those of the outlook."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.plots.drawing import STORY, labelled, some_axes, sorts, span, texts

import careertrack as ct
from careertrack import plots
from careertrack.methods import chance_within
from careertrack.plots._runway import _wait
from careertrack.plots._style import number

MEANS = "how long the means last"
DAY = date(2026, 8, 17)


def searched(answers: list[int | None], gone_by: int = 100) -> ct.Plan:
    """Applications of one day, and the days after which each was answered."""
    plan = ct.Plan()
    for n, days in enumerate(answers):
        id = f"move-{n}"
        plan += [
            ct.Transition(id=id, on="2026-01-01"),
            ct.Step(on="2026-01-01", transition=id, stage="applied"),
        ]
        if days is not None:
            on = date(2026, 1, 1) + timedelta(days)
            stage = "rejected" if n % 2 else "interviewing"
            plan += ct.Step(on=on, transition=id, stage=stage)
    return plan


def test_means() -> None:
    """The means are a bar from the day to the day they end, which is a line through all rows."""
    ax = plots.runway(STORY.review(DAY), ax=some_axes())
    end = number(date(2027, 1, 5))

    assert [(number(DAY), end)] == [span(bar) for bar in labelled(ax, MEANS)]
    assert [end] == [line.get_xdata()[0] for line in labelled(ax, "the means end")]
    assert "until 2027-01-05, 4.6 months from this day, as stated on 2026-01-05" == texts(ax)[0]
    assert ["means", "first answer", "offer"] == [label.get_text() for label in ax.get_yticklabels()]
    assert (
        "Runway on 2026-08-17\nan offer by 2027-01-05, at 1.4 applications a week: 58 %, from 36 cases"
    ) == ax.get_title()


def test_offers() -> None:
    """Enough applications for a chance of an offer are sent by the first day that gives that chance."""
    review = STORY.review(DAY)
    outlook = review.outlook
    ax = plots.runway(review, ax=some_axes())
    (bar,), (mark,) = labelled(ax, "50 % to 90 % chance of an offer"), labelled(ax, "80 % chance of an offer")
    low, high = span(bar)

    for share, place in ((0.5, low), (0.8, mark.get_xdata()[0]), (0.9, high)):
        days = round(place - number(DAY))
        sent = [each * outlook.pace.applications // outlook.pace.days for each in (days - 1, days)]
        chances = [chance_within(outlook.needed.offers, outlook.needed.n, each) for each in sent]
        assert chances[0] < share <= chances[1]
    assert "50 % with 21, 80 % with 69, 90 % with 131 more applications, at 1.4 a week" == texts(ax)[2]


def test_answers() -> None:
    """The wait of an application of the day goes from the first quarter to the third, half in between."""
    plan = searched([4, 8, 12, 16, 20, 24, 28, 32])
    ax = plots.runway(plan.review("2026-04-01"), ax=some_axes())
    today = number(date(2026, 4, 1))

    assert [(today + 8, today + 24)] == [span(bar) for bar in labelled(ax, "25 % to 75 % answered")]
    assert [today + 16] == [mark.get_xdata()[0] for mark in labelled(ax, "50 % answered")]
    assert (
        "25 % within 8, 50 % within 16, 75 % within 24 days of applying; 8 of 8 answered so far"
        == texts(ax)[1]
    )


def test_answers_that_are_alike() -> None:
    """Of shares that have an answer by one day, the largest is told."""
    assert (
        "75 % within 14 days of applying; 34 of 39 answered so far"
        == texts(plots.runway(STORY.review(DAY), ax=some_axes()))[1]
    )


def test_answers_known_in_part() -> None:
    """Where too few have an answer, the band ends with what is known."""
    ax = plots.runway(searched([3, 3, 5, None, None, None]).review("2026-04-01"), ax=some_axes())

    assert ["50 % answered", "25 % to 50 % answered"] == [each for each in sorts(ax) if "answered" in each]
    assert "25 % within 3, 50 % within 5 days of applying; 3 of 6 answered so far" == texts(ax)[1]


@given(st.lists(st.none() | st.integers(0, 90), min_size=5, max_size=12))
def test_half_is_the_median(answers: list[int | None]) -> None:
    """The wait of half of the applications is the median of the outlook, censored cases and all."""
    waiting = searched(answers).review("2026-04-11").outlook.waiting

    assert waiting.median == _wait(waiting, 0.5)


# --- Words where there is no bar ---------------------------------------------------------------


def cases() -> Iterator[tuple[ct.Plan, str, list[str]]]:
    """Plans of which something is not known, a day, and what the rows say."""
    none_yet = "0 applications: 0 answered, 0 waiting; no median yet: 0 applications, and a number needs 5"
    no_rate = "not known; 0 settled applications, and a number needs 5"
    yield ct.Plan(), "2026-01-05", ["not stated", none_yet, no_rate]
    stated = ct.Runway(on="2026-01-05", savings="2000 EUR", spending="2000 EUR")
    ended = "ended on 2026-02-05, as stated on 2026-01-05"
    yield ct.Plan() + stated, "2026-02-05", [ended, none_yet, no_rate]
    yield ct.Plan() + stated, "2026-03-01", [ended, none_yet, no_rate]


@pytest.mark.parametrize(("plan", "day", "words"), list(cases()))
def test_words(plan: ct.Plan, day: str, words: list[str]) -> None:
    """What is not known is said in its row, with the reason, and has no bar."""
    ax = plots.runway(plan.review(day), ax=some_axes())

    assert words == texts(ax)
    assert [0, 1, 2] == [text.get_position()[1] for text in ax.texts]
    assert [] == ax.containers
    assert [] == labelled(ax, MEANS)
    assert (["the means end"] if day == "2026-02-05" else []) == sorts(ax)


def test_a_reason_is_told_to_its_end() -> None:
    """What takes more than a line goes on below; no number is cut off, no share torn apart."""
    review = STORY.review("2026-06-22")
    ax = plots.runway(review, ax=some_axes())
    reason = review.outlook.needed.reason

    assert f"not known; {reason}" == texts(ax)[2].replace("\n", " ")
    assert f"Runway on 2026-06-22 {review.outlook.chance.reason}" == ax.get_title().replace("\n", " ")
    assert "\n%" not in ax.get_title()
    assert 100 >= max(map(len, [*texts(ax)[2].split("\n"), *ax.get_title().split("\n")]))


def test_never_used_up() -> None:
    """Means that are never used up fill the row, hatched, and have no end."""
    ax = plots.runway(STORY.review("2026-10-12"), ax=some_axes())
    (bar,) = labelled(ax, MEANS)

    assert "..." == bar.patches[0].get_hatch()
    assert [] == labelled(ax, "the means end")
    assert "never used up, as stated on 2026-10-12" == texts(ax)[0]


def test_no_pace() -> None:
    """Where none was sent lately, the numbers stand without days."""
    ax = plots.runway(STORY.review("2026-12-28"), ax=some_axes())

    counts = "50 % with 13, 80 % with 35, 90 % with 58 applications"
    assert f"{counts}; none was sent in the last 12 weeks" == texts(ax)[2]


def test_what_takes_very_long() -> None:
    """What takes far longer than the means last goes on beyond the edge."""
    plan = STORY + ct.Runway(on="2026-08-17", savings="6000 EUR", spending="2000 EUR")
    ax = plots.runway(plan.review(DAY), ax=some_axes())
    shown = 3 * (date(2026, 11, 17) - DAY).days
    low, high = ax.get_xlim()

    assert [number(DAY) - low, high - number(DAY)] == [round(shown * 0.03), shown + round(shown * 0.03)]
    assert span(labelled(ax, "50 % to 90 % chance of an offer")[0])[1] > high
