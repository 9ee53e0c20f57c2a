"""What is wrong with a card is said, by file and line, and costs no other card."""

import logging
import sys
import traceback
import warnings
from pathlib import Path

import pytest
import vobject
from tests.formats.cards import card, contacts, read, told
from tests.formats.conftest import Write

import careertrack as ct
from careertrack.formats import Imported, sources, vcard
from careertrack.formats.reading import MOST_ALIKE

GRACE = card("FN:Grace Hopper")
SECRET = "Secret Sesame"


def names(imported: Imported) -> list[str]:
    """The names of the contacts of an import."""
    return [contact.name for contact in contacts(imported)]


@pytest.mark.parametrize(
    ("cards", "issues"),
    [
        pytest.param(
            ["BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ada\r\n", GRACE],
            ["book.vcf: line 1: begins a card that never ends"],
            id="unclosed, first",
        ),
        pytest.param(
            [GRACE, "BEGIN:VCARD\r\nFN:Ada\r\n"],
            ["book.vcf: line 5: begins a card that never ends"],
            id="unclosed, last",
        ),
        pytest.param(
            ["BEGIN:VCARD\r\nAGENT:\r\nBEGIN:VCARD\r\nFN:Ada\r\nEND:VCARD\r\n", GRACE],
            ["book.vcf: line 1: begins a card that never ends"],
            id="unclosed, with an agent",
        ),
        pytest.param(
            ["FN:Ada\r\nTITLE:x\r\nEND:VCARD\r\n", GRACE, "END:VCARD\r\nx\r\n"],
            [
                "book.vcf: line 1: is outside of a card: not taken",
                "book.vcf: line 8: is outside of a card: not taken",
                "book.vcf: line 9: is outside of a card: not taken",
            ],
            id="outside",
        ),
        pytest.param(
            [card("TEL:1"), card("FN:", "N:;;;;", "EMAIL:7@x.example"), GRACE],
            ["book.vcf: line 1: names nobody", "book.vcf: line 5: names nobody"],
            id="no name",
        ),
        pytest.param(
            [card("FN:Grace Hopper", "no property", ":x", "TEL")],
            ["book.vcf: line 1: has a line that is no property: not taken"] * 3,
            id="no property",
        ),
        pytest.param(
            [card("FN;CHARSET=X-KLINGON:Ada", "N:King;Ada"), GRACE],
            ["book.vcf: line 1, property FN: is in a charset that is not known, X-KLINGON: not taken"],
            id="unknown charset",
        ),
        pytest.param(
            [
                card(
                    "FN:Grace Hopper", "TITLE;CHARSET=idna:x", "ROLE;CHARSET=utf-7:+2AA-", "ORG;CHARSET=zip:x"
                )
            ],
            [
                "book.vcf: line 1, property TITLE: is in a charset that is not known, IDNA: not taken",
                "book.vcf: line 1, property ROLE: is not in the charset that it names, UTF-7: not taken",
                "book.vcf: line 1, property ORG: is not in the charset that it names, ZIP: not taken",
            ],
            id="no charset",
        ),
        pytest.param(
            [card("FN:Grace Hopper", "NOTE;ENCODING=b:AAAA")],
            ["book.vcf: line 1, property NOTE: is in an encoding for pictures and the like: not taken"],
            id="base64 where text belongs",
        ),
        pytest.param(
            [card("FN:Grace Hopper", f"NOTE:{'x' * 131_073}")],
            ["book.vcf: line 1, property NOTE: has a value of more than 131,072 characters"],
            id="endless",
        ),
        pytest.param(
            [card(f"FN:{'x' * 501}"), GRACE],
            [
                "book.vcf: line 1, property FN: must be text of 1 to 500 whole characters, "
                "got a personal value"
            ],
            id="name too long",
        ),
        pytest.param(
            [card("FN:Grace Hopper", f"EMAIL:{'x' * 321}", "EMAIL:g@x.example")],
            [
                "book.vcf: line 1, property EMAIL: must be text of 1 to 320 whole characters, "
                "got a personal value"
            ],
            id="one bad address",
        ),
        pytest.param(
            [card("FN:Grace Hopper", *(f"TEL:{i}" for i in range(51)))],
            [
                "book.vcf: line 1, property TEL: must be a list of at most 50, all different, "
                "each text of 1 to 100 whole characters, got a personal value"
            ],
            id="too many numbers",
        ),
        pytest.param(
            [card("FN:Grace Hopper", *["TITLE:x"] * 1_001)],
            ["book.vcf: line 1: has more than 1,000 values: the others are not taken"],
            id="too many values",
        ),
        pytest.param(
            [card("FN:Grace Hopper", f"TEL;{'x' * 131_072}:1")],
            ["book.vcf: line 1: has a line that is no property: not taken"],
            id="endless parameters",
        ),
        pytest.param([""], ["book.vcf: holds nothing"], id="empty"),
    ],
)
def test_an_issue(cards: list[str], issues: list[str], tmp_path: Path) -> None:
    """Each fault is told with its place and without a personal value; the good cards are kept."""
    imported = read(tmp_path, *cards)

    assert issues == told(imported)
    assert any("Grace" in each for each in cards) == ("Grace Hopper" in names(imported))


def test_more_values_than_are_taken(tmp_path: Path) -> None:
    """Of a card with endless values the first thousand are taken, and looked at."""
    imported = read(tmp_path, card("FN:Grace", *(f"TITLE:{n}" for n in range(5_000))))

    assert ["0"] == [contact.title for contact in contacts(imported)]
    assert "998 found: a further title" == imported.left["TITLE"]


def test_what_is_left_of_a_bad_value(tmp_path: Path) -> None:
    """A bad item of a list costs itself alone."""
    (contact,) = contacts(read(tmp_path, card("FN:Grace", f"EMAIL:{'x' * 321}", "EMAIL:g@x.example")))

    assert ("g@x.example",) == contact.emails


@pytest.mark.parametrize(
    ("encoding", "issue"),
    [
        (None, "book.vcf: line 5, property FN: is not UTF-8; pass encoding='cp1252'"),
        ("ascii", "book.vcf: line 5, property FN: is neither UTF-8 nor ascii; save it as UTF-8"),
        ("klingon", "book.vcf: line 5, property FN: is neither UTF-8 nor klingon; save it as UTF-8"),
    ],
)
def test_text_that_is_not_utf_8(encoding: str | None, issue: str, tmp_path: Path) -> None:
    """A card that cannot be decoded is left out whole, for it can be when it is read again."""
    bad = card("FN:Zoë", "EMAIL:zoe.king@x.example").encode("cp1252")
    imported = read(tmp_path, GRACE, bad, encoding=encoding)

    assert ([issue], ["Grace Hopper"]) == (told(imported), names(imported))


def test_bytes_that_are_no_text(tmp_path: Path) -> None:
    """Bad bytes in what is not taken cost nothing; in a file without a card they are reported."""
    imported = read(tmp_path, card("FN:Grace", "X-Y:z").encode().replace(b"z", b"\xff"))
    wide = read(tmp_path, b"\xff\xfe" + GRACE.encode("utf-16-le") + b"\x00\xd8")

    assert (["Grace"], []) == (names(imported), told(imported))
    assert ([], ["book.vcf: line 1: is outside of a card: not taken"]) == (names(wide), told(wide))


def test_many_faults_alike(tmp_path: Path) -> None:
    """Of faults of one rule a hundred are told, and how many more there are."""
    imported = read(tmp_path, *[card("TEL:1")] * (MOST_ALIKE + 2))

    assert MOST_ALIKE + 1 == len(imported.issues)
    assert "book.vcf: has 2 more lines reported as no-name" == told(imported)[-1]


def test_unknown_properties(tmp_path: Path) -> None:
    """What has no place is counted by name, without its values, and no longer than anybody reads."""
    lines = [f"X-{n:04}:{SECRET}" for n in range(150)]
    imported = read(tmp_path, card("FN:Grace", "X-0000:y", *lines))

    assert "2 found: a contact has no field for it" == imported.left["X-0000"]
    assert (101, "50 names: a contact has no field for it") == (
        len(imported.left),
        imported.left["other properties"],
    )
    assert SECRET not in str(imported)


def test_a_line_that_vobject_never_finishes(tmp_path: Path) -> None:
    """A line of many commas and no colon, for which vobject takes ages, is told at once."""
    imported = read(
        tmp_path, card("FN:Grace", "TEL;A" + 50_000 * ","), card("FN:Ada", 'TEL;A="' + 50_000 * ";")
    )

    assert ["Ada", "Grace"] == sorted(names(imported))
    assert ["no-property"] * 2 == [issue.params["rule"] for issue in imported.issues]


@pytest.mark.parametrize(
    "error", [vobject.base.ParseError(SECRET, 7), ValueError(SECRET), RecursionError(SECRET)]
)
def test_errors_of_vobject_stay_inside(
    error: Exception, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """Whatever vobject raises is an issue of that card, without what it says."""

    def refuses(text: str) -> None:
        raise error

    monkeypatch.setattr(vobject, "readOne", refuses)
    with caplog.at_level(logging.DEBUG):
        imported = read(tmp_path, card(f"FN:{SECRET}"))

    assert ((), ["book.vcf: line 1: cannot be read by vobject"]) == (imported.records, told(imported))
    assert SECRET not in caplog.text


def test_nothing_is_said_but_in_the_result(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    """Neither warnings, nor logs, nor anything on the console."""
    with warnings.catch_warnings(), caplog.at_level(logging.DEBUG):
        warnings.simplefilter("error")
        imported = read(
            tmp_path, card(f"FN:{SECRET}\\", "N:a;b;c;d;e;f;g", "TEL;;=:1"), f"END:{SECRET}\n", f"x\n{SECRET}"
        )

    assert ("", ("", "")) == (caplog.text, tuple(capfd.readouterr()))
    assert SECRET not in repr(imported) + str(imported) + repr(imported.records) + "".join(told(imported))


@pytest.mark.parametrize("name", ["nothing", "empty", "text.txt"])
def test_no_source(name: str, folder: Write) -> None:
    """What is no address book at all is refused, and nothing is hidden in the error."""
    place = folder({"empty/notes.md": b"", "text.txt": GRACE, "book.vcf": GRACE})
    with pytest.raises(ct.InvalidDocument) as raised:
        vcard.read([place / "book.vcf", place / name])
    shown = "".join(traceback.format_exception(raised.value))

    assert {"nothing": "missing", "empty": "not-vcard", "text.txt": "not-an-archive"}[
        name
    ] == raised.value.issues[0].params["rule"]
    assert "Grace" not in shown
    assert raised.value.__cause__ is None


def test_a_file_that_is_too_large(folder: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file beyond the limits is reported, and the others are read."""
    monkeypatch.setattr(sources, "LARGEST_FILE", 1_000)
    imported = vcard.read(
        folder({"a.vcf": card("FN:Ada", "PHOTO;ENCODING=b:" + 1_000 * "A"), "b.vcf": GRACE})
    )

    assert (["Grace Hopper"], ["too-large"]) == (
        names(imported),
        [one.params["rule"] for one in imported.issues],
    )


def test_without_vobject(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who lacks the library is told which extra brings it; writing does without."""
    monkeypatch.setitem(sys.modules, "vobject", None)
    with pytest.raises(ct.MissingExtra) as raised:
        read(tmp_path, GRACE)

    assert "vobject is needed here: pip install 'careertrack[vcard]'" == str(raised.value)
    assert {"VCARD": 1} == vcard.write([ct.Contact(id="grace", name="Grace")]).written
