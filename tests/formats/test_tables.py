"""Text becomes rows, and a bad row is one fault."""

import codecs
import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careertrack.formats.reading import Report
from careertrack.formats.tables import LONGEST_CELL, Layout, NotText, cut, decoded, table

PEOPLE = Layout("People", ("first name", "last name"), ("company",), also={"surname": "last name"})


def read(text: str) -> tuple[list[dict[str, str]], list[str]]:
    """The rows of a file of people, and what is wrong with it."""
    report = Report()
    found = table("People.csv", text, PEOPLE, report)
    return [dict(row.cells) for row in found.rows], list(map(str, report.issues()))


CELLS = st.lists(st.text(st.sampled_from('ab ,;"\n\r\t')), min_size=1, max_size=4)


@given(st.lists(CELLS, max_size=5), st.sampled_from([",", ";", "\t"]), st.sampled_from(["\n", "\r\n"]))
def test_what_python_writes_is_read(rows: list[list[str]], delimiter: str, ends: str) -> None:
    """Any table that the csv module writes is cut into the cells that were written."""
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, lineterminator=ends).writerows(rows)

    assert rows == [row.cells for row in cut(out.getvalue(), delimiter)]


@given(st.text(st.sampled_from('ab,"\n')))
def test_what_python_reads_is_read_alike(text: str) -> None:
    """Any text without an open quote is cut into the cells that the csv module reads."""
    found = list(cut(text, ","))
    if any(row.fault for row in found):
        return

    assert [row or [""] for row in csv.reader(io.StringIO(text, newline=""))] == [row.cells for row in found]


def test_rows_are_numbered_as_a_spreadsheet_counts() -> None:
    """A row with line breaks in a cell is one row, and a blank row counts."""
    assert [(1, ["a"]), (2, ["b\nc"]), (3, [""]), (4, ["d"])] == [
        row[:2] for row in cut('a\n"b\nc"\n\nd', ",")
    ]


def test_an_open_quote_is_one_row() -> None:
    """A quote that never closes spoils its own line, and no other."""
    found = [(row.cells, row.fault and row.fault[0]) for row in cut('a\n"b\nc\nd,"e"\n"f', ",")]

    assert [(["a"], None), ([], "unclosed"), (["c"], None), (["d", "e"], None), ([], "unclosed")] == found


def test_a_long_cell_is_one_row() -> None:
    """A cell over the limit is reported, and the next row is read."""
    long = "x" * (LONGEST_CELL + 1)
    rows, issues = read(f'First Name,Last Name\n{long},y\n"{long[1:]}",Hopper\n')

    assert ([{"first name": long[1:], "last name": "Hopper"}], 1) == (rows, len(issues))
    assert "People.csv: row 2: has a value of more than 131,072 characters" == issues[0]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        pytest.param("First Name,Last Name\nGrace,Hopper\n", [("Grace", "Hopper")], id="plain"),
        pytest.param("last  name;FIRST NAME\nHopper;Grace", [("Grace", "Hopper")], id="semicolons"),
        pytest.param("First Name\tSurname\r\nGrace\tHopper\r\n", [("Grace", "Hopper")], id="tabs"),
        pytest.param(
            'Notes:\n"a, b"\n\n\nFirst Name,Last Name\nGrace,Hopper\n', [("Grace", "Hopper")], id="preamble"
        ),
        pytest.param(
            "First Name,Last Name,,\nGrace,Hopper,,\n,,,\n", [("Grace", "Hopper")], id="unnamed columns"
        ),
        pytest.param(
            "First Name,Last Name,,\nGrace,Hopper\n", [("Grace", "Hopper")], id="nothing under them"
        ),
        pytest.param("First Name,,Last Name\nGrace,x,Hopper\n", [("Grace", "Hopper")], id="unnamed between"),
    ],
)
def test_the_header_row_is_found(text: str, rows: list[tuple[str, str]]) -> None:
    """Wherever the header row is, whatever separates its columns, in whatever order and letters they are."""
    found, issues = read(text)

    assert (rows, []) == ([(row["first name"], row["last name"]) for row in found], issues)


@pytest.mark.parametrize(
    ("text", "issue"),
    [
        pytest.param("", "People.csv: has no header row with First Name, Last Name", id="empty"),
        pytest.param(
            "First Name\nGrace\n", "People.csv: has no header row with First Name, Last Name", id="less"
        ),
        pytest.param(
            "\n" * 100 + "First Name,Last Name\nGrace,Hopper\n",
            "People.csv: has no header row with First Name, Last Name",
            id="too far down",
        ),
        pytest.param(
            "First Name,Last Name,surname,Company,company\nGrace,Hopper,Hopper,a,b\n",
            "People.csv: row 1: names a column twice: Company, Last Name",
            id="twice",
        ),
    ],
)
def test_no_header(text: str, issue: str) -> None:
    """Without a header row, or with one that names a column twice, nothing of a file is read."""
    assert ([], [issue]) == read(text)


@pytest.mark.parametrize("row", ["Grace", "Grace,Hopper,x", "Grace,Hopper,,x"])
def test_a_ragged_row_is_left_out(row: str) -> None:
    """A row with more or fewer cells than columns is reported, and the others are read."""
    rows, issues = read(f"First Name,Last Name\n{row}\nAda,King\n")

    assert [{"first name": "Ada", "last name": "King"}] == rows
    assert [f"People.csv: row 2: has {row.count(',') + 1} cells under 2 columns"] == issues


def test_a_byte_order_mark_is_dropped() -> None:
    """UTF-8 is read with and without a byte order mark."""
    assert "Zoë" == decoded("Zoë".encode()) == decoded(codecs.BOM_UTF8 + "Zoë".encode())


@pytest.mark.parametrize(
    ("content", "reason", "hint"),
    [
        ("Zoë".encode("cp1252"), "is not UTF-8: byte 2 cannot be read", "pass encoding='cp1252'"),
        ("Zoë".encode("utf-16"), "is not UTF-8: byte 0 cannot be read", "pass encoding='utf-16'"),
    ],
)
def test_another_encoding_is_named(content: bytes, reason: str, hint: str) -> None:
    """What is not UTF-8 is refused with the encoding that it most likely has, and read with it."""
    with pytest.raises(NotText) as refused:
        decoded(content)

    assert (reason, hint) == (refused.value.reason, refused.value.hint)
    assert "Zoë" == decoded(content, hint.split("'")[1])
    assert "Zoë" == decoded("Zoë".encode(), "cp1252"), "what is UTF-8 stays so"


@pytest.mark.parametrize("encoding", ["ascii", "no-such"])
def test_a_wrong_encoding_is_refused(encoding: str) -> None:
    """An encoding that does not fit, or that there is not, is refused."""
    with pytest.raises(NotText) as refused:
        decoded(b"\xeb", encoding)

    assert f"is neither UTF-8 nor '{encoding}'" == refused.value.reason
