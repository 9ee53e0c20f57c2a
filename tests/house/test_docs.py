"""The documentation leaves nothing out: every public name, field and code has its place."""

import ast
import importlib
import importlib.util
import re
from pathlib import Path
from types import ModuleType
from typing import get_args

import attrs
import pytest

import careertrack as ct
from careertrack import errors
from careertrack.fields import Base
from careertrack.findings import RULES
from careertrack.moment import STATES
from careertrack.parsing import MOST_BYTES
from careertrack.pillars import finding
from careertrack.record import Part
from careertrack.records import CLASSES
from careertrack.shapes.many import MOST_ITEMS
from careertrack.shapes.text import LONGEST_ID
from careertrack.state.self import RunwayState
from careertrack.values import LARGEST_INT, MOST_DEEP
from careertrack.vocabulary import Pillar

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
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
DIRECTIVE = re.compile(r"^\.\. (?:auto(?:class|data|exception|function)|py:data):: ([\w.]+)", flags=re.M)
PARTS = [one for name in ct.__all__ if isinstance(one := getattr(ct, name), type) and issubclass(one, Part)]
READ = [ct.Score, ct.Review, ct.Readiness, ct.MustHave, ct.Finding, ct.Issue]
REPORTERS = {"add", "report", "refuse", "row_issue", "Unclear", "Unreadable"}


def page(name: str) -> str:
    """The text of a page of the documentation."""
    return (DOCS / name).read_text(encoding="utf-8")


@pytest.fixture(scope="module", name="drawn")
def drawing() -> ModuleType:
    """The extension that draws tables, without Sphinx."""
    spec = importlib.util.spec_from_file_location("drawn", DOCS / "_ext" / "drawn.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module", name="reference")
def reference_pages(drawn: ModuleType) -> str:
    """All reference pages as one text, their tables drawn."""
    return "\n".join(
        drawn.drawn(path.read_text(encoding="utf-8")) for path in sorted(DOCS.glob("reference/*.md"))
    )


# --- Names -------------------------------------------------------------------------------------


@pytest.mark.parametrize("module", PUBLIC)
def test_public_names_are_on_a_reference_page(module: str, reference: str) -> None:
    """Every name in a public module's ``__all__`` is documented."""
    shown = set(DIRECTIVE.findall(reference)) | {
        f"careertrack.strategies.{name}"
        for name in re.findall(r"^\| `(\w+)\(\*\*fields\)`", reference, flags=re.MULTILINE)
    }
    public = {f"{module}.{name}" for name in importlib.import_module(module).__all__}

    assert set() == public - shown


def test_reference_shows_public_names_alone(reference: str) -> None:
    """What a reference page documents is there, once, and is no private name."""
    shown = DIRECTIVE.findall(reference)
    private = [name for name in shown if any(part.startswith("_") for part in name.split("."))]
    missing = [name for name in shown if not _is_there(name)]

    assert ([], [], len(set(shown))) == (private, missing, len(shown))


def _is_there(name: str) -> bool:
    module, _, attribute = name.rpartition(".")
    return hasattr(importlib.import_module(module), attribute)


def test_states_are_documented() -> None:
    """Every state that a snapshot holds is on the page of states, and so is every mapping."""
    text = page("reference/states.md")
    named = {name.rpartition(".")[2] for name in DIRECTIVE.findall(text)}
    rooms = set(re.findall(r"^\| `(\w+)`", text, flags=re.MULTILINE))
    now = ct.Plan().as_of("2026-01-01")

    assert set() == {state.__name__ for state in STATES.values()} - named
    assert {name for name in dir(now) if repr(getattr(now, name)).endswith("states on 2026-01-01>")} | {
        "runway"
    } == rooms


def test_compatibility_lists_the_public_modules() -> None:
    """The page that says what is public names the modules that are."""
    said = page("compatibility.md").partition("## What is not")[0]

    assert set(PUBLIC) == set(re.findall(r"`(careertrack[\w.]*)`", said))


# --- Records -----------------------------------------------------------------------------------


@pytest.mark.parametrize("cls", [*CLASSES.values(), *PARTS], ids=lambda cls: cls.__name__)
def test_record_tables(cls: type[Base], drawn: ModuleType) -> None:
    """The table of a record has each of its fields: its meaning, its rule, and what it is when left out."""
    rows = _rows(drawn.record_table(cls))
    wanted = [field for field in cls.spec.fields if f"``{field.name}``" in {row[0] for row in rows}]
    left_out = [field.name for field in cls.spec.fields if field not in wanted]

    assert [f"``{field.name}``" for field in wanted] == [row[0] for row in rows[1:]]
    assert set() == set(left_out) - {"id", "note", "extra", "newer_fields"}
    assert [] == [row[0] for row in rows if not all(row)]
    assert [field.shape.rule for field in wanted] == [
        row[2].removesuffix(" *(personal)*") for row in rows[1:]
    ]


@pytest.mark.parametrize("cls", [*STATES.values(), RunwayState, *READ], ids=lambda cls: cls.__name__)
def test_attribute_tables(cls: type, drawn: ModuleType) -> None:
    """The table of what a caller reads has each of its attributes, with a meaning and a type."""
    rows = _rows(drawn.attrs_table(cls))
    public = [field.name for field in attrs.fields(cls) if not field.name.startswith("_")]

    assert [f"``{name}``" for name in public] == [row[0] for row in rows[1:]]
    assert [] == [row[0] for row in rows if not all(row)]


def _rows(table: list[str]) -> list[list[str]]:
    """The cells of a list-table."""
    rows: list[list[str]] = []
    for line in table:
        if line.startswith("   * - "):
            rows.append([line.removeprefix("   * - ")])
        elif line.startswith("     - "):
            rows[-1].append(line.removeprefix("     - "))
    return rows


def test_kinds_are_listed(drawn: ModuleType) -> None:
    """The page of records lists every kind, and says how many there are."""
    text = drawn.drawn(page("reference/records.md"))

    assert list(CLASSES) == re.findall(r"^\| `([a-z-]+)` \| \{py:class\}", text, flags=re.MULTILINE)
    assert f"There are {len(CLASSES)} kinds." in text


# --- Codes -------------------------------------------------------------------------------------


def test_error_codes_are_listed(drawn: ModuleType) -> None:
    """The page of errors has every code with its sentence."""
    text = drawn.drawn(page("reference/errors.md"))
    rows = dict(re.findall(r"^\| `([a-z-]+)` \| (.*?) \| ", text, flags=re.MULTILINE))

    assert dict(errors._SENTENCES) == rows


def test_rules_of_importers_are_listed() -> None:
    """The page of what importers give names every rule that one of their issues can have."""
    said = set(re.findall(r"`([a-z-]+)`", page("reference/imported.md").partition("| --- | --- |")[2]))

    assert set() == _rules_of_importers() - said
    assert {"no-name", "encoding", "too-large", "day", "not-linkedin"} <= _rules_of_importers()


def _rules_of_importers() -> set[str]:
    """The first word that is handed to whatever reports a row or refuses a file."""
    found = set[str]()
    for path in (ROOT / "src/careertrack/formats").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and _name(node.func) in REPORTERS:
                words = [each.value for each in node.args if isinstance(each, ast.Constant)]
                found.update(word for word in words[:1] if re.fullmatch("[a-z]+(-[a-z]+)*", str(word)))
    return found


def _name(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def test_findings_have_an_entry() -> None:
    """The page of findings has an entry for every code: why it matters, and what to do."""
    text = page("reference/findings.md")
    entries = re.split(r"^### ", text.partition("## The class")[0], flags=re.MULTILINE)[1:]
    complete = [
        e.partition("\n")[0] for e in entries if "**Why it matters.**" in e and "**What to do.**" in e
    ]

    assert sorted(finding.CODES) == sorted(complete)


def test_findings_have_their_severity() -> None:
    """An entry names the severity that its rule gives."""
    said = re.findall(r"^### ([a-z-]+)\n\n\*(\w+)\.\*", page("reference/findings.md"), flags=re.MULTILINE)

    assert [
        (rule.code, rule.severity.capitalize()) for rule in sorted(RULES, key=lambda rule: rule.code)
    ] == sorted(said)


def test_findings_stand_under_their_pillar() -> None:
    """The entries of a pillar are those of its rules, in the order of the sentences."""
    sections = re.split(
        r"^## ", page("reference/findings.md").partition("## The class")[0], flags=re.MULTILINE
    )
    said = {
        section.partition("\n")[0].lower(): re.findall(r"^### ([a-z-]+)$", section, flags=re.MULTILINE)
        for section in sections[1:]
    }
    pillars = {rule.code: rule.pillar for rule in RULES}

    assert {
        pillar: [code for code in finding.CODES if pillars[code] == pillar] for pillar in get_args(Pillar)
    } == said


def test_limits() -> None:
    """The page of the document gives the limits that the code has."""
    text = page("reference/document.md").partition("## Limits")[2].partition("## Versions")[0]

    assert f"| a document | {MOST_BYTES // 2**20} MiB, nested {MOST_DEEP} deep, " in text
    assert f"| an id | {LONGEST_ID} characters |" in text
    assert f"| a list | {MOST_ITEMS:,} items" in text
    assert LARGEST_INT == 2 ** int(re.findall(r"within 2\^(\d+) - 1", text)[0]) - 1
    for cls, field in ((ct.Skill, "name"), (ct.Course, "link"), (ct.Position, "story"), (ct.Skill, "note")):
        assert f"{cls.spec.by_name[field].shape.schema()['maxLength']:,}" in text


# --- README ------------------------------------------------------------------------------------


def test_readme_links_lead_somewhere() -> None:
    """Every relative link of the README leads to a file of the project."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    links = re.findall(r"\]\((?!https?:)([^)#]+)", readme)

    assert [] == [link for link in links if not (ROOT / link).is_file()]
    assert "LICENSE" in links


def test_readme_plan_has_ten_lines() -> None:
    """The plan that the README shows is ten lines to type, and has its output."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    session = readme.partition("<!-- plan -->\n\n```pycon\n")[2].partition("```\n")[0]

    assert 10 == len(re.findall(r"^(?:>>>|\.\.\.) ", session, flags=re.MULTILINE))
    assert session.splitlines()[-1].startswith("- ")
