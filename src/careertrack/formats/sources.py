"""The files of a folder or a zip archive, read with limits, and never written anywhere."""

from __future__ import annotations

import os
import zipfile
import zlib
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Final, NoReturn

import attrs

from careertrack.errors import InvalidDocument, InvalidValue, Issue, shown
from careertrack.formats.reading import row_issue, safe_name

# A whole archive of ten years is some 20 MiB.  A zip can claim a thousandfold of its size, so
# what counts is what comes out of it, measured while it is read.
MOST_FILES: Final = 10_000
LARGEST_FILE: Final = 64 * 2**20
LARGEST_TOTAL: Final = 256 * 2**20

Source = str | os.PathLike[str]
Reader = Callable[[], IO[bytes]]


class Unreadable(Exception):  # a signal between the reader of a file and its importer
    """A file that cannot be read: the name of the rule, and the reason as a sentence."""

    def __init__(self, rule: str, reason: str) -> None:
        super().__init__(rule, reason)
        self.rule, self.reason = rule, reason


@attrs.define
class Files:
    """Files by their path within a folder or archive, each read when asked for."""

    readers: Mapping[str, Reader]
    left: int = LARGEST_TOTAL

    def read(self, name: str) -> bytes:
        """The bytes of a file.

        Raises:
            Unreadable: If it is damaged, encrypted, or larger than what may be read.
        """
        try:
            with self.readers[name]() as stream:
                content = stream.read(min(LARGEST_FILE, self.left) + 1)
        except (OSError, zipfile.BadZipFile, zlib.error, EOFError) as error:
            raise Unreadable("damaged", f"cannot be read: {type(error).__name__}") from None
        except (RuntimeError, NotImplementedError):
            raise Unreadable("locked", "is encrypted, or packed in a way that Python does not know") from None
        if len(content) > LARGEST_FILE:
            raise Unreadable("too-large", f"is larger than {LARGEST_FILE // 2**20} MiB")
        if len(content) > self.left:
            raise Unreadable("too-large", f"is too much: more than {LARGEST_TOTAL // 2**20} MiB in all")
        self.left -= len(content)
        return content


def path_of(source: Source) -> Path:
    """The path that a caller gives as the source of an import.

    Raises:
        InvalidValue: If it is none.  It may be what is in a file, so it is not shown.
    """
    text: object = os.fspath(source) if isinstance(source, os.PathLike) else source
    if isinstance(text, str) and "\n" not in text:
        return Path(text)
    got = shown(source, personal=isinstance(source, str | bytes))
    raise InvalidValue([Issue("source", "value", {"rule": "a path, as text or a Path", "got": got})])


@contextmanager
def opened(source: Source, single: Collection[str] = (".csv", ".txt")) -> Iterator[Files]:
    """The files of a folder, of a zip archive, or a single file as an archive of one.

    Nothing is unpacked: a path in a zip is a name to recognise, never a place to write to.

    Args:
        source: Path of the folder or file.
        single: Endings of files that are read as they are, and are no archive.

    Raises:
        InvalidValue: If it is no path.
        InvalidDocument: If there is no such thing, or it holds more files than such an archive has.
    """
    path = path_of(source)
    if os.path.isdir(path):  # pathlib's own raises for a name that is too long
        yield Files(_in_order(path, _of_folder(path)))
    elif not os.path.isfile(path):
        refuse(path, "missing", "is not there: give the path of a file, a folder or a zip archive")
    elif path.suffix.lower() in single:
        yield Files({path.name: lambda: path.open("rb")})
    else:
        try:
            archive = zipfile.ZipFile(path)
        except (zipfile.BadZipFile, OSError):
            refuse(path, "not-an-archive", "is neither a folder nor a zip file")
        with archive:
            yield Files(_in_order(path, _of_zip(archive)))


def refuse(path: Path, rule: str, reason: str) -> NoReturn:
    """Refuse a source as a whole."""
    raise InvalidDocument([row_issue(safe_name(path.name or str(path)), rule, reason)]) from None


def _in_order(path: Path, found: Iterator[tuple[str, Reader]]) -> dict[str, Reader]:
    """Readers by name: the same order from every file system and every zip."""
    readers: dict[str, Reader] = {}
    for name, reader in found:
        readers[name] = reader
        if len(readers) > MOST_FILES:
            refuse(path, "too-many", f"holds more than {MOST_FILES} files")
    return dict(sorted(readers.items()))


def _of_folder(folder: Path) -> Iterator[tuple[str, Reader]]:
    for place, _, names in os.walk(folder):  # does not follow links to other folders
        for name in names:
            path = Path(place, name)
            if path.is_file():
                yield path.relative_to(folder).as_posix(), lambda path=path: path.open("rb")  # type: ignore[misc]


def _of_zip(archive: zipfile.ZipFile) -> Iterator[tuple[str, Reader]]:
    for entry in archive.infolist():
        if not entry.is_dir():
            yield entry.filename, lambda entry=entry: archive.open(entry)  # type: ignore[misc]
