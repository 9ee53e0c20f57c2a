"""Resumes for tests: built from the schema, so that each is valid, and broken in one place after that."""

from collections.abc import Iterator
from typing import Any

from hypothesis import strategies as st

Path = tuple[str | int, ...]

DAYS = ("2014", "2014-04", "2014-04-01", "2024-02", "2999-12-31", "2014-19", "2014-02-30")
LINKS = ("https://example.org", "http://example.org/a?b=c#d", "mailto:ada@example.org", "urn:x")
WORDS = st.sampled_from(["", "Ada", "a\n- b", "- a", "SQL, Python", ", ", "Freelance", "  ", "x" * 501])
JUNK = (
    st.none()
    | st.booleans()
    | st.integers(-5, 5)
    | st.sampled_from(["", "no", "2014\n", [], {}, [1], {"a": 1}])
)


def valid(schema: dict[str, Any], texts: st.SearchStrategy[str]) -> st.SearchStrategy[Any]:
    """Whatever a part of the schema of a resume allows, with some names that it does not know."""
    return _valid(schema, schema["definitions"], texts)


def _valid(part: dict[str, Any], definitions: Any, texts: st.SearchStrategy[str]) -> st.SearchStrategy[Any]:
    if "$ref" in part:
        return st.sampled_from(DAYS)
    if part["type"] == "array":
        return st.lists(_valid(part["items"], definitions, texts), max_size=3)
    if part["type"] == "object":
        known = {name: _valid(inner, definitions, texts) for name, inner in part["properties"].items()}
        return st.fixed_dictionaries({}, optional={**known, "x-own": texts | st.lists(texts, max_size=2)})
    return {None: texts, "uri": st.sampled_from(LINKS), "email": st.just("ada@example.org")}[
        part.get("format")
    ]


def nodes(data: Any, at: Path = ()) -> Iterator[tuple[Path, Any]]:
    """Every value in a resume, with its path; the resume itself is none."""
    inner = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for step, value in inner:
        yield (*at, step), value
        yield from nodes(value, (*at, step))


def leaves(data: Any) -> list[tuple[Path, Any]]:
    """Every value in a resume that holds no other, blank ones aside."""
    return [
        (path, value) for path, value in nodes(data) if not isinstance(value, dict | list) and value != ""
    ]


def put(data: Any, path: Path, value: Any) -> None:
    """Put another value in a place."""
    for step in path[:-1]:
        data = data[step]
    data[path[-1]] = value


def marked(data: Any, known: tuple[str, ...] = (*DAYS, *LINKS, "ada@example.org", "")) -> Any:
    """A resume in which each text ends in a number of its own."""
    for i, (path, value) in enumerate(list(nodes(data))):
        if isinstance(value, str) and value not in known:
            put(data, path, f"{value}<{i}>")
    return data


def written(path: Path) -> str:
    """A path as issues have it."""
    steps = (
        f"[{step}]" if isinstance(step, int) else f".{step}" if step.isidentifier() else f"[{step!r}]"
        for step in path
    )
    return "$" + "".join(steps)
