"""Shall I take the offer: needs as gates, totals by hand, where the choice turns, and staying put."""

import json
import pickle
from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest

import careertrack as ct
from careertrack.questions.offers import Offers, offers
from careertrack.record import Unreadable
from careertrack.values import JsonObject, Money

DAY = "2026-03-04"
HOSTILE = "Lead\n\x1b[2J<img src=x>\u202e, {0} %s"


def rated(**values: float) -> list[ct.Rating]:
    """Ratings by criterion."""
    return [ct.Rating(criterion=name.replace("_", " "), value=value) for name, value in values.items()]


def offered(
    id: str, *, on: str = "2026-03-02", ratings: Sequence[ct.Rating] = (), **fields: Any
) -> list[Any]:
    """A move and an offer for it."""
    move = {name: fields.pop(name) for name in ("title", "pay_from", "pay_to") if name in fields}
    return [
        ct.Transition(id=id, on="2026-02-02", **move),
        ct.Offer(on=on, transition=id, ratings=ratings, **fields),
    ]


def needing(*needs: ct.Need, motivators: Sequence[str] = ()) -> ct.Priorities:
    """What matters since 5 January."""
    return ct.Priorities(on="2026-01-05", needs=needs, motivators=motivators)


def asked(*records: Any, day: str = DAY, **given: Any) -> Offers:
    """The offers on a day."""
    return offers((ct.Plan() + list(records)).as_of(day), **given)


JOB = ct.Position(title="Analyst", organization="Initech", started="2021-04", pay="4900 EUR", pay_per="month")
RANKED = needing(motivators=["learning", "commute", "people"])
LEAD = offered(
    "lead", ratings=rated(learning=8, commute=4, people=5), pay="72000 EUR", answer_by="2026-03-09"
)
STAY = {"learning": 3, "commute": 9, "people": 6}


# --- Totals ---------------------------------------------------------------------------------------


def test_totals_by_hand() -> None:
    """Weights 11/18, 5/18 and 2/18 of the ranks: 118 of 180 for the offer, 90 of 180 for staying."""
    found = asked(RANKED, JOB, *LEAD, stay=STAY)

    assert ["lead", "stay put"] == [each.id for each in found.options]
    assert [118 / 180, 90 / 180] == pytest.approx([each.score.value for each in found.options])
    assert {"learning": 88 / 180, "commute": 20 / 180, "people": 10 / 180} == pytest.approx(
        found["lead"].score.contributions()
    )
    assert (("lead",), True) == (found.best, found.is_sure)
    assert ("published", 3) == (found["lead"].score.basis, found["lead"].score.n)


def test_where_the_choice_turns_by_hand() -> None:
    """5w = 5(5/18) + 1(2/18) makes w 27/90; 5w = 55/18 - 2/18 makes w 53/90; and w = 55/18 - 25/18."""
    found = asked(RANKED, *LEAD, stay=STAY)

    assert [27 / 90, 53 / 90, 30 / 18] == pytest.approx([flip.at for flip in found.flips])
    assert ["stay put"] * 3 == [flip.to for flip in found.flips]
    text = str(found)
    assert "below 0.3 for learning (weight 0.611), stay put is better" in text
    assert "above 0.589 for commute (weight 0.278), stay put is better" in text


def test_to_stay_put_is_always_there() -> None:
    """An empty plan has one option, of which nothing is known."""
    found = asked()

    assert ["stay put"] == [each.id for each in found.options]
    assert (None, None) == (found.options[0].score.value, found.options[0].score.coverage)
    assert ((), False, (), "") == (found.best, found.is_sure, found.flips, found.flips_note)
    assert "2026-03-04: 0 offers, and to stay put" == str(found).splitlines()[0]
    assert "rank your motivators, or give weights" in str(found)


def test_weights_may_be_given() -> None:
    """They stand in the place of the ranked motivators, whatever their size, and 0 counts for nothing."""
    found = asked(RANKED, *LEAD, stay=STAY, weights={"Commute ": 30, "people": 10, "learning": 0})

    assert {"stay put": 0.825, "lead": 0.425} == pytest.approx(
        {each.id: each.score.value for each in found.options}
    )
    assert ("as given", ("stay put",)) == (found.weighed_by, found.best)
    assert ("stay put",) == found["lead"].beaten_by


def test_all_weights_nothing() -> None:
    """Then nothing has a total, with a reason, and nothing is best."""
    found = asked(*LEAD, stay=STAY, weights={"learning": 0})

    assert (None, "no part has weight", ()) == (
        found["lead"].score.value,
        found["lead"].score.reason,
        found.best,
    )


def test_names_are_one_whatever_their_case() -> None:
    """Criteria, ratings and motivators are matched without regard to case and blanks; the first counts."""
    ranked = needing(motivators=["Learning", "PEOPLE", " learning"])
    found = asked(ranked, *offered("a", ratings=rated(LEARNING=8, people=4)))

    assert {"Learning": 0.75, "PEOPLE": 0.25} == found.weights
    assert {"Learning": 8, "PEOPLE": 4} == found["a"].ratings


# --- Unknown is not zero --------------------------------------------------------------------------


def test_what_is_not_rated_is_unknown() -> None:
    """It widens the bounds, and is never 0: 8 of 10 known to a weight of 11/18."""
    found = asked(RANKED, *offered("a", ratings=rated(learning=8)))
    score = found["a"].score

    assert [0.8, 11 / 18, 88 / 180, 158 / 180] == pytest.approx(
        [score.value, score.coverage, score.lower, score.upper]
    )
    assert {"learning": 8, "commute": None, "people": None} == found["a"].ratings
    assert "not rated" == score["commute"].reason
    assert (("a",), False) == (found.best, found.is_sure)
    assert "the rest could change it" in str(found)


def test_what_is_hardly_known_comes_after_the_rest() -> None:
    """A 10 on the least of three criteria does not put an offer on top of one that is known."""
    found = asked(RANKED, *offered("b", ratings=rated(people=10)), *LEAD)

    assert ["lead", "b", "stay put"] == [each.id for each in found.options]
    assert "0.11 to 1.00" in str(found)


def test_the_choice_turns_among_what_is_rated() -> None:
    """Options that lack a rating are left out of that, and named; too few, and it is not told."""
    partly = offered("b", ratings=rated(people=10))
    both = asked(RANKED, *LEAD, *partly, stay=STAY)
    alone = asked(RANKED, *LEAD, *partly)

    assert (3, "without b, not rated in all that matters") == (len(both.flips), both.flips_note)
    assert ((), "not told before these are rated in all that matters: b, stay put") == (
        alone.flips,
        alone.flips_note,
    )
    assert "where the choice turns: without b" in str(both)


def test_the_best_may_lack_a_rating() -> None:
    """Then it is said to be rated first."""
    found = asked(
        needing(motivators=["learning", "commute"]),
        *offered("a", ratings=rated(learning=10)),
        *offered("b", ratings=rated(learning=2, commute=2)),
        stay={"learning": 1, "commute": 1},
    )

    assert (("a",), "not told before these are rated in all that matters: a") == (
        found.best,
        found.flips_note,
    )


def test_level_options_are_all_named() -> None:
    """Two with one total are both the best, and each weight is where they are level."""
    given = {"learning": 1.0, "people": 1.0}
    found = asked(
        *offered("a", ratings=rated(learning=5, people=5)), stay={"learning": 8, "people": 2}, weights=given
    )

    assert (("a", "stay put"), True) == (found.best, found.is_sure)
    assert ["stay put"] * 2 == [flip.to for flip in found.flips]
    assert [1.0, 1.0] == pytest.approx([flip.at for flip in found.flips])
    assert "level by these weights: a, stay put" in str(found)
    assert "at the weight of learning (weight 1), stay put is as good" in str(found)


def test_what_another_is_above_is_not_the_best() -> None:
    """A weight of next to nothing rounds two totals to one; the better of them is the best all the same."""
    found = asked(
        *offered("a", ratings=rated(pay=0, people=2)),
        *offered("b", ratings=rated(pay=2, people=2)),
        weights={"pay": 1e-136, "people": 1},
    )

    assert found["a"].score.value == found["b"].score.value
    assert (("b",), ("b",)) == (found.best, found["a"].beaten_by)


def test_twins_stay_level() -> None:
    """Of two that are rated alike no weight makes one the better."""
    found = asked(*offered("a", ratings=rated(people=5)), stay={"people": 5}, weights={"people": 1})

    assert (("a", "stay put"), [None]) == (found.best, [flip.at for flip in found.flips])


def test_what_stays_the_best() -> None:
    """What is as good in everything stays above whatever the weight, and that is said of the other."""
    found = asked(
        RANKED, *LEAD, *offered("b", ratings=rated(learning=8, commute=3, people=5)), weights={"commute": 1}
    )

    assert {"lead": (), "b": ("lead",), "stay put": ()} == {each.id: each.beaten_by for each in found.options}
    assert [None] == [flip.at for flip in found.flips]
    assert "whatever the weight of commute (weight 1), the best stays the best" in str(found)
    assert "as good as b in all that matters, and better in something: lead" in str(found)


def test_what_is_rated_without_weight_is_named() -> None:
    """Nothing that was rated goes unseen: each criterion once."""
    found = asked(needing(motivators=["people"]), *LEAD, stay={"Garden": 9, "learning": 2})

    assert ("Garden", "commute", "learning") == found.unweighed
    assert "rated, and given no weight: Garden, commute, learning" in str(found)


# --- Pay ------------------------------------------------------------------------------------------

BY_PAY = needing(motivators=["pay"])


@pytest.mark.parametrize(
    ("fields", "rating", "reason"),
    [
        ({"pay": "72000 EUR"}, 5.5, "72000 EUR a year, between 50000 EUR and 90000 EUR a year"),
        (
            {"pay": "6000 EUR", "pay_per": "month"},
            5.5,
            "6000 EUR a month, between 50000 EUR and 90000 EUR a year",
        ),
        ({"pay": "300 EUR", "pay_per": "day"}, 4.0, "300 EUR a day, between 50000 EUR and 90000 EUR a year"),
        ({"pay": "40 EUR", "pay_per": "hour"}, 5.1, "40 EUR an hour, between 50000 EUR and 90000 EUR a year"),
        ({"pay": "120000 EUR"}, 10.0, "120000 EUR a year, between 50000 EUR and 90000 EUR a year"),
        ({"pay": "10000 EUR"}, 0.0, "10000 EUR a year, between 50000 EUR and 90000 EUR a year"),
        ({"pay": "72000 USD"}, None, "72000 USD a year, and the goalposts are in EUR"),
        ({"pay_from": "60000 EUR"}, None, "from 60000 EUR a year (named): no one amount"),
        ({}, None, "no pay is on record"),
        ({"pay": "72000 EUR", "ratings": rated(pay=2)}, 2.0, "rated 2 of 10"),
    ],
)
def test_pay_between_goalposts(fields: dict[str, Any], rating: float | None, reason: str) -> None:
    """A year has 12 months, 220 days and 1,760 hours; another currency stays unknown; a rating wins."""
    found = asked(BY_PAY, *offered("a", **fields), pay=("50000 EUR", "90000 EUR"))["a"]

    assert (rating, reason) == (found.ratings["pay"], found.score["pay"].reason)


def test_pay_without_goalposts_is_no_rating() -> None:
    """Nothing is scaled to the offers at hand, so that the next one moves none of them."""
    assert {"pay": None} == asked(BY_PAY, *offered("a", pay="72000 EUR"))["a"].ratings


def test_goalposts_may_fall_and_be_money() -> None:
    """Whoever wants to earn less may say so."""
    found = asked(BY_PAY, *offered("a", pay="72000 EUR"), pay=[Money("90000", "EUR"), Money("50000", "EUR")])

    assert {"pay": 4.5} == found["a"].ratings


@pytest.mark.parametrize(
    "pay",
    ["50000 EUR", ("50000 EUR",), ("50000 EUR", "90000 USD"), ("1 EUR", "1 EUR"), ("a", "b"), (1, 2), {}, 7],
)
def test_no_goalposts(pay: Any) -> None:
    """Two different amounts in one currency, or an error that says so."""
    with pytest.raises(ct.InvalidValue) as caught:
        asked(pay=pay)

    assert [("pay", "value")] == [(issue.path, issue.code) for issue in caught.value.issues]


@pytest.mark.parametrize(
    ("given", "path"),
    [
        ({"weights": {"a": -1}}, "weights['a']"),
        ({"weights": {"a": float("nan")}}, "weights['a']"),
        ({"weights": {"a": 1, "A ": 1}}, "weights"),
        ({"weights": ["a"]}, "weights"),
        ({"weights": {1: 1}}, "weights"),
        ({"stay": {"a": 11}}, "stay['a']"),
        ({"stay": {"a": None}}, "stay['a']"),
    ],
)
def test_nonsense_is_refused(given: dict[str, Any], path: str) -> None:
    """What is no weight and no rating has its place named."""
    with pytest.raises(ct.InvalidValue) as caught:
        asked(**given)

    assert [path] == [issue.path for issue in caught.value.issues]


# --- Needs ----------------------------------------------------------------------------------------


def need(criterion: str, force: str = "must", **bounds: Any) -> ct.Need:
    """A need, a must unless said otherwise."""
    return ct.Need(criterion=criterion, force=force, **bounds)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("asks", "fields", "met", "fact"),
    [
        (need("pay", at_least=60000, unit="EUR"), {"pay": "60000 EUR"}, True, "60000 EUR a year"),
        (need("Pay ", at_least=60001, unit="EUR a year"), {"pay": "60000 EUR"}, False, "60000 EUR a year"),
        (
            need("pay", at_least=5000, unit="eur/month"),
            {"pay": "60000 EUR"},
            True,
            "60000 EUR a year, taken as 5,000.00 a month",
        ),
        (
            need("pay", at_least=40, unit="EUR per hour"),
            {"pay": "300 EUR", "pay_per": "day"},
            False,
            "300 EUR a day, taken as 37.50 an hour",
        ),
        (
            need("pay", at_least=60000, unit="USD"),
            {"pay": "90000 EUR"},
            None,
            "90000 EUR a year, and the need is in USD",
        ),
        (
            need("pay", at_least=60000),
            {"pay": "90000 EUR"},
            None,
            "90000 EUR a year, and the need names no currency and period, such as EUR a year",
        ),
        (need("pay", at_least=60000, unit="EUR"), {}, None, "no pay is on record"),
        (
            need("pay", at_least=60000, unit="EUR"),
            {"pay_from": "60000 EUR"},
            True,
            "from 60000 EUR a year (named)",
        ),
        (
            need("pay", at_least=60000, unit="EUR"),
            {"pay_to": "59000 EUR"},
            False,
            "up to 59000 EUR a year (named)",
        ),
        (
            need("pay", at_least=4000, unit="EUR a month"),
            {"pay_from": "36000 EUR", "pay_to": "60000 EUR"},
            None,
            "from 36000 EUR a year up to 60000 EUR a year (named), taken as 3,000.00 to 5,000.00 a month",
        ),
        (
            need("pay", at_most=4000, unit="EUR a month"),
            {"pay_from": "60000 EUR"},
            False,
            "from 60000 EUR a year (named), taken as 5,000.00 a month",
        ),
        (need("pay", at_least=7), {"ratings": rated(pay=8)}, True, "8 on a scale of 0 to 10"),
        (need("pay", at_least=7, unit="points"), {"ratings": rated(pay=6)}, False, "6 on a scale of 0 to 10"),
        (
            need("travel", "must-not", at_least=7),
            {"ratings": rated(travel=7)},
            False,
            "7 on a scale of 0 to 10",
        ),
        (
            need("travel", "must-not", at_least=7),
            {"ratings": rated(travel=6)},
            True,
            "6 on a scale of 0 to 10",
        ),
        (need("travel", "must-not", at_least=7), {}, None, "nothing on record says"),
        (
            need("remote days", at_least=2, unit="days a week"),
            {"ratings": rated(remote_days=8)},
            None,
            "8 on a scale of 0 to 10, and the need is in days a week",
        ),
        (
            need("commute", at_most=45),
            {"ratings": rated(commute=8)},
            None,
            "8 on a scale of 0 to 10, and the need is beyond it",
        ),
        (
            need("garden"),
            {"ratings": rated(garden=8)},
            None,
            "8 on a scale of 0 to 10; the need names neither the least nor the most",
        ),
    ],
)
def test_what_decides_a_need(asks: ct.Need, fields: dict[str, Any], met: bool | None, fact: str) -> None:
    """Pay in the need's own currency, or a rating of its name where that is what is meant; else nothing."""
    (verdict,) = asked(needing(asks), *offered("a", **fields))["a"].verdicts

    assert (met, fact) == (verdict.met, verdict.fact)


@pytest.mark.parametrize(
    ("verdicts", "gate"),
    [((8, 8, 1), "open"), ((8, None, 1), "unknown"), ((8, 2, 1), "closed"), ((None, 2, 1), "closed")],
)
def test_the_gate(verdicts: tuple[float | None, ...], gate: str) -> None:
    """Closed by one must that is known to fail, unknown while one is not known; a want closes nothing."""
    names = ("a", "b", "c")
    needs = [need("a", at_least=5), need("b", at_least=5), need("c", "want", at_least=5)]
    ratings = [
        ct.Rating(criterion=name, value=value)
        for name, value in zip(names, verdicts, strict=True)
        if value is not None
    ]
    option = asked(needing(*needs), *offered("x", ratings=ratings))["x"]

    assert (gate, gate != "closed") == (option.gate, option.may_be_chosen)
    assert [value == 2 for value in verdicts] == [each.closes for each in option.verdicts]


def test_nothing_makes_up_for_a_must() -> None:
    """An offer that fails one is never the best, comes last and is above no other, however high its total."""
    found = asked(
        needing(need("commute", at_least=5), motivators=["learning", "people"]),
        *LEAD,
        stay={"learning": 1, "people": 1},
    )

    assert [("stay put", "unknown"), ("lead", "closed")] == [(each.id, each.gate) for each in found.options]
    assert (("stay put",), True, ()) == (found.best, found.is_sure, found["stay put"].beaten_by)
    assert ((), "") == (found.flips, found.flips_note)


def test_staying_put_has_needs_as_well() -> None:
    """By the pay of the position held, and by what it was rated in the call."""
    needs = [need("pay", at_least=60000, unit="EUR"), need("people", at_least=5)]
    option = asked(needing(*needs), JOB, stay={"people": 6})["stay put"]

    assert [
        (False, "4900 EUR a month, taken as 58,800.00 a year"),
        (True, "6 on a scale of 0 to 10"),
    ] == [(each.met, each.fact) for each in option.verdicts]
    assert ("stay put: Analyst, Initech", (JOB,)) == (option.title, option.records)


@pytest.mark.parametrize(
    ("positions", "title"),
    [
        ([], "stay put"),
        ([ct.Position(id="old", title="Clerk", ended="2020")], "stay put"),
        ([JOB, ct.Position(title="MSc", type="study", started="2025")], "stay put: Analyst, Initech"),
        ([JOB, ct.Position(title="Teacher", started="2024-09")], "stay put: Teacher"),
        ([ct.Position(id="home", type="caring")], "stay put: home"),
    ],
)
def test_what_is_held_now(positions: list[ct.Position], title: str) -> None:
    """Of several a job before anything else, then the one begun last; or none at all."""
    assert title == asked(*positions)["stay put"].title


# --- Which offers ---------------------------------------------------------------------------------


def test_the_latest_offer_of_each_open_move() -> None:
    """A second offer takes the place of the first; a move that has ended is left out unless asked for."""
    better = ct.Offer(on="2026-03-03", transition="lead", ratings=rated(learning=10))
    records = [RANKED, *LEAD, better, *offered("gone", ratings=rated(learning=10, commute=10, people=10))]
    records += [ct.Step(on="2026-03-03", transition="gone", stage="declined")]
    now, whole = asked(*records), asked(*records, ended=True)

    assert ["lead", "stay put"] == [each.id for each in now.options]
    assert ((better, LEAD[0]), 10) == (now["lead"].records, now["lead"].ratings["learning"])
    assert [("lead", False), ("stay put", False), ("gone", True)] == [
        (each.id, each.has_ended) for each in whole.options
    ]
    assert now.best == whole.best
    assert ["lead"] == [each.id for each in asked(*records, day="2026-03-02").options if each.id == "lead"]


@pytest.mark.parametrize(
    ("day", "days", "said"),
    [
        ("2026-03-04", 5, "2026-03-09, 5 days ahead"),
        ("2026-03-08", 1, "2026-03-09, 1 day ahead"),
        ("2026-03-09", 0, "2026-03-09, today"),
        ("2026-03-11", -2, "2026-03-09, 2 days ago"),
    ],
)
def test_days_to_answer(day: str, days: int, said: str) -> None:
    """As many as are left, and how many it is over."""
    found = asked(*LEAD, day=day)["lead"]

    assert (date(2026, 3, 9), days) == (found.answer_by, found.days)
    assert f"to be answered by {said}" in str(asked(*LEAD, day=day))


def test_the_past_does_not_move() -> None:
    """An offer of a later day is not there yet."""
    assert ["stay put"] == [each.id for each in asked(*LEAD, day="2026-03-01").options]


def test_what_only_a_newer_version_reads() -> None:
    """Moves, positions and priorities in words of a newer version are passed over."""
    plan = ct.loads('{"careertrack": "1.1", "records": []}')
    unread: list[dict[str, Any]] = [
        {"kind": "transition", "id": "x", "on": "2026-02-02", "type": "sabbatical"},
        {"kind": "position", "id": "y", "type": "sabbatical"},
        {"kind": "priorities", "on": "2026-02-02", "needs": [{"criterion": "a", "force": "may"}]},
    ]
    plan = plan.add([Unreadable(content=JsonObject(each)) for each in unread], *LEAD, RANKED)
    plan = plan.add(ct.Offer(on="2026-03-02", transition="x", pay="1 EUR"))

    assert ["lead", "stay put"] == [each.id for each in offers(plan.as_of(DAY)).options]


# --- What it looks like ---------------------------------------------------------------------------


def test_the_page() -> None:
    """A table, then what stands beside each option, then the choice."""
    found = asked(
        needing(need("pay", at_least=60000, unit="EUR"), motivators=["learning", "commute", "people"]),
        JOB,
        *LEAD,
        stay=STAY,
    )

    assert """\
2026-03-04: 1 offer, and to stay put
weighed by: motivators as ranked on 2026-01-05, rank-order centroid [published]
weights: learning 0.611, commute 0.278, people 0.111

option                      total  learning  commute  people  needs   pay
lead                        0.66          8        4       5  open    72000 EUR a year
stay put: Analyst, Initech  0.50          3        9       6  closed  4900 EUR a month

lead:
- to be answered by 2026-03-09, 5 days ahead
- must pay, at least 60000 EUR: met; 72000 EUR a year

stay put: Analyst, Initech:
- must pay, at least 60000 EUR: not met; 4900 EUR a month, taken as 58,800.00 a year

the choice:
- best by these weights: lead, whatever is not known
- ratings and weights are yours, and so is the choice""" == str(found)


def test_an_option_explains_itself() -> None:
    """The arithmetic of its total by criterion, with the ratings, then its day and needs."""
    lines = asked(RANKED, *LEAD)["lead"].explain().splitlines()

    assert lines[0].startswith("lead: 0.656")
    assert "rated 8 of 10" in lines[1]
    assert "to be answered by 2026-03-09, 5 days ahead" == lines[-1]


def test_hostile_text_stays_text() -> None:
    """A title cannot leave its line or turn the direction of what follows; in data it is as written."""
    asks = need(HOSTILE, at_least=1, at_most=2, unit=HOSTILE)
    found = asked(
        needing(asks, motivators=[HOSTILE]),
        *offered("a", title=HOSTILE, ratings=[ct.Rating(criterion=HOSTILE, value=3)]),
        stay={HOSTILE: 4},
    )
    text = "\n".join([str(found), found["a"].explain().replace(HOSTILE, "")])

    assert "Lead \\u001b[2J<img src=x>\\u202e, {0} %s" in text
    assert not set("\x1b\u202e") & set(text)
    assert HOSTILE == found["a"].to_dict()["title"]
    assert "Lead" not in repr(found)
    assert "x..." in str(asked(*offered("b", title="x" * 500)))


def test_it_is_data() -> None:
    """It is JSON, with the needs, the flips and what each criterion adds."""
    found = asked(RANKED, *LEAD, stay=STAY)
    data = json.loads(json.dumps(found.to_dict()))

    assert ["lead", "stay put"] == [each["id"] for each in data["options"]]
    assert {"least": "72000 EUR", "most": "72000 EUR", "per": "year", "is_named": False} == data["options"][
        0
    ]["pay"]
    assert ("2026-03-09", None) == tuple(each["answer_by"] for each in data["options"])
    assert [each["criterion"] for each in data["flips"]] == list(data["weights"])
    asks = need("travel", "must-not", at_least=7)
    verdicts = asked(needing(asks), *LEAD).to_dict()["options"][0]["verdicts"]
    assert [
        {
            "need": {"criterion": "travel", "force": "must-not", "at_least": 7},
            "met": None,
            "fact": "nothing on record says",
        }
    ] == verdicts


def test_it_can_be_compared_hashed_and_pickled() -> None:
    """Two of the same day are equal, and another is another."""
    one, other = asked(RANKED, *LEAD, stay=STAY), asked(*reversed(LEAD), RANKED, stay=STAY)

    assert one == other == pickle.loads(pickle.dumps(one))
    assert hash(one) == hash(other)
    assert one != asked(RANKED, *LEAD)


def test_an_option_by_its_id() -> None:
    """One that is not there is a `KeyError` that names it."""
    with pytest.raises(KeyError, match="nowhere"):
        asked()["nowhere"]
