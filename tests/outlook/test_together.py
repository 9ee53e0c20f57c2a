"""The outlook of a day as a whole."""

import pickle
from datetime import date

from tests.outlook.searching import asked, many, moved

import careertrack as ct
from careertrack.outlook import chance_of_offer

MONEY = [ct.Runway(on="2026-03-01", savings="4100 EUR", spending="4100 EUR")]
GOAL = [
    ct.Goal(on="2026-01-01", title="Apply", pillar="change", target=10, due="2026-04-11"),
    ct.Goal(on="2026-01-01", title="Ask", pillar="network", target=10, due="2026-04-11"),
    ct.CheckIn(on="2026-02-20", goal="apply", value=4),
]
SEARCH = (
    many("offered", 3, "applied", "offer", "declined", channel="referral", sent="my frank CV"),
    many("no", 22, "applied", "rejected", channel="job-board"),
)


def test_nothing_recorded() -> None:
    """An empty plan has an outlook of counts of nought, and reasons."""
    found = asked()

    assert "0 applications, 0 offers; no rate yet: 0 settled cases, and a number needs 5" == found.headline()
    assert (None, None, {}, {}) == (found.value, found.runway, found.by_channel, found.forecasts)
    assert [
        "outlook on 2026-03-01",
        "0 moves: 0 open",
        "runway: not stated",
        "an offer before the runway ends: no runway is stated",
    ] == [
        line for line in str(found).splitlines() if line.startswith(("outlook", "0 moves", "runway", "an "))
    ]


def test_the_headline() -> None:
    """How many, the rate with what it is compatible with, and the chance with what it rests on."""
    assert (
        "25 applications, 3 offers; 3 of 25 settled, compatible with 4 to 30 %; "
        "an offer by 2026-04-01, at 3.1 applications a week: 78 %, from 25 cases"
    ) == asked(*SEARCH, MONEY).headline()


def test_the_chance_can_be_asked_for_alone() -> None:
    """What a history asks of every day is what the outlook says."""
    records = [each for some in (*SEARCH, MONEY) for each in some]

    assert asked(records).chance == chance_of_offer(ct.Plan(records=records).as_of("2026-03-01"))


def test_it_explains_itself() -> None:
    """The funnel, its groups, the waits, what it takes, the means, the chance, the goals, the methods."""
    assert """\
outlook on 2026-03-01
25 moves: 3 declined, 22 rejected, 0 open
reached at least: lead 25, applied 25, screening 3, interviewing 3, offer 3, accepted 0

applied to screening: 3 of 25 (12 %), compatible with 4 to 30 %
applied to interviewing: 3 of 25 (12 %), compatible with 4 to 30 %
applied to offer: 3 of 25 (12 %), compatible with 4 to 30 %
interviewing to offer: 3 of 3, no rate yet: 3 settled cases, and a number needs 5
offer to accepted: 0 of 3, no rate yet: 3 settled cases, and a number needs 5

by channel:
- job-board: 22 moves: 22 rejected, 0 open; applied to screening: 0 of 22, still compatible with up to 15 %
- referral: 3 moves: 3 declined, 0 open; applied to screening: 3 of 3, no rate yet: 3 settled cases, \
and a number needs 5

by what was sent:
- not stated: 22 moves: 22 rejected, 0 open; applied to screening: 0 of 22, still compatible with up to 15 %
- my frank CV: 3 moves: 3 declined, 0 open; applied to screening: 3 of 3, no rate yet: 3 settled cases, \
and a number needs 5

by kind of move:
- external: 25 moves: 3 declined, 22 rejected, 0 open; applied to screening: 3 of 25 (12 %), \
compatible with 4 to 30 %

answers:
25 applications: 25 answered, 0 waiting; half have an answer within 7 days
within 7 days: goes on 12 %, rejected 88 %, no answer 0 %

offers to come:
applications needed for a chance of an offer: 6 for 50 %, 14 for 80 %, 23 for 90 %; \
from 3 offers in 25 applications
pace: 25 applications in 8 weeks, 3.1 a week
runway: until 2026-04-01, 1.0 months from this day, as stated on 2026-03-01
an offer before the runway ends: 0.78; 13 applications still to come by 2026-04-01, at 3.1 a week; \
3 offers in 25 applications; chance of one offer or more, at the present pace \
[house: beta-binomial with the prior of Jeffreys 1946]
goals reached at the present pace: apply 2026-05-06, ask not known

methods: successes over settled cases, Wilson interval of 95 % [published]; Kaplan-Meier for any answer, \
Aalen-Johansen for going on and rejection [borrowed]; beta-binomial with the prior of Jeffreys 1946 \
[published]""" == asked(*SEARCH, MONEY, GOAL).explain()
    assert asked(*SEARCH, MONEY, GOAL).explain() == str(asked(*SEARCH, MONEY, GOAL))


def test_only_the_largest_groups_are_shown() -> None:
    """Ten lines are read; the rest is counted, and all are in the data."""
    found = asked(*(moved(f"m-{n}", "applied", channel=f"c-{n:02}") for n in range(12)))
    lines = found.explain().splitlines()
    place = lines.index("by channel:")

    assert ["- c-00", "- c-09"] == [lines[place + n].partition(":")[0] for n in (1, 10)]
    assert "- and 2 more" == lines[place + 11]
    assert 12 == len(found.by_channel) == len(found.to_dict()["by_channel"])


def test_the_means_in_words() -> None:
    """A runway that ended, and one that never does, each as stated and when."""
    ended = [ct.Runway(on="2025-12-01", savings="4100 EUR", spending="4100 EUR")]
    never = [ct.Runway(on="2026-02-01", savings="4100 EUR", spending="4100 EUR", income="4100 EUR")]
    lines = [asked(each).explain() for each in (ended, never)]

    assert "runway: ended on 2026-01-01, as stated on 2025-12-01" in lines[0].splitlines()
    assert "runway: never used up, as stated on 2026-02-01" in lines[1].splitlines()


def test_forecasts_are_of_open_goals_with_a_schedule() -> None:
    """By goal the day it will be reached at its pace; unknown where there is no check-in yet.

    4 of 10 are planned for day 40 of 100 and reached on day 50: 100 / (40 / 50) = 125 days from 1 January.
    """
    done = [ct.Resolution(on="2026-02-21", goal="apply", outcome="done")]

    assert {"apply": date(2026, 5, 6), "ask": None} == asked(GOAL).forecasts
    assert {"ask": None} == asked(GOAL, done).forecasts


def test_it_is_plain_data() -> None:
    """Everything it says, as JSON has it."""
    found = asked(*SEARCH, MONEY, GOAL)
    data = found.to_dict()

    assert {
        "day": "2026-03-01",
        "value": found.value,
        "headline": found.headline(),
        "funnel": found.funnel.to_dict(),
        "needed": found.needed.to_dict(),
        "waiting": found.waiting.to_dict(),
        "runway": {"stated": "2026-03-01", "months": 1.0, "until": "2026-04-01"},
        "pace": found.pace.to_dict(),
        "chance": found.chance.to_dict(),
        "forecasts": {"apply": "2026-05-06", "ask": None},
        "by_sent": {name: each.to_dict() for name, each in found.by_sent.items()},
        "by_channel": {name: each.to_dict() for name, each in found.by_channel.items()},
        "by_type": {"external": found.funnel.to_dict()},
    } == data


def test_a_runway_without_end_is_plain_data() -> None:
    """No months and no day, where the savings are never used up; nothing where none is stated."""
    never = [ct.Runway(on="2026-02-01", savings="4100 EUR", spending="0 EUR")]

    assert {"stated": "2026-02-01", "months": None, "until": None} == asked(never).to_dict()["runway"]
    assert asked().to_dict()["runway"] is None


def test_what_was_sent_stays_out_of_repr() -> None:
    """The person's own words are for those who ask for them."""
    found = asked(*SEARCH, MONEY)

    assert "frank" not in repr(found)
    assert "frank" in str(found)


def test_it_can_be_compared_hashed_and_pickled() -> None:
    """Two of the same day and records are equal, and another is another."""
    one, other = asked(*SEARCH, MONEY), asked(*reversed(SEARCH), MONEY)

    assert one == other == pickle.loads(pickle.dumps(one))
    assert hash(one) == hash(other)
    assert one != asked(*SEARCH)
