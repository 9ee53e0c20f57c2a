"""What every test may use."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).resolve().parent.parent

# The same examples on every machine and every run: a red run is red for everyone.
settings.register_profile(
    "fixed",
    derandomize=True,
    deadline=None,
    max_examples=50,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
# On one more interpreter, after the whole has passed: pytest --hypothesis-profile=brief
settings.register_profile("brief", settings.get_profile("fixed"), max_examples=10)
# To search for more: pytest --hypothesis-profile=thorough
settings.register_profile("thorough", settings.get_profile("fixed"), derandomize=False, max_examples=1000)
settings.load_profile("fixed")


@pytest.fixture(scope="session")
def project_root() -> Path:
    """The project's own folder."""
    return ROOT


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """Other people's files, beside the project; a test that needs them skips where they are absent."""
    folder = ROOT.parent / "shared" / "data"
    if not folder.is_dir():
        pytest.skip("shared data absent: no ../shared/data beside the project")
    return folder
