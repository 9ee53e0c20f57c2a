"""How long an answer takes."""

from datetime import date, timedelta

import pytest
from tests.outlook.searching import START, asked, many, moved

import careertrack as ct
from careertrack.outlook import Waiting
from careertrack.vocabulary import Stage

DAY = date(2026, 3, 1)
FIVE = (
    moved("a", "applied", "rejected", gap=3),
    moved("b", "applied", "screening", gap=5),
    moved("c", "applied", start=DAY - timedelta(6)),
    moved("d", "applied", "rejected", gap=8),
    moved("e", "applied", "interviewing", gap=10),
)


def waits(*moves: list[object], day: str = "2026-03-01") -> Waiting:
    """The waits of some moves."""
    return asked(*moves, day=day).waiting


def test_five_waits_by_hand() -> None:
    """Rejected on day 3, on to a screening on 5, waiting for 6, rejected on 8, on to an interview on 10.

    Still waiting: 4/5 after 3 days, 3/5 after 5; the one that waits leaves two at risk, so 3/10 after 8 and
    0 after 10: half have an answer by day 8. Going on: 4/5 x 1/4 = .2 by day 5, and 3/10 x 1/1 more by day
    10: .5. Rejected: 1/5 by day 3, and 3/5 x 1/2 more by day 8: .5. One less Kaplan-Meier for going on alone
    would say 1.0.
    """
    found = waits(*FIVE)

    assert (5, 4, 1, 0, 8.0, "") == (
        found.n,
        found.answered,
        found.waiting,
        found.withdrawn,
        found.median,
        found.reason,
    )
    assert [(5.0, 0.2), (10.0, 0.5)] == [pytest.approx(point) for point in found.goes_on]
    assert [(3.0, 0.2), (8.0, 0.5)] == [pytest.approx(point) for point in found.rejected]
    assert 10 == found.longest


@pytest.mark.parametrize(
    ("days", "expected"),
    [(0, (0.0, 0.0)), (3, (0.0, 0.2)), (4.9, (0.0, 0.2)), (5, (0.2, 0.2)), (10, (0.5, 0.5)), (10.1, None)],
)
def test_by_some_days(days: float, expected: tuple[float, float] | None) -> None:
    """The chances step up on the days of answers; beyond the longest wait nothing is said."""
    found = waits(*FIVE).by(days)

    assert expected == (found if found is None else pytest.approx(found))


def test_the_withdrawn_wait_until_they_are_withdrawn() -> None:
    """A move withdrawn on day 6 counts as one that waited for six days, whatever day it is."""
    withdrawn = waits(FIVE[0], FIVE[1], moved("c", "applied", "withdrawn", gap=6), FIVE[3], FIVE[4])

    assert (0, 1) == (withdrawn.waiting, withdrawn.withdrawn)
    assert (waits(*FIVE).median, waits(*FIVE).goes_on) == (withdrawn.median, withdrawn.goes_on)


@pytest.mark.parametrize(
    ("stages", "expected"),
    [
        (("lead",), (0, 0, 0, 0)),
        (("interviewing", "rejected"), (0, 0, 0, 0)),
        (("applied",), (1, 0, 1, 0)),
        (("applied", "offer"), (1, 1, 0, 0)),
        (("applied", "rejected"), (1, 1, 0, 0)),
        (("applied", "withdrawn"), (1, 0, 0, 1)),
        (("applied", "screening", "withdrawn"), (1, 1, 0, 0)),
    ],
)
def test_what_waits(stages: tuple[Stage, ...], expected: tuple[int, ...]) -> None:
    """Only what was applied for waits, until an answer or until it is withdrawn."""
    found = waits(moved("one", *stages))

    assert expected == (found.n, found.answered, found.waiting, found.withdrawn)


def test_an_unknown_fate_does_not_wait() -> None:
    """What was imported may have been answered long ago: it is left out."""
    assert 0 == waits(moved("one", "applied", tracked=False)).n


def test_fewer_than_five_give_no_median() -> None:
    """Four applications give counts and the reason, and no chances."""
    found = waits(*FIVE[:4])

    assert (None, (), (), None) == (found.median, found.goes_on, found.rejected, found.by(3))
    assert "no median yet: 4 applications, and a number needs 5" == found.reason


def test_no_median_before_half_are_answered() -> None:
    """Two answers of five in seven days: more than half may wait for ever."""
    found = waits(many("no", 2, "applied", "rejected"), many("left", 3, "applied", gap=0), day="2026-01-20")

    assert (None, "no median yet: too few have an answer so far") == (found.median, found.reason)
    assert (0.0, pytest.approx(0.4)) == found.by(7)


def test_an_answer_on_the_very_day() -> None:
    """It took nought days."""
    found = waits(many("fast", 5, "applied", "screening", gap=0))

    assert (0.0, ((0.0, 1.0),), 0) == (found.median, found.goes_on, found.longest)


def test_who_has_gone_quiet() -> None:
    """Every open move without a word for 28 days, at whatever stage, by id within a day."""
    moves = [moved("b", "applied"), moved("a", "applied", "interviewing"), moved("c", "applied", "rejected")]

    assert [(), ("b",), ("a", "b")] == [
        waits(*moves, day=str(START + timedelta(days))).quiet for days in (27, 28, 35)
    ]


def test_a_word_ends_the_quiet() -> None:
    """Derived from days, never recorded: an answer after seven weeks is an answer."""
    late = moved("late", "applied", "screening", gap=49)

    assert [("late",), ()] == [waits(late, day=day).quiet for day in ("2026-02-22", "2026-02-23")]


def test_in_words() -> None:
    """Counts, the median, what may be expected by when as far as was seen, and who is quiet."""
    found = waits(*FIVE[:2], moved("c", "applied", start=DAY - timedelta(28)), *FIVE[3:])

    assert """\
5 applications: 4 answered, 1 waiting; half have an answer within 8 days
within 7 days: goes on 20 %, rejected 20 %, no answer 60 %
within 14 days: goes on 40 %, rejected 40 %, no answer 20 %
within 28 days: goes on 40 %, rejected 40 %, no answer 20 %
no word for 28 days or more: b, e, c""" == found.explain()
    assert (
        "2 applications: 0 answered, 1 waiting, 1 withdrawn; "
        "no median yet: 2 applications, and a number needs 5"
        == str(waits(moved("a", "applied"), moved("b", "applied", "withdrawn")))
    )


def test_it_is_plain_data() -> None:
    """Everything it says, as JSON has it."""
    found = waits(*FIVE)

    assert {
        "n": 5,
        "answered": 4,
        "waiting": 1,
        "withdrawn": 0,
        "median": 8.0,
        "goes_on": [list(point) for point in found.goes_on],
        "rejected": [list(point) for point in found.rejected],
        "longest": 10,
        "quiet": ["b", "e"],
        "quiet_after": 28,
        "reason": "",
        "method": "Kaplan-Meier for any answer, Aalen-Johansen for going on and rejection",
        "basis": "borrowed",
        "source": "Kaplan and Meier 1958; Aalen and Johansen 1978",
    } == found.to_dict()


def test_a_follow_up_ends_no_quiet() -> None:
    """Reaching out without an answer is no word of theirs."""
    follow_up = [
        ct.Contact(id="grace", name="Grace Hopper"),
        ct.Conversation(on="2026-02-01", contacts=["grace"], transition="one", answered="waiting"),
    ]

    assert ("one",) == waits(moved("one", "applied"), follow_up, day="2026-02-02").quiet
