"""Optional libraries, imported where they are used; who lacks one is told which extra brings it."""

from __future__ import annotations

from importlib import import_module
from types import ModuleType

from careertrack.errors import MissingExtra


def optional(extra: str, module: str) -> ModuleType:
    """A module of an optional library.

    Args:
        extra: The extra of this package that brings it.
        module: The name to import it by.

    Raises:
        MissingExtra: If the library is not installed.

    >>> optional("testing", "hypothesis").__name__
    'hypothesis'
    """
    try:
        return import_module(module)
    except ModuleNotFoundError as error:
        library = module.partition(".")[0]
        if error.name != library:  # the library is there, and something that it needs is not
            raise
    raise MissingExtra(extra, library)
