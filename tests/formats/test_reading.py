"""The result of an import can be shown and says no personal thing."""

import careertrack as ct
from careertrack.formats import Imported
from careertrack.formats.ids import made_id
from careertrack.formats.reading import MOST_ALIKE, Report, safe_name
from careertrack.formats.writing import Exported, record_issue
from careertrack.page import as_text

GRACE = ct.Contact(id="p-1", name="Grace Hopper", emails=["grace@example.org"])


def test_names_of_columns_are_cut() -> None:
    """A column of a name that nobody can read is shown as much of it as anybody reads."""
    report = Report()
    report.add("value", "is bad", "x.csv", 2, "\x1b" + "y" * 10_000)
    (issue,) = report.issues()

    assert len(issue.path) < 110
    assert issue.path.isprintable()


def test_the_result_counts() -> None:
    """A result is shown by counts: records by kind, rows by file, issues by rule, and what was left."""
    report = Report()
    report.add("ragged", "has 1 cells under 2 columns", "People.csv", 3)
    imported = Imported(
        records=(GRACE, ct.Skill(name="SQL"), ct.Skill(name="Go")),
        issues=report.issues(),
        held=2,
        differing=(ct.Skill(name="R"),),
        found={"People": 2},
        left={"Messages.csv": "too private"},
        owner="Ada King",
    )

    assert "Imported(3 records, 1 issue, 2 held)" == repr(imported)
    assert (
        "3 records: contact 1, skill 2\n"
        "in the plan already: 2, 1 of them with other content\n"
        "found: People 2\n"
        "not taken: Messages.csv: too private\n"
        "1 issue: ragged 1"
    ) == str(imported)


def test_an_empty_result() -> None:
    """A result of nothing says so."""
    assert "0 records\nfound: nothing" == str(Imported(records=()))
    assert "0 characters\nwritten: nothing" == str(Exported(""))
    assert () == tuple(Imported(records=()).full_page().blocks)


def test_an_export_is_counted() -> None:
    """How much was written of what, what was left out, and issues by rule; in a notebook each of them."""
    issues = (record_issue(GRACE, "note", "control", "has control characters"),)
    exported = Exported("x" * 9, issues, {"VCARD": 2}, {"trust": "has no place"})

    assert "9 characters\nwritten: VCARD 2\nleft out: trust: has no place\n1 issue: control 1" == str(
        exported
    )
    assert """\
9 characters

written:
VCARD: 2

left out:
- trust: has no place

1 issue: control 1:
- contact p-1, note: has control characters""" == as_text(exported.full_page())
    assert "Exported(9 characters, 1 issue)" == repr(exported)


def test_issues_are_ordered_and_not_endless() -> None:
    """Issues come by file and row; of many alike a hundred are kept, and the rest is counted."""
    report = Report()
    for row in range(MOST_ALIKE + 5, 1, -1):
        report.add("ragged", "is ragged", "b.csv", row)
    report.add("encoding", "is not UTF-8", "a.csv", hint="pass encoding='cp1252'")
    issues = [str(issue) for issue in report.issues()]

    assert ["a.csv: is not UTF-8; pass encoding='cp1252'", "b.csv: row 6: is ragged"] == issues[:2]
    assert [f"b.csv: row {MOST_ALIKE + 5}: is ragged", "b.csv: has 4 more rows reported as ragged"] == issues[
        -2:
    ]
    assert MOST_ALIKE + 2 == len(issues)


def test_names_of_files_are_safe_to_show() -> None:
    """The name of a file is shown without control characters, and its end if it is long."""
    assert "Jobs/Saved.csv" == safe_name("Jobs/Saved.csv")
    assert r"a\x1b[2J\u202e.csv" == safe_name("a\x1b[2J\u202e.csv")
    assert "..." + "x" * 73 + ".csv" == safe_name("x" * 500 + ".csv")


def test_ids_do_not_run_together() -> None:
    """Texts that an id cannot hold whole get digits of their hash, so that no two are one."""
    long = "x" * 80
    texts = ["工程师", "经理", "Café 工", "Cafe", long, long + "y", "a-" + long, "+" * 30, "+" * 31, "§", ""]
    ids = [made_id(text) for text in texts]

    assert len(set(ids)) == len(texts)
    assert all(ct.Skill(id=id, name="x") for id in ids)
    assert "cafe" == made_id("Café") == made_id("Cafe")
    assert "a-b-2022" == made_id("a", "", "b", "2022")
    assert 64 == len(made_id(long))
