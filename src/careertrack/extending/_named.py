"""What has a name of its own: which names may be given, and how what is known by a function is pickled."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from importlib import import_module
from string import Formatter
from typing import Any, ClassVar, Final, Self

from careertrack.errors import InvalidValue, Issue, Refused
from careertrack.pillars.finding import CODES
from careertrack.shapes import Gate, Shape, Slug, Text

_RESERVED: Final = frozenset(code.partition("-")[0] for code in CODES)


@contextmanager
def naming(what: str) -> Iterator[None]:
    """Adds to any error that passes where it comes from."""
    try:
        yield
    except Exception as error:
        error.add_note(f"in {what}")
        raise


# --- Names ---------------------------------------------------------------------------------------


class OwnName(Slug):
    """A name that none of the library's can ever be."""

    __slots__ = ()

    def __init__(self) -> None:
        super().__init__("a name with a prefix of your own, such as 'acme-hours'")

    def gate(self) -> Gate:
        slug = super().gate()

        def keep(value: Any) -> Any:
            prefix, _, rest = slug(value).partition("-")
            if prefix in _RESERVED:
                raise Refused("value", hint=f"the library's own names begin with {prefix!r}")
            if not rest:
                raise Refused
            return value

        return keep


class Sentence(Text):
    """A sentence that leaves room for facts, each by its name in braces."""

    __slots__ = ()

    def __init__(self) -> None:
        super().__init__(500)
        self.rule += ", facts by their names in braces"

    def gate(self) -> Gate:
        text = super().gate()

        def keep(value: Any) -> Any:
            try:
                names = [name for _, name, _, _ in Formatter().parse(text(value)) if name is not None]
            except ValueError:
                raise Refused from None
            if not all(name.isidentifier() for name in names):
                raise Refused
            return value

        return keep


class Named:
    """What is known by a function: it is pickled by the module and name that are given to that."""

    __slots__ = ()
    shapes: ClassVar[Mapping[str, Shape]]

    function: Callable[..., Any]

    def __attrs_post_init__(self) -> None:
        faults = list(self._faults())
        if faults:
            raise InvalidValue(faults)

    def _faults(self) -> Iterator[Issue]:
        for name, shape in self.shapes.items():
            yield from shape.faults(getattr(self, name), f"{type(self).__name__}.{name}")

    def __reduce__(self) -> tuple[Any, ...]:
        where = self.function.__module__, self.function.__qualname__
        if "<" in where[1] or _by_name(*where) is not self:
            from pickle import PicklingError

            raise PicklingError(f"nothing but what stands in a module by its name: {'.'.join(where)}")
        return _by_name, where

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, memo: object) -> Self:
        return self


def _by_name(module: str, name: str) -> Any:
    found: Any = import_module(module)
    for part in name.split("."):
        found = getattr(found, part, None)
    return found
