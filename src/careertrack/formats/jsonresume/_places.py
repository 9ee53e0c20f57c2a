"""Where a record's fields stand in a resume, told once for both ways.

A place joins what an item says into the text of a field, and splits that text again.  Where
splitting would not give back what was joined, the item's own words are kept in the record's
``extra`` as well, and are written for as long as the field still says the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Final, Protocol

import attrs

from careertrack.formats.days import Stamp
from careertrack.vocabulary import Occupation

SPACE: Final = "jsonresume"  # the name under which `extra` keeps what no field is for
_BULLET: Final = "- "
_COMMA: Final = ", "


class Place(Protocol):
    """A field of a record, and the names in an item that it is made of."""

    @property
    def field(self) -> str: ...
    @property
    def keys(self) -> tuple[str, ...]: ...

    def join(self, said: Mapping[str, Any]) -> str:
        """The text of the field."""

    def split(self, text: str) -> dict[str, Any]:
        """What an item says of a text of the field."""


@attrs.frozen
class Plain:
    """A field that stands under one name."""

    field: str
    key: str

    @property
    def keys(self) -> tuple[str, ...]:
        return (self.key,)

    def join(self, said: Mapping[str, Any]) -> str:
        text: str = said.get(self.key, "")
        return text

    def split(self, text: str) -> dict[str, Any]:
        return {self.key: text}


@attrs.frozen
class Listed:
    r"""A text and the points below it, each on a line that begins with a hyphen.

    >>> place = Listed("story", "summary", "highlights")
    >>> place.join({"summary": "Ran the floor.", "highlights": ["Hired ten"]})
    'Ran the floor.\n- Hired ten'
    >>> place.split("- Hired ten")
    {'highlights': ['Hired ten']}
    """

    field: str
    key: str
    points: str

    @property
    def keys(self) -> tuple[str, ...]:
        return self.key, self.points

    def join(self, said: Mapping[str, Any]) -> str:
        above = [said[self.key]] if self.key in said else []
        return "\n".join([*above, *(_BULLET + point for point in said.get(self.points, ()))])

    def split(self, text: str) -> dict[str, Any]:
        lines = text.split("\n")
        at = len(lines)
        while at and lines[at - 1].startswith(_BULLET):
            at -= 1
        points = [line.removeprefix(_BULLET) for line in lines[at:]]
        said = {self.key: "\n".join(lines[:at]), self.points: points}
        return {key: value for key, value in said.items() if value}


@attrs.frozen
class Degree:
    """A title that is made of what was earned, and in which area.

    >>> Degree("title", "studyType", "area").split("BSc, Computer Science")
    {'studyType': 'BSc', 'area': 'Computer Science'}
    """

    field: str
    earned: str
    area: str

    @property
    def keys(self) -> tuple[str, ...]:
        return self.earned, self.area

    def join(self, said: Mapping[str, Any]) -> str:
        return _COMMA.join(said[key] for key in self.keys if key in said)

    def split(self, text: str) -> dict[str, Any]:
        earned, _, area = text.partition(_COMMA)
        said = {key: value for key, value in zip(self.keys, (earned, area), strict=True) if value}
        return said if self.join(said) == text else {self.earned: text}


@attrs.frozen
class Section:
    """A list of a resume.

    Args:
        name: Its name.
        places: Where the fields of its records stand.
        days: Of accomplishments, the names of their days: what counts first.
        implied: Whether a record that says nothing of a section is written here.
    """

    name: str
    places: tuple[Place, ...]
    days: tuple[str, ...] = ()
    implied: bool = True


def said_in(item: Mapping[str, Any], place: Place) -> dict[str, Any]:
    """What an item says in a place; what is blank says nothing."""
    return {key: item[key] for key in place.keys if item.get(key)}


_SPAN: Final = (Plain("started", "startDate"), Plain("ended", "endDate"))
_STORY: Final = Listed("story", "summary", "highlights")
_URL: Final = Plain("link", "url")

WORK: Final = Section("work", (Plain("title", "position"), Plain("organization", "name"), *_SPAN, _STORY))
VOLUNTEER: Final = Section(
    "volunteer", (Plain("title", "position"), Plain("organization", "organization"), *_SPAN, _STORY)
)
EDUCATION: Final = Section(
    "education", (Degree("title", "studyType", "area"), Plain("organization", "institution"), *_SPAN)
)
AWARDS: Final = Section(
    "awards", (Plain("title", "title"), Plain("impact", "summary")), ("date",), implied=False
)
CERTIFICATES: Final = Section("certificates", (Plain("title", "name"), _URL), ("date",), implied=False)
PUBLICATIONS: Final = Section(
    "publications",
    (Plain("title", "name"), Plain("impact", "summary"), _URL),
    ("releaseDate",),
    implied=False,
)
PROJECTS: Final = Section(
    "projects",
    (Plain("title", "name"), Listed("impact", "description", "highlights"), _URL),
    # A project counts from the day that it was finished, or else begun.
    ("endDate", "startDate"),
)
# A skill that is said to be the owner's is one, whoever else asks for it.
SKILLS: Final = Section("skills", (Plain("name", "name"),), implied=False)
REFERENCES: Final = Section("references", (Plain("name", "name"), Plain("note", "reference")))

POSITIONS: Final[Mapping[Occupation, Section]] = {
    "job": WORK,
    "self-employment": WORK,
    "volunteering": VOLUNTEER,
    "study": EDUCATION,
}
SHOWN: Final = (AWARDS, CERTIFICATES, PUBLICATIONS, PROJECTS)
WRITTEN: Final = (WORK, VOLUNTEER, EDUCATION, SKILLS, *SHOWN)


def last_day(part: str) -> date | None:
    """The last day that a day known in part may be: by then it was so; ``None`` if it is none.

    >>> last_day("2024-02"), last_day("2024-13")
    (datetime.date(2024, 2, 29), None)
    """
    try:
        return Stamp(part).last_day
    except ValueError:
        return None
