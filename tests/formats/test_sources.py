"""Folders and zip files are read within limits, and nothing is written."""

import zipfile
from pathlib import Path
from typing import Any

import pytest
from tests.formats.conftest import Write

from careertrack import InvalidDocument, InvalidValue
from careertrack.formats import sources
from careertrack.formats.sources import Unreadable, opened

FILES = {"sub/a.csv": "a", "b.csv": "b"}


@pytest.mark.parametrize("kind", ["folder", "zipped"])
def test_all_files_are_found(kind: str, request: pytest.FixtureRequest) -> None:
    """The files of a folder and of a zip are found alike, in the order of their names."""
    write: Write = request.getfixturevalue(kind)
    with opened(write(FILES)) as files:
        found = {name: files.read(name) for name in files.readers}

    assert [("b.csv", b"b"), ("sub/a.csv", b"a")] == list(found.items())


def test_one_file_is_an_archive_of_one(folder: Write) -> None:
    """A single table can be read without its archive."""
    with opened(str(folder(FILES) / "b.csv")) as files:
        assert b"b" == files.read("b.csv")
        assert ["b.csv"] == list(files.readers)


@pytest.mark.parametrize(
    ("name", "content", "issue"),
    [
        ("gone.zip", None, "gone.zip: is not there: give the path of a file, a folder or a zip archive"),
        ("plan.json", b"{}", "plan.json: is neither a folder nor a zip file"),
        ("cut.zip", b"PK\3\4 and no more", "cut.zip: is neither a folder nor a zip file"),
    ],
)
def test_no_archive(name: str, content: bytes | None, issue: str, tmp_path: Path) -> None:
    """What is no archive is refused by its name, and not by where it is."""
    if content is not None:
        (tmp_path / name).write_bytes(content)
    with pytest.raises(InvalidDocument) as refused, opened(tmp_path / name):
        pass

    assert issue == str(refused.value)
    assert refused.value.__suppress_context__


@pytest.mark.parametrize("source", ["BEGIN:VCARD\nFN:Secret", b"FN:Secret", b"book.vcf", None, 3])
def test_no_path(source: Any) -> None:
    """What is no path, such as the content of a file, is refused without being shown."""
    with pytest.raises(InvalidValue) as refused, opened(source):
        pass

    assert str(refused.value).startswith("source: must be a path, as text or a Path, got ")
    assert "Secret" not in repr(refused.value.args) + str(refused.value)


def test_a_path_that_no_system_takes() -> None:
    """A name of any length is one that is not there, whatever a file system says to it."""
    with pytest.raises(InvalidDocument, match="is not there"), opened("x" * 5_000):
        pass


def test_names_that_lead_out_are_only_names(zipped: Write, tmp_path: Path) -> None:
    """A zip with names that lead out of it, or to the root, is read, and nothing is written anywhere."""
    archive = zipped({"../../evil.csv": "x", "/etc/evil.csv": "y", "folder/": ""})
    before = sorted(tmp_path.rglob("*"))
    with opened(archive) as files:
        found = {name: files.read(name) for name in files.readers}

    assert {"../../evil.csv": b"x", "/etc/evil.csv": b"y"} == found
    assert before == sorted(tmp_path.rglob("*"))


def test_a_bomb_is_not_unpacked(zipped: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    """What comes out of a zip is measured as it comes, a file and in all."""
    monkeypatch.setattr(sources, "LARGEST_FILE", 2 * 2**20)
    archive = zipped({"bomb.csv": b"\0" * (2**21 + 1), "a.csv": b"\0" * 2**21, "b.csv": b"\0" * 2**20})
    with opened(archive) as files:
        files.left = 2**21 + 2**19
        with pytest.raises(Unreadable, match="is larger than 2 MiB"):
            files.read("bomb.csv")
        assert 2**21 == len(files.read("a.csv"))
        with pytest.raises(Unreadable, match="is too much: more than 256 MiB in all"):
            files.read("b.csv")


def test_too_many_files(folder: Write, zipped: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    """What holds more files than an archive has is refused: somebody gave their home folder."""
    monkeypatch.setattr(sources, "MOST_FILES", 1)
    for write in (folder, zipped):
        path = write(FILES)
        with pytest.raises(InvalidDocument) as refused, opened(path):
            pass
        assert f"{path.name}: holds more than 1 files" == str(refused.value)


def test_a_damaged_file_is_one_fault(zipped: Write) -> None:
    """A file of a zip whose bytes have changed cannot be read, and the others can."""
    archive = zipped({"a.csv": "a" * 1000, "b.csv": "b"})
    content = bytearray(archive.read_bytes())
    content[35 + len("a.csv")] ^= 0xFF
    archive.write_bytes(content)
    with opened(archive) as files:
        with pytest.raises(Unreadable) as damaged:
            files.read("a.csv")
        assert b"b" == files.read("b.csv")

    assert "damaged" == damaged.value.rule


def test_a_locked_file_is_one_fault(zipped: Write) -> None:
    """An encrypted file cannot be read, and that is said."""
    archive = zipped({"a.csv": "a"})
    content = bytearray(archive.read_bytes())
    for head, flags in ((b"PK\1\2", 8), (b"PK\3\4", 6)):
        content[content.index(head) + flags] |= 1
    archive.write_bytes(content)
    with opened(archive) as files, pytest.raises(Unreadable) as locked:
        files.read("a.csv")

    assert "locked" == locked.value.rule


def test_a_file_that_has_gone(folder: Write) -> None:
    """A file that was there and cannot be opened is one fault."""
    place = folder(FILES)
    with opened(place) as files:
        (place / "b.csv").unlink()
        with pytest.raises(Unreadable, match="cannot be read: FileNotFoundError"):
            files.read("b.csv")


def test_only_files_are_files(folder: Write) -> None:
    """A link to nowhere in a folder is no file."""
    place = folder(FILES)
    (place / "link.csv").symlink_to(place / "nowhere.csv")
    with opened(place) as files:
        assert sorted(FILES) == list(files.readers)


def test_a_zip_of_a_folder_has_no_folders(zipped: Write) -> None:
    """The folders of a zip are no files."""
    path = zipped({})
    with zipfile.ZipFile(path, "a") as archive:
        archive.mkdir("jobs")
    with opened(path) as files:
        assert {} == files.readers
