"""The sample plug-in on the path, as an installer would have put it there."""

import importlib
import sys
import tomllib
from collections.abc import Mapping
from pathlib import Path

import pytest

PLUGIN = Path(__file__).parent / "sample_plugin"
GROUP = "careertrack.extensions"


def offered() -> Mapping[str, str]:
    """The entry points that the sample's own project file states."""
    project = tomllib.loads((PLUGIN / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    points: Mapping[str, str] = project["entry-points"][GROUP]
    return points


def install(folder: Path, monkeypatch: pytest.MonkeyPatch, name: str, points: Mapping[str, str]) -> None:
    """Puts a distribution with entry points into a folder, and the folder on the path."""
    about = folder / f"{name}-1.0.dist-info"
    about.mkdir()
    (about / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n", encoding="utf-8")
    lines = "\n".join(f"{point} = {value}" for point, value in points.items())
    (about / "entry_points.txt").write_text(f"[{GROUP}]\n{lines}\n", encoding="utf-8")
    monkeypatch.syspath_prepend(str(folder))
    importlib.invalidate_caches()


def on_the_path(monkeypatch: pytest.MonkeyPatch) -> None:
    """Puts the sample's modules on the path, to be imported anew."""
    monkeypatch.syspath_prepend(str(PLUGIN / "src"))
    for name in [name for name in sys.modules if name.partition(".")[0] == "acme_careers"]:
        monkeypatch.delitem(sys.modules, name)
