"""What a field may hold.

A *shape* is the one place that knows a sort of value: the rule in words, the gate of the
constructor, the JSON form and its schema.  A record class states shapes in its annotations,
and nothing else in the library repeats them.
"""

from careertrack.shapes.base import Gate, Shape
from careertrack.shapes.many import Extra, Many, Newer
from careertrack.shapes.numbers import Flag, Number, Whole
from careertrack.shapes.text import Choice, Ref, Slug, Text, Word
from careertrack.shapes.times import Date, Interval, LocalTime, PartialDate, Zone
from careertrack.shapes.wealth import Cash

__all__ = [
    "Cash",
    "Choice",
    "Date",
    "Extra",
    "Flag",
    "Gate",
    "Interval",
    "LocalTime",
    "Many",
    "Newer",
    "Number",
    "PartialDate",
    "Ref",
    "Shape",
    "Slug",
    "Text",
    "Whole",
    "Word",
    "Zone",
]
