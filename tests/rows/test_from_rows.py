"""Records from rows: the way back of a table, and everything that can be wrong with one."""

from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import numpy
import pandas
import polars
import pytest
from hypothesis import given
from hypothesis import strategies as st

import careertrack as ct
from careertrack.record import Record
from careertrack.records import CLASSES
from careertrack.rows.columns import columns_of
from careertrack.rows.table import tabulated
from careertrack.strategies import plans, records

RUNWAY = {"on": "2026-01-05", "savings_amount": 5, "savings_currency": "EUR"}
RUNWAY |= {"spending_amount": 3, "spending_currency": "EUR"}
EVENT = {"title": "Talk", "zone": "Europe/Berlin"}

Way = Callable[[ct.Rows], Iterable[dict[str, Any]]]
WAYS: dict[str, Way] = {
    "rows": lambda rows: rows,
    "backwards": lambda rows: [dict(reversed(row.items())) for row in rows],
    "without blanks": lambda rows: [{k: cell for k, cell in row.items() if cell is not None} for row in rows],
    "pandas": lambda rows: pandas.DataFrame(rows).to_dict("records"),
    "polars": lambda rows: polars.DataFrame(rows, infer_schema_length=None).to_dicts(),
    "typed polars": lambda rows: polars.DataFrame(
        rows, schema=rows.polars_schema, infer_schema_length=None
    ).to_dicts(),
}
EACH_WAY = pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)


def rows_of(some: Iterable[Record], cls: type[Record]) -> ct.Rows:
    """A table of records that need not fit together."""
    return tabulated(some, columns_of(cls))


def told(kind: str, *rows: Any) -> list[str]:
    """Everything that is wrong with some rows."""
    with pytest.raises(ct.InvalidValue) as refused:
        ct.from_rows(kind, rows)
    return str(refused.value).splitlines()


# --- The law --------------------------------------------------------------------------------------------


@EACH_WAY
@given(plan=plans())
def test_a_table_gives_its_records(way: Way, plan: ct.Plan) -> None:
    """A table of a kind, with its details, gives the plan's records of that kind again."""
    for kind in {record.kind for record in plan}:
        assert plan.of(CLASSES[kind]) == ct.from_rows(kind, way(plan.rows(kind, details=True)))


@EACH_WAY
@given(some=st.lists(records(), max_size=3))
def test_any_records_come_back(way: Way, some: list[Record]) -> None:
    """So do records of any kind, whether they fit together or not."""
    for cls in set(map(type, some)):
        own = [record for record in some if type(record) is cls]

        assert tuple(own) == ct.from_rows(cls, way(rows_of(own, cls)))


@given(plan=plans())
def test_a_typed_frame_gives_its_records(plan: ct.Plan) -> None:
    """So does a typed frame of pandas, save for amounts of 100 billion and more, which no float holds."""
    for kind in {record.kind for record in plan}:
        rows = plan.rows(kind, details=True)
        frame = pandas.DataFrame(rows, columns=[*rows.columns]).astype(rows.pandas_dtypes).to_dict("records")
        amounts = [cell for row in rows for cell in row.values() if isinstance(cell, Decimal)]

        if all(abs(amount) < 10**11 for amount in amounts):
            assert plan.of(CLASSES[kind]) == ct.from_rows(kind, frame)
        else:
            assert {"an exact amount"} == _rules(kind, frame)


def _rules(kind: str, rows: Any) -> set[str]:
    with pytest.raises(ct.InvalidValue) as refused:
        ct.from_rows(kind, rows)
    return {issue.params["rule"] for issue in refused.value.issues}


def test_by_class_or_name() -> None:
    """A kind is named, or given by its class."""
    row = {"name": "SQL", "top": 5}

    assert (ct.Skill(name="SQL", top=5),) == ct.from_rows("skill", [row]) == ct.from_rows(ct.Skill, [row])
    assert () == ct.from_rows("skill", [])


# --- Cells of other libraries -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "nothing",
    [None, float("nan"), numpy.nan, pandas.NaT, pandas.NA, Decimal("NaN"), numpy.datetime64("NaT", "D")],
)
def test_nothing(nothing: object) -> None:
    """What libraries write where there is nothing is nothing: the field has its default."""
    row = {"title": "Talk", "minutes": nothing, "starts": nothing, "cost_amount": nothing, "zone": nothing}

    assert (ct.Event(title="Talk"),) == ct.from_rows("event", [row])


def test_numpy() -> None:
    """Numbers, texts, days and arrays of NumPy are what they say."""
    row = {
        "id": numpy.str_("a"),
        "on": numpy.datetime64("2026-01-05"),
        "name": "Grace Hopper",
        "trust": numpy.int64(3),
        "vouches": numpy.bool_(True),
        "emails": numpy.array(["a@example.org"]),
    }

    assert (
        ct.Contact(
            id="a", on="2026-01-05", name="Grace Hopper", trust=3, vouches=True, emails=["a@example.org"]
        ),
    ) == ct.from_rows("contact", [row])


@pytest.mark.parametrize(
    "day", ["2026-03-12", date(2026, 3, 12), datetime(2026, 3, 12), pandas.Timestamp("2026-03-12")]
)
def test_a_day(day: object) -> None:
    """A day may come as a time at midnight."""
    assert date(2026, 3, 12) == ct.from_rows(ct.Event, [{"title": "Fair", "starts": day}])[0].starts


@pytest.mark.parametrize(
    "time", ["2026-03-12T18:30", datetime(2026, 3, 12, 18, 30), pandas.Timestamp("2026-03-12T18:30")]
)
@pytest.mark.parametrize("day", [{}, {"starts": "2026-03-12"}, {"starts": date(2026, 3, 12)}])
def test_a_time(time: object, day: dict[str, object]) -> None:
    """A time needs no day beside it."""
    (event,) = ct.from_rows(ct.Event, [{**EVENT, **day, "starts_time": time}])

    assert datetime(2026, 3, 12, 18, 30) == event.starts
    assert datetime is type(event.starts)


def test_midnight() -> None:
    """An event at midnight is at midnight: only where a day is asked for is that the day."""
    event = ct.Event(**EVENT, starts="2026-03-12T00:00")
    plan = ct.Plan() + event

    assert (event,) == ct.from_rows("event", plan.rows("event"))
    assert (event,) == ct.from_rows("event", pandas.DataFrame(plan.rows("event")).to_dict("records"))


@pytest.mark.parametrize(
    ("amount", "kept"),
    [
        (Decimal("40000.50"), "40000.5"),
        (Decimal("4E+4"), "40000"),
        (40000, "40000"),
        ("40000.1234", "40000.1234"),
        (40000.5, "40000.5"),
        (99999999999.1234, "99999999999.1234"),
        (Decimal("9999999999999.1234"), "9999999999999.1234"),
        (0.1, "0.1"),
    ],
)
def test_amounts(amount: object, kept: str) -> None:
    """An amount may be a float as long as that says it exactly."""
    (runway,) = ct.from_rows(ct.Runway, [{**RUNWAY, "savings_amount": amount}])

    assert Decimal(kept) == runway.savings.amount


def test_json_may_be_read_already() -> None:
    """What other programs keep may be JSON or what it says."""
    assert ct.from_rows("skill", [{"name": "SQL", "extra": '{"acme": [1]}'}]) == ct.from_rows(
        "skill", [{"name": "SQL", "extra": {"acme": [1]}}]
    )


# --- Faults ---------------------------------------------------------------------------------------------


def test_all_faults_at_once() -> None:
    """Every fault of every row is told, each at its row and column."""
    assert [
        "$.rows[1].top: must be a number from 1 to 1000, got 0",
        "$.rows[2].prerequisites[1]: must be the id of a skill, or the skill itself, got 'A b'",
        """$.rows[3].titel: is not a field of Skill; its columns are id, on, name, top, prerequisites, """
        """source, note, extra, newer_fields""",
        "$.rows[3].name: must be given: text of 1 to 500 whole characters",
    ] == told(
        "skill",
        {"name": "SQL"},
        {"name": "R", "top": 0},
        {"name": "R", "prerequisites": ["sql", "A b"]},
        {"titel": "R"},
    )


def test_no_more_than_a_reader_bears() -> None:
    """A table that is wrong throughout is told of a hundred times at most."""
    assert 100 == len(told("skill", *({} for _ in range(100_000))))


@pytest.mark.parametrize(
    ("row", "issue"),
    [
        ({"savings_amount": None}, "savings_amount: must be given: the amount"),
        ({"savings_currency": None}, "savings_currency: must be given: its currency, an ISO 4217 code"),
        (
            {"savings_amount": None, "savings_currency": None},
            "savings_amount: must be given: an amount and an ISO 4217 code, such as '40000 EUR'",
        ),
        (
            {"savings_amount": 1e11},
            "savings_amount: must be an exact amount, got 100000000000.0; "
            "a float is exact below 100000000000: give a Decimal, or text",
        ),
        (
            {"savings_amount": Decimal("1E+999999")},
            "savings_amount: must be an amount and an ISO 4217 code, such as '40000 EUR', "
            "got '1E+999999 EUR'",
        ),
        (
            {"spending_amount": -1},
            "spending_amount: must be an amount and an ISO 4217 code, such as '40000 EUR', not negative, "
            "got '-1 EUR'",
        ),
        (
            {"spending_currency": "USD"},
            "spending_amount: must be in the currency of $.rows[0].savings, EUR, got '3 USD'",
        ),
        (
            {"savings_amount": 0.00001},
            "savings_amount: must be an amount and an ISO 4217 code, such as '40000 EUR', got '1e-05 EUR'",
        ),
    ],
)
def test_broken_money(row: dict[str, object], issue: str) -> None:
    """What is wrong with an amount or a currency is told once, at its column."""
    assert [f"$.rows[0].{issue}"] == told("runway", {**RUNWAY, **row})


@pytest.mark.parametrize(
    ("row", "issue"),
    [
        (
            {"starts": date(2026, 3, 1), "starts_time": datetime(2026, 3, 2, 18, 30)},
            "starts_time: must be a time on 2026-03-01, got '2026-03-02 18:30:00'",
        ),
        (
            {"starts": "2026-03-01", "starts_time": "2026-03-02T18:30"},
            "starts_time: must be a time on 2026-03-01, got '2026-03-02T18:30'",
        ),
        (
            {"starts_time": datetime(2026, 3, 2, 18, 30, 5)},
            "starts_time: must be a day or a local time without offset, such as '2026-03-01' or "
            "'2026-03-01T18:30', got a datetime",
        ),
        (
            {"starts": datetime(2026, 3, 2, tzinfo=UTC)},
            "starts: must be a day or a local time without offset, such as '2026-03-01' or "
            "'2026-03-01T18:30', got a datetime",
        ),
        (
            {"starts_time": pandas.Timestamp(1_772_476_200_000_000_001)},
            "starts_time: must be a day or a local time without offset, such as '2026-03-01' or "
            "'2026-03-01T18:30', got a Timestamp",
        ),
        (
            {"on": datetime(2026, 3, 2, 18, 30)},
            "on: must be a day, such as date(2026, 3, 1) or '2026-03-01', got a datetime; "
            "take its day: .date()",
        ),
    ],
)
def test_broken_times(row: dict[str, object], issue: str) -> None:
    """A time that is none is told at its own column."""
    assert [f"$.rows[0].{issue}"] == told("event", {**EVENT, **row})


@pytest.mark.parametrize(
    ("row", "issues"),
    [
        ({}, ["interests_realistic: must be given: a Interests, or an object of its fields"]),
        (
            {"interests_realistic": "x"},
            ["interests_realistic: must be a number from -1e+15 to 1e+15, got 'x'"]
            + [
                f"interests_{name}: must be given: a number from -1e+15 to 1e+15"
                for name in ("investigative", "artistic", "social", "enterprising", "conventional")
            ],
        ),
    ],
)
def test_a_broken_part(row: dict[str, object], issues: list[str]) -> None:
    """What is wrong with a part that is spread over columns is told at the column."""
    assert [f"$.rows[0].{issue}" for issue in issues] == told("interest-profile", {"on": "2026-01-05", **row})


def test_broken_parts() -> None:
    """What is wrong with an item of a list of parts is told at its place."""
    parts = [{"due": "x"}, {"due": "2026-01-01", "value": 1, "q": 3}, 4]

    assert [
        "$.rows[0].milestones[0].due: must be a day, such as date(2026, 3, 1) or '2026-03-01', got 'x'",
        "$.rows[0].milestones[0].value: must be given: a number from -1e+15 to 1e+15",
        "$.rows[0].milestones[1].q: is not a field of Milestone; its fields are due, value",
        "$.rows[0].milestones[2]: must be a Milestone, or an object of its fields, got 4",
    ] == told("goal", {"on": "2026-01-05", "title": "Apply", "pillar": "change", "milestones": parts})


def test_faults_of_all_rows() -> None:
    """What is no row hides no fault of another, and none is told twice."""
    with pytest.raises(ct.InvalidValue) as refused:
        ct.from_rows("skill", [{"nam": "SQL"}, 3, {"name": "R", "top": 0}])  # type: ignore[list-item]

    assert ["$.rows[0].nam", "$.rows[0].name", "$.rows[1]", "$.rows[2].top"] == [
        issue.path for issue in refused.value.issues
    ]


@pytest.mark.parametrize("cell", ["{", "[]", "1" * 5000, "[" * 100_000, '{"a": NaN}', 3, {"a": object()}])
@pytest.mark.parametrize("column", ["extra", "newer_fields"])
def test_broken_json(cell: object, column: str) -> None:
    """What is no object of JSON is told, and not shown."""
    assert [f"$.rows[0].{column}: must be an object of JSON, as text, got a personal value"] == told(
        "skill", {"name": "SQL", column: cell}
    )


def test_extra_has_namespaces() -> None:
    """What is an object of JSON still has to be one that a record takes."""
    assert ["$.rows[0].extra"] == [
        line.partition(":")[0] for line in told("skill", {"name": "a", "extra": {"A b": 1}})
    ]


@pytest.mark.parametrize(
    ("rows", "issue"),
    [
        ("name", "$.rows: must be rows, one after another, got a personal value"),
        ({"name": "SQL"}, "$.rows: must be rows, one after another, got a dict of 1"),
        (3, "$.rows: must be rows, one after another, got 3"),
        (
            ["name"],
            "$.rows[0]: must be a row: a mapping of cells by column, got a personal value; "
            "of a data frame pass df.to_dict('records') or df.to_dicts()",
        ),
        (
            pandas.DataFrame([{"name": "SQL"}]),
            "$.rows[0]: must be a row: a mapping of cells by column, got a personal value; "
            "of a data frame pass df.to_dict('records') or df.to_dicts()",
        ),
        (
            [{3: 4, "name": "a"}],
            "$.rows[0][3]: is not a field of Skill; its columns are id, on, name, top, "
            "prerequisites, source, note, extra, newer_fields",
        ),
    ],
)
def test_no_rows(rows: Any, issue: str) -> None:
    """What is no table is told, and how to get one."""
    with pytest.raises(ct.InvalidValue) as refused:
        ct.from_rows("skill", rows)

    assert issue == str(refused.value)


def test_no_kind() -> None:
    """A kind that is none is told, with the nearest."""
    with pytest.raises(ct.InvalidValue) as refused:
        ct.from_rows("goall", [])

    assert (
        "kind: must be a kind of record, such as 'check-in', or its class, got 'goall'; "
        'did you mean "goal"?'
    ) == str(refused.value)


def test_nothing_private_in_an_error() -> None:
    """What people wrote, and who they are, is in no fault."""
    secrets = {
        "name": "",
        "emails": ["Secret", 3],
        "note": 5,
        "organization": "\0 Secret",
        "phones": "Secret",
    }
    issues = told("contact", {"id": "Grace Secret", **secrets})

    assert 6 == len(issues)
    assert [] == [issue for issue in issues if "Secret" in issue]


def test_endless_nesting() -> None:
    """A cell that goes on and on is a fault, never a crash."""
    cell: list[Any] = []
    for _ in range(100_000):
        cell = [cell]

    assert ["$.rows[0].prerequisites[0]"] == [
        line.partition(":")[0] for line in told("skill", {"name": "a", "prerequisites": cell})
    ]
