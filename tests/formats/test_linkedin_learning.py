"""Skills, courses, events and accomplishments as an archive has them."""

import pytest
from tests.formats.conftest import Write

import careertrack as ct
from careertrack.formats import Imported, linkedin

LEARNING = (
    "Content Title,Content Description,Content Type,Content Last Watched Date (if viewed),"
    "Content Completed At (if completed),Content Saved,Notes taken on videos (if taken),\n"
)
EVENTS = "Event Name,Event Time,Status,External Url\n"


def plain(imported: Imported) -> list[dict[str, object]]:
    """All records as plain data."""
    return [record.to_dict() for record in imported.records]


def told(imported: Imported) -> list[str]:
    """The issues of an import, as sentences."""
    return list(map(str, imported.issues))


def test_skills_have_no_level(folder: Write) -> None:
    """A skill is a name on a scale; endorsements are counted, and are no assessment."""
    files = {
        "Skills.csv": "Name\nC++\nC#\nC\nPython\nPython\n",
        "Endorsement_Received_Info.csv": (
            "Endorsement Date,Skill Name,Endorser First Name\n2018/10/18 12:23:20 UTC,C,A\n"
        ),
    }
    imported = linkedin.read(folder(files))

    assert ["c", "c-plus-plus", "c-sharp", "python"] == [record.id for record in imported.records]
    assert {"Skills": 5, "Endorsement Received Info": 1} == imported.found
    assert ["Endorsement Received Info"] == list(imported.left)


def test_two_names_of_one_id(folder: Write) -> None:
    """Of two names that give one id the first by name is kept, and the other reported."""
    one = linkedin.read(folder({"Skills.csv": "Name\nNode.js\nNode JS\n\u200b\n"}))

    assert "Node JS" in [each["name"] for each in plain(one)]
    assert ["Skills.csv: row 2: says something else of skill node-js: not taken"] == told(one)


def test_a_course(folder: Write) -> None:
    """A course is kept with the person's notes; where it was completed, that is a resolution of that day."""
    rows = (
        "SQL in depth,About SQL.,COURSE,2020-12-29 14:24 UTC,2021-01-04 09:00 UTC,true,Window functions!,\n"
        "Looms,About looms.,VIDEO,N/A,N/A,false,N/A,\n"
    )
    imported = linkedin.read(folder({"Learning.csv": LEARNING + rows}))

    assert [
        {
            "kind": "course",
            "id": "looms",
            "title": "Looms",
            "provider": "LinkedIn Learning",
            "extra": {"linkedin": {"type": "video"}},
        },
        {
            "kind": "course",
            "id": "sql-in-depth",
            "title": "SQL in depth",
            "provider": "LinkedIn Learning",
            "note": "Window functions!",
            "extra": {"linkedin": {"type": "course", "watched": "2020-12-29", "saved": True}},
        },
        {
            "kind": "resolution",
            "id": "sql-in-depth-completed",
            "on": "2021-01-04",
            "course": "sql-in-depth",
        },
    ] == plain(imported)


def test_a_course_taken_twice(folder: Write) -> None:
    """A course in two rows is one, completed on the first day and watched until the last."""
    rows = "Looms,,,05 Jan 2021,04 Jan 2021,true,,\nlooms,,,05 Mar 2021,04 Mar 2021,false,,\n"
    imported = linkedin.read(folder({"Learning.csv": LEARNING + rows}))

    assert {"watched": "2021-03-05", "saved": True} == plain(imported)[0]["extra"]["linkedin"]  # type: ignore[index]
    assert "2021-01-04" == plain(imported)[1]["on"]
    assert 2 == len(imported.records)


@pytest.mark.parametrize("title", ["", "N/A", "CONTENT METADATA NO LONGER EXISTS FOR 1"])
def test_a_course_that_is_gone(title: str, folder: Write) -> None:
    """A course without its title is reported, and not called by a made-up one."""
    imported = linkedin.read(folder({"Learning.csv": LEARNING + f"{title},x,,04 Jan 2021,04 Jan 2021,,,\n"}))

    assert ([], ["Learning.csv: row 2, column Content Title: names no course"]) == (
        plain(imported),
        told(imported),
    )


def test_a_course_that_cannot_be_kept(folder: Write) -> None:
    """Where the title cannot be kept there is no resolution either."""
    imported = linkedin.read(folder({"Learning.csv": LEARNING + f"{'x' * 501},,,,04 Jan 2021,,,\n"}))

    assert ([], 1) == (plain(imported), len(told(imported)))


@pytest.mark.parametrize(
    ("time", "expected"),
    [
        ("2025-03-05 13:00:00 UTC", {"starts": "2025-03-05T13:00", "zone": "UTC"}),
        ("Apr 08, 2024 07:00 AM - Apr 08, 2024 05:00 PM", {"starts": "2024-04-08", "minutes": 600}),
        ("Apr 08, 2024 07:00 AM - Apr 08, 2024 06:00 AM", {"starts": "2024-04-08"}),
        (
            "2025-03-05 13:00 UTC - 2025-03-05 14:30 UTC",
            {"starts": "2025-03-05T13:00", "zone": "UTC", "minutes": 90},
        ),
        ("05 Mar 2025", {"starts": "2025-03-05"}),
        ("Mar 2025", {}),
        ("", {}),
    ],
)
def test_an_event(time: str, expected: dict[str, object], folder: Write) -> None:
    """An event has a time where its zone is known, else a day; that one meant to go is no attendance."""
    imported = linkedin.read(
        folder({"Events.csv": EVENTS + f'Rust Conf,"{time}",ATTENDING,https://x.example\n'})
    )
    (event,) = plain(imported)

    assert "rust-conf" == str(event.pop("id"))[:9]
    assert {
        "kind": "event",
        "title": "Rust Conf",
        "link": "https://x.example",
        "extra": {"linkedin": {"status": "attending"}},
        **expected,
    } == event
    assert [] == told(imported)


def test_bad_events(folder: Write) -> None:
    """An event without a name is left out; one at no time is kept without."""
    imported = linkedin.read(folder({"Events.csv": EVENTS + ",2025-03-05,,\nRust Conf,soon,,\n"}))

    assert [{"kind": "event", "id": "rust-conf", "title": "Rust Conf"}] == plain(imported)
    assert [
        "Events.csv: row 2, column Event Name: names no event",
        "Events.csv: row 3, column Event Time: is no day in a known form, such as 05 Jun 2024",
    ] == told(imported)


def test_accomplishments(folder: Write) -> None:
    """Projects, publications, certificates and honours are evidence of the day they were done by."""
    files = {
        "Projects.csv": (
            "Title,Description,Url,Started On,Finished On\n"
            "A,Faster.,https://x.example,Jan 2023,19 Nov 2023\nB,,,Jan 2023,\n"
        ),
        "Publications.csv": "Name,Published On,Description,Publisher,Url\nC,2022,,Press,\n",
        "Certifications.csv": (
            "Name,Url,Authority,Started On,Finished On,License Number\nD,,Amazon,Feb 2024,Feb 2027,1\n"
        ),
        "Honors.csv": "Title,Description,Issued On\nE,,03 Feb 2020\n",
    }
    found = linkedin.read(folder(files))
    evidence = {record.title: record for record in found.records if isinstance(record, ct.Evidence)}

    assert {
        "A": "2023-11-19",
        "B": "2023-01-31",
        "C": "2022-12-31",
        "D": "2024-02-29",
        "E": "2020-02-03",
    } == {title: str(record.on) for title, record in evidence.items()}
    assert ("a-2023-11-19", "Faster.", "https://x.example") == (
        evidence["A"].id,
        evidence["A"].impact,
        evidence["A"].link,
    )
    assert {"authority": "Amazon", "finished-on": "Feb 2027", "on": "2024-02"} == evidence["D"].extra[
        "linkedin"
    ]
    assert [] == told(found)


def test_bad_accomplishments(folder: Write) -> None:
    """What has no title, or no day, is reported and left out."""
    rows = ",x,,01 Jan 2020,\nA,,,,\nB,,,never,\n"
    imported = linkedin.read(
        folder({"Projects.csv": "Title,Description,Url,Started On,Finished On\n" + rows})
    )

    assert () == imported.records
    assert [
        "Projects.csv: row 2, column Title: has no title",
        "Projects.csv: row 3, column Finished On: names no day",
        "Projects.csv: row 4, column Started On: is no day in a known form, such as 05 Jun 2024",
    ] == told(imported)
