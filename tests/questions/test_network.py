"""What came through whom, whom to thank, who has not been heard of, and how the network is made up."""

import json
import pickle
from collections.abc import Sequence
from datetime import date

import pytest

import careertrack as ct
from careertrack.questions.credit import Credit
from careertrack.questions.network import Mix, Network, Quiet, Thanks, network
from careertrack.record import Record, Unreadable
from careertrack.values import JsonObject

DAY = "2026-03-01"
BEN = ct.Contact(id="ben", name="Ben Example", relations=["mentor"], met="2026-01-01")
CLEO = ct.Contact(id="cleo", name="Cleo Example", relations=["peer"], met="2026-01-01")
EVENING = ct.Event(title="PyData evening", starts="2026-01-08")


def made(*records: Record, day: str = DAY) -> Network:
    """The network on the day."""
    return network(ct.Plan(records=records).as_of(day))


def move(id: str, *stages: str, **through: str) -> list[Record]:
    """A move that came through somebody, and its steps."""
    steps = [
        ct.from_dict({"kind": "step", "on": f"2026-02-{n + 1:02}", "transition": id, "stage": stage})
        for n, stage in enumerate(stages)
    ]
    return [ct.from_dict({"kind": "transition", "id": id, "on": "2026-02-01", **through}), *steps]


# --- Credit -----------------------------------------------------------------------------------------


def test_credit_of_a_contact() -> None:
    """Of their moves, how many were applied for, came to interviews, to an offer, and were accepted."""
    found = made(
        BEN,
        CLEO,
        *move("noted", contact="ben"),
        *move("found", "lead", contact="ben"),
        *move("lost", "applied", "rejected", contact="ben"),
        *move("talked", "applied", "screening", "interviewing", "rejected", contact="ben"),
        *move("won", "applied", "accepted", contact="ben"),
        *move("other", "applied", contact="cleo"),
        *move("alone", "applied"),
    )

    assert (
        Credit(
            id="ben",
            moves=("found", "lost", "noted", "talked", "won"),
            furthest="offer",
            applied=3,
            interviewing=2,
            offers=1,
            accepted=1,
        ),
        Credit(id="cleo", moves=("other",), furthest="applied", applied=1),
    ) == found.contacts
    assert "5 moves, 3 applied for, 2 to interviews, 1 to an offer, 1 accepted" == found.contacts[0].told()
    assert ((), ()) == (found.events, found.channels)


def test_credit_of_events_and_channels() -> None:
    """An event and a channel have what came through them, and an event whom one met there."""
    found = made(
        EVENING,
        BEN.evolve(met_at="pydata-evening"),
        *move("a", "applied", event="pydata-evening", channel="event"),
        *move("b", "applied", channel="job-board"),
        *move("c", "lead", channel="event"),
    )

    assert (
        Credit(id="pydata-evening", moves=("a",), furthest="applied", applied=1, people=("ben",)),
    ) == found.events
    assert [("event", ("a", "c")), ("job-board", ("b",))] == [
        (each.id, each.moves) for each in found.channels
    ]
    assert ("PyData evening", "Ben Example") == (found.titles["pydata-evening"], found.names["ben"])


def test_credit_for_introductions() -> None:
    """Whoever made an introduction has it, though no move came of it yet."""
    found = made(BEN, CLEO.evolve(introduced_by="ben"))

    assert (Credit(id="ben", people=("cleo",)),) == found.contacts
    assert "1 met that way" == found.contacts[0].told()


def test_the_furthest_comes_first() -> None:
    """By acceptances, offers, the furthest stage and the number of moves; then by id."""
    people = [ct.Contact(id=id, name=id) for id in "abcdefg"]
    found = made(
        *people,
        *move("m1", contact="a"),
        *move("m2", "lead", contact="b"),
        *move("m3", "lead", contact="c"),
        *move("m4", "lead", contact="d"),
        *move("m5", "lead", contact="d"),
        *move("m6", "applied", contact="e"),
        *move("m7", "offer", contact="f"),
        *move("m8", "accepted", contact="g"),
    )

    assert ["g", "f", "e", "d", "b", "c", "a"] == [each.id for each in found.contacts]


def test_two_offers_come_before_one_among_many_moves() -> None:
    """How many offers there were counts before how many moves."""
    found = made(
        BEN,
        CLEO,
        *[each for n in range(3) for each in move(f"b{n}", "offer" if n == 0 else "lead", contact="ben")],
        *[each for n in range(2) for each in move(f"c{n}", "offer", contact="cleo")],
    )

    assert [("cleo", 2, 2), ("ben", 1, 3)] == [
        (each.id, each.offers, len(each.moves)) for each in found.contacts
    ]


# --- Thanks ------------------------------------------------------------------------------------------


def talk(on: str, who: Sequence[str] = ("ben",), **more: str) -> Record:
    """A talk."""
    return ct.from_dict({"kind": "conversation", "on": on, "contacts": list(who), **more})


@pytest.mark.parametrize(
    ("talks", "owed"),
    [
        pytest.param([talk("2026-02-01", helped="me")], [("2026-02-01", 1)], id="helped"),
        pytest.param([talk("2026-02-01", advice="Rest")], [("2026-02-01", 1)], id="advised"),
        pytest.param([talk("2026-02-01")], [], id="no help"),
        pytest.param([talk("2026-02-01", advice="Rest", helped="both")], [], id="both helped"),
        pytest.param(
            [talk("2026-02-01", helped="me"), talk("2026-02-02", type="thanks")], [], id="thanked"
        ),
        pytest.param(
            [talk("2026-02-02", helped="me"), talk("2026-02-02", type="thanks", minutes=1)],
            [],
            id="thanked on the day",
        ),
        pytest.param(
            [talk("2026-02-01", helped="me"), talk("2026-02-02", helped="them")], [], id="helped back"
        ),
        pytest.param(
            [talk("2026-02-01", type="thanks"), talk("2026-02-02", helped="me")],
            [("2026-02-02", 1)],
            id="thanked before",
        ),
        pytest.param(
            [talk("2026-01-01", helped="me"), talk("2026-01-02", type="thanks"),
             talk("2026-02-02", helped="me"), talk("2026-02-05", helped="me")],
            [("2026-02-05", 2)],
            id="twice since",
        ),
    ],
)  # fmt: skip
def test_thanks_owed(talks: list[Record], owed: list[tuple[str, int]]) -> None:
    """Who helped or advised, until a talk thanks or helps them."""
    found = made(BEN, *talks)

    assert owed == [(str(each.on), each.times) for each in found.thanks]


def test_whom_to_thank_first() -> None:
    """The latest help comes first; of one day, by id."""
    found = made(BEN, CLEO, talk("2026-02-01", ["cleo", "ben"], helped="me"), talk("2026-01-01", helped="me"))

    assert (Thanks(contact="ben", on=date(2026, 2, 1), times=2), "cleo") == (
        found.thanks[0],
        found.thanks[1].contact,
    )
    assert ["helped on 2026-02-01, 2 times in all", "helped on 2026-02-01"] == [
        each.told() for each in found.thanks
    ]


# --- Quiet ties ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("records", "quiet"),
    [
        pytest.param([BEN.evolve(met=None)], [(None, None)], id="nothing is known"),
        pytest.param([BEN], [], id="met lately"),
        pytest.param([BEN.evolve(met="2025-02-28")], [(None, 366)], id="met over a year ago"),
        pytest.param([BEN.evolve(met="2027-01-01")], [], id="yet to meet"),
        pytest.param([BEN, talk("2025-03-01")], [], id="a year ago"),
        pytest.param([BEN, talk("2025-02-28")], [("2025-02-28", 366)], id="over a year ago"),
        pytest.param([BEN, talk("2020-01-01"), talk("2026-02-01", answered="no")], [], id="reached out"),
        pytest.param(
            [BEN, talk("2025-02-28"), ct.Pause(on="2026-01-01", until="2026-01-01")], [], id="a day of rest"
        ),
    ],
)
def test_who_has_not_been_heard_of(records: list[Record], quiet: list[tuple[str | None, int | None]]) -> None:
    """Over a year without a talk, paused days left out, or with none ever, since the day of meeting."""
    found = made(*records)

    assert quiet == [(each.last and str(each.last), each.days) for each in found.quiet]


def test_the_longest_first() -> None:
    """The longest silence comes first, the unknown last, then by id."""
    people = [ct.Contact(id=id, name=id) for id in "dcba"]
    found = made(*people, talk("2024-01-01", ["a"]), talk("2023-01-01", ["b"]))

    assert ["b", "a", "c", "d"] == [each.contact for each in found.quiet]


@pytest.mark.parametrize(
    ("quiet", "line"),
    [
        ({"last": date(2024, 1, 1), "days": 790}, "last talk on 2024-01-01"),
        ({}, "no talk on record"),
        (
            {"met": date(2024, 1, 1), "days": 790, "vouches": True},
            "no talk on record, met on 2024-01-01; vouches for you",
        ),
    ],
)
def test_a_quiet_tie_in_words(quiet: dict[str, object], line: str) -> None:
    """It says since when, as far as that is known."""
    nothing = {"contact": "ben", "last": None, "met": None, "days": None, "vouches": False}
    assert line == Quiet(**{**nothing, **quiet}).told()


# --- What it is made up of --------------------------------------------------------------------------


def test_relations() -> None:
    """Somebody may be several things; of whom nothing is said it is not known."""
    found = made(BEN, CLEO.evolve(relations=["mentor", "peer"]), ct.Contact(id="dan", name="Dan"))

    assert Mix(counts=(("mentor", 2), ("peer", 1)), stated=2, unknown=1) == found.relations
    assert 1.0 == found.relations.largest_share


def test_organizations() -> None:
    """Names and aliases of one count as one, as does one written in several ways."""
    where = ["AE", "analytical engines", "Initech ", "initech", "INITECH", None]
    people = [ct.Contact(id=f"c{n}", name="C", organization=place) for n, place in enumerate(where)]
    twin = ct.Organization(id="twin", name="Twin", aliases=["AE"])
    found = made(ct.Organization(name="Analytical Engines", aliases=["AE"]), twin, *people)

    assert Mix(counts=(("Initech", 3), ("Analytical Engines", 2)), stated=5, unknown=1) == found.organizations
    assert 0.6 == found.organizations.largest_share
    assert ["Initech: 3 of 5, 60%", "Analytical Engines: 2 of 5, 40%", "not known of 1 more"] == list(
        found.organizations.lines()
    )


def test_nothing_stated() -> None:
    """Of nobody known: no share, and no line."""
    mix = made(ct.Contact(id="dan", name="Dan")).relations

    assert (None, [], 1) == (mix.largest_share, list(mix.lines()), mix.unknown)


# --- What it looks like ------------------------------------------------------------------------------


def full() -> Network:
    """A network with something of everything."""
    return made(
        EVENING,
        BEN,
        CLEO.evolve(introduced_by="ben", met_at="pydata-evening", organization="Initech"),
        ct.Contact(id="dan", name="Dan", vouches=True),
        *move("a", "applied", contact="ben", channel="referral"),
        talk("2026-02-01", helped="me"),
    )


def test_the_page() -> None:
    """It tells what came through whom, whom to thank, who fell silent, and the mix."""
    page = """your network on 2026-03-01: 3 contacts

came through people:
- Ben Example: 1 move, 1 applied for, 1 met that way

came through events:
- PyData evening: 1 met that way

came through channels:
- referral: 1 move, 1 applied for

to thank:
- Ben Example: helped on 2026-02-01

no talk for a year, or none on record:
- Dan: no talk on record; vouches for you

what they are to you:
- mentor: 1 of 2, 50%
- peer: 1 of 2, 50%
- not known of 1 more

where they are:
- Initech: 1 of 1, 100%
- not known of 2 more"""

    assert page == str(full())
    assert "your network on 2026-03-01: 1 contact" == str(made(BEN)).partition("\n")[0]


def test_an_empty_plan() -> None:
    """There is nothing to tell, and nothing fails."""
    assert "your network on 2026-03-01: 0 contacts" == str(made())


def test_plain_data_equality_and_copies() -> None:
    """It becomes JSON, equals one made again, and comes back from a pickle."""
    found, again = full(), full()

    assert found == again == pickle.loads(pickle.dumps(found))
    assert hash(found) == hash(again)
    data = json.loads(json.dumps(found.to_dict()))
    assert ("2026-02-01", ["a"], None) == (
        data["thanks"][0]["on"],
        data["contacts"][0]["moves"],
        data["quiet"][0]["last"],
    )
    assert {"counts": {"Initech": 1}, "stated": 1, "unknown": 2, "largest_share": 1.0} == data[
        "organizations"
    ]
    assert [("2020-01-01", "2026-01-01")] == [
        (each["last"], each["met"]) for each in made(BEN, talk("2020-01-01")).to_dict()["quiet"]
    ]


def test_no_personal_words_in_repr() -> None:
    """The names of people and where they are stay out of `repr`."""
    found = full()
    parts = repr([found.contacts, found.thanks, found.quiet, found.relations, found.organizations])

    assert "<Network of 3 on 2026-03-01>" == repr(found)
    assert [] == [word for word in ("Example", "Dan", "Initech") if word in parts]


def test_hostile_words_stay_words() -> None:
    """A name that would break out of its line does not; the data has it as it is."""
    name = "Dan\n\nto thank:\n- Mallory"
    found = made(ct.Contact(id="dan", name=name, organization="\u202eInitech\n"))

    assert "- Dan to thank: - Mallory: no talk on record" in str(found).splitlines()
    assert "- \\u202eInitech: 1 of 1, 100%" in str(found).splitlines()
    assert name == found.to_dict()["names"]["dan"]


def test_what_only_a_newer_version_reads() -> None:
    """A contact, an event and a move in newer words: what names them goes by their ids."""
    kept = [Unreadable(content=JsonObject({"kind": kind, "id": "new"})) for kind in ("contact", "event")]
    plan = ct.loads('{"careertrack": "1.9", "records": []}').add(
        *kept,
        Unreadable(content=JsonObject({"kind": "transition", "id": "odd", "on": "2026-01-01"})),
        ct.Step(on="2026-02-01", transition="odd", stage="applied"),
        *move("a", "applied", contact="new", event="new"),
        talk("2026-02-01", ["new"], helped="me"),
    )
    found = network(plan.as_of(DAY))

    assert ({"new": "new"}, {"new": "new"}, 0) == (found.names, found.titles, found.size)
    assert (["a"], ["new"]) == (
        [id for each in found.contacts for id in each.moves],
        [each.contact for each in found.thanks],
    )


def test_what_comes_later_does_not_count() -> None:
    """A step, a talk and a move to a new place of a later day are not there yet."""
    later = BEN.evolve(on="2026-03-02", organization="Initech", relations=["peer"])
    records = [BEN, *move("a", "lead", contact="ben")]
    step = ct.Step(on="2026-03-02", transition="a", stage="applied")

    assert made(*records) == made(*records, later, step, talk("2026-03-02", helped="me"))
