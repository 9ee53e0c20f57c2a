"""Days are read as archives write them, and what cannot be told is not guessed."""

from datetime import date, datetime

import pytest

from careertrack.formats.days import DayOrder, Stamp, Unclear, is_blank


@pytest.mark.parametrize(
    ("text", "stamp"),
    [
        ("05 Jun 2024", Stamp("2024-06-05")),
        ("5 June 2024", Stamp("2024-06-05")),
        ("05 Jun 1833", Stamp("1833-06-05")),
        ("5-Jun-2024", Stamp("2024-06-05")),
        ("05-Jun-24", Stamp("2024-06-05")),
        ("05-Jun-69", Stamp("2069-06-05")),
        ("05.06.70", Stamp("1970-06-05")),
        ("31/1/99", Stamp("1999-01-31")),
        ("1 Sept 2020", Stamp("2020-09-01")),
        ("Jun 2012", Stamp("2012-06")),
        ("September 2012", Stamp("2012-09")),
        ("2012", Stamp("2012")),
        ("2012-03", Stamp("2012-03")),
        ("2012-03-01", Stamp("2012-03-01")),
        ("2025-03-05 13:00:00 UTC", Stamp("2025-03-05", 13, 0, utc=True)),
        ("2020-12-29 14:24 UTC", Stamp("2020-12-29", 14, 24, utc=True)),
        ("2018/10/18 12:23:20 UTC", Stamp("2018-10-18", 12, 23, utc=True)),
        ("2018-10-18T12:23:20.123Z", Stamp("2018-10-18", 12, 23, utc=True)),
        ("Apr 08, 2024 07:00 AM", Stamp("2024-04-08", 7)),
        ("Apr 8, 2024", Stamp("2024-04-08")),
        ("Wed Jun 24 12:43:42 UTC 2026", Stamp("2026-06-24", 12, 43, utc=True)),
        ("Wed Jun 24 12:43:42 PDT 2026", Stamp("2026-06-24", 12, 43)),
        ("11/20/24, 8:15 AM", Stamp("2024-11-20", 8, 15)),
        ("11/20/24, 12:10\u202fAM", Stamp("2024-11-20", 0, 10)),
        ("06/21/25 12:00 PM", Stamp("2025-06-21", 12)),
        ("1/31/2012", Stamp("2012-01-31")),
        ("31/1/2012", Stamp("2012-01-31")),
        ("7/7/12", Stamp("2012-07-07")),
        ("05.06.2024", Stamp("2024-06-05")),
        ("05.06.24 18:30", Stamp("2024-06-05", 18, 30)),
        ("05-31-2024", Stamp("2024-05-31")),
        ("", None),
        ("N/A", None),
        ("Present", None),
    ],
)
def test_every_layout(text: str, stamp: Stamp | None) -> None:
    """Each way that archives write days and times is read."""
    assert stamp == DayOrder().stamp(text)


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("soon", "day"),
        ("5 Juin 2024", "day"),
        ("30 Feb 2024", "day"),
        ("2024-13", "day"),
        ("2024-00", "day"),
        ("00 Jan 2024", "day"),
        ("0000", "day"),
        ("13/13/24", "day"),
        ("05 Jun 2024 24:00", "day"),
        ("05 Jun 2024 10:60", "day"),
        ("05 Jun 2024 13:00 PM", "day"),
        ("٠٥ Jun 2024", "day"),
        ("20240605", "day"),
        ("6/5/24", "day-order"),
        ("06/05/2024 18:00", "day-order"),
    ],
)
def test_what_is_no_day(text: str, rule: str) -> None:
    """What is no day of the calendar, or could be either of two, is refused."""
    with pytest.raises(Unclear) as unclear:
        DayOrder().stamp(text)

    assert rule == unclear.value.rule


@pytest.mark.parametrize(
    ("others", "day_first"),
    [
        (["13/5/24"], True),
        (["5/13/24"], False),
        (["5/13/24", "13/5/24"], None),
        (["13/5/24, 8:15 am"], True),
        (["6/5/24, 8:15 AM"], False),
        (["5/13/24", "13/5/24", "6/5/24, 8:15 AM"], None),
        (["6/5/24", "13/13/24", "2024-05-13", "soon"], None),
        ([], None),
    ],
)
def test_the_order_of_an_archive(others: list[str], day_first: bool | None) -> None:
    """An archive's own days say whether the day comes first; where they do not, AM and PM do."""
    assert DayOrder(day_first) == DayOrder.of(others, halves_tell=True)


def test_halves_of_a_day_in_a_spreadsheet() -> None:
    """Where people write AM and PM with the day first as well, those tell nothing."""
    assert DayOrder(None) == DayOrder.of(["6/5/24, 8:15 AM"])
    assert DayOrder(True) == DayOrder.of(["6/5/24, 8:15 AM", "13/5/24"])


@pytest.mark.parametrize(("day_first", "text"), [(True, "2024-05-06"), (False, "2024-06-05")])
def test_the_order_decides(day_first: bool, text: str) -> None:
    """A day that could be either of two is read in the archive's order."""
    stamp = DayOrder(day_first).stamp("6/5/24")

    assert stamp is not None
    assert text == stamp.text


def test_a_stamp_says_what_it_knows() -> None:
    """A stamp has a day if it is known to the day, a moment if the time is, and always a last day."""
    year, month, day, moment = Stamp("2024"), Stamp("2024-02"), Stamp("2024-02-10"), Stamp("2024-02-10", 9, 5)

    assert [None, None, date(2024, 2, 10), date(2024, 2, 10)] == [
        one.day for one in (year, month, day, moment)
    ]
    assert [None, None, None, datetime(2024, 2, 10, 9, 5)] == [
        one.moment for one in (year, Stamp("2024-02", 9), day, moment)
    ]
    assert [date(2024, 12, 31), date(2024, 2, 29), date(2024, 2, 10)] == [
        one.last_day for one in (year, month, day)
    ]


def test_blank() -> None:
    """What archives write where there is nothing is blank."""
    assert [True, True, False] == [is_blank(text) for text in ("", "n/a", "no")]
