"""How ready somebody is for a role: attainment, the gate beside it, proof and age."""

import pickle

import pytest

import careertrack as ct
from careertrack.progress import goals_score, progress_score, readiness
from careertrack.record import Unreadable
from careertrack.values import JsonObject
from careertrack.vocabulary import Rater

DAY = "2026-03-01"
NEED = ct.Requirement
SKILLS = [ct.Skill(name=name) for name in ("SQL", "Statistics", "Presenting", "Negotiation")]
LEAD = ct.Role(
    title="Data lead",
    requires=[
        NEED(skill="sql", level=5, importance=4.5, must_have=True),
        NEED(skill="statistics", level=4, importance=4),
        NEED(skill="presenting", level=3, importance=3),
        NEED(skill="negotiation", level=2, importance=2),
    ],
)
PLAN = ct.Plan(records=[*SKILLS, LEAD, ct.TargetRole(on="2026-01-05", roles=["data-lead"])])


def rated(skill: str, level: float, by: Rater = "self", on: str = "2026-01-09") -> ct.Assessment:
    """A rating of 9 January."""
    return ct.Assessment(on=on, skill=skill, level=level, by=by)


GOLDEN = (rated("sql", 4, "test"), rated("statistics", 5), rated("presenting", 1.5))


def ready(
    *ratings: ct.Assessment, plan: ct.Plan = PLAN, day: str = DAY, role: str = "data-lead"
) -> ct.Readiness:
    """Readiness for a role after some ratings."""
    return plan.add(ratings).review(day).readiness[role]


def test_attainment_by_hand() -> None:
    """Weights (IM - 1) / 4; .80 of what is known, .8947 known, .7158 to .8211."""
    score = ready(*GOLDEN).score

    assert [0.80, 0.8947, 0.7158, 0.8211] == pytest.approx(
        [score.value, score.coverage, score.lower, score.upper], abs=5e-5
    )
    assert 3 == score.n
    assert [("sql", 0.875), ("statistics", 0.75), ("presenting", 0.5), ("negotiation", 0.25)] == [
        (part.name, part.weight) for part in score.parts
    ]


def test_the_assessments_stand_behind_the_parts() -> None:
    """Each part rests on the rating that counted, and an unknown one on nothing."""
    older = rated("sql", 6, on="2026-01-01")
    score = ready(*GOLDEN, older).score

    assert {
        "sql": (GOLDEN[0],),
        "statistics": (GOLDEN[1],),
        "presenting": (GOLDEN[2],),
        "negotiation": (),
    } == {part.name: part.score.records for part in score.parts}


def test_proven_is_what_others_say_alone() -> None:
    """The owner's own ratings count as unknown there, though they may be newer."""
    result = ready(*GOLDEN, rated("sql", 5, on="2026-02-01"))

    assert [1.0, 0.8, 0.875 / 2.375] == pytest.approx(
        [result.score["sql"].value, result.proven.value, result.proven.coverage]
    )
    assert (GOLDEN[0],) == result.proven["sql"].records
    assert ("statistics", "presenting") == result.claimed


@pytest.mark.parametrize("by", ["peer", "manager", "test", "certificate"])
def test_anybody_else_proves(by: Rater) -> None:
    """A certificate, a test, a manager and a peer all count as proof."""
    result = ready(rated("sql", 5, by))

    assert (1.0, ()) == (result.proven["sql"].value, result.claimed)


def test_what_nobody_rated() -> None:
    """All unknown: no value, bounds from 0 to 1, and each skill named."""
    result = ready()

    assert (None, 0.0, 1.0, 0.0, 0) == (
        result.score.value,
        result.score.lower,
        result.score.upper,
        result.score.coverage,
        result.score.n,
    )
    assert ("sql", "statistics", "presenting", "negotiation") == result.unknown
    assert ((), ()) == (result.claimed, result.stale)


@pytest.mark.parametrize(("day", "stale"), [("2027-01-09", ()), ("2027-01-10", ("sql",))])
def test_what_is_stale_is_named_and_counts_in_full(day: str, stale: tuple[str, ...]) -> None:
    """After a year the level is named as stale; it is no lower for that."""
    result = ready(rated("sql", 5), day=day)

    assert (stale, 1.0) == (result.stale, result.score["sql"].value)


GATED = PLAN.revise(
    ct.Role,
    "data-lead",
    on="2026-01-06",
    requires=[NEED(skill="sql", level=5, must_have=True), NEED(skill="statistics", level=4, must_have=True)],
)


@pytest.mark.parametrize(
    ("ratings", "gate", "met"),
    [
        ([rated("sql", 5), rated("statistics", 4)], "open", [True, True]),
        ([rated("sql", 4.9), rated("statistics", 4)], "closed", [False, True]),
        ([rated("sql", 4.9)], "closed", [False, None]),
        ([rated("statistics", 4)], "unknown", [None, True]),
        ([], "unknown", [None, None]),
    ],
)
def test_the_gate(ratings: list[ct.Assessment], gate: str, met: list[bool | None]) -> None:
    """Open when every must-have is met, closed when one is known not to be, else unknown."""
    result = ready(*ratings, plan=GATED)

    assert (gate, met) == (result.gate, [each.met for each in result.must_haves])


def test_no_gate_without_must_haves() -> None:
    """A role that insists on nothing has no gate."""
    plan = PLAN.revise(ct.Role, "data-lead", on="2026-01-06", requires=[NEED(skill="sql", level=5)])

    assert ("none", ()) == (ready(plan=plan).gate, ready(plan=plan).must_haves)


def test_a_must_have_says_what_is_asked_and_what_is_there() -> None:
    """The level asked for beside the level now."""
    assert (ct.MustHave(skill="sql", required=5.0, level=4.0),) == ready(*GOLDEN).must_haves


def test_what_is_required_at_level_nought_asks_nothing() -> None:
    """It is left out of the score, of the gate and of what is not known."""
    plan = PLAN.revise(
        ct.Role,
        "data-lead",
        on="2026-01-06",
        requires=[NEED(skill="sql", level=0.5), NEED(skill="statistics", level=0, must_have=True)],
    )
    result = ready(plan=plan)

    assert (["sql"], "none", ("sql",)) == ([p.name for p in result.score.parts], result.gate, result.unknown)


@pytest.mark.parametrize(
    "requires", [[], [NEED(skill="sql", level=0)], [NEED(skill="sql", level=5, importance=1)]]
)
def test_a_role_that_asks_for_nothing_is_not_judged(requires: list[ct.Requirement]) -> None:
    """No requirement with weight: nothing to be ready for, and the reason says so."""
    score = ready(plan=PLAN.revise(ct.Role, "data-lead", on="2026-01-06", requires=requires)).score

    assert (None, None, "the role asks for no skill that has weight") == (
        score.value,
        score.coverage,
        score.reason,
    )


def test_a_role_is_judged_as_described_on_the_day() -> None:
    """A revision of the role changes readiness from its day on."""
    plan = PLAN.revise(ct.Role, "data-lead", on="2026-02-01", requires=[NEED(skill="sql", level=4)])

    assert [0.8, 1.0] == [
        ready(GOLDEN[0], plan=plan, day=day).score.value for day in ("2026-01-31", "2026-02-01")
    ]


def test_it_explains_itself() -> None:
    """The arithmetic as a tree, each level with its source and day, then what stands beside it."""
    assert """\
readiness for Data lead: 0.800, between 0.716 and 0.821 with 89% known; min(1, level / required), \
weighted by (importance - 1) / 4 [house]
├─ sql (weight 0.875 of 2.125): 0.800, adds 0.329; level 4 of 5 required, importance 4.5, \
by test on 2026-01-09; level / required [house]
├─ statistics (weight 0.75 of 2.125): 1.000, adds 0.353; level 5 of 4 required, importance 4, \
by self on 2024-01-09; level / required [house]
├─ presenting (weight 0.5 of 2.125): 0.500, adds 0.118; level 1.5 of 3 required, importance 3, \
by self on 2026-01-09; level / required [house]
└─ negotiation (weight 0.25): unknown; level not known, 2 required, importance 2
proven by others alone: 0.800, between 0.295 and 0.926 with 37% known; min(1, level / required), \
weighted by (importance - 1) / 4 [house]
must-haves, gate closed:
  sql: not met, level 4 of 5 required
claimed by the owner alone: statistics, presenting
not assessed for over a year: statistics
never assessed: negotiation""" == ready(
        GOLDEN[0], rated("statistics", 5, on="2024-01-09"), GOLDEN[2]
    ).explain()


def test_its_page() -> None:
    """Both scores, the parts in columns, the gate, and skills by what is known of them."""
    lines = str(ready(GOLDEN[0], rated("statistics", 5, on="2024-01-09"), GOLDEN[2])).splitlines()

    assert [
        "readiness for Data lead",
        "",
        "readiness: 0.80, between 0.72 and 0.82, 89% known",
        "proven by others alone: between 0.29 and 0.93, 37% known",
        "",
    ] == lines[:5]
    assert ["part", "weight", "value", "adds", "how"] == lines[5].split()
    assert ["sql", "statistics", "presenting", "negotiation"] == [line.split()[0] for line in lines[6:10]]
    assert [
        "",
        "must-haves, gate closed:",
        "- sql: not met, level 4 of 5 required",
        "",
        "claimed by the owner alone: statistics, presenting",
        "not assessed for over a year: statistics",
        "never assessed: negotiation",
    ] == lines[10:]


def test_it_explains_only_as_deep_as_asked() -> None:
    """At depth 0 the whole in a line; the gate unknown; no line where there is nothing to say."""
    result = ready(rated("sql", 5, "test"), plan=GATED)
    lines = result.explain(0).splitlines()

    assert "readiness for Data lead: 1.000, between 0.500 and 1.000 with 50% known" == lines[0].split(";")[0]
    assert [
        "must-haves, gate unknown:",
        "  sql: met, level 5 of 5 required",
        "  statistics: not known, 4 required",
        "never assessed: statistics",
    ] == lines[2:]
    assert 2 == len(
        ready(
            rated("sql", 5, "test"),
            plan=PLAN.revise(ct.Role, "data-lead", on="2026-01-06", requires=[NEED(skill="sql", level=5)]),
        )
        .explain(0)
        .splitlines()
    )


def test_it_is_plain_data() -> None:
    """Everything it says, as JSON has it."""
    result = ready(*GOLDEN)
    data = result.to_dict()

    assert {
        "role": "data-lead",
        "title": "Data lead",
        "score": result.score.to_dict(),
        "proven": result.proven.to_dict(),
        "gate": "closed",
        "must_haves": [{"skill": "sql", "required": 5.0, "level": 4.0, "met": False}],
        "claimed": ["statistics", "presenting"],
        "stale": [],
        "unknown": ["negotiation"],
    } == data


def test_it_can_be_compared_hashed_and_pickled() -> None:
    """Two of the same day are equal, and another is another."""
    one, other = ready(*GOLDEN), ready(*reversed(GOLDEN))

    assert one == other == pickle.loads(pickle.dumps(one))
    assert hash(one) == hash(other)
    assert one != ready()


def unread(kind: str, id: str) -> Unreadable:
    """A record in words that only a newer version can read."""
    return Unreadable(content=JsonObject({"kind": kind, "id": id}))


def test_a_role_that_only_a_newer_version_can_read_is_left_out() -> None:
    """It is named, and has no weight in progress."""
    plan = ct.loads('{"careertrack": "1.1", "records": []}')
    plan = plan.add(unread("role", "lead"), ct.TargetRole(on="2026-01-05", roles=["lead"]))
    now = plan.as_of(DAY)
    result = readiness(now, "lead")

    assert ("lead", "none", None, None) == (
        result.title,
        result.gate,
        result.score.coverage,
        result.proven.coverage,
    )
    assert "only a newer version can read what the role asks for" == result.score.reason
    assert None is progress_score(goals_score(now), [result]).coverage


def test_a_skill_that_only_a_newer_version_can_read_is_left_out() -> None:
    """It is named and has no weight; as a must-have it leaves the gate unknown."""
    needs = [NEED(skill="sql", level=5), NEED(skill="tact", level=3, must_have=True)]
    plan = ct.loads('{"careertrack": "1.1", "records": []}')
    plan = plan.add(unread("skill", "tact"), SKILLS[0], ct.Role(title="Host", requires=needs))
    result = readiness(plan.add(rated("sql", 4)).as_of(DAY), "host")

    assert (0.8, 1.0, ["sql"]) == (
        result.score.value,
        result.score.coverage,
        [part.name for part in result.score.parts],
    )
    assert ("unknown", ()) == (result.gate, result.unknown)
    assert "left out, as only a newer version can read them: tact" == result.score.reason
