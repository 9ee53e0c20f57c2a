"""What is public is listed, documented and whole; importing it brings little along."""

import importlib
import inspect
import pkgutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

import careertrack
from careertrack import errors, methods
from careertrack.fields import Base
from careertrack.record import Part
from careertrack.records import CLASSES

PACKAGE = Path(careertrack.__file__).parent
PUBLIC = (
    "careertrack",
    "careertrack.methods",
    "careertrack.strategies",
    "careertrack.templates",
    "careertrack.page",
    "careertrack.plots",
    "careertrack.extending",
    "careertrack.formats",
    "careertrack.formats.linkedin",
    "careertrack.formats.onet",
    "careertrack.formats.vcard",
    "careertrack.formats.icalendar",
    "careertrack.formats.jsonresume",
    "careertrack.formats.csv",
    "careertrack.formats.networkx",
)

# Other programs rely on these: they stay, whatever joins them.
PROMISED = [
    "Assessment",
    "Cadence",
    "Capacity",
    "CheckIn",
    "Commitment",
    "Contact",
    "Conversation",
    "Course",
    "Effort",
    "Event",
    "Evidence",
    "Goal",
    "InterestProfile",
    "Interests",
    "Lesson",
    "Milestone",
    "Need",
    "Obstacle",
    "Offer",
    "Organization",
    "Pause",
    "Position",
    "Priorities",
    "Rating",
    "Reflection",
    "Requirement",
    "Resolution",
    "Role",
    "Routine",
    "Runway",
    "Setback",
    "Skill",
    "Step",
    "TargetRole",
    "Transition",
    "CareertrackError",
    "InvalidDocument",
    "InvalidPlan",
    "InvalidValue",
    "MissingExtra",
    "Finding",
    "Issue",
    "Score",
    "Money",
    "Plan",
    "Review",
    "Snapshot",
    "dumps",
    "from_dict",
    "issues",
    "json_schema",
    "load",
    "loads",
    "save",
    "to_dict",
]


def modules() -> list[ModuleType]:
    """Every module of the package that needs no extra."""
    names = [each.name for each in pkgutil.walk_packages([str(PACKAGE)], "careertrack.")]
    return [careertrack, *(importlib.import_module(name) for name in names if "strategies" not in name)]


def fresh(source: str, *options: str) -> str:
    """What a program prints in a Python of its own."""
    command = [sys.executable, *options, "-c", source]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


@pytest.mark.parametrize("module", [each for each in modules() if hasattr(each, "__all__")])
def test_lists(module: ModuleType) -> None:
    """A module's list of public names is sorted, without repeats, and every name is there."""
    assert sorted(set(module.__all__)) == list(module.__all__)
    assert [] == [name for name in module.__all__ if not hasattr(module, name)]


def test_promised_names() -> None:
    """What other programs rely on is public."""
    assert set() == set(PROMISED) - set(careertrack.__all__)


def test_all_of_a_sort() -> None:
    """Every kind, every part of one and every error is public."""
    parts = {cls for cls in Part.__subclasses__() if cls.__module__.startswith("careertrack.")}
    refused = {
        each for each in vars(errors).values() if inspect.isclass(each) and issubclass(each, Exception)
    }
    refused = {
        each for each in refused if issubclass(each, errors.CareertrackError) and each.__name__[0] != "_"
    }
    found = {getattr(careertrack, name) for name in careertrack.__all__}

    assert {*CLASSES.values(), *parts, *refused} <= found


def test_nothing_else() -> None:
    """The package has no other name of its own, and lists those that come when first asked."""
    own = {
        name
        for name in dir(careertrack)
        if not name.startswith("_")
        and getattr(getattr(careertrack, name), "__module__", "").startswith("careertrack")
    }

    assert set(careertrack.__all__) == own


@pytest.mark.parametrize("name", careertrack.__all__)
def test_public_where_it_is_defined(name: str) -> None:
    """What is public in the package is public in the module that defines it, under the same name."""
    one = getattr(careertrack, name)
    home = sys.modules[one.__module__]

    assert name == one.__name__
    assert one is getattr(home, name)
    assert name in getattr(home, "__all__", [name])


@pytest.mark.parametrize("name", careertrack.__all__)
def test_documented(name: str) -> None:
    """A public name has a docstring of its own, and so has whatever is public within it."""
    one = getattr(careertrack, name)
    within = inspect.getmembers(one) if inspect.isclass(one) else []
    silent = [
        inner
        for inner, value in within
        if not inner.startswith("_")
        and (inspect.isroutine(value) or isinstance(value, property))
        and not issubclass(one, Base | BaseException | tuple)
        and not inspect.getdoc(value)
    ]

    assert one.__doc__
    assert one.__doc__[0].isupper()
    assert [] == silent


@pytest.mark.parametrize("name", PUBLIC)
def test_public_modules_list_all_they_define(name: str) -> None:
    """What a public module defines without an underscore is in its list."""
    module = importlib.import_module(name)
    own = {
        each
        for each, value in vars(module).items()
        if not each.startswith("_")
        and (inspect.isclass(value) or inspect.isfunction(value))
        and value.__module__ == name
        and not getattr(value, "_is_protocol", False)  # those only annotate
    }

    assert set() == own - set(module.__all__)
    assert module.__doc__


def test_every_formula_is_public() -> None:
    """Every formula of the methods is in their list; what only checks is not."""
    formulas = {
        name
        for module in modules()
        if module.__name__.startswith("careertrack.methods.") and not module.__name__.endswith(".checks")
        for name, value in vars(module).items()
        if inspect.isfunction(value) and value.__module__ == module.__name__ and not name.startswith("_")
    }

    results = {name for name in methods.__all__ if inspect.isclass(getattr(methods, name))}

    assert set(methods.__all__) - results == formulas


def test_an_unknown_name() -> None:
    """A name that the package does not have is an AttributeError, as of any module."""
    with pytest.raises(AttributeError, match="module 'careertrack' has no attribute 'Plann'"):
        careertrack.Plann  # noqa: B018


def test_a_star_brings_all() -> None:
    """A star import brings every public name."""
    found = fresh(
        "from careertrack import *; import careertrack; print(set(careertrack.__all__) - set(dir()))"
    )

    assert "set()" == found.strip()


def test_what_an_import_brings_along() -> None:
    """Importing the package, and asking it everything, brings attrs and python-dateutil, no extra."""
    source = f"""
import sys
before = set(sys.modules)
import careertrack
for name in careertrack.__all__:
    getattr(careertrack, name)
for name in {[each.__name__ for each in modules()]}:
    __import__(name)
came = {{name.split(".")[0] for name in sys.modules.keys() - before}}
print(*sorted(came - sys.stdlib_module_names))
"""

    assert {"attr", "attrs", "careertrack", "dateutil"} == set(fresh(source).split()) - {"six"}


def test_typed() -> None:
    """Type checkers are told that the package has types."""
    assert (PACKAGE / "py.typed").is_file()
