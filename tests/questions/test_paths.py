"""Who is at an organization, and who can introduce me to them."""

import csv
import io
import json
import pickle
from collections import Counter
from pathlib import Path

import pytest

import careertrack as ct
from careertrack.formats import linkedin
from careertrack.questions.paths import Paths, Person, paths
from careertrack.record import Unreadable
from careertrack.values import JsonObject

DAY = "2026-03-01"
BEN = ct.Contact(id="ben", name="Ben Example", relations=["mentor"])
ENGINES = ct.Organization(name="Analytical Engines", aliases=["AE"])


def asked(organization: str, *records: ct.Contact | ct.Organization | ct.Conversation) -> Paths:
    """The paths to an organization, on the day."""
    return paths(ct.Plan(records=records).as_of(DAY), organization)


def at_engines(id: str, **more: object) -> ct.Contact:
    """A contact who is there."""
    return ct.Contact(id=id, name=id.title(), **{"organization": "Analytical Engines", **more})


def test_everything_of_a_person() -> None:
    """Title, since when, until when, the introducer, the vouching and the path stand beside one another."""
    found = asked(
        "ae",
        ENGINES,
        BEN,
        at_engines("cleo", title="CTO", introduced_by="ben"),
        at_engines("dan", title="Clerk", vouches=True),
        at_engines("dan", on="2026-01-01", title="Head", vouches=True),
        at_engines("dan", on="2026-02-01", organization="Initech", vouches=True),
    )

    assert (
        Person(
            contact="cleo", title="CTO", since=None, until=None, introduced_by="ben", vouches=False,
            path=("ben", "cleo"),
        ),
    ) == found.here  # fmt: skip
    assert [("dan", "Head", None, "2026-02-01", True, ("dan",))] == [
        (each.contact, each.title, each.since, str(each.until), each.vouches, each.path)
        for each in found.formerly
    ]
    assert ("dan",) == tuple(each.contact for each in found.vouchers)
    assert (("ben", "cleo"),) == found.paths
    assert ("analytical-engines",) == found.organizations
    assert {"ben": "Ben Example", "cleo": "Cleo", "dan": "Dan"} == found.names


@pytest.mark.parametrize("way", ["analytical-engines", "AE", " ae ", "Analytical  ENGINES"])
def test_ways_to_ask(way: str) -> None:
    """By id, name or alias, in whatever case and with whatever blanks, it is one organization."""
    found = asked(way, ENGINES, ct.Contact(id="eve", name="Eve", organization="analytical engines "))

    assert ("Analytical Engines", ["eve"]) == (found.asked, [each.contact for each in found.here])


def test_an_organization_that_is_none_on_record() -> None:
    """What contacts say they are at is enough."""
    found = asked("INITECH", ct.Contact(id="eve", name="Eve", organization="Initech"))

    assert ("INITECH", (), ["eve"]) == (
        found.asked,
        found.organizations,
        [each.contact for each in found.here],
    )


def test_two_organizations_of_one_name() -> None:
    """Asked for by that name, both are meant; by an id, the one."""
    both = (ct.Organization(id="one", name="Twin", aliases=["First"]), ct.Organization(id="two", name="Twin"))
    found = asked("twin", *both, ct.Contact(id="eve", name="Eve", organization="First"))

    assert ("twin", ("one", "two"), 1) == (found.asked, found.organizations, len(found.here))
    assert () == asked("two", *both, ct.Contact(id="eve", name="Eve", organization="First")).here


def test_the_day_counts() -> None:
    """Who comes later is not there yet, and who will leave is there still."""
    plan = ct.Plan() + [
        at_engines("eve", organization=None),
        at_engines("eve", on="2026-02-01"),
        at_engines("eve", on="2026-03-01", organization=None),
    ]

    assert (0, 0) == _sizes(paths((plan + ENGINES).as_of("2026-01-31"), "ae"))
    assert (1, 0) == _sizes(paths((plan + ENGINES).as_of("2026-02-28"), "ae"))
    assert (0, 1) == _sizes(paths((plan + ENGINES).as_of("2026-03-01"), "ae"))


def _sizes(found: Paths) -> tuple[int, int]:
    return len(found.here), len(found.formerly)


def test_who_came_back() -> None:
    """Somebody who left and came back is there since they came back."""
    found = asked(
        "ae",
        ENGINES,
        at_engines("eve"),
        at_engines("eve", on="2026-01-01", organization="Initech"),
        at_engines("eve", on="2026-02-01", organization="AE"),
        at_engines("eve", on="2026-02-10", organization="Analytical Engines", title="Head"),
    )

    assert [("2026-02-01", None)] == [(str(each.since), each.until) for each in found.here]


# --- Whom the owner knows ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("more", "path"),
    [
        pytest.param({}, ("ben", "cleo"), id="introduced, and nothing else"),
        pytest.param({"met": "2026-03-01"}, ("cleo",), id="met"),
        pytest.param({"met": "2026-03-02"}, ("ben", "cleo"), id="yet to meet"),
        pytest.param({"vouches": True}, ("cleo",), id="vouches"),
        pytest.param({"relations": ["peer"]}, ("cleo",), id="no stranger"),
        pytest.param({"relations": ["recruiter"]}, ("ben", "cleo"), id="maybe a stranger"),
    ],
)
def test_known_at_first_hand(more: dict[str, object], path: tuple[str, ...]) -> None:
    """Whoever was introduced is reached through the introducer, until something says that they are known."""
    found = asked("ae", ENGINES, BEN, at_engines("cleo", introduced_by="ben", **more))

    assert (path,) == found.paths


@pytest.mark.parametrize(
    ("answered", "path"), [("yes", ("cleo",)), ("no", ("ben", "cleo")), ("waiting", ("ben", "cleo"))]
)
def test_a_talk_that_took_place(answered: str, path: tuple[str, ...]) -> None:
    """A talk makes them known; a message that nobody answered does not."""
    talk = ct.from_dict(
        {"kind": "conversation", "on": "2026-02-01", "contacts": ["cleo"], "answered": answered}
    )
    plan = ct.Plan() + [ENGINES, BEN, at_engines("cleo", introduced_by="ben"), talk]

    assert (path,) == paths(plan.as_of(DAY), "ae").paths


def test_yet_to_meet_and_nobody_between() -> None:
    """Somebody to be met later, whom nobody introduces, cannot be reached; they come last."""
    found = asked("ae", ENGINES, BEN, at_engines("amy", met="2027-01-01"), at_engines("zoe"))

    assert [("zoe", ("zoe",)), ("amy", None)] == [(each.contact, each.path) for each in found.here]
    assert "- Amy: no path on record" in str(found)


def test_both_directions() -> None:
    """Whoever was introduced knows the introducer as well."""
    boss = at_engines("boss", met="2027-01-01")
    found = asked(
        "ae", ENGINES, boss, ct.Contact(id="fay", name="Fay", introduced_by="boss", met="2026-01-01")
    )

    assert (("fay", "boss"),) == found.paths


def test_colleagues_are_not_taken_to_know_each_other() -> None:
    """Two people at one place: the one to be met is not reached through the other."""
    found = asked("ae", ENGINES, at_engines("amy", met="2027-01-01"), at_engines("zoe"))

    assert [("zoe",), None] == [each.path for each in found.here]


def test_the_shortest_first_and_ties_by_id() -> None:
    """Of two ways as short the one whose ids come first; of two people as near as well."""
    found = asked(
        "ae",
        ENGINES,
        at_engines("x", met="2027-01-01"),
        ct.Contact(id="b", name="B", introduced_by="x", met="2026-01-01"),
        ct.Contact(id="a", name="A", introduced_by="x", met="2026-01-01"),
        at_engines("w", introduced_by="b"),
        at_engines("v", introduced_by="x"),
        at_engines("u"),
    )

    assert (("u",), ("a", "x"), ("b", "w"), ("a", "x", "v")) == found.paths


def test_a_chain_of_five_thousand() -> None:
    """A chain of introductions that long has a path along all of it, and names its ends."""
    chain = [
        ct.Contact(id=f"c{n}", name=f"C{n}", introduced_by=f"c{n - 1}" if n else None) for n in range(5000)
    ]
    last = ct.Contact(id="last", name="Last", organization="AE", introduced_by="c4999")
    found = asked("ae", ENGINES, *chain, last)

    assert (tuple([f"c{n}" for n in range(5000)] + ["last"]),) == found.paths
    assert "- Last: through C0, then C1, then C2, then 4,996 more, then C4999" in str(found)


# --- What it looks like -------------------------------------------------------------------------


def test_the_page() -> None:
    """Who is there, who was, what they do, the way to them, and whether they vouch."""
    found = asked(
        "ae",
        ENGINES,
        BEN,
        at_engines("cleo", title="CTO", introduced_by="ben"),
        at_engines("gus", introduced_by="ben", vouches=True),
        at_engines("dan"),
        at_engines("dan", on="2026-02-01", organization="Initech"),
    )
    page = """Analytical Engines on 2026-03-01

there now:
- Gus: you know each other; introduced by Ben Example; vouches for you
- Cleo, CTO: through Ben Example

were there:
- Dan, until 2026-02-01: you know each other"""

    assert page == str(found)


def test_nobody() -> None:
    """Of an organization that is on record and has nobody, the page says so."""
    assert "Analytical Engines on 2026-03-01: nobody you know of is or was there" == str(asked("ae", ENGINES))


@pytest.mark.parametrize(
    "record",
    [
        ct.Transition(on="2026-02-02", title="Clerk", organization="Globex"),
        ct.Position(title="Clerk", organization="Globex"),
    ],
)
def test_named_by_a_move_or_a_position(record: ct.Transition | ct.Position) -> None:
    """An organization that only a move, or a position of the owner's own, names is no unknown one."""
    found = paths(ct.Plan(records=[record]).as_of(DAY), "globex")

    assert ((), ()) == (found.here, found.formerly)


@pytest.mark.parametrize(
    ("asked_for", "message"),
    [
        ("analytical-engine", "'analytical-engine' by 2026-03-01; did you mean 'analytical-engines'?"),
        ("nothing-like-it", "'nothing-like-it' by 2026-03-01"),
        ("Grace Hopper & Sons", "'a personal value' by 2026-03-01"),
    ],
)
def test_what_nothing_names(asked_for: str, message: str) -> None:
    """What nothing on record names is an error with the nearest id; what is no id is not repeated."""
    with pytest.raises(KeyError) as raised:
        asked(asked_for, ENGINES)

    assert (f"no organization {message}",) == raised.value.args


def test_hardly_anything_in_repr() -> None:
    """The names of people, their titles and where they are stay out of `repr`."""
    found = asked(
        "Secret Lab", ct.Contact(id="eve", name="Eve Example", organization="Secret Lab", title="Spy")
    )
    shown = repr(found) + repr(found.here)

    assert "<Paths to 1 there and 0 formerly on 2026-03-01>" == repr(found)
    assert [] == [word for word in ("Eve Example", "Secret", "Spy") if word in shown]


def test_plain_data_equality_and_copies() -> None:
    """It becomes JSON, equals one made again, and comes back from a pickle."""
    records = (ENGINES, BEN, at_engines("cleo", introduced_by="ben"), at_engines("amy", met="2027-01-01"))
    gone = at_engines("dan", on="2026-02-01", organization=None)
    found, again = (asked("ae", *records, at_engines("dan"), gone) for _ in range(2))

    assert found == again == pickle.loads(pickle.dumps(found))
    assert hash(found) == hash(again)
    data = json.loads(json.dumps(found.to_dict()))
    assert ["cleo", "amy"] == [each["contact"] for each in data["here"]]
    assert [["ben", "cleo"], None] == [each["path"] for each in data["here"]]
    assert [(None, "2026-02-01")] == [(each["since"], each["until"]) for each in data["formerly"]]
    assert "Ben Example" == data["names"]["ben"]


def test_hostile_words_stay_words() -> None:
    """A name that would break out of its line does not; the data has it as it is."""
    name = "Eve\n- Mallory\x1b[2J\u202e"
    found = asked("ae", ENGINES, ct.Contact(id="eve", name=name, organization="AE", title="<b>\r\n"))

    assert "- Eve - Mallory\\u001b[2J\\u202e, <b> : you know each other" == str(found).splitlines()[-1]
    assert name == found.to_dict()["names"]["eve"]


def test_what_only_a_newer_version_reads() -> None:
    """An organization, an introducer and a contact in newer words are passed over, and nothing trips."""
    plan = ct.loads('{"careertrack": "1.9", "records": []}').add(
        Unreadable(content=JsonObject({"kind": "organization", "id": "lab", "name": "Laboratory"})),
        Unreadable(content=JsonObject({"kind": "contact", "id": "new", "name": "New"})),
        ct.Contact(id="eve", name="Eve", organization="lab", introduced_by="new"),
        ct.Contact(id="fay", name="Fay", organization="lab", introduced_by="new", met="2026-01-01"),
    )
    found = paths(plan.as_of(DAY), "lab")

    assert [("fay", ("fay",)), ("eve", None)] == [(each.contact, each.path) for each in found.here]
    assert ("new", ("lab",)) == (found.names["new"], found.organizations)


def test_an_empty_plan() -> None:
    """It names no organization."""
    with pytest.raises(KeyError) as raised:
        asked("ae")

    assert ("no organization 'ae' by 2026-03-01",) == raised.value.args


# --- A whole archive ----------------------------------------------------------------------------


def test_a_real_archive(shared_data: Path) -> None:
    """Who is at a company is who the file says is, and the owner knows all of them."""
    export = shared_data / "linkedin" / "export"
    archive = linkedin.read(export)
    now = ct.Plan(owner=archive.owner or "", records=archive.records).as_of(DAY)
    lines = (export / "Connections.csv").read_text(encoding="utf-8").split("\n")[3:]
    said = list(csv.DictReader(io.StringIO("\n".join(lines), newline="")))
    there = [row for row in said if row["Company"] == "Royal Institution"]
    found = paths(now, "royal institution")

    assert len(there) > 50
    assert Counter(f"{row['First Name']} {row['Last Name']}" for row in there) == Counter(
        found.names[each.contact] for each in found.here
    )
    assert {1} == {len(path) for path in found.paths}
    assert sorted(row["Position"] for row in there) == sorted(each.title or "" for each in found.here)
    assert "Royal Institution on 2026-03-01" == str(found).partition("\n")[0]
    assert f"- and {len(there) - 12} more" == str(found).splitlines()[-1]
