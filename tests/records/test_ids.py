"""Ids made from names, and ids that are given."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.records.samples import SAMPLES

import careertrack as ct
from careertrack.record import Definition
from careertrack.records import CLASSES

ID = re.compile("[a-z0-9]+(-[a-z0-9]+)*")


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("SQL", "sql"),
        ("Data lead (EMEA)", "data-lead-emea"),
        ("C++", "c-plus-plus"),
        ("C#", "c-sharp"),
        ("C", "c"),
        ("F# & Notepad++ 7.5", "f-sharp-notepad-plus-plus-7-5"),
        ("Résumé", "resume"),
        ("Café Zoë", "cafe-zoe"),
        ("ÉCOLE", "ecole"),
        ("e\u0301cole", "ecole"),  # the accent as a character of its own
        ("R&D", "r-d"),
        ("  --Go--  ", "go"),
        ("snake_case", "snake-case"),
        ("SQL 数据", "sql"),
        ("ﬁnance", "finance"),
        ("½ day", "12-day"),
        ("-", None),
        ("数据", None),
        ("Ελλάδα", None),
        ("***", None),
        ("😀", None),
        ("a" * 64, "a" * 64),
        ("a" * 65, "a" * 64),  # one word: nowhere to cut but within
        ("a" * 60 + " bcd", "a" * 60 + "-bcd"),  # 64
        ("a" * 60 + " bcde", "a" * 60),
        ("a" * 64 + " b", "a" * 64),
        ("a" * 63 + " b", "a" * 63),
        ("ab " * 100, "-".join(["ab"] * 21)),
        ("+" * 40, "-".join(["plus"] * 13)),
    ],
)
def test_from_a_name(name: str, id: str | None) -> None:
    """An id is what a name leaves in lower-case letters, digits and single hyphens, cut at 64."""
    if id is None:
        with pytest.raises(ct.InvalidValue) as caught:
            ct.Skill(name=name)
        expected = ct.Issue("Skill.id", "no-id", {"got": f"name {name!a}"})

        assert (expected,) == caught.value.issues
        assert "give one, such as id='my-own'" == expected.hint
    else:
        assert id == ct.Skill(name=name).id


@given(st.text(min_size=1, max_size=500))
def test_any_name(name: str) -> None:
    """Whatever the name, its id is sound, or there is none to be had."""
    codes = {issue.code for issue in ct.issues({"kind": "skill", "name": name})}
    made = "none" if codes else ct.Skill(name=name).id

    assert codes in (set(), {"no-id"}, {"value"})
    assert ID.fullmatch(made)
    assert 64 >= len(made)
    assert made == ct.Skill(name=made).id


def test_given_ids_are_kept() -> None:
    """An id that is given is kept, whatever the name."""
    assert "my-sql" == ct.Skill(id="my-sql", name="SQL").id
    assert "sql-2" == ct.Skill(id="sql-2", name="数据").id


def test_none_is_as_left_out() -> None:
    """None for an id is as if it were left out."""
    assert ct.Skill(name="SQL") == ct.Skill(id=None, name="SQL")


@pytest.mark.parametrize("id", ["", "SQL", "s q l", "sql-", "数据", "a" * 65])
def test_outside_the_grammar(id: str) -> None:
    """An id outside its grammar is told as that, also where the name would give one."""
    with pytest.raises(ct.InvalidValue) as caught:
        ct.Skill(id=id, name="SQL")

    assert [("Skill.id", "value")] == [(issue.path, issue.code) for issue in caught.value.issues]


@pytest.mark.parametrize(
    ("cls", "source"),
    [
        (ct.Skill, "name"),
        (ct.Organization, "name"),
        (ct.Event, "title"),
        (ct.Role, "title"),
        (ct.Course, "title"),
        (ct.Position, "title"),
        (ct.Goal, "title"),
        (ct.Transition, "title"),
        (ct.Evidence, "title"),
    ],
)
def test_what_gives_an_id(cls: type[Definition], source: str) -> None:
    """A definition takes its id from its name or title."""
    given = SAMPLES[cls][0] | {source: "C++ and C#", "id": None}

    assert "c-plus-plus-and-c-sharp" == cls(**given).id


@pytest.mark.parametrize("cls", [ct.Contact, ct.Setback, ct.Commitment, ct.Routine, ct.Cadence])
def test_what_gives_none(cls: type[Definition]) -> None:
    """Where the words are private, or there are none, no id is made: never from a person's name."""
    given = {name: value for name, value in SAMPLES[cls][0].items() if name != "id"}
    with pytest.raises(ct.InvalidValue) as caught:
        cls(**given)

    assert [(f"{cls.__name__}.id", "missing")] == [(issue.path, issue.code) for issue in caught.value.issues]


def test_every_definition_is_of_one_sort() -> None:
    """Only the kinds above take an id from a field."""
    named = {kind for kind, cls in CLASSES.items() if cls.id_from is not None}
    expected = {
        "skill",
        "organization",
        "event",
        "role",
        "course",
        "position",
        "goal",
        "transition",
        "evidence",
    }

    assert expected == named


def test_a_title_that_may_be_left_out() -> None:
    """Where the title may be left out, one of title and id is needed."""
    with pytest.raises(ct.InvalidValue) as caught:
        ct.Position(organization="Initech")

    assert [("Position.id", "no-id")] == [(issue.path, issue.code) for issue in caught.value.issues]
    assert "first-job" == ct.Position(id="first-job", organization="Initech").id


def test_a_broken_name_is_told_once() -> None:
    """Where the name is at fault the id is not told as well."""
    for name in ("", 7, None, "a\0b"):
        with pytest.raises(ct.InvalidValue) as caught:
            ct.Skill(name=name)  # type: ignore[arg-type]

        assert ["Skill.name"] == [issue.path for issue in caught.value.issues]


def test_facts_have_none() -> None:
    """A fact has an id only where one is given."""
    assert ct.Pause(on="2026-01-05", until="2026-01-06").id is None
    assert "rest" == ct.Pause(id="rest", on="2026-01-05", until="2026-01-06").id
