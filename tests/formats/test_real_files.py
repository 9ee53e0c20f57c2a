"""Other people's files, counted another way, and a few values looked up by hand."""

import csv
import io
import zipfile
from collections import Counter
from datetime import date, datetime
from pathlib import Path

import pytest

import careertrack as ct
from careertrack.formats import Imported, linkedin, onet


@pytest.fixture(scope="module")
def export(shared_data: Path) -> Path:
    """The folder of a whole archive."""
    return shared_data / "linkedin" / "export"


@pytest.fixture(scope="module")
def archive(export: Path) -> Imported:
    """What a whole archive gives."""
    return linkedin.read(export)


@pytest.fixture(scope="module")
def plan(archive: Imported) -> ct.Plan:
    """The plan of a whole archive."""
    return ct.Plan(owner=archive.owner or "", records=archive.records)


@pytest.fixture(scope="module")
def data(shared_data: Path) -> onet.Download:
    """A release of the O*NET database."""
    return onet.load(shared_data / "onet-29.0")


def rows(path: Path, skip: int = 0, delimiter: str = ",") -> list[dict[str, str]]:
    """The rows of a file, as Python's csv module reads them below so many lines."""
    lines = path.read_text(encoding="utf-8").split("\n")[skip:]
    quoting = csv.QUOTE_NONE if delimiter == "\t" else csv.QUOTE_MINIMAL
    return list(
        csv.DictReader(io.StringIO("\n".join(lines), newline=""), delimiter=delimiter, quoting=quoting)
    )


def test_every_row_is_found(archive: Imported, export: Path) -> None:
    """All rows of all known files are found, none with an issue."""
    expected = {
        "Company Follows": rows(export / "Company Follows.csv"),
        "Connections": rows(export / "Connections.csv", skip=3),
        "Education": rows(export / "Education.csv"),
        "Endorsement Received Info": rows(export / "Endorsement_Received_Info.csv"),
        "Events": rows(export / "Events.csv"),
        "Job Applications": rows(export / "Jobs" / "Job Applications.csv"),
        "Learning": rows(export / "Learning.csv"),
        "Positions": rows(export / "Positions.csv"),
        "Profile": rows(export / "Profile.csv"),
        "Projects": rows(export / "Projects.csv"),
        "Publications": rows(export / "Publications.csv"),
        "Recommendations Given": rows(export / "Recommendations_Given.csv"),
        "Recommendations Received": rows(export / "Recommendations_Received.csv"),
        "Saved Jobs": rows(export / "Jobs" / "Saved Jobs.csv"),
        "Skills": rows(export / "Skills.csv"),
    }

    assert {title: len(found) for title, found in expected.items()} == archive.found
    assert () == archive.issues


def test_every_row_becomes_a_record(archive: Imported, export: Path) -> None:
    """The records are as many as the rows say."""
    completed = [row for row in rows(export / "Learning.csv") if row["Content Completed At (if completed)"]]
    followed = {row["Organization"] for row in rows(export / "Company Follows.csv")}

    assert {
        "skill": 60,
        "organization": len(followed),
        "contact": 2000,
        "event": 9,
        "course": 165,
        "position": 11 + 2,
        "conversation": 27 + 21,
        "evidence": 16 + 2,
        "resolution": len(completed),
        "transition": 25 + 8,
        "step": 25 + 8,
    } == archive.kinds
    assert (25, 90) == (len(followed), len(completed))


def test_contacts(plan: ct.Plan, export: Path) -> None:
    """Each connection is a contact with its company, title, address and day."""
    expected = {
        (
            f"{row['First Name']} {row['Last Name']}",
            row["Company"],
            row["Position"],
            row["URL"],
            row["Email Address"],
            datetime.strptime(row["Connected On"], "%d %b %Y").date(),
        )
        for row in rows(export / "Connections.csv", skip=3)
    }
    contacts = plan.of(ct.Contact)

    assert expected == {
        (one.name, one.organization, one.title, one.links[0], one.emails[0], one.met) for one in contacts
    }
    assert 2000 == len(expected) == len(contacts)
    assert 27 == sum(contact.vouches for contact in contacts)
    assert not any(contact.relations or contact.trust for contact in contacts)


def test_values_by_hand(plan: ct.Plan) -> None:
    """A few values, looked up in the files."""
    babbage = next(contact for contact in plan.of(ct.Contact) if contact.name == "Charles Babbage")
    assert ("Founder & CTO", date(1833, 6, 5), True) == (babbage.title, babbage.met, babbage.vouches)

    cyberdyne = next(each for each in plan.of(ct.Position) if each.organization == "Cyberdyne Systems")
    assert ("Staff Engineer", "2022-10", "2024-07") == (cyberdyne.title, cyberdyne.started, cyberdyne.ended)
    assert "Developer tooling + platform. Shipped the fake SkyNet SDK." == cyberdyne.story
    assert {"BSc, Enchanted Computing", "MSc, Distributed Systems"} == {
        each.title for each in plan.of(ct.Position) if each.type == "study"
    }

    editor = next(
        m for m in plan.of(ct.Transition) if (m.title, m.organization) == ("Editor", "Linnean Society")
    )
    assert (date(2025, 3, 3), "https://example.com/jobs/linnean-society/editor-0") == (editor.on, editor.link)
    (step,) = (each for each in plan.of(ct.Step) if each.transition == editor.id)
    assert ("applied", "Ada-Byron-Example-Resume-v4.pdf", False) == (step.stage, step.sent, step.tracked)

    summit = next(event for event in plan.of(ct.Event) if event.title == "Fictional Flutter Summit 2024")
    assert (datetime(2025, 3, 5, 13), "UTC", {"status": "attending"}) == (
        summit.starts,
        summit.zone,
        summit.extra["linkedin"],
    )
    assert (
        date(2025, 1, 25)
        == plan.as_of("2026-01-31").courses["distributed-systems-foundations-1"].resolution.on
    )  # type: ignore[union-attr]
    assert "Ada Byron-Lovelace" == plan.owner


def test_steps_by_stage(plan: ct.Plan) -> None:
    """What was applied for and what was saved, by stage; nothing is tracked."""
    steps = plan.of(ct.Step)

    assert {"applied": 25, "lead": 8} == Counter(step.stage for step in steps)
    assert not any(step.tracked for step in steps)


def test_the_archive_as_a_zip_and_again(plan: ct.Plan, export: Path, tmp_path: Path) -> None:
    """The archive zipped gives the same records; importing it again adds nothing; the plan comes back."""
    path = tmp_path / "archive.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for file in sorted(export.rglob("*.csv")):
            archive.write(file, Path("Complete", file.relative_to(export)))
    again = linkedin.read(path, into=plan)

    assert ((), len(plan), ()) == (again.records, again.held, again.issues)
    assert plan == plan.add(linkedin.read(path).records)
    assert plan == ct.loads(ct.dumps(plan))


def test_other_years(shared_data: Path) -> None:
    """Connections as other years' exports have them are found, one at a time or together."""
    folder = shared_data / "linkedin" / "variants"
    one = linkedin.read(folder / "flashesofbrilliance-Connections.csv")
    two = linkedin.read(folder / "hirefrank-Connections.csv")
    both = linkedin.read(folder)

    assert ({"Connections": 7}, {"Connections": 10}) == (one.found, two.found)
    assert (7, 10) == (len(one.records), len(two.records))
    assert () == one.issues == two.issues
    (tim,) = (record for record in one.records if record.name == "Tim Berners-Lee")  # type: ignore[attr-defined]
    assert tim.met is None  # type: ignore[attr-defined]
    shared = {record.id for record in one.records} & {record.id for record in two.records}
    assert 17 - len(shared) == len(both.records)
    assert len(shared) == len(both.issues)


def test_titles(data: onet.Download, shared_data: Path) -> None:
    """All occupations are there by title."""
    listed = rows(shared_data / "onet-29.0" / "Occupation Data.txt", delimiter="\t")

    assert {row["O*NET-SOC Code"]: row["Title"] for row in listed} == data.titles
    assert (1016, ()) == (len(data.titles), data.issues)
    assert [onet.Occupation("15-2051.00", "Data Scientists")] == data.find("data scientist")
    assert "29-1141.00" in [occupation.code for occupation in data.find("nurse")]


@pytest.mark.parametrize("code", ["15-2041.00", "15-1251.00", "29-1141.00", "11-3031.03"])
def test_requirements(code: str, data: onet.Download, shared_data: Path) -> None:
    """A role asks for just the skills that O*NET stands by, at the published levels."""
    listed = rows(shared_data / "onet-29.0" / "Skills.txt", delimiter="\t")
    mine = [row for row in listed if row["O*NET-SOC Code"] == code]
    good = [row for row in mine if row["Recommend Suppress"] != "Y" and row["Not Relevant"] != "Y"]
    figures = {(row["Element Name"], row["Scale ID"]): float(row["Data Value"]) for row in good}
    expected = {
        name: (level, figures[name, "IM"])
        for (name, scale), level in figures.items()
        if scale == "LV" and level
    }
    imported = data.read(code)
    names = {skill.id: skill.name for skill in imported.records if isinstance(skill, ct.Skill)}

    assert expected == {names[need.skill]: (need.level, need.importance) for need in data.role(code).requires}
    shaky = [row for row in mine if row["Recommend Suppress"] == "Y" and row["Not Relevant"] != "Y"]
    assert len(shaky) == len(imported.issues)
    assert len(imported.records) == len(ct.Plan(records=imported.records))


def test_a_role_by_hand(data: onet.Download) -> None:
    """Values of one occupation, looked up in the files."""
    role = data.role("15-2041.00")
    by_skill = {need.skill: need for need in role.requires}

    assert ("Statisticians", 5, "O*NET-SOC 15-2041.00") == (role.title, role.preparation, role.source)
    assert (5.38, 4.88) == (by_skill["mathematics"].level, by_skill["mathematics"].importance)
    assert role.interests is not None
    assert ("ICR", 6.63) == (role.interests.letters, role.interests.investigative)


def test_every_occupation(data: onet.Download) -> None:
    """All occupations together are a plan; those that were not measured are told, one by one."""
    imported = data.read(*data.titles)
    counts = Counter(issue.params["rule"] for issue in imported.issues)

    assert {"skill": 35, "role": 1016} == imported.kinds
    assert 879 == sum(bool(record.requires) for record in imported.records if isinstance(record, ct.Role))
    assert (100, 100, 2) == (counts["no-figures"], counts["suppressed"], counts["more"])
    assert 923 == sum(
        record.interests is not None for record in imported.records if isinstance(record, ct.Role)
    )
    assert 1051 == len(ct.Plan(records=imported.records))
