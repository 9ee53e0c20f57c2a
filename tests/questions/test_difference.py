"""What is different between two reviews: numbers, status, findings that came and went."""

import json

import pytest
from tests.practice.busy import DAYS, PLAN
from tests.practice.keeping import day

import careertrack as ct
from careertrack.questions.difference import Moved, difference

READ = ct.Routine(id="read", on=day(0), pillar="skills", minutes=60)
RECORDS = ct.Plan(records=[READ, ct.Effort(on=day(0), minutes=60, routine="read")])


def test_two_reviews_that_are_equal() -> None:
    """Nothing moved, came or went: the days alone are left."""
    found = RECORDS.review(day(7)).since(RECORDS.review(day(7)))

    assert ((), (), ()) == (found.moved, found.came, found.went)
    assert "from 2026-01-12 to 2026-01-12" == str(found)


def test_numbers_under_what_they_are_a_part_of() -> None:
    """From the whole to the part, each once, and only those that moved."""
    found = RECORDS.review(day(14)).since(RECORDS.review(day(7)))

    assert [
        "practice: 1.000 to 0.500 (-0.500)",
        "  skills: 1.000 to 0.500 (-0.500)",
        "    routine read: 1.000 to 0.500 (-0.500)",
        "  perseverance: 1.000 to 0.500 (-0.500)",
        "    weeks in motion: 1.000 to 0.500 (-0.500)",
    ] == [str(each) for each in found.moved]
    assert Moved("routine read", 2, 1.0, 0.5) == found.moved[2]


def test_what_comes_to_be_known() -> None:
    """From unknown to a number and back there is no distance."""
    found = RECORDS.review(day(7)).since(RECORDS.review(day(6)))
    back = difference(RECORDS.review(day(7)), RECORDS.review(day(6)))

    assert ("practice: unknown to 1.000", None) == (str(found.moved[0]), found.moved[0].by)
    assert "practice: 1.000 to unknown" == str(back.moved[0])


def test_a_part_that_moved_shows_what_it_is_a_part_of() -> None:
    """One part rises as another falls: the mean stays, and both are told below it."""
    other = ct.Routine(id="other", on=day(0), pillar="skills", minutes=60)
    plan = RECORDS + [other, ct.Effort(on=day(7), minutes=60, routine="other")]
    found = plan.review(day(14)).since(plan.review(day(7)))

    assert [
        "  skills: 0.500 to 0.500 (+0.000)",
        "    routine other: 0.000 to 0.500 (+0.500)",
        "    routine read: 1.000 to 0.500 (-0.500)",
    ] == [str(each) for each in found.moved if each.name != "practice"]


def test_a_part_beside_one_that_moved_is_left_out() -> None:
    """What did not move is told only where something below it did."""
    other = ct.Routine(id="other", on=day(0), pillar="network", times=1, of="conversations")
    plan = RECORDS + other
    found = plan.review(day(14)).since(plan.review(day(7)))

    assert ["practice", "skills", "routine read", "perseverance", "weeks in motion"] == [
        each.name for each in found.moved
    ]


def test_numbers_of_any_depth() -> None:
    """A chain of goals deeper than Python calls is compared as any other."""
    chain = [ct.Goal(id="g0", on=day(0), title="-", pillar="change")]
    chain += [
        ct.Goal(id=f"g{n}", on=day(0), title="-", pillar="change", parent=f"g{n - 1}") for n in range(1, 1200)
    ]
    plan = ct.Plan(records=chain) + ct.CheckIn(on=day(1), goal="g1199", level=0)
    found = plan.review(day(1)).since(plan.review(day(0)))

    assert Moved("g1199", 1201, None, 1.0) in found.moved
    assert found.html().count("<tr>") < 100


def test_parts_that_come_and_go() -> None:
    """A routine that begins and one that is no more are told, from and to unknown."""
    other = ct.Routine(id="other", on=day(35), pillar="skills", minutes=60)
    plan = ct.Plan(records=[READ.evolve(until=day(6)), other])
    found = plan.review(day(42)).since(plan.review(day(7)))

    assert {"routine read": (0.0, None), "routine other": (None, 0.0)} == {
        each.name: (each.before, each.after) for each in found.moved if each.name.startswith("routine")
    }


def test_status_and_findings() -> None:
    """The status where it is another, new findings, and those that are gone."""
    earlier, later = RECORDS.review(day(27)), RECORDS.review(day(28))
    found = later.since(earlier)

    assert ("starting", "off_track") == found.status
    assert "status: just begun to needs a step" in str(found).splitlines()
    old, new = ({each.code for each in review.findings} for review in (earlier, later))
    assert (new - old, old - new) == ({each.code for each in found.came}, {each.code for each in found.went})


def test_a_count_that_moves_on_is_no_new_finding() -> None:
    """Silent for 14 days, then for 15: one finding, which stays."""
    earlier, later = RECORDS.review(day(60)), RECORDS.review(day(61))

    assert "nothing-logged" in {each.code for each in later.findings}
    assert "nothing-logged" not in {
        each.code for each in (*later.since(earlier).came, *later.since(earlier).went)
    }


@pytest.mark.parametrize(("one", "other"), [(0, 3), (3, 5), (6, 2)])
def test_findings_that_came_are_those_that_went_the_other_way(one: int, other: int) -> None:
    """Each is told as new one way and as gone the other."""
    first, second = PLAN.review(DAYS[one]), PLAN.review(DAYS[other])
    there, back = second.since(first), first.since(second)

    came, went, back_came, back_went = (
        {(each.code, each.pillar) for each in some} for some in (there.came, there.went, back.came, back.went)
    )
    assert (came, went) == (back_went, back_came)
    assert set(there.came) <= set(second.findings)
    for heading, some in (("new", there.came), ("gone", there.went)):
        listed = "".join(f"\n- {each}" for each in some)
        assert (f"\n\n{heading}:{listed}" in str(there)) == bool(some)


def test_it_is_plain_data() -> None:
    """JSON of all of it."""
    found = RECORDS.review(day(14)).since(RECORDS.review(day(7)))
    data = found.to_dict()

    assert data == json.loads(json.dumps(data, allow_nan=False))
    assert {"name": "practice", "level": 0, "before": 1.0, "after": 0.5, "by": -0.5} == data["moved"][0]
    assert ["since", "until", "status", "moved", "came", "went"] == list(data)


def test_what_is_no_review_is_refused() -> None:
    """With what came."""
    with pytest.raises(ct.InvalidValue) as caught:
        RECORDS.review(day(7)).since("yesterday")  # type: ignore[arg-type]

    assert "earlier: must be a review, got 'yesterday'" == str(caught.value.issues[0])
