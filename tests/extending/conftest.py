"""The sample plug-in, installed."""

from pathlib import Path

import pytest
from tests.extending.installing import install, offered, on_the_path


@pytest.fixture
def plugin(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The sample's modules and entry points are where those of installed packages are."""
    on_the_path(monkeypatch)
    install(tmp_path, monkeypatch, "acme-careers", offered())
