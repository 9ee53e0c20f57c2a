"""Rows in data frames, as pandas and polars make them: the right types, whatever is missing."""

from datetime import date, datetime
from decimal import Decimal

import pandas
import polars
import pytest
from tests.state.busy import PLAN

import careertrack as ct
from careertrack.records import CLASSES
from careertrack.rows.asking import STATES_BY_NAME

DAY = "2026-03-10"
ALL = [*CLASSES, *STATES_BY_NAME]
FULL = ct.Plan() + [
    ct.Event(title="Talk", starts="2026-03-12T18:30", zone="Europe/Berlin", minutes=90, cost="12.50 EUR"),
    ct.Event(title="Fair", starts="2026-03-12"),
    ct.Skill(name="SQL", prerequisites=["r"]),
    ct.Skill(name="R"),
    ct.Contact(id="grace", name="Grace Hopper", vouches=True),
]


def of_pandas(rows: ct.Rows) -> pandas.DataFrame:
    """As the page says that a frame of pandas is made."""
    return pandas.DataFrame(rows, columns=[*rows.columns]).astype(rows.pandas_dtypes)


def of_polars(rows: ct.Rows) -> polars.DataFrame:
    """As the page says that a frame of polars is made."""
    return polars.DataFrame(rows, schema=rows.polars_schema, infer_schema_length=None)


@pytest.mark.parametrize("what", ALL)
@pytest.mark.parametrize("plan", [PLAN, ct.Plan()], ids=["busy", "empty"])
def test_every_table_is_a_frame(what: str, plan: ct.Plan) -> None:
    """Every table is a frame of its columns and rows, also without a row or with nothing in a column."""
    rows = plan.rows(what, day=DAY, details=True)

    assert list(rows.columns) == list(of_pandas(rows)) == of_polars(rows).columns
    assert len(rows) == len(of_pandas(rows)) == len(of_polars(rows))


@pytest.mark.parametrize("what", ALL)
def test_types_do_not_depend_on_what_is_there(what: str) -> None:
    """A column has one type, whatever is in it; polars has to see two sorts of value for itself."""
    full, empty = (plan.rows(what, day=DAY) for plan in (PLAN, ct.Plan()))
    inferred = {name for name, sort in full.columns.items() if sort in {"money", "parts"}}

    assert dict(of_pandas(full).dtypes) == dict(of_pandas(empty).dtypes)
    assert [] == [
        name
        for name, dtype in of_polars(full).schema.items()
        if name not in inferred and dtype != of_polars(empty).schema[name]
    ]


def test_types_of_pandas() -> None:
    """Days and times are datetimes, whole numbers stay whole beside a blank, money is a number."""
    frame = of_pandas(FULL.rows("event"))

    assert {
        "on": "datetime64[s]",
        "title": "string",
        "starts": "datetime64[s]",
        "starts_time": "datetime64[s]",
        "minutes": "Int64",
        "cost_amount": "float64",
        "contacts": "object",
    } == {name: str(frame.dtypes[name]) for name in frame if name in _OF_INTEREST}
    assert (90, 12.5) == (frame["minutes"].sum(), frame["cost_amount"].sum())
    assert [12, 12] == list(frame["starts"].dt.day)
    assert "boolean" == str(of_pandas(FULL.rows("contact")).dtypes["vouches"])


_OF_INTEREST = {"on", "title", "starts", "starts_time", "minutes", "cost_amount", "contacts"}


def test_types_of_polars() -> None:
    """Days are dates, times datetimes, money exact decimals, lists lists, parts structs."""
    event, skill = of_polars(FULL.rows("event")), of_polars(FULL.rows("skill"))
    requires = of_polars(PLAN.rows("role")).schema["requires"]

    assert {
        "on": polars.Date(),
        "title": polars.String(),
        "starts": polars.Date(),
        "starts_time": polars.Datetime("us"),
        "minutes": polars.Int64(),
        "cost_amount": polars.Decimal(38, 1),
        "contacts": polars.List(polars.String()),
    } == {name: dtype for name, dtype in event.schema.items() if name in _OF_INTEREST}
    assert polars.Float64() == skill.schema["top"]
    assert isinstance(requires, polars.List)
    assert isinstance(requires.inner, polars.Struct)
    assert ["skill", "level", "importance", "must_have"] == [field.name for field in requires.inner.fields]


def test_rows_alone_make_frames() -> None:
    """Without being told anything, both make a frame of the rows."""
    rows = FULL.rows("event")
    by_pandas, by_polars = pandas.DataFrame(rows), polars.DataFrame(rows)

    assert list(rows.columns) == list(by_pandas) == by_polars.columns
    assert (
        [date(2026, 3, 12), date(2026, 3, 12)] == list(by_pandas["starts"]) == by_polars["starts"].to_list()
    )
    assert {None, Decimal("12.5")} == set(by_polars["cost_amount"].to_list())


def test_a_value_after_a_hundred_blanks() -> None:
    """A column that is blank for many rows has its type all the same."""
    talks = [ct.Event(id=f"a{i}", title="Talk") for i in range(150)]
    last = ct.Event(id="b", title="Talk", starts="2026-03-12T18:30", zone="Europe/Berlin", cost="1.25 EUR")
    rows = (ct.Plan() + [*talks, last]).rows("event")

    assert (datetime(2026, 3, 12, 18, 30), Decimal("1.25")) == of_polars(rows)[
        "starts_time", "cost_amount"
    ].row(-1)
    assert 1.25 == of_pandas(rows)["cost_amount"].iloc[-1]
