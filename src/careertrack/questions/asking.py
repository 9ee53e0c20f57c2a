"""What the questions share: an id that nothing has, and how an answer becomes a page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from careertrack.errors import nearest
from careertrack.moment import Moment
from careertrack.page import Block, Cell, Items, Said, Section
from careertrack.shapes.text import shown_id

MOST_LINES: Final = 12  # house: what one reads of a list before a talk; `to_dict` has all of it


def is_on_record(now: Moment, kind: str, id: str) -> bool:
    """Whether an id was defined by the day, in words of this version or of a newer one."""
    return any(record.kind == kind and record.id == id for record in now.about(kind, id))


def not_there(now: Moment, kind: str, id: str) -> KeyError:
    """The error for an id that nothing has by the day; it names the nearest id, and no person.

    It is for the kinds whose first record has no day, so that every id holds from the start.
    """
    near = nearest(str(id), now.ids(kind))
    hint = f"; did you mean {near!r}?" if near else ""
    return KeyError(f"no {kind} {shown_id(kind, id)!r} by {now.day}{hint}")


def contact_name(now: Moment, id: str) -> str:
    """What a contact is called; the id where only a newer version can read it."""
    state = now.contacts.get(id)
    return id if state is None else state.contact.name


def sections(found: Iterable[tuple[Said, Sequence[Cell]]]) -> list[Block]:
    """A section for each heading that has lines, with the first dozen of them."""
    return [Section(heading, [Items(lines, MOST_LINES)]) for heading, lines in found if lines]
