"""What else could I do: each column by hand, unknown last, and a whole release of O*NET."""

import csv
import json
import pickle
from pathlib import Path
from typing import Any

import pytest

import careertrack as ct
from careertrack.formats import onet
from careertrack.questions.explore import Exploration, explore
from careertrack.record import Unreadable
from careertrack.values import JsonObject

DAY = "2026-03-01"
NEED = ct.Requirement
HOSTILE = "Lead\n\x1b[2J<img src=x>\u202e"


def interests(r: float, i: float, a: float, s: float, e: float, c: float) -> ct.Interests:
    """Six interests on O*NET's scale."""
    return ct.Interests(realistic=r, investigative=i, artistic=a, social=s, enterprising=e, conventional=c)


def profile(*six: float) -> ct.InterestProfile:
    """A profile of 5 January."""
    return ct.InterestProfile(on="2026-01-05", interests=interests(*six))


def role(title: str, *requires: ct.Requirement, **fields: Any) -> ct.Role:
    """A role."""
    return ct.Role(title=title, requires=requires, **fields)


def level(skill: str, value: float, on: str = "2026-01-09") -> ct.Assessment:
    """A level of 9 January."""
    return ct.Assessment(on=on, skill=skill, level=value)


SKILLS = [ct.Skill(name=name) for name in ("Writing", "SQL", "Talking")]
SEI = (1, 5, 2, 7, 6, 3)  # S, E, I


def asked(roles: Any, *records: Any, day: str = DAY) -> Exploration:
    """How some roles look on a day."""
    return explore((ct.Plan() + SKILLS + list(records)).as_of(day), roles)


# --- Interests ------------------------------------------------------------------------------------


def test_interests_by_hand() -> None:
    """SEI against ESI: C-index 13, Iachan's M 21, as published; the same shape correlates to 1."""
    esi, same = role("A", interests=interests(1, 5, 2, 6, 7, 3)), role("B", interests=interests(*SEI))
    found = asked([esi, same], profile(*SEI))

    assert (13, 21) == (found["a"].c_index, found["a"].iachan_m)
    assert (18, 28, 1) == (found["b"].c_index, found["b"].iachan_m, found["b"].correlation)
    assert "SEI" == found.interests
    assert 27 / 28 == pytest.approx(found["a"].correlation)  # 1 - 6 x 2 / (6 x 35), the ranks of six


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [(None, SEI), ((4,) * 6, SEI), (SEI, None), (SEI, (4,) * 6)],
)
def test_what_points_nowhere_is_not_compared(
    mine: tuple[int, ...] | None, theirs: tuple[int, ...] | None
) -> None:
    """Without a profile on either side, or with a flat one, nothing is known, not even the average."""
    records = [] if mine is None else [profile(*mine)]
    other = role("A", interests=None if theirs is None else interests(*theirs))
    found = asked([other], *records)
    fit = found["a"]

    assert (None, None, None) == (fit.c_index, fit.iachan_m, fit.correlation)
    assert "interests: not known" in str(fit)
    assert (mine != SEI) == ("no profile of interests that points anywhere" in str(found))


# --- Skills ---------------------------------------------------------------------------------------


def test_skills_by_hand() -> None:
    """3 of 4 at weight 1, and one unknown at weight 1/2: value .75, from .5 to 5/6, two thirds known."""
    lead = role(
        "Lead", NEED(skill="sql", level=4, importance=5), NEED(skill="talking", level=2, importance=3)
    )
    rated = level("sql", 3)
    fit = asked([lead], rated)["lead"]

    assert [0.75, 0.5, 5 / 6, 2 / 3] == pytest.approx(
        [fit.skills.value, fit.skills.lower, fit.skills.upper, fit.skills.coverage]
    )
    assert (rated,) == fit.skills.records
    assert (
        "skills: 0.75, between 0.50 and 0.83, 67% known, sql level 3 of 4 required, not known: talking"
        == str(fit).splitlines()[3].removeprefix("- ")
    )


def test_a_skill_that_no_plan_has() -> None:
    """A role may ask for what the person never heard of: unknown, with the bounds it leaves."""
    fit = asked([role("Lead", NEED(skill="welding", level=4))])["lead"]

    assert (None, 0.0, 1.0) == (fit.skills.value, fit.skills.lower, fit.skills.upper)


def test_a_role_that_asks_for_nothing() -> None:
    """There is no attainment of nothing, and a level of 0 is nothing."""
    found = asked([role("Rest", NEED(skill="sql", level=0))], level("sql", 3))

    assert (None, "the role asks for no skill that has weight", None) == (
        found["rest"].skills.coverage,
        found["rest"].skills.reason,
        found["rest"].uses,
    )
    assert "Rest        ?           ?            ?  -" in str(found)


def test_another_scale() -> None:
    """A level beyond the top of the person's scale is meant on another one: unknown, and named."""
    own = [ct.Skill(name="Chess", top=5), level("chess", 5)]
    found = asked([role("Lead", NEED(skill="chess", level=6))], *own)
    fit = found["lead"]

    assert ((), None) == (found.apart, fit.uses)
    assert (None, ("chess",)) == (fit.skills.value, fit.off_scale)
    assert "on another scale than your level: chess" in str(fit)


@pytest.mark.parametrize(("value", "gate"), [(5, "open"), (4, "closed"), (None, "unknown")])
def test_must_haves_are_a_gate(value: float | None, gate: str) -> None:
    """They stand beside the attainment, as in readiness."""
    lead = role("Lead", NEED(skill="sql", level=5, must_have=True))
    fit = asked([lead], *([] if value is None else [level("sql", value)]))["lead"]
    said = "not known" if value is None else f"level {value}"

    assert gate == fit.gate
    assert f"must-have sql: {said}, 5 required" in str(fit)


def test_the_past_does_not_move() -> None:
    """A level of a later day is not known yet, and the newest counts."""
    lead = role("Lead", NEED(skill="sql", level=4))
    rated = [level("sql", 1), level("sql", 2, on="2026-02-01"), level("sql", 4, on="2026-03-02")]

    assert [None, 0.25, 0.5, 1.0] == [
        asked([lead], *rated, day=day)["lead"].skills.value
        for day in ("2026-01-08", "2026-01-09", "2026-03-01", "2026-03-02")
    ]


# --- What sets apart ------------------------------------------------------------------------------


def test_what_sets_apart_by_hand() -> None:
    """The table [[4, 2, 0], [1, 3, 4], [2, 2, 2]] of the methods: 1.9048 for the first skill alone."""
    one = role("One", *(NEED(skill=s, level=v) for s, v in (("writing", 1), ("sql", 3), ("talking", 4))))
    two = role("Two", *(NEED(skill=s, level=v) for s, v in (("writing", 2), ("sql", 2), ("talking", 2))))
    found = asked([one, two], level("writing", 4), level("sql", 2), level("talking", 0))

    assert ["writing"] == [each.skill for each in found.apart]
    assert 1.9048 == pytest.approx(found.apart[0].value, abs=5e-5)
    assert {"one": (), "two": ()} == {each.id: each.uses for each in found.fits}
    assert "what sets you apart from what these roles ask for: writing 1.90" in str(found)


def test_what_leans_on_it() -> None:
    """A role that has more than its share of what the person has more of than others is told by name."""
    writer, analyst = (
        role("Writer", NEED(skill="writing", level=6)),
        role("Analyst", NEED(skill="sql", level=6)),
    )
    found = asked([writer, analyst], level("writing", 5), level("sql", 1))

    assert ["writing"] == [each.skill for each in found.apart]
    assert {"writer": ("writing",), "analyst": ()} == {each.id: each.uses for each in found.fits}
    assert ["writer", "analyst"] == [each.id for each in found.sorted_by("uses").fits]
    assert "leans on what sets you apart: writing" in str(found["writer"])
    assert "leans on" not in str(found["analyst"])


def test_what_nobody_rated_is_no_column() -> None:
    """A skill without a level is not one at level 0, so it makes nothing else stand out."""
    both = role("Both", NEED(skill="sql", level=3), NEED(skill="talking", level=3))
    found = asked([both], level("sql", 3))

    assert ((), ()) == (found.apart, found["both"].uses)
    assert ((), None) == (asked([both]).apart, asked([both])["both"].uses)


# --- Needs ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("need", "met", "fact"),
    [
        ({"criterion": "Preparation", "at_most": 4}, True, "4 on a scale of 1 to 5"),
        ({"criterion": "job zone", "force": "must", "at_most": 3}, False, "4 on a scale of 1 to 5"),
        ({"criterion": "social", "at_least": 6}, True, "7 on a scale of 1 to 7"),
        ({"criterion": "realistic", "force": "must-not", "at_least": 1}, False, "1 on a scale of 1 to 7"),
        ({"criterion": "social", "at_least": 60}, None, "7 on a scale of 1 to 7, and the need is beyond it"),
        (
            {"criterion": "preparation", "at_most": 4, "unit": "years"},
            None,
            "4 on a scale of 1 to 5, and the need is in years",
        ),
        ({"criterion": "pay", "at_least": 50000, "unit": "EUR"}, None, "a role does not say"),
    ],
)
def test_needs_that_a_role_decides(need: dict[str, Any], met: bool | None, fact: str) -> None:
    """Its job zone and its interests decide; what only a position can say stays not known."""
    stated = ct.Priorities(on="2026-01-05", needs=[ct.Need(**need)])
    fit = asked([role("A", interests=interests(*SEI), preparation=4)], stated)["a"]

    assert [(met, fact)] == [(each.met, each.fact) for each in fit.verdicts]
    assert (met is True, met is not None) == (fit.needs_met, fit.needs_known)
    assert f"; {fact}" in str(fit)


def test_a_bare_role_decides_no_need() -> None:
    """Without a job zone or interests there is nothing to go by."""
    needs = [ct.Need(criterion="preparation", at_most=4), ct.Need(criterion="social", at_least=6)]
    found = asked([role("A")], ct.Priorities(on="2026-01-05", needs=needs))

    assert [None, None] == [each.met for each in found["a"].verdicts]
    assert "preparation: not known" in str(found["a"])


# --- Roles ----------------------------------------------------------------------------------------


def test_roles_of_the_plan() -> None:
    """The states of a snapshot's roles will do, as they stand on the day; the first of an id counts."""
    lead = role("Lead", NEED(skill="sql", level=4))
    now = (ct.Plan() + SKILLS + [lead, level("sql", 3)]).revise(
        ct.Role, "lead", on="2026-02-01", requires=[NEED(skill="sql", level=6)]
    )

    assert [0.5] == [
        each.skills.value for each in explore(now.as_of(DAY), now.as_of(DAY).roles.values()).fits
    ]
    assert [0.75] == [
        each.skills.value for each in explore(now.as_of(DAY), iter([lead, *now.of(ct.Role)])).fits
    ]


@pytest.mark.parametrize("given", ["lead", 7, None])
def test_what_is_no_role_is_refused(given: Any) -> None:
    """With its place among the others."""
    with pytest.raises(ct.InvalidValue) as caught:
        asked([role("A"), given])

    assert ["roles[1]"] == [issue.path for issue in caught.value.issues]


def test_no_roles_and_an_empty_plan() -> None:
    """There is nothing to show, and that is no error."""
    found = explore(ct.Plan().as_of(DAY), [])

    assert ((), (), None) == (found.fits, found.apart, found.interests)
    assert """\
2026-03-01: 0 roles
no profile of interests that points anywhere is on record, so interests are not compared
? is not known, - is no skill asked for; both sort last
interest fit correlates with satisfaction at about .11: it is for exploring, never a verdict""" == str(found)


def test_what_only_a_newer_version_reads() -> None:
    """A skill, a role and a profile in words of a newer version are passed over."""
    plan = ct.loads('{"careertrack": "1.1", "records": []}')
    unread: list[dict[str, Any]] = [
        {"kind": "skill", "id": "tact", "top": "high"},
        {"kind": "role", "id": "host", "preparation": "long"},
        {"kind": "interest-profile", "on": "2026-01-05", "interests": "many"},
    ]
    plan = plan.add([Unreadable(content=JsonObject(each)) for each in unread], level("tact", 3))
    found = explore(
        plan.as_of(DAY), [*plan.as_of(DAY).roles.values(), role("A", NEED(skill="tact", level=3))]
    )

    assert [("a", None)] == [(each.id, each.skills.value) for each in found.fits]


# --- Columns --------------------------------------------------------------------------------------

MANY = [
    role("d", NEED(skill="sql", level=6), interests=interests(*SEI), preparation=5),
    role("C", NEED(skill="sql", level=4), NEED(skill="talking", level=1, importance=1)),
    role("b", NEED(skill="sql", level=1), NEED(skill="talking", level=1, importance=5), preparation=2),
    role(
        "a",
        NEED(skill="talking", level=1, must_have=True),
        interests=interests(7, 1, 2, 3, 4, 5),
        preparation=3,
    ),
    role(
        "e", NEED(skill="sql", level=7, must_have=True), interests=interests(1, 5, 2, 6, 7, 3), preparation=3
    ),
]
ME = [
    profile(*SEI),
    level("sql", 3),
    ct.Priorities(
        on="2026-01-05",
        needs=[
            ct.Need(criterion="preparation", force="must", at_most=3),
            ct.Need(criterion="social", at_least=5),
        ],
    ),
]


@pytest.mark.parametrize(
    ("column", "expected"),
    [
        ("title", "a b c d e"),
        ("interest", "d e a b c"),
        ("c_index", "d e a b c"),
        ("iachan_m", "d e a b c"),
        ("correlation", "d e a b c"),
        ("skills", "c d e b a"),
        ("gate", "b c d e a"),
        ("needs", "e a b d c"),
        ("preparation", "b a e d c"),
        ("uses", "b c d e a"),
    ],
)
def test_each_column_sorts(column: str, expected: str) -> None:
    """The best, or the least preparation, first; hardly known after known, unknown last; then by title."""
    found = asked(MANY, *ME).sorted_by(column)

    assert (expected.split(), column) == ([each.id for each in found.fits], found.sorted_on)
    assert f"2026-03-01: 5 roles, sorted by {column}" in str(found)


def test_the_order_given_is_kept_until_it_is_sorted() -> None:
    """No column comes before the others by itself."""
    found = asked(MANY, *ME)

    assert (["d", "c", "b", "a", "e"], None) == ([each.id for each in found.fits], found.sorted_on)
    assert "2026-03-01: 5 roles\n" in str(found)


@pytest.mark.parametrize(("column", "near"), [("intrest", "interest"), ("salary", ""), (7, "")])
def test_no_such_column(column: Any, near: str) -> None:
    """It is refused with the nearest one."""
    with pytest.raises(ct.InvalidValue) as caught:
        asked(MANY).sorted_by(column)

    assert [("column", near)] == [(issue.path, issue.params["near"]) for issue in caught.value.issues]


# --- What it looks like ---------------------------------------------------------------------------


def test_the_page() -> None:
    """A row for each role, as many as fit."""
    page = asked(MANY, *ME).sorted_by("interest").text(most=2)

    assert (
        """\
2026-03-01: 5 roles, sorted by interest

role  C-index  Iachan's M  correlation  skills  gate     needs  zone  uses
d          18          28         1.00  0.50    none    1 of 2     5     0
e          13          21         0.96  0.43    closed  2 of 2     3     0
and 3 more

your interests: SEI
? is not known, - is no skill asked for; both sort last
interest fit correlates with satisfaction at about .11: it is for exploring, never a verdict"""
        == page
    )


def test_a_role_has_its_reasons() -> None:
    """A line for each column."""
    assert """\
d

- interests: SEI; C-index 18 of 18, 9 at random; Iachan's M 28 of 28, correlation 1.00 [published]
- skills: 0.50, sql level 3 of 6 required
- needs: must preparation, at most 3: not met; 5 on a scale of 1 to 5
- needs: want social, at least 5: met; 7 on a scale of 1 to 7
- preparation: 5 of 5, extensive""" == str(asked(MANY, *ME)["d"])


def test_hostile_text_stays_text() -> None:
    """A title cannot leave its line; in data it is as it was written, and in no `repr`."""
    found = asked([role(HOSTILE, source=HOSTILE)])
    fit = found.fits[0]

    assert "Lead \\u001b[2J<img src=x>\\u202e" == str(fit).splitlines()[0]
    assert not set("\x1b\u202e") & set(str(found))
    assert (HOSTILE, HOSTILE) == (fit.to_dict()["title"], fit.to_dict()["source"])
    assert "Lead" not in repr(found)


def test_it_is_data() -> None:
    """It is JSON, with what decides each column."""
    data = json.loads(json.dumps(asked(MANY, *ME).to_dict()))

    assert ["d", "c", "b", "a", "e"] == [each["role"] for each in data["fits"]]
    assert [[], []] == [data["apart"], data["fits"][0]["uses"]]
    assert ("open", None) == (asked([role("A", NEED(skill="sql", level=1, must_have=True))], *ME)["a"].gate,
                              data["fits"][3]["uses"])  # fmt: skip
    assert [{"skill": "sql", "required": 7.0, "level": 3.0, "met": False}] == data["fits"][4]["must_haves"]


def test_it_can_be_compared_hashed_and_pickled() -> None:
    """Two of the same day are equal, and another is another."""
    one, other = asked(MANY, *ME), asked(list(MANY), *reversed(ME))

    assert one == other == pickle.loads(pickle.dumps(one))
    assert hash(one) == hash(other)
    assert one != one.sorted_by("title")


def test_a_role_by_its_id() -> None:
    """One that is not there is a `KeyError` that names it."""
    with pytest.raises(KeyError, match="nowhere"):
        asked(MANY)["nowhere"]


# --- A whole release of O*NET ---------------------------------------------------------------------


@pytest.fixture(scope="module")
def release(shared_data: Path) -> Path:
    """The folder of a release."""
    return shared_data / "onet-29.0"


@pytest.fixture(scope="module", name="whole")
def exploration(release: Path) -> Exploration:
    """All its occupations, as they look to a made-up person."""
    data = onet.load(release)
    read = data.read(*data.titles).records
    rated = {"mathematics": 5.0, "programming": 5.0, "writing": 4.0, "speaking": 3.0, "repairing": 0.0}
    plan = ct.Plan() + [record for record in read if isinstance(record, ct.Skill)]
    plan += [profile(2, 6, 4, 3, 3, 5), *(level(skill, value) for skill, value in rated.items())]
    return explore(plan.as_of(DAY), [record for record in read if isinstance(record, ct.Role)])


def rows(path: Path) -> list[dict[str, str]]:
    """The rows of a file, as Python's csv module reads them."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def test_every_occupation_has_its_columns(whole: Exploration, release: Path) -> None:
    """As many as the files have figures for; what they have none for is unknown."""
    interested = {row["O*NET-SOC Code"] for row in rows(release / "Interests.txt") if row["Scale ID"] == "OI"}
    zoned = {row["O*NET-SOC Code"] for row in rows(release / "Job Zones.txt")}
    measured = {row["O*NET-SOC Code"] for row in rows(release / "Skills.txt")}

    assert len(rows(release / "Occupation Data.txt")) == len(whole.fits) == 1016
    assert len(interested) == sum(each.c_index is not None for each in whole.fits)
    assert len(zoned) == sum(each.preparation is not None for each in whole.fits)
    assert len(measured) == sum(each.skills.coverage is not None for each in whole.fits)


def test_an_occupation_looked_up_by_hand(whole: Exploration, release: Path) -> None:
    """Mathematicians: I, C, A in the file, as the person has them; weight of what is known by hand."""
    code = "15-2021.00"
    found = whole["mathematicians"]
    six = {
        row["Element Name"][0]: float(row["Data Value"])
        for row in rows(release / "Interests.txt")
        if row["O*NET-SOC Code"] == code and row["Scale ID"] == "OI"
    }
    asks: dict[str, dict[str, float]] = {}
    for row in rows(release / "Skills.txt"):
        if row["O*NET-SOC Code"] == code and "Y" not in {row["Recommend Suppress"], row["Not Relevant"]}:
            asks.setdefault(row["Element Name"], {})[row["Scale ID"]] = float(row["Data Value"])
    usable = {name: each for name, each in asks.items() if each.get("LV") and "IM" in each}
    whole_weight = sum(each["IM"] - 1 for each in usable.values())
    known = {"Mathematics": 5.0, "Programming": 5.0, "Writing": 4.0, "Speaking": 3.0, "Repairing": 0.0}
    met = {
        name: (usable[name]["IM"] - 1, min(1.0, mine / usable[name]["LV"]))
        for name, mine in known.items()
        if name in usable
    }
    weight = sum(share for share, _ in met.values())

    assert ["I", "C", "A"] == sorted(six, key=lambda letter: -six[letter])[:3]
    assert (18, 28, f"O*NET-SOC {code}") == (found.c_index, found.iachan_m, found.role.source)
    assert [sum(w * s for w, s in met.values()) / weight, weight / whole_weight] == pytest.approx(
        [found.skills.value, found.skills.coverage]
    )


def test_the_first_are_those_of_the_same_letters(whole: Exploration, release: Path) -> None:
    """Sorted by interest, those with the person's own code come first, and none other has 18."""
    codes: dict[str, dict[str, float]] = {}
    for row in rows(release / "Interests.txt"):
        if row["Scale ID"] == "OI":
            six = codes.setdefault(row["O*NET-SOC Code"], {})
            six[row["Element Name"][0]] = float(row["Data Value"])
    same = {
        f"O*NET-SOC {code}"
        for code, six in codes.items()
        if sorted(six, key=lambda x: -six[x])[:3] == ["I", "C", "A"]
    }
    fits = whole.sorted_by("interest").fits

    assert same
    assert same == {each.role.source for each in fits[: len(same)]}
    assert fits[len(same) - 1].c_index == 18 > (fits[len(same)].c_index or 0)
    assert fits[-1].c_index is None
    assert "and 996 more" in str(whole)
