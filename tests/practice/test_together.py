"""Practice as a whole: pillars, weights, what is not due, rest; and what each measure reads."""

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DataObject
from tests.practice.busy import DAYS, IN_TURN, LATER, PLAN
from tests.practice.keeping import BOSS, START, day, pause, talk

import careertrack as ct
from careertrack.catalogue import KINDS
from careertrack.judge import judge
from careertrack.ledger import Ledger
from careertrack.moment import Moment
from careertrack.practice import MEASURES, is_resting, paused_days, practice, practice_of
from careertrack.practice.marks import Cover, Measure, Rated, Tally, days_covered, joined, owed_of
from careertrack.questions.nextstep import next_step
from careertrack.record import Record, Unreadable
from careertrack.records import CLASSES
from careertrack.score import Score
from careertrack.shapes import Choice, Many
from careertrack.strategies import plans
from careertrack.vocabulary import PILLARS
from careertrack.wins import wins

MEASURE = pytest.mark.parametrize("measure", MEASURES, ids=lambda measure: measure.name)
READ = ct.Routine(id="read", on=day(0), pillar="skills", minutes=60)
TALK = ct.Cadence(id="talk", on=day(0), contact="grace", every="1 week")
KEPT = (BOSS, TALK, *(talk(n) for n in range(7, 28, 7)))


def kept(records: list[Record], on: int, **weights: float) -> Score:
    """Practice on a day."""
    return practice(ct.Plan(records=records).as_of(day(on)), weights)


# --- Pillars and their weights --------------------------------------------------------------


def test_the_pillars_set_out_weigh_one_each() -> None:
    """Skills 0, manager 1: (0 + 1) / 2; perseverance, in motion in three of four weeks: (0 + 1 + .75) / 3."""
    score = kept([READ, *KEPT], 28)

    assert list(PILLARS) == [part.name for part in score.parts]
    assert [None, 0.0, 1.0, None, None, 0.75] == [part.score.value for part in score.parts]
    assert pytest.approx(1.75 / 3) == score.value


def test_weights_are_an_argument() -> None:
    """Skills twice: (2 x 0 + 1 + .75) / 4; those left out weigh 1; a weight of 0 leaves a pillar out."""
    plan: list[Record] = [READ, *KEPT]

    assert pytest.approx(1.75 / 4) == kept(plan, 28, skills=2).value
    assert pytest.approx(1.75 / 2) == kept(plan, 28, skills=0).value
    assert kept(plan, 28) == kept(plan, 28, **dict.fromkeys(PILLARS, 1.0))


def test_weights_that_are_none() -> None:
    """Of no pillar, negative, not finite: all that are wrong at once, whichever way practice is asked for."""
    now = ct.Plan(records=[READ]).as_of(day(28))

    def ask_again(weights: dict[str, float]) -> Score:
        return practice_of(now, [], weights)

    def ask_anew(weights: dict[str, float]) -> Score:
        return practice(now, weights)

    for ask in (ask_anew, ask_again):
        with pytest.raises(ct.InvalidValue) as caught:
            ask({"karma": 1, "luck": 1, "skills": 1})

        rule = "direction, skills, manager, network, change, perseverance"
        assert [f"weights: must be of a pillar: {rule}, got '{name}'" for name in ("karma", "luck")] == [
            str(issue) for issue in caught.value.issues
        ]
        for weight in (-1.0, float("nan"), float("inf")):
            with pytest.raises(ct.InvalidValue, match="must be a finite number, not negative"):
                ask({"skills": weight})


@pytest.mark.parametrize("given", [5, "network", ["network"]])
def test_weights_are_a_mapping(given: object) -> None:
    """What is no mapping is refused by what it should be, whichever door it came through."""
    with pytest.raises(ct.InvalidValue) as caught:
        ct.Plan().review("2026-03-01", given)  # type: ignore[arg-type]

    assert str(caught.value).startswith("weights: must be weights by pillar, such as {'network': 2}, got ")


def test_without_any_weight_there_is_no_number() -> None:
    """All weights 0: none, with the reason."""
    score = kept([READ], 28, **dict.fromkeys(PILLARS, 0.0))

    assert (None, None, "no part has weight") == (score.value, score.coverage, score.reason)


def test_a_pillar_weighs_its_parts() -> None:
    """Perseverance: weeks in motion 3, setbacks 2: (3 x 0 + 2 x 1) / 5."""
    plan: list[Record] = [
        ct.Setback(id="no", on=day(0), what="-", lesson="-", retry=day(13)),
        ct.Resolution(on=day(10), setback="no"),
    ]
    score = kept(plan, 14)["perseverance"]

    assert {"setbacks": (2.0, 1.0), "weeks in motion": (3.0, 0.0)} == {
        part.name: (part.weight, part.score.value) for part in score.parts
    }
    assert 0.4 == score.value


@pytest.mark.parametrize(
    ("name", "weight", "shape"),
    [
        ("routines", 3, "periods kept"),
        ("cadences", 3, "days covered"),
        ("my commitments", 2, "items"),
        ("courses", 2, "items"),
        ("setbacks", 2, "items"),
        ("weeks in motion", 3, "periods kept"),
        ("goals made workable", 1, "items"),
        ("required skills", 1, "days covered"),
        ("evidence shown", 1, "days covered"),
    ],
)
def test_the_table_of_measures(name: str, weight: float, shape: str) -> None:
    """Nine measures, each with its shape and weight, and kinds of record that there are."""
    assert 9 == len(MEASURES)
    (found,) = (measure for measure in MEASURES if measure.name == name)

    assert (weight, shape) == (found.weight, found.shape)
    assert set(KINDS) >= found.reads


def test_each_routine_weighs_three() -> None:
    """Two routines kept and one not: 2/3 of the pillar."""
    paces: list[Record] = [READ.evolve(id=id) for id in ("a", "b", "c")]
    done: list[Record] = [ct.Effort(on=day(n), minutes=60, routine=id) for n in (0, 7) for id in ("a", "b")]

    assert pytest.approx(2 / 3) == kept([*paces, *done], 14)["skills"].value


# --- Not due, not set out, unknown, rest ----------------------------------------------------


def test_what_is_not_set_out_has_neither_weight_nor_bounds() -> None:
    """A pillar that asks nothing is not set out, one whose measures owe nothing yet is not due."""
    score = kept([READ], 3)

    assert {
        "direction": "not set out",
        "skills": "not due yet",
        "manager": "not set out",
        "network": "not set out",
        "change": "not set out",
        "perseverance": "not due yet",
    } == {part.name: part.score.reason for part in score.parts}
    for each in (score, *(part.score for part in score.parts)):
        assert (None, None, None, None) == (each.value, each.lower, each.upper, each.coverage)
    assert "nothing is owed yet" == score.reason


def test_an_empty_plan_owes_nothing() -> None:
    """No number, no blame."""
    score = kept([], 3)

    assert (None, None, "nothing is owed yet") == (score.value, score.coverage, score.reason)


def test_the_unknown_widens_the_bounds() -> None:
    """A cadence first due a day ago is unknown: skills 0, motion 0, manager between 0 and 1: 0 to 1/3."""
    score = kept([READ, BOSS, TALK], 8)

    assert pytest.approx((0.0, 0.0, 1 / 3, 2 / 3)) == (score.value, score.lower, score.upper, score.coverage)
    assert (None, 0.0, 1.0) == (score["manager"].value, score["manager"].lower, score["manager"].upper)


def test_within_a_pillar_the_unknown_widens_the_bounds_as_well() -> None:
    """A routine kept, weight 3, and a cadence unknown, weight 3: between .5 and 1, half known."""
    asks: list[Record] = [BOSS, TALK, READ.evolve(pillar="manager")]
    score = kept([*asks, ct.Effort(on=day(0), minutes=60, routine="read")], 8)["manager"]

    assert (1.0, 0.5, 1.0, 0.5) == (score.value, score.lower, score.upper, score.coverage)


def test_more_than_half_of_the_window_paused_is_rest() -> None:
    """Fourteen of 28 days are none, fifteen are: no value, no bounds, and the parts are still there."""
    for days, rests in ((14, False), (15, True)):
        plan: list[Record] = [READ, pause(28, 27 + days)]
        now = ct.Plan(records=plan).as_of(day(28 + days))

        assert (rests, days) == (is_resting(now), paused_days(now))
        assert rests == (practice(now).value is None)
    score = practice(now)

    assert "resting: 15 of the last 28 days are paused" == score.reason
    assert (None, None, None) == (score.lower, score.upper, score.coverage)
    assert 0.0 == score["skills"].value


def test_rest_is_counted_in_the_days_before() -> None:
    """The day itself is not of the window, and pauses that overlap count once."""
    plan = ct.Plan(records=[pause(0, 13), pause(5, 14), pause(14, 20)])

    assert [0, 1, 15, 21, 21, 20] == [paused_days(plan.as_of(day(n))) for n in (0, 1, 15, 21, 28, 29)]
    assert 0 == paused_days(plan.as_of(date.min))


def test_a_rhythm_promised_anew_has_a_part_of_its_own() -> None:
    """Three runs in one window have three names."""
    plan: list[Record] = [
        BOSS,
        TALK.evolve(every="1 day", until=day(9)),
        TALK.evolve(on=day(11), every="1 day", until=day(15)),
        TALK.evolve(on=day(17), every="1 day", until=day(22)),
    ]

    assert ["cadence talk", "cadence talk (2)", "cadence talk (3)"] == [
        part.name for part in kept(plan, 28)["manager"].parts
    ]


def test_measures_worked_out_before_give_the_same() -> None:
    """Practice of the parts of all measures is practice."""
    for on in DAYS:
        now = PLAN.as_of(on)

        assert practice(now) == practice_of(now, [(each, each.parts(now)) for each in MEASURES])


# --- What each measure reads ----------------------------------------------------------------


def found(measure: Measure, records: list[Record], on: date) -> list[Rated]:
    """The parts of a measure, of records whose references may lead nowhere."""
    return list(measure.parts(Moment(Ledger().grown(records), on)))


@MEASURE
@pytest.mark.parametrize("on", DAYS, ids=str)
def test_a_measure_reads_no_more_than_it_says(measure: Measure, on: date) -> None:
    """Records of other kinds make no difference to it, not by a bit."""
    read = [record for record in PLAN.records if record.kind in measure.reads]

    assert found(measure, list(PLAN.records), on) == found(measure, read, on)


@MEASURE
@settings(max_examples=15)
@given(data=st.data())
def test_a_measure_reads_no_more_than_it_says_of_any_plan(measure: Measure, data: DataObject) -> None:
    """Nor do they in any plan."""
    kinds = [*sorted(measure.reads) * 2, *KINDS]
    plan = data.draw(plans(min_size=8, max_size=14, kinds=kinds, days=st.dates(START, day(120))))
    read = [record for record in plan.records if record.kind in measure.reads]
    for on in (day(60), day(130), day(200)):
        assert found(measure, list(plan.records), on) == found(measure, read, on)


@pytest.mark.parametrize(
    ("measure", "kind"),
    [pytest.param(each, kind, id=f"{each.name}: {kind}") for each in MEASURES for kind in sorted(each.reads)],
)
def test_a_measure_reads_all_that_it_says(measure: Measure, kind: str) -> None:
    """Without the records of a kind it says something else on some day."""
    differing = [
        on
        for plan, days in ((PLAN, DAYS), (IN_TURN, LATER))
        for on in days
        if found(measure, list(plan.records), on)
        != found(measure, [record for record in plan.records if record.kind != kind], on)
    ]

    assert [] != differing


# --- Records of a newer version -------------------------------------------------------------


OFTEN_LEFT_OUT = ("answered", "outcome", "per", "counted_from", "why", "by")


def newer(record: Record) -> list[dict[str, Any]]:
    """A record with a word that this version does not know, for each field that has such words."""
    said = record.to_dict()
    made: list[dict[str, Any]] = []
    for field in CLASSES[record.kind].spec.fields:
        shape = field.shape.of if isinstance(field.shape, Many) else field.shape
        if isinstance(shape, Choice) and (field.name in said or field.name in OFTEN_LEFT_OUT):
            word = ["newer"] if isinstance(field.shape, Many) else "newer"
            made.append({**said, field.name: word})
    return made


CHANGED = [(place, other) for place, record in enumerate(PLAN.records) for other in newer(record)]


@pytest.mark.parametrize(
    ("place", "other"), CHANGED, ids=lambda given: given["kind"] if isinstance(given, dict) else str(given)
)
def test_records_of_a_newer_version_are_no_error(place: int, other: dict[str, Any]) -> None:
    """Whichever record has words that nobody knows yet, every measure and what rests on it has an answer."""
    document = {
        "careertrack": "1.9",
        "records": [other if at == place else record.to_dict() for at, record in enumerate(PLAN.records)],
    }
    plan = ct.loads(json.dumps(document))

    assert 1 == len([record for record in plan.records if isinstance(record, Unreadable)])
    for on in DAYS[2::2]:
        now = plan.as_of(on)
        score = practice(now)

        assert judge(now, score).status
        assert next_step(now, score)
        assert isinstance(wins(now), tuple)


def test_there_are_newer_words_of_many_kinds() -> None:
    """Goals, paces, promises, facts: enough for the test above to mean something."""
    assert {"goal", "routine", "cadence", "commitment", "conversation", "effort", "resolution", "step"} <= {
        other["kind"] for _, other in CHANGED
    }


def test_effort_on_a_goal_that_cannot_be_read_is_of_no_pillar() -> None:
    """It counts for no pace but one that it names."""
    plan = ct.loads("""{"careertrack": "1.9", "records": [
        {"kind": "goal", "id": "fly", "on": "2026-01-05", "title": "Fly", "pillar": "sky"},
        {"kind": "routine", "id": "read", "on": "2026-01-05", "pillar": "skills", "minutes": 60},
        {"kind": "effort", "on": "2026-01-06", "minutes": 60, "goal": "fly"}
    ]}""")

    assert 0.0 == practice(plan.as_of(day(7)))["skills"].value


def test_a_goal_that_can_be_read_only_later_begins_then() -> None:
    """Its 28th day is counted from the first record that this version knows."""
    plan = ct.loads("""{"careertrack": "1.9", "records": [
        {"kind": "goal", "id": "fly", "on": "2026-01-05", "title": "Fly", "pillar": "sky"},
        {"kind": "goal", "id": "fly", "on": "2026-01-12", "title": "Fly", "pillar": "skills"}
    ]}""")

    assert [None, 0.0] == [practice(plan.as_of(day(n)))["direction"].value for n in (34, 35)]


# --- The shapes -----------------------------------------------------------------------------


def test_covers_that_touch_are_one() -> None:
    """In order, joined where they touch or overlap."""
    assert [Cover(1, 5), Cover(6, 9)] == joined([Cover(3, 5), Cover(6, 8), Cover(1, 4), Cover(8, 9)])
    assert [] == joined([])


def test_days_covered_of_a_span() -> None:
    """Covers before, across, within and after the span; nothing owed of an empty one."""
    rest = ct.Plan().as_of(day(0)).rest
    covers = [Cover(1, 3), Cover(4, 12), Cover(14, 15), Cover(19, 40), Cover(41, 42)]

    assert Tally(4, 10) == days_covered(Cover(10, 20), covers, rest)
    assert Tally(0, 0) == days_covered(Cover(10, 10), covers, rest)
    assert Tally(0, 1) == days_covered(Cover(3, 4), covers, rest)


@given(st.integers(1, 50), st.integers(0, 60), st.integers(0, 31), st.integers(28, 31), st.booleans())
def test_what_a_period_owes(promise: int, done: int, paused: int, days: int, counted: bool) -> None:
    """From none to the promise; all of it without a pause; never less than was done of it."""
    owed = owed_of(promise, done, min(paused, days), days, counted=counted)

    assert min(done, promise) <= owed <= promise or not paused
    assert owed == promise or paused
    assert not counted or owed == int(owed)
