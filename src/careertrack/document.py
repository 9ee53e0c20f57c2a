"""The document: JSON text to records and back; strict, complete in its faults, one canonical form."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from copy import deepcopy
from typing import Any, Final

import attrs

from careertrack.errors import InvalidDocument, InvalidValue, Issue, nearest, shown
from careertrack.fields import faults_of, path_to, schema_of, with_newer
from careertrack.ledger import Ledger, told
from careertrack.record import Record, Unreadable
from careertrack.records import CLASSES
from careertrack.shapes import Text
from careertrack.values import EMPTY, JsonObject, json_fault

VERSION: Final = "1.0"
MOST_BYTES: Final = 16 * 2**20
MOST_DEEP: Final = 64
OWNER: Final = Text(500, personal=True)

_VERSION: Final = re.compile("([0-9]{1,4})\\.([0-9]{1,4})")
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


# --- Reading text ----------------------------------------------------------------------------


class _Twice(dict[str, Any]):
    """An object of JSON in which a name stood twice."""

    names: tuple[str, ...] = ()


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) == len(pairs):
        return made
    twice = _Twice(made)
    names = [name for name, _ in pairs]
    twice.names = tuple(dict.fromkeys(name for name in names if names.count(name) > 1))
    return twice


_decode: Final = json.JSONDecoder(object_pairs_hook=_object).decode


def _refuse(code: str, **params: Any) -> InvalidDocument:
    return InvalidDocument([Issue("$", code, params)])


def decoded(content: str | bytes) -> str:
    """The text of a document: UTF-8, a byte order mark dropped, of bearable size."""
    fault: InvalidDocument | None = None
    if isinstance(content, str):
        text = content
        size = len(text) if text.isascii() else len(text.encode("utf-8", "surrogatepass"))
    else:
        size = len(content)
        try:
            text = bytes(content).decode() if size <= MOST_BYTES else ""
        except UnicodeDecodeError as error:
            is_utf16 = content[:2] in (b"\xff\xfe", b"\xfe\xff")
            hint = "it looks like UTF-16; write it as UTF-8" if is_utf16 else "write it as UTF-8"
            fault = _refuse("encoding", offset=error.start, hint=hint)
    if fault is not None:
        raise fault
    if size > MOST_BYTES:
        raise _refuse("too-large", size=size, most=MOST_BYTES)
    return text.removeprefix("\ufeff")


def parsed(content: str | bytes) -> Any:
    """The JSON of a document, objects with repeated names marked."""
    text, fault = decoded(content), None
    try:
        return _decode(text)
    except json.JSONDecodeError as error:
        fault = _refuse("json", reason=error.msg, line=error.lineno, column=error.colno)
    except RecursionError:
        fault = _refuse("depth", most=MOST_DEEP)
    except ValueError:  # Python's own limit on the digits of a whole number
        fault = _refuse("json", reason="a number has too many digits", line=1, column=1)
    raise fault


def _depth(data: Any) -> int:
    depth, level = 0, [data]
    while level:
        depth += 1
        level = [
            inner
            for outer in level
            if isinstance(outer, dict | list)
            for inner in (outer.values() if isinstance(outer, dict) else outer)
        ]
    return depth


def _repeated(data: Any, at: str) -> Iterator[Issue]:
    """Every name that stands twice in one object, with its path."""
    todo = [(at, data)]
    while todo:
        path, value = todo.pop()
        if isinstance(value, _Twice):
            for name in value.names:
                yield Issue(path_to(path, name), "duplicate-key", {"key": shown(name)})
        if isinstance(value, dict):
            todo += [(path_to(path, name), inner) for name, inner in value.items()]
        elif isinstance(value, list):
            todo += [(f"{path}[{i}]", inner) for i, inner in enumerate(value)]


# --- From JSON to records ----------------------------------------------------------------------


def read_record(given: Any, at: str, *, is_newer: bool = False) -> Record | list[Issue]:
    """A record from its JSON, or everything that is wrong with it.

    Args:
        given: The object, its kind among its fields.
        at: Its path.
        is_newer: Whether it comes from a newer minor version, whose unknown fields, kinds and
            words are kept.
    """
    if not isinstance(given, Mapping):
        return [Issue(at, "value", {"rule": "an object", "got": shown(given)})]
    repeated = list(_repeated(given, at))
    if repeated:
        return repeated
    kind = given.get("kind")
    cls = CLASSES.get(kind) if isinstance(kind, str) else None
    if cls is None:
        if is_newer and isinstance(kind, str):
            return _kept_whole(given, at)
        if "kind" not in given:
            return [Issue(f"{at}.kind", "missing", {"rule": "a kind of record, such as 'goal'"})]
        near = nearest(kind, CLASSES) if isinstance(kind, str) else ""
        return [Issue(f"{at}.kind", "unknown-kind", {"got": shown(kind), "near": near})]
    fields = {name: value for name, value in given.items() if name != "kind"}
    if is_newer:
        fault = json_fault(fields)
        if fault:
            return [Issue(at, "value", {"rule": fault, "got": shown(given)})]
        fields = with_newer(cls, fields)
    found = faults_of(cls, fields, at)
    if not found:
        return cls(**fields)
    if is_newer and all(issue.code == "word" for issue in found):
        return _kept_whole(given, at)
    return found


def _kept_whole(given: Mapping[str, Any], at: str) -> Record | list[Issue]:
    fault = json_fault(given)
    if fault:
        return [Issue(at, "value", {"rule": fault, "got": shown(given)})]
    return Unreadable(content=JsonObject(given))


def _read_records(items: list[Any], is_newer: bool) -> tuple[list[Record], list[Issue]]:
    """A record for each item of a document, and everything wrong with single ones.

    A broken one leaves a stand-in of its kind, id and day, so that no reference to it is called
    unknown.
    """
    records: list[Record] = []
    found: list[Issue] = []
    for place, item in enumerate(items):
        record = _quickly(item) or read_record(item, f"$.records[{place}]", is_newer=is_newer)
        if isinstance(record, list):
            found += record
            record = _stand_in(item)
        records.append(record)
    return records, found


def _quickly(item: Any) -> Record | None:
    """The record that an item plainly is; ``None`` asks `read_record` to look closer."""
    kind = item.get("kind") if item.__class__ is dict else None
    cls = CLASSES.get(kind) if kind.__class__ is str else None
    if cls is not None:
        fields = item.copy()
        del fields["kind"]
        try:
            return cls(**fields)
        except (InvalidValue, TypeError):
            pass
    return None


def _stand_in(item: Any) -> Record:
    fields = item if isinstance(item, dict) else {}
    named = {name: fields[name] for name in ("kind", "id", "on") if isinstance(fields.get(name), str)}
    return Unreadable(content=EMPTY if json_fault(named) else JsonObject(named))


def _version(data: Any, steps: Mapping[int, Migration]) -> tuple[dict[str, Any], str]:
    """The root object and its version, migrated to this major version; or a refusal."""
    if not isinstance(data, dict):
        raise _refuse("value", rule="an object", got=shown(data))
    version = data.get("careertrack")
    if version is None:
        raise InvalidDocument([Issue("$.careertrack", "no-version", {"reads": f"'{VERSION}'"})])
    match = _VERSION.fullmatch(version) if isinstance(version, str) else None
    major = int(match[1]) if match else -1
    ours = int(VERSION.partition(".")[0])
    if match is None or major > ours or any(step not in steps for step in range(major, ours)):
        raise InvalidDocument(
            [Issue("$.careertrack", "version", {"got": shown(version), "reads": f"{ours}.x"})]
        )
    if major < ours:
        return migrated(data, major, steps), VERSION
    return data, version


def migrated(data: dict[str, Any], major: int, steps: Mapping[int, Migration] = MIGRATIONS) -> dict[str, Any]:
    """A root object of an older major version as one of this version; what was given is left as it was."""
    for step in range(major, int(VERSION.partition(".")[0])):
        data = steps[step](deepcopy(data))
    return data


def read(content: str | bytes, steps: Mapping[int, Migration] = MIGRATIONS) -> Document:
    """A document from its text; `InvalidDocument` with every fault, each at its JSON path."""
    data = parsed(content)
    fault: InvalidDocument | None = None
    try:
        return _read(data, steps)
    except InvalidDocument as refused:
        # What is too deep is broken in some other way as well; the depth is what to mend.
        fault = (
            _refuse("depth", most=MOST_DEEP) if _depth(data) > MOST_DEEP else InvalidDocument(refused.issues)
        )
    raise fault


def _read(data: Any, steps: Mapping[int, Migration]) -> Document:
    root, version = _version(data, steps)
    is_newer = _minor(version) > _minor(VERSION)
    found = list(_repeated({n: v for n, v in root.items() if n != "records"}, "$"))
    if isinstance(root, _Twice):
        found += [Issue(path_to("$", name), "duplicate-key", {"key": shown(name)}) for name in root.names]
    owner = root.get("owner", "")
    if owner != "":
        found += OWNER.faults(owner, "$.owner")
    unknown = {name: value for name, value in root.items() if name not in _TOP}
    if not is_newer:
        found += [
            Issue(path_to("$", name), "unknown-field", {"owner": "a document", "near": nearest(name, _TOP)})
            for name in unknown
        ]
    elif fault := json_fault(unknown):
        found.append(Issue("$", "value", {"rule": fault, "got": shown(unknown)}))
    items = root.get("records")
    if not isinstance(items, list):
        found.append(Issue("$.records", "value", {"rule": "a list of records", "got": shown(items)}))
        raise InvalidDocument(found)
    records, broken = _read_records(items, is_newer)
    places = {id(record): place for place, record in enumerate(records)}
    ledger, faults = Ledger().extended(records)
    if broken:  # a stand-in is there to be found, not to be judged
        faults = [fault for fault in faults if not isinstance(fault.record, Unreadable)]
    found += broken + told(faults, lambda record: f"$.records[{places[id(record)]}]")
    if found:
        raise InvalidDocument(found)
    return Document(ledger, owner, version, JsonObject(unknown) if unknown else EMPTY)


def _minor(version: str) -> int:
    return int(version.partition(".")[2])


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


def sized(text: str) -> bytes:
    """The bytes of a document; `InvalidDocument` if they are more than a reader would take."""
    content = text.encode()
    if len(content) > MOST_BYTES:
        raise _refuse("too-large", size=len(content), most=MOST_BYTES)
    return content


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
        "$schema": "https://json-schema.org/draft/2020-12/schema",
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
