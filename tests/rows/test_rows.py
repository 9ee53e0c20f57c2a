"""A plan as a table: what it can be asked for, the columns, and what is left out unless asked for."""

import json
import re
from copy import copy, deepcopy
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from pickle import dumps, loads

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.state.busy import PLAN, SECRETS

import careertrack as ct
from careertrack.moment import STATES
from careertrack.record import Record
from careertrack.records import CLASSES
from careertrack.rows.asking import STATES_BY_NAME
from careertrack.strategies import plans

DAY = "2026-03-10"
HELD = {"text": str, "number": float, "whole": int, "flag": bool, "day": date, "time": datetime}
HELD |= {"money": Decimal, "texts": list, "parts": list}


# --- What can be asked for -----------------------------------------------------------------------------


def test_states_have_their_names_on_a_snapshot() -> None:
    """Every state of a snapshot can be asked for, by the name that it has there."""
    now = PLAN.as_of(DAY)
    by_kind = {kind: name for name, kind in STATES_BY_NAME.items()}

    assert {*STATES, "runway"} == set(by_kind)
    assert [] == [
        name for kind, name in by_kind.items() if kind in STATES and set(getattr(now, name)) != _ids(name)
    ]


def _ids(name: str) -> set[str]:
    return {row["id"] for row in PLAN.rows(name, day=DAY)}


@pytest.mark.parametrize("cls", CLASSES.values(), ids=CLASSES)
def test_records_of_a_kind(cls: type[Record]) -> None:
    """A kind by its name and by its class is its records, in the order of the plan."""
    days = [record.on for record in PLAN.of(cls)]

    assert days == [row["on"] for row in PLAN.rows(cls)]
    if cls.kind not in STATES_BY_NAME:
        assert PLAN.rows(cls, day=DAY) == PLAN.rows(cls.kind, day=DAY)


def test_records_up_to_a_day() -> None:
    """A day is the last one to take of records; what has no day holds from the start."""
    rows = PLAN.rows("contact", day="2026-02-09")

    assert [("bob", None), ("grace", None)] == [(row["id"], row["on"]) for row in rows]
    assert [date(2026, 1, 30)] == [row["on"] for row in PLAN.rows("check-in", day=date(2026, 1, 30))]


def test_two_names_are_both() -> None:
    """With a day a name that is both is a state; without one, or by its class, it is the records."""
    assert "acknowledged" in PLAN.rows("evidence", day=DAY).columns
    assert "acknowledged" not in PLAN.rows("evidence").columns
    assert PLAN.rows("evidence") == PLAN.rows(ct.Evidence, day=DAY)
    assert {"evidence", "runway"} == set(STATES_BY_NAME) & set(CLASSES)


@pytest.mark.parametrize(
    ("what", "message"),
    [
        ("contcts", """got 'contcts'; did you mean "contacts"?"""),
        ("chek-in", """got 'chek-in'; did you mean "check-in"?"""),
        (3, "got 3"),
    ],
)
def test_no_such_name(what: str, message: str) -> None:
    """A name that is none is refused, naming the nearest."""
    with pytest.raises(ct.InvalidValue) as refused:
        PLAN.rows(what)

    assert (
        f"what: must be a state, such as 'contacts', or a kind of record, such as 'check-in', {message}"
        == str(refused.value)
    )


def test_a_class_that_is_no_kind() -> None:
    """The base of all records is no kind of record."""
    with pytest.raises(ct.InvalidValue, match="kind: must be a kind of record"):
        PLAN.rows(ct.Record)


def test_a_state_needs_a_day() -> None:
    """A state is seen on a day, so one has to be given."""
    with pytest.raises(ct.InvalidValue) as refused:
        PLAN.rows("contacts")

    assert "day: must be given: the day to see the contacts on" == str(refused.value)


def test_a_day_that_is_none() -> None:
    """What is no day is refused."""
    with pytest.raises(ct.InvalidValue, match="day: must be a day"):
        PLAN.rows("contacts", day="soon")


# --- Columns --------------------------------------------------------------------------------------------


@given(plan=plans(), details=st.booleans(), day=st.none() | st.just("2026-01-01"))
def test_columns_are_the_same_in_every_row(plan: ct.Plan, details: bool, day: str | None) -> None:
    """Every row has the columns of its table in their order, each cell what its column holds or nothing."""
    for what in (*CLASSES, *(STATES_BY_NAME if day else ())):
        rows = plan.rows(what, day=day, details=details)

        assert ["id", "on"] == list(rows.columns)[:2]
        assert [] == [row for row in rows if list(row) != list(rows.columns)]
        assert [] == [
            (name, cell)
            for row in rows
            for name, cell in row.items()
            if cell is not None and type(cell) is not HELD[rows.columns[name]]
        ]


def test_cells_are_simple() -> None:
    """Money is an amount and a currency, a time a day and a time, a list a list, an interval its text."""
    plan = ct.Plan() + [
        ct.Contact(id="grace", name="Grace Hopper"),
        ct.Event(
            title="Talk",
            starts="2026-03-12T18:30",
            zone="Europe/Berlin",
            cost="12.50 EUR",
            contacts=["grace"],
        ),
        ct.Event(title="Fair", starts="2026-03-12"),
        ct.Cadence(id="one", on="2026-01-05", contact="grace", every="2 weeks"),
    ]
    fair, talk = plan.rows("event")

    assert (date(2026, 3, 12), datetime(2026, 3, 12, 18, 30)) == (talk["starts"], talk["starts_time"])
    assert (date(2026, 3, 12), None) == (fair["starts"], fair["starts_time"])
    assert (Decimal("12.5"), "EUR") == (talk["cost_amount"], talk["cost_currency"])
    assert (None, None) == (fair["cost_amount"], fair["cost_currency"])
    assert (["grace"], []) == (talk["contacts"], fair["contacts"])
    assert "2 weeks" == plan.rows("cadence")[0]["every"]


def test_parts() -> None:
    """A list of parts is a list of plain dicts; a part alone is a column for each of its fields."""
    interests = ct.Interests(
        realistic=2, investigative=6, artistic=4, social=3, enterprising=3, conventional=5
    )
    plan = ct.Plan() + [
        ct.Goal(
            on="2026-01-05",
            title="Apply",
            pillar="change",
            target=10,
            milestones=[ct.Milestone(due="2026-02-01", value=4)],
        ),
        ct.Role(title="Host", interests=interests),
        ct.Role(title="Cook"),
    ]
    cook, host = plan.rows("role")

    assert [{"due": date(2026, 2, 1), "value": 4.0}] == plan.rows("goal")[0]["milestones"]
    assert (6.0, None) == (host["interests_investigative"], cook["interests_investigative"])


def test_what_other_programs_keep_is_json() -> None:
    """What other programs and newer versions keep in a record is one text of JSON, or nothing."""
    plan = ct.Plan() + [ct.Skill(name="SQL", extra={"acme": {"n": 1}}), ct.Skill(name="R")]
    r, sql = plan.rows("skill", details=True)

    assert ({"acme": {"n": 1}}, None) == (json.loads(sql["extra"]), r["extra"])


# --- States ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "id", "expected"),
    [
        (
            "skills",
            "sql",
            {
                "on": date(2026, 2, 1),
                "name": "SQL and databases",
                "level": 4.0,
                "level_on": date(2026, 2, 9),
                "level_by": "peer",
                "level_self": 3.0,
                "level_peer": 4.0,
                "level_manager": None,
                "level_test": None,
                "level_certificate": None,
                "is_stale": False,
                "minutes_spent": 10,
            },
        ),
        ("skills", "python", {"level": None, "level_on": None, "level_by": None, "prerequisites": ["sql"]}),
        ("organizations", "initech", {"name": "Initrode"}),
        (
            "contacts",
            "grace",
            {
                "relations": ["former-manager"],
                "organization": None,
                "past_organizations": ["Navy"],
                "is_manager": False,
                "talks": 2,
                "last_talk": date(2026, 2, 9),
                "i_owe": [],
                "owe_me": ["intro"],
            },
        ),
        ("contacts", "bob", {"talks": 1, "owe_me": []}),
        (
            "events",
            "evening",
            {
                "starts": date(2026, 2, 21),
                "was_attended": True,
                "outcome": "done",
                "ended_on": date(2026, 2, 25),
                "minutes_spent": 10,
            },
        ),
        ("roles", "data-lead", {"requires": [], "on": date(2026, 3, 1)}),
        ("courses", "statistics", {"status": "open", "ended_on": None, "minutes_spent": 10, "minutes": None}),
        ("positions", "analyst", {"is_current": False, "ended": "2026-01"}),
        (
            "goals",
            "apply",
            {
                "since": date(2026, 1, 5),
                "target": 20.0,
                "status": "open",
                "ended_on": None,
                "value": 4.0,
                "value_on": date(2026, 1, 30),
                "level": 1,
                "level_on": date(2026, 2, 20),
                "check_ins": 2,
                "is_measurable": True,
                "minutes_spent": 10,
            },
        ),
        (
            "transitions",
            "lead",
            {
                "stage": "rejected",
                "stage_on": date(2026, 2, 8),
                "furthest": "offer",
                "applied_on": date(2026, 1, 8),
                "answered_on": date(2026, 2, 8),
                "goes_on": False,
                "last_word": date(2026, 3, 8),
                "has_ended": True,
                "is_tracked": True,
                "is_fate_known": True,
                "is_quiet": False,
                "was_accepted": False,
                "sent": "a private matter",
                "steps": 2,
                "offers": 1,
                "talks": 1,
                "minutes_spent": 10,
            },
        ),
        ("evidence", "faster-load", {"shown": 1, "acknowledged": 1, "acknowledged_on": date(2026, 2, 9)}),
        (
            "routines",
            "read",
            {
                "minutes": 30,
                "is_in_force": False,
                "outcome": "done",
                "ended_on": date(2026, 2, 25),
                "efforts": 1,
                "minutes_spent": 10,
            },
        ),
        (
            "cadences",
            "talk",
            {
                "since": date(2026, 1, 5),
                "began": date(2026, 3, 5),
                "is_in_force": True,
                "outcome": None,
                "ended_on": None,
                "next_due": date(2026, 4, 5),
                "touches": 0,
                "last_touch": None,
            },
        ),
        (
            "commitments",
            "cv",
            {
                "since": date(2026, 1, 9),
                "status": "missed",
                "ended_on": date(2026, 2, 25),
                "is_mine": True,
                "deadline": date(2026, 1, 31),
                "moves": 2,
                "misses": 1,
            },
        ),
        ("setbacks", "no-answer", {"since": date(2026, 2, 20), "status": "open", "ended_on": None}),
    ],
)
def test_a_state(name: str, id: str, expected: dict[str, object]) -> None:
    """A state has the columns of its record in force, then what follows from the ledger."""
    row = next(row for row in PLAN.rows(name, day=DAY) if row["id"] == id)

    assert expected == {column: row[column] for column in expected}


def test_a_talk_counts_for_a_cadence() -> None:
    """The last touch of a cadence is the last talk that counts for it."""
    rows = PLAN.rows("cadences", day="2026-02-20")

    assert [(2, date(2026, 2, 9))] == [(row["touches"], row["last_touch"]) for row in rows]


def test_a_move_before_its_first_step() -> None:
    """Where nothing has happened yet there is nothing in those columns."""
    (row,) = PLAN.rows("transitions", day="2026-01-07")

    assert (None, None, None, None, 0) == (
        row["stage"],
        row["stage_on"],
        row["answered_on"],
        row["goes_on"],
        row["steps"],
    )


def test_the_runway() -> None:
    """There is one runway, once it is stated, and how long it lasts."""
    (row,) = PLAN.rows("runway", day=DAY)

    assert (Decimal(40000), "EUR", round(40000 / 4100, 2)) == (
        row["savings_amount"],
        row["savings_currency"],
        round(row["months"], 2),
    )
    assert [] == PLAN.rows("runway", day="2026-01-04")
    assert row.keys() == PLAN.rows("runway", day="2026-01-04").columns.keys()


def test_columns_of_states_are_those_of_the_records_first() -> None:
    """A state adds to the columns of its record, and no column is there twice."""
    for name, kind in STATES_BY_NAME.items():
        own = list(PLAN.rows(CLASSES[kind]).columns)

        assert own == list(PLAN.rows(name, day=DAY).columns)[: len(own)]
        assert own[2:]


# --- What is left out -------------------------------------------------------------------------------------


@pytest.mark.parametrize("what", ["contacts", "contact"])
def test_details_of_people_only_where_asked_for(what: str) -> None:
    """How to reach somebody, notes and what other programs keep are only in tables asked for them."""
    plan = ct.Plan() + ct.Contact(
        id="grace",
        name="Grace Hopper",
        emails=["grace@example.org"],
        phones=["0123 456"],
        links=["https://example.org/grace"],
        note="Likes tea.",
        extra={"acme": {"city": "Rome"}},
    )
    rows = plan.rows(what, day=DAY)
    more = plan.rows(what, day=DAY, details=True)

    assert [] == [word for word in ("@", "0123", "https", "tea", "Rome") if word in json.dumps(rows)]
    assert "Grace Hopper" == rows[0]["name"]
    assert {"emails", "phones", "links", "note", "extra", "newer_fields"} == set(more.columns) - set(
        rows.columns
    )
    assert ["grace@example.org"] == more[0]["emails"]


def test_notes_only_where_asked_for() -> None:
    """No table of any kind has notes unless it was asked for them."""
    assert [] == [kind for kind in CLASSES if {"note", "extra"} & set(PLAN.rows(kind).columns)]
    assert [] == [kind for kind in CLASSES if {"note", "extra"} - set(PLAN.rows(kind, details=True).columns)]


def test_nothing_private_in_the_repr() -> None:
    """A table tells how large it is, and nothing of what is in it."""
    rows = PLAN.rows("contact", details=True)

    assert "<3 rows of 17 columns>" == repr(rows) == str(rows)
    assert [] == [secret for secret in SECRETS if secret in f"{rows!r} {rows}"]
    assert "<1 row of 11 columns>" == repr(PLAN.rows("runway", day=DAY))


@pytest.mark.parametrize("copied", [copy, deepcopy, lambda rows: loads(dumps(rows))])
def test_copies(copied: object) -> None:
    """A copy has the same rows and columns."""
    rows = PLAN.rows("goals", day=DAY)
    other = copied(rows)  # type: ignore[operator]

    assert (rows, rows.columns) == (other, other.columns)


# --- Newer versions ----------------------------------------------------------------------------------------

NEWER = """{"careertrack": "1.7", "records": [
{"kind": "skill", "name": "SQL", "colour": "red"},
{"kind": "skill", "id": "go", "name": "Go", "extra": {}},
{"kind": "role", "title": "Host", "requires": [{"skill": "sql", "level": 5, "weight": 2}]},
{"kind": "goal", "on": "2026-01-05", "title": "Apply", "pillar": "wealth"},
{"kind": "mood", "on": "2026-01-05"}]}"""


def test_newer_fields_come_back() -> None:
    """What only a newer version knows of a record or a part is kept as JSON, and read again."""
    plan = ct.loads(NEWER)
    (role,) = plan.rows("role", details=True)

    assert {"weight": 2} == json.loads(role["requires"][0]["newer_fields"])
    assert [None, '{"colour":"red"}'] == [row["newer_fields"] for row in plan.rows("skill", details=True)]
    for cls in (ct.Skill, ct.Role):
        assert plan.of(cls) == ct.from_rows(cls, plan.rows(cls, details=True))


def test_what_no_version_can_read_has_no_row() -> None:
    """A record with a word of a newer version is none of its kind here, and has no row."""
    assert [] == ct.loads(NEWER).rows("goal")


# --- The page -------------------------------------------------------------------------------------------


def test_the_page_lists_what_states_add(project_root: Path) -> None:
    """The page of rows has every column that a state adds to its record, in order."""
    text = (project_root / "docs" / "reference" / "rows.md").read_text(encoding="utf-8")
    said: dict[str, list[str]] = {}
    name = ""
    for state, columns in re.findall(
        r"^\| (?:`(\w+)` )?\| (`\w+`(?:, `\w+`)*) \| .+ \|$", text, re.MULTILINE
    ):
        name = state or name  # a blank cell goes on with the one above
        said.setdefault(name, []).extend(re.findall(r"`(\w+)`", columns))
    own = {name: PLAN.rows(CLASSES[kind]).columns for name, kind in STATES_BY_NAME.items()}
    added = {name: {*PLAN.rows(name, day=DAY).columns} - {*columns} for name, columns in own.items()}

    assert {name: columns for name, columns in added.items() if columns} == {
        name: set(columns) for name, columns in said.items()
    }


def test_the_page_lists_what_columns_hold(project_root: Path) -> None:
    """The page of rows has every word for what a column holds, and the type of pandas for it."""
    text = (project_root / "docs" / "reference" / "rows.md").read_text(encoding="utf-8")
    said = dict(re.findall(r"^\| `(\w+)` \| an? .* \| `([\w\[\]]+)` \| `.*` \|$", text, re.MULTILINE))
    rows = ct.Rows([], {word: word for word in HELD})  # type: ignore[misc]

    assert rows.pandas_dtypes == said
