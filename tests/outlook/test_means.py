"""How many applications it takes, the pace, and the chance before the runway ends."""

from datetime import date, timedelta

import pytest
from tests.outlook.searching import START, asked, many, moved

import careertrack as ct
from careertrack.outlook import Needed, Outlook
from careertrack.score import Score

GOLDEN = (
    many("offered", 3, "applied", "interviewing", "offer", "declined"),
    many("no", 22, "applied", "rejected"),
)
METHOD = "chance of one offer or more, at the present pace"
SOURCE = "beta-binomial with the prior of Jeffreys 1946"


def means(on: str = "2026-02-01", savings: str = "40000 EUR", **fields: object) -> list[object]:
    """A runway, 4,100 a month."""
    return [ct.Runway(on=on, savings=savings, spending="4100 EUR", **fields)]


# --- Applications needed ------------------------------------------------------------------------


def test_three_offers_in_twenty_five() -> None:
    """The golden values: 6, 14 and 23 more for a chance of 50, 80 and 90 %."""
    found = asked(*GOLDEN).needed

    assert (3, 25, 0, {0.5: 6, 0.8: 14, 0.9: 23}, "") == (
        found.offers,
        found.n,
        found.quiet,
        found.applications,
        found.reason,
    )
    assert (
        "applications needed for a chance of an offer: 6 for 50 %, 14 for 80 %, 23 for 90 %; "
        "from 3 offers in 25 applications"
    ) == str(found)


def test_none_in_twenty_five() -> None:
    """Without an offer there is no number, but what it is still compatible with."""
    found = asked(many("no", 25, "applied", "rejected")).needed

    assert {} == found.applications
    assert (
        "applications needed for an offer: not known; "
        "0 offers in 25 applications, still compatible with up to 13 %"
    ) == str(found)


def test_too_few_to_say() -> None:
    """Below five settled applications there is no number, be there an offer or not."""
    found = asked(moved("yes", "applied", "offer"), many("no", 3, "applied", "rejected")).needed

    assert (1, 4, {}) == (found.offers, found.n, found.applications)
    assert "4 settled applications, and a number needs 5" == found.reason


def test_silence_counts_as_a_no() -> None:
    """Three offers, nothing else settled, 22 gone quiet: as good as 3 in 25, not as 3 in 3.

    The rate is of settled cases alone, and says so.
    """
    found = asked(GOLDEN[0], many("quiet", 22, "applied"), day="2026-03-01")

    assert ({0.5: 6, 0.8: 14, 0.9: 23}, 22) == (found.needed.applications, found.needed.quiet)
    assert "3 offers in 25 applications, 22 gone quiet counted as a no" == found.needed.basis
    assert (3, None) == (found.funnel.offers.n, found.funnel.offers.value)


def test_silence_alone_has_its_bound() -> None:
    """Nothing but silence: compatible with what the same number of rejections would be."""
    reason = asked(many("quiet", 25, "applied")).needed.reason

    assert (
        "0 offers in 25 applications, 25 gone quiet counted as a no, still compatible with up to 13 %"
        == reason
    )


def test_who_waits_for_less_than_four_weeks_counts_for_nothing() -> None:
    """An application of yesterday is neither a no nor a yes."""
    waiting = many("new", 10, "applied", start=date(2026, 2, 28))

    assert asked(*GOLDEN).needed == asked(*GOLDEN, waiting).needed


def test_needed_is_plain_data() -> None:
    """Everything it says, as JSON has it."""
    assert {
        "offers": 3,
        "n": 25,
        "quiet": 0,
        "applications": [[0.5, 6], [0.8, 14], [0.9, 23]],
        "reason": "",
        "method": SOURCE,
        "basis": "published",
        "source": "Jeffreys 1946",
    } == asked(*GOLDEN).needed.to_dict()


# --- Pace ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2026-01-05", (6, 28)),
        ("2026-02-01", (6, 28)),
        ("2026-02-02", (6, 29)),
        ("2026-03-29", (6, 84)),
        ("2026-03-30", (0, 84)),
    ],
)
def test_the_days_of_the_pace(day: str, expected: tuple[int, int]) -> None:
    """Since the first application, the day itself included; four weeks at least and twelve at most."""
    found = asked(many("a", 6, "applied", start=START), day=day).pace

    assert expected == (found.applications, found.days)


def test_a_pace_by_hand() -> None:
    """Twelve in the last twelve weeks are one a week; what was applied for before is forgotten."""
    weekly = [moved(f"w-{n}", "applied", start=START + timedelta(7 * n)) for n in range(20)]
    found = asked(*weekly, day=str(START + timedelta(7 * 19))).pace

    assert (12, 84, 1.0) == (found.applications, found.days, found.per_week)
    assert "12 applications in 12 weeks, 1 a week" == str(found)
    assert {"applications": 12, "days": 84, "per_week": 1.0} == found.to_dict()


def test_an_application_counts_for_the_pace_whatever_became_of_it() -> None:
    """Rejected, withdrawn or of unknown fate: it was sent. Other steps are none."""
    found = asked(
        moved("a", "applied", "rejected"),
        moved("b", "applied", "withdrawn"),
        moved("c", "applied", tracked=False),
        moved("d", "lead", "interviewing"),
    ).pace

    assert 3 == found.applications


def test_without_an_application_the_pace_is_nought() -> None:
    """Nought in twelve weeks."""
    assert (0, 84, 0.0) == (asked().pace.applications, asked().pace.days, asked().pace.per_week)


# --- The chance ---------------------------------------------------------------------------------


def test_the_chance_by_hand() -> None:
    """25 applications in the 56 days from 5 January to 1 March; savings of 4,100 last a month, to 1 April.

    31 days are left, so 25 x 31 / 56 = 13 more. 1 - B(3.5, 22.5 + 13) / B(3.5, 22.5): the product of
    (22.5 + i) / (26 + i) for i from 0 to 12, taken from 1.
    """
    left = 1.0
    for i in range(13):
        left *= (22.5 + i) / (26 + i)
    runway = means(on="2026-03-01", savings="4100 EUR")
    found = asked(*GOLDEN, runway)

    assert date(2026, 4, 1) == found.runway.until
    assert 1 - left == pytest.approx(found.value)
    assert found.value == found.chance.value
    assert (25, METHOD, "house", SOURCE, tuple(runway)) == (
        found.chance.n,
        found.chance.method,
        found.chance.basis,
        found.chance.source,
        found.chance.records,
    )
    assert (
        "13 applications still to come by 2026-04-01, at 3.1 a week; 3 offers in 25 applications"
        == found.chance.reason
    )


def test_ten_more_give_the_golden_chance() -> None:
    """3 of 25, 10 more: .7081. 25 in 56 days are 10 in 23 of them, so savings that last 23 days."""
    # 23 of the 31 days of March, and a little so that rounding down does not lose one.
    savings = f"{4100 * 23.1 / 31:.2f} EUR"

    assert 0.7081 == pytest.approx(asked(*GOLDEN, means("2026-03-01", savings)).value, abs=5e-5)


def unknown(*records: list[object], day: str = "2026-03-01") -> str:
    """Why there is no chance, where one was asked for."""
    found = asked(*records, day=day)

    assert Score.unknown(found.chance.reason, method=METHOD, source=SOURCE) == found.chance
    assert found.value is None
    return found.chance.reason


def test_no_runway_asks_nothing() -> None:
    """Where none is stated, and where the income covers the spending, there is no day to reckon with."""
    for_good = means(income="5000 EUR")
    found: list[Outlook] = [asked(*GOLDEN), asked(*GOLDEN, for_good)]

    assert [(None, None), (None, None)] == [(each.value, each.chance.coverage) for each in found]
    assert ["no runway is stated", "as stated, the savings are never used up"] == [
        each.chance.reason for each in found
    ]
    assert [(METHOD, SOURCE)] * 2 == [(each.chance.method, each.chance.source) for each in found]


def test_a_runway_that_ended_says_nothing() -> None:
    """It is to be stated anew; the last day before still gives a chance."""
    short = means(on="2026-02-01", savings="4100 EUR")

    assert "the runway stated on 2026-02-01 ended on 2026-03-01" == unknown(*GOLDEN, short)
    assert 0.0 == asked(*GOLDEN, short, day="2026-02-28").value  # a day is too short for one at this pace


def test_too_few_cases_or_no_offer_say_nothing() -> None:
    """The reason is that of the applications needed."""
    few = many("no", 4, "applied", "rejected")
    none = many("no", 25, "applied", "rejected")

    assert "4 settled applications, and a number needs 5" == unknown(few, means())
    assert "0 offers in 25 applications, still compatible with up to 13 %" == unknown(none, means())


def test_without_a_pace_there_is_nothing_to_go_by() -> None:
    """No application in twelve weeks is no pace of nought for good."""
    late = {"day": "2026-04-01"}

    assert "no application in the last 12 weeks, so there is no pace to go by" == unknown(
        *GOLDEN, means(), **late
    )


def test_needed_stands_alone() -> None:
    """It can be compared and shown without a plan."""
    assert "applications needed for an offer: not known; never asked" == str(
        Needed(offers=0, n=0, reason="never asked")
    )
