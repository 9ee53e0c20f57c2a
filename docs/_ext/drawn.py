"""What the pages say and the code knows better: tables drawn from the declarations when the pages are built.

No Sphinx at import, so the tests can read it too.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from typing import Any

import attrs

from careertrack import errors
from careertrack.fields import Base
from careertrack.pillars import finding
from careertrack.record import Fact
from careertrack.records import CLASSES

COMMON = ("note", "extra", "newer_fields")  # said once, at the top of the page of records
PUBLIC = ("careertrack", "careertrack.page", "careertrack.extending", "careertrack.formats")
BASES = ("Record", "Definition", "Timeless", "Dated", "Fact")
_SECTION = re.compile(r"^(Args|Returns|Raises|Source):$")
_ENTRY = re.compile(r"^    ([a-z_]+): (.*)$")
_PRIVATE = re.compile(r", _\w+: [^,()]+(?=[,)])")
_MARK = re.compile(r"^<!-- drawn: ([a-z-]+) -->$", flags=re.MULTILINE)


# --- Docstrings --------------------------------------------------------------------------------


def meanings(cls: type) -> dict[str, str]:
    """What the docstrings of a class and of its bases say of each field."""
    said: dict[str, str] = {}
    for base in reversed(cls.__mro__):
        said |= _entries(inspect.cleandoc(vars(base).get("__doc__") or "").splitlines())
    return said


def _entries(lines: list[str]) -> dict[str, str]:
    said: dict[str, str] = {}
    inside, last = False, ""
    for line in lines:
        entry = _ENTRY.match(line) if inside else None
        if line and not line.startswith(" "):
            inside = line == "Args:"
        elif entry:
            last = entry[1]
            said[last] = entry[2]
        elif inside and last and line.strip():
            said[last] += " " + line.strip()
    return said


def without_args(lines: list[str]) -> list[str]:
    """A docstring without its section of arguments."""
    kept, inside = [], False
    for line in lines:
        if line and not line.startswith(" "):
            inside = line == "Args:"
        if not inside:
            kept.append(line)
    return kept


# --- Tables of fields, as reStructuredText -----------------------------------------------------


def record_table(cls: type[Base]) -> list[str]:
    """A row for each field of a record or a part of one: what it means, what it takes, its default."""
    said = {"id": "What other records name it by"} | meanings(cls)
    rows = []
    for field in cls.spec.fields:
        if field.name in COMMON or (field.name == "id" and issubclass(cls, Fact)):
            continue
        given = _default(cls, field.name, field.required, field.default)
        rule = field.shape.rule + (" *(personal)*" if field.shape.personal else "")
        rows.append((f"``{field.name}``", said.get(field.name, "").rstrip("."), rule, given))
    return list(_table(("Field", "What it says", "Takes", "When left out"), (16, 34, 34, 16), rows))


def _default(cls: type[Base], name: str, required: bool, default: Any) -> str:
    if required:
        return "**required**"
    if name == "id":
        return f"made from ``{cls.id_from}``" if cls.id_from else "**required**"
    if default is None or default == ():
        return "none"
    return f"``{default:g}``" if isinstance(default, float) else f"``{default}``"


def attrs_table(cls: type) -> list[str]:
    """A row for each attribute of a class that the library makes and a caller reads."""
    said = meanings(cls)
    rows = [
        (f"``{field.name}``", said.get(field.name, "").rstrip("."), f"``{_plain(field.type)}``")
        for field in attrs.fields(cls)
        if not field.name.startswith("_")
    ]
    return list(_table(("Attribute", "What it says", "Type"), (20, 46, 34), rows))


def _plain(hint: Any) -> str:
    text = hint if isinstance(hint, str) else inspect.formatannotation(hint)
    return re.sub(r"\b(?:careertrack|datetime|collections|typing)\.(?:\w+\.)*(?=\w)", "", text)


def _table(heads: tuple[str, ...], widths: tuple[int, ...], rows: list[tuple[str, ...]]) -> Iterator[str]:
    if not rows:
        return
    yield ""
    yield ".. list-table::"
    yield "   :header-rows: 1"
    yield f"   :widths: {' '.join(map(str, widths))}"
    yield "   :class: fields"
    yield ""
    for row in (heads, *rows):
        for place, cell in enumerate(row):
            yield f"   {'* -' if place == 0 else '  -'} {cell}"
    yield ""


# --- Tables of a page, as Markdown ---------------------------------------------------------------


def _codes() -> str:
    lines = ["| code | sentence | hint |", "| --- | --- | --- |"]
    for code, sentence in errors._SENTENCES.items():
        hint = errors._HINTS.get(code, "")
        lines.append(f"| `{code}` | {sentence} | {hint} |")
    return "\n".join(lines)


def _kinds() -> str:
    """The kinds in the order that a plan has them in within a day."""
    lines = ["| kind | class | what it says |", "| --- | --- | --- |"]
    for kind, cls in CLASSES.items():
        first = (cls.__doc__ or "").partition("\n")[0]
        lines.append(f"| `{kind}` | {{py:class}}`~careertrack.{cls.__name__}` | {first} |")
    return "\n".join(lines)


def _findings() -> str:
    """Every finding with its sentence, leading to what the page says of it."""
    lines = ["| code | sentence |", "| --- | --- |"]
    lines += [f"| [`{code}`](#{code}) | {sentence} |" for code, sentence in finding._SENTENCES.items()]
    return "\n".join(lines)


def _strategies() -> str:
    """The strategy of each kind of record, in the order of the kinds."""
    from careertrack import strategies  # needs Hypothesis

    named = {getattr(strategies, name).__doc__.split()[1].strip(","): name for name in strategies.__all__}
    lines = ["| strategy | records |", "| --- | --- |"]
    lines += [
        f"| `{named[cls.__name__]}(**fields)` | {{py:class}}`~careertrack.{cls.__name__}` |"
        for cls in CLASSES.values()
    ]
    return "\n".join(lines)


DRAWINGS: Mapping[str, Callable[[], str]] = {
    "codes": _codes,
    "findings": _findings,
    "kinds": _kinds,
    "strategies": _strategies,
}


def drawn(markdown: str) -> str:
    """A page with each mark replaced by the table that it names."""
    return _MARK.sub(lambda mark: DRAWINGS[mark[1]](), markdown)


# --- Where Sphinx asks ---------------------------------------------------------------------------


def on_source(app: Any, docname: str, source: list[str]) -> None:
    """Fill in a page's tables."""
    source[0] = drawn(source[0])


def on_docstring(app: Any, what: str, name: str, value: Any, options: Any, lines: list[str]) -> None:
    """Put a table where a docstring of a class lists its fields; before napoleon reads the section."""
    if what == "property":
        lines[:0] = ["..", ""]  # an empty comment, else napoleon takes what stands before a colon for a type
    if what != "class" or not attrs.has(value):
        return
    if issubclass(value, Base):
        table = [] if value.__name__ in BASES else record_table(value)
    elif _has_own_init(value):
        return
    else:
        table = attrs_table(value)
    kept = without_args(list(lines))
    # After the summary and what belongs to it, before the sections and the example.
    at = next((i for i, line in enumerate(kept) if _SECTION.match(line) or line.startswith(">>>")), len(kept))
    lines[:] = [*kept[:at], *table, *kept[at:]]


def on_signature(
    app: Any, what: str, name: str, value: Any, options: Any, signature: str, returns: str
) -> tuple[str, str | None] | None:
    """No signature for a class whose fields have a table, and no private parameter for a function."""
    if what == "class" and isinstance(value, type) and attrs.has(value) and not _has_own_init(value):
        return "", None
    if signature and "_" in signature:
        return _PRIVATE.sub("", signature), returns
    return None


def _has_own_init(cls: type) -> bool:
    """Whether its constructor was written by hand, so that the signature is the thing to read."""
    return not issubclass(cls, Base) and cls.__init__.__code__.co_filename.endswith(".py")


def on_missing(app: Any, env: Any, node: Any, contnode: Any) -> Any:
    """A public name without its module leads to where it is documented."""
    if node.get("refdomain") != "py":
        return None
    name = node["reftarget"].rpartition(".")[2]
    name = {"Moment": "Snapshot"}.get(name, name)  # what callers have of the one is the other
    home = "careertrack.record" if name in BASES else next((m for m in PUBLIC if name in _all(m)), None)
    if home is None:
        return None
    target = f"{home}.{name}"
    domain = env.get_domain("py")
    return domain.resolve_xref(env, node["refdoc"], app.builder, "obj", target, node, contnode)


def _all(module: str) -> list[str]:
    return list(import_module(module).__all__)


def setup(app: Any) -> dict[str, bool]:
    """Register with Sphinx."""
    app.connect("source-read", on_source)
    app.connect("autodoc-process-docstring", on_docstring, priority=400)
    app.connect("autodoc-process-signature", on_signature)
    app.connect("missing-reference", on_missing)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
