"""From text to plain JSON data: of bearable size and depth, no name twice, faults where they stand."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any, Final

from careertrack.errors import InvalidDocument, Issue, shown
from careertrack.fields import path_to
from careertrack.values import MOST_DEEP

MOST_BYTES: Final = 16 * 2**20
ENOUGH_DIGITS: Final = 600  # of a whole number: too large for any field, and no work to read


def refusal(code: str, **params: Any) -> InvalidDocument:
    """A document refused as a whole."""
    return InvalidDocument([Issue("$", code, params)])


def decoded(content: str | bytes) -> str:
    """The text of a document: UTF-8, a byte order mark dropped, of bearable size."""
    if isinstance(content, str):
        _bear(len(content) if content.isascii() else len(content.encode("utf-8", "surrogatepass")))
        return content.removeprefix("\ufeff")
    _bear(len(content))
    try:
        return bytes(content).decode().removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        is_utf16 = content[:2] in (b"\xff\xfe", b"\xfe\xff")
        hint = "it looks like UTF-16; write it as UTF-8" if is_utf16 else "write it as UTF-8"
        fault = refusal("encoding", offset=error.start, hint=hint)
    raise fault  # outside, so that the text does not stay in __context__


def sized(text: str) -> bytes:
    """The bytes of a document; `InvalidDocument` if they are more than a reader would take."""
    content = text.encode()
    _bear(len(content))
    return content


def _bear(size: int) -> None:
    if size > MOST_BYTES:
        raise refusal("too-large", size=size, most=MOST_BYTES)


class Twice(dict[str, Any]):
    """An object of JSON in which a name stood twice."""

    names: tuple[str, ...] = ()


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) == len(pairs):
        return made
    twice = Twice(made)
    twice.names = tuple(name for name, times in Counter(name for name, _ in pairs).items() if times > 1)
    return twice


def _cut(digits: str) -> int:
    return int(digits[:ENOUGH_DIGITS])


decode: Final = json.JSONDecoder(object_pairs_hook=_object).decode
decode_cutting: Final = json.JSONDecoder(object_pairs_hook=_object, parse_int=_cut).decode


def parsed(content: str | bytes) -> Any:
    """The JSON of a document, objects with repeated names marked."""
    text = decoded(content)
    try:
        try:
            return decode(text)
        except json.JSONDecodeError:
            raise
        except ValueError:  # Python reads no more than so many digits of a whole number
            return decode_cutting(text)
    except json.JSONDecodeError as error:
        fault = refusal("json", reason=error.msg, line=error.lineno, column=error.colno)
    except RecursionError:
        fault = refusal("depth", most=MOST_DEEP)
    raise fault  # outside, so that the text does not stay in __context__


def is_too_deep(data: Any) -> bool:
    """Whether lists and objects stand in one another more than 64 deep."""
    level = [data]
    for _ in range(MOST_DEEP):
        level = [
            inner
            for outer in level
            if isinstance(outer, dict | list)
            for inner in (outer.values() if isinstance(outer, dict) else outer)
        ]
    return any(isinstance(inner, dict | list) for inner in level)


def repeated_here(data: Any, at: str) -> Iterator[Issue]:
    """Every name that stands twice in an object itself, with its path."""
    if isinstance(data, Twice):
        for name in data.names:
            yield Issue(path_to(at, name), "duplicate-key", {"key": shown(name)})


def repeated(data: Any, at: str) -> Iterator[Issue]:
    """Every name that stands twice in an object, or in one inside of it, with its path."""
    todo = [(at, data)]
    while todo:
        path, value = todo.pop()
        yield from repeated_here(value, path)
        if isinstance(value, dict):
            todo += [(path_to(path, name), value[name]) for name in reversed(value)]
        elif isinstance(value, list):
            todo += [(f"{path}[{i}]", value[i]) for i in reversed(range(len(value)))]
