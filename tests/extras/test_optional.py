"""An optional library is imported where it is used, and its absence is told by the extra that brings it."""

from pathlib import Path

import pytest

import careertrack as ct
from careertrack.extras import optional


def test_a_library_that_is_missing() -> None:
    """The error names the extra and the library, also for a module within it, and has no other behind it."""
    with pytest.raises(ct.MissingExtra) as caught:
        optional("ics", "no_such_library.parts")

    assert "no_such_library is needed here: pip install 'careertrack[ics]'" == str(caught.value)
    assert caught.value.__context__ is None


def test_a_library_that_is_broken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One that is there and lacks something itself says what that is: the extra would not bring it."""
    Path(tmp_path, "half_there.py").write_text("import no_such_library\n", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(ModuleNotFoundError) as caught:
        optional("ics", "half_there")

    assert "no_such_library" == caught.value.name
    assert not isinstance(caught.value, ct.MissingExtra)
