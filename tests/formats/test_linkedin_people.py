"""Connections and recommendations become contacts and conversations."""

from datetime import date

import pytest
from tests.formats.conftest import Write

import careertrack as ct
from careertrack.formats import Imported, linkedin
from careertrack.formats.people import person_id, plain_url

HEAD = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
GRACE = "Grace,Hopper,https://www.linkedin.com/in/grace,grace@navy.example,Navy,Admiral,05 Jun 2024\n"
SAID = "First Name,Last Name,Company,Job Title,Text,Creation Date,Status\n"


def contacts(imported: Imported) -> list[ct.Contact]:
    """The contacts of an import."""
    return [record for record in imported.records if isinstance(record, ct.Contact)]


def told(imported: Imported) -> list[str]:
    """The issues of an import, as sentences."""
    return list(map(str, imported.issues))


def test_a_connection(folder: Write) -> None:
    """A connection is a contact with all that the archive says, under an id that names nobody."""
    imported = linkedin.read(folder({"Connections.csv": HEAD + GRACE}))
    expected = ct.Contact(
        id=person_id("https://www.linkedin.com/in/grace", "", None, ""),
        name="Grace Hopper",
        organization="Navy",
        title="Admiral",
        emails=["grace@navy.example"],
        links=["https://www.linkedin.com/in/grace"],
        met="2024-06-05",
    )

    assert (expected,) == imported.records
    assert {"Connections": 1} == imported.found
    assert "grace" not in expected.id


def test_an_older_layout(folder: Write) -> None:
    """A file without addresses of profiles is read; namesakes are told apart by the day of connecting."""
    text = (
        "Last Name;First Name;Email Address;Current Company;Connected On;Tags\n"
        "Hopper;Grace;;Navy;1/31/12;\nHopper;Grace;;Yale;2/28/12;\nKing;Ada;ada@x.example;;;\nKing;Ada;;;;\n"
    )
    found = contacts(linkedin.read(folder({"connections.CSV": text})))

    assert 4 == len({contact.id for contact in found})
    assert {("Grace Hopper", "Navy", date(2012, 1, 31)), ("Grace Hopper", "Yale", date(2012, 2, 28))} == {
        (contact.name, contact.organization, contact.met) for contact in found if contact.met
    }


@pytest.mark.parametrize(
    ("row", "name"),
    [
        (",,https://www.linkedin.com/in/grace-hopper-7a1b,,,,05 Jun 2024", "Grace Hopper"),
        (",,https://www.linkedin.com/in/%C3%A9mile,,,,05 Jun 2024", "Émile"),
        (",,https://www.linkedin.com/in/123,grace.hopper@navy.example,,,05 Jun 2024", "Grace Hopper"),
        (",Hopper,,,,,", "Hopper"),
    ],
)
def test_a_name_from_parts(row: str, name: str, folder: Write) -> None:
    """A hidden person is named after the address of the profile or mailbox where that tells a name."""
    imported = linkedin.read(folder({"Connections.csv": HEAD + row + "\n"}))

    assert ([name], []) == ([contact.name for contact in contacts(imported)], told(imported))


def test_a_hidden_person_is_reported(folder: Write) -> None:
    """A person of whom nothing but the day is there is reported, and the others are kept."""
    imported = linkedin.read(folder({"Connections.csv": HEAD + ",,,,,,05 Jun 2024\n,,,,,,\n" + GRACE}))

    assert ["Grace Hopper"] == [contact.name for contact in contacts(imported)]
    assert ["Connections.csv: row 2: names nobody: the person is hidden, or has left"] == told(imported)


def test_a_bad_value_costs_itself_alone(folder: Write) -> None:
    """A contact is made without a value that cannot be kept, which is reported and never shown."""
    row = f"Grace,Hopper,https://www.linkedin.com/in/grace,secret{'x' * 320},Navy,Admiral,30 Feb 2024\n"
    imported = linkedin.read(folder({"Connections.csv": HEAD + row}))
    (contact,) = contacts(imported)

    assert ("Grace Hopper", (), None) == (contact.name, contact.emails, contact.met)
    assert [
        "Connections.csv: row 2, column Connected On: is no day of the calendar, or no time of the day",
        "Connections.csv: row 2, column Email Address: must be text of 1 to 320 whole characters, "
        "got a personal value",
    ] == sorted(told(imported))


def test_a_row_without_a_good_name_is_left_out(folder: Write) -> None:
    """Where the value that a record cannot do without is bad, there is no record."""
    imported = linkedin.read(folder({"Connections.csv": HEAD + f"{'x' * 501},,,,,,\n"}))

    assert () == imported.records
    assert ["value"] == [issue.params["rule"] for issue in imported.issues]


def test_one_person_twice(folder: Write) -> None:
    """Of two rows about one person one is kept, whichever comes first, and the other reported."""
    other = (
        GRACE.replace("Navy,Admiral", "Yale,Professor")
        .replace("www.", "de.")
        .replace("/grace,", "/Grace/?x=1,")
    )
    one = linkedin.read(folder({"Connections.csv": HEAD + GRACE + other + GRACE}))
    two = linkedin.read(folder({"Connections.csv": HEAD + other + GRACE + GRACE}))

    assert one.records == two.records
    assert 1 == len(one.records)
    assert ["repeated"] == [issue.params["rule"] for issue in one.issues]


@pytest.mark.parametrize(
    "url",
    [
        "https://www.linkedin.com/in/grace",
        "http://linkedin.com/in/Grace/",
        "www.linkedin.com/in/grace?trk=x",
        "//de.linkedin.com/in/gr%61ce#top",
    ],
)
def test_one_profile_is_one_text(url: str) -> None:
    """However the address of a profile is written, it is the same person."""
    assert "linkedin.com/in/grace" == plain_url(url)


def test_other_addresses_keep_what_tells_them_apart() -> None:
    """The address of another site keeps its query and its letters."""
    assert "jobs.example/View?id=1" == plain_url("https://www.jobs.example/View?id=1")


def test_a_visible_recommendation(folder: Write) -> None:
    """Who wrote a visible recommendation vouches; its text is a private note of a conversation."""
    row = 'Grace,Hopper,Navy,Admiral,"The best, by far.","06/21/21, 09:12 AM",VISIBLE\n'
    imported = linkedin.read(
        folder({"Connections.csv": HEAD + GRACE, "Recommendations_Received.csv": SAID + row})
    )
    (contact,) = contacts(imported)
    (talk,) = (record for record in imported.records if isinstance(record, ct.Conversation))

    assert contact.vouches
    assert ("recommendation", "me", (contact.id,), "The best, by far.", date(2021, 6, 21)) == (
        talk.type,
        talk.helped,
        talk.contacts,
        talk.note,
        talk.on,
    )
    assert "best" not in repr(imported.records) + str(imported) + repr(imported)


def test_a_recommendation_given(folder: Write) -> None:
    """A recommendation given helped the other, and says nothing of what they would say."""
    files = {
        "Connections.csv": HEAD + GRACE,
        "Recommendations_Given.csv": SAID + "Grace,Hopper,,,Look no further.,21 Jun 2021,VISIBLE\n",
    }
    imported = linkedin.read(folder(files))
    (talk,) = (record for record in imported.records if isinstance(record, ct.Conversation))

    assert ("them", False) == (talk.helped, contacts(imported)[0].vouches)


def test_a_hidden_recommendation_is_left(folder: Write) -> None:
    """Drafts, requests and what is hidden are not taken, and that is said."""
    row = "Grace,Hopper,,,Yes.,21 Jun 2021,PENDING\n"
    imported = linkedin.read(
        folder({"Connections.csv": HEAD + GRACE, "Recommendations_Received.csv": SAID + row})
    )

    assert [False] == [contact.vouches for contact in contacts(imported)]
    assert {"Recommendations that are not visible": "drafts, requests, and what was hidden"} == imported.left


def test_namesakes(folder: Write) -> None:
    """Of namesakes the one of that company and title is meant; where none or two are left, nobody."""
    other = GRACE.replace("/grace,", "/grace-2,").replace("Navy,Admiral", "Navy,Captain")
    third = GRACE.replace("/grace,", "/grace-3,").replace("Navy,Admiral", "Yale,Professor")
    rows = [
        "Grace,Hopper,Navy,Captain,A,21 Jun 2021,VISIBLE",
        "grace,hopper,yale,,B,22 Jun 2021,",
        "Grace,Hopper,Navy,,C,23 Jun 2021,VISIBLE",
        "Grace,Hopper,MIT,,D,24 Jun 2021,VISIBLE",
    ]
    files = {
        "Connections.csv": HEAD + GRACE + other + third,
        "Recommendations_Received.csv": SAID + "\n".join(rows),
    }
    imported = linkedin.read(folder(files))

    assert {"Captain", "Professor"} == {contact.title for contact in contacts(imported) if contact.vouches}
    assert [
        "Recommendations_Received.csv: row 4: names one of 2 people of one name",
        "Recommendations_Received.csv: row 5: names one of 3 people of one name",
    ] == told(imported)


def test_a_stranger_who_recommends(folder: Write) -> None:
    """Who is no connection, any more, becomes a contact by name; who has none is reported."""
    rows = [
        "Ada,King,Engines,Analyst,A,21 Jun 2021,VISIBLE",
        "Ada,King,Engines,Analyst,B,22 Jun 2021,VISIBLE",
        ",,Engines,Analyst,C,23 Jun 2021,VISIBLE",
        "Ada,King,Engines,Analyst,D,,VISIBLE",
        f"{'x' * 501},,Engines,Analyst,E,23 Jun 2021,VISIBLE",
    ]
    imported = linkedin.read(folder({"Recommendations_Received.csv": SAID + "\n".join(rows)}))
    (contact,) = contacts(imported)

    assert ("Ada King", "Engines", "Analyst", True) == (
        contact.name,
        contact.organization,
        contact.title,
        contact.vouches,
    )
    assert {"no-name", "no-day", "value"} == {issue.params["rule"] for issue in imported.issues}
    assert 3 == len(imported.records)


def test_people_of_the_plan_keep_their_ids(folder: Write) -> None:
    """Somebody whom the plan knows by profile or mailbox is that contact, under whatever id."""
    plan = ct.Plan().add(
        ct.Contact(id="boss", name="G. H.", links=["http://linkedin.com/in/GRACE/"]),
        ct.Contact(id="ada", name="Ada King", emails=["Ada@X.example"]),
    )
    files = {
        "Connections.csv": HEAD
        + GRACE
        + "Ada,King,https://www.linkedin.com/in/ada,ada@x.example,,,05 Jun 2024\n",
        "Recommendations_Received.csv": SAID + "Ada,King,,,Yes.,21 Jun 2021,VISIBLE\n",
    }
    imported = linkedin.read(folder(files), into=plan)
    (talk,) = imported.records

    assert ("ada",) == talk.contacts  # type: ignore[attr-defined]
    assert ["ada", "boss"] == [record.id for record in imported.differing]
    assert 2 == imported.held
    assert len(plan) + 1 == len(plan.add(imported.records))


def test_people_of_the_plan_are_known_by_name(folder: Write) -> None:
    """Without connections people are looked for among those of the plan, who stay as they are."""
    plan = ct.Plan() + ct.Contact(id="ada", name="Ada King")
    files = {"Recommendations_Received.csv": SAID + "Ada,King,,,Yes.,21 Jun 2021,VISIBLE\n"}
    imported = linkedin.read(folder(files), into=plan)

    assert [("conversation", ("ada",))] == [(r.kind, r.contacts) for r in imported.records]  # type: ignore[attr-defined]
    assert not plan.add(imported.records).get(ct.Contact, "ada").vouches
