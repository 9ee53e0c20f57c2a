"""Cadences: the days of the last four on which a touch was still fresh."""

from datetime import date

import pytest
from tests.practice.keeping import BOSS, PEER, day, only, pause, rated, talk, values

import careertrack as ct
from careertrack.practice.cadences import CADENCES, _judged
from careertrack.practice.marks import Cover, days_covered
from careertrack.record import Record

WEEKLY = ct.Cadence(id="talk", on=day(0), contact="grace", every="1 week")
FORTNIGHT = WEEKLY.evolve(every="2 weeks")
ASKED: list[Record] = [BOSS, WEEKLY]
CALENDAR_MONTH = ct.Cadence(id="talk", on="2026-01-31", contact="grace", every="1 month")


def share(records: list[Record], on: int) -> tuple[float | None, int]:
    """The value of the one part on the n-th day, and how many days it rests on."""
    score = only(CADENCES, records, on)
    return score.value, score.n


def fresh(records: list[Record], first: int, last: int) -> str:
    """Each day from one to another: covered ``x``, not covered ``.``, or left out ``-``."""
    now, told = ct.Plan(records=records).as_of(day(last)), ""
    for on in (day(n).toordinal() for n in range(first, last + 1)):
        days = [
            days_covered(Cover(on, on + 1), owed.covers, now.rest)
            for judged in now.ever(_judged, "talk")
            for owed in judged.owed
            if owed.days.start <= on < owed.days.end
        ]
        told += {(1, 1): "x", (0, 1): "."}.get(days[0], "-") if days else "-"
    return told


def test_it_is_out_until_its_first_due_day() -> None:
    """First due an interval after its first day, a Monday: not due up to and on the next Monday."""
    assert ["nothing", "not due", "not due", None] == values(CADENCES, ASKED, -1, 0, 7, 8)
    assert "not due: first due on 2026-01-12" == only(CADENCES, ASKED, 7).reason


def test_it_is_unknown_for_seven_days_after() -> None:
    """On the seven days from 8 to 14 it is asked and not told; on the fifteenth 0 of 8 days are covered."""
    parts = [only(CADENCES, ASKED, n) for n in (8, 14, 15)]

    assert [(None, 0.0), (None, 0.0), (0.0, 1.0)] == [(score.value, score.coverage) for score in parts]
    assert "first due on 2026-01-12, too few days to tell yet" == parts[0].reason
    assert 8 == parts[2].n


def test_a_touch_covers_its_own_day_and_up_to_the_day_before_the_next() -> None:
    """Due on day 7, touched on day 9: days 9 to 15 are covered, 7 of the 13 owed by day 20; then 7 of 14."""
    plan: list[Record] = [*ASKED, talk(9)]

    assert (7 / 13, 13) == share(plan, 20)
    assert (7 / 14, 14) == share(plan, 21)


def test_the_window_is_28_days_long_and_ends_the_day_before() -> None:
    """Touched on day 20 alone: days 20 to 26. On day 35 all of 7 to 34 count, on day 48 those from 20 on."""
    plan: list[Record] = [*ASKED, talk(20)]

    assert [(7 / 28, 28)] * 3 == [share(plan, n) for n in (35, 40, 48)]
    assert [(6 / 28, 28), (0, 28)] == [share(plan, n) for n in (49, 55)]
    assert (0.0, 13) == share(plan, 20)  # today is not of the window
    assert (1 / 14, 14) == share(plan, 21)


def test_a_touch_before_the_first_due_day_counts() -> None:
    """On day 3: days 3 to 9, so three of the eight owed by day 15; on the first day: none of them."""
    assert (3 / 8, 8) == share([*ASKED, talk(3)], 15)
    assert (0, 8) == share([*ASKED, talk(0)], 15)
    assert (0, 8) == share([*ASKED, talk(-1)], 15)


def test_a_touch_before_the_promise_does_not_count() -> None:
    """Neither by an easier revision that would reach back to it, nor where a pause would stretch it."""
    eased, rest = WEEKLY.evolve(on=day(10), every="28 days"), pause(0, 6)

    assert ("." * 8, "." * 8) == (
        fresh([*ASKED, eased, talk(-1)], 7, 14),
        fresh([*ASKED, rest, talk(-1)], 7, 14),
    )


def test_an_early_touch_banks_nothing() -> None:
    """Two touches on days 7 and 8 cover days 7 to 14: 8 of 14, one more than one alone."""
    assert [(7 / 14, 14), (8 / 14, 14)] == [
        share([*ASKED, *(talk(n) for n in days)], 21) for days in ((7,), (7, 8))
    ]


@pytest.mark.parametrize("answered", ["yes", "no", "waiting"])
def test_reaching_out_is_the_touch(answered: str) -> None:
    """Answered, not answered or waiting: the days are covered alike."""
    assert (7 / 14, 14) == share([*ASKED, talk(7, answered=answered)], 21)


def test_a_touch_is_with_the_person() -> None:
    """A talk with somebody else covers nothing; one with both does."""
    both = ct.Conversation(on=day(7), contacts=["bob", "grace"])

    assert [0.0, 0.5] == [share([*ASKED, PEER, each], 21)[0] for each in (talk(7, "bob"), both)]


def test_the_kind_of_talk() -> None:
    """A cadence of reviews is kept by reviews alone; one of any talk by reviews as well."""
    reviews: list[Record] = [BOSS, WEEKLY.evolve(type="review")]
    talks = [talk(7, type="review"), talk(7, type="one-to-one"), talk(7)]

    assert [0.5, 0.0, 0.0] == [share([*reviews, each], 21)[0] for each in talks]
    assert [0.5, 0.5, 0.5] == [share([*ASKED, each], 21)[0] for each in talks]


@pytest.mark.parametrize(
    ("counted_from", "until"),
    [("last-touch", "2026-03-27"), ("schedule", "2026-03-30")],
)
def test_months_by_the_calendar(counted_from: str, until: str) -> None:
    """Monthly from 31 January, touched on 28 February: until 27 March, or 30 by the schedule of 31 March.

    On 1 April the window is 4 to 31 March: 24 of 28 days are covered, or 27.
    """
    cadence = CALENDAR_MONTH.evolve(counted_from=counted_from)
    plan = ct.Plan(records=[BOSS, cadence, ct.Conversation(on="2026-02-28", contacts=["grace"])])
    (part,) = CADENCES.parts(plan.as_of("2026-04-01"))

    assert (date.fromisoformat(until) - date(2026, 3, 3)).days / 28 == part.score.value


def test_by_the_schedule_an_early_touch_lasts_to_the_next_day_of_it() -> None:
    """Every two weeks from day 0, touched on day 13: a fortnight, to day 26; on day 14: to day 27.

    Touched on day 15 it lasts to day 28 by the fortnight; the schedule's day 28 comes no later.
    """
    plan: list[Record] = [BOSS, FORTNIGHT.evolve(counted_from="schedule")]

    assert "xxxxxxxxxxxxx..." == fresh([*plan, talk(13)], 14, 29)
    assert "xxxxxxxxxxxxxx.." == fresh([*plan, talk(14)], 14, 29)
    assert ".xxxxxxxxxxxxxx." == fresh([*plan, talk(15)], 14, 29)


def test_with_a_manager_it_is_of_that_pillar_and_with_everyone_else_of_the_network() -> None:
    """By the relation of the contact."""
    with_bob = WEEKLY.evolve(id="lunch", contact="bob")

    assert {("manager", "cadence talk"), ("network", "cadence lunch")} == set(
        rated(CADENCES, [BOSS, PEER, WEEKLY, with_bob], 21)
    )
    assert [("network", "cadence lunch")] == list(rated(CADENCES, [PEER, with_bob], 3))
    assert [("manager", "cadence talk")] == list(rated(CADENCES, ASKED, 3))


def test_the_relation_is_that_of_each_day() -> None:
    """No manager from day 14 on: days 7 to 13 are owed to the manager, later ones to the network.

    Touched on day 10, covered to day 16: 4 of 7 days there, 3 of 7 here.
    """
    former = BOSS.evolve(on=day(14), relations=["former-manager"])
    parts = rated(CADENCES, [*ASKED, former, talk(10)], 21)

    assert {"manager": (4 / 7, 7), "network": (3 / 7, 7)} == {
        pillar: (score.value, score.n) for (pillar, _), score in parts.items()
    }


def test_who_becomes_a_manager_again() -> None:
    """A manager on days 7 to 8 and from 12 on: 3 days are the network's, the others the manager's."""
    revisions: list[Record] = [
        BOSS.evolve(on=day(9), relations=["peer"]),
        BOSS.evolve(on=day(10), relations=["friend"]),
        BOSS.evolve(on=day(12), relations=["manager"]),
        BOSS.evolve(on=day(13), relations=["manager", "mentor"]),
    ]
    parts = rated(CADENCES, [*ASKED, *revisions], 21)

    assert {"manager": 11, "network": 3} == {pillar: score.n for (pillar, _), score in parts.items()}


def test_a_manager_before_the_promise_alone_is_none() -> None:
    """What the contact was before the first day is of no matter."""
    plan: list[Record] = [BOSS, WEEKLY.evolve(on=day(20)), BOSS.evolve(on=day(10), relations=[])]

    assert [("network", "cadence talk")] == list(rated(CADENCES, plan, 50))


def test_a_harder_revision_does_not_shorten_what_a_touch_had_covered() -> None:
    """Fortnightly touched on day 14, weekly from day 18 on: covered to day 27 as was promised then.

    A touch of day 30 covers a week.
    """
    plan: list[Record] = [BOSS, FORTNIGHT, WEEKLY.evolve(on=day(18)), talk(14), talk(30)]

    assert "xxxxxxxxxxxxxx..xxxxxxx." == fresh(plan, 14, 37)


def test_an_easier_revision_holds_for_the_days_from_it_on() -> None:
    """Weekly touched on day 7, every 28 days from day 10: covered to day 34.

    Where the revision comes on day 16 only, days 14 and 15 stay uncovered.
    """
    easier = WEEKLY.evolve(on=day(10), every="28 days")

    assert 28 * "x" + "." == fresh([*ASKED, easier, talk(7)], 7, 35)
    assert 7 * "x" + ".." + 19 * "x" + "." == fresh([*ASKED, easier.evolve(on=day(16)), talk(7)], 7, 35)


def test_the_first_due_day_is_that_of_the_interval_promised_then() -> None:
    """Weekly, made fortnightly before it was due: due on day 14; fortnightly, made weekly on day 10: then."""
    eased: list[Record] = [BOSS, WEEKLY, FORTNIGHT.evolve(on=day(3))]
    harder: list[Record] = [BOSS, FORTNIGHT, WEEKLY.evolve(on=day(10))]

    assert "not due: first due on 2026-01-19" == only(CADENCES, eased, 14).reason
    assert None is only(CADENCES, eased, 15).value
    assert (0.0, 8) == share(eased, 22)
    assert (0.0, 12) == share(harder, 22)


def test_until_and_a_resolution_end_it() -> None:
    """Owed up to its last day, that of the resolution included: days 7 to 20 are fourteen, and then leave."""
    by_day: list[Record] = [BOSS, WEEKLY.evolve(until=day(20))]
    resolved: list[Record] = [*ASKED, ct.Resolution(on=day(20), cadence="talk")]

    for plan in (by_day, resolved):
        assert [14, 14, 13] == [only(CADENCES, plan, n).n for n in (21, 35, 36)]
        assert [0.0, "nothing"] == values(CADENCES, plan, 48, 49)


def test_one_that_ends_before_it_is_due_owes_nothing() -> None:
    """It says so while it is in force, and then is gone."""
    plan: list[Record] = [BOSS, WEEKLY.evolve(until=day(6))]

    assert ["not due", "not due", "nothing"] == values(CADENCES, plan, 0, 6, 7)
    assert "not due: it ends before it is first due" == only(CADENCES, plan, 3).reason


def test_promised_anew_it_begins_anew() -> None:
    """Ended on day 10, promised again on day 20: first due on day 27, and a touch of before does not count.

    On day 35 the days 7 to 10 of the one are in the window, and 27 to 34 of the other, which a
    touch of day 19 would have covered none of.
    """
    plan: list[Record] = [
        *ASKED,
        ct.Resolution(on=day(10), cadence="talk"),
        WEEKLY.evolve(on=day(20)),
        talk(9),
        talk(25),
    ]
    parts = ct.Plan(records=plan).review(day(35)).practice["manager"].parts

    assert {"cadence talk": (2, 4), "cadence talk (2)": (5, 8)} == {
        part.name: (round((part.score.value or 0) * part.score.n), part.score.n)
        for part in parts
        if part.name.startswith("cadence")
    }


def test_with_other_people_or_talks_in_mind_it_begins_anew() -> None:
    """From day 20 on with Bob, or of reviews alone: due a week later, by touches since then."""
    for other in (WEEKLY.evolve(on=day(20), contact="bob"), WEEKLY.evolve(on=day(20), type="review")):
        plan: list[Record] = [*ASKED, PEER, other, talk(19, type="review"), talk(19, "bob")]
        parts = ct.Plan(records=plan).as_of(day(35))
        scores = [each.score for each in CADENCES.parts(parts)]

        assert [(1, 13), (0, 8)] == [(round((each.value or 0) * each.n), each.n) for each in scores]


def test_one_run_is_judged_while_the_next_is_not_due() -> None:
    """The earlier days still count, and the later part says when it is due."""
    plan: list[Record] = [*ASKED, PEER, WEEKLY.evolve(on=day(20), contact="bob")]

    assert {"manager": (0.0, 1.0), "network": (None, None)} == {
        pillar: (score.value, score.coverage) for (pillar, _), score in rated(CADENCES, plan, 22).items()
    }


def test_a_pause_stretches_a_touch() -> None:
    """Touched on day 7, paused on days 10 to 12: seven unpaused days, so covered to day 16."""
    assert "xxxxxxxxxx." == fresh([*ASKED, talk(7), pause(10, 12)], 7, 17)


def test_a_touch_in_a_pause_covers_the_days_after_it() -> None:
    """Reached out in the midst of it: the paused days are covered, and seven days after."""
    assert "--xxxxxxxxxx." == fresh([*ASKED, pause(7, 11), talk(9)], 7, 19)


def test_uncovered_paused_days_are_left_out() -> None:
    """Days 16 to 18 of no touch are rest: 7 covered of 14 - 3 days owed; a covered one stays covered."""
    assert (7 / 11, 11) == share([*ASKED, talk(7), pause(16, 18)], 21)
    assert (7 / 14, 14) == share([*ASKED, talk(7)], 21)


def test_where_all_that_is_owed_is_paused_it_is_not_due() -> None:
    """Nothing to judge: neither kept nor missed, and not unknown either; the pillar stays set out."""
    plan: list[Record] = [*ASKED, pause(7, 30)]

    assert ["not due"] * 4 == values(CADENCES, plan, 7, 8, 14, 15)
    assert "not due: all the days that it owed are paused" == only(CADENCES, plan, 15).reason


def test_its_reason_and_records() -> None:
    """How many days, the last touch, and the promise in force with it."""
    asked = only(CADENCES, ASKED, 21)
    kept = only(CADENCES, [*ASKED, talk(7), talk(21)], 21)

    assert "0 of 14 days, no touch yet" == asked.reason
    assert "7 of 14 days, last touch on 2026-01-12" == kept.reason
    assert ((WEEKLY,), (WEEKLY, talk(7))) == (asked.records, kept.records)
    assert "borrowed" == kept.basis


def test_a_rhythm_beyond_the_calendar_is_never_due() -> None:
    """Every 9,999 years: there is no such day, and a touch covers what is left of the calendar."""
    plan: list[Record] = [BOSS, WEEKLY.evolve(every="9999 years")]
    until_the_end: list[Record] = [BOSS, WEEKLY, WEEKLY.evolve(on=day(10), every="9999 years"), talk(7)]

    assert ["not due"] == values(CADENCES, plan, 1000)
    assert [1.0] == values(CADENCES, until_the_end, 1000)


@pytest.mark.parametrize("on", [date.min, date.max])
def test_the_ends_of_the_calendar(on: date) -> None:
    """Neither end is an error."""
    plan = ct.Plan(records=[BOSS, WEEKLY.evolve(on=date.min)])

    assert [None if on == date.min else 0.0] == [part.score.value for part in CADENCES.parts(plan.as_of(on))]
