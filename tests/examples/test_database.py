"""Plans in a database column are the plans that were put there."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from examples.database import Base, Client, add, main
from sqlalchemy import Engine, create_engine
from sqlalchemy.orm import Session
from sqlalchemy.orm.exc import StaleDataError

import careertrack as ct

APPLY = ct.Routine(id="apply", on="2026-01-05", pillar="change", times=2, of="applications")
WRITE = ct.Routine(id="write", on="2026-01-05", pillar="skills", minutes=60)


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    """A database in a file with the plan of one client."""
    engine = create_engine(f"sqlite:///{tmp_path / 'clients.sqlite'}")
    Base.metadata.create_all(engine)
    with Session(engine) as session, session.begin():
        session.add(Client(name="ada", plan=ct.Plan(owner="ada")))
    yield engine
    engine.dispose()


def stored(engine: Engine) -> ct.Plan:
    """The plan that the database holds."""
    with Session(engine) as session:
        return session.get_one(Client, "ada").plan


def test_a_plan_comes_back_as_it_was(engine: Engine) -> None:
    """What is read again equals what was written, to the digest."""
    plan = add(engine, "ada", APPLY)

    assert (plan, plan.digest) == (stored(engine), stored(engine).digest)
    assert ct.Plan("ada", [APPLY]) == plan


def test_what_is_held_already_writes_nothing(engine: Engine) -> None:
    """An equal plan is no change: the row keeps its version."""
    versions = []
    for _ in range(2):
        add(engine, "ada", APPLY)
        with Session(engine) as session:
            versions.append(session.get_one(Client, "ada").version)

    assert [2, 2] == versions


def test_the_second_writer_is_told(engine: Engine) -> None:
    """Of two sessions that read the same, the second to write is refused; adding again loses nothing."""
    with Session(engine) as late:
        seen = late.get_one(Client, "ada")
        add(engine, "ada", APPLY)
        seen.plan += WRITE
        with pytest.raises(StaleDataError):
            late.commit()
    both = add(engine, "ada", WRITE)

    assert {APPLY, WRITE} == set(both) == set(stored(engine))


def test_it_runs(capsys: pytest.CaptureFixture[str]) -> None:
    """The program prints what each plan says next."""
    main()
    printed = capsys.readouterr().out.splitlines()

    assert ["ada", "nora"] == [line.partition(":")[0] for line in printed]
