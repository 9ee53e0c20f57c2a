"""Extensions that installed packages offer."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Final

from careertrack.errors import InvalidValue, Issue, nearest, shown
from careertrack.extending._named import naming
from careertrack.extending._together import NONE, Extensions
from careertrack.methods.checks import refuse

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

GROUP: Final = "careertrack.extensions"


def installed(only: str | Iterable[str] | None = None) -> Extensions:
    """The extensions that installed packages offer, merged in the order of their names.

    A package offers an `Extensions`, or a function without arguments that returns one, as an entry
    point of the group ``careertrack.extensions``.  They are looked for each time this is called,
    and never otherwise.

    Args:
        only: The names of those to load; all when left out.

    Raises:
        InvalidValue: If one of the names is not there, what an entry point leads to is none, or
            two of them contradict each other.
        Exception: Whatever loading one raises, with a note that names it.

    >>> installed(only=[])
    Extensions(findings=(), measures=(), stages={}, labels={}, sources=())
    """
    from importlib.metadata import entry_points

    points = sorted(entry_points(group=GROUP), key=lambda point: (point.name, point.value))
    if only is not None:
        wanted = [only] if isinstance(only, str) else list(only)
        names = [point.name for point in points]
        missing = [name for name in wanted if name not in names]
        if missing:
            facts = {"rule": f"the name of an entry point of the group {GROUP}"}
            raise InvalidValue(
                [
                    Issue("only", "value", {**facts, "got": shown(name), "near": nearest(name, names)})
                    for name in missing
                ]
            )
        points = [point for point in points if point.name in wanted]
    return NONE.merge(*map(_loaded, points))


def _loaded(point: EntryPoint) -> Extensions:
    with naming(f"the entry point {point.name!r} of the group {GROUP}, {point.value}"):
        found: Any = point.load()
        made: object = found() if callable(found) else found
        if isinstance(made, Extensions):
            return made
        raise refuse(f"{GROUP}[{point.name}]", "an Extensions, or a function that returns one", made)
