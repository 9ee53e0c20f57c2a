"""The project says of itself what is true."""

import re
import subprocess
import tomllib
from importlib import metadata
from pathlib import Path

import pytest

# Spelled in halves, so that this file does not name them.
REGISTRIES = tuple(
    ".".join(halves) for halves in (("pypi", "org"), ("pythonhosted", "org"), ("npmjs", "org"))
)


def shell_blocks(markdown: str) -> list[str]:
    """The text of each shell block, in order."""
    return re.findall(r"^```sh\n(.*?)\n```$", markdown, flags=re.MULTILINE | re.DOTALL)


def targets(makefile: str) -> set[str]:
    """The targets a Makefile has rules for."""
    return set(re.findall(r"^([a-z]+):(?!=)", makefile, flags=re.MULTILINE))


def own_files(root: Path) -> list[Path]:
    """Every file that is tracked or would be."""
    if not (root / ".git").exists():
        pytest.skip("not a git checkout, so nothing says which files are tracked")
    listing = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=root,
        check=True,
        capture_output=True,
    ).stdout.decode()
    return [root / name for name in sorted(listing.split("\0")) if name and (root / name).is_file()]


def local_names(text: str, folders: tuple[str, ...]) -> list[str]:
    """The lines of a text that name one of the folders, or a host of a package registry."""
    folder = "|".join(re.escape(one.rstrip("/")) for one in folders)
    host = "|".join(re.escape(one) for one in REGISTRIES)
    told = re.compile(rf"(?<![\w./~$}}-])(?:{folder})(?:/|(?=[\s\"'`:;,)\]]|$))|\b(?:{host})\b")
    return [
        f"{number}: {line.strip()}" for number, line in enumerate(text.splitlines(), 1) if told.search(line)
    ]


def test_first_shell_blocks(project_root: Path) -> None:
    """The README's first two shell blocks are the run and the test command, on one line each."""
    readme = (project_root / "README.md").read_text(encoding="utf-8")

    assert ["make demo", "make test"] == shell_blocks(readme)[:2]


def test_make_targets(project_root: Path) -> None:
    """The Makefile has a rule for each command that the README and CONTRIBUTING name."""
    texts = [(project_root / name).read_text(encoding="utf-8") for name in ("README.md", "CONTRIBUTING.md")]
    named = {name for text in texts for name in re.findall(r"\bmake ([a-z]+)(?=[`\n])", text)}
    makefile = (project_root / "Makefile").read_text(encoding="utf-8")

    assert {"demo", "test", "check", "docs", "bench"} == named
    assert set() == named - targets(makefile)


def test_changelog_begins_with_unreleased(project_root: Path) -> None:
    """The changelog's newest section is the unreleased one."""
    changelog = (project_root / "CHANGELOG.md").read_text(encoding="utf-8")
    sections = re.findall(r"^## \[?([^\]\s]+)", changelog, flags=re.MULTILINE)

    assert "Unreleased" == sections[0]


def test_version(project_root: Path) -> None:
    """The version that is declared is the one that is installed."""
    declared = tomllib.loads((project_root / "pyproject.toml").read_text(encoding="utf-8"))["project"]

    assert declared["version"] == metadata.version("careertrack")


def test_runtime_dependencies() -> None:
    """Without extras the library needs attrs and python-dateutil, nothing else."""
    always = [need for need in metadata.requires("careertrack") or [] if "extra ==" not in need]

    assert ["attrs", "python-dateutil"] == sorted(re.split(r"[^a-z-]", need)[0] for need in always)


def test_no_file_names_this_machine(project_root: Path) -> None:
    """No file names the checkout's place, the home folder or a host of a package registry."""
    told = {}
    for path in own_files(project_root):
        text = path.read_bytes().decode("utf-8", errors="replace")
        if lines := local_names(text, (str(project_root), str(Path.home()))):
            told[path.relative_to(project_root).as_posix()] = lines

    assert {} == told


@pytest.mark.parametrize(
    "line",
    [
        "open('/home/ada/plan.json')",
        "cd /home/ada",
        "/home/ada",
        "at `/home/ada/work`",
        f"get it from https://{REGISTRIES[0]}/simple",
    ],
)
def test_local_names_are_found(line: str) -> None:
    """A line that names the machine is found."""
    assert [f"1: {line}"] == local_names(line, ("/home/ada",))


@pytest.mark.parametrize(
    "line", ["tests/home/ada/x", "/home/adam", "$ROOT/home/ada/", "../home/ada/y", "a home"]
)
def test_other_names_are_left_alone(line: str) -> None:
    """A line that only looks similar is not reported."""
    assert [] == local_names(line, ("/home/ada",))
