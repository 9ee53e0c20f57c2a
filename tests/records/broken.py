"""For every shape what its gate refuses."""

from datetime import datetime
from decimal import Decimal
from typing import Any

from careertrack.fields import Part as PartShape
from careertrack.shapes import (
    Cash,
    Choice,
    Date,
    Extra,
    Flag,
    Interval,
    LocalTime,
    Many,
    Newer,
    Number,
    PartialDate,
    Shape,
    Slug,
    Text,
    Whole,
    Zone,
)

NOT_A_DAY = (
    "1",
    "01/02/2026",
    "20260101",
    "2026-W01-1",
    "٢٠٢٦-٠١-٠١",
    "2026-02-29",
    "2026-1-1",
    "2026-01-01 ",
    "10000-01-01",
    "0000-01-01",
    "1" * 400,
    20260101,
    datetime(2026, 1, 1),
)
NOT_A_SLUG = ("", "SQL", "two words", "-a", "a-", "a--b", "a_b", "é", "a" * 65, "a\n", 7, b"a")


def refused_by(shape: Shape) -> list[tuple[Any, str]]:
    """Values that a shape refuses, each with the code of its fault, which is told of the value as a whole."""
    values: tuple[Any, ...]
    match shape:
        case Many():
            values = ("a text", {"an": "object"}, {"a set"}, 7, iter(()), ["x"] * (shape.most + 1))
            values += ([],) if shape.least else ()
        case Text():
            values = ("", 7, b"bytes", "a\0b", "\ud800", "x" * (shape.longest + 1), ["x"])
        case Slug():  # ids, references, open words
            values = NOT_A_SLUG
        case Choice():
            return [("no-such-word", "word"), ("", "word"), (shape.words[0].upper(), "word"), (7, "value")]
        case Number():
            values = (
                True,
                "1",
                None,
                float("nan"),
                float("inf"),
                Decimal(1),
                1j,
                shape.low - 1,
                shape.high * 2 + 1,
            )
            values += (10**400,)
        case Whole():
            values = (True, "1", 1.5, float("nan"), float("inf"), shape.low - 1, shape.high + 1, 10**400)
        case Flag():
            values = (0, 1, "true", "yes")
        case Date():
            values = NOT_A_DAY
        case PartialDate():
            values = (*NOT_A_DAY, "2026-13", "2026-1", "20", "0000")
        case LocalTime():
            values = (
                *(each for each in NOT_A_DAY if not isinstance(each, datetime)),
                "2026-03-01T18:30:00",
                "2026-03-01T18:30Z",
                "2026-03-01 18:30",
                "2026-03-01T25:00",
                datetime(2026, 3, 1, 18, 30, 1),
            )
        case Zone():
            values = ("../etc/passwd", "/etc", "", "Europe/", "a" * 5_000, "Europe/Ber lin", 1, "a/b/c/d/e")
        case Interval():
            values = (
                "0 days",
                "-1 days",
                "2",
                "2weeks",
                "fortnight",
                "10000 days",
                "02 days",
                "",
                14,
                "1.5 weeks",
            )
        case Cash():
            values = (
                40_000,
                40_000.0,
                "40000",
                "40000 eur",
                "40000EUR",
                "1e3 EUR",
                "1.23456 EUR",
                "1" * 14 + " EUR",
            )
            values += () if shape.debt else ("-1 EUR",)
        case Extra():
            values = (
                {"Bad Name": 1},
                {1: 1},
                [1],
                "text",
                {"acme": {1, 2}},
                {"acme": float("nan")},
                {"a" * 65: 1},
            )
        case Newer():
            values = ({}, {"x": 1}, [], "text")
        case PartShape():
            values = (7, "text", [1])
        case _:
            raise NotImplementedError(shape)
    return [(value, "value") for value in values]
