"""Tables as text: what other readers of CSV find in them, and that no text in one is a formula."""

import csv as stdlib
import io
import json
import re
import string
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import numpy
import pandas
import polars
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.state.busy import PLAN

import careertrack as ct
from careertrack.formats import csv
from careertrack.formats.csv._cells import neutral, unmarked
from careertrack.records import CLASSES
from careertrack.rows.asking import STATES_BY_NAME
from careertrack.strategies import plans

STARTS = "=+-@\t\r\n＝＋－＠"
Reader = Callable[[str], list[list[str]]]


# --- Readers that know nothing of this library -------------------------------------------------------


def by_stdlib(content: str) -> list[list[str]]:
    """As Python reads it."""
    return list(stdlib.reader(io.StringIO(content, newline="")))


def by_pandas(content: str) -> list[list[str]]:
    """As pandas reads it, every cell as text."""
    frame = pandas.read_csv(
        io.BytesIO(content.encode()), header=None, dtype=str, keep_default_na=False, lineterminator=None
    )
    return [list(row) for row in frame.itertuples(index=False)]


def by_polars(content: str) -> list[list[str]]:
    """As polars reads it, every cell as text."""
    frame = polars.read_csv(content.encode(), has_header=False, infer_schema=False).fill_null("")
    return [list(row) for row in frame.iter_rows()]


READERS: dict[str, Reader] = {"stdlib": by_stdlib, "pandas": by_pandas, "polars": by_polars}
EACH_READER = pytest.mark.parametrize("reader", READERS.values(), ids=READERS)


def cells(*values: Any) -> list[str]:
    """The cells of a row of values, as Python reads them."""
    exported = csv.write([{f"c{i}": value for i, value in enumerate(values)}])
    return by_stdlib(exported.content)[1]


# --- The text ----------------------------------------------------------------------------------------


def test_a_table() -> None:
    """A header row, then a row each; commas, CR LF, quotes where a cell needs them."""
    rows = [{"name": "Ada", "says": 'a "b", c'}, {"name": "Bob", "says": "two\nlines"}]

    assert 'name,says\r\nAda,"a ""b"", c"\r\nBob,"two\nlines"\r\n' == csv.write(rows).content


def test_columns_of_rows_with_different_keys() -> None:
    """Mappings with different keys have all of them as columns, in the order that they come in."""
    assert "a,b\r\n1,\r\n,2\r\n" == csv.write([{"a": 1}, {"b": 2}]).content


def test_a_table_without_rows_has_its_columns() -> None:
    """A table of a plan without any such record still has its header row."""
    exported = csv.write(ct.Plan().rows("check-in"))

    assert "id,on,goal,value,level\r\n" == exported.content
    assert {"rows": 0} == exported.written


def test_one_column_of_nothing() -> None:
    """A row of nothing is a row all the same."""
    content = csv.write([{"a": None}, {"a": "x"}]).content

    assert [["a"], [""], ["x"]] == by_stdlib(content) == by_pandas(content)


def test_a_byte_order_mark_for_excel(tmp_path: Path) -> None:
    """A byte order mark is written where it is asked for, and no reader of ours minds it."""
    path = tmp_path / "skills.csv"
    skill = ct.Skill(name="Zoë")
    exported = csv.write((ct.Plan() + skill).rows("skill"), bom=True)
    exported.save(path)

    assert path.read_bytes().startswith(b"\xef\xbb\xbfid,on,name")
    assert (skill,) == ct.from_rows("skill", csv.read_rows("skill", path))
    assert "id" == pandas.read_csv(path).columns[0] == polars.read_csv(path).columns[0]
    assert not csv.write([]).content.startswith("\ufeff")


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        (None, ""),
        (float("nan"), ""),
        (pandas.NaT, ""),
        (True, "true"),
        (False, "false"),
        (-3, "-3"),
        (-1.5, "-1.5"),
        (1e300, "1e+300"),
        (Decimal("-40000.50"), "-40000.50"),
        (Decimal("4E+4"), "40000"),
        (numpy.int64(-3), "-3"),
        (numpy.float64(-1.5), "-1.5"),
        (date(2026, 3, 12), "2026-03-12"),
        (datetime(2026, 3, 12, 18, 30), "2026-03-12T18:30"),
        (datetime(2026, 3, 12, 18, 30, 5), "2026-03-12T18:30:05"),
        (pandas.Timestamp("2026-03-12T18:30"), "2026-03-12T18:30"),
        ("text", "text"),
        (" text ", " text "),
        ([], ""),
        (["a"], "a"),
        (["a", "b c"], "a; b c"),
        (["a;b"], '["a;b"]'),
        ([" a"], '[" a"]'),
        ([""], '[""]'),
        (["[a"], '["[a"]'),
        (["+1", "+2"], "'+1; +2"),
        ([1, 2], "[1, 2]"),
        ([{"due": date(2026, 2, 1), "value": 4.0}], '[{"due": "2026-02-01", "value": 4.0}]'),
        ({"a": 1}, '{"a": 1}'),
        (b"bytes", "\"b'bytes'\""),
    ],
)
def test_a_cell(value: object, cell: str) -> None:
    """Each sort of value has its one form."""
    assert [cell] == cells(value)


def test_an_own_program_reads_it(tmp_path: Path) -> None:
    """What is read by pandas and polars with their own eyes has the types that it had."""
    path = tmp_path / "goals.csv"
    csv.write(PLAN.rows("goals", day="2026-03-10")).save(path)
    pandas_frame = pandas.read_csv(path, parse_dates=["on", "since"])
    polars_frame = polars.read_csv(path, try_parse_dates=True)

    assert ["float64", "bool"] == [str(pandas_frame.dtypes[name]) for name in ("target", "is_measurable")]
    assert 2026 == pandas_frame["since"].dt.year.iloc[0]
    assert [polars.Date(), polars.Float64(), polars.Boolean()] == [
        polars_frame.schema[name] for name in ("since", "target", "is_measurable")
    ]


@pytest.mark.parametrize("what", [*CLASSES, *STATES_BY_NAME])
@EACH_READER
def test_every_table_is_read_by_others(reader: Reader, what: str) -> None:
    """Every table of a plan has, for every reader, its columns and its rows."""
    rows = PLAN.rows(what, day="2026-03-10", details=True)
    exported = csv.write(rows)
    header, *found = reader(exported.content)

    assert (list(rows.columns), len(rows), ()) == (header, len(found), exported.issues)
    assert {len(header)} >= {len(row) for row in found}


# --- Formulas ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+49 30 1234",
        "-5",
        "-5 EUR",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        "＝1+1",
        "＋1",
        "－1",
        "＠a",
        " =1",
        "\u00a0=1",
        "\u3000=1",
        "\ufeff=1",
        "\u200b=1",
        "'=1",
        "''=1",
        '"=1',
        '"" =1',
        "“=1",
        "`=1",
        "=",
        '=cmd|" /C calc"!A0',
        '=HYPERLINK("http://x.example","a")',
    ],
)
def test_no_text_is_a_formula(text: str) -> None:
    """A text that a spreadsheet may take for a formula gets an apostrophe, and gives it back."""
    (cell,) = cells(text)

    assert "'" + text == cell
    assert text == unmarked(cell)


@pytest.mark.parametrize(
    "text", ["it's", "'tis", "a=b", "2026-03-12", "a@example.org", "(=1)", "'", "", " ", "x\t=1"]
)
def test_other_texts_are_left_alone(text: str) -> None:
    """A text that no spreadsheet takes for a formula is written as it is."""
    assert [text] == cells(text)
    assert text == unmarked(text)


def test_a_header_is_no_formula() -> None:
    """A column's name is a text like any other."""
    assert "'=1,a\r\n2,\r\n,3\r\n" == csv.write([{"=1": 2}, {"a": 3}]).content


TEXT = (
    st.text()
    | st.text(alphabet=STARTS + "'\"` ,;\\\u00a0\u200b1a")
    | st.from_regex(re.compile(r"\s*['\"]*[=+\-@＝＋－＠].*", re.DOTALL), fullmatch=True)
)
PLAIN = TEXT.filter(lambda text: not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]", text))


@given(text=st.text())
@example("'")
@example("''=1")
def test_what_is_written_can_be_read(text: str) -> None:
    """Whatever a text is, what a cell has of it says which text it was; done twice, it is undone twice."""
    assert text == unmarked(neutral(text))
    assert text == unmarked(unmarked(neutral(neutral(text))))


@EACH_READER
@given(table=st.lists(st.lists(PLAIN, min_size=3, max_size=3), min_size=1, max_size=4))
@example([["=1", "\r\n", ""], ['","', "'=\n", "\ufeff"]])
def test_hostile_texts(reader: Reader, table: list[list[str]]) -> None:
    """Any text in any cell leaves the rows and columns as they are, starts no formula, and comes back."""
    exported = csv.write([dict(zip("abc", row, strict=True)) for row in table])
    header, *found = reader(exported.content)

    assert (["a", "b", "c"], ()) == (header, exported.issues)
    assert [] == [cell for row in found for cell in row if cell[:1] and cell[0] in STARTS]
    assert table == [[unmarked(cell) for cell in row] for row in found]


FINITE = {"allow_nan": False, "allow_infinity": False}
NUMBERS = st.integers() | st.floats(**FINITE) | st.decimals(**FINITE)


@given(numbers=st.lists(NUMBERS, min_size=1))
def test_numbers_stay_numbers(numbers: list[float | Decimal]) -> None:
    """A number is never prefixed, and is the number that it was."""
    assert numbers == [type(number)(cell) for number, cell in zip(numbers, cells(*numbers), strict=True)]


# --- What has no place -------------------------------------------------------------------------------


def test_control_characters() -> None:
    """Control characters and halves of characters are left out, and that is reported; tabs and lines stay."""
    exported = csv.write([{"note": "a\tb\nc"}, {"note": "a\x00b\x1b[0m\x85"}, {"note": "\x07=1\ud800"}])

    assert [["note"], ["a\tb\nc"], ["ab[0m"], ["'=1"]] == by_stdlib(exported.content)
    assert [
        "rows: row 3, column note: has control characters, which are left out",
        "rows: row 4, column note: has control characters, which are left out",
    ] == list(map(str, exported.issues))
    assert {"control"} == {issue.params["rule"] for issue in exported.issues}


@pytest.mark.parametrize("value", [float("inf"), float("-inf"), Decimal("-Infinity"), Decimal("sNaN")])
def test_numbers_that_are_none(value: object) -> None:
    """A number that is not finite has no cell, and that is reported."""
    exported = csv.write([{"a": 1, "b": value}])

    assert [["a", "b"], ["1", ""]] == by_stdlib(exported.content)
    assert ["rows: row 2, column b: is no finite number: left out"] == list(map(str, exported.issues))


def test_endless_texts() -> None:
    """A text that readers of CSV refuse is left out, and that is reported without a word of it."""
    exported = csv.write([{"a": "x" * 131_072}, {"a": "x" * 131_073}])

    assert [1, 131_072, 0] == [len(row[0]) for row in by_stdlib(exported.content)]
    assert ["rows: row 3, column a: has more than 131,072 characters: left out"] == list(
        map(str, exported.issues)
    )


@given(text=st.text(alphabet=string.printable + "\x00\x1b\x7f\ud800"))
def test_anything_can_be_saved(text: str) -> None:
    """Whatever is in a cell or in the name of a column, the text is one that a file can have."""
    exported = csv.write([{"a": text, f"b{text}": 1}])

    assert 2 == len(by_stdlib(exported.content))
    assert exported.content.encode()


@pytest.mark.parametrize("rows", ["abc", b"abc", {"a": 1}, None, 3])
def test_no_table(rows: Any) -> None:
    """What is no sequence of rows is refused, and not shown."""
    with pytest.raises(ct.InvalidValue, match=r"^\$\.rows: must be rows, one after another, got ") as refused:
        csv.write(rows)

    assert "abc" not in str(refused.value)


def test_no_rows() -> None:
    """What is no row is refused."""
    with pytest.raises(ct.InvalidValue, match=r"\$\.rows\[1\]: must be a row: a mapping of cells by column"):
        csv.write([{"a": 1}, ["a"]])  # type: ignore[list-item]


# --- Back again --------------------------------------------------------------------------------------


def saved(rows: Iterable[Mapping[str, Any]], folder: Path) -> Path:
    """A file of a table."""
    path = folder / "table.csv"
    csv.write(rows).save(path)
    return path


@given(plan=plans())
def test_a_table_gives_its_records(plan: ct.Plan, tmp_path_factory: pytest.TempPathFactory) -> None:
    """A table of records as CSV gives the records again, save for the control characters it cannot have."""
    folder = tmp_path_factory.mktemp("tables")
    for kind in {record.kind for record in plan}:
        exported = csv.write(plan.rows(kind, details=True))
        exported.save(folder / "table.csv")
        if not exported.issues:
            assert plan.of(CLASSES[kind]) == ct.from_rows(kind, csv.read_rows(kind, folder / "table.csv"))


@pytest.mark.parametrize("cls", CLASSES.values(), ids=CLASSES)
def test_each_kind_comes_back(cls: type[ct.Record], tmp_path: Path) -> None:
    """So does each kind of a plan in which something of every kind happened."""
    path = saved(PLAN.rows(cls, details=True), tmp_path)

    assert PLAN.of(cls) == ct.from_rows(cls, csv.read_rows(cls, path))


@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_a_program_may_separate_anew(delimiter: str, tmp_path: Path) -> None:
    """A spreadsheet program that writes TRUE, other separators, blank rows and a last line is understood."""
    path = tmp_path / "contacts.csv"
    lines = [
        "id,name,vouches,trust,emails",
        'a,Ada,TRUE,3,"a@x.example; b@x.example"',
        ",,,,",
        "b,'=Bob,,4.0,",
    ]
    path.write_text("\n".join(lines).replace(",", delimiter), encoding="utf-8")

    assert [3, 4] == [row["trust"] for row in csv.read_rows("contact", path)]
    assert (
        ct.Contact(id="a", name="Ada", vouches=True, trust=3, emails=["a@x.example", "b@x.example"]),
        ct.Contact(id="b", name="=Bob", trust=4),
    ) == ct.from_rows("contact", csv.read_rows("contact", path))


@pytest.mark.parametrize("cell", ["1_000", " 1", "١", "nan", "inf", "1e999", "+1", "1,5", "=1", "9" * 5000])
@pytest.mark.parametrize(
    ("kind", "column", "row"),
    [
        ("skill", "top", {"name": "SQL"}),
        ("capacity", "minutes", {"on": "2026-01-05"}),
        ("course", "cost_amount", {"title": "SQL", "cost_currency": "EUR"}),
    ],
)
def test_numbers_are_what_is_written(
    cell: str, kind: str, column: str, row: dict[str, str], tmp_path: Path
) -> None:
    """A number is read as it is written, and nothing else is taken for one."""
    path = saved([{**row, column: cell}], tmp_path)
    with pytest.raises(ct.InvalidValue) as refused:
        ct.from_rows(kind, csv.read_rows(kind, path))

    assert [f"$.rows[0].{column}"] == [issue.path for issue in refused.value.issues]


def test_lists_come_back(tmp_path: Path) -> None:
    """A list that its separator would spoil is read again, and so is one that looks like JSON."""
    contact = ct.Contact(id="a", name="Ada", phones=["1;2", "3"], emails=["[x"], links=["=1", "2"])
    path = saved((ct.Plan() + contact).rows("contact", details=True), tmp_path)

    assert (contact,) == ct.from_rows("contact", csv.read_rows("contact", path))


def test_cells_that_are_none(tmp_path: Path) -> None:
    """What its column cannot hold stays text, so that its own rule says what is wrong."""
    path = tmp_path / "goals.csv"
    path.write_text(
        "on,title,pillar,target,milestones,extra\n01/02/2026,Apply,change,ten,[,x\n", encoding="utf-8"
    )
    with pytest.raises(ct.InvalidValue) as refused:
        ct.from_rows("goal", csv.read_rows("goal", path))

    assert {"$.rows[0].on", "$.rows[0].target", "$.rows[0].milestones", "$.rows[0].extra"} == {
        issue.path for issue in refused.value.issues
    }


@pytest.mark.parametrize(
    ("content", "issues"),
    [
        ("", ["skills.csv: has no header row with columns of a skill"]),
        ("a,b\n1,2\n", ["skills.csv: has no header row with columns of a skill"]),
        ("id,name,name\na,b,c\n", ["skills.csv: row 1: names a column twice: name"]),
        (
            'id,name\na\na,b,c\nd,"e\n',
            [
                "skills.csv: row 2: has 1 cells under 2 columns",
                "skills.csv: row 3: has 3 cells under 2 columns",
                "skills.csv: row 4: has a quote that never closes",
            ],
        ),
        (
            b"id,name\na,Zo\xeb\n",
            ["skills.csv: is not UTF-8: byte 12 cannot be read; pass encoding='cp1252'"],
        ),
        (b"PK\x03\x04rest", ["skills.csv: is a workbook: save the sheet as CSV, in UTF-8"]),
    ],
)
def test_a_table_that_cannot_be_read(content: str | bytes, issues: list[str], tmp_path: Path) -> None:
    """Every row that cannot be read is told at once."""
    path = tmp_path / "skills.csv"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(ct.InvalidDocument) as refused:
        csv.read_rows("skill", path)

    assert issues == list(map(str, refused.value.issues))


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    """A file that is not there, and one that cannot be read, are refused."""
    with pytest.raises(ct.InvalidDocument, match=r"a\.csv: is not there: give the path of a CSV file"):
        csv.read_rows("skill", tmp_path / "a.csv")


def test_a_file_that_is_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file beyond what is read is refused."""
    monkeypatch.setattr("careertrack.formats.sources.LARGEST_FILE", 4)
    path = tmp_path / "a.csv"
    path.write_text("id,name\n", encoding="utf-8")
    with pytest.raises(ct.InvalidDocument, match="is larger than"):
        csv.read_rows("skill", path)


def test_other_encodings(tmp_path: Path) -> None:
    """A file of another encoding is read when that is said."""
    path = tmp_path / "skills.csv"
    path.write_bytes("name\nZoë\n".encode("cp1252"))

    assert [{"name": "Zoë"}] == csv.read_rows(ct.Skill, path, encoding="cp1252")


def test_the_issues_are_those_of_importers() -> None:
    """What an issue of a table says is plain data, like any."""
    (issue,) = csv.write([{"a": "\x07"}]).issues

    assert "control" == json.loads(json.dumps(issue.to_dict()))["params"]["rule"]
