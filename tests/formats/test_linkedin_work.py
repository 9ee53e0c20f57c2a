"""Positions, moves and organizations as an archive has them."""

from datetime import date

import pytest
from tests.formats.conftest import Write

import careertrack as ct
from careertrack.formats import Imported, linkedin

JOBS = "Company Name,Title,Description,Location,Started On,Finished On\n"
APPLIED = (
    "Application Date,Contact Email,Contact Phone Number,Company Name,Job Title,Job Url,Resume Name,"
    "Question And Answers\n"
)
SAVED = "Saved Date,Job Url,Job Title,Company Name\n"


def plain(imported: Imported, kind: str) -> list[dict[str, object]]:
    """The records of one kind as plain data."""
    return [record.to_dict() for record in imported.records if record.kind == kind]


def told(imported: Imported) -> list[str]:
    """The issues of an import, as sentences."""
    return list(map(str, imported.issues))


def test_a_job(folder: Write) -> None:
    """A job is a position of months, its description the story told about it."""
    row = "Initech,Analyst,Reports on reports.,Austin,01 Oct 2017,Mar 2020\n"
    imported = linkedin.read(folder({"Positions.csv": JOBS + row}))

    assert [
        {
            "kind": "position",
            "id": "analyst-initech-2017-10",
            "title": "Analyst",
            "organization": "Initech",
            "started": "2017-10",
            "ended": "2020-03",
            "story": "Reports on reports.",
            "extra": {"linkedin": {"location": "Austin"}},
        }
    ] == plain(imported, "position")
    assert "Reports" not in repr(imported.records)


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("01 Oct 2022", "2022-10"),
        ("17 Oct 2022", "2022-10-17"),
        ("Oct 2022", "2022-10"),
        ("2022", "2022"),
        ("", None),
        ("Present", None),
    ],
)
def test_the_first_of_a_month_is_the_month(written: str, kept: str | None, folder: Write) -> None:
    """A position begins in a month: the first stands for all of it, and any other day is a day."""
    imported = linkedin.read(folder({"Positions.csv": JOBS + f"Initech,Analyst,,,{written},\n"}))

    assert ([kept], []) == ([each.get("started") for each in plain(imported, "position")], told(imported))


def test_what_sort_of_position(folder: Write) -> None:
    """Jobs, work of one's own, studies and volunteering are positions of their sort."""
    files = {
        "Positions.csv": JOBS + "Initech,Analyst,,,,\nSelf-Employed,Consultant,,,,\n",
        "Education.csv": (
            "School Name,Start Date,End Date,Notes,Degree Name,Activities\nMIT,2008,2012,Fun.,BSc,Rowing\n"
        ),
        "Volunteering.csv": (
            "Company Name,Role,Cause,Started On,Finished On,Description\nLibrary,Reader,Children,2019,,\n"
        ),
    }
    found = plain(linkedin.read(folder(files)), "position")

    assert {
        "analyst-initech": "job",
        "consultant-self-employed": "self-employment",
        "bsc-mit-2008": "study",
        "reader-library-2019": "volunteering",
    } == {each["id"]: each.get("type", "job") for each in found}
    assert {"activities": "Rowing"} == next(each for each in found if each["title"] == "BSc")["extra"][
        "linkedin"
    ]  # type: ignore[index]


def test_bad_positions(folder: Write) -> None:
    """An end before the start, a day that is none and a row of nothing are reported; the rest is kept."""
    rows = "Initech,Analyst,,,Oct 2017,Mar 2010\nHooli,Lead,,,Foo 2017,\n,,Nothing.,,,\n"
    imported = linkedin.read(folder({"Positions.csv": JOBS + rows}))

    assert {"analyst-initech-2017-10", "lead-hooli"} == {record.id for record in imported.records}
    assert [
        "Positions.csv: row 2, column Finished On: must be no earlier than Position.started, 2017-10, "
        "got '2010-03'",
        "Positions.csv: row 3, column Started On: names a month that is not in English",
        "Positions.csv: row 4, column Title: names neither a place nor a title",
    ] == told(imported)


def test_an_application(folder: Write) -> None:
    """An application is a transition and a step of which it is not known what came later."""
    link = "https://www.linkedin.com/jobs/view/123"
    row = f'"3/7/24, 2:22 PM",me@x.example,+1 555,Acme,Engineer,{link},cv.pdf,Q? A.\n'
    imported = linkedin.read(folder({"Jobs/Job Applications.csv": APPLIED + row}))

    assert [
        {
            "kind": "transition",
            "id": "engineer-acme-3c28f8db",
            "on": "2024-03-07",
            "title": "Engineer",
            "organization": "Acme",
            "channel": "linkedin",
            "link": link,
        }
    ] == plain(imported, "transition")
    assert [
        {
            "kind": "step",
            "id": "applied-b91bb23b-2024-03-07",
            "on": "2024-03-07",
            "transition": "engineer-acme-3c28f8db",
            "stage": "applied",
            "sent": "cv.pdf",
            "tracked": False,
        }
    ] == plain(imported, "step")
    assert {
        "Job Applications: Contact Email, Contact Phone Number": "the owner's own, as the company got them",
        "Job Applications: Question And Answers": "answers given to a company stay where they are",
    } == imported.left


@pytest.mark.parametrize(
    ("saved_url", "applied_url", "transitions"),
    [
        ("https://x.example/1", "http://www.x.example/1/", 1),
        ("", "https://x.example/1", 1),
        ("https://x.example/1", "", 1),
        ("", "", 1),
        ("https://x.example/1", "https://x.example/2", 2),
    ],
)
def test_saved_and_applied_for(saved_url: str, applied_url: str, transitions: int, folder: Write) -> None:
    """A job that was saved and applied for is one transition, by its address or else by its names."""
    files = {
        "Saved Jobs.csv": SAVED + f"21 Jun 2025,{saved_url},Engineer,ACME\n",
        "Job Applications.csv": APPLIED + f"30 Jun 2025,,,Acme,Engineer,{applied_url},,\n",
    }
    imported = linkedin.read(folder(files))
    moves = [record for record in imported.records if isinstance(record, ct.Transition)]

    assert (transitions, date(2025, 6, 21), "acme") == (
        len(moves),
        moves[0].on,
        str(moves[-1].organization).lower(),
    )
    assert ["lead", "applied"] == [each["stage"] for each in plain(imported, "step")]
    assert 2 + transitions == len(ct.Plan(records=imported.records))


def test_a_row_without_address_joins_no_two_postings(folder: Write) -> None:
    """Where two postings of a company have one title, a row without address is a third."""
    rows = "".join(
        f"3{i} Jan 2025,,,Acme,Engineer,{url},,\n" for i, url in enumerate(("https://x.example/1", ""))
    )
    rows += "02 Jan 2025,,,Acme,Engineer,https://x.example/2,,\n"
    imported = linkedin.read(folder({"Job Applications.csv": APPLIED + rows}))

    assert 3 == len(plain(imported, "transition"))
    assert "engineer-acme-2025-01-31" in {each["id"] for each in plain(imported, "transition")}


def test_applied_for_twice(folder: Write) -> None:
    """A posting applied for again is one transition with two steps."""
    rows = "".join(f"0{day} Jan 2025,,,Acme,Engineer,https://x.example/1,,\n" for day in (2, 1, 2))
    imported = linkedin.read(folder({"Job Applications.csv": APPLIED + rows}))

    assert ["2025-01-01"] == [each["on"] for each in plain(imported, "transition")]
    assert ["2025-01-01", "2025-01-02"] == [each["on"] for each in plain(imported, "step")]


@pytest.mark.parametrize(
    ("row", "issue"),
    [
        (",,,Acme,Engineer,,,", "column Application Date: names no day"),
        (
            "Jun 2025,,,Acme,Engineer,,,",
            "column Application Date: is known to the month alone, and a day is needed",
        ),
        ("01 Jun 2025,,,,,https://x.example/1,,", "column Job Title: names neither a company nor a title"),
        (
            "6/5/25,,,Acme,Engineer,,,",
            "column Application Date: does not tell month from day: pass day_first=True or day_first=False",
        ),
    ],
)
def test_bad_applications(row: str, issue: str, folder: Write) -> None:
    """An application without a day that can be told, or about nothing, is reported and left out."""
    imported = linkedin.read(folder({"Job Applications.csv": APPLIED + row + "\n"}))

    assert ([], [f"Job Applications.csv: row 2, {issue}"]) == (list(imported.records), told(imported))


def test_a_move_that_cannot_be_kept(folder: Write) -> None:
    """A posting without anything that can be kept has no steps either."""
    rows = f"01 Jun 2025,,,,{'x' * 501},,,\n02 Jun 2025,,,Acme,{'x' * 501},,,\n"
    imported = linkedin.read(folder({"Job Applications.csv": APPLIED + rows}))

    assert ["Acme"] == [
        each["organization"] for each in plain(imported, "transition") if "organization" in each
    ]
    assert 2 == len(told(imported))


@pytest.mark.parametrize(("day_first", "on"), [(True, "2025-05-06"), (False, "2025-06-05")])
def test_the_caller_can_tell_the_order_of_days(day_first: bool, on: str, folder: Write) -> None:
    """Where an archive does not tell whether the day comes first, its owner can."""
    files = folder({"Saved Jobs.csv": SAVED + "6/5/25,,Engineer,Acme\n"})

    assert [on] == [each["on"] for each in plain(linkedin.read(files, day_first=day_first), "transition")]


def test_the_archive_tells_the_order_of_days(folder: Write) -> None:
    """One file's days tell the order of another's."""
    files = {
        "Saved Jobs.csv": SAVED + "6/5/25,,Engineer,Acme\n",
        "Connections.csv": "First Name,Last Name,Connected On\nGrace,Hopper,31/12/24\n",
    }

    assert ["2025-05-06"] == [each["on"] for each in plain(linkedin.read(folder(files)), "transition")]


def test_followed_companies(folder: Write) -> None:
    """A company that was followed is an organization, once; how much it matters is not known."""
    rows = "Acme,Wed Jun 24 12:43:42 UTC 2026\nACME,01 Jan 2025\nHooli,\n,01 Jan 2025\n"
    imported = linkedin.read(folder({"Company Follows.csv": "Organization,Followed On\n" + rows}))

    assert [
        {
            "kind": "organization",
            "id": "acme",
            "name": "ACME",
            "aliases": ["Acme"],
            "extra": {"linkedin": {"followed": "2025-01-01"}},
        },
        {"kind": "organization", "id": "hooli", "name": "Hooli"},
    ] == plain(imported, "organization")
    assert ["Company Follows.csv: row 5, column Organization: names no organization"] == told(imported)
