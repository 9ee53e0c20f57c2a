"""How far the moves got, and which rates that gives."""

from datetime import date

import pytest
from tests.outlook.searching import asked, many, moved

from careertrack.outlook import Funnel, Rate
from careertrack.vocabulary import Stage

ALL: tuple[Stage, ...] = ("lead", "applied", "screening", "interviewing", "offer", "accepted")


def counts(rate: Rate) -> tuple[int, int, int, int]:
    """Successes, settled, open, quiet."""
    return rate.successes, rate.n, rate.open, rate.quiet


def of_one(*stages: Stage, day: str = "2026-02-01", tracked: bool = True) -> Funnel:
    """The funnel of one move, a week a step from 5 January."""
    return asked(moved("one", *stages, tracked=tracked), day=day).funnel


def test_a_search_by_hand() -> None:
    """Twelve moves, counted by their furthest stage and by how they ended.

    Two accepted after all stages, one declined, four rejected after an interview, three rejected
    at once, one withdrawn at the screening, one that is only a lead.
    Reached at least: applied 11, screening 11 - 3 = 8, interviewing 8 - 1 = 7, offer 3, accepted 2.
    """
    found = asked(
        many("in", 2, *ALL, gap=3),
        moved("no-thanks", "applied", "interviewing", "offer", "declined"),
        many("late", 4, "applied", "interviewing", "rejected"),
        many("soon", 3, "applied", "rejected"),
        moved("left", "applied", "screening", "withdrawn"),
        moved("lead", "lead"),
    ).funnel

    assert (12, 1, 0, 0) == (found.total, found.open, found.quiet, found.unknown)
    assert dict(zip(ALL, (12, 11, 8, 7, 3, 2), strict=True)) == found.reached
    assert {"accepted": 2, "declined": 1, "rejected": 7, "withdrawn": 1} == found.ended
    # Of the 11 that were applied for the withdrawn one says something of the screening alone.
    assert {
        ("applied", "screening"): (8, 11, 0, 0),
        ("applied", "interviewing"): (7, 10, 0, 0),
        ("applied", "offer"): (3, 10, 0, 0),
        ("interviewing", "offer"): (3, 7, 0, 0),
        ("offer", "accepted"): (2, 3, 0, 0),
    } == {(rate.start, rate.to): counts(rate) for rate in found.rates}
    assert [8 / 11, 0.7, 0.3, 3 / 7, None] == [rate.value for rate in found.rates]


@pytest.mark.parametrize("end", ["rejected", "withdrawn"])
def test_an_end_erases_nothing(end: Stage) -> None:
    """A move counts at the furthest stage it ever reached, however it ended; going back changes nothing."""
    ended = of_one("applied", "interviewing", end)
    back = of_one("applied", "interviewing", "screening")

    assert (1, 1, 1, 0) == tuple(ended.reached[stage] for stage in ALL[1:5])
    assert ended.reached == back.reached


def test_stages_left_out_are_reached_as_well() -> None:
    """Who was offered the position at once got past applying, screening and interviewing."""
    assert dict.fromkeys(ALL, 1) == of_one("accepted").reached


def test_a_move_without_a_step_reached_nothing() -> None:
    """It is open and counted, at no stage; one rejected before any stage has only ended."""
    assert (1, 1, dict.fromkeys(ALL, 0)) == (of_one().total, of_one().open, of_one().reached)
    assert (1, 0, dict.fromkeys(ALL, 0)) == (
        of_one("rejected").total,
        of_one("rejected").open,
        of_one("rejected").reached,
    )
    assert [0] * 5 == [rate.n + rate.open for rate in of_one("rejected").rates]


@pytest.mark.parametrize(
    ("stages", "expected"),
    [
        (("applied",), (0, 0, 1, 0)),
        (("applied", "screening"), (0, 0, 1, 0)),
        (("applied", "screening", "rejected"), (0, 1, 0, 0)),
        (("applied", "screening", "withdrawn"), (0, 0, 0, 0)),
        (("applied", "interviewing"), (1, 1, 0, 0)),
        (("applied", "interviewing", "withdrawn"), (1, 1, 0, 0)),
        (("applied", "interviewing", "rejected"), (1, 1, 0, 0)),
        (("applied", "rejected", "interviewing"), (1, 1, 0, 0)),
        (("applied", "rejected", "screening"), (0, 0, 1, 0)),
        (("lead",), (0, 0, 0, 0)),
        (("lead", "rejected"), (0, 0, 0, 0)),
    ],
)
def test_what_is_settled_for_a_passage(stages: tuple[Stage, ...], expected: tuple[int, ...]) -> None:
    """From applying to an interview: moved past, or ended before; withdrawn before, it is left out."""
    rate = of_one(*stages).rate("applied", "interviewing")

    assert expected == counts(rate)
    assert (("one",) if expected[1] else ()) == rate.cases


def test_the_quiet_are_open() -> None:
    """A silence settles nothing: it is counted beside, from the 28th day on."""
    days = ("2026-02-01", "2026-02-02")

    assert [(0, 0, 1, 0), (0, 0, 1, 1)] == [counts(of_one("applied", day=day).offers) for day in days]
    assert [0, 1] == [of_one("applied", day=day).quiet for day in days]


def test_an_unknown_fate_stays_out() -> None:
    """It is in no count and in no rate, even of what it is known to have reached, but beside."""
    found = of_one("applied", "interviewing", tracked=False)

    assert (0, 1, 0, 0) == (found.total, found.unknown, found.open, found.quiet)
    assert dict.fromkeys(ALL, 0) == found.reached
    assert [(0, 0, 0, 0)] * 5 == [counts(rate) for rate in found.rates]


def test_fewer_than_five_give_no_rate() -> None:
    """Four settled cases give the reason; the fifth gives the rate."""
    four, five = (asked(many("no", count, "applied", "rejected")).funnel.offers for count in (4, 5))

    assert (None, "4 settled cases, and a number needs 5") == (four.value, four.reason)
    assert (0.0, "") == (five.value, five.reason)


def test_the_interval_is_wilsons() -> None:
    """4 of 20: .08066 to .41602; nothing settled: anything from 0 to 1."""
    assert (0.08066, 0.41602) == pytest.approx(
        Rate(start="applied", to="offer", successes=4, n=20).interval, abs=5e-6
    )
    assert (0.0, 1.0) == Rate(start="applied", to="offer", successes=0, n=0).interval


def test_the_bounds_take_the_open_as_lost_and_as_won() -> None:
    """3 of 6 with 4 open: 3 / 10 to 7 / 10; nothing known: 0 to 1."""
    assert (0.3, 0.7) == Rate(start="applied", to="offer", successes=3, n=6, open=4).bounds
    assert (0.0, 1.0) == Rate(start="applied", to="offer", successes=0, n=0).bounds
    assert (0.0, 1.0) == Rate(start="applied", to="offer", successes=0, n=0, open=2).bounds


@pytest.mark.parametrize(
    ("rate", "said"),
    [
        ((0, 25, 0, 0), "0 of 25, still compatible with up to 13 %"),
        ((5, 5, 0, 0), "5 of 5, still compatible with as little as 57 %"),
        ((3, 25, 2, 0), "3 of 25 (12 %), compatible with 4 to 30 %; 2 open"),
        ((3, 25, 2, 1), "3 of 25 (12 %), compatible with 4 to 30 %; 2 open, 1 of them quiet"),
        ((1, 1, 0, 0), "1 of 1, no rate yet: 1 settled case, and a number needs 5"),
    ],
)
def test_a_rate_in_words(rate: tuple[int, int, int, int], said: str) -> None:
    """Counts first; a rate of nought or of all is not taken at its word."""
    successes, n, left, quiet = rate
    shown = Rate(start="applied", to="offer", successes=successes, n=n, open=left, quiet=quiet)

    assert f"applied to offer: {said}" == str(shown)


def test_only_the_passages_have_rates() -> None:
    """Asking for another is refused by name."""
    with pytest.raises(KeyError, match="no rate from 'lead' to 'offer'"):
        of_one().rate("lead", "offer")


def test_a_funnel_in_words() -> None:
    """What ended and how, what is open, what is left out; then the stages and the rates."""
    found = asked(
        many("no", 2, "applied", "rejected"),
        moved("quiet", "applied"),
        moved("old", "applied", tracked=False),
        day="2026-02-02",
    ).funnel

    assert """\
3 moves: 2 rejected, 1 open, 1 of them quiet; 1 more of unknown fate, left out
reached at least: lead 3, applied 3, screening 0, interviewing 0, offer 0, accepted 0

applied to screening: 0 of 2, no rate yet: 2 settled cases, and a number needs 5; 1 open, 1 of them quiet
applied to interviewing: 0 of 2, no rate yet: 2 settled cases, and a number needs 5; 1 open, 1 of them quiet
applied to offer: 0 of 2, no rate yet: 2 settled cases, and a number needs 5; 1 open, 1 of them quiet
interviewing to offer: 0 of 0, no rate yet: 0 settled cases, and a number needs 5
offer to accepted: 0 of 0, no rate yet: 0 settled cases, and a number needs 5""" == found.explain()


def test_a_funnel_is_plain_data() -> None:
    """Everything it says, as JSON has it."""
    found = asked(many("no", 5, "applied", "rejected"))
    data = found.funnel.to_dict()

    assert {"lead": 5, "applied": 5, **dict.fromkeys(ALL[2:], 0)} == data["reached"]
    assert (5, 0, 0, 0, 5) == (
        data["total"],
        data["open"],
        data["quiet"],
        data["unknown"],
        data["ended"]["rejected"],
    )
    assert {
        "start": "applied",
        "to": "offer",
        "successes": 0,
        "n": 5,
        "value": 0.0,
        "interval": list(found.funnel.offers.interval),
        "bounds": [0.0, 0.0],
        "open": 0,
        "quiet": 0,
        "cases": ["no-0", "no-1", "no-2", "no-3", "no-4"],
        "reason": "",
        "method": "successes over settled cases, Wilson interval of 95 %",
        "basis": "published",
        "source": "Wilson 1927",
    } == data["rates"][2]


# --- Split --------------------------------------------------------------------------------------


def test_split_by_channel_by_what_was_sent_and_by_kind() -> None:
    """The largest group first, then by name; an empty text for those that do not say."""
    found = asked(
        many("cold", 2, "applied", channel="cold", sent="CV 4"),
        many("asked", 2, "applied", channel="asked", type="internal"),
        many("who-knows", 3, "applied", sent="CV 5"),
        moved("again", "applied", channel="cold", tracked=False),
    )

    assert {"": 3, "cold": 2, "asked": 2} == {name: each.total for name, each in found.by_channel.items()}
    assert ["", "cold", "asked"] == list(found.by_channel)
    assert 1 == found.by_channel["cold"].unknown
    assert {"CV 5": 3, "": 2, "CV 4": 2} == {name: each.total for name, each in found.by_sent.items()}
    assert {"external": 5, "internal": 2} == {name: each.total for name, each in found.by_type.items()}


def test_a_group_is_the_funnel_of_its_moves() -> None:
    """Each group is what it would be alone."""
    cold = many("cold", 6, "applied", "rejected", channel="cold")
    other = many("other", 6, "applied", "interviewing", channel="referral")

    assert asked(cold).funnel == asked(cold, other).by_channel["cold"]


def test_a_group_is_by_the_revision_in_force() -> None:
    """The channel stated last is the one that counts."""
    later = [
        *moved("one", "applied", channel="cold"),
        *moved("one", start=date(2026, 1, 10), channel="referral"),
    ]

    assert [["cold"], ["referral"]] == [
        list(asked(later, day=day).by_channel) for day in ("2026-01-09", "2026-01-10")
    ]
