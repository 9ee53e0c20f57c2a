"""A plan without names: nothing of anybody's own is left, and every number is."""

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import careertrack as ct
from careertrack.fields import Part
from careertrack.privacy.pseudonyms import GONE, READ
from careertrack.questions.fits import _LETTERS, _ZONE_NAMES
from careertrack.questions.needs import PAY
from careertrack.record import Fact, Record
from careertrack.records import CLASSES
from careertrack.shapes import Many, Shape, Text
from careertrack.strategies import plans
from careertrack.templates import comparing_offers, laid_off, returning, stuck_in_role, unsure

KEY = b"sixteen bytes..."
MARK = "zzqx"


def hidden(*records: Record) -> list[dict[str, Any]]:
    """What becomes of records, as plain data."""
    return [record.to_dict() for record in (ct.Plan() + records).pseudonymise(KEY)]


# --- The key ---------------------------------------------------------------------------------------


def test_one_key_one_pseudonym() -> None:
    """With one key, as bytes or text, an id has one pseudonym in every plan; with another, another."""
    plan = ct.Plan(owner="Ada") + ct.Skill(name="SQL")
    more = plan + ct.Contact(id="ben", name="Ben")

    assert plan.pseudonymise(KEY) == plan.pseudonymise(KEY.decode())
    assert set(plan.pseudonymise(KEY)) < set(more.pseudonymise(KEY))
    assert more.pseudonymise(KEY) == more.pseudonymise(KEY).merge(plan.pseudonymise(KEY))
    assert set() == set(plan.pseudonymise(KEY)) & set(plan.pseudonymise(KEY + b"!"))


@pytest.mark.parametrize(
    ("key", "got"),
    [
        (b"fifteen bytes..", "15 bytes"),
        ("ä" * 7, "14 bytes"),
        ("", "0 bytes"),
        (2**64 + 1, "a value of type int"),
        (None, "a value of type NoneType"),
        (bytearray(16), "a value of type bytearray"),
    ],
)
def test_a_key_that_is_none(key: Any, got: str) -> None:
    """What is too short, or no text or bytes, is refused by the rule, and not shown."""
    with pytest.raises(ct.InvalidValue) as caught:
        ct.Plan().pseudonymise(key)

    assert f"key: must be a secret of 16 bytes or more, as bytes or text, got {got}" == str(caught.value)


def test_keys_of_all_sorts() -> None:
    """Eight letters of two bytes are sixteen bytes; text that is not whole is a key like any other."""
    one, other = ct.Plan("Ada").pseudonymise("ä" * 8), ct.Plan("Ada").pseudonymise("\ud800" * 8)

    assert one.owner != other.owner


# --- What stands in for what ---------------------------------------------------------------------------


def test_a_contact() -> None:
    """What a contact is to the owner stays; who can be reached has an address that leads nowhere."""
    grace = ct.Contact(
        id="grace",
        name="Grace Hopper",
        relations=["manager", "my-idol"],
        organization="Initech",
        title="Admiral",
        phones=["+1 555 0100"],
        trust=5,
        met="2020-02-02",
        vouches=True,
        note="likes chess",
        extra={"acme": {"id": "grace"}},
    )
    (told,) = hidden(grace)
    digits = told["id"].removeprefix("contact-")

    assert 16 == len(digits)
    assert {
        "kind": "contact",
        "id": f"contact-{digits}",
        "name": f"Contact {digits}",
        "relations": ["manager", told["relations"][1]],
        "organization": told["organization"],
        "title": told["title"],
        "emails": [f"contact-{digits}@example.invalid"],
        "trust": 5,
        "met": "2020-02-02",
        "vouches": True,
    } == told
    assert told["relations"][1].startswith("word-")
    assert "emails" not in hidden(grace.evolve(phones=()))[0]


def test_organizations_are_matched_as_before() -> None:
    """One organization has one pseudonym, by whichever of its names, in whatever case, it is named."""
    told = hidden(
        ct.Organization(id="ae", name="Analytical Engines", aliases=["AE", "ae", "A-E"]),
        ct.Contact(id="ben", name="Ben", organization="analytical  ENGINES"),
        ct.Position(title="Clerk", organization="Ae"),
    )

    assert told[0]["name"] == told[1]["organization"]
    assert [told[2]["organization"]] == told[0]["aliases"][:1]
    assert 2 == len(told[0]["aliases"])


def test_criteria_are_matched_as_before() -> None:
    """So are criteria, the first of those that are alike; those that the library reads stay as they are."""
    told = hidden(
        ct.Priorities(
            on="2026-01-05",
            motivators=["Learning", "Pay", "learning"],
            needs=[
                {"criterion": "pay", "at_least": 1, "unit": "eur/month"},
                {"criterion": " Learning", "at_least": 1, "unit": "POINTS"},
                {"criterion": "Commute", "at_most": 30, "unit": "eur"},
            ],
        ),
        ct.Transition(id="x", on="2026-01-05"),
        ct.Offer(
            on="2026-01-06",
            transition="x",
            ratings=[{"criterion": "learning", "value": 8}, {"criterion": "Learning", "value": 2}],
        ),
    )
    stated, offered = told[1:]
    learning = stated["motivators"][0]

    assert [learning, "Pay"] == stated["motivators"]
    assert ["pay", learning] == [each["criterion"] for each in stated["needs"][:2]]
    assert ["EUR a month", "POINTS"] == [each["unit"] for each in stated["needs"][:2]]
    assert stated["needs"][2]["unit"].startswith("Unit ")
    assert [{"criterion": learning, "value": 8}] == offered["ratings"]
    assert {PAY, *_ZONE_NAMES, *_LETTERS} == READ


def test_words_that_say_that_something_is_there() -> None:
    """Text that has to be there, or whose being there counts, becomes a pseudonym; notes and links go."""
    told = hidden(
        ct.Goal(
            on="2026-01-05",
            title="Leave Initech",
            pillar="change",
            target=10,
            unit="hours",
            anchors=["a", "b", "a", "b", "c"],
            obstacles=[{"what": "my boss"}],
            note="soon",
        ),
        ct.Transition(id="x", on="2026-01-05", link="https://initech.example", location="Austin"),
        ct.Setback(id="no", on="2026-01-08", what="No", lesson="Ask"),
    )

    assert {"id", "kind", "on", "title", "pillar", "target", "unit", "anchors", "obstacles"} == set(told[0])
    assert ("hours", 5, ["what"]) == (told[0]["unit"], len(told[0]["anchors"]), list(told[0]["obstacles"][0]))
    assert "Goal " + told[0]["id"].removeprefix("goal-") == told[0]["title"]
    assert told[0]["anchors"][0] == told[0]["anchors"][2] != told[0]["anchors"][1]
    assert {"kind", "id", "on", "location"} == set(told[1])
    assert ["Lesson", "What"] == [told[2][name].partition(" ")[0] for name in ("lesson", "what")]


def test_a_zone_is_a_place() -> None:
    """The time on the clock stays, and the zone does not."""
    (told,) = hidden(ct.Event(title="x", starts="2026-03-12T18:30", zone="Europe/Berlin", type="my-party"))

    assert ("2026-03-12T18:30", "UTC") == (told["starts"], told["zone"])
    assert told["type"].startswith("word-")


def test_two_facts_that_a_note_told_apart() -> None:
    """They stay two: all but the first have a number for a note."""
    efforts = [
        ct.Effort(on="2026-01-05", minutes=30, pillar="skills", note=note) for note in (None, "a", "b")
    ]

    assert {None, "(2)", "(3)"} == {each.get("note") for each in hidden(*efforts)}


def test_what_a_newer_version_wrote() -> None:
    """Unknown fields go, unknown words become pseudonyms, and records of unknown kinds are left out."""
    plan = ct.loads(
        json.dumps(
            {
                "careertrack": "1.7",
                "owner": "Ada",
                "maker": "Grace",
                "records": [
                    {
                        "kind": "goal",
                        "id": "x",
                        "on": "2026-01-05",
                        "title": "Go",
                        "pillar": "health",
                        "mood": "Y",
                    },
                    {"kind": "check-in", "on": "2026-01-06", "goal": "x", "value": 2, "mood": "Z"},
                    {"kind": "person", "name": "Grace"},
                ],
            }
        )
    )
    other = plan.pseudonymise(KEY)
    goal, check_in = (record.to_dict() for record in other)

    assert other == ct.loads(ct.dumps(other))
    assert ["careertrack", "owner", "records"] == list(json.loads(ct.dumps(other)))
    assert {"id", "kind", "on", "pillar", "title"} == set(goal)
    assert goal["pillar"].startswith("word-")
    assert {"kind": "check-in", "on": "2026-01-06", "goal": goal["id"], "value": 2} == check_in


def test_no_owner() -> None:
    """A plan of nobody stays one; a plan of somebody's own class stays that."""

    class Diary(ct.Plan):
        pass

    assert "" == ct.Plan().pseudonymise(KEY).owner
    assert ct.Plan("Ada").pseudonymise(KEY).owner.startswith("Owner ")
    assert Diary is type(Diary("Ada").pseudonymise(KEY))


def test_what_goes_may_be_left_out() -> None:
    """No field that goes is one that a record cannot be without."""
    required = [field.name for cls in CLASSES.values() for field in cls.spec.fields if field.required]

    assert set() == GONE & set(required)


# --- Laws ------------------------------------------------------------------------------------------


def bare(value: Any) -> Any:
    """The numbers of plain data, whatever they are called and in whatever order."""
    if isinstance(value, bool) or not isinstance(value, float | int | list | dict):
        return value is None
    if isinstance(value, float | int):
        return round(value, 7)  # a sum of floats depends on the order of the ids
    inner = value.values() if isinstance(value, dict) else value
    return sorted(map(bare, inner), key=repr)


def numbers(review: ct.Review) -> Any:
    """Every number of a review, its status and the codes of its findings."""
    told = review.to_dict()
    names = ("practice", "progress", "goals", "readiness", "schedules", "attainment", "chances", "outlook")
    codes = sorted((each.code, each.severity, each.pillar) for each in review.findings)
    return review.status, codes, len(review.wins), {name: bare(told[name]) for name in names}


def ids_decide(plan: ct.Plan) -> bool:
    """Whether facts of one kind and day may be about one thing, so that the order of their ids decides."""
    seen: dict[Any, str] = {}
    for record in plan.records:
        if isinstance(record, Fact):
            for about in [*record.named()] or [("", "")]:
                if seen.setdefault((record.kind, record.on, about), record.place()) != record.place():
                    return True
    return False


@given(plans(max_size=24), st.dates(date(2026, 1, 1), date(2028, 6, 1)))
def test_the_numbers_stay(plan: ct.Plan, day: date) -> None:
    """A review gives the same numbers, status and findings; the document can be read again."""
    assume(not ids_decide(plan))
    other = plan.pseudonymise(KEY)

    assert other == ct.loads(ct.dumps(other))
    assert len(plan) == len(other)
    assert numbers(plan.review(day)) == numbers(other.review(day))


@pytest.mark.parametrize("template", [comparing_offers, laid_off, returning, stuck_in_role, unsure])
def test_the_numbers_of_templates_stay(template: Any) -> None:
    """So do they of the plans that templates begin, and their offers are weighed alike."""
    plan = ct.Plan("Ada") + template("2026-01-05")
    other = plan.pseudonymise(KEY)

    for day in ("2026-01-05", "2026-02-20", "2026-09-01"):
        one, two = plan.as_of(day), other.as_of(day)
        assert numbers(one.review()) == numbers(two.review())
        assert bare(one.offers().to_dict()) == bare(two.offers().to_dict())


def marked(shape: Shape, value: Any) -> Any:
    """A field's JSON, each text beginning with a mark."""
    if isinstance(shape, Many):
        return [marked(shape.of, each) for each in value]
    if isinstance(shape, Part):
        fields = {field.name: field.shape for field in shape.of.spec.fields}
        return {name: marked(fields[name], each) for name, each in value.items()}
    return f"{MARK} {value}" if isinstance(shape, Text) else value


def with_marks(record: Record) -> Record:
    """A record, each of its texts beginning with a mark."""
    written, fields = record.to_dict(), record.spec.by_name
    return ct.from_dict({n: marked(fields[n].shape, v) if n in fields else v for n, v in written.items()})


@given(plans(max_size=24, owner=f"{MARK} Ada"))
def test_nothing_personal_is_left(plan: ct.Plan) -> None:
    """No text and no id that anybody chose is left anywhere, nor the data of other programs."""
    plan = ct.Plan(plan.owner, map(with_marks, plan))
    for kind, id in {(record.kind, record.id) for record in plan if record.id}:
        plan = plan.rename(CLASSES[kind], id, f"{MARK}-{id}")
    told = ct.dumps(plan.pseudonymise(KEY))

    assert MARK not in told
    assert '"extra"' not in told
