"""Saving writes a plan whole or not at all."""

import hashlib
import os
import stat
from pathlib import Path

import pytest
from tests.store.steps import STEPS, watched

import careertrack as ct
from careertrack import parsing, store

OLD = ct.Plan("Ada") + ct.Skill(name="SQL")
NEW = OLD + ct.Assessment(on="2026-01-09", skill="sql", level=3)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file that holds a plan, alone in its folder."""
    path = tmp_path / "plan.json"
    ct.save(OLD, path)
    return path


def test_what_is_saved_is_loaded(tmp_path: Path) -> None:
    """A plan that is saved loads back equal, and nothing else is left in its folder."""
    path = tmp_path / "plan.json"

    ct.save(NEW, path)

    assert NEW == ct.load(path)
    assert ["plan.json"] == os.listdir(tmp_path)


def test_what_is_no_plan(file: Path) -> None:
    """Path and plan the wrong way round are told apart, and nothing is written."""
    with pytest.raises(ct.InvalidValue) as saved:
        ct.save(str(file), NEW)  # type: ignore[arg-type]
    with pytest.raises(ct.InvalidValue) as dumped:
        ct.dumps(None)  # type: ignore[arg-type]

    assert f"plan: must be a plan, got {str(file)!r}" == str(saved.value)
    assert "plan: must be a plan, got None" == str(dumped.value)
    assert OLD == ct.load(file)


def test_a_file_holds_the_canonical_text(file: Path) -> None:
    """The file holds what `dumps` says, byte by byte, in UTF-8 with line feeds."""
    assert ct.dumps(OLD).encode() == file.read_bytes()


def test_paths_may_be_text(tmp_path: Path) -> None:
    """A path may be a text."""
    ct.save(NEW, str(tmp_path / "plan.json"))

    assert NEW == ct.load(str(tmp_path / "plan.json"))


def test_the_digest_is_of_the_file(file: Path) -> None:
    """A plan's digest is the SHA-256 of the file that it is saved as."""
    assert hashlib.sha256(file.read_bytes()).hexdigest() == OLD.digest


def test_equal_plans_have_equal_digests() -> None:
    """The digest does not depend on the order in which records came."""
    skill, rating = ct.Skill(name="SQL"), ct.Assessment(on="2026-01-09", skill="sql", level=3)

    assert ct.Plan("Ada", [rating, skill]).digest == (ct.Plan("Ada") + skill + rating).digest
    assert OLD.digest != NEW.digest


def test_the_steps_are_taken_in_their_order(file: Path) -> None:
    """Written, flushed and on disk before it is renamed, and the folder flushed after."""
    with watched(lambda step: None) as taken:
        ct.save(NEW, file)

    assert list(STEPS) == taken


def test_a_new_file_needs_no_mode(tmp_path: Path) -> None:
    """A file that was not there gets the mode that any new file gets."""
    (tmp_path / "other").touch()
    with watched(lambda step: None) as taken:
        ct.save(NEW, tmp_path / "plan.json")

    assert [step for step in STEPS if step != "chmod"] == taken
    assert (tmp_path / "other").stat().st_mode == (tmp_path / "plan.json").stat().st_mode


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o444])
def test_the_mode_is_kept(file: Path, mode: int) -> None:
    """Saving keeps who may read and write the file."""
    file.chmod(mode)

    ct.save(NEW, file)

    assert mode == stat.S_IMODE(file.stat().st_mode)


def test_nobody_reads_it_meanwhile(file: Path) -> None:
    """What is written beside a private file is private before anything is in it."""
    file.chmod(0o600)
    seen: list[tuple[int, int]] = []

    def look(step: str) -> None:
        if step == "write":
            (beside,) = file.parent.glob("*.new")
            seen.append((stat.S_IMODE(beside.stat().st_mode), beside.stat().st_size))

    with watched(look):
        ct.save(NEW, file)

    assert [(0o600, 0)] == seen


def test_a_link_is_written_through(file: Path, tmp_path: Path) -> None:
    """Saving to a symbolic link changes the file that it leads to, and leaves the link."""
    folder = tmp_path / "links"
    folder.mkdir()
    link = folder / "link.json"
    link.symlink_to(file)

    ct.save(NEW, link)

    assert link.is_symlink()
    assert NEW == ct.load(file)
    assert ["link.json"] == os.listdir(folder)


def test_a_link_to_nowhere_makes_the_file(tmp_path: Path) -> None:
    """Saving to a link whose file is not there makes that file."""
    (tmp_path / "link.json").symlink_to(tmp_path / "plan.json")

    ct.save(NEW, tmp_path / "link.json")

    assert NEW == ct.load(tmp_path / "plan.json")


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    """No folder is made: saving into one that is not there is an error of the system."""
    with pytest.raises(FileNotFoundError):
        ct.save(NEW, tmp_path / "absent" / "plan.json")

    assert [] == os.listdir(tmp_path)


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    """A folder in the file's place stays, and nothing is left beside it."""
    (tmp_path / "plan.json").mkdir()

    with pytest.raises(IsADirectoryError):
        ct.save(NEW, tmp_path / "plan.json")

    assert ["plan.json"] == os.listdir(tmp_path)


def test_too_large_to_load_is_too_large_to_save(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What `loads` would refuse for its size is not written."""
    sizes = {"size": len(ct.dumps(NEW)), "most": len(ct.dumps(OLD))}
    monkeypatch.setattr(parsing, "MOST_BYTES", sizes["most"])

    with pytest.raises(ct.InvalidDocument) as caught:
        ct.save(NEW, file)

    assert [ct.Issue("$", "too-large", sizes)] == list(caught.value.issues)
    assert OLD == ct.load(file)


def test_what_was_expected_is_replaced(file: Path) -> None:
    """A writer who knows what the file holds may replace it."""
    ct.save(NEW, file, expecting=OLD.digest)

    assert NEW == ct.load(file)


def test_of_two_writers_the_second_is_told(file: Path) -> None:
    """Who expects what somebody else has replaced meanwhile is told, and nothing is overwritten."""
    mine, theirs = ct.load(file), ct.load(file)
    ct.save(theirs + ct.Skill(name="Python"), file, expecting=theirs.digest)
    held = ct.load(file)

    with pytest.raises(ct.InvalidDocument) as caught:
        ct.save(mine + ct.Skill(name="R"), file, expecting=mine.digest)

    assert [ct.Issue("$", "changed", {"found": held.digest, "expected": f"'{OLD.digest}'"})] == list(
        caught.value.issues
    )
    assert held == ct.load(file)
    assert ["plan.json"] == os.listdir(file.parent)


def test_expecting_no_file(tmp_path: Path) -> None:
    """An empty text expects that there is no file yet: the first may write, the second is told."""
    path = tmp_path / "plan.json"
    ct.save(OLD, path, expecting="")

    with pytest.raises(ct.InvalidDocument) as caught:
        ct.save(NEW, path, expecting="")

    assert [("$", "changed")] == [(issue.path, issue.code) for issue in caught.value.issues]
    assert OLD == ct.load(path)


def test_expecting_a_file_that_is_gone(tmp_path: Path) -> None:
    """Who expects a file where there is none is told, and none is made."""
    with pytest.raises(ct.InvalidDocument) as caught:
        ct.save(NEW, tmp_path / "plan.json", expecting=OLD.digest)

    assert "no file" == caught.value.issues[0].params["found"]
    assert [] == os.listdir(tmp_path)


def test_the_file_is_compared_last(file: Path) -> None:
    """What another program writes while a plan is being written counts as well."""

    def meddle(step: str) -> None:
        if step == "fsync file":
            file.write_text("theirs", encoding="utf-8")

    with watched(meddle), pytest.raises(ct.InvalidDocument):
        ct.save(NEW, file, expecting=OLD.digest)

    assert "theirs" == file.read_text(encoding="utf-8")


def test_a_stale_file_is_in_nobody_s_way(file: Path) -> None:
    """What a crashed run left behind is neither loaded nor touched, whatever number that run had."""
    stale = file.with_name(f"plan.json.{os.getpid()}.new")
    stale.write_text("half a pl", encoding="utf-8")

    ct.save(NEW, file)

    assert NEW == ct.load(file)
    assert "half a pl" == stale.read_text(encoding="utf-8")


def test_a_system_without_locks(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a folder can be neither locked nor flushed, a plan is saved all the same."""
    path = os.fspath(file)
    with watched(lambda step: None) as taken, monkeypatch.context() as elsewhere:
        elsewhere.setattr(store.os, "name", "nt")
        ct.save(NEW, path)

    assert [step for step in STEPS if "folder" not in step] == taken
    assert NEW == ct.load(file)


def test_a_folder_that_cannot_be_locked(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the folder's file system has no locks, a plan is saved all the same."""

    def refuse(handle: int, operation: int) -> None:
        raise OSError("no locks here")

    monkeypatch.setattr("fcntl.flock", refuse)
    ct.save(NEW, file, expecting=OLD.digest)

    assert NEW == ct.load(file)


def test_no_more_is_read_than_a_document_may_have(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a huge file only enough is read to know that it is too large."""
    read: list[int] = []

    class Huge:
        def __enter__(self) -> "Huge":
            return self

        def __exit__(self, *error: object) -> None: ...

        def read(self, size: int) -> bytes:
            read.append(size)
            return b" " * size

    monkeypatch.setattr(store, "open", lambda path, mode: Huge(), raising=False)
    with pytest.raises(ct.InvalidDocument) as caught:
        ct.load(file)

    assert ["too-large"] == [issue.code for issue in caught.value.issues]
    assert [2**24 + 1] == read
