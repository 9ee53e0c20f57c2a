"""What `careertrack.Plan.rows` gives: plain dicts, and what a data frame has to be told of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any, Final

from careertrack.rows.columns import Column, Sort

__all__ = ["Rows"]

# pandas keeps a `date` and a `Decimal` as an object, and makes a float of an int beside a blank.
_PANDAS: Final[Mapping[Sort, str]] = {
    "text": "string",
    "number": "float64",
    "whole": "Int64",
    "flag": "boolean",
    "day": "datetime64[s]",
    "time": "datetime64[s]",
    "money": "float64",
    "texts": "object",
    "parts": "object",
}

# polars takes Python's types; how many decimals there are, and what parts hold, it sees for itself.
_POLARS: Final[Mapping[Sort, Any]] = {
    "text": str,
    "number": float,
    "whole": int,
    "flag": bool,
    "day": date,
    "time": datetime,
    "money": None,
    "texts": list[str],
    "parts": None,
}


class Rows(list[dict[str, Any]]):
    """The rows of a table: a list of plain dicts, all with the same keys in the same order.

    ``pandas.DataFrame(rows)`` and ``polars.DataFrame(rows)`` are data frames of them.  So that
    columns without a value, and tables without a row, are what they would be otherwise, say::

        pandas.DataFrame(rows, columns=[*rows.columns]).astype(rows.pandas_dtypes)
        polars.DataFrame(rows, schema=rows.polars_schema, infer_schema_length=None)

    Args:
        rows: The dicts.
        columns: What each column holds, by name.

    >>> import careertrack as ct
    >>> plan = ct.Plan() + ct.Skill(name="SQL") + ct.Assessment(on="2026-01-09", skill="sql", level=3)
    >>> plan.rows("assessment")
    <1 row of 7 columns>
    >>> plan.rows("assessment").columns["level"], plan.rows("assessment")[0]["level"]
    ('number', 3.0)
    """

    __slots__ = ("columns",)

    columns: Mapping[str, Sort]
    """What each column holds, where it holds anything, by name.

    A word: ``text``, ``number``, ``whole`` (number), ``flag``, ``day``, ``time``, ``money``
    (a `Decimal`), ``texts`` (a list) or ``parts`` (a list of dicts).
    """

    def __init__(
        self, rows: Iterable[dict[str, Any]] = (), columns: Mapping[str, Sort] | None = None
    ) -> None:
        super().__init__(rows)
        self.columns = dict(columns or {})

    @property
    def pandas_dtypes(self) -> dict[str, str]:
        """The dtype of each column, for ``DataFrame.astype`` of pandas.

        Days become ``datetime64``, so that ``.dt`` works, and amounts of money floats, so that
        means and plots do; in the rows themselves amounts are exact.
        """
        return {name: _PANDAS[sort] for name, sort in self.columns.items()}

    @property
    def polars_schema(self) -> dict[str, Any]:
        """The type of each column, for ``schema`` of polars' ``DataFrame``; ``None`` is for polars to see."""
        return {name: _POLARS[sort] for name, sort in self.columns.items()}

    def __repr__(self) -> str:
        # A table is full of names and of people's own words.
        return f"<{len(self)} row{'' if len(self) == 1 else 's'} of {len(self.columns)} columns>"


def tabulated(things: Iterable[Any], columns: Sequence[Column]) -> Rows:
    """A row for each of some things."""
    cells = [(column.name, column.cell) for column in columns]
    return Rows(
        ({name: cell(thing) for name, cell in cells} for thing in things),
        {column.name: column.sort for column in columns},
    )
