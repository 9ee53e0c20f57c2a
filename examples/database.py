"""Plans in a database column: SQLAlchemy, any database that it knows.

    pip install sqlalchemy
    python -m examples.database

A plan is kept as its canonical document, so that equal plans are equal texts.  A counter in the row tells
when somebody else has written meanwhile, and two plans of one owner can be merged.
"""

from sqlalchemy import Engine, String, Text, create_engine
from sqlalchemy.engine import Dialect
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column
from sqlalchemy.orm.exc import StaleDataError
from sqlalchemy.types import TypeDecorator

import careertrack as ct


class PlanColumn(TypeDecorator[ct.Plan]):
    """A column that holds a plan."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: ct.Plan | None, dialect: Dialect) -> str | None:
        """The plan as text."""
        return None if value is None else ct.dumps(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> ct.Plan | None:
        """The text as a plan."""
        return None if value is None else ct.loads(value)


class Base(DeclarativeBase):
    """The tables of this program."""


class Client(Base):
    """Somebody, and their plan."""

    __tablename__ = "clients"

    name: Mapped[str] = mapped_column(String(64), primary_key=True)
    plan: Mapped[ct.Plan] = mapped_column(PlanColumn)
    version: Mapped[int] = mapped_column()

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012  (SQLAlchemy reads it as it is)


def add(engine: Engine, name: str, *records: ct.Record) -> ct.Plan:
    """Add records to somebody's plan, whoever else writes at the same time.

    The second writer is told, reads again and adds to that: a plan is a set, so nothing comes twice.
    """
    while True:
        try:
            with Session(engine) as session, session.begin():
                client = session.get_one(Client, name)
                client.plan = plan = client.plan + records
            return plan
        except StaleDataError:
            continue


def main() -> None:
    """Two plans in a database in memory, and what each of them does next."""
    engine = create_engine("sqlite://")
    Base.metadata.create_all(engine)
    with Session(engine) as session, session.begin():
        session.add_all(Client(name=name, plan=ct.Plan(owner=name)) for name in ("ada", "nora"))
    add(engine, "ada", ct.Routine(id="apply", on="2026-01-05", pillar="change", times=2, of="applications"))
    with Session(engine) as session:
        for client in session.query(Client).order_by(Client.name):
            print(f"{client.name}: {client.plan.review('2026-01-19').next_step}")
    engine.dispose()


if __name__ == "__main__":
    main()
