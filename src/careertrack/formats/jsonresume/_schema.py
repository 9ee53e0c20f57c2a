"""What a JSON Resume may hold, as data: the constraints of version 1.3.1, and who checks them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from copy import deepcopy
from itertools import islice
from typing import Any, Final, NamedTuple

import attrs

from careertrack.errors import InvalidDocument, MissingExtra, shown
from careertrack.extras import optional
from careertrack.fields import path_to
from careertrack.formats.reading import row_issue

VERSION: Final = "v1.3.1"
EXTRA: Final = "jsonresume"
MOST_FAULTS: Final = 10_000  # of somebody's file; nobody looks through as many

# A field is text, unless a colon and what it is follow its name.
_BASICS: Final = "name label image email:email phone url:uri summary"
_LOCATION: Final = "address postalCode city countryCode region"
_PROFILE: Final = "network username url:uri"
_META: Final = "canonical:uri version lastModified"
_SECTIONS: Final[Mapping[str, str]] = {
    "work": "name location description position url:uri startDate:day endDate:day summary highlights:texts",
    "volunteer": "organization position url:uri startDate:day endDate:day summary highlights:texts",
    "education": "institution url:uri area studyType startDate:day endDate:day score courses:texts",
    "awards": "title date:day awarder summary",
    "certificates": "name date:day url:uri issuer",
    "publications": "name publisher releaseDate:day url:uri summary",
    "skills": "name level keywords:texts",
    "languages": "language fluency",
    "interests": "name keywords:texts",
    "references": "name reference",
    "projects": (
        "name description highlights:texts keywords:texts startDate:day endDate:day url:uri roles:texts "
        "entity type"
    ),
}
_TEXT: Final[Mapping[str, Any]] = {"type": "string"}
_SHAPES: Final[Mapping[str, Mapping[str, Any]]] = {
    "": _TEXT,
    "uri": {**_TEXT, "format": "uri"},
    "email": {**_TEXT, "format": "email"},
    "day": {"$ref": "#/definitions/iso8601"},
    "texts": {"type": "array", "items": _TEXT},
}
_DAY: Final = "[1-2][0-9]{3}-[0-1][0-9]-[0-3][0-9]|[1-2][0-9]{3}-[0-1][0-9]|[1-2][0-9]{3}"

ORDER: Final = ("$schema", "basics", *_SECTIONS, "meta")
"""The names at the top of a resume, in the order in which they are written."""


def fields(section: str) -> list[str]:
    """The names of a section's fields, in the order in which they are written."""
    return [field.partition(":")[0] for field in _SECTIONS[section].split()]


def schema() -> dict[str, Any]:
    """The JSON Schema (draft 7) of a resume: all constraints of JSON Resume 1.3.1, and none of its prose.

    >>> schema()["properties"]["work"]["items"]["properties"]["url"]
    {'type': 'string', 'format': 'uri'}
    """
    basics = _object(_BASICS)
    basics["properties"] |= {"location": _object(_LOCATION), "profiles": _list_of(_PROFILE)}
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "definitions": {"iso8601": {"type": "string", "pattern": f"^({_DAY})$"}},
        "type": "object",
        "additionalProperties": True,
        "properties": {
            "$schema": dict(_SHAPES["uri"]),
            "basics": basics,
            **{name: _list_of(declared) for name, declared in _SECTIONS.items()},
            "meta": _object(_META),
        },
    }


def _object(declared: str) -> dict[str, Any]:
    named = (field.partition(":") for field in declared.split())
    properties = {name: deepcopy(dict(_SHAPES[shape])) for name, _, shape in named}
    return {"type": "object", "additionalProperties": True, "properties": properties}


def _list_of(declared: str) -> dict[str, Any]:
    return {"type": "array", "items": _object(declared)}


# --- Checking --------------------------------------------------------------------------------------

_RULES: Final[Mapping[str, str]] = {
    "string": "text",
    "array": "a list",
    "object": "an object",
    "uri": "an address with its scheme, such as https://example.org",
    "email": "an e-mail address",
}
_DAY_RULE: Final = "a year, month or day, such as 2014, 2014-04 or 2014-04-01"
# Tabs and line ends are text; what else is below a blank, or from 7F to 9F, no reader shows.
_CONTROL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_OPTIONAL: Final = "leave it out where there is none, or while it lasts"


class Fault(NamedTuple):
    """What is wrong at a place, free of what was written there."""

    path: tuple[str | int, ...]
    rule: str
    reason: str
    hint: str = ""

    @property
    def place(self) -> str:
        """The JSON path."""
        at = "$"
        for step in self.path:
            at = f"{at}[{step}]" if isinstance(step, int) else path_to(at, step)
        return at


@attrs.frozen
class Checker:
    """Checks resumes against the schema, formats included.

    Args:
        validator: Of the optional library; made once, since making it takes longer than most checks.
    """

    validator: Any

    def sound(self, resume: Mapping[str, Any], most: int | None = None) -> tuple[dict[str, Any], list[Fault]]:
        """What of a resume keeps to the schema, and what does not.

        The schema asks for nothing to be there, so what is left without its faults is valid.
        A bad item of a section leaves ``None`` behind: the others keep their numbers.

        Args:
            resume: An object, whatever it holds.
            most: So many faults are borne; any number if left out.

        Raises:
            InvalidDocument: If there are more.
        """
        found = list(islice(self._faults(resume), None if most is None else most + 1))
        if most is not None and len(found) > most:
            raise InvalidDocument([row_issue("$", "too-many", f"breaks the schema in over {most:,} places")])
        return _without(resume, found), found

    def clean(self, resume: Mapping[str, Any], most: int | None = None) -> tuple[dict[str, Any], list[Fault]]:
        """The same, without what has control characters either."""
        left, found = self.sound(resume, most)
        control = [
            Fault(path, "control", "has control characters, and is left out") for path in _controls(left, ())
        ]
        return _without(left, control), found + control

    def _faults(self, resume: Mapping[str, Any]) -> Iterator[Fault]:
        for error in self.validator.iter_errors(resume):
            rule = _DAY_RULE if error.validator == "pattern" else _RULES[error.validator_value]
            hint = _OPTIONAL if error.validator == "pattern" or error.instance in (None, "") else ""
            reason = f"must be {rule}, got {_shown(error.instance)}"
            yield Fault(tuple(error.absolute_path), "schema", reason, hint)


def has_controls(text: str) -> bool:
    """Whether a text has control characters; tabs and line ends are none."""
    return _CONTROL.search(text) is not None


def _controls(data: Any, at: tuple[str | int, ...]) -> Iterator[tuple[str | int, ...]]:
    """The paths of texts and names that have control characters."""
    if isinstance(data, str):
        if has_controls(data):
            yield at
    elif isinstance(data, dict):
        for name, inner in data.items():
            yield from [(*at, name)] if has_controls(name) else _controls(inner, (*at, name))
    elif isinstance(data, list):
        for i, inner in enumerate(data):
            yield from _controls(inner, (*at, i))


def _without(resume: Mapping[str, Any], faults: Iterable[Fault]) -> dict[str, Any]:
    """A copy of a resume without some of its places."""
    left, lists = deepcopy(dict(resume)), list[list[Any]]()
    for fault in faults:
        *above, last = fault.path
        parent: Any = left
        for step in above:
            parent = parent[step]
        if isinstance(parent, dict):
            del parent[last]
        else:
            parent[last] = None
            lists += [parent] if len(above) > 1 else []
    for each in lists:
        each[:] = [inner for inner in each if inner is not None]
    return left


def _shown(value: object) -> str:
    """A value as an issue may show it: whatever is written in a resume is personal."""
    return shown(value, personal=value != "" and isinstance(value, str | int | float))


def checker() -> Checker:
    """Who checks resumes.

    Raises:
        MissingExtra: If the optional library is not installed, or not what it checks formats with.
    """
    jsonschema = optional(EXTRA, "jsonschema")
    draft = jsonschema.Draft7Validator
    if "uri" not in draft.FORMAT_CHECKER.checkers:
        raise MissingExtra(EXTRA, "rfc3986-validator")

    def strictly(keyword: str) -> Any:
        check = draft.VALIDATORS[keyword]

        def checked(validator: Any, rule: Any, value: Any, declared: Any) -> Iterator[Any]:
            # To Python, "$" also stands before a line's end; to JSON Schema it does not.
            if isinstance(value, str) and value.endswith("\n"):
                yield jsonschema.ValidationError("ends in a line feed")
            else:
                yield from check(validator, rule, value, declared) or ()

        return checked

    strict = jsonschema.validators.extend(draft, {name: strictly(name) for name in ("format", "pattern")})
    return Checker(strict(schema(), format_checker=draft.FORMAT_CHECKER))
