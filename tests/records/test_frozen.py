"""Records are values: frozen, hashable, equal by what they say."""

import copy
import pickle
from typing import Any

import attrs
import pytest
from tests.records.samples import SAMPLES, WHOLE, sample_with

import careertrack as ct
from careertrack.fields import Base
from careertrack.record import Fact, Part, Record, Unreadable
from careertrack.values import JsonObject

GRANDER = {"kind": "goal", "id": "apply", "on": "2026-01-05", "grandeur": [1]}


@pytest.mark.parametrize(("cls", "sample"), WHOLE)
def test_equal_by_content(cls: type[Base], sample: dict[str, Any]) -> None:
    """Two made alike are equal, hash alike and are one in a set."""
    one, other = cls(**sample), cls(**sample)

    assert one == other
    assert hash(one) == hash(other)
    assert 1 == len({one, other})


@pytest.mark.parametrize(("cls", "sample"), WHOLE)
def test_every_field_counts(cls: type[Base], sample: dict[str, Any]) -> None:
    """Two that differ in one field differ."""
    made = cls(**sample)
    for name in sample:
        field = cls.spec.by_name[name]
        if field.required or getattr(made, name) == field.default:
            continue
        changed = cls.__new__(cls)
        for each in cls.spec.by_name:
            object.__setattr__(changed, each, field.default if each == name else getattr(made, each))

        assert made != changed, name


@pytest.mark.parametrize(("cls", "sample"), WHOLE)
def test_pickled_and_copied(cls: type[Base], sample: dict[str, Any]) -> None:
    """A value comes out of a pickle or a copy equal, and no newer than it was."""
    made = cls(**sample)
    for back in (pickle.loads(pickle.dumps(made)), copy.deepcopy(made), copy.copy(made)):
        assert made == back
        assert not (isinstance(back, Record) and back.says_newer())
        assert made.fields_to_dict() == back.fields_to_dict()


@pytest.mark.parametrize("cls", SAMPLES)
def test_frozen(cls: type[Base]) -> None:
    """No field can be set or deleted, and no other attribute added."""
    made = cls(**SAMPLES[cls][0])
    for name in [*cls.spec.by_name, "brand_new"]:
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            setattr(made, name, None)
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            delattr(made, name)


@pytest.mark.parametrize("cls", SAMPLES)
def test_slotted(cls: type[Base]) -> None:
    """A value has no dictionary of its own."""
    assert not hasattr(cls(**SAMPLES[cls][0]), "__dict__")


@pytest.mark.parametrize("cls", [cls for cls in SAMPLES if issubclass(cls, Record)])
def test_evolve(cls: type[Record]) -> None:
    """A copy with a change leaves the original as it was, and keeps the rest."""
    made = cls(**sample_with(cls, "note"))
    other = made.evolve(note="other words")

    assert ("my own words", "other words") == (made.note, other.note)
    assert made == other.evolve(note="my own words")
    assert {**made.to_dict(), "note": "other words"} == other.to_dict()


def test_no_subclasses_between() -> None:
    """Every base of the records is abstract in fact: the catalogue's kinds are its only leaves."""
    leaves = {
        cls
        for base in (Record, Part)
        for cls in subclasses(base)
        if not cls.__subclasses__() and cls.__module__.startswith("careertrack.")
    }

    assert leaves == {*SAMPLES, Unreadable}


def subclasses(cls: type) -> set[type]:
    """All classes below another."""
    return {below for each in cls.__subclasses__() for below in {each, *subclasses(each)}}


def test_repr() -> None:
    """A value shows what differs from its defaults, in the order of its fields."""
    goal = ct.Goal(
        on="2026-01-05", title="Apply", pillar="change", target=10, obstacles=[ct.Obstacle(what="no time")]
    )
    expected = (
        "Goal(id='apply', on=datetime.date(2026, 1, 5), title='Apply', pillar='change', target=10.0, "
        "obstacles=(Obstacle(),))"
    )

    assert expected == repr(goal)


def test_where_a_record_belongs() -> None:
    """A record's place is its id; a step's its transition and stage; a value's what it is the value of."""
    day = "2026-01-05"
    step = ct.Step(on=day, transition="x", stage="offer")
    pairs: list[tuple[Record, str, bool]] = [
        (ct.Skill(name="SQL"), "sql", True),
        (ct.Pause(on=day, until=day), "", False),
        (ct.Pause(id="rest", on=day, until=day), "rest", True),
        (ct.Assessment(on=day, skill="sql", level=3, by="peer"), "sql\0peer", True),
        (ct.Assessment(id="mine", on=day, skill="sql", level=3), "sql\0self", True),
        (ct.CheckIn(on=day, goal="apply", value=1), "apply", True),
        (ct.Capacity(on=day, minutes=60), "", True),
        (step, "x\x004\0", False),
        (step.evolve(id="one"), "x\x004\0one", True),
    ]

    assert [(place, keyed) for _, place, keyed in pairs] == [
        (r.place(), r.key() is not None) for r, _, _ in pairs
    ]


def test_steps_follow_the_stages() -> None:
    """The steps of one day stand in the order of the stages, the ends last."""
    stages = ["lead", "applied", "screening", "interviewing", "offer"]
    stages += ["accepted", "declined", "rejected", "withdrawn"]
    places = [ct.Step(on="2026-01-05", transition="x", stage=stage).place() for stage in stages]  # type: ignore[arg-type]

    assert places == sorted(places)


def test_naming_others() -> None:
    """A record says at which paths it names an id."""
    role = ct.Role(title="Lead", requires=[{"skill": "r", "level": 1}, {"skill": "sql", "level": 2}])  # type: ignore[list-item]
    talk = ct.Conversation(on="2026-01-05", contacts=["ada", "grace"], transition="lead", shown=["grace"])

    assert [(".requires[1].skill", "sql")] == list(role.paths_to("skill", "sql"))
    assert [(".contacts[1]", "grace")] == list(talk.paths_to("contact", "grace"))
    assert [] == list(talk.paths_to("event", "grace"))


def test_newer_at_any_level() -> None:
    """A record says newer where it, or a part of it, holds fields of a newer version."""
    newer = JsonObject({"mood": "sunny"})
    need = ct.Requirement(skill="sql", level=5, newer_fields=newer)
    interests = ct.Interests(
        realistic=1, investigative=1, artistic=1, social=1, enterprising=1, conventional=1, newer_fields=newer
    )

    assert [False, True, True, True] == [
        each.says_newer()
        for each in (
            ct.Role(title="Lead", requires=[ct.Requirement(skill="sql", level=5)]),
            ct.Role(title="Lead", newer_fields=newer),
            ct.Role(title="Lead", requires=[need]),
            ct.Role(title="Lead", interests=interests),
        )
    ]
    assert {"skill": "sql", "level": 5, "mood": "sunny"} == need.fields_to_dict()


def test_newer_fields_are_of_no_known_name() -> None:
    """What a newer version says is none of the fields that this one knows."""
    with pytest.raises(ct.InvalidValue) as caught:
        ct.Skill(name="SQL", newer_fields=JsonObject({"top": 5}))

    assert ["Skill.newer_fields"] == [issue.path for issue in caught.value.issues]


def test_unreadable() -> None:
    """A record that no class here can read is kept whole, and says what it can."""
    kept = Unreadable(content=JsonObject(GRANDER))

    assert ("goal", "apply", "2026-01-05", True) == (kept.kind, kept.id, str(kept.on), kept.says_newer())
    assert GRANDER == kept.to_dict()
    assert "Unreadable(kind='goal')" == repr(kept)
    assert kept == pickle.loads(pickle.dumps(kept))
    assert {kept} == {Unreadable(content=JsonObject(GRANDER))}


def test_unreadable_without_anything() -> None:
    """One without a sound kind, id or day has none."""
    kept = Unreadable(content=JsonObject({"kind": 7, "id": ["x"], "on": "soon"}))

    assert ("", None, None) == (kept.kind, kept.id, kept.on)


def test_facts_are_not_definitions() -> None:
    """A fact has a day from the start."""
    assert [] == [cls for cls in SAMPLES if issubclass(cls, Fact) and not cls.spec.by_name["on"].required]
