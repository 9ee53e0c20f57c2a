"""Contacts from a spreadsheet of one's own: which column is which, and who is who."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import careertrack as ct
from careertrack.formats import Imported, csv

Read = Callable[..., Imported]

GOOGLE = """Name,Given Name,Family Name,E-mail 1 - Type,E-mail 1 - Value,E-mail 2 - Value,Phone 1 - Value,\
Organization 1 - Name,Organization 1 - Title,Website 1 - Value,Notes
Grace Hopper,Grace,Hopper,* Work,grace@x.example ::: g@y.example,h@y.example,+1 555 ::: 0123,Navy,Admiral,\
https://www.linkedin.com/in/grace,Likes tea.
"""
OUTLOOK = """First Name,Last Name,Company,Job Title,E-mail Address,E-mail 2 Address,Business Phone,\
Mobile Phone,Web Page
Grace,Hopper,Navy,Admiral,grace@x.example,g@y.example,+1 555,0123,https://x.example/grace
"""
OWN = """My people as of June

Person;Employer;Position;Mail;Phone number;LinkedIn;Relationship;Met on;Comments
Grace Hopper;Navy;Admiral;grace@x.example;+1 555;linkedin.com/in/grace;Former Peer / friend;5.6.24;Likes tea.
"""


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Reads a spreadsheet."""

    def of(content: str | bytes, **options: Any) -> Imported:
        path = tmp_path / "people.csv"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return csv.read_contacts(path, **options)

    return of


def plain(imported: Imported) -> list[dict[str, Any]]:
    """The contacts as plain data."""
    return [record.fields_to_dict() for record in imported.records]


def told(imported: Imported) -> list[str]:
    """The issues of an import, as sentences."""
    return list(map(str, imported.issues))


# --- Which column is which ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (
            GOOGLE,
            {
                "name": "Grace Hopper",
                "organization": "Navy",
                "title": "Admiral",
                "emails": ["grace@x.example", "g@y.example", "h@y.example"],
                "phones": ["+1 555", "0123"],
                "links": ["https://www.linkedin.com/in/grace"],
                "note": "Likes tea.",
            },
        ),
        (
            OUTLOOK,
            {
                "name": "Grace Hopper",
                "organization": "Navy",
                "title": "Admiral",
                "emails": ["grace@x.example", "g@y.example"],
                "phones": ["+1 555", "0123"],
                "links": ["https://x.example/grace"],
            },
        ),
        (
            OWN,
            {
                "name": "Grace Hopper",
                "relations": ["former-peer", "friend"],
                "organization": "Navy",
                "title": "Admiral",
                "emails": ["grace@x.example"],
                "phones": ["+1 555"],
                "links": ["linkedin.com/in/grace"],
                "met": "2024-06-05",
                "note": "Likes tea.",
            },
        ),
    ],
    ids=["google", "outlook", "own"],
)
def test_columns_are_guessed(content: str, expected: Mapping[str, Any], read: Read) -> None:
    """The columns of address books, and of what people make themselves, are known by what they are called."""
    columns = {"emails": "Mail"} if "Mail;" in content else None
    imported = read(content, columns=columns)
    (found,) = plain(imported)

    assert expected == {name: value for name, value in found.items() if name != "id"}
    assert [] == told(imported)


def test_what_no_field_took(read: Read) -> None:
    """Columns that no field took are named, as the header row writes them."""
    imported = read("Name,Birthday,Shoe Size,\nAda,1815,38,\n")

    assert {
        "columns Birthday, Shoe Size": "no field that is read is called so; columns= can say which is"
    } == imported.left
    assert {"people.csv": 1} == imported.found


def test_columns_that_are_given(read: Read) -> None:
    """A caller's columns come before guesses: one, several in order, or none."""
    content = "Name,Wer,Mail,E-mail,Notes\nx,Ada Lovelace,a@x.example,b@x.example,private\n"
    (found,) = plain(read(content, columns={"name": "wer", "emails": ["E-Mail", "Mail"], "note": []}))

    assert ("Ada Lovelace", ["b@x.example", "a@x.example"]) == (found["name"], found["emails"])
    assert "note" not in found


def test_a_column_is_of_one_field(read: Read) -> None:
    """A column that a caller gives to a field is not guessed to be another's."""
    (found,) = plain(read("Name,Title\nAda,Countess\n", columns={"note": "Title"}))

    assert ("Countess", None) == (found["note"], found.get("title"))


def test_a_field_that_is_none(read: Read) -> None:
    """A field that no contact is read with is refused, with the nearest."""
    with pytest.raises(ct.InvalidValue) as refused:
        read("Name\nAda\n", columns={"nam": "Name"})

    assert (
        "columns: must be one of id, name, first_name, last_name, organization, title, emails, phones, "
        """links, relations, met, note, got 'nam'; did you mean "name"?"""
    ) == str(refused.value)


@pytest.mark.parametrize(
    ("columns", "issue"),
    [
        (["Name"], "columns: must be columns by field, such as {'name': 'Who'}, got a list of 1"),
        ("Name", "columns: must be columns by field, such as {'name': 'Who'}, got 'Name'"),
        ({"name": None}, "columns['name']: must be the name of a column, or a list of names, got None"),
        (
            {"name": ["Name", 3]},
            "columns['name']: must be the name of a column, or a list of names, got a list of 2",
        ),
    ],
)
def test_columns_that_are_none(columns: Any, issue: str, read: Read) -> None:
    """What cannot be a map of columns is refused, saying what would be one."""
    with pytest.raises(ct.InvalidValue) as refused:
        read("Name\nAda\n", columns=columns)

    assert issue == str(refused.value)


@pytest.mark.parametrize(
    ("content", "columns"), [("A,B\n1,2\n", None), ("", None), ("Name\nAda\n", {"emails": "Mail"})]
)
def test_no_header(content: str, columns: Mapping[str, str] | None, read: Read) -> None:
    """Without a row that names the columns needed nothing can be read."""
    with pytest.raises(ct.InvalidDocument, match=r"people\.csv: has no header row with columns for name or "):
        read(content, columns=columns)


def test_the_header_row_is_the_one_that_names_most(read: Read) -> None:
    """A line above the header row that happens to be the name of a column is not taken for it."""
    imported = read("Contact\n\nName,Company\nAda,Acme\n")

    assert ([("Ada", "Acme")], []) == (
        [(each["name"], each["organization"]) for each in plain(imported)],
        told(imported),
    )


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("start", [b"", b"\xef\xbb\xbf"])
def test_other_ways_to_save(delimiter: str, start: bytes, read: Read) -> None:
    """Separators and byte order marks of spreadsheet programs are known."""
    content = start + delimiter.join(["Name", "Company"]).encode() + b"\r\n" + delimiter.join("ab").encode()

    assert [("a", "b")] == [(each["name"], each["organization"]) for each in plain(read(content))]


def test_other_encodings(read: Read) -> None:
    """A file of another encoding is refused with a hint, and read with it."""
    content = "Name\nZoë\n".encode("cp1252")
    with pytest.raises(ct.InvalidDocument, match="pass encoding='cp1252'"):
        read(content)

    assert ["Zoë"] == [each["name"] for each in plain(read(content, encoding="cp1252"))]


# --- Rows -----------------------------------------------------------------------------------------------


def test_bad_rows_cost_themselves(read: Read) -> None:
    """Good rows are kept and bad ones reported, by row and column."""
    imported = read(
        "Name,Company,E-mail,Met\n"
        "Ada,x\n"
        '"Bob,x,,\n'
        "Cy,x,,soon\n"
        ",x,ada.byron@x.example,-\n"
        ",x,5@x.example,\n"
        "Di,x,d@x.example,2026-03\n"
        f"Ed,x,{'e' * 400}; e@x.example,\n"
    )

    assert ["Ada Byron", "Cy", "Di", "Ed"] == sorted(each["name"] for each in plain(imported))
    assert [
        "people.csv: row 2: has 2 cells under 4 columns",
        "people.csv: row 3: has a quote that never closes",
        "people.csv: row 4, column Met: is no day in a known form, such as 05 Jun 2024",
        "people.csv: row 6, column Name: names nobody",
        "people.csv: row 7, column Met: is known to the month alone, and a day is needed",
        "people.csv: row 8, column E-mail: must be text of 1 to 320 whole characters, got a personal value",
    ] == told(imported)


def test_a_header_that_names_a_column_twice(read: Read) -> None:
    """Nobody can tell which of two columns of one name is meant."""
    imported = read("Name,E-mail,E-mail\nAda,a@x.example,b@x.example\n")

    assert ((), ["people.csv: row 1: names a column twice: E-Mail"]) == (imported.records, told(imported))


def test_days(read: Read) -> None:
    """A day of which month and day cannot be told apart is not guessed; a caller can say."""
    content = "Name,Met\nAda,6/5/24\n"

    assert [
        "people.csv: row 2, column Met: does not tell month from day: pass day_first=True or day_first=False"
    ] == (told(read(content)))
    assert ["2024-06-05", "2024-05-06"] == [
        plain(read(content, day_first=day_first))[0]["met"] for day_first in (False, True)
    ]


def test_relations_are_words(read: Read) -> None:
    """What somebody is becomes words of the vocabulary; what is none is left out."""
    (found,) = plain(read("Name,Relations\nAda,Former Peer; MENTOR;?!\n"))

    assert ["former-peer", "mentor"] == found["relations"]


def test_nothing_private(read: Read) -> None:
    """No name, address or note of anybody is in an issue, or in what is shown of a result."""
    secret = "Secret"
    rows = f"{secret},{secret * 100},{secret},{secret}\n,{secret},,{secret}\n"
    imported = read(f"Name,E-mail,Met,Note\n{rows}")

    assert 2 == len(imported.issues)
    assert secret not in f"{imported!r} {imported} {imported.records!r} {imported.issues!r}"


# --- Who is who --------------------------------------------------------------------------------------------


def test_ids_are_opaque_and_stay(read: Read) -> None:
    """An id says nothing of anybody, and is the same whatever else a row says and wherever it stands."""
    first = read("Name,E-mail,Company\nAda,a@x.example,Acme\nBob,,Acme\n")
    second = read("E-mail,Name,Phone,Met\n,Bob,1,\nA@x.example,ada,2,2026-01-05\n")

    assert {record.id for record in first.records} == {record.id for record in second.records}
    assert [] == [record.id for record in first.records if not str(record.id).startswith("p-")]


def test_namesakes_are_two(read: Read) -> None:
    """People of one name are told apart by links, addresses, or the day of getting to know each other."""
    rows = ["a@x.example,,", "b@x.example,,", ",https://x.example/a,", ",,2026-01-05", ",,2026-01-06", ",,"]

    assert 6 == len(read("Name,E-mail,URL,Met\n" + "".join(f"Ada,{row}\n" for row in rows)).records)


def test_one_person_twice(read: Read) -> None:
    """A second row of somebody who says something else is reported, and the first is taken."""
    imported = read("Name,E-mail,Company\nAda,a@x.example,Acme\nAda,a@x.example,Acme\nAda,a@x.example,Bank\n")

    assert ["Acme"] == [each["organization"] for each in plain(imported)]
    assert [4] == [int(issue.path.partition("row ")[2]) for issue in imported.issues]


@given(order=st.permutations(range(4)))
def test_the_order_of_rows_does_not_matter(
    order: list[int], tmp_path_factory: pytest.TempPathFactory
) -> None:
    """The same rows in any order give the same contacts."""
    rows = ["Ada,a@x.example,Acme", "Ada,a@x.example,Bank", "Bob,,", "Cy,c@x.example,"]
    path = tmp_path_factory.mktemp("sheet") / "people.csv"
    expected = []
    for lines in (rows, [rows[i] for i in order]):
        path.write_text("Name,E-mail,Company\n" + "\n".join(lines), encoding="utf-8")
        expected.append(csv.read_contacts(path).records)

    assert expected[0] == expected[1]


def test_importing_again_changes_nothing(read: Read) -> None:
    """What a plan holds is left out, and an edit stays."""
    content = "Name,E-mail,Company\nAda,a@x.example,Acme\nBob,,Acme\n"
    plan = ct.Plan(records=read(content).records)
    ada = next(each for each in plan.of(ct.Contact) if each.name == "Ada")
    edited = plan.replace(ada, ada.evolve(organization="Bank", trust=5))
    again = read(content, into=edited)

    assert ((), 2) == (read(content, into=plan).records, read(content, into=plan).held)
    assert ((), 2, (ada,)) == (again.records, again.held, again.differing)
    assert [f"people.csv: row 2: contact {ada.id} has another organization in the plan, which stays"] == told(
        again
    )


@pytest.mark.parametrize(
    ("row", "id"),
    [
        ("Somebody,,GRACE@x.example,", "grace"),
        ("Somebody,,new@x.example; grace@x.example,", "grace"),
        ("Somebody,,,https://www.linkedin.com/in/Grace/?x=1", "grace"),
        ("Grace Hopper,,,", "grace"),
        ("Grace  hopper,grace,other@x.example,", "grace"),
        ("Grace Hopper,,other@x.example,", None),
        ("Sam,,,", None),
        ("Somebody,nobody,,", None),
    ],
)
def test_people_of_the_plan_keep_their_ids(row: str, id: str | None, read: Read) -> None:
    """Somebody of the plan is known by id, link or address, or by a name where that is all there is."""
    plan = ct.Plan() + [
        ct.Contact(
            id="grace", name="Grace Hopper", emails=["grace@x.example"], links=["linkedin.com/in/grace"]
        ),
        ct.Contact(id="sam", name="Sam"),
        ct.Contact(id="sam-2", name="Sam"),
    ]
    imported = read(f"Name,Id,E-mail,URL\n{row}\n", into=plan)

    assert (int(id is not None), int(id is None)) == (imported.held, len(imported.records))
    assert [] == [
        record.id for record in imported.records if record.id in {"grace", "sam", "sam-2", "nobody"}
    ]


def test_a_page_that_people_share(read: Read) -> None:
    """Colleagues with the page of one firm are different people, whether the plan has that page or not."""
    content = "Name,E-mail,Web Page\nGrace,g@x.example,x.example\nAda,,x.example\nAda,,y.example\n"
    plan = ct.Plan() + ct.Contact(id="bob", name="Bob", links=["https://x.example/"])
    alone, into = read(content), read(content, into=plan)

    assert (["Ada", "Ada", "Grace"], []) == (sorted(each["name"] for each in plain(alone)), told(alone))
    assert (alone.records, 0) == (into.records, into.held)


def test_a_page_and_the_name(read: Read) -> None:
    """A page that is no profile tells who somebody is together with the name."""
    plan = ct.Plan() + ct.Contact(id="grace", name="Grace Hopper", links=["https://grace.example"])

    assert 1 == read("Name,Website\ngrace hopper,www.grace.example/\n", into=plan).held


def test_a_mailbox_that_people_share(read: Read) -> None:
    """Of people who share a mailbox the plan's is who has the name, and nobody is lost."""
    plan = ct.Plan() + ct.Contact(id="grace", name="Grace", emails=["office@x.example"])
    imported = read("Name,E-mail\nAda,office@x.example\nGrace,office@x.example\n", into=plan)

    assert (["Ada"], 1, []) == ([each["name"] for each in plain(imported)], imported.held, told(imported))


@pytest.mark.parametrize("ids", [("ada", "grace"), ("grace", "ada")])
@pytest.mark.parametrize(
    ("row", "held"),
    [("Grace,o@x.example,", True), ("Grace,,https://x.example", True), ("Bob,o@x.example,", False)],
)
def test_what_people_of_the_plan_share(row: str, held: bool, ids: tuple[str, str], read: Read) -> None:
    """Of people of the plan who share a page or a mailbox that one is meant who has the name, or nobody."""
    people = [
        ct.Contact(id=id, name=id.title(), emails=["o@x.example"], links=["https://x.example"]) for id in ids
    ]
    imported = read(f"Name,E-mail,Website\n{row}\n", into=ct.Plan(records=people))

    assert (int(held), int(not held), []) == (imported.held, len(imported.records), told(imported))


def test_namesakes_of_the_plan_keep_their_own_ids(read: Read) -> None:
    """People whom the plan has from the same spreadsheet are found again, however much they share."""
    content = "Name,E-mail,Website\nAda,a@x.example,x.example\nAda,b@x.example,x.example\n"
    again = read(content, into=ct.Plan(records=read(content).records))

    assert ((), 2, (), []) == (again.records, again.held, again.differing, told(again))


def test_a_table_of_contacts_comes_back(read: Read) -> None:
    """A plan's own table of contacts, edited in a spreadsheet, is recognised."""
    plan = ct.Plan() + ct.Contact(
        id="grace", name="Grace Hopper", organization="Navy", emails=["g@x.example"], phones=["+1 555"]
    )
    content = csv.write(plan.rows("contacts", day="2026-03-01", details=True)).content

    assert 1 == read(content, into=plan).held
    assert () == read(content, into=plan).differing


def test_no_plan_is_broken(read: Read) -> None:
    """The records fit together, and into the plan they were read for."""
    imported = read(GOOGLE)

    assert 1 == len(ct.Plan(records=imported.records))
    assert 2 == len((ct.Plan() + ct.Skill(name="SQL")).add(imported.records))
