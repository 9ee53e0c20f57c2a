"""The floors: a module imports only from lower floors and, on its own floor, from what stands to its left.

Imports inside functions count as well, except that the doors (floors 10 to 12) may import each other late.
Imports for type checkers alone (the body of `if TYPE_CHECKING:`) are exempt, wherever they go: they bind
nothing at run time, and a door's annotation may name a higher door. The package's own `__init__` may import
anything, and nobody imports it.

A room written with a dot stands in its package; a package whose modules are not written out is one room, in
which the modules may import each other as long as they do not go round in a circle.
"""

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

FLOORS: dict[int, tuple[str, ...]] = {
    0: ("errors", "extras", "page", "score"),
    1: ("values", "methods", "shapes", "days"),
    2: ("vocabulary", "catalogue", "naming"),
    3: ("flat", "fields", "references", "record"),
    4: (
        "records.self",
        "records.roles",
        "records.skills",
        "records.goals",
        "records.people",
        "records.moves",
        "records.rhythm",
        "records.setbacks",
        "records",
    ),
    5: ("rules", "ledger", "state"),
    6: ("parsing", "reading", "document", "edits", "moment"),
    7: ("progress", "outlook", "practice", "pillars"),
    8: ("findings", "wins", "judge", "extending"),
    9: ("questions", "rows"),
    10: ("review",),
    11: ("snapshot",),
    12: ("answering", "privacy", "plan", "store", "comparing"),
    13: ("formats", "plots", "strategies", "templates"),
}
DOORS = {10, 11, 12}

PACKAGE = "careertrack"
PLACES = {room: (floor, index) for floor, rooms in FLOORS.items() for index, room in enumerate(rooms)}
SOURCES = Path(__file__).resolve().parents[2] / "src"


@dataclass(frozen=True)
class Import:
    """One module imports another, at a line, maybe late (inside a function)."""

    target: str
    line: int
    late: bool


def room_of(module: str) -> str | None:
    """The room a module stands in, or None if the table has none for it."""
    name = module.removeprefix(f"{PACKAGE}.")
    while name not in PLACES and "." in name:
        name = name.rpartition(".")[0]
        if any(
            room.startswith(f"{name}.") for room in PLACES
        ):  # its modules are written out, and this is not one
            return None
    return name if name in PLACES else None


def is_for_type_checkers(node: ast.stmt) -> bool:
    """Whether a statement is `if TYPE_CHECKING:`."""
    return isinstance(node, ast.If) and ast.unparse(node.test) in {"TYPE_CHECKING", "typing.TYPE_CHECKING"}


def statements(body: list[ast.stmt], late: bool = False) -> Iterator[tuple[ast.stmt, bool]]:
    """Every statement that can run, and whether it is inside a function."""
    for node in body:
        yield node, late
        inside = late or isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        blocks = ("orelse",) if is_for_type_checkers(node) else ("body", "orelse", "finalbody")
        for block in blocks:
            yield from statements(getattr(node, block, []), inside)
        for part in [*getattr(node, "handlers", []), *getattr(node, "cases", [])]:
            yield from statements(part.body, inside)


def imports_of(module: str, source: str, modules: Mapping[str, str]) -> list[Import]:
    """What a module of the package imports from the package."""
    found = []
    is_package = any(other.startswith(f"{module}.") for other in modules)
    for node, late in statements(ast.parse(source).body):
        if isinstance(node, ast.Import):
            targets = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            parts = module.split(".")
            near = parts[: len(parts) - node.level + is_package] if node.level else []
            base = ".".join([*near, *([node.module] if node.module else [])])
            targets = [
                name if (name := f"{base}.{alias.name}") in modules else base  # a module, or a name in one
                for alias in node.names
            ]
        else:
            continue
        ours = [target for target in targets if target.split(".")[0] == PACKAGE]
        found += [Import(target, node.lineno, late) for target in dict.fromkeys(ours)]
    return found


def faults(modules: Mapping[str, str]) -> list[str]:
    """Everything in a package's sources, by module, that breaks the rule."""
    said = []
    circles: dict[str, dict[str, set[str]]] = {}
    for module, source in sorted(modules.items()):
        if module == PACKAGE:
            continue
        room = room_of(module)
        if room is None:
            said.append(f"{module}: stands on no floor; enter it in FLOORS")
            continue
        here = PLACES[room]
        for found in imports_of(module, source, modules):
            where = f"{module}:{found.line} imports {found.target}"
            there = room_of(found.target) if found.target != PACKAGE else None
            if found.target == PACKAGE:
                said.append(f"{where}, the top of all")
            elif there is None:
                said.append(f"{where}, on no floor")
            elif there == room:
                circles.setdefault(room, {}).setdefault(module, set()).add(found.target)
            elif PLACES[there] > here and not (found.late and {here[0], PLACES[there][0]} <= DOORS):
                said.append(f"{where}, higher or to the right")
    for graph in circles.values():
        try:
            TopologicalSorter(graph).prepare()
        except CycleError as error:
            said.append(f"in a circle: {' <- '.join(error.args[1])}")
    return said


def package_sources() -> dict[str, str]:
    """The package's modules by dotted name, with their text."""
    modules = {}
    for path in sorted((SOURCES / PACKAGE).rglob("*.py")):
        parts = path.relative_to(SOURCES).with_suffix("").parts
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        modules[name] = path.read_text(encoding="utf-8")
    return modules


def test_the_package_keeps_its_floors() -> None:
    """No module imports upward, or to the right."""
    modules = package_sources()

    assert PACKAGE in modules
    assert [] == faults(modules)


@pytest.mark.parametrize(
    ("modules", "expected"),
    [
        pytest.param(
            {"errors": "from careertrack.plan import Plan", "plan": ""},
            ["careertrack.errors:1 imports careertrack.plan, higher or to the right"],
            id="upward",
        ),
        pytest.param(
            {"errors": "import careertrack.score", "score": ""},
            ["careertrack.errors:1 imports careertrack.score, higher or to the right"],
            id="to the right",
        ),
        pytest.param(
            {"records.self": "\nfrom careertrack.records import goals", "records.goals": "", "records": ""},
            ["careertrack.records.self:2 imports careertrack.records.goals, higher or to the right"],
            id="to the right in a package",
        ),
        pytest.param(
            {"records.self": "from .goals import Goal", "records.goals": "", "records": ""},
            ["careertrack.records.self:1 imports careertrack.records.goals, higher or to the right"],
            id="relative",
        ),
        pytest.param(
            {"records": "from .. import plan", "records.self": "", "plan": ""},
            ["careertrack.records:1 imports careertrack.plan, higher or to the right"],
            id="relative, from a package",
        ),
        pytest.param(
            {
                "errors": "def f():\n    try:\n        pass\n    except E:\n        import careertrack.plan",
                "plan": "",
            },
            ["careertrack.errors:5 imports careertrack.plan, higher or to the right"],
            id="late, not a door",
        ),
        pytest.param(
            {"review": "from careertrack.plan import Plan", "plan": ""},
            ["careertrack.review:1 imports careertrack.plan, higher or to the right"],
            id="a door, not late",
        ),
        pytest.param(
            {
                "plan": "def f():\n    from careertrack.formats import linkedin",
                "formats": "",
                "formats.linkedin": "",
            },
            ["careertrack.plan:2 imports careertrack.formats.linkedin, higher or to the right"],
            id="a door, late, not to a door",
        ),
        pytest.param(
            {"plan": "from careertrack import Goal"},
            ["careertrack.plan:1 imports careertrack, the top of all"],
            id="from the top",
        ),
        pytest.param(
            {"misc": ""}, ["careertrack.misc: stands on no floor; enter it in FLOORS"], id="unknown room"
        ),
        pytest.param(
            {"records.misc": "", "records": ""},
            ["careertrack.records.misc: stands on no floor; enter it in FLOORS"],
            id="unknown room in a package whose rooms are written out",
        ),
        pytest.param(
            {"plan": "import careertrack.gone"},
            ["careertrack.plan:1 imports careertrack.gone, on no floor"],
            id="unknown target",
        ),
        pytest.param(
            {"state": "", "state.a": "import careertrack.state.b", "state.b": "import careertrack.state.a"},
            ["in a circle: careertrack.state.a <- careertrack.state.b <- careertrack.state.a"],
            id="circle",
        ),
    ],
)
def test_a_bad_import_is_found(modules: dict[str, str], expected: list[str]) -> None:
    """Each way of breaking the rule is reported, at its line."""
    package = {PACKAGE: "", **{f"{PACKAGE}.{name}": source for name, source in modules.items()}}

    assert expected == faults(package)


def test_good_imports_pass() -> None:
    """Downward, leftward, late between doors, for type checkers, the standard library: all is well."""
    modules = {
        PACKAGE: "from careertrack.plan import Plan",
        "careertrack.errors": "import json\nif TYPE_CHECKING:\n    from careertrack.plan import Plan\n",
        "careertrack.score": "from careertrack.errors import InvalidValue",
        "careertrack.records": "from careertrack.records.goals import Goal",
        "careertrack.records.goals": "from careertrack.records import self",
        "careertrack.records.self": "from ..score import Score",
        "careertrack.methods": "from careertrack.methods.goals import gas_t_score",
        "careertrack.methods.goals": "from ._check import finite",
        "careertrack.methods._check": "import math",
        "careertrack.review": "def f():\n    from careertrack.plan import Plan",
        "careertrack.plan": "from careertrack.review import Review",
    }

    assert [] == faults(modules)
