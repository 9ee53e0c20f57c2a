"""Adding a few records to many is the same as sorting, filing and checking them all."""

import pytest

import careertrack as ct
from careertrack import ledger
from careertrack.record import Record

GRACE = ct.Contact(id="grace", name="Grace")
SQL = ct.Skill(name="SQL")
BASE: list[Record] = [
    GRACE,
    SQL,
    ct.Goal(on="2026-01-05", title="Apply", pillar="change", target=10),
    ct.Effort(on="2026-01-09", minutes=20, pillar="skills"),
    ct.Effort(on="2026-01-09", minutes=30, pillar="skills"),
    ct.Assessment(on="2026-01-09", skill="sql", level=3),
]
MORE: list[list[Record]] = [
    [ct.Effort(on="2026-01-09", minutes=25, pillar="skills")],
    [ct.Effort(on="2026-01-09", minutes=20, pillar="skills")],
    [ct.Conversation(on="2026-01-01", contacts=["grace"]), ct.Role(title="Lead")],
    [ct.CheckIn(on="2026-02-01", goal="apply", value=3), ct.CheckIn(on="2026-02-01", goal="apply", value=4)],
    [ct.Assessment(on="2026-01-09", skill="sql", level=level) for level in (4, 5, 9)],
    [ct.Assessment(on="2026-01-09", skill="r", level=1)],
    [
        ct.Goal(on="2025-01-05", title="Apply", pillar="change"),
        ct.CheckIn(on="2025-06-01", goal="apply", level=1),
    ],
    [SQL.evolve(on="2026-01-01", name="Structured"), SQL.evolve(on="2026-01-01", top=3)],
    [ct.Goal(on="2026-01-06", title="Part", pillar="change", parent="apply")],
    [],
]


@pytest.fixture(params=[0, 10**9], ids=["one by one", "all anew"])
def few(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    """Whether a few records are inserted one by one, or everything is filed anew."""
    monkeypatch.setattr(ledger, "FEW", request.param)
    few: int = request.param
    return few


@pytest.mark.parametrize("more", MORE, ids=range(len(MORE)))
def test_both_ways_give_the_same(few: int, more: list[Record]) -> None:
    """The same records, cabinet and faults, whichever way a ledger grows."""
    start, _ = ledger.Ledger().extended(BASE)
    grown, faults = start.extended(more)
    anew, expected = ledger.Ledger().extended([*BASE, *more])

    assert grown.records == anew.records
    assert {k: dict(v) for k, v in grown.cabinet.items()} == anew.cabinet
    assert sorted(map(repr, ((f.field, f.code, f.record) for f in faults))) == sorted(
        map(repr, ((f.field, f.code, f.record) for f in expected))
    )


def test_a_ledger_shares_what_did_not_change(monkeypatch: pytest.MonkeyPatch) -> None:
    """A record inserted leaves every dossier that it does not touch the same object."""
    monkeypatch.setattr(ledger, "FEW", 0)
    start, _ = ledger.Ledger().extended(BASE)
    grown, _ = start.extended([ct.CheckIn(on="2026-02-01", goal="apply", value=3)])

    assert grown.about("skill", "sql") is start.about("skill", "sql")
    assert grown.about("goal", "apply") is not start.about("goal", "apply")
    assert len(start.about("goal", "apply")) == 1
