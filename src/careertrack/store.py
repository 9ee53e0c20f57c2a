"""Plans as text, files and plain data: the doors to the document."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from typing import Any

from careertrack.document import DIALECT, read, schema_of_document, schema_of_kind
from careertrack.errors import InvalidDocument, InvalidValue, Issue, nearest, shown
from careertrack.parsing import MOST_BYTES
from careertrack.plan import Plan, a_plan
from careertrack.reading import read_record
from careertrack.record import Record
from careertrack.records import CLASSES

__all__ = ["dumps", "from_dict", "issues", "json_schema", "load", "loads", "save", "to_dict"]


def loads(text: str | bytes) -> Plan:
    """A plan from the text of its document.

    Args:
        text: JSON as text, or as bytes in UTF-8.

    Raises:
        InvalidDocument: With every fault, each at its JSON path.

    >>> import careertrack as ct
    >>> ct.loads('{"careertrack": "1.0", "owner": "Ada", "records": [{"kind": "skill", "name": "SQL"}]}')
    <Plan of 1 record>
    """
    return Plan._of(read(text))


def dumps(plan: Plan) -> str:
    """The canonical text of a plan: equal plans give equal text.

    Raises:
        InvalidDocument: If it is more than `loads` would take.

    >>> import careertrack as ct
    >>> print(ct.dumps(ct.Plan("Ada") + ct.Skill(name="SQL")), end="")
    {"careertrack": "1.0", "owner": "Ada", "records": [
    {"kind": "skill", "id": "sql", "name": "SQL"}
    ]}
    """
    a_plan(plan)
    return plan._bytes().decode()


def load(path: str | os.PathLike[str]) -> Plan:
    """A plan from a file.

    Raises:
        InvalidDocument: With every fault, each at its JSON path.
        OSError: If the file cannot be read.
    """
    with open(path, "rb") as file:
        return loads(file.read(MOST_BYTES + 1))


def save(plan: Plan, path: str | os.PathLike[str], *, expecting: str | None = None) -> None:
    """Write a plan to a file, whole or not at all.

    It is written beside the target, flushed to disk and renamed over it, so that a crash at any
    moment leaves the old file or the new one.  A link is written through; the file's mode is kept.

    Args:
        plan: The plan.
        path: The file.
        expecting: The digest (`Plan.digest`) of what the file should hold, so that what somebody
            else wrote meanwhile is not lost; an empty text if there should be no file yet.

    Raises:
        InvalidDocument: If the file holds something else than expected, or the plan is too large.
        OSError: If it cannot be written; the file is then as it was, or the new one where only
            the flushing of its folder failed.
    """
    a_plan(plan)
    content = plan._bytes()
    target = os.path.realpath(path)
    # A name of its own for each attempt: what a crash left behind is in nobody's way.
    beside = f"{target}.{os.urandom(8).hex()}.new"
    with _folder(os.path.dirname(target)) as flush:
        try:
            _write(beside, content, like=target)
            if expecting is not None:
                _expect(target, expecting)
            os.replace(beside, target)
        except BaseException:
            with suppress(OSError):
                os.unlink(beside)
            raise
        flush()


def _write(path: str, content: bytes, *, like: str) -> None:
    """Write a new file to the disk, of the same mode as another if that is there."""
    with open(path, "xb") as file:
        if os.path.exists(like):  # first, so that nobody reads it who could not read the other
            os.chmod(path, os.stat(like).st_mode & 0o7777)
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _expect(target: str, digest: str) -> None:
    from hashlib import file_digest

    found = ""
    if os.path.exists(target):
        with open(target, "rb") as file:
            found = file_digest(file, "sha256").hexdigest()
    if found != digest:
        params = {"found": found or "no file", "expected": shown(digest)}
        raise InvalidDocument([Issue("$", "changed", params)])


@contextmanager
def _folder(path: str) -> Iterator[Callable[[], None]]:
    """A folder that no other saver comes between looking and renaming in; and what flushes it.

    Flushing it makes the renaming itself last through a crash.  Where the system has no such
    locks, nothing is locked; where it cannot open a folder, nothing is flushed.
    """
    if os.name != "posix":
        yield lambda: None
        return
    import fcntl

    handle = os.open(path, os.O_RDONLY)
    try:
        with suppress(OSError):
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield lambda: os.fsync(handle)
    finally:
        os.close(handle)


def to_dict(record: Record) -> dict[str, Any]:
    """A record as plain JSON data: its kind, then its fields in a fixed order, defaults left out.

    >>> import careertrack as ct
    >>> ct.to_dict(ct.Skill(name="SQL", top=5))
    {'kind': 'skill', 'id': 'sql', 'name': 'SQL', 'top': 5}
    """
    return record.to_dict()


def from_dict(mapping: Mapping[str, Any]) -> Record:
    """A record from plain JSON data.

    Raises:
        InvalidValue: With every broken field, each at its JSON path.

    >>> import careertrack as ct
    >>> ct.from_dict({"kind": "skill", "name": "SQL"})
    Skill(id='sql', name='SQL')
    """
    made = read_record(mapping, "$")
    if isinstance(made, Record):
        return made
    raise InvalidValue(made)


def issues(mapping: Mapping[str, Any]) -> tuple[Issue, ...]:
    """What is wrong with a record as plain data, for a form; never raises.

    >>> import careertrack as ct
    >>> [issue.path for issue in ct.issues({"kind": "skill", "name": "", "top": 0})]
    ['$.name', '$.top']
    """
    made = read_record(mapping, "$")
    return () if isinstance(made, Record) else tuple(made)


def json_schema(kind: str | None = None) -> dict[str, Any]:
    """The JSON Schema (2020-12) of a document, or of one kind of record.

    Args:
        kind: The kind, such as ``"goal"``; the whole document when left out.

    Raises:
        InvalidValue: If there is no such kind.

    >>> import careertrack as ct
    >>> ct.json_schema("skill")["required"]
    ['kind', 'name']
    """
    if kind is None:
        return schema_of_document()
    if str(kind) not in CLASSES:
        params = {"got": shown(kind), "near": nearest(str(kind), CLASSES)}
        raise InvalidValue([Issue("kind", "unknown-kind", params)])
    return {"$schema": DIALECT, **schema_of_kind(kind)}
