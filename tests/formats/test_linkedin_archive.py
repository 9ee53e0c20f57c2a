"""An archive as a whole: found, whatever its shape, and read the same each time."""

import random
import socket
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.formats.conftest import Write

import careertrack as ct
from careertrack.formats import linkedin
from careertrack.formats.linkedin._archive import LAYOUTS, layout_of

PEOPLE = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
FILES = {
    "Profile.csv": "First Name,Last Name,Headline\nAda,King,Analyst\n",
    "Connections.csv": PEOPLE
    + "Grace,Hopper,https://www.linkedin.com/in/grace,,Navy,Admiral,05 Jun 2024\n"
    + "Alan,Turing,https://www.linkedin.com/in/alan,,Yard,Fellow,06 Jun 2024\n"
    + "Alan,Turing,https://www.linkedin.com/in/alan-2,,Yard,Fellow,07 Jun 2024\n",
    "Skills.csv": "Name\nSQL\nGo\n",
    "Learning.csv": "Content Title,Content Completed At (if completed)\nLooms,04 Jan 2021\nWefts,\n",
    "Jobs/Job Applications.csv": (
        "Application Date,Company Name,Job Title,Job Url,Resume Name\n"
        "03 Mar 2025,Acme,Engineer,https://x.example/1,cv.pdf\n04 Mar 2025,Acme,Engineer,,\n"
    ),
    "Jobs/Saved Jobs.csv": "Saved Date,Job Url,Job Title,Company Name\n01 Mar 2025,https://x.example/1,Engineer,Acme\n",
    "Company Follows.csv": "Organization,Followed On\nAcme,01 Mar 2025\nAcme,01 Feb 2025\n",
    "Recommendations_Received.csv": (
        "First Name,Last Name,Text,Creation Date\nGrace,Hopper,Good.,01 Mar 2025\n"
    ),
}


def shuffled(text: str, seed: int) -> str:
    """A table with its rows and columns in another order."""
    chance = random.Random(seed)
    head, *rows = (line.split(",") for line in text.splitlines())
    order = list(range(len(head)))
    chance.shuffle(order)
    chance.shuffle(rows)
    return "\n".join(",".join(row[i] for i in order) for row in (head, *rows)) + "\n"


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("Connections.csv", "Connections"),
        ("CONNECTIONS.CSV", "Connections"),
        ("Basic_LinkedInDataExport_12-05-2022/Connections.csv", "Connections"),
        ("Basic\\Jobs\\saved jobs.csv", "Saved Jobs"),
        ("my-Connections.csv", "Connections"),
        ("Connections (1).csv", "Connections"),
        ("Connections_2.csv", "Connections"),
        ("Recommendations_Received.csv", "Recommendations Received"),
        ("Recommendations Given.csv", "Recommendations Given"),
        ("Endorsement_Received_Info.csv", "Endorsement Received Info"),
        ("SavedJobs.csv", "Saved Jobs"),
        ("Volunteer Experiences.csv", "Volunteering"),
        ("Connections.xlsx", None),
        ("._Connections.csv", None),
        ("Disconnections.csv", None),
        ("Job Seeker Preferences.csv", None),
        ("messages.csv", None),
        ("1.csv", None),
    ],
)
def test_files_are_known_by_name(name: str, title: str | None) -> None:
    """A file is known by its name, in whatever folder and letters, as a copy or under a prefix."""
    layout = layout_of(name)

    assert title == (layout.title if layout is not None else None)


def test_layouts_are_told_apart() -> None:
    """No two layouts have one title, and each has the columns of its days."""
    assert len(LAYOUTS) == len({layout.title for layout in LAYOUTS})
    assert all({*layout.needs, *layout.may}.issuperset(layout.days) for layout in LAYOUTS)


@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_rows_and_columns_is_nothing(seed: int, folder: Write, zipped: Write) -> None:
    """A zip in sub-folders with rows and columns in any order gives the same records as a folder."""
    one = linkedin.read(folder(FILES))
    two = linkedin.read(zipped({f"Basic/{name}": shuffled(text, seed) for name, text in FILES.items()}))

    assert one.records == two.records
    assert (one.found, one.owner) == (two.found, two.owner)
    assert "Ada King" == one.owner
    assert "Ada" not in repr(one) + str(one)


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda text: text.encode("utf-8-sig"), id="byte order mark"),
        pytest.param(lambda text: text.replace(",", ";").encode(), id="semicolons"),
        pytest.param(lambda text: text.replace(",", "\t").replace("\n", "\r\n").encode(), id="tabs"),
        pytest.param(lambda text: text.replace("\n", "\r").encode(), id="old ends of lines"),
        pytest.param(lambda text: ("Notes:\n\n" + text).encode(), id="preamble"),
        pytest.param(
            lambda text: text.upper().encode() if text.startswith("Name") else text.encode(), id="capitals"
        ),
    ],
)
def test_other_ways_to_write_it(change: Callable[[str], bytes], folder: Write) -> None:
    """Byte order marks, other separators and ends of lines change nothing."""
    files = {name: text for name, text in FILES.items() if name != "Skills.csv"}
    expected = linkedin.read(folder(files)).records
    changed = linkedin.read(folder({name: change(text) for name, text in files.items()}))

    assert expected == changed.records


def test_another_encoding(folder: Write) -> None:
    """A file that a spreadsheet saved is reported with the encoding that would read it, and read with it."""
    files = folder({"Skills.csv": "Name\nAnálise\n".encode("cp1252"), "Connections.csv": PEOPLE})
    (issue,) = linkedin.read(files).issues
    (skill,) = linkedin.read(files, encoding="cp1252").records

    assert "Skills.csv: is not UTF-8: byte 7 cannot be read; pass encoding='cp1252'" == str(issue)
    assert ("analise", "Análise") == (skill.id, skill.name)  # type: ignore[attr-defined]


def test_importing_twice_changes_nothing(folder: Write) -> None:
    """The second import gives equal records; into the plan it gives none."""
    files = folder(FILES)
    plan = ct.Plan(records=linkedin.read(files).records)
    again = linkedin.read(files, into=plan)

    assert plan == plan.add(linkedin.read(files).records)
    assert ((), len(plan), (), ()) == (again.records, again.held, again.differing, again.issues)


def test_an_edit_is_not_overwritten(folder: Write) -> None:
    """What the person has changed stays, and is no second record."""
    files = folder(FILES)
    plan = ct.Plan(records=linkedin.read(files).records)
    grace = next(contact for contact in plan.of(ct.Contact) if contact.name == "Grace Hopper")
    plan = plan.replace(grace, grace.evolve(name="Grace", relations=["mentor"], met=None))
    plan = plan.rename(ct.Contact, grace.id, "grace")
    (applied,) = (step for step in plan.of(ct.Step) if step.sent)
    plan = plan.replace(applied, applied.evolve(on="2025-03-05", tracked=True))
    plan = plan.rename(ct.Transition, applied.transition, "acme")
    again = linkedin.read(files, into=plan)

    assert ((), len(plan)) == (again.records, again.held)
    assert {"grace", applied.id} == {record.id for record in again.differing}
    assert [
        "Connections.csv: row 2: contact grace has another name, met in the plan, which stays",
        f"Jobs/Job Applications.csv: row 2: step {applied.id} has another on, tracked in the plan, "
        "which stays",
    ] == list(map(str, again.issues))


def test_what_a_file_says_wrongly_is_no_loss_for_others(folder: Write) -> None:
    """A file without its header row, or damaged, or locked, is one issue; the others are read."""
    files = folder({**FILES, "Positions.csv": "Where,What\nInitech,Analyst\n", "Events.csv": b"\xff\xfe\0"})

    assert [
        "Events.csv: is not UTF-8: byte 0 cannot be read; pass encoding='utf-16'",
        "Positions.csv: has no header row with Company Name, Title",
    ] == list(map(str, linkedin.read(files).issues))
    assert "Connections" in linkedin.read(files).found


def test_a_damaged_file_of_a_zip(zipped: Write) -> None:
    """A file of a zip that cannot be unpacked is one issue."""
    path = zipped(
        {"Skills.csv": "Name\n" + "SQL\n" * 99, "Positions.csv": "Company Name,Title\nInitech,Analyst\n"}
    )
    content = bytearray(path.read_bytes())
    content[36 + len("Skills.csv")] ^= 0xFF
    path.write_bytes(content)
    imported = linkedin.read(path)

    assert ["position"] == [record.kind for record in imported.records]
    assert ["damaged"] == [issue.params["rule"] for issue in imported.issues]


def test_what_is_not_taken_is_named(folder: Write) -> None:
    """Files that a plan has no records for are named, and not read."""
    files = folder(
        {**FILES, "messages.csv": b"\xff", "a\u202e.csv": "", "Rich Media/photo.jpg": "", "Profile.csv": ""}
    )
    imported = linkedin.read(files)

    assert {
        "a\\u202e.csv": "nothing in it that a plan has a record for",
        "messages.csv": "nothing in it that a plan has a record for",
    } == imported.left
    assert imported.owner is None
    assert ["Profile.csv: has no header row with First Name, Last Name"] == list(map(str, imported.issues))


def test_an_owner_without_a_name(folder: Write) -> None:
    """A profile without a name gives none."""
    assert linkedin.read(folder({"Profile.csv": "First Name,Last Name,Headline\n,,x\n"})).owner is None


def test_the_wrong_folder(folder: Write) -> None:
    """A folder without a file of LinkedIn's is refused by name."""
    with pytest.raises(ct.InvalidDocument) as refused:
        linkedin.read(folder({"holiday.csv": "Name\nBeach\n"}))

    assert "archive: holds no file of a LinkedIn archive, such as Connections.csv" == str(refused.value)


def test_nothing_personal_is_shown(folder: Write) -> None:
    """No name, address or text of anybody is in what is shown of an import, its issues among them."""
    secret = "Zyxwvut"
    files = {
        "Connections.csv": PEOPLE
        + f"{secret},{secret},https://x.example/{secret},{secret}@x,{secret},{secret},x\n",
        "Recommendations_Given.csv": (
            f"First Name,Last Name,Text,Creation Date\n{secret},{secret},{secret},x\n"
            f"{secret},,{'x' * 20_001},1 Jan 2020\n"
        ),
        "Profile.csv": f"First Name,Last Name\n{secret},{secret}\n",
        "Positions.csv": f"Company Name,Title,Description\nA,B,{secret}\n",
    }
    imported = linkedin.read(folder(files))
    shown = [
        repr(imported),
        str(imported),
        repr(imported.records),
        repr(imported.issues),
        *map(str, imported.issues),
    ]

    assert 3 == len(imported.issues)
    assert secret.lower() not in "".join(shown).lower()


def test_reading_opens_no_connection_and_writes_nothing(
    folder: Write, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """An import reads its files, and does nothing else."""
    files = folder(FILES)
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
    monkeypatch.setattr(socket, "socket", None)
    linkedin.read(files)

    assert before == {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
