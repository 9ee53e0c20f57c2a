"""The example program works on its samples and on other people's files."""

import importlib.util
import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

import careertrack as ct


@pytest.fixture(scope="module")
def program(project_root: Path) -> ModuleType:
    """The example as a module."""
    path = project_root / "examples" / "back_on_track.py"
    spec = importlib.util.spec_from_file_location("back_on_track", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.path.insert(0, str(path.parent))  # as Python does for a program
    try:
        spec.loader.exec_module(module)
    finally:
        sys.path.remove(str(path.parent))
    return module


Capture = pytest.CaptureFixture[str]


def test_the_samples(program: ModuleType, capsys: Capture) -> None:
    """Without arguments the samples are read: what was found, what not, and where one stands."""
    assert 0 == program.main([])
    said = capsys.readouterr().out

    for part in (
        "38 records: skill 5, organization 2, contact 12,",
        "- Connections.csv: row 17: names nobody: the person is hidden, or has left",
        "not taken: Languages.csv: nothing in it that a plan has a record for",
        "Data Scientists (15-2051.00)",
        "13 records are made up here,",
        "Saved and loaded again: 59 records",
        "# Where you stand on 2026-01-12",
        "├─ mathematics (weight 0.875",
        ": critical-thinking, complex-problem-solving, programming",
        ": reading-comprehension, active-listening, writing, time-management",
        "- what became of 3 of 3 jobs that you saved or applied for",
    ):
        assert part in said


def test_the_story_on_top(program: ModuleType, capsys: Capture) -> None:
    """With a year of somebody's facts there is a whole review: six pillars, three numbers, what changed."""
    assert 0 == program.main(["--story"])
    said = capsys.readouterr().out

    for part in (
        "270 records of an invented year are put on top.",
        "- skill left out: ",
        "# Where you stand on 2027-01-04",
        "went well:",
        "what decided:",
        "├─ manager (weight 1 of 5): 1.000",
        "applications needed for a chance of an offer: 13 for 50 %",
        "# What the last four weeks changed",
        "time alone",
        "# What to do in the coming week",
        "of 300 minutes:",
    ):
        assert part in said


def test_the_story_on_another_day(program: ModuleType, capsys: Capture) -> None:
    """A day that was asked for is the day, with the story as without."""
    assert 0 == program.main(["--story", "--as-of", "2026-06-01"])
    assert "# Where you stand on 2026-06-01" in capsys.readouterr().out


def test_the_samples_name_nobody(program: ModuleType, capsys: Capture) -> None:
    """What the program shows of an archive has no name and no address of anybody in it."""
    program.main([])
    said = capsys.readouterr().out

    assert not any(secret in said for secret in ("Lindt", "Robin", "@", "question behind", "When can you"))


def test_the_plan_is_kept(program: ModuleType, tmp_path: Path, capsys: Capture) -> None:
    """The plan is saved where it was asked to be, and looked at on the day that was asked for."""
    file = tmp_path / "plan.careertrack.json"

    assert 0 == program.main(["--save", str(file), "--as-of", "2026-03-01"])
    assert "# Where you stand on 2026-03-01" in capsys.readouterr().out
    plan = ct.load(file)
    assert "Robin Example" == plan.owner
    assert 0.4 == plan.review("2026-03-01").goals.value


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("statistician", "Statisticians (15-2041.00)"),
        ("business", "Business Intelligence Analysts (15-2051.01)"),
        ("analyst", "Business Intelligence Analysts (15-2051.01)"),
        ("s", "Statisticians (15-2041.00)\nYou may also have meant: Data Scientists"),
        ("astronaut", "No occupation has 'astronaut' in its title."),
    ],
)
def test_other_occupations(words: str, title: str, program: ModuleType, capsys: Capture) -> None:
    """Any words of a title will do; an occupation without figures, and none at all, are told."""
    samples = program.SAMPLES

    assert 0 == program.main([str(samples / "archive"), str(samples / "onet"), words])
    assert title in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "fault"),
    [
        (["nowhere.zip", "onet", "nurse"], "That did not work: nowhere.zip: is not there"),
        (["--as-of", "soon"], "That did not work: day: must be a day"),
        (["--as-of", ""], "That did not work: day: must be a day"),
        (["--as-of", "9999-12-31"], "That did not work: date value out of range"),
        (["--save", "nowhere/plan.json"], "That did not work: [Errno 2] No such file or directory"),
    ],
)
def test_what_cannot_work(arguments: list[str], fault: str, program: ModuleType, capsys: Capture) -> None:
    """A wrong path and a day that will not do get a sentence, not a traceback."""
    assert 1 == program.main(arguments)
    assert fault in capsys.readouterr().err


def test_too_few_arguments(program: ModuleType, capsys: Capture) -> None:
    """An archive without an occupation is asked about."""
    with pytest.raises(SystemExit):
        program.main(["archive.zip"])

    assert "give ARCHIVE, ONET and OCCUPATION, or none of them" in capsys.readouterr().err


def test_an_archive_without_days(program: ModuleType, tmp_path: Path, capsys: Capture) -> None:
    """An archive in which nothing happened on a day is looked at all the same."""
    (tmp_path / "Skills.csv").write_text("Name\nSQL\n", encoding="utf-8")

    assert 0 == program.main([str(tmp_path), str(program.SAMPLES / "onet"), "data"])
    assert "# Where you stand on 2026-01-05" in capsys.readouterr().out


def test_it_prints_the_same_everywhere(project_root: Path) -> None:
    """Another time zone, locale and order of hashes change nothing of what is printed."""
    said = {
        subprocess.run(
            [sys.executable, project_root / "examples" / "back_on_track.py"],
            env={**os.environ, "TZ": zone, "LC_ALL": locale, "PYTHONHASHSEED": seed, "PYTHONUTF8": "1"},
            check=True,
            capture_output=True,
        ).stdout
        for zone, locale, seed in (("UTC", "C", "0"), ("Pacific/Auckland", "C.UTF-8", "1"))
    }

    assert 1 == len(said)


@pytest.mark.parametrize(
    ("words", "part"),
    [
        ("statistician", "├─ mathematics (weight 0.97"),
        ("Data Scientists", "O*NET has not measured the skills of 15-2051.00 Data Scientists"),
    ],
)
def test_a_whole_archive(
    words: str, part: str, program: ModuleType, shared_data: Path, tmp_path: Path, capsys: Capture
) -> None:
    """A whole archive and a whole release of O*NET give a plan that comes back equal."""
    file = tmp_path / "plan.json"
    paths = [str(shared_data / "linkedin" / "export"), str(shared_data / "onet-29.0")]

    assert 0 == program.main([*paths, words, "--save", str(file)])
    said = capsys.readouterr().out
    assert part in said
    assert "contact 2,000" in said
    assert 2001 == len(ct.load(file).of(ct.Contact))
