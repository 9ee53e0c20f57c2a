"""A state is a fold: it can be taken up where it was left, and reads what it says it reads."""

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DataObject

import careertrack as ct
from careertrack.catalogue import DATED, KINDS, TIMELESS
from careertrack.fields import Base, Part
from careertrack.ledger import Ledger
from careertrack.moment import STATES
from careertrack.record import Record
from careertrack.records import CLASSES
from careertrack.shapes import Many, Ref
from careertrack.state.base import State
from careertrack.strategies import plans

KIND = pytest.mark.parametrize("kind", STATES)


def dossiers(plan: ct.Plan, kind: str) -> Iterator[tuple[State, tuple[Record, ...]]]:
    """The state that each definition of a kind begins with, and all that was ever said about it."""
    ledger, _ = Ledger().extended(plan.records)
    for id in ledger.ids(kind):
        yield STATES[kind].begin(ledger.own(kind, id)[0]), ledger.about(kind, id)


def about(kind: str) -> list[str]:
    """The kinds that name a kind, those that its state reads likelier, so that dossiers are thick."""
    naming = [other for other in KINDS if kind in {shape.kind for shape in references(CLASSES[other])}]
    return [*sorted(STATES[kind].reads) * 3, *naming]


def references(cls: type[Base]) -> Iterator[Ref]:
    """Every reference that a class has, those of its parts included."""
    for field in cls.spec.fields:
        shape = field.shape.of if isinstance(field.shape, Many) else field.shape
        if isinstance(shape, Part):
            yield from references(shape.of)
        elif isinstance(shape, Ref):
            yield shape


def test_every_definition_has_a_state() -> None:
    """There is a state for each kind of definition; it reads its own kind, and kinds that there are."""
    assert TIMELESS | DATED == set(STATES)
    assert [] == [kind for kind, state in STATES.items() if not {kind} <= state.reads <= set(KINDS)]


@KIND
@settings(max_examples=25)
@given(data=st.data())
def test_folding_in_two_halves_is_folding_once(kind: str, data: DataObject) -> None:
    """Wherever a dossier is cut, the state goes on to be what folding it whole gives."""
    plan = data.draw(plans(min_size=8, max_size=14, kinds=about(kind)))
    for begun, dossier in dossiers(plan, kind):
        whole = begun.fold(dossier)
        for cut in range(len(dossier) + 1):
            assert whole == begun.fold(dossier[:cut]).fold(dossier[cut:])


@KIND
@settings(max_examples=25)
@given(data=st.data())
def test_a_state_reads_what_it_says_it_reads(kind: str, data: DataObject) -> None:
    """Records of kinds that a state does not say it reads leave it as it is."""
    plan = data.draw(plans(min_size=8, max_size=14, kinds=about(kind)))
    for begun, dossier in dossiers(plan, kind):
        assert begun.fold(dossier) == begun.fold([r for r in dossier if r.kind in STATES[kind].reads])
        assert begun == begun.fold([r for r in dossier if r.kind not in STATES[kind].reads])
