"""A crash, a full disk or a broken one, at any step of saving: the old file or the new one."""

import errno
import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from tests.store.steps import CHANGES_THE_FILE, STEPS, watched

import careertrack as ct

OLD = ct.Plan("Ada") + ct.Skill(name="SQL")
NEW = OLD + ct.Assessment(on="2026-01-09", skill="sql", level=3)
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file that holds a plan, alone in its folder."""
    path = tmp_path / "plan.json"
    ct.save(OLD, path)
    return path


def run(program: str, *arguments: str) -> subprocess.Popen[str]:
    """A Python of its own, with the same modules."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT)])}
    return subprocess.Popen(
        [sys.executable, "-c", program, *arguments],
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize(
    "error",
    [OSError(errno.ENOSPC, "No space left"), OSError(errno.EIO, "Input/output error"), KeyboardInterrupt()],
    ids=["full", "broken", "interrupted"],
)
def test_an_error_at_any_step(file: Path, step: str, error: BaseException) -> None:
    """The error is told, the file is the old one until it is renamed, and nothing is left beside it."""

    def stop(at: str) -> None:
        if at == step:
            raise error

    with watched(stop), pytest.raises(type(error)) as caught:
        ct.save(NEW, file)

    assert error is caught.value
    assert (NEW if step == "fsync folder" else OLD) == ct.load(file)
    assert ["plan.json"] == os.listdir(file.parent)


@pytest.mark.parametrize("step", [step for step in STEPS if step != "chmod"])
def test_an_error_before_there_is_a_file(tmp_path: Path, step: str) -> None:
    """Where there was no file, there is none after an error, or the whole new one."""

    def stop(at: str) -> None:
        if at == step:
            raise OSError(errno.ENOSPC, "No space left")

    with watched(stop), pytest.raises(OSError, match="No space left"):
        ct.save(NEW, tmp_path / "plan.json")

    assert (["plan.json"] if step == "fsync folder" else []) == os.listdir(tmp_path)


def test_what_cannot_be_removed_hides_no_error(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """If what was written cannot be removed either, the first error is the one that is told."""

    def full(at: str) -> None:
        if at == "write":
            raise OSError(errno.ENOSPC, "No space left")

    def broken(path: str) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(os, "unlink", broken)
    with watched(full), pytest.raises(OSError, match="No space left"):
        ct.save(NEW, file)

    monkeypatch.undo()

    assert OLD == ct.load(file)


LIMITED = """
import resource, signal, sys
import careertrack as ct
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (150, 150))
try:
    ct.save(ct.load(sys.argv[1]) + ct.Skill(name="x" * 60, source="y" * 400), sys.argv[1])
except OSError as error:
    print(type(error).__name__, error.errno)
"""


def test_a_disk_that_takes_only_a_part(file: Path) -> None:
    """A system that writes some bytes and refuses the rest leaves the old file, alone."""
    said, _ = run(LIMITED, str(file)).communicate(timeout=60)

    assert f"OSError {errno.EFBIG}\n" == said
    assert OLD == ct.load(file)
    assert ["plan.json"] == os.listdir(file.parent)


KILLED = """
import os, signal, sys
import careertrack as ct
from tests.store.steps import watched
path, step = sys.argv[1:]
plan = ct.load(path) + ct.Assessment(on="2026-01-09", skill="sql", level=3)
def kill(at):
    if at == step:
        os.kill(os.getpid(), signal.SIGKILL)
with watched(kill):
    ct.save(plan, path)
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.parametrize("step", [*STEPS, "none"])
def test_killed_before_any_step(file: Path, step: str) -> None:
    """Killed outright at any point, the file is the old one or the new one, and can be saved again."""
    child = run(KILLED, str(file), step)
    child.communicate(timeout=60)

    assert -signal.SIGKILL == child.returncode
    is_new = step not in STEPS[: CHANGES_THE_FILE + 1]
    assert (NEW if is_new else OLD) == ct.load(file)
    again = NEW + ct.Skill(name="Python")
    ct.save(again, file, expecting=(NEW if is_new else OLD).digest)
    assert again == ct.load(file)


SLOW = """
import sys
import careertrack as ct
from tests.store.steps import watched
path = sys.argv[1]
plan = ct.load(path)
def wait(at):
    if at == "replace":
        print("compared", flush=True)
        sys.stdin.readline()
with watched(wait):
    ct.save(plan + ct.Skill(name="Python"), path, expecting=plan.digest)
"""


def test_nobody_comes_between_looking_and_renaming(file: Path) -> None:
    """A second writer waits while a first has compared and not yet renamed, and is told then."""
    told: list[str] = []

    def write() -> None:
        try:
            ct.save(NEW, file, expecting=OLD.digest)
        except ct.InvalidDocument as error:
            told.append(error.issues[0].code)

    first = run(SLOW, str(file))
    assert first.stdout is not None
    assert "compared\n" == first.stdout.readline()
    second = threading.Thread(target=write)
    second.start()
    second.join(0.5)
    first.communicate("go on\n", timeout=60)
    second.join(60)

    assert 0 == first.returncode
    assert ["changed"] == told
    assert OLD + ct.Skill(name="Python") == ct.load(file)
