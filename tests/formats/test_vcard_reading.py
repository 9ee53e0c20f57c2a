"""Cards become contacts, whatever program and version they come from."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.formats.cards import card, contacts, read, told
from tests.formats.conftest import Write

import careertrack as ct
from careertrack.formats import vcard

GRACE = card("FN:Grace Hopper", "EMAIL:grace@navy.example")


def test_a_whole_card(tmp_path: Path) -> None:
    """All that a contact has a field for is taken, and nothing else."""
    imported = read(
        tmp_path,
        card(
            "N:Hopper;Grace;;;",
            "FN:Grace Hopper",
            "ORG:Navy;Research",
            "TITLE:Admiral",
            "ROLE:Mathematician",
            "EMAIL;TYPE=INTERNET:grace@home.example",
            "EMAIL;TYPE=INTERNET,PREF:grace@navy.example",
            "TEL;TYPE=FAX,PREF:1",
            "TEL;TYPE=CELL:2",
            "URL:https://navy.example/a,b",
            "CATEGORIES:Mentor,Former peer,Yale",
            "NOTE:Knows compilers.\\nLikes clocks.",
            "BDAY:1906-12-09",
            "UID:7",
        ),
    )
    (contact,) = contacts(imported)

    assert (
        ct.Contact(
            id=contact.id,
            name="Grace Hopper",
            relations=["mentor", "former-peer"],
            organization="Navy",
            title="Admiral",
            emails=["grace@navy.example", "grace@home.example"],
            phones=["2", "1"],
            links=["https://navy.example/a,b"],
            note="Knows compilers.\nLikes clocks.",
        )
        == contact
    )
    assert ({"vCard 3.0": 1}, ()) == (imported.found, imported.issues)
    assert {
        "BDAY": "1 found: a contact has no field for it",
        "CATEGORIES": "1 found: of those only the ones are taken that say what somebody is to you",
        "ORG": "1 found: departments and further organizations",
        "ROLE": "1 found: a contact has no field for it",
    } == imported.left


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        pytest.param(["FN: Grace ", "N:X;Y"], "Grace", id="formatted"),
        pytest.param(
            ["FN:", "N:Hopper;Grace;Brewster,Murray;Dr.;PhD"],
            "Dr. Grace Brewster Murray Hopper PhD",
            id="parts",
        ),
        pytest.param(["N:Hopper", "NICKNAME:Amazing"], "Hopper", id="one part"),
        pytest.param(["N:;;;;", "NICKNAME:Amazing,Grand", "ORG:Navy"], "Amazing", id="nickname"),
        pytest.param(["ORG:;Research", "EMAIL:info@navy.example"], "Research", id="organization"),
        pytest.param(
            ["EMAIL:7@navy.example", "EMAIL:grace.hopper.7@navy.example"], "Grace Hopper", id="mailbox"
        ),
    ],
)
def test_a_name(lines: list[str], name: str, tmp_path: Path) -> None:
    """A name is taken from whatever tells it first: itself, its parts, a nickname, a firm, a mailbox."""
    assert [name] == [contact.name for contact in contacts(read(tmp_path, card(*lines)))]


def test_commas_in_names(tmp_path: Path) -> None:
    """In version 2.1 a comma in a name is one; later it separates, and in other values never."""
    lines = ("N:Hopper;Grace;B,M", "ORG:Navy, Research", "TITLE:Admiral, retired")
    old, new = contacts(read(tmp_path, card(*lines, version="2.1"), card(*lines)))[:2]

    assert {"Grace B,M Hopper", "Grace B M Hopper"} == {old.name, new.name}
    assert ("Navy, Research", "Admiral, retired") == (new.organization, new.title)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (r"a\, b\; c", "a, b; c"),
        (r"a, b; c", "a, b; c"),
        (r"a\nb\Nc", "a\nb\nc"),
        (r"http\://x", "http://x"),
        (r"\"x\"", '"x"'),
        (r"C:\Users\x", r"C:\Users\x"),
        (r"C:\\nobody", r"C:\nobody"),
        ("ends in \\", "ends in \\"),
        (r"a\\,b", r"a\,b"),
    ],
)
def test_escapes(written: str, meant: str, tmp_path: Path) -> None:
    """What is escaped is read, and what only looks so is kept."""
    assert [meant] == [
        contact.title for contact in contacts(read(tmp_path, card("FN:x", f"TITLE:{written}")))
    ]


def test_bare_parameters(tmp_path: Path) -> None:
    """Version 2.1 says types without a name, encodings too."""
    (contact,) = contacts(
        read(
            tmp_path,
            card(
                "FN;QUOTED-PRINTABLE:Zo=C3=AB",
                "TEL;HOME;FAX:1",
                "TEL;WORK;VOICE:2",
                "TEL;CELL;PREF:3",
                version="2.1",
            ),
        )
    )

    assert ("Zoë", ("3", "2", "1")) == (contact.name, contact.phones)


def test_groups_and_case(tmp_path: Path) -> None:
    """A property may stand in a group, and in letters of any size; underscores are hyphens."""
    imported = read(
        tmp_path,
        "begin:vCard\r\nversion:3.0\r\nfn:Grace\r\nitem1.Email;type=pref:g@x.example\r\nX_Y:1\r\nend:vcard\r\n",
    )

    assert [("Grace", ("g@x.example",))] == [(one.name, one.emails) for one in contacts(imported)]
    assert ["X-Y"] == [*imported.left]


@pytest.mark.parametrize("end", ["\r\n", "\n", "\r"])
def test_line_ends(end: str, tmp_path: Path) -> None:
    """All ends of lines in use are read, and empty lines between properties passed over."""
    imported = read(tmp_path, card("FN:Grace", "", "  ", "TITLE:Admiral of", "  the Navy", end=end))

    assert ["Admiral of the Navy"] == [contact.title for contact in contacts(imported)]


def test_folding_in_the_middle_of_a_character(tmp_path: Path) -> None:
    """A line that was folded by octets is whole again."""
    content = card("FN:Zoë").encode().replace(b"\xc3\xab", b"\xc3\r\n \xab")

    assert ["Zoë"] == [contact.name for contact in contacts(read(tmp_path, content))]


def test_what_begins_and_ends_a_card_is_not_folded(tmp_path: Path) -> None:
    """A blank at the beginning of the next line does not undo the end of a card."""
    imported = read(tmp_path, card("FN:Ada"), " x\r\n", "BEGIN:VCARD\r\n y\r\nFN:Grace\r\nEND:VCARD\r\n")

    assert ["Ada", "Grace"] == sorted(contact.name for contact in contacts(imported))
    assert [
        "book.vcf: line 5: is outside of a card: not taken",
        "book.vcf: line 6: has a line that is no property: not taken",
    ] == told(imported)


def test_folding_in_version_21(tmp_path: Path) -> None:
    """In version 2.1 a line is folded at a blank, which stays."""
    imported = read(tmp_path, card("FN:Grace", " Hopper", version="2.1"), card("FN:Ada", " King"))

    assert {"Grace Hopper", "AdaKing"} == {contact.name for contact in contacts(imported)}


def test_soft_breaks(tmp_path: Path) -> None:
    """Quoted-printable text goes on after a soft break, even with what looks like a property."""
    imported = read(
        tmp_path,
        card(
            "FN:Grace",
            "NOTE;ENCODING=QUOTED-PRINTABLE:One=0D=0A=",
            "TITLE:two =3D =",
            " END:VCARD",
            "TITLE;ENCODING=QUOTED-PRINTABLE:Admiral=",
            "",
            version="2.1",
        ),
    )

    assert [("One\nTITLE:two =  END:VCARD", "Admiral")] == [
        (one.note, one.title) for one in contacts(imported)
    ]


def test_a_soft_break_before_the_end(tmp_path: Path) -> None:
    """Text that was cut off at a soft break ends with its card, and does not swallow the next."""
    cut = "BEGIN:VCARD\nVERSION:2.1\nFN:Ada\nNOTE;QUOTED-PRINTABLE:Knows=\n"
    whole, torn = read(tmp_path, cut, "END:VCARD\n", GRACE), read(tmp_path, cut, GRACE)

    assert ["Ada", "Grace Hopper"] == sorted(contact.name for contact in contacts(whole))
    assert ["Grace Hopper"] == [contact.name for contact in contacts(torn)]
    assert ["book.vcf: line 1: begins a card that never ends"] == told(torn)


@pytest.mark.parametrize(
    "photo",
    [
        pytest.param(["PHOTO;ENCODING=b;TYPE=JPEG:AAAA", " BBBB"], id="folded"),
        pytest.param(["PHOTO;TYPE=JPEG;ENCODING=BASE64:", " AAAA", " BBBB", ""], id="below"),
        pytest.param(["PHOTO;JPEG;BASE64:AAAA", "BBBB", "CCCC==", ""], id="not folded"),
        pytest.param(["PHOTO;ENCODING=B:" + 400_000 * "A"], id="oversized"),
        pytest.param(["PHOTO;ENCODING=B:is no base64!"], id="broken"),
        pytest.param(["PHOTO:data:image/jpeg;base64,AAAA"], id="link"),
    ],
)
def test_a_photo(photo: list[str], tmp_path: Path) -> None:
    """A picture is counted and not looked at, whatever it is, and what follows it is read."""
    imported = read(tmp_path, card("FN:Grace", *photo, "TITLE:Admiral"))

    assert ["Admiral"] == [contact.title for contact in contacts(imported)]
    assert ({"PHOTO": "1 found: pictures are not looked at"}, ()) == (imported.left, imported.issues)


@pytest.mark.parametrize(
    "agent",
    [
        pytest.param(["AGENT:", *card("FN:Ada", "TITLE:Clerk").split("\r\n")], id="lines"),
        pytest.param(
            ["AGENT:", "BEGIN:VCARD", "item1.AGENT:", *card("FN:Ada").split("\r\n"), "END:VCARD"], id="nested"
        ),
        pytest.param(["AGENT:BEGIN:VCARD\\nFN:Ada\\nEND:VCARD\\n"], id="text"),
    ],
)
def test_an_agent(agent: list[str], tmp_path: Path) -> None:
    """A card within a card is its owner's agent, who is counted and not taken."""
    imported = read(tmp_path, card("FN:Grace", *agent, "TITLE:Admiral"))

    assert [("Grace", "Admiral")] == [(one.name, one.title) for one in contacts(imported)]
    assert ({"AGENT": "1 found: a card within a card"}, ()) == (imported.left, imported.issues)


def test_version_4(tmp_path: Path) -> None:
    """Numbers and addresses may be links, types stand in quotes, and preference is a number."""
    imported = read(
        tmp_path,
        card(
            "FN;PREF=2;LANGUAGE=de:Zoe",
            "FN;PREF=1;LANGUAGE=fr:Zoë",
            'TEL;VALUE=uri;TYPE="home,voice":tel:+1-2',
            'TEL;VALUE=uri;PREF=x;TYPE="fax":tel:+1-4',
            "TEL;PREF=1:+1-3",
            "EMAIL:mailto:z@x.example",
            version="4.0",
        ),
    )
    (contact,) = contacts(imported)

    assert ("Zoë", ("+1-3", "+1-2", "+1-4"), ("z@x.example",)) == (
        contact.name,
        contact.phones,
        contact.emails,
    )
    assert {"FN": "1 found: a further name"} == imported.left


def test_profiles_are_links(tmp_path: Path) -> None:
    """The address of a social profile is a link; what only names somebody there is not."""
    imported = read(
        tmp_path,
        card(
            "FN:Grace",
            "X-SOCIALPROFILE;type=linkedin:http://www.linkedin.com/in/grace",
            "X-SOCIALPROFILE;type=twitter:x-apple:grace",
        ),
    )

    assert [("http://www.linkedin.com/in/grace",)] == [contact.links for contact in contacts(imported)]
    assert ["X-SOCIALPROFILE"] == [*imported.left]


@pytest.mark.parametrize("kind", ["KIND:group", "X-ADDRESSBOOKSERVER-KIND:group", "kind:Group"])
def test_a_group_is_nobody(kind: str, tmp_path: Path) -> None:
    """The card of a group is counted, and no contact."""
    imported = read(tmp_path, card("FN:Friends", kind, "MEMBER:urn:uuid:1", version="4.0"), GRACE)

    assert ["Grace Hopper"] == [contact.name for contact in contacts(imported)]
    assert ({"vCard 3.0": 1, "vCard 4.0": 1}, {"cards of kind group": "1 found: no person"}) == (
        imported.found,
        imported.left,
    )


def test_an_individual(tmp_path: Path) -> None:
    """A card that says it is a person's is one's."""
    assert ["Grace"] == [one.name for one in contacts(read(tmp_path, card("FN:Grace", "KIND:individual")))]


def test_a_card_without_a_version(tmp_path: Path) -> None:
    """A card of no version, or of one that is not known, is read all the same."""
    imported = read(tmp_path, "BEGIN:VCARD\nFN:Ada\nEND:VCARD\n", card("FN:Grace", version="5.0"))

    assert (2, {"vCard": 2}) == (len(imported.records), imported.found)


@pytest.mark.parametrize(
    "content",
    [
        pytest.param("\ufeff" + GRACE, id="UTF-8"),
        pytest.param(GRACE.encode("utf-16"), id="UTF-16"),
        pytest.param(b"\xfe\xff" + GRACE.encode("utf-16-be"), id="UTF-16 BE"),
        pytest.param("\ufeff" + card("FN:Ada") + "\ufeff" + GRACE, id="two files in one"),
    ],
)
def test_a_byte_order_mark(content: str | bytes, tmp_path: Path) -> None:
    """A byte order mark is no part of a card, and says what the text is."""
    imported = read(tmp_path, content)

    assert "Grace Hopper" in [contact.name for contact in contacts(imported)]
    assert () == imported.issues


def test_another_encoding(tmp_path: Path) -> None:
    """Text that is not UTF-8 is read as what the caller says it is; what is UTF-8 stays that."""
    imported = read(tmp_path, card("FN:Zoë").encode("cp1252"), card("FN:Noël"), encoding="cp1252")
    wide = read(tmp_path, card("FN:Zoë").encode("utf-16-le"), encoding="utf-16-le")

    assert ({"Zoë", "Noël"}, ()) == ({contact.name for contact in contacts(imported)}, imported.issues)
    assert ["Zoë"] == [contact.name for contact in contacts(wide)]


def test_a_charset_of_its_own(tmp_path: Path) -> None:
    """A property that names its charset is read in it, quoted-printable or not."""
    lines = (b"FN;CHARSET=ISO-8859-1:Zo\xeb", b"TITLE;CHARSET=windows-1251;ENCODING=QUOTED-PRINTABLE:=CF=D0")
    content = b"BEGIN:VCARD\nVERSION:2.1\n" + b"\n".join(lines) + b"\nEND:VCARD\n"

    assert [("Zoë", "ПР")] == [(one.name, one.title) for one in contacts(read(tmp_path, content))]


def test_files_of_a_folder_and_an_archive(folder: Write, zipped: Write) -> None:
    """All files of cards are read, in whatever folder, and none that only looks like one."""
    files = {
        "a.vcf": GRACE,
        "more/b.VCARD": card("FN:Ada"),
        "notes.txt": card("FN:X"),
        "._a.vcf": b"\0",
    }
    one, two = vcard.read(folder(files)), vcard.read(zipped(files))

    assert ["Ada", "Grace Hopper"] == sorted(contact.name for contact in contacts(one))
    assert (one.records, (), ()) == (two.records, one.issues, two.issues)


def test_one_path_or_several(folder: Write) -> None:
    """A source is a path, as text or not, or several paths."""
    place = folder({"a.vcf": GRACE})
    path = place / "a.vcf"

    assert (
        vcard.read(str(path)).records
        == vcard.read(path).records
        == vcard.read([path, str(place)]).records
        == vcard.read(path for path in [path]).records
    )


ODD = st.sampled_from(
    [
        "BEGIN:VCARD",
        "END:VCARD",
        "AGENT:",
        "VERSION:2.1",
        "PHOTO;BASE64:AAAA",
        "TITLE;QUOTED-PRINTABLE:=C3=",
        "EMAIL;CHARSET=utf-7:+2AA-",
        "N:;;;;;;,,",
        "UID:contact.@careertrack",
        "",
    ]
)
LINES = st.lists(ODD | st.text(st.characters(codec="utf-8"), max_size=12), max_size=8)


@given(LINES)
def test_any_lines(tmp_path_factory: pytest.TempPathFactory, lines: list[str]) -> None:
    """Whatever follows it in a file, a good card is kept, and nothing is raised or lost without a word."""
    place = tmp_path_factory.mktemp("any")
    imported = read(place, GRACE, "\r\n".join(lines), "\r\n")

    assert "Grace Hopper" in [contact.name for contact in contacts(imported)]
    assert imported.issues or imported.left or len(imported.found) > 1 or not any(map(str.strip, lines))
