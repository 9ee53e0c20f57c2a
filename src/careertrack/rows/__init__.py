"""Tables of a plan: plain rows for data frames and spreadsheets, and records from rows again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, TypeVar, overload

from careertrack.errors import InvalidValue, Issue
from careertrack.ledger import Ledger
from careertrack.moment import Moment, upto
from careertrack.record import Record
from careertrack.records import CLASSES
from careertrack.rows.asking import STATES_BY_NAME, kind_of, unknown
from careertrack.rows.columns import Column, columns_of
from careertrack.rows.reading import records_of
from careertrack.rows.states import columns_of_state
from careertrack.rows.table import Rows, tabulated

__all__ = ["Rows", "from_rows", "rows"]

R = TypeVar("R", bound=Record)


def rows(ledger: Ledger, what: str | type[Record], day: date | None, *, details: bool) -> Rows:
    """A row for each state or record; see `careertrack.Plan.rows`."""
    name = what if isinstance(what, str) else ""
    if name in STATES_BY_NAME and (day is not None or name not in CLASSES):
        things, columns = _states(ledger, name, day)
    elif isinstance(what, type) or name in CLASSES:
        cls = kind_of(what)
        known = ledger.records if day is None else upto(ledger.records, day)
        things, columns = [record for record in known if isinstance(record, cls)], columns_of(cls)
    else:
        rule = "a state, such as 'contacts', or a kind of record, such as 'check-in'"
        raise unknown(what, {**CLASSES, **STATES_BY_NAME}, "what", rule)
    return tabulated(things, [column for column in columns if details or not column.is_detail])


def _states(ledger: Ledger, name: str, day: date | None) -> tuple[Iterable[Any], tuple[Column, ...]]:
    """The states of a name on a day, and their columns."""
    if day is None:
        raise InvalidValue([Issue("day", "missing", {"rule": f"the day to see the {name} on"})])
    found: Any = getattr(Moment(ledger, day), name)
    states = found.values() if isinstance(found, Mapping) else filter(None, [found])  # there is one runway
    return states, columns_of_state(STATES_BY_NAME[name])


@overload
def from_rows(kind: type[R], rows: Iterable[Mapping[str, Any]], /) -> tuple[R, ...]: ...
@overload
def from_rows(kind: str, rows: Iterable[Mapping[str, Any]], /) -> tuple[Record, ...]: ...


def from_rows(kind: Any, rows: Iterable[Mapping[str, Any]], /) -> tuple[Any, ...]:
    """Records from rows such as `careertrack.Plan.rows` gives, or a data frame made of them.

    A row has the columns of its kind, in any order; what is left out or blank takes the field's
    default.  ``None``, NaN, NaT and ``pandas.NA`` are blank, NumPy's numbers are numbers, and a
    time at midnight is its day where a day is asked for.

    Args:
        kind: The kind of record, by name or class: ``"goal"``, `Goal`.
        rows: Mappings of cells by column: ``Plan.rows(kind, details=True)``,
            ``df.to_dict("records")`` of pandas, ``df.to_dicts()`` of polars.

    Returns:
        A record for each row, in their order.

    Raises:
        InvalidValue: With every fault of every row, each at its row, counted from 0, and column.

    >>> import careertrack as ct
    >>> ct.from_rows("goal", [{"on": "2026-01-05", "title": "Apply", "pillar": "change", "target": 10}])
    (Goal(id='apply', on=datetime.date(2026, 1, 5), title='Apply', pillar='change', target=10.0),)
    >>> ct.from_rows(ct.Skill, [{"name": "SQL"}, {"name": "R", "topp": 5}])
    Traceback (most recent call last):
    ...
    careertrack.errors.InvalidValue: $.rows[1].topp: is not a field of Skill; did you mean "top"?
    """
    return records_of(kind_of(kind), rows)
