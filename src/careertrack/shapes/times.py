"""Shapes of time: days, days known in part, local times, zones, intervals."""

from __future__ import annotations

import re
from datetime import date, datetime
from functools import lru_cache
from typing import Any, Final

from careertrack.errors import Refused
from careertrack.shapes.base import Gate, Shape
from careertrack.values import EVERY_RULE, every

# From 0001, spelled without a look-ahead: not every validator of schemas knows one.
_YEAR: Final = "(?:000[1-9]|00[1-9][0-9]|0[1-9][0-9]{2}|[1-9][0-9]{3})"
_MONTH: Final = "(?:0[1-9]|1[0-2])"
_OF_MONTH: Final = "(?:0[1-9]|[12][0-9]|3[01])"
_OF_DAY: Final = "(?:[01][0-9]|2[0-3]):[0-5][0-9]"
_DAY: Final = re.compile(f"{_YEAR}-{_MONTH}-{_OF_MONTH}")
_MINUTE: Final = re.compile(f"{_DAY.pattern}T{_OF_DAY}")
_PARTIAL: Final = re.compile(f"{_YEAR}(?:-{_MONTH}(?:-{_OF_MONTH})?)?")
_ZONE: Final = re.compile("[A-Za-z][A-Za-z0-9_+-]*(?:/[A-Za-z0-9][A-Za-z0-9_+-]*){0,3}")
LONGEST_ZONE: Final = 64


@lru_cache(maxsize=8192)
def parsed_day(text: str) -> date | None:
    """The day of a strict ``YYYY-MM-DD``; ``None`` if it is none."""
    if _DAY.fullmatch(text):
        try:
            return date.fromisoformat(text)
        except ValueError:
            pass
    return None


class Date(Shape):
    """A day of the calendar: a `date`, never a moment, or strict ``YYYY-MM-DD``."""

    __slots__ = ()

    def __init__(self) -> None:
        super().__init__("a day, such as date(2026, 3, 1) or '2026-03-01'")

    def gate(self) -> Gate:
        def keep(value: Any) -> Any:
            if value.__class__ is date:
                return value
            if value.__class__ is str and len(value) == 10:
                day = parsed_day(value)
                if day is not None:
                    return day
                if _DAY.fullmatch(value):
                    raise Refused(hint="that month has no such day")
            elif isinstance(value, datetime):
                raise Refused(hint="take its day: .date()")
            raise Refused

        return keep

    def dumper(self) -> Gate | None:
        return date.isoformat

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "format": "date", "pattern": f"^{_DAY.pattern}$"}


class PartialDate(Shape):
    """A day known in part, kept as it was written: ``2024``, ``2024-03`` or ``2024-03-01``."""

    __slots__ = ()

    def __init__(self) -> None:
        super().__init__("a year, month or day, such as '2024', '2024-03' or '2024-03-01'")

    def gate(self) -> Gate:
        def keep(value: Any) -> Any:
            if value.__class__ is date:
                return value.isoformat()
            if (
                value.__class__ is str
                and len(value) <= 10
                and _PARTIAL.fullmatch(value)
                and parsed_day(value + "-01-01"[len(value) - 4 :])
            ):
                return value
            raise Refused

        return keep

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "pattern": f"^{_PARTIAL.pattern}$"}


class LocalTime(Shape):
    """A day, or a wall-clock time to the minute; the zone is a field beside it."""

    __slots__ = ()

    def __init__(self) -> None:
        super().__init__("a day or a local time without offset, such as '2026-03-01' or '2026-03-01T18:30'")

    def gate(self) -> Gate:
        def keep(value: Any) -> Any:
            kind = value.__class__
            if kind is date:
                return value
            if kind is str and len(value) == 10:
                value = parsed_day(value)
                if value is not None:
                    return value
            elif kind is str and len(value) == 16:
                value = _parsed_minute(value)
                if value is not None:
                    return value
            elif kind is datetime and value == value.replace(second=0, microsecond=0, fold=0, tzinfo=None):
                return value.replace(fold=0)
            raise Refused

        return keep

    def dumper(self) -> Gate | None:
        return _written

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "pattern": f"^{_DAY.pattern}(?:T{_OF_DAY})?$"}


def _parsed_minute(text: str) -> datetime | None:
    if _MINUTE.fullmatch(text):
        try:
            return datetime.fromisoformat(text)
        except ValueError:
            pass
    return None


def _written(value: date) -> str:
    return value.isoformat(timespec="minutes") if isinstance(value, datetime) else value.isoformat()


class Zone(Shape):
    """The key of an IANA zone, checked for syntax only: it is resolved where a calendar is written."""

    __slots__ = ()

    def __init__(self) -> None:
        super().__init__("the key of an IANA time zone, such as 'Europe/Berlin'")

    def gate(self) -> Gate:
        def keep(value: Any) -> Any:
            if value.__class__ is str and len(value) <= LONGEST_ZONE and _ZONE.fullmatch(value):
                return value
            raise Refused

        return keep

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "maxLength": LONGEST_ZONE, "pattern": f"^{_ZONE.pattern}$"}


class Interval(Shape):
    """An interval that a rhythm repeats at: `Every`, or its text."""

    __slots__ = ()

    def __init__(self) -> None:
        super().__init__(EVERY_RULE)

    def gate(self) -> Gate:
        return every

    def dumper(self) -> Gate | None:
        return str

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "pattern": "^([1-9][0-9]{0,3} )?(day|week|month|year)s?$"}
