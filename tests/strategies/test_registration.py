"""Hypothesis knows the records by itself, and the library says what is missing without it."""

import importlib
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from hypothesis import Phase, find, settings
from hypothesis import strategies as st

import careertrack as ct
from careertrack.records import CLASSES
from careertrack.strategies import _hypothesis_setup_hook


@pytest.mark.parametrize("cls", [*CLASSES.values(), ct.Plan])
def test_from_type(cls: type) -> None:
    """After the hook, a type alone says what is to be drawn."""
    _hypothesis_setup_hook()

    quickly = settings(phases=[Phase.generate], database=None)

    assert cls is type(find(st.from_type(cls), lambda _: True, settings=quickly))


def test_the_hook_is_an_entry_point(project_root: Path) -> None:
    """Hypothesis finds the hook through the package's entry points."""
    declared = tomllib.loads((project_root / "pyproject.toml").read_text(encoding="utf-8"))["project"]

    assert {"careertrack": "careertrack.strategies:_hypothesis_setup_hook"} == declared["entry-points"][
        "hypothesis"
    ]


@pytest.mark.parametrize("first", ["hypothesis", "careertrack.strategies"])
def test_either_may_be_imported_first(first: str, project_root: Path, tmp_path: Path) -> None:
    """The hook is called whichever of the two is imported first, in a process of its own."""
    info = tmp_path / "careertrack_entry-1.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: careertrack-entry\nVersion: 1\n")
    (info / "entry_points.txt").write_text(
        "[hypothesis]\ncareertrack = careertrack.strategies:_hypothesis_setup_hook\n"
    )
    code = (
        f"import sys; sys.path[:0] = {[str(tmp_path), str(project_root / 'src')]!r}\n"
        f"import {first}\n"
        "import careertrack, hypothesis, hypothesis.strategies as st\n"
        "quickly = hypothesis.settings(database=None, phases=[hypothesis.Phase.generate])\n"
        "found = hypothesis.find(st.from_type(careertrack.Effort), bool, settings=quickly)\n"
        "print(type(found).__name__, found.on)\n"
    )
    ran = subprocess.run(
        [sys.executable, "-W", "error", "-c", code], capture_output=True, text=True, check=False, cwd=tmp_path
    )

    assert ("", "Effort 2000-01-01\n") == (ran.stderr, ran.stdout)


def test_without_hypothesis(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without Hypothesis the import names the extra that brings it."""
    monkeypatch.delitem(sys.modules, "careertrack.strategies")
    monkeypatch.setitem(sys.modules, "hypothesis.strategies", None)

    with pytest.raises(ct.MissingExtra) as caught:
        importlib.import_module("careertrack.strategies")

    assert ("testing", "hypothesis") == caught.value.args
