"""What type checkers refuse, and the library as well: each function has one mistake.

A mistake that a type checker no longer sees makes its mark an unused one, which is an error.
"""

from collections.abc import Callable
from datetime import date

import careertrack as ct

DAY = "2026-01-05"
SQL = ct.Skill(name="SQL")


def a_number_as_text() -> None:
    """A level is a number."""
    ct.Assessment(on=DAY, skill="sql", level="3")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


def a_word_outside_its_vocabulary() -> None:
    """A pillar is one of six."""
    ct.Goal(on=DAY, title="Apply", pillar="chnage")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


def a_field_that_is_none() -> None:
    """A goal has no level."""
    ct.Goal(on=DAY, title="Apply", pillar="change", level=1)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]


def a_field_left_out() -> None:
    """An assessment has a level."""
    ct.Assessment(on=DAY, skill="sql")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]


def a_fact_without_a_day() -> None:
    """A fact has a day."""
    ct.Assessment(skill="sql", level=3)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]


def a_position_for_a_name() -> None:
    """Fields are given by name."""
    ct.Skill("SQL")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]


def a_number_for_a_day() -> None:
    """A day is a date or its text."""
    ct.Pause(on=20260105, until=DAY)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


def a_float_for_money() -> None:
    """A float is no amount of money."""
    ct.Money(1.5, "EUR")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


def a_number_for_a_list() -> None:
    """A list of references is no number."""
    ct.TargetRole(on=DAY, roles=1)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


def a_generator_for_a_list() -> None:
    """A list can be read twice."""
    roles = (role for role in ["data-lead"])
    ct.TargetRole(on=DAY, roles=roles)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


def a_mark_in_between() -> None:
    """Marks are whole."""
    ct.Reflection(on=DAY, energy=0.5)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


def a_unit_that_is_none() -> None:
    """There is no fortnight in a calendar."""
    ct.Every(1, "fortnight")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


def a_record_that_changes() -> None:
    """A record is frozen."""
    SQL.top = 5.0  # type: ignore[misc]  # pyright: ignore[reportAttributeAccessIssue]


def a_day_that_changes() -> None:
    """So is its day."""
    pause = ct.Pause(on=DAY, until=DAY)
    pause.until = date(2026, 1, 6)  # type: ignore[misc]  # pyright: ignore[reportAttributeAccessIssue]


def text_for_a_record() -> None:
    """A plan holds records."""
    ct.Plan() + "SQL"  # type: ignore[operator]  # pyright: ignore[reportOperatorIssue]


def a_revised_fact() -> None:
    """Only definitions can be revised."""
    (ct.Plan() + SQL).revise(ct.Assessment, "sql", on=DAY)  # type: ignore[type-var]  # pyright: ignore[reportArgumentType]


def a_revision_without_a_day() -> None:
    """A revision holds from a day on."""
    (ct.Plan() + SQL).revise(ct.Skill, "sql", name="SQL 2")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]


MISTAKES: tuple[Callable[[], None], ...] = (
    a_number_as_text,
    a_word_outside_its_vocabulary,
    a_field_that_is_none,
    a_field_left_out,
    a_fact_without_a_day,
    a_position_for_a_name,
    a_number_for_a_day,
    a_float_for_money,
    a_number_for_a_list,
    a_generator_for_a_list,
    a_mark_in_between,
    a_unit_that_is_none,
    a_record_that_changes,
    a_day_that_changes,
    text_for_a_record,
    a_revised_fact,
    a_revision_without_a_day,
)
