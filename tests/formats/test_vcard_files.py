"""Other people's address books: every card counted, and values looked up by hand."""

from pathlib import Path

import pytest

import careertrack as ct
from careertrack.formats import Imported, vcard


@pytest.fixture(scope="module")
def books(shared_data: Path) -> Path:
    """The folder of the address books."""
    return shared_data / "vcard"


def contacts(imported: Imported) -> dict[str, ct.Contact]:
    """The contacts of an import, by name."""
    return {record.name: record for record in imported.records if isinstance(record, ct.Contact)}


COUNTED = {
    "John_Doe_ANDROID.vcf": {"vCard 2.1": 6},
    "John_Doe_GMAIL.vcf": {"vCard 3.0": 1},
    "John_Doe_MS_OUTLOOK.vcf": {"vCard 2.1": 1},
    "gmail-single.vcf": {"vCard 3.0": 1},
    "issue114.vcf": {"vCard 4.0": 1},
    "outlook-2007.vcf": {"vCard 2.1": 1},
    "rfc2426-example.vcf": {"vCard 3.0": 2},
    "rfc6350-example.vcf": {"vCard 4.0": 1},
    "thunderbird-MoreFunctionsForAddressBook-extension.vcf": {"vCard 3.0": 1},
}


def test_every_file_is_counted(books: Path) -> None:
    """The table of this test names every address book there is."""
    assert sorted(COUNTED) == sorted(path.name for path in books.glob("*.vcf"))


@pytest.mark.parametrize("name", COUNTED)
def test_every_card_is_a_contact(name: str, books: Path) -> None:
    """Each card of each file becomes a contact."""
    imported = vcard.read(books / name)
    (cards,) = COUNTED[name].values()

    assert COUNTED[name] == imported.found
    assert {"contact": cards} == imported.kinds
    assert cards == len({record.id for record in imported.records})


def test_all_books_at_once(books: Path) -> None:
    """A folder gives what its files give, and so do the files one by one in any order."""
    folder = vcard.read(books)
    files = vcard.read([books / name for name in sorted(COUNTED, reverse=True)])

    assert {"contact": 15} == folder.kinds
    assert {"vCard 2.1": 8, "vCard 3.0": 5, "vCard 4.0": 2} == folder.found
    assert (folder.records, folder.issues, folder.left) == (files.records, files.issues, files.left)
    assert 15 == len(ct.Plan(records=folder.records))


def test_reading_again_changes_nothing(books: Path) -> None:
    """All that a plan has from its address books is held the next time."""
    plan = ct.Plan(records=vcard.read(books).records)
    again = vcard.read(books, into=plan)

    assert ((), 15, ()) == (again.records, again.held, again.differing)
    assert ["charset"] == [issue.params["rule"] for issue in again.issues]


def test_a_telephone(books: Path) -> None:
    """Quoted-printable text of several lines, cards without a name, a charset that is not true."""
    imported = vcard.read(books / "John_Doe_ANDROID.vcf")
    people = contacts(imported)
    note = "Ñ Ñ Ñ Ñ Ñ Ñ Ñ ÑÑ Ñ Ñ Ñ Ñ Ñ Ñ ÑÑ Ñ Ñ Ñ Ñ"

    assert ("john.doe@company.com",) == people["John Doe"].emails
    assert ("jane.doe@company.com",) == people["Jane Doe"].emails
    assert ("123456789",) == people["Ñ Ñ Ñ Ñ Ñ"].phones
    long = people["Ñ Ñ Ñ Ñ Ñ Ñ Ñ Ñ Ñ Ñ Ñ"]
    assert (("123456", "234567", "3456789", "45678901"), note) == (long.phones, long.note)
    bob = people["Ñ Ñ Ñ Ñ"]
    assert (("123456",), "Ñ" * 12) == (bob.phones, bob.organization)
    assert ("bob@company.com", "Ñ" * 14) == bob.emails
    assert ("www.company.com", "http://www.company.com") == bob.links
    henry = people["Ñ" * 4]
    assert (("henry@company.com",), "Ñ" * 44) == (henry.emails, henry.organization)
    assert [
        "John_Doe_ANDROID.vcf: line 71, property ORG: is not in the charset that it names, UTF-8: not taken"
    ] == [*map(str, imported.issues)]
    assert {"CATEGORIES", "PHOTO"} == imported.left.keys()


def test_an_old_gmail(books: Path) -> None:
    """Escaped commas and colons, groups of properties, and a folded note."""
    imported = vcard.read(books / "John_Doe_GMAIL.vcf")
    (john,) = contacts(imported).values()

    assert ("Mr. John Richter, James Doe Sr.", "IBM", "Money Counter") == (
        john.name,
        john.organization,
        john.title,
    )
    assert (("905-555-1234", "905-666-1234"), ("http://www.ibm.com",)) == (john.phones, john.links)
    assert str(john.note).startswith(
        'THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND'
    )
    assert str(john.note).endswith("SUCH DAMAGE.\nFavotire Color: Blue")
    assert {
        "ADR": "1 found: a contact has no field for it",
        "BDAY": "1 found: a contact has no field for it",
        "X-ABDATE": "1 found: a contact has no field for it",
        "X-ABLABEL": "2 found: a contact has no field for it",
        "X-ABRELATEDNAMES": "1 found: a contact has no field for it",
        "X-PHONETIC-FIRST-NAME": "1 found: a contact has no field for it",
        "X-PHONETIC-LAST-NAME": "1 found: a contact has no field for it",
    } == imported.left


def test_a_single_gmail(books: Path) -> None:
    """Properties in groups with labels of their own."""
    (greg,) = contacts(vcard.read(books / "gmail-single.vcf")).values()

    assert ("Greg Dartmouth", "TheCompany", "TheJobTitle") == (greg.name, greg.organization, greg.title)
    assert (("555 555 1111", "555 555 2222"), ("http://TheProfile.com",)) == (greg.phones, greg.links)


def test_outlook(books: Path) -> None:
    """Bare parameters, departments, and pictures up to an empty line."""
    imported = vcard.read(books / "outlook-2007.vcf")
    (michael,) = contacts(imported).values()

    assert ("Mr. Michael Angstadt Jr.", "TheCompany", "TheJobTitle") == (
        michael.name,
        michael.organization,
        michael.title,
    )
    assert ("(111) 555-1111", "(111) 555-2222", "(111) 555-4444", "(111) 555-3333") == michael.phones
    assert (("mike.angstadt@gmail.com",), ("http://mikeangstadt.name",)) == (michael.emails, michael.links)
    assert str(michael.note).startswith("This is the NOTE field\t\nI assume it encodes")
    assert "1 found: pictures are not looked at" == imported.left["PHOTO"]
    assert {"ADR", "BDAY", "FBURL", "KEY", "LABEL", "NICKNAME", "ORG", "PHOTO", "ROLE"} == {
        name for name in imported.left if not name.startswith("X-")
    }


def test_another_outlook(books: Path) -> None:
    """A name with a comma in it, and a picture that begins below its property."""
    (john,) = contacts(vcard.read(books / "John_Doe_MS_OUTLOOK.vcf")).values()

    assert ("Mr. John Richter James Doe Sr.", "IBM") == (john.name, john.organization)
    assert (("(905) 555-1234", "(905) 666-1234"), ("john.doe@ibm.cm",)) == (john.phones, john.emails)


def test_the_examples_of_the_standards(books: Path) -> None:
    """The authors of RFC 2426 and RFC 6350, as they describe themselves."""
    people = contacts(vcard.read([books / "rfc2426-example.vcf", books / "rfc6350-example.vcf"]))
    frank, tim, simon = people["Frank Dawson"], people["Tim Howes"], people["Simon Perreault"]

    assert ("Frank_Dawson@Lotus.com", "fdawson@earthlink.net") == frank.emails
    assert ("+1-919-676-9515", "+1-919-676-9564") == frank.phones
    assert "Netscape Communications Corp." == tim.organization
    assert ("Viagenie", ("http://nomis80.org",)) == (simon.organization, simon.links)
    assert ("+1-418-656-9254;ext=102", "+1-418-262-6501") == simon.phones


def test_a_parameter_with_colons(books: Path) -> None:
    """A property that is not taken may be as odd as it likes."""
    imported = vcard.read(books / "issue114.vcf")
    (dummy,) = contacts(imported).values()

    assert ("Dummy, Dummy", "Dummy GmbH") == (dummy.name, dummy.organization)
    assert ("+49 1234 56789", "+49 9876 54321") == dummy.phones
    assert (["ADR"], ()) == ([*imported.left], imported.issues)


def test_thunderbird(books: Path) -> None:
    """Line ends of two sorts, numbers of a fax and a pager, categories that are no relations."""
    imported = vcard.read(books / "thunderbird-MoreFunctionsForAddressBook-extension.vcf")
    (john,) = contacts(imported).values()

    assert ("John Doe", "TheOrganization", "TheTitle", ()) == (
        john.name,
        john.organization,
        john.title,
        john.relations,
    )
    assert ("doe.john@hotmail.com", 5) == (john.emails[0], len(john.emails))
    assert ("555-555-1111", "555-555-2222", "555-555-5555", "555-555-3333", "555-555-4444") == john.phones
    assert ("http://www.private-webpage.com", "http://www.work-webpage.com") == john.links
    assert str(john.note).endswith('You can put anything in the "note" field; even curse words.')
