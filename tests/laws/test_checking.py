"""A full check and an incremental one are the same check."""

from collections.abc import Iterable
from datetime import date

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DataObject, SearchStrategy

import careertrack as ct
import careertrack.strategies as cs
from careertrack import ledger
from careertrack.ledger import canonical_text
from careertrack.record import Record
from careertrack.rules import Fault

IDS = st.sampled_from("abc")
LISTS = st.lists(IDS, max_size=2, unique=True)
DAYS = st.dates(date(2026, 1, 1), date(2026, 2, 1))
PAIRS = st.permutations(["a", "b", "c", None]).filter(lambda four: four[0] is not None)
LEVELS = st.sampled_from([1.0, 7.0, 8.0])

# Three of one key that contradict each other; an id that is of two other kinds; rings that share a member.
SAME: list[Record] = [ct.Skill(id="a", name=name, top=top) for name, top in (("a", 7), ("b", 7), ("a", 8))]
OTHERS: list[Record] = [
    ct.Course(id="a", title="A"),
    ct.Role(id="a", title="A", requires=[ct.Requirement(skill="a", level=1)]),
    ct.Position(id="a", title="A"),
]
RING: list[Record] = [
    ct.Skill(id="a", name="A", prerequisites=["b", "c"]),
    ct.Skill(id="b", name="B", prerequisites=["a"]),
    ct.Skill(id="c", name="C", prerequisites=["b"]),
    ct.Skill(id="d", name="D", prerequisites=["d", "a"]),
]


def parts(cls: type[ct.Requirement] | type[ct.Lesson]) -> SearchStrategy[list[ct.Requirement | ct.Lesson]]:
    """Levels of a few skills."""
    return st.dictionaries(IDS, LEVELS, max_size=2).map(lambda all: [cls(skill=s, level=all[s]) for s in all])


# Records that may or may not fit: few ids, days and levels, so that they meet each other.
STRAYS: SearchStrategy[Record] = st.one_of(
    cs.skills(id=IDS, on=st.none() | DAYS, prerequisites=LISTS, top=st.sampled_from([7, 8])),
    PAIRS.flatmap(
        lambda pair: cs.contacts(id=pair[0], on=st.none() | DAYS, introduced_by=pair[1], met_at=None)
    ),
    cs.roles(id=IDS, requires=parts(ct.Requirement)),
    cs.courses(id=IDS, teaches=parts(ct.Lesson)),
    PAIRS.flatmap(lambda pair: cs.goals(id=pair[0], on=DAYS, parent=pair[1])),
    cs.commitments(id=IDS, on=DAYS, by=None, to=IDS, conversation=st.none() | IDS),
    cs.setbacks(id=IDS, on=DAYS, goal=st.none() | IDS, transition=None, conversation=None, retry=DAYS),
    cs.conversations(
        id=st.none() | IDS, on=DAYS, contacts=IDS.map(lambda id: [id]), shown=[], acknowledged=[]
    ),
    cs.assessments(on=DAYS, skill=IDS, level=LEVELS, evidence=None),
    cs.check_ins(id=st.none() | IDS, on=DAYS, goal=IDS),
    cs.resolutions(on=DAYS, goal=IDS),
    cs.target_roles(on=DAYS, roles=LISTS),
)


def facts(faults: Iterable[Fault]) -> list[str]:
    """Faults as what they say, in an order of their own."""
    return sorted(
        str((canonical_text(f.record), f.field, f.code, dict(f.params), f.other and canonical_text(f.other)))
        for f in faults
    )


@pytest.mark.parametrize("few", [0, 10**9], ids=["put in place", "filed anew"])
@example(lot=[SAME[0]], strays=[SAME[1], SAME[2]])
@example(lot=[SAME[1]], strays=[SAME[0], SAME[2]])
@example(lot=[OTHERS[0]], strays=[OTHERS[1], ct.Skill(name="R"), OTHERS[2]])
@example(lot=[ct.Skill(name="R")], strays=RING[::-1])
@given(lot=st.lists(STRAYS, max_size=8), strays=st.lists(STRAYS, min_size=1, max_size=4))
def test_faults_do_not_depend_on_what_was_there(few: int, lot: list[Record], strays: list[Record]) -> None:
    """Records that do not fit a plan have the faults that a check of everything together finds."""
    plan, _ = ct.Plan.collect(lot)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ledger, "FEW", few)
        _, grown = ledger.Ledger().extended(plan.records)[0].extended(strays)
    _, whole = ledger.Ledger().extended([*plan, *strays])

    assert facts(whole) == facts(grown)


@given(lot=st.lists(STRAYS, min_size=1, max_size=8), data=st.data())
def test_a_plan_is_valid_however_it_came_about(lot: list[Record], data: DataObject) -> None:
    """Records added one by one, each valid, are valid together; each that was refused is not."""
    grown, refused = ct.Plan(), []
    for record in data.draw(st.permutations(lot)):
        if grown.check(record):
            refused.append(record)
        else:
            grown = grown.add(record)

    assert () == ct.Plan().check(grown.records)
    assert grown == ct.Plan(records=grown.records)
    for record in refused:
        assert bool(grown.check(record)) == bool(ct.Plan().check([*grown, record]))


@example(lot=RING)
@example(lot=OTHERS)
@example(lot=SAME)
@given(lot=st.lists(STRAYS, min_size=1, max_size=8))
def test_faults_do_not_depend_on_order(lot: list[Record]) -> None:
    """Records in another order have the same faults."""
    _, one = ledger.Ledger().extended(lot)
    _, other = ledger.Ledger().extended(reversed(lot))

    assert facts(one) == facts(other)


def test_strays_do_all_that_is_wrong() -> None:
    """These tests see every fault that records can have together."""
    seen = set[str]()

    @settings(max_examples=400)
    @given(st.lists(STRAYS, min_size=4, max_size=8))
    def look(lot: list[Record]) -> None:
        seen.update(issue.code for issue in ct.Plan().check(lot))

    look()

    codes = {"unknown-reference", "later", "conflict", "cycle", "above-top", "top-revised"}
    assert codes | {"dated-first", "not-after", "wrong-kind"} == seen
