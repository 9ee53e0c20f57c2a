"""What a value names, with its paths, and the same value naming another."""

from typing import Any

import attrs
import pytest
from tests.fields.walk import HOME, Walk
from tests.records.samples import WHOLE

from careertrack.fields import Base
from careertrack.references import named_in, references, renamed


def test_references() -> None:
    """Every reference is found with its path, its kind and the id."""
    expected = [
        (".steps[0].to", "town", "york"),
        (".steps[1].to", "town", "leeds"),
        (".first.to", "town", "bath"),
        (".via", "town", "york"),
        (".past[0]", "town", "hull"),
        (".past[1]", "town", "york"),
    ]

    assert expected == list(references(HOME))
    assert expected == list(named_in(Walk, HOME.fields_to_dict(), ""))
    assert [f"$.walk{path}" for path, _, _ in expected] == [path for path, _, _ in references(HOME, "$.walk")]


@pytest.mark.parametrize(("cls", "sample"), WHOLE)
def test_names_in_short(cls: type[Base], sample: dict[str, Any]) -> None:
    """The short way to what a record names finds the same as the long one, in the same order."""
    made = cls(**sample)

    assert [(kind, id) for _, kind, id in references(made)] == list(made.named())
    assert list(references(made)) == list(named_in(cls, sample, ""))


def test_references_of_what_is_broken() -> None:
    """Of what is broken those references are found that can be read."""
    given = {"steps": [{"to": "york"}, {"to": 7}, 7], "first": 7, "via": "Y O", "past": "hull"}

    assert [(".steps[0].to", "town", "york")] == list(named_in(Walk, given, ""))


def test_renamed() -> None:
    """What names an id can be told to name another, wherever it does, once where that is a list of ids."""
    changed = attrs.evolve(HOME, **renamed(HOME, "town", "york", "hull"))

    assert ["hull", "leeds"] == [step.to for step in changed.steps]
    assert ("bath", "hull", ("hull",)) == (changed.first and changed.first.to, changed.via, changed.past)
    assert {"first"} == renamed(HOME, "town", "bath", "ely").keys()
    assert {} == renamed(HOME, "river", "york", "hull") == renamed(HOME, "town", "ely", "hull")
