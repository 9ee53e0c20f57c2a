"""The typing tests speak of every public name, and do what they say."""

import ast
import inspect
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import attrs
import pytest
from tests.typing import answers, doors, extending, formats, kinds, notebook, pages, refused

import careertrack
import careertrack.extending
import careertrack.page
from careertrack import methods

MODULES = (answers, doors, extending, formats, kinds, notebook, pages)
SOURCES = [Path(inspect.getfile(module)).read_text(encoding="utf-8") for module in MODULES]


def sessions(module: ModuleType) -> list[Callable[[], object]]:
    """The functions of a module that need nothing."""
    functions = [each for each in vars(module).values() if inspect.isfunction(each)]
    return [
        each
        for each in functions
        if each.__module__ == module.__name__ and not inspect.signature(each).parameters
    ]


def names_of(alias: str) -> set[str]:
    """The names of a module that the typing tests use, by the module's alias."""
    return {
        node.attr
        for source in SOURCES
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == alias
    }


@pytest.mark.parametrize(
    ("module", "alias"),
    [(careertrack, "ct"), (careertrack.extending, "extending"), (careertrack.page, "page")],
)
def test_every_public_name(module: ModuleType, alias: str) -> None:
    """Every public name is in the typing tests."""
    assert set() == set(module.__all__) - names_of(alias)


def test_every_method() -> None:
    """So is every formula."""
    called = {
        node.id for source in SOURCES for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Name)
    }

    assert set() == set(methods.__all__) - called


@pytest.mark.parametrize("session", [each for module in MODULES for each in sessions(module)])
def test_sessions_run(session: Callable[[], object]) -> None:
    """What type checkers accept runs."""
    session()


@pytest.mark.parametrize("mistake", refused.MISTAKES)
def test_mistakes_are_refused(mistake: Callable[[], None]) -> None:
    """What type checkers refuse the library refuses too, by an error that says so."""
    with pytest.raises(
        (careertrack.CareertrackError, attrs.exceptions.FrozenInstanceError, TypeError, AttributeError)
    ):
        mistake()


def test_every_mistake_is_tried() -> None:
    """No mistake is left out."""
    assert list(refused.MISTAKES) == sessions(refused)
