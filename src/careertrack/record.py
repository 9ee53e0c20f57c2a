"""What every record is: a dated, immutable statement."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar, Self, final

import attrs

from careertrack.fields import Base
from careertrack.references import references
from careertrack.shapes.times import parsed_day
from careertrack.values import EMPTY
from careertrack.vocabulary import Day, Id, Note, Others, Unread, day, json_object, maybe_day, own_id


@attrs.frozen(kw_only=True, repr=False)
class Part(Base):
    """A value inside a record, with no day or id of its own."""

    newer_fields: Unread = EMPTY


@attrs.frozen(kw_only=True, repr=False)
class Record(Base):
    """A statement that holds from a day on, or on a day.

    Args:
        note: The person's own words; never shown in ``repr``, logs or errors.
        extra: JSON of other programs under names of their own, kept and written back.
        newer_fields: What a newer version of the document says; readers fill it.
    """

    kind: ClassVar[str]
    subject: ClassVar[tuple[str, ...] | None] = None
    """For a fact that sets a value: the fields that name what it is the value of."""

    note: Note | None = None
    extra: Others = attrs.field(default=EMPTY, converter=json_object)
    newer_fields: Unread = EMPTY

    if TYPE_CHECKING:

        @property
        def id(self) -> str | None: ...

        @property
        def on(self) -> date | None: ...

    def evolve(self, **changes: Any) -> Self:
        """A copy with some fields changed, checked as any record is.

        >>> import careertrack as ct
        >>> ct.Skill(name="SQL").evolve(top=5).top
        5.0
        """
        return attrs.evolve(self, **changes)

    def to_dict(self) -> dict[str, Any]:
        """Plain JSON data: the kind, then the fields in a fixed order, defaults left out.

        >>> import careertrack as ct
        >>> ct.Skill(name="SQL", top=5).to_dict()
        {'kind': 'skill', 'id': 'sql', 'name': 'SQL', 'top': 5}
        """
        return {"kind": self.kind, **self.fields_to_dict()}

    def place(self) -> str:
        """What a plan orders it by within its day and kind."""
        return self.id or ""

    def key(self) -> str | None:
        """What no other record of its kind and day can share; ``None`` where the whole record is the key."""
        return self.id

    def paths_to(self, kind: str, id: str) -> Iterator[tuple[str, str]]:
        """Where it names an id: each path below it, with the id."""
        for path, named_kind, named in references(self):
            if named_kind == kind and named == id:
                yield path, named

    def says_newer(self) -> bool:
        """Whether it holds fields of a newer version of the document, at any level."""
        if self.newer_fields is not EMPTY:
            return True
        values = (getattr(self, field.name) for field in self.spec.fields)
        inner = (part for value in values for part in (value if isinstance(value, tuple) else (value,)))
        return any(isinstance(part, Part) and part.newer_fields is not EMPTY for part in inner)


@attrs.frozen(kw_only=True, repr=False)
class Fact(Record):
    """Something that happened, or was so, on a day.

    Args:
        on: The person's own calendar day.
        id: Given where other records name this one.
    """

    id: Id | None = None
    on: Day = attrs.field(converter=day)

    def place(self) -> str:
        if self.subject is None:
            return self.id or next(self.named(), ("", ""))[1]
        return "\0".join([getattr(self, name) for name in self.subject])

    def key(self) -> str | None:
        return self.id if self.subject is None else self.place()


@attrs.frozen(kw_only=True, repr=False)
class Definition(Record):
    """Something with an id.  A record of the same id on a later day revises it."""

    id: Id = attrs.field(default="", converter=own_id)


@attrs.frozen(kw_only=True, repr=False)
class Timeless(Definition):
    """A definition whose first record has no day and holds from the start.

    Args:
        on: Left out in the first record; the day from which a revision holds.
    """

    on: Day | None = attrs.field(default=None, converter=maybe_day)


@attrs.frozen(kw_only=True, repr=False)
class Dated(Definition):
    """A definition that begins on a day.

    Args:
        on: The day it was set, promised or begun; of a revision, the day from which it holds.
    """

    on: Day = attrs.field(converter=day)


@final
@attrs.frozen(kw_only=True, repr=False)
class Unreadable(Record):
    """A record of a newer version whose kind or words this version does not know.

    It is kept whole and written back; its id resolves, and nothing is derived from it.
    """

    content: Unread = EMPTY

    def _text(self, name: str) -> str | None:
        value = self.content.get(name)
        return value if isinstance(value, str) else None

    @property
    def kind(self) -> str:  # type: ignore[override]
        """The kind it says it is of."""
        return self._text("kind") or ""

    @property
    def id(self) -> str | None:
        """Its id, if it has one."""
        return self._text("id")

    @property
    def on(self) -> date | None:
        """Its day, if it has one."""
        return parsed_day(self._text("on") or "")

    def to_dict(self) -> dict[str, Any]:
        return dict(self.content)

    def says_newer(self) -> bool:
        return True

    def __repr__(self) -> str:
        return f"Unreadable(kind={self.kind!r})"


__all__ = ["Dated", "Definition", "Fact", "Part", "Record", "Timeless", "Unreadable"]
