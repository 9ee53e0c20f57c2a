"""Days and times as LinkedIn's archives, and people in spreadsheets, have written them over the years.

Month names are read from a table here, so that no locale decides anything.  What is not read:
a day of which month and day cannot be told apart, see `DayOrder`.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable
from datetime import date, datetime
from typing import Final

import attrs

_NAMES: Final = "january february march april may june july august september october november december"
MONTHS: Final = {name[:length]: i for i, name in enumerate(_NAMES.split(), 1) for length in (3, len(name))}

_TIME: Final = (
    r"(?:(?:,? |T)(?P<hour>[0-9]{1,2}):(?P<minute>[0-9]{2})(?::[0-9]{2}(?:\.[0-9]+)?)?"
    r"(?: ?(?P<half>[AaPp])\.?[Mm]\.?)?(?: ?(?P<zone>UTC|GMT|Z))?)?"
)
_NAME: Final = r"(?P<name>[A-Za-z]{3,9})\.?"
_FORMS: Final = tuple(
    re.compile(form)
    for form in (
        # 2025-03-05 13:00:00 UTC, 2018/10/18, 2024-03, 2024
        r"(?P<year>[0-9]{4})(?:[-/](?P<month>[0-9]{1,2})(?:[-/](?P<day>[0-9]{1,2})" + _TIME + r")?)?",
        # 05 Jun 2024, Jun 2012, 5-Jun-2024
        r"(?:(?P<day>[0-9]{1,2})[ -])?" + _NAME + r"[ -](?P<year>[0-9]{4})" + _TIME,
        # 5-Jun-24, as spreadsheets write it
        r"(?P<day>[0-9]{1,2})-" + _NAME + r"-(?P<year>[0-9]{2})" + _TIME,
        # Apr 08, 2024 07:00 AM
        _NAME + r" (?P<day>[0-9]{1,2}),? (?P<year>[0-9]{4})" + _TIME,
        # Wed Jun 24 12:43:42 UTC 2026
        r"[A-Za-z]{3} " + _NAME + r" (?P<day>[0-9]{1,2}) (?P<hour>[0-9]{2}):(?P<minute>[0-9]{2}):[0-9]{2} "
        r"(?:(?P<zone>UTC|GMT)|[A-Z]{1,5}) (?P<year>[0-9]{4})",
        # 05.06.2024: nobody puts the month first between dots
        r"(?P<day>[0-9]{1,2})\.(?P<month>[0-9]{1,2})\.(?P<year>[0-9]{4}|[0-9]{2})" + _TIME,
    )
)
_SLASHED: Final = re.compile(
    r"(?P<one>[0-9]{1,2})[/-](?P<two>[0-9]{1,2})[/-](?P<year>[0-9]{4}|[0-9]{2})" + _TIME
)
_LAST_CENTURY: Final = 70  # short years from this on: whoever met somebody in 98 did so in 1998
_BLANK: Final = frozenset({"", "n/a", "null", "present"})  # "present": an end that has not come


class Unclear(Exception):  # a signal between a reader of days and its importer
    """A text that says no day: the name of the rule, and the reason as a sentence."""

    def __init__(self, rule: str, reason: str) -> None:
        super().__init__(rule, reason)
        self.rule, self.reason = rule, reason


@attrs.frozen
class Stamp:
    """A day as far as it is known, and the time of day where there is one.

    Args:
        text: ``2024``, ``2024-03`` or ``2024-03-01``.
        hour: Of a 24 hour day; none where no time is given.
        minute: Of the hour.
        utc: Whether the time says that it is UTC; any other zone is not known.
    """

    text: str
    hour: int | None = None
    minute: int = 0
    utc: bool = False

    @property
    def day(self) -> date | None:
        """The day, if it is known to the day."""
        return date.fromisoformat(self.text) if len(self.text) == 10 else None

    @property
    def moment(self) -> datetime | None:
        """The day and time, if both are known."""
        day = self.day
        if day is None or self.hour is None:
            return None
        return datetime(day.year, day.month, day.day, self.hour, self.minute)

    @property
    def last_day(self) -> date:
        """The last day that it may mean: by then it was so."""
        year, *rest = map(int, self.text.split("-"))
        month = rest[0] if rest else 12
        return date(year, month, rest[1] if len(rest) > 1 else monthrange(year, month)[1])


@attrs.frozen
class DayOrder:
    """What ``6/5/24`` means in one archive: the sixth of May, the fifth of June, or nobody knows.

    An archive is written in one order throughout.  A number above 12 in any of its slashed
    days tells which.  Where none does, such a day is not read.

    Args:
        day_first: Which one, where it is known.

    >>> DayOrder.of(["6/5/24", "11/20/24"]).stamp("6/5/24").text
    '2024-06-05'
    """

    day_first: bool | None = None

    @classmethod
    def of(cls, texts: Iterable[str], *, halves_tell: bool = False) -> DayOrder:
        """The order that some texts of one archive tell.

        Args:
            texts: Of its days.
            halves_tell: Whether, where nothing else does, a time of AM or PM tells that the month
                comes first: LinkedIn has always written those so; people write them either way.
        """
        told, halves = set[bool](), False
        for text in texts:
            match = _SLASHED.fullmatch(_plain(text))
            if match:
                one, two = int(match["one"]), int(match["two"])
                if (one > 12) != (two > 12):
                    told.add(one > 12)
                halves = halves or match["half"] is not None
        if len(told) == 1:
            return cls(told.pop())
        return cls(False if halves_tell and halves and not told else None)

    def stamp(self, text: str) -> Stamp | None:
        """What a text says; ``None`` where it says that there is nothing to say.

        Raises:
            Unclear: If it says no day.
        """
        text = _plain(text)
        if is_blank(text):
            return None
        for form in _FORMS:
            match = form.fullmatch(text)
            if match:
                return _stamp(match, _month(match), match["day"])
        match = _SLASHED.fullmatch(text)
        if match is None:
            raise Unclear("day", "is no day in a known form, such as 05 Jun 2024")
        month, day = int(match["one"]), int(match["two"])
        if self.day_first is None and month != day and max(month, day) <= 12:
            raise Unclear("day-order", "does not tell month from day: pass day_first=True or day_first=False")
        if self.day_first or (self.day_first is None and month > 12):
            month, day = day, month
        return _stamp(match, month, str(day))


def is_blank(text: str) -> bool:
    """Whether a text is one of those that archives write where there is nothing."""
    return text.casefold() in _BLANK


def _plain(text: str) -> str:
    """A text with plain single spaces: newer archives have a narrow one before AM and PM."""
    return " ".join(text.split())


def _month(match: re.Match[str]) -> int | None:
    named = match.groupdict().get("name")
    if named is None:
        number = match["month"]
        return int(number) if number else None
    try:
        return MONTHS["sep" if named.casefold() == "sept" else named.casefold()]
    except KeyError:
        raise Unclear("day", "names a month that is not in English") from None


def _stamp(match: re.Match[str], month: int | None, day: str | None) -> Stamp:
    year = int(match["year"])
    if len(match["year"]) == 2:
        year += 2000 if year < _LAST_CENTURY else 1900
    parts = [f"{year:04}"] + ([f"{month:02}"] if month else []) + ([f"{int(day):02}"] if day else [])
    try:
        date(year, month if month is not None else 1, int(day) if day else 1)
        hour = _hour(match)
    except ValueError:
        raise Unclear("day", "is no day of the calendar, or no time of the day") from None
    return Stamp(
        "-".join(parts), hour, int(match["minute"] or 0) if hour is not None else 0, bool(match["zone"])
    )


def _hour(match: re.Match[str]) -> int | None:
    groups = match.groupdict()
    if groups["hour"] is None:
        return None
    hour, half = int(groups["hour"]), (groups.get("half") or "").casefold()
    if half:
        if not 1 <= hour <= 12:
            raise ValueError
        hour = hour % 12 + (12 if half == "p" else 0)
    if hour > 23 or int(groups["minute"]) > 59:
        raise ValueError
    return hour
