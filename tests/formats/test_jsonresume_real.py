"""Other people's resumes, counted by hand, into a plan and out of it again."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

import careertrack as ct
from careertrack.formats import jsonresume

NAMES = ("sample", "new-grad", "career-changer")
WRITTEN = ("work", "volunteer", "education", "awards", "certificates", "publications", "skills", "projects")


@pytest.fixture(scope="module")
def folder(shared_data: Path) -> Path:
    """Where the resumes and the schema are."""
    return shared_data / "jsonresume"


def file(folder: Path, name: str) -> Path:
    """A resume's file."""
    return folder / f"{name}.resume.json"


def plan_of(folder: Path, name: str) -> ct.Plan:
    """The plan of a resume."""
    imported = jsonresume.read(file(folder, name))
    return ct.Plan(imported.owner or "", imported.records)


@pytest.mark.parametrize(
    ("name", "kinds", "found"),
    [
        (
            "sample",
            {"skill": 2, "contact": 1, "position": 3, "evidence": 3},
            "work 1, volunteer 1, education 1, awards 1, publications 1, skills 2, languages 1, interests 1, "
            "references 1, projects 1",
        ),
        (
            "new-grad",
            {"skill": 3, "position": 3, "evidence": 3},
            "work 2, education 1, awards 1, skills 3, languages 2, interests 2, projects 2",
        ),
        (
            "career-changer",
            {"skill": 3, "contact": 1, "position": 6, "evidence": 3},
            "work 3, volunteer 2, education 1, certificates 3, skills 3, languages 2, interests 2, "
            "references 1",
        ),
    ],
)
def test_counts(name: str, kinds: dict[str, int], found: str, folder: Path) -> None:
    """All items are found, none with an issue, and the records are as many as they say."""
    imported = jsonresume.read(file(folder, name))

    assert kinds == imported.kinds
    assert found == ", ".join(f"{section} {count}" for section, count in imported.found.items())
    assert () == imported.issues
    assert ["$['$schema']", "$.basics", "$.languages", "$.interests", "$.meta", "$.skills: level"] == list(
        imported.left
    )


def test_values_by_hand(folder: Path) -> None:
    """A few values, looked up in the files."""
    sample, changer = plan_of(folder, "sample"), plan_of(folder, "career-changer")
    assert ("Richard Hendriks", "Daniel Reyes") == (sample.owner, changer.owner)

    piper = sample.get(ct.Position, "ceo-president-pied-piper-2013-12-01")
    assert ("job", "CEO/President", "Pied Piper", "2013-12-01", "2014-12-01") == (
        piper.type,
        piper.title,
        piper.organization,
        piper.started,
        piper.ended,
    )
    assert "- Successfully won Techcrunch Disrupt" == (piper.story or "").split("\n")[2]
    assert "Palo Alto, CA" == piper.extra["jsonresume"]["work"]["location"]
    assert "Bachelor, Information Technology" == next(
        each.title for each in sample.of(ct.Position) if each.type == "study"
    )
    assert {"Web Development": "Master", "Compression": "Master"} == {
        skill.name: skill.extra["jsonresume"]["skills"]["level"] for skill in sample.of(ct.Skill)
    }
    project = next(each for each in sample.of(ct.Evidence) if each.title == "Miss Direction")
    assert ("2016-08-24", "http://missdirection.example.com") == (str(project.on), project.link)
    assert (project.impact or "").startswith(
        "A mapping engine that misguides you\n- Won award at AIHacks 2016"
    )

    freelance = next(each for each in changer.of(ct.Position) if each.organization == "Freelance")
    assert "self-employment" == freelance.type
    tableau = changer.get(ct.Evidence, "tableau-desktop-specialist-2025-01-01")
    assert {"certificates": {"issuer": "Tableau"}} == tableau.extra["jsonresume"]
    (owner,) = changer.of(ct.Contact)
    assert owner.vouches
    assert owner.name.startswith("Priya Natarajan")


@pytest.mark.parametrize("name", NAMES)
def test_there_and_back(name: str, folder: Path) -> None:
    """What a plan makes of a resume says the same as the resume, and is valid by the real schema."""
    schema = json.loads((folder / "schema.json").read_text(encoding="utf-8"))
    real = Draft7Validator(schema, format_checker=Draft7Validator.FORMAT_CHECKER)
    before = json.loads(file(folder, name).read_text(encoding="utf-8"))
    plan = plan_of(folder, name)
    alone = json.loads(jsonresume.write(plan, "2026-01-01", details=True).content)
    based = json.loads(jsonresume.write(plan, "2026-01-01", details=True, base=file(folder, name)).content)

    assert [] == [*real.iter_errors(alone), *real.iter_errors(based)]
    for section in WRITTEN:
        assert in_order(before.get(section, [])) == in_order(alone.get(section, [])), section
    assert {"name": before["basics"]["name"]} == alone["basics"]
    assert {"version": "v1.3.1"} == alone["meta"]
    for section in ("$schema", "basics", "languages", "interests", "references"):
        assert before.get(section) == based.get(section), section
    assert {section: alone.get(section) for section in WRITTEN} == {
        section: based.get(section) for section in WRITTEN
    }


def in_order(items: list[Any]) -> list[Any]:
    """Items in an order that depends on what they say alone."""
    return sorted(items, key=lambda item: json.dumps(item, sort_keys=True))


@pytest.mark.parametrize("name", NAMES)
def test_nobody_else_is_written(name: str, folder: Path) -> None:
    """Without the resume beside it, nothing of a reference is in what is written."""
    before = json.loads(file(folder, name).read_text(encoding="utf-8"))
    content = jsonresume.write(plan_of(folder, name), "2026-01-01", details=True).content

    for reference in before.get("references", ()):
        assert reference["name"] not in content
        assert reference["reference"] not in content
