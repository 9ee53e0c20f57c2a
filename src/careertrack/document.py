"""The document: JSON to records and back; strict, complete in its faults, one canonical form."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping
from copy import deepcopy
from typing import Any, Final

import attrs

from careertrack.errors import MOST_ISSUES, InvalidDocument, Issue, nearest, shown
from careertrack.fields import path_to, schema_of, unwritable
from careertrack.ledger import Ledger
from careertrack.parsing import is_too_deep, parsed, refusal, repeated, repeated_here
from careertrack.reading import Items
from careertrack.records import CLASSES
from careertrack.shapes import Text
from careertrack.values import EMPTY, MOST_DEEP, JsonObject, canonical

VERSION: Final = "1.0"
OWNER: Final = Text(500, personal=True)

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"

_VERSION: Final = re.compile(r"(0|[1-9][0-9]{0,3})\.(0|[1-9][0-9]{0,3})")
_OURS: Final = int(VERSION.partition(".")[0])
_TOP: Final = ("careertrack", "owner", "records")

Migration = Callable[[dict[str, Any]], dict[str, Any]]
MIGRATIONS: Final[Mapping[int, Migration]] = {}  # by the major version that each starts from; 1 is the first


@attrs.frozen(eq=False, repr=False)
class Document:
    """What a document says: a ledger, whose it is, and the version that it was written in."""

    ledger: Ledger
    owner: str = ""
    version: str = VERSION
    newer_fields: JsonObject = EMPTY


def joined(one: Document, other: Document) -> Document:
    """The first of two documents, in the newer of their versions and with the newer fields of both.

    Of two values of one field the greater is kept, so that it does not matter which comes first.
    """
    fields = {
        name: max(
            (each[name] for each in (one.newer_fields, other.newer_fields) if name in each), key=canonical
        )
        for name in {**one.newer_fields, **other.newer_fields}
    }
    version = max(one.version, other.version, key=lambda version: [int(part) for part in version.split(".")])
    return attrs.evolve(one, version=version, newer_fields=JsonObject(fields) if fields else EMPTY)


# --- From text to records --------------------------------------------------------------------------


def _version(data: Any) -> tuple[int, int]:
    """The version of a root object, or a refusal."""
    if not isinstance(data, dict):
        raise refusal("value", rule="an object", got=shown(data))
    version = data.get("careertrack")
    if version is None:
        raise InvalidDocument([Issue("$.careertrack", "no-version", {"reads": f"'{VERSION}'"})])
    match = _VERSION.fullmatch(version) if isinstance(version, str) else None
    if match is None:
        raise _other_version(version)
    return int(match[1]), int(match[2])


def _other_version(version: object) -> InvalidDocument:
    return InvalidDocument(
        [Issue("$.careertrack", "version", {"got": shown(version), "reads": f"{_OURS}.x"})]
    )


def migrated(data: dict[str, Any], steps: Mapping[int, Migration] = MIGRATIONS) -> dict[str, Any]:
    """A root object of an older major version as one of this version; one of this version as it is.

    What was given is left as it was, whatever a step does or raises.

    Raises:
        InvalidDocument: If there is no step from its version on, or one of them fails.
    """
    major, _ = _version(data)
    while major < _OURS:
        if is_too_deep(data):
            raise refusal("depth", most=MOST_DEEP)
        if major not in steps:
            raise _other_version(data["careertrack"])
        fault: InvalidDocument | None = None
        try:
            data = {**steps[major](deepcopy(data)), "careertrack": f"{major + 1}.0"}
        except InvalidDocument:
            raise
        except Exception as error:
            facts = {"version": shown(data["careertrack"]), "reason": type(error).__name__}
            fault = InvalidDocument([Issue("$", "migration", facts)])
        if fault is not None:  # outside, so that nothing personal stays in __context__
            raise fault
        major += 1
    return data


def read(content: str | bytes, steps: Mapping[int, Migration] = MIGRATIONS) -> Document:
    """A document from its text; `InvalidDocument` with every fault, each at its JSON path."""
    data = parsed(content)
    try:
        return _read(data, steps)
    except InvalidDocument as refused:
        # What is too deep is broken in some other way as well; the depth is what to mend.
        issues = [Issue("$", "depth", {"most": MOST_DEEP})] if is_too_deep(data) else refused.issues
    raise InvalidDocument(issues)


def _read(data: Any, steps: Mapping[int, Migration]) -> Document:
    major, minor = _version(data)
    if major > _OURS:
        raise _other_version(data["careertrack"])
    if major < _OURS:
        _refuse_any(list(repeated(data, "$")))  # now, since a step would lose the marks
        data, minor = migrated(data, steps), 0
    is_newer = minor > int(VERSION.partition(".")[2])
    if is_newer and is_too_deep(data):  # nothing else need be wrong where anything is kept
        raise refusal("depth", most=MOST_DEEP)
    others = {name: value for name, value in data.items() if name not in _TOP}
    found = _faults_of_root(data, others, is_newer)
    given = data.get("records")
    if not isinstance(given, list):
        found.append(Issue("$.records", "value", {"rule": "a list of records", "got": shown(given)}))
        raise InvalidDocument(found)
    items = Items()
    items.read(given, is_newer=is_newer)
    if len(items.found) >= MOST_ISSUES:
        raise InvalidDocument(found + items.found)
    ledger, faults = Ledger().extended(items.records)
    _refuse_any(found + items.told(ledger, faults))
    newer = JsonObject(others) if others else EMPTY
    return Document(ledger, data.get("owner", ""), data["careertrack"], newer)


def _refuse_any(found: list[Issue]) -> None:
    if found:
        raise InvalidDocument(found)


def _faults_of_root(root: dict[str, Any], others: dict[str, Any], is_newer: bool) -> list[Issue]:
    """What is wrong with a root object, its records aside."""
    found = [*repeated_here(root, "$")]
    found += repeated({name: value for name, value in root.items() if name != "records"}, "$")
    owner = root.get("owner", "")
    if owner != "":
        found += OWNER.faults(owner, "$.owner")
    if not is_newer:
        facts = [(name, {"owner": "a document", "near": nearest(name, _TOP)}) for name in others]
        found += [Issue(path_to("$", name), "unknown-field", fact) for name, fact in facts]
    elif not found:
        found += unwritable(others, "$")
    return found


# --- From records to text ------------------------------------------------------------------------

_encode: Final = json.JSONEncoder(
    ensure_ascii=False, allow_nan=False, check_circular=False, separators=(", ", ": ")
).encode


def write(document: Document) -> str:
    """The one canonical text of a document: a record a line, ending in a line feed."""
    head = {"careertrack": document.version, "owner": document.owner, **document.newer_fields}
    lines = [_encode(record.to_dict()) for record in document.ledger.records]
    records = "\n" + ",\n".join(lines) + "\n" if lines else ""
    return f'{_encode(head)[:-1]}, "records": [{records}]}}\n'


# --- Schema ----------------------------------------------------------------------------------------


def schema_of_kind(kind: str) -> dict[str, Any]:
    """The JSON Schema of one kind of record."""
    cls = CLASSES[kind]
    schema = schema_of(cls)
    schema["properties"] = {"kind": {"const": kind}, **schema["properties"]}
    schema["required"] = ["kind", *schema.get("required", ())]
    return schema


def schema_of_document(kinds: Iterable[str] = CLASSES) -> dict[str, Any]:
    """The JSON Schema of a whole document."""
    return {
        "$schema": DIALECT,
        "title": f"careertrack document, version {VERSION}",
        "type": "object",
        "properties": {
            "careertrack": {"const": VERSION},
            "owner": {"anyOf": [{"const": ""}, OWNER.schema()]},
            "records": {"type": "array", "items": {"oneOf": [{"$ref": f"#/$defs/{kind}"} for kind in kinds]}},
        },
        "required": ["careertrack", "records"],
        "additionalProperties": False,
        "$defs": {kind: schema_of_kind(kind) for kind in kinds},
    }
