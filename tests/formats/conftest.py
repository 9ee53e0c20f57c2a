"""Small archives, written where a test can read them."""

import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

Write = Callable[[Mapping[str, str | bytes]], Path]


def _bytes(content: str | bytes) -> bytes:
    return content if isinstance(content, bytes) else content.encode()


@pytest.fixture
def folder(tmp_path: Path) -> Write:
    """Writes files by name into a folder."""

    def write(files: Mapping[str, str | bytes]) -> Path:
        place = tmp_path / "archive"
        for name, content in files.items():
            path = place / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(_bytes(content))
        return place

    return write


@pytest.fixture
def zipped(tmp_path: Path) -> Write:
    """Writes files by name into a zip file."""

    def write(files: Mapping[str, str | bytes]) -> Path:
        place = tmp_path / "archive.zip"
        with zipfile.ZipFile(place, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in files.items():
                archive.writestr(name, _bytes(content))
        return place

    return write
