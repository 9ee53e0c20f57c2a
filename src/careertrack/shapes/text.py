"""Shapes of text: free text, ids, references, words."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any, Final

from careertrack.errors import Refused, nearest, shown
from careertrack.shapes.base import Gate, Shape
from careertrack.values import sound

LONGEST_ID: Final = 64
SLUG_PATTERN: Final = "[a-z0-9]+(?:-[a-z0-9]+)*"
_slug: Final = lru_cache(maxsize=8192)(re.compile(SLUG_PATTERN).fullmatch)

PERSON: Final = "contact"
ID_RULE: Final = "lower-case letters and digits in groups joined by '-', at most 64, such as 'data-lead'"


def shown_id(kind: str, id: object) -> str:
    """An id that nothing has, as an error may show it: given for a person's, it may be their name."""
    if not isinstance(id, str):
        return shown(id)
    return shown(id, personal=True) if kind == PERSON and not _slug(id) else id


class Text(Shape):
    """Text of 1 to ``longest`` characters, free of lone surrogates and U+0000."""

    __slots__ = ("longest",)

    def __init__(self, longest: int, *, personal: bool = False) -> None:
        super().__init__(f"text of 1 to {longest} whole characters", personal=personal)
        self.longest = longest

    def gate(self) -> Gate:
        longest = self.longest

        def keep(value: Any) -> Any:
            if value.__class__ is str and 0 < len(value) <= longest and sound(value):
                return value
            raise Refused

        return keep

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "minLength": 1, "maxLength": self.longest, "pattern": "^[^\\u0000]*$"}


class Slug(Shape):
    """An id, or an open word such as a relation: lower-case, digits, single hyphens.

    What is none and was given for a person's may be their name: it is masked where ``of_person``.
    """

    __slots__ = ("of_person",)

    def __init__(self, rule: str = ID_RULE, *, of_person: bool = False) -> None:
        super().__init__(rule)
        self.of_person = of_person

    def got(self, value: Any) -> str:
        return shown(value, personal=self.of_person)

    def gate(self) -> Gate:
        def keep(value: Any) -> Any:
            if value.__class__ is str and len(value) <= LONGEST_ID and _slug(value):
                return value
            raise Refused

        return keep

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "maxLength": LONGEST_ID, "pattern": f"^{SLUG_PATTERN}$"}


class Word(Slug):
    """An open word: any, with suggested values that tools can offer."""

    __slots__ = ("suggested",)

    def __init__(self, *suggested: str) -> None:
        super().__init__(f"a lower-case word, such as {', '.join(suggested[:4])}")
        self.suggested = suggested

    def schema(self) -> dict[str, Any]:
        return {**super().schema(), "examples": list(self.suggested)}


class Ref(Slug):
    """The id of a record of another kind, or that record itself."""

    __slots__ = ("kind",)

    def __init__(self, kind: str) -> None:
        super().__init__(f"the id of a {kind}, or the {kind} itself", of_person=kind == PERSON)
        self.kind = kind

    def gate(self) -> Gate:
        kind = self.kind

        def keep(value: Any) -> Any:
            # A record states its kind and id; what is no text and has both is taken for one.
            if value.__class__ is not str and getattr(value, "kind", None) == kind:
                value = getattr(value, "id", None)
            if value.__class__ is str and len(value) <= LONGEST_ID and _slug(value):
                return value
            raise Refused

        return keep


class Choice(Shape):
    """One word of a closed vocabulary: a `Literal`, so the type checker knows it too."""

    __slots__ = ("words",)

    def __init__(self, words: tuple[str, ...]) -> None:
        super().__init__(f"one of {', '.join(words)}")
        self.words = words

    def gate(self) -> Gate:
        known = {word: word for word in self.words}

        def keep(value: Any) -> Any:
            if value.__class__ is str:
                if value in known:
                    return known[value]
                # Its own code: a newer version may know the word.
                raise Refused("word", near=nearest(value, known))
            raise Refused

        return keep

    def schema(self) -> dict[str, Any]:
        return {"enum": list(self.words)}
