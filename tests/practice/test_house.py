"""What the library asks on its own account: to keep moving, workable goals, known skills, shown evidence."""

from datetime import date

import pytest
from tests.practice.keeping import BOSS, PEER, day, only, pause, rated, talk, values

import careertrack as ct
from careertrack.practice import MEASURES
from careertrack.practice.house import EVIDENCE, GOALS, MOTION, SKILLS
from careertrack.practice.marks import Measure
from careertrack.record import Record

NOTHING, NOT_DUE = "nothing", "not due"
AIM = ct.Goal(id="aim", on=day(0), title="Aim", pillar="direction")
LEAD = ct.Transition(id="lead", on=day(0))
EFFORT = ct.Effort(on=day(0), minutes=1, pillar="skills")

# --- Weeks in motion ------------------------------------------------------------------------


def moving(*records: Record, on: int = 7) -> float | str | None:
    """Weeks in motion on a day, with a goal as the only ask."""
    return values(MOTION, [AIM, *records], on)[0]


@pytest.mark.parametrize(
    "act",
    [
        ct.Effort(on=day(3), minutes=1, pillar="skills"),
        talk(3, "bob", answered="no"),
        ct.CheckIn(on=day(3), goal="aim", level=-2),
        *(ct.Step(on=day(3), transition="lead", stage=own) for own in ("lead", "applied", "withdrawn")),
    ],
    ids=lambda act: f"{act.kind} {getattr(act, 'stage', '')}",
)
def test_any_act_of_ones_own_makes_a_week_in_motion(act: Record) -> None:
    """Any effort, conversation, check-in, or step that is for oneself to take."""
    assert (0.0, 1.0) == (moving(PEER, LEAD), moving(PEER, LEAD, act))


@pytest.mark.parametrize("stage", ["screening", "interviewing", "offer", "accepted", "declined", "rejected"])
def test_what_others_decide_is_no_motion(stage: str) -> None:
    """Nor is anything else that is merely written down."""
    step = ct.Step(on=day(3), transition="lead", stage=stage)  # type: ignore[arg-type]

    assert 0.0 == moving(LEAD, step, ct.Reflection(on=day(3), energy=1))


def test_it_is_asked_in_the_first_whole_week_from_the_first_ask() -> None:
    """Nothing without an ask, not due until a whole week has ended; an act before counts for nothing."""
    late = [AIM.evolve(on=day(1)), EFFORT]

    assert [NOTHING, NOT_DUE, NOT_DUE, 0.0] == values(MOTION, [AIM], -1, 0, 6, 7)
    assert [NOTHING, NOT_DUE, NOT_DUE, 0.0] == values(MOTION, list(late), 0, 1, 13, 14)
    assert [NOTHING] == values(MOTION, [EFFORT], 14)


def test_twelve_weeks() -> None:
    """In motion in weeks 1 and 3: 2 of 3, of 12 after twelve weeks, then 1 of 12, then none."""
    plan: list[Record] = [AIM, EFFORT, EFFORT.evolve(on=day(20))]

    assert [2 / 3, 2 / 12, 1 / 12, 1 / 12, 0.0] == values(MOTION, plan, 21, 84, 91, 98, 105)
    score = only(MOTION, plan, 84)
    assert (12, "2 of 12 weeks to 2026-03-29") == (score.n, score.reason)


@pytest.mark.parametrize(
    "ask",
    [
        ct.Routine(id="read", on=day(0), pillar="skills", minutes=60),
        ct.Cadence(id="talk", on=day(0), contact="grace", every="1 month"),
        AIM,
        ct.TargetRole(on=day(0), roles=["data-lead"]),
        ct.Commitment(id="cv", on=day(0), what="-", pillar="change"),
        ct.Commitment(id="cv", on=day(0), what="-", pillar="change", due=day(6)),
        ct.Setback(id="no", on=day(0), what="-", retry=day(6)),
    ],
    ids=lambda ask: ask.kind,
)
def test_every_ask_asks_for_motion(ask: Record) -> None:
    """A pace, a rhythm, a goal, a target, a promise, a retry: the week from its first day is owed."""
    assert [0.0] == values(MOTION, [BOSS, ct.Role(title="Data lead"), ask], 7)


@pytest.mark.parametrize(
    "no_ask",
    [
        ct.Routine(id="read", on=day(0), pillar="skills", minutes=60, until=day(5)),
        ct.Cadence(id="talk", on=day(0), contact="grace", every="1 month", until=day(5)),
        ct.TargetRole(on=day(0), roles=[]),
        ct.Commitment(id="cv", on=day(0), what="-", by="grace"),
        ct.Commitment(id="cv", on=day(0), what="-", pillar="change", due=day(5)),
        ct.Setback(id="no", on=day(0), what="-", retry=day(5)),
        ct.Setback(id="no", on=day(0), what="-"),
    ],
    ids=lambda ask: f"{ask.kind}",
)
def test_it_is_owed_while_an_ask_is_in_force(no_ask: Record) -> None:
    """Asked for on less than the whole week, or not of oneself: nothing is owed of it."""
    assert {NOTHING} == set(values(MOTION, [BOSS, no_ask], 7, 14))


def test_asks_that_end() -> None:
    """A goal let go, a role aimed at no more, and a promise dropped ask up to that day."""
    role = ct.Role(title="Data lead")
    promise = ct.Commitment(id="cv", on=day(0), what="-", pillar="change", due=day(30))
    for last, expected in ((6, [0.0, 1]), (5, [NOTHING, 0])):
        ends: list[list[Record]] = [
            [AIM, ct.Resolution(on=day(last), goal="aim", outcome="dropped")],
            [role, ct.TargetRole(on=day(0), roles=["data-lead"]), ct.TargetRole(on=day(last + 1), roles=[])],
            [promise, ct.Resolution(on=day(last), commitment="cv", outcome="dropped")],
        ]
        for plan in ends:
            assert [expected[0]] == values(MOTION, plan, 21)
            assert expected[1] == sum(score.n for score in rated(MOTION, plan, 21).values())


def test_what_is_done_asks_to_the_end_of_its_week() -> None:
    """A goal reached in a week that was in motion costs nothing: that week counts, and none after it."""
    promise = ct.Commitment(id="cv", on=day(0), what="-", pillar="change")
    effort = ct.Effort(on=day(1), minutes=10, pillar="change")
    ends: list[list[Record]] = [
        [AIM, ct.Resolution(on=day(2), goal="aim")],
        [promise, ct.Resolution(on=day(2), commitment="cv")],
    ]
    for plan in ends:
        assert [1.0] == values(MOTION, [*plan, effort], 21)
        assert 1 == only(MOTION, [*plan, effort], 21).n


def test_a_promise_kept_early_asks_to_its_due_day() -> None:
    """What is owed does not depend on acts: done on day 3, due on day 13, two weeks are owed either way.

    Past its due day, done or not, it asks nothing more.
    """
    promise: list[Record] = [ct.Commitment(id="cv", on=day(0), what="-", pillar="change", due=day(13))]
    done = ct.Resolution(on=day(3), commitment="cv")

    assert [2, 2] == [only(MOTION, plan, 40).n for plan in (promise, [*promise, done])]


def test_a_promise_whose_new_day_is_past_asks_nothing() -> None:
    """Moved to a day that is past it has no day ahead on which anything is asked."""
    promise = ct.Commitment(id="cv", on=day(0), what="-", pillar="change", due=day(30))

    assert [NOTHING] == values(MOTION, [promise, promise.evolve(on=day(5), due=day(2))], 7)


def test_asks_that_take_turns_are_one() -> None:
    """A week is asked of from its first day to its last, by one ask after another."""
    role = ct.Role(title="Data lead")
    plan: list[Record] = [
        role,
        AIM,
        ct.Resolution(on=day(3), goal="aim"),
        ct.TargetRole(on=day(4), roles=["data-lead"]),
    ]

    assert [0.0] == values(MOTION, plan, 7)


def test_a_week_with_a_paused_day_is_owed_only_where_it_was_in_motion() -> None:
    """One week x 6/7, rounded down, is none; but what was done is never lost."""
    assert [0.0, NOT_DUE, 1.0] == [moving(), moving(pause(6, 6)), moving(pause(0, 6), EFFORT)]


# --- Goals made workable --------------------------------------------------------------------


def workable(*records: Record, on: int = 28) -> float | str | None:
    """Goals made workable on a day."""
    return values(GOALS, [AIM, *records], on)[0]


def test_a_goal_is_judged_on_its_28th_day() -> None:
    """Of day 0 it is not due up to day 27, which is its 28th; it counts from day 28 for 365 days."""
    found = values(GOALS, [AIM], -1, 0, 27, 28, 27 + 365, 28 + 365)

    assert [NOTHING, NOT_DUE, NOT_DUE, 0.0, 0.0, NOTHING] == found


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, 0.0),
        ({"target": 10}, 0.5),
        ({"anchors": ["a", "b", "c", "d", "e"]}, 0.5),
        ({"due": day(60)}, 0.5),
        ({"due": day(60), "target": 10}, 1.0),
    ],
)
def test_half_measurable_half_dated(fields: dict[str, object], expected: float) -> None:
    """A target or anchors; a due day."""
    assert expected == workable(AIM.evolve(on=day(27), **fields))
    assert 0.0 == workable(AIM.evolve(on=day(28), **fields))


def test_a_level_is_a_measure() -> None:
    """A check-in with a level by the 28th day; one with a value needs something to be measured against."""
    assert [0.5, 0.0, 0.0] == [
        workable(ct.CheckIn(on=day(n), goal="aim", **how))  # type: ignore[arg-type]
        for n, how in ((27, {"level": 0}), (28, {"level": 0}), (27, {"value": 3}))
    ]


def test_it_stays_as_judged() -> None:
    """Made worse or better later, it counts as it was on that day; both halves are named."""
    worse = [
        AIM.evolve(target=10, due=day(60)),
        AIM.evolve(on=day(29)),
        ct.Resolution(on=day(30), goal="aim"),
    ]
    score = only(GOALS, list(worse), 100)

    assert (1.0, 1, "aim measurable, aim dated") == (score.value, score.n, score.reason)
    assert "aim not measurable, aim not dated" == only(GOALS, [AIM], 100).reason
    assert [("direction", "goals made workable")] == list(rated(GOALS, [AIM], 100))


def test_dropped_by_then_it_leaves() -> None:
    """On the 28th day it is no item, later it stays."""
    assert [NOTHING, 0.0] == [
        workable(ct.Resolution(on=day(n), goal="aim", outcome="dropped"), on=60) for n in (27, 28)
    ]


def test_done_by_then_it_was_workable() -> None:
    """What was reached needs neither a measure nor a day."""
    assert [1.0, 0.0] == [workable(ct.Resolution(on=day(n), goal="aim"), on=60) for n in (27, 28)]


def test_only_a_leaf_is_judged() -> None:
    """With a part on its 28th day it is left out; with one since, or with a dropped one, it is not."""
    part = ct.Goal(id="part", on=day(27), title="Part", pillar="direction", parent="aim")
    dropped = ct.Resolution(on=day(27), goal="part", outcome="dropped")
    elsewhere = part.evolve(on=day(27), parent=None)

    assert NOT_DUE == workable(part)
    assert 0.0 == workable(part.evolve(on=day(28)))
    assert 0.0 == workable(part, dropped)
    assert 0.0 == workable(part.evolve(on=day(20)), elsewhere)
    assert [1] == [only(GOALS, [AIM, part], 60).n]  # the part alone


def test_a_28th_day_in_a_pause_may_still_be_used() -> None:
    """What is unkept on a paused day falls due on the first day after: paused to day 30, judged on day 31.

    A half that is there on day 27 counts from day 28; the other from day 32, by what it is on day 31.
    """
    rest = pause(25, 30)
    dated = AIM.evolve(on=day(10), due=day(90))
    both = AIM.evolve(on=day(31), due=day(90), target=10)

    assert [NOTHING, NOTHING, 0.0] == values(GOALS, [AIM, rest], 28, 31, 32)
    assert [1.0, 1.0, 0.5] == values(GOALS, [AIM, rest, dated], 28, 31, 32)
    assert [1.0, 1.0, 1.0] == values(GOALS, [AIM, rest, dated, both], 28, 31, 32)
    assert [0.0, NOTHING] == values(GOALS, [AIM, rest], 27 + 365, 28 + 365)


def test_in_a_pause_what_is_kept_stays_and_what_is_unkept_may_leave() -> None:
    """Dropped or given parts by the end of it, the half that was there still counts, and alone."""
    dated: list[Record] = [AIM.evolve(due=day(90)), pause(25, 30)]
    dropped = ct.Resolution(on=day(31), goal="aim", outcome="dropped")
    part = ct.Goal(id="part", on=day(29), title="Part", pillar="direction", parent="aim")

    assert [1.0, 1.0] == [values(GOALS, [*dated, each], 40)[0] for each in (dropped, part)]
    assert NOTHING == values(GOALS, [AIM, dated[1], dropped], 40)[0]


# --- Required skills ------------------------------------------------------------------------

SQL = ct.Skill(name="SQL")
R = ct.Skill(name="R")
ROLE = ct.Role(title="Data lead", requires=[ct.Requirement(skill="sql", level=5)])
BOTH = ROLE.evolve(requires=[ct.Requirement(skill=each, level=5) for each in ("sql", "r")])
TARGET = ct.TargetRole(on=day(0), roles=["data-lead"])
AIMED: list[Record] = [SQL, R, ROLE, TARGET]


def assessed(on: int, skill: str = "sql", by: str = "self") -> ct.Assessment:
    """A skill's level, rated on a day."""
    return ct.Assessment(on=day(on), skill=skill, level=3, by=by)  # type: ignore[arg-type]


def covered(records: list[Record], on: int) -> tuple[float | None, int]:
    """The share of days, and how many are owed."""
    score = only(SKILLS, records, on)
    return score.value, score.n


def test_skills_are_asked_28_days_after_the_target() -> None:
    """Aimed at on day 0: not due up to and on day 28, which is the first day owed."""
    assert [NOTHING, NOT_DUE, NOT_DUE, 0.0] == values(SKILLS, AIMED, -1, 0, 28, 29)
    assert (0.0, 1) == covered(AIMED, 29)


def test_days_on_which_a_skill_was_assessed() -> None:
    """On day 30, of days 28 to 32: 3 of 5; assessed before the target: all of them."""
    assert (3 / 5, 5) == covered([*AIMED, assessed(30)], 33)
    assert (1.0, 5) == covered([*AIMED, assessed(-100)], 33)
    assert (1.0, 28) == covered([*AIMED, assessed(30, by="peer")], 60)


def test_an_assessment_is_good_for_a_year() -> None:
    """Of day 30: to day 395, a year later; from day 396 on it is stale, as it is where it is shown."""
    plan: list[Record] = [*AIMED, assessed(30)]
    stale = [ct.Plan(records=plan).as_of(day(n)).skills["sql"].is_stale for n in (395, 396)]

    assert [(1.0, 28), (27 / 28, 28)] == [covered(plan, n) for n in (396, 397)]
    assert [False, True] == stale


def test_each_required_skill_is_owed() -> None:
    """Of two skills, one assessed: half; the reason counts days times skills, and whole skills."""
    plan: list[Record] = [SQL, R, BOTH, TARGET, assessed(0)]
    score = only(SKILLS, plan, 38)

    assert (0.5, 20) == (score.value, score.n)
    assert "10 of 20 days times skills, 1 of 2 skills on all of them" == score.reason
    assert (assessed(0),) == score.records


def test_requirements_are_those_of_the_day() -> None:
    """R asked for by a revision of day 10 is owed from day 38; a skill without a level is not at all."""
    later = BOTH.evolve(on=day(10))
    no_level = ROLE.evolve(requires=[ct.Requirement(skill="sql", level=0)])

    assert [(0.0, 10), (0.0, 12)] == [covered([*AIMED, later], n) for n in (38, 39)]
    assert [NOTHING] == values(SKILLS, [SQL, no_level, TARGET], 60)


def test_a_revision_that_asks_for_no_more_ends_it() -> None:
    """R asked for until day 40: owed on days 28 to 40 alone."""
    plan: list[Record] = [SQL, R, BOTH, TARGET, ROLE.evolve(on=day(41)), assessed(0)]

    assert (20 / 33, 33) == covered(plan, 48)


def test_a_role_aimed_at_no_more_asks_no_more() -> None:
    """Cleared on day 40: days 28 to 39 count while they are in the window, and then nothing is owed."""
    plan: list[Record] = [*AIMED, ct.TargetRole(on=day(40), roles=[])]

    assert [(0.0, 12), (0.0, 1)] == [covered(plan, n) for n in (41, 67)]
    assert [NOTHING] == values(SKILLS, plan, 68)


def test_stating_the_target_again_does_not_put_it_off() -> None:
    """Aimed at without a break the skill is asked for since the first day, by whatever role."""
    other = ct.Role(title="Analyst", requires=[ct.Requirement(skill="sql", level=2)])
    again: list[Record] = [
        ct.TargetRole(on=day(20), roles=["analyst"]),
        ct.TargetRole(on=day(25), roles=["data-lead"]),
    ]
    broken: list[Record] = [
        ct.TargetRole(on=day(20), roles=[]),
        ct.TargetRole(on=day(25), roles=["data-lead"]),
    ]

    assert (0.0, 1) == covered([*AIMED, other, *again], 29)
    assert [NOT_DUE, 0.0] == values(SKILLS, [*AIMED, *broken], 53, 54)


def test_two_roles_that_ask_for_one_skill_ask_once() -> None:
    """A skill is owed once a day."""
    other = ct.Role(title="Analyst", requires=[ct.Requirement(skill="sql", level=2)])
    plan: list[Record] = [*AIMED[:-1], other, TARGET.evolve(roles=["data-lead", "analyst"])]

    assert (0.0, 5) == covered(plan, 33)


def test_a_pause_leaves_out_the_days_without_an_assessment() -> None:
    """Days 28 to 32, two of them paused: 3 owed; a covered paused day stays; and a year is stretched."""
    assert (0.0, 3) == covered([*AIMED, pause(29, 30)], 33)
    assert (3 / 4, 4) == covered([*AIMED, pause(29, 30), assessed(30)], 33)
    assert (1.0, 28) == covered([*AIMED, pause(40, 49), assessed(30)], 406)


# --- Evidence shown -------------------------------------------------------------------------

WORK = ct.Evidence(on=day(0), title="Faster load")
CADENCE = ct.Cadence(id="talk", on=day(0), contact="grace", every="1 month")
SHOWING: list[Record] = [BOSS, PEER, WORK, CADENCE]


def show(on: int, contact: str = "grace") -> ct.Conversation:
    """A talk in which the evidence was shown."""
    return talk(on, contact, shown=["faster-load"])


def shown(records: list[Record], on: int) -> tuple[float | None, int]:
    """The share of days, and how many are owed."""
    score = only(EVIDENCE, records, on)
    return score.value, score.n


def test_it_is_asked_91_days_after_the_first_cadence_with_a_manager() -> None:
    """Promised on day 0: not due up to and on day 91, the first day owed."""
    assert [NOTHING, NOT_DUE, NOT_DUE, 0.0] == values(EVIDENCE, SHOWING, -1, 0, 91, 92)
    assert "not due: owed from 2026-04-06 on" == only(EVIDENCE, SHOWING, 91).reason
    assert "0 of 1 days, not shown yet" == only(EVIDENCE, SHOWING, 92).reason


def test_shown_it_is_good_for_91_days() -> None:
    """Of day 50: to day 140, so of days 113 to 140 all, of 114 to 141 all but one."""
    plan: list[Record] = [*SHOWING, show(50)]

    assert [(1.0, 28), (27 / 28, 28)] == [shown(plan, n) for n in (141, 142)]
    assert "28 of 28 days, last shown on 2026-02-24" == only(EVIDENCE, plan, 141).reason
    assert (show(50),) == only(EVIDENCE, plan, 141).records


def test_shown_and_not_acknowledged() -> None:
    """Showing is one's own doing; what is acknowledged is theirs, a talk without evidence shows none."""
    others = [talk(50), talk(50, acknowledged=["faster-load"]), show(50, "bob")]

    assert [0.0] * 3 == [shown([*SHOWING, each], 142)[0] for each in others]


def test_shown_to_somebody_who_is_a_manager_on_the_day() -> None:
    """Whoever it is; by the relation of the day."""
    second = ct.Contact(id="ada", name="Ada", relations=["manager"])
    former = second.evolve(on=day(50), relations=[])

    assert [1.0, 0.0] == [
        shown([*SHOWING, *people, show(50, "ada")], 141)[0] for people in ([second], [second, former])
    ]


def test_it_is_owed_while_a_cadence_with_a_manager_is_in_force() -> None:
    """None with a peer; ended on day 100, days 91 to 100 are owed; ended before, nothing."""
    with_peer = CADENCE.evolve(contact="bob")

    assert [NOTHING] == values(EVIDENCE, [BOSS, PEER, WORK, with_peer], 141)
    assert (0.0, 10) == shown([BOSS, PEER, WORK, CADENCE.evolve(until=day(100))], 110)
    assert [NOT_DUE, NOTHING] == values(EVIDENCE, [BOSS, WORK, CADENCE.evolve(until=day(90))], 90, 141)


def test_a_manager_no_more_asks_no_more() -> None:
    """The cadence goes on, with somebody who is a manager until day 99 and again from day 120 on."""
    plan: list[Record] = [
        *SHOWING,
        BOSS.evolve(on=day(100), relations=[]),
        BOSS.evolve(on=day(120), relations=["manager"]),
    ]

    assert (0.0, 9) == shown(plan, 110)  # days 91 to 99
    assert (0.0, 8) == shown(plan, 123)  # days 95 to 99, 120 to 122


def test_it_is_asked_91_days_after_the_first_of_all() -> None:
    """A second cadence, with another manager, does not put it off."""
    second = ct.Contact(id="ada", name="Ada", relations=["manager"])
    later: list[Record] = [second, CADENCE.evolve(id="other", on=day(80), contact="ada")]

    assert (0.0, 1) == shown([*SHOWING, *later], 92)
    assert (0.0, 1) == shown([BOSS, WORK, CADENCE.evolve(until=day(60)), *later], 92)


def test_a_pause_stretches_what_was_shown() -> None:
    """Shown on day 50, ten days paused: good to day 150."""
    assert [(1.0, 28), (27 / 28, 28)] == [shown([*SHOWING, show(50), pause(100, 109)], n) for n in (151, 152)]


# --- All of them ----------------------------------------------------------------------------


@pytest.mark.parametrize("measure", MEASURES, ids=lambda measure: measure.name)
@pytest.mark.parametrize("on", [date.min, date.max])
def test_the_ends_of_the_calendar(measure: Measure, on: date) -> None:
    """Neither end is an error, for a plan that begins at the one or the other."""
    for first in (date.min, date.max):
        plan = ct.Plan(
            records=[
                BOSS,
                SQL,
                ROLE,
                TARGET.evolve(on=first),
                AIM.evolve(on=first),
                WORK.evolve(on=first),
                CADENCE.evolve(on=first),
                show(0).evolve(on=first),
                assessed(0).evolve(on=first),
                ct.Pause(on=first, until=first),
            ]
        )
        for part in measure.parts(plan.as_of(on)):
            assert part.score.value in (None, 0.0, 1.0)


def test_a_promise_let_go_after_its_due_day_asked_to_that_day() -> None:
    """To let go of what was missed asks nothing in between: what was said of earlier days stays said."""
    promise = ct.Commitment(id="cv", on=day(0), what="-", pillar="change", due=day(3))
    dropped = ct.Resolution(on=day(60), commitment="cv", outcome="dropped")

    for on in (14, 59, 61):
        assert values(MOTION, [promise], on) == values(MOTION, [promise, dropped], on)
