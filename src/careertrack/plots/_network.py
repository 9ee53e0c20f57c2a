"""The ways to an organization: who is there, who was, and over whom."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from careertrack.outlook.words import counted
from careertrack.plots._style import (
    LONGEST_FACT,
    accent,
    axes,
    bare,
    entitle,
    ground,
    ink,
    key,
    legible,
    mark,
    say,
    write,
)
from careertrack.questions.paths import Paths, Person
from careertrack.snapshot import Snapshot, a_snapshot

if TYPE_CHECKING:
    from matplotlib.axes import Axes

MOST_PEOPLE: Final = 24  # drawn: more names than these are better read as a list
LONGEST_PATH: Final = 6  # people of a path that is drawn
YOU: Final = ""  # no id is empty


class _Place(NamedTuple):
    column: int
    row: float


def network(now: Snapshot, organization: str, *, names: bool = True, ax: Axes | None = None) -> Axes:
    """Who is at an organization, who was, and over whom the owner gets there.

    From left to right: the owner, the people they know at first hand, those who can be introduced, the
    organization.  No more than 24 people are drawn, those nearest first; `Paths` has them all.

    Args:
        now: The day.
        organization: Its id; or its name or an alias.
        names: Whether people are called by name and title; by their ids alone otherwise, for a picture to
            show around.  How to reach them is never shown.
        ax: The axes to draw in; those of a new figure when left out.

    Returns:
        The axes.

    Raises:
        KeyError: If nothing on record by the day has that id or names it.
        InvalidValue: If it is given anything else than a snapshot.
        MissingExtra: If Matplotlib is not installed.

    >>> import careertrack as ct
    >>> from careertrack import plots
    >>> plan = ct.Plan() + ct.Contact(id="ben", name="Ben Example")
    >>> plan += ct.Contact(id="cleo", name="Cleo Example", organization="Initech", introduced_by="ben")
    >>> ax = plots.network(plan.as_of("2026-03-01"), "initech", names=False)
    >>> [text.get_text() for text in ax.texts]
    ['you', 'ben', 'cleo', 'initech']
    """
    found = a_snapshot(now).paths(organization)
    people = [*found.here, *found.formerly]
    shown = people[:MOST_PEOPLE]
    ax = axes(ax, 1.8 + 0.5 * max(len(shown), 2))
    bare(ax)
    left_out = f"; {len(shown)} of them drawn" if len(shown) < len(people) else ""
    entitle(
        ax,
        f"Ways to {legible(found.asked)} on {found.day}",
        f"{counted(len(found.here), 'person', 'people')} there now, {len(found.formerly)} formerly{left_out}",
    )
    if not people:
        say(ax, "Nobody you know of is or was there.")
        return ax
    places = _places(shown)
    end = _end(places)
    _draw_ways(ax, shown, places)
    _draw_people(ax, found, shown, places, names)
    ax.bar(end, len(shown), width=0.1, bottom=-0.5, color=ink(0.35), edgecolor=ink())
    write(ax, end + 0.1, (len(shown) - 1) / 2, legible(found.asked), va="center", rotation=90)
    ax.set_ylim(len(shown) - 0.2, -0.8)
    ax.set_xlim(-0.3, end + 0.3)
    key(ax, 4, below=1)
    return ax


# --- Where they stand ----------------------------------------------------------------------------


def _path(person: Person) -> tuple[str, ...]:
    """The path to a person as it is drawn; none where there is none, or one too long to draw."""
    return person.path if person.path is not None and len(person.path) <= LONGEST_PATH else ()


def _places(people: Sequence[Person]) -> dict[str, _Place]:
    """A column for each step of a path, and a row of their own for everybody who is or was there.

    Shortest paths form a tree.  Who only stands between is level with the middle of those they lead to.
    """
    below: dict[str, dict[str, None]] = {YOU: {}}
    for person in people:
        for here, other in pairwise((YOU, *_path(person))):
            below.setdefault(here, {})[other] = None
    places: dict[str, _Place] = {}
    row = _put(places, below, {person.contact for person in people}, YOU, 0)
    farthest = max([1, *(place.column for place in places.values())])
    unreached = [person.contact for person in people if person.contact not in places]
    places.update((contact, _Place(farthest, row + at)) for at, contact in enumerate(unreached))
    return places


def _put(
    places: dict[str, _Place],
    below: Mapping[str, Iterable[str]],
    there: Collection[str],
    id: str,
    row: int,
    column: int = 0,
) -> int:
    """Place somebody and those they lead to, from a row on; gives the next row that is free."""
    others = below.get(id, ())
    free = row + (id in there)
    for other in others:
        free = _put(places, below, there, other, free, column + 1)
    levels = [places[other].row for other in others]
    middle = row if id in there or not levels else (min(levels) + max(levels)) / 2
    places[id] = _Place(column, middle)
    return free


# --- What is drawn -------------------------------------------------------------------------------


def _draw_ways(ax: Axes, people: Sequence[Person], places: Mapping[str, _Place]) -> None:
    """A line from each to whom they can introduce, once, however many paths it is a part of."""
    ways = dict.fromkeys(step for person in people for step in pairwise((YOU, *_path(person))))
    for ends in ways:
        x, y = zip(*(places[id] for id in ends), strict=True)
        ax.plot(x, y, "-", color=ink(0.5), zorder=1, label="know each other")


def _draw_people(
    ax: Axes, found: Paths, people: Sequence[Person], places: Mapping[str, _Place], names: bool
) -> None:
    """A mark and a name for everybody, and a line to the organization from those who are or were there."""
    between = places.keys() - {YOU} - {person.contact for person in people}
    mark(ax, *places[YOU], "D", ink(), "")
    write(ax, 0, places[YOU].row - 0.2, "you", ha="center", va="bottom")
    for id in sorted(between, key=lambda id: places[id]):
        mark(ax, *places[id], "s", ink(0.8), "could introduce you")
        _name(ax, places[id], found, id, names)
    end = _end(places)
    for person in people:
        place = places[person.contact]
        line, fill, label = ("-", accent(), "is there") if person.is_there else (":", "none", "was there")
        ax.plot((place.column, end), (place.row,) * 2, line, color=accent(), linewidth=2, zorder=1)
        mark(ax, *place, "o", fill, label)
        _name(ax, place, found, person.contact, names)
        if facts := legible("; ".join(_facts(person, names)), LONGEST_FACT):
            _beside(ax, place, 0.14, facts, va="top", fontsize="x-small")


def _end(places: Mapping[str, _Place]) -> int:
    """The column of the organization."""
    return max(place.column for place in places.values()) + 1


def _name(ax: Axes, place: _Place, found: Paths, id: str, names: bool) -> None:
    name = legible(found.names[id]) if names else id
    _beside(ax, place, -0.14, name, va="bottom", fontsize="small")


def _beside(ax: Axes, place: _Place, down: float, text: str, **how: str) -> None:
    """A text beside a mark, on a ground of its own, so that lines run behind it."""
    write(ax, place.column + 0.05, place.row + down, text, bbox=ground(ax), **how)


def _facts(person: Person, names: bool) -> Iterator[str]:
    """What is known of somebody's time there, and of the way to them."""
    if names and person.title is not None:
        yield person.title
    if person.until is not None:
        yield f"until {person.until}"
    if person.path is None:
        yield "no path on record"
    elif not _path(person):
        yield f"through {len(person.path) - 1:,} people"
    if person.vouches:
        yield "vouches for you"
