"""What if: numbers side by side, pay, time and appointments, and what each record makes of the difference."""

import json
import pickle
import re
from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest

import careertrack as ct
from careertrack.page import Meter, Table
from careertrack.questions.apart import ApartEffect
from careertrack.questions.compare import Branch, Comparison, compare
from careertrack.record import Record

DAY = date(2026, 2, 5)
APPLY = ct.Goal(on="2026-01-05", title="Apply", pillar="change", target=10, due="2026-04-15")


def side_by_side(day: date = DAY, **records: Sequence[Record]) -> Comparison:
    """Some plans, each made of some records, compared."""
    return compare({name: ct.Plan(records=own).as_of(day).ledger for name, own in records.items()}, day)


def only(*records: Record) -> Branch:
    """The branch of one plan."""
    return side_by_side(now=records).branches[0]


def check(on: str, value: float, goal: str = "apply") -> ct.CheckIn:
    """A check-in."""
    return ct.CheckIn(on=on, goal=goal, value=value)


# --- What is given --------------------------------------------------------------------------------


@pytest.mark.parametrize("names", [[], [""], [3], ["a", ""], ["x" * 501]])
def test_no_plans(names: list[Any]) -> None:
    """No plan at all, or a name that is no text, is refused."""
    ledger = ct.Plan().as_of(DAY).ledger
    with pytest.raises(ct.InvalidValue) as caught:
        compare(dict.fromkeys(names, ledger), DAY)

    assert {("plans", "value")} == {(issue.path, issue.code) for issue in caught.value.issues}


def test_weights_and_days_are_checked() -> None:
    """Weights of no pillar and days that are none are refused."""
    ledgers = {"now": ct.Plan().as_of(DAY).ledger}
    with pytest.raises(ct.InvalidValue, match="weights"):
        compare(ledgers, DAY, {"luck": 1})
    with pytest.raises(ct.InvalidValue, match="days"):
        compare(ledgers, DAY, days=0)


def test_an_empty_plan_hides_nothing() -> None:
    """Of an empty plan every line says that it is not known."""
    lines = str(side_by_side(now=[])).splitlines()

    assert [
        "compared on 2026-02-05",
        "",
        "            now",
        "status      not enough to tell",
        "practice    nothing is owed yet",
        "progress    no goal and no role is set out",
        "outlook     no runway is stated",
        "pay         none on record",
        "promised    0 minutes a week",
        "capacity    not written down",
        "collisions  0",
    ] == lines


def test_a_notebook_has_a_bar_for_each_number() -> None:
    """Practice of both plans, then progress: 4 of 10 in the one, and nothing known in the other."""
    found = side_by_side(now=[APPLY, check("2026-02-01", 4)], then=[APPLY])
    (table,) = (block for block in found.full_page().blocks if isinstance(block, Table))

    assert [0.625, 0.5, 0.4, None] == [
        cell.value for row in table.rows for cell in row if isinstance(cell, Meter)
    ]
    assert "<Comparison of 2 on 2026-02-05>" == repr(found)


# --- The numbers ----------------------------------------------------------------------------------


def test_the_numbers_are_those_of_the_reviews() -> None:
    """Status, practice, progress, outlook and readiness of each branch are its review's."""
    base = [
        ct.Skill(name="SQL"),
        ct.Role(title="Lead", requires=[ct.Requirement(skill="sql", level=4)]),
        APPLY,
        check("2026-02-01", 4),
        ct.Routine(id="run", on="2026-01-05", pillar="skills", minutes=60),
    ]
    aims = [
        *base,
        ct.TargetRole(on="2026-01-05", roles=["lead"]),
        ct.Assessment(on=DAY, skill="sql", level=3),
    ]
    weights = {"skills": 3.0}
    plans = {"base": ct.Plan(records=base), "aims": ct.Plan(records=aims)}
    found = compare({name: plan.as_of(DAY).ledger for name, plan in plans.items()}, DAY, weights)

    for name, plan in plans.items():
        review, branch = plan.review(DAY, weights), found[name]
        assert review.standing == branch.standing
        assert (review.practice, review.progress, review.outlook) == (
            branch.practice,
            branch.progress,
            branch.outlook,
        )
    # A role that any of them aims at is told of each that knows it: 3 of 4 levels, or not rated.
    assert [None, 0.75] == [branch.readiness["lead"].score.value for branch in found.branches]


def test_a_role_that_one_plan_does_not_know() -> None:
    """Where a role is not on record in a plan, the table says so and the plan has no readiness for it."""
    aims = [ct.Role(title="Lead"), ct.TargetRole(on="2026-01-05", roles=["lead"])]
    found = side_by_side(now=[APPLY], then=aims)

    assert [[], ["lead"]] == [list(branch.readiness) for branch in found.branches]
    (line,) = [line for line in str(found).splitlines() if line.startswith("ready for lead")]
    assert "not on record" in line


def test_a_name_that_is_no_branch() -> None:
    """Asking for a plan or a number that was not compared is a KeyError."""
    found = side_by_side(now=[], then=[])

    with pytest.raises(KeyError):
        found["later"]
    with pytest.raises(KeyError):
        found.apart[0]["luck"]


# --- Time -----------------------------------------------------------------------------------------


def test_promised_minutes_against_what_there_is() -> None:
    """60 a week and 435 a month of 4.35 weeks are 160 of 300; what is counted in times stands beside it."""
    records = [
        ct.Capacity(on="2026-01-05", minutes=300),
        ct.Routine(id="a", on="2026-01-05", pillar="skills", minutes=60),
        ct.Routine(id="b", on="2026-01-05", pillar="change", minutes=435, per="month"),
        ct.Routine(id="c", on="2026-01-05", pillar="change", times=2, of="applications"),
        ct.Routine(id="d", on="2026-01-05", pillar="change", minutes=600, until="2026-02-04"),
        ct.Routine(id="e", on="2026-01-05", pillar="change", times=2, of="events", until="2026-02-04"),
    ]
    found = side_by_side(now=records)
    branch = found["now"]

    assert (160, ("c",), 300, 140) == (branch.promised, branch.counted, branch.capacity, branch.left)
    assert "160 minutes a week, 1 by count" in str(found)
    assert "300 minutes a week, 140 left" in str(found)
    tight = side_by_side(now=[*records, ct.Capacity(on="2026-02-01", minutes=100)])
    assert -60 == tight["now"].left
    assert "100 minutes a week, 60 too few" in str(tight)


@pytest.mark.parametrize("stated", [[], [ct.Capacity(on="2026-01-05", training_budget="100 EUR")]])
def test_capacity_not_written_down(stated: list[Record]) -> None:
    """Where no minutes are stated it is not known how many are left."""
    branch = only(*stated)

    assert (None, None) == (branch.capacity, branch.left)


# --- Pay ------------------------------------------------------------------------------------------


def move(id: str, *steps: str, on: str = "2026-02-01", **offer: Any) -> list[Record]:
    """A move with an offer, and the steps after it."""
    made: list[Record] = [ct.Transition(id=id, on="2026-01-10")]
    made += [ct.Offer(on="2026-01-20", transition=id, **offer)] if offer else []
    return [*made, *(ct.Step(on=on, transition=id, stage=stage) for stage in steps)]  # type: ignore[arg-type]


def pays(*records: Record) -> list[str]:
    """What a plan says of pay."""
    return [str(each) for each in only(*records).earnings]


def test_pay_of_what_is_held() -> None:
    """Every position held with a pay or that earns is told, one that has ended or earns nothing is not."""
    assert [
        "52000 EUR a year (position analyst)",
        "900 EUR a month (position study)",
        "not written down (position own-firm)",
    ] == sorted(
        pays(
            ct.Position(title="Analyst", pay="52000 EUR", started="2021"),
            ct.Position(id="own-firm", type="self-employment"),
            ct.Position(id="study", type="study", pay="900 EUR", pay_per="month"),
            ct.Position(id="caring", type="caring"),
            ct.Position(id="old", pay="1 EUR", ended="2020"),
            ct.Position(id="next", pay="1 EUR", started="2026-03"),
        )
    )


def test_open_offers_by_currency_and_period() -> None:
    """The best of each currency and period, then those without a pay; what has ended is left out."""
    assert [
        "70000 EUR a year (offer b)",
        "30 EUR an hour (offer c)",
        "60000 GBP a year (offer d)",
        "not written down (offer e)",
    ] == pays(
        *move("a", pay="69000 EUR"),
        *move("b", pay="70000 EUR"),
        *move("b2", pay="65000 EUR"),
        *move("c", pay="30 EUR", pay_per="hour"),
        *move("d", pay="60000 GBP"),
        *move("e", answer_by="2026-03-01"),
        *move("f", "declined", pay="90000 EUR"),
    )


def test_accepted_offers_until_the_position_begins() -> None:
    """What was accepted is told until a position has begun since, also where no offer was written down."""
    accepted = [*move("a", "accepted", pay="70000 EUR"), *move("b", "accepted")]

    assert ["70000 EUR a year (accepted a)", "not written down (accepted b)"] == pays(*accepted)
    assert ["1 EUR a year (position old)"] == pays(
        ct.Position(id="old", pay="1 EUR", started="2026-02"), *accepted
    )
    assert 3 == len(pays(ct.Position(id="old", pay="1 EUR", started="2026-01"), *accepted))
    assert 3 == len(pays(ct.Position(id="old", pay="1 EUR"), *accepted))


def test_pay_is_never_added() -> None:
    """Each pay stands in a line of its own, and a plan with fewer leaves its cell empty."""
    found = side_by_side(
        now=[ct.Position(title="Analyst", pay="52000 EUR")],
        then=[ct.Position(title="Analyst", pay="52000 EUR"), *move("a", pay="60000 GBP")],
    )
    lines = str(found).splitlines()
    at = next(place for place, line in enumerate(lines) if line.startswith("pay"))

    assert "pay         52000 EUR a year (position analyst)  52000 EUR a year (position analyst)" == lines[at]
    assert "60000 GBP a year (offer a)" == lines[at + 1].strip()


# --- Appointments ---------------------------------------------------------------------------------


def event(id: str, starts: str, minutes: int | None = 60, zone: str = "Europe/Berlin") -> ct.Event:
    """An appointment in February."""
    timed = "T" in starts
    return ct.Event(
        id=id, title=id, starts=f"2026-02-{starts}", minutes=minutes, zone=zone if timed else None
    )


def collisions(*events: ct.Event) -> list[tuple[str, str, bool, int | None, str]]:
    """The collisions of some appointments."""
    return [
        (each.first, each.second, each.is_certain, each.minutes, each.reason)
        for each in only(*events).collisions
    ]


CERTAIN, UNSURE = True, False


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (event("a", "10T10:00"), event("b", "10T11:00"), None),
        (event("a", "10T10:00"), event("b", "10T10:30"), (CERTAIN, 30, "they share 30 minutes")),
        (event("a", "10T10:00", 180), event("b", "10T10:30"), (CERTAIN, 60, "they share 60 minutes")),
        (event("a", "10T23:30"), event("b", "11T00:00"), (CERTAIN, 30, "they share 30 minutes")),
        (event("a", "10T23:30", 3000), event("b", "12T10:00"), (CERTAIN, 60, "they share 60 minutes")),
        (
            event("a", "10T10:00"),
            event("b", "10T10:30", None),
            (CERTAIN, None, "they overlap, for how long is not written down"),
        ),
        (
            event("a", "10T10:00", None),
            event("b", "10T10:00"),
            (CERTAIN, None, "they overlap, for how long is not written down"),
        ),
        (
            event("a", "10T10:00", None),
            event("b", "10T11:00"),
            (UNSURE, None, "how long a takes is not written down"),
        ),
        (event("a", "10T10:00", None), event("b", "11T00:00"), None),
        (
            event("a", "10T10:00"),
            event("b", "10T18:00", zone="America/New_York"),
            (UNSURE, None, "one is in Europe/Berlin, the other in America/New_York"),
        ),
        (event("a", "10T10:00"), event("b", "11T13:00", zone="America/New_York"), None),
        (
            event("a", "10T10:00"),
            event("b", "11T12:59", zone="America/New_York"),
            (UNSURE, None, "one is in Europe/Berlin, the other in America/New_York"),
        ),
        (event("a", "10"), event("b", "10T11:00"), (UNSURE, None, "of a only the day is written down")),
        (event("a", "10"), event("b", "10"), (UNSURE, None, "of a and b only the day is written down")),
        (event("a", "10"), event("b", "11"), None),
        (event("a", "10T23:30"), event("b", "11"), (UNSURE, None, "of b only the day is written down")),
        (event("a", "10T10:00"), event("b", "20T10:00"), None),
        (event("a", "10T10:00"), event("b", "20T10:00", zone="Asia/Tokyo"), None),
    ],
)
def test_two_appointments(
    first: ct.Event, second: ct.Event, expected: tuple[bool, int | None, str] | None
) -> None:
    """Whether two appointments collide is told where it can be, and what is missing where it cannot."""
    assert ([] if expected is None else [("a", "b", *expected)]) == collisions(first, second)


def test_only_appointments_ahead_collide() -> None:
    """What is past, was called off, or lies further ahead than four weeks is not looked at."""
    both = event("a", "10T10:00"), event("b", "10T10:00")
    off = ct.Resolution(on="2026-02-01", event="b", outcome="dropped")

    assert 1 == len(side_by_side(now=both)["now"].collisions)
    assert () == side_by_side(now=[*both, off])["now"].collisions
    assert () == side_by_side(date(2026, 2, 11), now=both)["now"].collisions
    assert () == side_by_side(date(2026, 1, 13), now=both)["now"].collisions
    assert 1 == len(side_by_side(date(2026, 1, 14), now=both)["now"].collisions)


def test_the_end_of_the_calendar() -> None:
    """An appointment that would last beyond the calendar ends with it."""
    late = [
        ct.Event(id=id, title=id, starts="9999-12-31T23:00", zone="Europe/Berlin", minutes=600) for id in "ab"
    ]

    assert [59] == [each.minutes for each in side_by_side(date(9999, 12, 31), now=late)["now"].collisions]


def test_collisions_are_told() -> None:
    """The text counts collisions, and names the first eight of a plan."""
    found = side_by_side(
        now=[event(id, "10T10:00") for id in "abcde"], then=[event("a", "10"), event("b", "10")]
    )
    text = str(found)

    assert ["collisions", "10", "0, and 1 that may be"] == re.split("  +", text.splitlines()[10])
    assert "appointments of now:\n- a and b collide on 2026-02-10: they share 60 minutes\n" in text
    assert "\n- and 2 more\n" in text
    assert "- a and b may collide on 2026-02-10: of a and b only the day is written down" in text


# --- What tells them apart ------------------------------------------------------------------------


def test_records_that_only_one_plan_has() -> None:
    """Taken from one and added by the other, each makes its difference: 0.4 less 0.4, then 0.6."""
    now = [APPLY, check("2026-02-01", 4)]
    then = [APPLY, check("2026-02-02", 6)]
    (apart,) = side_by_side(now=now, then=then).apart

    assert ((now[1],), (then[1],)) == (apart.only_base, apart.only_other)
    assert (0.4, 0.6) == (apart["progress"].before, apart["progress"].after)
    # With neither nothing is known of the goal: one stretch of unknown, made of both.
    (effect,) = apart["progress"].effects
    assert isinstance(effect, ApartEffect)
    assert ("now", "then") == effect.only_in
    assert pytest.approx(0.2) == effect.difference
    assert (
        "check-in (goal apply) of 2026-02-01, check-in (goal apply) of 2026-02-02, only in now or then"
        in str(apart)
    )


def test_each_record_has_its_own_effect() -> None:
    """Three tenths less without the last check-in, two more with another; practice by its own records."""
    shared = [
        APPLY,
        check("2026-01-20", 1),
        ct.Routine(id="run", on="2026-01-05", pillar="skills", minutes=60),
    ]
    efforts = [ct.Effort(on=f"2026-01-{day}", minutes=60, routine="run") for day in (13, 20)]
    (apart,) = side_by_side(
        now=[*shared, check("2026-02-01", 4), efforts[0]], then=[*shared, check("2026-02-02", 3), efforts[1]]
    ).apart
    progress = [each for each in apart["progress"].effects if each.difference]

    assert [
        "check-in (goal apply) of 2026-02-01, only in now",
        "check-in (goal apply) of 2026-02-02, only in then",
    ] == [each.label for each in progress]
    assert pytest.approx([-0.3, 0.2]) == [each.difference for each in progress]
    assert pytest.approx(-0.1) == apart["progress"].explained
    assert apart["practice"].difference == pytest.approx(apart["practice"].explained)
    # Practice of skills is a quarter of a routine's four weeks either way, one effort gone and one come.
    moved = [each for each in apart["practice"].effects if each.difference]
    assert ["effort (routine run) of 2026-01-13", "effort (routine run) of 2026-01-20"] == [
        each.label.partition(",")[0] for each in moved if "effort" in each.label
    ]


def test_what_rests_on_what_differs_is_read_anew() -> None:
    """A corrected goal takes its check-in along: both have it, and it says another thing in each."""
    now = [APPLY, check("2026-02-01", 4)]
    then = [APPLY.evolve(target=8), check("2026-02-01", 4)]
    (apart,) = side_by_side(now=now, then=then).apart

    assert ((now[0],), (then[0],)) == (apart.only_base, apart.only_other)
    assert (0.4, 0.5) == (apart["progress"].before, apart["progress"].after)
    assert pytest.approx(0.1) == apart["progress"].explained
    goals = [
        ct.Goal(id="b", on="2026-01-05", title="B", pillar="skills", target=10),
        check("2026-01-10", 1, "b"),
    ]
    (apart,) = side_by_side(now=[*now, *goals], then=[*then, *goals]).apart
    labels = [each.label for each in apart["progress"].effects if each.difference]
    assert [
        "check-in (goal apply) of 2026-02-01, in both, about what differs",
        "check-in (goal apply) of 2026-02-01, in both, about what differs",
    ] == labels
    assert pytest.approx(0.05) == apart["progress"].explained


def test_what_is_recorded_later_tells_nothing_apart() -> None:
    """Records after the day are left out of both."""
    (apart,) = side_by_side(now=[APPLY], then=[APPLY, check("2026-02-06", 4)]).apart

    assert () == apart.only_other
    assert [(), (), ()] == [change.effects for change in apart.changes]


def test_equal_plans_are_not_apart() -> None:
    """Of two plans with the same records nothing differs, and every number is the same."""
    (apart,) = side_by_side(now=[APPLY, check("2026-02-01", 4)], then=[APPLY, check("2026-02-01", 4)]).apart

    assert ((), ()) == (apart.only_base, apart.only_other)
    assert "from now to then: 0 records less, 0 more\n" in str(apart)
    assert all(change.before == change.after for change in apart.changes)


def test_each_plan_is_told_apart_from_the_first() -> None:
    """Of three plans the second and the third are compared with the first."""
    found = side_by_side(a=[], b=[APPLY], c=[])

    assert [("a", "b"), ("a", "c")] == [(each.base, each.name) for each in found.apart]
    assert "from a to b: 0 records less, 1 more" in str(found)


# --- As a value -----------------------------------------------------------------------------------

PRIVATE = ct.Contact(id="ben", name="Ben Example", note="a private matter")


def test_a_comparison_is_plain_data() -> None:
    """As plain data it goes through JSON, with every branch and what tells them apart."""
    found = side_by_side(
        now=[APPLY, check("2026-02-01", 4), ct.Position(title="Analyst", pay="52000 EUR"), event("a", "10")],
        then=[APPLY, event("a", "10"), event("b", "10"), ct.Position(title="Analyst")],
    )
    plain = found.to_dict()

    assert plain == json.loads(json.dumps(plain))
    assert ["now", "then"] == [each["name"] for each in plain["branches"]]
    assert ["52000 EUR", None] == [each["earnings"][0]["pay"] for each in plain["branches"]]
    assert ["2026-02-10"] == [each["on"] for each in plain["branches"][1]["collisions"]]
    assert ["now"] == [each["base"] for each in plain["apart"]]
    assert [["now", "then"]] == [each["only_in"] for each in plain["apart"][0]["progress"]["effects"]]


def test_a_comparison_is_a_value() -> None:
    """Two of the same plans are equal, one survives a pickle, and no repr shows private words."""
    found = side_by_side(now=[PRIVATE], then=[PRIVATE, APPLY])

    assert found == side_by_side(now=[PRIVATE], then=[PRIVATE, APPLY])
    assert found == pickle.loads(pickle.dumps(found))
    assert found != side_by_side(now=[PRIVATE], then=[PRIVATE])
    for word in ("Ben Example", "private matter"):
        assert word not in repr(found)
        assert word not in str(found)


def test_plain_data_names_records_and_keeps_their_words() -> None:
    """As plain data a record that only one plan has is its kind, id and day, without words or addresses."""
    (apart,) = side_by_side(now=[], then=[PRIVATE, APPLY]).to_dict()["apart"]

    assert [
        {"kind": "contact", "id": "ben", "on": None},
        {"kind": "goal", "id": "apply", "on": "2026-01-05"},
    ] == apart["only_other"]


def test_hostile_names_keep_to_their_cell() -> None:
    """A name that would break the table is shown in one line, cut."""
    ledger = ct.Plan().as_of(DAY).ledger
    text = str(compare({"one\ntwo\x1b[2J" + 80 * "x": ledger, "b": ledger}, DAY))

    assert "one two\\u001b[2Jxxx" in text
    assert max(map(len, text.splitlines()[:10])) < 100


def test_what_only_a_newer_version_reads() -> None:
    """Plans with words of a newer version are compared by what can be read of them."""
    records = [
        {"kind": "goal", "id": "a", "on": "2026-01-05", "title": "A", "pillar": "health"},
        {"kind": "check-in", "on": "2026-01-06", "goal": "a", "value": 1},
        {
            "kind": "role",
            "id": "r",
            "title": "R",
            "requires": [{"skill": "sql", "level": 3, "force": "soft"}],
        },
        {"kind": "skill", "id": "sql", "name": "SQL"},
        {"kind": "target-role", "on": "2026-01-05", "roles": ["r"]},
        {"kind": "transition", "id": "c", "on": "2026-01-05", "type": "sabbatical"},
        {"kind": "offer", "on": "2026-01-05", "transition": "c", "pay": "1 EUR"},
        {"kind": "position", "id": "p", "type": "sailing", "pay": "1 EUR"},
        {"kind": "routine", "id": "run", "on": "2026-01-05", "pillar": "health", "minutes": 60},
    ]
    newer = ct.loads(json.dumps({"careertrack": "1.9", "owner": "Ada", "records": records}))
    found = compare({"now": newer.as_of(DAY).ledger, "then": ct.Plan().as_of(DAY).ledger}, DAY)

    assert ((), 0.0) == (found["now"].earnings, found["now"].promised)
    assert len(records) == len(found.apart[0].only_base)
