"""The whole matrix: every supported Python with both lines of python-dateutil, lint, types, documentation."""

import nox

nox.needs_version = ">=2025.5"
nox.options.default_venv_backend = "venv"
nox.options.error_on_missing_interpreters = False

PYPROJECT = nox.project.load_toml("pyproject.toml")


def groups(*names: str) -> list[str]:
    """The requirements of some dependency groups."""
    return list(nox.project.dependency_groups(PYPROJECT, *names))


@nox.session(python=["3.11", "3.12", "3.13"])
@nox.parametrize("dateutil", ["==2.9.0.post0", ">=4,<5"], ids=["2.9", "4"])
def tests(session: nox.Session, dateutil: str) -> None:
    """Run the tests; coverage is whole on each."""
    readers = ["test", "recurring"] if dateutil.startswith("==2") else ["test"]
    session.install("-e", ".", f"python-dateutil{dateutil}", *groups(*readers))
    session.run("pytest", "--numprocesses", "auto", "--dist", "worksteal", "--cov", *session.posargs)


@nox.session(python="3.11")
def peers(session: nox.Session) -> None:
    """Compare the formulas with their peers."""
    session.install("-e", ".", *groups("test", "peers"))
    session.run("pytest", "tests/peers")


@nox.session(python="3.11")
def lint(session: nox.Session) -> None:
    """Lint, and check the formatting."""
    session.install(*groups("lint"))
    session.run("ruff", "check", ".")
    session.run("ruff", "format", "--check", ".")


@nox.session(python="3.11")
def types(session: nox.Session) -> None:
    """Check the types: mypy on everything typed, pyright on the public typing tests."""
    session.install("-e", ".", *groups("types", "test", "bench"))
    session.run("mypy")
    session.run("pyright", "--pythonpath", f"{session.bin}/python")


@nox.session(python="3.11")
def docs(session: nox.Session) -> None:
    """Build the documentation without a warning, and run its examples."""
    session.install("-e", ".", *groups("docs", "extras"))
    for builder in ("html", "doctest"):
        session.run(
            "sphinx-build", "-n", "-W", "--keep-going", "-b", builder, "docs", f"docs/_build/{builder}"
        )
