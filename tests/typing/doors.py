"""Plans, documents and errors, as type checkers see them."""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, assert_type

import careertrack as ct
from careertrack.formats import Exported, Imported, csv
from careertrack.methods import attainment, key_result, onet_standardize, runway_months

SQL = ct.Skill(name="SQL")
RATED = ct.Assessment(on="2026-01-09", skill=SQL, level=3)


def plans() -> None:
    """What a plan holds, and how it changes."""
    plan = ct.Plan("Ada", [SQL, RATED])
    assert_type(plan + RATED, ct.Plan)
    several = [SQL, RATED]
    assert_type(plan + several, ct.Plan)
    assert_type(plan.add(SQL, [RATED], (ct.Skill(name=name) for name in ["R"])), ct.Plan)
    assert_type(plan.get(ct.Skill, "sql"), ct.Skill)
    assert_type(plan.get(ct.Skill, "sql", day="2026-01-09").prerequisites, tuple[str, ...])
    assert_type(plan.of(ct.Assessment), tuple[ct.Assessment, ...])
    assert_type(plan.revise(ct.Skill, "sql", on=date(2026, 2, 1), name="SQL 2"), ct.Plan)
    assert_type(plan.without(RATED), ct.Plan)
    assert_type(plan.without(RATED, SQL), ct.Plan)
    assert_type(plan.without(ct.Skill, "sql", cascade=True), ct.Plan)
    assert_type(plan.replace(RATED, RATED.evolve(level=4)), ct.Plan)
    assert_type(plan.rename(ct.Skill, "sql", "sql-2"), ct.Plan)
    assert_type(plan.merge(ct.Plan("Ada")), ct.Plan)
    assert_type(plan.check(RATED), tuple[ct.Issue, ...])
    assert_type(plan.findings("2026-03-01"), tuple[ct.Finding, ...])
    assert_type(plan.review(date(2026, 3, 1)), ct.Review)
    assert_type(plan.as_of(date(2026, 3, 1)), ct.Snapshot)
    assert_type((plan.owner, plan.version, plan.digest, len(plan)), tuple[str, str, str, int])
    assert_type(SQL in plan, bool)
    for record in plan:
        assert_type(record.id, str | None)
        assert_type(record.on, date | None)
        assert_type(record.kind, str)
    kept, rejected = ct.Plan.collect([SQL, RATED], "Ada")
    assert_type(kept, ct.Plan)
    assert_type(rejected, tuple[ct.Rejected, ...])
    assert_type([each.issues for each in rejected], list[tuple[ct.Issue, ...]])


class Diary(ct.Plan):
    """A plan of somebody's own."""


def plans_of_ones_own() -> None:
    """A method that returns another plan returns one of the same class."""
    diary = Diary("Ada") + SQL
    assert_type(diary, Diary)
    assert_type(diary.add(RATED), Diary)
    assert_type(diary.revise(ct.Skill, "sql", on="2026-02-01", name="SQL 2"), Diary)
    assert_type(diary.without(SQL), Diary)


def people() -> None:
    """What a plan does for the people in it."""
    plan = ct.Plan("Ada") + ct.Contact(id="ben", name="Ben Example")
    held = plan.export_contact("ben")
    assert_type(held, ct.Disclosed)
    assert_type(held.records, tuple[ct.Record, ...])
    assert_type(held.mentions, Mapping[str, str])
    assert_type(held.to_dict(), dict[str, Any])
    erased = plan.erase_contact("ben", keep_counts=True)
    assert_type(erased, ct.Erased)
    assert_type(erased.plan, ct.Plan)
    assert_type((erased.removed, erased.changed), tuple[tuple[ct.Record, ...], tuple[ct.Record, ...]])
    assert_type(erased.mentions, tuple[str, ...])
    assert_type(plan.pseudonymise("a key of sixteen bytes"), ct.Plan)
    assert_type(plan.pseudonymise(b"a key of sixteen bytes"), ct.Plan)
    assert_type((Diary("Ada") + SQL).pseudonymise(b"a key of sixteen bytes"), Diary)


def documents() -> None:
    """Plans as text, files and plain data."""
    plan = ct.Plan("Ada") + SQL
    text = ct.dumps(plan)
    assert_type(text, str)
    assert_type(ct.loads(text), ct.Plan)
    assert_type(ct.loads(text.encode()), ct.Plan)
    with TemporaryDirectory() as folder:
        path = Path(folder, "plan.json")
        ct.save(plan, path, expecting="")
        ct.save(plan, str(path), expecting=plan.digest)
        assert_type(ct.load(path), ct.Plan)
    assert_type(ct.to_dict(SQL), dict[str, Any])
    record: ct.Record = ct.from_dict({"kind": "skill", "name": "SQL"})
    assert_type(record.kind, str)
    assert_type(ct.issues({"kind": "skill"}), tuple[ct.Issue, ...])
    assert_type(ct.json_schema(), dict[str, Any])
    assert_type(ct.json_schema("skill"), dict[str, Any])


def tables() -> None:
    """Rows, records from rows, and tables as text."""
    plan = ct.Plan("Ada") + SQL
    rows = plan.rows("skills", day=date(2026, 3, 1), details=True)
    assert_type(rows, ct.Rows)
    assert_type(rows[0], dict[str, Any])
    assert_type(list(rows.columns), list[str])
    assert_type(rows.pandas_dtypes, dict[str, str])
    assert_type(rows.polars_schema, dict[str, Any])
    assert_type(plan.rows(ct.Skill), ct.Rows)
    assert_type(ct.from_rows(ct.Skill, plan.rows(ct.Skill)), tuple[ct.Skill, ...])
    assert_type(ct.from_rows("skill", [{"name": "SQL"}]), tuple[ct.Record, ...])
    exported = csv.write(rows)
    assert_type(exported, Exported)
    with TemporaryDirectory() as folder:
        path = Path(folder, "table.csv")
        csv.write(plan.rows("skill")).save(path)
        assert_type(csv.read_rows("skill", path), list[dict[str, Any]])
        assert_type(csv.read_contacts(path, columns={"name": "name", "note": []}, into=plan), Imported)
        path.write_text("Company,Status,Date\nAcme,Bewerbung,2026-02-03\n", encoding="utf-8")
        assert_type(csv.read_applications(path, states={"bewerbung": "applied"}, day_first=True), Imported)


def values() -> None:
    """Money, intervals, other programs' JSON, scores."""
    money = ct.Money("40000.50", "EUR")
    assert_type((money.amount, money.currency), tuple[Decimal, str])
    assert_type(ct.Money.from_text("1 EUR"), ct.Money)
    assert_type(ct.Every.from_text("2 weeks").count, int)
    kept = ct.JsonObject({"a": 1})
    assert_type(iter(kept), Iterator[str])
    as_mapping: Mapping[str, Any] = kept
    assert_type(as_mapping["a"], Any)
    score = ct.Score.combine({"a": ct.Score.of(1, n=1, method="")}, {"a": 1})
    assert_type(score, ct.Score)
    assert_type(score.contributions(), dict[str, float])
    assert_type(score.explain(), str)
    assert_type(key_result(3, 0, 6), float)
    assert_type(onet_standardize(3, 1, 5), float)
    assert_type(runway_months(40_000, 4_100), float | None)
    assert_type(attainment({"a": None}, {"a": 1}, {"a": 3}), ct.Score)


def errors() -> None:
    """What is refused carries its issues."""
    try:
        ct.Skill(name="")
    except ct.InvalidValue as refused:
        as_value_error: ValueError = refused
        assert_type(str(as_value_error), str)
        for issue in refused.issues:
            assert_type(issue, ct.Issue)
            assert_type((issue.path, issue.code, issue.message, issue.hint), tuple[str, str, str, str])
            assert_type(issue.params, Mapping[str, Any])
    try:
        ct.Plan() + RATED
    except ct.InvalidPlan as unfit:
        assert_type(unfit.issues, tuple[ct.Issue, ...])
    try:
        ct.loads("")
    except ct.InvalidDocument as unread:
        assert_type(unread.issues, tuple[ct.Issue, ...])
    missing: ct.CareertrackError = ct.MissingExtra("vcard", "vobject")
    assert_type(str(missing), str)
